//! Figures of the search: time, memory and bytes of an index, then what a reader's queries cost.
//!
//!     cargo run --release --example search_bench [CHAPTERS] [WORDS]
//!
//! The chapters are made from the words of the handbook in `tests/search`: frequent words are
//! frequent (Zipf), and nouns are put together to compounds, so that the vocabulary grows with the
//! text as a real one does. Nothing is random: equal numbers make equal chapters.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

#[allow(dead_code)]
#[path = "../tests/search/fixture.rs"]
mod fixture;
#[path = "../tests/support/resources.rs"]
mod resources;

use resources::{peak_memory, processor};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use transferbuch::search::{Chapter, Corpus, Section, build};

/// A linear congruential generator: good enough to mix words.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % limit
    }

    /// Small numbers often, large ones rarely.
    fn zipf(&mut self, limit: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((limit as f64 + 1.0).powf(share) - 1.0) as usize
    }
}

fn text(dice: &mut Dice, words: &[String], nouns: &[String], count: usize) -> String {
    let mut out = String::new();
    for at in 0..count {
        if dice.below(5) == 0 {
            let tail = nouns[dice.zipf(nouns.len())].to_lowercase();
            out.push_str(&nouns[dice.zipf(nouns.len())]);
            out.push_str(&tail);
        } else {
            out.push_str(&words[dice.zipf(words.len())]);
        }
        out.push_str(if at % 12 == 11 { ". " } else { " " });
    }
    out
}

fn corpus(chapters: usize, length: usize) -> Corpus {
    let handbook = fixture::handbook().corpus;
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    let sections = handbook
        .chapters
        .iter()
        .flat_map(|chapter| &chapter.sections);
    for body in sections.map(|section| &section.body) {
        for word in body
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
        {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    let mut words: Vec<String> = counts.keys().cloned().collect();
    words.sort_by_key(|word| std::cmp::Reverse(counts[word]));
    let is_noun = |word: &&String| word.starts_with(char::is_uppercase) && word.len() > 3;
    let nouns: Vec<String> = words.iter().filter(is_noun).cloned().collect();
    let mut dice = Dice(7);
    let chapter = |number: usize| Chapter {
        url: format!("kapitel/{number}/"),
        title: format!("{} {number}", text(&mut dice, &nouns, &nouns, 2)),
        summary: text(&mut dice, &words, &nouns, 12),
        kind: ["format", "tool", "lesson", "case"][number % 4].into(),
        kind_label: ["Format", "Werkzeug", "Erfahrung", "Fall"][number % 4].into(),
        sections: (0..4)
            .map(|part| Section {
                anchor: Some(format!("teil-{part}")),
                heading: text(&mut dice, &nouns, &nouns, 2),
                body: text(&mut dice, &words, &nouns, length / 4),
                ..Section::default()
            })
            .collect(),
        ..Chapter::default()
    };
    let chapters = (0..chapters).map(chapter).collect();
    Corpus {
        lang: "de".into(),
        chapters,
        synonyms: handbook.synonyms,
        thesaurus: None,
    }
}

/// The most memory so far, in MB.
fn memory() -> f64 {
    peak_memory() as f64 / 1024.0
}

fn main() {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|arg| arg.parse().expect("a number"));
    let chapters = numbers.next().unwrap_or(1000);
    let corpus = corpus(chapters, numbers.next().unwrap_or(500));
    let (before, idle) = (memory(), processor());
    let start = Instant::now();
    let files = build(&corpus);
    let (time, busy) = (start.elapsed().as_secs_f64(), processor() - idle);
    println!(
        "{chapters} chapters: {time:.2} s ({busy:.2} s busy), {:.0} MB",
        memory() - before
    );
    for kind in ["meta", "words", "lists", "texts", "facets"] {
        let of_kind = files.iter().filter(|file| file.path.starts_with(kind));
        let bytes: usize = of_kind.clone().map(|file| file.bytes.len()).sum();
        println!(
            "  {kind:7} {:5} files {:9.1} kB",
            of_kind.count(),
            bytes as f64 / 1000.0
        );
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::temp_dir().join(format!("search-bench-{chapters}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("parts")).expect("a folder");
    for file in &files {
        fs::write(folder.join(&file.path), &file.bytes).expect("a file");
    }
    let script = root.join("tests/search/figures.mjs");
    let assets = root.join("themes/standard/assets");
    let status = Command::new("node")
        .arg(script)
        .arg(assets)
        .arg(&folder)
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "node is needed for the reader's figures"
    );
}
