//! One Markdown file, read by itself.

use std::sync::Arc;

use super::budgets;
use crate::config::{Config, EditionId};
use crate::diagnostic::{Edit, Finding, Place, RelatedPlace, codes};
use crate::kind::{FrontMatter, front_matter};
use crate::markdown::html::HtmlProblemKind;
use crate::markdown::{DEPTH_MAX, Document, FootnoteProblem, LostReason, MisreadKind, Settings};
use crate::source::{Encoding, Source, Spanned};
use crate::text::Arg;
use crate::yaml::Reader;

/// A Markdown file: front matter and the facts of its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The file.
    pub source: Arc<Source>,
    /// Number of the language's edition, by the file's name.
    pub edition: EditionId,
    /// Its front matter, the kind's fields still to be read.
    pub front: FrontMatter,
    /// Where the text begins behind the front matter, in bytes.
    pub body: usize,
    /// The facts of the text.
    pub document: Document,
    /// What is wrong with this file by itself.
    pub findings: Vec<Finding>,
}

impl Parsed {
    /// Reads `source`.
    pub fn read(source: &Arc<Source>, config: &Config) -> Self {
        let mut findings = Vec::new();
        let edition = split_name(source.path.name(), config).1;
        check_encoding(source, &mut findings);
        let mut reader = Reader {
            path: (&source.path).into(),
            findings: &mut findings,
        };
        let (front, body) = front_matter::read(source, &mut reader);
        let settings = Settings::of(config, edition);
        let document = Document::read(&source.text[body..], body, settings);
        check_document(&document, &mut reader);
        let lacks_title = !front.unreadable && document.title().is_none();
        if let Some(span) = front.empty_title.filter(|_| lacks_title) {
            reader.report(&codes::EMPTY_TITLE, span);
        }
        budgets::check(source, &document, &mut reader);
        Self {
            source: Arc::clone(source),
            edition,
            front,
            body,
            document,
            findings,
        }
    }

    /// The text behind the front matter.
    pub fn text(&self) -> &str {
        &self.source.text[self.body..]
    }

    /// The file's name without language and ending.
    pub(super) fn name_in_all_languages(&self) -> &str {
        let name = self.source.path.name();
        name.split_once('.').map_or(name, |(name, _)| name)
    }

    /// Whether it is only there to be included: a file or a folder on its path begins with `_`.
    pub fn is_part(&self, config: &Config) -> bool {
        let path = config.in_content(&self.source.path).unwrap_or_default();
        path.split('/').any(|name| name.starts_with('_'))
    }
}

/// A file's name without ending and language, and the number of its language's edition.
pub(super) fn split_name<'n>(name: &'n str, config: &Config) -> (&'n str, EditionId) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if let Some((base, code)) = stem.rsplit_once('.')
        && let Some(edition) = config.edition_in(code)
    {
        return (base, edition);
    }
    (stem, EditionId::DEFAULT)
}

/// Reports a text that isn't UTF-8.
pub fn check_encoding(source: &Source, findings: &mut Vec<Finding>) {
    let encoding = source.foreign.as_ref().map(|foreign| foreign.value);
    if encoding != Some(Encoding::Binary) {
        let controls = source.controls.iter();
        findings.extend(
            controls.map(|at| Finding::new(&codes::CONTROL_CHARACTER, &source.path).at(*at)),
        );
    }
    let Some(Spanned {
        value: encoding,
        span,
    }) = source.foreign
    else {
        return;
    };
    findings.push(match encoding {
        Encoding::Binary => Finding::new(&codes::NOT_A_TEXT, &source.path).at(span),
        _ => Finding::new(&codes::NOT_UTF8, &source.path)
            .at(span)
            .with("encoding", encoding.name()),
    });
}

