//! The handbooks and queries beside this file, as corpora.

use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use transferbuch::search::{
    Chapter, Corpus, IndexFile, Options, Results, Searcher, Section, build,
};

/// A handbook with what its readers type.
pub struct Fixture {
    pub corpus: Corpus,
    /// By group: queries, with the pages of which one must come first.
    pub groups: BTreeMap<String, Vec<(String, Vec<String>)>>,
    /// Queries about things that the handbook doesn't have.
    pub noise: Vec<String>,
    /// Queries with pages that they must not find.
    pub must_not: Vec<(String, Vec<String>)>,
    /// By group: the lower bound of the share of queries with the wanted page first.
    pub bounds: BTreeMap<String, f64>,
}

impl Fixture {
    /// All queries, in order.
    pub fn queries(&self) -> Vec<String> {
        let found = self.groups.values().flatten().map(|(query, _)| query);
        let not = self.must_not.iter().map(|(query, _)| query);
        found.chain(&self.noise).chain(not).cloned().collect()
    }
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search")
}

/// The files of an index by path.
pub fn files(corpus: &Corpus) -> HashMap<String, Vec<u8>> {
    build(corpus)
        .into_iter()
        .map(|IndexFile { path, bytes }| (path, bytes))
        .collect()
}

pub fn searcher(files: &HashMap<String, Vec<u8>>) -> Searcher<'_> {
    Searcher::open(|path| files.get(path).cloned()).expect("an index that was just built")
}

/// A handbook of pages with a title, which is their address, and a text.
pub fn corpus(lang: &str, pages: &[(&str, &str)]) -> Corpus {
    let chapter = |(title, body): &(&str, &str)| Chapter {
        url: (*title).into(),
        title: (*title).into(),
        sections: vec![Section {
            body: (*body).into(),
            ..Section::default()
        }],
        ..Chapter::default()
    };
    Corpus {
        lang: lang.into(),
        chapters: pages.iter().map(chapter).collect(),
        synonyms: Vec::new(),
        thesaurus: None,
    }
}

/// What such a handbook answers.
pub fn answers(lang: &str, pages: &[(&str, &str)], query: &str) -> Results {
    let files = files(&corpus(lang, pages));
    let results = searcher(&files).search(query, &Options::default());
    results.expect("an index")
}

/// The pages that it finds, the best first.
pub fn urls(lang: &str, pages: &[(&str, &str)], query: &str) -> Vec<String> {
    let hits = answers(lang, pages, query).hits;
    hits.into_iter().map(|hit| hit.url).collect()
}

#[derive(Deserialize)]
struct Queries {
    bounds: BTreeMap<String, f64>,
    synonyms: Vec<Vec<String>>,
    #[serde(rename = "queries")]
    groups: BTreeMap<String, BTreeMap<String, String>>,
    noise: Vec<String>,
}

/// The invented handbook of seventy chapters.
pub fn handbook() -> Fixture {
    let text = fs::read_to_string(folder().join("queries.yml")).expect("queries.yml");
    let queries: Queries = serde_yaml::from_str(&text).expect("queries.yml is as expected");
    let mut paths: Vec<_> = fs::read_dir(folder().join("handbook"))
        .expect("the handbook")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let texts: Vec<_> = paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("text"))
        .collect();
    let chapters = texts
        .iter()
        .flat_map(|text| text.split("\n# ").map(chapter))
        .collect();
    let pages = |pages: String| pages.split(", ").map(str::to_owned).collect();
    let group = |(name, queries): (String, BTreeMap<String, String>)| {
        (
            name,
            queries
                .into_iter()
                .map(|(query, wanted)| (query, pages(wanted)))
                .collect(),
        )
    };
    Fixture {
        corpus: Corpus {
            lang: "de".into(),
            chapters,
            synonyms: queries.synonyms,
            thesaurus: None,
        },
        groups: queries.groups.into_iter().map(group).collect(),
        noise: queries.noise,
        must_not: Vec::new(),
        bounds: queries.bounds,
    }
}

