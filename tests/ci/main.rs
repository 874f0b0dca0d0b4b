//! What a CI run, and an author with an old handbook, need of `check`.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its helpers are called with literals"
)]

#[path = "../support/mod.rs"]
mod support;

mod baseline;
mod external;
mod fix;
mod formats;
mod platforms;
mod releases;
mod schema;
