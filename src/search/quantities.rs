//! Words for numbers and lengths of time, by language.

use super::Language;
use super::fold::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const HOUR: f64 = 60.0;
const DAY: f64 = 24.0 * HOUR;

/// Words, each with what it stands for.
type Table = &'static [(&'static str, f64)];

/// A language's words that make a number a bound, folded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// «höchstens 15».
    pub most: Vec<String>,
    /// «mindestens 15».
    pub least: Vec<String>,
    /// «6 bis 12».
    pub to: Vec<String>,
    /// What may stand between such a word and the number, «mehr als 15».
    pub fill: Vec<String>,
}

impl Bounds {
    /// Those of `language`.
    pub(super) fn of(language: &Language) -> Self {
        let [most, least, to, fill] = match language.code {
            "de" => [
                "höchstens maximal max bis unter weniger",
                "mindestens wenigstens minimal min ab über mehr",
                "bis und",
                "als zu etwa circa ca rund",
            ],
            "en" => [
                "most maximum max under below less fewer",
                "least minimum min over above more from",
                "to and",
                "than of about",
            ],
            _ => [""; 4],
        };
        let folded = |words: &str| {
            let words = words.split_whitespace();
            words.map(|word| fold(word, language.umlauts)).collect()
        };
        Self {
            most: folded(most),
            least: folded(least),
            to: folded(to),
            fill: folded(fill),
        }
    }

    /// Whether the language has none.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A language's words for numbers, folded.
pub(super) fn numbers(language: &Language) -> BTreeMap<String, f64> {
    folded(of(language).0, language)
}

/// A language's words for units of time, folded, in minutes.
pub(super) fn times(language: &Language) -> BTreeMap<String, f64> {
    folded(of(language).1, language)
}

fn folded(table: Table, language: &Language) -> BTreeMap<String, f64> {
    let words = table
        .iter()
        .flat_map(|(words, value)| words.split(' ').map(|word| (word, *value)));
    words
        .map(|(word, value)| (fold(word, language.umlauts), value))
        .collect()
}

fn of(language: &Language) -> (Table, Table) {
    match language.code {
        "de" => (GERMAN, GERMAN_TIMES),
        "en" => (ENGLISH, ENGLISH_TIMES),
        "uk" => (UKRAINIAN, UKRAINIAN_TIMES),
        "ar" => (&[], ARABIC_TIMES),
        _ => (&[], &[]),
    }
}

const GERMAN: Table = &[
    ("halb halbe halber halben halbes", 0.5),
    ("ein eine einen einem einer", 1.0),
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("fünf", 5.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("neun", 9.0),
    ("zehn", 10.0),
    ("elf", 11.0),
    ("zwölf", 12.0),
    ("fünfzehn", 15.0),
    ("zwanzig", 20.0),
    ("dreißig", 30.0),
    ("vierzig", 40.0),
    ("fünfzig", 50.0),
    ("hundert", 100.0),
];

const GERMAN_TIMES: Table = &[
    ("minute minuten", 1.0),
    ("stunde stunden", HOUR),
    ("tag tage tagen", DAY),
    ("woche wochen", 7.0 * DAY),
    ("monat monate monaten", 30.0 * DAY),
    ("jahr jahre jahren", 365.0 * DAY),
];

const ENGLISH: Table = &[
    ("half", 0.5),
    ("a an one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("fifty", 50.0),
    ("hundred", 100.0),
];

const ENGLISH_TIMES: Table = &[
    ("minute minutes", 1.0),
    ("hour hours", HOUR),
    ("day days", DAY),
    ("week weeks", 7.0 * DAY),
    ("month months", 30.0 * DAY),
    ("year years", 365.0 * DAY),
];

const UKRAINIAN: Table = &[
    ("пів", 0.5),
    ("один одна одну", 1.0),
    ("два дві", 2.0),
    ("три", 3.0),
    ("чотири", 4.0),
    ("десять", 10.0),
    ("двадцять", 20.0),
];

const UKRAINIAN_TIMES: Table = &[
    ("хвилина хвилину хвилини хвилин", 1.0),
    ("година годину години годин", HOUR),
    ("день дні днів", DAY),
    ("тиждень тижні тижнів", 7.0 * DAY),
    ("місяць місяці місяців", 30.0 * DAY),
    ("рік роки років", 365.0 * DAY),
];

const ARABIC_TIMES: Table = &[
    ("دقيقة دقائق", 1.0),
    ("ساعة ساعات", HOUR),
    ("يوم أيام", DAY),
    ("أسبوع أسابيع", 7.0 * DAY),
    ("شهر أشهر", 30.0 * DAY),
    ("سنة سنوات", 365.0 * DAY),
];
