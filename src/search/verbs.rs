//! German verbs that come apart: «leihe … aus» is «ausleihen», and so is «auszuleihen».
//!
//! 1. In a text and in a query the «zu» inside an infinitive goes.
//! 2. In a query a particle at the end is put before each word, to see whether that is a verb that
//!    the handbook has. The reader's script does the same; [`PARTICLES`] travel in the index.

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
