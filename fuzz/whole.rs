//! Whether a page is well-formed HTML: each element ends within the one that it began in.

/// Elements without an end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose end may be left out.
const OPEN_ENDED: [&str; 14] = [
    "colgroup", "caption", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td",
    "th", "tr",
];

/// Elements within which nothing is an element.
const TEXT: [&str; 8] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// What is wrong with a page, if anything is.
pub fn problem(html: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1;
            continue;
        }
        let is_end = rest.starts_with("</");
        let name = rest[1..].trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = name[..length.unwrap_or(name.len())].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = &rest[1..];
            continue;
        }
        let length = tag_length(rest)?;
        let is_empty = rest[..length].ends_with("/>");
        rest = &rest[length..];
        let in_graphic = open.iter().any(|open| open == "svg" || open == "math");
        if is_end {
            while open
                .last()
                .is_some_and(|last| *last != name && OPEN_ENDED.contains(&last.as_str()))
            {
                open.pop();
            }
            if open.last() != Some(&name) {
                let around = open.last().map_or("nothing", String::as_str);
                return Some(format!("</{name}> ends {around}"));
            }
            open.pop();
        } else if !VOID.contains(&name.as_str()) && !(is_empty && (in_graphic || name == "svg")) {
            if TEXT.contains(&name.as_str()) && !in_graphic {
                let end = rest.to_ascii_lowercase().find(&format!("</{name}"));
                let Some(end) = end else {
                    return Some(format!("<{name}> doesn't end"));
                };
                rest = &rest[end..];
            }
            open.push(name);
        }
    }
    open.retain(|name| !OPEN_ENDED.contains(&name.as_str()));
    (!open.is_empty()).then(|| format!("{open:?} don't end"))
}

/// The length of the tag that `html` begins with; `None` if it doesn't end.
fn tag_length(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in html.char_indices() {
        match (quote, sign) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}
