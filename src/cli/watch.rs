//! `watch`.
//!
//! 1. The server takes its port, then the handbook is read and loaded. Requests wait for that.
//! 2. A [`watch::Session`](crate::watch::Session) gives every change to browsers.
//! 3. The terminal shows what is wrong now: in place of what was wrong before.

use std::io::{IsTerminal, Write};
use std::{io, thread};

use tokio::sync::watch::channel;

use super::args::Watch;
use super::{Session, USAGE, report, terminal};
use crate::serve::Server;
use crate::watch::{self, Cause, Settings, Update};

/// Serves the handbook, and shows every change of it.
pub(super) fn run(session: &Session, args: &Watch) -> u8 {
    let root = match session
        .root_or_bare()
        .map(|root| root.path.canonicalize().unwrap_or(root.path))
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
    let (sender, receiver) = channel(None);
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
    let settings = Settings {
        language: session.language,
        follow: args.follow,
        today: terminal::today,
    };
    let mut screen = Screen {
        session,
        url,
        said_polling: false,
    };
    watch::Session::new(&root, settings).run(&sender, &mut |update| screen.show(update));
    drop(sender);
    match serving.join() {
        Ok(Ok(())) => 0,
        _ => USAGE,
    }
}

/// What stands on the terminal.
struct Screen<'s> {
    session: &'s Session,
    url: String,
    /// Whether it was said that nothing can be watched.
    said_polling: bool,
}

impl Screen<'_> {
    /// Says what is wrong now. On a terminal that takes the place of what was said before.
    fn show(&mut self, update: &Update<'_>) {
        let session = self.session;
        let anew = io::stderr().is_terminal() && !session.quiet;
        if anew {
            err!("\x1b[2J\x1b[3J\x1b[H");
            let _ = io::stderr().flush();
            session.say("watching", [("url", self.url.as_str().into())]);
        }
        if let Some(problem) = update.problem
            && (anew || !self.said_polling)
        {
            let problem = if problem.is_empty() { "none" } else { problem };
            session.say("watch-polling", [("problem", problem.into())]);
            self.said_polling = true;
        }
        self.say_cause(update);
        report::show(session, update.findings, &|path| update.source(path));
        if !session.quiet {
            errln!("{}", update.report.title);
        }
    }

    /// What happened, and how long it took until browsers knew.
    fn say_cause(&self, update: &Update<'_>) {
        let ms = usize::try_from(update.took.as_millis()).unwrap_or(usize::MAX);
        let ms = ("ms", ms.into());
        match update.cause {
            Cause::Reviewed => {}
            Cause::Loaded => {
                let pages = update.handbook.plan.pages().len();
                self.session
                    .say("watch-begun", [("pages", pages.into()), ms]);
            }
            Cause::Changed(changed) => {
                let count = ("count", changed.len().into());
                let path = ("path", changed[0].as_str().into());
                self.session.say("watch-changed", [count, path, ms]);
            }
        }
    }
}
