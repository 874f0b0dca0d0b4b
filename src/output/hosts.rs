//! Files that tell common hosts what pages may do, and what caches may keep: Netlify and Cloudflare read
//! `_headers`, Apache `.htaccess`, and nginx includes `headers.nginx.conf` where its own files say so. They
//! carry the same policy as the markup of pages, plus headers that only work over HTTP.
//!
//! What has a fingerprint in its name may be kept for ever. All else may be kept too, but has to be asked
//! for anew: so no cache mixes two releases. Netlify and Cloudflare do the latter by themselves; their file
//! could not take it back for single paths.

use super::fingerprints::Fingerprints;
use crate::link::Linked;
use crate::pages::{DATA_PARTS, SEARCH_SCRIPTS, data_folder};
use crate::search;
use crate::theme::{POLICY, Theme};

/// What only a host can say, by the name of the header.
const HEADERS: [(&str, &str); 4] = [
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// What caches may do with files in whose names are fingerprints, and with all others.
const KEPT: &str = "public, max-age=31536000, immutable";
const ASKED_FOR: &str = "no-cache";

/// The names with fingerprints below `assets/`, for servers that read patterns.
const NAMES: &str = r"\.([0-9a-f]{6}|[0-9a-f]{8})\.(css|js)$";

/// The headers that go with every file of a site.
pub fn headers() -> impl Iterator<Item = (&'static str, String)> {
    let policy = format!("{POLICY}; frame-ancestors 'self'");
    let others = HEADERS.map(|(name, value)| (name, value.to_owned()));
    std::iter::once(("Content-Security-Policy", policy)).chain(others)
}

/// The files for Netlify and Cloudflare, for Apache, and for nginx.
pub(super) fn files(linked: &Linked, theme: &Theme) -> [String; 3] {
    // Only the address says where below the server's root the site stands.
    let base = linked.site.config.url.as_ref();
    let missing = base.map(|base| format!("{}404.html", base.path()));
    let missing = |before: &str, behind: &str| {
        let page = missing.as_ref();
        page.map_or_else(String::new, |page| format!("{before} {page}{behind}\n"))
    };
    let all = lines("  ", ": ", "\n");
    let root = base.map_or("/", |base| base.path());
    let kept: String = fingerprinted(linked, theme)
        .map(|path| format!("{root}{path}\n  Cache-Control: {KEPT}\n"))
        .collect();
    let apache = lines("  Header always set ", " \"", "\"\n");
    let apache_missing = missing("ErrorDocument 404", "");
    let nginx = lines("add_header ", " \"", "\" always;\n");
    let nginx_missing = missing("error_page 404", ";");
    // Neither server sends what caches may do with an error: it may be gone in a moment.
    [
        format!("/*\n{all}{kept}"),
        format!(
            "{apache_missing}<IfModule mod_headers.c>\n{apache}\
             \x20 Header set Cache-Control \"{ASKED_FOR}\"\n\
             \x20 <FilesMatch \"{NAMES}\">\n\
             \x20   Header set Cache-Control \"{KEPT}\"\n\
             \x20 </FilesMatch>\n</IfModule>\n"
        ),
        format!(
            "{nginx_missing}{nginx}\
             set $transferbuch_cache \"{ASKED_FOR}\";\n\
             if ($uri ~ \"/assets/.*{NAMES}\") {{\n\
             \x20 set $transferbuch_cache \"{KEPT}\";\n}}\n\
             add_header Cache-Control $transferbuch_cache;\n"
        ),
    ]
}

/// Patterns of the paths with fingerprints, with a star at their end or none.
fn fingerprinted<'a>(linked: &'a Linked, theme: &'a Theme) -> impl Iterator<Item = String> + 'a {
    let of_edition = |edition| {
        let data = data_folder(edition) + DATA_PARTS;
        [search::parts_folder(edition), data].map(|folder| folder + "*")
    };
    let editions = linked.site.editions.iter().flat_map(of_edition);
    let names = Fingerprints::of(theme).paths();
    [format!("{SEARCH_SCRIPTS}*")]
        .into_iter()
        .chain(editions)
        .chain(names)
}

/// Each header with what stands before its name, before its value and behind it.
fn lines(before: &str, between: &str, behind: &str) -> String {
    headers()
        .map(|(name, value)| format!("{before}{name}{between}{value}{behind}"))
        .collect()
}
