//! Texts by number: each distinct text is kept once, in one arena, and numbered in the order in
//! which it came.

use std::hash::Hasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHasher;

#[derive(Default)]
pub(super) struct Interner {
    /// All texts, one behind the other.
    arena: String,
    /// By number: where a text ends in the arena.
    ends: Vec<usize>,
    numbers: HashTable<u32>,
}

impl Interner {
    /// The number of a text, and whether it is new.
    pub(super) fn intern(&mut self, text: &str) -> (u32, bool) {
        let Self {
            arena,
            ends,
            numbers,
        } = self;
        let entry = numbers.entry(
            hash(text),
            |&number| slice(arena, ends, number) == text,
            |&number| hash(slice(arena, ends, number)),
        );
        match entry {
            Entry::Occupied(known) => (*known.get(), false),
            Entry::Vacant(place) => {
                let number = u32::try_from(ends.len()).expect("fewer than 2^32 distinct texts");
                place.insert(number);
                arena.push_str(text);
                ends.push(arena.len());
                (number, true)
            }
        }
    }

    pub(super) fn get(&self, number: u32) -> &str {
        slice(&self.arena, &self.ends, number)
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

fn slice<'a>(arena: &'a str, ends: &[usize], number: u32) -> &'a str {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &arena[start..ends[number]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_share_a_number() {
        let mut texts = Interner::default();
        let numbers = ["a", "", "bc", "a", ""].map(|text| texts.intern(text));
        assert_eq!(
            numbers,
            [(0, true), (1, true), (2, true), (0, false), (1, false)]
        );
        assert_eq!((texts.get(0), texts.get(1), texts.get(2)), ("a", "", "bc"));
        assert_eq!(texts.len(), 3);
    }

    #[test]
    fn many_texts_are_found_again() {
        let mut texts = Interner::default();
        for number in 0..1000 {
            texts.intern(&number.to_string());
        }
        assert_eq!(texts.intern("777"), (777, false));
        assert_eq!(texts.get(777), "777");
    }
}
