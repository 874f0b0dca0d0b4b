//! How to cite: the facts of a chapter, and the forms in which programs read them. Those that manage
//! references take [`Citation::bibtex`] and [`Citation::csl`], search engines
//! [`Citation::linked_data`].

use percent_encoding::AsciiSet;
use serde::Serialize;

use super::context::CitationContext;
use crate::config::language;
use crate::link::Linked;
use crate::pages::permanent_url;
use crate::release::Release;
use crate::site::ChapterId;
use crate::source::{RESERVED_IN_PATH, percent_encode_signs};

/// What a citation of a chapter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// A key that is the same in every version and language.
    pub key: String,
    /// The chapter's title.
    pub title: String,
    /// The handbook's title.
    pub handbook: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Year, month and day of its last change, else of the release.
    pub date: Option<jiff::civil::Date>,
    /// The release, if this is one.
    pub version: Option<String>,
    /// Where it is for good: in the frozen edition, if this is a release.
    pub url: Option<String>,
    /// BCP 47 code.
    pub lang: String,
}

impl Citation {
    /// The citation of a chapter.
    pub fn of(linked: &Linked, release: Option<&Release>, id: ChapterId) -> Self {
        let site = &linked.site;
        let chapter = site.chapter(id);
        // What another edition shows for want of a translation is cited where it is at home.
        let own = || site.at_path(chapter.path().as_str());
        let original = chapter.is_fallback.then(own).flatten();
        let id = original.unwrap_or(id);
        let chapter = site.chapter(id);
        let lang = site.edition(chapter.edition).language.clone();
        Self {
            key: chapter.id.replace('/', "-"),
            title: chapter.title.clone(),
            handbook: site.title(&lang).to_owned(),
            authors: chapter.parsed.front.authors.clone(),
            date: chapter
                .parsed
                .front
                .updated
                .or(release.map(|release| release.date)),
            version: release.map(|release| release.version.to_string()),
            url: permanent_url(site, release, id),
            lang: language::tag(&lang),
        }
    }

    /// As an entry of BibTeX.
    pub fn bibtex(&self) -> String {
        let mut entry = format!("@incollection{{{},\n", bibtex_key(&self.key));
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                entry.extend(["  ", name, " = {", value, "},\n"]);
            }
        };
        field("title", &bibtex_text(&self.title));
        field("booktitle", &bibtex_text(&self.handbook));
        if let Some(date) = self.date {
            field("year", &date.year().to_string());
            field("date", &date.to_string());
        }
        field(
            "version",
            &bibtex_text(self.version.as_deref().unwrap_or_default()),
        );
        // An address is read as it is, and has neither braces nor backslashes.
        field("url", self.url.as_deref().unwrap_or_default());
        field("langid", &self.lang);
        // Braces keep names of bodies in one piece.
        let authors: Vec<String> = self
            .authors
            .iter()
            .map(|author| format!("{{{}}}", bibtex_text(author)))
            .collect();
        field("author", &authors.join(" and "));
        entry + "}\n"
    }

    /// As an item of CSL-JSON.
    pub fn csl(&self) -> String {
        let author = |name| Literal { literal: name };
        let date = self.date.map(|date| DateParts {
            parts: [(date.year(), date.month(), date.day())],
        });
        json(&CslItem {
            url: self.url.as_deref(),
            author: self.authors.iter().map(author).collect(),
            container_title: &self.handbook,
            id: &self.key,
            issued: date,
            language: &self.lang,
            title: &self.title,
            ty: "chapter",
            version: self.version.as_deref(),
        })
    }

    /// In the words of <https://schema.org>, to stand in a page's markup.
    pub fn linked_data(&self) -> String {
        let item = json(&Chapter {
            context: "https://schema.org",
            ty: "Chapter",
            author: &self.authors,
            modified: self.date.map(|date| date.to_string()),
            language: &self.lang,
            part_of: Book {
                ty: "Book",
                name: &self.handbook,
            },
            name: &self.title,
            url: self.url.as_deref(),
            version: self.version.as_deref(),
        });
        // No title may end the element around it.
        item.replace('<', "\\u003c")
    }

    /// As templates get it. The files are whole addresses, so that a chapter has them everywhere,
    /// and the site no file more. `code` is the way to the drawing that leads there from paper.
    pub(super) fn context(self, code: Option<String>) -> CitationContext {
        CitationContext {
            code,
            bibtex: data("application/x-bibtex", &self.bibtex()),
            csl: data(
                "application/vnd.citationstyles.csl+json",
                &list(&[self.csl()]),
            ),
            linked_data: self.linked_data(),
            name: self.key,
            title: self.title,
            handbook: self.handbook,
            authors: self.authors,
            date: self.date.map(|date| date.to_string()),
            version: self.version,
            url: self.url,
            lang: self.lang,
        }
    }
}

/// An item of CSL-JSON, in the order of its keys.
#[derive(Serialize)]
struct CslItem<'c> {
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'c str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Literal<'c>>,
    #[serde(rename = "container-title")]
    container_title: &'c str,
    id: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateParts>,
    language: &'c str,
    title: &'c str,
    #[serde(rename = "type")]
    ty: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'c str>,
}

#[derive(Serialize)]
struct Literal<'c> {
    literal: &'c String,
}

#[derive(Serialize)]
struct DateParts {
    #[serde(rename = "date-parts")]
    parts: [(i16, i8, i8); 1],
}

/// A chapter in the words of <https://schema.org>, in the order of its keys.
#[derive(Serialize)]
struct Chapter<'c> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    ty: &'static str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    author: &'c [String],
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(rename = "inLanguage")]
    language: &'c str,
    #[serde(rename = "isPartOf")]
    part_of: Book<'c>,
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'c str>,
}

#[derive(Serialize)]
struct Book<'c> {
    #[serde(rename = "@type")]
    ty: &'static str,
    name: &'c str,
}

fn json(item: &impl Serialize) -> String {
    serde_json::to_string(item).expect("texts, numbers and lists are always JSON")
}

/// A file of items of CSL-JSON.
pub(crate) fn list(items: &[String]) -> String {
    format!("[{}]\n", items.join(",\n"))
}

/// What must be written in code in an address that is a file.
const RESERVED_IN_DATA: &AsciiSet = &RESERVED_IN_PATH
    .remove(b'!')
    .remove(b'*')
    .remove(b'(')
    .remove(b')')
    .remove(b':')
    .remove(b';')
    .remove(b'@')
    .remove(b'?')
    .remove(b',')
    .remove(b'=')
    .remove(b'+')
    .remove(b'$');

/// An address that is a file of this type itself. Letters of all languages may stand in one as they
/// are.
fn data(mime: &str, text: &str) -> String {
    let text = percent_encode_signs(text, RESERVED_IN_DATA);
    format!("data:{mime},{text}")
}

/// A text in which no sign means anything to BibTeX.
fn bibtex_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' | '#' | '&' | '$' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // Even behind a backslash, BibTeX counts braces.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A key in which no sign means anything to BibTeX.
fn bibtex_key(key: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.:".contains(c);
    let key = key.chars().map(|c| if is_plain(c) { c } else { '-' });
    key.collect()
}
