//! How to cite: the facts of a chapter, and the forms in which programs that manage references read
//! them.

use serde_json::{Value, json};

use crate::link::Linked;
use crate::site::{Chapter, ChapterId};

/// What a citation of a chapter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// A key that is the same in every version.
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
    pub fn of(linked: &Linked, id: ChapterId) -> Self {
        let site = &linked.site;
        let chapter: &Chapter = site.chapter(id);
        let release = linked.release.as_ref();
        let frozen = release.map_or(String::new(), |release| release.version.folder());
        let lang = site.editions[chapter.edition].language.clone();
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
            url: site
                .config
                .url
                .as_ref()
                .map(|base| format!("{base}{frozen}{}", chapter.address)),
            lang,
        }
    }

    /// As an entry of BibTeX.
    pub fn bibtex(&self) -> String {
        let mut entry = format!("@incollection{{{},\n", self.key);
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                entry.push_str(&format!("  {name} = {{{}}},\n", braced(value)));
            }
        };
        // Braces keep names of bodies in one piece.
        let authors: Vec<String> = self.authors.iter().map(|a| format!("{{{a}}}")).collect();
        field("title", &self.title);
        field("booktitle", &self.handbook);
        if let Some(date) = self.date {
            field("year", &date.year().to_string());
            field("date", &date.to_string());
        }
        field("version", self.version.as_deref().unwrap_or_default());
        field("url", self.url.as_deref().unwrap_or_default());
        field("langid", &self.lang);
        if !authors.is_empty() {
            entry.push_str(&format!("  author = {{{}}},\n", authors.join(" and ")));
        }
        entry + "}\n"
    }

    /// As an item of CSL-JSON.
    pub fn csl(&self) -> Value {
        let mut item = json!({
            "id": self.key,
            "type": "chapter",
            "title": self.title,
            "container-title": self.handbook,
            "language": self.lang,
        });
        if !self.authors.is_empty() {
            let names = self.authors.iter().map(|name| json!({ "literal": name }));
            item["author"] = names.collect();
        }
        if let Some(date) = self.date {
            item["issued"] = json!({ "date-parts": [[date.year(), date.month(), date.day()]] });
        }
        if let Some(version) = &self.version {
            item["version"] = json!(version);
        }
        if let Some(url) = &self.url {
            item["URL"] = json!(url);
        }
        item
    }
}

/// A text in which no sign means anything to BibTeX.
fn braced(text: &str) -> String {
    let mut braced = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' => {}
            '\\' => braced.push('/'),
            '%' | '#' | '&' | '$' | '_' if !text.starts_with("http") => {
                braced.push('\\');
                braced.push(c);
            }
            c => braced.push(c),
        }
    }
    braced
}

/// The handbook as a whole, in the Citation File Format 1.2.
pub(super) fn cff(linked: &Linked) -> String {
    let config = &linked.site.config;
    let language = config.default_language();
    let quoted = |text: &str| Value::from(text).to_string();
    let title = quoted(linked.site.title(language));
    let mut text = format!(
        "cff-version: 1.2.0\nmessage: {title}\ntype: dataset\ntitle: {title}\n\
         authors:\n  - name: {title}\n"
    );
    let description = config.description.get(language);
    if !description.is_empty() {
        text.push_str(&format!("abstract: {}\n", quoted(description)));
    }
    if let Some(url) = &config.url {
        text.push_str(&format!("url: {}\n", quoted(url)));
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
