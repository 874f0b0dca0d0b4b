//! Chapters are looked at again when they said they would be.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::kind::Status;
use crate::source::Spanned;

/// Finds chapters whose `review_by` has passed. Those that no longer hold need no review.
pub(super) fn chapters(content: &Content<'_>) -> Vec<Finding> {
    let Some(today) = content.today else {
        return Vec::new();
    };
    let chapters = content.linked.site.chapters.iter();
    let overdue = chapters.filter_map(|chapter| {
        let front = &chapter.parsed.front;
        let Spanned { value: date, span } = front.review_by?;
        let holds = !matches!(front.status, Status::Superseded | Status::Withdrawn);
        let finding = || {
            Finding::new(&codes::REVIEW_OVERDUE, chapter.path())
                .at(span)
                .with("date", date.to_string())
        };
        (holds && date < today).then(finding)
    });
    overdue.collect()
}
