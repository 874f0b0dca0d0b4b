//! Who may ask. Another website must not read an author's unpublished handbook through the author's
//! browser: not by a request of its own, and not under a name of its own that leads here.

use std::net::SocketAddr;

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Method, Request, StatusCode};
use url::Host;

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Where something may be sent.
const ACTIONS: [&str; 2] = ["/-/open", "/-/word"];

/// Whether a request to the server at `address`, on a machine of those names, is answered.
///
/// # Errors
/// The status to refuse it with.
pub(super) fn check<B>(
    request: &Request<B>,
    address: SocketAddr,
    own_names: &[String],
) -> Result<(), StatusCode> {
    let may_post = ACTIONS.contains(&request.uri().path());
    let is_allowed = match *request.method() {
        Method::GET | Method::HEAD => true,
        Method::POST => may_post,
        _ => false,
    };
    if !is_allowed {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    // Browsers name the host in its header alone; who names another one in the address means a proxy.
    if request.uri().authority().is_some() || request.uri().scheme().is_some() {
        return Err(StatusCode::BAD_REQUEST);
    }
    let headers = request.headers();
    let host = one(headers, &HOST).ok_or(StatusCode::BAD_REQUEST)?;
    let (named, port) = parse(host).ok_or(StatusCode::BAD_REQUEST)?;
    if port != address.port() || !is_own(&named, address, own_names) {
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

/// The name or address that `host` holds, and its port; nothing if it isn't written as the standard says
/// (RFC 3986, section 3.2).
fn parse(host: &str) -> Option<(Host<String>, u16)> {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => {
            let is_number = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
            (name, is_number.then(|| port.parse().ok())??)
        }
        _ => (host, 80),
    };
    let host = if let Some(inner) = name.strip_prefix('[') {
        Host::Ipv6(inner.strip_suffix(']')?.parse().ok()?)
    } else if let Ok(address) = name.parse() {
        Host::Ipv4(address)
    } else {
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        let is_name = !name.is_empty() && name.bytes().all(is_name);
        Host::Domain(is_name.then(|| name.to_ascii_lowercase())?)
    };
    Some((host, port))
}

/// Whether a host means this server and can't be a name that someone else has pointed here: it is
/// `localhost` or an address, of this machine alone unless the author opened the server to others. Then
/// it may also be the machine's own name, or that in the local network, which no one else can give.
fn is_own(host: &Host<String>, address: SocketAddr, own_names: &[String]) -> bool {
    let is_open = !address.ip().is_loopback();
    match host {
        Host::Ipv4(ip) => is_open || ip.is_loopback(),
        Host::Ipv6(ip) => is_open || ip.is_loopback(),
        Host::Domain(name) => {
            let in_network = name.strip_suffix(".local").unwrap_or(name);
            let is_machine = || own_names.iter().any(|own| own == in_network);
            name == "localhost" || is_open && is_machine()
        }
    }
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
        check(
            &request,
            address.parse().unwrap(),
            &["amt-17".into(), "amt-17.stadt.example".into()],
        )
        .map_err(|status| status.as_u16())
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
    fn an_open_server_is_known_by_addresses_and_by_the_names_of_its_machine() {
        let open = "0.0.0.0:4400";
        for own in [
            "192.168.0.7:4400",
            "amt-17:4400",
            "Amt-17.local:4400",
            "amt-17.Stadt.example:4400",
        ] {
            assert_eq!(asked(&[("host", own)], open), Ok(()), "{own}");
        }
        for other in ["evil.example:4400", "amt-17.example:4400", "amt-18:4400"] {
            assert_eq!(asked(&[("host", other)], open), Err(403), "{other}");
        }
        assert_eq!(
            asked(&[("host", "amt-17:4400")], "127.0.0.1:4400"),
            Err(403)
        );
    }

    #[test]
    fn what_is_no_host_is_no_request() {
        for host in [
            "localhost:+4400",
            "localhost: 4400",
            "localhost:",
            "localhost:99999",
            "[::1]]]:4400",
            "[[::1]:4400",
            "[localhost]:4400",
            "::1:4400",
            "user@localhost:4400",
            ":4400",
            "",
        ] {
            assert_eq!(
                asked(&[("host", host)], "127.0.0.1:4400"),
                Err(400),
                "{host}"
            );
        }
    }

    #[test]
    fn an_address_that_names_a_host_is_no_request() {
        for address in [
            "http://localhost:4400/",
            "http://evil.example/",
            "https://localhost:4400/",
            "localhost:4400",
        ] {
            let request = Request::builder()
                .uri(address)
                .header("host", "localhost:4400");
            let request = request.body(()).unwrap();
            let checked = check(&request, "127.0.0.1:4400".parse().unwrap(), &[]);
            assert_eq!(checked, Err(StatusCode::BAD_REQUEST), "{address}");
        }
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
