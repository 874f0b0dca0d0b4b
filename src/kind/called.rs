//! Keys of front matter by what people call them who have seen none of the names.

use super::{Field, Kind};

/// Names in German, or as other programs have them, and the keys.
const CALLED: [(&str, &str); 36] = [
    ("titel", "title"),
    ("überschrift", "title"),
    ("zusammenfassung", "summary"),
    ("kurzfassung", "summary"),
    ("beschreibung", "summary"),
    ("description", "summary"),
    ("art", "kind"),
    ("type", "kind"),
    ("reihenfolge", "order"),
    ("weight", "order"),
    ("datum", "updated"),
    ("date", "updated"),
    ("stand", "updated"),
    ("aktualisiert", "updated"),
    ("lastmod", "updated"),
    ("autor", "authors"),
    ("autorin", "authors"),
    ("autoren", "authors"),
    ("autorinnen", "authors"),
    ("verfasser", "authors"),
    ("verfasserin", "authors"),
    ("author", "authors"),
    ("kontakt", "contact"),
    ("ansprechpartner", "contact"),
    ("ansprechpartnerin", "contact"),
    ("lizenz", "license"),
    ("thema", "topics"),
    ("themen", "topics"),
    ("schlagworte", "topics"),
    ("stichworte", "topics"),
    ("tags", "topics"),
    ("zielgruppe", "audiences"),
    ("zielgruppen", "audiences"),
    ("synonyme", "synonyms"),
    ("quellen", "sources"),
    ("bild", "image"),
];

/// The key of what people call `name`: a field by its label in any language, or a common one.
pub(super) fn key_of(kind: &Kind, name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let is_label = |field: &&Field| {
        field
            .label
            .texts()
            .any(|label| label.to_lowercase() == name)
    };
    let field = kind.fields.iter().find(is_label);
    let common = || {
        let mut all = CALLED.iter();
        all.find(|(called, _)| *called == name)
            .map(|(_, key)| (*key).to_owned())
    };
    field.map(|field| field.id.to_string()).or_else(common)
}
