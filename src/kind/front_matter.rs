//! What any chapter may say about itself, whatever its kind.

use jiff::civil::Date;

use crate::diagnostic::codes;
use crate::source::{Source, Span, Spanned};
use crate::yaml::{Fields, Map, Node, Reader, Value, parse};

/// The keys that every chapter may have.
pub const KEYS: [&str; 20] = [
    "title",
    "summary",
    "kind",
    "order",
    "status",
    "superseded_by",
    "updated",
    "review_by",
    "authors",
    "contact",
    "license",
    "topics",
    "audiences",
    "synonyms",
    "sources",
    "aliases",
    "anchors",
    "id",
    "open",
    "translation_of",
];

/// Those of them that are in words, so that each language has its own.
pub const IN_WORDS: [&str; 5] = ["title", "summary", "topics", "audiences", "synonyms"];

/// A chapter's front matter.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FrontMatter {
    /// The place of the front matter as a whole: its first line.
    pub span: Span,
    /// The chapter's title.
    pub title: Option<String>,
    /// What it says, in a sentence or two.
    pub summary: Option<String>,
    /// Its kind, and where that is said.
    pub kind: Option<Spanned<String>>,
    /// Its place among its neighbours, or theirs.
    pub order: Order,
    /// How far it is.
    pub status: Status,
    /// Id of the chapter that holds in its place, and where that is said.
    pub superseded_by: Option<Spanned<String>>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// When somebody should look at it again.
    pub review_by: Option<Spanned<Date>>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Under which licence it is.
    pub license: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Whom it is for.
    pub audiences: Vec<String>,
    /// Other words that it should be found by.
    pub synonyms: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Note>,
    /// Addresses that it once had.
    pub aliases: Vec<Spanned<String>>,
    /// Anchors that it once had, and those that stand in for them.
    pub anchors: Vec<FormerAnchor>,
    /// What it is called in references, for good.
    pub id: Option<Spanned<String>>,
    /// Fields that are deliberately left open.
    pub open: Vec<Spanned<String>>,
    /// In a translation: which version of the original it translates.
    pub translation_of: Option<Spanned<String>>,
    /// The fields of its kind, still to be read.
    pub rest: Map,
}

impl FrontMatter {
    /// Whether a chapter that says `other` instead stands where it did, with the same neighbours and
    /// relations. The two may say different things of the chapter alone, and each at other bytes.
    pub fn keeps_place(&self, other: &Self) -> bool {
        self == other || self.of_place() == other.of_place()
    }

    /// What others depend on.
    fn of_place(&self) -> Self {
        let mut front = Self {
            title: None,
            summary: None,
            updated: None,
            review_by: None,
            synonyms: Vec::new(),
            translation_of: None,
            ..self.clone()
        };
        front.spans(&mut |span| *span = Span::default());
        front
    }

    fn spans(&mut self, place: &mut impl FnMut(&mut Span)) {
        let single = [&mut self.kind, &mut self.superseded_by, &mut self.id];
        let order = match &mut self.order {
            Order::Names(names) => names.as_mut_slice(),
            _ => &mut [],
        };
        let lists = [order, &mut self.aliases, &mut self.open];
        let single = single.into_iter().flatten();
        for named in single.chain(lists.into_iter().flatten()) {
            place(&mut named.span);
        }
        for anchor in &mut self.anchors {
            place(&mut anchor.span);
        }
        for (key, value) in &mut self.rest {
            place(&mut key.span);
            value.spans(place);
        }
    }
}

/// A place that readers may still have links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAnchor {
    /// What stood behind the `#`.
    pub former: String,
    /// Where that is said.
    pub span: Span,
    /// The anchor of a heading, or [`TOP`].
    pub present: String,
}

/// The beginning of a page, where a former anchor may lead.
pub const TOP: &str = "top";

/// A source that a chapter rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub title: String,
    /// Where it is on the web.
    pub url: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
}

