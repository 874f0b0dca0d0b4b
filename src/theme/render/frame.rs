//! What a page has around its own content: header, sidebar and footer.
//!
//! 1. Chapters of a section, and other pages side by side, have frames that differ in little. Such
//!    pages share one, which is rendered once: for a page at no address in their folder, so that every
//!    link in it is right from all of them.
//! 2. What differs is a *hole* in the HTML: the mark of the current item, the address of the page in
//!    another language, the subject of a mail about it.
//! 3. [`Renderer::render`] fills the holes and gives the parts to the page's template as `frame`.
//!
//! Templates of the frame get no more than the values of [`super::PageContext`] that are the same in a
//! section. The handbook's own may ask for more, and know nothing of holes: where it has any, and on
//! pages that stand alone, they are rendered for each page with all that the page has.

use std::collections::{BTreeMap, VecDeque};
use std::mem::{Discriminant, discriminant};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tera::{Context, TeraResult, escape_html};

use super::View;
use crate::config::EditionId;
use crate::content::{ChapterContent, Contents};
use crate::diagnostic::Finding;
use crate::link::Linked;
use crate::pages::{Address, Page, Plan};
use crate::release::ListedRelease;
use crate::site::{ChapterId, SectionId};
use crate::theme::asked_for::AskedFor;
use crate::theme::context::{LanguageLink, PageContext};
use crate::theme::{EditionTexts, Theme};

/// The templates of the three parts.
const PARTS: [&str; 3] = [
    "parts/header.html",
    "parts/sidebar.html",
    "parts/footer.html",
];

/// All templates that the parts consist of.
pub(in crate::theme) const FILES: [&str; 5] = [
    PARTS[0],
    PARTS[1],
    PARTS[2],
    "parts/search.html",
    "parts/version.html",
];

/// How many frames are kept. Pages are rendered in the order of their addresses, so those of a folder
/// come one after the other on each thread.
const KEPT: usize = 64;

/// The signs around a hole: Unicode keeps them for a program's own use.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// What says that a link leads to the page at hand, and to something that the page is in.
const CURRENT: &str = " aria-current=\"page\"";
const AROUND: &str = " aria-current=\"true\"";

/// Renders the pages of a site.
pub struct Renderer<'a> {
    theme: &'a Theme,
    linked: &'a Linked,
    plan: &'a Plan,
    /// Frames that were needed last, the latest one first.
    frames: Mutex<VecDeque<(Key, Arc<Parts>)>>,
    in_preview: bool,
    /// How many bytes the site's books have, by path.
    books: BTreeMap<String, usize>,
}

/// What pages that share a frame have in common.
#[derive(PartialEq, Eq)]
struct Key {
    sort: Discriminant<Page>,
    edition: EditionId,
    section: Option<SectionId>,
    /// The folder that the pages are in.
    folder: String,
    /// The first item of the sidebar.
    start: usize,
    /// For each language whether it has the page.
    translated: Vec<bool>,
}

/// The HTML of the parts. There may be no sidebar.
#[derive(Serialize)]
struct Parts {
    header: String,
    sidebar: Option<String>,
    footer: String,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(theme: &'a Theme, linked: &'a Linked, plan: &'a Plan) -> Self {
        let frames = Mutex::default();
        Self {
            theme,
            linked,
            plan,
            frames,
            in_preview: false,
            books: BTreeMap::new(),
        }
    }

    /// The same, whose pages lead to these books, which stand in the site at these paths.
    pub fn with_books(self, books: &BTreeMap<String, Vec<u8>>) -> Self {
        let sizes = books
            .iter()
            .map(|(path, bytes)| (path.clone(), bytes.len()));
        Self {
            books: sizes.collect(),
            ..self
        }
    }

    /// The same, as for [`Theme::render_for_preview`].
    pub fn for_preview(self) -> Self {
        Self {
            in_preview: true,
            ..self
        }
    }

    /// The HTML of `page`.
    ///
    /// # Errors
    /// A finding at the place in the template that failed.
    pub fn render(&self, page: Page) -> Result<String, Box<Finding>> {
        self.render_showing(page, &[])
    }

    /// As [`Renderer::render`], with the chapters on the page from `contents`.
    ///
    /// # Errors
    /// As [`Renderer::render`].
    pub fn render_from(&self, page: Page, contents: &Contents<'_>) -> Result<String, Box<Finding>> {
        let chapters = page.chapters(&self.linked.site).into_iter();
        let contents: Vec<_> = chapters.map(|id| (id, contents.get(id))).collect();
        self.render_showing(page, &contents)
    }

