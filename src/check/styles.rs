//! Stylesheets and templates of the handbook's own theme load nothing from elsewhere.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::source::{Source, Span};

/// What names a file to load, in stylesheets and in templates.
const STYLE_MARKS: [&str; 2] = ["url(", "@import"];
const TEMPLATE_MARKS: [&str; 4] = ["src=", "srcset=", "<link", "url("];

/// Finds what the own theme would load from another host.
pub(super) fn outside(content: &Content<'_>) -> Vec<Finding> {
    let folder = format!("themes/{}", content.linked.site.config.theme);
    let files = content.snapshot.below(&folder);
    let sources = files.filter_map(|(path, _)| content.snapshot.text(path.as_str()));
    sources.flat_map(|source| in_file(source)).collect()
}

fn in_file(source: &Source) -> Vec<Finding> {
    let marks: &[&str] = match source.path.extension().to_ascii_lowercase().as_str() {
        "css" => &STYLE_MARKS,
        "html" => &TEMPLATE_MARKS,
        _ => return Vec::new(),
    };
    addresses(&source.text, marks)
        .into_iter()
        .map(|span| {
            Finding::new(&codes::LOADED_FROM_ELSEWHERE, &source.path)
                .at(span)
                .with("target", &source.text[span.range()])
        })
        .collect()
}

/// Addresses on other hosts behind one of the `marks`; behind the mark of an element, anywhere in
/// its tag.
fn addresses(text: &str, marks: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    for start in hosts(text) {
        let before = text[..start].trim_end_matches(['"', '\'', ' ']);
        let tag = text[..start].rfind('<').map_or("", |at| &text[at..start]);
        // A link loads nothing before somebody follows it.
        let is_link = tag.starts_with("<a ") || tag.starts_with("<a\n");
        let loads = |mark: &&str| match *mark {
            "href=" if is_link => false,
            mark if mark.starts_with('<') => tag.starts_with(mark) && !tag.contains('>'),
            mark => before.ends_with(mark),
        };
        if marks.iter().any(loads) && !is_comment(&text[..start]) {
            let rest = &text[start..];
            let length = rest.find(['"', '\'', ')', ' ', '\n', ';', '>']);
            found.push(Span::new(start..start + length.unwrap_or(rest.len())));
        }
    }
    found
}

/// Whether a comment of HTML, SVG or CSS is open at the end of `before`.
fn is_comment(before: &str) -> bool {
    let open = |begin: &str, end: &str| before.rfind(begin) > before.rfind(end);
    open("<!--", "-->") || open("/*", "*/")
}

/// Where addresses begin that name a host.
fn hosts(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices("//").filter_map(|(at, _)| {
        let before = &text[..at];
        if let Some(scheme) = ["https:", "http:"]
            .iter()
            .find(|scheme| before.ends_with(*scheme))
        {
            return Some(at - scheme.len());
        }
        before.ends_with(['"', '\'', '(', '=']).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, marks: &[&str]) -> Vec<&'t str> {
        addresses(text, marks)
            .into_iter()
            .map(|span| &text[span.range()])
            .collect()
    }

    #[test]
    fn stylesheets_load_by_url_and_import() {
        let css = "@import 'https://a.example/x.css'; a { background: url(//b.example/y.png) } \
                   b { src: url( \"http://c.example/z\" ) }";
        assert_eq!(
            found(css, &STYLE_MARKS),
            [
                "https://a.example/x.css",
                "//b.example/y.png",
                "http://c.example/z"
            ]
        );
    }

    #[test]
    fn comments_and_own_files_load_nothing() {
        let css = "/* see https://a.example/x */ a { background: url(bild.png) } // \"x\"";
        assert_eq!(found(css, &STYLE_MARKS), Vec::<&str>::new());
    }

    #[test]
    fn templates_load_by_source_and_may_link() {
        let html = "<a href=\"https://a.example/\">x</a><script src=\"https://b.example/x.js\"></script>\
                    <link rel=\"stylesheet\" href=\"//c.example/x.css\">";
        assert_eq!(
            found(html, &TEMPLATE_MARKS),
            ["https://b.example/x.js", "//c.example/x.css"]
        );
    }
}
