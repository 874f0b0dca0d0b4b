//! Files that are never published, whatever leads to them.
//!
//! 1. Programs leave files behind that nobody meant to publish: each sort has its reason.
//! 2. A copy that a program made of a file, because two people changed it, is no file of its own.
//! 3. What begins with `_` or `.`, or lies in a folder that does, is for those who write.

use std::borrow::Cow;

/// Why a file is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// A program left it behind. The id of the message that says which.
    LeftBehind(&'static str),
    /// It is a copy that a program made.
    Copy,
    /// Its name, or that of a folder around it, begins with `_`.
    Part,
    /// Its name, or that of a folder around it, begins with `.`.
    Hidden,
}

/// Names of files that systems and programs leave behind, in small letters, with the reason.
const NAMES: [(&str, &str); 6] = [
    ("thumbs.db", "left-by-system"),
    ("ehthumbs.db", "left-by-system"),
    ("desktop.ini", "left-by-system"),
    (".ds_store", "left-by-system"),
    ("icon\r", "left-by-system"),
    (".localized", "left-by-system"),
];

/// Beginnings of such names.
const BEGINNINGS: [(&str, &str); 4] = [
    ("~$", "left-by-office"),
    (".~lock.", "left-by-office"),
    ("~wrl", "left-by-office"),
    ("._", "left-by-system"),
];

/// Ends of such names.
const ENDS: [(&str, &str); 13] = [
    ("~", "left-as-backup"),
    (".bak", "left-as-backup"),
    (".backup", "left-as-backup"),
    (".orig", "left-as-backup"),
    (".old", "left-as-backup"),
    (".rej", "left-as-backup"),
    (".swp", "left-by-editor"),
    (".swo", "left-by-editor"),
    (".tmp", "left-by-editor"),
    (".crdownload", "left-by-download"),
    (".part", "left-by-download"),
    (".download", "left-by-download"),
    (".lnk", "left-by-system"),
];

/// What all of these have in them.
const OF_COPIES: &str = "nfli";

/// What programs write into the names of copies, in small letters.
const COPIES: [&str; 7] = [
    "conflicted copy",
    "in konflikt stehende kopie",
    "konfliktkopie",
    "konflikt-kopie",
    ".sync-conflict-",
    "_conflict-20",
    "(case conflict",
];

/// What they end names of copies with, before a number.
const COPY_ENDS: [&str; 4] = [" - kopie", " - copy", "(kopie)", "(copy)"];

/// What stands before the name of the computer in names of copies, and what that ends in.
const COMPUTERS: [&str; 2] = ["-DESKTOP-", "-LAPTOP-"];
const COMPUTER: &str = "TOP-";

/// Why the file at `path`, seen from the content folder, is withheld; `None` if it isn't.
pub fn withheld(path: &str) -> Option<Withheld> {
    if is_plain(path) {
        return None;
    }
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let lower = in_small_letters(name);
    if let Some(reason) = left_behind(name, &lower) {
        return Some(Withheld::LeftBehind(reason));
    }
    if is_copy(name, &lower) {
        return Some(Withheld::Copy);
    }
    let begins = |sign: char| path.split('/').any(|name| name.starts_with(sign));
    if begins('.') {
        return Some(Withheld::Hidden);
    }
    begins('_').then_some(Withheld::Part)
}

/// Whether a path is of small letters, digits and hyphens, as most chapters' are. All paths are asked at every
/// save, and that tells at once.
fn is_plain(path: &str) -> bool {
    let is_plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-/".contains(&byte);
    let stem = path.strip_suffix(".md");
    stem.is_some_and(|stem| stem.bytes().all(is_plain) && !stem.contains(OF_COPIES))
}

/// A name in small letters; most have no other.
fn in_small_letters(name: &str) -> Cow<'_, str> {
    if name
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.to_lowercase())
}

fn left_behind(name: &str, lower: &str) -> Option<&'static str> {
    if name.len() > 2 && name.starts_with('#') && name.ends_with('#') {
        return Some("left-by-editor");
    }
    let whole = NAMES.iter().find(|(known, _)| *known == lower);
    let begins = || {
        BEGINNINGS
            .iter()
            .find(|(begin, _)| lower.starts_with(begin))
    };
    let ends = || ENDS.iter().find(|(end, _)| lower.ends_with(end));
    let found = whole.or_else(begins).or_else(ends);
    found.map(|(_, reason)| *reason)
}

fn is_copy(name: &str, lower: &str) -> bool {
    fn stem(name: &str) -> &str {
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
    let number = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ');
    let unnumbered = stem(lower).trim_end_matches(number);
    let ends = |end: &str| {
        let end = end.trim_end_matches(')');
        unnumbered
            .strip_suffix(end)
            .is_some_and(|stem| !stem.trim().is_empty())
    };
    let of_computer = |sign: &&str| {
        let rest = stem(name).split_once(*sign).map(|(_, rest)| rest);
        let is_letter = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        rest.is_some_and(|rest| rest.len() > 4 && rest.chars().take(5).all(is_letter))
    };
    lower.contains(OF_COPIES) && COPIES.iter().any(|sign| lower.contains(sign))
        || COPY_ENDS.into_iter().any(ends)
        || name.contains(COMPUTER) && COMPUTERS.iter().any(of_computer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_first_is_in_all_of_them() {
        assert!(COPIES.iter().all(|sign| sign.contains(OF_COPIES)));
        assert!(COMPUTERS.iter().all(|sign| sign.contains(COMPUTER)));
    }

    #[test]
    fn what_programs_leave_behind_is_known() {
        for name in [
            "s/~$plan.docx",
            ".~lock.plan.odt#",
            "plan.md~",
            "plan.md.bak",
            "#plan.md#",
            "Thumbs.db",
            "a/desktop.ini",
            ".DS_Store",
            "film.mp4.crdownload",
        ] {
            assert!(
                matches!(withheld(name), Some(Withheld::LeftBehind(_))),
                "{name}"
            );
        }
        for name in [
            "plan (conflicted copy 2026-11-01).md",
            "plan (Annas in Konflikt stehende Kopie).md",
            "plan.sync-conflict-20261101-101010-ABCDEFG.md",
            "plan-DESKTOP-7K2LM3A.md",
            "plan - Kopie.md",
            "plan - Kopie (2).md",
            "plan (Kopie 3).docx",
        ] {
            assert_eq!(withheld(name), Some(Withheld::Copy), "{name}");
        }
        assert_eq!(withheld("_vorlagen/a.png"), Some(Withheld::Part));
        assert_eq!(withheld("a/.obsidian/x.json"), Some(Withheld::Hidden));
        for name in [
            "kopie.md",
            "a#b.png",
            "desktop-anleitung.md",
            "plan-DESKTOP-hilfe.md",
            "photocopy.pdf",
            "v1.2.md",
        ] {
            assert_eq!(withheld(name), None, "{name}");
        }
    }
}
