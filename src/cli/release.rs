//! `release`: the handbook as a new edition of a published tree.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::Release;
use super::run::Run;
use super::terminal::{self, Progress};
use super::{FINDINGS, Session};
use crate::config::language;
use crate::disk::DiskUse;
use crate::pipeline::ReleaseInput;
use crate::publish::{self, Outcome, ReleaseOptions, Tree};
use crate::release::Version;

/// Publishes a release.
pub(super) fn run(session: &Session, args: &Release) -> u8 {
    release(session, args).unwrap_or_else(|code| code)
}

fn release(session: &Session, args: &Release) -> Result<u8, u8> {
    let version = ("version", args.version.as_str().into());
    let Some(parsed) = Version::parse(&args.version) else {
        return Err(session.refuse("release-no-version", [version]));
    };
    let root = session.root()?;
    // The lock comes first, so that what is compared is what will be replaced.
    let opened = Tree::open(&args.onto, &root, args.in_place).and_then(|tree| {
        let before = tree.before(&parsed).map_err(|finding| vec![*finding])?;
        Ok((tree, before))
    });
    let (tree, before) = match opened {
        Ok(opened) => opened,
        Err(findings) => {
            let mut run = Run::new(session, &args.checks, None, None)?;
            run.handbook.report(findings);
            return Ok(run.finish(&args.checks, None));
        }
    };
    let mut input = ReleaseInput {
        version: parsed,
        date: args
            .date
            .or_else(|| Some(epoch()?.to_zoned(TimeZone::UTC).date())),
        feeds: before
            .as_ref()
            .map_or_else(Default::default, |(version, manifest)| {
                tree.feeds(version, manifest)
            }),
        before,
    };
    let load = |input: &ReleaseInput| Run::new(session, &args.checks, None, Some(input));
    let mut run = load(&input)?;
    let version = ("version", input.version.to_string().into());
    if run.handbook.plan.release().is_none() {
        let today = terminal::today();
        input.date = Some(today);
        run = load(&input)?;
        let day = ("day", today.to_string().into());
        session.say("release-today", [version.clone(), day]);
    }
    if args.fix && patch(&run, &tree)? {
        run = load(&input)?;
    }
    if run.fails(&args.checks) {
        return Ok(run.finish(&args.checks, None));
    }
    let options = ReleaseOptions {
        latest: !args.no_latest,
        force_lower: args.force_lower,
    };
    let onto = ("onto", args.onto.display().to_string().into());
    let size = |bytes| language::file_size(bytes, session.language.code()).into();
    match publish(&mut run, tree, options) {
        Outcome::Published(DiskUse { new, shared }) => {
            run.show_new(&args.checks);
            let (new, shared) = (("new", size(new)), ("shared", size(shared)));
            session.say("released", [version, onto, new, shared]);
        }
        Outcome::Unchanged => {
            run.show_new(&args.checks);
            session.say("released-already", [version, onto]);
        }
        Outcome::Refused => return Ok(run.finish(&args.checks, None)),
    }
    Ok(0)
}

/// Writes where moved chapters were; whether anything was written.
fn patch(run: &Run<'_>, tree: &Tree) -> Result<bool, u8> {
    let Some(last) = tree.manifest() else {
        return Ok(false);
    };
    let compatibility = run.handbook.compatibility(last);
    let written = publish::write_patches(&run.root, &run.handbook.linked, &compatibility);
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

fn publish(run: &mut Run<'_>, tree: Tree, options: ReleaseOptions) -> Outcome {
    let progress = Progress::new(run.session, "progress", run.begun, run.pages);
    let handbook = &mut run.handbook;
    let outcome = publish::publish(tree, handbook, options, &|| progress.step());
    progress.finish();
    outcome
}

/// The time that `SOURCE_DATE_EPOCH` says.
pub(super) fn epoch() -> Option<Timestamp> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    Timestamp::from_second(seconds).ok()
}
