//! Markdown: from text to events and to the facts that other stages need of it.
//!
//! 1. [`Events`] gives what pulldown-cmark reads, with quotation marks of the text's language.
//! 2. [`Document::read`] walks the events once and keeps what concerns other chapters or the page
//!    as a whole: headings, destinations, anchors, footnotes, languages of code. Text is not kept.
//! 3. Lowering walks the same events again. Both walks meet the destinations in the same order, so
//!    a destination is known by its number.
//! 4. [`Facts`] are what checks of content need of a text; they are gathered in the first walk. Its
//!    [`Wording`] is only read when a review asks for it.
//! 5. [`html`] finds and replaces destinations in raw HTML.

mod collect;
mod document;
mod events;
mod facts;
pub mod html;
mod quotes;
mod tags;
mod wording;

pub use document::{Destination, Document, Heading, Outline, Use, is_include};
pub use events::{Events, Settings};
pub use facts::{DECORATIVE, Facts, Image, Link};
pub use wording::Wording;
