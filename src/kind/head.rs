//! Where the front matter of a text stands.
//!
//! 1. [`split`] finds it where it belongs: between a first line of three hyphens and the next such line.
//! 2. [`find`] also sees what was meant as front matter and isn't, and says what is wrong. Such a text may be
//!    marked as a draft in there, so that it must never be published as it is.

use std::ops::Range;

use super::fence::{
    FRONT_MATTER_LINES_MAX, begins_with_field, first_gap, is_almost_fence, is_fence,
    is_fence_with_text, is_known, is_unseen, key_in, lines, skip_unseen, trimmed,
};
use super::front_matter::KEYS;
use crate::diagnostic::{Code, codes};
use crate::yaml::{Node, parse};

/// What a text begins with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The lines of the front matter, without those of dashes.
    pub yaml: Option<Range<usize>>,
    /// Where the text begins behind it.
    pub body: usize,
    /// What keeps it from being front matter.
    pub fault: Option<Fault>,
}

/// What is wrong with what was meant as front matter.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub code: &'static Code,
    pub span: Range<usize>,
    /// The name of another format, or the line as it stands there.
    pub named: Option<String>,
    /// The changes that mend it, where that is certain.
    pub edits: Vec<(Range<usize>, String)>,
}

/// Splits a chapter into its front matter, without the lines of dashes, and the offset of its body.
/// A chapter without front matter gives `None` and 0.
pub fn split(text: &str) -> (Option<Range<usize>>, usize) {
    let mut lines = lines(text, 0);
    let Some(first) = lines.next().filter(|line| is_fence(&text[line.clone()])) else {
        return (None, 0);
    };
    match lines.find(|line| is_fence(&text[line.clone()])) {
        Some(last) => (Some(first.end..last.start), last.end),
        None => (None, 0),
    }
}

/// The front matter of `text`, or what was meant as such.
pub(super) fn find(text: &str) -> Head {
    if text.starts_with("---\r") && !text.contains('\n') {
        return without_line_ends(text);
    }
    let (yaml, body) = split(text);
    let is_begun = |line: &Range<usize>| is_fence(&text[line.clone()]);
    let head = match lines(text, 0).next().filter(is_begun) {
        Some(first) => closed(text, first.end, yaml.as_ref()),
        None => otherwise(text),
    };
    head.unwrap_or(Head {
        yaml,
        body,
        fault: None,
    })
}

/// A text whose lines end as on very old computers, so that it is a single line to all others.
fn without_line_ends(text: &str) -> Head {
    let ends = text.match_indices('\r');
    Head {
        yaml: None,
        body: text.len(),
        fault: Some(Fault {
            code: &codes::FRONT_MATTER_FENCE,
            span: 0..3,
            named: Some("---".into()),
            edits: ends
                .map(|(at, end)| (at..at + end.len(), "\n".into()))
                .collect(),
        }),
    }
}

/// Front matter whose first line is right. None if the last one is too, or if it is no front matter.
fn closed(text: &str, start: usize, yaml: Option<&Range<usize>>) -> Option<Head> {
    if yaml.is_none() && !begins_with_field(text, start) {
        return None;
    }
    let rest = start..yaml.map_or(text.len(), |yaml| yaml.end);
    // A line that was meant to close it, before the one that does. Texts in fields are indented.
    let mut above = "";
    let almost = lines(text, start)
        .take_while(|line| line.start < rest.end)
        .find(|line| {
            let line = &text[line.clone()];
            let in_text =
                above.starts_with(char::is_whitespace) || above.ends_with(['|', '>', '-']);
            let apart = line.starts_with(char::is_whitespace);
            above = line.trim_end();
            is_almost_fence(line) && (!apart || !in_text && line.trim() == "---")
        });
    if let Some(line) = almost {
        return Some(Head {
            yaml: Some(start..line.start),
            body: line.end,
            fault: Some(Fault::of_fence(text, &line)),
        });
    }
    let gap = first_gap(text, rest.clone());
    if yaml.is_some() && (gap.is_none() || parse(&text[rest.clone()], 0, NOWHERE).is_ok()) {
        return None;
    }
    // What reads as front matter up to the first empty line, with text behind it.
    let end = gap.unwrap_or(rest.end);
    let is_whole = is_mapping(&text[start..end]);
    let goes_on = || {
        let behind = text[end..].trim_start_matches(['\r', '\n']);
        behind.starts_with([' ', '\t', '-', '#']) || begins_with_field(text, end)
    };
    if yaml.is_some() && (!is_whole || goes_on()) {
        return None;
    }
    Some(Head {
        yaml: is_whole.then_some(start..end),
        body: end,
        fault: Some(Fault {
            code: &codes::FRONT_MATTER_UNCLOSED,
            span: 0..3,
            named: None,
            edits: if is_whole {
                vec![closing(text, end)]
            } else {
                Vec::new()
            },
        }),
    })
}

/// The line that closes front matter, at `end`.
fn closing(text: &str, end: usize) -> (Range<usize>, String) {
    let line_end = if text[..end].ends_with('\n') {
        ""
    } else {
        "\n"
    };
    (end..end, format!("{line_end}---\n"))
}

