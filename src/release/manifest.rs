//! `transferbuch.json`: what an output folder holds. A later build knows by it what it may replace,
//! a later release which addresses must live on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::hex;

/// The file's name.
pub const FILE: &str = "transferbuch.json";

/// Version of the manifest's form. A release compares itself only with one of this form.
pub const FORMAT: u32 = 2;

/// A manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub generator: String,
    /// Its version.
    pub version: String,
    /// Version of this form.
    pub format: u32,
    /// Name of the handbook.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Where the site is published, with a slash at its end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// The release that this is.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub release: Option<String>,
    /// The day that the release carries, as in 2026-11-30.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub date: Option<String>,
    /// SHA-256 of the manifests of the frozen editions below `v/`, by version.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub editions: BTreeMap<String, String>,
    /// All pages, by address.
    pub pages: BTreeMap<String, PageEntry>,
    /// Former addresses, and those that they lead to.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub redirects: BTreeMap<String, String>,
    /// Files of the handbook that readers may have links to.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<String>,
    /// SHA-256 of every file but this one and those below `v/`, in hexadecimal digits, by path.
    pub files: BTreeMap<String, String>,
}

/// Sorts of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum PageType {
    /// A chapter, or a section with a text of its own.
    Chapter,
    /// A section without one.
    Section,
    /// A page that the program makes, such as a list or its later parts.
    #[default]
    Generated,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageEntry {
    /// Its sort.
    #[serde(rename = "type", default)]
    pub ty: PageType,
    /// Id of the chapter, if it is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// BCP 47 code.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// Label of the chapter's kind, in its language.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<String>,
    /// Whether the chapter is there because it was cited, and no longer held to be right.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub withdrawn: bool,
    /// The places on it that one can link to.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub anchors: Vec<String>,
    /// The chapter's text, by section.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sections: Vec<SectionEntry>,
}

impl PageEntry {
    /// A page that the program makes.
    pub fn generated(lang: &str, title: &str) -> Self {
        Self {
            ty: PageType::Generated,
            id: None,
            lang: lang.to_owned(),
            title: title.to_owned(),
            kind: None,
            withdrawn: false,
            anchors: Vec::new(),
            sections: Vec::new(),
        }
    }
}

/// What a section of a chapter reads like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionEntry {
    /// Its anchor; none before the first heading and for fields.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub anchor: Option<String>,
    /// Its heading; empty before the first one.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub heading: String,
    /// The beginning of the SHA-256 of its words, in hexadecimal digits.
    pub hash: String,
}

/// What manifests of all forms have.
#[derive(Deserialize)]
struct Common {
    generator: String,
    version: String,
    format: u32,
    #[serde(default)]
    editions: BTreeMap<String, String>,
    #[serde(default)]
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// A manifest of nothing.
    pub fn new() -> Self {
        Self {
            generator: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            format: FORMAT,
            title: None,
            url: None,
            release: None,
            date: None,
            editions: BTreeMap::new(),
            pages: BTreeMap::new(),
            redirects: BTreeMap::new(),
            attachments: Vec::new(),
            files: BTreeMap::new(),
        }
    }

    /// Notes a file by the SHA-256 of its bytes.
    pub fn add(&mut self, path: String, hash: [u8; 32]) {
        self.files.insert(path, hex(&hash));
    }

    /// As the bytes of the file.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a manifest is plain data");
        json.push(b'\n');
        json
    }

    /// Reads a manifest; `None` if it isn't one that this program wrote. One of another form says
    /// only what this form and that have in common: which files and editions are there.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        let common: Common = serde_json::from_slice(json).ok()?;
        if common.generator != env!("CARGO_PKG_NAME") {
            return None;
        }
        if common.format == FORMAT {
            return serde_json::from_slice(json).ok();
        }
        Some(Self {
            version: common.version,
            format: common.format,
            editions: common.editions,
            files: common.files,
            ..Self::new()
        })
    }
}

impl Default for Manifest {
    fn default() -> Self {
        Self::new()
    }
}
