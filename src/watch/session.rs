//! From each change of a handbook's files to what browsers and the terminal show.
//!
//! 1. The handbook is read and loaded; each change is read, and the handbook is loaded again with what
//!    is known of it.
//! 2. The server gets the new one at once, then whoever started the session gets an [`Update`].
//! 3. Once the author pauses, the content is reviewed beside all that, and the handbook's own queries
//!    are run. If an edit comes in between, the next pause begins a new review.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jiff::civil::Date;
use tokio::sync::watch::Sender;

use super::follow::chapter_to_follow;
use super::guarded::{self, try_templates};
use super::review::ReviewAtWork;
use super::{Changes, Next};
use crate::diagnostic::{Finding, PlacePath, normalize, without_consequences};
use crate::disk::{Changed, Tree};
use crate::link::Linked;
use crate::pipeline::{Departures, Handbook, Memo, Preview, load};
use crate::serve::{Assets, EDITS, Edit, Report, Review, Saved, Shown};
use crate::site::Options;
use crate::source::{FileText, HandbookPath, Snapshot};
use crate::text::Language;

/// How long an author pauses before the content is reviewed.
const REVIEW_AFTER: Duration = Duration::from_millis(300);

/// How often one looks whether a review is done.
const REVIEW_STEP: Duration = Duration::from_millis(40);

/// Says of a handbook when its addresses outside were asked for last, and what was wrong with them.
type LastAsked = fn(&Path, &Linked, &Snapshot) -> Option<(Date, Vec<Finding>)>;

/// What a session shows to whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// The language of messages.
    pub language: Language,
    /// Whether browsers follow to the chapter that was saved.
    pub follow: bool,
    /// The day as of which the content is reviewed.
    pub today: fn() -> Date,
    /// What is known of the addresses outside: when they were asked for, and what was wrong.
    pub outside: LastAsked,
}

/// Why there is something new to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause<'a> {
    /// The handbook was loaded for the first time, or as a whole.
    Loaded,
    /// These of its files have changed.
    Changed(&'a [HandbookPath]),
    /// The content has been reviewed.
    Reviewed,
}

/// What is new.
#[derive(Debug)]
pub(crate) struct Update<'a> {
    /// Why.
    pub cause: Cause<'a>,
    /// How long it took from the change until browsers knew.
    pub took: Duration,
    /// The handbook as it is now.
    pub handbook: &'a Handbook,
    /// What the last review found in it.
    pub reviewed: &'a [Finding],
    /// What browsers show of all that is wrong with it.
    pub report: &'a Report,
    /// What is known to be wrong with addresses outside.
    pub outside: &'a [Finding],
    /// Why folders can't be watched, if they can't; empty where there are too many of them.
    pub problem: Option<&'a str>,
    snapshot: &'a Snapshot,
}

impl<'a> Update<'a> {
    /// The text of a file, for showing findings in it.
    pub fn source(&self, path: &str) -> Option<&'a FileText> {
        self.handbook.source(self.snapshot, path)
    }

    /// Whether there is a file at `path`, or one that isn't the handbook's.
    pub fn has(&self, path: &PlacePath) -> bool {
        path.inside()
            .is_none_or(|path| self.snapshot.get(path.as_str()).is_some())
    }
}

/// A handbook that is being edited.
#[derive(Debug)]
pub(crate) struct Session {
    settings: Settings,
    changes: Changes,
    tree: Tree,
    memo: Memo,
    /// What is known of the handbook without its drafts.
    published: Arc<Mutex<Memo>>,
    last: Option<Arc<Preview>>,
    /// What is wrong with templates, found when they last changed.
    template_errors: Vec<Finding>,
    /// What the last review found.
    reviewed: Vec<Finding>,
    review: Option<ReviewAtWork>,
    /// What else the desk is told.
    told: Arc<Review>,
    /// Where pages went that are no longer at their address.
    departures: Arc<Departures>,
    /// The files of the theme.
    assets: Assets,
    /// The last edits.
    edits: Vec<Arc<Edit>>,
    begun: Instant,
}

