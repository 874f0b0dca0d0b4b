//! What templates get of a release.

use serde::Serialize;

use super::{DateContext, Link, Paging};

/// The release that the page belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct ReleaseContext {
    pub version: String,
    /// Code of the page's edition.
    pub language: String,
    pub date: DateContext,
    pub since: Option<String>,
    /// Of all versions.
    pub versions: String,
    pub changes: String,
    pub feed: String,
}

/// What happened to the chapter since the release before.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeContext {
    pub what: &'static str,
    pub title: String,
    pub kind: String,
    pub url: Option<String>,
    pub sections: Vec<Link>,
    /// Headings of changed sections that can't be linked, or are gone.
    pub unlinked: Vec<String>,
    /// How many sections changed, and of how many.
    pub count: usize,
    pub of: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ChangesContext {
    pub groups: Vec<ChangeGroup>,
    pub pages: Option<Paging>,
}

/// Changes of one sort to chapters of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeGroup {
    pub what: &'static str,
    pub kinds: Vec<KindChanges>,
}

#[derive(Debug, Clone, Serialize)]
pub struct KindChanges {
    pub label: String,
    pub items: Vec<ChangeContext>,
}

/// A release in the list of all.
#[derive(Debug, Clone, Serialize)]
pub struct VersionContext {
    pub version: String,
    pub date: String,
    pub current: bool,
    pub since: Option<String>,
    /// Of the start page of its frozen edition.
    pub url: String,
    /// Of its list of changes.
    pub changes: String,
    pub counts: Vec<ChangeCount>,
}

#[derive(Debug, Clone, Serialize)]
pub struct ChangeCount {
    pub what: &'static str,
    pub count: usize,
}
