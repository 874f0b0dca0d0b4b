//! Addresses outside the handbook: whether somebody still answers there.
//!
//! 1. [`addresses()`] collects every address of the web that a text or a field leads to, with all its
//!    places. Those that `handbook.yml` allows unseen are left out.
//! 2. [`Cache`] answers for those that were asked lately.
//! 3. [`ask_all`] asks the others: some hosts at a time, each host one question after the other, with
//!    a pause in between. [`Client`] bounds what any server can cost in time and memory.
//! 4. [`findings()`] tells what is gone, out of reach, or has moved for good.

mod addresses;
mod cache;
mod client;
mod findings;
mod hosts;

use serde::{Deserialize, Serialize};

pub use addresses::{Addresses, addresses};
pub use cache::Cache;
pub use client::{Client, Limits};
pub use findings::findings;
pub use hosts::{Pace, ask_all};

/// What came of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The page is there.
    Good,
    /// It has moved for good, to this address, and is there.
    Moved(String),
    /// It isn't there: status 404 or 410.
    Gone(u16),
    /// The server answers to people only: status 401, 403, 429 or 451.
    Forbidden(u16),
    /// The server fails with this status.
    Failing(u16),
    /// It leads on and on.
    RedirectLoop,
    /// It leads to something that no browser opens.
    BadRedirect(String),
    /// No answer.
    Unreachable(ConnectError),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConnectError {
    /// This is no address.
    Address,
    /// There is no such host.
    Host,
    /// It took too long.
    Time,
    /// The connection can't be trusted.
    Trust,
    /// Something else.
    Other(String),
}
