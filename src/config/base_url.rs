//! Where a site will be published.

use std::fmt;

use url::Url;

use crate::source::web;

/// An address on the web with a slash at its end, below which a site is published. It stands in
/// pages as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    written: String,
    /// Where its path begins.
    path: usize,
}

impl BaseUrl {
    /// The address that `text` is; `None` if it is none on the web.
    pub fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let behind_scheme = web::without_scheme(text)?;
        let named = !behind_scheme.starts_with('/') && !text.contains(char::is_whitespace);
        if !web::is_web(text) || !url.has_host() || !named {
            return None;
        }
        let mut written = text.to_owned();
        if !written.ends_with('/') {
            written.push('/');
        }
        let host = text.len() - behind_scheme.len();
        let path = host + written[host..].find('/')?;
        Some(Self { written, path })
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Its path on the server, with slashes at both ends.
    pub fn path(&self) -> &str {
        &self.written[self.path..]
    }

    /// Where `url` leads below it, over any of the web's schemes; `None` if it leads elsewhere.
    pub fn address_of<'u>(&self, url: &'u str) -> Option<&'u str> {
        let place = web::without_scheme(url).filter(|_| web::is_web(url))?;
        let own = web::without_scheme(&self.written)?;
        let address = place.strip_prefix(own);
        address.or_else(|| (place == own.trim_end_matches('/')).then_some(""))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_the_web_ends_with_a_slash() {
        let path = |text| BaseUrl::parse(text).map(|url| (url.to_string(), url.path().to_owned()));
        let of = |url: &str, path: &str| Some((url.to_owned(), path.to_owned()));
        assert_eq!(path("https://x.example"), of("https://x.example/", "/"));
        assert_eq!(
            path("http://x.example:80/h/ü"),
            of("http://x.example:80/h/ü/", "/h/ü/")
        );
        for wrong in [
            "x.example",
            "www.x.example/h",
            "//x.example",
            "https:///h",
            "https://",
            "https://a b.example",
            "https://x.example:port",
            "ftp://x.example",
            "mailto:a@x.example",
        ] {
            assert_eq!(path(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_address_below_it_is_known_over_any_scheme() {
        let base = BaseUrl::parse("https://x.example/h/").unwrap();
        assert_eq!(base.address_of("http://x.example/h/a/#b"), Some("a/#b"));
        assert_eq!(base.address_of("https://x.example/h"), Some(""));
        assert_eq!(base.address_of("https://x.example/"), None);
        assert_eq!(base.address_of("x.example/h/a/"), None);
    }
}
