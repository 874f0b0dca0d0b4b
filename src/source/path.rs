//! A file's path relative to the handbook's root.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A path below the handbook's root: `/` between names, no `.` or `..`, never absolute, NFC.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandbookPath(Arc<str>);

impl HandbookPath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds it; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Name without folders.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The ending behind the last dot of the name, as written; empty without one.
    pub fn extension(&self) -> &str {
        self.name()
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// Whether the ending is `extension`, whatever its case.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.extension().eq_ignore_ascii_case(extension)
    }

    /// Whether it lies below `folder`; everything lies below the empty folder.
    pub fn is_below(&self, folder: &str) -> bool {
        self.relative_to(folder).is_some()
    }

    /// The rest behind `folder`, if it lies below it.
    pub fn relative_to(&self, folder: &str) -> Option<&str> {
        if folder.is_empty() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }

    /// Where `target` leads, seen from `folder`: `..` and `.` are walked. `None` if it would leave
    /// the handbook.
    pub fn resolve(folder: &str, target: &str) -> Option<Self> {
        let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
        for name in target.split('/') {
            match name {
                "" | "." => {}
                ".." => {
                    names.pop()?;
                }
                name => names.push(name),
            }
        }
        Some(names.join("/").as_str().into())
    }
}

impl From<&str> for HandbookPath {
    fn from(path: &str) -> Self {
        use unicode_normalization::{UnicodeNormalization, is_nfc};
        if is_nfc(path) {
            Self(Arc::from(path))
        } else {
            Self(path.nfc().collect::<String>().into())
        }
    }
}

impl Borrow<str> for HandbookPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HandbookPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for HandbookPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_resolve_and_never_leave_the_handbook() {
        let resolve = |folder, target| {
            HandbookPath::resolve(folder, target).map(|path| path.as_str().to_owned())
        };
        assert_eq!(resolve("a/b", "../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(resolve("a", "./x//y.md").as_deref(), Some("a/x/y.md"));
        assert_eq!(resolve("a", "../../etc/passwd"), None);
    }

    #[test]
    fn decomposed_names_are_composed() {
        assert_eq!(HandbookPath::from("Bu\u{308}rger.md").as_str(), "Bürger.md");
    }
}
