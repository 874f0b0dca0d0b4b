//! How long a save takes to be in the browser.
//!
//!     cargo bench --bench watch                    handbooks of 1,000 and 10,000 chapters
//!     cargo bench --bench watch -- 1000            of 1,000 chapters only
//!     cargo bench --bench watch -- --edits 1000    more edits, for watching the memory
//!
//! Procedure, for each size:
//!
//! 1. [`handbook`] generates the handbook, or finds the one of an earlier run; it is copied.
//! 2. `transferbuch watch` is started on the copy, and asked for its first page at once.
//! 3. For each edit a browser's part is played: it listens. A chapter is saved, and the server tells what
//!    that has made of its page: the new words themselves, or that the page is to be loaded. Where it says
//!    nothing of the page, it is asked.
//!    Time counts from the end of the write until the new words are there.
//! 4. Half of the edits add a paragraph. The others change a title, which shows on other pages too.
//!
//! The median should be at most 40 ms at 1,000 chapters and 100 ms at 10,000, the 95th percentile
//! twice that, the first page at 10,000 chapters there within 1.5 s, and the memory at most 600 MB,
//! without growth over the last half of 1,000 edits.
//!
//! Run as a test (`cargo test --benches`), it only shows that all of this works, on 20 chapters.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use clap::Parser;
use walkdir::WalkDir;

mod handbook;
mod product;

use product::{Fresh, PRODUCTS, PROGRAM, Result};

/// Longer than anything here should take: what hangs should end.
const PATIENCE: Duration = Duration::from_mins(1);

/// Measures how long a save takes to be in the browser.
#[derive(Parser)]
struct Arguments {
    /// Numbers of chapters.
    sizes: Vec<usize>,
    /// Edits per size.
    #[arg(long)]
    edits: Option<usize>,
    /// Given by `cargo bench`, not by `cargo test`.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    product::end(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<()> {
    let sizes = match (arguments.sizes.as_slice(), arguments.bench) {
        ([], true) => &[1_000, 10_000],
        ([], false) => &[20][..],
        (sizes, _) => sizes,
    };
    let edits = arguments
        .edits
        .unwrap_or(if arguments.bench { 100 } else { 4 });
    println!(
        "chapters  first page      text ms (p50/p95)     title ms (p50/p95)   memory MB (half/end)"
    );
    for &chapters in sizes {
        let row = size(chapters, edits)?;
        println!("{chapters:>8}  {row}");
    }
    Ok(())
}

fn size(chapters: usize, edits: usize) -> Result<String> {
    let original = handbook::at(Path::new(PRODUCTS), chapters)?;
    let copy = Fresh::new(Path::new(PRODUCTS), "watch")?;
    copy_all(&original, copy.path())?;
    let files = chapters_of(copy.path());
    let begun = Instant::now();
    let preview = Preview::start(copy.path())?;
    preview.get("/")?;
    let first = begun.elapsed();
    let (mut text, mut title) = (Vec::new(), Vec::new());
    let mut half = 0;
    for edit in 0..edits {
        // A step that shares no divisor with the number of files comes to all of them.
        let file = &files[edit * 7919 % files.len()];
        let by_title = edit % 2 == 1;
        let took = preview.edit(copy.path(), file, edit, by_title)?;
        if by_title { &mut title } else { &mut text }.push(took);
        if edit + 1 == edits / 2 {
            half = preview.memory();
        }
    }
    Ok(format!(
        "{:>7.2} s  {:>20}  {:>20}  {:>11}/{}",
        first.as_secs_f64(),
        percentiles(text),
        percentiles(title),
        half,
        preview.memory()
    ))
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| {
        let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times
            .get(place)
            .map_or(0.0, |time| time.as_secs_f64() * 1e3)
    };
    format!("{:.1}/{:.1}", at(50), at(95))
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let to = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// The paths of all chapters, below the folder of content, without their ending.
fn chapters_of(root: &Path) -> Vec<String> {
    let content = root.join("content");
    let mut files: Vec<String> = WalkDir::new(&content)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(&content).ok()?.to_str()?;
            let stem = path.strip_suffix(".md")?;
            stem.contains("kapitel-").then(|| stem.to_owned())
        })
        .collect();
    files.sort();
    files
}

/// A running preview; it ends with this value.
struct Preview {
    child: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(root: &Path) -> Result<Self> {
        let mut child = Command::new(PROGRAM)
            .args(["watch", "--port", "0", "--lang", "en"])
            .current_dir(root)
            .stderr(Stdio::piped())
            .spawn()?;
        let mut said = BufReader::new(child.stderr.take().ok_or("it has an output")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        // What it says must be read, or it would wait for that.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let address = line.split_once("http://").map(|(_, rest)| rest);
        let address = address.and_then(|rest| rest.split('/').next());
        let address = address.ok_or("it says where it is")?.to_owned();
        Ok(Self { child, address })
    }

    fn request(&self, path: &str, accept: &str) -> Result<TcpStream> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let host = &self.address;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"
        )?;
        Ok(stream)
    }

    fn get(&self, path: &str) -> Result<String> {
        let mut answer = Vec::new();
        self.request(path, "text/html")?.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        if !answer.starts_with("HTTP/1.1 200") || !answer.ends_with("</html>\n") {
            return Err(format!("{path}: {}", answer.lines().next().unwrap_or_default()).into());
        }
        Ok(answer)
    }

    /// Saves a chapter and plays the browser that shows it.
    fn edit(&self, root: &Path, file: &str, number: usize, title: bool) -> Result<Duration> {
        let page = format!("/{file}/");
        let shown = self.get(&page)?;
        let has = shown.split("data-has=\"").nth(1);
        let has = has.and_then(|rest| rest.split('"').next());
        let has = has.ok_or("a page has its script")?;
        let news = format!("/-/news?page={page}&has={has}");
        let mut events = BufReader::new(self.request("/-/events", "text/event-stream")?);
        wait_for(&mut events, "retry: ")?;

        let path = root.join("content").join(format!("{file}.md"));
        let text = fs::read_to_string(&path)?;
        let marker = format!("Bearbeitung {number} von {}", std::process::id());
        let text = if title {
            retitled(&text, &marker)
        } else {
            format!("{text}\n{marker}.\n")
        };
        fs::write(&path, text)?;
        let saved = Instant::now();
        // A review of the edit before may be told first.
        let own = format!("\"page\":\"{file}/\"");
        loop {
            let said = wait_for(&mut events, "data: ")?;
            if said.contains(&own) && said.contains(&marker) {
                return Ok(saved.elapsed());
            }
            if said.contains(&own) {
                break;
            }
            let mut told = String::new();
            let mut answer = self.request(&news, "application/json")?;
            answer.read_to_string(&mut told)?;
            if told.contains("\"reload\":true") {
                break;
            }
        }
        let page = self.get(&page)?;
        let took = saved.elapsed();
        if !page.contains(&marker) {
            return Err(format!("{file}: the page isn't new").into());
        }
        Ok(took)
    }

    /// Resident memory, in MB; 0 where the system doesn't tell.
    fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        kilobytes.unwrap_or_default() / 1000
    }
}

/// The next line that holds `what`.
fn wait_for(events: &mut impl BufRead, what: &str) -> Result<String> {
    let mut line = String::new();
    while !line.contains(what) {
        line.clear();
        if events.read_line(&mut line)? == 0 {
            return Err(format!("the server ended before it said {what}").into());
        }
    }
    Ok(line)
}

/// `text` with another title in its front matter.
fn retitled(text: &str, title: &str) -> String {
    let lines = text.lines().map(|line| {
        if line.starts_with("title:") {
            format!("title: {title}\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}
