//! What tells programs of the site: search engines, feed readers, language models, and those that
//! manage references.
//!
//! Sitemap and feeds need absolute addresses, so they are there only if `handbook.yml` has a `url`.

use std::collections::BTreeSet;

use crate::config::BaseUrl;
use crate::kind::Status;
use crate::link::Linked;
use crate::markdown::html::escaped;
use crate::site::{Chapter, ChapterId, Edition, Site, What};
use crate::text::{Language, program};
use crate::theme::citation::{self, Citation};
use crate::theme::{Page, address, pages};

/// How a file's text is made: what stands where must be known without that.
type Make<'l> = Box<dyn Fn() -> String + Send + Sync + 'l>;

/// How many entries a feed has at most.
const FEED_MAX: usize = 100;

/// The files, by path.
pub(super) fn files<'l>(linked: &'l Linked) -> Vec<(String, Make<'l>)> {
    let site = &linked.site;
    let mut files: Vec<(String, Make<'l>)> = Vec::new();
    let mut put = |path: String, make: Make<'l>| files.push((path, make));
    if let Some(base) = site.config.url.as_ref().map(BaseUrl::as_str) {
        put(
            "sitemap.xml".into(),
            Box::new(move || sitemap(linked, base)),
        );
        let robots = move || format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
        put("robots.txt".into(), Box::new(robots));
        if linked.release.is_some() {
            for (number, edition) in site.editions.iter().enumerate() {
                let path = format!("{}feed.xml", edition.prefix);
                put(path, Box::new(move || feed(linked, number, edition, base)));
            }
        }
    }
    for edition in site.editions.iter() {
        let [bibtex, csl] = edition.bibliography();
        put(
            bibtex,
            Box::new(|| all(linked, edition).map(|c| c.bibtex()).collect()),
        );
        put(
            csl,
            Box::new(|| citation::list(&all(linked, edition).map(|c| c.csl()).collect::<Vec<_>>())),
        );
    }
    put("llms.txt".into(), Box::new(move || llms(site)));
    put("CITATION.cff".into(), Box::new(move || cff(linked)));
    if linked.release.is_some() {
        put("CHANGES.md".into(), Box::new(move || changes(linked)));
    }
    files
}

/// The citations of an edition's own chapters.
fn all<'l>(linked: &'l Linked, edition: &'l Edition) -> impl Iterator<Item = Citation> + 'l {
    let own = |id: &&ChapterId| !linked.site.chapter(**id).borrowed && !linked.is_legal(**id);
    let chapters = edition.reading_order.iter().filter(own);
    chapters.map(|id| Citation::of(linked, *id))
}

fn day(chapter: &Chapter) -> Option<String> {
    chapter.parsed.front.updated.map(|date| date.to_string())
}

/// All pages with a text of their own, with the same chapter in other languages.
fn sitemap(linked: &Linked, base: &str) -> String {
    let site = &linked.site;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages(linked) {
        let id = match page {
            Page::Chapter(id) => Some(id),
            Page::Section(id, 1) => site.section(id).index,
            _ => continue,
        };
        let chapter = id.map(|id| site.chapter(id));
        if chapter.is_some_and(|chapter| chapter.borrowed) {
            continue;
        }
        let at = escaped(&format!("{base}{}", address(site, page)));
        xml.push_str(&format!("<url><loc>{at}</loc>"));
        if let Some(day) = chapter.and_then(day) {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        let translations = chapter.map_or(&[][..], |chapter| &chapter.translations[..]);
        for other in translations.iter().filter(|_| translations.len() > 1) {
            let other = site.chapter(*other);
            let language = &site.editions[other.edition].language;
            let at = escaped(&format!("{base}{}", other.address));
            xml.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{at}\"/>"
            ));
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// New and changed chapters of a release as an Atom feed.
fn feed(linked: &Linked, number: usize, edition: &Edition, base: &str) -> String {
    let Some(release) = &linked.release else {
        return String::new();
    };
    let site = &linked.site;
    let title = escaped(site.title(&edition.language));
    let (version, day) = (&release.version, release.date);
    let home = escaped(&format!("{base}{}", edition.prefix));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{title}</title>\n\
         <id>{home}</id>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{home}feed.xml\"/>\n\
         <updated>{day}T00:00:00Z</updated>\n<author><name>{title}</name></author>\n",
        edition.language
    );
    let told = |what: &What| matches!(what, What::New | What::Changed | What::Moved);
    let entries = release.changes[number].iter().filter(|c| told(&c.what));
    let chapters = entries.filter_map(|change| change.chapter);
    for chapter in chapters.take(FEED_MAX).map(|id| site.chapter(id)) {
        let at = escaped(&format!("{base}{}", chapter.address));
        let title = escaped(&chapter.title);
        let summary = chapter.parsed.front.summary.as_deref().unwrap_or_default();
        // A chapter that changes twice makes two entries, so the version is part of the id.
        xml.push_str(&format!(
            "<entry>\n<title>{title}</title>\n<id>{at}#{version}</id>\n<link href=\"{at}\"/>\n\
             <updated>{day}T00:00:00Z</updated>\n<summary>{}</summary>\n</entry>\n",
            escaped(summary)
        ));
    }
    xml + "</feed>\n"
}

/// The handbook for language models: <https://llmstxt.org>.
fn llms(site: &Site) -> String {
    let mut text = String::new();
    for edition in site.editions.iter() {
        let language = &edition.language;
        text.push_str(&format!("# {}\n", site.title(language)));
        let description = site.config.description.get(language);
        if !description.is_empty() {
            text.push_str(&format!("\n> {description}\n"));
        }
        text.push('\n');
        let chapters = edition.reading_order.iter().map(|id| site.chapter(*id));
        for chapter in chapters.filter(|chapter| is_current(chapter) && !chapter.borrowed) {
            let at = format!(
                "{}{}",
                site.config.url.as_ref().map_or("./", BaseUrl::as_str),
                chapter.address
            );
            let summary = chapter.parsed.front.summary.as_deref();
            let summary = summary.map_or(String::new(), |summary| format!(": {summary}"));
            text.push_str(&format!("- [{}]({at}){summary}\n", chapter.title));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

fn is_current(chapter: &Chapter) -> bool {
    !matches!(
        chapter.parsed.front.status,
        Status::Withdrawn | Status::Superseded
    )
}

/// The changes of the release for those who read its files, in the handbook's first language.
fn changes(linked: &Linked) -> String {
    let Some(release) = &linked.release else {
        return String::new();
    };
    let site = &linked.site;
    let language = Language::of_locale(site.config.default_language());
    let texts = program(language);
    let mut text = format!(
        "# {} {} ({})\n",
        site.title(site.config.default_language()),
        release.version,
        release.date
    );
    for (edition, changes) in site.editions.iter().zip(&release.changes) {
        for of_what in changes.chunk_by(|a, b| a.what == b.what) {
            let heading = texts.plain(&format!("changes-{}", of_what[0].what.name()));
            text.push_str(&format!("\n## {heading} [{}]\n\n", edition.language));
            for change in of_what {
                let sections: Vec<&str> = change
                    .sections
                    .iter()
                    .map(|(_, heading)| heading.as_str())
                    .filter(|heading| !heading.is_empty())
                    .collect();
                let sections = if sections.is_empty() {
                    String::new()
                } else {
                    format!(": {}", sections.join(", "))
                };
                text.push_str(&format!("- {} ({}){sections}\n", change.title, change.kind));
            }
        }
    }
    text
}

/// The handbook as a whole, in the Citation File Format 1.2.
fn cff(linked: &Linked) -> String {
    let config = &linked.site.config;
    let language = config.default_language();
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let title = quoted(linked.site.title(language));
    let message = quoted(&program(Language::of_locale(language)).plain("cite-handbook"));
    let mut text = format!(
        "cff-version: 1.2.0\nmessage: {message}\ntype: dataset\ntitle: {title}\nauthors:\n"
    );
    let mut authors: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for citation in all(linked, &linked.site.editions[0]) {
        for author in citation.authors.iter().map(|author| quoted(author)) {
            if known.insert(author.clone()) {
                authors.push(author);
            }
        }
    }
    // The format asks for at least one.
    if authors.is_empty() {
        authors.push(title);
    }
    text.extend(authors.iter().map(|author| format!("  - name: {author}\n")));
    let description = config.description.get(language);
    if !description.is_empty() {
        text.push_str(&format!("abstract: {}\n", quoted(description)));
    }
    if let Some(url) = &config.url {
        text.push_str(&format!("url: {}\n", quoted(url.as_str())));
    }
    if let Some(release) = &linked.release {
        text.push_str(&format!("version: {}\n", quoted(release.version.as_str())));
        text.push_str(&format!(
            "date-released: {}\n",
            quoted(&release.date.to_string())
        ));
    }
    text
}
