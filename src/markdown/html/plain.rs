//! What raw HTML says: its text without markup, and what stands for its pictures.

use super::tokens::{TokenKind, decoded, tokens};

/// Elements within words and sentences: all others separate what stands in them from the rest.
const WITHIN_TEXT: [&str; 28] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Elements whose text nobody reads.
const UNREAD: [&str; 3] = ["script", "style", "template"];

/// The text of `html`, a blank between what stands apart.
pub(crate) fn plain_text(html: &str) -> String {
    let mut text = String::new();
    let mut unread = 0_usize;
    for token in tokens(html) {
        let name = match &token.kind {
            TokenKind::Text if unread == 0 => {
                text.push_str(&decoded(&html[token.range]));
                continue;
            }
            TokenKind::Start(tag) => {
                if tag.name == "img"
                    && let Some(alt) = tag.attribute("alt")
                {
                    text.push(' ');
                    text.push_str(alt);
                }
                unread += usize::from(UNREAD.contains(&tag.name.as_str()));
                &tag.name
            }
            TokenKind::End(name) => {
                unread = unread.saturating_sub(usize::from(UNREAD.contains(&name.as_str())));
                name
            }
            _ => continue,
        };
        if !WITHIN_TEXT.contains(&name.as_str()) {
            text.push(' ');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn words_stay_whole_and_blocks_stay_apart() {
        let text = |html: &str| {
            let text = plain_text(html);
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            text("<div><b>Run</b>der Tisch<br>im <i>Rathaus</i></div>"),
            "Runder Tisch im Rathaus"
        );
        assert_eq!(text("<table><tr><td>a</td><td>b</td></tr></table>"), "a b");
        assert_eq!(
            text("<p>K&amp;L &ndash; <img src=x alt=\"ein Plan\">da</p>"),
            "K&L – ein Plan da"
        );
        assert_eq!(text("<style>p {}</style><!-- nein --><p>ja</p>"), "ja");
    }
}
