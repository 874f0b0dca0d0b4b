//! The author's editor: how it is told file and line.
//!
//! 1. An [`Editor`] is a command, an address that a program has registered, or nothing yet. Commands that are
//!    known get the line as they want it; any other says itself where it belongs, or gets the file alone.
//! 2. [`Editor::open`] starts it, and waits a moment for it to fail.
//! 3. Where nothing is decided, the author may also take the program that [the system](open_with_system) has
//!    for such files, which gets the file alone.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may take to say that it can't.
const FAILS_WITHIN: Duration = Duration::from_millis(1200);
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// How much of what it says is read.
const SAID_MAX: u64 = 2000;

const FILE: &str = "{file}";
const LINE: &str = "{line}";

/// What programs are given that are known, by the beginning of their names.
const KNOWN: [(&[&str], &[&str]); 7] = [
    (
        &["code", "codium", "cursor", "windsurf", "positron"],
        &["--goto", "{file}:{line}"],
    ),
    (&["subl", "zed", "zeditor"], &["{file}:{line}"]),
    (&["kate", "kwrite", "mate"], &["--line", "{line}", "{file}"]),
    (
        &[
            "idea",
            "pycharm",
            "webstorm",
            "phpstorm",
            "rustrover",
            "fleet",
        ],
        &["--line", "{line}", "{file}"],
    ),
    (&["notepad++"], &["-n{line}", "{file}"]),
    (&["emacsclient"], &["-n", "+{line}", "{file}"]),
    (
        &["gedit", "xed", "pluma", "geany", "gvim", "mvim", "emacs"],
        &["+{line}", "{file}"],
    ),
];

/// Programs that need a terminal of their own.
const IN_TERMINAL: [&str; 14] = [
    "vi", "vim", "nvim", "nano", "pico", "hx", "helix", "micro", "joe", "mcedit", "ne", "kak",
    "ed", "less",
];

/// Addresses that editors register, and their names.
const ADDRESSES: [(&str, &str); 5] = [
    ("VS Code", "vscode://file{file}:{line}"),
    ("VSCodium", "vscodium://file{file}:{line}"),
    ("Cursor", "cursor://file{file}:{line}"),
    ("Zed", "zed://file{file}:{line}"),
    ("IntelliJ IDEA", "idea://open?file={file}&line={line}"),
];

/// How a file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Editor {
    /// By starting a program with these words.
    Command(Vec<String>),
    /// By an address that a browser hands on.
    Address(String),
    /// Not decided: the author chooses.
    Undecided,
}

/// What came of opening a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opened {
    /// The program runs.
    Yes,
    /// The browser is to follow one of these, by name.
    At(Vec<(String, String)>),
    /// The program failed, in its own words or those of the system.
    Failed { program: String, problem: String },
}

impl Editor {
    /// The one that `words` name, as an author writes them on the command line; none where it needs a
    /// terminal of its own, or where nothing is named.
    pub fn parse(words: &str) -> Option<Self> {
        if words.contains("://") {
            let full = words.contains(FILE);
            let rest = if full { "" } else { "{file}:{line}" };
            return Some(Self::Address(format!("{}{rest}", words.trim())));
        }
        let words = split(words);
        let name = name_of(words.first()?);
        let says_where = words.iter().any(|word| word.contains(FILE));
        if !says_where && IN_TERMINAL.contains(&name.as_str()) {
            return None;
        }
        let known = KNOWN
            .iter()
            .find(|(names, _)| names.contains(&name.as_str()));
        let more: &[&str] = match known {
            _ if says_where => &[],
            Some((_, more)) => more,
            None => &[FILE],
        };
        let more = more.iter().map(|word| (*word).to_owned());
        Some(Self::Command(words.into_iter().chain(more).collect()))
    }

    /// Opens `file`, an absolute path, at `line`.
    pub(super) fn open(&self, file: &Path, line: usize) -> Opened {
        let shown = file.to_string_lossy();
        let filled = |word: &str| word.replace(LINE, &line.to_string()).replace(FILE, &shown);
        match self {
            Self::Command(words) => {
                let words: Vec<String> = words.iter().map(|word| filled(word)).collect();
                start(&words)
            }
            Self::Address(address) => {
                let name = address.split(':').next().unwrap_or_default();
                Opened::At(vec![(name.to_owned(), at(address, file, line))])
            }
            Self::Undecided => {
                let named =
                    |(name, address): &(&str, &str)| ((*name).to_owned(), at(address, file, line));
                Opened::At(ADDRESSES.iter().map(named).collect())
            }
        }
    }
}

/// The address of a place in a file.
fn at(address: &str, file: &Path, line: usize) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let path = crate::source::percent_encode(&path, crate::source::RESERVED_IN_PATH);
    // On Windows an absolute path begins with a drive.
    let slash = if path.starts_with('/') { "" } else { "/" };
    let path = format!("{slash}{path}");
    address
        .replace(LINE, &line.to_string())
        .replace(FILE, &path)
}

