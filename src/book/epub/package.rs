//! What the book is, which files it has, and the ways to its parts.

use std::fmt::Write as _;

use super::xhtml::Document;
use super::{File, STYLE};
use crate::book::Book;
use crate::book::tree::{Element, Node, each_element};
use crate::book::xml::escaped;
use crate::config::language;
use crate::site::relative;
use crate::theme::BookPart;

/// The path of the contents.
const NAV: &str = "nav.xhtml";

/// What a book without a day was changed on: the first day that archives know, and never the clock's.
const FIRST_DAY: &str = "1980-01-01";

/// The contents, as a page for readers and for their devices.
pub(super) fn navigation(book: &Book<'_>, documents: &[File]) -> File {
    let theme = book.sources.theme;
    let edition = book.facts.edition;
    let title = theme.word("book-contents", edition);
    let code = book.language();
    let document = Document {
        language: language::tag(code),
        direction: language::direction(code),
        title: &title,
        style: STYLE.to_owned(),
        kind: "frontmatter",
    };
    let heading = Element::new("h1", vec![title.as_str().into()]).with("id", "contents");
    let contents = Element::new("nav", vec![heading.into(), list(book, documents)])
        .with("epub:type", "toc")
        .with("role", "doc-toc")
        .with("aria-labelledby", "contents");
    let nodes = [contents.into(), landmarks(book, documents)];
    File {
        path: NAV.to_owned(),
        bytes: document.write(&nodes).into_bytes(),
        media_type: "application/xhtml+xml",
        properties: vec!["nav"],
    }
}

fn link(href: &str, title: &str) -> Element {
    let title = if title.trim().is_empty() {
        "–"
    } else {
        title
    };
    Element::new("a", vec![title.into()]).with("href", href)
}

/// The parts as a list, those within others as a list below them.
fn list(book: &Book<'_>, documents: &[File]) -> Node {
    let mut open: Vec<Vec<Node>> = vec![Vec::new()];
    let close = |open: &mut Vec<Vec<Node>>| {
        let items = open.pop().unwrap_or_default();
        let around = open.last_mut().and_then(|around| around.last_mut());
        if let Some(Node::Element(item)) = around {
            item.children.push(Element::new("ol", items).into());
        }
    };
    for (part, document) in book.parts.iter().zip(documents) {
        // A part stands at most one deeper than the one before.
        let depth = part.depth.min(open.len());
        while open.len() > depth + 1 {
            close(&mut open);
        }
        if open.len() <= depth && open.last().is_some_and(|items| !items.is_empty()) {
            open.push(Vec::new());
        }
        let link = link(&relative(NAV, &document.path), &part.title);
        let items = open.last_mut().expect("the outermost list is open");
        items.push(Element::new("li", vec![link.into()]).into());
    }
    while open.len() > 1 {
        close(&mut open);
    }
    Element::new("ol", open.swap_remove(0)).into()
}

/// The ways that a device offers by itself.
fn landmarks(book: &Book<'_>, documents: &[File]) -> Node {
    let word = |id: &str| book.sources.theme.word(id, book.facts.edition);
    let mut items = Vec::new();
    let mut push = |kind: &str, href: &str, title: &str| {
        let link = link(href, title).with("epub:type", kind);
        items.push(Node::from(Element::new("li", vec![link.into()])));
    };
    push("toc", NAV, &word("book-contents"));
    let mut has_body = false;
    for (part, document) in book.parts.iter().zip(documents) {
        let kind = match part.part {
            BookPart::Title => "titlepage",
            BookPart::Chapter(_) | BookPart::Section(_) if !has_body => {
                has_body = true;
                "bodymatter"
            }
            BookPart::Glossary => "glossary",
            _ => continue,
        };
        push(kind, &relative(NAV, &document.path), &part.title);
    }
    Element::new("nav", vec![Element::new("ol", items).into()])
        .with("epub:type", "landmarks")
        .with("aria-label", &word("ways"))
        .with("hidden", "hidden")
        .into()
}

/// The package document.
pub(super) fn package(
    book: &Book<'_>,
    nav: &File,
    documents: &[File],
    pictures: &[File],
    style: &File,
) -> String {
    let language = language::tag(book.language());
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" \
         xml:lang=\"{language}\">\n"
    );
    metadata(book, pictures, &mut xml);
    xml.push_str("  <manifest>\n");
    let text = documents.iter().enumerate();
    item("nav", nav, &mut xml);
    item("style", style, &mut xml);
    for (number, document) in text {
        item(&format!("part-{}", number + 1), document, &mut xml);
    }
    for (number, picture) in pictures.iter().enumerate() {
        item(&format!("picture-{}", number + 1), picture, &mut xml);
    }
    xml.push_str("  </manifest>\n");
    let direction = language::direction(book.language());
    push(
        &mut xml,
        &format!("  <spine page-progression-direction=\"{direction}\">\n"),
    );
    let has_title = book
        .parts
        .first()
        .is_some_and(|part| part.part == BookPart::Title);
    for (number, _) in documents.iter().enumerate() {
        if number == usize::from(has_title) {
            xml.push_str("    <itemref idref=\"nav\"/>\n");
        }
        push(
            &mut xml,
            &format!("    <itemref idref=\"part-{}\"/>\n", number + 1),
        );
    }
    xml.push_str("  </spine>\n</package>\n");
    xml
}

