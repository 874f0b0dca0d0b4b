//! Bare addresses become links, wherever they stand in the pieces of text that the parser gives.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::{MarkdownEvents, Part, slice};
use crate::markdown::prepare::{Address, AddressKind};

impl<'t> MarkdownEvents<'t> {
    /// The next bare address in the text at `range`.
    pub(super) fn address(&mut self, range: &Range<usize>) -> Option<&'t Address> {
        while let Some((address, rest)) = self.addresses.split_first() {
            if address.range.start >= range.end {
                return None;
            }
            if address.range.start >= range.start && self.no_links == 0 && !self.html_link {
                return Some(address);
            }
            self.addresses = rest;
        }
        None
    }

    /// The piece of text before an address, and the link that the address becomes.
    pub(super) fn link(
        &mut self,
        text: CowStr<'t>,
        range: Range<usize>,
        address: &'t Address,
    ) -> Part<'t> {
        self.addresses = &self.addresses[1..];
        // An escape or a reference to a character makes a text shorter than what was written.
        if text.len() != range.len() {
            return (Event::Text(text), range);
        }
        let mut label = String::new();
        let begin = address.range.start - range.start;
        let mut behind = None;
        let (mut piece, mut bytes) = (text.clone(), range.clone());
        let mut taken = Vec::new();
        loop {
            let from = address.range.start.max(bytes.start) - bytes.start;
            if bytes.end >= address.range.end {
                let to = address.range.end - bytes.start;
                let Some(part) = piece.get(from..to) else {
                    break;
                };
                label.push_str(part);
                behind = Some((slice(&piece, to..piece.len()), address.range.end..bytes.end));
                break;
            }
            label.push_str(piece.get(from..).unwrap_or_default());
            match self.queue.pop_front().or_else(|| self.parse()) {
                Some((Event::Text(next), range)) => {
                    taken.push((Event::Text(next.clone()), range.clone()));
                    (piece, bytes) = (next, range);
                }
                other => {
                    taken.extend(other);
                    break;
                }
            }
        }
        let Some((rest, rest_bytes)) = behind else {
            self.put_first(taken);
            return (Event::Text(text), range);
        };
        let (link_type, target) = match address.kind {
            AddressKind::Page => (LinkType::Autolink, label.clone()),
            AddressKind::PageWithoutScheme => (LinkType::Autolink, format!("https://{label}")),
            AddressKind::Mail => (LinkType::Email, label.clone()),
        };
        let link = Tag::Link {
            link_type,
            dest_url: target.into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        let place = &address.range;
        self.put_first([
            (Event::Start(link), place.clone()),
            (Event::Text(label.into()), place.clone()),
            (Event::End(TagEnd::Link), place.clone()),
            (Event::Text(rest), rest_bytes),
        ]);
        (
            Event::Text(slice(&text, 0..begin)),
            range.start..place.start,
        )
    }
}

/// Whether an element of HTML is a link's, or ends one.
pub(super) fn is_tag(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']);
    name.starts_with(['a', 'A'])
        && !name[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
}
