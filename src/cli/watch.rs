//! `watch`.
//!
//! 1. The server takes its port, then the handbook is read and loaded. Requests wait for that.
//! 2. A [`crate::watch::Session`] gives every change to browsers.
//! 3. The terminal shows the errors that there are, and from then on what is new. At a pause, once all is
//!    known, it says what is mended and how much there is.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{io, thread};

use tokio::sync::watch::channel;

use super::args::Watch;
use super::{Session, USAGE, external, report, terminal};
use crate::diagnostic::{Finding, PlacePath, Severity};
use crate::disk::on_disk;
use crate::pipeline::Handbook;
use crate::serve::{Author, Editor, Server};
use crate::site::escape;
use crate::source::HandbookPath;
use crate::text::Arg;
use crate::watch::{self, Cause, Known, Settings, SincePause, Update};

/// Serves the handbook, and shows every change of it.
pub(super) fn run(session: &Session, args: &Watch) -> u8 {
    let root = match session
        .root_or_bare()
        .map(|root| root.path.canonicalize().unwrap_or(root.path))
    {
        Ok(root) => root,
        Err(code) => return code,
    };
    let author = match author(session, args) {
        Ok(author) => author,
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
    let url = server.url();
    if args.port != 0 && server.port() != args.port {
        session.say(
            "watch-other-port",
            [("port", usize::from(args.port).into())],
        );
    }
    session.say("watching", [("url", url.as_str().into())]);
    session.say("watch-desk-at", [("url", server.desk_url().into())]);
    session.say("watch-source", []);
    say_who_can_read(session, args, &server);
    let (sender, receiver) = channel(None);
    let serving = {
        let root = root.clone();
        thread::spawn(move || server.run(root, author, receiver))
    };
    let settings = Settings {
        language: session.language,
        follow: args.follow,
        today: terminal::today,
        outside: |root, linked, snapshot| {
            let source = |path: &str| snapshot.text(path).map(|source| &source.text);
            external::last_asked(root, linked, &source)
        },
    };
    let opens = args.open.then(|| (root.clone(), url));
    let mut screen = Screen::new(session, opens);
    watch::Session::new(&root, settings).run(&sender, &mut |update| screen.show(update));
    drop(sender);
    match serving.join() {
        Ok(Ok(())) => 0,
        _ => USAGE,
    }
}

/// What the server is told of the author; the exit code where the editor can't be started from a browser.
fn author(session: &Session, args: &Watch) -> Result<Author, u8> {
    let editor = match &args.editor {
        Some(words) => match Editor::parse(words) {
            Some(editor) => editor,
            None => return Err(session.refuse("watch-editor", [("editor", words.as_str().into())])),
        },
        // One that needs a terminal has none here.
        None => std::env::var("VISUAL")
            .ok()
            .and_then(|words| Editor::parse(&words))
            .unwrap_or(Editor::Undecided),
    };
    let word = args.word.as_deref().map(str::trim);
    if word == Some("") {
        return Err(session.refuse("watch-word-empty", []));
    }
    Ok(Author {
        editor,
        word: word.map(str::to_owned),
        language: session.language,
    })
}

/// Where others can read the handbook, and what they can.
fn say_who_can_read(session: &Session, args: &Watch, server: &Server) {
    let others = server.urls_for_others();
    if !others.is_empty() {
        let urls = ("urls", others.join(" ").into());
        let word = (
            "word",
            if args.word.is_some() { "yes" } else { "no" }.into(),
        );
        session.say("watch-open", [urls, word]);
    } else if args.word.is_some() {
        session.say("watch-word-alone", []);
    }
}

/// How many mended findings are named.
const MENDED_MAX: usize = 10;

/// How long it may take until all files of a checkout are written.
const ONE_TIME: Duration = Duration::from_secs(10);

/// What is said on the terminal.
struct Screen<'s> {
    session: &'s Session,
    /// The handbook's root and its address, while a browser is still to be opened.
    opens: Option<(PathBuf, String)>,
    /// Whether it was said that nothing can be watched.
    said_polling: bool,
    /// What was found when the handbook was loaded, and when it was reviewed; nothing before the first time.
    loaded: Option<Known>,
    reviewed: Option<Known>,
    /// What has come and gone since it was reviewed last, and whether anything was said of it.
    since: SincePause,
    has_said: bool,
    /// How many findings there were when it was reviewed last, in words.
    counted: String,
    /// Whether the last line says what was saved last, to be replaced.
    has_status: bool,
}

impl<'s> Screen<'s> {
    fn new(session: &'s Session, opens: Option<(PathBuf, String)>) -> Self {
        Self {
            session,
            opens,
            said_polling: false,
            loaded: None,
            reviewed: None,
            since: SincePause::default(),
            has_said: false,
            counted: String::new(),
            has_status: false,
        }
    }

    /// Says what is new.
    fn show(&mut self, update: &Update<'_>) {
        if let Some(problem) = update.problem
            && !self.said_polling
        {
            let problem = if problem.is_empty() { "none" } else { problem };
            self.say("watch-polling", [("problem", problem.into())]);
            self.said_polling = true;
        }
        let (known, findings) = match update.cause {
            Cause::Loaded | Cause::Changed(_) => (&mut self.loaded, &update.handbook.findings[..]),
            Cause::Reviewed => (&mut self.reviewed, update.reviewed),
        };
        let begins = known.is_none();
        let source = |path: &str| update.source(path);
        let difference = known.get_or_insert_default().update(findings, &source);
        match update.cause {
            Cause::Loaded if begins => self.begin(update, &difference.new),
            // What a review finds at the beginning is counted.
            Cause::Reviewed if begins => {}
            _ => {
                let new = self.since.take(difference);
                self.say_new(update, new);
            }
        }
        match update.cause {
            Cause::Loaded => {}
            Cause::Changed(changed) => self.status(changed, update),
            Cause::Reviewed => self.pause(update, begins),
        }
    }

