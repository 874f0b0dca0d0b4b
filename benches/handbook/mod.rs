//! A German-like handbook of any size, the same on every machine, for benches and tests.
//!
//! 1. [`at`] looks for the handbook under a folder for build products; its folder's name carries
//!    the number of chapters and a hash of this generator's source, so a changed generator makes
//!    a new handbook.
//! 2. If there is none, it is written beside its place, on all cores, and then renamed. Those that
//!    an older generator made in this size are removed.
//!
//! Chapters have about 500 words and lie in `content/teil-01/abschnitt-03/kapitel-0042.md`: at
//! most 100 in a section, at most 10 sections in a part. Every third has a table, every second
//! footnotes, every tenth code; all link to others and carry their kind's fields and relations.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

mod chapter;
mod front;
mod language;
mod outline;
mod random;
mod words;

use language::{Speaker, place};
use outline::Outline;
use random::Random;

const SOURCE: [&str; 7] = [
    include_str!("mod.rs"),
    include_str!("chapter.rs"),
    include_str!("front.rs"),
    include_str!("language.rs"),
    include_str!("outline.rs"),
    include_str!("random.rs"),
    include_str!("words.rs"),
];

/// The folder of a handbook with so many chapters, generated below `products` where it is missing.
pub fn at(products: &Path, chapters: usize) -> Result<PathBuf, Box<dyn Error + Send + Sync>> {
    if chapters == 0 {
        return Err("a handbook needs at least one chapter".into());
    }
    let hash = Sha256::digest(SOURCE.concat());
    let size = format!("handbook-{chapters}-");
    let folder = products.join(format!(
        "{size}{:02x}{:02x}{:02x}{:02x}",
        hash[0], hash[1], hash[2], hash[3]
    ));
    if folder.is_dir() {
        return Ok(folder);
    }
    for entry in fs::read_dir(products)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&size) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    let partial = folder.with_extension("partial");
    write(&partial, chapters)?;
    fs::rename(&partial, &folder)?;
    Ok(folder)
}

fn write(root: &Path, chapters: usize) -> Result<(), Box<dyn Error + Send + Sync>> {
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    fs::write(
        root.join("handbook.yml"),
        "title: Handbuch Beteiligung\nlanguages: [de]\nurl: https://handbuch.example/\n\
         # What a review finds in made-up chapters.\n\
         severity: {missing-legal-page: off, mixed-gender-signs: off, chapter-nothing-leads-to: off}\n",
    )?;
    fs::write(root.join("glossary.yml"), glossary()?)?;
    index(&content, "Handbuch Beteiligung", 0)?;
    for number in (0..chapters).step_by(100) {
        let part = content.join(outline::part(number));
        let section = part.join(outline::section(number));
        fs::create_dir_all(&section)?;
        if number.is_multiple_of(1_000) {
            index(
                &part,
                &format!("Teil {}: {}", number / 1_000 + 1, place(number)),
                number,
            )?;
        }
        let title = format!(
            "Abschnitt {}: {}",
            number / 100 % 10 + 1,
            place(number + 50)
        );
        index(&section, &title, number)?;
    }
    (0..chapters).into_par_iter().try_for_each(|number| {
        let folder = content
            .join(outline::part(number))
            .join(outline::section(number));
        let file = folder.join(outline::stem(number)).with_extension("md");
        Ok(fs::write(file, chapter::text(number, chapters)?)?)
    })
}

fn index(folder: &Path, title: &str, number: usize) -> io::Result<()> {
    let mut random = Random::stream(3, number);
    let subjects = Outline::of(number).subjects;
    let mut speaker = Speaker {
        random: &mut random,
        subjects: &subjects,
    };
    let summary = speaker.sentence().replace('*', "");
    let text = speaker.sentences(4);
    let page = format!("---\ntitle: \"{title}\"\nsummary: \"{summary}\"\n---\n\n{text}\n");
    fs::write(folder.join("index.md"), page)
}

fn glossary() -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    for (term, long, text) in words::GLOSSARY {
        writeln!(out, "- term: \"{term}\"")?;
        if !long.is_empty() {
            writeln!(out, "  long: \"{long}\"")?;
        }
        writeln!(out, "  text: \"{text}\"")?;
    }
    Ok(out)
}