/// `# Title {#url}`, `> summary`, text and `## headings`.
fn chapter(text: &str) -> Chapter {
    let mut lines = text.trim_start_matches("# ").lines();
    let (title, url) = lines
        .next()
        .and_then(|line| line.split_once(" {#"))
        .expect("title");
    let url = url.trim_end_matches('}');
    let mut chapter = Chapter {
        url: url.into(),
        title: title.into(),
        kind: url.split('/').next().unwrap_or_default().into(),
        sections: vec![Section::default()],
        ..Chapter::default()
    };
    chapter.kind_label.clone_from(&chapter.kind);
    for line in lines {
        if let Some(summary) = line.strip_prefix("> ") {
            chapter.summary = summary.into();
        } else if let Some(heading) = line.strip_prefix("## ") {
            let anchor = Some(slug(heading));
            chapter.sections.push(Section {
                anchor,
                heading: heading.into(),
                ..Section::default()
            });
        } else {
            let body = &mut chapter.sections.last_mut().expect("the first section").body;
            body.push_str(line);
            body.push('\n');
        }
    }
    chapter
}

fn slug(heading: &str) -> String {
    let spelt = heading
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue");
    spelt
        .replace('ß', "ss")
        .replace(|c: char| !c.is_alphanumeric(), "-")
}

#[derive(Deserialize)]
struct Judged {
    lang: String,
    chapters: BTreeMap<String, (String, String)>,
    queries: BTreeMap<String, String>,
    noise: Vec<String>,
}

/// The small handbook of a language in `judged`, with twenty queries.
pub fn judged(lang: &str) -> Fixture {
    let text = fs::read_to_string(folder().join(format!("judged/{lang}.yml"))).expect("a set");
    let judged: Judged = serde_yaml::from_str(&text).expect("the set is as expected");
    let chapter = |(url, (title, body)): (String, (String, String))| Chapter {
        url,
        title,
        sections: vec![Section {
            body,
            ..Section::default()
        }],
        ..Chapter::default()
    };
    let queries = judged.queries.into_iter();
    let queries = queries
        .map(|(query, wanted)| (query, vec![wanted]))
        .collect();
    Fixture {
        corpus: Corpus {
            lang: judged.lang,
            chapters: judged.chapters.into_iter().map(chapter).collect(),
            synonyms: Vec::new(),
            thesaurus: None,
        },
        groups: BTreeMap::from([("all".to_owned(), queries)]),
        noise: judged.noise,
        must_not: Vec::new(),
        bounds: BTreeMap::new(),
    }
}

#[derive(Deserialize)]
struct DevQueries {
    must_find: Vec<Pair>,
    must_not_find: Vec<Pair>,
    synonyms: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Pair {
    query: String,
    pages: Vec<String>,
    #[serde(default)]
    group: String,
}

/// The sixteen pages on which the search was first tried.
pub fn dev() -> Fixture {
    let folder = folder().join("dev");
    let text = fs::read_to_string(folder.join("queries.yml")).expect("queries.yml");
    let queries: DevQueries = serde_yaml::from_str(&text).expect("queries.yml is as expected");
    let mut paths: Vec<_> = fs::read_dir(folder.join("pages"))
        .expect("the pages")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let page = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("text");
        let (matter, body) = text[4..].split_once("---").expect("front matter");
        let title = matter
            .trim()
            .trim_start_matches("title: ")
            .trim_matches('"');
        let body = body.trim().to_owned();
        Chapter {
            url: path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            title: title.into(),
            sections: vec![Section {
                body,
                ..Section::default()
            }],
            ..Chapter::default()
        }
    };
    let mut groups: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for pair in queries.must_find {
        groups
            .entry(pair.group)
            .or_default()
            .push((pair.query, pair.pages));
    }
    Fixture {
        corpus: Corpus {
            lang: "de".into(),
            chapters: paths.iter().map(page).collect(),
            synonyms: queries.synonyms,
            thesaurus: None,
        },
        groups,
        noise: Vec::new(),
        must_not: queries
            .must_not_find
            .into_iter()
            .map(|p| (p.query, p.pages))
            .collect(),
        bounds: BTreeMap::new(),
    }
}
