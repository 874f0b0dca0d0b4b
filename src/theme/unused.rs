//! Files of a handbook's own theme that nothing uses: mostly such with a wrong name.
//!
//! Used is a file in place of a standard one; what is in `assets/`, for all of it is published; a template
//! of a kind, one that defines components, or that another template names; a drawing that a template
//! names; texts of a language; and what is there for people, such as a licence.

use super::layers::{Layer, ThemeFile};
use super::missing_texts::quoted;
use crate::config::language;
use crate::diagnostic::{Finding, PlacePath, Suggestions, codes};
use crate::kind::Kinds;
use crate::source::Snapshot;

/// Files that a theme of the handbook's own may have besides those of the standard one.
const OWN: [&str; 2] = ["theme.yml", "assets/custom.css"];

/// Finds the files of `own`, below `folder`, that nothing uses.
pub(super) fn check(
    own: &Layer,
    standard: &Layer,
    folder: &str,
    snapshot: &Snapshot,
    findings: &mut Vec<Finding>,
) {
    let mut others = own
        .iter()
        .filter(|(path, _)| {
            let is_known = standard.contains_key(*path) || OWN.contains(&path.as_str());
            // All assets are published, and what is in `book/` goes into books.
            let is_taken = path.starts_with("assets/") || path.starts_with("book/");
            !is_known && !is_taken && !is_for_people(path)
        })
        .peekable();
    if others.peek().is_none() {
        return;
    }
    let named = quoted(own);
    let (kinds, _) = Kinds::read(snapshot);
    let is_used = |path: &str, file: &ThemeFile| match path.split_once('/') {
        Some(("templates", name)) => {
            let kind = name.strip_prefix("kinds/");
            let kind = kind.and_then(|name| name.strip_suffix(".html"));
            let defines =
                |text: &str| text.contains("{% component") || text.contains("{%- component");
            named.contains(name)
                || file.text().is_some_and(defines)
                || kind.is_some_and(|id| kinds.get(id).is_some())
        }
        Some(("icons", name)) => {
            let icon = name.strip_suffix(".svg");
            icon.is_some_and(|icon| named.contains(icon))
        }
        Some(("texts", name)) => {
            let code = name.strip_suffix(".ftl");
            code.is_some_and(language::is_language)
        }
        _ => false,
    };
    let of_kinds = kinds.ids().map(|id| format!("templates/kinds/{id}.html"));
    let known = standard.keys().cloned().chain(of_kinds);
    let known: Vec<String> = known.chain(OWN.map(str::to_owned)).collect();
    // Folders are long: what is like a name is told by the name alone.
    let by_name = Suggestions::new(known.iter().map(|path| name_of(path)));
    let meant = |path: &str| {
        let name = by_name.nearest(name_of(path))?;
        known.iter().find(|known| name_of(known) == name).cloned()
    };
    for (path, _) in others.filter(|(path, file)| !is_used(path, file)) {
        let place = PlacePath::from_root(&format!("{folder}/{path}"));
        let finding = Finding::new(&codes::UNUSED_THEME_FILE, &place);
        let finding = finding.with("file", path.as_str());
        findings.push(finding.with_suggestion(meant(path)));
    }
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether a file is there for those who look into the folder.
fn is_for_people(path: &str) -> bool {
    let upper = name_of(path).to_ascii_uppercase();
    let is = |begin| upper.starts_with(begin);
    is(".") || is("README") || is("LICEN") || is("COPYING") || is("CHANGELOG")
}
