//! Styles and scripts under names that no other release has.
//!
//! 1. Each style and script of the theme gets a second name, with a fingerprint of what is in it. It is
//!    published under both: the plain name is for the theme's own scripts, and for pages of others.
//! 2. Pages name them by the second: so a cache may keep them for ever, and a page never gets those of
//!    another release.
//!
//! The preview shows pages as they are rendered, by plain names.

use std::collections::BTreeMap;

use crate::search::digits;
use crate::theme::{Theme, ThemeFile};

/// Digits of a fingerprint.
const DIGITS: usize = 8;

/// By plain name: the name with a fingerprint, and the bytes.
pub(super) struct Fingerprints<'t> {
    names: BTreeMap<&'t str, (String, &'t [u8])>,
    /// Whether only the head of a page names any.
    only_head: bool,
}

impl<'t> Fingerprints<'t> {
    pub(super) fn of(theme: &'t Theme) -> Self {
        let named = |(path, file): (&'t str, &'t ThemeFile)| {
            let ThemeFile::Bytes(bytes) = file else {
                return None;
            };
            let (stem, extension) = path.rsplit_once('.')?;
            let is_code = matches!(extension, "css" | "js");
            let name = || format!("{stem}.{}.{extension}", digits(bytes, DIGITS));
            is_code.then(|| (path, (name(), bytes.as_slice())))
        };
        Self {
            names: theme.assets().filter_map(named).collect(),
            only_head: !theme.has_own_templates(),
        }
    }

    /// The files under their second names.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let named = self.names.values();
        named.map(|(name, bytes)| (name.as_str(), *bytes))
    }

    /// The second names alone.
    pub(super) fn paths(self) -> impl Iterator<Item = String> {
        self.names.into_values().map(|(name, _)| name)
    }

    /// A page that names its styles and scripts by their second names.
    pub(super) fn in_page(&self, html: String) -> String {
        let end = html.find("</head>").filter(|_| self.only_head);
        let end = end.unwrap_or(html.len());
        let mut out = String::new();
        let mut copied = 0;
        for (at, _) in html[..end].match_indices('<') {
            let tag = &html[at..];
            let attribute = if tag.starts_with("<link ") {
                " href=\""
            } else if tag.starts_with("<script ") {
                " src=\""
            } else {
                continue;
            };
            let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
            let Some(start) = tag.find(attribute).map(|found| found + attribute.len()) else {
                continue;
            };
            let value = tag[start..].split('"').next().unwrap_or_default();
            let Some(folder) = value.rfind("assets/") else {
                continue;
            };
            if let Some((name, _)) = self.names.get(&value[folder..]) {
                out.push_str(&html[copied..at + start + folder]);
                out.push_str(name);
                copied = at + start + value.len();
            }
        }
        if copied == 0 {
            return html;
        }
        out.push_str(&html[copied..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fingerprints(only_head: bool) -> Fingerprints<'static> {
        let names = [
            ("assets/a.css", "assets/a.1.css"),
            ("assets/b.js", "assets/b.2.js"),
        ];
        let entry = |(plain, name): (&'static str, &str)| (plain, (name.to_owned(), &b""[..]));
        Fingerprints {
            names: names.into_iter().map(entry).collect(),
            only_head,
        }
    }

    #[test]
    fn tags_get_the_names_with_fingerprints() {
        let page = |root: &str, a: &str, b: &str| {
            format!(
                "<head><link rel=\"stylesheet\" href=\"{root}{a}\"><script src=\"{root}{b}\" defer>\
                 </script></head>"
            )
        };
        for root in ["", "../../", "/base/"] {
            let plain = page(root, "assets/a.css", "assets/b.js");
            let named = page(root, "assets/a.1.css", "assets/b.2.js");
            assert_eq!(fingerprints(true).in_page(plain), named);
        }
    }

    #[test]
    fn all_else_stays() {
        for page in [
            "<head><link rel=\"icon\" href=\"assets/c.svg\"></head>",
            "<body>&lt;script src=\"assets/b.js\"></body>",
            "<head></head><a href=\"assets/a.css\">a</a>",
            "<script >",
            "<link ",
        ] {
            assert_eq!(fingerprints(false).in_page(page.to_owned()), page);
        }
    }

    #[test]
    fn own_templates_may_name_some_anywhere() {
        let page = "<head></head><body><script src=\"assets/b.js\"></script>".to_owned();
        assert_eq!(fingerprints(true).in_page(page.clone()), page);
        assert!(fingerprints(false).in_page(page).contains("assets/b.2.js"));
    }
}
