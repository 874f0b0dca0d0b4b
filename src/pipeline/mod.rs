//! From a snapshot to a handbook that is ready to be rendered, with everything that is wrong.
//!
//! 1. Settings, kinds, glossary and theme are read.
//! 2. Every Markdown file is read by itself, on all cores; a [`Memo`] hands back those that have
//!    not changed since the last run.
//! 3. The site is assembled, its destinations are resolved, its content is checked.
//! 4. The findings of all stages are settled together.
//!
//! Building and watching call the same [`load`]: an empty memo is all that makes a build clean.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, glossary, queries, synonyms};
use crate::diagnostic::{Code, Finding, Severity, settle};
use crate::kind::Kinds;
use crate::link::Linked;
use crate::output::addresses;
use crate::site::{Given, Options, Parsed, Site, check_encoding};
use crate::source::{HandbookPath, Snapshot, Source};
use crate::theme::Theme;
use crate::{check, search, source};

static NO_CHAPTERS: Code = Code::fatal("no-chapters");

/// What a run keeps for the next one.
#[derive(Debug, Default)]
pub struct Memo {
    settings: Option<(Vec<String>, bool)>,
    parsed: BTreeMap<HandbookPath, Arc<Parsed>>,
}

/// A handbook that is ready to be rendered, unless there are errors.
#[derive(Debug)]
pub struct Handbook {
    /// Its chapters and where everything leads.
    pub linked: Linked,
    /// What it looks like.
    pub theme: Theme,
    /// What is wrong with it, settled.
    pub findings: Vec<Finding>,
}

impl Handbook {
    /// The files of the search index of every edition, by path in the site.
    pub fn index(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        for (number, edition) in self.linked.site.editions.iter().enumerate() {
            let folder = search::folder(edition);
            for file in search::index(&self.linked, number) {
                files.insert(format!("{folder}{}", file.path), file.bytes);
            }
        }
        files
    }

    /// Whether something keeps it from being published.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Adds what a later stage found.
    pub fn report(&mut self, findings: Vec<Finding>) {
        self.findings.extend(findings);
        settle(&mut self.findings, &self.linked.site.config.levels);
    }

    /// The text of a file, for showing findings in it.
    pub fn source<'a>(&'a self, snapshot: &'a Snapshot, path: &str) -> Option<&'a Source> {
        snapshot
            .text(path)
            .map(AsRef::as_ref)
            .or_else(|| self.theme.source(path))
    }
}

/// Loads the handbook in `snapshot`.
pub fn load(snapshot: &Snapshot, options: Options, memo: &mut Memo) -> Handbook {
    let (config, mut findings) = Config::read(snapshot);
    let (kinds, found) = Kinds::read(snapshot);
    findings.extend(found);
    let (glossary, found) = glossary::read(snapshot);
    findings.extend(found);
    let (synonyms, found) = synonyms::read(snapshot);
    findings.extend(found);
    let (theme, found) = Theme::load(snapshot, &config);
    findings.extend(found);

    for source in snapshot
        .texts()
        .filter(|source| !source.path.has_extension("md"))
    {
        check_encoding(source, &mut findings);
    }
    let parsed = parse(snapshot, &config, memo);
    findings.extend(
        parsed
            .iter()
            .flat_map(|parsed| parsed.findings.iter().cloned()),
    );
    if parsed.is_empty() {
        findings.push(Finding::new(&NO_CHAPTERS, &"content".into()));
    }
    let (queries, found) = queries::read(snapshot);
    findings.extend(found);
    let given = Given {
        config,
        kinds,
        glossary,
        synonyms,
        queries,
    };
    let (site, found) = Site::assemble(given, parsed, snapshot, options);
    findings.extend(found);
    let (linked, found) = Linked::new(site);
    findings.extend(found);
    findings.extend(check::all(&linked));
    findings.extend(addresses::check(&linked, &theme));
    settle(&mut findings, &linked.site.config.levels);
    Handbook {
        linked,
        theme,
        findings,
    }
}

/// Reads the Markdown files that are new or changed since the last run.
fn parse(snapshot: &Snapshot, config: &Config, memo: &mut Memo) -> Vec<Arc<Parsed>> {
    let settings = Some((config.languages.clone(), config.raw_html));
    if memo.settings != settings {
        *memo = Memo {
            settings,
            parsed: BTreeMap::new(),
        };
    }
    let known = &memo.parsed;
    let sources: Vec<_> = chapters(snapshot, config).collect();
    let parsed: Vec<Arc<Parsed>> = sources
        .into_par_iter()
        .map(|source| match known.get(&source.path) {
            Some(parsed) if Arc::ptr_eq(&parsed.source, source) => Arc::clone(parsed),
            Some(parsed) if parsed.source == *source => Arc::clone(parsed),
            _ => Arc::new(Parsed::read(source, config)),
        })
        .collect();
    let keyed = parsed
        .iter()
        .map(|parsed| (parsed.source.path.clone(), Arc::clone(parsed)));
    memo.parsed = keyed.collect();
    parsed
}

/// The Markdown files of the content folder. In a bare folder that is all of it but the folders
/// that belong to the handbook itself.
fn chapters<'s>(
    snapshot: &'s Snapshot,
    config: &'s Config,
) -> impl Iterator<Item = &'s Arc<Source>> {
    snapshot
        .below(config.content)
        .filter_map(|(path, file)| match file {
            source::File::Text(source) if path.has_extension("md") => {
                let own = ["themes", "kinds"]
                    .iter()
                    .any(|folder| path.is_below(folder));
                (!own || !config.content.is_empty()).then_some(source)
            }
            _ => None,
        })
}
