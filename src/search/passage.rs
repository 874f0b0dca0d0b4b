//! Passages: the units that are searched.
//!
//! A section is one passage, or several when it is long, so that words which stand near each other
//! are found together and an excerpt comes from the right place. A passage ends where a paragraph
//! or a sentence does, and keeps its section's heading and anchor.

use std::ops::Range;

/// Words after which a passage ends with its paragraph.
const PARAGRAPH_AFTER: usize = 90;
/// Words after which it ends with its sentence.
const SENTENCE_AFTER: usize = 160;

/// A section's passages. One value serves for all sections, so that its memory is used again.
#[derive(Default)]
pub(super) struct Passages {
    /// All passages, one behind the other.
    pub text: String,
    /// Where each stands in the text.
    pub ranges: Vec<Range<usize>>,
}

impl Passages {
    /// Cuts a section's text into passages, white space made single. An empty text is one passage,
    /// for its heading can be found.
    pub(super) fn cut(&mut self, body: &str) {
        self.text.clear();
        self.ranges.clear();
        let (mut start, mut count) = (0, 0);
        for line in body.lines() {
            for word in line.split_whitespace() {
                if self.text.len() > start {
                    self.text.push(' ');
                }
                self.text.push_str(word);
                count += 1;
                if count >= SENTENCE_AFTER && word.ends_with(['.', '!', '?']) {
                    self.end(&mut start, &mut count);
                }
            }
            if count >= PARAGRAPH_AFTER {
                self.end(&mut start, &mut count);
            }
        }
        if self.text.len() > start || self.ranges.is_empty() {
            self.end(&mut start, &mut count);
        }
    }

    fn end(&mut self, start: &mut usize, count: &mut usize) {
        let end = self.text.len();
        self.ranges.push(std::mem::replace(start, end)..end);
        *count = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(body: &str) -> Vec<String> {
        let mut passages = Passages::default();
        passages.cut("something from the section before");
        passages.cut(body);
        let ranges = passages.ranges.iter();
        ranges
            .map(|range| passages.text[range.clone()].to_owned())
            .collect()
    }

    #[test]
    fn a_short_section_is_one_passage() {
        assert_eq!(
            passages("Ein  Satz.\n\nNoch einer."),
            ["Ein Satz. Noch einer."]
        );
        assert_eq!(passages(""), [""]);
    }

    #[test]
    fn a_long_one_is_cut_at_paragraphs_and_sentences() {
        let paragraph = "wort ".repeat(100);
        assert_eq!(
            passages(&format!("{paragraph}\n{paragraph}\nEnde")).len(),
            3
        );
        let sentences = "Neun Wörter stehen hier in einem ganz kurzen Satz. ".repeat(40);
        let cut = passages(&sentences);
        assert_eq!(cut.len(), 3);
        assert!(cut.iter().all(|passage| passage.ends_with("Satz.")));
    }
}
