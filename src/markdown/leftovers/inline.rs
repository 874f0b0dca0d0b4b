//! Markup within lines that nothing understood.
//!
//! One pass goes over the signs that can begin markup. What one was meant to be, its neighbours say.

use std::ops::Range;

use super::Leftover;
use super::address::closing;
use super::signs::{TOGETHER, has_sign};

/// How many bytes markup within a line may take: looking further costs more on long lines than it finds.
const LONGEST: usize = 400;

/// The text of a page, byte by byte, beside its source.
pub(super) struct Inline<'t> {
    pub(super) source: &'t str,
    pub(super) visible: &'t [u8],
    pub(super) found: Vec<Leftover>,
    /// Opening brackets of the block at hand that aren't closed yet.
    pub(super) brackets: Vec<usize>,
    /// Up to where ends of blocks were looked for.
    pub(super) looked: usize,
}

/// What is left within lines, in order.
pub(super) fn find(source: &str, visible: &[u8]) -> Vec<Leftover> {
    let mut inline = Inline {
        source,
        visible,
        found: Vec::new(),
        brackets: Vec::new(),
        looked: 0,
    };
    let mut at = 0;
    while at < visible.len() {
        let end = visible.len().min(at + TOGETHER);
        if !has_sign(&visible[at..end]) {
            at = end;
        }
        while at < end {
            at = inline.byte(at).max(at + 1);
        }
    }
    inline.found
}

impl<'t> Inline<'t> {
    /// Looks at the byte at `at`; gives where to go on.
    fn byte(&mut self, at: usize) -> usize {
        match self.visible[at] {
            b'[' => return self.opening_bracket(at),
            b']' => return self.closing_bracket(at),
            b'*' | b'_' | b'~' | b'=' => return self.run(at),
            b'{' => return self.brace(at),
            b'<' => return self.tag(at),
            b'`' => return self.tick(at),
            b':' => return self.shortcode(at),
            b'&' => return self.reference(at),
            b'\'' if self.visible[at..].starts_with(b"'''") => {
                self.push(at..at + 3, "left-emphasis");
                return at + 3;
            }
            b'^' if self.visible[at..].starts_with(b"^[") => {
                self.push(at..at + 2, "left-footnote");
                return at + 2;
            }
            b'^' => return self.raised(at),
            _ => {}
        }
        at + 1
    }

    /// «m^2^»: letters and digits between two such signs, behind a word.
    fn raised(&mut self, at: usize) -> usize {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte > 127;
        let inside = self.line(at + 1);
        let length = inside.iter().take_while(|byte| is_word(byte)).count();
        let behind_word = at > 0 && is_word(&self.visible[at - 1]);
        if !behind_word || !(1..=4).contains(&length) || inside.get(length) != Some(&b'^') {
            return at + 1;
        }
        let end = at + length + 2;
        self.push(at..end, "left-raised");
        end
    }

    pub(super) fn push(&mut self, range: Range<usize>, instead: &'static str) {
        self.found.push(Leftover::new(range, instead));
    }

