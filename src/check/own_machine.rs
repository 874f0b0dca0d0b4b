//! Links to this machine or its network, as in an address that was copied from a preview, lead nobody else anywhere.

use url::{Host, Url};

use super::{Finding, Text};
use crate::diagnostic::codes;

/// Finds them in a text.
pub(super) fn addresses(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let destinations = text.document.destinations.iter();
    let own = destinations.filter(|destination| is_of_one_network(&destination.target));
    findings.extend(own.map(|destination| {
        Finding::new(&codes::PATH_ON_ONE_MACHINE, text.path)
            .at(destination.span)
            .with("target", destination.target.as_str())
    }));
}

fn is_of_one_network(target: &str) -> bool {
    let has_scheme = |scheme: &str| {
        let start = target.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if !has_scheme("http://") && !has_scheme("https://") {
        return false;
    }
    let Ok(url) = Url::parse(target) else {
        return false;
    };
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback() || address.is_private(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_of_one_network;

    #[test]
    fn addresses_of_previews_and_intranets_are_known() {
        for address in [
            "HTTP://localhost:4000/",
            "http://127.0.0.1/a",
            "https://192.168.1.5:4400/formate/",
            "http://10.1.2.3",
            "http://[::1]:4000/",
        ] {
            assert!(is_of_one_network(address), "{address}");
        }
        for address in [
            "https://x.example:4000/",
            "https://10.example/",
            "localhost",
            "http://",
        ] {
            assert!(!is_of_one_network(address), "{address}");
        }
    }
}
