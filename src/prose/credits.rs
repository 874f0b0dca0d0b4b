//! Whether a caption says who made the picture.

/// What a credit has in it, in small letters.
const MARKS: [&str; 20] = [
    "©",
    "(c)",
    "cc by",
    "cc-by",
    "cc0",
    "foto",
    "photo",
    "bild:",
    "grafik",
    "graphic",
    "abbildung:",
    "illustration",
    "zeichnung",
    "drawing",
    "quelle",
    "source",
    "lizenz",
    "licence",
    "license",
    "gemeinfrei",
];

/// Whether `caption` names the maker of a picture, or says where it is from.
pub fn names_maker(caption: &str) -> bool {
    if caption.is_empty() {
        return false;
    }
    let caption = caption.to_lowercase();
    MARKS.iter().any(|mark| caption.contains(mark))
}
