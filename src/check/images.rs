//! Images say what they show, or that they show nothing.

use std::collections::BTreeSet;

use super::{Content, Text};
use crate::diagnostic::{Finding, codes};
use crate::markdown::{Image, is_include};
use crate::picture::is_too_large;
use crate::source::{HandbookPath, Picture};

/// Endings of image files.
const ENDINGS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "tif"];

/// Finds images without an alternative text or a mark of decoration.
pub(super) fn alternatives(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let images = &text.document.facts.images;
    let images = images.iter().filter(|image| lacks_text(image));
    findings.extend(images.map(|image| {
        Finding::new(&codes::IMAGE_WITHOUT_TEXT, text.path)
            .at(image.span)
            .with("target", image.target.as_str())
    }));
}

/// Finds captions that no reader sees: only an image alone in its paragraph has one. Where images must name
/// their makers, that is more than a matter of taste.
pub(super) fn captions(content: &Content<'_>) -> Vec<Finding> {
    if !content.linked.site.config.image_credits && content.today.is_none() {
        return Vec::new();
    }
    content.each(|path, facts, findings| {
        let hidden = facts.images.iter().filter(|image| {
            let has_caption = !image.html && !image.title.trim().is_empty();
            has_caption && !image.alone && !is_include(&image.target)
        });
        findings.extend(
            hidden.map(|image| Finding::new(&codes::CAPTION_NOT_SHOWN, path).at(image.span)),
        );
    })
}

/// Finds images whose files are empty, broken or so large that they can't be shown.
pub(super) fn broken(content: &Content<'_>) -> Vec<Finding> {
    let broken = content.snapshot.broken();
    let pictures = &content.linked.site.pictures;
    let has_pixels = |picture: &Picture| picture.raster.is_some();
    if broken.is_empty() && !pictures.values().any(has_pixels) {
        return Vec::new();
    }
    let mut findings = content.each(|path, facts, findings| {
        for image in &facts.images {
            let Some((file, _)) = content.linked.file(path, &image.target) else {
                continue;
            };
            let raster = pictures
                .get(file)
                .and_then(|picture| picture.raster.as_ref());
            let finding = if broken.contains(file) {
                Finding::new(&codes::BROKEN_PICTURE, path)
            } else if let Some(raster) = raster.filter(|raster| is_too_large(raster)) {
                let megapixels = raster.stored.pixels() / 1_000_000;
                let megapixels = usize::try_from(megapixels).unwrap_or(usize::MAX);
                Finding::new(&codes::PICTURE_TOO_LARGE, path).with("megapixels", megapixels)
            } else {
                continue;
            };
            let target = image.target.as_str();
            findings.push(finding.at(image.span).with("target", target));
        }
    });
    findings.extend(unread_drawings(content));
    findings
}

/// Drawings that a link leads to: nobody knows what would be published of one that can't be read.
fn unread_drawings(content: &Content<'_>) -> Vec<Finding> {
    let broken = content.snapshot.broken();
    let shown: BTreeSet<&HandbookPath> = content
        .texts()
        .flat_map(|text| {
            text.document
                .facts
                .images
                .iter()
                .map(move |image| (text.path, image))
        })
        .filter_map(|(path, image)| Some(content.linked.file(path, &image.target)?.0))
        .collect();
    let files = content.linked.published_assets().map(|(path, _)| path);
    let unread = files.filter(|path| {
        let is_drawing = path.extension().eq_ignore_ascii_case("svg");
        is_drawing && broken.contains(*path) && !shown.contains(*path)
    });
    unread
        .map(|path| Finding::new(&codes::BROKEN_PICTURE, path).with("target", path.name()))
        .collect()
}

/// Finds images whose alternative text is the name of their file.
pub(super) fn names(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        for image in &facts.images {
            if let Some(alt) = image.alt.as_deref()
                && is_file_name(alt.trim(), &image.target)
            {
                let finding = Finding::new(&codes::IMAGE_TEXT_IS_FILE_NAME, path).at(image.span);
                findings.push(finding.with("text", alt));
            }
        }
    })
}

/// As many characters as one listens to in one go.
const TEXT_MAX: usize = 250;

/// Words that say no more than that there is an image.
const EMPTY: &str = "abb|abbildung|bild|bilddatei|bildschirmfoto|dsc|dscn|figure|foto|fotografie|grafik|graphic|icon|illustration|image|img|photo|picture|platzhalter|screenshot|unbenannt|untitled|zeichnung";

/// Finds images whose text says nothing, or so much that nobody listens to its end.
pub(super) fn texts(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        for image in facts
            .images
            .iter()
            .filter(|image| !is_include(&image.target))
        {
            let alt = image.alt.as_deref().unwrap_or_default().trim();
            let count = alt.chars().count();
            if says_nothing(alt) && !is_file_name(alt, &image.target) {
                let finding = Finding::new(&codes::IMAGE_TEXT_SAYS_NOTHING, path);
                findings.push(finding.at(image.span).with("text", alt));
            } else if count > TEXT_MAX {
                let finding = Finding::new(&codes::IMAGE_TEXT_TOO_LONG, path);
                findings.push(finding.at(image.span).with("count", count));
            }
        }
    })
}

/// Whether a text is one such word, maybe with a number: `Bild 3`, `IMG_1234`.
fn says_nothing(alt: &str) -> bool {
    let words = alt.split(|c: char| !c.is_alphabetic());
    let mut words = words.filter(|word| !word.is_empty());
    let is_empty = |word: &str| EMPTY.split('|').any(|known| known == word.to_lowercase());
    words.next().is_some_and(is_empty) && words.next().is_none()
}

/// In HTML, an empty text is the mark; in Markdown it is what an author leaves who forgot it.
fn lacks_text(image: &Image) -> bool {
    match &image.alt {
        None => true,
        Some(alt) => !image.html && alt.trim().is_empty() && !is_include(&image.target),
    }
}

/// A word such as `Logo` may well be the name of the file `Logo.svg`; a name that nobody would
/// write in a text is none.
fn is_file_name(alt: &str, target: &str) -> bool {
    let name = target.rsplit('/').next().unwrap_or_default();
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    let technical =
        |text: &str| text.contains(['_', '-']) || text.ends_with(|c: char| c.is_ascii_digit());
    let has_ending = alt.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && ENDINGS
                .iter()
                .any(|known| known.eq_ignore_ascii_case(ending))
    });
    let is_word = !alt.contains(char::is_whitespace);
    is_word && (has_ending || !stem.is_empty() && alt == stem && technical(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_told_from_words() {
        assert!(is_file_name("IMG_0815", "bilder/IMG_0815.jpg"));
        assert!(is_file_name("plan.PNG", "anders.png"));
        assert!(!is_file_name("Logo", "Logo.svg"));
        assert!(!is_file_name("Der Plan als plan.png", "plan.png"));
        assert!(!is_file_name("", ".png"));
    }

    #[test]
    fn words_that_say_nothing_are_told_from_those_that_do() {
        for empty in [
            "Bild",
            "Foto 3",
            "IMG_1234",
            "image1",
            "Abb. 2:",
            "SCREENSHOT",
        ] {
            assert!(says_nothing(empty), "{empty}");
        }
        for says in ["Bild vom Markt", "Bilder", "Fotografin Anna", "12", "-", ""] {
            assert!(!says_nothing(says), "{says}");
        }
    }
}
