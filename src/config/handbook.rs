//! `handbook.yml`.

use std::collections::{BTreeMap, BTreeSet};

use super::book::BookSettings;
use super::logos::Logo;
use super::named::{Images, Legal, Named};
use super::palette::Palette;
use super::publish::Publish;
use super::thesaurus::Thesaurus;
use super::{BaseUrl, Localized, Translations, language, translations};
use crate::diagnostic::{Finding, Level, Severity, Suggestions, codes};
use crate::source::{HandbookPath, Snapshot, Span, Spanned};
use crate::yaml::{Fields, Node, Reader, Value, read_file};

/// The file's name.
pub const FILE: &str = "handbook.yml";

/// What a handbook can make of a sort of finding, by name.
pub const LEVELS: [(&str, Level); 4] = [
    ("error", Level::As(Severity::Error)),
    ("warning", Level::As(Severity::Warning)),
    ("note", Level::As(Severity::Note)),
    ("off", Level::Off),
];

/// Where a chapter's day or authors come from: its front matter alone, or the history where that is
/// silent.
pub const FROM: [&str; 2] = ["front-matter", "git"];

/// Words of a sentence in easy language, unless the handbook says otherwise.
const EASY_SENTENCE_WORDS: usize = 15;

/// A handbook's settings.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a setting that stands for itself"
)]
pub struct Config {
    /// Other words for those that the handbook lacks, for its search in the default language.
    pub thesaurus: Option<Thesaurus>,
    /// Its file, as it is named.
    thesaurus_file: Option<Spanned<String>>,
    /// The handbook's name.
    pub title: Localized,
    /// One sentence about it, for search engines and previews.
    pub description: Localized,
    /// BCP 47 codes; the first is the default language, published at the root.
    pub languages: Vec<String>,
    /// What is asked of translations, by language.
    pub translations: BTreeMap<String, Translations>,
    /// Name of the theme, a folder below `themes/` or the built-in `standard`.
    pub theme: String,
    /// Where it will be published. For canonical links only: nothing that works in a browser
    /// depends on it.
    pub url: Option<BaseUrl>,
    /// The folder of the chapters, relative to the handbook's root; empty for the root itself.
    pub content: &'static str,
    /// Files that are published though nothing leads to them.
    pub publish: Publish,
    /// Pages that the law asks for.
    pub legal: Legal,
    /// Where readers tell what they think: an e-mail address, an address on the web or a chapter.
    pub feedback: Option<Named>,
    /// Pictures that stand for the handbook.
    pub images: Images,
    /// Logos of partners and funders.
    pub logos: Vec<Logo>,
    /// How it becomes a book.
    pub book: BookSettings,
    /// Its own colours.
    pub palette: Palette,
    /// Whether sections and chapters are numbered.
    pub numbers: bool,
    /// Whether HTML in Markdown is published as it is.
    pub raw_html: bool,
    /// Hosts and beginnings of addresses that `check --external` doesn't ask for.
    pub external_allowed: Vec<String>,
    /// Whether every image needs a credit in its caption.
    pub image_credits: bool,
    /// What the handbook's easy language is called: it knows which of several it is.
    pub easy_name: Localized,
    /// The handbook in sign language: a film, or a chapter with films.
    pub sign_language: Option<Named>,
    /// How many words a sentence in easy language may have.
    pub easy_sentence_words: usize,
    /// Whether texts explain the terms of the glossary where they first stand in a section.
    pub explain_terms: bool,
    /// Whether chapters that don't say when they were changed last take the day from git.
    pub updated_from_git: bool,
    /// Whether chapters that don't name their authors name those whom git knows.
    pub authors_from_git: bool,
    /// Severities that the handbook changes, by slug.
    pub levels: BTreeMap<String, Level>,
    /// Whether the file can't be read as a whole, so that what isn't in it says nothing.
    pub is_partial: bool,
}

