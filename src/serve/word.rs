//! The word that people at other machines are asked for.
//!
//! 1. Whoever sits at the author's machine is let in without it: the request comes from there, and to a name
//!    that means it.
//! 2. Anyone else gets a page that asks for the word. A cookie says that they gave it.
//! 3. Guesses are answered one after the other, and wrong ones late.

use std::net::IpAddr;
use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use url::form_urlencoded;

use super::{Body, full, refusal};
use crate::markdown::html::escaped;
use crate::source::hex;
use crate::text::{Language, program};

/// How many bytes a form may have.
const FORM_MAX: usize = 4096;
/// How late a wrong word is answered.
const LATE: Duration = Duration::from_secs(1);

/// A word, and who has given it.
#[derive(Debug)]
pub(super) struct Word {
    digest: String,
    cookie: String,
    language: Language,
    guesses: Mutex<()>,
}

impl Word {
    /// The word for the server at `port`.
    pub fn new(word: &str, port: u16, language: Language) -> Self {
        Self {
            digest: digest(word),
            // Cookies don't tell ports apart.
            cookie: format!("transferbuch-{port}"),
            language,
            guesses: Mutex::default(),
        }
    }

    /// Whether a request from `peer` gets an answer.
    pub fn lets_in(&self, request: &Request<Incoming>, peer: IpAddr) -> bool {
        let headers = request.headers();
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        let is_here = peer.to_canonical().is_loopback() && host.is_some_and(is_loopback);
        let cookies = headers.get_all(header::COOKIE).iter();
        let has_given = cookies
            .filter_map(|cookie| cookie.to_str().ok())
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && value == self.digest);
        is_here || has_given
    }

    /// Asks for the word, or takes it.
    pub async fn ask(&self, request: Request<Incoming>, own: &str) -> Response<Body> {
        if *request.method() != Method::POST {
            return self.page(own, false);
        }
        let Ok(form) = Limited::new(request.into_body(), FORM_MAX).collect().await else {
            return refusal(StatusCode::PAYLOAD_TOO_LARGE);
        };
        let form = form.to_bytes();
        let field = |name: &str| {
            let mut fields = form_urlencoded::parse(&form);
            let found = fields.find(|(key, _)| key == name);
            found.map_or_else(String::new, |(_, value)| value.into_owned())
        };
        let _one_at_a_time = self.guesses.lock().await;
        if digest(field("word").trim()) != self.digest {
            tokio::time::sleep(LATE).await;
            return self.page(own, true);
        }
        let mut response = refusal(StatusCode::SEE_OTHER);
        let (name, value) = (&self.cookie, &self.digest);
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
        let headers = response.headers_mut();
        headers.insert(header::LOCATION, HeaderValue::from_static("/"));
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            headers.insert(header::SET_COOKIE, cookie);
        }
        response
    }

    fn page(&self, own: &str, is_wrong: bool) -> Response<Body> {
        let texts = program(self.language);
        let text = |id: &str| escaped(&texts.plain(id));
        let (title, label, enter) = (text("word-title"), text("word-label"), text("word-enter"));
        let wrong = if is_wrong {
            format!("<p role=\"alert\">{}</p>\n", text("word-wrong"))
        } else {
            String::new()
        };
        let language = self.language.code();
        let page = format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" href=\"/{own}pages.css\"></head>\n\
             <body><main class=\"word\">\n<h1>{title}</h1>\n{wrong}<form method=\"post\" action=\"/{own}word\">\n\
             <label for=\"word\">{label}</label>\n\
             <input id=\"word\" name=\"word\" type=\"password\" autocomplete=\"current-password\" required autofocus>\n\
             <button>{enter}</button>\n</form>\n</main></body>\n</html>\n"
        );
        let mut response = Response::new(full(page.into_bytes()));
        *response.status_mut() = StatusCode::FORBIDDEN;
        let headers = response.headers_mut();
        let ty = HeaderValue::from_static("text/html; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, ty);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

fn digest(word: &str) -> String {
    hex(&Sha256::digest(format!("transferbuch watch\n{word}")))
}

/// Whether a host means the machine that it is asked from.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    let is_address = address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    name.eq_ignore_ascii_case("localhost") || is_address
}
