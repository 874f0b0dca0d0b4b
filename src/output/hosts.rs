//! Files that tell common hosts what pages may do: Netlify and Cloudflare read `_headers`, Apache
//! `.htaccess`. They say what the markup of pages says too, and what only a host can say.

use crate::link::Linked;
use crate::theme::POLICY;

/// What only a host can say, by the name of the header.
const HEADERS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// The headers that go with every file of a site.
pub fn headers() -> impl Iterator<Item = (&'static str, String)> {
    let policy = format!("{POLICY}; frame-ancestors 'self'");
    let others = HEADERS.map(|(name, value)| (name, value.to_owned()));
    std::iter::once(("Content-Security-Policy", policy)).chain(others)
}

/// The files, by path.
pub(super) fn files(linked: &Linked) -> [(&'static str, String); 2] {
    let lines: String = headers()
        .map(|(name, value)| format!("  {name}: {value}\n"))
        .collect();
    let all = format!("/*\n{lines}");
    let lines: String = headers()
        .map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"))
        .collect();
    // Only the address says where below the server's root the page for missing addresses stands.
    let missing = linked
        .site
        .config
        .url
        .as_ref()
        .map_or_else(String::new, |url| {
            let host = url.find("//").map_or(0, |at| at + 2);
            let path = url[host..].find('/').map_or("/", |at| &url[host + at..]);
            format!("ErrorDocument 404 {path}404.html\n")
        });
    let apache = format!("{missing}<IfModule mod_headers.c>\n{lines}</IfModule>\n");
    [("_headers", all), (".htaccess", apache)]
}

/// Their paths.
pub(super) const PATHS: [&str; 2] = ["_headers", ".htaccess"];
