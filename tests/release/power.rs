//! The power goes out while a site is published: at any point, and whatever of the last writes has reached
//! the disk by then.
//!
//! 1. A real run is watched by strace, which gives its calls that change the disk, in their order.
//! 2. [`Log::cut`] replays the first of them on a model of a disk. What was synced is there; of the rest,
//!    some calls are lost: the last ones ([`Order::Kept`], as a journal has it), or any ([`Order::None`]).
//!    Files that weren't synced have lost their content.
//! 3. What stands at the site then must be the old site or the new one. Some of these disks are laid out for
//!    real: there `verify` and the next release have to put them in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::program::{files, output};
use crate::{DAY, Files, Handbook, OnDisk, handbook, release};

type Id = usize;

#[derive(Debug, Clone, PartialEq)]
enum Node {
    File,
    Folder(BTreeMap<String, Id>),
    Link(String),
}

#[derive(Debug, Clone, PartialEq)]
enum Call {
    MakeFolder(String),
    /// Makes a file, or empties it.
    Make(String),
    Write(String),
    HardLink(String, String),
    SymLink(String, String),
    Rename(String, String),
    Exchange(String, String),
    Remove(String),
    /// A file or a folder.
    Sync(String),
    SyncAll,
}

/// What of the calls that weren't synced is on the disk after all.
#[derive(Debug, Clone, Copy)]
enum Order {
    /// The first ones.
    Kept,
    /// Any.
    None,
}

/// A disk: nodes by their numbers, the first is the root.
#[derive(Debug, Clone)]
struct Disk {
    nodes: BTreeMap<Id, Node>,
}

/// Files of a site as a reader gets them: path and node.
type Seen = BTreeMap<String, Id>;

impl Disk {
    /// The real one at `folder`, with all contents.
    fn read(folder: &Path, contents: &mut BTreeMap<Id, Vec<u8>>) -> Self {
        use std::os::unix::fs::MetadataExt;
        let mut disk = Self {
            nodes: BTreeMap::from([(0, Node::Folder(BTreeMap::new()))]),
        };
        // Links to one file are one node.
        let mut known: BTreeMap<u64, Id> = BTreeMap::new();
        for entry in walkdir::WalkDir::new(folder)
            .min_depth(1)
            .sort_by_file_name()
        {
            let entry = entry.unwrap();
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap();
            let meta = entry.metadata().unwrap();
            let next = disk.nodes.len();
            let id = *known.entry(meta.ino()).or_insert(next);
            if meta.is_dir() {
                disk.nodes.insert(id, Node::Folder(BTreeMap::new()));
            } else if meta.is_symlink() {
                let to = fs::read_link(entry.path()).unwrap();
                disk.nodes
                    .insert(id, Node::Link(to.to_str().unwrap().to_owned()));
            } else {
                contents.insert(id, fs::read(entry.path()).unwrap());
                disk.nodes.insert(id, Node::File);
            }
            disk.put(path, id);
        }
        disk
    }

    fn at(&self, path: &str) -> Option<Id> {
        path.split('/')
            .filter(|name| !name.is_empty())
            .try_fold(0, |id, name| match &self.nodes[&id] {
                Node::Folder(names) => names.get(name).copied(),
                _ => None,
            })
    }

    fn names(&mut self, folder: &str) -> Option<&mut BTreeMap<String, Id>> {
        let id = self.at(folder)?;
        match self.nodes.get_mut(&id)? {
            Node::Folder(names) => Some(names),
            _ => None,
        }
    }

    /// Nothing happens where the folder is lost.
    fn put(&mut self, path: &str, id: Id) -> Option<Id> {
        let (folder, name) = split(path);
        self.names(folder)?.insert(name.to_owned(), id)
    }

    fn take(&mut self, path: &str) -> Option<Id> {
        let (folder, name) = split(path);
        self.names(folder)?.remove(name)
    }

