//! The fonts that the program brings for books, under the SIL Open Font License and that of DejaVu; their
//! texts stand beside them. A book embeds the letters that it needs of them.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The family of texts.
pub(super) const TEXT: &str = "Noto Serif";

/// The family of Arabic texts.
const ARABIC: &str = "Noto Naskh Arabic";

/// The family of code, which has signs that the others lack.
const CODE: &str = "DejaVu Sans Mono";

/// The families in the order in which a letter is looked for in them, after those of the handbook.
pub(super) const FAMILIES: [&str; 3] = [TEXT, ARABIC, CODE];

/// The fonts that the program brings.
pub(super) static OWN: LazyLock<Vec<Font>> = LazyLock::new(|| {
    const FILES: [&[u8]; 7] = [
        include_bytes!("../../../fonts/NotoSerif-Regular.ttf"),
        include_bytes!("../../../fonts/NotoSerif-Italic.ttf"),
        include_bytes!("../../../fonts/NotoSerif-Bold.ttf"),
        include_bytes!("../../../fonts/NotoSerif-BoldItalic.ttf"),
        include_bytes!("../../../fonts/NotoNaskhArabic-Regular.ttf"),
        include_bytes!("../../../fonts/NotoNaskhArabic-Bold.ttf"),
        include_bytes!("../../../fonts/DejaVuSansMono.ttf"),
    ];
    let fonts = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file)));
    fonts.collect()
});

/// The fonts in a file; none if it isn't one.
pub(super) fn read(bytes: Vec<u8>) -> Vec<Font> {
    Font::iter(Bytes::new(bytes)).collect()
}
