//! Square brackets that became no link, no note and no reference.

use std::ops::Range;

use super::Leftover;
use super::address::{closing, is_address, position, unclosed_link};
use super::inline::Inline;
use crate::markdown::alerts;

impl Inline<'_> {
    /// Forgets brackets of blocks that ended before `at`.
    fn forget_ended_blocks(&mut self, at: usize) {
        let (visible, source) = (self.visible, self.source.as_bytes());
        let ends_block = |at: usize| match visible[at] {
            b'\n' => visible.get(at + 1).is_none_or(|next| *next == b'\n'),
            // Between blocks nothing is seen.
            0 => source[at] == b'\n',
            _ => false,
        };
        if !self.brackets.is_empty() && (self.looked..at).any(ends_block) {
            self.brackets.clear();
        }
        self.looked = at;
    }

    pub(super) fn opening_bracket(&mut self, at: usize) -> usize {
        let line = self.line(at);
        let closes = |what: &[u8]| position(line, what);
        if line.starts_with(b"[[")
            && let Some(end) = closes(b"]]").filter(|end| *end > 2)
        {
            self.push(at..at + end + 2, "left-wiki-link");
            return at + end + 2;
        }
        if line.starts_with(b"[!")
            && let Some(end) = closes(b"]").filter(|end| *end > 2)
            && line[2..end].iter().all(u8::is_ascii_alphabetic)
        {
            self.push(at..at + end + 1, "left-alert");
            return at + end + 1;
        }
        if line.starts_with(b"[@") && line.get(2).is_some_and(u8::is_ascii_alphabetic) {
            self.push(at..at + 2, "left-citation");
            return at + 2;
        }
        if line.starts_with(b"[/")
            && let Some(end) = closes(b"]").filter(|end| (3..12).contains(end))
            && line[2..end].iter().all(u8::is_ascii_alphabetic)
        {
            self.push(at..at + end + 1, "left-emphasis");
            return at + end + 1;
        }
        if let Some(end) = unclosed_link(line) {
            self.push(at..at + end, "left-link");
            return at + end;
        }
        self.forget_ended_blocks(at);
        self.brackets.push(at);
        at + 1
    }

    pub(super) fn closing_bracket(&mut self, at: usize) -> usize {
        self.forget_ended_blocks(at);
        let Some(start) = self.brackets.pop() else {
            return at + 1;
        };
        let line = self.line(at + 1);
        let gap = line.iter().take_while(|byte| **byte == b' ').count();
        let is_note = self.visible.get(start + 1) == Some(&b'^');
        let text = start..at + 1;
        match line.get(gap) {
            Some(b'(') if !is_note => {
                let begin = at + 1 + gap;
                let Some(end) = closing(&line[gap..], b'(', b')').map(|length| begin + length)
                else {
                    let length = self.line(begin + 1).len();
                    let rest = self.source.get(begin + 1..begin + 1 + length);
                    let target = rest.and_then(|rest| rest.split_whitespace().next());
                    if gap == 0 && target.is_some_and(is_address) {
                        self.push(start..begin + 1, "left-link");
                    }
                    return at + 1;
                };
                let inside = &self.source[begin + 1..end - 1];
                if gap > 0 && !is_address(inside) {
                    return at + 1;
                }
                let image = start > 0 && self.visible[start - 1] == b'!';
                let whole = start - usize::from(image)..end;
                self.push_link(whole, text, gap, inside, begin, end);
                end
            }
            Some(b'[') if gap == 0 && !is_note => {
                let begin = at + 1;
                let Some(end) = closing(line, b'[', b']').map(|length| begin + length) else {
                    return at + 1;
                };
                self.push(start..end, "left-reference");
                end
            }
            _ => {
                let is_image = start > 0 && self.visible[start - 1] == b'!';
                if is_image && alerts::kind(&self.source[start + 1..at]).is_some() {
                    self.push(start - 1..at + 1, "left-alert");
                }
                self.push_reversed_link(start, at);
                at + 1
            }
        }
    }

    /// What looks like a link and is none.
    fn push_link(
        &mut self,
        whole: Range<usize>,
        text: Range<usize>,
        gap: usize,
        inside: &str,
        begin: usize,
        end: usize,
    ) {
        let has_note = self.visible[text.clone()].contains(&1) && self.source[text].contains("[^");
        let target = inside.trim();
        let has_title = target.ends_with(['"', '\'']) && target.contains([' ']);
        let leftover = if has_note {
            Leftover::new(whole, "left-note-in-link")
        } else if gap > 0 {
            Leftover::new(whole, "left-gap-in-link").with_fix(begin - gap..begin, "")
        } else if is_address(&target.replace(char::is_whitespace, "-"))
            && target.contains(char::is_whitespace)
            && !has_title
            && !target.contains(['<', '>', '\n'])
        {
            let fix = format!("(<{target}>)");
            let instead = match self.visible[whole.start] {
                b'!' => "left-blank-in-picture",
                _ => "left-blank-in-link",
            };
            Leftover::new(whole, instead).with_fix(begin..end, fix)
        } else {
            Leftover::new(whole, "left-link")
        };
        self.found.push(leftover);
    }

    /// «(Text)[treffen.md]», whose square brackets stand at `start` and `end`.
    fn push_reversed_link(&mut self, start: usize, end: usize) {
        let target = &self.source[start + 1..end];
        let line = self.visible[..start].rsplit(|byte| *byte == b'\n').next();
        let before = line.unwrap_or_default();
        let Some(text) = before.strip_suffix(b")").filter(|_| is_address(target)) else {
            return;
        };
        let open = text.iter().rposition(|byte| b"()".contains(byte));
        if let Some(open) = open.filter(|open| text[*open] == b'(' && open + 1 < text.len()) {
            let begin = start - before.len() + open;
            let mended = format!("[{}]({target})", &self.source[begin + 1..start - 1]);
            let whole = begin..end + 1;
            let leftover = Leftover::new(whole.clone(), "left-reversed-link");
            self.found.push(leftover.with_fix(whole, mended));
        }
    }
}
