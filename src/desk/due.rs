//! When a chapter is to be looked at again.

use jiff::civil::Date;

use crate::kind::Status;
use crate::site::Parsed;

/// How many days before it is due a review is told of.
const SOON: i64 = 60;

/// A review.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    pub date: Date,
    /// The line of the file that says so.
    pub line: usize,
}

/// The review of a chapter, if it asks for one. One that no longer holds needs none.
pub(super) fn of(parsed: &Parsed) -> Option<Due> {
    let front = &parsed.front;
    let by = front.review_by?;
    let holds = !matches!(front.status, Status::Superseded | Status::Withdrawn);
    let lines = parsed.source.text.line_index();
    holds.then(|| Due {
        date: by.value,
        line: lines.position(by.span.range().start).line,
    })
}

impl Due {
    /// Whether it is time to think of it.
    pub fn is_near(self, today: Date) -> bool {
        let days = self
            .date
            .since(today)
            .map(|span| i64::from(span.get_days()));
        days.is_ok_and(|days| days <= SOON)
    }
}
