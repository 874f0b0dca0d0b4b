//! Anchors: headings as places to link to.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::page_outline::{OutlineHeading, PageOutline, SetAnchor};
use super::{Chapter, slug};
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::kind::{FormerAnchor, TOP};
use crate::source::{HandbookPath, composed};

/// A place on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// What stands behind the `#`.
    pub id: String,
    /// Level of the heading, 2 to 6.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// What other programs call it: links that were written for them go on working.
    pub spellings: Vec<String>,
}

/// The places on a page that one can link to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchors {
    /// Those of headings: of the page's text, with those of the texts that it puts in, and behind
    /// them of the chapter's fields.
    headings: Vec<Anchor>,
    /// By field with Markdown, the number of its first heading.
    fields: Vec<usize>,
    /// Further ones: those that raw HTML sets, and former ones of headings.
    others: Vec<String>,
    /// What links call the title.
    title: Vec<String>,
    /// The numbers of all of them, those of headings first, in the order of their ids.
    by_id: Vec<usize>,
    /// The numbers of headings with those of their spellings, in the order of the spellings.
    by_spelling: Vec<(usize, usize)>,
}

impl Anchors {
    fn new(headings: Vec<Anchor>, fields: Vec<usize>, others: Vec<String>) -> Self {
        let mut anchors = Self {
            headings,
            fields,
            others,
            ..Self::default()
        };
        let mut by_id: Vec<usize> = (0..anchors.headings.len() + anchors.others.len()).collect();
        by_id.sort_by_key(|number| anchors.id(*number));
        anchors.by_id = by_id;
        anchors
    }

    /// Adds what other programs call its places: `title` is the title of the page, of whose text it is
    /// the first heading if `opens`.
    fn with_spellings(mut self, title: &str, title_id: Option<&str>, opens: bool) -> Self {
        let mut spellings = Spellings::default();
        let of_title = if opens {
            spellings.next(title)
        } else {
            Spellings::default().next(title)
        };
        let headings = self.headings.iter();
        let mut of_headings: Vec<Vec<String>> = headings
            .map(|heading| spellings.next(&heading.text).into())
            .collect();
        let set = title_id.map(str::to_owned).into_iter();
        let mut of_title: Vec<String> = set.chain([slug(title)]).chain(of_title).collect();

        let mut used: FxHashSet<&str> = self.ids().collect();
        let all = of_headings.iter().chain([&of_title]).flatten();
        let free: Vec<bool> = all
            .map(|id| !id.is_empty() && !is_reserved(id) && used.insert(id))
            .collect();
        let mut free = free.into_iter();
        for all in of_headings.iter_mut().chain([&mut of_title]) {
            all.retain(|_| free.next().expect("each has been looked at"));
        }
        for (heading, spellings) in self.headings.iter_mut().zip(of_headings) {
            heading.spellings = spellings;
        }
        self.title = of_title;
        let counts = self.headings.iter().map(|heading| heading.spellings.len());
        let mut by_spelling: Vec<(usize, usize)> = counts
            .enumerate()
            .flat_map(|(heading, count)| (0..count).map(move |nth| (heading, nth)))
            .collect();
        by_spelling.sort_by_key(|place| self.spelling(*place));
        self.by_spelling = by_spelling;
        self
    }

    fn spelling(&self, (heading, nth): (usize, usize)) -> &str {
        &self.headings[heading].spellings[nth]
    }

    /// Whether links that call a place `id` mean the title, which stands at the top of the page.
    pub fn is_title(&self, id: &str) -> bool {
        self.title.iter().any(|title| title == id)
    }

    /// The id of the place that a link calls `id`.
    pub fn find<'a>(&'a self, id: &'a str) -> Option<&'a str> {
        let own = self
            .by_id
            .binary_search_by_key(&id, |number| self.id(*number));
        if own.is_ok() {
            return Some(id);
        }
        let found = self
            .by_spelling
            .binary_search_by_key(&id, |place| self.spelling(*place));
        let (heading, _) = self.by_spelling[found.ok()?];
        Some(&self.headings[heading].id)
    }

