//! Blocks: lists, tables, quotations, alerts, code.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

use super::fragment::Hole;
use super::open::OpenCode;
use super::writer::Writer;
use crate::highlight;
use crate::markdown::{ALERT_TITLE, ALERT_TITLE_END};
use crate::site::Part;

impl Writer<'_> {
    /// Writes the beginning of the block at `range`, before `following`.
    pub(super) fn open_block(
        &mut self,
        tag: &Tag<'_>,
        following: &[Part<'_>],
        range: &Range<usize>,
    ) {
        match tag {
            Tag::BlockQuote(None) => self.open("<blockquote", range, ">\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = self.renderer.labels.alert(*kind);
                self.open("<div", range, " class=\"alert alert-");
                self.out.push(class);
                self.out.push("\" role=\"note\">");
                if !matches!(following.first(), Some((Event::Start(ALERT_TITLE), _))) {
                    self.out.push("<p class=\"alert-title\">");
                    self.out.text(title);
                    self.out.push("</p>\n");
                }
            }
            &ALERT_TITLE => self.out.push("<p class=\"alert-title\">"),
            Tag::List(None) => self.out.push("<ul>\n"),
            Tag::List(Some(1)) => self.out.push("<ol>\n"),
            Tag::List(Some(start)) => {
                self.out.push("<ol start=\"");
                self.out.push(&start.to_string());
                self.out.push("\">\n");
            }
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info,
                    CodeBlockKind::Indented => "",
                };
                let language = info.split([' ', ',', '{']).next().unwrap_or_default();
                self.code = Some(OpenCode {
                    place: self.place(range),
                    language: language.to_owned(),
                    code: String::new(),
                });
            }
            Tag::Item => {
                let is_task = |(event, _): &Part<'_>| matches!(event, Event::TaskListMarker(_));
                let task = following.iter().take(2).any(is_task);
                self.open("<li", range, if task { " class=\"task\">" } else { ">" });
            }
            Tag::DefinitionList => self.out.push("<dl>\n"),
            Tag::DefinitionListTitle => self.open("<dt", range, ">"),
            Tag::DefinitionListDefinition => self.open("<dd", range, ">"),
            Tag::Table(columns) => self.open_table(columns),
            Tag::TableHead => {
                self.tables.in_head = true;
                self.tables.column = 0;
                self.open("<thead><tr", range, ">");
            }
            Tag::TableRow => {
                self.tables.column = 0;
                self.open("<tr", range, ">");
            }
            Tag::TableCell => self.open_cell(),
            _ => {}
        }
    }

    pub(super) fn close_block(&mut self, tag: TagEnd) {
        self.out.push(match tag {
            ALERT_TITLE_END => "</p>\n",
            TagEnd::BlockQuote(None) => "</blockquote>\n",
            TagEnd::BlockQuote(Some(_)) => "</div>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::Table => "</tbody></table></section>\n",
            TagEnd::TableHead => {
                self.tables.in_head = false;
                "</tr></thead>\n<tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell if self.tables.in_head => "</th>",
            TagEnd::TableCell => "</td>",
            _ => "",
        });
    }

    /// A table scrolls by itself where it is wider than the page, so a keyboard must reach it, and
    /// it needs a name for that.
    fn open_table(&mut self, columns: &[Alignment]) {
        self.tables.count += 1;
        self.tables.columns = columns.to_vec();
        let out = &mut self.out;
        out.push("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        out.hole(Hole::ChapterName);
        out.attribute(&self.renderer.labels.table);
        out.push(" ");
        out.number(self.tables.count);
        out.push("\"><table>\n");
    }

    fn open_cell(&mut self) {
        self.out.push(if self.tables.in_head {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out
            .push(match self.tables.columns.get(self.tables.column) {
                Some(Alignment::Center) => " class=\"center\">",
                Some(Alignment::Right) => " class=\"end\">",
                _ => ">",
            });
        self.tables.column += 1;
    }

    pub(super) fn task(&mut self, done: bool) {
        let labels = self.renderer.labels;
        self.out
            .push("<input type=\"checkbox\" disabled aria-label=\"");
        self.out
            .attribute(if done { &labels.done } else { &labels.open });
        self.out.push(if done { "\" checked> " } else { "\"> " });
    }

    /// Takes an event within a block of code, and writes the block at its end.
    pub(super) fn within_code(&mut self, event: &Event<'_>) {
        let Some(block) = &mut self.code else { return };
        match event {
            Event::Text(text) => block.code.push_str(text),
            Event::End(TagEnd::CodeBlock) => {
                let out = &mut self.out;
                out.push("<pre");
                out.push(&block.place);
                out.push(" class=\"code\" tabindex=\"0");
                if !block.language.is_empty() {
                    out.push("\" data-lang=\"");
                    out.attribute(&block.language);
                }
                out.push("\"><code>");
                out.push(&highlight::html(&block.code, &block.language));
                out.push("</code></pre>\n");
                self.code = None;
            }
            _ => {}
        }
    }
}
