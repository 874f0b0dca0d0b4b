//! All kinds of a handbook: the built-in ones, changed and joined by its own.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::declaration::{self, Declaration};
use super::{Field, FieldType, Kind, KindId};
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::source::{HandbookPath, Snapshot, Source, Spanned};

/// The folder of a handbook's own kinds.
pub(crate) const FOLDER: &str = "kinds";

const BUILT_IN: [(&str, &str); 6] = [
    ("format", include_str!("builtin/format.yml")),
    ("tool", include_str!("builtin/tool.yml")),
    ("lesson", include_str!("builtin/lesson.yml")),
    ("case", include_str!("builtin/case.yml")),
    ("page", include_str!("builtin/page.yml")),
    ("section", include_str!("builtin/section.yml")),
];

/// Kinds by id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kinds {
    kinds: Vec<Kind>,
    by_id: BTreeMap<KindId, usize>,
}

impl Kinds {
    /// The built-in kinds alone. Each declaration is read once, all of them side by side.
    pub fn built_in() -> Self {
        static READ: [OnceLock<Option<Kind>>; BUILT_IN.len()] =
            [const { OnceLock::new() }; BUILT_IN.len()];
        let read = |(id, text): &(&str, &str)| {
            let mut findings = Vec::new();
            let path = HandbookPath::parse(&format!("{FOLDER}/{id}.yml"))
                .expect("the ids of the program's kinds are names");
            let declared = declaration::read(&Source::new(path, (*text).into()), &mut findings);
            debug_assert!(findings.is_empty(), "{findings:#?}");
            declared.map(|declared| declared.kind)
        };
        let kinds = READ.par_iter().zip(&BUILT_IN);
        let kinds = kinds.filter_map(|(known, file)| known.get_or_init(|| read(file)).clone());
        let kinds: Vec<Kind> = kinds.collect();
        let numbers = kinds.iter().enumerate();
        Self {
            by_id: numbers.map(|(n, kind)| (kind.id.clone(), n)).collect(),
            kinds,
        }
    }

    /// The built-in kinds, changed and joined by `kinds/*.yml`.
    pub fn read(snapshot: &Snapshot) -> (Self, Vec<Finding>) {
        let mut kinds = Self::built_in();
        let mut findings = Vec::new();
        let own = snapshot
            .texts()
            .filter(|source| source.path.folder() == FOLDER && is_yaml(&source.path));
        let mut declared = Vec::new();
        for source in own {
            if let Some(declaration) = declaration::read(source, &mut findings) {
                declared.push((declaration.kind.id.clone(), source));
                kinds.apply(declaration, &source.path, &mut findings);
            }
        }
        let ids = Suggestions::new(kinds.ids());
        for (id, source) in declared {
            kinds.check_relations(&id, &ids, source, &mut findings);
        }
        drop(ids);
        (kinds, findings)
    }

    /// The kind `id`.
    pub fn get(&self, id: &str) -> Option<&Kind> {
        self.by_id.get(id).map(|number| &self.kinds[*number])
    }

    /// The kind that readers see called so, in the singular or the plural of any language, or whose id it is but
    /// for capital letters.
    pub fn called(&self, label: &str) -> Option<&Kind> {
        let mut kinds = self.kinds.iter();
        kinds.find(|kind| {
            let is_id = kind.id.as_str().eq_ignore_ascii_case(label.trim());
            is_id || kind.label.is_called(label) || kind.plural.is_called(label)
        })
    }

