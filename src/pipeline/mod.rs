//! From a snapshot to a handbook that is ready to be rendered, with everything that is wrong.
//!
//! 1. Settings, kinds, glossary and theme are read.
//! 2. Every Markdown file is read by itself, on all cores.
//! 3. The site is assembled, its destinations are resolved, its content is checked.
//! 4. The findings of all stages are settled together.
//!
//! Building and watching call the same [`load`]: an empty [`Memo`] is all that makes a build clean.
//! Each stage takes over from the memo what no change since the last run can have reached.

mod preview;

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, FILE, glossary, queries, synonyms};
use crate::diagnostic::{Code, Finding, Severity, settle};
use crate::kind::Kinds;
use crate::link::Linked;
use crate::output::{Made, addresses, contents};
use crate::site::{Given, Options, Parsed, Site, check_encoding};
use crate::source::{File, HandbookPath, Snapshot, Source};
use crate::theme::{Page, Theme, pages};
use crate::{check, search};

pub use preview::{Preview, Served};

static NO_CHAPTERS: Code = Code::fatal("no-chapters");

/// How many pages are rendered to try the templates, beside one of every sort.
const PAGES_TRIED: usize = 50;

/// What a run keeps for the next one.
#[derive(Debug, Default)]
pub struct Memo {
    given: Option<Known<Given>>,
    theme: Option<Known<Arc<Theme>>>,
    linked: Option<Linked>,
    contents: Arc<BTreeMap<String, Made>>,
    /// What was wrong with the addresses of the last site.
    addresses: Vec<Finding>,
}

/// What was read from some files, and what was wrong with them.
#[derive(Debug, Clone)]
struct Known<T> {
    files: Vec<(HandbookPath, File)>,
    value: T,
    findings: Vec<Finding>,
}

/// A handbook that is ready to be rendered, unless there are errors.
#[derive(Debug)]
pub struct Handbook {
    /// Its chapters and where everything leads.
    pub linked: Linked,
    /// What it looks like.
    pub theme: Arc<Theme>,
    /// What its site is made of.
    pub contents: Arc<BTreeMap<String, Made>>,
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

