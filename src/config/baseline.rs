//! A baseline: the findings that a handbook had when it took the tool up, and that don't fail.
//!
//! 1. [`Baseline::of`] takes findings by their [`Identity`], which outlives shifted lines, and
//!    counts those that share one. [`Baseline::write`] gives the file, sorted, an entry a line.
//! 2. [`Baseline::read`] reads it again.
//! 3. [`Baseline::split`] takes so many findings of each identity out of a run as are known, and
//!    reports the entries for which nothing is left.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Identity, PlacePath, codes, identities};
use crate::source::{FileText, Span};
use crate::yaml::write::{key, scalar};
use crate::yaml::{Key, Node, Reader, Value, read_file};

/// Version of the file's form. All up to this one are read.
const FORMAT: u32 = 1;
/// The key that says it.
const FORMAT_KEY: &str = "format";

/// Known findings.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    path: Option<PlacePath>,
    known: BTreeMap<Identity, BaselineEntry>,
}

#[derive(Debug, Clone, Copy, Default)]
struct BaselineEntry {
    count: usize,
    span: Span,
}

/// What a run found, seen against a baseline.
#[derive(Debug, Default)]
pub struct NewFindings {
    /// What the baseline doesn't know.
    pub new: Vec<Finding>,
    /// A finding about each entry that nothing matches any more.
    pub stale: Vec<Finding>,
}

impl Baseline {
    /// A baseline of all `findings` that one may live with.
    pub fn of<'s>(findings: &[Finding], source: &impl Fn(&str) -> Option<&'s FileText>) -> Self {
        let mut baseline = Self::default();
        for (finding, identity) in findings.iter().zip(identities(findings, source)) {
            if can_be_known(finding) {
                baseline.known.entry(identity).or_default().count += 1;
            }
        }
        baseline
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.known.values().map(|known| known.count).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The file, which begins with `comment`, one line.
    pub fn write(&self, comment: &str) -> String {
        let mut out = format!("# {comment}\n{FORMAT_KEY}: {FORMAT}\n");
        let (mut path, mut slug) = (None, None);
        for (identity, known) in &self.known {
            if path != Some(&identity.path) {
                path = Some(&identity.path);
                slug = None;
                out += &format!("{}\n", key(&identity.path, ""));
            }
            if slug != Some(&identity.slug) {
                slug = Some(&identity.slug);
                out += &format!("  {}:\n", scalar(&identity.slug));
            }
            out += &format!("{} {}\n", key(&identity.text, "    "), known.count);
        }
        out
    }

    /// Reads `text`, that of the file `path`, which may lie outside of the handbook.
    pub fn read(path: &PlacePath, text: &str) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let known = read_file(text, path, &mut findings, entries);
        let baseline = Self {
            path: Some(path.clone()),
            known: known.unwrap_or_default(),
        };
        (baseline, findings)
    }

    /// Takes the known ones out of `findings`.
    pub fn split<'s>(
        &self,
        findings: &[Finding],
        source: &impl Fn(&str) -> Option<&'s FileText>,
    ) -> NewFindings {
        let mut left = self.known.clone();
        let mut new = Vec::new();
        for (finding, identity) in findings.iter().zip(identities(findings, source)) {
            match left.get_mut(&identity) {
                Some(known) if known.count > 0 && can_be_known(finding) => known.count -= 1,
                _ => new.push(finding.clone()),
            }
        }
        let stale = left.iter().filter(|(_, known)| known.count > 0);
        let stale = stale.filter_map(|(identity, known)| {
            Some(
                Finding::new(&codes::STALE_BASELINE, self.path.as_ref()?)
                    .at(known.span)
                    .with("slug", identity.slug.as_str())
                    .with("path", identity.path.as_str())
                    .with("count", known.count),
            )
        });
        NewFindings {
            new,
            stale: stale.collect(),
        }
    }
}

/// With a finding that keeps a site from being made there is nothing to go on with.
fn can_be_known(finding: &Finding) -> bool {
    !finding.code.severity_locked
}

