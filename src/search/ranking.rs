//! The ranking's constants, all of them, each with its reason.
//!
//! [`Indexing`] shapes the numbers in the index; [`Ranking`] travels inside the index, so that the
//! terminal and the reader's script rank by the same values. They were chosen on invented
//! handbooks (`tests/search`), for robustness: every value may be halved or doubled there with
//! little loss, unless its reason says otherwise.

use serde::{Deserialize, Serialize};

/// A field of a chapter or of a passage.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Field {
    /// The chapter's title.
    Title,
    /// Its summary.
    Summary,
    /// The synonyms that its author gave.
    Synonyms,
    /// The labels of its kind and facets.
    Labels,
    /// The heading over a passage.
    Heading,
    /// The text of a passage.
    Body,
}

/// How many fields there are.
pub(crate) const FIELDS: usize = 6;

impl Field {
    /// All fields.
    pub const ALL: [Self; FIELDS] = [
        Self::Title,
        Self::Summary,
        Self::Synonyms,
        Self::Labels,
        Self::Heading,
        Self::Body,
    ];
}

/// What a word in a field weighs, and how much less in a long one (BM25F; Zaragoza et al. 2004).
pub(crate) struct Indexing {
    /// Weight of one occurrence, by field.
    pub weight: [f64; FIELDS],
    /// Length normalisation from 0 (none) to 1 (full), by field.
    pub length: [f64; FIELDS],
    /// A word made from a hyphenated or elliptic spelling stands for the written one.
    pub joined: f64,
    /// The last part of a compound says what it is: a Sprachkurs is a Kurs.
    pub head: f64,
    /// The parts before it say which one.
    pub modifier: f64,
    /// The last part, where what stands before it is no word of the handbook: it may be no part at all.
    pub last_alone: f64,
    /// Parts of parts, against the parts themselves.
    pub nested: f64,
    /// A synonym, against a compound's part: the author says that they mean the same.
    pub synonym: f64,
}

/// The values that the index is made with.
pub(crate) const INDEXING: Indexing = Indexing {
    // A title names the chapter's subject and is short: by far the best evidence there is.
    weight: [5.0, 1.5, 4.0, 0.5, 2.5, 1.0],
    // Lists of synonyms and labels are not diluted by being long.
    length: [0.6, 0.5, 0.0, 0.0, 0.5, 0.6],
    joined: 0.8,
    head: 1.0,
    modifier: 0.8,
    last_alone: 0.6,
    nested: 0.7,
    synonym: 1.5,
};

/// What a query is ranked by. Weights are against a word found exactly as it was typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranking {
    /// BM25's saturation: at this much evidence a word has given half of what it can.
    pub saturation: f64,
    /// Evidence in a chapter's other passages, against that in the passage itself.
    pub elsewhere: f64,
    /// Parts of compounds, and synonyms.
    pub kin: f64,
    /// Another form of the word, for words that the handbook has only in other forms.
    pub inflected: f64,
    /// Another word of the same family («leiten», «Leitung»).
    pub family: f64,
    /// A word that begins as typed. Half of it if the typed word exists as well.
    pub prefix: f64,
    /// All parts of a compound near each other, where it doesn't stand itself.
    pub parts: f64,
    /// Two typed words written together in the handbook.
    pub joined: f64,
    /// Evidence that a field says what was asked for («20 Personen»): nearly that of a title.
    pub fact: f64,
    /// The end of a longer word.
    pub tail: f64,
    /// One typing error, two typing errors.
    pub typo: [f64; 2],
    /// Another word for it, from a thesaurus: less than anything that the handbook itself tells.
    pub other: f64,
    /// A chapter must hold words that make up this share of the query's weight (by rarity). At a
    /// half, two key words of which the handbook lacks one are no question to it: «Reisepass
    /// beantragen» is not answered by «Fördermittel beantragen».
    pub coverage: f64,
    /// The same share for a query of three words or more, if a passage has two and half of them: it answers
    /// a part of the question, and says which words it lacks.
    pub partial: f64,
    /// What an unknown word counts there that tells little: one of a spoken question («lohnt sich
    /// …»), or one with a small letter in a query that has capitals. People ask in verbs of their
    /// own.
    pub unknown_verb: f64,
    /// How much a covered share counts, beyond the words' own scores, as an exponent.
    pub coordination: f64,
    /// Words of a query that count; the rest of longer ones is left out.
    pub words: usize,
    /// Lists in files of their own that the words with an unknown beginning may take; a known word
    /// takes only its own, since those outweigh what it is the beginning of.
    pub long_lists: usize,
}

/// The values that are shipped.
pub const RANKING: Ranking = Ranking {
    saturation: 1.6,
    elsewhere: 0.3,
    kin: 0.5,
    inflected: 0.95,
    family: 0.5,
    prefix: 0.7,
    parts: 0.7,
    joined: 0.9,
    fact: 4.0,
    tail: 0.6,
    typo: [0.7, 0.5],
    other: 0.3,
    coverage: 0.5,
    partial: 0.33,
    unknown_verb: 0.5,
    coordination: 1.0,
    words: 12,
    long_lists: 4,
};
