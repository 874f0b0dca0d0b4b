//! The `transferbuch` program.

use std::process::ExitCode;

/// A build makes thousands of small allocations per page, on all cores.
#[cfg(all(
    feature = "jemalloc",
    any(all(target_os = "linux", target_env = "gnu"), target_os = "macos")
))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    transferbuch::cli::main()
}
