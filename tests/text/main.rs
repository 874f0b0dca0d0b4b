//! Nothing that was written is lost or changed unnoticed.
//!
//! 1. [`german`], [`leftovers`] and [`lost`] hold what authors really type, kind by kind.
//! 2. [`conservation`] compares the letters of a source with those of its page, by an [`oracle`] that
//!    the fuzzer has too: for chapters that are generated and mutated ([`chapters`]), for the sample,
//!    and for every case of the other tests.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its helpers are called with literals"
)]

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod chapters;
mod conservation;
mod german;
mod leftovers;
mod lost;
mod oracle;
