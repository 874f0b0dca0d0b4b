//! Addresses: names to slugs, the way from one page to another, and the file behind an address.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::source::{RESERVED_IN_PATH, percent_encode_signs};

/// A name as part of an address or as an anchor: lower case, ä as ae, ß as ss, other accents left
/// out, everything between letters and digits as one hyphen. Never empty.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    let mut push = |text: &str| {
        for c in text.chars() {
            if c.is_alphanumeric() {
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(c);
            } else {
                gap = true;
            }
        }
    };
    for c in name.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => push("ae"),
            'ö' => push("oe"),
            'ü' => push("ue"),
            'ß' => push("ss"),
            'æ' => push("ae"),
            'ø' => push("oe"),
            'ł' => push("l"),
            // Marks and signs within a word don't part it: „Teilnehmer:innen“ parts, „geht's“ not.
            '\u{ad}' | '\'' | '’' => {}
            c if c.is_ascii() => push(c.encode_utf8(&mut [0; 4])),
            c => {
                let plain: String = std::iter::once(c)
                    .nfkd()
                    .filter(|c| !is_combining_mark(*c))
                    .collect();
                push(&plain);
            }
        }
    }
    if slug.is_empty() { "x".into() } else { slug }
}

/// The way from the page at address `from` to `to`, both below the site's root, as a relative URL.
///
/// Pages are folders: `formate/x/` stands for the `index.html` in it. A `from` that names a file
/// counts as the folder that holds it.
pub fn relative(from: &str, to: &str) -> String {
    let from = &from[..from.rfind('/').map_or(0, |at| at + 1)];
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b);
    let same = &from.as_bytes()[..same.count()];
    let shared = same.iter().rposition(|byte| *byte == b'/');
    let shared = shared.map_or(0, |at| at + 1);
    let up = from[shared..].matches('/').count();
    let mut url = "../".repeat(up);
    url.push_str(&escape(&to[shared..]));
    if url.is_empty() {
        url.push_str("./");
    }
    url
}

/// The file that a server answers an address with.
pub fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// Percent-encodes what may not stand in a URL's path; slashes and letters of all languages stay.
pub fn escape(path: &str) -> String {
    percent_encode_signs(path, RESERVED_IN_PATH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain_letters() {
        assert_eq!(
            slug("Bürgerräte & Großgruppen"),
            "buergerraete-grossgruppen"
        );
        assert_eq!(slug("Teilnehmer:innen"), "teilnehmer-innen");
        assert_eq!(slug("Wie geht's?"), "wie-gehts");
        assert_eq!(slug("Café_2. Teil"), "cafe-2-teil");
        assert_eq!(slug("A\u{308}mter"), "aemter");
        assert_eq!(slug("Громада"), "громада");
        assert_eq!(slug("…"), "x");
    }

    #[test]
    fn ways_are_relative_to_the_page() {
        assert_eq!(relative("formate/x/", "formate/y/"), "../y/");
        assert_eq!(relative("formate/x/", ""), "../../");
        assert_eq!(relative("", "formate/x/"), "formate/x/");
        assert_eq!(relative("formate/x/", "formate/x/"), "./");
        assert_eq!(
            relative("en/formate/x/", "formate/x/"),
            "../../../formate/x/"
        );
        assert_eq!(relative("404.html", "assets/style.css"), "assets/style.css");
        assert_eq!(
            relative("formate/x/", "formate/Bild 1.png"),
            "../Bild%201.png"
        );
        assert_eq!(relative("formate/", "formate-neu/"), "../formate-neu/");
    }
}
