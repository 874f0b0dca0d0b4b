//! Who may ask. Another website must not read an author's unpublished handbook through the author's
//! browser: not by a request of its own, and not under a name of its own that leads here.

use std::net::{IpAddr, SocketAddr};

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Method, Request, StatusCode};

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Whether a request to the server at `address` is answered.
///
/// # Errors
/// The status to refuse it with.
pub(super) fn check<B>(request: &Request<B>, address: SocketAddr) -> Result<(), StatusCode> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let headers = request.headers();
    let host = one(headers, &HOST).ok_or(StatusCode::BAD_REQUEST)?;
    if !is_own(host, address) {
        return Err(StatusCode::FORBIDDEN);
    }
    if headers.contains_key(ORIGIN) {
        let origin = one(headers, &ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
        if origin.is_none_or(|origin| !origin.eq_ignore_ascii_case(host)) {
            return Err(StatusCode::FORBIDDEN);
        }
    }
    // A link from elsewhere may lead here; nothing else may be taken from here.
    let elsewhere =
        one(headers, &SITE).is_some_and(|site| matches!(site, "cross-site" | "same-site"));
    if elsewhere && one(headers, &MODE) != Some("navigate") {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(())
}

/// The value of a header that stands there once.
fn one<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// Whether `host` means this server and can't be a name that someone else has pointed here: it is
/// `localhost` or an address, of this machine alone unless the author opened the server to others.
fn is_own(host: &str, address: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    if port != Some(address.port()) {
        return false;
    }
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let ip = name.parse::<IpAddr>();
    let is_local =
        name.eq_ignore_ascii_case("localhost") || ip.as_ref().is_ok_and(IpAddr::is_loopback);
    is_local || !address.ip().is_loopback() && ip.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(headers: &[(&str, &str)], address: &str) -> Result<(), u16> {
        let mut request = Request::builder();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(()).unwrap();
        check(&request, address.parse().unwrap()).map_err(|status| status.as_u16())
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let local = "127.0.0.1:4400";
        for host in [
            "localhost:4400",
            "LOCALHOST:4400",
            "127.0.0.1:4400",
            "[::1]:4400",
        ] {
            assert_eq!(asked(&[("host", host)], local), Ok(()), "{host}");
        }
        for host in [
            "localhost",
            "localhost:4401",
            "evil.example:4400",
            "localhost.evil.example:4400",
            "192.168.0.7:4400",
            "127.0.0.1.evil.example:4400",
        ] {
            assert_eq!(asked(&[("host", host)], local), Err(403), "{host}");
        }
        assert_eq!(asked(&[], local), Err(400));
        let twice = [("host", "localhost:4400"), ("host", "evil.example:4400")];
        assert_eq!(asked(&twice, local), Err(400));
    }

    #[test]
    fn an_open_server_is_known_by_addresses_and_by_no_name() {
        let open = "0.0.0.0:4400";
        assert_eq!(asked(&[("host", "192.168.0.7:4400")], open), Ok(()));
        assert_eq!(asked(&[("host", "evil.example:4400")], open), Err(403));
    }

    #[test]
    fn other_origins_get_nothing() {
        let asked = |name, value| {
            asked(
                &[("host", "localhost:4400"), (name, value)],
                "127.0.0.1:4400",
            )
        };
        assert_eq!(asked("origin", "http://localhost:4400"), Ok(()));
        for origin in [
            "http://localhost:4401",
            "https://localhost:4400",
            "null",
            "http://x.example",
        ] {
            assert_eq!(asked("origin", origin), Err(403), "{origin}");
        }
        assert_eq!(asked("sec-fetch-site", "same-origin"), Ok(()));
        assert_eq!(asked("sec-fetch-site", "none"), Ok(()));
        assert_eq!(asked("sec-fetch-site", "cross-site"), Err(403));
    }

    #[test]
    fn a_link_from_elsewhere_leads_here() {
        let headers = [
            ("host", "localhost:4400"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
        ];
        assert_eq!(asked(&headers, "127.0.0.1:4400"), Ok(()));
    }
}