impl Session {
    /// Reads the handbook at `root`, an absolute path, and watches its files.
    pub fn new(root: &Path, settings: Settings) -> Self {
        let begun = Instant::now();
        let mut changes = Changes::new();
        let tree = Tree::read(root, &mut |folder| changes.watch(folder));
        Self {
            settings,
            changes,
            tree,
            memo: Memo::default(),
            published: Arc::default(),
            last: None,
            template_errors: Vec::new(),
            reviewed: Vec::new(),
            review: None,
            told: Arc::new(Review {
                today: (settings.today)(),
                ..Review::default()
            }),
            departures: Arc::default(),
            assets: Assets::default(),
            edits: Vec::new(),
            begun,
        }
    }

    /// Gives the handbook to the server that listens to `sender` and tells `show` of it, now and after
    /// every change, until nothing will change any more.
    pub fn run(mut self, sender: &Sender<Option<Arc<Shown>>>, show: &mut dyn FnMut(&Update<'_>)) {
        self.load(&[], sender, show);
        let mut timeout = Some(REVIEW_AFTER);
        loop {
            match self.changes.next(&self.tree, timeout) {
                Next::Changed(changed) => {
                    self.begun = Instant::now();
                    let paths = self.read(&changed);
                    if !paths.is_empty() {
                        self.load(&paths, sender, show);
                        timeout = Some(REVIEW_AFTER);
                    }
                }
                Next::TimedOut => {
                    timeout = self.review(sender, show).then_some(REVIEW_STEP);
                }
                Next::End => return,
            }
        }
    }

    fn read(&mut self, changed: &Changed) -> Vec<HandbookPath> {
        let Self { tree, changes, .. } = self;
        tree.refresh(changed, &mut |folder: &Path| changes.watch(folder))
    }

    /// Loads the handbook and gives it to browsers and terminal.
    fn load(
        &mut self,
        changed: &[HandbookPath],
        sender: &Sender<Option<Arc<Shown>>>,
        show: &mut dyn FnMut(&Update<'_>),
    ) {
        let options = Options {
            drafts: true,
            today: None,
        };
        let Self { tree, memo, .. } = self;
        let mut load_it = |snapshot: &Snapshot, afresh: bool| {
            if afresh {
                *memo = Memo::default();
            }
            load(snapshot, options, memo)
        };
        let (loaded, failures) = guarded::load(&tree.snapshot, changed, &mut load_it);
        let mut handbook = match loaded {
            Some(handbook) => handbook,
            // Nothing can be shown that isn't shown already.
            None if self.last.is_some() => return,
            None => load_it(&tree.snapshot, true),
        };
        handbook.report(failures);
        handbook.report(self.tree.findings().to_vec());
        let last = self.last.as_ref().map(|last| &last.handbook().theme);
        let begins = last.is_none();
        let has_theme = last.is_some_and(|last| Arc::ptr_eq(last, &handbook.theme));
        if !has_theme {
            self.assets = Assets::of(&handbook.theme);
        }
        if !begins && (!has_theme || !self.template_errors.is_empty()) {
            self.template_errors = try_templates(&handbook);
        }
        handbook.report(self.template_errors.clone());
        // What a review found holds until the next one, but where it was may be elsewhere by now.
        let touched = |path: &HandbookPath| {
            let touches =
                |changed: &HandbookPath| path == changed || path.is_below(changed.as_str());
            changed.iter().any(touches)
        };
        for found in &mut self.reviewed {
            if found.place.path.inside().is_some_and(touched) {
                found.place.span = None;
            }
        }
        self.note_departures(&handbook);
        let site = &handbook.linked.site;
        self.departures.suggest(site, &mut handbook.findings);
        let preview = Arc::new(Preview::new(handbook, self.last.as_ref()));
        self.note_edit(changed, &preview);
        self.last = Some(Arc::clone(&preview));
        let findings = self.findings(&preview);
        let report = self.report(findings);
        self.send(&preview, &report, sender);
        if begins {
            // Nobody waits for the first page until all templates are tried.
            self.template_errors = try_templates(preview.handbook());
            if !self.template_errors.is_empty() {
                self.load(changed, sender, show);
                return;
            }
        }
        // The root alone stands for everything that there is.
        let cause = match changed.first() {
            Some(path) if !path.as_str().is_empty() => Cause::Changed(changed),
            _ => Cause::Loaded,
        };
        self.show(cause, &preview, &report, show);
    }

    fn note_departures(&mut self, now: &Handbook) {
        let Some(last) = self.last.as_ref().map(|last| last.handbook()) else {
            return;
        };
        if !Arc::ptr_eq(&last.plan, &now.plan) {
            self.departures = Arc::new(self.departures.after(last, now));
        }
    }

    fn note_edit(&mut self, changed: &[HandbookPath], preview: &Preview) {
        let follows = self.settings.follow;
        let last = self.last.as_deref();
        let follow = follows
            .then(|| chapter_to_follow(changed, preview, last))
            .flatten();
        self.edits.push(Arc::new(Edit {
            number: match self.edits.last() {
                Some(last) => last.number + 1,
                None => first_number(),
            },
            changed: changed.to_vec(),
            follow,
        }));
        let known = self.edits.len().saturating_sub(EDITS);
        self.edits.drain(..known);
    }

    /// Looks for what readers would stumble over. Says whether that isn't done yet.
    fn review(
        &mut self,
        sender: &Sender<Option<Arc<Shown>>>,
        show: &mut dyn FnMut(&Update<'_>),
    ) -> bool {
        let Some(preview) = self.last.clone() else {
            return false;
        };
        let Some(review) = self.review.take() else {
            let today = (self.settings.today)();
            let snapshot = &self.tree.snapshot;
            let review = ReviewAtWork::begin(&preview, snapshot, today, &self.published);
            self.review = Some(review);
            return true;
        };
        if !review.thread.is_finished() {
            self.review = Some(review);
            return true;
        }
        if !Arc::ptr_eq(&review.of, &preview) {
            return self.review(sender, show);
        }
        let (linked, snapshot) = (&preview.handbook().linked, &self.tree.snapshot);
        let outside = (self.settings.outside)(self.tree.root(), linked, snapshot);
        let (asked_outside, outside) = outside.unzip();
        self.told = Arc::new(Review {
            today: (self.settings.today)(),
            asked_outside,
            outside: outside.unwrap_or_default(),
        });
        let before = self.findings(&preview);
        self.reviewed = review.thread.join().unwrap_or_default();
        let levels = &preview.handbook().linked.site.config.levels;
        normalize(&mut self.reviewed, levels);
        without_consequences(&mut self.reviewed, &preview.handbook().findings);
        let findings = self.findings(&preview);
        let is_new = findings != before;
        let report = self.report(findings);
        if is_new {
            self.send(&preview, &report, sender);
        }
        self.show(Cause::Reviewed, &preview, &report, show);
        false
    }

    fn report(&self, findings: Vec<Finding>) -> Arc<Report> {
        let snapshot = &self.tree.snapshot;
        Arc::new(Report::new(findings, self.settings.language, snapshot))
    }

    /// Gives the handbook to browsers.
    fn send(
        &self,
        preview: &Arc<Preview>,
        report: &Arc<Report>,
        sender: &Sender<Option<Arc<Shown>>>,
    ) {
        sender.send_replace(Some(Arc::new(Shown {
            preview: Arc::clone(preview),
            departures: Arc::clone(&self.departures),
            assets: self.assets.clone(),
            report: Arc::clone(report),
            language: self.settings.language,
            edits: self.edits.clone(),
            review: Arc::clone(&self.told),
            can_patch: !self.has_own_scripts(),
            saved: Saved::default(),
        })));
    }

    /// Whether scripts may run on pages that aren't the standard theme's.
    fn has_own_scripts(&self) -> bool {
        let mut own = self.tree.snapshot.below("themes");
        own.any(|(path, _)| ["js", "html"].iter().any(|end| path.has_extension(end)))
    }

    fn show(
        &self,
        cause: Cause<'_>,
        preview: &Preview,
        report: &Report,
        show: &mut dyn FnMut(&Update<'_>),
    ) {
        show(&Update {
            cause,
            took: self.begun.elapsed(),
            handbook: preview.handbook(),
            reviewed: &self.reviewed,
            report,
            outside: &self.told.outside,
            problem: self.changes.problem(),
            snapshot: &self.tree.snapshot,
        });
    }

    /// All that is wrong.
    fn findings(&self, preview: &Preview) -> Vec<Finding> {
        let mut findings = preview.handbook().findings.clone();
        findings.extend(self.reviewed.iter().cloned());
        normalize(&mut findings, &preview.handbook().linked.site.config.levels);
        findings
    }
}

/// A number above those of an earlier run, of which a browser may still have a page.
fn first_number() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or_default()
    })
}
