//! Words by their beginnings, for finding those that differ least from a given one.
//!
//! 1. [`PrefixTree::new`] sorts the words; a node stands for those with the same beginning, and keeps
//!    what all of them have in common: lengths, [letters](Letters), the first place.
//! 2. [`PrefixTree::find`] goes down with the table of edits, one row for each letter, and leaves out
//!    every node whose row, lengths, letters or places tell that nothing below can be the answer. It
//!    tries with one edit first, then with twice as many, so that a slip of the pen is found by
//!    looking at few nodes, however many words there are.

use std::ops::Range;

/// Words, each with its places in a list.
#[derive(Debug, Default)]
pub(super) struct PrefixTree<'a> {
    /// Sorted by their text.
    words: Vec<Word<'a>>,
    /// The places of all words, those of each one after the other.
    places: Vec<usize>,
    /// The root is the first. The children of a node are neighbours.
    nodes: Vec<Node>,
    /// What nodes add to the beginnings of their parents.
    labels: Vec<char>,
}

/// The nearest words of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nearest<'a> {
    pub name: &'a str,
    /// The first of its places.
    pub place: usize,
    /// How many edits lie between it and the word that was looked for.
    pub edits: usize,
    /// The first place of a word that is spelled otherwise and as near.
    pub rival: Option<usize>,
}

#[derive(Debug)]
struct Word<'a> {
    name: &'a str,
    /// In small letters.
    text: String,
    measures: Measures,
    places: Range<usize>,
}

#[derive(Debug)]
struct Node {
    label: Range<usize>,
    measures: Measures,
    words: Range<usize>,
    /// Without any, the words are compared one by one.
    children: Range<usize>,
}

/// What is known of one word or of several.
#[derive(Debug, Clone, Copy)]
struct Measures {
    shortest: usize,
    longest: usize,
    /// The letters that all words have.
    common: Letters,
    /// The letters that any word has.
    present: Letters,
    first: usize,
}

/// How often each letter stands in a word, as far as that fits into a number: letters are thrown
/// together into groups, and of a group's bits as many are set as it has letters.
///
/// A swap leaves them as they are, and any other edit changes at most one bit each way: so they tell
/// the least number of edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letters(u128);

impl Letters {
    const GROUPS: u32 = 32;
    const BITS: u32 = 128 / Self::GROUPS;

    fn new(text: &str) -> Self {
        let mut bits = 0;
        for c in text.chars() {
            let first = (u32::from(c) % Self::GROUPS) * Self::BITS;
            let group = ((1 << Self::BITS) - 1) << first;
            // The next bit of the group: none is left where it is full.
            bits |= ((bits & group) << 1 | 1 << first) & group;
        }
        Self(bits)
    }

    /// How many of these the others lack.
    fn without(self, others: Self) -> usize {
        (self.0 & !others.0).count_ones() as usize
    }
}

impl Measures {
    fn new(text: &str, first: usize) -> Self {
        let letters = Letters::new(text);
        let length = text.chars().count();
        Self {
            shortest: length,
            longest: length,
            common: letters,
            present: letters,
            first,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            shortest: self.shortest.min(other.shortest),
            longest: self.longest.max(other.longest),
            common: Letters(self.common.0 & other.common.0),
            present: Letters(self.present.0 | other.present.0),
            first: self.first.min(other.first),
        }
    }

    /// The fewest edits by which a word with the measures of `word` differs from any of these.
    fn least_edits(&self, word: &Self) -> usize {
        let shorter = self.shortest.saturating_sub(word.longest);
        let longer = word.shortest.saturating_sub(self.longest);
        let missing = word.common.without(self.present);
        let more = self.common.without(word.present);
        shorter.max(longer).max(missing).max(more)
    }
}

impl<'a> PrefixTree<'a> {
    /// No beginning is longer: words that differ after it only are compared one by one.
    const DEEPEST: usize = 128;
    /// So few words aren't worth nodes of their own.
    const FEW: usize = 3;

