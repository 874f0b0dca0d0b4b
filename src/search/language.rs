//! What the search knows about a language.
//!
//! German has umlauts, gender signs, compounds and a stemmer; English a stemmer; many others have one, or
//! endings (`tongues`); every other language is folded, and found by the beginnings of words. The tables
//! that a query needs travel in the index, so that the reader's script knows no language by name.

use super::fold::fold;
use super::tongues::{self, Tongue};
use pagefind_stem::{Algorithm, Stemmer};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cmp::Reverse;

/// The rules of one language.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a rule that stands for itself"
)]
pub struct Language {
    /// The first part of its tag, where there are rules for it.
    pub code: &'static str,
    /// ae, oe and ue are umlauts.
    pub umlauts: bool,
    /// Gender signs and feminine forms lead to the bare form.
    pub gender: bool,
    /// Words are written together, and split again with the handbook's own vocabulary.
    pub compounds: bool,
    /// Folded words that carry no weight.
    pub stops: FxHashSet<String>,
    /// Endings that change a word's form, longest first.
    pub inflections: Vec<String>,
    /// Endings that make another word of the same family, longest first.
    pub derivations: Vec<String>,
    /// What may be written together with the word behind it, longest first.
    pub clitics: Vec<String>,
    /// An apostrophe stands inside of words.
    pub apostrophes: bool,
    stems: Stems,
}

/// How stems are made.
enum Stems {
    /// Each word is its own.
    None,
    German(Stemmer),
    Snowball(Stemmer),
    /// By the endings of inflection alone.
    Endings,
}

/// What may stand between the parts of a German compound, longest first.
pub(crate) const LINKS: [&str; 9] = ["ens", "er", "es", "en", "ns", "s", "n", "e", ""];

impl Language {
    /// The rules for a language tag («de», «de-AT», «en», ...); only its first part counts.
    pub fn of(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        match code {
            "de" => Self {
                code: "de",
                umlauts: true,
                gender: true,
                compounds: true,
                stops: folded(GERMAN_STOPS, true).collect(),
                inflections: endings("ern em en er es e n s"),
                derivations: endings(GERMAN_DERIVATIONS),
                stems: Stems::German(Stemmer::create(Algorithm::German)),
                ..Self::other()
            },
            "en" => Self {
                code: "en",
                stops: folded(ENGLISH_STOPS, false).collect(),
                inflections: endings("ing ies ed es e s y"),
                derivations: endings(ENGLISH_DERIVATIONS),
                stems: Stems::Snowball(Stemmer::create(Algorithm::English)),
                ..Self::other()
            },
            _ => tongues::of(code).map_or_else(Self::other, Self::of_tongue),
        }
    }

    fn other() -> Self {
        Self {
            code: "",
            umlauts: false,
            gender: false,
            compounds: false,
            stops: FxHashSet::default(),
            inflections: Vec::new(),
            derivations: Vec::new(),
            clitics: Vec::new(),
            apostrophes: false,
            stems: Stems::None,
        }
    }

    fn of_tongue(tongue: Tongue) -> Self {
        let mut language = Self {
            code: tongue.code,
            inflections: endings(tongue.inflections),
            derivations: endings(tongue.derivations),
            clitics: endings(tongue.clitics),
            apostrophes: tongue.apostrophes,
            stems: match tongue.stems {
                tongues::Stems::Snowball(algorithm) => {
                    Stems::Snowball(Stemmer::create(algorithm()))
                }
                tongues::Stems::Endings => Stems::Endings,
            },
            ..Self::other()
        };
        let stops = folded(tongue.stops, false);
        language.stops = stops.map(|stop| language.without_clitic(stop)).collect();
        language
    }

    /// The word without what is written together with it before it. A single letter may be the word's own,
    /// so more has to be left.
    pub(crate) fn without_clitic(&self, key: String) -> String {
        let rest = self.clitics.iter().find_map(|clitic| {
            let least = if clitic.chars().nth(1).is_some() {
                2
            } else {
                3
            };
            let rest = key.strip_prefix(clitic.as_str())?;
            rest.chars().nth(least).map(|_| rest.len())
        });
        match rest {
            Some(rest) => key[key.len() - rest..].to_owned(),
            None => key,
        }
    }

