//! Every sort of finding, with its exact text: what is wrong, where, and what to type instead.

#[path = "../support/mod.rs"]
mod support;

mod accessibility;
mod addresses;
mod aliases;
mod content;
mod drafts;
mod explanations;
mod files;
mod front_matter;
mod html;
mod kinds;
mod language;
mod languages;
mod legal;
mod links;
mod media;
mod near_misses;
mod outside;
mod policy;
mod published;
mod reading;
mod relations;
mod releases;
mod rights;
mod runs;
mod search;
mod settings;
mod target;
mod text;
mod themes;
mod values;
mod yaml;
