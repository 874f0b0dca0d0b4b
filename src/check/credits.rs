//! Images name their makers, where the handbook asks for that.

use super::Content;
use crate::diagnostic::{Finding, codes};
use crate::markdown::{DECORATIVE, Image, is_include};

/// Finds images without a credit in their captions. Decoration is left out: it has no caption.
pub(super) fn missing(content: &Content<'_>) -> Vec<Finding> {
    if !content.linked.site.config.image_credits {
        return Vec::new();
    }
    content.each(|path, facts, findings| {
        let images = facts.images.iter().filter(|image| lacks_credit(image));
        findings.extend(images.map(|image| {
            Finding::new(&codes::IMAGE_WITHOUT_CREDIT, path)
                .at(image.span)
                .with("target", image.target.as_str())
        }));
    })
}

fn lacks_credit(image: &Image) -> bool {
    let alt = image.alt.as_deref().map(str::trim);
    let decorative = alt == Some(DECORATIVE) || image.html && alt == Some("");
    !decorative && !is_include(&image.target) && !image.names_maker
}
