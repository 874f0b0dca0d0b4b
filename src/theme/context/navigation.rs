//! What the frame of a page gets to lead around the handbook.

use serde::Serialize;

use super::TextLanguage;

#[derive(Debug, Clone, Serialize)]
pub struct NavItem {
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
    pub current: bool,
    pub open: bool,
    /// From which width on, in `em`, the bar has room for it: 64, 80 or 96; 0 if never.
    pub from: u32,
    /// The attribute that says so, for the link's tag. In a frame that pages share it is filled in
    /// for each of them, so the templates of the standard theme ask for this alone.
    pub mark: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Sidebar {
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
    pub current: bool,
    pub items: Vec<SidebarItem>,
    pub before: usize,
    pub after: usize,
    /// The whole handbook, unfolded along the way to the page.
    pub tree: Branch,
}

/// What a section holds, as far as the tree shows it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Branch {
    pub items: Vec<SidebarItem>,
    /// What says how many come before and behind those shown, if any do.
    pub before: Option<String>,
    pub after: Option<String>,
    /// The way to the section's whole list.
    pub url: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct SidebarItem {
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
    pub current: bool,
    /// As in [`NavItem::mark`].
    pub mark: String,
    pub section: bool,
    /// In a tree: what it holds, if the page is in it.
    pub branch: Option<Branch>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FooterLink {
    pub id: String,
    pub title: String,
    pub url: String,
    pub language: Option<TextLanguage>,
}
