//! What is said when the program itself fails: that this is no mistake of the author, and how to report it.

use std::panic;

use super::TextArgs;
use crate::text::Catalog;
use crate::watch;

/// From now on a panic is told in the words of `texts`, unless a preview goes on after it.
pub(super) fn tell(texts: &'static Catalog) {
    panic::set_hook(Box::new(move |info| {
        let said = info.payload_as_str().unwrap_or("?");
        let place = info.location().map(ToString::to_string);
        let problem = format!("{said} ({})", place.unwrap_or_default());
        if watch::keep(&problem) {
            return;
        }
        let args = TextArgs::from([
            ("problem", problem.as_str().into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
        ]);
        errln!(
            "{}",
            texts.get("internal-failure", &args).unwrap_or(problem)
        );
    }));
}
