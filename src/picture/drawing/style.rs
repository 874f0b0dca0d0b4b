//! Styles within a drawing: what they would load is taken out of them, and comments are.

use super::within::embedded;

/// Functions by which a style loads what isn't written in it. `url` is one of them where it leads elsewhere.
const LOADING: [&str; 4] = ["image-set(", "-webkit-image-set(", "image(", "src("];

/// Rules that say something to a parser, and nothing that is seen.
const SILENT: [&str; 2] = ["@charset", "@namespace"];

/// A style without what it would load, which is added to `left_out`.
pub(super) fn clean(css: &str, left_out: &mut Vec<String>) -> String {
    let mut clean = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        } else if matches!(next, '"' | '\'') {
            let (string, behind) = rest.split_at(string_end(rest));
            clean.push_str(string);
            rest = behind;
        } else if next == '\\' {
            // Nobody needs to write a letter like that, unless to hide a word.
            let (escaped, length) = escaped(rest);
            if escaped.is_ascii_alphabetic() || matches!(escaped, '(' | '@' | '-') {
                left_out.push("\\".to_owned());
                return String::new();
            }
            clean.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if begins_with(rest, "@import") {
            let (rule, behind) = rest.split_at(rule_end(rest));
            left_out.push(rule.trim_end_matches(';').to_owned());
            rest = behind;
        } else if SILENT.iter().any(|rule| begins_with(rest, rule)) {
            rest = &rest[rule_end(rest)..];
        } else if begins_with(rest, "url(") {
            let end = call_end(rest);
            let address = rest[4..end].trim_end_matches(')').trim();
            let address = address.trim_matches(['"', '\'']).trim();
            match target(address) {
                Some(target) => clean.push_str(&format!("url(\"{target}\")")),
                None => {
                    left_out.push(address.to_owned());
                    clean.push_str("none");
                }
            }
            rest = &rest[end..];
        } else if !clean.ends_with(|c: char| c.is_alphanumeric() || c == '-')
            && let Some(call) = LOADING.iter().find(|call| begins_with(rest, call))
        {
            left_out.push(format!("{call})"));
            clean.push_str("none");
            rest = &rest[call_end(rest)..];
        } else {
            clean.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    clean
}

/// Where a style may lead: to something in the drawing, or written in place.
fn target(address: &str) -> Option<String> {
    if address.contains(['"', '\\', '\n']) {
        None
    } else if address.starts_with('#') {
        Some(address.to_owned())
    } else {
        embedded(address)
    }
}

fn begins_with(text: &str, word: &str) -> bool {
    let start = text.get(..word.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Where the string ends with which `text` begins.
fn string_end(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut at = 1;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'\\' => at += 1,
            byte if *byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Where the rule ends with which `text` begins.
fn rule_end(text: &str) -> usize {
    end(text, b';')
}

/// Where the call ends with which `text` begins.
fn call_end(text: &str) -> usize {
    end(text, b')')
}

/// Behind the first such byte that stands in no string.
fn end(text: &str, last: u8) -> usize {
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'"' | b'\'' => at += string_end(&text[at..]),
            byte if *byte == last => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// The character that an escape stands for, and how long it is.
fn escaped(text: &str) -> (char, usize) {
    let digits = text[1..].bytes().take(6);
    let digits = digits.take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        let next = text[1..].chars().next();
        return next.map_or(('\\', 1), |next| (next, 1 + next.len_utf8()));
    }
    let number = u32::from_str_radix(&text[1..=digits], 16).unwrap_or_default();
    (char::from_u32(number).unwrap_or('\u{fffd}'), 1 + digits)
}

/// The families that a style or an attribute names for texts, where none of them is one that all readers have.
pub(super) fn fonts(value: &str) -> Vec<String> {
    const GENERIC: [&str; 14] = [
        "serif",
        "sans-serif",
        "sans",
        "monospace",
        "cursive",
        "fantasy",
        "system-ui",
        "ui-serif",
        "ui-sans-serif",
        "ui-monospace",
        "ui-rounded",
        "inherit",
        "initial",
        "unset",
    ];
    let families = value
        .split(',')
        .map(|family| family.trim().trim_matches(['"', '\'']));
    let families: Vec<&str> = families.filter(|family| !family.is_empty()).collect();
    let is_generic = |family: &&str| {
        GENERIC
            .iter()
            .any(|known| known.eq_ignore_ascii_case(family))
    };
    if families.iter().any(is_generic) {
        return Vec::new();
    }
    families.into_iter().map(str::to_owned).collect()
}

/// The values of `font-family` in a style.
pub(super) fn families(css: &str) -> impl Iterator<Item = &str> {
    const PROPERTY: &str = "font-family";
    css.match_indices(PROPERTY).filter_map(|(at, _)| {
        let value = css[at + PROPERTY.len()..].trim_start().strip_prefix(':')?;
        value.split([';', '}', '!']).next()
    })
}
