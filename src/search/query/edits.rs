//! Typing errors: letters left out, added, changed, or swapped with their neighbour. How many there
//! are between two words is their restricted Damerau-Levenshtein distance.

/// How many typing errors a word of so many letters may have.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Whether a form may be what was meant: about as long, and with the same first letter. Only in
/// longer words the first letter may be wrong too; «Hunde» is no misspelling of «Kunde».
pub(crate) fn may_be(letters: &[char], form: &str) -> bool {
    let limit = allowed(letters.len());
    let same_start = form.starts_with(letters[0]) || letters.len() >= 8;
    same_start && form.chars().count().abs_diff(letters.len()) <= limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_keep_their_first_letter() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert!(!may_be(&letters("hunde"), "kunde"));
        assert!(may_be(&letters("kunden"), "kunde"));
        assert!(may_be(&letters("zukunftswerkstatt"), "ukunftswerkstatt"));
        assert!(!may_be(&letters("kunde"), "kundige"));
    }
}
