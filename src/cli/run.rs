//! One run over a handbook, from its files to an exit code.
//!
//! 1. [`Run::new`] reads and loads the handbook; all findings are kept.
//! 2. [`Run::render`] renders every page into a sink.
//! 3. [`Run::finish`] takes out what the baseline knows, reports the rest and says how it went.

use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{fs, io};

use jiff::civil::Date;

use super::args::{Checks, Format};
use super::terminal::{self, Progress};
use super::{FINDINGS, Session, external, report};
use crate::config::baseline::{Baseline, NewFindings};
use crate::desk::{Assets, Desk, Sources};
use crate::diagnostic::{Counts, Finding, PlacePath, count};
use crate::disk::{self, Root};
use crate::output::{Index, Sink};
use crate::pipeline::{Handbook, LoadOptions, Memo, ReleaseInput, load};
use crate::publish;
use crate::serve::PAGES_STYLE;
use crate::site::Options;
use crate::source::{FileText, Snapshot};
use crate::text::Arg;

/// A handbook and what was found in it so far.
pub(super) struct Run<'s> {
    pub session: &'s Session,
    pub root: PathBuf,
    /// Whether it is a bare folder of Markdown.
    pub is_bare: bool,
    pub handbook: Handbook,
    /// Whether the addresses outside were asked for.
    pub asked_outside: bool,
    /// The message that says that it failed.
    pub failed: &'static str,
    snapshot: Snapshot,
    pub begun: Instant,
    pub pages: usize,
    baseline: Suppressed,
    rendered: bool,
    /// The day as of which reviews are due.
    today: Date,
}

/// The findings that don't count: they are known already.
enum Suppressed {
    /// None.
    Nothing,
    /// Those of the file.
    Baseline {
        baseline: Baseline,
        path: PlacePath,
        text: FileText,
    },
    /// All that one may live with, for they will be written down.
    Everything,
}

impl<'s> Run<'s> {
    /// Loads the handbook at hand; the exit code if there is none, or no baseline.
    /// With a day, its content is reviewed as of that day.
    pub fn new(
        session: &'s Session,
        args: &Checks,
        today: Option<Date>,
        release: Option<&ReleaseInput>,
    ) -> Result<Self, u8> {
        let begun = Instant::now();
        let Root {
            path: root,
            is_bare,
        } = session.root_or_bare()?;
        let (baseline, unreadable) = read_baseline(session, args, &root)?;
        let (snapshot, findings) = disk::read(&root);
        let site = Options {
            drafts: args.drafts,
            today,
        };
        let options = LoadOptions { site, release };
        let mut handbook = load(&snapshot, options, &mut Memo::default());
        handbook.report(findings);
        handbook.report(unreadable);
        if let Some(published) = &args.against {
            handbook.report(against(published, &handbook));
        }
        let pages = handbook.plan.pages().len();
        Ok(Self {
            session,
            root,
            is_bare,
            handbook,
            asked_outside: false,
            failed: "failed",
            snapshot,
            begun,
            pages,
            baseline,
            rendered: false,
            today: today.unwrap_or_else(terminal::today),
        })
    }

    /// From now on every finding counts as known.
    pub fn suppress_everything(&mut self) {
        self.baseline = Suppressed::Everything;
    }

    /// Whether something keeps the pages from being rendered.
    pub fn has_errors(&self) -> bool {
        count(&self.new_findings().new).errors > 0
    }

    /// Renders all pages into `sink`, with a search index if `index` says so.
    pub fn render(&mut self, index: Index, sink: &impl Sink) {
        let progress = Progress::new(self.session, "progress", self.begun, self.pages);
        let (_, findings) = self.handbook.write(index, sink, &|| progress.step());
        progress.finish();
        self.handbook.report(findings);
        self.rendered = true;
    }

    /// Whether the handbook isn't good enough.
    pub fn fails(&self, args: &Checks) -> bool {
        let Counts { errors, warnings } = count(&self.new_findings().new);
        errors > 0 || args.strict && warnings > 0
    }

    /// The baseline of this run.
    pub fn to_baseline(&self) -> Baseline {
        Baseline::of(&self.handbook.findings, &|path| self.source(path))
    }

    /// Reports what was found and says in one line how it went. The program ends with that, so what the
    /// handbook takes isn't given back piece by piece.
    pub fn finish(self, args: &Checks, out: Option<&Path>) -> u8 {
        ManuallyDrop::new(self).conclude(args, out)
    }

    fn conclude(&mut self, args: &Checks, out: Option<&Path>) -> u8 {
        let NewFindings {
            new: mut findings,
            stale,
        } = self.new_findings();
        let known = self.handbook.findings.len() - findings.len();
        let stale = self.unmatched(stale, out);
        if !stale.is_empty() {
            self.handbook.findings = std::mem::take(&mut findings);
            self.handbook.report(stale);
            findings = std::mem::take(&mut self.handbook.findings);
        }
        self.show(args, &findings);
        if known > 0 {
            self.session.say("known", [("count", known.into())]);
        }
        let Counts { errors, warnings } = count(&findings);
        if errors > 0 || args.strict && warnings > 0 {
            let counts = [("errors", errors.into()), ("warnings", warnings.into())];
            errln!("{}", self.session.text(self.failed, counts));
            return FINDINGS;
        }
        self.say_how_it_went(out, warnings);
        0
    }

