//! What is wrong with raw HTML.

use std::ops::Range;

/// Something in raw HTML that would harm the page, or isn't shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HtmlProblem {
    /// What is wrong.
    pub kind: HtmlProblemKind,
    /// The tag, as written.
    pub tag: String,
    /// Where it stands in the text.
    pub range: Range<usize>,
}

/// What is wrong with a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HtmlProblemKind {
    /// It isn't ended where it must be, namely by this.
    Unclosed(String),
    /// It ends what hasn't begun.
    Unopened,
    /// Its element doesn't stand where it may: the id of the message that says where it may.
    Misplaced(&'static str),
    /// Its element makes up the page around the text.
    Forbidden,
}

/// What ends `rest`, a tag or comment that never ends.
pub(super) fn end_of(rest: &str) -> String {
    let end = match rest {
        _ if rest.starts_with("<!--") => "-->",
        _ if rest.starts_with("<![CDATA[") => "]]>",
        _ if rest.starts_with("<?") => "?>",
        _ if rest.contains("=\"") => "\">",
        _ if rest.contains("='") => "'>",
        _ => ">",
    };
    end.to_owned()
}
