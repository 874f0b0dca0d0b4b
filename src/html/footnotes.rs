//! Footnotes: numbered where they are first referred to, gathered at the end, with links back.

use std::collections::BTreeMap;

use super::Labels;
use super::fragment::{Fragment, Hole};
use super::frame::SECTION;
use crate::markdown::html::escaped;

/// The footnotes of a page so far.
#[derive(Debug, Default)]
pub(super) struct Footnotes<'s> {
    /// Goes into all ids behind what those of the chapter begin with, so that several texts of one
    /// chapter don't collide.
    prefix: String,
    notes: Vec<Note<'s>>,
    /// The numbers of notes, by text and label: labels belong to their file.
    by_label: BTreeMap<(usize, String), usize>,
    /// How many are referred to.
    numbered: usize,
    /// Which texts are being walked, the innermost last.
    texts: Vec<usize>,
    entered: usize,
    open: Vec<OpenNote<'s>>,
}

/// A footnote whose text is being written.
#[derive(Debug)]
struct OpenNote<'s> {
    note: usize,
    /// What was written before it.
    outer: Fragment<'s>,
}

#[derive(Debug, Default)]
struct Note<'s> {
    html: Option<Fragment<'s>>,
    /// References to it, counted from 1, and the note that each stands in, if any.
    references: Vec<(usize, Option<usize>)>,
    number: usize,
}

impl<'s> Footnotes<'s> {
    pub fn new(prefix: String) -> Self {
        Self {
            prefix,
            ..Self::default()
        }
    }

    /// Begins a text with labels of its own.
    pub fn enter(&mut self) {
        self.entered += 1;
        self.texts.push(self.entered);
    }

    /// Ends it.
    pub fn leave(&mut self) {
        self.texts.pop();
    }

    fn note(&mut self, label: &str) -> usize {
        let text = self.texts.last().copied().unwrap_or_default();
        let next = self.notes.len();
        let at = *self
            .by_label
            .entry((text, label.to_owned()))
            .or_insert(next);
        if at == next {
            self.notes.push(Note::default());
        }
        at
    }

    /// Writes the mark of the footnote `label`.
    pub fn reference(&mut self, label: &str, labels: &Labels, out: &mut Fragment<'s>) {
        let at = self.note(label);
        let from = self.open.last().map(|open| open.note);
        let note = &mut self.notes[at];
        if note.number == 0 {
            self.numbered += 1;
            note.number = self.numbered;
        }
        let (number, references) = (note.number, note.references.len() + 1);
        note.references.push((references, from));
        out.push("<sup class=\"footnote-ref\"><a id=\"");
        self.back_id(number, references, out);
        out.push("\" href=\"#");
        self.note_id(number, out);
        let word = escaped(&labels.footnote);
        out.push(&format!(
            "\" role=\"doc-noteref\" aria-label=\"{word} {number}\">{number}</a></sup>"
        ));
    }

    /// Begins the text of a footnote; `outer` is what was written before it.
    pub fn begin(&mut self, label: &str, outer: Fragment<'s>) {
        let note = self.note(label);
        self.open.push(OpenNote { note, outer });
    }

    /// Ends it with what was written for it, and gives back what was written before.
    pub fn end(&mut self, html: Fragment<'s>) -> Fragment<'s> {
        let Some(OpenNote { note, outer }) = self.open.pop() else {
            return html;
        };
        // A label that is defined twice keeps its first text.
        self.notes[note].html.get_or_insert(html);
        outer
    }

    /// All footnotes that are referred to, under a heading. On a page of several chapters, the id of
    /// their chapter's title tells the lists of footnotes apart for those who go from landmark to
    /// landmark.
    pub fn finish(mut self, labels: &Labels) -> Fragment<'s> {
        let mut out = Fragment::default();
        self.keep_links_back();
        let mut notes = std::mem::take(&mut self.notes);
        notes.retain(|note| note.number > 0);
        notes.sort_by_key(|note| note.number);
        if notes.is_empty() {
            return out;
        }
        out.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"");
        self.title_id(&mut out);
        out.hole(Hole::TitleId);
        out.push("\"><h");
        out.hole(Hole::Level(SECTION));
        out.push(" id=\"");
        self.title_id(&mut out);
        out.push("\">");
        out.push(&escaped(&labels.footnotes));
        out.push("</h");
        out.hole(Hole::Level(SECTION));
        out.push(">\n<ol>\n");
        for note in notes {
            self.write(note, labels, &mut out);
        }
        out.push("</ol></section>\n");
        out
    }

    /// Forgets references in notes that nothing refers to, which aren't shown: no link leads there.
    fn keep_links_back(&mut self) {
        let is_unused = |note: &Note<'_>| note.number == 0;
        let unused: Vec<bool> = self.notes.iter().map(is_unused).collect();
        for note in &mut self.notes {
            note.references
                .retain(|(_, from)| from.is_none_or(|from| !unused[from]));
        }
    }

    fn write(&self, note: Note<'s>, labels: &Labels, out: &mut Fragment<'s>) {
        let Note {
            html,
            references,
            number,
        } = note;
        let mut html = html.unwrap_or_default();
        html.trim_end();
        // The links back stand in the footnote's last line where that is a paragraph.
        let ends_with_paragraph = html.strip_suffix("</p>");
        out.push("<li id=\"");
        self.note_id(number, out);
        out.push("\">");
        out.append(html);
        let word = escaped(&labels.footnote_back);
        let is_only = references.len() == 1;
        for (reference, _) in references {
            out.push(" <a class=\"backref\" href=\"#");
            self.back_id(number, reference, out);
            out.push(&format!(
                "\" role=\"doc-backlink\" aria-label=\"{word} {number}"
            ));
            if !is_only {
                out.push(&format!(".{reference}"));
            }
            out.push("\">↩\u{fe0e}</a>");
        }
        out.push(if ends_with_paragraph {
            "</p></li>\n"
        } else {
            "</li>\n"
        });
    }

    fn title_id(&self, out: &mut Fragment<'s>) {
        out.push("footnotes-");
        out.hole(Hole::IdPrefix);
        out.push(&self.prefix);
        out.push("title");
    }

    fn note_id(&self, number: usize, out: &mut Fragment<'s>) {
        out.push("fn-");
        out.hole(Hole::IdPrefix);
        out.push(&self.prefix);
        out.number(number);
    }

    fn back_id(&self, number: usize, reference: usize, out: &mut Fragment<'s>) {
        out.push("fnref-");
        out.hole(Hole::IdPrefix);
        out.push(&self.prefix);
        out.number(number);
        if reference > 1 {
            out.push("-");
            out.number(reference);
        }
    }
}
