//! Footnotes: numbered where they are first referred to, gathered at the end, with ways back.

use super::Labels;
use crate::markdown::html::escaped;

/// The footnotes of a page so far.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Goes into all ids, so that several texts on a page don't collide.
    prefix: String,
    notes: Vec<Note>,
    /// Which text is being walked: labels belong to their file.
    texts: Vec<usize>,
    entered: usize,
    open: Vec<(usize, String)>,
}

#[derive(Debug, Default)]
struct Note {
    text: usize,
    label: String,
    html: Option<String>,
    references: usize,
    number: usize,
}

impl Footnotes {
    pub fn new(prefix: &str) -> Self {
        Self {
            prefix: prefix.to_owned(),
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
        let same = |note: &Note| note.text == text && note.label == label;
        self.notes.iter().position(same).unwrap_or_else(|| {
            self.notes.push(Note {
                text,
                label: label.to_owned(),
                ..Note::default()
            });
            self.notes.len() - 1
        })
    }

    /// Writes the mark of the footnote `label`.
    pub fn reference(&mut self, label: &str, labels: &Labels, out: &mut String) {
        let at = self.note(label);
        if self.notes[at].number == 0 {
            self.notes[at].number = 1 + self.notes.iter().map(|n| n.number).max().unwrap_or(0);
        }
        self.notes[at].references += 1;
        let Note {
            number, references, ..
        } = self.notes[at];
        let prefix = &self.prefix;
        let back = back_id(prefix, number, references);
        let word = escaped(&labels.footnote);
        *out += &format!(
            "<sup class=\"footnote-ref\"><a id=\"{back}\" href=\"#fn-{prefix}{number}\" \
             role=\"doc-noteref\" aria-label=\"{word} {number}\">{number}</a></sup>"
        );
    }

    /// Begins the text of a footnote; `outer` is what was written before it.
    pub fn begin(&mut self, label: &str, outer: String) {
        let at = self.note(label);
        self.open.push((at, outer));
    }

    /// Ends it with what was written for it, and gives back what was written before.
    pub fn end(&mut self, html: String) -> String {
        let Some((at, outer)) = self.open.pop() else {
            return html;
        };
        self.notes[at].html = Some(html);
        outer
    }

    /// Writes all footnotes that are referred to, under a heading of `level`. On a page of several
    /// chapters, `chapter` is the id of their chapter's title: it tells the lists of footnotes apart
    /// for those who go from landmark to landmark.
    pub fn write(mut self, labels: &Labels, level: u8, chapter: Option<&str>, out: &mut String) {
        self.notes.retain(|note| note.number > 0);
        self.notes.sort_by_key(|note| note.number);
        if self.notes.is_empty() {
            return;
        }
        let prefix = &self.prefix;
        let title = escaped(&labels.footnotes);
        let of_chapter = chapter.map_or(String::new(), |id| format!(" {id}"));
        *out += &format!(
            "<section class=\"footnotes\" role=\"doc-endnotes\" \
             aria-labelledby=\"footnotes-{prefix}title{of_chapter}\">\
             <h{level} id=\"footnotes-{prefix}title\">{title}</h{level}>\n<ol>\n"
        );
        for note in &self.notes {
            let number = note.number;
            let html = note.html.as_deref().unwrap_or_default().trim_end();
            let backs: String = (1..=note.references)
                .map(|reference| {
                    let word = escaped(&labels.footnote_back);
                    let back = back_id(prefix, number, reference);
                    let nth = if note.references > 1 {
                        format!(".{reference}")
                    } else {
                        String::new()
                    };
                    format!(
                        " <a class=\"backref\" href=\"#{back}\" role=\"doc-backlink\" \
                         aria-label=\"{word} {number}{nth}\">↩\u{fe0e}</a>"
                    )
                })
                .collect();
            // The ways back stand in the footnote's last line where that is a paragraph.
            let html = match html.strip_suffix("</p>") {
                Some(text) => format!("{text}{backs}</p>"),
                None => format!("{html}{backs}"),
            };
            *out += &format!("<li id=\"fn-{prefix}{number}\">{html}</li>\n");
        }
        *out += "</ol></section>\n";
    }
}

fn back_id(prefix: &str, number: usize, reference: usize) -> String {
    match reference {
        1 => format!("fnref-{prefix}{number}"),
        _ => format!("fnref-{prefix}{number}-{reference}"),
    }
}
