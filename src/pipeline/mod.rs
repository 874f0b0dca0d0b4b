//! From a snapshot to a handbook that is ready to be rendered, with everything that is wrong.
//!
//! 1. Settings, kinds, glossary and theme are read.
//! 2. Every Markdown file is read by itself, on all cores.
//! 3. The site is assembled, its destinations are resolved, its content is checked.
//! 4. What is being released is compared with the release before.
//! 5. The pages and files of the site are planned.
//! 6. The findings of all stages are normalized together.
//!
//! Building and watching call the same [`load`]: an empty [`Memo`] is all that makes a build clean.
//! Each stage takes over from the memo what no change since the last run can have reached.

mod departures;
mod handbook;
mod preview;
mod release;
mod shown;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::check;
use crate::config::{Config, FILE, glossary, queries, synonyms, thesaurus};
use crate::diagnostic::{Finding, codes, normalize};
use crate::kind::Kinds;
use crate::link::Linked;
use crate::pages::Plan;
use crate::release::{PageEntry, chapter_entries};
use crate::site::{Alias, Inputs, Options, Parsed, Site, Withheld, check_encoding, withheld};
use crate::source::{File, HandbookPath, Snapshot, Source};
use crate::theme::Theme;

pub use departures::{Departed, Departures};
pub use handbook::Handbook;
pub use preview::{Preview, Served};
pub use release::ReleaseInput;
pub use shown::{ShownPage, version};

/// What a run keeps for the next one.
#[derive(Debug, Default)]
pub struct Memo {
    inputs: Option<Cached<Inputs>>,
    theme: Option<Cached<Arc<Theme>>>,
    linked: Option<Linked>,
    /// The last plan, and what was wrong with its addresses.
    plan: Option<(Arc<Plan>, Vec<Finding>)>,
}

/// What was read from some files, and what was wrong with them.
#[derive(Debug, Clone)]
struct Cached<T> {
    files: Vec<(HandbookPath, File)>,
    value: T,
    findings: Vec<Finding>,
}

/// What is decided outside of the handbook.
#[derive(Debug, Clone, Copy, Default)]
pub struct LoadOptions<'a> {
    /// Which chapters belong to the site, and how closely its content is looked at.
    pub site: Options,
    /// What is being released; nothing if the site is built for a look only.
    pub release: Option<&'a ReleaseInput>,
}

impl From<Options> for LoadOptions<'_> {
    fn from(site: Options) -> Self {
        Self {
            site,
            release: None,
        }
    }
}

/// Loads the handbook in `snapshot`.
pub fn load<'a>(
    snapshot: &Snapshot,
    options: impl Into<LoadOptions<'a>>,
    memo: &mut Memo,
) -> Handbook {
    let LoadOptions {
        site: options,
        release,
    } = options.into();
    let Cached {
        value: inputs,
        mut findings,
        ..
    } = inputs(snapshot, memo);
    let (theme, parsed) = rayon::join(
        || theme(snapshot, &inputs.config, &mut memo.theme),
        || parse(snapshot, &inputs.config, memo.linked.as_ref()),
    );
    findings.extend(theme.findings.iter().cloned());
    findings.extend(
        parsed
            .iter()
            .flat_map(|parsed| parsed.findings.iter().cloned()),
    );
    if parsed.is_empty() {
        findings.push(Finding::new(
            &codes::NO_CHAPTERS,
            HandbookPath::literal("content"),
        ));
    }
    let last = memo.linked.take();
    let last_site = last.as_ref().map(|last| &last.site);
    let (site, found) = Site::assemble(inputs, parsed, snapshot, options, last_site);
    findings.extend(found);
    let (linked, found) = Linked::new(site, last.as_ref());
    findings.extend(found);
    findings.extend(check::all(&linked, snapshot, options));

    let last = last.filter(|_| theme.unchanged);
    let (plan, chapters) = plan(&linked, &theme.value, release, last.as_ref(), memo);
    findings.extend(
        memo.plan
            .iter()
            .flat_map(|(_, found)| found.iter().cloned()),
    );
    if options.today.is_some() {
        findings.extend(theme.value.legal_pages_out_of_reach(&linked, &plan));
    }
    memo.linked = Some(linked.clone());
    normalize(&mut findings, &linked.site.config.levels);
    Handbook {
        linked,
        plan,
        theme: theme.value,
        findings,
        chapters,
    }
}

