//! `build`: the website.
//!
//! 1. Every page is rendered into a folder beside the target.
//! 2. If nothing is wrong, the new site is swapped in. Else the old one stays as it was.

use super::Session;
use super::args::Build;
use super::run::Run;
use crate::disk::Target;
use crate::output::Index;

/// The folder of the published site, below the handbook's root.
pub(super) const OUT: &str = "public";

/// Builds the website.
pub(super) fn run(session: &Session, args: &Build) -> u8 {
    let mut run = match Run::new(session, &args.checks, None, None) {
        Ok(run) => run,
        Err(code) => return code,
    };
    let out = args.out.clone().unwrap_or_else(|| run.root.join(OUT));
    let target = match Target::open(&out, &run.root) {
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
