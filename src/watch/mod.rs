//! The handbook while it is being edited.
//!
//! 1. [`Changes`] waits for changes in its files.
//! 2. A [`Session`] reads what has changed, loads the handbook again, gives it to the server, and
//!    reviews its content once the author pauses.
//!    A file at which the program itself fails is left out (`guarded`).
//! 3. What is [`Known`] already is told from what is new, and what is mended [`SincePause`] from what
//!    was replaced.
//!
//! What the terminal shows of it is left to those who start the session.

mod changes;
mod follow;
mod guarded;
mod known;
mod review;
mod session;

pub(crate) use changes::{Changes, Next};
pub(crate) use guarded::keep;
pub(crate) use known::{Known, SincePause};
pub(crate) use session::{Cause, Session, Settings, Update};
