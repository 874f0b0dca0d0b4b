//! Typing errors: letters left out, added, changed, or swapped with their neighbour.

/// Whether a form may be what was meant: about as long, and with the same first letter. Only in
/// longer words the first letter may be wrong too; «Hunde» is no misspelling of «Kunde».
pub fn may_be(letters: &[char], form: &str) -> bool {
    let limit = if letters.len() < 9 { 1 } else { 2 };
    let same_start = form.starts_with(letters[0]) || letters.len() >= 8;
    same_start && form.chars().count().abs_diff(letters.len()) <= limit
}

/// The number of edits between two words (restricted Damerau-Levenshtein distance).
pub fn edits(letters: &[char], form: &str) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=letters.len()).collect();
    let mut previous = None;
    for (row, c) in form.chars().enumerate() {
        let mut line = Vec::with_capacity(last.len());
        line.push(row + 1);
        for (at, &letter) in letters.iter().enumerate() {
            let replaced = last[at] + usize::from(letter != c);
            let mut cost = replaced.min(last[at + 1] + 1).min(line[at] + 1);
            if at > 0 && previous == Some(letter) && letters[at - 1] == c {
                cost = cost.min(before[at - 1] + 1);
            }
            line.push(cost);
        }
        before = std::mem::replace(&mut last, line);
        previous = Some(c);
    }
    last[letters.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &str, b: &str) -> usize {
        edits(&a.chars().collect::<Vec<_>>(), b)
    }

    #[test]
    fn each_kind_of_error_is_one_edit() {
        assert_eq!(distance("integratonskurs", "integrationskurs"), 1);
        assert_eq!(distance("wordcafe", "worldcafe"), 1);
        assert_eq!(distance("protokoll", "protokoll"), 0);
        assert_eq!(distance("protokloll", "protokoll"), 1);
        assert_eq!(distance("prtookoll", "protokoll"), 1);
        assert_eq!(distance("pritokill", "protokoll"), 2);
        assert_eq!(distance("", "ab"), 2);
    }

    #[test]
    fn short_words_keep_their_first_letter() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert!(!may_be(&letters("hunde"), "kunde"));
        assert!(may_be(&letters("kunden"), "kunde"));
        assert!(may_be(&letters("zukunftswerkstatt"), "ukunftswerkstatt"));
        assert!(!may_be(&letters("kunde"), "kundige"));
    }
}
