//! The arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Make a public, searchable website from a handbook's Markdown
#[derive(Debug, Parser)]
#[command(name = "transferbuch", version, about, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, clap::Args)]
pub(super) struct Common {
    /// The handbook's folder [default: the one at hand, or the one around it]
    #[arg(short = 'C', long, global = true, value_name = "DIR")]
    pub handbook: Option<PathBuf>,
    /// Language of messages: de or en [default: that of the system]
    #[arg(long, global = true, value_name = "CODE")]
    pub lang: Option<String>,
    /// Say nothing but what is wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Colours
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(Init),
    Add(Add),
    Build(Build),
    Check(Check),
    Watch(Watch),
    Explain(Explain),
    Release(Release),
    Archive(Archive),
    Verify(Verify),
    Search(Search),
    Translate(Translate),
    Context(Context),
    Schema(Schema),
    /// Print a script that completes commands in your shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Begin a handbook that builds at once
#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// The new folder; with --ci a handbook's folder too
    pub dir: PathBuf,
    /// Write the file that lets a platform check, build and publish the handbook
    #[arg(long, value_enum, value_name = "PLATFORM")]
    pub ci: Option<Platform>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Platform {
    /// GitHub Actions and Pages
    Github,
    /// GitLab CI and Pages
    Gitlab,
}

/// Begin a chapter with the fields of its kind
#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// The kind: format, tool, lesson, case, page or one of your own
    pub kind: String,
    /// The title
    pub title: String,
    /// The section to put it in, such as `formate` [default: the one with chapters of the kind]
    #[arg(long = "in", value_name = "SECTION")]
    pub section: Option<String>,
}

/// Build the website
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// Where to put it
    #[arg(short, long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Leave the search index out, for measuring what it costs
    #[arg(long, hide = true)]
    pub without_search: bool,
    #[command(flatten)]
    pub checks: Checks,
}

/// Look for mistakes without building, and review the content
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub checks: Checks,
    /// The day as of which chapters are overdue, such as 2026-11-15 [default: today]
    #[arg(long, value_name = "DATE")]
    pub today: Option<jiff::civil::Date>,
    /// Write all findings of now into the file that --baseline names
    #[arg(long, requires = "baseline", conflicts_with_all = ["fix", "freeze_ids"])]
    pub write_baseline: bool,
    /// Ask whether the addresses outside are still there. Needs the network
    #[arg(long)]
    pub external: bool,
    /// Where to keep the answers from outside [default: .external.transferbuch in the handbook]
    #[arg(long, value_name = "FILE", requires = "external")]
    pub cache: Option<PathBuf>,
    #[command(flatten)]
    pub mending: Mending,
}

/// What to write into the author's files.
#[derive(Debug, clap::Args)]
pub(super) struct Mending {
    /// Mend what is safe to mend: show the changes, ask, and write them
    #[arg(long)]
    pub fix: bool,
    /// Write each chapter's id into it, so that references hold when its file moves
    #[arg(long)]
    pub freeze_ids: bool,
    /// Write without asking
    #[arg(long)]
    pub yes: bool,
}

/// What to check, and how to report it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Checks {
    /// Include drafts
    #[arg(long)]
    pub drafts: bool,
    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,
    /// How to report what was found: for people on stderr, else on stdout
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    pub format: Format,
    /// A file of findings that are known and don't fail
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Look also for addresses that the site published in DIR has and this one wouldn't
    #[arg(long, value_name = "DIR")]
    pub against: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Lines with carets
    Human,
    /// One document, see the README
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// A code quality report of GitLab
    Gitlab,
}

/// Show the website while you write: every save is in the browser at once
#[derive(Debug, clap::Args)]
pub(super) struct Watch {
    /// The port, or the next one that is free; 0 for any
    #[arg(short, long, value_name = "N", default_value_t = 4400)]
    pub port: u16,
    /// Open the browser
    #[arg(short, long)]
    pub open: bool,
    /// Let the browser go to the chapter just saved
    #[arg(long)]
    pub follow: bool,
    /// The address to serve at; others than 127.0.0.1 can be reached from other machines
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub bind: std::net::IpAddr,
}

/// Explain a finding: what it means, and what is wrong and right
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// Its name, as in the brackets of error[unknown-key]; without one, all are listed
    pub slug: Option<String>,
}

/// Publish the handbook as a release that stays
#[derive(Debug, clap::Args)]
pub(super) struct Release {
    /// The version, such as 1.2 or 2026-11
    pub version: String,
    /// The published tree: a folder that keeps all releases
    #[arg(long, value_name = "DIR")]
    pub onto: PathBuf,
    /// The day that it carries [default: that of SOURCE_DATE_EPOCH, else of the newest chapter]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<jiff::civil::Date>,
    /// Keep the release at the root as it is
    #[arg(long)]
    pub no_latest: bool,
    /// Allow a version that is lower than one that is there
    #[arg(long)]
    pub force_lower: bool,
    /// Write former addresses of moved chapters into their front matter
    #[arg(long)]
    pub fix: bool,
    #[command(flatten)]
    pub checks: Checks,
}

/// Pack a published handbook into archives, the same bytes wherever it is done
#[derive(Debug, clap::Args)]
pub(super) struct Archive {
    /// The published folder; for an older release its own, such as published/v/1.0
    pub dir: PathBuf,
    /// Where to put the archives
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Look whether a published folder is as it was published
#[derive(Debug, clap::Args)]
pub(super) struct Verify {
    /// The folder
    pub dir: PathBuf,
}

/// Search as a reader does, over a handbook or a published site (-C)
#[derive(Debug, clap::Args)]
pub(super) struct Search {
    /// The words; without any, each line of standard input is a query
    pub query: Vec<String>,
    /// Print a JSON array of results for each query
    #[arg(long)]
    pub json: bool,
    /// How many results
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Language of the chapters [default: the handbook's first]
    #[arg(long = "in", value_name = "CODE")]
    pub language: Option<String>,
}

/// Begin a translation, or see what changed in its original
#[derive(Debug, clap::Args)]
pub(super) struct Translate {
    /// The original's file
    pub path: PathBuf,
    /// The language to translate into, such as `en`
    #[arg(value_name = "CODE")]
    pub language: String,
    /// Note that the translation is up to date
    #[arg(long)]
    pub done: bool,
}

/// Print what a chapter's template gets, as JSON
#[derive(Debug, clap::Args)]
pub(super) struct Context {
    /// The chapter's file
    pub path: PathBuf,
}

/// Print a JSON Schema, for editors that complete and check while one types
#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    /// What it describes
    #[arg(value_enum, default_value_t = SchemaOf::FrontMatter)]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// The front matter of chapters, with the fields of the handbook's kinds
    FrontMatter,
    /// handbook.yml
    Handbook,
}
