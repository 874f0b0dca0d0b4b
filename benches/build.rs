//! How long a build takes, beside the least that any program would need (the floor).
//!
//!     cargo bench --bench build                    handbooks of 100, 1,000 and 10,000 chapters
//!     cargo bench --bench build -- 1000            of 1,000 chapters only
//!     cargo bench --bench build -- --json          one line of JSON instead of the table
//!     cargo bench --bench build -- 1000 --languages   also in three languages
//!     cargo bench --bench build -- --check         also what `check` takes, a review included
//!     cargo bench --bench build -- --vs '--flag'   each build again with extra arguments
//!
//! Procedure, for each size:
//!
//! 1. [`handbook`] generates the handbook, or finds the one of an earlier run.
//! 2. In rounds, one after the other and each into a fresh folder: the [`floor`], the build by the
//!    real program, and the variant that is asked for. [`measure`] takes time and peak memory of each.
//! 3. [`report`] gives medians.
//!
//! Times are of whole processes, with warm file caches. What they write stays until the end: a file
//! system that has just deleted thousands of files makes new ones several times slower. The figure
//! to watch is `build/floor`, the median of the ratios within the rounds: what disturbs a round
//! mostly disturbs both. Where it is far from `best/best` (fastest build to fastest floor), the
//! machine was busy: run again, with more `--rounds`.
//!
//! The aim, not reached, is a ratio of 6. The peak at 10,000 chapters should stay at or below 600 MB,
//! and the time per chapter there at or below 1.3 times that at 1,000. In three languages a build should
//! take at most 3.3 times as long as in one, and all checks at most twice as long as a build.
//!
//! Run as a test (`cargo test --benches`), it only shows that all of this works, on 20 chapters.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use walkdir::WalkDir;

mod floor;
mod handbook;
mod measure;
mod product;
mod report;
mod translated;

use measure::Sample;
use product::{Fresh, PRODUCTS, PROGRAM, Result};
use report::Row;

/// Measures builds of generated handbooks against the floor.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are switches of a command line"
)]
struct Arguments {
    /// Numbers of chapters.
    sizes: Vec<u32>,
    /// Rounds per size; default 5, from 10,000 chapters on 3.
    #[arg(long)]
    rounds: Option<usize>,
    /// Build each handbook also with these extra arguments, separated by spaces.
    #[arg(long, value_name = "ARGUMENTS", allow_hyphen_values = true)]
    vs: Option<String>,
    /// Build each handbook also in three languages.
    #[arg(long, conflicts_with = "vs")]
    languages: bool,
    /// Check each handbook too.
    #[arg(long, conflicts_with_all = ["vs", "languages"])]
    check: bool,
    /// Print one line of JSON instead of the table.
    #[arg(long)]
    json: bool,
    /// Given by `cargo bench`, not by `cargo test`.
    #[arg(long, hide = true)]
    bench: bool,
    #[command(subcommand)]
    child: Option<Child>,
}

