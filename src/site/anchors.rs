//! Anchors: headings as places to link to.

use std::collections::{BTreeMap, BTreeSet};

use super::slug;
use crate::diagnostic::{Code, Finding};
use crate::kind::{FormerAnchor, TOP};
use crate::markdown::Heading;
use crate::source::{HandbookPath, Span};

static DUPLICATE: Code = Code::error("duplicate-anchor");
static UNKNOWN: Code = Code::error("unknown-anchor");

/// A place on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// What stands behind the `#`.
    pub id: String,
    /// Level of the heading, 2 to 6.
    pub level: u8,
    /// Its text.
    pub text: String,
}

/// The anchors that a page still answers to, though no heading has them any longer.
pub fn former<'f>(
    former: &'f [FormerAnchor],
    present: &'f [Anchor],
    path: &'f HandbookPath,
    findings: &mut Vec<Finding>,
) -> Vec<String> {
    let ids = || present.iter().map(|anchor| anchor.id.as_str());
    let mut kept = Vec::new();
    for anchor in former {
        let finding = |code| Finding::new(code, path).at(anchor.span);
        if ids().any(|id| id == anchor.former) || kept.contains(&anchor.former) {
            findings.push(finding(&DUPLICATE).with("anchor", anchor.former.as_str()));
        } else if anchor.present != TOP && ids().all(|id| id != anchor.present) {
            findings.push(
                finding(&UNKNOWN)
                    .with("anchor", anchor.present.as_str())
                    .with("path", path.as_str())
                    .suggesting(&anchor.present, ids()),
            );
        } else {
            kept.push(anchor.former.clone());
        }
    }
    kept
}

/// Gives every heading of a page an anchor. Headings come with the file they stand in and the level
/// they have on the page; `taken` are anchors that raw HTML sets.
///
/// An anchor is the one that `{#id}` sets, else the heading's slug. If an earlier heading has that
/// already, the slug of the heading above goes before it, so that a section that is added or moved
/// elsewhere doesn't rename it; a number is the last resort.
pub fn assign(
    headings: &[(&Heading, u8, &HandbookPath)],
    taken: &[(String, Span, HandbookPath)],
    findings: &mut Vec<Finding>,
) -> Vec<Anchor> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let set = headings
        .iter()
        .filter_map(|(heading, _, path)| heading.id.as_ref().map(|id| (id, heading.span, *path)));
    for (id, span, path) in taken
        .iter()
        .map(|(id, span, path)| (id, *span, path))
        .chain(set)
    {
        if !used.insert(id.clone()) {
            let finding = Finding::new(&DUPLICATE, path).at(span);
            findings.push(finding.with("anchor", id.as_str()));
        }
    }
    let mut anchors: Vec<Anchor> = Vec::new();
    // By slug, the last number that was tried.
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for &(heading, level, _) in headings {
        let id = heading.id.clone().unwrap_or_else(|| {
            let plain = unreserved(slug(&heading.text));
            if !used.contains(&plain) {
                return plain;
            }
            let above = anchors.iter().rev().find(|anchor| anchor.level < level);
            let qualified = above.map(|above| format!("{}-{plain}", above.id));
            if let Some(qualified) = qualified.filter(|id| !used.contains(id)) {
                return qualified;
            }
            let number = numbers.entry(plain.clone()).or_insert(1);
            loop {
                *number += 1;
                let id = format!("{plain}-{number}");
                if !used.contains(&id) {
                    return id;
                }
            }
        });
        used.insert(id.clone());
        anchors.push(Anchor {
            id,
            level,
            text: heading.text.clone(),
        });
    }
    anchors
}

/// Beginnings of ids that the theme and the footnotes have for themselves.
const RESERVED: [&str; 4] = ["page-", "fn-", "fnref-", "footnotes-"];

/// A slug that no id of the page's frame can be.
fn unreserved(slug: String) -> String {
    if RESERVED.iter().any(|beginning| slug.starts_with(beginning)) {
        format!("h-{slug}")
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(headings: &[(u8, &str, Option<&str>)]) -> (Vec<String>, usize) {
        let headings: Vec<Heading> = headings
            .iter()
            .map(|(level, text, id)| Heading {
                level: *level,
                text: (*text).into(),
                id: id.map(Into::into),
                span: Span::default(),
            })
            .collect();
        let path = HandbookPath::from("a.md");
        let mut findings = Vec::new();
        let headings: Vec<_> = headings.iter().map(|h| (h, h.level, &path)).collect();
        let anchors = assign(&headings, &[], &mut findings);
        (
            anchors.into_iter().map(|anchor| anchor.id).collect(),
            findings.len(),
        )
    }

    #[test]
    fn doubles_take_the_name_of_the_heading_above() {
        let (found, findings) = ids(&[
            (2, "Schritt 1", None),
            (3, "Material", None),
            (2, "Schritt 2", None),
            (3, "Material", None),
            (3, "Material", None),
        ]);
        let expected = [
            "schritt-1",
            "material",
            "schritt-2",
            "schritt-2-material",
            "material-2",
        ];
        assert_eq!((found, findings), (expected.map(String::from).to_vec(), 0));
    }

    #[test]
    fn set_anchors_come_first_and_may_not_double() {
        let (found, findings) = ids(&[
            (2, "Ablauf", None),
            (2, "Anders", Some("ablauf")),
            (2, "X", Some("ablauf")),
        ]);
        assert_eq!(found, ["ablauf-2", "ablauf", "ablauf"]);
        assert_eq!(findings, 1);
    }
}
