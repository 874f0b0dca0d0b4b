//! `init --ci`: the file that lets a platform check, build and publish a handbook.

use std::path::{Path, PathBuf};

use super::args::Platform;
use super::{FINDINGS, Session, create};

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
    let text = text
        .replace("@HANDBOOK@", &handbook)
        .replace("@VERSION@", env!("CARGO_PKG_VERSION"));
    if let Err(error) = create::file(&file, &text) {
        let problem = ("problem", error.to_string().into());
        session.refuse("cannot-make-file", [shown, problem]);
        return FINDINGS;
    }
    session.say("ci-done", [("path", path.into())]);
    0
}

/// The nearest folder around `folder` that is a repository's root; else itself.
fn repository(folder: &Path) -> PathBuf {
    let mut around = folder.ancestors();
    let root = around.find(|folder| folder.join(".git").exists());
    root.unwrap_or(folder).to_path_buf()
}
