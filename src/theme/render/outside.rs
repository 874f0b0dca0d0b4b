//! What leads out of the page: pictures that stand for the handbook, and the way to its makers.

use super::View;
use super::frame::feedback_hole;
use crate::link::Feedback;
use crate::site::escape;
use crate::source::{HandbookPath, RESERVED, percent_encode};
use crate::text::Arg;
use crate::theme::context::{FeedbackContext, Picture};

/// The picture of links to a handbook that has none of its own: what other sites ask for.
const PREVIEW: (&str, u32, u32) = ("assets/preview.png", 1200, 630);

impl View<'_> {
    /// The picture of the setting `name`.
    pub(super) fn picture(&self, name: &str) -> Option<Picture> {
        self.picture_of(self.linked.images.get(name)?)
    }

    /// A picture that the settings name.
    pub(super) fn picture_of(&self, path: &HandbookPath) -> Option<Picture> {
        let picture = self.site.pictures.get(path);
        let size = picture.map(|picture| picture.dimensions);
        Some(Picture {
            url: self.url(self.site.assets.get(path)?),
            ty: media_type(path),
            width: size.map(|size| size.width),
            height: size.map(|size| size.height),
            alt: String::new(),
        })
    }

    pub(super) fn icon(&self) -> Picture {
        self.picture("icon").unwrap_or_else(|| Picture {
            url: self.url("assets/favicon.svg"),
            ty: "image/svg+xml",
            width: None,
            height: None,
            alt: String::new(),
        })
    }

    /// Other sites ask for the whole address, so there is none for a handbook without one.
    pub(super) fn preview(&self) -> Option<Picture> {
        let base = self.site.config.url.as_ref()?;
        let own = self.linked.images.get("preview");
        if let Some(address) = own.and_then(|path| self.site.assets.get(path)) {
            let picture = self.picture("preview")?;
            let url = format!("{base}{}", escape(address));
            return Some(Picture { url, ..picture });
        }
        let (address, width, height) = PREVIEW;
        Some(Picture {
            url: format!("{base}{address}"),
            ty: "image/png",
            width: Some(width),
            height: Some(height),
            alt: String::new(),
        })
    }

    /// Where readers tell what they think of the page: as the handbook says, else as its imprint.
    pub(super) fn feedback(&self) -> Option<FeedbackContext> {
        let chapter = |id| FeedbackContext {
            url: self.url_of_chapter(self.site.in_edition(id, self.edition)),
            external: false,
        };
        Some(match &self.linked.feedback {
            Some(Feedback::Web(url)) => FeedbackContext {
                url: url.clone(),
                external: true,
            },
            Some(Feedback::Mail(_)) if self.shared => FeedbackContext {
                url: feedback_hole(),
                external: false,
            },
            Some(Feedback::Mail(address)) => {
                let title = Arg::Text(self.info().title);
                let subject = self.text_with("feedback-subject", [("title", title)]);
                FeedbackContext {
                    url: format!(
                        "mailto:{address}?subject={}",
                        percent_encode(&subject, RESERVED)
                    ),
                    external: false,
                }
            }
            Some(Feedback::Chapter(id)) => chapter(*id),
            None => {
                let mut legal = self.linked.legal().iter();
                let imprint = legal.find(|page| page.name == "imprint")?;
                chapter(imprint.chapter)
            }
        })
    }
}

pub(super) fn media_type(path: &HandbookPath) -> &'static str {
    match path.extension().to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        _ => "image/png",
    }
}
