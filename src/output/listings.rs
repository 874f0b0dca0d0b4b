//! What stands in the files that tell other programs of the site: search engines, feed readers,
//! language models, and those that manage references.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::is_listed;
use super::redirect;
use crate::config::{BaseUrl, EditionId};
use crate::kind::Status;
use crate::link::Linked;
use crate::markdown::html::escaped;
use crate::pages::{Listing, Page, Plan};
use crate::release::{ChangeKind, Redirect, Release};
use crate::site::{Chapter, ChapterId, Edition, Site};
use crate::text::{Language, program};
use crate::theme::citation::{self, Citation};
use crate::yaml::write::in_quotes;

/// How many entries a feed has at most.
const FEED_MAX: usize = 100;

/// The texts of a listing's files, in the order of its paths. Redirects are made elsewhere, as a
/// published tree has more of them.
pub(super) fn make(listing: Listing, linked: &Linked, plan: &Plan) -> Vec<String> {
    let site = &linked.site;
    let base = site.config.url.as_ref().map_or("", BaseUrl::as_str);
    let of_release = |make: &dyn Fn(&Release) -> String| plan.release().map(make);
    let text = match listing {
        Listing::Sitemap => sitemap(linked, plan, base),
        Listing::Robots => format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"),
        Listing::Feed(edition) => {
            let [own] = plan.paths_of(listing) else {
                return Vec::new();
            };
            let feed = of_release(&|release| feed(linked, release, edition, base, own));
            return feed.into_iter().collect();
        }
        Listing::Bibliography(edition) => return bibliography(linked, plan, edition),
        Listing::LanguageModels => llms(site),
        Listing::Citation => cff(linked, plan),
        Listing::Changes => {
            let changes = of_release(&|release| changes(site, release));
            return changes.into_iter().collect();
        }
        Listing::Chapters => chapters(site),
        Listing::Versions(edition) => versions(site, plan, edition),
        // Made where more is known: of the theme, and of a published tree.
        Listing::Headers | Listing::Redirects => return Vec::new(),
    };
    vec![text]
}

/// An edition's own chapters that one may want to cite.
fn cited<'l>(linked: &'l Linked, edition: &'l Edition) -> impl Iterator<Item = ChapterId> + 'l {
    let own = |id: &ChapterId| !linked.site.chapter(*id).is_fallback && !linked.is_legal(*id);
    edition.reading_order.iter().copied().filter(own)
}

/// The citations of an edition's chapters, in both forms.
fn bibliography(linked: &Linked, plan: &Plan, edition: EditionId) -> Vec<String> {
    let (mut bibtex, mut csl) = (String::new(), Vec::new());
    for id in cited(linked, linked.site.edition(edition)) {
        let citation = Citation::of(linked, plan.release(), id);
        bibtex.push_str(&citation.bibtex());
        csl.push(citation.csl());
    }
    vec![bibtex, citation::list(&csl)]
}

fn day(chapter: &Chapter) -> Option<String> {
    chapter.parsed.front.updated.map(|date| date.to_string())
}

