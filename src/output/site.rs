//! The website.
//!
//! 1. The work is cut into jobs: units of pages, files that are made together, and single copies. Each
//!    is done by one thread, which hands every file to the sink and drops it; jobs run in parallel.
//! 2. A chapter is read once, for its page, the one for printing, the search index and the manifest. Jobs
//!    begin in the order of reading, which is that of the index: so few chapters wait for those before
//!    them. Whoever brings an edition's last one writes its index.
//! 3. What the jobs say of their files becomes the manifest, which is written last.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::fingerprints::Fingerprints;
use super::generated::{self, Part};
use super::{Content, Index, Sink, code, entries, redirect};
use crate::config::EditionId;
use crate::content::Contents;
use crate::diagnostic::{Finding, PlacePath, codes};
use crate::link::Linked;
use crate::pages::{FileSource, Plan, PlannedPage, Unit};
use crate::picture::{Problem, Recipe};
use crate::release::{MANIFEST, Manifest, PageEntry, chapter_entry};
use crate::search::{self, IndexBuilder, IndexFile};
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
    index: Index,
    sink: &impl Sink,
    progress: &(impl Fn() + Sync),
) -> (Manifest, Vec<Finding>) {
    let Sources {
        linked,
        plan,
        theme,
        chapters,
    } = sources;
    let (books, unmade) = super::books::make(sources, sink);
    let units = plan.units(&linked.site);
    let pages = plan.pages().iter().map(|planned| planned.page);
    let words_of = units.iter().flat_map(|unit| unit.chapters(&linked.site));
    let needs_words = chapters.is_none() || index == Index::Make;
    let words_of = words_of.filter(|_| needs_words);
    let editions = linked.site.edition_ids().filter(|_| index == Index::Make);
    let writer = Writer {
        sources,
        contents: theme.contents(linked, pages, words_of),
        renderer: theme.renderer(linked, plan).with_books(&books),
        fingerprints: Fingerprints::of(theme),
        indices: editions
            .map(|id| search::builder(&linked.site, id))
            .collect(),
        needs_words,
        sink,
        progress,
    };
    // Each thread takes the next one that hasn't begun, as they differ much in size.
    let jobs = writer.jobs(units).into_iter().par_bridge();
    let done: Vec<Done> = jobs.map(|job| writer.run(job)).collect();

    let mut manifest = Manifest::new();
    let mut problems = Vec::new();
    let books = books
        .iter()
        .map(|(path, bytes)| writer.put(path.clone(), bytes));
    let books: Vec<Written> = books.collect();
    let mut chapters: BTreeMap<ChapterId, PageEntry> = BTreeMap::new();
    let files = done.into_iter().flat_map(|done| {
        chapters.extend(done.chapters);
        done.files
    });
    for (path, written) in files.chain(books) {
        match written {
            Ok(hash) => manifest.add(path, hash),
            Err(finding) => problems.push((path, *finding)),
        }
    }
    describe(sources, chapters, &mut manifest);
    let mut findings = once_each(problems);
    findings.extend(unmade);
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
    /// The search index of an edition without chapters.
    EmptyIndex(EditionId),
    Part(Part<'a>),
    File(&'a str, &'a FileSource),
    /// The theme's styles and scripts under names with fingerprints.
    Fingerprinted,
    /// All that is made of one picture, which is decoded once for that.
    Pictures(&'a HandbookPath, Vec<(&'a str, Recipe)>),
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
    fingerprints: Fingerprints<'a>,
    /// By edition, unless the site has no search.
    indices: Vec<IndexBuilder>,
    /// Whether somebody needs the words of chapters, besides their pages.
    needs_words: bool,
    sink: &'a S,
    progress: &'a P,
}