    /// Whether a folded word carries no weight: a single letter, or one of the stop words.
    pub fn is_stop(&self, key: &str) -> bool {
        let single = key.len() < 2 && !key.bytes().all(|b| b.is_ascii_digit());
        single || self.stops.contains(key)
    }

    /// The stem of a folded word: what its inflected forms share.
    ///
    /// German is Snowball's stemmer with two repairs. A final s is the word's own in short words
    /// («Kurs» is no form of «Kur»), and never in longer ones («Sprachkurs», «Sprachkurse»); and
    /// words from Latin meet their plurals («Gremium, Gremien», «Thema, Themen»).
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let stemmer = match &self.stems {
            Stems::None => return word.into(),
            Stems::Endings => return uninflected(word, &self.inflections).into(),
            Stems::Snowball(stemmer) => return stemmer.stem(word),
            Stems::German(stemmer) => stemmer,
        };
        if word.len() <= 4 && word.ends_with('s') {
            return word.into();
        }
        let mut whole = stemmer.stem(word);
        let mut stem = &*whole;
        if stem.len() > 5 && stem.ends_with('s') && ends_before(stem, 1, b"bdfghklmnrt") {
            stem = &stem[..stem.len() - 1];
        }
        if stem.len() >= 5 && stem.ends_with("um") && ends_before(stem, 2, b"bcdfghiklmnprsz") {
            stem = &stem[..stem.len() - 2];
        } else if stem.len() >= 5 && stem.ends_with('a') && ends_before(stem, 1, b"bcdfgklmnprtz") {
            stem = &stem[..stem.len() - 1];
        }
        let length = stem.len();
        match &mut whole {
            Cow::Borrowed(stem) => *stem = &stem[..length],
            Cow::Owned(stem) => stem.truncate(length),
        }
        whole
    }
}

/// Whether the letter before the last `cut` letters is one of `letters`.
fn ends_before(word: &str, cut: usize, letters: &[u8]) -> bool {
    word.len() > cut && letters.contains(&word.as_bytes()[word.len() - cut - 1])
}

/// The word without its ending: the longest listed one that leaves four letters, or three in a script
/// of which every letter says more than a Latin one, or that writes no short vowels.
///
/// For words that the dictionary does not hold, so that no stemmer has to travel to the reader.
pub(crate) fn strip<'w>(word: &'w str, endings: &[impl AsRef<str>]) -> &'w str {
    let least = match word.chars().next() {
        Some('\u{370}'..='\u{8ff}') => 2,
        _ => 3,
    };
    let cut = endings.iter().find_map(|ending| {
        word.strip_suffix(ending.as_ref())
            .filter(|shorter| shorter.chars().nth(least).is_some())
    });
    cut.unwrap_or(word)
}

/// The word without its inflection, which may be two endings («Kind-er-n»). «Zeugnis» loses the s that
/// «Zeugnisse» keeps, so both do.
pub(crate) fn uninflected<'w>(word: &'w str, inflections: &[impl AsRef<str>]) -> &'w str {
    let base = strip(strip(word, inflections), inflections);
    match base.strip_suffix('s') {
        Some(shorter) if !inflections.is_empty() && base.ends_with("nis") => shorter,
        _ => base,
    }
}

fn folded(list: &'static str, umlauts: bool) -> impl Iterator<Item = String> {
    list.split_whitespace().map(move |word| fold(word, umlauts))
}

/// Folded endings (or beginnings) of a list, the longest first.
fn endings(list: &'static str) -> Vec<String> {
    let mut endings: Vec<String> = folded(list, false).collect();
    endings.sort_by_key(|ending| Reverse(ending.chars().count()));
    let mut seen = FxHashSet::default();
    endings.retain(|ending| seen.insert(ending.clone()));
    endings
}

const GERMAN_DERIVATIONS: &str = "
ierungen schaften ationen ierung schaft ation atoren ieren lichen keiten heiten ierte ungen enden ender liche ator
iert keit heit lich ende igen ung end ern ige ten ig em en er es et te st e n s t";

const ENGLISH_DERIVATIONS: &str = "
ations ation ments ment ings ing ers ies ors ion ed er es ly or e s y";

