//! What keeps an address, written into front matter.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::disk::{on_disk, replace};
use crate::kind::{FrontMatter, front_matter};
use crate::link::Linked;
use crate::release::{Compatibility, FrontMatterPatch};
use crate::source::HandbookPath;
use crate::yaml::write::scalar;

/// Writes what is certain to keep addresses into the chapters of the handbook at `root`, and gives
/// their paths.
///
/// # Errors
/// The file that can't be written, and what the system says.
pub(crate) fn write_patches(
    root: &Path,
    linked: &Linked,
    compatibility: &Compatibility,
) -> Result<Vec<HandbookPath>, (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, patch) in &compatibility.patches {
        let Some(id) = linked.site.at_path(path.as_str()) else {
            continue;
        };
        let front = &linked.site.chapter(id).parsed.front;
        let file = on_disk(root, path);
        let write = || {
            let text = fs::read_to_string(&file)?;
            replace(&file, patched(&text, front, patch).as_bytes())
        };
        write().map_err(|problem| (file.clone(), problem))?;
        written.push(path.clone());
    }
    Ok(written)
}

/// The text of a chapter whose front matter is `front`, with `patch` in it.
fn patched(text: &str, front: &FrontMatter, patch: &FrontMatterPatch) -> String {
    let (range, body) = front_matter::split(text);
    let mut yaml = range.map_or(String::new(), |range| text[range].to_owned());
    if let Some(id) = &patch.id {
        set(&mut yaml, "id", &format!("id: {}\n", scalar(id)));
    }
    if !patch.aliases.is_empty() {
        let before = front.aliases.iter().map(|alias| &alias.value);
        let items = before.chain(&patch.aliases);
        let items: String = items
            .map(|alias| format!("  - {}\n", scalar(alias)))
            .collect();
        set(&mut yaml, "aliases", &format!("aliases:\n{items}"));
    }
    if !patch.anchors.is_empty() {
        let before = front.anchors.iter().map(|a| (&a.former, &a.present));
        let items = before.chain(
            patch
                .anchors
                .iter()
                .map(|(former, present)| (former, present)),
        );
        let item = |(former, present): (&String, &String)| {
            format!("  {}: {}\n", scalar(former), scalar(present))
        };
        let items: String = items.map(item).collect();
        set(&mut yaml, "anchors", &format!("anchors:\n{items}"));
    }
    let gap = if body == 0 { "\n" } else { "" };
    format!("---\n{yaml}---\n{gap}{}", &text[body..])
}

/// Puts `block` where the field `key` is, or at the end.
fn set(yaml: &mut String, key: &str, block: &str) {
    let is_key = |line: &str| {
        let rest = line.strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    let belongs = |line: &str| line.starts_with([' ', '\t', '-', '#', '\r', '\n']);
    let mut before = String::new();
    let mut lines = yaml.split_inclusive('\n').peekable();
    while let Some(line) = lines.next_if(|line| !is_key(line)) {
        before.push_str(line);
    }
    if lines.next().is_some() {
        while lines.next_if(|line| belongs(line)).is_some() {}
    } else if !before.is_empty() && !before.ends_with('\n') {
        before.push('\n');
    }
    *yaml = before + block + &lines.collect::<String>();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Span, Spanned};

    fn patch() -> FrontMatterPatch {
        FrontMatterPatch {
            id: Some("formate/alt".into()),
            aliases: vec!["formate/alt".into()],
            anchors: vec![("1-schritt".into(), "ablauf".into())],
        }
    }

    #[test]
    fn front_matter_is_begun_where_there_is_none() {
        assert_eq!(
            patched("# Titel\n", &FrontMatter::default(), &patch()),
            "---\nid: formate/alt\naliases:\n  - formate/alt\nanchors:\n  \"1-schritt\": ablauf\n---\n\n# Titel\n"
        );
    }

    #[test]
    fn what_stands_there_stays() {
        let front = FrontMatter {
            aliases: vec![Spanned::new("früher".into(), Span::default())],
            ..FrontMatter::default()
        };
        for written in [
            "aliases: [früher]\n",
            "aliases:\n  - früher\n",
            "aliases:\n- früher\n",
            "aliases: früher\n",
        ] {
            let text = format!("---\ntitle: A\n{written}summary: >\n  S\n---\nText\n");
            let patch = FrontMatterPatch {
                id: None,
                anchors: Vec::new(),
                ..patch()
            };
            assert_eq!(
                patched(&text, &front, &patch),
                "---\ntitle: A\naliases:\n  - \"früher\"\n  - formate/alt\nsummary: >\n  S\n---\nText\n"
            );
        }
    }
}