    fn id(&self, number: usize) -> &str {
        match self.headings.get(number) {
            Some(anchor) => &anchor.id,
            None => &self.others[number - self.headings.len()],
        }
    }

    /// The headings of the chapter's text without its title, with those of the texts that it puts
    /// in.
    pub fn of_text(&self) -> &[Anchor] {
        let end = self.fields.first().copied();
        &self.headings[..end.unwrap_or(self.headings.len())]
    }

    /// The headings of the field with this number among those with Markdown.
    pub fn of_field(&self, field: usize) -> &[Anchor] {
        let end = self.fields.get(field + 1).copied();
        &self.headings[self.fields[field]..end.unwrap_or(self.headings.len())]
    }

    /// All headings.
    pub fn headings(&self) -> &[Anchor] {
        &self.headings
    }

    /// The ids of all places.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let headings = self.headings.iter().map(|anchor| anchor.id.as_str());
        headings.chain(self.others.iter().map(String::as_str))
    }
}

/// What other programs call the headings of a text, one after the other: how often they have called one so.
#[derive(Default)]
struct Spellings([FxHashMap<String, usize>; 2]);

impl Spellings {
    /// The anchors of the next heading: as GitHub, VS Code and mdBook make them, and as GitLab does, which
    /// makes one hyphen of several. A number tells equal ones apart.
    fn next(&mut self, text: &str) -> [String; 2] {
        let mut plain = String::with_capacity(text.len());
        for c in composed(text.trim()).chars() {
            if c.is_ascii_alphanumeric() {
                plain.push(c.to_ascii_lowercase());
            } else if c.is_whitespace() {
                plain.push('-');
            } else if c.is_alphanumeric() || matches!(c, '-' | '_') {
                let lower = c.to_lowercase();
                plain.extend(lower.filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')));
            }
        }
        let mut squeezed = plain.clone();
        while squeezed.contains("--") {
            squeezed = squeezed.replace("--", "-");
        }
        let [plainly, by_gitlab] = &mut self.0;
        [numbered(plain, plainly), numbered(squeezed, by_gitlab)]
    }
}

/// `name`, with a number if it was among `names` already.
fn numbered(name: String, names: &mut FxHashMap<String, usize>) -> String {
    if let Some(count) = names.get_mut(&name) {
        *count += 1;
        return format!("{name}-{}", *count - 1);
    }
    names.insert(name.clone(), 1);
    name
}

/// Gives the headings of the page of `chapter` their anchors, those in its fields too.
pub(super) fn of_page(
    outline: PageOutline<'_>,
    chapter: &Chapter,
    findings: &mut Vec<Finding>,
) -> Anchors {
    let (fields, path) = (&chapter.markdown_fields, chapter.path());
    let former = &chapter.parsed.front.anchors;
    let PageOutline {
        mut headings,
        html_ids,
        ..
    } = outline;
    let mut first = Vec::new();
    for document in fields.iter() {
        first.push(headings.len());
        headings.extend(document.headings().map(|heading| OutlineHeading {
            heading,
            level: heading.level.clamp(3, 6),
            path,
        }));
    }
    let headings = assign(&headings, &html_ids, findings);
    let mut others: Vec<String> = html_ids.iter().map(|anchor| anchor.id.to_owned()).collect();
    others.extend(kept(former, &headings, path, findings));
    let document = &chapter.parsed.document;
    let opens = chapter.opens_with_title();
    let title_id = document.headings().next().filter(|_| opens);
    let title_id = title_id.and_then(|heading| heading.id.as_deref());
    Anchors::new(headings, first, others).with_spellings(&chapter.title, title_id, opens)
}

/// The anchors that a page still answers to, though no heading has them any longer.
fn kept<'f>(
    former: &'f [FormerAnchor],
    present: &'f [Anchor],
    path: &'f HandbookPath,
    findings: &mut Vec<Finding>,
) -> Vec<String> {
    let ids = || present.iter().map(|anchor| anchor.id.as_str());
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut kept = Vec::new();
    if former.is_empty() {
        return kept;
    }
    let suggestions = Suggestions::new(ids());
    let present: BTreeSet<&str> = ids().collect();
    for anchor in former {
        let finding = |code| Finding::new(code, path).at(anchor.span);
        let former = anchor.former.as_str();
        if present.contains(former) || taken.contains(former) {
            findings.push(finding(&codes::DUPLICATE_ANCHOR).with("anchor", anchor.former.as_str()));
        } else if anchor.present != TOP && !present.contains(anchor.present.as_str()) {
            findings.push(
                finding(&codes::UNKNOWN_ANCHOR)
                    .with("anchor", anchor.present.as_str())
                    .with("path", path.as_str())
                    .suggesting(&anchor.present, &suggestions),
            );
        } else {
            taken.insert(former);
            kept.push(anchor.former.clone());
        }
    }
    kept
}

