//! Angle brackets that begin no HTML.
//!
//! 1. What a tag is called says whether it is one: HTML, SVG and MathML have a known number of
//!    elements, and the rest is a placeholder (`<Datum>`).
//! 2. Some elements have names that are German words. With a capital letter, without attributes and
//!    without an end they are placeholders too (`<Link>`), and so are those of SVG and MathML in a
//!    text that has neither.
//! 3. Addresses in angle brackets, comments and declarations are left to the parser.

use rustc_hash::FxHashSet;

use super::Preparing;

/// The elements of HTML, those of earlier versions among them, in order.
const HTML: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "bgsound",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "command",
    "content",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "ins",
    "isindex",
    "kbd",
    "keygen",
    "label",
    "legend",
    "li",
    "link",
    "listing",
    "main",
    "map",
    "mark",
    "marquee",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "multicol",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "pre",
    "progress",
    "q",
    "rb",
    "rbc",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "shadow",
    "slot",
    "small",
    "source",
    "spacer",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
];

/// The elements of SVG and MathML that HTML doesn't have, in lower case and in order.
const SVG_AND_MATHML: &[&str] = &[
    "altglyph",
    "altglyphdef",
    "altglyphitem",
    "animate",
    "animatemotion",
    "animatetransform",
    "annotation",
    "annotation-xml",
    "circle",
    "clippath",
    "color-profile",
    "cursor",
    "defs",
    "desc",
    "ellipse",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feconvolvematrix",
    "fediffuselighting",
    "fedisplacementmap",
    "fedistantlight",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "feimage",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fepointlight",
    "fespecularlighting",
    "fespotlight",
    "fetile",
    "feturbulence",
    "filter",
    "font-face",
    "font-face-format",
    "font-face-name",
    "font-face-src",
    "font-face-uri",
    "foreignobject",
    "g",
    "glyph",
    "glyphref",
    "hatch",
    "hkern",
    "line",
    "lineargradient",
    "maction",
    "marker",
    "mask",
    "math",
    "menclose",
    "merror",
    "metadata",
    "mfenced",
    "mfrac",
    "mi",
    "missing-glyph",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mpath",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialgradient",
    "rect",
    "semantics",
    "set",
    "solidcolor",
    "stop",
    "svg",
    "switch",
    "symbol",
    "text",
    "textpath",
    "tref",
    "tspan",
    "use",
    "view",
    "vkern",
];

/// What the tags of a text say about each other, found when it is first asked for.
#[derive(Default)]
pub(super) struct TagFacts<'t> {
    ends: Option<FxHashSet<&'t str>>,
    has_graphics: Option<bool>,
}

impl Preparing<'_> {
    /// Marks the angle bracket at `at` if it begins a tag of no known element.
    pub(super) fn angle_bracket(&mut self, at: usize) {
        let tag = &self.text[at + 1..];
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let name = &tag[..tag.find(|c| !is_part(c)).unwrap_or(tag.len())];
        let behind = tag[name.len()..].chars().next();
        let ends_name = behind.is_none_or(|c| c.is_ascii_whitespace() || c == '>')
            || tag[name.len()..].starts_with("/>");
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && ends_name;
        // In the address of a link, angle brackets hold blanks together.
        let before = &self.bytes[..at];
        let is_address =
            before.ends_with(b"](") || before.ends_with(b"]:") || before.ends_with(b"]: ");
        if is_tag && !is_address && !self.is_element(name, behind == Some('>')) {
            self.mark(at);
        }
    }

    fn is_element(&mut self, name: &str, is_bare: bool) -> bool {
        let lower = name.to_ascii_lowercase();
        let text = self.text;
        if HTML.binary_search(&lower.as_str()).is_ok() {
            let is_word = is_bare && name.len() > 3 && is_capitalised(name);
            return !is_word || {
                let ends = self.tags.ends.get_or_insert_with(|| ends(text));
                ends.contains(name)
            };
        }
        SVG_AND_MATHML.binary_search(&lower.as_str()).is_ok()
            && *self.tags.has_graphics.get_or_insert_with(|| {
                text.contains("<svg") || text.contains("<math") || text.contains("<SVG")
            })
    }
}

/// Whether only the first letter is a capital one.
fn is_capitalised(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.all(|c| !c.is_ascii_uppercase())
}

/// The names of all elements that are ended in `text`, as written.
fn ends(text: &str) -> FxHashSet<&str> {
    let names = text.split("</").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
        &rest[..end.unwrap_or(rest.len())]
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_elements_are_in_order() {
        assert!(HTML.is_sorted() && SVG_AND_MATHML.is_sorted());
    }
}
