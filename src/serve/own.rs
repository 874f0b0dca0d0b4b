//! The files of the preview itself: the scripts that keep pages up to date, and what they look like.

use hyper::{Response, StatusCode};

use super::answer::with_headers;
use super::{Body, full, refusal};
use crate::pipeline::version;

/// The script of pages, as one file and with no name that a page's own scripts could meet.
const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("client/stream.js"),
    include_str!("client/tabs.js"),
    include_str!("client/panel.js"),
    include_str!("client/patch.js"),
    include_str!("client/source.js"),
    include_str!("client/preview.js"),
    "})();\n"
);
/// The script of the review desk, which follows the handbook as pages do.
const DESK: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("client/stream.js"),
    include_str!("client/tabs.js"),
    include_str!("client/desk.js"),
    "})();\n",
    include_str!("../desk/desk.js"),
);
const WORKER: &str = concat!(
    include_str!("client/stream.js"),
    include_str!("client/worker.js")
);
const STYLE: &str = include_str!("client/preview.css");
/// Looks of the pages that are the preview's own.
pub(crate) const PAGES_STYLE: &str = include_str!("client/pages.css");

/// A file of the preview itself.
pub(super) fn answer(name: &str) -> Response<Body> {
    let (text, ty) = match name {
        "preview.js" => (SCRIPT, "text/javascript; charset=utf-8"),
        "worker.js" => (WORKER, "text/javascript; charset=utf-8"),
        "preview.css" => (STYLE, "text/css; charset=utf-8"),
        "pages.css" => (PAGES_STYLE, "text/css; charset=utf-8"),
        "desk.js" => (DESK, "text/javascript; charset=utf-8"),
        _ => return refusal(StatusCode::NOT_FOUND),
    };
    let etag = format!("\"{}\"", version(text.as_bytes()));
    with_headers(Response::new(full(text.into())), ty, &etag)
}
