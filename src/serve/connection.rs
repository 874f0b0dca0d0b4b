//! Connections, bounded in number and in the time that they may stand still.
//!
//! 1. [`Limits`] gives a place to each connection, and some of these to streams that stay open. Who comes
//!    when there is none waits for one.
//! 2. A [`Patient`] stream fails once its reader has taken nothing for a while: for a shorter one where
//!    others wait for a place.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::{Sleep, sleep};

/// How many connections there are at a time: those of some twenty browsers.
const CONNECTIONS: usize = 128;
/// How many of them may be streams of events.
const STREAMS: usize = 64;
/// How long a reader may take nothing.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long, where others wait for its place.
const LITTLE_PATIENCE: Duration = Duration::from_secs(1);

/// The places that there are.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    pub connections: Arc<Semaphore>,
    pub streams: Arc<Semaphore>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: Arc::new(Semaphore::new(CONNECTIONS)),
            streams: Arc::new(Semaphore::new(STREAMS)),
        }
    }
}

/// A connection whose reader may not stand still.
#[derive(Debug)]
pub(super) struct Patient {
    stream: TcpStream,
    places: Arc<Semaphore>,
    /// When it began to stand still, and when that is looked at again.
    stands_still: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl Patient {
    /// One of those that have `places`.
    pub fn new(stream: TcpStream, places: Arc<Semaphore>) -> Self {
        Self {
            stream,
            places,
            stands_still: None,
        }
    }

    /// Passes on what was written; where nothing can be, for a while only.
    fn bound<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stands_still = None;
            return written;
        }
        let begins = || (Instant::now(), Box::pin(sleep(LITTLE_PATIENCE)));
        let (since, look) = self.stands_still.get_or_insert_with(begins);
        loop {
            ready!(look.as_mut().poll(context));
            if since.elapsed() >= PATIENCE || self.places.available_permits() == 0 {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            look.set(sleep(LITTLE_PATIENCE));
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.bound(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.bound(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
