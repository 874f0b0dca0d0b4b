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
        for (identity, found) in before {
            let left = self.0.get(&identity).map_or(0, Vec::len);
            difference.mended.extend(found.into_iter().skip(left));
        }
        difference
    }
}
