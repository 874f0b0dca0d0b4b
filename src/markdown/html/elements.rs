//! What HTML says of its elements, as far as it matters for what ends where.

/// Elements that are never closed.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose end may be left out, since the next one or the end of what is around ends them.
const OPTIONAL_END: &[&str] = &[
    "caption", "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc",
    "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements in which tags are text.
const RAW_TEXT: &[&str] = &[
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
];

/// Elements that make up the page around the text, or end it.
const FORBIDDEN: &[&str] = &[
    "base",
    "basefont",
    "body",
    "bgsound",
    "frame",
    "frameset",
    "head",
    "html",
    "isindex",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "title",
    "xmp",
];

/// Elements before which a paragraph ends.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements within which a paragraph has nothing to do with one around them.
pub(super) const APART: &[&str] = &[
    "applet",
    "button",
    "caption",
    "foreignobject",
    "marquee",
    "object",
    "table",
    "td",
    "template",
    "th",
];

/// Headings, none of which stands within another.
pub(super) const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// What an element ends by beginning, within the nearest of which elements.
type Implied = (&'static [&'static str], &'static [&'static str]);

/// Where an element belongs: into which elements, and the id of the message that says so.
type Parents = (&'static [&'static str], &'static str);

pub(crate) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn may_end_unmarked(name: &str) -> bool {
    OPTIONAL_END.contains(&name)
}

pub(super) fn is_raw_text(name: &str) -> bool {
    RAW_TEXT.contains(&name)
}

pub(super) fn is_forbidden(name: &str) -> bool {
    FORBIDDEN.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether one of these may not stand within another.
pub(super) fn stands_alone(name: &str) -> bool {
    matches!(name, "a" | "button" | "form" | "nobr" | "select") || HEADINGS.contains(&name)
}

/// Whether the element `name` of HTML has no namesake in images and formulas that matters here: there
/// too, browsers take it for one of HTML.
pub(super) fn is_html_only(name: &str) -> bool {
    let matters =
        is_block(name) || is_forbidden(name) || stands_alone(name) || parents(name).is_some();
    matters && !matches!(name, "a" | "title")
}

/// What the element `name` ends by beginning, if their ends are left out.
pub(super) fn implied(name: &str) -> Option<Implied> {
    Some(match name {
        "li" => (&["li"], &["ul", "ol", "menu"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "td" | "th" => (&["td", "th", "caption", "colgroup"], &["table"]),
        "tr" => (&["tr", "td", "th", "caption", "colgroup"], &["table"]),
        "tbody" | "thead" | "tfoot" | "caption" | "colgroup" => (
            &[
                "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup",
            ],
            &["table"],
        ),
        "option" => (&["option"], &["select", "datalist", "optgroup"]),
        "optgroup" => (&["option", "optgroup"], &["select"]),
        "rb" | "rp" | "rt" | "rtc" => (&["rb", "rp", "rt"], &["ruby"]),
        _ => return None,
    })
}

/// Where the element `name` belongs, if browsers would drop or move it anywhere else.
pub(super) fn parents(name: &str) -> Option<Parents> {
    Some(match name {
        "li" => (&["ul", "ol", "menu"], "html-in-list"),
        "dt" | "dd" => (&["dl", "div"], "html-in-definition-list"),
        "td" | "th" => (&["tr"], "html-in-row"),
        "tr" => (&["table", "tbody", "thead", "tfoot"], "html-in-table"),
        "tbody" | "thead" | "tfoot" | "caption" | "colgroup" => (&["table"], "html-in-table"),
        "col" => (&["colgroup", "table"], "html-in-table"),
        "option" => (&["select", "datalist", "optgroup"], "html-in-select"),
        "optgroup" => (&["select"], "html-in-select"),
        _ => return None,
    })
}
