//! `transferbuch.json`: what an output folder holds. A later build knows by it what it may replace,
//! a later release which addresses must live on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Written;

/// The file's name.
pub const FILE: &str = "transferbuch.json";

/// Version of the manifest's form.
const FORMAT: u32 = 1;

/// A manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub generator: String,
    /// Its version.
    pub version: String,
    /// Version of this form.
    pub format: u32,
    /// All pages, by address.
    pub pages: BTreeMap<String, PageEntry>,
    /// SHA-256 of every file but this one, in hexadecimal digits, by path.
    pub files: BTreeMap<String, String>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageEntry {
    /// Id of the chapter, if it is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// BCP 47 code.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// The places on it that one can link to.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub anchors: Vec<String>,
}

impl Manifest {
    /// A manifest of nothing.
    pub fn new() -> Self {
        Self {
            generator: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            format: FORMAT,
            pages: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }

    /// Notes a file.
    pub fn add(&mut self, path: String, written: &Written) {
        let hash = written
            .hash
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        self.files.insert(path, hash);
    }

    /// As the bytes of the file.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("a manifest is plain data");
        json.push(b'\n');
        json
    }

    /// Reads a manifest; `None` if it isn't one that this program wrote.
    pub fn from_json(json: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(json).ok()?;
        (manifest.generator == env!("CARGO_PKG_NAME")).then_some(manifest)
    }
}

impl Default for Manifest {
    fn default() -> Self {
        Self::new()
    }
}
