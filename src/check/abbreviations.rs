//! Abbreviations are explained somewhere in the handbook.

use std::collections::{BTreeMap, BTreeSet};

use super::Content;
use crate::config::EditionId;
use crate::diagnostic::{Finding, codes};
use crate::prose::abbreviations::explained;
use crate::source::{HandbookPath, Span};

/// Finds abbreviations that nothing explains, each once in a language's edition.
pub(super) fn unexplained(content: &Content<'_>) -> Vec<Finding> {
    let mut used: BTreeMap<(EditionId, &str), (usize, &HandbookPath, Span)> = BTreeMap::new();
    let mut known: BTreeSet<(EditionId, &str)> = BTreeSet::new();
    for text in content.texts() {
        let wording = content.wording(&text);
        for (word, span) in &wording.abbreviations {
            let first = used
                .entry((text.edition, word))
                .or_insert((0, text.path, *span));
            first.0 += 1;
        }
        known.extend(
            wording
                .explained
                .iter()
                .map(|word| (text.edition, word.as_str())),
        );
    }
    let everywhere = everywhere(content);
    let unknown = used.into_iter().filter(|((edition, word), _)| {
        !known.contains(&(*edition, *word)) && !everywhere.contains(*word)
    });
    unknown
        .map(|((_, word), (count, path, span))| {
            Finding::new(&codes::UNEXPLAINED_ABBREVIATION, path)
                .at(span)
                .with("word", word)
                .with("count", count)
        })
        .collect()
}

/// What the glossary, the synonyms and the front matter explain.
fn everywhere<'l>(content: &Content<'l>) -> BTreeSet<&'l str> {
    let site = &content.linked.site;
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let languages = || site.languages();
    let terms = site.glossary.iter().flat_map(|term| {
        let localized = languages().flat_map(|code| [term.term.get(code), term.long.get(code)]);
        localized.chain(term.aliases.iter().map(String::as_str))
    });
    let synonyms = site.synonyms.iter().flatten().map(String::as_str);
    for words in terms.chain(synonyms) {
        // `IQ Netzwerk` explains `IQ` too.
        known.extend(words.split(|c: char| !c.is_alphanumeric()));
    }
    for parsed in site.texts.values() {
        known.extend(parsed.front.synonyms.iter().map(String::as_str));
        known.extend(explained(&parsed.source.text[..parsed.body]));
    }
    known
}