impl<'a, S: Sink, P: Fn() + Sync> Writer<'a, S, P> {
    fn jobs(&self, units: Vec<Unit<'a>>) -> Vec<Job<'a>> {
        let Sources { linked, plan, .. } = self.sources;
        let units = units.into_iter().map(Job::Unit);
        let editions = linked.site.numbered_editions();
        let empty = editions.filter(|(_, edition)| edition.reading_order.is_empty());
        let indices = empty.map(|(id, _)| Job::EmptyIndex(id));
        let parts = generated::parts(linked, plan).into_iter().map(Job::Part);
        let files = plan.files().iter();
        let mut copies = Vec::new();
        let mut pictures: BTreeMap<&HandbookPath, Vec<(&str, Recipe)>> = BTreeMap::new();
        for (path, source) in files {
            match source {
                FileSource::Page(_) | FileSource::Book(..) => {}
                FileSource::Picture(of, recipe) => {
                    pictures.entry(of).or_default().push((path, *recipe));
                }
                FileSource::CopyOf(_)
                | FileSource::Drawing(_)
                | FileSource::Theme(_)
                | FileSource::Code(_) => {
                    copies.push(Job::File(path, source));
                }
            }
        }
        let pictures = pictures.into_iter();
        let pictures = pictures.map(|(of, wanted)| Job::Pictures(of, wanted));
        let named = [Job::Fingerprinted];
        let jobs = units.chain(indices).chain(parts).chain(copies);
        jobs.chain(named).chain(pictures).collect()
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
            Job::EmptyIndex(edition) => {
                let mut done = Done::default();
                self.finish_index(edition, &mut done);
                done
            }
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
            Job::Fingerprinted => {
                let files = self.fingerprints.files();
                let files = files.map(|(path, bytes)| self.put(path.to_owned(), bytes));
                Done {
                    files: files.collect(),
                    ..Done::default()
                }
            }
            Job::Pictures(of, wanted) => Done {
                files: self.pictures(of, &wanted),
                ..Done::default()
            },
        }
    }

    /// Makes the pages of a unit, and takes its chapters into the search index and the manifest.
    fn unit(&self, unit: &Unit<'_>) -> Done {
        let Sources {
            linked, chapters, ..
        } = self.sources;
        let make = |planned: &&PlannedPage| {
            let html = self.renderer.render_from(planned.page, &self.contents);
            (self.progress)();
            let file = planned.address.file();
            match html {
                Ok(html) => self.put(file, self.fingerprints.in_page(html).as_bytes()),
                Err(finding) => (file, Err(finding)),
            }
        };
        let take = || {
            let mut done = Done::default();
            for id in unit.chapters(&linked.site).filter(|_| self.needs_words) {
                let words = search::of_text(&linked.site, id, &self.contents.get(id).plain);
                self.index(id, &words, &mut done);
                if chapters.is_none() {
                    done.chapters.push((id, chapter_entry(linked, id, words)));
                }
            }
            done
        };
        // Whoever brings the last chapter of an edition finishes its index, which takes long: an idle
        // thread makes the pages meanwhile.
        let (mut done, pages) =
            rayon::join(take, || unit.pages.iter().map(make).collect::<Vec<_>>());
        done.files.extend(pages);
        done
    }

    /// Takes a chapter into the search index of its edition.
    fn index(&self, id: ChapterId, words: &search::Chapter, done: &mut Done) {
        let chapter = self.sources.linked.site.chapter(id);
        if !chapter.is_listed() {
            return;
        }
        let Some(index) = self.indices.get(chapter.edition.index()) else {
            return;
        };
        let mut take = |file| done.files.push(self.index_file(chapter.edition, &file));
        if index.add(chapter.place, words, &mut take) {
            self.finish_index(chapter.edition, done);
        }
    }

    /// Makes the files that take all chapters to know, and has idle threads write them.
    fn finish_index(&self, edition: EditionId, done: &mut Done) {
        let Some(index) = self.indices.get(edition.index()) else {
            return;
        };
        let written = Mutex::new(Vec::new());
        rayon::scope(|scope| {
            let written = &written;
            index.finish(&mut |file| {
                scope.spawn(move |_| {
                    let one = self.index_file(edition, &file);
                    let mut written = written.lock().unwrap_or_else(PoisonError::into_inner);
                    written.push(one);
                });
            });
        });
        let written = written.into_inner();
        done.files
            .extend(written.unwrap_or_else(PoisonError::into_inner));
    }

    fn index_file(&self, edition: EditionId, file: &IndexFile) -> Written {
        let folder = search::folder(self.sources.linked.site.edition(edition));
        self.put(format!("{folder}{}", file.path), &file.bytes)
    }

