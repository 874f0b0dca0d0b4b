//! Former addresses, and the ways from there to the present ones.
//!
//! Each has a page that leads on, which works on any server and without script. Servers that can
//! redirect get the list in two forms: [`netlify`], which many hosts read, and [`nginx`].

use std::collections::{BTreeMap, BTreeSet};

use crate::config::BaseUrl;
use crate::link::Linked;
use crate::markdown::html::escaped;
use crate::site::{relative, slug};
use crate::source::{HandbookPath, Span};
use crate::theme::{address, pages};

/// The list that many hosts read.
pub const NETLIFY: &str = "_redirects";
/// The list for nginx.
pub const NGINX: &str = "redirects.nginx.map";

/// Where readers of a former address are led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The page that stands in for it: its address.
    pub to: String,
    /// Its title.
    pub title: String,
    /// Its language, a BCP 47 code.
    pub lang: String,
}

/// Redirects by former address.
pub type Redirects = BTreeMap<String, Redirect>;

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

/// The redirects that chapters ask for; the first of two with the same alias gets it.
pub fn of_aliases(linked: &Linked) -> Redirects {
    let mut redirects = Redirects::new();
    for chapter in linked.site.chapters.iter().filter(|c| !c.borrowed) {
        for (alias, _) in &chapter.parsed.front.aliases {
            let address = former_address(alias);
            if !address.is_empty() {
                redirects.entry(address).or_insert_with(|| Redirect {
                    to: chapter.address.clone(),
                    title: chapter.title.clone(),
                    lang: linked.site.editions[chapter.edition].language.clone(),
                });
            }
        }
    }
    redirects
}

/// The redirects of the site: a page stands before a redirect from its address.
pub fn of_site(linked: &Linked) -> Redirects {
    let taken: BTreeSet<String> = pages(linked)
        .into_iter()
        .map(|page| address(&linked.site, page))
        .collect();
    let mut redirects = of_aliases(linked);
    redirects.retain(|from, _| !taken.contains(from));
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

/// The page at `address`. Its script takes the part behind the `#` along.
pub fn page(address: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    page_to(address, &relative(address, &redirect.to), redirect, base)
}

/// The page at `address` in a frozen edition that leads to the same one at the tree's root.
pub fn out_of_edition(address: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    let up = "../".repeat(address.matches('/').count());
    page_to(
        address,
        &format!("{up}../../{}", redirect.to),
        redirect,
        base,
    )
}

fn page_to(address: &str, url: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    let url = escaped(url);
    let canonical = base.map_or_else(
        || url.clone(),
        |base| escaped(&format!("{base}{}", redirect.to)),
    );
    let script = escaped(&relative(address, "assets/redirect.js"));
    let (title, lang) = (escaped(&redirect.title), escaped(&redirect.lang));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<script src=\"{script}\" data-to=\"{url}\"></script>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         </head>\n<body>\n<p><a href=\"{url}\">{title}</a></p>\n</body>\n</html>\n"
    )
}

/// The list as Netlify, Cloudflare Pages and others read it, in `_redirects`. `base` is where the
/// site is published; its path is part of every line.
pub fn netlify(redirects: &Redirects, base: Option<&BaseUrl>) -> String {
    let base = base.map_or("/", BaseUrl::path);
    redirects
        .iter()
        .map(|(from, redirect)| format!("{base}{from} {base}{} 301\n", redirect.to))
        .collect()
}

/// The list as the body of an nginx `map`.
pub fn nginx(redirects: &Redirects, base: Option<&BaseUrl>) -> String {
    let base = base.map_or("/", BaseUrl::path);
    let mut map = String::from(
        "# map_hash_bucket_size 512;\n\
         # map $uri $handbook_redirect { include redirects.nginx.map; }\n\
         # server { if ($handbook_redirect) { return 301 $handbook_redirect; } }\n",
    );
    for (from, redirect) in redirects {
        map.push_str(&format!("\"{base}{from}\" \"{base}{}\";\n", redirect.to));
        map.push_str(&format!(
            "\"{base}{from}index.html\" \"{base}{}\";\n",
            redirect.to
        ));
    }
    map
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