fn entries(value: &Value, reader: &mut Reader<'_>) -> BTreeMap<Identity, BaselineEntry> {
    let mut known = BTreeMap::new();
    for (path, slugs) in map("baseline", value, reader) {
        // The first baselines didn't say their form. No file of a handbook has such a path.
        if path.text == FORMAT_KEY
            && let Some(format) = slugs.as_text()
        {
            if format.parse().is_ok_and(|format: u32| format > FORMAT) {
                let allowed = FORMAT.to_string();
                reader.unknown_value(FORMAT_KEY, format, slugs.span, &[&allowed]);
            }
            continue;
        }
        for (slug, texts) in map(&path.text, slugs, reader) {
            for (text, count) in map(&slug.text, texts, reader) {
                let number = count.as_text().and_then(|count| count.parse().ok());
                let Some(number) = number else {
                    reader.wrong_type(&text.text, count, "type-integer");
                    continue;
                };
                let identity = Identity {
                    path: path.text.clone(),
                    slug: slug.text.clone(),
                    text: text.text.clone(),
                };
                let span = text.span;
                let entry = BaselineEntry {
                    count: number,
                    span,
                };
                known.insert(identity, entry);
            }
        }
    }
    known
}

fn map<'v>(key: &str, value: &'v Value, reader: &mut Reader<'_>) -> &'v [(Key, Value)] {
    match &value.node {
        Node::Map(map) => map,
        Node::Null => &[],
        _ => {
            reader.wrong_type(key, value, "type-map");
            &[]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> FileText {
        FileText::new(text.into())
    }

    fn at(range: std::ops::Range<usize>) -> Finding {
        Finding::new(&codes::EMPTY_LINK, PlacePath::from_root("content/a.md")).at(Span::new(range))
    }

    fn reread(baseline: &Baseline) -> Baseline {
        let text = baseline.write("x");
        let (again, findings) = Baseline::read(&PlacePath::outside("b.yml"), &text);
        assert_eq!(findings, []);
        again
    }

    #[test]
    fn known_findings_stay_known_when_lines_shift() {
        let old = source("[a]() und [a]() und [\"b\"  \n c]()\n");
        let baseline = Baseline::of(&[at(0..5), at(10..15), at(20..32)], &|_| Some(&old));
        assert_eq!(
            baseline.write("Bekannt"),
            "# Bekannt\nformat: 1\n\"content/a.md\":\n  empty-link:\n    \"[\\\"b\\\" c]()\": 1\n    \"[a]()\": 2\n"
        );
        let new = source("# Neu\n\n[a]()\n\n[a]() [a]()\n");
        let findings = [at(7..12), at(14..19), at(20..25)];
        let NewFindings { new: left, stale } = reread(&baseline).split(&findings, &|_| Some(&new));
        assert_eq!(left, [at(20..25)]);
        assert_eq!(stale.len(), 1);
        assert_eq!(stale[0].args["count"], 1.into());
        assert_eq!(stale[0].place.path.as_str(), "b.yml");
    }

    #[test]
    fn whatever_a_finding_names_is_known_again() {
        let signs: String = ('\0'..='\u{ff}')
            .chain("\u{2028}\u{feff}\u{fffe}𝄞".chars())
            .collect();
        let named = |text: &str| {
            let path = PlacePath::outside(&format!("content/{text}.md"));
            Finding::new(&codes::UNKNOWN_KEY, &path).with("key", text)
        };
        for text in [
            "\u{7f}",
            "a\u{80}\u{9f}b",
            "\\\\server\\team",
            "\u{1}",
            "'\"\\",
            &signs,
        ] {
            let findings = [named(text)];
            let known = reread(&Baseline::of(&findings, &|_| None));
            assert_eq!(known.split(&findings, &|_| None).new, [], "{text:?}");
        }
    }

    #[test]
    fn entries_without_names_are_written_with_all_their_levels() {
        for written in ["a:\n  \"\": {b: 1}\n", "\"\":\n  \"\": {\"\": 2}\n"] {
            let (baseline, _) = Baseline::read(&PlacePath::outside("b.yml"), written);
            assert!(!baseline.is_empty(), "{written}");
            assert_eq!(reread(&baseline).len(), baseline.len(), "{written}");
        }
    }

    #[test]
    fn what_keeps_a_site_from_being_made_is_never_known() {
        let fatal = Finding::new(&codes::NO_CHAPTERS, PlacePath::from_root("content"));
        let baseline = Baseline::of(std::slice::from_ref(&fatal), &|_| None);
        assert!(baseline.is_empty());
        let forged = "content:\n  no-chapters:\n    \"\": 1\n";
        let (baseline, _) = Baseline::read(&PlacePath::outside("b.yml"), forged);
        let found = baseline.split(std::slice::from_ref(&fatal), &|_| None);
        assert_eq!(found.new, [fatal]);
    }
}
