//! Tables: where their cells stand, and how wide they are.
//!
//! 1. Cells take the places that HTML gives them; what a row lacks is filled with empty ones.
//! 2. How wide a table is, is told from its longest words and its longest lines: whether it fits the page,
//!    fits it in small letters, or has to lie on pages of its own.

use super::blocks::PartReader;
use super::data::{Block, Cell, Table};
use super::elements::{element_of, text_of};
use crate::book::tree::Element;

/// As many columns or rows as a cell may take.
const SPAN_MAX: usize = 1000;

/// The longest part of a word that isn't broken at the end of a line, in characters.
const UNBROKEN: usize = 12;

/// What stands between two columns, in characters.
const GAP: usize = 3;

/// A line longer than that makes no column wider.
const LINE_MAX: usize = 60;

/// Rows while cells are put into them.
#[derive(Default)]
struct Rows {
    /// `None` where no cell begins.
    cells: Vec<Vec<Option<Cell>>>,
    /// The places that cells take, which may be of a row above.
    taken: Vec<Vec<bool>>,
}

impl<'p> PartReader<'p> {
    pub(super) fn table(&mut self, table: &'p Element, blocks: &mut Vec<Block>) {
        let mut caption = Vec::new();
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for child in table.children.iter().filter_map(element_of) {
            match child.name.as_str() {
                "caption" => caption.extend(self.blocks(&child.children)),
                "thead" => head.extend(rows_of(child)),
                "tr" => body.push(child),
                _ => body.extend(rows_of(child)),
            }
        }
        if head.is_empty() && body.len() > 1 && is_head(body[0]) {
            head.push(body.remove(0));
        }
        let mut columns = Vec::new();
        let head = self.rows(&head, &mut columns);
        let rows = self.rows(&body, &mut columns);
        if columns.is_empty() {
            return blocks.append(&mut caption);
        }
        let needed: usize = columns.iter().map(|column| column.needed + GAP).sum();
        let longest: usize = columns.iter().map(|column| column.longest + GAP).sum();
        blocks.push(Block::Table(Table {
            fills: longest > self.pictures.paper.characters(),
            size: self.pictures.paper.size(needed),
            needed,
            caption,
            head: head.filled(columns.len()),
            rows: rows.filled(columns.len()),
            columns: columns.iter().map(Column::weight).collect(),
        }));
    }

    fn rows(&mut self, rows: &[&'p Element], columns: &mut Vec<Column>) -> Rows {
        let mut placed = Rows::default();
        placed.cells.resize_with(rows.len(), Vec::new);
        placed.taken.resize_with(rows.len(), Vec::new);
        for (y, row) in rows.iter().enumerate() {
            let mut x = 0;
            for cell in row.children.iter().filter_map(element_of) {
                while placed.taken[y].get(x).copied().unwrap_or(false) {
                    x += 1;
                }
                let colspan = span(cell, "colspan");
                let rowspan = span(cell, "rowspan").min(rows.len() - y);
                let end = x + colspan;
                for taken in &mut placed.taken[y..y + rowspan] {
                    taken.resize(taken.len().max(end), false);
                    taken[x..end].fill(true);
                }
                columns.resize(columns.len().max(end), Column::default());
                if colspan == 1 {
                    columns[x].measure(&text_of(&cell.children));
                }
                let own = &mut placed.cells[y];
                own.resize_with(own.len().max(end), || None);
                own[x] = Some(Cell {
                    colspan,
                    rowspan,
                    header: cell.name == "th",
                    align: align(cell),
                    body: self.blocks(&cell.children),
                });
                x = end;
            }
        }
        placed
    }
}

impl Rows {
    /// The cells in their order, with empty ones where a row of `width` columns has none.
    fn filled(self, width: usize) -> Vec<Vec<Cell>> {
        let rows = self.cells.into_iter().zip(self.taken);
        let filled = |(mut cells, taken): (Vec<Option<Cell>>, Vec<bool>)| {
            cells.resize_with(width, || None);
            let cells = cells.into_iter().enumerate();
            let cells = cells.filter_map(|(x, cell)| {
                let is_taken = taken.get(x).copied().unwrap_or(false);
                cell.or_else(|| (!is_taken).then(empty))
            });
            cells.collect()
        };
        rows.map(filled).collect()
    }
}

/// What is known of a column.
#[derive(Debug, Clone, Copy, Default)]
struct Column {
    /// The characters that it needs, so that words are broken only where they can be.
    needed: usize,
    /// The characters of its longest line.
    longest: usize,
}

impl Column {
    fn measure(&mut self, text: &str) {
        for line in text.lines() {
            let length = line.trim().chars().filter(|c| *c != '\u{ad}').count();
            self.longest = self.longest.max(length);
        }
        for word in text.split_whitespace() {
            let letters = word.chars().filter(|c| *c != '\u{ad}').count();
            let breaks = word.chars().all(|c| c.is_alphabetic() || c == '\u{ad}');
            let needed = if breaks {
                letters.min(UNBROKEN)
            } else {
                letters
            };
            self.needed = self.needed.max(needed);
        }
    }

