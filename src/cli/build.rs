//! `build`: the website.
//!
//! 1. Every page is rendered into a folder beside the target.
//! 2. If nothing is wrong, the new site is swapped in. Else the old one stays as it was.

use super::args::Build;
use super::run::Run;
use super::{Session, USAGE, terminal};
use crate::disk::{Target, TargetOptions};
use crate::output::Index;
use crate::release::MANIFEST;

/// The folder of the published site, below the handbook's root.
pub(super) const OUT: &str = "public";

/// Says before the first build of a bare folder that all below it is taken for the handbook, and asks on a
/// terminal whether that is meant.
fn may_take_all(run: &Run<'_>) -> bool {
    let chapters = run.handbook.linked.site.chapters.len();
    let folder = run.root.display().to_string();
    let args = [("folder", folder.into()), ("count", chapters.into())];
    run.session.say("bare-takes-all", args);
    !terminal::is_interactive() || terminal::agrees(&run.session.text("bare-ask", []))
}

/// Builds the website.
pub(super) fn run(session: &Session, args: &Build) -> u8 {
    let mut run = match Run::new(session, &args.checks, None, None) {
        Ok(run) => run,
        Err(code) => return code,
    };
    let out = args.out.clone().unwrap_or_else(|| run.root.join(OUT));
    if run.is_bare && !out.join(MANIFEST).is_file() && !may_take_all(&run) {
        return USAGE;
    }
    let options = TargetOptions {
        durable: !args.no_sync,
        in_place: args.in_place,
    };
    let target = match Target::open(&out, &run.root, options) {
        Ok(target) => target,
        Err(finding) => {
            run.handbook.report(vec![*finding]);
            return run.finish(&args.checks, None);
        }
    };
    if !run.has_errors() {
        let index = if args.without_search {
            Index::None
        } else {
            Index::Make
        };
        run.render(index, &target.sink());
    }
    if !run.fails(&args.checks)
        && let Err(finding) = target.publish()
    {
        run.handbook.report(vec![*finding]);
    }
    run.finish(&args.checks, Some(&out))
}
