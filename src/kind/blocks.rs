//! The blocks of a start page, as its front matter names them.

use crate::source::Spanned;
use crate::yaml::{Fields, Reader};

/// The names of all blocks that a start page can have, in the order of one that names none.
pub const BLOCKS: [&str; 9] = [
    "hero", "finder", "kinds", "ways", "featured", "text", "sections", "new", "logos",
];

/// Reads the names of the blocks that the front matter lists.
pub(super) fn blocks(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<Spanned<String>> {
    let Some(value) = fields.get("blocks") else {
        return Vec::new();
    };
    let mut blocks: Vec<Spanned<String>> = Vec::new();
    for item in reader.list("blocks", value) {
        let Some(name) = reader.text("blocks", item) else {
            continue;
        };
        if !BLOCKS.contains(&name.as_str()) {
            reader.unknown_value("blocks", &name, item.span, &BLOCKS);
        } else if !blocks.iter().any(|known| known.value == name) {
            blocks.push(Spanned::new(name, item.span));
        }
    }
    blocks
}
