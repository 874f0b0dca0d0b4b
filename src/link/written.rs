//! What a destination is by its spelling alone.
//!
//! 1. An address has one of the [`SCHEMES`], in the form that browsers can open.
//! 2. What looks like an address and is none may still be the name of a file; if there is no such
//!    file, it is a [`Mistake`], and what was meant is offered where that shows.
//! 3. All else is a way to a file.

use crate::diagnostic::{Code, Suggestions, codes};

/// Beginnings of addresses that lead out of the handbook.
const SCHEMES: [&str; 12] = [
    "https", "http", "mailto", "tel", "sms", "geo", "ftp", "sftp", "sip", "xmpp", "matrix",
    "webcal",
];

/// Schemes that name a host behind two slashes.
const WITH_HOST: [&str; 5] = ["https", "http", "ftp", "sftp", "webcal"];

/// Schemes that run a program or hold a page of their own.
const UNSAFE_SCHEMES: [&str; 4] = ["javascript", "vbscript", "data", "blob"];

/// What authors write for a scheme.
const SLIPS: [(&str, &str); 8] = [
    ("mail", "mailto"),
    ("email", "mailto"),
    ("e-mail", "mailto"),
    ("telefon", "tel"),
    ("phone", "tel"),
    ("fon", "tel"),
    ("handy", "tel"),
    ("fax", "tel"),
];

/// Last parts of names of hosts by which an address is told from the name of a file.
const DOMAINS: &str = " de at ch li lu eu com org net info biz edu gov int io app dev fr nl be it es pl cz dk uk ua \
     berlin hamburg bayern koeln cologne nrw ruhr saarland wien tirol gmbh schule jetzt online ";

/// What a destination is.
#[derive(Debug, PartialEq)]
pub(super) enum Written {
    /// An address out of the handbook.
    Address,
    /// A picture that the address itself holds.
    Picture,
    /// What no link may do.
    Unsafe,
    /// No address that leads anywhere, unless a file is called like that.
    Mistake(Mistake),
    /// A way to a file.
    Way,
}

/// What an address lacks.
#[derive(Debug, PartialEq)]
pub(super) struct Mistake {
    pub code: &'static Code,
    /// What was meant.
    pub meant: Option<String>,
}

impl Written {
    /// What `target` is.
    pub fn of(target: &str) -> Self {
        // As browsers read addresses.
        let target = target.replace(['\t', '\n', '\r'], "");
        let mistake = |code, meant| Self::Mistake(Mistake { code, meant });
        if let Some(rest) = target.strip_prefix("//") {
            return if is_host(host(rest)) {
                Self::Address
            } else {
                mistake(&codes::PATH_ON_ONE_MACHINE, None)
            };
        }
        if is_path_on_one_machine(&target) {
            return mistake(&codes::PATH_ON_ONE_MACHINE, None);
        }
        if let Some(meant) = without_scheme(&target) {
            return mistake(&codes::ADDRESS_WITHOUT_SCHEME, Some(meant));
        }
        let Some((scheme, rest)) = scheme(&target) else {
            return match web(&target) {
                Some(meant) => mistake(&codes::MALFORMED_ADDRESS, Some(meant)),
                None => Self::Way,
            };
        };
        if scheme == "data" && rest.to_ascii_lowercase().starts_with("image/") {
            return Self::Picture;
        }
        if UNSAFE_SCHEMES.contains(&scheme.as_str()) {
            return Self::Unsafe;
        }
        if SCHEMES.contains(&scheme.as_str()) {
            return match rest.strip_prefix("//") {
                _ if rest.trim().is_empty() => mistake(&codes::MALFORMED_ADDRESS, None),
                None if !WITH_HOST.contains(&scheme.as_str()) => Self::Address,
                Some(rest) if !host(rest).is_empty() => Self::Address,
                _ => mistake(&codes::MALFORMED_ADDRESS, web(&target)),
            };
        }
        let slip = SLIPS.iter().find(|(slip, _)| *slip == scheme);
        let meant = web(&target).or_else(|| {
            let meant = slip.map(|(_, meant)| *meant);
            let meant = meant.or_else(|| Suggestions::new(SCHEMES).nearest(&scheme))?;
            let rest = rest.trim_start_matches('/');
            let slashes = if WITH_HOST.contains(&meant) { "//" } else { "" };
            let fits = !slashes.is_empty() || !rest.is_empty() && !rest.contains('/');
            fits.then(|| format!("{meant}:{slashes}{rest}"))
        });
        mistake(&codes::MALFORMED_ADDRESS, meant)
    }
}

/// The scheme of an address in small letters, and what stands behind its colon.
fn scheme(target: &str) -> Option<(String, &str)> {
    let (scheme, rest) = target.split_once(':')?;
    let first = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    (first && scheme.bytes().all(allowed)).then(|| (scheme.to_ascii_lowercase(), rest))
}

/// The beginning of an address, up to its path.
fn host(rest: &str) -> &str {
    rest.split(['/', '\\', '?', '#']).next().unwrap_or_default()
}

/// Whether `name`, with a port or not, is that of a host on the web.
fn is_host(name: &str) -> bool {
    let name = name.rsplit_once('@').map_or(name, |(_, name)| name);
    let name = name.split(':').next().unwrap_or_default();
    let part = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    name.contains('.') && name.split('.').all(part)
}

