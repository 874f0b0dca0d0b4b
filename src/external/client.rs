//! One address: asked as a browser would follow it, and bounded whatever answers.
//!
//! 1. HEAD first; where that fails, GET, since some servers know nothing else. No body is read.
//! 2. Redirects are followed one by one, only to http and https, and never in a circle.
//! 3. A server that fails, or doesn't answer, is asked again after a while.
//! 4. All of it together has to be done within a time.

use std::collections::BTreeSet;
use std::thread::sleep;
use std::time::{Duration, Instant};

use ureq::http::{Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};
use url::Url;

use super::{Answer, ConnectError};
use crate::source::web;

/// What an address may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Time for one question.
    pub question: Duration,
    /// Time for all questions about one address.
    pub address: Duration,
    /// How often it is asked, if there is no answer or the server fails.
    pub tries: u32,
    /// Pause before the second try; it doubles before each further one.
    pub pause: Duration,
    /// How many redirects are followed.
    pub redirects: usize,
    /// Bytes of an answer's head.
    pub head: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            question: Duration::from_secs(15),
            address: Duration::from_mins(1),
            tries: 3,
            pause: Duration::from_secs(2),
            redirects: 10,
            head: 64 * 1024,
        }
    }
}

/// Asks for addresses.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    limits: Limits,
}

impl Client {
    /// A client that trusts the certificates that the system does: networks of municipalities often
    /// have some of their own.
    pub fn new(limits: Limits) -> Self {
        let certificates = RootCerts::PlatformVerifier;
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_response_header_size(limits.head)
            .max_idle_connections(0)
            .user_agent(concat!("transferbuch/", env!("CARGO_PKG_VERSION")))
            .tls_config(TlsConfig::builder().root_certs(certificates).build())
            .build()
            .into();
        Self { agent, limits }
    }

    /// Asks for `url`.
    pub fn ask(&self, url: &str) -> Answer {
        let Some(url) = parse(url) else {
            return Answer::Unreachable(ConnectError::Address);
        };
        let deadline = Instant::now() + self.limits.address;
        let mut pause = self.limits.pause;
        let mut answer = self.follow(&url, deadline);
        for _ in 1..self.limits.tries {
            let again = matches!(
                answer,
                Answer::Failing(_) | Answer::Forbidden(429) | Answer::Unreachable(_)
            );
            if !again || Instant::now() + pause >= deadline {
                break;
            }
            sleep(pause);
            pause *= 2;
            answer = self.follow(&url, deadline);
        }
        answer
    }

    fn follow(&self, from: &Url, deadline: Instant) -> Answer {
        let mut at = from.clone();
        let mut seen = BTreeSet::from([at.clone()]);
        // Where those redirects lead that stand at the beginning and are for good.
        let mut moved = None;
        let mut for_good = true;
        for _ in 0..=self.limits.redirects {
            let response = match self.question(&at, deadline) {
                Ok(response) => response,
                Err(connect_error) => return Answer::Unreachable(connect_error),
            };
            let status = response.status().as_u16();
            if !matches!(status, 301 | 302 | 303 | 307 | 308) {
                return match (status, moved) {
                    (200..=399, None) => Answer::Good,
                    (200..=399, Some(to)) => Answer::Moved(to),
                    (404 | 410, _) => Answer::Gone(status),
                    (401 | 403 | 429 | 451, _) => Answer::Forbidden(status),
                    _ => Answer::Failing(status),
                };
            }
            let Some(to) = location(&response) else {
                return Answer::Failing(status);
            };
            match at.join(&to) {
                Ok(next) if matches!(next.scheme(), "http" | "https") => at = next,
                _ => return Answer::BadRedirect(to),
            }
            at.set_fragment(None);
            if !seen.insert(at.clone()) {
                return Answer::RedirectLoop;
            }
            for_good &= matches!(status, 301 | 308);
            if for_good {
                moved = Some(at.to_string());
            }
        }
        Answer::RedirectLoop
    }

    /// The head of an answer.
    fn question(&self, url: &Url, deadline: Instant) -> Result<Response<Body>, ConnectError> {
        let time = || {
            let left = deadline.saturating_duration_since(Instant::now());
            Some(left.min(self.limits.question)).filter(|time| !time.is_zero())
        };
        let limit = Some(time().ok_or(ConnectError::Time)?);
        let head = self.agent.head(url.as_str()).config();
        let head = head.timeout_global(limit).build().call();
        if let Ok(response) = &head
            && response.status().as_u16() < 400
        {
            return head.map_err(|error| connect_error(&error));
        }
        let limit = Some(time().ok_or(ConnectError::Time)?);
        let get = self.agent.get(url.as_str()).config();
        let get = get.timeout_global(limit).build().call();
        get.map_err(|error| connect_error(&error))
    }
}

/// The address to ask: with a scheme, without the part that only the browser sees.
fn parse(url: &str) -> Option<Url> {
    let mut url = web::parse(url).ok()?;
    url.set_fragment(None);
    url.has_host().then_some(url)
}

fn location(response: &Response<Body>) -> Option<String> {
    let location = response.headers().get(header::LOCATION)?;
    // Some servers write it in UTF-8, as browsers understand it.
    Some(String::from_utf8_lossy(location.as_bytes()).into_owned())
}

fn connect_error(error: &ureq::Error) -> ConnectError {
    match error {
        ureq::Error::Timeout(_) => ConnectError::Time,
        ureq::Error::HostNotFound => ConnectError::Host,
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => ConnectError::Address,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => ConnectError::Trust,
        error => ConnectError::Other(error.to_string()),
    }
}
