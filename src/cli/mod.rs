//! The command line.
//!
//! 1. [`main`] chooses the language of messages and reads the arguments; [`help`] tells what they mean
//!    and what is wrong with them.
//! 2. Each command is a module with a function from its arguments to an exit code.
//! 3. [`run`] reads, loads and renders; [`report`] writes findings; [`terminal`] knows whether there is one and shows progress.
//!
//! Exit codes: 0 nothing wrong, 1 findings of severity error, 2 wrong usage or no handbook.

/// As `println!`, but whoever reads only the beginning and closes the pipe has what they want.
macro_rules! outln {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($arg)*);
    }};
}

/// As `eprint!`, but nobody has to read it.
macro_rules! err {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = write!(std::io::stderr(), $($arg)*);
    }};
}

/// As `eprintln!`, but nobody has to read it.
macro_rules! errln {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), $($arg)*);
    }};
}

mod add;
mod archive;
mod args;
mod book;
mod build;
mod check;
mod ci;
mod context;
mod create;
mod explain;
mod external;
mod failure;
mod fix;
mod help;
mod init;
mod licences;
mod man;
mod release;
mod report;
mod run;
mod schema;
mod search;
mod terminal;
mod theme;
mod translate;
mod verify;
mod watch;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::disk::{self, NoRoot, Root};
use crate::pipeline::{Handbook, Memo, load};
use crate::site::Options;
use crate::source::Snapshot;
use crate::text::{Arg, Args as TextArgs, Catalog, Language, program};
use args::{Args, Command, Common};

/// Something is wrong with the handbook.
const FINDINGS: u8 = 1;
/// What messages get where no name is like the one that was given.
const NO_SUGGESTION: &str = "none";
/// The program was called wrongly, or there is no handbook.
const USAGE: u8 = 2;

/// How many handbooks in folders below are named.
const BELOW_MAX: usize = 5;

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let words = help::asked_for(std::env::args_os().collect());
    let language = help::language(&words);
    let texts = program(language);
    let mut command = help::command(texts);
    let matches = command.try_get_matches_from_mut(words);
    let args = match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => return ExitCode::from(help::print_error(&error, &command, texts)),
    };
    failure::tell(texts);
    let session = Session::new(&args.common, language);
    let code = match args.command {
        Command::Init(init) => init::run(&session, &init),
        Command::Add(add) => add::run(&session, &add),
        Command::Build(build) => build::run(&session, &build),
        Command::Check(check) => check::run(&session, &check),
        Command::Watch(watch) => watch::run(&session, &watch),
        Command::Explain(explain) => explain::run(&session, &explain),
        Command::Release(release) => release::run(&session, &release),
        Command::Book(book) => book::run(&session, &book),
        Command::Archive(archive) => archive::run(&session, &archive),
        Command::Verify(verify) => verify::run(&session, &verify),
        Command::Search(search) => search::run(&session, &search),
        Command::Translate(translate) => translate::run(&session, &translate),
        Command::Context(context) => context::run(&session, &context),
        Command::Schema(schema) => schema::run(&session, &schema),
        Command::Theme(theme) => theme::run(&session, &theme),
        Command::Man(man) => man::run(&session, command, &man),
        Command::Licences => licences::run(),
        Command::Completions { shell } => {
            let name = command.get_name().to_owned();
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, name, &mut script);
            outln!("{}", String::from_utf8_lossy(&script).trim_end());
            0
        }
    };
    ExitCode::from(code)
}

/// A handbook that a command looks at.
struct Opened {
    root: PathBuf,
    snapshot: Snapshot,
    handbook: Handbook,
}

impl Opened {
    /// The handbook at `root` as it is, with all findings.
    fn new(root: PathBuf, drafts: bool) -> Self {
        let (snapshot, findings) = disk::read(&root);
        let options = Options {
            drafts,
            ..Options::default()
        };
        let mut handbook = load(&snapshot, options, &mut Memo::default());
        handbook.report(findings);
        Self {
            root,
            snapshot,
            handbook,
        }
    }
}

/// What all commands know.
struct Session {
    language: Language,
    texts: &'static Catalog,
    quiet: bool,
    colour: bool,
    folder: PathBuf,
}

impl Session {
    fn new(common: &Common, language: Language) -> Self {
        Self {
            language,
            texts: program(language),
            quiet: common.quiet,
            colour: terminal::colour(common.color, &io::stderr()),
            folder: common
                .handbook
                .clone()
                .unwrap_or_else(|| PathBuf::from(".")),
        }
    }

    /// A message with its arguments.
    fn text<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> String {
        self.texts
            .get(id, &TextArgs::from(args))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Says something, unless it should be quiet.
    fn say<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) {
        if !self.quiet {
            errln!("{}", self.text(id, args));
        }
    }

    /// A number with so many digits behind the point, as the language at hand writes it.
    fn decimal(&self, number: f64, digits: usize) -> String {
        let point = self.texts.plain("decimal-separator");
        format!("{number:.digits$}").replace('.', &point)
    }

    /// Says why the program can't do what it was called for.
    fn refuse<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> u8 {
        let error = self.texts.plain("severity-error");
        errln!("{error}: {}", self.text(id, args));
        USAGE
    }

    /// The handbook at hand as it is, with all findings; the exit code when there is none.
    fn open(&self, drafts: bool) -> Result<Opened, u8> {
        Ok(Opened::new(self.root()?, drafts))
    }

    /// The root of the handbook, or the exit code when there is none. A bare folder of Markdown is only
    /// looked at and built.
    fn root(&self) -> Result<PathBuf, u8> {
        let root = self.root_or_bare()?;
        if root.is_bare {
            let folder = root.path.display().to_string();
            return Err(self.refuse("bare-folder", [("folder", folder.into())]));
        }
        Ok(root.path)
    }

    /// The root of the handbook or the bare folder; the exit code when there is neither.
    fn root_or_bare(&self) -> Result<Root, u8> {
        disk::find_root(&self.folder).map_err(|none| {
            let folder = ("folder", self.folder.display().to_string().into());
            match none {
                NoRoot::Nothing => self.refuse("no-handbook", [folder]),
                NoRoot::Below(found) => {
                    let way = |below: &PathBuf| format!("cd {}", typed(&self.folder.join(below)));
                    let ways: Vec<String> = found.iter().take(BELOW_MAX).map(way).collect();
                    let ways = ("ways", ways.join("\n").into());
                    self.refuse("handbooks-below", [folder, ways])
                }
            }
        })
    }
}

/// A path as it is typed in a terminal.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:~+,".contains(c);
    if path.chars().all(is_plain) {
        path
    } else {
        format!("\"{path}\"")
    }
}
