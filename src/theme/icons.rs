//! Icons: small drawings in the theme's folder `icons`, in the colour of the words beside them.
//!
//! They stand in the page itself, since a file of their own could neither take on a colour nor be
//! shown by a browser that opens the page from a disk.

use std::collections::BTreeMap;

use super::layers::{Layer, ThemeFile};

/// The HTML of all icons, by name: the handbook's own over the standard ones.
pub(super) fn read(standard: &Layer, own: &Layer) -> BTreeMap<String, String> {
    let files = standard.iter().chain(own);
    let icon = |(path, file): (&String, &ThemeFile)| {
        let name = path.strip_prefix("icons/")?.strip_suffix(".svg")?;
        Some((name.to_owned(), html(file.text()?)?))
    };
    files.filter_map(icon).collect()
}

/// What the file of an icon draws, as an element of a page that says nothing by itself. How lines are
/// drawn is a matter of style.
fn html(svg: &str) -> Option<String> {
    let (_, drawn) = svg.split_once("<svg")?;
    let (attributes, drawn) = drawn.split_once('>')?;
    let (drawn, _) = drawn.rsplit_once("</svg>")?;
    let view = attributes.split_once("viewBox=\"")?.1.split('"').next()?;
    Some(format!(
        "<svg class=\"icon\" viewBox=\"{view}\" aria-hidden=\"true\">{}</svg>",
        drawn.trim()
    ))
}

#[cfg(test)]
mod tests {
    use super::super::layers;
    use super::*;
    use crate::kind::ICONS;

    #[test]
    fn the_standard_theme_draws_every_icon_that_kinds_can_have() {
        let drawn = read(&layers::standard(), &Layer::new());
        for name in ICONS {
            assert!(drawn.contains_key(name), "{name}");
        }
        for (name, html) in drawn {
            assert!(html.len() < 400, "{name} is {} bytes long", html.len());
            assert!(
                !html.contains("style") && !html.contains("script"),
                "{name}"
            );
        }
    }
}