/// Reports what a text shows by itself.
pub(super) fn check_document(document: &Document, reader: &mut Reader<'_>) {
    for (what, span) in &document.active {
        reader
            .report(&codes::INLINE_SCRIPT_OR_STYLE, *span)
            .args
            .insert("what", what.as_str().into());
    }
    for (kind, tag, span) in &document.html_problems {
        let code = match kind {
            HtmlProblemKind::Unclosed(_) => &codes::UNCLOSED_HTML,
            HtmlProblemKind::Unopened => &codes::UNOPENED_HTML,
            HtmlProblemKind::Misplaced(_) => &codes::MISPLACED_HTML,
            HtmlProblemKind::Forbidden => &codes::FORBIDDEN_HTML,
        };
        let finding = reader.report(code, *span);
        finding.set_arg("tag", tag.as_str());
        match kind {
            HtmlProblemKind::Unclosed(end) => finding.set_arg("end", end.as_str()),
            HtmlProblemKind::Misplaced(rule) => finding.set_arg("rule", Arg::Message(rule)),
            HtmlProblemKind::Unopened | HtmlProblemKind::Forbidden => {}
        }
    }
    for footnote in &document.footnotes {
        let code = match footnote.problem {
            FootnoteProblem::Undefined => &codes::UNDEFINED_FOOTNOTE,
            FootnoteProblem::WithoutColon(_) => &codes::FOOTNOTE_WITHOUT_COLON,
            FootnoteProblem::Unused => &codes::UNUSED_FOOTNOTE,
            FootnoteProblem::Duplicate(_) => &codes::DUPLICATE_FOOTNOTE,
        };
        let path = reader.path.clone();
        let finding = reader.report(code, footnote.span);
        finding.set_arg("label", footnote.label.as_str());
        match footnote.problem {
            FootnoteProblem::Duplicate(first) => {
                let span = Some(first);
                finding.related = Some(RelatedPlace {
                    place: Place { path, span },
                    label: "first-definition",
                });
            }
            FootnoteProblem::WithoutColon(Some(colon)) => finding.set_fix(colon, ": "),
            FootnoteProblem::WithoutColon(None)
            | FootnoteProblem::Undefined
            | FootnoteProblem::Unused => {}
        }
    }
    for span in &document.html_off {
        reader.report(&codes::HTML_SWITCHED_OFF, *span);
    }
    check_reading(document, reader);
}

/// Reports what of a text was read otherwise than it was meant.
fn check_reading(document: &Document, reader: &mut Reader<'_>) {
    if let Some(span) = document.facts.too_deep {
        let finding = reader.report(&codes::NESTED_TOO_DEEP, span);
        finding.set_arg("max", DEPTH_MAX);
    }
    for leftover in &document.leftovers {
        let finding = reader.report(&codes::LEFT_AS_TEXT, leftover.span);
        finding.set_arg("text", leftover.text.as_str());
        finding.set_arg("instead", Arg::Message(leftover.instead));
        let edits = leftover.fixes.iter();
        finding.set_fixes(
            edits
                .map(|(span, text)| Edit {
                    span: *span,
                    text: text.clone(),
                })
                .collect(),
        );
    }
    for lost in &document.lost {
        let code = match lost.reason {
            LostReason::CellBeyondHead => &codes::CELL_BEYOND_HEAD,
            LostReason::UnusedDefinition => &codes::UNUSED_DEFINITION,
            LostReason::Dropped => &codes::TEXT_NOT_SHOWN,
        };
        let finding = reader.report(code, lost.span);
        finding.set_arg("text", lost.text.as_str());
    }
    for misread in &document.misread {
        match misread.kind {
            MisreadKind::ItemNumber { written, shown } => {
                let finding = reader.report(&codes::WRONG_ITEM_NUMBER, misread.span);
                finding.set_arg("written", written.to_string());
                finding.set_arg("shown", shown.to_string());
            }
            MisreadKind::UnclosedCode => {
                reader.report(&codes::UNCLOSED_CODE, misread.span);
            }
            MisreadKind::HyphensBelowParagraph => {
                reader.report(&codes::HYPHENS_BELOW_PARAGRAPH, misread.span);
            }
            MisreadKind::CodeWithinWord => {
                reader.report(&codes::CODE_WITHIN_WORD, misread.span);
            }
            MisreadKind::IndentedParagraph => {
                reader.report(&codes::INDENTED_PARAGRAPH, misread.span);
            }
            MisreadKind::LinesInOne(count) => {
                let finding = reader.report(&codes::LINES_IN_ONE, misread.span);
                finding.set_arg("count", count);
            }
            MisreadKind::LineInItem => {
                reader.report(&codes::LINE_IN_ITEM, misread.span);
            }
        }
    }
}
