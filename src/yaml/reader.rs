//! Values of a type, with what is wrong with them.

use std::ops::Range;

use jiff::civil::Date;

use super::parse::tree;
use super::several::{self, goes_on, numbered, parts};
use super::{Cut, Node, Remarked, Value, quote};
use crate::diagnostic::{Code, Finding, PlacePath, Severity, Suggestions, codes};
use crate::prose::markup;
use crate::source::{Span, Spanned};
use crate::text::Arg;

/// The file that is read and the findings so far.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub path: PlacePath,
    /// What was found wrong.
    pub findings: &'a mut Vec<Finding>,
}

/// Reads `text`, that of the file `path`, one YAML document, by `read`. `None`, and a finding, if
/// nothing of it is YAML.
pub fn read_file<T>(
    text: &str,
    path: impl Into<PlacePath>,
    findings: &mut Vec<Finding>,
    read: impl FnOnce(&Value, &mut Reader<'_>) -> T,
) -> Option<T> {
    let path = path.into();
    let value = super::read(text, &path, findings)?;
    Some(read(&value, &mut Reader { path, findings }))
}

impl Reader<'_> {
    /// Adds a finding at `span`, to be told more.
    pub fn report(&mut self, code: &'static Code, span: Span) -> &mut Finding {
        self.findings.push(Finding::new(code, &self.path).at(span));
        self.findings.last_mut().expect("one was pushed")
    }

    /// Reports that `value`, of the field `key`, isn't what the message `expected` names.
    pub fn wrong_type(&mut self, key: &str, value: &Value, expected: &'static str) {
        let meant = (expected == "type-text")
            .then(|| value.as_written())
            .flatten();
        let finding = self.report(&codes::WRONG_TYPE, value.span);
        finding.set_arg("key", key);
        finding.set_arg("expected", Arg::Message(expected));
        finding
            .args
            .insert("found", Arg::Message(value.type_name()));
        if let Some((text, span)) = meant {
            let quoted = quote::quoted(&text);
            finding.suggestion = Some(quoted.clone());
            if let Some(span) = span {
                finding.set_fix(span, quoted);
            }
        } else if expected == "type-text"
            && let Some(text) = in_one(value)
        {
            finding.suggestion = Some(format!("{key}: {text}"));
        }
    }

    /// Reports that `value` is none of `allowed`.
    pub fn unknown_value(&mut self, key: &str, found: &str, span: Span, allowed: &[&str]) {
        let suggestion = Suggestions::new(allowed.iter().copied());
        let suggestion = suggestion.nearest(found).map(str::to_owned);
        let allowed = allowed.join(", ").into();
        self.refuse_value(key, found, span, allowed, suggestion);
    }

    /// Reports that `value` is none of those that `allowed` names.
    pub fn refuse_value(
        &mut self,
        key: &str,
        found: &str,
        span: Span,
        allowed: Arg,
        suggestion: Option<String>,
    ) {
        let finding = self.report(&codes::UNKNOWN_VALUE, span);
        finding.set_arg("key", key);
        finding.set_arg("value", found);
        finding.set_arg("allowed", allowed);
        finding.suggestion = suggestion;
    }

    /// Text, with numbers and dates as spelled. `None`, and a finding, for anything else; `None`
    /// alone for nothing. What a `#` takes away from it is reported, unless it is a comment for sure.
    pub fn text(&mut self, key: &str, value: &Value) -> Option<String> {
        self.check_cut(value, |cut| cut.sticky);
        self.scalar(key, value)
    }

    /// As [`Reader::text`], of words that readers get to see: each comment behind it is reported.
    pub fn prose(&mut self, key: &str, value: &Value) -> Option<String> {
        self.check_cut(value, |_| value.node != Node::Null);
        if value.node == Node::Null && value.span.start < value.span.end {
            let finding = self.report(&codes::READ_AS_NOTHING, value.span);
            finding.set_arg("key", key);
            finding.set_arg(
                "value",
                if value.span.end - value.span.start == 1 {
                    "~"
                } else {
                    "null"
                },
            );
        }
        self.scalar(key, value)
    }

    /// As [`Reader::prose`], of words that are shown as they are: markup in them is reported.
    pub fn plain(&mut self, key: &str, value: &Value) -> Option<String> {
        let text = self.prose(key, value)?;
        // What is wrong with the value as a whole is told already.
        let is_told = value.is_salvaged || value.cut.is_some();
        if let Some(range) = markup::find(&text).filter(|_| !is_told) {
            let Range { start, end } = value.span.range();
            // In a text of several lines or with escapes, places are others.
            let quotes = (end - start).saturating_sub(text.len()) / 2;
            let in_file = end - start == text.len() + 2 * quotes && quotes < 2;
            let span = if in_file {
                let start = start + quotes;
                Span::new(start + range.start..start + range.end)
            } else {
                value.span
            };
            let finding = self.report(&codes::LEFT_AS_TEXT, span);
            finding.set_arg("text", &text[range]);
            finding.set_arg("instead", Arg::Message("left-in-field"));
        }
        Some(text)
    }

    /// Reports what a `#` takes away from a value of which nothing is left.
    pub fn check_empty(&mut self, value: &Value) {
        if value.node == Node::Null {
            self.check_cut(value, |cut| cut.sticky);
        }
    }

    fn check_cut(&mut self, value: &Value, counts: impl Fn(&Cut) -> bool) {
        let Some(cut) = value.cut.as_ref().filter(|cut| counts(cut)) else {
            return;
        };
        let signs = cut.whole.match_indices('#').map(|(at, _)| at);
        let begins = |at: &usize| *at == 0 || cut.whole[..*at].ends_with(char::is_whitespace);
        let at = { signs }.find(begins).unwrap_or(0);
        let line = quote::quoted(&cut.whole);
        let finding = self.report(&codes::TEXT_CUT_OFF, cut.span);
        finding.set_arg("rest", &cut.whole[at..]);
        finding.set_arg("line", line.as_str());
        if cut.sticky {
            finding.set_fix(cut.span, line);
        } else {
            finding.severity = Severity::Warning;
        }
    }

    fn scalar(&mut self, key: &str, value: &Value) -> Option<String> {
        match &value.node {
            Node::Text { text, .. } => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            Node::Flag(flag) => Some(flag.to_string()),
            Node::Null => None,
            _ => {
                self.wrong_type(key, value, "type-text");
                None
            }
        }
    }

    /// A day in the form 2018-06-15. Other forms are recognised, and that one offered.
    pub fn date(&mut self, key: &str, value: &Value) -> Option<Date> {
        let text = self.text(key, value)?;
        if let Ok(date) = text.parse::<Date>()
            && text.len() == 10
        {
            return Some(date);
        }
        let remarked = Remarked::find(&text, |text| spelled_date(text).is_some());
        let meant = remarked.as_ref().and_then(|found| spelled_date(found.core));
        let mended = remarked.zip(meant).map(|(found, date)| {
            let date = date.to_string();
            Remarked {
                core: &date,
                ..found
            }
            .with_comment()
        });
        let finding = self.report(&codes::NOT_A_DATE, value.span);
        finding.set_arg("key", key);
        finding.set_arg("value", text);
        finding.suggestion = meant.map(|date| date.to_string());
        if let Some(mended) = mended {
            finding.set_fix(value.span, mended);
        }
        None
    }

    /// Yes or no, in YAML's words or in those of people.
    pub fn flag(&mut self, key: &str, value: &Value) -> Option<bool> {
        let said = match &value.node {
            Node::Flag(flag) => return Some(*flag),
            Node::Text { text, .. } => flag(text),
            _ => None,
        };
        if said.is_none() {
            self.wrong_type(key, value, "type-flag");
        }
        said
    }

    /// The names in a list. As several count those that stand in one text, between commas or semicolons, if
    /// `is_name` holds for each.
    pub fn names(
        &mut self,
        key: &str,
        value: &Value,
        is_name: impl Fn(&str) -> bool,
    ) -> Vec<Spanned<String>> {
        let several = match &value.node {
            Node::Text { text, plain } if !is_name(text) => {
                parts(text, &[",", ";", " und ", " and "])
                    .filter(|parts| parts.iter().all(|part| is_name(&text[part.clone()])))
                    .map(|parts| (text, *plain, parts))
            }
            _ => None,
        };
        if let Some((text, plain, parts)) = several {
            let Range { start, end } = value.span.range();
            let as_written = plain && end - start == text.len();
            let place = |part: &Range<usize>| {
                let span = Span::new(start + part.start..start + part.end);
                if as_written { span } else { value.span }
            };
            let parts = parts.iter();
            return parts
                .map(|part| Spanned::new(text[part.clone()].to_owned(), place(part)))
                .collect();
        }
        self.texts(key, value)
    }

    /// The texts in a list.
    pub fn texts(&mut self, key: &str, value: &Value) -> Vec<Spanned<String>> {
        let items = self.list(key, value).into_iter();
        items
            .filter_map(|item| Some(Spanned::new(self.text(key, item)?, item.span)))
            .collect()
    }

    /// The words in a list that are shown as they are. One text with commas or semicolons may have been meant as
    /// several, or as one.
    pub fn words(&mut self, key: &str, value: &Value) -> Vec<String> {
        self.check_several(key, value, |parts| !parts.iter().any(|part| goes_on(part)));
        let items = self.list(key, value).into_iter();
        items.filter_map(|item| self.plain(key, item)).collect()
    }

    /// The names of people and offices in a list. One text with commas may have been meant as several; `Berger, Anna`
    /// is one for sure.
    pub fn people(&mut self, key: &str, value: &Value) -> Vec<String> {
        self.check_several(key, value, |parts| {
            parts.iter().all(|part| several::is_person(part))
        });
        let names = self.texts(key, value).into_iter();
        names.map(|name| name.value).collect()
    }

    /// Reports one text with commas or semicolons that counts as one entry, where `are_several` says so of its parts.
    fn check_several(&mut self, key: &str, value: &Value, are_several: impl Fn(&[&str]) -> bool) {
        if let Node::Text { text, plain: true } = &value.node
            && let Some(parts) =
                parts(text, &[",", ";"]).filter(|_| !text.ends_with(['.', '!', '?']))
            && let parts = parts.into_iter().map(|part| &text[part])
            && let parts = parts.collect::<Vec<&str>>()
            && are_several(&parts)
        {
            let list = format!("`{key}: [{}]`", parts.join(", "));
            self.report_several(key, text, value.span, &[list]);
        }
    }

    /// Reports that a text counts as one entry which may have been meant as those of `list`.
    fn report_several(&mut self, key: &str, text: &str, span: Span, list: &[String]) {
        let finding = self.report(&codes::SEVERAL_IN_ONE, span);
        finding.set_arg("key", key);
        finding.set_arg("value", text);
        finding.set_arg("list", list.join(", "));
    }

    /// The items of a list. A single scalar counts as a list of one, as authors often mean it.
    pub fn list<'v>(&mut self, key: &str, value: &'v Value) -> Vec<&'v Value> {
        match &value.node {
            Node::List(items) => {
                // An item that is nothing but a comment was meant as one.
                for item in items.iter().filter(|item| item.node == Node::Null) {
                    self.check_cut(item, |_| true);
                }
                items.iter().collect()
            }
            Node::Text { text, .. } => {
                if let Some(items) = numbered(text) {
                    let items: Vec<_> = items.map(|item| format!("`- {item}`")).collect();
                    self.report_several(key, text, value.span, &items);
                }
                vec![value]
            }
            Node::Flag(_) => vec![value],
            Node::Null => Vec::new(),
            Node::Map(_) => {
                self.wrong_type(key, value, "type-list");
                Vec::new()
            }
        }
    }
}

