//! A fuzzer on stable Rust: inputs are made from seeds by changing, cutting and mixing them, and every part
//! of the program that reads something gets them.
//!
//! 1. [`seeds`] gathers texts: those of the handbooks here, the tests' own, and small ones that mean something.
//! 2. [`mutate`] makes an input of them. The same number gives the same input in every run.
//! 3. A target ([`targets`]) takes it and holds what must hold: no panic, what is written is read again, a run
//!    with a memo gives what a clean one gives, XML and HTML are well-formed, no field brings HTML into a page,
//!    no word is lost. No input takes longer than its length allows, nor more memory.
//! 4. What breaks that is cut down as far as it still does ([`smaller`]), and kept in `fuzz/found/`.
//!
//! `cargo test` gives each target a few inputs; `fuzz/run MINUTES [TARGET]` goes on for so long.

#[path = "../tests/support/mod.rs"]
mod support;

#[path = "../tests/text/oracle/mod.rs"]
#[allow(dead_code, reason = "the tests of texts use all of it")]
mod oracle;
#[path = "../tests/watch/running.rs"]
#[allow(dead_code, reason = "the tests of the preview use all of it")]
mod running;

mod mutate;
mod requests;
mod seeds;
mod targets;
mod whole;

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use mutate::Dice;
use seeds::Seeds;
use support::resources::{peak_memory, processor};
use targets::{ALL, Target};

/// How many inputs each target gets where nobody asks for more.
const FEW: u64 = 12;
/// No input may take longer, in seconds of the processor: that of a build without optimisation, and for each
/// 100 KB of input as much again.
const SECONDS_MAX: f64 = 10.0;
/// No run may need more memory, in KB.
const MEMORY_MAX: u64 = 700_000;
/// Whoever works longer than this at one input hangs.
const HANGS_AFTER: u64 = 120;

/// What a panic said.
static SAID: Mutex<String> = Mutex::new(String::new());
/// When the input at hand was begun, in seconds since the start; and what it is.
static BEGUN: AtomicU64 = AtomicU64::new(u64::MAX);
static AT_HAND: Mutex<(String, Vec<u8>)> = Mutex::new((String::new(), Vec::new()));

fn main() -> ExitCode {
    let wish = |name: &str| std::env::var(name).ok();
    let minutes: Option<f64> = wish("FUZZ_MINUTES").map(|minutes| minutes.parse().unwrap());
    let only = wish("FUZZ_TARGET");
    let seed = wish("FUZZ_SEED").map_or(1, |seed| seed.parse().unwrap());
    std::panic::set_hook(Box::new(|info| {
        let said = info.payload_as_str().unwrap_or("a panic");
        let place = info.location().map(ToString::to_string);
        *SAID.lock().unwrap() = format!("{said} ({})", place.unwrap_or_default());
    }));
    watch_for_hangs();
    let seeds = Seeds::gather();
    let chosen: Vec<&Target> = ALL
        .iter()
        .filter(|target| only.as_ref().is_none_or(|only| target.name == only))
        .collect();
    assert!(
        !chosen.is_empty(),
        "targets: {:?}",
        ALL.map(|target| target.name)
    );
    let mut found = 0;
    let (begun, mut counts) = (Instant::now(), vec![0_u64; chosen.len()]);
    let mut round = 0;
    let goes_on = |round| match minutes {
        Some(minutes) => begun.elapsed().as_secs_f64() < minutes * 60.0,
        None => round < FEW,
    };
    while goes_on(round) {
        for (at, target) in chosen.iter().enumerate() {
            // Quick ones get more.
            for _ in 0..target.times {
                let number = seed * 1_000_000_007 + counts[at] * 31 + at as u64;
                let mut dice = Dice::new(number);
                let input = mutate::input(&mut dice, seeds.of(target.seeds));
                counts[at] += 1;
                if let Some(problem) = broken(target, &input) {
                    found += 1;
                    keep(target, &input, &problem);
                }
            }
        }
        round += 1;
        if minutes.is_some() && round % 100 == 0 {
            report(&chosen, &counts, found, begun.elapsed());
        }
    }
    report(&chosen, &counts, found, begun.elapsed());
    requests::end();
    ExitCode::from(u8::from(found > 0))
}

