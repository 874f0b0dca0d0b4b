//! Transferbuch: a static site generator for digital transfer handbooks.
//!
//! A handbook goes one way, and each stage has a type of its own:
//!
//! ```text
//! Snapshot -> Parsed -> Site -> Linked -> page by page: Rendered -> sink
//! ```
//!
//! A module uses only modules of a lower rank; those below rank 10 touch no file, clock,
//! environment, network or terminal. `tests/house.rs` holds both.

pub mod check; // rank 6
pub mod cli;
pub mod config; // rank 2
pub mod diagnostic; // rank 0
pub mod disk; // rank 10
pub mod highlight; // rank 6
pub mod kind; // rank 2
pub mod link; // rank 5
pub mod lower; // rank 6
pub mod markdown; // rank 3
pub mod output; // rank 8
pub mod pipeline; // rank 9
pub mod search; // rank 6
pub mod site; // rank 4
pub mod source; // rank 0
pub mod text; // rank 0
pub mod theme; // rank 7
pub mod yaml; // rank 1 // rank 10