    /// Does what `call` did; `id` is the number of a node that it makes.
    fn apply(&mut self, call: &Call, id: Id) {
        match call {
            Call::MakeFolder(path) if self.at(path).is_none() => {
                self.nodes.insert(id, Node::Folder(BTreeMap::new()));
                self.put(path, id);
            }
            Call::Make(path) => {
                self.nodes.insert(id, Node::File);
                self.put(path, id);
            }
            Call::HardLink(from, to) => {
                if let Some(id) = self.at(from) {
                    self.put(to, id);
                }
            }
            Call::SymLink(to, path) => {
                self.nodes.insert(id, Node::Link(to.clone()));
                self.put(path, id);
            }
            Call::Rename(from, to) => {
                if let Some(id) = self.take(from) {
                    self.put(to, id);
                }
            }
            Call::Exchange(a, b) => {
                if let (Some(of_a), Some(of_b)) = (self.at(a), self.at(b)) {
                    self.put(a, of_b);
                    self.put(b, of_a);
                }
            }
            Call::Remove(path) => {
                self.take(path);
            }
            Call::MakeFolder(_) | Call::Write(_) | Call::Sync(_) | Call::SyncAll => {}
        }
    }

    /// The files at `folder`, through links. None if it isn't there.
    fn seen(&self, folder: &str) -> Option<Seen> {
        let mut seen = Seen::new();
        self.look(folder, "", &mut seen)?;
        Some(seen)
    }

    fn look(&self, at: &str, shown: &str, seen: &mut Seen) -> Option<()> {
        let id = self.at(at)?;
        match &self.nodes[&id] {
            Node::File => {
                seen.insert(shown.to_owned(), id);
            }
            Node::Folder(names) => {
                for name in names.keys() {
                    // A link to nothing is nothing that a reader gets.
                    let _ = self.look(&format!("{at}/{name}"), &format!("{shown}/{name}"), seen);
                }
            }
            Node::Link(to) => {
                let mut way: Vec<&str> = split(at).0.split('/').collect();
                for name in to.split('/') {
                    if name == ".." {
                        way.pop();
                    } else {
                        way.push(name);
                    }
                }
                self.look(&way.join("/"), shown, seen)?;
            }
        }
        Some(())
    }

    /// Lays the disk out in a real folder. Files in `lost` are empty.
    fn lay_out(&self, folder: &Path, contents: &BTreeMap<Id, Vec<u8>>, lost: &BTreeSet<Id>) {
        self.lay_out_at(0, folder, contents, lost);
    }

