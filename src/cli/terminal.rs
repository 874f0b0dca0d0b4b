//! The terminal: its language, its colours, and progress on it.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, io};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Session;
use super::args::Colour;
use crate::text::Language;

/// The language that the system's locale asks for, if it asks for one: `C` is none.
pub(super) fn language() -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|locale| !locale.is_empty())?;
    let name = locale.split('.').next().unwrap_or_default();
    (!["C", "POSIX"].contains(&name)).then(|| Language::of_locale(&locale))
}

/// Whether what is written to `stream` has colours. `NO_COLOR` is the convention of no-color.org.
pub(super) fn colour(wanted: Colour, stream: &impl IsTerminal) -> bool {
    match wanted {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            stream.is_terminal() && !refused
        }
    }
}

/// Whether someone is there to be asked.
pub(super) fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for confirmation; false without a terminal.
pub(super) fn agrees(question: &str) -> bool {
    if !is_interactive() {
        return false;
    }
    err!("{question} ");
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer).is_ok();
    let answer = answer.trim().to_lowercase();
    read && ["j", "ja", "y", "yes"].contains(&answer.as_str())
}

/// Progress of a long step on stderr, from its first second on: in place on a terminal, else as a line
/// now and then, for the log of a CI run.
pub(super) struct Progress<'s> {
    session: &'s Session,
    message: &'static str,
    begun: Instant,
    done: AtomicUsize,
    total: usize,
    shown: Mutex<Instant>,
    every: Duration,
    in_place: bool,
}

impl<'s> Progress<'s> {
    /// `message` is a Fluent message with `done` and `total`.
    pub fn new(session: &'s Session, message: &'static str, begun: Instant, total: usize) -> Self {
        let in_place = io::stderr().is_terminal();
        let every = if in_place {
            Duration::from_millis(100)
        } else {
            Duration::from_secs(5)
        };
        let shown = Mutex::new(begun);
        Self {
            session,
            message,
            begun,
            done: AtomicUsize::new(0),
            total,
            shown,
            every,
            in_place,
        }
    }

    /// One thing more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.session.quiet || self.begun.elapsed() < Duration::from_secs(1) {
            return;
        }
        // Whoever finds it locked lets the other thread show its number.
        let Ok(mut shown) = self.shown.try_lock() else {
            return;
        };
        if shown.elapsed() < self.every {
            return;
        }
        *shown = Instant::now();
        let args = [("done", done.into()), ("total", self.total.into())];
        let text = self.session.text(self.message, args);
        if self.in_place {
            err!("\r\x1b[K{text}");
            let _ = io::stderr().flush();
        } else {
            errln!("{text}");
        }
    }

    /// Takes the last number away.
    pub fn finish(self) {
        let shown = self.shown.lock().is_ok_and(|shown| *shown > self.begun);
        if self.in_place && shown {
            err!("\r\x1b[K");
        }
    }
}

/// The day by the system's clock, in UTC: a day more or less makes no review overdue.
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
