//! Addresses that stand bare in a text.
//!
//! 1. `https://`, `http://` and `www.` at the beginning of a word begin an address of a page, which
//!    ends before a blank, before what can't stand in it, and before the marks of a sentence. A
//!    closing bracket belongs to it if the opening one does.
//! 2. Around an `@` stands an address of mail, if both sides read like one.
//! 3. What Markdown would take for markup in it is marked, so that it stays one piece.

use std::ops::Range;

use super::Preparing;

/// An address that stands bare in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Where.
    pub range: Range<usize>,
    /// What it is an address of.
    pub kind: AddressKind,
}

/// What a bare address is one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AddressKind {
    /// Whatever its scheme says.
    Page,
    /// A page, without scheme.
    PageWithoutScheme,
    /// A mailbox.
    Mail,
}

impl Preparing<'_> {
    /// Whether what stands at `at` begins like `http` or `www`.
    pub(super) fn may_begin_address(&self, at: usize) -> bool {
        let begin = self.bytes.get(at..at + 3);
        begin.is_some_and(|begin| {
            begin.eq_ignore_ascii_case(b"htt") || begin.eq_ignore_ascii_case(b"www")
        })
    }

    /// Notes the address that begins at `at`, or whose `@` stands there. Gives its last byte.
    pub(super) fn address(&mut self, at: usize) -> Option<usize> {
        let (range, kind) = if self.bytes[at] == b'@' {
            self.mail(at)?
        } else {
            self.page(at)?
        };
        let is_marked_up = self.bytes[..range.start].ends_with(b"<");
        if is_marked_up || self.is_in_destination(range.start) {
            return None;
        }
        let last = range.end - 1;
        for place in range.clone() {
            let doubled = |byte: u8| {
                self.bytes[place] == byte
                    && (self.bytes.get(place + 1) == Some(&byte) || self.bytes[place - 1] == byte)
            };
            if matches!(self.bytes[place], b'*' | b'_' | b'~' | b'\'')
                || doubled(b'-')
                || doubled(b'.')
            {
                self.mark(place);
            }
        }
        self.addresses.push(Address { range, kind });
        Some(last)
    }

    fn page(&self, at: usize) -> Option<(Range<usize>, AddressKind)> {
        // Underscores before it are emphasis, or belong to a word.
        let before = self.text[..at].trim_end_matches('_').chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || "/-.@".contains(c)) {
            return None;
        }
        let begins = |start: &str| {
            let begin = self.bytes.get(at..at + start.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes()))
        };
        let starts = [
            ("https://", AddressKind::Page),
            ("http://", AddressKind::Page),
            ("www.", AddressKind::PageWithoutScheme),
        ];
        let (start, kind) = starts.into_iter().find(|(start, _)| begins(start))?;
        let rest = &self.text[at..];
        let ends =
            |c: char| c.is_whitespace() || c.is_control() || "<>\"`|[]{}\\^„“”‚‘’«»›‹".contains(c);
        let address = trimmed(&rest[..rest.find(ends).unwrap_or(rest.len())]);
        let host = address.get(start.len()..)?;
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let is_host = host.starts_with(char::is_alphanumeric)
            && (host.contains('.') || host.starts_with("localhost"))
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || "-._".contains(c));
        is_host.then(|| (at..at + address.len(), kind))
    }

    fn mail(&self, at: usize) -> Option<(Range<usize>, AddressKind)> {
        let is_local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let local = &self.text[..at];
        let local = &local[local.rfind(|c| !is_local(c)).map_or(0, |before| {
            before + local[before..].chars().next().map_or(0, char::len_utf8)
        })..];
        let local = local.trim_start_matches(['.', '-', '_']);
        let before = &self.text[..at - local.len()];
        let is_part = before.ends_with(|c: char| c == '/' || c.is_alphanumeric());
        if local.is_empty() || is_part {
            return None;
        }
        let scheme = scheme_at_end(before);
        let kind = match scheme {
            "" => AddressKind::Mail,
            "mailto:" => AddressKind::Page,
            _ => return None,
        };
        let rest = &self.text[at + 1..];
        let is_domain = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
        let domain = &rest[..rest.find(|c| !is_domain(c)).unwrap_or(rest.len())];
        let domain = domain.trim_end_matches(['.', '-']);
        let (name, country) = domain.rsplit_once('.')?;
        let is_country = country.len() >= 2 && country.bytes().all(|b| b.is_ascii_alphabetic());
        (is_country && !name.is_empty() && !name.starts_with('.'))
            .then(|| (before.len() - scheme.len()..at + 1 + domain.len(), kind))
    }
}

/// The scheme with its colon that `text` ends with; empty without one.
fn scheme_at_end(text: &str) -> &str {
    let Some(word) = text.strip_suffix(':') else {
        return "";
    };
    let name = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_word = name.ends_with(char::is_alphanumeric);
    if is_word || word.len() - name.len() < 3 {
        return "";
    }
    &text[name.len()..]
}

/// An address without what ends a sentence or a bracket behind it.
fn trimmed(address: &str) -> &str {
    let count = |c: char| address.matches(c).count();
    let (opening, mut closing) = (count('('), count(')'));
    let mut end = address.len();
    while let Some(last) = address[..end].chars().next_back() {
        match last {
            ')' if closing > opening => closing -= 1,
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    &address[..end]
}
