//! German sentences from the word lists: inflected phrases put into the slots of sentence patterns.
//! Nouns are picked by Zipf ranks, and half of them are compounds, so that the vocabulary keeps
//! growing with the text as it does in real German.

use std::fmt::Write;
use std::sync::LazyLock;

use super::random::{Random, Zipf};
use super::words::{self, Gender};

static NOUNS: LazyLock<Zipf> = LazyLock::new(|| Zipf::new(words::NOUNS.len()));
static MODIFIERS: LazyLock<Zipf> = LazyLock::new(|| Zipf::new(words::MODIFIERS.len()));
static ADJECTIVES: LazyLock<Zipf> = LazyLock::new(|| Zipf::new(words::ADJECTIVES.len()));
static VERBS: LazyLock<Zipf> = LazyLock::new(|| Zipf::new(words::VERBS.len()));

/// A noun that can be inflected.
#[derive(Clone)]
pub struct Noun {
    pub singular: String,
    pub plural: String,
    gender: Gender,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Nominative,
    Accusative,
    Dative,
    Genitive,
}

impl Noun {
    fn base(index: usize) -> Self {
        let (singular, gender, plural, _) = words::NOUNS[index];
        Self {
            singular: singular.to_owned(),
            plural: plural.to_owned(),
            gender,
        }
    }

    fn behind(self, modifier: &str) -> Self {
        let join = |word: &str| format!("{modifier}{}", lower_first(word));
        Self {
            singular: join(&self.singular),
            plural: join(&self.plural),
            gender: self.gender,
        }
    }

    /// A compound of two parts, or of three in one of five cases.
    pub fn compound(random: &mut Random) -> Self {
        let index = NOUNS.pick(random);
        let head = Self::base(index);
        if random.chance(4) {
            let modifier = words::MODIFIERS[MODIFIERS.pick(random)];
            return Self {
                singular: format!("{modifier}-{}", head.singular),
                plural: format!("{modifier}-{}", head.plural),
                gender: head.gender,
            };
        }
        let first = modifier(random);
        // Nothing is compounded with itself.
        let twice = first == words::NOUNS[index].3;
        let two = head.behind(if twice {
            random.pick(words::MODIFIERS)
        } else {
            first
        });
        if random.chance(20) {
            two.behind(modifier(random))
        } else {
            two
        }
    }

    fn inflected(&self, case: Case, plural: bool) -> String {
        let mut word = if plural {
            self.plural.clone()
        } else {
            self.singular.clone()
        };
        match case {
            Case::Dative if plural && !word.ends_with(['n', 's', 'a']) => word.push('n'),
            Case::Genitive if !plural && self.gender != Gender::Feminine => {
                word.push_str(if word.ends_with("nis") {
                    "ses"
                } else if word.ends_with(['s', 'z']) {
                    "es"
                } else {
                    "s"
                });
            }
            _ => {}
        }
        word
    }
}

/// Writes sentences about a chapter's subjects.
pub struct Speaker<'a> {
    pub random: &'a mut Random,
    /// Compounds that the chapter comes back to.
    pub subjects: &'a [Noun],
}

