//! The questions of a kind as its catalogue can answer them: those whose fields tell its chapters apart.

use super::View;
use crate::kind::{Kind, Question};
use crate::pages::data_folder;
use crate::site::{CatalogueId, FacetOf};
use crate::text::Arg;
use crate::theme::context::{FinderContext, Named, QuestionContext};
use crate::theme::data;

impl View<'_> {
    /// The finder of a catalogue, if its kind has one that is of help.
    pub(super) fn finder(&self, id: CatalogueId) -> Option<FinderContext> {
        let catalogue = self.site.catalogue(id);
        let kind = self.kind_of(id).filter(|_| catalogue.compares())?;
        let title = &kind.look.finder.as_ref()?.title;
        let questions = kind.questions().into_iter();
        let questions: Vec<QuestionContext> = questions
            .filter_map(|question| self.question(id, kind, &question))
            .collect();
        if questions.is_empty() {
            return None;
        }
        let show = |name: &str| {
            let count = Arg::Text("%n".to_owned());
            let name = Arg::Text(name.to_owned());
            self.text_with("finder-show", [("count", count), ("name", name)])
        };
        let plural = kind.plural.get(self.language);
        let show_many = show(plural);
        Some(FinderContext {
            title: match title.get(self.language) {
                "" => plural.to_owned(),
                title => title.to_owned(),
            },
            url: self.url_of_catalogue(id),
            data: self.url(&data_folder(self.site.edition(self.edition))),
            name: data::name(catalogue),
            show_one: show(kind.label.get(self.language)),
            show: show_many.replace("%n", &catalogue.chapters.len().to_string()),
            show_many,
            questions,
        })
    }

    fn question(
        &self,
        catalogue: CatalogueId,
        kind: &Kind,
        question: &Question<'_>,
    ) -> Option<QuestionContext> {
        let field = &kind.fields[question.field];
        let facet = self
            .site
            .facet_of(catalogue, FacetOf::Field(question.field))?;
        let answers = question.answers.iter();
        let mut answers: Vec<Named> = answers
            .map(|answer| Named {
                id: answer.value.clone(),
                label: match answer.label {
                    Some(label) => label.get(self.language).to_owned(),
                    None => self.text(&answer.value),
                },
            })
            .collect();
        if !answers.is_empty() && answers.iter().all(|answer| !answer.id.is_empty()) {
            let label = self.text("finder-any");
            answers.insert(
                0,
                Named {
                    id: String::new(),
                    label,
                },
            );
        }
        let values = self.site.values(facet);
        Some(QuestionContext {
            id: field.id.to_string(),
            label: question.label.get(self.language).to_owned(),
            unit: field.unit.get(self.language).to_owned(),
            answers,
            values: values.map(|value| self.value_link(value, false)).collect(),
        })
    }

    /// The finder of the start page: that of the first kind that has one.
    pub(super) fn first_finder(&self) -> Option<FinderContext> {
        let mut catalogues = self.site.catalogues(self.edition);
        catalogues.find_map(|id| self.finder(id))
    }
}
