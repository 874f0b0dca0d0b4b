//! Texts to begin with: those of the handbooks in this repository, by what reads them.

use std::path::Path;

use crate::support::program::files;

/// What a seed is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Chapter,
    Yaml,
    Template,
    Texts,
    Json,
    Line,
}

#[derive(Debug, Default)]
pub struct Seeds {
    chapters: Vec<Vec<u8>>,
    yaml: Vec<Vec<u8>>,
    templates: Vec<Vec<u8>>,
    texts: Vec<Vec<u8>>,
    json: Vec<Vec<u8>>,
    lines: Vec<Vec<u8>>,
}

impl Seeds {
    pub fn gather() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut seeds = Self::default();
        let folders = [
            "content",
            "tests/golden",
            "tests/every-mistake",
            "src/kind/builtin",
            "themes/standard",
            "fuzz/seeds",
        ];
        for folder in folders
            .into_iter()
            .filter(|folder| root.join(folder).is_dir())
        {
            for (path, bytes) in files(&root.join(folder)) {
                seeds.add(&path, bytes);
            }
        }
        for name in ["handbook.yml", "glossary.yml", "synonyms.yml", "search.yml"] {
            seeds.yaml.extend(std::fs::read(root.join(name)));
        }
        let queries = "wer entscheidet über Sprachkurse\nBürger*innenrat\n20 Personen\nhalber Tag\n§ 16i C++\nSprach- und Integrationskurse\n";
        seeds
            .lines
            .extend(queries.lines().map(|line| line.as_bytes().to_vec()));
        for chapter in &seeds.chapters {
            let text = String::from_utf8_lossy(chapter);
            let lines = text.lines().filter(|line| line.len() > 3).take(3);
            seeds
                .lines
                .extend(lines.map(|line| line.as_bytes().to_vec()));
        }
        seeds
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending {
            "md" => self.chapters.push(bytes),
            "yml" => self.yaml.push(bytes),
            "html" | "xml" => self.templates.push(bytes),
            "ftl" => self.texts.push(bytes),
            "json" => self.json.push(bytes),
            _ => {}
        }
    }

    pub fn of(&self, kind: Kind) -> &[Vec<u8>] {
        match kind {
            Kind::Chapter => &self.chapters,
            Kind::Yaml => &self.yaml,
            Kind::Template => &self.templates,
            Kind::Texts => &self.texts,
            Kind::Json => &self.json,
            Kind::Line => &self.lines,
        }
    }
}
