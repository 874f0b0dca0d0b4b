//! Files that were meant as chapters and are called otherwise.

use super::Content;
use crate::config::{Config, language};
use crate::diagnostic::{Finding, codes};

/// Other endings of Markdown.
const ENDINGS: [&str; 6] = ["markdown", "mdown", "mdwn", "mkd", "mkdn", "mdx"];

/// Finds files that are no chapters because of their names.
pub(super) fn of_files(content: &Content<'_>) -> Vec<Finding> {
    let config = &content.linked.site.config;
    let files = content.snapshot.below(config.content);
    let found = files.filter_map(|(path, _)| {
        let name = path.name();
        if let Some(right) = right_name(name, config) {
            let finding = Finding::new(&codes::MISNAMED_CHAPTER, path);
            return Some(finding.with("name", right));
        }
        let (base, code) = language_of(name)?;
        let is_code = code.len() == 2 || code.contains('-');
        let is_unlisted =
            is_code && config.edition_in(code).is_none() && language::is_language(code);
        is_unlisted.then(|| {
            Finding::new(&codes::UNLISTED_LANGUAGE, path)
                .with("language", code)
                .with("name", format!("{base}-{code}.md"))
        })
    });
    found.collect()
}

/// Whether a file is called otherwise than it was meant.
pub(super) fn is_misnamed(name: &str, config: &Config) -> bool {
    right_name(name, config).is_some()
}

/// What a file should be called instead of `name`.
fn right_name(name: &str, config: &Config) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let lower = stem.to_lowercase();
    let index = lower.strip_prefix('_').unwrap_or(&lower);
    let is_index = index == "index" || index.starts_with("index.");
    if ENDINGS
        .iter()
        .any(|other| ending.eq_ignore_ascii_case(other))
    {
        let stem = if is_index { index } else { stem };
        return Some(format!("{stem}.md"));
    }
    if !ending.eq_ignore_ascii_case("md") {
        return None;
    }
    if is_index && (index != stem || ending != "md") {
        return Some(format!("{index}.md"));
    }
    let (base, code) = language_of(name)?;
    let listed = config.languages.iter();
    let mut meant =
        listed.filter(|language| language.eq_ignore_ascii_case(code) && *language != code);
    meant.next().map(|language| format!("{base}.{language}.md"))
}

/// What stands before and behind the last dot of a chapter's name without its ending.
fn language_of(name: &str) -> Option<(&str, &str)> {
    let (stem, ending) = name.rsplit_once('.')?;
    stem.rsplit_once('.')
        .filter(|_| ending.eq_ignore_ascii_case("md"))
}
