//! What other chapters may say about a chapter: its path, title, kind and headings. It depends on
//! the chapter's number alone, so that a link can be written before its target is.

use super::language::{Noun, place};
use super::random::Random;
use super::words;

const PER_SECTION: usize = 100;
const SECTIONS_PER_PART: usize = 10;

/// The kinds take turns: every five chapters hold one of each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Format,
    Tool,
    Lesson,
    Case,
    Page,
}

const KINDS: [Kind; 5] = [
    Kind::Format,
    Kind::Tool,
    Kind::Lesson,
    Kind::Case,
    Kind::Page,
];

/// A heading of a chapter.
pub struct Heading {
    /// 2 or 3.
    pub level: usize,
    pub text: String,
    /// The id that the author has set.
    pub id: Option<String>,
}

/// A chapter without its text.
pub struct Outline {
    pub title: String,
    pub subjects: Vec<Noun>,
    pub headings: Vec<Heading>,
}

impl Outline {
    /// The outline of the chapter with this number, from 0.
    pub fn of(number: usize) -> Self {
        let random = &mut Random::stream(1, number);
        let subjects: Vec<_> = (0..5).map(|_| Noun::compound(random)).collect();
        let name = place(number);
        let subject = &subjects[0];
        let title = match number % 4 {
            0 => format!("{} in {name}", subject.singular),
            1 => format!("{name}: {}", subject.plural),
            2 => format!("{} und {} ({name})", subject.singular, subjects[1].plural),
            _ => format!("Wie {name} eine {}-Reihe aufbaut", subject.singular),
        };
        let headings = headings(random, &subjects);
        Self {
            title,
            subjects,
            headings,
        }
    }

    /// The anchor of some heading, if it can be told without knowing how anchors are made from
    /// words with umlauts and signs.
    pub fn anchor(&self, random: &mut Random) -> Option<String> {
        let heading = &self.headings[random.below(self.headings.len())];
        let plain = heading
            .text
            .chars()
            .all(|c| c.is_ascii_alphabetic() || c == ' ');
        match &heading.id {
            Some(id) => Some(id.clone()),
            None if plain => Some(heading.text.to_lowercase().replace(' ', "-")),
            None => None,
        }
    }
}

/// The kind of the chapter with this number.
pub fn kind(number: usize) -> Kind {
    KINDS[number % KINDS.len()]
}

/// A chapter of the kind, not far from the one with this number, and never itself.
pub fn neighbour(random: &mut Random, number: usize, of: Kind, chapters: usize) -> Option<usize> {
    let group = (number / KINDS.len() + random.below(21)).saturating_sub(10);
    let place = KINDS.iter().position(|&kind| kind == of)?;
    let found = group * KINDS.len() + place;
    (found < chapters && found != number).then_some(found)
}

/// `kapitel-0042`, which is unique in the handbook and so serves as a reference.
pub fn stem(number: usize) -> String {
    format!("kapitel-{:04}", number + 1)
}

/// `teil-01`, the folder of the part that holds the chapter.
pub fn part(number: usize) -> String {
    format!("teil-{:02}", number / (PER_SECTION * SECTIONS_PER_PART) + 1)
}

/// `abschnitt-03`, the chapter's folder within its part.
pub fn section(number: usize) -> String {
    format!(
        "abschnitt-{:02}",
        number / PER_SECTION % SECTIONS_PER_PART + 1
    )
}

/// The link destination from one chapter's file to another's.
pub fn href(from: usize, to: usize) -> String {
    if part(from) != part(to) {
        format!("../../{}/{}/{}.md", part(to), section(to), stem(to))
    } else if section(from) != section(to) {
        format!("../{}/{}.md", section(to), stem(to))
    } else {
        format!("{}.md", stem(to))
    }
}

/// Six or seven headings, no text twice: the number of [`words::HEADINGS`] is a prime, so any step
/// walks through all of them.
fn headings(random: &mut Random, subjects: &[Noun]) -> Vec<Heading> {
    let (start, step) = (random.below(words::HEADINGS.len()), random.between(1, 16));
    (0..random.between(6, 7))
        .map(|at| {
            let pattern = words::HEADINGS[(start + at * step) % words::HEADINGS.len()];
            let subject = &subjects[at % subjects.len()].singular;
            Heading {
                level: if at > 0 && random.chance(35) { 3 } else { 2 },
                text: pattern.replace("{t}", subject),
                id: random.chance(25).then(|| format!("punkt-{}", at + 1)),
            }
        })
        .collect()
}
