//! Transferbuch: a static site generator for digital transfer handbooks.
//!
//! A handbook goes one way, and each stage has a type of its own:
//!
//! ```text
//! Snapshot -> Parsed -> Site -> Linked -> Plan -> page by page: Rendered -> sink
//! ```
//!
//! [`pipeline::load`] is that way up to the plan, from files in memory:
//!
//! ```
//! use transferbuch::pipeline::{Memo, load};
//! use transferbuch::site::Options;
//! use transferbuch::source::{HandbookPath, Snapshot};
//!
//! let mut snapshot = Snapshot::default();
//! let path = HandbookPath::parse("content/a.md").expect("it leads nowhere else");
//! snapshot.insert_text(path, "# A\n\n[Elsewhere](b.md)\n".into());
//! let handbook = load(&snapshot, Options::default(), &mut Memo::default());
//! assert_eq!(handbook.findings[0].code.slug, "unknown-chapter");
//! ```
//!
//! A module uses modules of lower layers, and of its own layer one way; those below layer 10 touch no file, clock,
//! environment, network or terminal. `tests/architecture.rs` holds both.

// The first lines of a module name the private parts that take its steps.
#![allow(rustdoc::private_intra_doc_links)]
// What tests and benches need not hold; all the rest is in `Cargo.toml`.
#![warn(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used
)]

pub mod diagnostic; // layer 0
pub mod source; // layer 0
pub mod text; // layer 0

pub mod picture; // layer 1
mod prose; // layer 1
pub mod recording; // layer 1
pub mod yaml; // layer 1

pub mod config; // layer 2
pub mod kind; // layer 2

mod markdown; // layer 3
mod schema; // layer 3

pub mod site; // layer 4

mod link; // layer 5

pub mod check; // layer 6
mod content; // layer 6
mod highlight; // layer 6
pub mod html; // layer 6
pub mod release; // layer 6
pub mod search; // layer 6

pub mod pages; // layer 7
mod theme; // layer 7

pub mod book; // layer 8
mod desk; // layer 8
pub mod output; // layer 8

pub mod pipeline; // layer 9

pub mod cli; // layer 10
pub mod disk; // layer 10
pub mod external; // layer 10
mod publish; // layer 10
mod serve; // layer 10
mod watch; // layer 10
