//! How the index writes numbers and postings: in letters and digits, which compress well and need
//! no decoder beyond a loop.
//!
//! - A posting is its distance from the one before, less one, in base 36 without a zero (nothing
//!   is 0, `0` is 1, `z` is 36, `00` is 37), then its level as a capital letter.
//! - A list of small counts is a digit each, `z` meaning 35 and more to come.
//! - A sorted list of words leaves out what each shares with the one before.

/// Digits of base 36.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Writes postings.
pub(super) fn postings(list: impl IntoIterator<Item = (u32, u8)>) -> String {
    let mut out = String::new();
    push_postings(&mut out, list);
    out
}

/// Appends postings.
pub(super) fn push_postings(out: &mut String, list: impl IntoIterator<Item = (u32, u8)>) {
    let mut expected = 0;
    for (unit, level) in list {
        push_distance(out, unit - expected);
        out.push(char::from(b'A' + level));
        expected = unit + 1;
    }
}

fn push_distance(out: &mut String, mut number: u32) {
    let mut digits = [0; 8];
    let mut at = digits.len();
    while number > 0 {
        number -= 1;
        at -= 1;
        digits[at] = DIGITS[(number % 36) as usize];
        number /= 36;
    }
    out.extend(digits[at..].iter().copied().map(char::from));
}

/// Reads postings: units with levels. `None` where the text is no such list.
pub(super) fn read_postings(text: &str) -> Option<Vec<(usize, usize)>> {
    let mut out = Vec::new();
    let (mut expected, mut number) = (0_usize, 0_usize);
    for byte in text.bytes() {
        if byte.is_ascii_uppercase() {
            out.push((expected + number, usize::from(byte - b'A')));
            expected += number + 1;
            number = 0;
        } else {
            let digit = digit(byte)?;
            number = number.checked_mul(36)?.checked_add(digit + 1)?;
        }
    }
    (number == 0).then_some(out)
}

fn digit(byte: u8) -> Option<usize> {
    char::from(byte)
        .to_digit(36)
        .filter(|_| !byte.is_ascii_uppercase())
        .map(|digit| digit as usize)
}

/// Writes counts.
pub(super) fn counts(list: impl IntoIterator<Item = usize>) -> String {
    let mut out = String::new();
    for mut count in list {
        while count >= 35 {
            out.push('z');
            count -= 35;
        }
        out.push(char::from(DIGITS[count]));
    }
    out
}

/// Reads counts.
pub(super) fn read_counts(text: &str) -> Option<Vec<usize>> {
    let mut out = Vec::new();
    let mut more = 0;
    for byte in text.bytes() {
        match digit(byte)? {
            35 => more += 35,
            last => {
                out.push(more + last);
                more = 0;
            }
        }
    }
    Some(out)
}

/// What two words begin with alike.
pub(super) struct Shared {
    pub letters: usize,
    pub bytes: usize,
}

/// What two words begin with alike, as far as `most` letters.
pub(super) fn shared(one: &str, other: &str, most: usize) -> Shared {
    let mut shared = Shared {
        letters: 0,
        bytes: 0,
    };
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    for (c, _) in same.take(most) {
        shared.letters += 1;
        shared.bytes += c.len_utf8();
    }
    shared
}

/// Appends a word after another one: a digit for how many characters they share, then the rest.
pub(super) fn push_after(out: &mut String, word: &str, previous: &str) {
    let shared = shared(word, previous, 35);
    out.push(char::from(DIGITS[shared.letters]));
    out.push_str(&word[shared.bytes..]);
}

/// Reads what [`push_after`] wrote.
pub(super) fn read_after(text: &str, previous: &str) -> Option<String> {
    let shared = digit(*text.as_bytes().first()?)?;
    Some(
        previous
            .chars()
            .take(shared)
            .chain(text[1..].chars())
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_read_as_written() {
        let list = [(0_u32, 0_u8), (1, 25), (3, 7), (39, 1), (40_000, 2)];
        let text = postings(list);
        assert_eq!(text, "AZ0HyBtszC");
        let read: Vec<_> = list
            .iter()
            .map(|&(u, l)| (u as usize, usize::from(l)))
            .collect();
        assert_eq!(read_postings(&text), Some(read));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(read_postings("A0"), None);
        assert_eq!(read_postings("A!B"), None);
        assert_eq!(read_postings("zzzzzzzzzzzzzzzzzzzzA"), None);
        assert_eq!(read_counts("1ä"), None);
    }

    #[test]
    fn counts_are_read_as_written() {
        let list = vec![0, 34, 35, 100, 1];
        assert_eq!(read_counts(&counts(list.clone())), Some(list));
    }

    #[test]
    fn words_are_written_after_one_another() {
        let mut written = String::new();
        push_after(&mut written, "burgerrat", "burger");
        assert_eq!(written, "6rat");
        assert_eq!(read_after("6rat", "burger").as_deref(), Some("burgerrat"));
        assert_eq!(read_after("", "x"), None);
    }
}
