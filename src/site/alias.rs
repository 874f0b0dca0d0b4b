//! Former addresses of chapters.
//!
//! 1. [`Site::aliases`] reads what chapters say of it: `/formate/alt`, `formate/alt/` and
//!    `formate/alt.md` are one address.
//! 2. [`first_of_each`] decides which chapter each address leads to.

use std::collections::BTreeMap;

use super::{ChapterId, Site, slug};
use crate::source::Span;

/// A former address of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The address, ending with a slash; empty if it is that of the start page.
    pub address: String,
    /// The chapter that names it.
    pub chapter: ChapterId,
    /// Where the chapter's file names it.
    pub span: Span,
}

/// The chapter that each former address leads to.
pub type Aliases = BTreeMap<String, ChapterId>;

impl Site {
    /// All former addresses, in the order of the chapters.
    pub fn aliases(&self) -> Vec<Alias> {
        let chapters = self.chapters.iter().enumerate();
        let own = chapters.filter(|(_, chapter)| !chapter.is_fallback);
        own.flat_map(|(number, chapter)| {
            let aliases = chapter.parsed.front.aliases.iter();
            aliases.map(move |alias| Alias {
                address: former_address(&alias.value),
                chapter: ChapterId(number),
                span: alias.span,
            })
        })
        .collect()
    }
}

/// The first chapter that names each address. None can lead away from the start page.
pub fn first_of_each(aliases: &[Alias]) -> Aliases {
    let mut first = Aliases::new();
    for alias in aliases.iter().filter(|alias| !alias.address.is_empty()) {
        first.entry(alias.address.clone()).or_insert(alias.chapter);
    }
    first
}

fn former_address(alias: &str) -> String {
    let alias = alias.trim_matches('/');
    let alias = alias.strip_suffix("/index.html").unwrap_or(alias);
    let alias = alias
        .strip_suffix(".md")
        .or(alias.strip_suffix(".html"))
        .unwrap_or(alias);
    alias
        .split('/')
        .filter(|name| !name.is_empty())
        .map(|name| slug(name) + "/")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_written_in_many_ways() {
        for alias in [
            "formate/alt",
            "/formate/alt/",
            "formate/alt.md",
            "formate/alt/index.html",
        ] {
            assert_eq!(former_address(alias), "formate/alt/");
        }
        assert_eq!(former_address("../../etc/x"), "x/x/etc/x/");
    }
}
