//! The addresses of a handbook, with their places.

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::kind::front_matter::split;
use crate::link::{Linked, Target, Targets};
use crate::markdown::Document;
use crate::site::Chapter;
use crate::source::{HandbookPath, Span, web};

/// Addresses as written, each with its places in order.
pub type Addresses = BTreeMap<String, Vec<Place>>;

/// Everything on the web that `linked` leads to, without what `handbook.yml` allows.
pub fn addresses(linked: &Linked) -> Addresses {
    let site = &linked.site;
    let allowed = &site.config.external_allowed;
    let mut found = Addresses::new();
    let mut add = |url: &str, path: &HandbookPath, span: Option<Span>| {
        let place = Place {
            path: path.into(),
            span,
        };
        if web::is_web(url) && !allowed.iter().any(|allowed| allows(allowed, url)) {
            found.entry(url.to_owned()).or_default().push(place);
        }
    };
    for (path, parsed) in site.texts.iter() {
        each(&parsed.document, linked.targets(path), |url, span| {
            add(url, path, Some(span));
        });
    }
    for (number, chapter) in site.chapters.iter().enumerate() {
        let id = crate::site::ChapterId(number);
        for (index, document) in chapter.markdown_fields.iter().enumerate() {
            let targets = linked.field_targets(id, index);
            each(document, targets, |url, span| {
                add(url, chapter.path(), Some(span));
            });
        }
        in_front(chapter, |url| {
            add(url, chapter.path(), place_in_front(chapter, url));
        });
    }
    for places in found.values_mut() {
        places.sort();
        places.dedup();
    }
    found
}

fn each(document: &Document, targets: &Targets, mut add: impl FnMut(&str, Span)) {
    for destination in &document.destinations {
        if let Target::External(url) = targets.get(destination.key) {
            add(url, destination.span);
        }
    }
}

fn in_front(chapter: &Chapter, mut add: impl FnMut(&str)) {
    for (_, value) in &chapter.fields.values {
        value.each_url(&mut |url| add(url));
    }
    let sources = chapter.parsed.front.sources.iter();
    sources
        .filter_map(|source| source.url.as_deref())
        .for_each(add);
}

/// Fields don't keep where their addresses stand; the first time that one stands there will do.
fn place_in_front(chapter: &Chapter, url: &str) -> Option<Span> {
    let text = &chapter.parsed.source.text;
    let front = split(text).0?;
    let at = front.start + text[front].find(url)?;
    Some(Span::new(at..at + url.len()))
}

/// `allowed` is the beginning of addresses, or a host, which stands for the hosts below it too.
fn allows(allowed: &str, url: &str) -> bool {
    if web::is_web(allowed) {
        return url.starts_with(allowed);
    }
    let (Some(host), Some(allowed)) = (web::host(url), web::host(&format!("//{allowed}"))) else {
        return false;
    };
    let below = host.strip_suffix(&allowed);
    below.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_stands_for_those_below_it_and_an_address_for_what_it_begins() {
        assert!(allows("example.org", "https://www.Example.org/x"));
        assert!(allows("example.org", "//example.org:8080"));
        assert!(!allows("example.org", "https://anexample.org/"));
        assert!(allows("Bücher.example", "https://xn--bcher-kva.example/"));
        assert!(allows(
            "https://a.example/intern/",
            "https://a.example/intern/x"
        ));
        assert!(!allows("https://a.example/intern/", "https://a.example/x"));
    }
}