    fn lay_out_at(
        &self,
        id: Id,
        path: &Path,
        contents: &BTreeMap<Id, Vec<u8>>,
        lost: &BTreeSet<Id>,
    ) {
        match &self.nodes[&id] {
            Node::File => {
                let bytes = contents.get(&id).filter(|_| !lost.contains(&id));
                fs::write(path, bytes.map_or(&[][..], Vec::as_slice)).unwrap();
            }
            Node::Link(to) => std::os::unix::fs::symlink(to, path).unwrap(),
            Node::Folder(names) => {
                fs::create_dir_all(path).unwrap();
                for (name, id) in names {
                    self.lay_out_at(*id, &path.join(name), contents, lost);
                }
            }
        }
    }
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The calls of a run.
struct Log {
    before: Disk,
    calls: Vec<Call>,
    /// The folders whose names each call changes, as nodes.
    folders: Vec<Vec<Option<Id>>>,
    /// The node that each call writes or syncs.
    nodes: Vec<Option<Id>>,
    synced_by: Vec<usize>,
    contents: BTreeMap<Id, Vec<u8>>,
    old: Option<Seen>,
    new: Option<Seen>,
}

/// A source of bits that is the same in every run of the test.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

impl Log {
    /// Runs the program in `handbook` under strace. `None` where that may not watch others.
    fn of(handbook: &OnDisk, args: &[&str]) -> Option<Self> {
        let mut contents = BTreeMap::new();
        let before = Disk::read(&handbook.path(""), &mut contents);
        let file = tempfile::NamedTempFile::new().unwrap();
        let calls = "trace=mkdir,mkdirat,openat,creat,write,link,linkat,symlink,symlinkat,rename,\
                     renameat,renameat2,unlink,unlinkat,rmdir,fsync,fdatasync,syncfs";
        let mut strace = Command::new("strace");
        strace
            .current_dir(handbook.path(""))
            .args(["-f", "-y", "-s", "0", "-e", calls, "-o"]);
        strace
            .arg(file.path())
            .arg(env!("CARGO_BIN_EXE_transferbuch"))
            .args(args);
        // One thread: then no two calls are at work at once.
        strace.env("RAYON_NUM_THREADS", "1");
        if Command::new("strace")
            .arg("-o/dev/null")
            .arg("true")
            .status()
            .is_err()
        {
            return None;
        }
        let run = output(&mut strace);
        if run.stderr.contains("ptrace") {
            return None;
        }
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let root = handbook.path("").canonicalize().unwrap();
        let text = fs::read_to_string(file.path()).unwrap();
        let calls: Vec<Call> = text
            .lines()
            .filter_map(|line| call(line, root.to_str().unwrap()))
            .collect();
        let mut log = Self {
            old: before.seen("site"),
            before,
            folders: Vec::new(),
            nodes: Vec::new(),
            synced_by: Vec::new(),
            calls,
            contents,
            new: None,
        };
        let mut disk = log.before.clone();
        for (number, call) in log.calls.iter().enumerate() {
            let around = |path: &String| disk.at(split(path).0);
            log.folders.push(match call {
                Call::Rename(a, b) | Call::Exchange(a, b) => vec![around(a), around(b)],
                Call::MakeFolder(path) | Call::Make(path) | Call::Remove(path) => {
                    vec![around(path)]
                }
                Call::HardLink(_, path) | Call::SymLink(_, path) => vec![around(path)],
                Call::Write(_) | Call::Sync(_) | Call::SyncAll => Vec::new(),
            });
            disk.apply(call, log.id(number));
            log.nodes.push(match call {
                Call::Make(path) | Call::Write(path) | Call::Sync(path) => disk.at(path),
                _ => None,
            });
        }
        log.synced_by = log.synced_by();
        log.new = disk.seen("site");
        let real = files(&handbook.path("site"));
        for (path, id) in log.new.as_ref().unwrap() {
            log.contents
                .insert(*id, real[path.trim_start_matches('/')].clone());
        }
        let paths = |seen: &Seen| {
            seen.keys()
                .map(|path| path[1..].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            paths(log.new.as_ref().unwrap()),
            real.keys().cloned().collect::<Vec<_>>(),
            "the model of the disk has what the disk has"
        );
        Some(log)
    }

    fn is_in_place(&self) -> bool {
        self.calls
            .iter()
            .any(|call| matches!(call, Call::MakeFolder(path) if path == "site/.transferbuch"))
    }

    fn id(&self, call: usize) -> Id {
        self.before.nodes.len() + 1 + call
    }

    /// For each call, the one by which it is on the disk for sure: one that syncs everything, or all the
    /// folders that it changed.
    fn synced_by(&self) -> Vec<usize> {
        let syncs = |at: &usize| matches!(self.calls[*at], Call::Sync(_) | Call::SyncAll);
        let syncs: Vec<usize> = (0..self.calls.len()).filter(syncs).collect();
        let synced_by = |number: usize| {
            let later = || syncs.iter().copied().filter(move |at| *at > number);
            let all = later().find(|at| self.calls[*at] == Call::SyncAll);
            let folders = self.folders[number].iter();
            let each = folders.map(|folder| later().find(|at| self.nodes[*at] == *folder));
            let each = each.collect::<Option<Vec<usize>>>().unwrap_or_default();
            let each = each.into_iter().max();
            [all, each]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(usize::MAX)
        };
        (0..self.calls.len()).map(synced_by).collect()
    }

    /// The disk when the power goes out after `end` calls, and the files whose content is lost.
    fn cut(&self, end: usize, order: Order, dice: &mut Dice) -> (Disk, BTreeSet<Id>) {
        let is_synced = |number: usize| self.synced_by[number] < end;
        let last = (0..end)
            .rev()
            .find(|at| is_synced(*at))
            .map_or(0, |last| last + 1);
        let kept = last + dice.roll(end - last + 1);
        let mut disk = self.before.clone();
        for (number, call) in self.calls[..end].iter().enumerate() {
            let is_there = match order {
                Order::Kept => number < kept,
                Order::None => is_synced(number) || dice.roll(2) == 0,
            };
            if is_there {
                disk.apply(call, self.id(number));
            }
        }
        let mut written: BTreeMap<Id, usize> = BTreeMap::new();
        for number in 0..end {
            match (&self.calls[number], self.nodes[number]) {
                (Call::Make(_) | Call::Write(_), Some(id)) => {
                    written.insert(id, number);
                }
                (Call::Sync(_), Some(id)) => {
                    written.remove(&id);
                }
                (Call::SyncAll, _) => written.clear(),
                _ => {}
            }
        }
        (disk, written.into_keys().collect())
    }

    /// Why what stands at the site is neither the old one nor the new one.
    fn broken(&self, disk: &Disk, lost: &BTreeSet<Id>) -> Option<String> {
        let seen = disk.seen("site");
        if seen != self.old && seen != self.new {
            return Some("the site is mixed or in part".into());
        }
        let seen = seen.unwrap_or_default();
        let (path, _) = seen.iter().find(|(_, id)| lost.contains(id))?;
        Some(format!("{path} has lost its content"))
    }

    /// Lets the power go out after each call, and gives what is broken then.
    fn all_broken(&self, rounds: usize) -> Vec<String> {
        let mut dice = Dice(88_172_645_463_325_252);
        let mut broken = Vec::new();
        // Little happens while files are written, and much once they are.
        let is_event = |at: usize| {
            let call = self.calls.get(at);
            call.is_some_and(|call| {
                matches!(
                    call,
                    Call::Sync(_) | Call::SyncAll | Call::Rename(..) | Call::Exchange(..)
                )
            })
        };
        let near = |at: usize| (at.saturating_sub(3)..at + 2).any(is_event);
        let end = self.calls.len();
        let turns = (0..=end).filter(|at| at % 50 == 0 || near(*at) || *at + 3 > end);
        for end in turns {
            for order in [Order::Kept, Order::None] {
                for _ in 0..rounds {
                    let (disk, lost) = self.cut(end, order, &mut dice);
                    let found = self.broken(&disk, &lost);
                    broken.extend(found.map(|found| format!("{order:?} after {end}: {found}")));
                }
            }
        }
        broken
    }

    /// The same run if nothing had been synced.
    fn without_sync(mut self) -> Self {
        for (call, node) in self.calls.iter_mut().zip(&mut self.nodes) {
            if matches!(call, Call::Sync(_) | Call::SyncAll) {
                // Numbers of nodes come from those of calls, so none goes.
                *call = Call::Write(String::new());
                *node = None;
            }
        }
        self.synced_by = self.synced_by();
        self
    }
}

/// The call that a line of strace tells of, if it changed something below `root`.
fn call(line: &str, root: &str) -> Option<Call> {
    assert!(!line.contains("unfinished"), "two calls at once: {line}");
    let line = line
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start();
    let (name, rest) = line.split_once('(')?;
    let (inner, result) = rest.rsplit_once(" = ")?;
    let inner = inner.trim_end().strip_suffix(')')?;
    if result.starts_with('-') {
        return None;
    }
    let words = arguments(inner);
    let place = |base: Option<usize>, path: usize| {
        let path = words[path].trim_matches('"');
        let base = base.map(|at| in_brackets(&words[at])).unwrap_or_default();
        let whole = if path.starts_with('/') || base.is_empty() {
            path.to_owned()
        } else {
            format!("{base}/{path}")
        };
        let parts = whole
            .split('/')
            .filter(|part| *part != "." && !part.is_empty());
        let whole = format!("/{}", parts.collect::<Vec<_>>().join("/"));
        Some(whole.strip_prefix(root)?.trim_start_matches('/').to_owned())
    };
    let open = |at: usize| {
        Some(
            in_brackets(&words[at])
                .strip_prefix(root)?
                .trim_start_matches('/')
                .to_owned(),
        )
    };
    Some(match name {
        "mkdir" => Call::MakeFolder(place(None, 0)?),
        "mkdirat" => Call::MakeFolder(place(Some(0), 1)?),
        "openat" if words[2].contains("O_CREAT") => Call::Make(place(Some(0), 1)?),
        "write" => Call::Write(open(0)?),
        "link" => Call::HardLink(place(None, 0)?, place(None, 1)?),
        "linkat" => Call::HardLink(place(Some(0), 1)?, place(Some(2), 3)?),
        "symlink" => Call::SymLink(words[0].trim_matches('"').into(), place(None, 1)?),
        "symlinkat" => Call::SymLink(words[0].trim_matches('"').into(), place(Some(1), 2)?),
        "rename" => Call::Rename(place(None, 0)?, place(None, 1)?),
        "renameat" => Call::Rename(place(Some(0), 1)?, place(Some(2), 3)?),
        "renameat2" if words[4].contains("EXCHANGE") => {
            Call::Exchange(place(Some(0), 1)?, place(Some(2), 3)?)
        }
        "renameat2" => Call::Rename(place(Some(0), 1)?, place(Some(2), 3)?),
        "unlink" | "rmdir" => Call::Remove(place(None, 0)?),
        "unlinkat" => Call::Remove(place(Some(0), 1)?),
        "fsync" | "fdatasync" => Call::Sync(open(0)?),
        "syncfs" => Call::SyncAll,
        _ => return None,
    })
}

/// The path that strace gives for an open file.
fn in_brackets(word: &str) -> &str {
    let inner = word
        .split_once('<')
        .and_then(|(_, rest)| rest.rsplit_once('>'));
    inner.map_or("", |(path, _)| path)
}

fn arguments(inner: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in inner.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                words.push(std::mem::take(&mut word));
                continue;
            }
            ' ' if !quoted && word.is_empty() => continue,
            _ => {}
        }
        word.push(c);
    }
    words.push(word);
    words
}

