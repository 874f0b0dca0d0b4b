//! `watch`.
//!
//! 1. The server takes its port, then the handbook is read and loaded. Requests wait for that.
//! 2. Each change is read, the handbook is loaded again with what is known of it, and browsers are
//!    given the new one.
//! 3. The terminal shows what is wrong now: in place of what was wrong before.
//! 4. Once the author pauses, the content is reviewed beside all that, and the handbook's own
//!    queries are run. If an edit comes in between, the next pause begins a new review.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use std::{io, thread};

use tokio::sync::watch;

use super::args::Watch;
use super::{Session, USAGE, report, terminal};
use crate::check::{self, queries};
use crate::diagnostic::human::{Style, finding};
use crate::diagnostic::{Finding, normalize};
use crate::disk::{Changed, Tree};
use crate::pipeline::{Memo, Preview, load};
use crate::serve::{EDITS, Edit, Report, Server, Shown};
use crate::site::Options;
use crate::source::{HandbookPath, Snapshot, Source};
use crate::watch::{Changes, Next};

/// How many findings a browser shows.
const IN_BROWSER: usize = 20;

/// How long an author pauses before the content is reviewed.
const REVIEW_AFTER: Duration = Duration::from_millis(300);

/// How often one looks whether a review is done.
const REVIEW_STEP: Duration = Duration::from_millis(40);

type Sender = watch::Sender<Option<Arc<Shown>>>;

/// Serves the handbook, and shows every change of it.
pub(super) fn run(session: &Session, args: &Watch) -> u8 {
    let root = match session
        .root()
        .map(|root| root.canonicalize().unwrap_or(root))
    {
        Ok(root) => root,
        Err(code) => return code,
    };
    let server = match Server::bind(args.bind, args.port) {
        Ok(server) => server,
        Err(error) => {
            let args = [
                ("port", usize::from(args.port).into()),
                ("problem", error.to_string().into()),
            ];
            return session.refuse("watch-port", args);
        }
    };
    let url = format!("http://{}/", server.address());
    session.say("watching", [("url", url.as_str().into())]);
    let (sender, receiver) = watch::channel(None);
    let serving = {
        let root = root.clone();
        thread::spawn(move || server.run(root, receiver))
    };
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        let problem = error.to_string();
        session.say("watch-no-browser", [("problem", problem.into())]);
    }
    Watched::begin(session, args, &root, url).run(&sender);
    drop(sender);
    match serving.join() {
        Ok(Ok(())) => 0,
        _ => USAGE,
    }
}

struct Watched<'s> {
    session: &'s Session,
    follow: bool,
    url: String,
    changes: Changes,
    tree: Tree,
    memo: Memo,
    last: Option<Arc<Preview>>,
    /// What is wrong with templates, found when they last changed.
    template_errors: Vec<Finding>,
    /// What the last review found.
    reviewed: Vec<Finding>,
    review: Option<Review>,
    /// The last edits.
    edits: Vec<Arc<Edit>>,
    begun: Instant,
    /// Whether it was said that nothing can be watched.
    said_polling: bool,
}

/// A review at work.
struct Review {
    of: Arc<Preview>,
    thread: JoinHandle<Vec<Finding>>,
}

impl Review {
    fn begin(preview: &Arc<Preview>, snapshot: &Snapshot) -> Self {
        let (of, snapshot) = (Arc::clone(preview), snapshot.clone());
        let review = move || {
            let linked = &of.handbook().linked;
            let mut found = check::review(linked, &snapshot, terminal::today());
            if !linked.site.queries.is_empty() {
                found.extend(queries::run(linked, of.index()));
            }
            found
        };
        Self {
            of: Arc::clone(preview),
            thread: thread::spawn(review),
        }
    }
}

impl<'s> Watched<'s> {
    fn begin(session: &'s Session, args: &Watch, root: &Path, url: String) -> Self {
        let begun = Instant::now();
        let mut changes = Changes::new();
        let tree = Tree::read(root, &mut |folder| changes.watch(folder));
        Self {
            session,
            follow: args.follow,
            url,
            changes,
            tree,
            memo: Memo::default(),
            last: None,
            template_errors: Vec::new(),
            reviewed: Vec::new(),
            review: None,
            edits: Vec::new(),
            begun,
            said_polling: false,
        }
    }