impl Config {
    /// Reads the settings of `snapshot`, with defaults for what isn't said.
    pub fn read(snapshot: &Snapshot) -> (Self, Vec<Finding>) {
        let mut config = Self {
            thesaurus: None,
            thesaurus_file: None,
            title: Localized::default(),
            description: Localized::default(),
            languages: vec!["de".into()],
            translations: BTreeMap::new(),
            theme: "standard".into(),
            url: None,
            content: if snapshot.below("content").next().is_some() {
                "content"
            } else {
                ""
            },
            publish: Publish::default(),
            legal: Legal::default(),
            feedback: None,
            images: Images::default(),
            logos: Vec::new(),
            book: BookSettings::default(),
            palette: Palette::default(),
            numbers: false,
            raw_html: true,
            external_allowed: Vec::new(),
            image_credits: false,
            easy_name: Localized::default(),
            sign_language: None,
            easy_sentence_words: EASY_SENTENCE_WORDS,
            explain_terms: true,
            updated_from_git: false,
            authors_from_git: false,
            levels: BTreeMap::new(),
            is_partial: false,
        };
        let mut findings = Vec::new();
        if let Some(source) = snapshot.text(FILE) {
            read_file(
                &source.text,
                &source.path,
                &mut findings,
                |value, reader| {
                    config.take(value, reader);
                },
            );
            let is_yaml = |finding: &Finding| finding.code.slug.starts_with("yaml-");
            config.is_partial = findings.iter().any(is_yaml);
            if let Some(Spanned { value, span }) = config.thesaurus_file.take() {
                match Thesaurus::read(&value, span, snapshot, &source.path) {
                    Ok(thesaurus) => config.thesaurus = Some(thesaurus),
                    Err(finding) => findings.push(*finding),
                }
            }
        }
        (config, findings)
    }

    /// The language at the root.
    pub fn default_language(&self) -> &str {
        &self.languages[0]
    }

    /// The content folder's path of a file, if it is in there.
    pub fn in_content<'a>(&self, path: &'a HandbookPath) -> Option<&'a str> {
        path.relative_to(self.content)
    }

    /// The keys that the file may have.
    pub fn keys() -> BTreeSet<&'static str> {
        let (mut config, _) = Self::read(&Snapshot::default());
        let nothing = Value::new(Span::default(), Node::Null);
        let mut reader = Reader {
            path: HandbookPath::literal(FILE).into(),
            findings: &mut Vec::new(),
        };
        config.take(&nothing, &mut reader)
    }

    /// Takes what the file says, and gives the keys that it may have.
    fn take(&mut self, value: &Value, reader: &mut Reader<'_>) -> BTreeSet<&'static str> {
        let Some(mut fields) = Fields::of(value, FILE, reader) else {
            return BTreeSet::new();
        };
        if let Some(value) = fields.get("title") {
            self.title = Localized::read("title", value, reader);
        }
        if let Some(value) = fields.get("description") {
            self.description = Localized::read("description", value, reader);
        }
        if let Some(value) = fields.get("languages") {
            self.take_languages(value, reader);
        }
        if let Some(value) = fields.get("translations") {
            self.translations = translations::read(value, &self.languages, reader);
        }
        if let Some(theme) = fields.text("theme", reader) {
            self.theme = theme;
        }
        if let Some(value) = fields.get("url") {
            self.url = base_url(value, reader);
        }
        self.publish = Publish(fields.texts("publish", reader));
        if let Some(value) = fields.get("legal") {
            self.legal.take(value, reader);
        }
        if let Some(value) = fields.get("feedback") {
            self.feedback = Named::read("feedback", value, reader);
        }
        if let Some(value) = fields.get("sign_language") {
            self.sign_language = Named::read_film("sign_language", value, reader);
        }
        if let Some(value) = fields.get("logos") {
            self.logos = Logo::read_all(value, reader);
        }
        if let Some(value) = fields.get("book") {
            self.book = BookSettings::read(value, reader);
        }
        if let Some(value) = fields.get("palette") {
            self.palette = Palette::read(value, reader);
        }
        self.numbers = fields.flag("numbers", reader).unwrap_or(false);
        if let Some(value) = fields.get("markdown")
            && let Some(mut fields) = Fields::of(value, "markdown", reader)
        {
            self.raw_html = fields.flag("raw_html", reader).unwrap_or(true);
            self.explain_terms = fields.flag("explain_terms", reader).unwrap_or(true);
            fields.finish(reader);
        }
        if let Some(value) = fields.get("external")
            && let Some(mut fields) = Fields::of(value, "external", reader)
        {
            self.external_allowed = fields.texts("allow", reader);
            fields.finish(reader);
        }
        if let Some(value) = fields.get("search")
            && let Some(mut fields) = Fields::of(value, "search", reader)
        {
            if let Some(value) = fields.get("thesaurus") {
                let name = reader.text("thesaurus", value);
                self.thesaurus_file = name.map(|name| Spanned::new(name, value.span));
            }
            fields.finish(reader);
        }
        if let Some(value) = fields.get("images")
            && let Some(mut fields) = Fields::of(value, "images", reader)
        {
            self.images.take(&mut fields, reader);
            if let Some(value) = fields.get("credit")
                && let Some(credit) = reader.text("credit", value)
            {
                self.image_credits = credit == "required";
                if !["required", "optional"].contains(&credit.as_str()) {
                    let allowed = ["required", "optional"];
                    reader.unknown_value("credit", &credit, value.span, &allowed);
                }
            }
            fields.finish(reader);
        }
        if let Some(value) = fields.get("easy_language")
            && let Some(mut fields) = Fields::of(value, "easy_language", reader)
        {
            if let Some(value) = fields.get("name") {
                self.easy_name = Localized::read("name", value, reader);
            }
            let words = fields.integer("sentence_words", reader);
            self.easy_sentence_words = words
                .and_then(|words| usize::try_from(words).ok())
                .unwrap_or(EASY_SENTENCE_WORDS);
            fields.finish(reader);
        }
        self.updated_from_git = from_git("updated", &mut fields, reader);
        self.authors_from_git = from_git("authors", &mut fields, reader);
        if let Some(value) = fields.get("severity") {
            self.take_levels(value, reader);
        }
        fields.finish(reader)
    }

    fn take_languages(&mut self, value: &Value, reader: &mut Reader<'_>) {
        let mut languages = Vec::new();
        for Spanned { value: code, span } in reader.names("languages", value, language::is_language)
        {
            if !language::is_language(&code) {
                language::report_unknown(&code, span, reader);
            } else if !languages.contains(&code) {
                languages.push(code);
            }
        }
        if !languages.is_empty() {
            self.languages = languages;
        }
    }

    fn take_levels(&mut self, value: &Value, reader: &mut Reader<'_>) {
        let Node::Map(map) = &value.node else {
            return reader.wrong_type("severity", value, "type-map");
        };
        let slugs = Suggestions::new(codes::ALL.iter().map(|code| code.slug));
        for (slug, value) in map {
            if !codes::exists(&slug.text) {
                let offer = slugs.nearest(&slug.text).map(str::to_owned);
                let finding = reader.report(&codes::UNKNOWN_SLUG, slug.span);
                finding.set_arg("slug", slug.text.as_str());
                finding.suggestion = offer;
                continue;
            }
            let Some(name) = reader.text(&slug.text, value) else {
                continue;
            };
            match LEVELS.iter().find(|(level, _)| *level == name) {
                Some((_, level)) => {
                    self.levels.insert(slug.text.clone(), *level);
                }
                None => {
                    let names = LEVELS.map(|(name, _)| name);
                    reader.unknown_value(&slug.text, &name, value.span, &names);
                }
            }
        }
    }
}

