//! The chapters of a kind side by side: those facts that at least one of them has and that fit a cell, among
//! them what speaks for and against, and levels of effort.

use super::View;
use super::chapter::{On, is_long};
use super::listing::paging;
use crate::html::{ChapterRenderer, Frame};
use crate::kind::FieldType;
use crate::pages::{Page, data_folder, list_range, parts_of};
use crate::site::{Catalogue, CatalogueId, ChapterId};
use crate::text::Arg;
use crate::theme::context::{ComparedContext, ComparisonContext, Fact, Named};
use crate::theme::data;

impl View<'_> {
    pub(super) fn comparison(&self) -> Option<ComparisonContext> {
        let Page::Compare(id, part) = self.page else {
            return None;
        };
        let catalogue = self.site.catalogue(id);
        let kind = self.site.kinds.get(catalogue.kind.as_deref()?)?;
        let fields = self.compared_fields(catalogue);
        let chapters = &catalogue.chapters;
        let range = list_range(part);
        let shown = &chapters[range.start..range.end.min(chapters.len())];
        let url = |part| self.url_of(Page::Compare(id, part));
        Some(ComparisonContext {
            name: data::name(catalogue),
            data: self.url(&data_folder(self.site.edition(self.edition))),
            kind: self.kind_context(kind),
            catalogue: self.url_of_catalogue(id),
            fields: fields
                .iter()
                .map(|f| {
                    let Named { id, label } = self.named(&kind.fields[*f]);
                    let label = self.soft(&label, None);
                    Named { id, label }
                })
                .collect(),
            rows: shown.iter().map(|id| self.compared(*id, &fields)).collect(),
            pages: paging(parts_of(chapters.len()), part, &url),
        })
    }

    /// The indices of the fields that are compared, in the order of the kind.
    pub(in crate::theme) fn compared_fields(&self, catalogue: &Catalogue) -> Vec<usize> {
        let kind = catalogue.kind.as_deref();
        let Some(kind) = kind.and_then(|kind| self.site.kinds.get(kind)) else {
            return Vec::new();
        };
        let short = |field: &usize| {
            let field = &kind.fields[*field];
            match &field.ty {
                FieldType::List => true,
                FieldType::Records(..) => field.scale().is_some(),
                ty => !is_long(ty) && ty.relation().is_none(),
            }
        };
        catalogue.fields.iter().copied().filter(short).collect()
    }

    /// A chapter's facts, in the order of `fields`.
    pub(in crate::theme) fn compared(&self, id: ChapterId, fields: &[usize]) -> ComparedContext {
        let chapter = self.chapter_at(id);
        let kind = self.site.kind(chapter);
        let renderer = ChapterRenderer {
            linked: self.linked,
            id,
            labels: &self.texts.labels,
            with_places: false,
        };
        let frame = Frame::of(chapter);
        // Markdown is no short fact.
        let on = On {
            renderer,
            frame: &frame,
            fields: &[],
        };
        let cell = |field: &usize| -> Option<Fact> {
            let mut values = chapter.fields.values.iter();
            let (_, value) = values.find(|(index, _)| index == field)?;
            let fact = self.fact(chapter, on, &kind.fields[*field], value);
            fact.map(in_one_line)
        };
        let language = self.language_of_text(chapter);
        ComparedContext {
            id: chapter.id.clone(),
            title: self.soft(&chapter.title, language.as_ref()),
            url: self.url_of_chapter(id),
            language,
            cells: fields.iter().map(cell).collect(),
        }
    }

    pub(super) fn comparison_title(&self, id: CatalogueId) -> String {
        let kind = Arg::Text(self.catalogue_title(id));
        self.text_with("compare-title", [("kind", kind)])
    }
}

/// Lists, and things with a level each, as words in one cell.
fn in_one_line(fact: Fact) -> Fact {
    let words = |fact: &Fact| {
        let items: Vec<&str> = fact.items.iter().map(|item| item.text.as_str()).collect();
        let text = fact.text.as_deref().filter(|_| items.is_empty());
        text.map_or_else(|| items.join(", "), str::to_owned)
    };
    let line = |record: &Vec<Fact>| {
        let level = record.iter().find(|fact| fact.scale.is_some());
        let shown = record.first().into_iter().chain(level);
        shown.map(words).collect::<Vec<_>>().join(": ")
    };
    let lines: Vec<String> = match fact.ty {
        "list" if fact.records.is_empty() => {
            fact.items.iter().map(|item| item.text.clone()).collect()
        }
        _ => fact.records.iter().map(line).collect(),
    };
    if lines.is_empty() {
        return fact;
    }
    Fact {
        text: Some(lines.join(" · ")),
        items: Vec::new(),
        records: Vec::new(),
        ..fact
    }
}