    /// Shows findings in the format that is asked for.
    fn show(&self, args: &Checks, findings: &[Finding]) {
        let source = |path: &str| self.source(path);
        if !matches!(args.format, Format::Html | Format::Ics) {
            return report::write(self.session, args.format, &self.root, findings, &source);
        }
        let outside = external::last_asked(&self.root, &self.handbook.linked, &source);
        let (asked_outside, mut all) = outside.unzip();
        let mut all = all
            .take()
            .filter(|_| !self.asked_outside)
            .unwrap_or_default();
        all.extend(findings.iter().cloned());
        let sources = Sources {
            linked: &self.handbook.linked,
            findings: &all,
            today: self.today,
            asked_outside,
            language: self.session.language,
        };
        let desk = Desk::new(sources, &source);
        let text = match args.format {
            Format::Ics => desk.calendar(),
            _ => desk.html(Assets::Inside { style: PAGES_STYLE }),
        };
        let _ = io::stdout().write_all(text.as_bytes());
    }

    /// Reports what was found where something else says how it went.
    pub fn show_new(&self, args: &Checks) {
        self.show(args, &self.new_findings().new);
    }

    /// Those of the `stale` entries that would have been met if they were still there: not every run
    /// looks for everything.
    fn unmatched(&self, mut stale: Vec<Finding>, out: Option<&Path>) -> Vec<Finding> {
        let outside = |finding: &Finding| match finding.args.get("slug") {
            Some(Arg::Text(slug)) => slug.starts_with("external-"),
            _ => false,
        };
        let complete = self.rendered && out.is_none();
        stale.retain(|finding| complete && (self.asked_outside || !outside(finding)));
        stale
    }

    fn say_how_it_went(&self, out: Option<&Path>, warnings: usize) {
        let seconds = self.session.decimal(self.begun.elapsed().as_secs_f64(), 2);
        let pages = ("pages", self.pages.into());
        let seconds = ("seconds", seconds.into());
        let Some(out) = out else {
            let warnings = ("warnings", warnings.into());
            return self.session.say("checked", [pages, seconds, warnings]);
        };
        let out = out.strip_prefix(&self.root).unwrap_or(out);
        let out = ("out", out.display().to_string().into());
        self.session.say("built", [pages, seconds, out]);
        let left_out = self.handbook.linked.left_out();
        if left_out > 0 {
            self.session.say("left-out", [("count", left_out.into())]);
        }
    }

    /// The findings that count.
    fn new_findings(&self) -> NewFindings {
        let all = &self.handbook.findings;
        let new = match &self.baseline {
            Suppressed::Nothing => all.clone(),
            Suppressed::Baseline { baseline, .. } => {
                return baseline.split(all, &|path| self.source(path));
            }
            Suppressed::Everything => {
                let fatal = all.iter().filter(|finding| finding.code.severity_locked);
                fatal.cloned().collect()
            }
        };
        NewFindings {
            new,
            stale: Vec::new(),
        }
    }

    /// The text of a file, for showing findings in it.
    pub fn source(&self, path: &str) -> Option<&FileText> {
        match &self.baseline {
            Suppressed::Baseline {
                path: known, text, ..
            } if known.as_str() == path => Some(text),
            _ => self.handbook.source(&self.snapshot, path),
        }
    }
}

/// What a release onto the tree at `published` would lose.
fn against(published: &Path, handbook: &Handbook) -> Vec<Finding> {
    match publish::last(published) {
        Ok(last) => handbook.compatibility(&last.manifest).findings,
        Err(finding) => vec![*finding],
    }
}

/// The baseline that the arguments name, and what is wrong with it.
fn read_baseline(
    session: &Session,
    args: &Checks,
    root: &Path,
) -> Result<(Suppressed, Vec<Finding>), u8> {
    let Some(file) = &args.baseline else {
        return Ok((Suppressed::Nothing, Vec::new()));
    };
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = match error.kind() {
                io::ErrorKind::NotFound => "no-baseline",
                _ => "baseline-unreadable",
            };
            let path = ("path", file.display().to_string().into());
            let error = ("problem", error.to_string().into());
            return Err(session.refuse(problem, [path, error]));
        }
    };
    let full = file.canonicalize().unwrap_or_else(|_| file.clone());
    let shown = full.strip_prefix(root).unwrap_or(file).to_string_lossy();
    let path = PlacePath::from_root(&shown.replace('\\', "/"));
    let text = FileText::decode(bytes);
    let (baseline, findings) = Baseline::read(&path, &text);
    let suppressed = Suppressed::Baseline {
        baseline,
        path,
        text,
    };
    Ok((suppressed, findings))
}
