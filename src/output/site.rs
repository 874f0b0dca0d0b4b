//! The website.
//!
//! 1. The work is cut into jobs: units of pages, files that are made together, and single copies. Each
//!    is done by one thread, which hands every file to the sink and drops it; jobs run in parallel,
//!    and the search index is made beside them.
//! 2. What the jobs say of their files becomes the manifest, which is written last.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::generated::{self, Part};
use super::{Content, Index, Sink, entries, redirect};
use crate::config::EditionId;
use crate::content::Contents;
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::link::Linked;
use crate::pages::{FileSource, Plan, Unit};
use crate::release::{MANIFEST, Manifest, PageEntry, chapter_entry_of};
use crate::search;
use crate::site::ChapterId;
use crate::source::HandbookPath;
use crate::theme::{Renderer, Theme, ThemeFile};

/// What a site is written from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The chapters, and where everything leads.
    pub linked: &'a Linked,
    /// What the site consists of.
    pub plan: &'a Plan,
    /// What it looks like.
    pub theme: &'a Theme,
    /// What the manifest says about each chapter, where that is known already.
    pub chapters: Option<&'a [PageEntry]>,
}

/// Writes all pages and files of the plan into `sink` and the manifest behind them. `progress` is
/// called after every page, from any thread.
pub fn write(
    sources: Sources<'_>,
    index: Index<'_>,
    sink: &impl Sink,
    progress: &(impl Fn() + Sync),
) -> (Manifest, Vec<Finding>) {
    let Sources {
        linked,
        plan,
        theme,
        chapters,
    } = sources;
    let units = plan.units(&linked.site);
    let pages = plan.pages().iter().map(|planned| planned.page);
    let described = units.iter().flat_map(|unit| unit.chapters(&linked.site));
    let described = described.filter(|_| chapters.is_none());
    let writer = Writer {
        sources,
        contents: theme.contents(linked, pages, described),
        renderer: theme.renderer(linked, plan),
        sink,
        progress,
    };
    let jobs = writer.jobs(units);
    // Jobs differ much in size: a thread that is done takes over any that hasn't begun.
    let jobs = jobs.into_par_iter().with_max_len(1);
    let pages = || jobs.map(|job| writer.run(job)).collect();
    let files = || index.write(sources.linked, |path, bytes| writer.put(path, bytes));
    let (files, pages): (Vec<Written>, Vec<Done>) = rayon::join(files, pages);

    let mut manifest = Manifest::new();
    let mut problems = Vec::new();
    let mut chapters: BTreeMap<ChapterId, PageEntry> = BTreeMap::new();
    let done = pages.into_iter().flat_map(|done| {
        chapters.extend(done.chapters);
        done.files
    });
    for (path, written) in done.chain(files) {
        match written {
            Ok(hash) => manifest.add(path, hash),
            Err(finding) => problems.push((path, *finding)),
        }
    }
    describe(sources, chapters, &mut manifest);
    let mut findings = once_each(problems);
    let (_, written) = writer.put(MANIFEST.to_owned(), &manifest.to_json());
    findings.extend(written.err().map(|finding| *finding));
    (manifest, findings)
}

/// A mistake in a template shows on every page that uses it: once is enough, at the first path.
fn once_each(mut problems: Vec<(String, Finding)>) -> Vec<Finding> {
    problems.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut places = BTreeSet::new();
    let findings = problems.into_iter().map(|(_, finding)| finding);
    let first = |finding: &Finding| {
        finding.place.span.is_none() || places.insert((finding.code.slug, finding.place.clone()))
    };
    findings.filter(first).collect()
}

/// What one thread does.
enum Job<'a> {
    Unit(Unit<'a>),
    Part(Part<'a>),
    File(&'a str, &'a FileSource),
}

/// A file that was to be written: its path, and the SHA-256 of its bytes.
type Written = (String, Result<[u8; 32], Box<Finding>>);

/// What came of a job.
#[derive(Default)]
struct Done {
    files: Vec<Written>,
    chapters: Vec<(ChapterId, PageEntry)>,
}

struct Writer<'a, S, P> {
    sources: Sources<'a>,
    contents: Contents<'a>,
    renderer: Renderer<'a>,
    sink: &'a S,
    progress: &'a P,
}

