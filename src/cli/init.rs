//! `init`: a handbook to begin with.

use std::fs;
use std::path::{Component, Path};

use super::args::{Init, SchemaOf};
use super::{FINDINGS, Session, ci, create, schema};
use crate::config;
use crate::source::Snapshot;
use crate::text::Language;

/// Files of the new handbook, by path.
type Files = &'static [(&'static str, &'static str)];

const GERMAN: Files = &[
    ("handbook.yml", include_str!("scaffold/de/handbook.yml")),
    ("glossary.yml", include_str!("scaffold/de/glossary.yml")),
    ("content/index.md", include_str!("scaffold/de/index.md")),
    (
        "content/formate/index.md",
        include_str!("scaffold/de/formate.md"),
    ),
    (
        "content/formate/runder-tisch.md",
        include_str!("scaffold/de/runder-tisch.md"),
    ),
    (
        "content/lernerfahrungen/index.md",
        include_str!("scaffold/de/lernerfahrungen.md"),
    ),
    (
        "content/lernerfahrungen/frueh-einladen.md",
        include_str!("scaffold/de/frueh-einladen.md"),
    ),
    (
        "content/rechtliches/impressum.md",
        include_str!("scaffold/de/impressum.md"),
    ),
    (
        "content/rechtliches/datenschutz.md",
        include_str!("scaffold/de/datenschutz.md"),
    ),
    (
        "content/rechtliches/barrierefreiheit.md",
        include_str!("scaffold/de/barrierefreiheit.md"),
    ),
    (".gitignore", "/public\n.*.transferbuch\n"),
];

const ENGLISH: Files = &[
    ("handbook.yml", include_str!("scaffold/en/handbook.yml")),
    ("glossary.yml", include_str!("scaffold/en/glossary.yml")),
    ("content/index.md", include_str!("scaffold/en/index.md")),
    (
        "content/formats/index.md",
        include_str!("scaffold/en/formats.md"),
    ),
    (
        "content/formats/round-table.md",
        include_str!("scaffold/en/round-table.md"),
    ),
    (
        "content/lessons/index.md",
        include_str!("scaffold/en/lessons.md"),
    ),
    (
        "content/lessons/invite-early.md",
        include_str!("scaffold/en/invite-early.md"),
    ),
    (
        "content/legal/imprint.md",
        include_str!("scaffold/en/imprint.md"),
    ),
    (
        "content/legal/privacy.md",
        include_str!("scaffold/en/privacy.md"),
    ),
    (
        "content/legal/accessibility.md",
        include_str!("scaffold/en/accessibility.md"),
    ),
    (".gitignore", "/public\n.*.transferbuch\n"),
];

/// Makes a handbook in a new or empty folder, and a platform's file in it or in the one that is there.
pub(super) fn run(session: &Session, args: &Init) -> u8 {
    match args.ci {
        Some(platform) if is_handbook(&args.dir) => ci::run(session, platform, &args.dir),
        Some(platform) => match begin(session, args) {
            0 => ci::run(session, platform, &args.dir),
            code => code,
        },
        None => begin(session, args),
    }
}

/// Whether a handbook is there already: by its settings, its content, or as a bare folder of Markdown.
fn is_handbook(folder: &Path) -> bool {
    let chapter = |entry: fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.to_ascii_lowercase().ends_with(".md") && !name.eq_ignore_ascii_case("readme.md")
    };
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    folder.join(config::FILE).exists() || folder.join("content").is_dir() || entries.any(chapter)
}

fn begin(session: &Session, args: &Init) -> u8 {
    let files = match session.language {
        Language::German => GERMAN,
        Language::English => ENGLISH,
    };
    let shown = args.dir.display().to_string();
    if args.dir.join(config::FILE).exists() {
        return session.refuse("init-exists", [("dir", shown.into())]);
    }
    let schemas = schemas(session);
    let files: Vec<(&str, &str)> = files
        .iter()
        .copied()
        .chain(schemas.iter().map(|(path, text)| (*path, text.as_str())))
        .collect();
    if let Some((file, _)) = files.iter().find(|(path, _)| args.dir.join(path).exists()) {
        return session.refuse(
            "init-in-the-way",
            [("dir", shown.into()), ("file", (*file).into())],
        );
    }
    for (path, text) in &files {
        if let Err(error) = create::file(&args.dir.join(path), text) {
            let args = [
                ("path", (*path).into()),
                ("problem", error.to_string().into()),
            ];
            session.refuse("cannot-make-file", args);
            return FINDINGS;
        }
    }
    let typed = super::typed(&args.dir);
    let is_here = args.dir.components().all(|part| part == Component::CurDir);
    session.say(
        "init-done",
        [
            ("dir", shown.as_str().into()),
            ("here", if is_here { "yes" } else { "no" }.into()),
            ("typed", typed.into()),
            ("count", files.len().into()),
        ],
    );
    0
}

/// What an editor needs to complete and check what one types. Editors that look into Markdown take
/// the schema of front matter; for Visual Studio Code alone it is there to be pointed at.
fn schemas(session: &Session) -> [(&'static str, String); 4] {
    let schema = |of| schema::text(session, of, &Snapshot::default());
    [
        (
            ".vscode/settings.json",
            include_str!("scaffold/settings.json").to_owned(),
        ),
        (
            ".vscode/extensions.json",
            include_str!("scaffold/extensions.json").to_owned(),
        ),
        (".vscode/handbook.schema.json", schema(SchemaOf::Handbook)),
        (
            ".vscode/front-matter.schema.json",
            schema(SchemaOf::FrontMatter),
        ),
    ]
}
