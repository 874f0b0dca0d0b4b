//! `check`: mistakes without a site.
//!
//! 1. Addresses outside are asked for, where that is asked for.
//! 2. What is safe to fix is fixed, where that is asked for.
//! 3. Every page is rendered into nothing, so that all of a build's findings show.
//! 4. The handbook's own queries are run over the index that came of that.
//! 5. All findings are reported, or written down as known.

use std::path::Path;

use super::args::Check;
use super::run::Run;
use super::{FINDINGS, Session, external, fix, terminal, translate};
use crate::check::{queries, translations};
use crate::disk;
use crate::output::{Index, IndexOnly};

/// Looks for mistakes without building.
pub(super) fn run(session: &Session, args: &Check) -> u8 {
    let file = args.checks.baseline.as_ref();
    let written = file.filter(|_| args.write_baseline);
    let mut checks = args.checks.clone();
    if written.is_some() {
        checks.baseline = None;
    }
    let today = Some(args.today.unwrap_or_else(terminal::today));
    let mut run = match Run::new(session, &checks, today, None) {
        Ok(run) => run,
        Err(code) => return code,
    };
    let mut found = external::run(&run, args);
    let fixes = &args.fixes;
    if (fixes.fix || fixes.freeze_ids) && fix::run(session, args, &run.root, &found) {
        run = match Run::new(session, &checks, today, None) {
            Ok(run) => run,
            Err(code) => return code,
        };
        found = external::run(&run, args);
    }
    run.handbook.report(found);
    run.asked_outside = args.external;
    run.failed = "check-failed";
    if written.is_some() {
        run.suppress_everything();
    }
    if !run.has_errors() {
        // An index that nobody asks would show no mistake.
        let index = if run.handbook.linked.site.queries.is_empty() {
            Index::None
        } else {
            Index::Make
        };
        let sink = IndexOnly::default();
        run.render(index, &sink);
        if index == Index::Make {
            let findings = queries::run(&run.handbook.linked, &sink.into_files());
            run.handbook.report(findings);
        }
    }
    if !run.has_errors() {
        translate::say_progress(run.session, &translations::progress(&run.handbook.linked));
    }
    match written {
        Some(file) if !run.has_errors() => write_baseline(&run, file),
        _ => run.finish(&args.checks, None),
    }
}

/// Writes down what was found as known.
fn write_baseline(run: &Run<'_>, file: &Path) -> u8 {
    let session = run.session;
    let baseline = run.to_baseline();
    let text = baseline.write(&session.text("baseline-comment", []));
    let path = ("path", file.display().to_string().into());
    if let Err(error) = disk::replace(file, text.as_bytes()) {
        let problem = ("problem", error.to_string().into());
        session.refuse("cannot-make-file", [path, problem]);
        return FINDINGS;
    }
    session.say("baseline-written", [path, ("count", baseline.len().into())]);
    0
}
