//! Sentences, and how many words they have.

use std::ops::Range;

use super::words;

/// Words behind which a full stop ends no sentence.
const SHORT: &str = "z B d h u a o ca bzw usw etc Nr Str Dr Prof vgl ggf evtl inkl zzgl bspw sog Abs Art \
    St Mio Mrd Jan Feb Apr Aug Sept Okt Nov Dez e g i Mr Mrs vs";

/// The sentences of `text`, with their numbers of words.
pub(crate) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        start += text[start..].len() - text[start..].trim_start().len();
        if start == text.len() {
            return None;
        }
        let end = end(text, start);
        let range = start..end;
        start = end;
        let count = count(&text[range.clone()]);
        Some((range, count))
    })
}

/// The words as people count them: parts joined by a hyphen or an apostrophe are one.
fn count(sentence: &str) -> usize {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    sentence.split_whitespace().filter(is_word).count()
}

/// Where the sentence that begins at `start` ends.
fn end(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(found) = text[at..].find(['.', '!', '?', ':', '\n']) {
        let mark = at + found;
        at = mark + 1;
        if &text[mark..at] == "\n" {
            return at;
        }
        let rest = text[at..].trim_start_matches(['“', '”', '"', '‘', '»', '«', ')']);
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().find(|c| c.is_alphanumeric());
        let goes_on = next.is_some_and(char::is_lowercase);
        if ends && !goes_on && !is_short(&text[start..mark], &text[mark..at]) {
            return text.len() - rest.len();
        }
    }
    text.len()
}

/// Whether a full stop stands behind a number or an abbreviation.
fn is_short(before: &str, mark: &str) -> bool {
    let Some((range, last)) = words(before).last() else {
        return false;
    };
    let adjoins = range.end == before.len();
    let number = last.chars().all(|c| c.is_ascii_digit());
    mark == "." && adjoins && (number || SHORT.split_whitespace().any(|short| short == last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, usize)> {
        find(text)
            .map(|(range, words)| (text[range].trim(), words))
            .collect()
    }

    #[test]
    fn sentences_end_at_marks() {
        assert_eq!(
            found("Wir treffen uns. Kommen Sie?\nJa!"),
            [("Wir treffen uns.", 3), ("Kommen Sie?", 2), ("Ja!", 1)]
        );
    }

    #[test]
    fn abbreviations_and_dates_end_none() {
        assert_eq!(
            found("Am 3. Mai, z. B. um 10 Uhr, sagte er: „Los.“ Dann ging er."),
            [
                ("Am 3. Mai, z. B. um 10 Uhr, sagte er:", 10),
                ("„Los.“", 1),
                ("Dann ging er.", 3)
            ]
        );
    }

    #[test]
    fn words_with_hyphens_are_one() {
        assert_eq!(
            found("Die Bundes-Regierung geht's an"),
            [("Die Bundes-Regierung geht's an", 4)]
        );
    }
}
