//! The server of the preview.
//!
//! 1. [`Server::bind`] takes a port at once; requests wait until there is something to show.
//! 2. [`connection`] bounds how many connections there are, and how long one may stand still.
//! 3. [`guard`] refuses what doesn't come from this machine's own browser pages.
//! 4. [`answer`] makes the file that is asked for, from memory; [`range`] cuts a part out of it.
//! 5. [`open`] starts the author's [`editor`], and [`word`] asks people at other machines for a word.
//! 6. [`desk`] is the page with all that is to be done.
//! 7. [`events`] tells a browser that something is new, and [`news`] what that is for a page that it
//!    shows. What a save makes of the page that was saved is [`saved`], a [`patch`] if it can be one.
//!
//! What a page gets on top of the bytes that a build writes is one script, and for each block the place
//! where it stands in the author's files; and only where a browser asks for a page to show.

mod answer;
mod connection;
mod desk;
mod editor;
mod events;
mod gone;
mod guard;
mod news;
mod open;
mod own;
mod patch;
mod range;
mod reach;
mod report;
mod saved;
mod word;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use http_body_util::combinators::BoxBody;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use jiff::civil::Date;
use tokio::sync::watch;

use crate::diagnostic::Finding;
use crate::disk::PictureMaker;
use crate::pipeline::{Departures, Preview};
use crate::source::HandbookPath;
use crate::source::percent_decode;
use crate::text::Language;

use connection::{Limits, Patient};
use word::Word;

pub(crate) use editor::Editor;
pub(crate) use news::Assets;
pub(crate) use own::PAGES_STYLE;
pub(crate) use report::Report;
pub(crate) use saved::Saved;

/// How many ports are tried upward from the one that is wanted.
const PORTS: u16 = 100;

/// How many answers are made at a time.
const MAKERS: usize = 16;

/// How long a connection waits for the next request.
const IDLE: Duration = Duration::from_secs(10);

/// How much of an answer waits for its reader, in bytes.
const BUFFER: usize = 64 * 1024;

/// Files of the preview itself. No page of a site has an address that begins with a hyphen.
const OWN: &str = "-/";

/// Which websites' pages may load an answer.
const OWN_PAGES_ONLY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

type Body = BoxBody<Bytes, io::Error>;

/// What browsers are shown.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The handbook.
    pub preview: Arc<Preview>,
    /// Where pages went that are no longer at their address.
    pub departures: Arc<Departures>,
    /// The files of its theme.
    pub assets: Assets,
    /// What is wrong with it.
    pub report: Arc<Report>,
    /// The language of messages.
    pub language: Language,
    /// The last edits that led to it, in their order.
    pub edits: Vec<Arc<Edit>>,
    /// What there is to do for its authors.
    pub review: Arc<Review>,
    /// Whether the theme's scripts are known, so that pages can be changed where they stand.
    pub can_patch: bool,
    /// What the last edit has made of its chapters' pages.
    pub saved: Saved,
}

/// What a review found, and when.
#[derive(Debug, Default)]
pub(crate) struct Review {
    /// The day as of which reviews are due.
    pub today: Date,
    /// When the addresses outside were asked for last, if they ever were.
    pub asked_outside: Option<Date>,
    /// What was wrong with them then.
    pub outside: Vec<Finding>,
}

/// A save, or several at once.
#[derive(Debug)]
pub(crate) struct Edit {
    /// Its number, counted from the beginning.
    pub number: u64,
    /// The handbook's files that changed.
    pub changed: Vec<HandbookPath>,
    /// The address of the chapter that was saved, where browsers are to follow.
    pub follow: Option<String>,
}

/// How many edits are remembered: more than fit between two looks of a browser that is still there.
pub(crate) const EDITS: usize = 32;

/// What all requests share.
struct Context {
    root: PathBuf,
    pictures: Arc<PictureMaker>,
    address: SocketAddr,
    /// The machine's names.
    machine: Vec<String>,
    shown: watch::Receiver<Option<Arc<Shown>>>,
    limits: Limits,
    editor: Editor,
    word: Option<Word>,
}

/// What a server is told of its author.
#[derive(Debug)]
pub(crate) struct Author {
    /// The editor.
    pub editor: Editor,
    /// What people at other machines are asked for.
    pub word: Option<String>,
    /// The language of messages.
    pub language: Language,
}

impl Context {
    /// What is to be shown, as soon as there is something.
    async fn shown(&self) -> Option<Arc<Shown>> {
        let mut shown = self.shown.clone();
        let there = shown.wait_for(Option::is_some).await.ok()?;
        there.clone()
    }
}

