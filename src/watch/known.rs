//! What is new among findings and what is mended, since they were looked at last.
//!
//! 1. [`Known`] tells what has come and gone among all findings of one sort of look: loading, or a review.
//! 2. [`SincePause`] gathers that until the author pauses. Only then it is known whether a mistake was
//!    mended, or replaced by another one.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Finding, Identity, codes, identities};
use crate::source::FileText;

/// The findings that were there the last time.
#[derive(Debug, Default)]
pub(crate) struct Known(BTreeMap<Identity, Vec<Finding>>);

/// What has changed among them.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Difference {
    /// Those that weren't there.
    pub new: Vec<Finding>,
    /// Those that are there no more.
    pub gone: Vec<Finding>,
}

impl Known {
    /// Looks at `findings`, which are all that there are, in the sources that `source` knows.
    pub fn update<'s>(
        &mut self,
        findings: &[Finding],
        source: &impl Fn(&str) -> Option<&'s FileText>,
    ) -> Difference {
        let mut now: BTreeMap<Identity, Vec<Finding>> = BTreeMap::new();
        for (mut identity, finding) in identities(findings, source).into_iter().zip(findings) {
            // It lists what has changed, which grows with every save of the original: that is no news.
            if finding.code == &codes::STALE_TRANSLATION {
                identity.text.clear();
            }
            now.entry(identity).or_default().push(finding.clone());
        }
        let before = std::mem::replace(&mut self.0, now);
        Difference {
            new: only_in(&self.0, &before),
            gone: only_in(&before, &self.0),
        }
    }
}

/// The findings of `some` that aren't among `others`.
fn only_in(
    some: &BTreeMap<Identity, Vec<Finding>>,
    others: &BTreeMap<Identity, Vec<Finding>>,
) -> Vec<Finding> {
    let left = some.iter().flat_map(|(identity, found)| {
        let there = others.get(identity).map_or(0, Vec::len);
        found.iter().skip(there)
    });
    left.cloned().collect()
}

/// What has come and gone since the author paused last.
#[derive(Debug, Default)]
pub(crate) struct SincePause {
    came: Bag,
    gone: Bag,
}

/// Findings by what they say of which file.
#[derive(Debug, Default)]
struct Bag(BTreeMap<String, Vec<Finding>>);

impl SincePause {
    /// Takes a difference in. Gives what of it is news: not what only went and came back.
    pub fn take(&mut self, difference: Difference) -> Vec<Finding> {
        for finding in difference.gone {
            self.gone.add(finding);
        }
        let mut new = difference.new;
        new.retain(|finding| !self.gone.remove_like(finding));
        for finding in &new {
            self.came.add(finding.clone());
        }
        new
    }

    /// The author pauses: gives what is mended. Where something else has come in the same file, the
    /// mistake was replaced by another one, as far as anybody can say.
    pub fn end(&mut self) -> Vec<Finding> {
        let Self { mut came, gone } = std::mem::take(self);
        for finding in gone.findings() {
            came.remove_like(finding);
        }
        let came: BTreeSet<_> = came.findings().map(|finding| &finding.place.path).collect();
        let is_mended = |finding: &&Finding| !came.contains(&finding.place.path);
        gone.findings().filter(is_mended).cloned().collect()
    }
}

impl Bag {
    fn key(finding: &Finding) -> String {
        let Finding {
            code, place, args, ..
        } = finding;
        format!("{} {:?} {args:?}", code.slug, place.path)
    }

    fn add(&mut self, finding: Finding) {
        self.0.entry(Self::key(&finding)).or_default().push(finding);
    }

    /// Removes one that says the same of the same file, if there is one.
    fn remove_like(&mut self, finding: &Finding) -> bool {
        let like = self.0.get_mut(&Self::key(finding));
        like.is_some_and(|like| like.pop().is_some())
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.0.values().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, PlacePath};

    fn finding(code: &'static Code, path: &str, arg: (&'static str, &str)) -> Finding {
        Finding::new(code, PlacePath::from_root(path)).with(arg.0, arg.1)
    }

    fn unknown(path: &str, target: &str) -> Finding {
        finding(&codes::UNKNOWN_CHAPTER, path, ("target", target))
    }

    /// Finds one list after the other, with a pause behind each. Gives how much is news and mended at the last.
    fn last_of(looks: &[Vec<Finding>]) -> (usize, usize) {
        let (mut known, mut since) = (Known::default(), SincePause::default());
        let counts = looks.iter().map(|findings| {
            let new = since.take(known.update(findings, &|_| None));
            (new.len(), since.end().len())
        });
        counts.last().unwrap()
    }

    #[test]
    fn a_mistake_that_another_one_replaces_is_not_mended() {
        let (b, bb, c) = (
            unknown("a.md", "b.md"),
            unknown("a.md", "bb.md"),
            unknown("a.md", "c.md"),
        );
        let both = vec![b, c.clone()];
        assert_eq!(last_of(&[both.clone(), vec![bb, c.clone()]]), (1, 0));
        assert_eq!(last_of(&[both.clone(), vec![c.clone()]]), (0, 1));
        let other = Finding::new(&codes::SECOND_TITLE, PlacePath::from_root("a.md"));
        assert_eq!(last_of(&[both.clone(), vec![c.clone(), other]]), (1, 0));
        let elsewhere = unknown("d.md", "b.md");
        assert_eq!(last_of(&[both, vec![c, elsewhere]]), (1, 1));
    }

    #[test]
    fn what_goes_and_comes_back_before_a_pause_is_no_news() {
        let (mut known, mut since) = (Known::default(), SincePause::default());
        let mut look = |findings: &[Finding], pauses: bool| {
            let new = since.take(known.update(findings, &|_| None));
            (new.len(), if pauses { since.end().len() } else { 0 })
        };
        let there = [unknown("a.md", "b.md")];
        assert_eq!(look(&there, false), (1, 0));
        assert_eq!(look(&[], false), (0, 0));
        assert_eq!(look(&there, true), (0, 0));
        assert_eq!(look(&[], false), (0, 0));
        assert_eq!(look(&there, true), (0, 0));
        assert_eq!(look(&[], true), (0, 1));
        // What was told before it went is mended.
        assert_eq!(look(&there, false), (1, 0));
        assert_eq!(look(&[], true), (0, 1));
    }

    #[test]
    fn a_translation_is_stale_once_whatever_has_changed_since() {
        let stale = |changed| {
            let found = finding(&codes::STALE_TRANSLATION, "a.en.md", ("changed", changed));
            vec![found.with("path", "a.md")]
        };
        assert_eq!(last_of(&[stale("one"), stale("one, two")]), (0, 0));
        assert_eq!(last_of(&[stale("one"), vec![]]), (0, 1));
        assert_eq!(last_of(&[stale("one"), vec![], stale("two")]), (1, 0));
    }
}
