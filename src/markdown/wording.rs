//! What a review needs to know of the words of a text.
//!
//! The text is walked once more for them, which takes as long as all other reading of it.

use std::collections::BTreeMap;

use super::Settings;
use super::collect::Collector;
use super::document::Walk;
use crate::prose::gender;
use crate::source::Span;

/// What a review needs to know of the words of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wording {
    /// How often each gender sign stands outside of quotations, and its first place.
    pub gender: BTreeMap<gender::Sign, (usize, Span)>,
    /// Abbreviations and their first places.
    pub abbreviations: BTreeMap<String, Span>,
    /// Abbreviations that are explained.
    pub explained: Vec<String>,
    /// Numbers of words of the sentences, in easy language only.
    pub sentences: Vec<(usize, Span)>,
    /// Passages in another language than the text's, without a mark that says so.
    pub foreign: Vec<(&'static str, Span)>,
}

impl Wording {
    /// Calls `place` on every place.
    pub fn spans(&mut self, mut place: impl FnMut(&mut Span)) {
        self.gender.values_mut().for_each(|(_, span)| place(span));
        self.abbreviations.values_mut().for_each(&mut place);
        self.sentences.iter_mut().for_each(|(_, span)| place(span));
        self.foreign.iter_mut().for_each(|(_, span)| place(span));
    }

    /// Reads the wording of `text`, which begins at byte `offset` of its file.
    pub fn read(text: &str, offset: usize, settings: Settings<'_>) -> Self {
        let facts = Collector::of_wording(text, settings.language);
        let walk = Walk::over(text, offset, settings, facts);
        walk.facts.finish_wording(offset)
    }
}
