//! How a page that a browser shows becomes the new one without being loaded.
//!
//! 1. Both are cut where a block begins that says where it stands in the author's files.
//! 2. What is the same before and behind stays. What is between must be whole paragraphs, items or rows of
//!    plain text: no script of the theme has done anything to these.
//! 3. Everything else is loaded anew.

use serde::Serialize;

use crate::html::PLACE_ATTRIBUTE;

/// Elements that may be replaced.
const BLOCKS: [&str; 5] = ["p", "li", "tr", "dt", "dd"];
/// What may stand in them.
const INLINE: [&str; 9] = ["a", "br", "code", "del", "em", "s", "strong", "td", "th"];

/// What makes one page out of another.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Patch {
    /// How many blocks the page has that say where they stand.
    blocks: usize,
    #[serde(flatten)]
    replaced: Option<Replaced>,
    /// Where the blocks of the new page stand.
    places: Vec<String>,
}

/// Blocks in the place of others.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Replaced {
    /// The number of the first one to replace.
    first: usize,
    /// How many there are to replace.
    count: usize,
    html: String,
}

impl Patch {
    /// What makes `new` out of `old`, if it can be done.
    pub fn between(old: &str, new: &str) -> Option<Self> {
        let (before, after) = (Blocks::of(old), Blocks::of(new));
        let same = |(old, new): (&Block<'_>, &Block<'_>)| old.is_like(new);
        if before.head != after.head {
            return None;
        }
        let (olds, news) = (&before.blocks[..], &after.blocks[..]);
        let mut start = olds.iter().zip(news).take_while(|pair| same(*pair)).count();
        let left = olds.len().min(news.len()) - start;
        let behind = olds.iter().rev().zip(news.iter().rev()).take(left);
        let mut end = behind.take_while(|pair| same(*pair)).count();
        let is_same = olds.len() == news.len() && start == olds.len();
        let mut replaced = None;
        if !is_same {
            // Where nothing stood or stands, a neighbour says where that is.
            if start + end == olds.len().min(news.len()) {
                if start > 0 && olds[start - 1].element().is_some() {
                    start -= 1;
                } else if end > 0 {
                    end -= 1;
                } else {
                    return None;
                }
            }
            let old = &olds[start..olds.len() - end];
            let new = &news[start..news.len() - end];
            if rest(old)? != rest(new)? {
                return None;
            }
            replaced = Some(Replaced {
                first: start,
                count: old.len(),
                html: new.iter().filter_map(Block::element).collect(),
            });
        }
        Some(Self {
            blocks: olds.len(),
            replaced,
            places: news.iter().map(|block| block.place.to_owned()).collect(),
        })
    }
}

/// What stands behind the last of some blocks, if they are elements that may be replaced and stand together.
fn rest<'h>(blocks: &[Block<'h>]) -> Option<&'h str> {
    let (last, others) = blocks.split_last()?;
    let alone = |block: &Block<'_>| block.behind().is_some_and(|rest| rest.trim().is_empty());
    others.iter().all(alone).then_some(())?;
    last.behind()
}

/// A page, cut.
struct Blocks<'h> {
    /// What stands before the first block.
    head: &'h str,
    blocks: Vec<Block<'h>>,
}

/// From the beginning of a block to that of the next one.
struct Block<'h> {
    /// The element's name.
    name: &'h str,
    place: &'h str,
    /// All of it.
    html: &'h str,
    /// What follows the place.
    inner: &'h str,
}

impl<'h> Blocks<'h> {
    fn of(html: &'h str) -> Self {
        let sign = format!(" {PLACE_ATTRIBUTE}=\"");
        let mut begins = Vec::new();
        for (at, _) in html.match_indices(&sign) {
            let Some(tag) = html[..at].rfind('<') else {
                continue;
            };
            let name = &html[tag + 1..at];
            if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                begins.push((tag, name, at + sign.len()));
            }
        }
        let ends = begins.iter().skip(1).map(|(tag, _, _)| *tag);
        let ends = ends.chain([html.len()]);
        let blocks = begins.iter().zip(ends).map(|((tag, name, place), end)| {
            let written = &html[*place..end];
            let (place, inner) = written.split_once('"').unwrap_or((written, ""));
            Block {
                name,
                place,
                html: &html[*tag..end],
                inner,
            }
        });
        Self {
            head: &html[..begins.first().map_or(html.len(), |(tag, _, _)| *tag)],
            blocks: blocks.collect(),
        }
    }
}

impl<'h> Block<'h> {
    /// Whether it is the same, wherever it stands in the author's files.
    fn is_like(&self, other: &Block<'_>) -> bool {
        self.name == other.name && self.inner == other.inner
    }

