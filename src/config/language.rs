//! Language codes: what is one, and what pages say of it.
//!
//! A code is a BCP 47 language tag. Easy language is the registered variant `simple`: `de-simple` is
//! German that is easy to read.

use crate::diagnostic::{Suggestions, codes};
use crate::source::Span;
use crate::yaml::Reader;

/// The variant of easy language, registered with IANA.
const SIMPLE: &str = "simple";

/// The languages of two letters that ISO 639-1 lists.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce \
     ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha \
     he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku \
     kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv \
     ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss \
     st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh \
     zu";

/// What is written for a language and is the code of a country, a name, or no variant of any.
const MEANT: [(&str, &str); 45] = [
    ("al", "sq"),
    ("at", "de-AT"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gb", "en-GB"),
    ("gr", "el"),
    ("ir", "fa"),
    ("jp", "ja"),
    ("rs", "sr"),
    ("sy", "ar"),
    ("ua", "uk"),
    ("us", "en-US"),
    ("deutsch", "de"),
    ("german", "de"),
    ("englisch", "en"),
    ("english", "en"),
    ("arabisch", "ar"),
    ("arabic", "ar"),
    ("ukrainisch", "uk"),
    ("ukrainian", "uk"),
    ("türkisch", "tr"),
    ("turkish", "tr"),
    ("russisch", "ru"),
    ("russian", "ru"),
    ("französisch", "fr"),
    ("french", "fr"),
    ("polnisch", "pl"),
    ("polish", "pl"),
    ("persisch", "fa"),
    ("persian", "fa"),
    ("farsi", "fa"),
    ("rumänisch", "ro"),
    ("bulgarisch", "bg"),
    ("kurdisch", "ku"),
    ("paschtu", "ps"),
    ("somali", "so"),
    ("spanisch", "es"),
    ("spanish", "es"),
    ("italienisch", "it"),
    ("italian", "it"),
    ("vietnamesisch", "vi"),
    ("albanisch", "sq"),
    ("serbisch", "sr"),
    ("griechisch", "el"),
];

/// Words for easy language that are no registered variants.
const EASY: [&str; 6] = ["easy", "einfach", "leicht", "ls", "es", "plain"];

/// Languages that are written from right to left, and scripts that are.
const RIGHT_TO_LEFT: [&str; 11] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
];
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Whether `code` is a language tag: subtags of up to eight letters and digits, the first a language
/// of ISO 639, of two letters or three.
pub fn is_language(code: &str) -> bool {
    let mut tags = code.split('-');
    let first = tags.next().unwrap_or_default();
    let lower = first.bytes().all(|b| b.is_ascii_lowercase());
    let alphanumeric =
        |tag: &str| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric());
    let known = match first.len() {
        2 => {
            let mut codes = TWO_LETTERS.as_bytes().chunks("de ".len());
            codes.any(|code| code.starts_with(first.as_bytes()))
        }
        3 => lower,
        _ => false,
    };
    known && tags.all(|tag| alphanumeric(tag) && !EASY.contains(&tag))
}

/// Reports that `code` is none, and offers what may be meant.
pub(super) fn report_unknown(code: &str, span: Span, reader: &mut Reader<'_>) {
    let meant = meant(code);
    let finding = reader.report(&codes::UNKNOWN_LANGUAGE_CODE, span);
    finding.set_arg("code", code);
    finding.suggestion = meant;
}

fn meant(code: &str) -> Option<String> {
    let written = code.to_lowercase().replace('_', "-");
    let mut tags: Vec<&str> = written.split('-').collect();
    if let Some(easy) = tags.iter().skip(1).position(|tag| EASY.contains(tag)) {
        tags[easy + 1] = SIMPLE;
    }
    let spelled = tags.join("-");
    if is_language(&spelled) {
        return Some(spelled);
    }
    let names = Suggestions::new(MEANT.iter().map(|(name, _)| *name));
    let (_, code) = MEANT[names.find(&written)?.index];
    Some(code.to_owned())
}

/// The language without region, script and variant: `de` for `de-simple`.
pub fn base(code: &str) -> &str {
    code.split('-').next().unwrap_or_default()
}

/// What the `lang` of an element says: the code without the variant of easy language. Programs that
/// read aloud choose their voice by it, and some know no variants; `hreflang` keeps it.
pub fn tag(code: &str) -> String {
    let tags: Vec<&str> = code.split('-').filter(|tag| *tag != SIMPLE).collect();
    tags.join("-")
}

/// What the `dir` of an element says.
pub fn direction(code: &str) -> &'static str {
    let script = code.split('-').skip(1).find(|tag| tag.len() == 4);
    let leftwards = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&base(code)),
    };
    if leftwards { "rtl" } else { "ltr" }
}

/// A number of bytes as people write it in the language with this code: `340 KB`, `1,2 MB`.
pub fn file_size(bytes: u64, code: &str) -> String {
    const UNIT: u64 = 1000;
    let (unit, name) = match bytes {
        0..1_000_000 => return format!("{} KB", bytes.div_ceil(UNIT).max(1)),
        1_000_000..1_000_000_000 => (UNIT * UNIT, "MB"),
        _ => (UNIT * UNIT * UNIT, "GB"),
    };
    let tenths = (bytes * 10).div_ceil(unit);
    if tenths >= 100 || tenths % 10 == 0 {
        return format!("{} {name}", tenths.div_ceil(10));
    }
    let point = if ["en", "ar"].contains(&base(code)) {
        '.'
    } else {
        ','
    };
    format!("{}{point}{} {name}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_tags_of_languages_that_exist() {
        let good = ["de", "de-simple", "zh-Hant-TW", "uk", "ckb"];
        assert!(good.into_iter().all(is_language));
        let bad = [
            "",
            "d",
            "DE",
            "deutsch",
            "de_AT",
            "de-",
            "ua",
            "de-leicht",
            "xx",
        ];
        assert!(!bad.into_iter().any(is_language));
    }

    #[test]
    fn what_was_meant_is_offered() {
        let offers = [
            "ua",
            "DE",
            "de_AT",
            "de-leicht",
            "Deutsch",
            "Arabsich",
            "xx",
        ];
        let offers = offers.map(meant);
        let offers: Vec<&str> = offers.iter().flatten().map(String::as_str).collect();
        assert_eq!(offers, ["uk", "de", "de-at", "de-simple", "de", "ar"]);
    }

    #[test]
    fn easy_german_is_read_aloud_as_german() {
        assert_eq!(tag("de-simple"), "de");
        assert_eq!(tag("zh-Hant"), "zh-Hant");
    }

    #[test]
    fn direction_is_that_of_the_script() {
        let directions = ["ar", "fa-AF", "de-simple", "ku", "ku-Arab", "az-Latn"].map(direction);
        assert_eq!(directions, ["rtl", "rtl", "ltr", "ltr", "rtl", "ltr"]);
    }

    #[test]
    fn sizes_are_written_as_people_do() {
        assert_eq!(file_size(0, "de"), "1 KB");
        assert_eq!(file_size(339_001, "de"), "340 KB");
        assert_eq!(file_size(1_150_000, "de"), "1,2 MB");
        assert_eq!(file_size(1_150_000, "en"), "1.2 MB");
        assert_eq!(file_size(2_000_000, "uk"), "2 MB");
        assert_eq!(file_size(34_500_000, "de"), "35 MB");
        assert_eq!(file_size(4_200_000_000, "de-simple"), "4,2 GB");
    }
}
