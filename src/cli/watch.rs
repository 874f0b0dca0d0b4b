//! `watch`.
//!
//! 1. The server takes its port, then the handbook is read and loaded. Requests wait for that.
//! 2. Each change is read, the handbook is loaded again with what is known of it, and browsers are
//!    given the new one.
//! 3. The terminal shows what is wrong now: in place of what was wrong before.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;
use std::{io, thread};

use tokio::sync::watch;

use super::args::Watch;
use super::{Session, USAGE, report, terminal};
use crate::diagnostic::human::{Style, finding};
use crate::disk::Tree;
use crate::pipeline::{Memo, Preview, load};
use crate::serve::{Report, Server, Shown};
use crate::site::Options;
use crate::source::{HandbookPath, Source};
use crate::theme::pages;
use crate::watch::Changes;

/// How many findings a browser shows.
const IN_BROWSER: usize = 20;

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
    begun: Instant,
}

impl<'s> Watched<'s> {
    fn begin(session: &'s Session, args: &Watch, root: &Path, url: String) -> Self {
        let begun = Instant::now();
        let mut changes = Changes::new();
        let tree = Tree::read(root, &mut |folder| changes.watch(folder));
        if let Some(problem) = changes.problem() {
            let problem = if problem.is_empty() { "none" } else { problem };
            session.say("watch-polling", [("problem", problem.into())]);
        }
        Self {
            session,
            follow: args.follow,
            url,
            changes,
            tree,
            memo: Memo::default(),
            last: None,
            begun,
        }
    }

    fn run(mut self, sender: &watch::Sender<Option<Arc<Shown>>>) {
        self.show(&[], sender);
        while let Some(changed) = self.changes.next(&self.tree) {
            self.begun = Instant::now();
            let paths = self.read(&changed);
            if !paths.is_empty() {
                self.show(&paths, sender);
            }
        }
    }

    fn read(&mut self, changed: &BTreeSet<PathBuf>) -> Vec<HandbookPath> {
        let Self { tree, changes, .. } = self;
        tree.refresh(changed, &mut |folder: &Path| changes.watch(folder))
    }

    /// Loads the handbook and gives it to browsers and terminal.
    fn show(&mut self, changed: &[HandbookPath], sender: &watch::Sender<Option<Arc<Shown>>>) {
        let options = Options {
            drafts: true,
            today: Some(terminal::today()),
        };
        let mut handbook = load(&self.tree.snapshot, options, &mut self.memo);
        handbook.report(self.tree.findings().to_vec());
        let preview = Arc::new(Preview::new(handbook, self.last.as_ref()));
        let follow = match changed {
            [path] if self.follow => preview.address_of(path).map(str::to_owned),
            _ => None,
        };
        let shown = Shown {
            report: self.report(&preview),
            preview: Arc::clone(&preview),
            changed: changed.to_vec(),
            follow,
        };
        sender.send_replace(Some(Arc::new(shown)));
        self.say(changed, &preview);
        self.last = Some(preview);
    }

    fn report(&self, preview: &Preview) -> Report {
        let findings = &preview.handbook().findings;
        let (errors, _) = report::count(findings);
        let source = self.sources(preview);
        let style = Style { colour: false };
        let shown = findings.iter().take(IN_BROWSER);
        Report {
            title: self.counts(preview),
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

    fn counts(&self, preview: &Preview) -> String {
        let (errors, warnings) = report::count(&preview.handbook().findings);
        if errors + warnings == 0 {
            return self.session.texts.plain("watch-clean");
        }
        let counts = [("errors", errors.into()), ("warnings", warnings.into())];
        self.session.text("watch-findings", counts)
    }

    /// Says what is wrong now. On a terminal that takes the place of what was said before.
    fn say(&self, changed: &[HandbookPath], preview: &Preview) {
        let session = self.session;
        if io::stderr().is_terminal() && !session.quiet {
            eprint!("\x1b[2J\x1b[3J\x1b[H");
            let _ = io::stderr().flush();
            session.say("watching", [("url", self.url.as_str().into())]);
        }
        let ms = usize::try_from(self.begun.elapsed().as_millis()).unwrap_or(usize::MAX);
        match changed {
            [] => {
                let pages = pages(&preview.handbook().linked).len();
                session.say("watch-begun", [("pages", pages.into()), ("ms", ms.into())]);
            }
            [first, ..] => session.say(
                "watch-changed",
                [
                    ("count", changed.len().into()),
                    ("path", first.as_str().into()),
                    ("ms", ms.into()),
                ],
            ),
        }
        report::show(
            session,
            &preview.handbook().findings,
            &self.sources(preview),
        );
        if !session.quiet {
            eprintln!("{}", self.counts(preview));
        }
    }
}