impl Speaker<'_> {
    /// One sentence without a space behind it.
    pub fn sentence(&mut self) -> String {
        let pattern = self.random.pick(words::SENTENCES);
        self.fill(pattern)
    }

    /// As many sentences, separated by spaces.
    pub fn sentences(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| self.sentence())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A phrase with article in the nominative, beginning in upper case.
    pub fn point(&mut self) -> String {
        upper_first(&self.phrase(Case::Nominative))
    }

    /// A noun in the plural.
    pub fn keyword(&mut self) -> String {
        self.noun().plural
    }

    /// A pattern of [`words::SENTENCES`] with its slots filled.
    fn fill(&mut self, pattern: &str) -> String {
        let mut out = String::with_capacity(pattern.len() * 4);
        let mut rest = pattern;
        while let Some((text, (slot, behind))) = rest
            .split_once('{')
            .and_then(|(text, slot)| Some((text, slot.split_once('}')?)))
        {
            out.push_str(text);
            self.slot(slot, &mut out);
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    fn slot(&mut self, slot: &str, out: &mut String) {
        let (infinitive, singular, participle) = words::VERBS[VERBS.pick(self.random)];
        match slot {
            "N" => out.push_str(&upper_first(&self.phrase(Case::Nominative))),
            "n" => out.push_str(&self.phrase(Case::Nominative)),
            "a" => out.push_str(&self.phrase(Case::Accusative)),
            "d" => out.push_str(&self.phrase(Case::Dative)),
            "g" => out.push_str(&self.phrase(Case::Genitive)),
            "P" => out.push_str(&upper_first(&self.plural_phrase(Case::Nominative))),
            "p" => out.push_str(&self.plural_phrase(Case::Nominative)),
            "v" => out.push_str(singular),
            "V" => out.push_str(infinitive),
            "q" => out.push_str(participle),
            "j" => out.push_str(self.random.pick(words::ADVERBS)),
            "w" | "W" => out.push_str(self.random.pick(words::PEOPLE)),
            "e" => self.elliptic(out),
            "o" => out.push_str(&place(self.random.below(2_000))),
            "y" => out.push_str(&self.random.between(2009, 2026).to_string()),
            "k" => out.push_str(&self.random.between(6, 480).to_string()),
            "b" => out.push_str(words::GLOSSARY[self.random.below(words::ABBREVIATIONS)].0),
            "t" => out.push_str(&self.subject().singular),
            other => unreachable!("a sentence pattern has the unknown slot {other}"),
        }
    }

    /// `Sprach- und Integrationskurse`
    fn elliptic(&mut self, out: &mut String) {
        let head = Noun::base(NOUNS.pick(self.random));
        let first = modifier(self.random);
        let second = head.behind(modifier(self.random));
        write!(out, "{first}- und {}", second.plural).expect("a String takes all text");
    }

    fn subject(&mut self) -> &Noun {
        &self.subjects[self.random.below(self.subjects.len())]
    }

    fn noun(&mut self) -> Noun {
        match self.random.below(100) {
            0..50 => Noun::base(NOUNS.pick(self.random)),
            50..65 => self.subject().clone(),
            _ => Noun::compound(self.random),
        }
    }

    fn phrase(&mut self, case: Case) -> String {
        // A subject in the plural would need its verb in the plural, which has slots of its own.
        if matches!(case, Case::Accusative | Case::Dative) && self.random.chance(35) {
            return self.plural_phrase(case);
        }
        let noun = self.noun();
        let definite = self.random.chance(55);
        let article = if definite {
            definite_article(case, noun.gender).to_owned()
        } else {
            let stem = self
                .random
                .pick(&["ein", "ein", "ein", "unser", "ihr", "kein"]);
            format!("{stem}{}", indefinite_ending(case, noun.gender))
        };
        let mut out = article;
        if self.random.chance(45) {
            let ending = adjective_ending(case, noun.gender, definite);
            write!(out, " {}{ending}", self.adjective()).expect("a String takes all text");
        }
        out.push(' ');
        out.push_str(&noun.inflected(case, false));
        out
    }

    fn plural_phrase(&mut self, case: Case) -> String {
        let noun = self.noun();
        let dative = case == Case::Dative;
        let definite = self.random.chance(50);
        let article = match (definite, dative) {
            (true, true) => "den ",
            (true, false) => "die ",
            (false, _) => "",
        };
        let adjective = if self.random.chance(50) || !definite {
            let ending = if definite || dative { "en" } else { "e" };
            format!("{}{ending} ", self.adjective())
        } else {
            String::new()
        };
        format!("{article}{adjective}{}", noun.inflected(case, true))
    }

    fn adjective(&mut self) -> String {
        if self.random.chance(88) {
            return words::ADJECTIVES[ADJECTIVES.pick(self.random)].to_owned();
        }
        let first = lower_first(modifier(self.random));
        format!("{first}{}", self.random.pick(words::ADJECTIVE_HEADS))
    }
}

/// The name of a place; the first 11,339 numbers give different names.
pub fn place(number: usize) -> String {
    let (first, middle, last) = words::PLACES;
    [first, middle, last]
        .map(|part| part[number % part.len()])
        .concat()
}

fn modifier(random: &mut Random) -> &'static str {
    if random.chance(70) {
        words::NOUNS[NOUNS.pick(random)].3
    } else {
        words::MODIFIERS[MODIFIERS.pick(random)]
    }
}

fn definite_article(case: Case, gender: Gender) -> &'static str {
    use Gender::{Feminine, Masculine, Neuter};
    match (case, gender) {
        (Case::Nominative, Masculine) | (Case::Dative | Case::Genitive, Feminine) => "der",
        (Case::Nominative | Case::Accusative, Feminine) => "die",
        (Case::Nominative | Case::Accusative, Neuter) => "das",
        (Case::Accusative, Masculine) => "den",
        (Case::Dative, _) => "dem",
        (Case::Genitive, _) => "des",
    }
}

fn indefinite_ending(case: Case, gender: Gender) -> &'static str {
    use Gender::{Feminine, Masculine};
    match (case, gender) {
        (Case::Nominative | Case::Accusative, Feminine) => "e",
        (Case::Dative | Case::Genitive, Feminine) => "er",
        (Case::Accusative, Masculine) => "en",
        (Case::Nominative | Case::Accusative, _) => "",
        (Case::Dative, _) => "em",
        (Case::Genitive, _) => "es",
    }
}

fn adjective_ending(case: Case, gender: Gender, definite: bool) -> &'static str {
    use Gender::{Masculine, Neuter};
    match (case, gender) {
        (Case::Dative | Case::Genitive, _) | (Case::Accusative, Masculine) => "en",
        (Case::Nominative, Masculine) if !definite => "er",
        (_, Neuter) if !definite => "es",
        _ => "e",
    }
}

fn lower_first(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