    fn begin(&mut self, update: &Update<'_>, findings: &[Finding]) {
        if let Some((root, url)) = self.opens.take() {
            let address = edited_last(&root, update.handbook).unwrap_or_default();
            if let Err(error) = open::that_detached(format!("{url}{}", escape(address))) {
                let problem = error.to_string();
                self.say("watch-no-browser", [("problem", problem.into())]);
            }
        }
        let chapters = update.handbook.linked.site.chapters.iter();
        let chapters = chapters.filter(|chapter| !chapter.is_fallback).count();
        self.say("watch-begun", [("chapters", chapters.into()), ms(update)]);
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        let errors: Vec<Finding> = errors.cloned().collect();
        // All that there is is counted once it is reviewed.
        report::show(self.session, &errors, &|path| update.source(path));
    }

    fn say_new(&mut self, update: &Update<'_>, mut new: Vec<Finding>) {
        new.retain(is_worth_a_line);
        if !new.is_empty() {
            self.end_status();
            report::show(self.session, &new, &|path| update.source(path));
            self.has_said = true;
        }
    }

    /// Says what is mended and how much there is, now that all is known.
    fn pause(&mut self, update: &Update<'_>, begins: bool) {
        let mended = self.since.end();
        self.say_mended(mended, update);
        let total = update.report.total(update.outside);
        let has_said = std::mem::take(&mut self.has_said);
        let is_as_begun = update.report.is_as_begun() && update.outside.is_empty();
        if begins && !is_as_begun {
            self.say("watch-warnings", [("title", total.as_str().into())]);
        } else if has_said || !begins && total != self.counted {
            self.end_status();
            if !self.session.quiet {
                errln!("{total}");
            }
        }
        self.counted = total;
    }

    fn say_mended(&mut self, mut mended: Vec<Finding>, update: &Update<'_>) {
        // Nobody mended what went with its file, or what can't be seen for an error.
        let locked = update.handbook.findings.iter();
        let locked = locked.filter(|finding| finding.code.severity_locked);
        let hidden: BTreeSet<&PlacePath> = locked.map(|finding| &finding.place.path).collect();
        mended.retain(|finding| {
            let path = &finding.place.path;
            is_worth_a_line(finding) && update.has(path) && !hidden.contains(path)
        });
        self.has_said |= !mended.is_empty();
        for finding in mended.iter().take(MENDED_MAX) {
            let problem = self.session.texts.get(finding.code.slug, &finding.args);
            let problem = problem.unwrap_or_else(|| finding.code.slug.to_owned());
            let path = finding.place.path.as_str();
            self.say(
                "watch-mended",
                [("path", path.into()), ("problem", problem.into())],
            );
        }
        let more = mended.len().saturating_sub(MENDED_MAX);
        if more > 0 {
            self.say("watch-mended-more", [("count", more.into())]);
        }
    }

    /// What was saved, and how long it took until browsers knew: on a terminal, in place of the save
    /// before.
    fn status(&mut self, changed: &[HandbookPath], update: &Update<'_>) {
        let stderr = io::stderr();
        if self.session.quiet || !stderr.is_terminal() {
            return;
        }
        let count = ("count", changed.len().into());
        let path = ("path", changed[0].as_str().into());
        let text = self
            .session
            .text("watch-changed", [count, path, ms(update)]);
        err!("\r\x1b[K{text}");
        let _ = stderr.lock().flush();
        self.has_status = true;
    }

    fn end_status(&mut self) {
        if self.has_status {
            err!("\r\x1b[K");
            self.has_status = false;
        }
    }

    fn say<const N: usize>(&mut self, id: &str, args: [(&'static str, Arg); N]) {
        self.end_status();
        self.session.say(id, args);
    }
}

/// What is only worth knowing is worth no line while somebody writes; the review desk has it.
fn is_worth_a_line(finding: &Finding) -> bool {
    finding.severity != Severity::Note
}

fn ms(update: &Update<'_>) -> (&'static str, Arg) {
    let ms = usize::try_from(update.took.as_millis()).unwrap_or(usize::MAX);
    ("ms", ms.into())
}

/// The address of the chapter that was edited last. Where all files are of one time, as after a
/// checkout, none was.
fn edited_last<'h>(root: &Path, handbook: &'h Handbook) -> Option<&'h str> {
    let chapters = handbook.linked.site.chapters.iter();
    let edited: Vec<_> = chapters
        .filter(|chapter| !chapter.is_fallback)
        .filter_map(|chapter| {
            let modified = on_disk(root, chapter.path())
                .metadata()
                .ok()?
                .modified()
                .ok()?;
            Some((modified, chapter.address.as_str()))
        })
        .collect();
    let (first, _) = edited.iter().min()?;
    let (last, address) = edited.iter().max()?;
    let apart = last.duration_since(*first).unwrap_or_default();
    (apart > ONE_TIME).then_some(address)
}
