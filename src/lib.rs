//! Transferbuch: a static site generator for digital transfer handbooks.
//!
//! A handbook goes one way, and each stage has a type of its own:
//!
//! ```text
//! Snapshot -> Parsed -> Site -> Linked -> Plan -> page by page: Rendered -> sink
//! ```
//!
//! A module uses modules of lower ranks, and of its own rank one way; those below rank 10 touch no file, clock,
//! environment, network or terminal. `tests/house.rs` holds both.

pub mod diagnostic; // rank 0
pub mod source; // rank 0
pub mod text; // rank 0

pub mod prose; // rank 1
pub mod yaml; // rank 1

pub mod config; // rank 2
pub mod kind; // rank 2

pub mod markdown; // rank 3
pub mod schema; // rank 3

pub mod site; // rank 4

pub mod link; // rank 5

pub mod check; // rank 6
pub mod content; // rank 6
pub mod highlight; // rank 6
pub mod html; // rank 6
pub mod release; // rank 6
pub mod search; // rank 6

pub mod pages; // rank 7
pub mod theme; // rank 7

pub mod output; // rank 8

pub mod pipeline; // rank 9

pub mod cli; // rank 10
pub mod disk; // rank 10
pub mod external; // rank 10
pub mod publish; // rank 10
pub mod serve; // rank 10
pub mod watch; // rank 10
