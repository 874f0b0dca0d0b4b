//! The stream over which a browser hears that there is something new, as server-sent events.
//!
//! 1. It is the same for all pages, so that a browser needs one for all its tabs. Whoever hears of
//!    something asks what it means for their page: [`news`](super::news) knows.
//! 2. A sign of life now and then finds out who has gone without a word, on both sides.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use http_body_util::channel::{Channel, Sender};
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};
use tokio::sync::watch;
use tokio::time::timeout;

use super::{Body, Context, Shown, refusal, saved};

/// How often a stream that has nothing to tell shows that it is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What it shows then. A browser whose machine slept, or whose network has gone, knows by its absence that the
/// connection is dead.
const ALIVE: &[u8] = b"event: alive\ndata:\n\n";

/// After how many milliseconds a browser is to ask again for a stream that broke.
const RETRY: &[u8] = b"retry: 1000\n\n";

/// Tells whoever asks of everything new, for as long as they listen.
pub(super) fn stream(context: &Context) -> Response<Body> {
    let places = Arc::clone(&context.limits.streams);
    let Ok(place) = places.try_acquire_owned() else {
        return refusal(StatusCode::SERVICE_UNAVAILABLE);
    };
    let (sender, body) = Channel::<Bytes, io::Error>::new(1);
    // Marked as seen before the answer begins: whoever has that hears of everything after it.
    let mut updates = context.shown.clone();
    updates.mark_unchanged();
    tokio::spawn(async move {
        // It only ends when the browser has gone or the preview ends: neither is anyone's mistake.
        let _ = tell(sender, updates).await;
    });
    // The place is free again as soon as the connection has ended.
    let body = body.map_frame(move |frame| {
        let _ = &place;
        frame
    });
    let mut response = Response::new(body.boxed());
    let headers = response.headers_mut();
    let ty = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, ty);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn tell(
    mut sender: Sender<Bytes, io::Error>,
    mut updates: watch::Receiver<Option<Arc<Shown>>>,
) -> Option<()> {
    sender.send_data(Bytes::from_static(RETRY)).await.ok()?;
    loop {
        let said = match timeout(HEARTBEAT, updates.changed()).await {
            Ok(Ok(())) => {
                let shown = updates.borrow_and_update().clone()?;
                let made = tokio::task::spawn_blocking(move || saved::event(&shown));
                made.await.ok()?
            }
            Ok(Err(_)) => return None,
            Err(_) => Bytes::from_static(ALIVE),
        };
        sender.send_data(said).await.ok()?;
    }
}
