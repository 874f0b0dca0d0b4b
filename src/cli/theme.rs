//! `theme`: the files of the standard theme, for handbooks that change single ones.

use std::io;

use super::args::{Theme, ThemeAction};
use super::{FINDINGS, NO_SUGGESTION, Opened, Session, create};
use crate::diagnostic::Suggestions;
use crate::theme::{API, FOLDER, STANDARD_NAME, standard_file, standard_files};

/// Lists the files, or copies one into the handbook's theme.
pub(super) fn run(session: &Session, args: &Theme) -> u8 {
    match (args.action, &args.file) {
        (ThemeAction::Eject, Some(file)) => eject(session, file),
        (ThemeAction::List | ThemeAction::Eject, _) => {
            for path in standard_files() {
                outln!("{path}");
            }
            0
        }
    }
}

fn eject(session: &Session, file: &str) -> u8 {
    let Opened { root, handbook, .. } = match session.open(true) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    // People name a file as they see it: here, or in their own theme.
    let within = file.trim_start_matches("./");
    let own = format!("{FOLDER}/{}/", handbook.linked.site.config.theme);
    let standard = format!("{FOLDER}/{STANDARD_NAME}/");
    let within = [own.as_str(), &standard]
        .iter()
        .find_map(|folder| within.strip_prefix(folder))
        .unwrap_or(within);
    let Some(bytes) = standard_file(within) else {
        let files = Suggestions::new(standard_files());
        let nearest = files.nearest(within).unwrap_or(NO_SUGGESTION).to_owned();
        return session.refuse(
            "theme-unknown-file",
            [("file", within.into()), ("nearest", nearest.into())],
        );
    };
    let path = format!("{own}{within}");
    if let Err(problem) = create::file(&root.join(&path), bytes) {
        return match problem.kind() {
            io::ErrorKind::AlreadyExists => session.refuse("theme-there", [("path", path.into())]),
            _ => failed(session, path, &problem),
        };
    }
    session.say("theme-ejected", [("path", path.into())]);
    // Templates say which contract they were made for.
    let says = format!("{own}theme.yml");
    if within.starts_with("templates/") && own != standard && !root.join(&says).exists() {
        let text = format!("name: {}\napi: {API}\n", handbook.linked.site.config.theme);
        if let Err(problem) = create::file(&root.join(&says), text) {
            return failed(session, says, &problem);
        }
        session.say("add-done", [("path", says.into())]);
    }
    0
}

fn failed(session: &Session, path: String, problem: &io::Error) -> u8 {
    let problem = ("problem", problem.to_string().into());
    session.refuse("cannot-make-file", [("path", path.into()), problem]);
    FINDINGS
}
