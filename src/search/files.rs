//! The files of an index, and how one is read back.
//!
//! A file is a classic script of one call, `transferbuchSearch("name",data)`, with JSON that is a
//! JavaScript expression as well. So a page may load it by a `script` element where `fetch` is
//! forbidden (`file:`), and under `default-src 'self'`.
//!
//! All files but `meta.js` are *parts*: each has a fingerprint of what is in it in its name, which the meta
//! file knows. So a cache may keep a part for ever, and never gives one of another index.

use super::quantities::Bounds;
use super::ranking::Ranking;
use super::{IndexError, IndexFile};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The function that every file calls.
pub(crate) const CALLBACK: &str = "transferbuchSearch";
/// The version of the format. A reader must refuse any other.
pub const FORMAT: u32 = 3;
/// The folder of the parts, in the index's folder.
pub(super) const PARTS: &str = "parts/";

/// `meta.js`: what a query needs before it knows which other files it needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// [`FORMAT`].
    pub format: u32,
    /// A fingerprint of all other files.
    pub version: String,
    /// By the parts' name before its number: their fingerprints, of six digits each.
    pub parts: BTreeMap<String, String>,
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
    /// What may be written together with the word behind it, longest first.
    pub clitics: Vec<String>,
    /// An apostrophe stands inside of words.
    pub apostrophes: bool,
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
    /// By `others` file: its first key.
    pub others: Vec<String>,
    /// The kinds and facets with their values, in the order in which they are offered.
    pub facets: Vec<FacetLabels>,
    /// By field with numbers or lengths of time: its everyday units, folded; none for a length of time.
    pub quantities: Vec<Vec<String>>,
    /// Folded words for numbers, if there are quantities.
    pub numbers: BTreeMap<String, f64>,
    /// Folded words for units of time, in minutes, if there are quantities.
    pub times: BTreeMap<String, f64>,
    /// Words that make a number a bound.
    #[serde(default, skip_serializing_if = "Bounds::is_empty")]
    pub bounds: Bounds,
    /// Phrases that mean a value, their folded words with `=` between; the chapters that have it are in
    /// `phrases.js`, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phrases: Vec<String>,
}

impl Meta {
    /// The name of a part with this number, fingerprint included, if there is one.
    pub(crate) fn part(&self, name: &str, number: Option<usize>) -> Option<String> {
        let from = DIGITS * number.unwrap_or_default();
        let mark = self.parts.get(name)?.get(from..from + DIGITS)?;
        Some(part_name(name, number, mark))
    }
}

/// Digits of a part's fingerprint.
const DIGITS: usize = 6;

fn part_name(name: &str, number: Option<usize>, mark: &str) -> String {
    match number {
        Some(number) => format!("{name}-{number}.{mark}"),
        None => format!("{name}.{mark}"),
    }
}

/// Where a part with this name stands in the index's folder.
pub(crate) fn part_path(name: &str) -> String {
    format!("{PARTS}{name}.js")
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

/// Writes the meta file.
pub(super) fn meta(meta: &Meta) -> IndexFile {
    IndexFile {
        path: "meta.js".into(),
        bytes: script(CALLBACK, "meta", &json(meta)),
    }
}

fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).expect("strings, numbers and lists are always JSON")
}

/// A part of an index, with the hash that its fingerprint is made of.
pub(super) struct Part {
    pub file: IndexFile,
    pub hash: u64,
}

impl Part {
    /// Of data that is JSON already.
    fn of_json(name: &str, number: Option<usize>, json: &str) -> Self {
        let hash = hash(json.as_bytes());
        let name = part_name(name, number, &mark(hash));
        Self {
            file: IndexFile {
                path: part_path(&name),
                bytes: script(CALLBACK, &name, json),
            },
            hash,
        }
    }

    pub(super) fn new(name: &str, number: Option<usize>, data: &impl Serialize) -> Self {
        Self::of_json(name, number, &json(data))
    }
}