/// Gives every heading of a page an anchor; `taken` are anchors that raw HTML sets.
///
/// An anchor is the one that `{#id}` sets, else the heading's slug. If an earlier heading has that
/// already, the slug of the heading above goes before it, so that a section that is added or moved
/// elsewhere doesn't rename it; a number is the last resort.
fn assign(
    headings: &[OutlineHeading<'_>],
    taken: &[SetAnchor<'_>],
    findings: &mut Vec<Finding>,
) -> Vec<Anchor> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let set = headings
        .iter()
        .filter_map(|OutlineHeading { heading, path, .. }| {
            Some(SetAnchor {
                id: heading.id.as_deref()?,
                span: heading.span,
                path,
            })
        });
    for SetAnchor { id, span, path } in taken.iter().copied().chain(set) {
        if !used.insert(id.to_owned()) {
            let finding = Finding::new(&codes::DUPLICATE_ANCHOR, path).at(span);
            findings.push(finding.with("anchor", id));
        }
    }
    let mut anchors: Vec<Anchor> = Vec::new();
    // By slug, the last number that was tried.
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    // By level, the last heading that has it.
    let mut last = [None; LEVELS];
    for &OutlineHeading { heading, level, .. } in headings {
        let id = heading.id.clone().unwrap_or_else(|| {
            let plain = unreserved(slug(&heading.text));
            if !used.contains(&plain) {
                return plain;
            }
            let above = last[..usize::from(level)].iter().flatten().max();
            let qualified = above.map(|above: &usize| format!("{}-{plain}", anchors[*above].id));
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
        last[usize::from(level)] = Some(anchors.len());
        anchors.push(Anchor {
            id,
            level,
            text: heading.text.clone(),
            spellings: Vec::new(),
        });
    }
    anchors
}

/// Levels of headings, with a level 0 that none has.
const LEVELS: usize = 7;

/// Beginnings of ids that the theme and the footnotes have for themselves.
const RESERVED: [&str; 4] = ["page-", "fn-", "fnref-", "footnotes-"];

/// A slug that no id of the page's frame can be.
fn unreserved(slug: String) -> String {
    if is_reserved(&slug) {
        format!("h-{slug}")
    } else {
        slug
    }
}

fn is_reserved(id: &str) -> bool {
    RESERVED.iter().any(|beginning| id.starts_with(beginning))
}

impl Chapter {
    /// The places on it that one can link to.
    pub fn anchor_ids(&self) -> impl Iterator<Item = &str> {
        self.anchors.ids()
    }

    /// Whether one can link to `anchor` on it.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.anchors.find(anchor).is_some() || self.anchors.is_title(anchor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Heading;
    use crate::source::Span;

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
        let path = HandbookPath::literal("a.md");
        let mut findings = Vec::new();
        let headings: Vec<_> = headings
            .iter()
            .map(|heading| OutlineHeading {
                heading,
                level: heading.level,
                path: &path,
            })
            .collect();
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
    fn places_are_called_as_other_programs_do() {
        let mut spellings = Spellings::default();
        for (text, first, second) in [
            ("Über uns", "über-uns", "über-uns"),
            ("Preis & Kosten", "preis--kosten", "preis-kosten"),
            ("1. Schritt", "1-schritt", "1-schritt"),
            ("Wie geht’s?", "wie-gehts", "wie-gehts"),
            ("Über uns", "über-uns-1", "über-uns-1"),
        ] {
            assert_eq!(spellings.next(text), [first, second]);
        }
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
