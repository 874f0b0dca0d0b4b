//! Files that tell common hosts what pages may do: Netlify and Cloudflare read `_headers`, Apache
//! `.htaccess`, and nginx includes `headers.nginx.conf` where its own files say so. They carry the same
//! policy as the markup of pages, plus headers that only work over HTTP.

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

/// The files for Netlify and Cloudflare, for Apache, and for nginx.
pub(super) fn files(linked: &Linked) -> [String; 3] {
    // Only the address says where below the server's root the page for missing addresses stands.
    let base = linked.site.config.url.as_ref();
    let missing = base.map(|base| format!("{}404.html", base.path()));
    let missing = |before: &str, behind: &str| {
        let page = missing.as_ref();
        page.map_or_else(String::new, |page| format!("{before} {page}{behind}\n"))
    };
    let all = lines("  ", ": ", "\n");
    let apache = lines("  Header always set ", " \"", "\"\n");
    let apache_missing = missing("ErrorDocument 404", "");
    let nginx = lines("add_header ", " \"", "\" always;\n");
    let nginx_missing = missing("error_page 404", ";");
    [
        format!("/*\n{all}"),
        format!("{apache_missing}<IfModule mod_headers.c>\n{apache}</IfModule>\n"),
        format!("{nginx_missing}{nginx}"),
    ]
}

/// Each header with what stands before its name, before its value and behind it.
fn lines(before: &str, between: &str, behind: &str) -> String {
    headers()
        .map(|(name, value)| format!("{before}{name}{between}{value}{behind}"))
        .collect()
}
