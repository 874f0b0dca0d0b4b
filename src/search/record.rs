//! The record of a chapter, as the reader's script gets it: `[url, title, kind, summary, sections]`,
//! a section being `[anchor, heading, [passage, ...]]`.

use super::{Chapter, Section};

/// Writes a record as its parts come up.
pub(super) struct RecordWriter {
    json: Vec<u8>,
    /// Whether sections have begun, and passages of the last one.
    in_section: bool,
    in_passage: bool,
}

impl RecordWriter {
    pub(super) fn new(chapter: &Chapter) -> Self {
        let bodies = chapter.sections.iter().map(|section| section.body.len());
        let mut record = Self {
            json: Vec::with_capacity(bodies.sum::<usize>() + 256),
            in_section: false,
            in_passage: false,
        };
        record.json.push(b'[');
        for text in [
            &chapter.url,
            &chapter.title,
            &chapter.kind,
            &chapter.summary,
        ] {
            record.text(text);
            record.json.push(b',');
        }
        record.json.push(b'[');
        record
    }

    /// Begins a section.
    pub(super) fn section(&mut self, section: &Section) {
        self.end_section();
        if self.in_section {
            self.json.push(b',');
        }
        (self.in_section, self.in_passage) = (true, false);
        self.json.push(b'[');
        self.text(section.anchor.as_deref().unwrap_or_default());
        self.json.push(b',');
        self.text(&section.heading);
        self.json.extend_from_slice(b",[");
    }

    /// Adds a passage to the section.
    pub(super) fn passage(&mut self, text: &str) {
        if std::mem::replace(&mut self.in_passage, true) {
            self.json.push(b',');
        }
        self.text(text);
    }

    pub(super) fn finish(mut self) -> String {
        self.end_section();
        self.json.extend_from_slice(b"]]");
        self.json.shrink_to_fit();
        String::from_utf8(self.json).expect("JSON of texts is text")
    }

    fn end_section(&mut self) {
        if self.in_section {
            self.json.extend_from_slice(b"]]");
        }
    }

    fn text(&mut self, text: &str) {
        serde_json::to_writer(&mut self.json, text).expect("a text is always JSON");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(anchor: Option<&str>, heading: &str) -> Section {
        Section {
            anchor: anchor.map(str::to_owned),
            heading: heading.into(),
            ..Section::default()
        }
    }

    #[test]
    fn a_record_is_json_of_all_that_is_shown() {
        let chapter = Chapter {
            url: "a/".into(),
            title: "\"A\"".into(),
            kind: "page".into(),
            ..Chapter::default()
        };
        let empty = RecordWriter::new(&chapter).finish();
        assert_eq!(empty, r#"["a/","\"A\"","page","",[]]"#);
        let mut record = RecordWriter::new(&chapter);
        record.section(&section(None, ""));
        record.passage("eins");
        record.passage("zwei");
        record.section(&section(Some("x"), "X"));
        record.passage("");
        let expected = r#"["a/","\"A\"","page","",[["","",["eins","zwei"]],["x","X",[""]]]]"#;
        assert_eq!(record.finish(), expected);
    }
}
