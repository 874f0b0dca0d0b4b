//! Words that are written into the HTML of texts.

use pulldown_cmark::BlockQuoteKind;

use crate::text::Catalog;

/// The words, in one language.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Titles of the five sorts of alerts.
    alerts: [String; 5],
    /// Heading of the footnotes.
    pub footnotes: String,
    /// What a footnote's mark is called, before its number.
    pub footnote: String,
    /// What the link back from a footnote is called, before its number.
    pub footnote_back: String,
    /// What the link to a heading is called, before its text.
    pub anchor: String,
    /// What a table is called, before its number.
    pub table: String,
    /// What the box of a task that is done is called.
    pub done: String,
    /// What the box of a task that is open is called.
    pub open: String,
    /// What a film or a map of another host is called that has no title.
    pub embed: String,
    /// What the captions of a film are called.
    pub captions: String,
    /// What stands before the length of a film.
    pub length: String,
    /// What stands before the size of a file.
    pub size: String,
    /// What the link to the text of a film is called.
    pub transcript: String,
    /// What stands before the name of its host.
    pub embed_at: String,
}

impl Labels {
    /// The ids of the messages that the words come from.
    pub const IDS: [&'static str; 18] = [
        "alert-note",
        "alert-tip",
        "alert-important",
        "alert-warning",
        "alert-caution",
        "footnotes",
        "footnote",
        "footnote-back",
        "heading-link",
        "table",
        "task-done",
        "task-open",
        "embed",
        "embed-at",
        "captions",
        "film-length",
        "file-size",
        "transcript",
    ];

    /// Takes the words from `texts`.
    pub fn new(texts: &Catalog) -> Self {
        let mut words = Self::IDS.into_iter().map(|id| texts.plain(id));
        let mut next = || words.next().expect("there are as many ids as words");
        Self {
            alerts: [next(), next(), next(), next(), next()],
            footnotes: next(),
            footnote: next(),
            footnote_back: next(),
            anchor: next(),
            table: next(),
            done: next(),
            open: next(),
            embed: next(),
            embed_at: next(),
            captions: next(),
            length: next(),
            size: next(),
            transcript: next(),
        }
    }

    /// An alert's class and title.
    pub(super) fn alert(&self, kind: BlockQuoteKind) -> (&'static str, &str) {
        let (number, class) = match kind {
            BlockQuoteKind::Note => (0, "note"),
            BlockQuoteKind::Tip => (1, "tip"),
            BlockQuoteKind::Important => (2, "important"),
            BlockQuoteKind::Warning => (3, "warning"),
            BlockQuoteKind::Caution => (4, "caution"),
        };
        (class, &self.alerts[number])
    }
}