    /// All kinds: the built-in ones first, in their order, then the handbook's own by file name.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter()
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|kind| kind.id.as_str())
    }

    /// Adds a kind, or changes the one of the same id: texts and fields that the declaration has
    /// replace those of the same name, new fields come behind, and `remove` takes fields away.
    fn apply(
        &mut self,
        declaration: Declaration,
        path: &HandbookPath,
        findings: &mut Vec<Finding>,
    ) {
        let Declaration {
            kind,
            remove,
            named,
        } = declaration;
        let Some(number) = self.by_id.get(&kind.id) else {
            self.by_id.insert(kind.id.clone(), self.kinds.len());
            check_look(&kind, named, path, findings);
            if let Some(finder) = &kind.look.finder {
                finder.check(&kind, path, findings);
            }
            self.kinds.push(kind);
            return;
        };
        let known = &mut self.kinds[*number];
        let finder = kind.look.finder.clone();
        known.look = kind.look.or(std::mem::take(&mut known.look));
        known.label = kind.label.or(&known.label);
        known.plural = kind.plural.or(&known.plural);
        known.help = kind.help.or(&known.help);
        for Spanned { value: id, span } in remove {
            if let Some((at, _)) = known.field(&id) {
                known.fields.remove(at);
            } else {
                let ids = known.fields.iter().map(|field| field.id.as_str());
                findings.push(
                    Finding::new(&codes::UNKNOWN_FIELD, path)
                        .at(span)
                        .suggesting(&id, &Suggestions::new(ids))
                        .with("kind", known.id.as_str())
                        .with("field", id),
                );
            }
        }
        for field in kind.fields {
            match known.fields.iter_mut().find(|f| f.id == field.id) {
                Some(old) => *old = field,
                None => known.fields.push(field),
            }
        }
        check_look(known, named, path, findings);
        if let Some(finder) = finder {
            finder.check(known, path, findings);
        }
    }

    /// Relations lead to kinds and fields that exist.
    fn check_relations(
        &self,
        id: &str,
        ids: &Suggestions<'_>,
        source: &Source,
        findings: &mut Vec<Finding>,
    ) {
        let Some(kind) = self.get(id) else {
            return;
        };
        for field in &kind.fields {
            let Some(relation) = field.ty.relation() else {
                continue;
            };
            let Some(to) = relation.to.as_deref() else {
                continue;
            };
            let report = |code, word: &str, offer: Option<&str>| {
                Finding::new(code, &source.path)
                    .at(field.span)
                    .with_suggestion(offer.map(str::to_owned))
                    .with("kind", to)
                    .with("field", word)
            };
            let Some(target) = self.get(to) else {
                findings.push(report(&codes::UNKNOWN_KIND, to, ids.nearest(to)));
                continue;
            };
            let Some(inverse) = relation.inverse.as_deref() else {
                continue;
            };
            let known = target
                .field(inverse)
                .is_some_and(|(_, f)| matches!(f.ty, FieldType::Ref(_) | FieldType::Refs(_)));
            if !known {
                let ids = target.fields.iter().map(|field| field.id.as_str());
                let nearest = Suggestions::new(ids).nearest(inverse);
                findings.push(report(&codes::UNKNOWN_FIELD, inverse, nearest));
            }
        }
    }
}

