//! German verbs that come apart: «leihe … aus» is «ausleihen», and so is «auszuleihen».
//!
//! 1. In a text and in a query the «zu» inside an infinitive goes.
//! 2. A query's word is looked for in the verb's other forms too: «mitgesteuert» leads to «mitsteuern», and
//!    «einladen» to «eingeladen».
//! 3. In a query a particle at the end is put before each word, to see whether that is a verb that
//!    the handbook has. The reader's script does the same; [`PARTICLES`] travel in the index.

use super::language::{strip, uninflected};

/// Folded particles that verbs come apart at.
pub(crate) const PARTICLES: [&str; 24] = [
    "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fest", "fort", "her", "hin", "los",
    "mit", "nach", "teil", "um", "vor", "weg", "weiter", "wieder", "zu", "zuruck", "zusammen",
];

/// Shortest verb after the «zu», and letters of its ending.
const VERB: usize = 5;

/// The infinitive without «zu»: «einholen» for «einzuholen». Other words stay.
pub(crate) fn without_zu(key: String) -> String {
    if !key.ends_with('n')
        || key.ends_with("enden")
        || !key.as_bytes().windows(2).any(|two| two == b"zu")
    {
        return key;
    }
    let verb = |particle: &str| key.strip_prefix(particle)?.strip_prefix("zu");
    let cut = PARTICLES
        .iter()
        .find_map(|particle| Some((*particle, verb(particle)?)));
    match cut {
        Some((particle, verb)) if verb.len() >= VERB && is_infinitive(verb) => {
            format!("{particle}{verb}")
        }
        _ => key,
    }
}

/// Letters of the shortest verb whose participle is looked for.
const PARTICIPLE: usize = 4;

/// Where the other form of a verb would stand: of a participle the word without its «ge», and of an infinitive
/// with a particle that with it. (Without one it ends as most plurals do.)
pub(crate) fn other_forms(word: &str, particles: &[String]) -> Vec<String> {
    let long = |verb: &str| verb.chars().nth(PARTICIPLE - 1).is_some();
    let beginnings = particles.iter().map(String::as_str).chain([""]);
    let other = |beginning: &str| {
        let rest = word.strip_prefix(beginning)?;
        if let Some(verb) = rest.strip_prefix("ge") {
            return long(verb).then(|| format!("{beginning}{verb}"));
        }
        let is_verb = !beginning.is_empty() && is_infinitive(rest) && long(rest);
        is_verb.then(|| format!("{beginning}ge{rest}"))
    };
    beginnings.filter_map(other).collect()
}

/// Whether two words may be forms of one verb, but for its «ge».
pub(crate) fn is_same_verb(one: &str, other: &str, inflections: &[String]) -> bool {
    let others = bases(other, inflections);
    bases(one, inflections)
        .iter()
        .any(|base| others.contains(base))
}

/// A form without its inflection, as an infinitive has it, and without the «t» of a participle before that.
fn bases<'w>(form: &'w str, inflections: &[String]) -> [&'w str; 2] {
    let bare = uninflected(form, inflections);
    let shorter = bare.strip_suffix("et").or_else(|| bare.strip_suffix('t'));
    let shorter = shorter.filter(|shorter| shorter.chars().nth(PARTICIPLE - 1).is_some());
    [
        bare,
        shorter.map_or(bare, |shorter| strip(shorter, inflections)),
    ]
}

fn is_infinitive(verb: &str) -> bool {
    verb.ends_with("en") || verb.ends_with("ern") || verb.ends_with("eln")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_infinitive_loses_its_zu() {
        for (with, without) in [
            ("einzuholen", "einholen"),
            ("auszuleihen", "ausleihen"),
            ("anzumelden", "anmelden"),
            ("zuzuhoren", "zuhoren"),
            ("weiterzugeben", "weitergeben"),
        ] {
            assert_eq!(without_zu(with.into()), without);
        }
    }

    #[test]
    fn a_participle_and_its_infinitive_meet() {
        let german = crate::search::language::Language::of("de");
        let particles = PARTICLES.map(str::to_owned);
        for (participle, infinitive) in [
            ("mitgesteuert", "mitsteuern"),
            ("eingeladen", "einladen"),
            ("ausgewertet", "auswerten"),
            ("abgestimmten", "abstimmen"),
            ("zusammengefasst", "zusammenfassen"),
        ] {
            for (one, other) in [(participle, infinitive), (infinitive, participle)] {
                let found = other_forms(one, &particles);
                let same = |form: &String| is_same_verb(form, other, &german.inflections);
                assert!(found.iter().any(same), "{one}: {found:?}");
            }
        }
        assert_eq!(other_forms("gefordert", &particles), ["fordert"]);
        for word in ["kommune", "kosten"] {
            assert!(other_forms(word, &particles).is_empty(), "{word}");
        }
    }

    #[test]
    fn other_words_with_zu_stay() {
        for word in [
            "anzug",
            "umzugen",
            "auszubildenden",
            "zukunft",
            "auszug",
            "hinzu",
        ] {
            assert_eq!(without_zu(word.into()), word);
        }
    }
}