/// What the site consists of, and what its chapters read like if a release asked for that. The last
/// plan holds as long as all addresses do.
fn plan(
    linked: &Linked,
    theme: &Theme,
    release: Option<&ReleaseInput>,
    last: Option<&Linked>,
    memo: &mut Memo,
) -> (Arc<Plan>, OnceLock<Vec<PageEntry>>) {
    let chapters = OnceLock::new();
    if let (None, Some((plan, _))) = (release, &memo.plan)
        && plan.release().is_none()
        && last.is_some_and(|last| linked.has_addresses_of(last))
    {
        return (Arc::clone(plan), chapters);
    }
    let aliases: Vec<Alias> = linked.site.aliases();
    let release = release.and_then(|input| {
        let chapters = chapters.get_or_init(|| chapter_entries(linked));
        input.release(&linked.site, chapters, &aliases)
    });
    let (plan, findings) = Plan::new(linked, release, &aliases, theme.files());
    let plan = Arc::new(plan);
    memo.plan = Some((Arc::clone(&plan), findings));
    (plan, chapters)
}

/// What the files beside content and theme say.
fn inputs(snapshot: &Snapshot, memo: &mut Memo) -> Cached<Inputs> {
    let is_theme = |path: &HandbookPath| path.is_below("themes");
    let files = texts(snapshot, |path| {
        !path.has_extension("md") && !is_theme(path)
    });
    if let Some(cached) = memo.inputs.as_ref().filter(|cached| cached.files == files) {
        return cached.clone();
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
    // A thesaurus says which one it is in.
    let own = files
        .iter()
        .filter(|(path, _)| !path.has_extension(thesaurus::EXTENSION));
    check_encodings(own, &mut findings);
    let value = Inputs {
        config: config.into(),
        kinds: kinds.into(),
        glossary: glossary.into(),
        synonyms: synonyms.into(),
        queries: queries.into(),
    };
    let inputs = Cached {
        files,
        value,
        findings,
    };
    memo.inputs = Some(inputs.clone());
    inputs
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
    memo: &mut Option<Cached<Arc<Theme>>>,
) -> LoadedTheme {
    let below = snapshot.below("themes");
    let settings = snapshot
        .get(FILE)
        .map(|file| (HandbookPath::literal(FILE), file.clone()));
    let files: Vec<_> = below
        .map(|(path, file)| (path.clone(), file.clone()))
        .chain(settings)
        .collect();
    if let Some(cached) = memo.as_ref().filter(|cached| cached.files == files) {
        return LoadedTheme {
            value: Arc::clone(&cached.value),
            findings: cached.findings.clone(),
            unchanged: true,
        };
    }
    let (theme, mut findings) = Theme::load(snapshot, config);
    let value = Arc::new(theme);
    check_encodings(
        &texts(snapshot, |path| path.is_below("themes")),
        &mut findings,
    );
    *memo = Some(Cached {
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

fn check_encodings<'f>(
    files: impl IntoIterator<Item = &'f (HandbookPath, File)>,
    findings: &mut Vec<Finding>,
) {
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
                let within = config.in_content(path).and_then(withheld);
                if !matches!(within, None | Some(Withheld::Part)) {
                    return None;
                }
                let own = ["themes", "kinds"]
                    .iter()
                    .any(|folder| path.is_below(folder));
                (!own || !config.content.is_empty()).then_some(source)
            }
            _ => None,
        })
}