/// Whether `name` is that of a host and can hardly be that of a file.
fn is_surely_host(name: &str) -> bool {
    let name = name.split(':').next().unwrap_or_default().to_lowercase();
    let (_, last) = name.rsplit_once('.').unwrap_or_default();
    is_host(&name)
        && (name.starts_with("www.") || DOMAINS.split_whitespace().any(|known| known == last))
}

/// `C:\`, `C:/`, `\\server\share`, `file:`.
fn is_path_on_one_machine(target: &str) -> bool {
    let drive = |target: &str| {
        let bytes = target.as_bytes();
        bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
    };
    let is_file = target
        .get(..5)
        .is_some_and(|start| start.eq_ignore_ascii_case("file:"));
    // Of two backslashes, Markdown leaves one.
    let share = target
        .strip_prefix('\\')
        .is_some_and(|rest| rest.contains('\\'));
    is_file || share || drive(target)
}

/// The address that `target` lacks only the beginning of.
fn without_scheme(target: &str) -> Option<String> {
    let host = host(target);
    if is_surely_host(host) {
        if let Some((name, _)) = host.split_once('@') {
            return (!name.is_empty() && !name.contains(':')).then(|| format!("mailto:{target}"));
        }
        return Some(format!("https://{target}"));
    }
    if let Some((name, domain)) = host.split_once('@')
        && !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "._%+-".contains(c))
        && is_host(domain)
    {
        return Some(format!("mailto:{target}"));
    }
    let number = target.strip_prefix('+')?;
    let is_number = number.len() > 5
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || " -/()".contains(c));
    is_number.then(|| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        format!("tel:+{digits}")
    })
}

/// The address on the web that `target` is but for its beginning: `http//`, `htps://`, `https:host`.
fn web(target: &str) -> Option<String> {
    let end = target.find([':', '/', '\\', ';'])?;
    let (name, rest) = target.split_at(end);
    let name = name.to_ascii_lowercase();
    // Most names of folders are nothing like it.
    if !name.contains('t') || !name.contains('p') {
        return None;
    }
    let rest = rest.trim_start_matches([':', '/', '\\', ';']);
    let scheme = match name.as_str() {
        "http" => "http",
        "https" => "https",
        name => {
            let near = Suggestions::new(["https", "http"]).nearest(name)?;
            if name.contains('s') { "https" } else { near }
        }
    };
    let host = host(rest);
    is_host(host).then(|| format!("{scheme}://{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_scheme_that_browsers_know() {
        for address in [
            "https://x.example",
            "HTTP://localhost:4000/",
            "//x.example/y",
            "mailto:a@x.example",
            "tel:+49301234",
            "geo:52.5,13.4",
        ] {
            assert_eq!(Written::of(address), Written::Address, "{address}");
        }
        for address in ["JavaScript:alert(1)", "java\nscript:x", "data:text/html,x"] {
            assert_eq!(Written::of(address), Written::Unsafe, "{address}");
        }
        assert_eq!(Written::of("data:image/png;base64,AA"), Written::Picture);
        for way in [
            "a/b:c.md",
            "a.md#x:y",
            "../s/",
            "v1.2.md",
            "plan.pdf",
            "/",
            ".",
            // Neither a name before the sign, nor one that could be a host's behind it.
            "@b.de",
            "a@b",
            "a@b c.de",
            "a@.de",
            "www.a b.de",
            "www..de",
        ] {
            assert_eq!(Written::of(way), Written::Way, "{way}");
        }
    }

    #[test]
    fn what_was_meant_is_offered() {
        let mistake = |target: &str| match Written::of(target) {
            Written::Mistake(mistake) => (mistake.code.slug, mistake.meant.unwrap_or_default()),
            other => panic!("{target}: {other:?}"),
        };
        for (target, code, meant) in [
            (
                "htps://example.org/x",
                "malformed-address",
                "https://example.org/x",
            ),
            (
                "http//example.org",
                "malformed-address",
                "http://example.org",
            ),
            (
                "https:example.org",
                "malformed-address",
                "https://example.org",
            ),
            ("https://", "malformed-address", ""),
            ("mail:a@b.de", "malformed-address", "mailto:a@b.de"),
            ("mialto:a@b.de", "malformed-address", "mailto:a@b.de"),
            ("telefon:030123", "malformed-address", "tel:030123"),
            ("notion://x/y", "malformed-address", ""),
            ("localhost:8000/x", "malformed-address", ""),
            (
                "www.example.org",
                "address-without-scheme",
                "https://www.example.org",
            ),
            (
                "example.org:80/x?y",
                "address-without-scheme",
                "https://example.org:80/x?y",
            ),
            (
                "rathaus.berlin/a",
                "address-without-scheme",
                "https://rathaus.berlin/a",
            ),
            (
                "a@b.de?subject=x",
                "address-without-scheme",
                "mailto:a@b.de?subject=x",
            ),
            ("+49 30 123-45", "address-without-scheme", "tel:+493012345"),
            (
                "a-b_c@d-e.stadt_f.de",
                "address-without-scheme",
                "mailto:a-b_c@d-e.stadt_f.de",
            ),
            ("C:\\x.docx", "path-on-one-machine", ""),
            ("c:/x.docx", "path-on-one-machine", ""),
            ("\\server\\x", "path-on-one-machine", ""),
            ("file:///home/x", "path-on-one-machine", ""),
        ] {
            assert_eq!(mistake(target), (code, meant.to_owned()), "{target}");
        }
    }
}
