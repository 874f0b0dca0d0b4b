//! What any chapter may say about itself, whatever its kind.

use jiff::civil::Date;

use super::blocks::blocks;
use super::head::{self, Fault, Head};
use super::image::{ChapterImage, image};
use super::status::{self, Status};
use crate::diagnostic::{Edit, codes};
use crate::source::{Encoding, Source, Span, Spanned};
use crate::text::Arg;
use crate::yaml::{Fields, Key, Map, Node, Reader, Value, parse};

pub use super::head::split;

/// The keys that every chapter may have.
pub const KEYS: [&str; 23] = [
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
    "image",
    "blocks",
    "featured",
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
    /// Where a title is announced and none is given.
    pub empty_title: Option<Span>,
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
    /// The picture that stands for it.
    pub image: Option<ChapterImage>,
    /// On a start page: the names of its blocks, in their order; the usual ones if there are none.
    pub blocks: Vec<Spanned<String>>,
    /// On a start page: id of the chapter that it shows first.
    pub featured: Option<Spanned<String>>,
    /// The fields of its kind, still to be read.
    pub rest: Map,
    /// Whether it couldn't be read as a whole, so that what isn't in it says nothing.
    pub unreadable: bool,
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
            empty_title: None,
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
        let single = [
            &mut self.kind,
            &mut self.superseded_by,
            &mut self.featured,
            &mut self.id,
        ];
        let order = match &mut self.order {
            Order::Names(names) => names.as_mut_slice(),
            _ => &mut [],
        };
        let lists = [order, &mut self.aliases, &mut self.open, &mut self.blocks];
        let single = single.into_iter().flatten();
        for named in single.chain(lists.into_iter().flatten()) {
            place(&mut named.span);
        }
        for anchor in &mut self.anchors {
            place(&mut anchor.span);
        }
        if let Some(image) = &mut self.image {
            place(&mut image.file.span);
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

/// Reads the front matter of `source` and gives the offset of the body behind it.
pub fn read(source: &Source, reader: &mut Reader<'_>) -> (FrontMatter, usize) {
    let Head { yaml, body, fault } = head::find(&source.text);
    // What is no text at all has a finding of its own.
    let is_text = source
        .foreign
        .as_ref()
        .is_none_or(|foreign| foreign.value != Encoding::Binary);
    let mut unreadable = fault.is_some() || !is_text;
    let span = Span::new(fault.as_ref().map_or(0..3, |fault| fault.span.clone()));
    if let Some(fault) = fault {
        report(fault, reader);
    }
    let Some(range) = yaml.filter(|_| is_text) else {
        let front = FrontMatter {
            unreadable,
            ..FrontMatter::default()
        };
        return (front, body);
    };
    let value = match parse(&source.text[range.clone()], range.start, &source.path) {
        Ok(value) => Some(value),
        Err(problem) => {
            // Where it isn't even sure which lines belong to it, that comes first.
            if !unreadable {
                reader.findings.push(problem.finding);
            }
            unreadable = true;
            problem.rest
        }
    };
    let no_fields = match value.as_ref().map(|value| (&value.node, value.span)) {
        Some((Node::List(_), span)) => Some((
            ["yaml-list-and-fields", "yaml-list-and-fields-remedy"],
            span,
        )),
        Some((Node::Text { .. } | Node::Flag(_), span)) => {
            Some((["yaml-no-colon", "yaml-no-colon-remedy"], span))
        }
        _ => None,
    };
    if let Some(([problem, remedy], span)) = no_fields {
        let finding = reader.report(&codes::YAML_SYNTAX, span);
        finding.set_arg("problem", Arg::Message(problem));
        finding.set_arg("remedy", Arg::Message(remedy));
    }
    unreadable |= no_fields.is_some();
    let front = value
        .filter(|_| no_fields.is_none())
        .and_then(|value| {
            let mut fields = Fields::of(&value, "front-matter", reader)?;
            Some(take(&mut fields, reader))
        })
        .unwrap_or_default();
    let front = FrontMatter {
        span,
        unreadable,
        ..front
    };
    (front, body)
}

fn report(fault: Fault, reader: &mut Reader<'_>) {
    let finding = reader.report(fault.code, Span::new(fault.span));
    if let (Some(named), Some((name, _))) = (fault.named, fault.code.args.first()) {
        finding.set_arg(name, named);
    }
    let edits = fault.edits.into_iter();
    finding.set_fixes(
        edits
            .map(|(range, text)| Edit {
                span: Span::new(range),
                text,
            })
            .collect(),
    );
}

fn take(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> FrontMatter {
    let (status, other_status) = status::read(fields, reader);
    let front = FrontMatter {
        span: Span::default(),
        title: fields.plain("title", reader),
        empty_title: fields.blank("title"),
        summary: fields.plain("summary", reader),
        kind: spanned(fields, "kind", reader),
        order: order(fields, reader),
        status,
        superseded_by: spanned(fields, "superseded_by", reader),
        updated: fields
            .get("updated")
            .and_then(|value| reader.date("updated", value)),
        review_by: fields
            .get("review_by")
            .and_then(|value| Some(Spanned::new(reader.date("review_by", value)?, value.span))),
        authors: fields.people("authors", reader),
        contact: fields.plain("contact", reader),
        license: fields.text("license", reader),
        topics: fields.words("topics", reader),
        audiences: fields.words("audiences", reader),
        synonyms: fields.words("synonyms", reader),
        sources: sources(fields, reader),
        aliases: spanned_list(fields, "aliases", reader),
        anchors: former_anchors(fields, reader),
        id: spanned(fields, "id", reader),
        open: spanned_list(fields, "open", reader),
        translation_of: spanned(fields, "translation_of", reader),
        image: image(fields, reader),
        blocks: blocks(fields, reader),
        featured: spanned(fields, "featured", reader),
        rest: Map::new(),
        unreadable: false,
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
        rest: fields
            .rest()
            .filter(|(key, _)| Some(&key.text) != other_status.as_ref())
            .cloned()
            .collect(),
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
    let value = fields.get(key);
    value.map_or_else(Vec::new, |value| reader.texts(key, value))
}

fn former_anchors(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<FormerAnchor> {
    let Some(value) = fields.get("anchors") else {
        return Vec::new();
    };
    let Node::Map(map) = &value.node else {
        reader.wrong_type("anchors", value, "type-map");
        return Vec::new();
    };
    let anchor = |(key, value): &(Key, Value)| {
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