    /// How wide it is in comparison with others.
    fn weight(&self) -> u32 {
        let weight = self.longest.min(LINE_MAX).max(self.needed) + GAP;
        u32::try_from(weight).unwrap_or(u32::MAX)
    }
}

fn empty() -> Cell {
    Cell {
        colspan: 1,
        rowspan: 1,
        header: false,
        align: "start",
        body: Vec::new(),
    }
}

fn rows_of(element: &Element) -> impl Iterator<Item = &Element> {
    let rows = element.children.iter().filter_map(element_of);
    rows.filter(|row| row.name == "tr")
}

/// Whether all cells of a row name columns.
fn is_head(row: &Element) -> bool {
    let mut cells = row.children.iter().filter_map(element_of);
    cells.all(|cell| cell.name == "th")
}

fn span(cell: &Element, name: &str) -> usize {
    let span = cell.attribute(name).and_then(|span| span.parse().ok());
    span.unwrap_or(1).clamp(1, SPAN_MAX)
}

fn align(cell: &Element) -> &'static str {
    let old = cell.attribute("align");
    if cell.has_class("center") || old == Some("center") {
        "center"
    } else if cell.has_class("end") || old == Some("right") {
        "end"
    } else {
        "start"
    }
}

#[cfg(test)]
mod tests {
    use crate::book::pdf::blocks::PartReader;
    use crate::book::pdf::pictures::Pictures;
    use crate::book::tree::{Node, parse};

    /// The cells of a table, with how many columns and rows each takes.
    fn cells(html: &str) -> String {
        let nodes: Vec<Node> = parse(html);
        let mut pictures = Pictures::none();
        let blocks = PartReader::read(&nodes, 0, 0, &mut pictures);
        let json = serde_json::to_value(&blocks).unwrap();
        let rows = |name: &str| {
            let rows = json[0][name].as_array().unwrap().clone();
            let row = |row: serde_json::Value| {
                let cells = row.as_array().unwrap().iter();
                let cells = cells.map(|cell| {
                    let text = cell["body"][0]["content"][0].as_str().unwrap_or("-");
                    let (colspan, rowspan) = (&cell["colspan"], &cell["rowspan"]);
                    format!("{text}{colspan}{rowspan}")
                });
                cells.collect::<Vec<_>>().join(" ")
            };
            rows.into_iter().map(row).collect::<Vec<_>>().join("/")
        };
        format!("{}|{}", rows("head"), rows("rows"))
    }

    #[test]
    fn cells_take_the_places_that_html_gives_them() {
        for (html, expected) in [
            (
                "<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>c</td></tr></table>",
                "a11 b11|c11 -11",
            ),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>",
                "a11 b11|c12 d11/e11",
            ),
            (
                "<table><tr><td colspan=2>a</td></tr><tr><td>b</td></tr></table>",
                "|a21/b11 -11",
            ),
            ("<table><tr><td rowspan=9>a</td></tr></table>", "|a11"),
        ] {
            assert_eq!(cells(html), expected, "{html}");
        }
    }
}
