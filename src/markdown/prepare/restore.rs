//! Marks back to the characters that they stand for.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

use super::{BEFORE_GAP, BEHIND_GAP, LINE_END, MARKED, begins_element};

/// An event with the characters that marks in it stand for.
pub(in crate::markdown) fn restored(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(restore(text)),
        Event::Code(text) => Event::Code(restore(text)),
        Event::InlineHtml(html) => Event::InlineHtml(restore_html(html)),
        Event::FootnoteReference(label) => Event::FootnoteReference(restore(label)),
        Event::Start(tag) => Event::Start(match tag {
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Link {
                link_type,
                dest_url: restore(dest_url),
                title: restore(title),
                id: restore(id),
            },
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Image {
                link_type,
                dest_url: restore(dest_url),
                title: restore(title),
                id: restore(id),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(restore(info)))
            }
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(restore(label)),
            Tag::Heading { level, id, .. } => Tag::Heading {
                level,
                id: id.map(restore),
                classes: Vec::new(),
                attrs: Vec::new(),
            },
            tag => tag,
        }),
        event => event,
    }
}

/// Whether a byte is a mark.
fn is_mark(byte: u8) -> bool {
    let last = BEHIND_GAP + u8::try_from(MARKED.len()).expect("the table is short") - BEFORE_GAP;
    byte == LINE_END || (1..=BEFORE_GAP).contains(&byte) || (BEHIND_GAP..last).contains(&byte)
}

/// The character that a mark stands for.
fn character(mark: u8) -> Option<char> {
    let number = match mark {
        LINE_END => return Some('\n'),
        1..=BEFORE_GAP => mark - 1,
        BEHIND_GAP.. => mark - BEHIND_GAP + BEFORE_GAP,
        _ => return None,
    };
    MARKED.get(usize::from(number)).copied()
}

/// `text` with the characters that its marks stand for.
fn restore(text: CowStr<'_>) -> CowStr<'_> {
    if !text.bytes().any(is_mark) {
        return text;
    }
    let restored = text
        .chars()
        .map(|c| u8::try_from(c).ok().and_then(character).unwrap_or(c));
    restored.collect::<String>().into()
}

/// Raw HTML with the characters that its marks stand for. What isn't a tag is text there too, and so
/// is an address in angle brackets, which is one only outside of HTML.
pub(in crate::markdown) fn restore_html(html: CowStr<'_>) -> CowStr<'_> {
    let mut restored = String::new();
    let mut done = 0;
    for (at, c) in html.char_indices() {
        let is_text = || c == '<' && !begins_element(&html[at + 1..]);
        let written = match u8::try_from(c).ok().and_then(character) {
            None if is_text() => '<',
            Some(c) => c,
            None => continue,
        };
        restored.push_str(&html[done..at]);
        match written {
            '<' => restored.push_str("&lt;"),
            c => restored.push(c),
        }
        done = at + 1;
    }
    if done == 0 {
        return html;
    }
    restored.push_str(&html[done..]);
    restored.into()
}
