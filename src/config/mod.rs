//! What the files beside the content say about the handbook as a whole.
//!
//! 1. [`Config::read`] gives `handbook.yml` as typed settings; every key has a default, so a bare
//!    folder of Markdown is a handbook too.
//! 2. [`glossary::read`] gives `glossary.yml`, [`synonyms::read`] gives `synonyms.yml`,
//!    [`queries::read`] gives `search.yml`.
//! 3. A [`baseline::Baseline`] holds findings that are known.

pub mod baseline;
pub mod glossary;
mod handbook;
pub mod language;
mod localized;
pub mod queries;
pub mod synonyms;
mod translations;

pub use handbook::{Config, FILE, LEVELS, Legal, LegalPage};
pub use localized::Localized;
pub use translations::Translations;