/// Whether the setting `key` says that git is asked for what chapters leave out.
fn from_git(key: &'static str, fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> bool {
    let Some(value) = fields.get(key) else {
        return false;
    };
    let Some(name) = reader.text(key, value) else {
        return false;
    };
    if !FROM.contains(&name.as_str()) {
        reader.unknown_value(key, &name, value.span, &FROM);
    }
    name == FROM[1]
}

fn base_url(value: &Value, reader: &mut Reader<'_>) -> Option<BaseUrl> {
    let text = reader.text("url", value)?;
    let url = BaseUrl::parse(&text);
    if url.is_none() {
        let finding = reader.report(&codes::NOT_A_URL, value.span);
        finding.set_arg("value", text);
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> (Config, Vec<(&'static str, Option<String>)>) {
        let mut snapshot = Snapshot::default();
        snapshot.insert_text(HandbookPath::literal(FILE), yaml.into());
        let (config, findings) = Config::read(&snapshot);
        (
            config,
            findings
                .into_iter()
                .map(|f| (f.code.slug, f.suggestion))
                .collect(),
        )
    }

    #[test]
    fn an_empty_file_is_a_handbook() {
        let (config, findings) = read("");
        assert_eq!(findings, []);
        assert_eq!(config.default_language(), "de");
        assert_eq!((config.content, config.raw_html), ("", true));
    }

    #[test]
    fn settings_are_typed() {
        let (config, findings) = read(
            "title: {de: Ankommen, en: Arriving}\nlanguages: [de, en]\nurl: https://x.example/h\n\
             markdown:\n  raw_html: false\nseverity:\n  unknown-key: warning\n",
        );
        assert_eq!(findings, []);
        assert_eq!(config.title.get("en"), "Arriving");
        assert_eq!(config.url.unwrap().as_str(), "https://x.example/h/");
        assert!(!config.raw_html);
        assert_eq!(config.levels["unknown-key"], Level::As(Severity::Warning));
    }

    #[test]
    fn all_mistakes_are_reported_at_once() {
        let (_, findings) = read(
            "titel: x\nlanguages: [de, Deutsch]\nurl: www.x.example\nseverity:\n  unknwn-key: off\n",
        );
        assert_eq!(
            findings,
            [
                ("unknown-language-code", Some("de".into())),
                ("not-a-url", None),
                ("unknown-slug", Some("unknown-key".into())),
                ("unknown-key", Some("title".into())),
            ]
        );
    }
}
