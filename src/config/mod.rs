//! What the files beside the content say about the handbook as a whole.
//!
//! 1. [`Config::read`] gives `handbook.yml` as typed settings; every key has a default, so a bare
//!    folder of Markdown is a handbook too.
//! 2. [`glossary::read`] gives `glossary.yml`, [`synonyms::read`] gives `synonyms.yml`,
//!    [`queries::read`] gives `search.yml`.
//! 3. A [`baseline::Baseline`] holds findings that are known.

mod base_url;
pub mod baseline;
mod book;
pub mod colour;
mod edition;
pub mod glossary;
mod handbook;
pub mod language;
mod localized;
mod logos;
mod named;
pub mod palette;
mod publish;
pub mod queries;
pub mod synonyms;
pub mod thesaurus;
mod translations;

pub use base_url::BaseUrl;
pub use book::{BookFormat, BookSettings, PaperSize};
pub use edition::EditionId;
pub use handbook::{Config, FILE, FROM, LEVELS};
pub use localized::Localized;
pub use logos::Logo;
pub use named::{Images, Legal, Named};
pub use palette::Palette;
pub use publish::Publish;
pub use translations::Translations;