    /// Of words in the order of their places.
    pub fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        let lowercase = |(place, name): (usize, &'a str)| (name.to_lowercase(), name, place);
        let names = names.into_iter().enumerate().map(lowercase);
        let mut names: Vec<(String, &str, usize)> = names.collect();
        names.sort_unstable();
        let mut tree = Self::default();
        for (text, name, place) in names {
            let at = tree.places.len();
            tree.places.push(place);
            match tree.words.last_mut() {
                Some(last) if last.name == name => last.places.end += 1,
                _ => tree.words.push(Word {
                    name,
                    measures: Measures::new(&text, place),
                    text,
                    places: at..at + 1,
                }),
            }
        }
        if !tree.words.is_empty() {
            tree.grow();
        }
        tree
    }

    /// Makes the nodes, level by level.
    fn grow(&mut self) {
        // Nodes to be made, with the length of their parents' beginnings in letters and in bytes.
        let mut waiting = vec![(0..self.words.len(), 0, 0)];
        let mut made = 0;
        while let Some((words, letters, bytes)) = waiting.get(made).cloned() {
            made += 1;
            let common = self.common(words.clone(), bytes, Self::DEEPEST - letters);
            let start = self.labels.len();
            self.labels.extend(common.chars());
            let label = start..self.labels.len();
            let (letters, bytes) = (letters + label.len(), bytes + common.len());
            let first_child = waiting.len();
            if words.len() > Self::FEW && letters < Self::DEEPEST {
                let next = |word: &Word<'_>| word.text[bytes..].chars().next();
                let mut rest = words.clone();
                while let Some(first) = self.words[rest.clone()].first() {
                    let same = next(first);
                    let many = self.words[rest.clone()].partition_point(|w| next(w) == same);
                    waiting.push((rest.start..rest.start + many, letters, bytes));
                    rest.start += many;
                }
                // Words that are the same but for capitals would be their own children for ever.
                if waiting.len() == first_child + 1 {
                    waiting.pop();
                }
            }
            let measures = self.words[words.clone()].iter().map(|word| word.measures);
            let measures = measures.reduce(Measures::and);
            self.nodes.push(Node {
                label,
                measures: measures.expect("a node has words"),
                words,
                children: first_child..waiting.len(),
            });
        }
    }

    /// What all these words begin with after so many bytes, at most so many letters.
    fn common(&self, words: Range<usize>, bytes: usize, at_most: usize) -> String {
        let (first, last) = (&self.words[words.start], &self.words[words.end - 1]);
        let pairs = first.text[bytes..].chars().zip(last.text[bytes..].chars());
        let same = pairs.take_while(|(a, b)| a == b).take(at_most);
        same.map(|(letter, _)| letter).collect()
    }

    /// The word that is most like `word`, which is in small letters, of those that differ by at most `most` edits and have a
    /// place that isn't `excluded`. The first one wins among equals.
    pub fn find(
        &self,
        word: &str,
        most: usize,
        excluded: impl Fn(usize) -> bool,
    ) -> Option<Nearest<'a>> {
        let mut limit = most.min(1);
        loop {
            let mut search = Search {
                tree: self,
                letters: word.chars().collect(),
                measures: Measures::new(word, 0),
                text: word,
                excluded: &excluded,
                room: limit,
                best: None,
                rows: Vec::new(),
            };
            search.run();
            if search.best.is_some() || limit == most {
                return search.best;
            }
            limit = (limit * 2).min(most);
        }
    }
}

/// One way down a tree.
struct Search<'t, 'a, E> {
    tree: &'t PrefixTree<'a>,
    text: &'t str,
    letters: Vec<char>,
    measures: Measures,
    excluded: &'t E,
    /// How many edits a word may need to change the answer.
    room: usize,
    best: Option<Nearest<'a>>,
    /// By length of the beginning that was gone down.
    rows: Vec<Row>,
}

/// The edits between a beginning and those of the word that is looked for, by the length of these.
#[derive(Debug, Default)]
struct Row {
    edits: Vec<usize>,
    least: usize,
    /// The last letter of the beginning.
    letter: char,
}

