//! Pages that are opened from a disk, without a server.
//!
//! A server shows the `index.html` of a folder; a browser that opens a disk lists what is in it. So
//! links to folders are written out. Ways out of a frozen edition, to the list of all versions, lead
//! to where the site is published, or where that isn't known, to the start page.
//!
//! What scripts link to, they write out themselves, by the address's scheme.

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::pages::is_for_servers;
use crate::release::{MANIFEST, Manifest, Version};

/// Attributes that lead to pages, besides those of redirects.
const LINK_ATTRIBUTES: &str = "a[href], area[href], link[href], form[action], script[data-to]";

/// Whether the file at `path` says something to those who have the edition on a disk.
pub fn has(path: &str) -> bool {
    !is_for_servers(path) && path != MANIFEST
}

/// The page at `path` of the edition that `manifest` describes, for a disk.
pub fn page(manifest: &Manifest, path: &str, html: &str) -> String {
    let links = element!(LINK_ATTRIBUTES, |element: &mut Element<'_, '_>| {
        for name in ["href", "action", "data-to"] {
            let link = element.get_attribute(name);
            if let Some(link) = link.and_then(|link| written_out(manifest, path, &link)) {
                element.set_attribute(name, &link)?;
            }
        }
        Ok(())
    });
    let refresh = element!("meta[http-equiv=refresh]", |meta: &mut Element<'_, '_>| {
        let content = meta.get_attribute("content").unwrap_or_default();
        if let Some((wait, link)) = content.split_once("url=")
            && let Some(link) = written_out(manifest, path, link)
        {
            meta.set_attribute("content", &format!("{wait}url={link}"))?;
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .with_strict(false)
        .append_element_content_handler(links)
        .append_element_content_handler(refresh);
    rewrite_str(html, settings).expect("nothing bounds its memory, and no handler fails")
}

/// What a link on the page at `path` becomes; `None` if it stays as it is.
fn written_out(manifest: &Manifest, path: &str, link: &str) -> Option<String> {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    let (to, rest) = link.split_at(end);
    let absolute = to.starts_with('/') || to.split('/').next()?.contains(':');
    if to.is_empty() || absolute {
        return None;
    }
    let own: Vec<&str> = path.split('/').collect();
    let depth = own.len() - 1;
    let up = to.split('/').filter(|name| *name == "..").count();
    if up > depth {
        return Some(out(manifest, depth, to, rest));
    }
    let last = to.rsplit('/').next().unwrap_or_default();
    match last {
        "" => Some(format!("{to}index.html{rest}")),
        "." | ".." => Some(format!("{to}/index.html{rest}")),
        _ => None,
    }
}

/// A link out of the edition, from a page that stands `depth` folders below its root.
fn out(manifest: &Manifest, depth: usize, to: &str, rest: &str) -> String {
    let version = manifest.release.as_deref().and_then(Version::parse);
    if let (Some(url), Some(version)) = (&manifest.url, version) {
        let folder = version.folder();
        let mut at: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
        // The pages' own folders count, whatever their names: the link goes up through all of them.
        at.extend(vec![""; depth]);
        for name in to.split('/') {
            match name {
                ".." => drop(at.pop()),
                "." => {}
                name => at.push(name),
            }
        }
        return format!("{url}{}{rest}", at.join("/"));
    }
    format!("{}index.html", "../".repeat(depth))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(url: Option<&str>) -> Manifest {
        Manifest {
            url: url.map(str::to_owned),
            release: Some("1.0".to_owned()),
            ..Manifest::new()
        }
    }

    #[test]
    fn links_to_folders_name_the_page_in_them() {
        let manifest = manifest(None);
        for (link, written) in [
            ("../b/", Some("../b/index.html")),
            ("../b/?q=x/#y", Some("../b/index.html?q=x/#y")),
            ("./", Some("./index.html")),
            ("..", Some("../index.html")),
            ("#hier", None),
            ("?q=x/", None),
            ("bild.png", None),
            ("/a/", None),
            ("//host/a/", None),
            ("https://host/a/", None),
            ("mailto:a@b", None),
        ] {
            let became = written_out(&manifest, "a/index.html", link);
            assert_eq!(became.as_deref(), written, "{link}");
        }
    }

    #[test]
    fn links_out_of_the_edition_lead_to_the_published_site() {
        let url = Some("https://a.example/b/");
        let link = |url, path, to| written_out(&manifest(url), path, to).unwrap();
        assert_eq!(
            link(url, "versionen/index.html", "../../../versionen/#x"),
            "https://a.example/b/versionen/#x"
        );
        assert_eq!(
            link(url, "en/versions/index.html", "../../../../en/versions/"),
            "https://a.example/b/en/versions/"
        );
        assert_eq!(
            link(url, "index.html", "../1.1/x/"),
            "https://a.example/b/v/1.1/x/"
        );
        assert_eq!(
            link(None, "versionen/index.html", "../../../versionen/"),
            "../index.html"
        );
    }

    #[test]
    fn redirects_lead_to_files() {
        let html = "<!DOCTYPE html><script src=\"../assets/redirect.js\" data-to=\"../b/\"></script>\
                    <meta http-equiv=\"refresh\" content=\"0; url=../b/\"><a href=\"../b/\">B</a>";
        assert_eq!(
            page(&manifest(None), "a/index.html", html),
            html.replace("../b/", "../b/index.html")
        );
    }
}
