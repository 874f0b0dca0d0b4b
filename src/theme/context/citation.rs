//! What a chapter gets to be cited, and found again from paper.

use serde::Serialize;

/// What a citation says, and the same as addresses of files and as text for a script.
#[derive(Debug, Clone, Serialize)]
pub struct CitationContext {
    pub name: String,
    pub title: String,
    pub handbook: String,
    pub authors: Vec<String>,
    pub date: Option<String>,
    pub version: Option<String>,
    pub url: Option<String>,
    pub lang: String,
    /// Where the QR code of `url` is.
    pub code: Option<String>,
    pub bibtex: String,
    pub csl: String,
    pub linked_data: String,
}
