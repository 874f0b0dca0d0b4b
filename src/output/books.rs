//! The books of a site: made before its pages, which say how large they are.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Sink;
use super::site::Sources;
use crate::book::{self, Selection, Wanted};
use crate::config::{BookFormat, EditionId};
use crate::diagnostic::Finding;
use crate::pages::FileSource;

/// The bytes of all books that the plan has, by path.
pub(super) fn make(
    sources: Sources<'_>,
    originals: &impl Sink,
) -> (BTreeMap<String, Vec<u8>>, Vec<Finding>) {
    let wanted: Vec<(&String, EditionId, BookFormat)> = sources
        .plan
        .files()
        .iter()
        .filter_map(|(path, source)| match source {
            FileSource::Book(edition, format) => Some((path, *edition, *format)),
            _ => None,
        })
        .collect();
    let make = |(path, edition, format): (&String, EditionId, BookFormat)| {
        let from = book::Sources {
            linked: sources.linked,
            plan: sources.plan,
            theme: sources.theme,
            originals,
        };
        let wanted = Wanted {
            edition,
            selection: Selection::All,
            format,
            date: None,
        };
        (path.clone(), book::make(from, &wanted))
    };
    // One PDF takes all threads and much memory by itself.
    let (pdf, others): (Vec<_>, Vec<_>) = wanted
        .into_iter()
        .partition(|(_, _, format)| *format == BookFormat::Pdf);
    let others: Vec<_> = others.into_par_iter().map(make).collect();
    let (mut books, mut findings) = (BTreeMap::new(), Vec::new());
    for (path, made) in others.into_iter().chain(pdf.into_iter().map(make)) {
        match made {
            Ok(book) => books.extend(book.map(|book| (path, book.bytes))),
            Err(found) => findings.extend(found),
        }
    }
    (books, findings)
}