fn report(chosen: &[&Target], counts: &[u64], found: usize, time: Duration) {
    let counts: Vec<String> = chosen
        .iter()
        .zip(counts)
        .map(|(target, count)| format!("{} {count}", target.name))
        .collect();
    println!(
        "{:.0} s, {} MB: {}; {found} found",
        time.as_secs_f64(),
        peak_memory() / 1000,
        counts.join(", ")
    );
}

/// What is wrong with what `target` makes of `input`.
fn broken(target: &Target, input: &[u8]) -> Option<String> {
    *AT_HAND.lock().unwrap() = (target.name.to_owned(), input.to_vec());
    BEGUN.store(now(), Ordering::SeqCst);
    let (before, room) = (processor(), peak_memory());
    let done = catch_unwind(AssertUnwindSafe(|| (target.take)(input)));
    BEGUN.store(u64::MAX, Ordering::SeqCst);
    if done.is_err() {
        return Some(SAID.lock().unwrap().clone());
    }
    #[expect(clippy::cast_precision_loss, reason = "inputs are small")]
    let allowed = SECONDS_MAX * (1.0 + input.len() as f64 / 100_000.0);
    let took = processor() - before;
    if took > allowed {
        Some(format!("took {took:.1} s"))
    } else if peak_memory() > MEMORY_MAX && peak_memory() > room + 100_000 {
        Some(format!("took {} MB", (peak_memory() - room) / 1000))
    } else {
        None
    }
}

/// Cuts `input` down as far as it still breaks the same, and writes it down.
fn keep(target: &Target, input: &[u8], problem: &str) {
    let place = |problem: &str| problem.rsplit_once(" (").map(|(_, place)| place.to_owned());
    let wanted = place(problem);
    let small = smaller(input, &|input| {
        broken(target, input).is_some_and(|problem| place(&problem) == wanted)
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    let mut hasher = DefaultHasher::new();
    (target.name, &small).hash(&mut hasher);
    let file = folder.join(format!("{}-{:08x}", target.name, hasher.finish() >> 32));
    let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, &small));
    println!(
        "{}: {problem}\n{}: {:?}",
        target.name,
        kept.map_or_else(|error| error.to_string(), |()| file.display().to_string()),
        String::from_utf8_lossy(&small)
    );
}

/// The least that is left of `input` when parts are taken away and `breaks` still holds.
fn smaller(input: &[u8], breaks: &dyn Fn(&[u8]) -> bool) -> Vec<u8> {
    let begun = Instant::now();
    let mut small = input.to_vec();
    let mut size = small.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < small.len() && begun.elapsed() < Duration::from_mins(1) {
            let end = (at + size).min(small.len());
            let cut = [&small[..at], &small[end..]].concat();
            if breaks(&cut) {
                small = cut;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    small
}

fn watch_for_hangs() {
    std::thread::spawn(|| {
        loop {
            std::thread::sleep(Duration::from_secs(5));
            let begun = BEGUN.load(Ordering::SeqCst);
            if begun != u64::MAX && now().saturating_sub(begun) > HANGS_AFTER {
                let (target, input) = AT_HAND.lock().unwrap().clone();
                let file = Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join(format!("fuzz/found/{target}-hangs"));
                let _ = fs::create_dir_all(file.parent().unwrap());
                let _ = fs::write(&file, &input);
                requests::end();
                println!("{target} hangs: {}", file.display());
                std::process::exit(1);
            }
        }
    });
}

fn now() -> u64 {
    static START: Mutex<Option<Instant>> = Mutex::new(None);
    START
        .lock()
        .unwrap()
        .get_or_insert_with(Instant::now)
        .elapsed()
        .as_secs()
}
