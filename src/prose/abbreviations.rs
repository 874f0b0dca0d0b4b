//! Abbreviations in capitals: used, and explained.

use std::ops::Range;

use super::words;

/// What everybody knows, or what is a name by now.
const COMMON: &str = "AG ARD BGB BRD CD CDU CSU DDR DIN DVD EDV EG EN EU EUR FAQ FDP GG GPS HTML HTTP \
    ID IP IHK ISO IT KG KI LED NATO NGO NRW OK OHG PC PDF PIN PKW LKW PLZ PR QR SMS SPD TV TÜV UKW UN UNO \
    URL US USA USB UTC VHS VR WC WHO WLAN WWW ZDF AI CEO CV DIY EC GB UK TBA BBC CC BY SA \
    KB MB GB CSV DOC DOCX EPUB GIF ICS JPG JSON ODP ODS ODT PNG PPT PPTX RTF SVG TXT XLS XLSX XML ZIP";

/// Letters that an abbreviation has at most: longer ones are words that shout.
const LETTERS_MAX: usize = 6;

/// The abbreviations that `text` uses.
pub(crate) fn used(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let shouts = shouts(text);
    words(text).filter_map(move |(range, word)| {
        let bare = word.strip_suffix('s').unwrap_or(word);
        let counts = !shouts
            && is_abbreviation(bare)
            && !is_common(bare)
            && !leads_a_name(&text[range.end..]);
        counts.then_some((bare, range.start..range.start + bare.len()))
    })
}

/// The abbreviations that `text` explains: `Langform (ABK)`, `ABK (Langform)`, `ABK: Langform` at
/// the beginning, `ABK steht für`.
pub(crate) fn explained(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter_map(|(range, word)| {
        let bare = word.strip_suffix('s').unwrap_or(word);
        if !is_abbreviation(bare) {
            return None;
        }
        let (before, behind) = (&text[..range.start], &text[range.end..]);
        let open = before.trim_end_matches(['„', '“', '"', '‚']);
        let in_parentheses = open.ends_with('(') && open.trim_end_matches('(').ends_with(' ');
        let closed = behind.trim_start_matches(['“', '”', '"', '‘']);
        let follows = in_parentheses && closed.starts_with([')', ',', ';']);
        let leads = ["(", "– ", "= "].iter().any(|mark| {
            behind
                .trim_start()
                .strip_prefix(mark)
                .is_some_and(|rest| begins_alike(rest, bare))
        });
        let means = ["steht für", "bedeutet", "stands for", "means"]
            .iter()
            .any(|verb| behind.trim_start().starts_with(verb));
        let heads = before.trim().is_empty()
            && behind
                .strip_prefix(": ")
                .is_some_and(|rest| begins_alike(rest, bare));
        (follows || leads || means || heads).then_some(bare)
    })
}

/// Whether two words with capitals follow at once, as in the name of a firm or an office.
fn leads_a_name(behind: &str) -> bool {
    let mut words = behind.strip_prefix(' ').unwrap_or_default().split(' ');
    let mut capital = || {
        words.next().is_some_and(|word| {
            let word = word.trim_end_matches([',', '.', ';', ':', ')']);
            word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
        })
    };
    capital() && capital()
}

/// Two to six letters, all of them capitals, and no Roman number.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    let roman = || word.chars().all(|c| "IVXLCDM".contains(c));
    (2..=LETTERS_MAX).contains(&letters) && word.chars().all(char::is_uppercase) && !roman()
}

fn is_common(word: &str) -> bool {
    COMMON.split_whitespace().any(|common| common == word)
}

/// Whether `long` begins with the first letter of `short`, as a long form does.
fn begins_alike(long: &str, short: &str) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphabetic());
    let same = first(long).map(|c| c.to_uppercase().to_string())
        == first(short).map(|c| c.to_uppercase().to_string());
    same && words(long)
        .next()
        .is_some_and(|(_, word)| word.len() > 2 && word != short)
}

/// Whether half of the words are capitals only: a heading in capitals has no abbreviations.
fn shouts(text: &str) -> bool {
    let (mut all, mut capitals) = (0, 0);
    for (_, word) in words(text).take(40) {
        all += 1;
        capitals += usize::from(word.chars().count() > 1 && word.chars().all(char::is_uppercase));
    }
    capitals > 1 && capitals * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        used(text).map(|(word, _)| word).collect()
    }

    #[test]
    fn capitals_are_abbreviations_and_words_are_none() {
        assert_eq!(
            found("Das BAMF und die KMUs der BA, Kapitel III, EU-Mittel, BaMF, A"),
            ["BAMF", "KMU", "BA"]
        );
        assert_eq!(found("JP Morgan Chase, BA Köln"), ["BA"]);
        assert_eq!(found("ACHTUNG BITTE LESEN"), Vec::<&str>::new());
        assert_eq!(found("BGE-Förderung"), ["BGE"]);
    }

    #[test]
    fn long_forms_explain() {
        let text = "Bundesamt für Migration (BAMF), KMU (kleine und mittlere Unternehmen), (MFH)";
        assert_eq!(explained(text).collect::<Vec<_>>(), ["BAMF", "KMU", "MFH"]);
        assert_eq!(
            explained("LOI: Letter of Intent").collect::<Vec<_>>(),
            ["LOI"]
        );
        assert_eq!(
            explained("XYZ steht für alles").collect::<Vec<_>>(),
            ["XYZ"]
        );
    }

    #[test]
    fn other_parentheses_explain_nothing() {
        let none: Vec<&str> = Vec::new();
        assert_eq!(
            explained("das BAMF (seit 2005) und KMU").collect::<Vec<_>>(),
            none
        );
        assert_eq!(explained("Im BAMF: Beratung").collect::<Vec<_>>(), none);
    }
}
