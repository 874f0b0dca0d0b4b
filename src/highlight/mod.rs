//! Code to HTML spans with short classes.
//!
//! 1. [`is_known`] tells whether there is a grammar for a language.
//! 2. [`html`] writes a span wherever the class of code changes. The languages that handbooks show most
//!    are read by [`common`]; all others are parsed line by line with syntect. There a scope such as
//!    `keyword.control.rust` becomes one of a dozen classes of one letter, so that a page stays small and
//!    a theme needs a dozen colours, and [`memo`] keeps lines from being parsed twice.
//!
//! The grammars are read when the first code that names a language is met, and each one unpacked
//! when code is in it.

mod common;
mod memo;

use std::sync::{LazyLock, OnceLock};

use pulldown_cmark_escape::escape_html_body_text;
use rustc_hash::FxHashSet;
use syntect::parsing::{Scope, ScopeStack, SyntaxReference, SyntaxSet};

/// The class of a part of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Blanks have no colour: they stay in what is before them.
    Blank,
    /// Text with this class, or without one.
    Text(Option<char>),
}

/// A part of code: up to which byte, and its class.
type Part = (usize, Class);

/// Code longer than this is shown plain: colours help nobody there.
const BYTES_MAX: usize = 100_000;

/// Prefixes of scopes and their classes. The first that fits the innermost scope wins.
const CLASSES: [(&str, char); 29] = [
    ("punctuation.definition.comment", 'c'),
    ("punctuation.definition.string", 's'),
    ("comment", 'c'),
    ("string.regexp", 's'),
    ("constant.character.escape", 'n'),
    ("string", 's'),
    ("constant.numeric", 'n'),
    ("constant.language", 'n'),
    ("constant", 'n'),
    ("keyword.operator", 'o'),
    ("keyword", 'k'),
    ("storage.type.function", 'k'),
    ("storage", 'k'),
    ("entity.name.function", 'f'),
    ("support.function", 'f'),
    ("variable.function", 'f'),
    ("entity.name.tag", 'a'),
    ("entity.other.attribute-name", 'a'),
    ("entity.name.section", 'h'),
    ("markup.heading", 'h'),
    ("markup.inserted", 'i'),
    ("markup.deleted", 'd'),
    ("markup.raw", 's'),
    ("entity.name", 't'),
    ("support.type", 't'),
    ("support.class", 't'),
    ("entity.other.inherited-class", 't'),
    ("variable", 'v'),
    ("punctuation", 'p'),
];

/// Languages whose code is shown plain on purpose.
const PLAIN: [&str; 5] = ["text", "txt", "plain", "plaintext", "none"];

fn syntaxes() -> &'static SyntaxSet {
    static SET: OnceLock<SyntaxSet> = OnceLock::new();
    SET.get_or_init(two_face::syntax::extra_newlines)
}

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    syntaxes().find_syntax_by_token(language)
}

/// Whether code in `language` can be shown in colours, or is plain on purpose.
pub(crate) fn is_known(language: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
        let grammars = syntaxes().syntaxes().iter();
        let names = grammars.flat_map(|s| s.file_extensions.iter().chain([&s.name]));
        names.map(|name| name.to_ascii_lowercase()).collect()
    });
    let language = language.to_ascii_lowercase();
    // The grammars are read only for a language that needs one.
    PLAIN.contains(&language.as_str())
        || common::find(&language).is_some()
        || KNOWN.contains(&language)
}

/// The names of all languages that there is a grammar for, as one writes them.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    syntaxes()
        .syntaxes()
        .iter()
        .flat_map(|s| s.file_extensions.iter())
        .map(String::as_str)
}

/// `code` as HTML, escaped, with spans where `language` is known.
pub(crate) fn html(code: &str, language: &str) -> String {
    let mut spans = Spans::default();
    let plain = code.len() > BYTES_MAX || language.is_empty();
    if !plain {
        if let Some(reader) = common::find(language) {
            spans.write(code, &common::parts(code, reader));
            return spans.finish();
        }
        // A grammar may give up on code.
        if let Some(lines) = grammar(language).and_then(|grammar| memo::lines(code, grammar)) {
            for (line, parts) in lines {
                spans.write(line, &parts);
            }
            return spans.finish();
        }
    }
    escape(code, &mut spans.html);
    spans.html
}

/// HTML that is being written, and the class of the span that is open in it.
#[derive(Default)]
struct Spans {
    html: String,
    open: Option<char>,
}

impl Spans {
    fn write(&mut self, code: &str, parts: &[Part]) {
        let mut at = 0;
        for &(until, class) in parts {
            match class {
                Class::Text(class) if class != self.open => {
                    switch(self.open, class, &mut self.html);
                    self.open = class;
                }
                _ => {}
            }
            escape(&code[at..until], &mut self.html);
            at = until;
        }
    }

    fn finish(mut self) -> String {
        switch(self.open, None, &mut self.html);
        self.html
    }
}

fn switch(from: Option<char>, to: Option<char>, html: &mut String) {
    if from.is_some() {
        html.push_str("</span>");
    }
    if let Some(class) = to {
        html.push_str("<span class=\"");
        html.push(class);
        html.push_str("\">");
    }
}

/// The class of the innermost scope that has one.
fn class(stack: &ScopeStack) -> Option<char> {
    static SCOPES: LazyLock<Vec<(Scope, char)>> = LazyLock::new(|| {
        let scope = |(name, class): &(&str, char)| Some((Scope::new(name).ok()?, *class));
        CLASSES.iter().filter_map(scope).collect()
    });
    let known = |scope: &Scope| {
        SCOPES
            .iter()
            .find(|(prefix, _)| prefix.is_prefix_of(*scope))
            .map(|(_, class)| *class)
    };
    stack.as_slice().iter().rev().find_map(known)
}

fn escape(text: &str, html: &mut String) {
    escape_html_body_text(html, text).expect("writing to a String never fails");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_grammar_is_known() {
        for language in ["rust", "Rust", "SH", "C++", "c++", "plain", "rsut", ""] {
            let is_read = grammar(language).is_some() || PLAIN.contains(&language);
            assert_eq!(is_known(language), is_read, "{language}");
        }
    }

    #[test]
    fn code_becomes_spans_with_short_classes() {
        assert_eq!(
            html("let x = \"<\"; // ja\n", "rust"),
            "<span class=\"k\">let</span> x <span class=\"o\">= </span>\
             <span class=\"s\">\"&lt;\"</span><span class=\"p\">; </span>\
             <span class=\"c\">// ja\n</span>"
        );
    }

    #[test]
    fn a_line_means_what_the_lines_before_it_make_of_it() {
        let line = "let a = 1;\n";
        let alone = html(line, "rust");
        assert_eq!(
            html(&format!("/*\n{line}*/\n"), "rust"),
            "<span class=\"c\">/*\nlet a = 1;\n*/\n</span>"
        );
        assert_eq!(html(line, "rust"), alone);
    }

    #[test]
    fn unknown_languages_are_escaped_plain() {
        assert_eq!(html("a < b", "rezept"), "a &lt; b");
        assert!(!is_known("rezept"));
    }

    #[test]
    fn languages_of_the_field_are_known() {
        for language in [
            "yaml",
            "json",
            "toml",
            "bash",
            "html",
            "python",
            "typescript",
            "text",
        ] {
            assert!(is_known(language), "{language}");
        }
        for (name, _) in CLASSES {
            assert!(Scope::new(name).is_ok(), "{name}");
        }
    }
}