/// The files of a disk after the power came back and the program put it in order.
fn after_repair(log: &Log, end: usize, order: Order, dice: &mut Dice) -> Files {
    let (disk, lost) = log.cut(end, order, dice);
    let near: Vec<&Call> = log.calls[end.saturating_sub(5)..end].iter().collect();
    if !log.is_in_place() {
        assert_eq!(log.broken(&disk, &lost), None, "{order:?} after {near:?}");
    }
    let again = OnDisk::empty();
    disk.lay_out(&again.path(""), &log.contents, &lost);
    let verified = again.run(&["--lang", "en", "verify", "site"]);
    assert_eq!(
        verified.code,
        Some(0),
        "{order:?} after {near:?}: {}",
        verified.stderr
    );
    let mut site = files(&again.path("site"));
    site.retain(|path, _| !path.starts_with(".transferbuch/"));
    release(&again, &["9.0"]);
    let verified = again.run(&["--lang", "en", "verify", "site"]);
    assert_eq!(verified.code, Some(0), "after {end}: {}", verified.stderr);
    assert!(!again.path(".site.transferbuch").exists());
    site
}

#[test]
fn a_release_survives_the_power_going_out() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    release(&handbook, &["1.1"]);
    let old = files(&handbook.path("site"));
    handbook.write("content/index.md", "# Anders\n");
    let args = ["release", "1.2", "--quiet", "--onto", "site", "--date", DAY];
    let Some(log) = Log::of(&handbook, &args) else {
        eprintln!("strace isn't installed or may not watch others: nothing was tried");
        return;
    };
    let new = files(&handbook.path("site"));
    assert_eq!(log.all_broken(6), Vec::<String>::new());
    let is_exchange =
        |call: &Call| matches!(call, Call::Exchange(a, b) if a == "site" || b == "site");
    let swapped = log
        .calls
        .iter()
        .position(is_exchange)
        .expect("the trees are exchanged");
    let mut dice = Dice(362_436_069);
    for end in [
        swapped,
        swapped + 1,
        swapped + 3,
        swapped + 4,
        swapped + 6,
        log.calls.len(),
    ] {
        for order in [Order::Kept, Order::None] {
            let site = after_repair(&log, end.min(log.calls.len()), order, &mut dice);
            assert!(site == old || site == new, "{order:?} after {end}");
        }
    }
    assert!(
        !log.without_sync().all_broken(6).is_empty(),
        "the model loses what isn't synced"
    );
}

