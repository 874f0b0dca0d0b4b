//! `book`: the handbook as one file, to be handed out, filed or read on a device.
//!
//! 1. The handbook is loaded and checked as for a site; with errors there is no book. Without `--format` the
//!    ending of `--out` says which one is wanted.
//! 2. Arguments name chapters by their files, sections by their folders, and the chapters of a reading list by the
//!    address that readers hand on; without any it is all.
//! 3. The book is made in memory, and takes its place when it is whole.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf, absolute};

use super::args::{self, Book, Checks, Format};
use super::release::epoch;
use super::run::Run;
use super::{FINDINGS, Session, USAGE, context};
use crate::book::{self, Selection, Sources, Wanted};
use crate::config::{BookFormat, EditionId};
use crate::disk::{DiskOriginals, replace};
use crate::site::slug;

/// Writes a book.
pub(super) fn run(session: &Session, args: &Book) -> u8 {
    write(session, args).unwrap_or_else(|code| code)
}

fn write(session: &Session, args: &Book) -> Result<u8, u8> {
    let format = format(args);
    if !book::can_write(format) {
        return Err(session.refuse("book-without-pdf", []));
    }
    let checks = Checks {
        drafts: args.drafts,
        strict: args.strict,
        format: Format::Human,
        baseline: None,
        against: None,
    };
    let mut run = Run::new(session, &checks, None, None)?;
    if run.fails(&checks) {
        return Ok(run.finish(&checks, None));
    }
    let edition = edition(session, args, &run)?;
    let wanted = Wanted {
        edition,
        selection: selection(session, args, &run, edition)?,
        format,
        date: epoch().map(|time| time.to_zoned(jiff::tz::TimeZone::UTC).date()),
    };
    let originals = DiskOriginals::new(&run.root);
    let sources = Sources {
        linked: &run.handbook.linked,
        plan: &run.handbook.plan,
        theme: &run.handbook.theme,
        originals: &originals,
    };
    let made = match book::make(sources, &wanted) {
        Ok(Some(made)) => made,
        Ok(None) => return Err(session.refuse("book-empty", [])),
        Err(findings) => {
            run.handbook.report(findings);
            return Ok(run.finish(&checks, None));
        }
    };
    let ending = wanted.format.extension();
    let name = || PathBuf::from(format!("{}.{ending}", slug(&made.title)));
    let out = args.out.clone().unwrap_or_else(name);
    let path = ("path", out.display().to_string().into());
    // A new file in the folder at hand has no folder in its name.
    let written = absolute(&out).and_then(|out| replace(&out, &made.bytes));
    if let Err(problem) = written {
        let problem = ("problem", problem.to_string().into());
        session.refuse("cannot-make-file", [path, problem]);
        return Ok(FINDINGS);
    }
    run.show_new(&checks);
    let seconds = session.decimal(run.begun.elapsed().as_secs_f64(), 2);
    session.say(
        "book-written",
        [
            path,
            ("chapters", made.chapters.into()),
            ("size", size(session, made.bytes.len()).into()),
            ("seconds", seconds.into()),
        ],
    );
    Ok(0)
}

/// The form that is wanted.
fn format(args: &Book) -> BookFormat {
    let is_pdf = |out: &PathBuf| {
        let ending = out.extension();
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    };
    match args.book_format {
        Some(args::BookFormat::Pdf) => BookFormat::Pdf,
        Some(args::BookFormat::Epub) => BookFormat::Epub,
        None if args.out.as_ref().is_some_and(is_pdf) => BookFormat::Pdf,
        None => BookFormat::Epub,
    }
}

/// As people say it.
fn size(session: &Session, bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        #[expect(clippy::cast_precision_loss, reason = "it is rounded anyway")]
        _ => format!("{} MB", session.decimal(bytes as f64 / 1e6, 1)),
    }
}

fn edition(session: &Session, args: &Book, run: &Run<'_>) -> Result<EditionId, u8> {
    let site = &run.handbook.linked.site;
    let Some(wanted) = &args.language else {
        return Ok(EditionId::DEFAULT);
    };
    let mut editions = site.numbered_editions();
    let found = editions.find(|(_, edition)| edition.language == *wanted);
    found.map(|(id, _)| id).ok_or_else(|| {
        let known: Vec<&str> = site.languages().collect();
        let known = ("known", known.join(", ").into());
        session.refuse(
            "book-no-language",
            [("language", wanted.as_str().into()), known],
        )
    })
}

fn selection(
    session: &Session,
    args: &Book,
    run: &Run<'_>,
    edition: EditionId,
) -> Result<Selection, u8> {
    let site = &run.handbook.linked.site;
    if args.paths.is_empty() {
        return Ok(Selection::All);
    }
    let (mut sections, mut chapters) = (BTreeSet::new(), BTreeSet::new());
    for path in &args.paths {
        let listed = reading_list(path);
        if !listed.is_empty() {
            let found = listed
                .iter()
                .map(|id| context::find(session, site, &run.root, Path::new(id)));
            // What a list names that isn't there is said, and the others make the book.
            let found: Vec<_> = found.collect();
            let there = found.iter().flatten();
            chapters.extend(there.map(|chapter| site.in_edition(*chapter, edition)));
            if chapters.is_empty() {
                return Err(USAGE);
            }
            continue;
        }
        match context::section(site, &run.root, path, edition) {
            Some(section) if site.section(section).parent.is_none() => return Ok(Selection::All),
            Some(section) => drop(sections.insert(section)),
            None => {
                let chapter = context::find(session, site, &run.root, path)?;
                chapters.insert(site.in_edition(chapter, edition));
            }
        }
    }
    Ok(Selection::Only(sections, chapters))
}

/// The chapters that the address of a reading list names, behind its `#`; of anything else none.
fn reading_list(address: &Path) -> Vec<String> {
    let address = address.to_string_lossy();
    let list = address.rsplit_once('#').map_or("", |(_, list)| list);
    let pairs = url::form_urlencoded::parse(list.as_bytes());
    let ids = pairs.filter(|(key, id)| key == "id" && !id.is_empty());
    ids.map(|(_, id)| id.into_owned()).collect()
}