/// A server that has its port and shows nothing yet.
#[derive(Debug)]
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes `port` on the machine's address `bind`, or the next one that is free; port 0 is any.
    ///
    /// # Errors
    /// When none of them can be had.
    pub fn bind(bind: IpAddr, port: u16) -> io::Result<Self> {
        let last = if port == 0 {
            0
        } else {
            port.saturating_add(PORTS)
        };
        let mut result = Err(io::ErrorKind::AddrInUse.into());
        for port in port..=last {
            result = TcpListener::bind((bind, port));
            match &result {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                _ => break,
            }
        }
        let listener = result?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// The port that it has.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The URL for the author's own browser.
    pub fn url(&self) -> String {
        format!("http://{}/", reach::own(self.address))
    }

    /// The URL of the review desk.
    pub fn desk_url(&self) -> String {
        format!("{}{OWN}desk", self.url())
    }

    /// The URLs for others, where it is open to them.
    pub fn urls_for_others(&self) -> Vec<String> {
        reach::others(self.address)
    }

    /// Serves what is shown of the handbook at `root` until the sender of `shown` is gone.
    ///
    /// # Errors
    /// When the system refuses threads or the port.
    pub fn run(
        self,
        root: PathBuf,
        author: Author,
        shown: watch::Receiver<Option<Arc<Shown>>>,
    ) -> io::Result<()> {
        let word = author.word.as_deref();
        let context = Arc::new(Context {
            pictures: PictureMaker::new(&root).into(),
            root,
            address: self.address,
            machine: reach::names(),
            shown,
            limits: Limits::default(),
            editor: author.editor,
            word: word.map(|word| Word::new(word, self.address.port(), author.language)),
        });
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(MAKERS)
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let mut end = context.shown.clone();
            tokio::spawn(accept(listener, context));
            while end.changed().await.is_ok() {}
            Ok(())
        })
    }
}

async fn accept(listener: tokio::net::TcpListener, context: Arc<Context>) {
    loop {
        let places = Arc::clone(&context.limits.connections);
        let Ok(place) = places.acquire_owned().await else {
            return;
        };
        let Ok((stream, peer)) = listener.accept().await else {
            // Too many files are open: the next connection may find a place.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let context = Arc::clone(&context);
        tokio::spawn(async move {
            let patient = Patient::new(stream, Arc::clone(&context.limits.connections));
            let service = service_fn(|request| handle(request, Arc::clone(&context), peer.ip()));
            // A browser that goes away in the middle is no mistake of anyone.
            let _ = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(IDLE)
                .max_buf_size(BUFFER)
                .serve_connection(TokioIo::new(patient), service)
                .await;
            drop(place);
        });
    }
}

async fn handle(
    request: Request<Incoming>,
    context: Arc<Context>,
    peer: IpAddr,
) -> Result<Response<Body>, Infallible> {
    let head = *request.method() == Method::HEAD;
    let mut response = respond(request, context, peer).await;
    // No page of another website gets anything from here, not even as a picture.
    let own = HeaderValue::from_static("same-origin");
    response.headers_mut().insert(OWN_PAGES_ONLY, own);
    if head {
        *response.body_mut() = empty();
    }
    Ok(response)
}

async fn respond(
    request: Request<Incoming>,
    context: Arc<Context>,
    peer: IpAddr,
) -> Response<Body> {
    if let Err(status) = guard::check(&request, context.address, &context.machine) {
        return refusal(status);
    }
    let path = percent_decode(request.uri().path().trim_start_matches('/'));
    let Some(path) = path.filter(|path| !path.contains(['\0', '\\'])) else {
        return refusal(StatusCode::BAD_REQUEST);
    };
    if let Some(word) = &context.word
        && !word.lets_in(&request, peer)
    {
        return match path.strip_prefix(OWN) {
            Some("pages.css") => own::answer("pages.css"),
            _ => word.ask(request, OWN).await,
        };
    }
    let Some(shown) = context.shown().await else {
        return refusal(StatusCode::SERVICE_UNAVAILABLE);
    };
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "events" => events::stream(&context),
            "desk" | "duties.ics" => {
                let is_page = own == "desk";
                made(move || desk::answer(&shown, is_page)).await
            }
            "news" => made(move || news::answer(&request, &shown)).await,
            "open" => {
                let open =
                    move || open::answer(&request, &shown, &context.root, &context.editor, peer);
                made(open).await
            }
            // Whoever gave the word and sends it once more.
            "word" => answer::to_start(),
            _ => own::answer(own),
        };
    }
    made(move || {
        let Context { root, pictures, .. } = &*context;
        answer::file(&request, &path, &shown, root, pictures)
    })
    .await
}

/// An answer that takes time to make.
async fn made(answer: impl FnOnce() -> Response<Body> + Send + 'static) -> Response<Body> {
    let failed = |_| refusal(StatusCode::INTERNAL_SERVER_ERROR);
    tokio::task::spawn_blocking(answer)
        .await
        .unwrap_or_else(failed)
}

fn refusal(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(full(status.to_string().into_bytes()));
    *response.status_mut() = status;
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, allowed);
    }
    response
}

fn full(bytes: Vec<u8>) -> Body {
    let never = |never: Infallible| match never {};
    http_body_util::Full::from(bytes).map_err(never).boxed()
}

fn empty() -> Body {
    full(Vec::new())
}
