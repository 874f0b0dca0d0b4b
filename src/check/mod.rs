//! Checks of content that need the whole site, one file each.
//!
//! [`all`] runs every check over the linked site and gives what they found. What a single file
//! shows by itself is found where that file is read.

mod code;
pub mod queries;
pub mod translations;
pub mod version;

use crate::diagnostic::Finding;
use crate::link::Linked;

/// Everything that the checks find.
pub fn all(linked: &Linked) -> Vec<Finding> {
    let checks = [code::languages, queries::pages, translations::all];
    checks.iter().flat_map(|check| check(linked)).collect()
}