impl<E: Fn(usize) -> bool> Search<'_, '_, E> {
    fn run(&mut self) {
        if self.tree.nodes.is_empty() {
            return;
        }
        let width = self.letters.len().min(PrefixTree::DEEPEST + self.room) + 1;
        self.rows.push(Row {
            edits: (0..width).collect(),
            ..Row::default()
        });
        let mut stack = vec![(0, 0)];
        while let Some((node, depth)) = stack.pop() {
            let node = &self.tree.nodes[node];
            let Some(room) = self.room_for(&node.measures) else {
                continue;
            };
            let Some(depth) = self.descend(node, depth, room) else {
                continue;
            };
            if node.children.is_empty() {
                self.compare(node.words.clone());
            }
            // The first on top.
            stack.extend(node.children.clone().rev().map(|child| (child, depth)));
        }
    }

    /// How many edits one of these words may need to change the answer, if it can.
    fn room_for(&self, measures: &Measures) -> Option<usize> {
        let rival = self.best.and_then(|best| best.rival);
        let room = match rival {
            Some(rival) if rival < measures.first => self.room.checked_sub(1)?,
            _ => self.room,
        };
        (measures.least_edits(&self.measures) <= room).then_some(room)
    }

    /// Adds the rows of the node's letters to those of so many letters, as long as there is room.
    fn descend(&mut self, node: &Node, depth: usize, room: usize) -> Option<usize> {
        let label = &self.tree.labels[node.label.clone()];
        for (depth, letter) in (depth + 1..).zip(label) {
            self.add_row(depth, *letter);
            // A swap goes on from the row before.
            let before = self.rows[depth - 1].least + 1;
            if self.rows[depth].least.min(before) > room {
                return None;
            }
        }
        Some(depth + label.len())
    }

    fn add_row(&mut self, depth: usize, letter: char) {
        if self.rows.len() == depth {
            self.rows.push(Row::default());
        }
        let mut row = std::mem::take(&mut self.rows[depth]);
        let before = &self.rows[depth - 1];
        let width = before.edits.len();
        row.edits.resize(width, 0);
        row.letter = letter;
        // Beginnings whose lengths differ by more than there is room for aren't worth a look.
        let first = depth.saturating_sub(self.room).min(width);
        let last = (depth + self.room).min(width - 1);
        let far = usize::MAX / 2;
        row.least = far;
        for at in first..=last {
            let mut edits = before.edits[at] + 1;
            if at > first {
                edits = edits.min(row.edits[at - 1] + 1);
            }
            if let Some(previous) = at.checked_sub(1) {
                let other = self.letters[previous];
                edits = edits.min(before.edits[previous] + usize::from(other != letter));
                let swapped = at >= 2 && depth >= 2 && other == before.letter;
                if swapped && self.letters[at - 2] == letter {
                    edits = edits.min(self.rows[depth - 2].edits[at - 2] + 1);
                }
            }
            row.edits[at] = edits;
            row.least = row.least.min(edits);
        }
        if let Some(next) = row.edits.get_mut(last + 1) {
            *next = far;
        }
        self.rows[depth] = row;
    }

    fn compare(&mut self, words: Range<usize>) {
        let tree = self.tree;
        for word in &tree.words[words] {
            let Some(room) = self.room_for(&word.measures) else {
                continue;
            };
            let places = &tree.places[word.places.clone()];
            let Some(place) = places.iter().find(|place| !(self.excluded)(**place)) else {
                continue;
            };
            let edits = strsim::osa_distance(self.text, &word.text);
            if edits <= room {
                self.offer(word.name, *place, edits);
            }
        }
    }
}

impl<'a, E> Search<'_, 'a, E> {
    /// Takes a word that is as near as the best so far, or nearer. Each word comes once.
    fn offer(&mut self, name: &'a str, place: usize, edits: usize) {
        self.room = edits;
        self.best = Some(match self.best {
            Some(best) if best.edits == edits && best.place < place => Nearest {
                rival: Some(best.rival.map_or(place, |rival| rival.min(place))),
                ..best
            },
            best => Nearest {
                name,
                place,
                edits,
                rival: best
                    .filter(|best| best.edits == edits)
                    .map(|best| best.place),
            },
        });
    }
}