    fn run(mut self, sender: &Sender) {
        self.show(&[], sender);
        let mut patience = Some(REVIEW_AFTER);
        loop {
            match self.changes.next(&self.tree, patience) {
                Next::Changed(changed) => {
                    self.begun = Instant::now();
                    let paths = self.read(&changed);
                    if !paths.is_empty() {
                        self.show(&paths, sender);
                        patience = Some(REVIEW_AFTER);
                    }
                }
                Next::Nothing => {
                    patience = self.review(sender).then_some(REVIEW_STEP);
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
    fn show(&mut self, changed: &[HandbookPath], sender: &Sender) {
        let options = Options {
            drafts: true,
            today: None,
        };
        let mut handbook = load(&self.tree.snapshot, options, &mut self.memo);
        handbook.report(self.tree.findings().to_vec());
        let last = self.last.as_ref().map(|last| &last.handbook().theme);
        let begins = last.is_none();
        if last.is_some_and(|last| {
            !self.template_errors.is_empty() || !Arc::ptr_eq(last, &handbook.theme)
        }) {
            self.template_errors = handbook.smoke_render();
        }
        handbook.report(self.template_errors.clone());
        // What a review found holds for the files that are as they were.
        let touched = |path: &HandbookPath| {
            let touches =
                |changed: &HandbookPath| path == changed || path.is_below(changed.as_str());
            changed.iter().any(touches)
        };
        self.reviewed.retain(|found| !touched(&found.place.path));
        let preview = Arc::new(Preview::new(handbook, self.last.as_ref()));
        let follow = match changed {
            [path] if self.follow => preview.address_of(path).map(str::to_owned),
            _ => None,
        };
        self.last = Some(Arc::clone(&preview));
        self.edits.push(Arc::new(Edit {
            number: self.edits.last().map_or(0, |edit| edit.number + 1),
            changed: changed.to_vec(),
            follow,
        }));
        let known = self.edits.len().saturating_sub(EDITS);
        self.edits.drain(..known);
        self.send(&preview, sender);
        if begins {
            // Nobody waits for the first page until all templates are tried.
            self.template_errors = preview.handbook().smoke_render();
            if !self.template_errors.is_empty() {
                self.show(changed, sender);
                return;
            }
        }
        let took = self.took(changed, &preview);
        self.say(Some(&took), &preview);
    }

    /// Looks for what readers would stumble over. Says whether that isn't done yet.
    fn review(&mut self, sender: &Sender) -> bool {
        let Some(preview) = self.last.clone() else {
            return false;
        };
        let Some(review) = self.review.take() else {
            self.review = Some(Review::begin(&preview, &self.tree.snapshot));
            return true;
        };
        if !review.thread.is_finished() {
            self.review = Some(review);
            return true;
        }
        if !Arc::ptr_eq(&review.of, &preview) {
            return self.review(sender);
        }
        let before = self.findings(&preview);
        self.reviewed = review.thread.join().unwrap_or_default();
        if self.findings(&preview) != before {
            self.send(&preview, sender);
            self.say(None, &preview);
        }
        false
    }

    fn send(&self, preview: &Arc<Preview>, sender: &Sender) {
        sender.send_replace(Some(Arc::new(Shown {
            report: self.report(preview),
            preview: Arc::clone(preview),
            language: self.session.language,
            edits: self.edits.clone(),
        })));
    }

    /// All that is wrong.
    fn findings(&self, preview: &Preview) -> Vec<Finding> {
        let mut findings = preview.handbook().findings.clone();
        findings.extend(self.reviewed.iter().cloned());
        normalize(&mut findings, &preview.handbook().linked.site.config.levels);
        findings
    }

    fn report(&self, preview: &Preview) -> Report {
        let findings = self.findings(preview);
        let (errors, _) = report::count(&findings);
        let source = self.sources(preview);
        let style = Style { colour: false };
        let shown = findings.iter().take(IN_BROWSER);
        Report {
            title: self.counts(&findings),
            errors: errors > 0,
            close: self.session.texts.plain("watch-close"),
            items: shown
                .map(|found| finding(found, self.session.texts, &source, style))
                .collect(),
        }
    }

    fn sources<'p>(&'p self, preview: &'p Preview) -> impl Fn(&str) -> Option<&'p Source> {
        |path| preview.handbook().source(&self.tree.snapshot, path)
    }

    fn counts(&self, findings: &[Finding]) -> String {
        let (errors, warnings) = report::count(findings);
        if errors + warnings == 0 {
            return self.session.texts.plain("watch-clean");
        }
        let counts = [("errors", errors.into()), ("warnings", warnings.into())];
        self.session.text("watch-findings", counts)
    }

    /// What happened, and how long it took until browsers knew.
    fn took(&self, changed: &[HandbookPath], preview: &Preview) -> String {
        let ms = usize::try_from(self.begun.elapsed().as_millis()).unwrap_or(usize::MAX);
        let ms = ("ms", ms.into());
        // The root alone stands for everything that there is.
        match changed.first().filter(|path| !path.as_str().is_empty()) {
            None => {
                let pages = preview.handbook().plan.pages().len();
                self.session
                    .text("watch-begun", [("pages", pages.into()), ms])
            }
            Some(first) => {
                let count = ("count", changed.len().into());
                let path = ("path", first.as_str().into());
                self.session.text("watch-changed", [count, path, ms])
            }
        }
    }

    /// Says what is wrong now. On a terminal that takes the place of what was said before.
    fn say(&mut self, took: Option<&str>, preview: &Preview) {
        let session = self.session;
        let anew = io::stderr().is_terminal() && !session.quiet;
        if anew {
            eprint!("\x1b[2J\x1b[3J\x1b[H");
            let _ = io::stderr().flush();
            session.say("watching", [("url", self.url.as_str().into())]);
        }
        if let Some(problem) = self.changes.problem()
            && (anew || !self.said_polling)
        {
            let problem = if problem.is_empty() { "none" } else { problem };
            session.say("watch-polling", [("problem", problem.into())]);
            self.said_polling = true;
        }
        let findings = self.findings(preview);
        if let Some(took) = took.filter(|_| !session.quiet) {
            eprintln!("{took}");
        }
        report::show(session, &findings, &self.sources(preview));
        if !session.quiet {
            eprintln!("{}", self.counts(&findings));
        }
    }
}