/// The digits that stand for a hash in a part's name.
fn mark(hash: u64) -> String {
    first_digits(hash, DIGITS)
}

fn first_digits(hash: u64, count: usize) -> String {
    format!("{hash:016x}")[..count].to_owned()
}

/// A fingerprint of bytes, of at most sixteen digits.
pub fn digits(bytes: &[u8], count: usize) -> String {
    first_digits(hash(bytes), count)
}

/// The fingerprints of parts with these hashes, as the meta file has them.
pub(super) fn marks(hashes: &[u64]) -> String {
    hashes.iter().map(|hash| mark(*hash)).collect()
}

/// A part with a list of which the items come one by one.
pub(super) struct ListFile {
    name: &'static str,
    number: usize,
    json: String,
    pub items: usize,
}

impl ListFile {
    pub(super) fn new(name: &'static str, number: usize) -> Self {
        Self {
            name,
            number,
            json: "[".into(),
            items: 0,
        }
    }

    /// Adds an item that is JSON already.
    pub(super) fn push(&mut self, json: &str) {
        if self.items > 0 {
            self.json.push(',');
        }
        self.json.push_str(json);
        self.items += 1;
    }

    pub(super) fn finish(mut self) -> Part {
        self.json.push(']');
        Part::of_json(self.name, Some(self.number), &self.json)
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

/// The fingerprint of files with these hashes.
pub(super) fn combined(hashes: Vec<u64>) -> String {
    let bytes: Vec<u8> = hashes.into_iter().flat_map(u64::to_le_bytes).collect();
    format!("{:016x}", hash(&bytes))
}

/// Eight bytes at a time; the same on every machine.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, word: u64| (hash.rotate_left(29) ^ word).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let hash = words.fold(bytes.len() as u64, step);
    let rest = rest
        .iter()
        .fold(0, |word, byte| word << 8 | u64::from(*byte));
    let hash = step(hash, rest);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_as_written() {
        let (name, file) = part("a\u{2028}b\"</script>");
        assert_eq!(file.path, format!("parts/{name}.js"));
        assert!(!String::from_utf8_lossy(&file.bytes).contains('\u{2028}'));
        let data: Vec<String> = read(&name, Some(file.bytes)).unwrap();
        assert_eq!(data, ["a\u{2028}b\"</script>"]);
    }

    /// A part with one text, and its name.
    fn part(text: &str) -> (String, IndexFile) {
        let Part { file, hash } = Part::new("words", Some(0), &[text]);
        (format!("words-0.{}", mark(hash)), file)
    }

    #[test]
    fn a_part_of_another_index_is_none_of_this() {
        let ((name, _), (other, file)) = (part("abc"), part("abd"));
        assert_ne!(name, other);
        let data = read::<Vec<String>>(&name, Some(file.bytes));
        assert!(matches!(data, Err(IndexError::Damaged(_))));
    }

    #[test]
    fn every_byte_counts_in_a_fingerprint() {
        let text = b"abcdefghijklmnopqrstuvwxyz";
        let mut hashes: Vec<u64> = (0..text.len()).map(|end| hash(&text[..end])).collect();
        hashes.extend((0..text.len()).map(|at| {
            let mut text = *text;
            text[at] ^= 1;
            hash(&text)
        }));
        hashes.push(hash(text));
        let mut marks: Vec<String> = hashes.into_iter().map(mark).collect();
        let all = marks.len();
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), all);
    }

    #[test]
    fn missing_and_truncated_files_are_told_apart() {
        let (name, file) = part("abc");
        let half = file.bytes[..file.bytes.len() / 2].to_vec();
        let read = |bytes| read::<Vec<String>>(&name, bytes);
        assert!(matches!(read(None), Err(IndexError::Missing(_))));
        assert!(matches!(read(Some(half)), Err(IndexError::Damaged(_))));
        assert!(matches!(
            read(Some(vec![0xff])),
            Err(IndexError::Damaged(_))
        ));
    }
}
