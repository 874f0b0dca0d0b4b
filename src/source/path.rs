//! A file's path relative to the handbook's root.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

/// A path below the handbook's root, empty for the root itself: names with `/` between them, none of
/// them empty, `.` or `..`; in NFC. So it is never absolute and leads nowhere else, on Windows neither:
/// no name has a backslash.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandbookPath(Arc<str>);

/// Why a text is no path below the handbook's root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathError {
    /// It begins with `/`.
    Absolute,
    /// There is nothing before, between or behind two `/`.
    EmptyName,
    /// A name is `.` or `..`.
    Dots,
    /// A name has a backslash, which Windows reads as a slash, a line break or a NUL.
    Character,
    /// It leads out of the handbook.
    Outside,
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absolute => "the path is absolute",
            Self::EmptyName => "the path has an empty name",
            Self::Dots => "the path has the name `.` or `..`",
            Self::Character => "the path has a character that no name can have",
            Self::Outside => "the path leads out of the handbook",
        })
    }
}

impl std::error::Error for PathError {}

impl HandbookPath {
    /// Takes `path` as it is, but for its composed characters.
    ///
    /// # Errors
    /// It isn't one below the handbook's root.
    pub fn parse(path: &str) -> Result<Self, PathError> {
        if path.starts_with('/') {
            return Err(PathError::Absolute);
        }
        for name in path.split('/').filter(|_| !path.is_empty()) {
            match name {
                "" => return Err(PathError::EmptyName),
                "." | ".." => return Err(PathError::Dots),
                _ => {}
            }
        }
        Self::of_names(path)
    }

    /// `path`, whose names are neither empty nor dots.
    fn of_names(path: &str) -> Result<Self, PathError> {
        if path.contains(['\\', '\n', '\0']) {
            return Err(PathError::Character);
        }
        Ok(Self(Arc::from(&*composed(path))))
    }

    /// A path that the program itself names.
    ///
    /// # Panics
    /// In debug builds, if it isn't one below the handbook's root.
    pub fn literal(path: &'static str) -> Self {
        debug_assert!(
            Self::parse(path).is_ok(),
            "{path} is no path below the root"
        );
        Self(Arc::from(path))
    }

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

    /// Where `target` leads, seen from `folder`: `..` and `.` are walked.
    ///
    /// # Errors
    /// It leaves the handbook, or no file can have such a name.
    pub fn resolve(folder: &str, target: &str) -> Result<Self, PathError> {
        let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
        for name in target.split('/') {
            match name {
                "" | "." => {}
                ".." => {
                    names.pop().ok_or(PathError::Outside)?;
                }
                name => names.push(name),
            }
        }
        Self::of_names(&names.join("/"))
    }
}

/// `text` in NFC: some systems write names in decomposed characters.
pub fn composed(text: &str) -> Cow<'_, str> {
    use unicode_normalization::{UnicodeNormalization, is_nfc};
    // Nothing before the combining marks changes; nearly all texts end here.
    let is_composed = text.chars().all(|c| c < '\u{300}');
    if is_composed || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
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
        assert_eq!(resolve("a/b", "../c.md"), Ok("a/c.md".into()));
        assert_eq!(resolve("a", "./x//y.md"), Ok("a/x/y.md".into()));
        assert_eq!(resolve("a", "../../etc/passwd"), Err(PathError::Outside));
        assert_eq!(resolve("a", "..\\..\\x.md"), Err(PathError::Character));
    }

    #[test]
    fn decomposed_names_are_composed() {
        let path = HandbookPath::parse("Bu\u{308}rger.md").unwrap();
        assert_eq!(path.as_str(), "Bürger.md");
    }

    #[test]
    fn a_path_that_leads_out_of_the_handbook_is_refused() {
        for (path, error) in [
            ("/etc/passwd", PathError::Absolute),
            ("a//b.md", PathError::EmptyName),
            ("a/", PathError::EmptyName),
            ("../a.md", PathError::Dots),
            ("a/./b.md", PathError::Dots),
            ("a\\..\\..\\b.md", PathError::Character),
        ] {
            assert_eq!(HandbookPath::parse(path), Err(error), "{path}");
        }
        assert_eq!(HandbookPath::parse("").unwrap().as_str(), "");
        assert_eq!(
            HandbookPath::parse("a/..b.md").unwrap().as_str(),
            "a/..b.md"
        );
    }
}