/// What the bench runs itself as.
#[derive(Subcommand)]
enum Child {
    #[command(hide = true)]
    Floor { content: PathBuf, out: PathBuf },
    #[command(hide = true)]
    Meter {
        #[arg(last = true)]
        command: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    product::end(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.child {
        Some(Child::Floor { content, out }) => Ok(floor::run(content, out)?),
        Some(Child::Meter { command }) => measure::tell(command),
        None => bench(arguments),
    }
}

fn bench(arguments: &Arguments) -> Result<()> {
    let sizes = match (arguments.sizes.as_slice(), arguments.bench) {
        ([], true) => &[100, 1_000, 10_000],
        ([], false) => &[20][..],
        (sizes, _) => sizes,
    };
    let mut rows = Vec::new();
    for &chapters in sizes {
        rows.extend(size(chapters, arguments)?);
    }
    let growth = report::growth(&rows);
    if arguments.json {
        println!("{}", serde_json::json!({ "rows": rows, "growth": growth }));
    } else {
        print!("{}", report::table(&rows));
        if let Some(growth) = growth {
            println!("time per chapter at 10,000 chapters against 1,000: {growth:.2}x");
        }
    }
    Ok(())
}

fn size(chapters: u32, arguments: &Arguments) -> Result<Vec<Row>> {
    eprintln!("{chapters} chapters: generating, unless there from an earlier run");
    let handbook = handbook::at(Path::new(PRODUCTS), usize::try_from(chapters)?)?;
    let fresh = Fresh::new("bench")?;
    let mut runs = (0..).map(|run: usize| fresh.path().join(run.to_string()));
    let mut next = || runs.next().expect("numbers don't end");
    let rounds = match (arguments.rounds, arguments.bench) {
        (Some(rounds), _) => rounds.max(1),
        (None, false) => 1,
        (None, true) => {
            if chapters < 10_000 {
                5
            } else {
                3
            }
        }
    };
    let variant = Variant::of(arguments, &handbook)?;
    let (mut floor, mut plain, mut varied) = (Vec::new(), Vec::new(), Vec::new());
    let (mut plain_size, mut varied_size) = (0, 0);
    for round in 1..=rounds {
        eprintln!("{chapters} chapters: round {round} of {rounds}");
        floor.push(run_floor(&handbook, &next())?);
        let out = next();
        plain.push(run_build(&handbook, &out, "")?);
        plain_size = size_of(&out)?;
        if let Some(Variant { handbook, way, .. }) = &variant {
            let out = next();
            match way {
                Way::Build(extra) => {
                    varied.push(run_build(handbook, &out, extra)?);
                    varied_size = size_of(&out)?;
                }
                Way::Check => varied.push(run_check(handbook)?),
            }
        }
    }
    let mut rows = vec![Row::new(
        (chapters, "build".to_owned(), plain_size),
        &floor,
        &plain,
        None,
    )];
    if let Some(Variant { label, .. }) = variant {
        let label = (chapters, label, varied_size);
        rows.push(Row::new(label, &floor, &varied, Some(&plain)));
    }
    Ok(rows)
}

/// What is measured beside the build.
struct Variant {
    handbook: PathBuf,
    way: Way,
    label: String,
}

enum Way {
    /// With extra arguments.
    Build(String),
    /// All checks, without a site.
    Check,
}

impl Variant {
    fn of(arguments: &Arguments, handbook: &Path) -> Result<Option<Self>> {
        let (handbook, way, label) = if let Some(extra) = &arguments.vs {
            let label = format!("build {extra}");
            (handbook.to_owned(), Way::Build(extra.clone()), label)
        } else if arguments.languages {
            let translated = translated::in_three_languages(handbook)?;
            let label = "in three languages".to_owned();
            (translated, Way::Build(String::new()), label)
        } else if arguments.check {
            (handbook.to_owned(), Way::Check, "check".to_owned())
        } else {
            return Ok(None);
        };
        Ok(Some(Self {
            handbook,
            way,
            label,
        }))
    }
}

fn run_floor(handbook: &Path, out: &Path) -> Result<Sample> {
    let this = std::env::current_exe()?;
    let content = handbook.join("content");
    measure::command(
        handbook,
        &[
            this.as_os_str(),
            "floor".as_ref(),
            content.as_os_str(),
            out.as_os_str(),
        ],
    )
}

fn run_build(handbook: &Path, out: &Path, extra: &str) -> Result<Sample> {
    let mut command = vec![PROGRAM.as_ref(), "build".as_ref(), "--quiet".as_ref()];
    command.extend(["--out".as_ref(), out.as_os_str()]);
    command.extend(extra.split_whitespace().map(std::ffi::OsStr::new));
    measure::command(handbook, &command)
}

/// A review as of a day on which nothing in the handbook is overdue. What it finds is left out: telling of
/// it is no part of checking.
fn run_check(handbook: &Path) -> Result<Sample> {
    let words = ["check", "--quiet", "--today", "2016-01-01"];
    let mut command = vec![PROGRAM.as_ref()];
    command.extend(words.map(std::ffi::OsStr::new));
    measure::command(handbook, &command)
}

/// The sum of the sizes of all files in a site, in bytes.
fn size_of(site: &Path) -> Result<u64> {
    if !site.is_dir() {
        return Err("the build ended well, but wrote no site".into());
    }
    let mut sum = 0;
    for entry in WalkDir::new(site) {
        let entry = entry?;
        if entry.file_type().is_file() {
            sum += entry.metadata()?.len();
        }
    }
    Ok(sum)
}
