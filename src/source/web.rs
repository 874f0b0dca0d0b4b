//! Addresses on the web, told from paths and taken apart.

use std::borrow::Cow;

use url::{ParseError, Url};

/// Schemes of addresses at which a browser finds pages.
const WEB: [&str; 2] = ["https", "http"];

/// `text` as an address. One that leaves its scheme to the page, `//host/…`, counts as HTTPS.
///
/// # Errors
/// It is a path, or an address with a mistake in it.
pub fn parse(text: &str) -> Result<Url, ParseError> {
    Url::parse(&absolute(text))
}

/// `text` with a scheme, if it is an address that leaves it to the page.
pub fn absolute(text: &str) -> Cow<'_, str> {
    if text.starts_with("//") {
        format!("https:{text}").into()
    } else {
        text.into()
    }
}

/// The scheme of `text` in small letters, even if a mistake follows it; none for a path.
pub fn scheme(text: &str) -> Option<String> {
    match parse(text) {
        Ok(url) => Some(url.scheme().to_owned()),
        Err(ParseError::RelativeUrlWithoutBase) => None,
        Err(_) => {
            let absolute = absolute(text);
            let (scheme, _) = absolute.split_once(':')?;
            Some(scheme.trim().to_ascii_lowercase())
        }
    }
}

/// Whether `text` is meant as an address of a page, even if it has a mistake in it.
pub fn is_web(text: &str) -> bool {
    scheme(text).is_some_and(|scheme| WEB.contains(&scheme.as_str()))
}

/// The host that `text` names, in small letters and ASCII.
pub fn host(text: &str) -> Option<String> {
    parse(text).ok()?.host_str().map(str::to_owned)
}

/// What follows the scheme and its slashes, as written.
pub fn without_scheme(text: &str) -> Option<&str> {
    Some(text.split_once("//")?.1)
}

/// The host in `text` and its port, as written.
pub fn shown_host(text: &str) -> &str {
    let rest = without_scheme(text).unwrap_or(text);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_told_from_paths() {
        let scheme = |text| scheme(text).unwrap_or_default();
        assert_eq!(scheme("https://x.example"), "https");
        assert_eq!(scheme("//x.example"), "https");
        assert_eq!(scheme("mailto:a@x.example"), "mailto");
        assert_eq!(scheme("JavaScript:alert(1)"), "javascript");
        assert_eq!(scheme("java\tscript:alert(1)"), "javascript");
        assert_eq!(scheme("teil:eins.md"), "teil");
        assert_eq!(scheme("HTTPS://"), "https");
        assert_eq!(scheme("http://a b.example"), "http");
        for path in ["a/b:c.md", "a.md#x:y", "#x", "?x", "", "/a", "\\\\host\\a"] {
            assert_eq!(scheme(path), "", "{path}");
        }
    }

    #[test]
    fn only_pages_are_on_the_web() {
        assert!(
            ["http://x.example", "//x.example", "HTTPS://"]
                .into_iter()
                .all(is_web)
        );
        assert!(
            !["ftp://x.example", "mailto:a@x", "x.example"]
                .into_iter()
                .any(is_web)
        );
    }

    #[test]
    fn hosts_are_as_browsers_ask_for_them_and_as_authors_write_them() {
        let url = "https://Bücher.example:8080/a?b";
        assert_eq!(host(url).as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(shown_host(url), "Bücher.example:8080");
        assert_eq!(host("https://"), None);
        assert_eq!(without_scheme(url), Some("Bücher.example:8080/a?b"));
    }
}
