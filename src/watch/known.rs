//! What is new among findings and what is mended, since they were looked at last.

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Identity, identities};
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
    pub mended: Vec<Finding>,
}

impl Known {
    /// Looks at `findings`, which are all that there are, in the sources that `source` knows.
    pub fn update<'s>(
        &mut self,
        findings: &[Finding],
        source: &impl Fn(&str) -> Option<&'s FileText>,
    ) -> Difference {
        let mut now: BTreeMap<Identity, Vec<Finding>> = BTreeMap::new();
        for (identity, finding) in identities(findings, source).into_iter().zip(findings) {
            now.entry(identity).or_default().push(finding.clone());
        }
        let before = std::mem::replace(&mut self.0, now);
        let mut difference = Difference::default();
        for (identity, found) in &self.0 {
            let known = before.get(identity).map_or(0, Vec::len);
            difference.new.extend(found.iter().skip(known).cloned());
        }
        // Where only the words have changed that it names, it is another finding, and nothing is mended.
        let sort = |finding: &Finding| (finding.place.path.clone(), finding.code.slug);
        let mut reworded: Vec<_> = difference.new.iter().map(sort).collect();
        for (identity, found) in before {
            let left = self.0.get(&identity).map_or(0, Vec::len);
            for finding in found.into_iter().skip(left) {
                let sort = sort(&finding);
                match reworded.iter().position(|known| *known == sort) {
                    Some(place) => drop(reworded.swap_remove(place)),
                    None => difference.mended.push(finding),
                }
            }
        }
        difference
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{PlacePath, codes};

    #[test]
    fn other_words_of_the_same_mistake_are_no_mending() {
        let finding = |target: &str| {
            Finding::new(
                &codes::UNKNOWN_CHAPTER,
                PlacePath::from_root("content/a.md"),
            )
            .with("target", target)
        };
        let mut known = Known::default();
        let mut update = |findings: &[Finding]| known.update(findings, &|_| None);
        update(&[finding("b.md"), finding("c.md")]);
        let difference = update(&[finding("bb.md"), finding("c.md")]);
        assert_eq!((difference.new.len(), difference.mended.len()), (1, 0));
        let difference = update(&[finding("c.md")]);
        assert_eq!((difference.new.len(), difference.mended.len()), (0, 1));
    }
}
