//! One chapter's Markdown: front matter, an opening, then under each heading paragraphs and what
//! else the chapter's number calls for (table, list, alert, code, definitions), footnotes last.

use std::fmt::{self, Write};

use super::front;
use super::language::Speaker;
use super::outline::{self, Outline};
use super::random::Random;
use super::words;

/// The file of the chapter with this number in a handbook of so many chapters.
pub fn text(number: usize, chapters: usize) -> Result<String, fmt::Error> {
    let outline = Outline::of(number);
    let mut random = Random::stream(2, number);
    let mut out = String::with_capacity(6_000);
    let mut speaker = Speaker {
        random: &mut random,
        subjects: &outline.subjects,
    };
    front::write(&mut out, &mut speaker, number, chapters, &outline)?;
    let mut page = Page {
        out,
        speaker,
        number,
        chapters,
        footnotes: 0,
    };
    page.opening()?;
    for (at, heading) in outline.headings.iter().enumerate() {
        write!(page.out, "{} {}", "#".repeat(heading.level), heading.text)?;
        if let Some(id) = &heading.id {
            write!(page.out, " {{#{id}}}")?;
        }
        page.out.push_str("\n\n");
        page.section(at)?;
    }
    page.notes()?;
    Ok(page.out)
}

struct Page<'a> {
    out: String,
    speaker: Speaker<'a>,
    number: usize,
    chapters: usize,
    footnotes: usize,
}

impl Page<'_> {
    fn opening(&mut self) -> fmt::Result {
        let text = self.speaker.sentences(2);
        writeln!(self.out, "{text}\n")?;
        if self.number % 6 == 1 {
            let kind =
                self.speaker
                    .random
                    .pick(&["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]);
            let text = self.speaker.sentence();
            writeln!(self.out, "> [!{kind}]\n> {text}\n")?;
        }
        Ok(())
    }

    fn section(&mut self, at: usize) -> fmt::Result {
        self.paragraph(at)?;
        match at {
            1 if self.number.is_multiple_of(3) => self.table(),
            2 => self.list(),
            3 if self.number % 10 == 5 => self.code(),
            4 if self.number % 12 == 7 => self.definitions(),
            _ => Ok(()),
        }
    }

    fn paragraph(&mut self, at: usize) -> fmt::Result {
        let count = self.speaker.random.between(4, 5);
        let text = self.speaker.sentences(count);
        self.out.push_str(&text);
        if at < 4 {
            self.out.push(' ');
            self.link()?;
        }
        if self.number.is_multiple_of(2) && (at == 0 || self.speaker.random.chance(25)) {
            self.footnotes += 1;
            write!(self.out, "[^{}]", self.footnotes)?;
        }
        self.out.push_str("\n\n");
        Ok(())
    }

    /// A sentence with a link to a chapter, near by in two of three cases.
    fn link(&mut self) -> fmt::Result {
        let random = &mut *self.speaker.random;
        let to = if random.chance(67) {
            (self.number + random.below(61))
                .saturating_sub(30)
                .min(self.chapters - 1)
        } else {
            random.below(self.chapters)
        };
        let to = if to == self.number {
            (to + 1) % self.chapters
        } else {
            to
        };
        let target = Outline::of(to);
        let href = outline::href(self.number, to);
        let anchor = if random.chance(40) {
            target.anchor(random)
        } else {
            None
        };
        let destination = anchor.map_or(href.clone(), |anchor| format!("{href}#{anchor}"));
        let lead = random.pick(&[
            "Mehr dazu steht unter",
            "Wie es anderswo lief, zeigt",
            "Siehe auch",
        ]);
        write!(self.out, "{lead} [{}]({destination}).", target.title)
    }

    fn table(&mut self) -> fmt::Result {
        self.out
            .push_str("| Baustein | Wer | Stunden | Anmerkung |\n|---|---|--:|---|\n");
        for _ in 0..self.speaker.random.between(3, 5) {
            let what = self.speaker.keyword();
            let who = self.speaker.random.pick(words::PEOPLE);
            let hours = self.speaker.random.between(1, 40);
            let note = self.speaker.point();
            writeln!(self.out, "| {what} | {who} | {hours} | {note} |")?;
        }
        self.out.push('\n');
        Ok(())
    }

    fn list(&mut self) -> fmt::Result {
        let marker = self.speaker.random.pick(&["- ", "- ", "1. ", "- [ ] "]);
        for _ in 0..self.speaker.random.between(3, 5) {
            let point = self.speaker.point();
            writeln!(self.out, "{marker}{point}")?;
        }
        self.out.push('\n');
        Ok(())
    }

    fn code(&mut self) -> fmt::Result {
        let (language, lines) = words::CODE[self.number / 10 % words::CODE.len()];
        writeln!(self.out, "```{language}\n{lines}```\n")
    }

    fn definitions(&mut self) -> fmt::Result {
        for _ in 0..2 {
            let term = self.speaker.keyword();
            let text = self.speaker.sentence();
            writeln!(self.out, "{term}\n: {text}\n")?;
        }
        Ok(())
    }

    fn notes(&mut self) -> fmt::Result {
        for note in 1..=self.footnotes {
            let text = self.speaker.sentence();
            writeln!(self.out, "[^{note}]: {text}")?;
        }
        Ok(())
    }
}
