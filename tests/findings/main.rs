//! Every sort of finding, with its exact text: what is wrong, where, and what to type instead.

#[path = "../support/mod.rs"]
mod support;

mod files;
mod front_matter;
mod kinds;
mod links;
mod policy;
mod relations;
mod runs;
mod search;
mod settings;
mod target;
mod text;
mod themes;
mod yaml;