/// All pages with a text of their own, with the same chapter in other languages.
fn sitemap(linked: &Linked, plan: &Plan, base: &str) -> String {
    let site = &linked.site;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for planned in plan.pages() {
        let has_text = matches!(planned.page, Page::Chapter(_) | Page::Section(_, 1));
        if !has_text || !is_listed(linked, planned.page) {
            continue;
        }
        let chapter = planned.page.chapter(site).map(|id| site.chapter(id));
        if chapter.is_some_and(|chapter| chapter.is_fallback) {
            continue;
        }
        let at = escaped(&format!("{base}{}", planned.address));
        xml.push_str(&format!("<url><loc>{at}</loc>"));
        if let Some(day) = chapter.and_then(day) {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        let translations = chapter.map_or(&[][..], |chapter| &chapter.translations[..]);
        for other in translations.iter().filter(|_| translations.len() > 1) {
            let other = site.chapter(*other);
            let language = &site.edition(other.edition).language;
            let at = escaped(&format!("{base}{}", other.address));
            xml.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{at}\"/>"
            ));
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// New and changed chapters of a release as an Atom feed, which stands at `own`; behind them those of the
/// releases before, for readers that don't look at it between two of them.
fn feed(linked: &Linked, release: &Release, id: EditionId, base: &str, own: &str) -> String {
    let site = &linked.site;
    let edition = site.edition(id);
    let title = escaped(site.title(&edition.language));
    let (version, day) = (&release.version, release.date);
    let home = escaped(&format!("{base}{}", edition.prefix));
    let path = own;
    let own = escaped(&format!("{base}{own}"));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{title}</title>\n\
         <id>{home}</id>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{own}\"/>\n\
         <updated>{day}T00:00:00Z</updated>\n<author><name>{title}</name></author>\n",
        edition.language
    );
    let changes = release.changes_in(id).iter();
    let entries = changes.filter(|change| change.change != ChangeKind::Withdrawn);
    let chapters = entries.filter_map(|change| change.chapter);
    let mut count = 0;
    for id in chapters.take(FEED_MAX) {
        count += 1;
        let chapter = site.chapter(id);
        let at = escaped(&format!("{base}{}", chapter.address));
        let title = escaped(&chapter.title);
        let summary = chapter.parsed.front.summary.as_deref().unwrap_or_default();
        // A chapter that changes twice makes two entries, so the version is part of the id.
        xml.push_str(&format!(
            "<entry>\n<title>{title}</title>\n<id>{at}#{version}</id>\n<link href=\"{at}\"/>\n\
             <updated>{day}T00:00:00Z</updated>\n<summary>{}</summary>\n{}</entry>\n",
            escaped(summary),
            enclosure(linked, id, base)
        ));
    }
    for entry in release.former_entries(path).take(FEED_MAX - count) {
        xml.push_str(&format!("<entry>\n{entry}</entry>\n"));
    }
    xml + "</feed>\n"
}

/// The picture of a chapter, for feed readers that show one with an entry.
fn enclosure(linked: &Linked, id: ChapterId, base: &str) -> String {
    const WIDTH: u32 = 700;
    let picture = linked.picture_of(id);
    let picture = picture.and_then(|picture| linked.pictures.get(&picture.file));
    let Some(file) = picture.map(|picture| picture.at_least(WIDTH)) else {
        return String::new();
    };
    let ty = match file.address.rsplit('.').next() {
        Some("jpg") => "image/jpeg",
        Some("webp") => "image/webp",
        _ => "image/png",
    };
    let at = escaped(&format!("{base}{}", file.address));
    format!("<link rel=\"enclosure\" type=\"{ty}\" href=\"{at}\"/>\n")
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
        for chapter in chapters.filter(|chapter| is_current(chapter) && !chapter.is_fallback) {
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
fn changes(site: &Site, release: &Release) -> String {
    let language = Language::of_locale(site.config.default_language());
    let texts = program(language);
    let mut text = format!(
        "# {} {} ({})\n",
        site.title(site.config.default_language()),
        release.version,
        release.date
    );
    for (edition, changes) in site.editions.iter().zip(&release.changes) {
        for of_kind in changes.chunk_by(|a, b| a.change == b.change) {
            let heading = texts.plain(&format!("changes-{}", of_kind[0].change.name()));
            text.push_str(&format!("\n## {heading} [{}]\n\n", edition.language));
            for change in of_kind {
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
fn cff(linked: &Linked, plan: &Plan) -> String {
    let config = &linked.site.config;
    let language = config.default_language();
    let title = in_quotes(linked.site.title(language));
    let message = in_quotes(&program(Language::of_locale(language)).plain("cite-handbook"));
    let mut text = format!(
        "cff-version: 1.2.0\nmessage: {message}\ntype: dataset\ntitle: {title}\nauthors:\n"
    );
    let mut authors: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for id in cited(linked, linked.site.edition(EditionId::DEFAULT)) {
        for author in &linked.site.chapter(id).parsed.front.authors {
            if known.insert(author) {
                authors.push(in_quotes(author));
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
        text.push_str(&format!("abstract: {}\n", in_quotes(description)));
    }
    if let Some(url) = &config.url {
        text.push_str(&format!("url: {}\n", in_quotes(url.as_str())));
    }
    if let Some(release) = plan.release() {
        text.push_str(&format!(
            "version: {}\n",
            in_quotes(release.version.as_str())
        ));
        text.push_str(&format!(
            "date-released: {}\n",
            in_quotes(&release.date.to_string())
        ));
    }
    text
}

/// The script that tells an edition's addresses of chapters, by language and id, so that the switch
/// between versions stays on a chapter that has moved.
fn chapters(site: &Site) -> String {
    let mut pages: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for edition in site.editions.iter() {
        let home = site.section(edition.root).address.as_str();
        let chapters = edition.reading_order.iter().map(|id| site.chapter(*id));
        let chapters = chapters.map(|chapter| (chapter.id.as_str(), chapter.address.as_str()));
        pages.insert(&edition.language, chapters.chain([("", home)]).collect());
    }
    let json = serde_json::to_string(&pages).expect("addresses are plain data");
    format!("transferbuchPages({json});\n")
}

/// The page of a frozen edition that leads to the list of all versions, at the tree's root.
fn versions(site: &Site, plan: &Plan, edition: EditionId) -> String {
    let address = plan.address(Page::Versions(edition)).to_string();
    let edition = site.edition(edition);
    let redirect = Redirect {
        to: address.clone(),
        title: site.title(&edition.language).to_owned(),
        lang: edition.language.clone(),
    };
    redirect::out_of_edition(&address, &redirect, site.config.url.as_ref())
}
