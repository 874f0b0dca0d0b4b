//! A link to a file says what sort of file it is and how large.
//!
//! 1. Links of Markdown to files of the handbook are looked at, but for images and pages, which the
//!    browser shows.
//! 2. Sort and size may stand in the link or right behind it.
//! 3. What is missing is offered as a fix: `[Leitfaden](leitfaden.pdf)` becomes
//!    `[Leitfaden (PDF, 1,2 MB)](leitfaden.pdf)`.

use super::{Content, Source, Text};
use crate::config::language;
use crate::diagnostic::{Finding, codes};
use crate::markdown::Link;
use crate::source::{File, HandbookPath, Span};

/// Endings of files that a browser shows as it shows a page.
const SHOWN: &str = "png|jpg|jpeg|gif|svg|webp|avif|html|htm|md";

/// Endings with the names that people have for them.
const NAMES: [(&str, &[&str]); 4] = [
    ("Word", &["doc", "docx", "odt"]),
    ("Excel", &["xls", "xlsx", "ods"]),
    ("PowerPoint", &["ppt", "pptx", "odp"]),
    ("Film|Video", &["mp4", "webm"]),
];

/// Units of a file's size, in the languages of the standard theme.
const UNITS: &str =
    "b|kb|mb|gb|kib|mib|gib|byte|bytes|kilobyte|megabyte|gigabyte|кб|мб|гб|كيلوبايت|ميغابايت";

/// How far behind a link its size may stand, in characters.
const BEHIND: usize = 40;

/// Finds links to files that don't say so.
pub(super) fn unannounced(content: &Content<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for text in content.texts() {
        let links = text.document.facts.links.iter();
        findings.extend(links.filter_map(|link| in_link(content, &text, link)));
    }
    findings
}

fn in_link(content: &Content<'_>, text: &Text<'_>, link: &Link) -> Option<Finding> {
    let link_path = link.target.split(['#', '?']).next().unwrap_or_default();
    let ending = link_path.rsplit_once('.')?.1;
    if SHOWN
        .split('|')
        .any(|shown| ending.eq_ignore_ascii_case(shown))
    {
        return None;
    }
    let size = size_of(content, text.path, link_path)?;
    // Of a field it isn't known where in the file its words stand.
    let behind = match text.source {
        Source::File(parsed) => behind(&parsed.source.text, link.span),
        Source::Field(..) => "",
    };
    let address = ["](", "]["]
        .iter()
        .find_map(|sign| behind.strip_prefix(sign));
    let after = address.and_then(|rest| Some(rest.split_once([')', ']'])?.1));
    // As far as the next link, which may speak of another file.
    let after = after.unwrap_or_default().split('[').next();
    let near: String = after.unwrap_or_default().chars().take(BEHIND).collect();
    let said = format!("{} {near}", link.text);
    let (typed, sized) = (says_sort(&said, ending), says_size(&said));
    if typed && sized {
        return None;
    }
    let sort = ending.to_uppercase();
    let size = language::file_size(size, &content.linked.site.edition(text.edition).language);
    let missing = match (typed, sized) {
        (true, _) => size,
        (_, true) => sort,
        _ => format!("{sort}, {size}"),
    };
    let finding = Finding::new(&codes::DOWNLOAD_WITHOUT_SIZE, text.path)
        .at(link.span)
        .with("text", link.text.trim())
        .with("missing", missing.as_str());
    // Only where the link's text ends here for sure, and its address stands behind it.
    let end = link.span.range().end;
    Some(match behind.strip_prefix("](") {
        None => finding,
        Some(_) if link.text.ends_with(')') && (typed || sized) => {
            finding.with_fix(Span::new(end - 1..end - 1), format!(", {missing}"))
        }
        Some(_) => finding.with_fix(Span::new(end..end), format!(" ({missing})")),
    })
}

/// How large the file is to which `link_path` leads, in bytes.
fn size_of(content: &Content<'_>, from: &HandbookPath, link_path: &str) -> Option<u64> {
    let (path, _) = content.linked.file(from, link_path)?;
    match content.snapshot.get(path.as_str())? {
        File::Asset { len } => Some(*len),
        File::Text(_) => None,
    }
}

/// What stands behind the link's text in its line, from the bracket that closes it.
fn behind(text: &str, link: Span) -> &str {
    let rest = text.get(link.range().end..).unwrap_or_default();
    rest.lines().next().unwrap_or_default()
}

fn says_sort(text: &str, ending: &str) -> bool {
    let known = |(_, endings): &&(&str, &[&str])| {
        let mut endings = endings.iter();
        endings.any(|known| ending.eq_ignore_ascii_case(known))
    };
    let names = NAMES.iter().find(known).map_or("", |(names, _)| names);
    let mut names = names
        .split('|')
        .chain([ending])
        .filter(|name| !name.is_empty());
    let words = || text.split(|c: char| !c.is_alphanumeric());
    names.any(|name| words().any(|word| word.eq_ignore_ascii_case(name)))
}

/// Whether a number and a unit stand in `text`, together or apart.
fn says_size(text: &str) -> bool {
    let text = text.to_lowercase();
    let units = || UNITS.split('|');
    let mut number = false;
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let unit = word.trim_start_matches(|c: char| c.is_numeric());
        let digits = unit.len() < word.len();
        if (digits || number) && units().any(|known| known == unit) {
            return true;
        }
        number = digits && unit.is_empty();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sort_and_size_are_told_from_other_words() {
        assert!(says_sort("Leitfaden (PDF)", "pdf") && says_sort("Vorlage für Word", "docx"));
        assert!(!says_sort("Vorwort", "docx") && !says_sort("pdfs und mehr", "pdf"));
        for size in ["1,2 MB", "340KB", "12 Kilobyte", "2 МБ"] {
            assert!(says_size(size), "{size}");
        }
        for other in ["2018", "3 Bände", "MB", "B 12"] {
            assert!(!says_size(other), "{other}");
        }
    }
}
