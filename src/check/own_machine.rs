//! Links to this machine or its network, as in an address that was copied from a preview, lead nobody else anywhere.

use url::{Host, Url};

use super::Content;
use super::own_site::Addresses;
use crate::diagnostic::{Finding, codes};
use crate::source::percent_decode;

/// Finds them. One to a page that the handbook has was copied from a preview of it.
pub(super) fn links(content: &Content<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let addresses = Addresses::of(&content.linked.site);
    for text in content.texts() {
        for destination in &text.document.destinations {
            let target = destination.target.as_str();
            let Some(url) = of_one_network(target) else {
                continue;
            };
            let page = page_of_preview(&url);
            findings.push(
                Finding::new(&codes::PATH_ON_ONE_MACHINE, text.path)
                    .at(destination.span)
                    .with("target", target)
                    .with_suggestion(page.and_then(|page| addresses.link(text.path, &page))),
            );
        }
    }
    findings
}

/// The address in the handbook of what may be a page of its preview: a router or an office's own site has no port, a
/// start page or a query.
fn page_of_preview(url: &Url) -> Option<String> {
    let page = percent_decode(url.path().trim_start_matches('/'))?;
    let anchor = url.fragment().map(|anchor| format!("#{anchor}"));
    let is_page = !page.is_empty() && url.port().is_some() && url.query().is_none();
    is_page.then(|| page + &anchor.unwrap_or_default())
}

fn of_one_network(target: &str) -> Option<Url> {
    let has_scheme = |scheme: &str| {
        let start = target.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if !has_scheme("http://") && !has_scheme("https://") {
        return None;
    }
    let url = Url::parse(target).ok()?;
    let is_own = match url.host()? {
        Host::Ipv4(address) => address.is_loopback() || address.is_private(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
    };
    is_own.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::of_one_network;

    #[test]
    fn addresses_of_previews_and_intranets_are_known() {
        for address in [
            "HTTP://localhost:4000/",
            "http://127.0.0.1/a",
            "https://192.168.1.5:4400/formate/",
            "http://10.1.2.3",
            "http://[::1]:4000/",
        ] {
            assert!(of_one_network(address).is_some(), "{address}");
        }
        for address in [
            "https://x.example:4000/",
            "https://10.example/",
            "localhost",
            "http://",
        ] {
            assert_eq!(of_one_network(address), None, "{address}");
        }
    }
}
