//! Pages at former addresses that lead to the present one.

use crate::link::Linked;
use crate::site::{Chapter, relative, slug};
use crate::source::{HandbookPath, Span};

/// A former address, and the page that stands there now.
pub(super) struct Redirect {
    /// Path of the file.
    pub path: String,
    /// Its HTML.
    pub html: String,
}

/// Where redirects stand, with the place of each alias.
pub(super) fn places(linked: &Linked) -> impl Iterator<Item = (String, &HandbookPath, Span)> {
    let chapters = linked.site.chapters.iter();
    chapters.filter(|c| !c.borrowed).flat_map(|chapter| {
        let aliases = chapter.parsed.front.aliases.iter();
        aliases.map(move |(alias, span)| {
            (
                format!("{}index.html", former_address(alias)),
                chapter.path(),
                *span,
            )
        })
    })
}

/// The redirects of all chapters, sorted by address.
pub(super) fn all(linked: &Linked) -> Vec<Redirect> {
    let mut redirects: Vec<Redirect> = Vec::new();
    for chapter in linked.site.chapters.iter().filter(|c| !c.borrowed) {
        for (alias, _) in &chapter.parsed.front.aliases {
            let address = former_address(alias);
            if !address.is_empty() {
                let html = page(linked, chapter, &address);
                redirects.push(Redirect {
                    path: format!("{address}index.html"),
                    html,
                });
            }
        }
    }
    redirects.sort_by(|a, b| a.path.cmp(&b.path));
    redirects.dedup_by(|a, b| a.path == b.path);
    redirects
}

/// The address that an alias means: `/formate/alt`, `formate/alt/` and `formate/alt.md` are one.
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

fn page(linked: &Linked, chapter: &Chapter, address: &str) -> String {
    let escape = |text: &str| {
        let mut escaped = String::new();
        pulldown_cmark_escape::escape_html(&mut escaped, text)
            .expect("writing to a String never fails");
        escaped
    };
    let site = &linked.site;
    let url = escape(&relative(address, &chapter.address));
    let canonical = site.config.url.as_ref().map_or_else(
        || url.clone(),
        |base| escape(&format!("{base}{}", chapter.address)),
    );
    let title = escape(&chapter.title);
    let language = &site.editions[chapter.edition].language;
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<meta http-equiv=\"refresh\" content=\"0; url={url}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         </head>\n<body>\n<p><a href=\"{url}\">{title}</a></p>\n</body>\n</html>\n"
    )
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
