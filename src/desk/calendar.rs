//! The days of reviews as a calendar (RFC 5545): an entry for each chapter, on the day on which it is due.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::due;
use crate::config::BaseUrl;
use crate::link::Linked;
use crate::site::Chapter;
use crate::source::hex;
use crate::text::{Args, Catalog, Language};

/// How many bytes a line may have, without its end.
const LINE_MAX: usize = 75;

/// The calendar, as of `today`.
pub(super) fn write(linked: &Linked, texts: &Catalog, language: Language, today: Date) -> String {
    let site = &linked.site;
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add(
        "PRODID",
        &format!("-//Transferbuch//{}", language.code().to_uppercase()),
    );
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    let handbook = site.title(site.config.default_language());
    let args = Args::from([("handbook", handbook.into())]);
    let name = texts.get("desk-calendar", &args).unwrap_or_default();
    lines.add("X-WR-CALNAME", &escaped(&name));
    let chapters = site.chapters.iter().filter(|chapter| !chapter.is_fallback);
    let mut due: Vec<(Date, &Chapter)> = chapters
        .filter_map(|chapter| Some((due::of(&chapter.parsed)?.date, &**chapter)))
        .collect();
    due.sort_by_key(|(date, chapter)| (*date, chapter.path()));
    for (date, chapter) in due {
        let args = Args::from([("title", chapter.title.as_str().into())]);
        let summary = texts.get("desk-calendar-entry", &args).unwrap_or_default();
        let id = format!("{handbook}\n{}", chapter.path());
        lines.add("BEGIN", "VEVENT");
        lines.add(
            "UID",
            &format!("{}@transferbuch", hex(&Sha256::digest(id)[..16])),
        );
        lines.add("DTSTAMP", &format!("{}T000000Z", day(today)));
        lines.add("DTSTART;VALUE=DATE", &day(date));
        lines.add("SUMMARY", &escaped(&summary));
        lines.add("DESCRIPTION", &escaped(chapter.path().as_str()));
        if let Some(contact) = &chapter.parsed.front.contact {
            lines.add("CONTACT", &escaped(contact));
        }
        if let Some(base) = site.config.url.as_ref().map(BaseUrl::as_str) {
            lines.add(
                "URL",
                &format!("{base}{}", crate::site::escape(&chapter.address)),
            );
        }
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
    lines.add("END", "VCALENDAR");
    lines.0
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// The lines of a calendar. Long ones are folded, never within a character.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LINE_MAX {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