/// The fields that a declaration names for the look of `kind` are there, and can be shown so.
fn check_look(
    kind: &Kind,
    named: Vec<(&'static str, Spanned<String>)>,
    path: &HandbookPath,
    findings: &mut Vec<Finding>,
) {
    for (key, Spanned { value: id, span }) in named {
        let fits = |field: &Field| match key {
            "card" => field.fits_card(),
            _ => field.fits_glance(),
        };
        let is_known = match kind.field(&id) {
            Some((_, field)) if fits(field) => continue,
            field => field.is_some(),
        };
        let fitting = kind.fields.iter().filter(|field| fits(field));
        let fitting: Vec<&str> = fitting.map(|field| field.id.as_str()).collect();
        let nearest = Suggestions::new(fitting.iter().copied());
        let finding = if is_known {
            Finding::new(&codes::UNKNOWN_VALUE, path)
                .with("key", key)
                .with("value", id.as_str())
                .with("allowed", fitting.join(", "))
        } else {
            Finding::new(&codes::UNKNOWN_FIELD, path)
                .with("kind", kind.id.as_str())
                .with("field", id.as_str())
        };
        findings.push(finding.at(span).suggesting(&id, &nearest));
    }
}

fn is_yaml(path: &HandbookPath) -> bool {
    path.has_extension("yml") || path.has_extension("yaml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Localized;
    use crate::kind::{Field, FieldType};

    fn read(path: &'static str, yaml: &str) -> (Kinds, Vec<Finding>) {
        let mut snapshot = Snapshot::default();
        snapshot.insert_text(HandbookPath::literal(path), yaml.into());
        Kinds::read(&snapshot)
    }

    #[test]
    fn built_in_kinds_are_read_without_a_finding() {
        let kinds = Kinds::built_in();
        assert_eq!(
            kinds.ids().collect::<Vec<_>>(),
            ["format", "tool", "lesson", "case", "page", "section"]
        );
        for field in kinds.iter().flat_map(|kind| &kind.fields) {
            for language in ["de", "en"] {
                assert!(!field.help.get(language).is_empty(), "{}", field.id);
            }
        }
    }

    /// The texts of `fields` that readers see.
    fn texts<'k>(fields: &'k [Field], found: &mut Vec<&'k Localized>) {
        for field in fields {
            found.extend([&field.label, &field.unit]);
            found.extend(field.ty.relation().map(|relation| &relation.back_label));
            match &field.ty {
                FieldType::Choice(choices) | FieldType::Choices(choices) => {
                    found.extend(choices.iter().map(|choice| &choice.label));
                }
                FieldType::Number { bands, .. }
                | FieldType::Range(bands)
                | FieldType::Duration(bands) => found.extend(bands.iter().map(|band| &band.label)),
                FieldType::Records(_, fields) => texts(fields, found),
                _ => {}
            }
        }
    }

    #[test]
    fn readers_see_built_in_kinds_in_every_language_of_the_standard_theme() {
        let kinds = Kinds::built_in();
        let mut found = Vec::new();
        for kind in kinds.iter() {
            found.extend([&kind.label, &kind.plural]);
            found.extend(kind.look.finder.iter().map(|finder| &finder.title));
            for question in kind.questions() {
                found.push(question.label);
                found.extend(question.answers.iter().filter_map(|answer| answer.label));
            }
            texts(&kind.fields, &mut found);
        }
        found.retain(|text| !text.is_empty());
        assert!(found.len() > 150, "{}", found.len());
        for text in found {
            for language in ["de", "en", "uk", "ar"] {
                let there = text.language_for(language);
                assert_eq!(there, Some(language), "{}", text.get("de"));
            }
        }
    }

    #[test]
    fn relations_of_built_in_kinds_fit_each_other() {
        let kinds = Kinds::built_in();
        for kind in kinds.iter() {
            for field in &kind.fields {
                let Some(relation) = field.ty.relation() else {
                    continue;
                };
                let Some(inverse) = &relation.inverse else {
                    assert!(!relation.back_label.is_empty(), "{}.{}", kind.id, field.id);
                    continue;
                };
                let target = kinds.get(relation.to.as_deref().unwrap()).unwrap();
                let back = target.field(inverse).unwrap().1.ty.relation().unwrap();
                assert_eq!(back.to.as_deref(), Some(kind.id.as_str()), "{}", field.id);
                assert_eq!(
                    back.inverse.as_deref(),
                    Some(field.id.as_str()),
                    "{}",
                    field.id
                );
            }
        }
    }

    #[test]
    fn a_handbook_changes_a_kind_and_adds_one() {
        let (kinds, findings) = read(
            "kinds/format.yml",
            "label: Methode\nremove: [phase]\nfields:\n  - {id: ort, type: text, label: Ort}\n",
        );
        assert_eq!(findings, []);
        let format = kinds.get("format").unwrap();
        assert_eq!(format.label.get("de"), "Methode");
        assert!(format.field("phase").is_none());
        assert_eq!(format.fields.last().unwrap().id.as_str(), "ort");

        let (kinds, _) = read("kinds/rezept.yml", "label: Rezept\n");
        assert_eq!(kinds.get("rezept").unwrap().plural.get("de"), "Rezept");
    }

    #[test]
    fn relations_to_nowhere_are_reported() {
        let (_, findings) = read(
            "kinds/rezept.yml",
            "fields:\n  - {id: a, type: ref, to: tol}\n\
             \x20 - {id: b, type: ref, to: tool, inverse: format}\n",
        );
        let found: Vec<_> = findings
            .iter()
            .map(|f| (f.code.slug, f.suggestion.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("unknown-kind", Some("tool")),
                ("unknown-field", Some("formats"))
            ]
        );
    }
}
