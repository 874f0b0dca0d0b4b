//! That what the manual tells authors to write is what the program takes.

use std::fs;

use super::support::Handbook;
use super::{LANGUAGES, here};

/// The boxes of a language of code in a chapter of the manual.
fn boxes(chapter: &str, language: &str) -> Vec<String> {
    let text = fs::read_to_string(here(&format!("docs/content/{chapter}"))).unwrap();
    let begin = format!("```{language}\n");
    let parts = text.split(begin.as_str()).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap().to_owned())
        .collect()
}

/// A handbook with something to refer to.
fn surroundings() -> Handbook {
    Handbook::new(
        "--- handbook.yml\nlanguages: [de]\nseverity: {missing-legal-page: off, missing-field: off}\n\
         --- content/beispiel.md\n---\ntitle: Beispiel\nkind: format\n---\nText\n\
         --- content/checkliste.pdf\n%PDF-1.4\n",
    )
}

fn assert_clean(handbook: &Handbook, what: &str) {
    let output = handbook
        .on_disk()
        .run(&["build", "--strict", "--lang", "en"]);
    assert_eq!(output.code, Some(0), "{what}: {}", output.stderr);
}

#[test]
fn every_type_of_field_is_declared_and_filled_as_its_chapter_says() {
    for (_, end) in LANGUAGES {
        let mut handbook = surroundings();
        let types = fs::read_dir(here("docs/content/feldtypen")).unwrap();
        let names = types.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let names: Vec<String> = names
            .filter_map(|name| name.strip_suffix(end).map(str::to_owned))
            .filter(|name| name != "index" && !name.contains('.'))
            .collect();
        assert_eq!(names.len(), 16);
        for name in names {
            let boxes = boxes(&format!("feldtypen/{name}{end}"), "yaml");
            let [declared, filled] = &boxes[..] else {
                panic!("{name}{end} has {} boxes", boxes.len());
            };
            let declared = declared.lines().map(|line| format!("  {line}\n"));
            let kind = format!("label: A\nfields:\n{}", declared.collect::<String>());
            let chapter = format!("---\ntitle: A {name}\nkind: k-{name}\n{filled}---\nText\n");
            handbook = handbook
                .with(&format!("kinds/k-{name}.yml"), kind)
                .with(&format!("content/k-{name}.md"), chapter);
        }
        assert_clean(&handbook, end);
    }
}

#[test]
fn the_examples_of_kinds_are_ones() {
    for (_, end) in LANGUAGES {
        let boxes = boxes(&format!("arten/eigene-arten{end}"), "yaml");
        let handbook = surroundings()
            .with("kinds/place.yml", boxes[0].as_str())
            .with("kinds/format.yml", boxes[1].as_str());
        assert_clean(&handbook, end);
    }
}

#[test]
fn the_examples_of_settings_are_ones() {
    for (chapter, language) in LANGUAGES.into_iter().flat_map(|(_, end)| {
        ["schreiben/einstellungen", "gestalten/farben"]
            .map(|chapter| (format!("{chapter}{end}"), "yaml"))
    }) {
        let handbook = Handbook::default()
            .with("handbook.yml", boxes(&chapter, language)[0].as_str())
            .with("content/index.md", "# A\n");
        // What it leads to isn't there; every line is one that the program knows.
        let slugs = handbook.build().slugs();
        let wrong: Vec<&str> = slugs
            .into_iter()
            .filter(|slug| {
                ["unknown-key", "wrong-type", "unknown-value", "unknown-slug"].contains(slug)
            })
            .collect();
        assert_eq!(wrong, Vec::<&str>::new(), "{chapter}");
    }
}