/// The texts of a list as one, as a value is written.
fn in_one(list: &Value) -> Option<String> {
    let Node::List(items) = &list.node else {
        return None;
    };
    let texts = items.iter().map(|item| item.as_text().map(str::trim));
    let text = texts.collect::<Option<Vec<_>>>()?.join("; ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = tree(&format!("x: {text}")).ok();
    let is_read = plain.is_some_and(|plain| match &plain.node {
        Node::Map(map) => map.len() == 1 && map[0].1.as_text() == Some(text.as_str()),
        _ => false,
    });
    let written = if is_read { text } else { quote::quoted(&text) };
    (written.len() > "\"\"".len()).then_some(written)
}

/// Yes or no, as people write it.
pub fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "ja" | "wahr" => Some(true),
        "false" | "no" | "nein" | "falsch" => Some(false),
        _ => None,
    }
}

/// A day in the form 15.6.2018, 15.06.18, 15. Juni 2018, 15 June 2018 or 2018-6-15.
fn spelled_date(text: &str) -> Option<Date> {
    let numbers: Vec<&str> = text.split('-').collect();
    if let [year, month, day] = numbers.as_slice() {
        let year = Some(year).filter(|year| year.len() == 4)?;
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let parts = text.split(|c: char| c == '.' || c == ',' || c.is_whitespace());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let [first, second, year] = parts.as_slice() else {
        return None;
    };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first.parse().ok()?, month),
        (Some(month), None) => (second.parse().ok()?, month),
        (None, None) if text.contains('.') => (first.parse().ok()?, second.parse().ok()?),
        _ => return None,
    };
    let (century, digits) = match year.len() {
        2 => (2000, year),
        4 => (0, year),
        _ => return None,
    };
    let year: i16 = digits.parse().ok()?;
    Date::new(century + year, month, day).ok()
}

/// The number of a month, by its German or English name or the beginning of that.
fn month(name: &str) -> Option<i8> {
    const MONTHS: [(&str, &str); 12] = [
        ("januar", "january"),
        ("februar", "february"),
        ("märz", "march"),
        ("april", "april"),
        ("mai", "may"),
        ("juni", "june"),
        ("juli", "july"),
        ("august", "august"),
        ("september", "september"),
        ("oktober", "october"),
        ("november", "november"),
        ("dezember", "december"),
    ];
    let name = name.to_lowercase();
    let is_begun = |full: &&str| name.chars().count() >= 3 && full.starts_with(&*name);
    let found = MONTHS.iter().position(|(german, english)| {
        [german, english].iter().any(|full| is_begun(full))
            || (name == "jänner" && *german == "januar")
    });
    i8::try_from(found? + 1).ok()
}