    fn render_showing(
        &self,
        page: Page,
        contents: &[(ChapterId, Arc<ChapterContent<'_>>)],
    ) -> Result<String, Box<Finding>> {
        let view = View {
            contents,
            in_preview: self.in_preview,
            books: Some(&self.books),
            ..View::new(self.theme, self.linked, self.plan, page)
        };
        let html = if self.is_shared(page) {
            self.with_shared_frame(&view)
        } else {
            self.with_own_frame(&view, |context| context)
        };
        html.map_err(|problem| self.theme.failed(&view, &problem))
    }

    /// As [`Theme::render_versions`].
    pub(super) fn render_versions(
        &self,
        edition: EditionId,
        releases: &[ListedRelease],
    ) -> Result<String, Box<Finding>> {
        let view = View::new(self.theme, self.linked, self.plan, Page::Versions(edition));
        let listing = |context| PageContext {
            versions: view.versions(releases),
            ..context
        };
        self.with_own_frame(&view, listing)
            .map_err(|problem| self.theme.failed(&view, &problem))
    }

    /// Whether there may be other pages with the same frame.
    fn is_shared(&self, page: Page) -> bool {
        let has_siblings = matches!(
            page,
            Page::Chapter(_) | Page::Facet(..) | Page::Letter(..) | Page::Untranslated(_)
        );
        has_siblings && !self.theme.own_frame
    }

    fn asked_for(&self, template: &str) -> &'a AskedFor {
        self.theme.asked_for.get(template).unwrap_or(&AskedFor::All)
    }

    fn with_shared_frame(&self, view: &View<'_>) -> TeraResult<String> {
        let template = self.theme.template(view.site, view.page);
        let languages = view.languages();
        let parts = self.shared(view, &languages)?;
        let fill = |part: &str| view.filled(part, &languages);
        let parts = Parts {
            header: fill(&parts.header),
            sidebar: parts.sidebar.as_deref().map(fill),
            footer: fill(&parts.footer),
        };
        let context = view.context(&[self.asked_for(&template)]);
        let mut values = values(&context, view.texts)?;
        values.insert("frame", &parts);
        self.theme.tera.render(&template, &values)
    }

    fn with_own_frame(
        &self,
        view: &View<'_>,
        adapt: impl FnOnce(PageContext) -> PageContext,
    ) -> TeraResult<String> {
        let template = self.theme.template(view.site, view.page);
        let [header, sidebar, footer] = PARTS.map(|part| self.asked_for(part));
        let asked_for = [self.asked_for(&template), header, sidebar, footer];
        let context = adapt(view.context(&asked_for));
        let mut values = values(&context, view.texts)?;
        let parts = self.parts(&context, &values)?;
        values.insert("frame", &parts);
        self.theme.tera.render(&template, &values)
    }

    /// The frame of the page, with holes.
    fn shared(&self, view: &View<'_>, languages: &[LanguageLink]) -> TeraResult<Arc<Parts>> {
        let key = Key {
            sort: discriminant(&view.page),
            edition: view.edition,
            section: view.section,
            folder: folder(view.address.as_str()).to_owned(),
            start: view.section.map_or(0, |id| view.sidebar_start(id)),
            translated: languages.iter().map(|link| link.translated).collect(),
        };
        let frames = || self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, parts)) = frames().iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(parts));
        }
        let view = view.as_shared();
        let context = view.context(&PARTS.map(|part| self.asked_for(part)));
        let parts = Arc::new(self.parts(&context, &values(&context, view.texts)?)?);
        let mut frames = frames();
        frames.truncate(KEPT - 1);
        frames.push_front((key, Arc::clone(&parts)));
        Ok(parts)
    }

    fn parts(&self, context: &PageContext, values: &Context) -> TeraResult<Parts> {
        let [header, sidebar, footer] = PARTS;
        let render = |part| self.theme.tera.render(part, values);
        Ok(Parts {
            header: render(header)?,
            sidebar: context
                .sidebar
                .as_ref()
                .map(|_| render(sidebar))
                .transpose()?,
            footer: render(footer)?,
        })
    }
}

/// The values of a template.
pub(super) fn values(context: &PageContext, texts: &EditionTexts) -> TeraResult<Context> {
    let mut values = Context::from_serialize(context)?;
    values.insert_value("t", texts.plain.clone());
    Ok(values)
}