#[test]
fn a_release_in_place_is_brought_to_its_end_after_the_power_went_out() {
    let handbook = handbook().on_disk();
    let args = |version| {
        let onto = ["--onto", "site", "--date", DAY];
        [&["release", version, "--quiet", "--in-place"], &onto[..]].concat()
    };
    assert_eq!(handbook.run(&args("1.0")).code, Some(0));
    let old = files(&handbook.path("site"));
    handbook.write("content/index.md", "# Anders\n");
    let Some(mut log) = Log::of(&handbook, &args("1.1")) else {
        eprintln!("strace isn't installed or may not watch others: nothing was tried");
        return;
    };
    let new = files(&handbook.path("site"));
    // Nothing that is left after the run has the note.
    let is_made =
        |call: &Call| matches!(call, Call::Make(path) if path.ends_with("in-place.json.part"));
    let made = log
        .calls
        .iter()
        .position(is_made)
        .expect("a note is written");
    let gone: Vec<&String> = old.keys().filter(|path| !new.contains_key(*path)).collect();
    let note = serde_json::json!({"format": 1, "remove": gone});
    log.contents
        .insert(log.id(made), note.to_string().into_bytes());
    let is_note =
        |call: &Call| matches!(call, Call::Rename(_, to) if to.ends_with("in-place.json"));
    let noted = log
        .calls
        .iter()
        .position(is_note)
        .expect("a note is written");
    let mut dice = Dice(521_288_629);
    let (mut kept, mut ended) = (0, 0);
    for end in [
        noted - 3,
        noted + 1,
        noted + 2,
        noted + 3,
        noted + 9,
        noted + 40,
        noted + 90,
    ] {
        for order in [Order::Kept, Order::None] {
            let site = after_repair(&log, end, order, &mut dice);
            assert!(site == old || site == new, "{order:?} after {end}");
            *if site == old { &mut kept } else { &mut ended } += 1;
        }
    }
    assert!(kept > 1 && ended > 7, "{kept} {ended}");
}

