//! `watch`: the real program on a handbook that is edited meanwhile.
//!
//! 1. [`running`] starts it, asks over plain sockets, and ends it with the test.
//! 2. [`server`] says who gets what in which form, [`edits`] that what is served is what a clean
//!    build writes, [`events`] and [`errors`] what browsers are told, [`source`] how they lead to the
//!    author's files, [`others`] what people at other machines see, [`polling`] what stands in where the
//!    system can't say what changed.
//!
//! Nothing here depends on how long anything takes: what is to come is waited for.

#[path = "../support/mod.rs"]
mod support;

mod edits;
mod errors;
mod events;
mod others;
mod polling;
mod running;
mod server;
mod source;
