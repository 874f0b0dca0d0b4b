//! Former addresses of chapters.
//!
//! 1. [`Site::aliases`] reads what chapters say of it: `/formate/alt`, `formate/alt/` and
//!    `formate/alt.md` are one address. One with an ending or a query was a file's or a program's on
//!    another site, and stays as it is.
//! 2. [`first_of_each`] decides which chapter each address leads to.
//! 3. A page can stand at some addresses and lead on ([`has_page`]); at others only a server can.

use std::collections::BTreeMap;

use super::{ChapterId, Site, slug};
use crate::source::{Span, percent_decode, web};

/// A former address of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The address: a folder with a slash at its end, empty if it is that of the start page; or a file,
    /// with a query or not. `None` if nothing can lead on from there.
    pub address: Option<String>,
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
    for alias in aliases {
        if let Some(address) = alias.address.as_ref().filter(|address| !address.is_empty()) {
            first.entry(address.clone()).or_insert(alias.chapter);
        }
    }
    first
}

/// Whether a page can stand at a former address and lead on. A server sends other files as what their
/// endings say, and a query names no file.
pub fn has_page(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let is_file = [".html", ".htm"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    !address.contains('?') && (address.is_empty() || address.ends_with('/') || is_file)
}

fn former_address(alias: &str) -> Option<String> {
    let alias = alias.trim();
    if web::scheme(alias).is_some() || alias.contains(['#', '\\']) {
        return None;
    }
    let alias = alias.trim_matches('/');
    if let Some((path, query)) = alias.split_once('?') {
        let has_sign = |c: char| c.is_whitespace() || "\"$;{}".contains(c);
        let is_plain = !query.is_empty() && !query.contains(has_sign);
        return Some(format!("{}?{query}", file_address(path)?)).filter(|_| is_plain);
    }
    let folder = alias.strip_suffix("index.html").unwrap_or(alias);
    let is_folder = folder.is_empty() || folder.ends_with('/');
    let folder = if is_folder { folder } else { alias };
    let name = folder.rsplit('/').next().unwrap_or_default();
    let chapter = folder.strip_suffix(".md");
    if has_ending(name) && chapter.is_none() {
        return file_address(folder);
    }
    let folder = chapter.unwrap_or(folder);
    Some(
        folder
            .split('/')
            .filter(|name| !name.is_empty())
            .map(|name| slug(name) + "/")
            .collect(),
    )
}

/// Whether letters and digits stand behind the last dot of a name.
fn has_ending(name: &str) -> bool {
    const LONGEST: usize = 5;
    name.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.len() <= LONGEST
            && ending.starts_with(|c: char| c.is_ascii_alphabetic())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// The address of a file as written; `None` if no file can be called like that.
fn file_address(path: &str) -> Option<String> {
    let path = percent_decode(path)?;
    let is_name = |name: &str| !matches!(name, "" | "." | "..");
    let is_file =
        path.split('/').all(is_name) && !path.contains(['"', '$', '\n', '\r', '\0', '\\']);
    is_file.then_some(path)
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
            assert_eq!(former_address(alias).as_deref(), Some("formate/alt/"));
        }
        assert_eq!(former_address("../../etc/x").as_deref(), Some("x/x/etc/x/"));
        assert_eq!(former_address("/index.html").as_deref(), Some(""));
        assert_eq!(former_address("v1.2").as_deref(), Some("v1-2/"));
    }

    #[test]
    fn addresses_of_files_and_programs_stay_as_they_are() {
        for (alias, address) in [
            ("Alt.html", "Alt.html"),
            ("/Ordner/Seite.php", "Ordner/Seite.php"),
            ("index.php?id=7&x=%20", "index.php?id=7&x=%20"),
            ("ein%20Plan.pdf", "ein Plan.pdf"),
        ] {
            assert_eq!(former_address(alias).as_deref(), Some(address));
        }
        for alias in [
            "a.html#teil",
            "https://x.example/a",
            "../a.html",
            "a.php?",
            "?id=7",
            "a\\b",
        ] {
            assert_eq!(former_address(alias), None, "{alias}");
        }
        assert!(has_page("a/") && has_page("A.HTM") && !has_page("a.php") && !has_page("a.html?b"));
    }
}