/// Order among neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// Before those with a greater number and those without one.
    Number(i64),
    /// In a section: its chapters and sections, by the names of their files and folders.
    Names(Vec<Spanned<String>>),
}

/// How far a chapter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Published like any; the author says no more.
    #[default]
    Published,
    /// Not to be published yet.
    Draft,
    /// Checked by somebody else.
    Reviewed,
    /// Replaced by another chapter, kept because it is cited.
    Superseded,
    /// No longer held to be right, kept because it is cited.
    Withdrawn,
}

impl Status {
    const NAMES: [(&'static str, Self); 4] = [
        ("draft", Self::Draft),
        ("reviewed", Self::Reviewed),
        ("superseded", Self::Superseded),
        ("withdrawn", Self::Withdrawn),
    ];

    /// The names of all, as front matter has them.
    pub fn names() -> [&'static str; 4] {
        Self::NAMES.map(|(name, _)| name)
    }

    /// Its name in front matter; none for a chapter that says nothing.
    pub fn name(self) -> Option<&'static str> {
        Self::NAMES
            .iter()
            .find(|(_, status)| *status == self)
            .map(|(name, _)| *name)
    }
}

/// Splits a chapter into its front matter, without the lines of dashes, and the offset of its body.
/// A chapter without front matter gives `None` and 0.
pub fn split(text: &str) -> (Option<std::ops::Range<usize>>, usize) {
    let mut lines = text.split_inclusive('\n');
    let is_fence = |line: &str| line.trim_end() == "---";
    let Some(first) = lines.next().filter(|line| is_fence(line)) else {
        return (None, 0);
    };
    let start = first.len();
    let mut at = start;
    for line in lines {
        if is_fence(line) {
            return (Some(start..at), at + line.len());
        }
        at += line.len();
    }
    (None, 0)
}

/// Whether a text begins as front matter does, with a line of dashes and a field, though no second
/// line of dashes follows. A line alone is a rule.
fn is_unclosed(text: &str) -> bool {
    let mut lines = text.lines();
    let field = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        let is_key = |b: u8| b.is_ascii_lowercase() || b == b'_';
        key.len() < line.len() && !key.is_empty() && key.bytes().all(is_key)
    };
    lines.next().is_some_and(|line| line.trim_end() == "---") && lines.next().is_some_and(field)
}

/// Reads the front matter of `source` and gives the offset of the body behind it.
pub fn read(source: &Source, reader: &mut Reader<'_>) -> (FrontMatter, usize) {
    let (range, body) = split(&source.text);
    let Some(range) = range else {
        if is_unclosed(&source.text) {
            reader.report(&codes::FRONT_MATTER_UNCLOSED, Span::new(0..3));
        }
        return (FrontMatter::default(), body);
    };
    let span = Span::new(0..3);
    let value = match parse(&source.text[range.clone()], range.start, &source.path) {
        Ok(value) => value,
        Err(finding) => {
            reader.findings.push(*finding);
            return (
                FrontMatter {
                    span,
                    ..FrontMatter::default()
                },
                body,
            );
        }
    };
    let front = Fields::of(&value, "front-matter", reader)
        .map(|mut fields| take(&mut fields, reader))
        .unwrap_or_default();
    (FrontMatter { span, ..front }, body)
}

