//! Style, scripts and templates of the standard theme as they are published: every page loads or holds
//! them, so they go without what only their makers read.

/// Whether a file of the theme is style or a script.
pub(super) fn is_code(path: &str) -> bool {
    let ending = path.rsplit('.').next();
    matches!(ending, Some("css" | "js"))
}

/// The text without comments that have lines of their own, and without indentation. In the standard
/// theme no text of a script goes on in another line, and nothing follows a comment in its line.
pub(super) fn minify(text: &str) -> String {
    let mut minified = String::with_capacity(text.len());
    let mut comment = false;
    for line in text.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            minified.push_str(line);
            minified.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    minified
}

/// A template without indentation, which no element of the standard theme's templates shows, and
/// without the line breaks around a tag of Tera that has a line of its own before such a tag or a
/// block of HTML. All stays in its line, so that errors have their places.
pub(super) fn minify_template(text: &str) -> String {
    let mut minified = String::with_capacity(text.len());
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let tag = line
            .strip_prefix("{%")
            .and_then(|tag| tag.strip_suffix("%}"));
        match tag.filter(|tag| !tag.contains("%}")) {
            Some(tag) if !is_outermost(tag) => {
                let before_block = lines.peek().is_some_and(|next| begins_block(next));
                let end = if before_block && !tag.ends_with('-') {
                    "-"
                } else {
                    ""
                };
                let start = if is_include(tag) { "-" } else { "" };
                minified.extend(["{%", start, tag, end, "%}\n"]);
            }
            _ => minified.extend([line, "\n"]),
        }
    }
    minified
}

/// Whether nothing around the tag is part of a page.
fn is_outermost(tag: &str) -> bool {
    let name = tag.trim_start_matches('-').trim_start();
    ["extends", "component", "endcomponent"]
        .iter()
        .any(|outer| name.starts_with(outer))
}

fn is_include(tag: &str) -> bool {
    tag.starts_with(" include")
}

/// Whether white space before what the line begins with doesn't show.
fn begins_block(line: &str) -> bool {
    const INLINE: [&str; 7] = ["a", "bdi", "cite", "img", "span", "strong", "time"];
    if line.starts_with("{%") {
        return true;
    }
    let Some(tag) = line.strip_prefix('<') else {
        return false;
    };
    let name = tag
        .trim_start_matches('/')
        .split(|c: char| !c.is_alphanumeric())
        .next();
    name.is_some_and(|name| !INLINE.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::super::layers::standard;
    use super::{is_code, minify, minify_template};

    #[test]
    fn templates_lose_their_indentation() {
        let text = "<ul>\n  {%- for a in b %}\n  <li>{{ a }}</li>\n\n";
        assert_eq!(
            minify_template(text),
            "<ul>\n{%- for a in b -%}\n<li>{{ a }}</li>\n\n"
        );
        assert_eq!(
            minify_template("{% include \"a\" %}\n<p>\n{%- if b %}\n<span>\n"),
            "{%- include \"a\" -%}\n<p>\n{%- if b %}\n<span>\n"
        );
        for (path, file) in standard() {
            let text = file.text().unwrap_or_default();
            let is_template = path.starts_with("templates/");
            assert!(!is_template || !text.contains("<pre"), "{path}");
        }
    }

    #[test]
    fn comments_and_indentation_go() {
        let text = "/* One\n   two */\na {\n  b: c; /* d */\n}\n\n// e\nf(); // g\n";
        assert_eq!(minify(text), "a {\nb: c; /* d */\n}\nf(); // g\n");
    }

    #[test]
    fn the_standard_theme_is_written_so_that_it_can_be_minified() {
        let files = standard();
        let texts = files.iter().filter(|(path, _)| is_code(path));
        let lines = texts.flat_map(|(_, file)| file.text().unwrap_or_default().lines());
        let lines: Vec<&str> = lines.map(str::trim).collect();
        assert!(lines.len() > 1000);
        for line in lines {
            let comment = line.starts_with("//") || line.starts_with("/*");
            let ended = line.find("*/").is_none_or(|at| at + 2 == line.len());
            assert!(!comment || ended, "something follows a comment: {line}");
            let even = line.matches('`').count() % 2 == 0;
            assert!(comment || even, "a text goes on in another line: {line}");
        }
    }
}
