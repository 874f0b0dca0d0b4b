//! The arguments: their shape. What is said of them stands in `src/text/*/help.ftl`, see [`super::help`].

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "transferbuch", version, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, clap::Args)]
pub(super) struct Common {
    #[arg(short = 'C', long, global = true)]
    pub handbook: Option<PathBuf>,
    #[arg(long, global = true, value_parser = ["de", "en"])]
    pub lang: Option<String>,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
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
    Book(Book),
    Archive(Archive),
    Verify(Verify),
    Search(Search),
    Translate(Translate),
    Context(Context),
    Schema(Schema),
    Theme(Theme),
    Completions { shell: clap_complete::Shell },
    Man(Man),
    Licences,
}

#[derive(Debug, clap::Args)]
pub(super) struct Init {
    pub dir: PathBuf,
    #[arg(long, value_enum)]
    pub ci: Option<Platform>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Platform {
    Github,
    Gitlab,
}

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    pub kind: String,
    /// One, in quotes or not. Without it the program says so itself, after it has looked at the kind.
    pub title: Vec<String>,
    #[arg(long = "in")]
    pub section: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Build {
    #[arg(short, long)]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub in_place: bool,
    #[arg(long)]
    pub no_sync: bool,
    #[arg(long, hide = true)]
    pub without_search: bool,
    #[command(flatten)]
    pub checks: Checks,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub checks: Checks,
    #[arg(long)]
    pub today: Option<jiff::civil::Date>,
    #[arg(long, requires = "baseline", conflicts_with_all = ["fix", "freeze_ids"])]
    pub write_baseline: bool,
    #[arg(long)]
    pub external: bool,
    #[arg(long, requires = "external")]
    pub cache: Option<PathBuf>,
    #[command(flatten)]
    pub fixes: FixArgs,
}

/// What to write into the author's files.
#[derive(Debug, clap::Args)]
pub(super) struct FixArgs {
    #[arg(long)]
    pub fix: bool,
    #[arg(long)]
    pub freeze_ids: bool,
    #[arg(long)]
    pub yes: bool,
}

/// What to check, and how to report it.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Checks {
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[arg(long)]
    pub baseline: Option<PathBuf>,
    #[arg(long)]
    pub against: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
    Github,
    Gitlab,
    Html,
    Ics,
}

#[derive(Debug, clap::Args)]
pub(super) struct Watch {
    #[arg(short, long, default_value_t = 4400)]
    pub port: u16,
    #[arg(short, long)]
    pub open: bool,
    #[arg(long)]
    pub follow: bool,
    #[arg(long, default_value = "127.0.0.1")]
    pub bind: std::net::IpAddr,
    #[arg(long)]
    pub word: Option<String>,
    #[arg(long)]
    pub editor: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    pub slug: Option<String>,
}

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(super) struct Release {
    pub version: String,
    #[arg(long)]
    pub onto: PathBuf,
    #[arg(long)]
    pub date: Option<jiff::civil::Date>,
    #[arg(long)]
    pub no_latest: bool,
    #[arg(long)]
    pub force_lower: bool,
    #[arg(long)]
    pub in_place: bool,
    #[arg(long)]
    pub fix: bool,
    #[command(flatten)]
    pub checks: Checks,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum BookFormat {
    Pdf,
    Epub,
}

#[derive(Debug, clap::Args)]
pub(super) struct Book {
    pub paths: Vec<PathBuf>,
    #[arg(long = "format", value_name = "FORMAT")]
    pub book_format: Option<BookFormat>,
    #[arg(short, long)]
    pub out: Option<PathBuf>,
    #[arg(long = "in")]
    pub language: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Archive {
    pub dir: PathBuf,
    #[arg(short, long)]
    pub out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Verify {
    pub dir: PathBuf,
    #[arg(long)]
    pub restore: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Search {
    pub query: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, default_value_t = 10)]
    pub limit: usize,
    #[arg(long, conflicts_with = "query")]
    pub missing: Option<PathBuf>,
    #[arg(long = "in")]
    pub language: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Translate {
    pub path: PathBuf,
    pub language: String,
    #[arg(long)]
    pub done: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Context {
    pub path: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    #[arg(value_enum, default_value_t = SchemaOf::FrontMatter)]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    FrontMatter,
    Handbook,
    Kind,
}

#[derive(Debug, clap::Args)]
pub(super) struct Theme {
    #[arg(value_enum)]
    pub action: ThemeAction,
    #[arg(required_if_eq("action", "eject"))]
    pub file: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeAction {
    List,
    Eject,
}

#[derive(Debug, clap::Args)]
pub(super) struct Man {
    pub page: Option<String>,
}
