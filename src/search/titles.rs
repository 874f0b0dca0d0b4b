//! Titles as keys of the dictionary, by which a query that is a title finds its chapter.
//!
//! A key begins with the title's first word that carries weight, so that it stands where a query looks for
//! that word anyway; `=` and all words of the title follow.

/// Stands in keys of titles alone.
pub(super) const TITLE: char = '=';

/// Words and letters of the longest title that has a key.
const WORDS: usize = 24;
const LETTERS: usize = 160;

/// The key of the title with these folded words, of which `counts` tells those that carry weight.
pub(super) fn key(words: &[&str], counts: impl Fn(&str) -> bool) -> Option<String> {
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    if words.len() > WORDS || letters > LETTERS {
        return None;
    }
    let first = words.iter().find(|word| counts(word)).or(words.first())?;
    Some(format!("{first}{TITLE}{}", words.join("=")))
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_key_begins_with_what_carries_weight() {
        let counts = |word: &str| word != "der";
        assert_eq!(key(&["der", "rat"], counts).as_deref(), Some("rat=der=rat"));
        assert_eq!(key(&["der"], counts).as_deref(), Some("der=der"));
        assert_eq!(key(&[], counts), None);
        assert_eq!(key(&["wort"; 30], counts), None);
    }
}
