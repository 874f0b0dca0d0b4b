//! The review desk of the handbook that is shown, and the days of reviews for calendars.

use hyper::Response;

use super::answer::with_headers;
use super::{Body, OWN, Shown, full};
use crate::desk::{Assets, Desk, Sources};
use crate::markdown::html::escaped;
use crate::pipeline::version;
use crate::text::program;

/// The page, or the calendar.
pub(super) fn answer(shown: &Shown, is_page: bool) -> Response<Body> {
    let mut findings = shown.report.findings().to_vec();
    findings.extend(shown.review.outside.iter().cloned());
    let sources = Sources {
        linked: &shown.preview.handbook().linked,
        findings: &findings,
        today: shown.review.today,
        asked_outside: shown.review.asked_outside,
        language: shown.language,
    };
    let theme = &shown.preview.handbook().theme;
    let desk = Desk::new(sources, &|path| shown.report.source(path, theme));
    if !is_page {
        let calendar = desk.calendar();
        let etag = format!("\"{}\"", version(calendar.as_bytes()));
        let body = full(calendar.into_bytes());
        return with_headers(Response::new(body), "text/calendar; charset=utf-8", &etag);
    }
    let own = |name: &str| format!("/{OWN}{name}");
    let assets = Assets::Beside {
        style: &own("pages.css"),
        script: &own("desk.js"),
        calendar: &own("duties.ics"),
    };
    let html = desk.html(assets);
    // By this its script knows whether there is another one.
    let version = version(html.as_bytes());
    let ended = escaped(&program(shown.language).plain("watch-ended"));
    let main = format!("<main data-version=\"{version}\" data-ended=\"{ended}\" ");
    let html = html.replacen("<main ", &main, 1);
    let body = full(html.into_bytes());
    with_headers(
        Response::new(body),
        "text/html; charset=utf-8",
        &format!("\"{version}\""),
    )
}
