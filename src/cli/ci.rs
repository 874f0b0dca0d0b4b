//! `init --ci`: the file that lets a platform check, build and publish a handbook.

use std::path::{Path, PathBuf};

use super::args::Platform;
use super::help::of_settings;
use super::{FINDINGS, Session, create};
use crate::config::FILE;
use crate::text::{Args, Catalog, program};

/// What installs the program where the handbook's owner says that it comes from.
const INSTALL: &str = include_str!("scaffold/ci/install.sh");

/// A platform's file.
struct Template {
    /// Where the platform looks for it.
    path: &'static str,
    text: &'static str,
}

fn template(platform: Platform) -> Template {
    match platform {
        Platform::Github => Template {
            path: ".github/workflows/handbook.yml",
            text: include_str!("scaffold/ci/github.yml"),
        },
        Platform::Gitlab => Template {
            path: ".gitlab-ci.yml",
            text: include_str!("scaffold/ci/gitlab.yml"),
        },
    }
}

/// Writes the file for the handbook in `folder`: at the root of its repository, for platforms look
/// nowhere else.
pub(super) fn run(session: &Session, platform: Platform, folder: &Path) -> u8 {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.into());
    let repository = repository(&folder);
    let Template { path, text } = template(platform);
    let file = repository.join(path);
    let shown = ("path", file.display().to_string().into());
    if file.exists() {
        return session.refuse("ci-exists", [shown]);
    }
    let inside = folder.strip_prefix(&repository).unwrap_or(Path::new(""));
    let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
    let handbook = if names.is_empty() {
        ".".to_owned()
    } else {
        names.join("/").replace('\\', "\\\\").replace('"', "\\\"")
    };
    let has_settings = folder.join(FILE).is_file();
    let written = has_settings.then(|| of_settings(&folder)).flatten();
    let texts = program(written.unwrap_or(session.language));
    let missing = Args::from([("path", path.into())]);
    let missing = texts.get("ci-missing", &missing).unwrap_or_default();
    let install = INSTALL.replace("@MISSING@", &missing);
    let text = filled_in(text, &install, texts).replace("@HANDBOOK@", &handbook);
    if let Err(error) = create::file(&file, &text) {
        let problem = ("problem", error.to_string().into());
        session.refuse("cannot-make-file", [shown, problem]);
        return FINDINGS;
    }
    session.say("ci-done", [("path", path.into())]);
    0
}

/// A template with its comments, `#@ID`, in the words of the message, and with the commands that install
/// the program. Both stand as far in as their place.
fn filled_in(template: &str, install: &str, texts: &Catalog) -> String {
    let line = |line: &str| {
        let (margin, word) = line.split_at(line.len() - line.trim_start().len());
        let block = match word.strip_prefix("#@") {
            Some(id) => {
                let text = texts.plain(id);
                let comment = |line: &str| format!("# {line}").trim_end().to_owned();
                text.lines().map(comment).collect::<Vec<_>>()
            }
            None if word == "@INSTALL@" => install.lines().map(str::to_owned).collect(),
            None => return format!("{line}\n"),
        };
        block
            .iter()
            .map(|line| format!("{margin}{line}\n"))
            .collect()
    };
    template.lines().map(line).collect()
}

/// The nearest folder around `folder` that is a repository's root; else itself.
fn repository(folder: &Path) -> PathBuf {
    let mut around = folder.ancestors();
    let root = around.find(|folder| folder.join(".git").exists());
    root.unwrap_or(folder).to_path_buf()
}
