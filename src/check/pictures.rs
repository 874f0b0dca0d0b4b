//! Pictures are files, light enough to be loaded, and have as many pixels as their place shows.

use super::Content;
use crate::config::language;
use crate::diagnostic::{Finding, codes};
use crate::source::{File, HandbookPath, Media};

/// As many bytes as a picture may have that is published as it is: one second on a slow line.
const HEAVY: u64 = 1_000_000;

/// The width of a photo that stands by itself on a phone, in pixels.
const IN_TEXT: u32 = 360;

/// That of a picture on a card, on a sharp screen.
const ON_CARD: u32 = 700;

/// Finds pictures that this program can't make smaller and that take long to load.
pub(super) fn heavy(content: &Content<'_>) -> Vec<Finding> {
    let linked = content.linked;
    content.each(|path, facts, findings| {
        for image in &facts.images {
            let Some((file, _)) = linked.file(path, &image.target) else {
                continue;
            };
            let is_picture = Media::of(file.name()) == Some(Media::Picture);
            let length = published_length(content, file);
            if is_picture && !linked.pictures.contains_key(file) && length > HEAVY {
                let code = linked.site.config.default_language();
                let finding = Finding::new(&codes::HEAVY_PICTURE, path).at(image.span);
                let finding = finding.with("target", image.target.as_str());
                findings.push(finding.with("size", language::file_size(length, code)));
            }
        }
    })
}

/// Finds pictures that stand in a text as a string of letters: only files are made smaller, and lose what a
/// camera has written into them.
pub(super) fn in_text(content: &Content<'_>) -> Vec<Finding> {
    let code = content.linked.site.config.default_language();
    content.each(|path, facts, findings| {
        for image in facts.images.iter().filter(|image| is_data(&image.target)) {
            let size = language::file_size(image.target.len() as u64, code);
            let finding = Finding::new(&codes::PICTURE_IN_TEXT, path).at(image.span);
            findings.push(finding.with("size", size));
        }
    })
}

/// Whether an address holds a picture of pixels.
fn is_data(target: &str) -> bool {
    let begins = |with: &str| {
        let beginning = target.get(..with.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(with))
    };
    begins("data:image/") && !begins("data:image/svg")
}

/// How large a file is on the site, if it isn't made smaller.
fn published_length(content: &Content<'_>, file: &HandbookPath) -> u64 {
    let known = content.linked.site.pictures.get(file);
    if let Some(drawing) = known.and_then(|picture| picture.drawing.as_ref()) {
        return drawing.text.len() as u64;
    }
    match content.snapshot.get(file.as_str()) {
        Some(File::Asset { len }) => *len,
        _ => 0,
    }
}

/// Finds photos that have fewer pixels than their place shows.
pub(super) fn small(content: &Content<'_>) -> Vec<Finding> {
    let linked = content.linked;
    let width = |file: &HandbookPath| {
        let raster = linked.site.pictures.get(file)?.raster.as_ref()?;
        let shown = raster.stored.turned(raster.orientation);
        raster.is_photo.then_some(shown.width)
    };
    let finding = |path: &HandbookPath, target: &str, width: u32, wanted: u32| {
        Finding::new(&codes::PICTURE_TOO_SMALL, path)
            .with("target", target)
            .with("width", width as usize)
            .with("wanted", wanted as usize)
    };
    let mut findings = content.each(|path, facts, findings| {
        for image in facts.images.iter().filter(|image| image.alone) {
            let file = linked.file(path, &image.target);
            if let Some(width) = file.and_then(|(file, _)| width(file))
                && width < IN_TEXT
            {
                let finding = finding(path, &image.target, width, IN_TEXT);
                findings.push(finding.at(image.span));
            }
        }
    });
    // What stands in for a missing translation is reported where it is at home.
    let chapters = linked.site.chapters.iter();
    for chapter in chapters.filter(|chapter| !chapter.is_fallback) {
        let Some(image) = chapter.parsed.front.image.as_ref() else {
            continue;
        };
        let file = linked.file(chapter.path(), &image.file.value);
        if let Some(width) = file.and_then(|(file, _)| width(file))
            && width < ON_CARD
        {
            let finding = finding(chapter.path(), &image.file.value, width, ON_CARD);
            findings.push(finding.at(image.file.span));
        }
    }
    findings
}
