//! Markdown: from text to events and to the facts that other stages need of it.
//!
//! 1. [`Events`] gives what pulldown-cmark reads, with quotation marks of the text's language and raw
//!    HTML that ends what it begins.
//! 2. One reading of the events shows them to visitors. [`Document::read`] keeps what concerns other
//!    chapters or the page as a whole: headings, destinations, anchors, footnotes, languages of code,
//!    and the [`Facts`] that checks of content need. Text is not kept.
//! 3. Later stages read the same events again. A destination is known by the bytes of the event that
//!    it stands in: by its [`DestinationKey`].
//! 4. The [`Wording`] of a text is only read when a review asks for it.
//! 5. [`html`] reads raw HTML, balances it, and finds and replaces its destinations.

mod alerts;
mod balanced;
mod definition;
mod destination;
mod document;
mod events;
mod facts;
mod footnotes;
pub(crate) mod html;
mod leftovers;
mod misread;
mod prepare;
mod quotes;
mod read;
mod visible;
mod wording;

pub(crate) use balanced::Events;
pub(crate) use destination::{Destination, DestinationKey, DestinationKind, is_include};
pub(crate) use document::{Document, Heading, Outline};
pub(crate) use events::{ALERT_TITLE, ALERT_TITLE_END, Settings};
pub(crate) use facts::{DECORATIVE, DEPTH_MAX, Facts, Image, Link};
pub(crate) use footnotes::FootnoteProblem;

pub(crate) use misread::MisreadKind;
pub(crate) use prepare::Prepared;
pub(crate) use visible::LostReason;
pub(crate) use wording::Wording;