    fn file(&self, path: &str, source: &FileSource) -> Written {
        let file: &HandbookPath = match source {
            FileSource::CopyOf(file) => file,
            FileSource::Drawing(file) => {
                let known = self.sources.linked.site.pictures.get(file);
                let drawing = known.and_then(|picture| picture.drawing.as_ref());
                let drawing = drawing.expect("a plan lists only drawings that were read");
                return self.put(path.to_owned(), drawing.text.as_bytes());
            }
            FileSource::Theme(asset) => match self.sources.theme.asset(asset) {
                Some(ThemeFile::At(file)) => file,
                Some(ThemeFile::Bytes(bytes)) => return self.put(path.to_owned(), bytes),
                None => unreachable!("a plan lists only what the theme has"),
            },
            FileSource::Code(id) => {
                let Sources { linked, plan, .. } = self.sources;
                let drawing = code(&linked.site, plan, *id);
                return self.put(path.to_owned(), drawing.as_bytes());
            }
            FileSource::Page(_) => unreachable!("pages are made in units"),
            FileSource::Book(..) => unreachable!("books are made before pages"),
            FileSource::Picture(..) => unreachable!("pictures are made together"),
        };
        self.hand_over(path.to_owned(), Content::CopyOf(file))
    }

    /// Makes all that is published of a picture.
    fn pictures(&self, of: &HandbookPath, wanted: &[(&str, Recipe)]) -> Vec<Written> {
        let known = self.sources.linked.site.pictures.get(of);
        let raster = known.and_then(|picture| picture.raster.as_ref());
        let raster = raster.expect("a plan makes pictures only of what was read as one");
        match self.sink.put_pictures(of, raster, wanted) {
            Ok(written) => {
                let paths = wanted.iter().map(|(path, _)| (*path).to_owned());
                let files = paths.zip(written);
                files.map(|(path, written)| result(path, written)).collect()
            }
            Err(problem) => {
                let why = match problem {
                    Problem::TooLarge => "> 400 MB".to_owned(),
                    Problem::Unreadable(why) => why,
                };
                let finding = Finding::new(&codes::UNREADABLE_PICTURE, of).with("problem", why);
                let path = wanted.first().map_or("", |(path, _)| *path);
                vec![(path.to_owned(), Err(Box::new(finding)))]
            }
        }
    }

    fn put(&self, path: String, bytes: &[u8]) -> Written {
        self.hand_over(path, Content::Bytes(bytes))
    }

    fn hand_over(&self, path: String, content: Content<'_>) -> Written {
        let written = self.sink.put(&path, content);
        result(path, written)
    }
}

/// What a sink said of the file at `path`.
fn result(path: String, written: Result<super::Written, String>) -> Written {
    let written = written.map(|written| written.hash).map_err(|problem| {
        let finding = Finding::new(&codes::CANNOT_WRITE, PlacePath::outside(&path));
        Box::new(finding.with("problem", problem))
    });
    (path, written)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::IndexOnly;
    use crate::pages::Page;
    use crate::pipeline::{Memo, load};
    use crate::site::{Options, PAGES_READ};
    use crate::source::Snapshot;

    #[test]
    fn a_chapter_is_read_once_for_all_that_show_it() {
        let mut snapshot = Snapshot::default();
        for name in ["index", "a/index", "a/b", "a/c", "d"] {
            let path = HandbookPath::parse(&format!("content/{name}.md"));
            snapshot.insert_text(path.unwrap(), b"# Kapitel\n\n## Teil\n\nText.\n".to_vec());
        }
        let handbook = load(&snapshot, Options::default(), &mut Memo::default());
        let pages = handbook.plan.pages().iter();
        let prints = pages.filter(|planned| matches!(planned.page, Page::Print(..)));
        assert_eq!(prints.count(), 1);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        pool.unwrap().install(|| {
            let sink = IndexOnly::default();
            let (manifest, findings) = handbook.write(Index::Make, &sink, &|| ());
            assert_eq!(findings, []);
            assert_eq!(manifest.pages["d/"].sections.len(), 2);
            assert!(sink.into_files().contains_key("assets/search/de/meta.js"));
            assert_eq!(PAGES_READ.get(), 5);
        });
    }
}