    /// What is wrong with templates, as far as some pages of every sort show it: they are rendered
    /// for that.
    pub fn try_templates(&self) -> Vec<Finding> {
        let all = pages(&self.linked);
        let step = all.len().div_ceil(PAGES_TRIED).max(1);
        let mut sorts = Vec::new();
        let mut tried = Vec::new();
        for (number, page) in all.into_iter().enumerate() {
            let sort = discriminant(&page);
            if number % step == 0 || !sorts.contains(&sort) {
                sorts.push(sort);
                tried.push(page);
            }
        }
        let renderer = self.theme.renderer(&self.linked);
        let render = |page: &Page| renderer.render(*page).err();
        let mut findings: Vec<_> = tried.par_iter().filter_map(render).map(|f| *f).collect();
        let mut places = BTreeSet::new();
        findings.retain(|finding| places.insert((finding.code.slug, finding.place.clone())));
        findings
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
    let Known {
        value: given,
        mut findings,
        ..
    } = given(snapshot, memo);
    let (theme, parsed) = rayon::join(
        || theme(snapshot, &given.config, &mut memo.theme),
        || parse(snapshot, &given.config, memo.linked.as_ref()),
    );
    findings.extend(theme.findings.iter().cloned());
    findings.extend(
        parsed
            .iter()
            .flat_map(|parsed| parsed.findings.iter().cloned()),
    );
    if parsed.is_empty() {
        findings.push(Finding::new(&NO_CHAPTERS, &"content".into()));
    }
    let last = memo.linked.take();
    let last_site = last.as_ref().map(|last| &last.site);
    let (site, found) = Site::assemble(given, parsed, snapshot, options, last_site);
    findings.extend(found);
    let (linked, found) = Linked::new(site, last.as_ref());
    findings.extend(found);
    findings.extend(check::all(&linked, snapshot, options));
    if options.today.is_some() {
        findings.extend(theme.value.legal_pages_out_of_reach(&linked));
    }
    let contents = contents_of(&linked, &theme, last.as_ref(), memo);
    findings.extend(memo.addresses.iter().cloned());
    memo.linked = Some(linked.clone());
    settle(&mut findings, &linked.site.config.levels);
    Handbook {
        linked,
        theme: theme.value,
        contents,
        findings,
    }
}

/// What the site is made of. What is wrong with its addresses is only looked for where these are
/// others than before.
fn contents_of(
    linked: &Linked,
    theme: &LoadedTheme,
    last: Option<&Linked>,
    memo: &mut Memo,
) -> Arc<BTreeMap<String, Made>> {
    let last = last.filter(|_| theme.unchanged);
    let same_aliases = last.is_some_and(|last| last.site.has_aliases_of(&linked.site));
    if same_aliases && last.is_some_and(|last| linked.has_addresses_of(last)) {
        return Arc::clone(&memo.contents);
    }
    let contents = contents(linked, &theme.value);
    if !(same_aliases && contents == *memo.contents) {
        memo.addresses = addresses::check(linked, &theme.value);
        memo.contents = Arc::new(contents);
    }
    Arc::clone(&memo.contents)
}

/// What the files beside content and theme say.
fn given(snapshot: &Snapshot, memo: &mut Memo) -> Known<Given> {
    let is_theme = |path: &HandbookPath| path.is_below("themes");
    let files = texts(snapshot, |path| {
        !path.has_extension("md") && !is_theme(path)
    });
    if let Some(known) = memo.given.as_ref().filter(|known| known.files == files) {
        return known.clone();
    }
    let (config, mut findings) = Config::read(snapshot);
    let ((kinds, found), (words, more)) = rayon::join(
        || Kinds::read(snapshot),
        || {
            let (glossary, mut findings) = glossary::read(snapshot);
            let (synonyms, found) = synonyms::read(snapshot);
            findings.extend(found);
            let (queries, found) = queries::read(snapshot);
            findings.extend(found);
            ((glossary, synonyms, queries), findings)
        },
    );
    let (glossary, synonyms, queries) = words;
    findings.extend(found);
    findings.extend(more);
    check_encodings(&files, &mut findings);
    let value = Given {
        config: config.into(),
        kinds: kinds.into(),
        glossary: glossary.into(),
        synonyms: synonyms.into(),
        queries: queries.into(),
    };
    let given = Known {
        files,
        value,
        findings,
    };
    memo.given = Some(given.clone());
    given
}

struct LoadedTheme {
    value: Arc<Theme>,
    findings: Vec<Finding>,
    unchanged: bool,
}

/// The theme that `config` names.
fn theme(
    snapshot: &Snapshot,
    config: &Config,
    memo: &mut Option<Known<Arc<Theme>>>,
) -> LoadedTheme {
    let below = snapshot.below("themes");
    let settings = snapshot.get(FILE).map(|file| (FILE.into(), file.clone()));
    let files: Vec<_> = below
        .map(|(path, file)| (path.clone(), file.clone()))
        .chain(settings)
        .collect();
    if let Some(known) = memo.as_ref().filter(|known| known.files == files) {
        return LoadedTheme {
            value: Arc::clone(&known.value),
            findings: known.findings.clone(),
            unchanged: true,
        };
    }
    let (theme, mut findings) = Theme::load(snapshot, config);
    let value = Arc::new(theme);
    check_encodings(
        &texts(snapshot, |path| path.is_below("themes")),
        &mut findings,
    );
    *memo = Some(Known {
        files,
        value: Arc::clone(&value),
        findings: findings.clone(),
    });
    LoadedTheme {
        value,
        findings,
        unchanged: false,
    }
}

fn texts(snapshot: &Snapshot, wanted: impl Fn(&HandbookPath) -> bool) -> Vec<(HandbookPath, File)> {
    let texts = snapshot
        .iter()
        .filter(|(path, file)| matches!(file, File::Text(_)) && wanted(path));
    texts
        .map(|(path, file)| (path.clone(), file.clone()))
        .collect()
}

fn check_encodings(files: &[(HandbookPath, File)], findings: &mut Vec<Finding>) {
    for (_, file) in files {
        if let File::Text(source) = file {
            check_encoding(source, findings);
        }
    }
}

/// Reads the Markdown files that are new or changed since the last run.
fn parse(snapshot: &Snapshot, config: &Config, last: Option<&Linked>) -> Vec<Arc<Parsed>> {
    let last = last.map(|last| &last.site).filter(|last| {
        last.config.languages == config.languages && last.config.raw_html == config.raw_html
    });
    // Both come in the order of their paths.
    let mut texts = last
        .into_iter()
        .flat_map(|last| last.texts.values())
        .peekable();
    let sources: Vec<_> = chapters(snapshot, config)
        .map(|source| {
            while texts
                .next_if(|known| known.source.path < source.path)
                .is_some()
            {}
            let known = texts.next_if(|known| known.source.path == source.path);
            (source, known)
        })
        .collect();
    let same = |known: &&Arc<Parsed>, source: &Arc<Source>| {
        Arc::ptr_eq(&known.source, source) || known.source == *source
    };
    sources
        .into_par_iter()
        .map(
            |(source, known)| match known.filter(|known| same(known, source)) {
                Some(known) => Arc::clone(known),
                None => Arc::new(read(snapshot, source, config)),
            },
        )
        .collect()
}

/// Reads one file. Where it doesn't say when it was changed last or by whom, its history may.
fn read(snapshot: &Snapshot, source: &Arc<Source>, config: &Config) -> Parsed {
    let mut parsed = Parsed::read(source, config);
    let Some(past) = snapshot.history.get(&source.path) else {
        return parsed;
    };
    let front = &mut parsed.front;
    if config.updated_from_git {
        front.updated = front.updated.or(past.updated);
    }
    if config.authors_from_git && front.authors.is_empty() {
        front.authors.clone_from(&past.authors);
    }
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
            File::Text(source) if path.has_extension("md") => {
                let own = ["themes", "kinds"]
                    .iter()
                    .any(|folder| path.is_below(folder));
                (!own || !config.content.is_empty()).then_some(source)
            }
            _ => None,
        })
}