fn start(words: &[String]) -> Opened {
    let Some((program, args)) = words.split_first() else {
        return Opened::At(Vec::new());
    };
    let spawn = |program: &str| {
        let mut command = Command::new(program);
        command.args(args);
        spawn(command)
    };
    let started = spawn(program);
    #[cfg(windows)]
    let started = started.or_else(|_| spawn(&format!("{program}.cmd")));
    outcome(program, started)
}

/// Opens `file` with the program that the system has for files of its kind.
pub(super) fn open_with_system(file: &Path) -> Opened {
    let mut failed = Vec::new();
    for command in open::commands(file) {
        let program = command.get_program().to_string_lossy().into_owned();
        match outcome(&program, spawn(command)) {
            failure @ Opened::Failed { .. } => failed.push(failure),
            opened => return opened,
        }
    }
    // The first is what the system has; the others are what older ones had.
    failed.into_iter().next().unwrap_or(Opened::At(Vec::new()))
}

fn spawn(mut command: Command) -> io::Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(Stdio::piped()).spawn()
}

/// What came of starting `program`.
fn outcome(program: &str, started: io::Result<Child>) -> Opened {
    let failed = |problem: String| Opened::Failed {
        program: program.to_owned(),
        problem,
    };
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return failed(error.to_string()),
    };
    let said = child.stderr.take();
    let begun = Instant::now();
    while begun.elapsed() < FAILS_WITHIN {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Opened::Yes,
            Ok(Some(status)) => {
                let mut text = String::new();
                if let Some(said) = said {
                    let _ = said.take(SAID_MAX).read_to_string(&mut text);
                }
                let line = text.lines().map(str::trim).find(|line| !line.is_empty());
                return failed(line.map_or_else(|| status.to_string(), str::to_owned));
            }
            Ok(None) => thread::sleep(LOOK_EVERY),
            Err(error) => return failed(error.to_string()),
        }
    }
    // It runs on. What it says must be read, and its end be noticed.
    thread::spawn(move || {
        if let Some(mut said) = said {
            let _ = io::copy(&mut said, &mut io::sink());
        }
        let _ = child.wait();
    });
    Opened::Yes
}

/// The words of a command line. Quotation marks keep words together.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for character in line.chars() {
        match quote {
            Some(mark) if mark == character => quote = None,
            None if character == '"' || character == '\'' => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            None if character.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

/// The name by which a program is known.
fn name_of(program: &str) -> String {
    let name = PathBuf::from(program.replace('\\', "/"));
    let name = name.file_stem().unwrap_or_default().to_string_lossy();
    let name = name.to_lowercase();
    name.trim_end_matches("-insiders").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(words: &str) -> Vec<String> {
        match Editor::parse(words) {
            Some(Editor::Command(words)) => words,
            other => panic!("{words}: {other:?}"),
        }
    }

    #[test]
    fn editors_get_the_line_as_they_want_it() {
        assert_eq!(
            command("code -r"),
            ["code", "-r", "--goto", "{file}:{line}"]
        );
        assert_eq!(
            command("\"/opt/Sublime Text/subl\""),
            ["/opt/Sublime Text/subl", "{file}:{line}"]
        );
        assert_eq!(
            command("xterm -e vim +{line} '{file}'"),
            ["xterm", "-e", "vim", "+{line}", "{file}"]
        );
        assert_eq!(command("typora"), ["typora", "{file}"]);
        assert_eq!(Editor::parse("vim"), None);
        assert_eq!(Editor::parse("/usr/bin/nano -w"), None);
        assert_eq!(Editor::parse("  "), None);
        let address = Editor::parse("vscode://file");
        assert_eq!(
            address,
            Some(Editor::Address("vscode://file{file}:{line}".into()))
        );
    }

    #[test]
    fn addresses_name_file_and_line() {
        let file = Path::new("/home/amt/Für alle/a b.md");
        let Opened::At(addresses) = Editor::Undecided.open(file, 7) else {
            panic!("there is no command");
        };
        let (name, address) = &addresses[0];
        assert_eq!(name, "VS Code");
        assert_eq!(address, "vscode://file/home/amt/F%C3%BCr%20alle/a%20b.md:7");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_fails_says_why() {
        let file = Path::new("/tmp/a.md");
        let open = |words: &str| Editor::parse(words).unwrap().open(file, 1);
        assert_eq!(open("true"), Opened::Yes);
        assert!(matches!(
            open("no-such-editor-anywhere"),
            Opened::Failed { .. }
        ));
        let failed = open("sh -c 'echo no display >&2; exit 3' {file}");
        let problem = "no display".to_owned();
        let program = "sh".to_owned();
        assert_eq!(failed, Opened::Failed { program, problem });
    }
}
