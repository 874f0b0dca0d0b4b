//! A handbook as text, what the product makes of it, and what it says about it.
//!
//! A handbook is written as one text: a line `--- PATH` begins the file at PATH.
//!
//! 1. [`Handbook::build`] runs the library's pipeline in memory and gives findings and files.
//! 2. [`check`] and [`check_german`] compare the findings, with carets under the handbook's text.
//! 3. [`Handbook::on_disk`] writes it to a temporary folder and runs the real program there.
#![allow(dead_code, reason = "every test crate uses its own part of this")]

pub mod crawl;
pub mod program;
pub mod resources;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Mutex;

use expect_test::Expect;
use jiff::civil::date;
use sha2::{Digest, Sha256};
use transferbuch::book::Originals;
use transferbuch::check::queries;
use transferbuch::diagnostic::human::{Style, finding};
use transferbuch::output::{Content, Index, Sink, Written};
use transferbuch::picture::{self, Problem, Recipe};
use transferbuch::pipeline::{self, Memo};
use transferbuch::recording::recording;
use transferbuch::release::Manifest;
use transferbuch::site::Options;
use transferbuch::source::{
    ContentHash, File, FileText, HandbookPath, Media, Picture, Raster, Snapshot,
};
use transferbuch::text::{Language, program as texts};

pub type OnDisk = program::OnDisk;

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of a handbook.
#[derive(Debug, Clone, Default)]
pub struct Handbook {
    pub files: Files,
}

/// What came of a handbook.
#[derive(Debug)]
pub struct Built {
    pub handbook: pipeline::Handbook,
    pub manifest: Manifest,
    pub files: Files,
    pub snapshot: Snapshot,
}

impl Handbook {
    /// The handbook that `text` holds.
    pub fn new(text: &str) -> Self {
        let mut handbook = Self::default();
        let mut path = None;
        for line in text.split_inclusive('\n') {
            if let Some(name) = line.strip_prefix("--- ") {
                path = Some(name.trim_end().to_owned());
                handbook = handbook.with(name.trim_end(), "");
            } else if let Some(path) = &path {
                let file = handbook.files.get_mut(path).unwrap();
                file.extend_from_slice(line.as_bytes());
            } else {
                assert!(line.trim().is_empty(), "a handbook begins with `--- PATH`");
            }
        }
        handbook
    }

    /// One chapter, `content/a.md`.
    pub fn chapter(text: &str) -> Self {
        Self::default().with("content/a.md", text)
    }

    /// The same with another file, or another text in it.
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), bytes.into());
        self
    }

    /// As the pipeline gets it: texts where the program reads text, else files that it copies.
    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        for (path, bytes) in &self.files {
            let place = HandbookPath::parse(path).unwrap();
            let is_text = path.ends_with(".md")
                || path.starts_with("themes/")
                || path.ends_with(".yml") && !path.starts_with("content/")
                || path.ends_with(".dat") && !path.contains('/');
            if is_text {
                snapshot.insert_text(place, bytes.clone());
            } else {
                let len = bytes.len() as u64;
                let hash = ContentHash(Sha256::digest(bytes).into());
                let raster = picture::probe(bytes, hash).map(|probe| probe.raster);
                let drawn = || picture::drawing(bytes.clone()).ok();
                let drawn = path.ends_with(".svg").then(drawn).flatten();
                let picture = match (raster, drawn) {
                    (Some(raster), _) => Some(Picture {
                        dimensions: raster.stored.turned(raster.orientation),
                        raster: Some(raster),
                        drawing: None,
                    }),
                    (None, Some((dimensions, drawing))) => Some(Picture {
                        dimensions,
                        raster: None,
                        drawing: Some(drawing.into()),
                    }),
                    (None, None) => None,
                };
                match picture {
                    Some(picture) => snapshot.insert_picture(place, len, picture),
                    None if Media::of(path).is_some_and(|media| media != Media::Picture) => {
                        let recording = recording(&mut Cursor::new(bytes), len);
                        snapshot.insert_recording(place, recording);
                    }
                    None => snapshot.insert(place, File::Asset { len }),
                }
            }
        }
        snapshot
    }

    /// Loads the handbook, and writes its site unless an error keeps it from being published.
    pub fn build(&self) -> Built {
        self.build_with(Options::default(), &mut Memo::default())
    }

    /// As [`Handbook::build`], with drafts.
    pub fn build_drafts(&self) -> Built {
        self.build_with(
            Options {
                drafts: true,
                ..Options::default()
            },
            &mut Memo::default(),
        )
    }

    /// As [`Handbook::build`], with a review of the content as of 15 November 2026.
    pub fn review(&self) -> Built {
        let options = Options {
            today: Some(date(2026, 11, 15)),
            ..Options::default()
        };
        self.build_with(options, &mut Memo::default())
    }

    /// As [`Handbook::build`], with what an earlier run left.
    pub fn build_with(&self, options: Options, memo: &mut Memo) -> Built {
        let snapshot = self.snapshot();
        let mut handbook = pipeline::load(&snapshot, options, memo);
        let memory = Memory {
            sources: &self.files,
            files: Mutex::default(),
        };
        let mut manifest = Manifest::default();
        if !handbook.has_errors() {
            let (written, mut findings) = handbook.write(Index::Make, &memory, &|| ());
            let files = memory.files.lock().unwrap();
            findings.extend(queries::run(&handbook.linked, &files));
            manifest = written;
            handbook.report(findings);
        }
        Built {
            handbook,
            manifest,
            files: memory.files.into_inner().unwrap(),
            snapshot,
        }
    }
}

