//! A review of the content, beside the author's work.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use jiff::civil::Date;

use crate::check::{self, queries};
use crate::diagnostic::Finding;
use crate::pipeline::Preview;
use crate::source::Snapshot;

/// A review at work.
#[derive(Debug)]
pub(super) struct ReviewAtWork {
    /// The handbook that it looks at.
    pub of: Arc<Preview>,
    pub thread: JoinHandle<Vec<Finding>>,
}

impl ReviewAtWork {
    /// Begins one, as of the day `today`.
    pub fn begin(preview: &Arc<Preview>, snapshot: &Snapshot, today: Date) -> Self {
        let (of, snapshot) = (Arc::clone(preview), snapshot.clone());
        let review = move || {
            let linked = &of.handbook().linked;
            let mut found = check::review(linked, &snapshot, today);
            if !linked.site.queries.is_empty() {
                found.extend(queries::run(linked, of.index()));
            }
            found
        };
        Self {
            of: Arc::clone(preview),
            thread: thread::spawn(review),
        }
    }
}