fn is_mapping(yaml: &str) -> bool {
    parse(yaml, 0, NOWHERE).is_ok_and(|value| matches!(value.node, Node::Map(_)))
}

/// What was meant as front matter, though the text doesn't begin with three hyphens.
fn otherwise(text: &str) -> Option<Head> {
    let start = skip_unseen(text);
    let first = lines(text, start).next()?;
    let line = &text[first.clone()];
    let format = match line.trim() {
        "+++" => Some("TOML"),
        "---toml" | "--- toml" => Some("TOML"),
        "---json" | "--- json" | ";;;" => Some("JSON"),
        line if line.starts_with('{') => {
            let inner = text[start + 1..].trim_start();
            inner.starts_with('"').then_some("JSON")
        }
        _ => None,
    };
    if let Some(format) = format {
        let closing = if format == "TOML" { "+++" } else { "}" };
        let closes = |line: &Range<usize>| text[line.clone()].trim_end().ends_with(closing);
        let last = if line.trim_end().ends_with('}') {
            Some(first.clone())
        } else {
            lines(text, first.end).find(closes)
        };
        let body = last.map_or(text.len(), |last| last.end);
        // JSON is YAML too.
        let yaml = Some(first.start..body).filter(|yaml| is_mapping(&text[yaml.clone()]));
        return Some(Head {
            yaml,
            body,
            fault: Some(Fault {
                code: &codes::FRONT_MATTER_FORMAT,
                span: trimmed(text, &first),
                named: Some(format.into()),
                edits: Vec::new(),
            }),
        });
    }
    if is_fence(line) || is_almost_fence(line) || is_fence_with_text(line) {
        return fenced(text, start, &first);
    }
    without_fence(text, start).or_else(|| further_down(text, start))
}

/// Front matter whose first line isn't the first of the file, or isn't three hyphens.
fn fenced(text: &str, start: usize, first: &Range<usize>) -> Option<Head> {
    if !begins_with_field(text, first.end) {
        return None;
    }
    let right = is_fence(&text[first.clone()]);
    let last = lines(text, first.end)
        .take(FRONT_MATTER_LINES_MAX)
        .find(|line| is_fence(&text[line.clone()]) || is_almost_fence(&text[line.clone()]));
    let end = last.clone().unwrap_or_else(|| {
        let gap = first_gap(text, first.end..text.len()).unwrap_or(text.len());
        gap..gap
    });
    let fault = if right {
        let before = &text[..start];
        let mut edits = vec![(0..start, String::new())];
        // What authors wrote above it stays, below it.
        if let (Some(last), false) = (&last, before.trim_matches(is_unseen).is_empty()) {
            edits.push((
                last.end..last.end,
                format!("\n{}\n", before.trim_matches(is_unseen)),
            ));
        }
        let code = &codes::FRONT_MATTER_NOT_FIRST;
        let span = trimmed(text, first);
        let edits = if last.is_some() { edits } else { Vec::new() };
        Fault {
            code,
            span,
            named: None,
            edits,
        }
    } else {
        Fault::of_fence(text, first)
    };
    Some(Head {
        yaml: Some(first.end..end.start),
        body: end.end,
        fault: Some(fault),
    })
}

/// Fields at the beginning without any line of dashes.
fn without_fence(text: &str, start: usize) -> Option<Head> {
    let keys: Vec<Option<&str>> = lines(text, start)
        .take(2)
        .map(|line| key_in(&text[line]))
        .collect();
    let all_known = keys.iter().flatten().filter(|key| is_known(key)).count() == 2;
    let small = keys.first()?.is_some_and(|key| KEYS.contains(&key));
    if !small && !all_known {
        return None;
    }
    // Beyond a gap it ends only where all before is front matter.
    let last = lines(text, start)
        .take(FRONT_MATTER_LINES_MAX)
        .find(|line| is_fence(&text[line.clone()]))
        .filter(|last| {
            let before = start..last.start;
            first_gap(text, before.clone()).is_none() || is_mapping(&text[before])
        });
    let gap = first_gap(text, start..text.len()).unwrap_or(text.len());
    let end = last.clone().map_or(gap, |last| last.start);
    let is_whole = is_mapping(&text[start..end]);
    let mut edits = vec![(0..start, "---\n".to_owned())];
    if last.is_none() {
        edits.push(closing(text, end));
    }
    let first = lines(text, start).next()?;
    Some(Head {
        yaml: Some(start..end),
        body: last.map_or(end, |last| last.end),
        fault: Some(Fault {
            code: &codes::FRONT_MATTER_WITHOUT_FENCE,
            span: trimmed(text, &first),
            named: None,
            edits: if is_whole { edits } else { Vec::new() },
        }),
    })
}

