//! A chapter: its text, facts, details and relations.

use std::sync::PoisonError;

use jiff::civil::Date;

use super::View;
use super::glance::glance;
use crate::html::{ChapterRenderer, Fragment, Frame};
use crate::kind::{Field, FieldType, FieldValue, Record, Records, Sign, Status};
use crate::pages::code_path;
use crate::site::{Chapter, ChapterId, FacetOf, Label};
use crate::source::web;
use crate::text::Arg;
use crate::theme::citation::Citation;
use crate::theme::context::{
    ChapterContext, DateContext, Fact, Item, Link, Named, RelationContext, SourceContext, TocItem,
};

/// Headings below this level are not in the table of contents.
const TOC_LEVEL: u8 = 3;

/// How many related chapters one relation shows: no page grows with the handbook.
const RELATED_MAX: usize = 60;

/// Whether values of this type stand below the text rather than in the fact box.
pub(super) fn is_long(ty: &FieldType) -> bool {
    matches!(
        ty,
        FieldType::Markdown | FieldType::List | FieldType::Records(..)
    )
}

/// A chapter's text, and the page it stands on.
#[derive(Clone, Copy)]
pub(super) struct On<'o> {
    pub renderer: ChapterRenderer<'o>,
    pub frame: &'o Frame<'o>,
    /// Its fields with Markdown.
    pub fields: &'o [Fragment<'o>],
}

