//! Chapters and files that `handbook.yml` names.

use crate::source::Span;
use crate::yaml::{Fields, Node, Reader, Value};

/// Pages that the law asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legal {
    /// Who publishes it.
    pub imprint: Option<Named>,
    /// What happens with readers' data.
    pub privacy: Option<Named>,
    /// How accessible it is.
    pub accessibility: Option<Named>,
}

/// Pictures that stand for the handbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Images {
    /// Beside its title.
    pub logo: Option<Named>,
    /// Where another site shows a link to it.
    pub preview: Option<Named>,
    /// In the tabs of a browser.
    pub icon: Option<Named>,
}

/// A chapter or file that `handbook.yml` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its path, relative to the content folder.
    pub path: String,
    /// Where it is named.
    pub span: Span,
}

impl Named {
    pub(super) fn read(key: &str, value: &Value, reader: &mut Reader<'_>) -> Option<Self> {
        let path = reader.text(key, value)?;
        Some(Self {
            path,
            span: value.span,
        })
    }

    /// Reads a chapter, or a film under `video`.
    pub(super) fn read_film(
        key: &'static str,
        value: &Value,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        if !matches!(value.node, Node::Map(_)) {
            return Self::read(key, value, reader);
        }
        let mut fields = Fields::of(value, key, reader)?;
        let video = Self::of("video", &mut fields, reader);
        fields.finish(reader);
        video
    }

    fn of(key: &'static str, fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        Self::read(key, fields.get(key)?, reader)
    }
}

impl Legal {
    /// The pages that are named, in the order in which they are linked, with the message ids of
    /// their names.
    pub fn pages(&self) -> impl Iterator<Item = (&'static str, &Named)> {
        [
            ("imprint", &self.imprint),
            ("privacy", &self.privacy),
            ("accessibility", &self.accessibility),
        ]
        .into_iter()
        .filter_map(|(name, page)| page.as_ref().map(|page| (name, page)))
    }

    pub(super) fn take(&mut self, value: &Value, reader: &mut Reader<'_>) {
        let Some(mut fields) = Fields::of(value, "legal", reader) else {
            return;
        };
        self.imprint = Named::of("imprint", &mut fields, reader);
        self.privacy = Named::of("privacy", &mut fields, reader);
        self.accessibility = Named::of("accessibility", &mut fields, reader);
        fields.finish(reader);
    }
}

impl Images {
    /// The pictures, with the names of their settings.
    pub fn all(&self) -> [(&'static str, Option<&Named>); 3] {
        [
            ("logo", self.logo.as_ref()),
            ("preview", self.preview.as_ref()),
            ("icon", self.icon.as_ref()),
        ]
    }

    pub(super) fn take(&mut self, fields: &mut Fields<'_>, reader: &mut Reader<'_>) {
        self.logo = Named::of("logo", fields, reader);
        self.preview = Named::of("preview", fields, reader);
        self.icon = Named::of("icon", fields, reader);
    }
}
