//! Versions of an original, as its translations name them.
//!
//! 1. [`parts`] takes a chapter apart into what is to be translated: fields of its front matter, and
//!    the sections of its text, each with a short hash.
//! 2. [`version`] is a hash of it all, followed by those of the parts: so that a later run can say
//!    which of them changed, without the text that was translated.
//! 3. [`compare`] holds a version that a translation names against the original as it is.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::kind::front_matter::{IN_WORDS, KEYS};
use crate::kind::{Kind, front_matter};
use crate::site::Parsed;
use crate::source::{Span, hex};

/// A part of a chapter that is to be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A field's key or a section's heading; empty for what stands before the first heading.
    pub name: String,
    /// Where it begins in the file.
    pub span: Span,
    /// Its text, with line ends of its own and without blanks around lines.
    pub text: String,
}

impl Part {
    fn new(name: &str, span: Span, text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let text = lines.join("\n");
        Self {
            name: name.to_owned(),
            span,
            text: text.trim_matches('\n').to_owned(),
        }
    }

    fn hash(&self) -> String {
        short_hash(&self.text, 2)
    }
}

/// How an original has changed since a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Not at all.
    None,
    /// These parts of it are new or changed, and so many are gone.
    Since {
        /// The parts, in their order.
        parts: Vec<Part>,
        /// How many parts are gone.
        gone: usize,
    },
    /// What is named is no version.
    Unknown,
}

/// What of `parsed`, a chapter of `kind`, is to be translated.
pub fn parts(parsed: &Parsed, kind: &Kind) -> Vec<Part> {
    let mut parts = Vec::new();
    for block in blocks(&parsed.source.text) {
        if !block.key.is_empty() && !is_the_same(block.key, kind) {
            let at = block.range.start;
            let span = Span::new(at..at + block.key.len());
            let text = &parsed.source.text[block.range.clone()];
            parts.push(Part::new(block.key, span, text));
        }
    }
    let text = &parsed.source.text;
    let mut begins: Vec<(usize, &str, Span)> = parsed
        .document
        .headings()
        .map(|heading| {
            (
                heading.span.start as usize,
                heading.text.as_str(),
                heading.span,
            )
        })
        .collect();
    let first = begins.first().map_or(text.len(), |(at, ..)| *at);
    if !text[parsed.body..first].trim().is_empty() {
        let span = Span::new(parsed.body..parsed.body);
        begins.insert(0, (parsed.body, "", span));
    }
    let ends = begins.iter().skip(1).map(|(at, ..)| *at);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    for ((begin, name, span), end) in begins.into_iter().zip(ends) {
        parts.push(Part::new(name, span, &text[begin..end]));
    }
    parts
}

/// Whether a field needs no translation.
fn is_the_same(key: &str, kind: &Kind) -> bool {
    let common = KEYS.contains(&key) && !IN_WORDS.contains(&key);
    let typed = kind.field(key);
    common || typed.is_some_and(|(_, field)| field.ty.has_no_words())
}

/// The version of what consists of `parts`.
pub fn version(parts: &[Part]) -> String {
    let mut version = whole(parts);
    for part in parts {
        version.push(' ');
        version.push_str(&part.hash());
    }
    version
}

fn whole(parts: &[Part]) -> String {
    let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    short_hash(&texts.join("\n\n"), 4)
}

fn short_hash(text: &str, bytes: usize) -> String {
    hex(&Sha256::digest(text.as_bytes())[..bytes])
}

/// Holds `named`, a version or a day, against an original that now consists of `parts` and was last
/// changed at `updated`.
pub fn compare(named: &str, parts: Vec<Part>, updated: Option<Date>) -> Change {
    if let Ok(day) = named.parse::<Date>() {
        return match updated {
            Some(updated) if updated > day => Change::Since {
                parts: Vec::new(),
                gone: 0,
            },
            _ => Change::None,
        };
    }
    let mut hashes = named.split_whitespace();
    let first = hashes.next().unwrap_or_default();
    if first.len() != 8 || !first.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Change::Unknown;
    }
    if first == whole(&parts) {
        return Change::None;
    }
    let mut before: BTreeMap<&str, usize> = BTreeMap::new();
    for hash in hashes {
        *before.entry(hash).or_default() += 1;
    }
    let mut changed = Vec::new();
    for part in parts {
        match before.get_mut(part.hash().as_str()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => changed.push(part),
        }
    }
    let left: usize = before.values().sum();
    Change::Since {
        gone: left.saturating_sub(changed.len()),
        parts: changed,
    }
}

/// Lines of front matter that belong to one key, with comments before it.
pub struct Block<'t> {
    /// The key; empty for comments behind the last one.
    pub key: &'t str,
    /// Its lines in the file, from the key on.
    pub range: std::ops::Range<usize>,
}

/// The front matter of `text`, key by key.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let Some(range) = front_matter::split(text).0 else {
        return Vec::new();
    };
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        let within = line.starts_with([' ', '\t', '-', '#', ']', '}']) || line.trim().is_empty();
        let key = line.split_once(':').map(|(key, _)| key);
        let end = at + line.len();
        match (within, key, blocks.last_mut()) {
            (false, Some(key), _) => blocks.push(Block {
                key,
                range: at..end,
            }),
            // A comment at the margin belongs to the key behind it, and so does the gap before that.
            (_, _, Some(last)) if !line.starts_with('#') && !line.trim().is_empty() => {
                last.range.end = end;
            }
            _ => {}
        }
        at = end;
    }
    blocks
}

/// The front matter of `text` that is to be translated, as it stands there.
pub fn translatable(text: &str, kind: &Kind) -> String {
    let blocks = blocks(text).into_iter();
    let blocks = blocks.filter(|block| !is_the_same(block.key, kind));
    blocks.map(|block| &text[block.range]).collect()
}