impl<'a, S: Sink, P: Fn() + Sync> Writer<'a, S, P> {
    fn jobs(&self, units: Vec<Unit<'a>>) -> Vec<Job<'a>> {
        let Sources { linked, plan, .. } = self.sources;
        let units = units.into_iter().map(Job::Unit);
        let parts = generated::parts(linked, plan).into_iter().map(Job::Part);
        let files = plan.files().iter();
        let copies = files.filter(|(_, source)| !matches!(source, FileSource::Page(_)));
        let copies = copies.map(|(path, source)| Job::File(path, source));
        parts.chain(units).chain(copies).collect()
    }

    fn run(&self, job: Job<'a>) -> Done {
        let Sources {
            linked,
            plan,
            theme,
            ..
        } = self.sources;
        match job {
            Job::Unit(unit) => self.unit(&unit),
            Job::Part(part) => {
                let files = part.make(linked, plan, theme).into_iter();
                let files = files.map(|(path, bytes)| self.put(path, &bytes));
                Done {
                    files: files.collect(),
                    ..Done::default()
                }
            }
            Job::File(path, source) => Done {
                files: vec![self.file(path, source)],
                ..Done::default()
            },
        }
    }

    /// Makes the pages of a unit, and what the manifest says about its chapters.
    fn unit(&self, unit: &Unit<'_>) -> Done {
        let Sources {
            linked, chapters, ..
        } = self.sources;
        let mut done = Done::default();
        for planned in &unit.pages {
            let html = self.renderer.render_from(planned.page, &self.contents);
            (self.progress)();
            let file = planned.address.file();
            done.files.push(match html {
                Ok(html) => self.put(file, html.as_bytes()),
                Err(finding) => (file, Err(finding)),
            });
        }
        if chapters.is_none() {
            let entries = unit.chapters(&linked.site);
            let entries = entries.map(|id| {
                let words = search::of_text(&linked.site, id, &self.contents.get(id).plain);
                (id, chapter_entry_of(linked, id, words))
            });
            done.chapters = entries.collect();
        }
        done
    }

    fn file(&self, path: &str, source: &FileSource) -> Written {
        let file: &HandbookPath = match source {
            FileSource::CopyOf(file) => file,
            FileSource::Theme(asset) => match self.sources.theme.asset(asset) {
                Some(ThemeFile::At(file)) => file,
                Some(ThemeFile::Bytes(bytes)) => return self.put(path.to_owned(), bytes),
                None => unreachable!("a plan lists only what the theme has"),
            },
            FileSource::Page(_) => unreachable!("pages are made in units"),
        };
        self.hand_over(path.to_owned(), Content::CopyOf(file))
    }

    fn put(&self, path: String, bytes: &[u8]) -> Written {
        self.hand_over(path, Content::Bytes(bytes))
    }

    fn hand_over(&self, path: String, content: Content<'_>) -> Written {
        let written = self.sink.put(&path, content);
        let written = written.map(|written| written.hash).map_err(|problem| {
            let finding = Finding::new(&codes::CANNOT_WRITE, PlacePath::outside(&path));
            Box::new(finding.with("problem", problem))
        });
        (path, written)
    }
}

/// Says in the manifest what its files are.
fn describe(
    sources: Sources<'_>,
    mut made: BTreeMap<ChapterId, PageEntry>,
    manifest: &mut Manifest,
) {
    let Sources {
        linked,
        plan,
        chapters,
        ..
    } = sources;
    let mut chapter = |id: ChapterId| match chapters {
        Some(known) => known[id.0].clone(),
        None => made.remove(&id).expect("each chapter is in one unit"),
    };
    manifest.pages = entries(linked, plan, &mut chapter);
    manifest.redirects = redirect::planned(plan, &linked.site)
        .into_iter()
        .map(|(from, redirect)| (from, redirect.to))
        .collect();
    let attachments = linked.published_assets();
    manifest.attachments = attachments.map(|(_, file)| file.to_owned()).collect();
    manifest.attachments.sort();
    let release = plan.release();
    manifest.release = release.map(|release| release.version.to_string());
    manifest.date = release.map(|release| release.date.to_string());
    let site = &linked.site;
    let language = &site.edition(EditionId::DEFAULT).language;
    manifest.title = Some(site.title(language).to_owned());
    manifest.url = site.config.url.as_ref().map(ToString::to_string);
}
