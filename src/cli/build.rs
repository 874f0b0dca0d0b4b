//! `build` and `check`.
//!
//! 1. The handbook is read and loaded; all findings are kept.
//! 2. Every page is rendered: by `build` into a folder beside the target, by `check` into nothing.
//! 3. If nothing is wrong, `build` swaps the new site in. Else the old one stays as it was.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::{Build, Check};
use super::report;
use super::terminal::Progress;
use super::{FINDINGS, Session};
use crate::check::queries;
use crate::disk::{self, Target};
use crate::output::{Nowhere, Sink, site};
use crate::pipeline::{Handbook, Memo, load};
use crate::site::Options;
use crate::source::Snapshot;
use crate::text::Language;
use crate::theme::pages;

/// The folder of the published site, below the handbook's root.
pub(super) const OUT: &str = "public";

/// Builds the website.
pub(super) fn run(session: &Session, args: &Build) -> u8 {
    let root = match session.root() {
        Ok(root) => root,
        Err(code) => return code,
    };
    let mut run = Run::new(session, &root, &args.checks);
    let out = args.out.clone().unwrap_or_else(|| root.join(OUT));
    let target = match Target::open(&out, &root) {
        Ok(target) => target,
        Err(finding) => {
            run.handbook.report(vec![*finding]);
            return run.finish(&args.checks, None);
        }
    };
    if !run.handbook.has_errors() {
        let index = if args.without_search {
            BTreeMap::new()
        } else {
            run.handbook.index()
        };
        run.render(&index, &target.sink());
    }
    if !run.fails(&args.checks)
        && let Err(finding) = target.publish()
    {
        run.handbook.report(vec![*finding]);
    }
    run.finish(&args.checks, Some(&out))
}

/// Looks for mistakes without building.
pub(super) fn check(session: &Session, args: &Check) -> u8 {
    let root = match session.root() {
        Ok(root) => root,
        Err(code) => return code,
    };
    let mut run = Run::new(session, &root, args);
    if !run.handbook.has_errors() {
        let index = run.handbook.index();
        run.render(&index, &Nowhere);
        let findings = queries::run(&run.handbook.linked, &index);
        run.handbook.report(findings);
    }
    run.finish(args, None)
}

struct Run<'s> {
    session: &'s Session,
    begun: Instant,
    root: PathBuf,
    snapshot: Snapshot,
    handbook: Handbook,
    pages: usize,
}

impl<'s> Run<'s> {
    fn new(session: &'s Session, root: &Path, args: &Check) -> Self {
        let begun = Instant::now();
        let (snapshot, findings) = disk::read(root);
        let options = Options {
            drafts: args.drafts,
        };
        let mut handbook = load(&snapshot, options, &mut Memo::default());
        handbook.report(findings);
        let pages = pages(&handbook.linked).len();
        Self {
            session,
            begun,
            root: root.to_path_buf(),
            snapshot,
            handbook,
            pages,
        }
    }

    /// Renders all pages into `sink`, the search index beside them.
    fn render(&mut self, index: &BTreeMap<String, Vec<u8>>, sink: &impl Sink) {
        let progress = Progress::new(self.session, self.begun, self.pages);

        let Handbook { linked, theme, .. } = &self.handbook;
        let (_, findings) = site::write(linked, theme, index, sink, &|| progress.step());
        progress.finish();
        self.handbook.report(findings);
    }

    fn fails(&self, args: &Check) -> bool {
        let (errors, warnings) = report::count(&self.handbook.findings);
        errors > 0 || args.strict && warnings > 0
    }

    /// Shows what was found and says in one line how it went.
    fn finish(self, args: &Check, out: Option<&Path>) -> u8 {
        let source = |path: &str| self.handbook.source(&self.snapshot, path);
        report::show(self.session, &self.handbook.findings, &source);
        let (errors, warnings) = report::count(&self.handbook.findings);
        let counts = [("errors", errors.into()), ("warnings", warnings.into())];
        if self.fails(args) {
            eprintln!("{}", self.session.text("failed", counts));
            return FINDINGS;
        }
        let seconds = format!("{:.2}", self.begun.elapsed().as_secs_f64());
        let seconds = match self.session.language {
            Language::German => seconds.replace('.', ","),
            Language::English => seconds,
        };
        let pages = ("pages", self.pages.into());
        let seconds = ("seconds", seconds.into());
        match out {
            Some(out) => {
                let out = out
                    .strip_prefix(&self.root)
                    .unwrap_or(out)
                    .display()
                    .to_string();
                self.session
                    .say("built", [pages, seconds, ("out", out.into())]);
            }
            None => self
                .session
                .say("checked", [pages, seconds, ("warnings", warnings.into())]),
        }
        0
    }
}