#[test]
fn a_build_survives_the_power_going_out_unless_it_may_not_wait() {
    let small = Handbook::new("--- content/index.md\n# Eins\n--- content/b.md\n# B\n");
    let build = |args: &[&str]| {
        let handbook = small.on_disk();
        let always = ["build", "--quiet", "--out", "site"];
        assert_eq!(handbook.run(&always).code, Some(0));
        handbook.write("content/index.md", "# Zwei\n");
        Log::of(&handbook, &[&always[..], args].concat())
    };
    let Some(log) = build(&[]) else {
        eprintln!("strace isn't installed or may not watch others: nothing was tried");
        return;
    };
    assert_eq!(log.all_broken(6), Vec::<String>::new());
    let quick = build(&["--no-sync"]).unwrap();
    assert!(
        !quick
            .calls
            .iter()
            .any(|call| matches!(call, Call::Sync(_) | Call::SyncAll))
    );
    assert!(!quick.all_broken(6).is_empty());
}

#[test]
fn a_first_site_is_there_as_a_whole_or_not_at_all_when_the_power_goes_out() {
    let handbook = handbook().on_disk();
    let args = ["release", "1.0", "--quiet", "--onto", "site", "--date", DAY];
    let Some(log) = Log::of(&handbook, &args) else {
        eprintln!("strace isn't installed or may not watch others: nothing was tried");
        return;
    };
    assert_eq!(log.all_broken(6), Vec::<String>::new());
}
