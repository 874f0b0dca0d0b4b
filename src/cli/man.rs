//! `man`: pages for the system's manual, which packages carry.

use clap::Command;
use clap_mangen::Man as Page;

use super::args::Man;
use super::{NO_SUGGESTION, Session, USAGE};
use crate::diagnostic::Suggestions;

/// Prints the page of a command, or of the program.
pub(super) fn run(session: &Session, program: Command, args: &Man) -> u8 {
    let page = match &args.page {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return unknown(session, &program, name),
        },
    };
    // Pages are found by the name that the whole command has: `man transferbuch-build`.
    let name = match &args.page {
        None => page.get_name().to_owned(),
        Some(name) => format!("{}-{name}", env!("CARGO_PKG_NAME")),
    };
    let page = page
        .name(name.clone())
        .display_name(name)
        .version(env!("CARGO_PKG_VERSION"));
    let mut text = Vec::new();
    Page::new(page)
        .render(&mut text)
        .expect("memory takes what is written");
    outln!("{}", String::from_utf8_lossy(&text).trim_end());
    0
}

fn unknown(session: &Session, program: &Command, name: &str) -> u8 {
    let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    let nearest = Suggestions::new(names.iter().copied());
    let nearest = nearest.nearest(name).unwrap_or(NO_SUGGESTION).to_owned();
    session.refuse(
        "man-unknown",
        [("name", name.into()), ("nearest", nearest.into())],
    );
    USAGE
}
