//! Every sort of finding, with its exact text: what is wrong, where, and what to type instead.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its helpers are called with literals"
)]

#[path = "../support/mod.rs"]
mod support;

mod accessibility;
mod content;
mod explanations;
mod files;
mod front_matter;
mod html;
mod kinds;
mod language;
mod languages;
mod legal;
mod links;
mod near_misses;
mod outside;
mod policy;
mod relations;
mod releases;
mod rights;
mod runs;
mod search;
mod settings;
mod target;
mod text;
mod themes;
mod yaml;
