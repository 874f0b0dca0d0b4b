//! `release`: the handbook as a new edition of a published tree.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::args::Release;
use super::run::Run;
use super::terminal::Progress;
use super::{FINDINGS, Session};
use crate::release::{self, Outcome, Tree, Wish};
use crate::site::Version;

/// Publishes a release.
pub(super) fn run(session: &Session, args: &Release) -> u8 {
    release(session, args).unwrap_or_else(|code| code)
}

fn release(session: &Session, args: &Release) -> Result<u8, u8> {
    let Some(version) = Version::parse(&args.version) else {
        let version = ("version", args.version.as_str().into());
        return Err(session.refuse("release-no-version", [version]));
    };
    let root = session.root()?;
    // The lock comes first, so that what is compared is what will be replaced.
    let tree = Tree::open(&args.onto, &root);
    let mut run = Run::new(session, &args.checks, None)?;
    let tree = match tree {
        Ok(tree) => tree,
        Err(findings) => {
            run.handbook.report(findings);
            return Ok(run.finish(&args.checks, None));
        }
    };
    if args.fix && mend(&run, &tree)? {
        run = Run::new(session, &args.checks, None)?;
    }
    let Some(date) = date(args, &run) else {
        let version = ("version", version.to_string().into());
        return Err(session.refuse("release-no-date", [version]));
    };
    if run.fails(&args.checks) {
        return Ok(run.finish(&args.checks, None));
    }
    let wish = Wish {
        version,
        date,
        latest: !args.no_latest,
        force_lower: args.force_lower,
    };
    let outcome = publish(&mut run, tree, &wish);
    let said = match outcome {
        Outcome::Published => "released",
        Outcome::Already => "released-already",
        Outcome::Refused => return Ok(run.finish(&args.checks, None)),
    };
    run.show_new(&args.checks);
    let version = ("version", wish.version.to_string().into());
    let onto = ("onto", args.onto.display().to_string().into());
    session.say(said, [version, onto]);
    Ok(0)
}

/// Writes where moved chapters were; whether anything was written.
fn mend(run: &Run<'_>, tree: &Tree) -> Result<bool, u8> {
    let contract = release::contract(tree, &run.handbook);
    let written = release::write_fixes(&run.root, &run.handbook.linked, &contract);
    let written = written.map_err(|(path, problem)| {
        let path = ("path", path.display().to_string().into());
        let problem = ("problem", problem.to_string().into());
        run.session.refuse("cannot-make-file", [path, problem]);
        FINDINGS
    })?;
    for path in &written {
        let path = ("path", path.as_str().into());
        run.session.say("release-fixed", [path]);
    }
    Ok(!written.is_empty())
}

fn publish(run: &mut Run<'_>, tree: Tree, wish: &Wish) -> Outcome {
    let index = run.handbook.index();
    let progress = Progress::new(run.session, "progress", run.begun, run.pages);
    let handbook = &mut run.handbook;
    let outcome = release::publish(tree, handbook, wish, &index, &|| progress.step());
    progress.finish();
    outcome
}

/// The day that the release carries: the one that is asked for, that of `SOURCE_DATE_EPOCH`, or that
/// of the handbook's newest chapter. Never the clock's, or a repeated release would differ.
fn date(args: &Release, run: &Run<'_>) -> Option<Date> {
    let epoch = || Some(epoch()?.to_zoned(TimeZone::UTC).date());
    let chapters = &run.handbook.linked.site.chapters;
    let newest = || chapters.iter().filter_map(|c| c.parsed.front.updated).max();
    args.date.or_else(epoch).or_else(newest)
}

/// The time that `SOURCE_DATE_EPOCH` says.
pub(super) fn epoch() -> Option<Timestamp> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    Timestamp::from_second(seconds).ok()
}
