//! Blocks: lists, tables, quotations, alerts, code.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Tag, TagEnd};

use super::writer::Writer;
use crate::highlight;

impl Writer<'_> {
    pub(super) fn open_block(
        &mut self,
        tag: &Tag<'_>,
        events: &[(Event<'_>, Range<usize>)],
        at: usize,
    ) {
        match tag {
            Tag::BlockQuote(None) => self.out.push_str("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = self.lower.labels.alert(*kind);
                let title = title.to_owned();
                self.out.push_str("<div class=\"alert alert-");
                self.out.push_str(class);
                self.out
                    .push_str("\" role=\"note\"><p class=\"alert-title\">");
                self.text(&title);
                self.out.push_str("</p>\n");
            }
            Tag::List(None) => self.out.push_str("<ul>\n"),
            Tag::List(Some(1)) => self.out.push_str("<ol>\n"),
            Tag::List(Some(start)) => {
                self.out.push_str("<ol start=\"");
                self.out.push_str(&start.to_string());
                self.out.push_str("\">\n");
            }
            Tag::Item => {
                let is_task =
                    |(event, _): &(Event<'_>, _)| matches!(event, Event::TaskListMarker(_));
                let task = events[at..].iter().skip(1).take(2).any(is_task);
                self.out
                    .push_str(if task { "<li class=\"task\">" } else { "<li>" });
            }
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::Table(columns) => self.open_table(columns),
            Tag::TableHead => {
                self.in_table_head = true;
                self.column = 0;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            _ => {}
        }
    }

    pub(super) fn close_block(&mut self, tag: TagEnd) {
        self.out.push_str(match tag {
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
                self.in_table_head = false;
                "</tr></thead>\n<tbody>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell if self.in_table_head => "</th>",
            TagEnd::TableCell => "</td>",
            _ => "",
        });
    }

    /// A table scrolls by itself where it is wider than the page, so a keyboard must reach it, and
    /// it needs a name for that.
    fn open_table(&mut self, columns: &[Alignment]) {
        self.tables += 1;
        self.columns = columns.to_vec();
        let mut label = format!("{} {}", self.lower.labels.table, self.tables);
        if !self.frame.name.is_empty() {
            label = format!("{}: {label}", self.frame.name);
        }
        self.out
            .push_str("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        self.attribute(&label);
        self.out.push_str("\"><table>\n");
    }

    fn open_cell(&mut self) {
        self.out.push_str(if self.in_table_head {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out.push_str(match self.columns.get(self.column) {
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"end\">",
            _ => ">",
        });
        self.column += 1;
    }

    pub(super) fn task(&mut self, done: bool) {
        let labels = self.lower.labels;
        self.out
            .push_str("<input type=\"checkbox\" disabled aria-label=\"");
        self.attribute(if done { &labels.done } else { &labels.open });
        self.out
            .push_str(if done { "\" checked> " } else { "\"> " });
    }

    /// Writes the code block that begins at `at`.
    pub(super) fn code(
        &mut self,
        events: &[(Event<'_>, Range<usize>)],
        at: usize,
        kind: &CodeBlockKind<'_>,
    ) -> usize {
        let mut code = String::new();
        let mut next = at + 1;
        while let Some((event, _)) = events.get(next) {
            next += 1;
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                Event::Text(text) => code.push_str(text),
                _ => {}
            }
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info,
            CodeBlockKind::Indented => "",
        };
        let language = info.split([' ', ',', '{']).next().unwrap_or_default();
        self.out.push_str("<pre class=\"code\" tabindex=\"0");
        if !language.is_empty() {
            self.out.push_str("\" data-lang=\"");
            self.attribute(language);
        }
        self.out.push_str("\"><code>");
        self.out.push_str(&highlight::html(&code, language));
        self.out.push_str("</code></pre>\n");
        next
    }
}
