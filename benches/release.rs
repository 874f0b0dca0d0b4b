//! What a release costs beside a plain build, and what is left when it is killed.
//!
//!     cargo bench --bench release                  1,000 chapters onto 20 releases, 200 kills
//!     cargo bench --bench release -- --rounds 9    more rounds
//!     cargo bench --bench release -- --kills 1000  more kills
//!
//! Procedure:
//!
//! 1. [`handbook`] generates the handbook, or finds the one of an earlier run. Releases of it are
//!    published, one onto the other.
//! 2. In rounds: a plain build, and one more release onto them. [`measure`] takes the time of both.
//!    The figure to watch is the median of the ratios within the rounds. It should stay at or below 2.
//! 3. Releases of a smaller handbook are killed, at points that are spread evenly over the time
//!    that one takes, while other work keeps all cores busy. After each, the tree must be a whole
//!    one, with all releases that were published before.
//!
//! Run as a test (`cargo test --benches`), it only shows that all of this works, on few chapters.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use clap::{Parser, Subcommand};

mod handbook;
mod measure;
mod product;

use product::{Fresh, PRODUCTS, PROGRAM, Result};

const DAY: &str = "2026-01-31";

/// Measures releases of generated handbooks, and kills some.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Chapters of the handbook whose releases are measured.
    #[arg(long)]
    chapters: Option<usize>,
    /// Releases that are there before.
    #[arg(long)]
    older: Option<u32>,
    /// Rounds of builds and releases.
    #[arg(long)]
    rounds: Option<u32>,
    /// Releases that are killed.
    #[arg(long)]
    kills: Option<u32>,
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
    Meter {
        #[arg(last = true)]
        command: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    product::end(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<()> {
    if let Some(Child::Meter { command }) = &arguments.child {
        return measure::print(command, false);
    }
    let usual = |bench, test| if arguments.bench { bench } else { test };
    let folder = Fresh::new(Path::new(PRODUCTS), "release")?;
    let chapters = arguments.chapters.unwrap_or(usual(1_000, 20) as usize);
    let older = arguments.older.unwrap_or(usual(20, 2));
    let rounds = arguments.rounds.unwrap_or(usual(5, 1));
    let kills = arguments.kills.unwrap_or(usual(200, 3));
    times(folder.path(), chapters, older, rounds)?;
    killed(folder.path(), kills)
}

/// A published tree, and the handbook that it is of.
struct Tree {
    handbook: PathBuf,
    folder: PathBuf,
    /// Releases are numbered; this is the last one's number.
    last: u32,
}

impl Tree {
    /// A tree of so many releases.
    fn of(handbook: PathBuf, folder: PathBuf, releases: u32) -> Result<Self> {
        let last = 0;
        let mut tree = Self {
            handbook,
            folder,
            last,
        };
        for _ in 0..releases {
            tree.release()?;
        }
        Ok(tree)
    }

    fn arguments(&self) -> Vec<OsString> {
        let next = (self.last + 1).to_string();
        let fixed = ["release", &next, "--quiet", "--date", DAY, "--onto"];
        let fixed = fixed.into_iter().map(OsString::from);
        fixed.chain([self.folder.clone().into()]).collect()
    }

    /// One more release. Gives the seconds that it took.
    fn release(&mut self) -> Result<f64> {
        let command = [vec![PROGRAM.into()], self.arguments()].concat();
        let sample = measure::command(&self.handbook, &command)?;
        self.last += 1;
        Ok(sample.seconds)
    }

    /// The number of the release at the root; fails unless all before it are there and whole.
    fn verify(&self) -> Result<u32> {
        let command = [PROGRAM.into(), "verify".into(), self.folder.clone().into()];
        let [program, arguments @ ..] = &command;
        let output = Command::new::<&OsString>(program)
            .args(arguments)
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("the tree is not whole:\n{said}").into());
        }
        let versions = fs::read(self.folder.join("versions.json"))?;
        let versions: serde_json::Value = serde_json::from_slice(&versions)?;
        let current: u32 = versions["current"].as_str().unwrap_or_default().parse()?;
        let count = fs::read_dir(self.folder.join("v"))?.count();
        if count != usize::try_from(current)? {
            return Err(format!("there are {count} editions, and {current} is the last").into());
        }
        Ok(current)
    }
}

fn times(folder: &Path, chapters: usize, older: u32, rounds: u32) -> Result<()> {
    eprintln!("{chapters} chapters: publishing {older} releases");
    let handbook = handbook::at(Path::new(PRODUCTS), chapters)?;
    let mut tree = Tree::of(handbook.clone(), folder.join("site"), older)?;
    let mut samples = Vec::new();
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        let out = folder.join(format!("build-{round}"));
        let fixed = [PROGRAM, "build", "--quiet", "--out"].map(OsString::from);
        let command = [fixed.to_vec(), vec![out.into()]].concat();
        let build = measure::command(&handbook, &command)?.seconds;
        samples.push((build, tree.release()?));
    }
    tree.verify()?;
    let builds = median(samples.iter().map(|(build, _)| *build));
    let releases = median(samples.iter().map(|(_, release)| *release));
    let ratio = median(samples.iter().map(|(build, release)| release / build));
    println!(
        "{chapters} chapters onto {older} releases: build {builds:.2} s, release {releases:.2} s, \
         release/build {ratio:.2}"
    );
    Ok(())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Keeps all cores busy until it is dropped.
struct Load {
    stop: &'static AtomicBool,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Load {
    fn new() -> Self {
        static STOP: AtomicBool = AtomicBool::new(false);
        let work = || {
            while !STOP.load(Ordering::Relaxed) {
                std::hint::spin_loop();
            }
        };
        let cores = thread::available_parallelism().map_or(2, usize::from);
        Self {
            stop: &STOP,
            threads: (0..cores).map(|_| thread::spawn(work)).collect(),
        }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn killed(folder: &Path, kills: u32) -> Result<()> {
    let handbook = handbook::at(Path::new(PRODUCTS), 100)?;
    let mut tree = Tree::of(handbook, folder.join("killed"), 2)?;
    let _load = Load::new();
    let whole = Duration::from_secs_f64(tree.release()?);
    let (mut before, mut after) = (0, 0);
    for kill in 0..kills {
        let mut child = Command::new(PROGRAM)
            .args(tree.arguments())
            .current_dir(&tree.handbook)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        // The golden ratio spreads the points evenly, however many there are.
        thread::sleep(whole.mul_f64((f64::from(kill) * 0.618_034).fract() * 1.1));
        child.kill()?;
        child.wait()?;
        let current = tree.verify()?;
        match current.checked_sub(tree.last) {
            Some(0) => before += 1,
            Some(1) => after += 1,
            _ => return Err(format!("release {current} follows {}", tree.last).into()),
        }
        tree.last = current;
    }
    tree.release()?;
    tree.verify()?;
    println!(
        "{kills} releases killed within {:.2} s: {before} times the old tree was there, {after} \
         times the new one, always whole",
        whole.as_secs_f64() * 1.1
    );
    Ok(())
}
