//! Files in memory: what a handbook holds, under which path, and where in a file something stands.
//!
//! 1. [`HandbookPath`] names a file relative to the handbook's root, with `/` on every system.
//! 2. [`decode()`] turns bytes into text and says which encoding it met instead of UTF-8. A
//!    [`FileText`] knows where its lines begin.
//! 3. A [`Span`] is where something stands in a text, and [`Spanned`] a value that knows it.
//! 4. [`percent_encode`] and [`hex`] write texts and bytes in the letters that addresses take.
//! 5. [`web`] tells addresses on the web from paths, and takes them apart.
//! 6. [`is_portable`] tells which names a file can have on every system.
//! 7. [`Snapshot`] holds every file that one run sees. Later stages know files only through it.

mod decode;
mod encode;
mod lines;
mod media;
mod path;
mod picture;
mod portable;
mod span;
mod text;
pub mod web;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

pub use decode::{Decoded, Encoding, decode};
pub use encode::{
    RESERVED, RESERVED_IN_PATH, hex, percent_decode, percent_encode, percent_encode_signs,
};
pub use lines::{Line, Lines, Position};
pub use media::Media;
pub use path::{HandbookPath, PathError, composed};
pub use picture::{
    ContentHash, Dimensions, Drawing, Kept, Orientation, Picture, Raster, RasterFormat, Recording,
};
pub use portable::is_portable;
pub use span::{Span, Spanned};
pub use text::FileText;

/// Whether no page and no XML may hold `character`.
pub fn is_forbidden_character(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text of one file of the handbook.
#[derive(Debug, PartialEq)]
pub struct Source {
    /// Where the file is.
    pub path: HandbookPath,
    /// Its text, as decoded; line ends are kept as they are, a byte order mark is not part of it.
    pub text: FileText,
    /// What the file was written in, and where that was first seen, when it isn't UTF-8.
    pub foreign: Option<Spanned<Encoding>>,
    /// Where it had control characters that no page may hold. Blanks stand there in the text.
    pub controls: Vec<Span>,
}

impl Source {
    /// Decodes `bytes`. Text in another encoding is read as that, so that a later stage meets the
    /// author's words; [`Source::foreign`] keeps the fact for a finding.
    pub fn new(path: HandbookPath, bytes: Vec<u8>) -> Self {
        let Decoded {
            text,
            foreign,
            controls,
        } = decode(bytes);
        Self {
            path,
            text: FileText::new(text),
            foreign,
            controls,
        }
    }
}

/// One file of a snapshot.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// A text that a stage reads.
    Text(Arc<Source>),
    /// Any other file: published as it is, never read before.
    Asset {
        /// Size in bytes.
        len: u64,
    },
}

/// What the history of a file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Past {
    /// The day on which it was changed last.
    pub updated: Option<Date>,
    /// Who changed it, in the order of their first changes.
    pub authors: Vec<String>,
}

/// What a document tells beside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentTrace {
    /// The name of a person or an organisation.
    Person(String),
    /// What was changed in it, and by whom.
    Changes,
    /// What someone said about it.
    Comments,
}

/// Every file of a handbook, as one run sees it.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    files: BTreeMap<HandbookPath, File>,
    pictures: BTreeMap<HandbookPath, Picture>,
    recordings: BTreeMap<HandbookPath, Recording>,
    located: BTreeSet<HandbookPath>,
    traces: BTreeMap<HandbookPath, Vec<DocumentTrace>>,
    broken: BTreeSet<HandbookPath>,
    /// What is known of the history of files.
    pub history: BTreeMap<HandbookPath, Past>,
}

impl Snapshot {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: HandbookPath, file: File) {
        self.pictures.remove(&path);
        self.recordings.remove(&path);
        self.located.remove(&path);
        self.traces.remove(&path);
        self.broken.remove(&path);
        self.files.insert(path, file);
    }

    /// Adds or replaces a picture that is `len` bytes long.
    pub fn insert_picture(&mut self, path: HandbookPath, len: u64, picture: Picture) {
        self.insert(path.clone(), File::Asset { len });
        self.pictures.insert(path, picture);
    }

    /// All pictures of which something is known, in the order of their paths.
    pub fn pictures(&self) -> &BTreeMap<HandbookPath, Picture> {
        &self.pictures
    }

    /// Adds or replaces a film or a sound.
    pub fn insert_recording(&mut self, path: HandbookPath, recording: Recording) {
        let len = recording.length;
        self.insert(path.clone(), File::Asset { len });
        self.recordings.insert(path, recording);
    }

    /// All films and sounds, in the order of their paths.
    pub fn recordings(&self) -> &BTreeMap<HandbookPath, Recording> {
        &self.recordings
    }

    /// Notes that the photo at `path` says where it was taken.
    pub fn locate(&mut self, path: HandbookPath) {
        self.located.insert(path);
    }

    /// The photos that say where they were taken, in the order of their paths.
    pub fn located(&self) -> &BTreeSet<HandbookPath> {
        &self.located
    }

    /// Notes that the file at `path` is called like a picture and shows nothing.
    pub fn break_picture(&mut self, path: HandbookPath) {
        self.broken.insert(path);
    }

    /// Files that are called like pictures and show nothing, in the order of their paths.
    pub fn broken(&self) -> &BTreeSet<HandbookPath> {
        &self.broken
    }

    /// Notes what the document at `path` tells about people.
    pub fn trace(&mut self, path: HandbookPath, traces: Vec<DocumentTrace>) {
        self.traces.insert(path, traces);
    }

    /// What documents tell about people, in the order of their paths.
    pub fn traces(&self) -> &BTreeMap<HandbookPath, Vec<DocumentTrace>> {
        &self.traces
    }

    /// Adds or replaces a text.
    pub fn insert_text(&mut self, path: HandbookPath, bytes: Vec<u8>) {
        let source = Arc::new(Source::new(path.clone(), bytes));
        self.files.insert(path, File::Text(source));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &HandbookPath) -> Option<File> {
        self.pictures.remove(path);
        self.recordings.remove(path);
        self.located.remove(path);
        self.traces.remove(path);
        self.broken.remove(path);
        self.files.remove(path)
    }

    /// The file at `path`.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// The text at `path`, if one is read there.
    pub fn text(&self, path: &str) -> Option<&Arc<Source>> {
        match self.files.get(path) {
            Some(File::Text(source)) => Some(source),
            _ => None,
        }
    }

    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&HandbookPath, &File)> {
        self.files.iter()
    }

    /// All texts, in the order of their paths.
    pub fn texts(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.files.values().filter_map(|file| match file {
            File::Text(source) => Some(source),
            File::Asset { .. } => None,
        })
    }

    /// The files below `folder` (all of them for the empty path), in the order of their paths.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a HandbookPath, &'a File)> {
        self.files
            .range::<str, _>((
                std::ops::Bound::Included(folder),
                std::ops::Bound::Unbounded,
            ))
            .take_while(move |(path, _)| path.as_str().starts_with(folder))
            .filter(move |(path, _)| path.is_below(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_takes_a_folder_and_not_its_namesakes() {
        let mut snapshot = Snapshot::default();
        for path in [
            "content/a.md",
            "content-alt/b.md",
            "content/x/c.md",
            "handbook.yml",
        ] {
            snapshot.insert(HandbookPath::literal(path), File::Asset { len: 0 });
        }
        let below: Vec<_> = snapshot.below("content").map(|(p, _)| p.as_str()).collect();
        assert_eq!(below, ["content/a.md", "content/x/c.md"]);
        assert_eq!(snapshot.below("").count(), 4);
    }
}