fn take(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> FrontMatter {
    let front = FrontMatter {
        span: Span::default(),
        title: fields.text("title", reader),
        summary: fields.text("summary", reader),
        kind: spanned(fields, "kind", reader),
        order: order(fields, reader),
        status: status(fields, reader),
        superseded_by: spanned(fields, "superseded_by", reader),
        updated: fields
            .get("updated")
            .and_then(|value| reader.date("updated", value)),
        review_by: fields
            .get("review_by")
            .and_then(|value| Some(Spanned::new(reader.date("review_by", value)?, value.span))),
        authors: fields.texts("authors", reader),
        contact: fields.text("contact", reader),
        license: fields.text("license", reader),
        topics: fields.texts("topics", reader),
        audiences: fields.texts("audiences", reader),
        synonyms: fields.texts("synonyms", reader),
        sources: sources(fields, reader),
        aliases: spanned_list(fields, "aliases", reader),
        anchors: former_anchors(fields, reader),
        id: spanned(fields, "id", reader),
        open: spanned_list(fields, "open", reader),
        translation_of: spanned(fields, "translation_of", reader),
        rest: Map::new(),
    };
    // Whoever names a successor may have left the line about a review standing.
    let superseded = front.superseded_by.is_some()
        && matches!(front.status, Status::Published | Status::Reviewed);
    FrontMatter {
        status: if superseded {
            Status::Superseded
        } else {
            front.status
        },
        rest: fields.rest().cloned().collect(),
        ..front
    }
}

fn spanned(
    fields: &mut Fields<'_>,
    key: &'static str,
    reader: &mut Reader<'_>,
) -> Option<Spanned<String>> {
    let value = fields.get(key)?;
    Some(Spanned::new(reader.text(key, value)?, value.span))
}

fn spanned_list(
    fields: &mut Fields<'_>,
    key: &'static str,
    reader: &mut Reader<'_>,
) -> Vec<Spanned<String>> {
    let Some(value) = fields.get(key) else {
        return Vec::new();
    };
    let items = reader.list(key, value);
    items
        .into_iter()
        .filter_map(|item| Some(Spanned::new(reader.text(key, item)?, item.span)))
        .collect()
}

fn former_anchors(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<FormerAnchor> {
    let Some(value) = fields.get("anchors") else {
        return Vec::new();
    };
    let Node::Map(map) = &value.node else {
        reader.wrong_type("anchors", value, "type-map");
        return Vec::new();
    };
    let anchor = |(key, value): &(crate::yaml::Key, Value)| {
        let text = |text: &str| text.trim_start_matches('#').to_owned();
        Some(FormerAnchor {
            former: text(&key.text),
            span: value.span,
            present: text(&reader.text(&key.text, value)?),
        })
    };
    map.iter().filter_map(anchor).collect()
}

fn order(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Order {
    match fields.get("order") {
        None => Order::Name,
        Some(Value {
            node: Node::List(_),
            ..
        }) => Order::Names(spanned_list(fields, "order", reader)),
        Some(_) => fields
            .integer("order", reader)
            .map_or(Order::Name, Order::Number),
    }
}

fn status(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Status {
    let Some(Spanned { value: name, span }) = spanned(fields, "status", reader) else {
        return Status::Published;
    };
    if let Some((_, status)) = Status::NAMES.iter().find(|(known, _)| *known == name) {
        return *status;
    }
    reader.unknown_value("status", &name, span, &Status::names());
    Status::Published
}

fn sources(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<Note> {
    let Some(value) = fields.get("sources") else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    for item in reader.list("sources", value) {
        if let Some(title) = item.as_text() {
            notes.push(Note {
                title: title.to_owned(),
                url: None,
                note: None,
            });
            continue;
        }
        let Some(mut fields) = Fields::of(item, "sources", reader) else {
            continue;
        };
        let title = fields.required_text("title", reader);
        let (url, note) = (fields.text("url", reader), fields.text("note", reader));
        fields.finish(reader);
        notes.extend(title.map(|title| Note { title, url, note }));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_its_second_line_of_dashes() {
        assert_eq!(split("---\na: 1\n---\nText"), (Some(4..9), 13));
        assert_eq!(split("---\r\na: 1\r\n---\r\nText"), (Some(5..11), 16));
        assert_eq!(split("Text\n---\n"), (None, 0));
        assert_eq!(split("---\nnie geschlossen"), (None, 0));
        assert_eq!(split("---\n---\n"), (Some(4..4), 8));
    }
}
