//! Films and sounds in a player, with what lies beside them.

use super::fragment::Hole;
use super::frame::Href;
use super::writer::Writer;
use crate::config::language;
use crate::link::Target;
use crate::source::{HandbookPath, Recording};

/// The width of the picture that is shown before a film begins, in pixels.
const POSTER: u32 = 1080;

impl<'s> Writer<'s> {
    /// Writes a player, and within it a link to the file for browsers that have none.
    pub(super) fn player(&mut self, element: &str, name: &str, title: &str, target: &'s Target) {
        let Some(href) = Href::new(&self.renderer, target) else {
            return;
        };
        let out = &mut self.out;
        out.push("<");
        out.push(element);
        let linked = self.renderer.linked;
        let recording = match target {
            Target::Asset(path) => Some(path),
            _ => None,
        };
        let poster = recording.and_then(|path| linked.poster(path));
        let poster = poster.and_then(|poster| {
            let made = linked.pictures.get(poster);
            let made = made.map(|picture| picture.at_least(POSTER).address.as_str());
            made.or_else(|| linked.site.assets.get(poster).map(String::as_str))
        });
        // Nothing of a film is loaded before it begins where there is a picture to show.
        out.push(match poster {
            Some(_) => " controls preload=\"none\"",
            None => " controls preload=\"metadata\"",
        });
        if let Some(address) = poster {
            out.push(" poster=\"");
            out.hole(Hole::Address(address.into()));
            out.push("\"");
        }
        let facts = recording.and_then(|path| linked.site.recordings.get(path));
        if let Some(size) = facts.and_then(|facts| facts.dimensions) {
            let (width, height) = (size.width, size.height);
            out.push(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        out.push(" src=\"");
        out.href(href);
        if !name.is_empty() {
            out.push("\" aria-label=\"");
            out.attribute(name);
        }
        if !title.is_empty() {
            out.push("\" title=\"");
            out.attribute(title);
        }
        out.push("\">");
        for captions in recording.iter().flat_map(|path| linked.captions(path)) {
            let Some(address) = linked.site.assets.get(captions.file) else {
                continue;
            };
            out.push("<track kind=\"captions\" src=\"");
            out.hole(Hole::Address(address.into()));
            out.push("\" srclang=\"");
            out.attribute(&language::tag(captions.language));
            out.push("\" label=\"");
            out.attribute(&self.renderer.labels.captions);
            out.push(" (");
            out.attribute(captions.language);
            out.push(")\">");
        }
        out.push("<a href=\"");
        out.href(href);
        out.push("\">");
        let file = match target {
            Target::Asset(path) if name.is_empty() => path.name(),
            _ => name,
        };
        out.text(file);
        out.push("</a></");
        out.push(element);
        // On paper stands what it is called, and where it is.
        out.push("><span class=\"print-only\"><a href=\"");
        out.href(href);
        out.push("\">");
        out.text(file);
        out.push("</a></span>");
        if let Some((path, facts)) = recording.zip(facts) {
            self.facts(path, facts);
        }
    }

    /// Writes what one wants to know before a film begins, and where it can be read.
    fn facts(&mut self, path: &HandbookPath, facts: &Recording) {
        let labels = self.renderer.labels;
        let linked = self.renderer.linked;
        let code = linked.site.config.language(self.renderer.chapter().edition);
        let out = &mut self.out;
        out.push("<span class=\"recording\">");
        if let Some(seconds) = facts.seconds {
            out.text(&format!("{} {}, ", labels.length, clock(seconds)));
        }
        let size = language::file_size(facts.length, code);
        out.text(&format!("{} {size}", labels.size));
        if let Some(transcript) = linked.transcript(path) {
            out.push(", <a href=\"");
            out.hole(Hole::Chapter(transcript, None));
            out.push("\">");
            out.text(&labels.transcript);
            out.push("</a>");
        }
        out.push("</span>");
    }
}

/// A length of time as players write it: `3:42`, `1:02:03`.
fn clock(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match minutes / 60 {
        0 => format!("{minutes}:{rest:02}"),
        hours => format!("{hours}:{:02}:{rest:02}", minutes % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_players_do() {
        for (seconds, written) in [(5, "0:05"), (222, "3:42"), (3723, "1:02:03")] {
            assert_eq!(clock(seconds), written);
        }
    }
}