impl Built {
    /// The slugs of all findings, in their order.
    pub fn slugs(&self) -> Vec<&'static str> {
        let findings = self.handbook.findings.iter();
        findings.map(|finding| finding.code.slug).collect()
    }

    /// The text of a file, for showing findings in it.
    pub fn source(&self, path: &str) -> Option<&FileText> {
        self.handbook.source(&self.snapshot, path)
    }

    /// All findings as people see them, without the lines that hold nothing but the margin.
    pub fn shown(&self, language: Language) -> String {
        let source = |path: &str| self.handbook.source(&self.snapshot, path);
        let style = Style { colour: false };
        let show = |found| compact(&finding(found, texts(language), &source, style));
        self.handbook.findings.iter().map(show).collect()
    }

    /// The page or file at `path` as text. Fails with what was found wrong if there is none.
    pub fn text(&self, path: &str) -> &str {
        let file = self.files.get(path).unwrap_or_else(|| {
            let found = self.shown(Language::English);
            panic!("no {path} among {:?}\n{found}", self.files.keys())
        });
        str::from_utf8(file).unwrap()
    }

    /// Its files as a preview has them: see [`by_plain_names`].
    pub fn by_plain_names(&self) -> Files {
        by_plain_names(&self.files)
    }

    /// Fails unless nothing was found.
    pub fn clean(self) -> Self {
        assert_eq!(self.shown(Language::English), "");
        self
    }
}

/// The files of a site as a preview has them, which names styles and scripts without their fingerprints.
pub fn by_plain_names(files: &Files) -> Files {
    let plain = |path: &String| {
        let mut parts: Vec<&str> = path.strip_prefix("assets/")?.split('.').collect();
        let mark = parts.remove(parts.len().checked_sub(2)?);
        let plain = format!("assets/{}", parts.join("."));
        let is_mark = mark.len() == 8 && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
        (is_mark && files.contains_key(&plain)).then(|| (path.clone(), plain))
    };
    let names: BTreeMap<String, String> = files.keys().filter_map(plain).collect();
    let mut files = files.clone();
    files.retain(|path, _| !names.contains_key(path));
    for (_, bytes) in files.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
        let mut html = String::from_utf8(std::mem::take(bytes)).unwrap();
        for (name, plain) in &names {
            html = html.replace(name, plain);
        }
        *bytes = html.into();
    }
    files
}

/// Findings without the lines that hold nothing but the margin.
pub fn compact(shown: &str) -> String {
    let lines = shown.lines().filter(|line| {
        let line = line.trim();
        !line.is_empty() && line != "|"
    });
    lines
        .map(|line| line.trim_end().to_owned() + "\n")
        .collect()
}

/// Holds the findings of a handbook against what is expected, in English.
pub fn check(handbook: &str, expect: Expect) {
    expect.assert_eq(&Handbook::new(handbook).build().shown(Language::English));
}

/// Holds the findings of a handbook against what is expected, in German.
pub fn check_german(handbook: &str, expect: Expect) {
    expect.assert_eq(&Handbook::new(handbook).build().shown(Language::German));
}

/// Holds the findings of a review of a handbook against what is expected, in English.
pub fn review(handbook: &str, expect: Expect) {
    expect.assert_eq(&Handbook::new(handbook).review().shown(Language::English));
}

/// A sink that keeps everything.
struct Memory<'s> {
    sources: &'s Files,
    files: Mutex<Files>,
}

impl Originals for Memory<'_> {
    fn read(&self, path: &HandbookPath) -> Result<Vec<u8>, String> {
        Ok(self.sources[path.as_str()].clone())
    }

    fn make(
        &self,
        path: &HandbookPath,
        raster: &Raster,
        recipe: Recipe,
    ) -> Result<Vec<u8>, String> {
        let made = picture::make(&self.sources[path.as_str()], raster, &[recipe]);
        let made = made.map_err(|problem| format!("{problem:?}"))?;
        Ok(made.into_iter().next().unwrap_or_default())
    }
}

impl Sink for Memory<'_> {
    fn put(&self, path: &str, content: Content<'_>) -> Result<Written, String> {
        let bytes = match content {
            Content::Bytes(bytes) => bytes,
            Content::CopyOf(source) => &self.sources[source.as_str()],
        };
        let written = Written::of(bytes);
        let before = self.files.lock().unwrap().insert(path.into(), bytes.into());
        match before {
            Some(_) => Err(format!("{path} is written twice")),
            None => Ok(written),
        }
    }

    fn put_pictures(
        &self,
        source: &HandbookPath,
        raster: &Raster,
        wanted: &[(&str, Recipe)],
    ) -> Result<Vec<Result<Written, String>>, Problem> {
        let recipes: Vec<Recipe> = wanted.iter().map(|(_, recipe)| *recipe).collect();
        let made = picture::make(&self.sources[source.as_str()], raster, &recipes)?;
        let files = wanted.iter().zip(&made);
        let put =
            |((path, _), bytes): (&(&str, Recipe), &Vec<u8>)| self.put(path, Content::Bytes(bytes));
        Ok(files.map(put).collect())
    }
}