/// The hole for the address at which readers say what they think of the page.
pub(super) fn feedback_hole() -> String {
    format!("{OPEN}f{CLOSE}")
}

/// The folder that a page's own folder is in.
fn folder(address: &str) -> &str {
    let name = address.trim_end_matches('/');
    &name[..name.rfind('/').map_or(0, |at| at + 1)]
}

impl View<'_> {
    /// The view of all pages that share the frame of this one. Its address is no page's.
    pub(super) fn as_shared(&self) -> Self {
        Self {
            address: Address::new(format!("{}{OPEN}/", folder(self.address.as_str()))),
            shared: true,
            ..*self
        }
    }

    /// The attribute of a link to `page`, which is `open` if the page at hand is somewhere in it.
    pub(super) fn mark(&self, page: Page, open: bool) -> String {
        let otherwise = if open { AROUND } else { "" };
        if self.shared {
            let address = self.plan.address(page);
            return format!("{OPEN}{}{address}{CLOSE}", if open { 'o' } else { 'c' });
        }
        if page == self.page {
            CURRENT
        } else {
            otherwise
        }
        .to_owned()
    }

    /// The address of the page in the language of an edition.
    pub(super) fn url_of_translation(&self, edition: EditionId, page: Page) -> String {
        if self.shared {
            return format!("{OPEN}l{}{CLOSE}", edition.index());
        }
        self.url_of(page)
    }

    /// A part of the frame with its holes filled for this page.
    fn filled(&self, part: &str, languages: &[LanguageLink]) -> String {
        let mut pieces = part.split(OPEN);
        let mut filled = String::with_capacity(part.len() + CURRENT.len());
        filled.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (hole, behind) = piece.split_once(CLOSE).unwrap_or(("", piece));
            match hole.split_at_checked(1) {
                Some(("c" | "o", address)) if address == self.address.as_str() => {
                    filled.push_str(CURRENT);
                }
                Some(("o", _)) => filled.push_str(AROUND),
                Some(("c", _)) => {}
                Some(("l", number)) => {
                    let language = number.parse().ok().and_then(|at: usize| languages.get(at));
                    push_escaped(&mut filled, language.map_or("", |language| &language.url));
                }
                Some(("f", _)) => {
                    let feedback = self.feedback();
                    let url = feedback.map_or_else(String::new, |feedback| feedback.url);
                    push_escaped(&mut filled, &url);
                }
                // No hole: an author wrote the sign.
                _ => {
                    filled.push(OPEN);
                    filled.push_str(piece);
                    continue;
                }
            }
            filled.push_str(behind);
        }
        filled
    }
}

/// Appends a text as templates write values.
fn push_escaped(html: &mut String, text: &str) {
    let mut escaped = Vec::with_capacity(text.len());
    // Writing into memory doesn't fail, and escaping keeps UTF-8.
    if escape_html(text, &mut escaped).is_ok() {
        html.push_str(&String::from_utf8_lossy(&escaped));
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, PARTS};
    use crate::config::Config;
    use crate::source::Snapshot;
    use crate::theme::asked_for::AskedFor;
    use crate::theme::{Theme, layers};

    /// What is the same on all pages that share a frame, but for holes.
    const SHARED: [&str; 11] = [
        "dir", "edition", "feedback", "footer", "handbook", "lang", "nav", "release", "root",
        "search", "sidebar",
    ];

    #[test]
    fn the_standard_frame_asks_for_what_pages_share() {
        let snapshot = Snapshot::default();
        let (config, _) = Config::read(&snapshot);
        let (theme, _) = Theme::load(&snapshot, &config);
        for part in PARTS {
            let AskedFor::Only(names) = &theme.asked_for[part] else {
                panic!("{part} asks for everything");
            };
            let set_by_loops = ["item", "language", "t"];
            let others: Vec<&String> = names
                .iter()
                .filter(|name| !SHARED.contains(&name.as_str()))
                .filter(|name| !set_by_loops.contains(&name.as_str()))
                .collect();
            assert!(others.is_empty(), "{part}: {others:?}");
        }
    }

    #[test]
    fn the_standard_frame_leaves_it_to_marks_which_item_is_current() {
        let files = layers::standard();
        for name in FILES {
            let text = files[&format!("templates/{name}")]
                .text()
                .unwrap_or_default();
            assert!(!text.contains("item.current"), "{name}");
        }
    }
}
