//! Folding: what makes two spellings of a word one word.
//!
//! 1. Compatibility decomposition and lower case, so that NFC, NFD, ligatures and wide forms meet.
//! 2. Marks fall away: ä is a, é is e, Arabic vowel signs and Hebrew points vanish; so do soft
//!    hyphens and joiners.
//! 3. Letters that are two in other spellings are written out: ß is ss, æ is a. Variants of a letter that
//!    many write for each other are one: the dotless ı is i, Arabic ى is ي, and ة is ه; so are digits. The
//!    Cyrillic й and ї are letters of their own, and keep their marks.
//! 4. In German, ae, oe and ue are a, o and u too (the spelling without umlaut keys), except after
//!    a vowel or q, where the e is no umlaut: «neue», «bauen», «Quelle».
//!
//! The reader's script folds in the same four steps.

use unicode_normalization::UnicodeNormalization;

/// The form under which `word` is indexed and looked up.
///
/// `umlauts` switches on step 4.
pub(crate) fn fold(word: &str, umlauts: bool) -> String {
    let mut out = String::with_capacity(word.len());
    // German words are spelt with a few letters, and there are millions of them in a handbook.
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => push(&mut out, c, umlauts),
            'A'..='Z' => push(&mut out, c.to_ascii_lowercase(), umlauts),
            'ä' | 'Ä' => out.push('a'),
            'ö' | 'Ö' => out.push('o'),
            'ü' | 'Ü' => out.push('u'),
            'ß' => out.push_str("ss"),
            _ => return fold_any(word, umlauts),
        }
    }
    out
}

/// Folds a word of any script. The whole word at once, since lower case looks at neighbours (the
/// Greek final sigma).
fn fold_any(word: &str, umlauts: bool) -> String {
    let mut out = String::with_capacity(word.len());
    let lower = word.nfkd().collect::<String>().to_lowercase();
    for c in lower.chars() {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push('a'),
            'ø' | 'œ' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ґ' => out.push('г'),
            'ى' | 'ی' => out.push('ي'),
            'ة' | 'ہ' | 'ھ' | 'ە' => out.push('ه'),
            'ک' => out.push('ك'),
            '\u{660}'..='\u{669}' => push_digit(&mut out, c, 0x660),
            '\u{6f0}'..='\u{6f9}' => push_digit(&mut out, c, 0x6f0),
            '\u{306}' if out.ends_with('и') => replace_last(&mut out, 'й'),
            '\u{308}' if out.ends_with('і') => replace_last(&mut out, 'ї'),
            'ς' => out.push('σ'),
            c if falls_away(c) => {}
            c => push(&mut out, c, umlauts),
        }
    }
    out
}

fn push_digit(out: &mut String, c: char, zero: u32) {
    out.extend(char::from_digit(u32::from(c) - zero, 10));
}

fn replace_last(out: &mut String, letter: char) {
    out.pop();
    out.push(letter);
}

/// Appends one letter, unless it is the e of a written-out umlaut.
fn push(out: &mut String, c: char, umlauts: bool) {
    if c == 'e' && umlauts {
        let mut before = out.bytes().rev();
        let is_base = matches!(before.next(), Some(b'a' | b'o' | b'u'));
        let after_vowel = matches!(before.next(), Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'q'));
        if is_base && !after_vowel {
            return;
        }
    }
    out.push(c);
}

/// Marks and invisible characters that say nothing about which word it is.
///
/// Named by ranges rather than by Unicode category: signs of Indian scripts are marks as well, but
/// they are vowels, and dropping them would make different words one.
fn falls_away(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{2bc}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{640}'
        | '\u{64b}'..='\u{655}' | '\u{670}' | '\u{200b}'..='\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn german(word: &str) -> String {
        fold(word, true)
    }

    #[test]
    fn all_spellings_of_an_umlaut_are_one_word() {
        for spelling in [
            "Bürgerrat",
            "Buergerrat",
            "Burgerrat",
            "BÜRGERRAT",
            "Bu\u{308}rgerrat",
        ] {
            assert_eq!(german(spelling), "burgerrat", "{spelling}");
        }
        assert_eq!(german("Straße"), german("Strasse"));
        assert_eq!(german("Großgruppe"), german("GROSSGRUPPE"));
    }

    #[test]
    fn an_e_after_two_vowels_or_q_is_no_umlaut() {
        assert_eq!(german("neue"), "neue");
        assert_eq!(german("bauen"), "bauen");
        assert_eq!(german("Quelle"), "quelle");
    }

    #[test]
    fn other_languages_keep_their_vowel_pairs() {
        assert_eq!(fold("Poet", false), "poet");
        assert_eq!(fold("Café", false), "cafe");
    }

    #[test]
    fn soft_hyphens_and_vowel_signs_fall_away() {
        assert_eq!(german("Zukunfts\u{ad}werkstatt"), "zukunftswerkstatt");
        assert_eq!(fold("كِتَاب", false), fold("كتاب", false));
        assert_eq!(fold("أهلا", false), fold("اهلا", false));
        assert_eq!(fold("ΛΌΓΟΣ", false), fold("λόγος", false));
    }

    #[test]
    fn variants_of_letters_and_digits_are_one() {
        for (one, other) in [
            ("مدرسة", "مدرسه"),
            ("إلى", "الي"),
            ("کتاب", "كتاب"),
            ("كتـــاب", "كتاب"),
            ("٢٠٢٦", "2026"),
            ("۲۰", "20"),
            ("Isparta", "ısparta"),
            ("İŞ", "iş"),
            ("ґанок", "ганок"),
            ("сімʼя", "сімя"),
            ("ёлка", "елка"),
        ] {
            assert_eq!(fold(one, false), fold(other, false));
        }
        assert_eq!(fold("йод", false), "йод");
        assert_ne!(fold("їх", false), fold("іх", false));
    }
}