fn push(xml: &mut String, text: &str) {
    xml.push_str(text);
}

fn item(id: &str, file: &File, xml: &mut String) {
    let href = escaped(&crate::site::escape(&file.path));
    write!(
        xml,
        "    <item id=\"{id}\" href=\"{href}\" media-type=\"{}\"",
        file.media_type
    )
    .expect("writing to a String never fails");
    if !file.properties.is_empty() {
        push(
            xml,
            &format!(" properties=\"{}\"", file.properties.join(" ")),
        );
    }
    xml.push_str("/>\n");
}

fn metadata(book: &Book<'_>, pictures: &[File], xml: &mut String) {
    let facts = &book.facts;
    let site = &book.sources.linked.site;
    xml.push_str("  <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    let mut dc = |name: &str, value: &str| {
        if !value.is_empty() {
            push(
                xml,
                &format!("    <dc:{name}>{}</dc:{name}>\n", escaped(value)),
            );
        }
    };
    dc("title", &facts.title);
    dc("language", &language::tag(book.language()));
    let mut authors: Vec<&str> = Vec::new();
    for id in &facts.chapters {
        let names = site.chapter(*id).parsed.front.authors.iter();
        let new = names
            .map(String::as_str)
            .filter(|name| !authors.contains(name));
        let new: Vec<&str> = new.collect();
        authors.extend(new);
    }
    for author in authors {
        dc("creator", author);
    }
    dc("publisher", site.config.book.publisher.get(book.language()));
    dc("description", &facts.subtitle);
    dc(
        "source",
        site.config.url.as_ref().map_or("", |url| url.as_str()),
    );
    let day = facts.date.map(|date| date.to_string());
    dc("date", day.as_deref().unwrap_or_default());
    push(
        xml,
        &format!(
            "    <dc:identifier id=\"id\">{}</dc:identifier>\n",
            book.identifier()
        ),
    );
    let mut meta = |property: &str, value: &str| {
        push(
            xml,
            &format!("    <meta property=\"{property}\">{value}</meta>\n"),
        );
    };
    meta(
        "dcterms:modified",
        &format!("{}T00:00:00Z", day.as_deref().unwrap_or(FIRST_DAY)),
    );
    let seen = Seen::of(book);
    meta("schema:accessMode", "textual");
    if !pictures.is_empty() || seen.drawings {
        meta("schema:accessMode", "visual");
    }
    if !seen.mute {
        meta("schema:accessModeSufficient", "textual");
        if !pictures.is_empty() || seen.drawings {
            meta("schema:accessModeSufficient", "textual,visual");
        }
    }
    let features = [
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
        "ARIA",
    ];
    for feature in features {
        meta("schema:accessibilityFeature", feature);
    }
    if !pictures.is_empty() && !seen.mute {
        meta("schema:accessibilityFeature", "alternativeText");
    }
    if seen.formulas {
        meta("schema:accessibilityFeature", "MathML");
    }
    if book.parts.iter().any(|part| part.part == BookPart::Index) {
        meta("schema:accessibilityFeature", "index");
    }
    meta("schema:accessibilityHazard", "none");
    let summary = book.sources.theme.word("book-accessibility", facts.edition);
    meta("schema:accessibilitySummary", &escaped(&summary));
    xml.push_str("  </metadata>\n");
}

/// What of the book is to be seen.
#[derive(Default)]
struct Seen {
    drawings: bool,
    formulas: bool,
    /// Whether a drawing says nothing to those who don't see it.
    mute: bool,
}

impl Seen {
    fn of(book: &Book<'_>) -> Self {
        let mut seen = Self::default();
        for part in &book.parts {
            each_element(&part.nodes, &mut |element| match element.name.as_str() {
                "svg" => {
                    seen.drawings = true;
                    let mut has_title = false;
                    each_element(&element.children, &mut |within| {
                        has_title |= within.name == "title";
                    });
                    let is_named = element.attribute("aria-label").is_some();
                    let is_hidden = element.attribute("aria-hidden") == Some("true");
                    seen.mute |= !has_title && !is_named && !is_hidden;
                }
                "math" => seen.formulas = true,
                _ => {}
            });
        }
        seen
    }
}
