//! Names of kinds and fields, as authors write them.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The name of a kind in front matter, in the names of templates and in addresses.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(Arc<str>);

/// The name of a field of a kind or of a record: its key in front matter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(Arc<str>);

impl KindId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for KindId {
    fn from(id: &str) -> Self {
        Self(Arc::from(id))
    }
}

impl From<&str> for FieldId {
    fn from(id: &str) -> Self {
        Self(Arc::from(id))
    }
}

/// Reads as the text that it is.
impl Deref for KindId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// Reads as the text that it is.
impl Deref for FieldId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// So that kinds are found by what an author wrote.
impl Borrow<str> for KindId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Debug for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
