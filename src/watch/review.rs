//! A review of the content, beside the author's work: what readers would stumble over, and what keeps the handbook
//! from being published, where drafts are left out.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use jiff::civil::Date;

use crate::check::{self, queries};
use crate::diagnostic::{Finding, Severity};
use crate::kind::Status;
use crate::pipeline::{Memo, Preview, load};
use crate::site::Options;
use crate::source::Snapshot;

/// A review at work.
#[derive(Debug)]
pub(super) struct ReviewAtWork {
    /// The handbook that it looks at.
    pub of: Arc<Preview>,
    pub thread: JoinHandle<Vec<Finding>>,
}

impl ReviewAtWork {
    /// Begins one, as of the day `today`. `published` is what is known of the handbook without drafts.
    pub fn begin(
        preview: &Arc<Preview>,
        snapshot: &Snapshot,
        today: Date,
        published: &Arc<Mutex<Memo>>,
    ) -> Self {
        let (of, snapshot) = (Arc::clone(preview), snapshot.clone());
        let published = Arc::clone(published);
        let review = move || {
            let linked = &of.handbook().linked;
            let mut found = check::review(linked, &snapshot, today);
            if !linked.site.queries.is_empty() {
                found.extend(queries::run(linked, of.index()));
            }
            found.extend(errors_without_drafts(&of, &snapshot, &published));
            found
        };
        Self {
            of: Arc::clone(preview),
            thread: thread::spawn(review),
        }
    }
}

/// The errors that only a handbook without its drafts has: links to them, for example.
fn errors_without_drafts(
    preview: &Preview,
    snapshot: &Snapshot,
    memo: &Mutex<Memo>,
) -> Vec<Finding> {
    let shown = preview.handbook();
    let mut texts = shown.linked.site.texts.values();
    if !texts.any(|parsed| parsed.front.status == Status::Draft) {
        return Vec::new();
    }
    let options = Options {
        drafts: false,
        today: None,
    };
    let mut memo = memo.lock().unwrap_or_else(PoisonError::into_inner);
    let published = load(snapshot, options, &mut memo);
    let key = |finding: &Finding| (finding.code.slug, finding.place.clone());
    let known: BTreeSet<_> = shown.findings.iter().map(key).collect();
    let errors = published.findings.into_iter();
    let errors = errors.filter(|finding| finding.severity == Severity::Error);
    errors
        .filter(|finding| !known.contains(&key(finding)))
        .collect()
}
