//! The files of an index, and how one is read back.
//!
//! A file is a classic script of one call, `transferbuchSearch("name",data)`, with JSON that is a
//! JavaScript expression as well. So a page may load it by a `script` element where `fetch` is
//! forbidden (`file:`), and under `default-src 'self'`.

use super::ranking::Ranking;
use super::{IndexError, IndexFile};
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The function that every file calls.
pub(crate) const CALLBACK: &str = "transferbuchSearch";
/// The version of the format. A reader must refuse any other.
pub const FORMAT: u32 = 2;

/// `meta.js`: what a query needs before it knows which other files it needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// [`FORMAT`].
    pub format: u32,
    /// A fingerprint of all other files; a reader appends it to their addresses.
    pub version: String,
    /// The language's tag.
    pub language: String,
    /// Characters that words are made of, and those that are a word each: pairs of first and last.
    pub letters: String,
    /// See `letters`.
    pub singles: String,
    /// ae, oe, ue are umlauts.
    pub umlauts: bool,
    /// Endings of folded person words before «in», or nothing in languages without gender signs.
    pub persons: Vec<String>,
    /// Linking elements of compounds, or nothing in languages without them.
    pub links: Vec<String>,
    /// Particles that verbs come apart at, or nothing in languages without such verbs.
    pub particles: Vec<String>,
    /// Folded words that carry no weight.
    pub stops: Vec<String>,
    /// Endings of inflection, longest first.
    pub inflections: Vec<String>,
    /// Endings of derivation, longest first.
    pub derivations: Vec<String>,
    /// Weight of the level A, and the ratio from each level to the next.
    pub levels: [f64; 2],
    /// The ranking's constants.
    pub ranking: Ranking,
    /// By chapter: its passages, as counts.
    pub passages: String,
    /// By `texts` file: its chapters, as counts.
    pub texts: String,
    /// By `words` file: its first key.
    pub words: Vec<String>,
    /// The kinds and facets with their values, in the order in which they are offered.
    pub facets: Vec<FacetLabels>,
    /// By field with numbers or lengths of time: its everyday units, folded; none for a length of time.
    pub quantities: Vec<Vec<String>>,
    /// Folded words for numbers, if there are quantities.
    pub numbers: BTreeMap<String, f64>,
    /// Folded words for units of time, in minutes, if there are quantities.
    pub times: BTreeMap<String, f64>,
}

/// A chapter with the least and greatest that a field of it says.
pub(crate) type FactRow = (usize, Option<f64>, Option<f64>);

/// A facet and the labels of its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetLabels {
    /// The facet's id; `kind` for the chapters' kind.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Ids and labels of its values.
    pub values: Vec<(String, String)>,
}

/// Writes a file.
pub(super) fn write(name: &str, data: &impl Serialize) -> IndexFile {
    let json = serde_json::to_string(data).expect("strings, numbers and lists are always JSON");
    IndexFile {
        path: format!("{name}.js"),
        bytes: script(CALLBACK, name, &json),
    }
}

/// A file with a list of which the items come one by one.
pub(super) struct ListFile {
    name: String,
    script: String,
    pub items: usize,
}

impl ListFile {
    pub(super) fn new(name: String) -> Self {
        Self {
            script: format!("{CALLBACK}(\"{name}\",["),
            name,
            items: 0,
        }
    }

    /// Adds an item that is JSON already.
    pub(super) fn push(&mut self, json: &str) {
        if self.items > 0 {
            self.script.push(',');
        }
        self.script.push_str(json);
        self.items += 1;
    }

    pub(super) fn finish(mut self) -> IndexFile {
        self.script.push_str("])\n");
        IndexFile {
            path: self.name + ".js",
            bytes: for_old_browsers(self.script).into_bytes(),
        }
    }
}

/// A classic script that hands `json` to the function `callback` under a name.
pub fn script(callback: &str, name: &str, json: &str) -> Vec<u8> {
    for_old_browsers(format!("{callback}(\"{name}\",{json})\n")).into_bytes()
}

/// JSON allows the two line separators in strings, older JavaScript does not.
fn for_old_browsers(script: String) -> String {
    // One by one: looking for two characters at once takes much longer, and neither is ever there.
    if !script.contains('\u{2028}') && !script.contains('\u{2029}') {
        return script;
    }
    script
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Reads a file's data.
pub(super) fn read<T: DeserializeOwned>(
    name: &str,
    bytes: Option<Vec<u8>>,
) -> Result<T, IndexError> {
    let bytes = bytes.ok_or_else(|| IndexError::Missing(name.into()))?;
    let script = String::from_utf8(bytes).map_err(|_| IndexError::Damaged(name.into()))?;
    script
        .trim_end()
        .strip_prefix(&format!("{CALLBACK}(\"{name}\","))
        .and_then(|call| call.strip_suffix(')'))
        .and_then(|json| serde_json::from_str(json).ok())
        .ok_or_else(|| IndexError::Damaged(name.into()))
}

/// A fingerprint of the files' bytes (64-bit FNV-1a of each file's).
pub fn fingerprint(files: &[IndexFile]) -> String {
    combined(files.par_iter().map(|file| hash(&file.bytes)).collect())
}

/// The fingerprint of files with these hashes.
pub(super) fn combined(hashes: Vec<u64>) -> String {
    let bytes: Vec<u8> = hashes.into_iter().flat_map(u64::to_le_bytes).collect();
    format!("{:016x}", hash(&bytes))
}

pub(super) fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_written() {
        let file = write("words-0", &["a\u{2028}b\"</script>"]);
        assert_eq!(file.path, "words-0.js");
        assert!(!String::from_utf8_lossy(&file.bytes).contains('\u{2028}'));
        let data: Vec<String> = read("words-0", Some(file.bytes)).unwrap();
        assert_eq!(data, ["a\u{2028}b\"</script>"]);
    }

    #[test]
    fn missing_and_truncated_files_are_told_apart() {
        let file = write("words-0", &["abc"]);
        let half = file.bytes[..file.bytes.len() / 2].to_vec();
        let read = |bytes| read::<Vec<String>>("words-0", bytes);
        assert!(matches!(read(None), Err(IndexError::Missing(_))));
        assert!(matches!(read(Some(half)), Err(IndexError::Damaged(_))));
        assert!(matches!(
            read(Some(vec![0xff])),
            Err(IndexError::Damaged(_))
        ));
    }
}
