//! Tables have header cells.

use super::Content;
use crate::diagnostic::{Finding, codes};

/// Finds tables whose header is empty, or which have none.
pub(super) fn headers(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        let tables = facts.tables.iter();
        findings
            .extend(tables.map(|span| Finding::new(&codes::TABLE_WITHOUT_HEADER, path).at(*span)));
    })
}