impl View<'_> {
    /// The chapter on the page that `frame` describes.
    pub(super) fn chapter_context(&self, id: ChapterId, frame: &Frame<'_>) -> ChapterContext {
        let chapter = self.chapter_at(id);
        let front = &chapter.parsed.front;
        let renderer = ChapterRenderer {
            linked: self.linked,
            id,
            labels: self.theme.labels(chapter.parsed.edition),
            with_places: self.in_preview,
        };
        let html = match self.contents.iter().find(|(shared, _)| *shared == id) {
            Some((_, content)) => &content.html,
            None => &renderer.html(),
        };
        let kind = self.site.kind(chapter);
        let on = On {
            renderer,
            frame,
            fields: &html.fields,
        };
        let (facts, details) = self.facts(chapter, on, &kind.fields);
        let (glance, more) = glance(kind, &facts, &details);
        let open = chapter.fields.open.iter().map(|field| &kind.fields[*field]);
        let language = self.language_of_text(chapter);
        ChapterContext {
            id: chapter.id.clone(),
            image: self.image_of(id),
            language: self.language_of_text(chapter),
            original: chapter
                .is_fallback
                .then(|| self.url(self.first_address().as_str())),
            kind: self.kind_context(kind),
            title: chapter.title.clone(),
            summary: front.summary.clone(),
            status: self.status(front.status),
            successor: chapter.successor.map(|id| Link {
                title: self.chapter_at(id).title.clone(),
                url: self.url_of_chapter(id),
                language: self.language_of_text(self.chapter_at(id)),
            }),
            updated: front.updated.map(|date| self.date(date)),
            review_by: front.review_by.map(|day| self.date(day.value)),
            authors: front.authors.clone(),
            contact: front.contact.clone(),
            license: front.license.clone(),
            topics: self.tags(FacetOf::Topics, &front.topics),
            audiences: self.tags(FacetOf::Audiences, &front.audiences),
            sources: front.sources.iter().map(SourceContext::of).collect(),
            body: html.text.html.fill(frame, &renderer),
            footnotes: html.text.notes.fill(frame, &renderer),
            toc: chapter
                .anchors
                .of_text()
                .iter()
                .filter(|anchor| anchor.level <= TOC_LEVEL)
                .map(|anchor| TocItem {
                    level: anchor.level,
                    id: anchor.id.clone(),
                    title: self.soft(&anchor.text, language.as_ref()),
                })
                .collect(),
            glance,
            facts,
            more,
            details,
            relations: self.relations(chapter),
            change: self.change_of(id),
            open: open.map(|field| self.named(field)).collect(),
            citation: (!self.linked.is_legal(id)).then(|| {
                let citation = Citation::of(self.linked, self.plan.release(), id);
                let code = citation.url.as_deref().and_then(code_path);
                citation.context(code.map(|path| self.url(&path)))
            }),
        }
    }

    pub(super) fn named(&self, field: &Field) -> Named {
        Named {
            id: field.id.to_string(),
            label: field.label.get(self.language).to_owned(),
        }
    }

    pub(super) fn status(&self, status: Status) -> Option<Named> {
        let name = status.name()?;
        Some(Named {
            id: name.into(),
            label: self.text(&format!("status-{name}")),
        })
    }

    pub(super) fn date(&self, date: Date) -> DateContext {
        let dates = &self.texts.dates;
        let known = || dates.read().unwrap_or_else(PoisonError::into_inner);
        let text = known().get(&date).cloned();
        let text = text.unwrap_or_else(|| {
            let text = self.written_date(date);
            let mut dates = dates.write().unwrap_or_else(PoisonError::into_inner);
            dates.insert(date, text.clone());
            text
        });
        DateContext {
            iso: date.to_string(),
            text,
        }
    }

    fn written_date(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.month()));
        let number = |n: i16| Arg::Text(n.to_string());
        let args = [
            ("day", number(date.day().into())),
            ("month", Arg::Text(month)),
            ("year", number(date.year())),
        ];
        self.text_with("date", args)
    }

    /// Short values for the fact box, and long ones. References stand among the relations.
    fn facts(&self, chapter: &Chapter, on: On<'_>, fields: &[Field]) -> (Vec<Fact>, Vec<Fact>) {
        let (mut facts, mut details) = (Vec::new(), Vec::new());
        for (index, value) in &chapter.fields.values {
            let field = &fields[*index];
            let Some(fact) = self.fact(chapter, on, field, value) else {
                continue;
            };
            if is_long(&field.ty) {
                details.push(fact);
            } else {
                facts.push(fact);
            }
        }
        (facts, details)
    }

    pub(super) fn fact(
        &self,
        chapter: &Chapter,
        on: On<'_>,
        field: &Field,
        value: &FieldValue,
    ) -> Option<Fact> {
        let mut fact = Fact {
            id: field.id.to_string(),
            label: field.label.get(self.language).to_owned(),
            ty: field.ty.name(),
            icon: field.shown_icon(),
            sign: field.sign.map(|sign| match sign {
                Sign::Plus => "plus",
                Sign::Minus => "minus",
            }),
            ..Fact::default()
        };
        match value {
            FieldValue::Text(text) => fact.text = Some(text.clone()),
            FieldValue::Duration(duration) => fact.text = Some(self.duration(duration)),
            FieldValue::Number(number) => {
                fact.text = Some(self.with_unit(&self.number(*number), field));
            }
            FieldValue::Range(range) => {
                fact.text = Some(self.with_unit(&self.range(range), field));
            }
            FieldValue::Markdown(text) => {
                fact.html = Some(on.fields.get(text.index)?.fill(on.frame, &on.renderer));
            }
            FieldValue::Date(date) => fact.text = Some(self.date(*date).text),
            FieldValue::Url(url) => {
                let shown = web::without_scheme(url).unwrap_or(url);
                fact.text = Some(shown.trim_end_matches('/').to_owned());
                fact.url = Some(url.clone());
            }
            FieldValue::Flag(flag) => fact.text = Some(self.text(if *flag { "yes" } else { "no" })),
            FieldValue::Choices(chosen) => fact.items = self.choices(chapter, field, chosen),
            FieldValue::List(texts) => {
                let item = |text: &String| Item {
                    id: None,
                    text: text.clone(),
                    url: None,
                    scale: None,
                };
                fact.items = texts.iter().map(item).collect();
            }
            FieldValue::Records(records) => {
                let FieldType::Records(what, fields) = &field.ty else {
                    return None;
                };
                fact.records = records
                    .iter()
                    .map(|r| self.record(chapter, on, fields, r))
                    .collect();
                if let Some(levels) = field.scale() {
                    self.mark_levels(&mut fact.records, fields, records, levels);
                }
                if *what == Records::Files {
                    let facts = fact.records.iter_mut().flatten();
                    for fact in facts.filter(|fact| fact.id == "language") {
                        fact.text = fact.text.take().map(|code| self.language_name(&code));
                    }
                }
            }
            FieldValue::File(file) => {
                let (_, address) = self.linked.file(chapter.path(), &file.path)?;
                let name = address.rsplit('/').next().unwrap_or(address);
                fact.text = Some(name.to_owned());
                fact.url = Some(self.url(address));
            }
            FieldValue::Refs(_) => return None,
        }
        if let (Some(text), []) = (&fact.text, &fact.items[..]) {
            let item = self.banded(chapter, field, value, text);
            fact.items.extend(item);
        }
        Some(fact)
    }

    fn record(
        &self,
        chapter: &Chapter,
        on: On<'_>,
        fields: &[Field],
        record: &Record,
    ) -> Vec<Fact> {
        let fact =
            |(index, value): &(usize, FieldValue)| self.fact(chapter, on, &fields[*index], value);
        record.iter().filter_map(fact).collect()
    }

    fn relations(&self, chapter: &Chapter) -> Vec<RelationContext> {
        let relation = |related: &crate::site::Related| {
            let kind = self.site.kinds.get(related.label.kind());
            let field = kind.map_or("", |kind| &kind.fields[related.label.field()].id);
            let id = match &related.label {
                Label::Field { .. } => field.to_owned(),
                Label::Back { kind, .. } => format!("{kind}-{field}"),
            };
            let label = self
                .site
                .relation_label(&related.label)
                .get(self.language)
                .to_owned();
            let shown = related.chapters.iter().take(RELATED_MAX);
            RelationContext {
                id,
                label,
                items: shown.map(|id| self.card(*id)).collect(),
            }
        };
        chapter.related.iter().map(relation).collect()
    }
}