    /// The element, if it may be replaced.
    fn element(&self) -> Option<&'h str> {
        let behind = self.behind()?;
        Some(&self.html[..self.html.len() - behind.len()])
    }

    /// What stands behind the element, if it may be replaced.
    fn behind(&self) -> Option<&'h str> {
        if !BLOCKS.contains(&self.name) {
            return None;
        }
        let end = format!("</{}>", self.name);
        let (inner, behind) = self.inner.split_once(&end)?;
        let (_, inner) = inner.split_once('>')?;
        let is_plain = |tag: &str| {
            let tag = tag.trim_start_matches('/');
            let name = tag.split([' ', '>']).next().unwrap_or_default();
            let has_class = || {
                tag.split_once('>')
                    .is_none_or(|(tag, _)| tag.contains(" class="))
            };
            INLINE.contains(&name) && (name != "a" || !has_class())
        };
        inner.split('<').skip(1).all(is_plain).then_some(behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(blocks: &str) -> String {
        let numbered = blocks.split('|').enumerate().map(|(number, block)| {
            let (name, rest) = block.split_once('>').unwrap();
            format!("{name} data-source=\"a.md:{number}\">{rest}\n")
        });
        let blocks: String = numbered.collect();
        format!("<head>\n<main>\n{blocks}</main>\n")
    }

    /// The patch from one page to another, as first, count and HTML without places.
    fn patch(old: &str, new: &str) -> Option<(usize, usize, String)> {
        let patch = Patch::between(&page(old), &page(new))?;
        assert_eq!(patch.blocks, old.split('|').count());
        assert_eq!(patch.places.len(), new.split('|').count());
        let replaced = patch.replaced.unwrap();
        let mut html = replaced.html;
        for place in &patch.places {
            html = html.replace(&format!(" data-source=\"{place}\""), "");
        }
        Some((replaced.first, replaced.count, html))
    }

    #[test]
    fn plain_blocks_are_replaced() {
        let old = "<h2>A</h2>|<p>Eins</p>|<p>Zwei</p>|<h2>B</h2>|<p>Drei</p>";
        for (new, expected) in [
            (
                "<h2>A</h2>|<p>Eins</p>|<p>Zwei <em>neu</em></p>|<h2>B</h2>|<p>Drei</p>",
                (2, 1, "<p>Zwei <em>neu</em></p>"),
            ),
            (
                "<h2>A</h2>|<p>Eins</p>|<p>Neu</p>|<p>Zwei</p>|<h2>B</h2>|<p>Drei</p>",
                (1, 1, "<p>Eins</p><p>Neu</p>"),
            ),
            (
                "<h2>A</h2>|<p>Neu</p>|<p>Eins</p>|<p>Zwei</p>|<h2>B</h2>|<p>Drei</p>",
                (1, 1, "<p>Neu</p><p>Eins</p>"),
            ),
            (
                "<h2>A</h2>|<p>Eins</p>|<h2>B</h2>|<p>Drei</p>",
                (1, 2, "<p>Eins</p>"),
            ),
            (
                "<h2>A</h2>|<p>Eins</p>|<p>Zwei</p>|<h2>B</h2>|<p>Drei</p>|<p>Vier</p>",
                (4, 1, "<p>Drei</p><p>Vier</p>"),
            ),
        ] {
            let (first, count, html) = expected;
            assert_eq!(patch(old, new), Some((first, count, html.into())), "{new}");
        }
    }

    #[test]
    fn what_scripts_touch_or_others_show_is_loaded() {
        let old = "<h2>A</h2>|<p>Eins</p>|<ul><li>a</li></ul>|<p>Zwei</p>";
        for new in [
            "<h2>Anders</h2>|<p>Eins</p>|<ul><li>a</li></ul>|<p>Zwei</p>",
            "<h2>A</h2>|<p>Eins <img src=\"a.png\"></p>|<ul><li>a</li></ul>|<p>Zwei</p>",
            "<h2>A</h2>|<p><a class=\"term\" href=\"#\">Eins</a></p>|<ul><li>a</li></ul>|<p>Zwei</p>",
            "<h2>A</h2>|<p>Eins</p>|<pre class=\"code\"><code>a</code></pre>|<p>Zwei</p>",
            "<h2>A</h2>|<p>Eins</p>|<p>Zwei</p>",
            "<p>Eins</p>",
        ] {
            assert_eq!(patch(old, new), None, "{new}");
        }
        let (one, other) = (page("<p>Eins</p>"), page("<p>Eins</p>"));
        assert_eq!(
            Patch::between(&one, &other.replace("<head>", "<title>")),
            None
        );
    }

    #[test]
    fn only_places_change_where_only_lines_do() {
        let old = page("<p>Eins</p>|<p>Zwei</p>");
        let new = old.replace(":1\"", ":7\"");
        let patch = Patch::between(&old, &new).unwrap();
        assert_eq!(patch.replaced, None);
        assert_eq!(patch.places, ["a.md:0", "a.md:7"]);
    }
}