/// Function words, and the verbs with which questions are asked («wie geht», «was brauche ich»).
const GERMAN_STOPS: &str = "
aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
bei beim bekomme bekommen bekommt bin bis bist bitte brauche brauchen braucht da dabei dafür damit
danach dann daran darauf darf das dass davon dazu dein deine dem den denn der deren des dessen dich
die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen eben eigentlich ein eine
einem einen einer eines einfach er es etwas euch euer für gab gar geben gegen geht genug gehen gibt habe
haben hat hatte hatten her hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist
ja je jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner könnte
können lang lange lassen leute leuten man mal machen macht mache mehr mein meine meinem meinen meiner
mich mir mit mitten möchte möchten muss müssen nach neben nein nicht nichts noch nun nur ob oder
oft ohne pro schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so solche soll
sollen sollte sollten sondern sonst sowie statt tue tun über um und uns unser unsere unserem unseren
unter viel viele vielen vom von vor während wann war waren warum was weil welche welchem welchen
welcher welches wem wen wenn wer werde werden wessen wie wieder wieso will wir wird wirklich wo
wodurch wofür woher wohin wollen womit woran worauf wurde wurden würde zu zum zur zwischen";

const ENGLISH_STOPS: &str = "
a about after again all also am an and any are as at be been before being between both but by can
could did do does doing down during each few for from further get gets had has have having he her
here hers him his how i if in into is it its just me more most my need no nor not now of off on once
one only or other our ours out over own same she should so some such than that the their them then
there these they this those through to too under until up us very want was we were what when where
which while who whom why will with would you your";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn inflected_german_words_share_a_stem() {
        let german = Language::of("de-AT");
        for forms in [
            "burgerrat burgerrate",
            "amt amter amtern",
            "sprachkurs sprachkurse sprachkursen",
            "kurs kurse",
            "teilnehmer teilnehmende teilnehmern",
            "gremium gremien",
            "thema themen",
            "praktikum praktika",
            "zentrum zentren",
            "ergebnis ergebnisse",
            "mentor mentoren",
        ] {
            let stems: BTreeSet<_> = forms.split(' ').map(|form| german.stem(form)).collect();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
    }

    #[test]
    fn a_short_word_keeps_its_final_s() {
        let german = Language::of("de");
        assert_ne!(german.stem("kurs"), german.stem("kur"));
        assert_ne!(german.stem("rat"), german.stem("raum"));
    }

    #[test]
    fn other_languages_have_stems_of_their_own() {
        let english = Language::of("en");
        assert_eq!(english.stem("meetings"), english.stem("meeting"));
        assert_eq!(english.stem("parties"), english.stem("party"));
        assert!(!english.compounds && english.stops.contains("the"));
        for (code, forms) in [
            ("uk", "книга книги книгами книгою"),
            ("ar", "مهاجر مهاجرون مهاجرين"),
            ("tr", "kurslar kurslarda kurslardan kurs"),
            ("ru", "курсы курсами курсов"),
            ("sv", "kurser kursen kurserna"),
        ] {
            let language = Language::of(code);
            let stems: BTreeSet<_> = forms.split(' ').map(|form| language.stem(form)).collect();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
        assert_eq!(Language::of("sw").stem("vitabu"), "vitabu");
    }

    #[test]
    fn what_is_written_together_with_a_word_goes() {
        let arabic = Language::of("ar");
        for (with, without) in [
            ("المدينه", "مدينه"),
            ("وبالمدينه", "مدينه"),
            ("للمدارس", "مدارس"),
            ("الم", "الم"),
        ] {
            assert_eq!(arabic.without_clitic(with.into()), without);
        }
    }

    #[test]
    fn single_words_of_endings_stand_once_and_the_longest_first() {
        let language = Language::of("uk");
        let lengths: Vec<usize> = language
            .inflections
            .iter()
            .map(|e| e.chars().count())
            .collect();
        assert!(lengths.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn endings_are_stripped_but_leave_four_letters() {
        let german = Language::of("de");
        assert_eq!(strip("mitwirkenden", &german.derivations), "mitwirk");
        assert_eq!(strip("protokollieren", &german.derivations), "protokoll");
        assert_eq!(strip("rate", &german.inflections), "rate");
        assert_eq!(strip("anything", &[] as &[&str]), "anything");
    }

    #[test]
    fn stop_words_are_stored_folded() {
        let german = Language::of("de");
        assert!(german.stops.contains("fur") && german.stops.contains("uber"));
    }
}