/// Front matter below a heading or another text: the first line of dashes that a well-known field and another
/// line of dashes follow, outside of code.
fn further_down(text: &str, start: usize) -> Option<Head> {
    let mut all = lines(text, start).take(FRONT_MATTER_LINES_MAX);
    let first = all.find(|line| {
        let line = text[line.clone()].trim_start();
        line.starts_with("---") || line.starts_with("```") || line.starts_with("~~~")
    })?;
    if !is_fence(&text[first.clone()]) {
        return None;
    }
    let key = lines(text, first.end)
        .next()
        .and_then(|line| key_in(&text[line]))?;
    let last = all.find(|line| is_fence(&text[line.clone()]))?;
    let yaml = first.end..last.start;
    if !KEYS.contains(&key) || !is_mapping(&text[yaml.clone()]) {
        return None;
    }
    let whole = text[first.start..last.end].to_owned();
    let line_end = if whole.ends_with('\n') { "" } else { "\n" };
    Some(Head {
        yaml: Some(yaml),
        body: last.end,
        fault: Some(Fault {
            code: &codes::FRONT_MATTER_NOT_FIRST,
            span: trimmed(text, &first),
            named: None,
            edits: vec![
                (0..0, format!("{whole}{line_end}\n")),
                (first.start..last.end, String::new()),
            ],
        }),
    })
}

impl Fault {
    /// A line that should be three hyphens.
    fn of_fence(text: &str, line: &Range<usize>) -> Self {
        let span = trimmed(text, line);
        // What stands behind the hyphens may have been meant as a field.
        let sure = !is_fence_with_text(&text[line.clone()]);
        let edits = vec![(line.start..span.end, "---".into())];
        Self {
            code: &codes::FRONT_MATTER_FENCE,
            named: Some(text[span.clone()].to_owned()),
            edits: if sure { edits } else { Vec::new() },
            span,
        }
    }
}

/// For a text that is only tried.
const NOWHERE: crate::diagnostic::PlacePath = crate::diagnostic::PlacePath::Outside(String::new());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_its_second_line_of_dashes() {
        assert_eq!(split("---\na: 1\n---\nText"), (Some(4..9), 13));
        assert_eq!(split("---\r\na: 1\r\n---\r\nText"), (Some(5..11), 16));
        assert_eq!(split("Text\n---\n"), (None, 0));
        assert_eq!(split("---\nnie geschlossen"), (None, 0));
        assert_eq!(split("---\n---\n"), (Some(4..4), 8));
    }

    fn fault(text: &str) -> Option<&'static str> {
        find(text).fault.map(|fault| fault.code.slug)
    }

    #[test]
    fn what_was_meant_as_front_matter_is_known() {
        for before in [
            "\n",
            " \n\n",
            "\u{feff}",
            "\u{200b}",
            "<!-- x -->\n",
            " ",
            "\u{a0}\n<!-- a\nb -->\n\n",
            "# Titel\n\n",
        ] {
            let text = format!("{before}---\ntitle: A\nstatus: draft\n---\nText\n");
            assert_eq!(fault(&text), Some("front-matter-not-first"), "{before:?}");
        }
        for first in ["----", "-- -", "--", "—", "–––", "--- # Kopf", "--- yaml"] {
            let text = format!("{first}\ntitle: A\n---\nText\n");
            assert_eq!(fault(&text), Some("front-matter-fence"), "{first:?}");
        }
        for last in ["----", "-- -", "--", "—", "...", "  ---"] {
            for behind in ["Text\n", "Text\n\n---\n\nMehr\n"] {
                let text = format!("---\ntitle: A\n{last}\n{behind}");
                assert_eq!(fault(&text), Some("front-matter-fence"), "{last:?}");
            }
        }
        for text in [
            "+++\ntitle = \"A\"\n+++\n",
            "{\n  \"title\": \"A\"\n}\n",
            "{\"draft\": true}\nText",
        ] {
            assert_eq!(fault(text), Some("front-matter-format"), "{text:?}");
        }
        for text in [
            "title: A\nstatus: draft\n\nText\n",
            "status: draft\n---\nText\n",
            "Titel: A\nStatus: Entwurf\n\nText\n",
        ] {
            assert_eq!(fault(text), Some("front-matter-without-fence"), "{text:?}");
        }
        for text in [
            "---\ntitle: A\n\nText\n",
            "---\ntitle: A\n\nText\n\n---\n\nMehr\n",
            "---\ntitle: A",
            "---\n# x\ntitle: A\n",
        ] {
            assert_eq!(fault(text), Some("front-matter-unclosed"), "{text:?}");
        }
    }

    #[test]
    fn what_is_none_stays_text() {
        for text in [
            "---\ntitle: A\n---\nText\n",
            "---\ntitle: A\n\nsummary: B\n---\nText\n",
            "---\ntitle: |\n  ...\n---\nText\n",
            "---\nText\n---\nMehr\n",
            "---\n\nText\n",
            "----\n\nText: mehr\n",
            "\n---\n\nEin Absatz.\n",
            "Hinweis: ein Satz\n\nText\n",
            "```yaml\n---\ntitle: A\n---\n```\n",
            "Text\n\n---\n\nMehr\n\n---\n",
            "Text\n\n---\nName: wert\n---\n",
            "{{ include x }}\n",
            "{ nur eine Klammer\n",
            "https://a.example\nText\n",
            "",
        ] {
            assert_eq!(fault(text), None, "{text:?}");
        }
    }
}
