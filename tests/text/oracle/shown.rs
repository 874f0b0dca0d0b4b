//! What a page shows of a chapter: its text, with the numbers of items and what stands for pictures.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use transferbuch::html::{ChapterRenderer, Frame};
use transferbuch::pipeline::Handbook;

use super::written::REFERENCES;

/// What the interface calls alerts, in all languages.
static ALERTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/texts");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let texts: Vec<String> = files
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let names = lines.filter_map(|line| line.strip_prefix("alert-")?.split_once(" = "));
    names.map(|(_, name)| name.to_owned()).collect()
});

/// A letter of a page.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub letter: char,
    /// Whether it is the interface's, or a number that the page gives to an item.
    pub is_ours: bool,
}

/// The HTML of the text of the chapter at `path`.
pub fn html(handbook: &Handbook, path: &str) -> String {
    let (renderer, frame) = renderer(handbook, path);
    renderer.html().text.joined().fill(&frame, &renderer)
}

/// The HTML of each field with Markdown of the chapter at `path`, with its Markdown.
pub fn fields(handbook: &Handbook, path: &str) -> Vec<(String, String)> {
    let (renderer, frame) = renderer(handbook, path);
    let texts = renderer.chapter().fields.markdown();
    let texts = texts.into_iter().map(|markdown| markdown.text.clone());
    let html = renderer.html().fields;
    let html = html.into_iter().map(|field| field.fill(&frame, &renderer));
    texts.zip(html).collect()
}

fn renderer<'b>(handbook: &'b Handbook, path: &str) -> (ChapterRenderer<'b>, Frame<'b>) {
    let linked = &handbook.linked;
    let id = linked.site.at_path(path).expect("the chapter is there");
    let labels = handbook.theme.labels(linked.site.chapter(id).edition);
    let renderer = ChapterRenderer {
        linked,
        id,
        labels,
        with_places: false,
    };
    (renderer, Frame::of(linked.site.chapter(id)))
}

/// The text of `html` as people read it, items with their numbers.
pub fn text(html: &str) -> String {
    let shown = letters(html);
    let text: String = shown
        .iter()
        .map(|shown| shown.letter)
        .filter(|letter| !matches!(letter, '\0' | '\u{ad}'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All characters that `html` shows, in order.
pub fn letters(html: &str) -> Vec<Shown> {
    let mut reading = Reading::default();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        at += if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else if rest.starts_with('<')
            && rest[1..].starts_with(|c: char| c == '/' || c.is_ascii_alphabetic())
        {
            let end = end_of_tag(rest);
            reading.tag(&rest[1..end - 1]);
            end
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest.find('>').map_or(rest.len(), |end| end + 1)
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..]
                .find('<')
                .map_or(rest.len(), |end| first + end);
            reading.text(&decoded(&rest[..end]));
            end
        };
    }
    reading.shown
}

#[derive(Default)]
struct Reading {
    shown: Vec<Shown>,
    /// The next number of each list that is open; none without numbers.
    lists: Vec<Option<u64>>,
    /// The element of the interface that is passed over, until it ends.
    skips: Option<&'static str>,
    title: bool,
}

impl Reading {
    fn push(&mut self, text: &str, is_ours: bool) {
        // Where a browser may part a long word is no sign of the author.
        let is_ours = |letter| is_ours || letter == '\u{ad}';
        let letters = text.chars().map(|letter| Shown {
            letter,
            is_ours: is_ours(letter),
        });
        self.shown.extend(letters);
    }

    fn text(&mut self, text: &str) {
        if self.skips.is_some() {
            return;
        }
        let is_ours = self.title && ALERTS.contains(text.trim());
        self.push(text, is_ours);
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        if let Some(skipped) = self.skips {
            if tag == format!("/{skipped}") {
                self.skips = None;
            }
            return;
        }
        let class = attribute(tag, "class").unwrap_or_default();
        let id = attribute(tag, "id").unwrap_or_default();
        match (name, tag.starts_with('/')) {
            ("sup", false) if class == "footnote-ref" => self.skips = Some("sup"),
            // Where a film of another host lies.
            ("span", false) if class == "muted" => self.skips = Some("span"),
            ("a", false) if class == "backref" => self.skips = Some("a"),
            ("h2", false) if id.starts_with("footnotes-") => self.skips = Some("h2"),
            ("section", false) if class == "footnotes" => self.push("\u{0}", true),
            ("ol", false) => {
                let start = attribute(tag, "start").and_then(|start| start.parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            ("ul", false) => self.lists.push(None),
            ("ol" | "ul", true) => {
                self.lists.pop();
            }
            ("li", false) => {
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
                    *next += 1;
                    *next - 1
                });
                if let Some(number) = number {
                    self.push(&format!("\n{number}. "), true);
                }
            }
            ("img", false) => {
                for name in ["alt", "title"] {
                    let text = attribute(tag, name).unwrap_or_default();
                    self.push(&format!(" {text} "), false);
                }
            }
            _ => {}
        }
        self.title = class == "alert-title" && !tag.starts_with('/');
        let within_words = [
            "a", "b", "code", "del", "em", "i", "kbd", "mark", "span", "strong", "sub", "sup", "u",
            "abbr", "small",
        ];
        if !within_words.contains(&name) && !self.title {
            self.push(" ", true);
        }
    }
}

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let begin = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[begin..].find('"')?;
    Some(decoded(&tag[begin..begin + end]))
}

/// The length of the tag that `html` begins with.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') if html[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    html.len()
}

fn decoded(html: &str) -> String {
    let mut decoded = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = REFERENCES
            .iter()
            .find(|(written, _)| rest.starts_with(written));
        let number = rest
            .strip_prefix("&#")
            .and_then(|rest| rest.split_once(';'));
        let character = number.and_then(|(number, _)| char::from_u32(number.parse().ok()?));
        rest = match (known, number.zip(character)) {
            (Some((written, shown)), _) => {
                decoded.push_str(shown);
                &rest[written.len()..]
            }
            (None, Some(((_, behind), character))) => {
                decoded.push(character);
                behind
            }
            _ => {
                decoded.push('&');
                &rest[1..]
            }
        };
    }
    decoded + rest
}
