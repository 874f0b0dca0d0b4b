//! The `transferbuch` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    transferbuch::cli::main()
}