    /// The rest of the line from `at`, as text, as far as markup may reach.
    pub(super) fn line(&self, at: usize) -> &'t [u8] {
        let rest = &self.visible[at..self.visible.len().min(at + LONGEST)];
        let end = rest.iter().position(|byte| *byte == b'\n');
        &rest[..end.unwrap_or(rest.len())]
    }

    /// Two or three signs of emphasis.
    fn run(&mut self, at: usize) -> usize {
        let sign = self.visible[at];
        let length = self.visible[at..]
            .iter()
            .take_while(|byte| **byte == sign)
            .count();
        let end = at + length;
        let before = at.checked_sub(1).map(|before| self.visible[before]);
        let behind = self.visible.get(end).copied();
        let is_word =
            |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || byte > 127);
        let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
        let is_markup = match sign {
            b'*' => (2..=3).contains(&length) && !(is_digit(before) && is_digit(behind)),
            b'_' => {
                length == 2 && (is_word(before) || is_word(behind) || self.is_doubled(end, b"__"))
            }
            b'~' => {
                length == 2 && (is_word(before) || is_word(behind) || self.is_doubled(end, b"~~"))
            }
            _ => length == 2 && is_word(behind) && self.is_doubled(end, b"=="),
        };
        if is_markup {
            let (range, behind) = self.with_partner(at..end, sign, length);
            self.push_emphasis(range, sign, length);
            return behind;
        }
        end
    }

    /// Signs of emphasis: alone, with blanks within, or with a letter right behind them.
    fn push_emphasis(&mut self, range: Range<usize>, sign: u8, length: usize) {
        let inside = self.source.get(range.start + length..range.end - length);
        let leftover = match inside {
            _ if sign == b'=' => Leftover::new(range, "left-mark"),
            None => Leftover::new(range, "left-emphasis-open"),
            Some(inside) if inside.trim() != inside => Leftover::new(range, "left-emphasis"),
            Some(_) => {
                let end = range.end;
                let follows = self.source[end..].starts_with(char::is_alphanumeric);
                let leftover = Leftover::new(range, "left-emphasis-glued");
                if follows {
                    leftover.with_fix(end..end, " ")
                } else {
                    leftover
                }
            }
        };
        self.found.push(leftover);
    }

    fn is_doubled(&self, at: usize, run: &[u8]) -> bool {
        self.line(at).windows(run.len()).any(|window| window == run)
    }

    /// From one run of signs to the next of its kind on its line, if there is one.
    fn with_partner(&self, run: Range<usize>, sign: u8, length: usize) -> (Range<usize>, usize) {
        let line = self.line(run.end);
        let partner = vec![sign; length];
        match line.windows(length).position(|window| window == partner) {
            Some(at) => (run.start..run.end + at + length, run.end + at + length),
            None => (run.clone(), run.end),
        }
    }

    fn brace(&mut self, at: usize) -> usize {
        let line = self.line(at);
        let Some(length) = closing(line, b'{', b'}') else {
            return at + 1;
        };
        let end = at + length;
        let inside = &line[1..length - 1];
        let is_template = matches!(inside.first(), Some(b'{' | b'%' | b'<'));
        if is_template {
            let include = inside.windows(7).any(|window| window == b"include");
            self.push(
                at..end,
                if include {
                    "left-include"
                } else {
                    "left-template"
                },
            );
            return end;
        }
        let text = String::from_utf8_lossy(inside);
        let text = text.trim().trim_start_matches(':').trim_start();
        let is_attribute = |part: &str| {
            let name = part.strip_prefix(['.', '#']);
            let is_name = |name: &str| {
                !name.is_empty()
                    && name.starts_with(|c: char| c.is_ascii_alphabetic())
                    && name
                        .chars()
                        .all(|c| c.is_alphanumeric() || "-_:.".contains(c))
            };
            name.map_or_else(
                || {
                    part.split_once('=')
                        .is_some_and(|(name, value)| is_name(name) && !value.is_empty())
                },
                is_name,
            )
        };
        if !text.is_empty() && text.split_whitespace().all(is_attribute) {
            self.push(at..end, "left-attributes");
        }
        end
    }

    /// A tag of an element that no page knows, with what only a tag has.
    fn tag(&mut self, at: usize) -> usize {
        let line = self.line(at);
        let Some(end) = line.iter().position(|byte| *byte == b'>') else {
            return at + 1;
        };
        let tag = &line[1..end];
        let is_name = tag.first().is_some_and(u8::is_ascii_alphabetic);
        let has_value = tag
            .windows(2)
            .any(|pair| pair == b"=\"" || pair == b"='" || pair == b"={");
        let ends = tag.first() == Some(&b'/') && tag.get(1).is_some_and(u8::is_ascii_alphabetic);
        if is_name && (has_value || tag.last() == Some(&b'/')) || ends {
            self.push(at..at + end + 1, "left-element");
            return at + end + 1;
        }
        at + 1
    }

    /// A tick that begins no code.
    fn tick(&mut self, at: usize) -> usize {
        let length = self.visible[at..]
            .iter()
            .take_while(|byte| **byte == b'`')
            .count();
        let is_letter = |c: char| c.is_alphabetic();
        let between = self.source[..at].ends_with(is_letter)
            && self.source[at + length..].starts_with(is_letter);
        let instead = if between {
            "left-apostrophe"
        } else {
            "left-code"
        };
        let leftover = Leftover::new(at..at + length, instead);
        self.found.push(if between && length == 1 {
            leftover.with_fix(at..at + 1, "’")
        } else {
            leftover
        });
        at + length
    }

    /// The name of a picture between colons, as chats write it.
    fn shortcode(&mut self, at: usize) -> usize {
        let line = self.line(at + 1);
        let length = line
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase() || **byte == b'_')
            .count();
        let before = at.checked_sub(1).map(|before| self.visible[before]);
        let behind = line.get(length + 1);
        let is_free =
            |byte: Option<u8>| byte.is_none_or(|byte| byte <= b' ' || byte.is_ascii_punctuation());
        if length > 2
            && line.get(length) == Some(&b':')
            && is_free(before)
            && is_free(behind.copied())
        {
            self.push(at..at + length + 2, "left-shortcode");
            return at + length + 2;
        }
        at + 1
    }

    /// A reference to a character that there is none of.
    fn reference(&mut self, at: usize) -> usize {
        let line = self.line(at + 1);
        let length = line
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        if (2..10).contains(&length) && line.get(length) == Some(&b';') {
            self.push(at..at + length + 2, "left-character");
            return at + length + 2;
        }
        at + 1
    }
}
