//! Links of a built site, as a browser that opens its files would follow them.

use std::collections::{BTreeMap, BTreeSet};

use lol_html::{RewriteStrSettings, element, rewrite_str};
use transferbuch::source::percent_decode;

use super::Files;

/// Where a page leads, as written there, and whether the browser loads it with the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub url: String,
    pub loads: bool,
}

/// All links of a page, and its anchors. Fails if two elements have the same.
pub fn links(html: &str) -> (Vec<Link>, BTreeSet<String>) {
    let (mut links, mut ids) = (Vec::new(), BTreeSet::new());
    let all = element!("*", |element| {
        if let Some(id) = element.get_attribute("id") {
            assert!(
                !ids.contains(&id),
                "two elements of a page have the id {id}"
            );
            ids.insert(id);
        }
        for name in ["href", "src"] {
            let loads =
                name == "src" || element.get_attribute("rel").as_deref() == Some("stylesheet");
            let url = element.get_attribute(name).map(|url| decode(&url));
            links.extend(url.map(|url| Link { url, loads }));
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(all);
    rewrite_str(html, settings).unwrap();
    (links, ids)
}

fn decode(attribute: &str) -> String {
    attribute.replace("&amp;", "&").replace("&quot;", "\"")
}

/// The file that `url` leads to from the file at `from`, and the anchor in it. `None` for a link
/// that leaves the site.
pub fn resolve(from: &str, url: &str) -> Option<(String, Option<String>)> {
    if url.contains("://") || url.starts_with("mailto:") || url.starts_with("data:") {
        return None;
    }
    assert!(!url.starts_with('/'), "{from}: {url} isn't relative");
    let (path, anchor) = match url.split_once('#') {
        Some((path, anchor)) => (path, Some(percent_decode(anchor).unwrap())),
        None => (url, None),
    };
    let mut names: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        names.pop();
        for name in path.split('/') {
            match name {
                "." => {}
                ".." => assert!(names.pop().is_some(), "{from}: {url} leaves the site"),
                name => names.push(name),
            }
        }
    }
    let mut file = percent_decode(&names.join("/")).unwrap();
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    } else if path.ends_with("..") || path == "." {
        file.push_str("/index.html");
    }
    let file = file.trim_start_matches('/').to_owned();
    Some((file, anchor))
}

/// Fails unless every link in `site` leads to a file of it, and to a place there. Gives the pages
/// that one reaches from the start page.
pub fn reached(site: &Files) -> BTreeSet<String> {
    let mut pages = BTreeMap::new();
    for (path, bytes) in site {
        if path.ends_with(".html") {
            pages.insert(path.as_str(), links(str::from_utf8(bytes).unwrap()));
        }
    }
    for (path, (links, _)) in &pages {
        for link in links {
            // A server shows this page at any address, so its links begin at the root.
            if *path == "404.html" && link.url.starts_with('/') {
                continue;
            }
            let Some((file, anchor)) = resolve(path, &link.url) else {
                assert!(!link.loads, "{path} loads {}", link.url);
                continue;
            };
            assert!(site.contains_key(&file), "{path}: {} isn't there", link.url);
            if let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) {
                let known = pages[file.as_str()].1.contains(&anchor);
                assert!(known, "{path}: {} isn't on that page", link.url);
            }
        }
    }
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut next = vec!["index.html".to_owned()];
    while let Some(page) = next.pop() {
        for link in &pages[page.as_str()].0 {
            let file = resolve(&page, &link.url).map(|(file, _)| file);
            let file = file.filter(|file| pages.contains_key(file.as_str()));
            next.extend(file.filter(|file| reached.insert(file.clone())));
        }
    }
    reached
}
