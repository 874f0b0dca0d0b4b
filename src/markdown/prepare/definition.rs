//! Definitions that begin with an empty line.
//!
//! The parser ends a definition whose colon stands alone before an empty line, and what is indented
//! below it would fall out of it. The end of the colon's line becomes a blank: its place stays.

use super::Preparing;

/// How far a text has been looked through for fences of code, and whether one is open there.
#[derive(Default)]
pub(super) struct Fences {
    end: usize,
    open: bool,
}

impl Preparing<'_> {
    /// Joins the line of the colon at `at` with the empty line behind it, if what follows belongs to
    /// its definition.
    pub(super) fn lone_colon(&mut self, at: usize) {
        let is_followed = self.text[at + 1..]
            .strip_prefix("\n\n ")
            .is_some_and(|rest| {
                rest.trim_start_matches(' ')
                    .starts_with(|c: char| !c.is_whitespace())
            });
        if !is_followed {
            return;
        }
        let mut lines = self.text[..at].rsplit('\n');
        let indent = lines.next().unwrap_or_default();
        let has_term = lines.next().is_some_and(|line| !line.trim().is_empty());
        if has_term && indent.len() < 4 && indent.trim().is_empty() && !self.is_in_code(at) {
            self.marked.get_or_insert_with(|| self.bytes.to_vec())[at + 1] = b' ';
        }
    }

    fn is_in_code(&mut self, at: usize) -> bool {
        let lines = self.text[self.fences.end..at].split_inclusive('\n');
        let is_fence = |line: &str| {
            let line = line.trim_start();
            line.starts_with("```") || line.starts_with("~~~")
        };
        let fences = lines
            .filter(|line| line.ends_with('\n') && is_fence(line))
            .count();
        self.fences.open ^= fences % 2 == 1;
        self.fences.end = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        self.fences.open
    }
}
