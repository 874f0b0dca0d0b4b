//! `translate`: a copy to translate, and what changed in the original since.
//!
//! 1. Without a translation, it writes the copy: the words of the original, a draft until somebody
//!    has translated it. What says the same in every language is left out, and inherited.
//! 2. With one, it tells which parts of the original changed since, and shows the changes where the
//!    handbook is kept in git; else the parts as they are now.
//! 3. `--done` notes that the translation is up to date.

use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use super::args::Translate;
use super::{FINDINGS, Opened, Session, context, create};
use crate::check::translations::{Progress, named};
use crate::check::version::{Change, blocks, compare, parts, translatable, version};
use crate::disk::replace;
use crate::kind::front_matter;
use crate::site::{Chapter, Parsed, Site};
use crate::source::Source;

/// Runs the command.
pub(super) fn run(session: &Session, args: &Translate) -> u8 {
    let Opened { root, handbook, .. } = match session.open(true) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let site = &handbook.linked.site;
    let chapter = match context::find(session, site, &root, &args.path) {
        Ok(chapter) => site.chapter(chapter),
        Err(code) => return code,
    };
    let original = site.chapter(chapter.translations[0]);
    let languages: Vec<&str> = site.languages().skip(1).collect();
    let Some(edition) = site.config.edition_in(&args.language) else {
        return session.refuse(
            "translate-no-language",
            [("language", args.language.as_str().into())],
        );
    };
    if edition == original.edition {
        let languages = languages.join(", ");
        return session.refuse("translate-itself", [("languages", languages.into())]);
    }
    let there = original
        .translations
        .iter()
        .map(|id| site.chapter(*id))
        .find(|chapter| chapter.edition == edition && !chapter.is_fallback);
    let task = Task {
        session,
        root: &root,
        site,
        original,
    };
    let done = match there {
        None => task.begin(&args.language),
        Some(translation) if args.done => task.mark_current(translation),
        Some(translation) => {
            task.say_changes(translation);
            Ok(())
        }
    };
    done.map_or(FINDINGS, |()| 0)
}

/// Says how far each language is.
pub(super) fn say_progress(session: &Session, progress: &[Progress]) {
    for language in progress {
        session.say(
            "translations-of",
            [
                ("language", language.language.as_str().into()),
                ("chapters", language.chapters.into()),
                ("translated", language.translated.into()),
                ("stale", language.stale.into()),
            ],
        );
    }
}

struct Task<'t> {
    session: &'t Session,
    root: &'t Path,
    site: &'t Site,
    original: &'t Chapter,
}

impl Task<'_> {
    fn version(&self) -> String {
        version(&parts(&self.original.parsed, self.site.kind(self.original)))
    }

    /// Writes the copy.
    fn begin(&self, language: &str) -> Result<(), ()> {
        let parsed = &self.original.parsed;
        let path = parsed.source.path.as_str();
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let own = format!(".{}", self.site.config.default_language());
        let stem = stem.strip_suffix(&own).unwrap_or(stem);
        let path = format!("{stem}.{language}.md");
        let front = translatable(&parsed.source.text, self.site.kind(self.original));
        let status = self.session.texts.plain("translate-status");
        let text = format!(
            "---\n{front}# {status}\nstatus: draft\ntranslation_of: {}\n---\n{}",
            self.version(),
            parsed.text()
        );
        let written = create::file(&self.root.join(&path), &text);
        self.report(&path, written)?;
        self.session.say("translate-begun", [("path", path.into())]);
        Ok(())
    }

    /// Notes in the translation that it is up to date.
    fn mark_current(&self, translation: &Chapter) -> Result<(), ()> {
        let path = translation.path().as_str();
        let line = format!("translation_of: {}\n", self.version());
        let text: &str = &translation.parsed.source.text;
        let known = blocks(text).into_iter();
        let text = match known.rev().find(|block| block.key == "translation_of") {
            Some(block) => {
                let range = block.range;
                format!("{}{line}{}", &text[..range.start], &text[range.end..])
            }
            None => match front_matter::split(text).0 {
                Some(front) => format!("{}{line}{}", &text[..front.end], &text[front.end..]),
                None => format!("---\n{line}---\n\n{text}"),
            },
        };
        self.report(path, replace(&self.root.join(path), text.as_bytes()))?;
        self.session.say("translate-done", [("path", path.into())]);
        Ok(())
    }

    fn report(&self, path: &str, written: io::Result<()>) -> Result<(), ()> {
        written.map_err(|error| {
            let problem = error.to_string().into();
            let args = [("path", path.into()), ("problem", problem)];
            self.session.refuse("cannot-make-file", args);
        })
    }

    /// Tells what changed since the version that the translation names.
    fn say_changes(&self, translation: &Chapter) {
        let path = translation.path().as_str();
        let Some(version) = &translation.parsed.front.translation_of else {
            let args = [("path", path.into())];
            return self.session.say("translate-no-version", args);
        };
        let kind = self.site.kind(self.original);
        let now = parts(&self.original.parsed, kind);
        match compare(&version.value, now, self.original.parsed.front.updated) {
            Change::None => self
                .session
                .say("translate-current", [("path", path.into())]),
            Change::Unknown => self
                .session
                .say("translate-no-version", [("path", path.into())]),
            Change::Since { parts, gone } => {
                let args = [
                    ("path", path.into()),
                    ("changed", named(&parts, gone, &self.original.title).into()),
                ];
                self.session.say("translate-changed", args);
                match self.diff(&version.value) {
                    Some(diff) => outln!("{}", diff.trim_end()),
                    None => parts.iter().for_each(|part| outln!("{}\n", part.text)),
                }
            }
        }
    }

    /// The changes since `version` as git shows them, if the original of that version is in its
    /// history.
    fn diff(&self, version: &str) -> Option<String> {
        let path = self.original.path().as_str();
        let commits = self.git(&["log", "--format=%H", "--", path])?;
        let commit = commits.lines().find(|commit| {
            let Some(text) = self.git(&["show", &format!("{commit}:./{path}")]) else {
                return false;
            };
            let source = Source::new(self.original.path().clone(), text.into_bytes());
            let parsed = Parsed::read(&Arc::new(source), &self.site.config);
            let parts = parts(&parsed, self.site.kind(self.original));
            compare(version, parts, None) == Change::None
        })?;
        self.git(&["diff", "--no-color", "--no-ext-diff", commit, "--", path])
            .filter(|diff| !diff.is_empty())
    }

    fn git(&self, args: &[&str]) -> Option<String> {
        let mut git = Command::new("git");
        let output = git.arg("-C").arg(self.root).args(args).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then_some(text)
    }
}
