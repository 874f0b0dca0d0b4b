//! A chapter's front matter: what every chapter has, then the fields and relations of its kind.
//! Each relation is written on one side only, as an author would.

use std::fmt::{self, Write};

use super::language::{Speaker, place};
use super::outline::{self, Kind, Outline};
use super::words;

/// Writes the front matter with its fences and the blank line behind it.
pub fn write(
    out: &mut String,
    speaker: &mut Speaker,
    number: usize,
    chapters: usize,
    outline: &Outline,
) -> fmt::Result {
    let mut front = Front {
        out,
        speaker,
        number,
        chapters,
    };
    front.out.push_str("---\n");
    front.common(outline)?;
    match outline::kind(number) {
        Kind::Format => front.format()?,
        Kind::Tool => front.tool()?,
        Kind::Lesson => front.lesson()?,
        Kind::Case => front.case()?,
        Kind::Page => front.line("kind", "page")?,
    }
    front.out.push_str("---\n\n");
    Ok(())
}

struct Front<'a, 'b> {
    out: &'a mut String,
    speaker: &'a mut Speaker<'b>,
    number: usize,
    chapters: usize,
}

impl Front<'_, '_> {
    fn common(&mut self, outline: &Outline) -> fmt::Result {
        writeln!(self.out, "title: \"{}\"", outline.title)?;
        // A summary is plain text.
        let summary = self.speaker.sentences(1).replace('*', "");
        writeln!(self.out, "summary: \"{summary}\"")?;
        let status = ["reviewed", "superseded", "reviewed", "reviewed"][self.number / 5 % 4];
        self.line("status", status)?;
        let (month, day) = (self.number % 12 + 1, self.number % 28 + 1);
        writeln!(
            self.out,
            "updated: {}-{month:02}-{day:02}",
            2018 + self.number % 8
        )?;
        let topics = [
            self.number % 18,
            (self.number / 18 + self.number % 18 + 1) % 18,
        ];
        let [first, second] = topics.map(|topic| words::TOPICS[topic]);
        if first == second {
            writeln!(self.out, "topics: [{first}]")?;
        } else {
            writeln!(self.out, "topics: [{first}, {second}]")?;
        }
        writeln!(self.out, "synonyms: [\"{}\"]", outline.subjects[2].plural)
    }

    fn format(&mut self) -> fmt::Result {
        self.line("kind", "format")?;
        self.one(
            "purposes",
            &[
                "[inform]",
                "[discuss, plan]",
                "[network]",
                "[activate, cooperate]",
            ],
        )?;
        self.one(
            "participation",
            &["information", "consultation", "co-decision"],
        )?;
        self.one(
            "phase",
            &["[orientation]", "[planning]", "[planning, implementation]"],
        )?;
        let few = self.speaker.random.between(6, 40);
        writeln!(self.out, "participants: {few}-{}", few * 2)?;
        self.one(
            "duration",
            &["2 Stunden", "1 Tag", "1,5 Tage", "3 Wochen", "6 Monate"],
        )?;
        self.one("mode", &["[in-person]", "[digital]", "[in-person, hybrid]"])?;
        let (level, reason) = (self.speaker.random.between(1, 3), self.speaker.point());
        writeln!(
            self.out,
            "effort:\n  - {{what: staff, level: {level}, reason: \"{reason}\"}}"
        )?;
        self.steps()?;
        self.list("strengths", 2)?;
        self.list("limits", 1)?;
        self.references("tools", Kind::Tool, 2)?;
        self.references("lessons", Kind::Lesson, 1)
    }

    fn tool(&mut self) -> fmt::Result {
        self.line("kind", "tool")?;
        self.one(
            "type",
            &[
                "template",
                "checklist",
                "guide",
                "software",
                "data",
                "network",
            ],
        )?;
        self.line("provider", &format!("Stadt {}", place(self.number)))?;
        self.one("adaptable", &["true", "false"])?;
        self.text("how_to_use", 2)?;
        self.one("cost", &["free", "free", "depends", "paid"])?;
        self.references("cases", Kind::Case, 1)
    }

    fn lesson(&mut self) -> fmt::Result {
        self.line("kind", "lesson")?;
        self.one("direction", &["worked", "worked", "did-not-work", "mixed"])?;
        self.text("situation", 2)?;
        self.text("action", 1)?;
        self.text("recommendation", 1)?;
        self.one(
            "addressed_to",
            &["[municipality]", "[municipality, state]", "[companies]"],
        )?;
        self.list("core_elements", 2)?;
        self.one(
            "evidence",
            &["observed", "observed-repeatedly", "evaluated-internally"],
        )?;
        self.references("tools", Kind::Tool, 2)
    }

    fn case(&mut self) -> fmt::Result {
        self.line("kind", "case")?;
        self.line("place", &place(self.number))?;
        self.one(
            "state",
            &[
                "berlin",
                "nordrhein-westfalen",
                "sachsen",
                "bayern",
                "hessen",
            ],
        )?;
        self.one(
            "municipality_type",
            &["independent-city", "district", "town", "village"],
        )?;
        writeln!(
            self.out,
            "inhabitants: {}",
            900 + self.number * 7_919 % 600_000
        )?;
        self.list("results", 2)?;
        self.references("formats", Kind::Format, 2)?;
        self.references("lessons", Kind::Lesson, 1)
    }

    /// One of the values, as YAML.
    fn one(&mut self, field: &str, values: &[&str]) -> fmt::Result {
        let value = self.speaker.random.pick(values);
        self.line(field, value)
    }

    fn steps(&mut self) -> fmt::Result {
        self.out.push_str("steps:\n");
        for _ in 0..3 {
            let title = self.speaker.keyword();
            let minutes = self.speaker.random.between(2, 18) * 5;
            let text = self.speaker.sentence();
            writeln!(
                self.out,
                "  - {{title: \"{title}\", minutes: {minutes}, text: \"{text}\"}}"
            )?;
        }
        Ok(())
    }

    fn line(&mut self, field: &str, value: &str) -> fmt::Result {
        writeln!(self.out, "{field}: {value}")
    }

    fn text(&mut self, field: &str, sentences: usize) -> fmt::Result {
        let text = self.speaker.sentences(sentences);
        writeln!(self.out, "{field}: \"{text}\"")
    }

    fn list(&mut self, field: &str, items: usize) -> fmt::Result {
        writeln!(self.out, "{field}:")?;
        for _ in 0..items {
            let item = self.speaker.point();
            writeln!(self.out, "  - \"{item}\"")?;
        }
        Ok(())
    }

    fn references(&mut self, field: &str, kind: Kind, most: usize) -> fmt::Result {
        let (random, number, chapters) = (&mut *self.speaker.random, self.number, self.chapters);
        let mut found: Vec<_> = (0..most)
            .filter_map(|_| outline::neighbour(random, number, kind, chapters))
            .map(outline::stem)
            .collect();
        found.sort();
        found.dedup();
        if found.is_empty() {
            Ok(())
        } else {
            writeln!(self.out, "{field}: [{}]", found.join(", "))
        }
    }
}
