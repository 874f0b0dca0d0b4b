//! Ways to files, as links write them.
//!
//! 1. A file may have `#`, `?` or `%` in its name. Where one is called as the link says, with or without
//!    percent-encoding, it is meant; so is one that is called like all before the last `#`.
//! 2. Else the first `#` begins an anchor, a `?` a query, and `%` an encoded character.

use crate::source::{HandbookPath, PathError, composed, percent_decode};

/// What a link names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The way to a file; empty to the page itself.
    pub link: String,
    /// The place on its page.
    pub anchor: Option<String>,
}

/// What `target` names, as far as `exists` knows of ways to files.
pub fn way(target: &str, exists: impl Fn(&str) -> bool) -> Way {
    let known = |link: &str| {
        let decoded = || percent_decode(link).filter(|decoded| exists(decoded));
        exists(link).then(|| link.to_owned()).or_else(decoded)
    };
    if target.contains(['#', '?', '%']) {
        if let Some(link) = known(target) {
            return Way { link, anchor: None };
        }
        if let Some((link, anchor)) = target.rsplit_once('#')
            && !link.is_empty()
            && let Some(link) = known(link)
        {
            let anchor = decoded_anchor(anchor);
            return Way { link, anchor };
        }
    }
    let (link, anchor) = target.split_once('#').unwrap_or((target, ""));
    let link = link.split('?').next().unwrap_or_default();
    Way {
        link: percent_decode(link).unwrap_or_else(|| link.to_owned()),
        anchor: decoded_anchor(anchor),
    }
}

fn decoded_anchor(anchor: &str) -> Option<String> {
    let anchor = percent_decode(anchor).filter(|anchor| !anchor.is_empty())?;
    Some(composed(&anchor).into_owned())
}

/// The path in the handbook to which `link` leads from the folder `from`: from the folder `content`
/// if it begins with a slash.
///
/// # Errors
/// It would leave the handbook, or no file can have such a name.
pub fn resolved(link: &str, from: &str, content: &str) -> Result<HandbookPath, PathError> {
    let folder = if link.starts_with('/') { content } else { from };
    HandbookPath::resolve(folder, link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_however_it_is_written() {
        let names = ["c#.md", "was?.md", "100%.md", "Ta:ge.md", "a b.md"];
        let exists = |link: &str| names.contains(&link);
        for (target, link, anchor) in [
            ("c#.md", "c#.md", None),
            ("c%23.md", "c#.md", None),
            ("c#.md#x", "c#.md", Some("x")),
            ("was?.md", "was?.md", None),
            ("was%3F.md#y", "was?.md", Some("y")),
            ("100%.md", "100%.md", None),
            ("100%25.md", "100%.md", None),
            ("Ta%3Age.md", "Ta:ge.md", None),
            ("a%20b.md#%C3%BC", "a b.md", Some("ü")),
            ("a.md?x=1#y", "a.md", Some("y")),
            ("#y", "", Some("y")),
            ("a.md#", "a.md", None),
        ] {
            let anchor = anchor.map(str::to_owned);
            let link = link.to_owned();
            assert_eq!(way(target, exists), Way { link, anchor }, "{target}");
        }
    }
}
