//! What a browser says of an address at which there is no page: that, and what is near.

use serde::Serialize;

use super::Shown;
use crate::diagnostic::Suggestions;
use crate::pages::Page;
use crate::site::{Site, escape};
use crate::source::HandbookPath;
use crate::text::{Args, program};

/// An address without a page.
#[derive(Debug, Serialize)]
pub(super) struct Gone {
    /// What to say.
    text: String,
    /// Pages that may be meant.
    near: Vec<Near>,
}

#[derive(Debug, Serialize)]
struct Near {
    address: String,
    title: String,
}

impl Gone {
    /// There is no page at `address`; it was the file at `deleted`, if that is known.
    pub fn new(shown: &Shown, address: &str, deleted: Option<&HandbookPath>) -> Self {
        let texts = program(shown.language);
        let text = match deleted {
            Some(path) => texts.get(
                "watch-deleted",
                &Args::from([("path", path.as_str().into())]),
            ),
            None => Some(texts.plain("watch-missing")),
        };
        let site = &shown.preview.handbook().linked.site;
        let plan = &shown.preview.handbook().plan;
        // The one that is spelled most like it, and the section around it.
        let chapters = site.chapters.iter();
        let spelled = Suggestions::new(chapters.map(|chapter| chapter.address.as_str()));
        let spelled = spelled.nearest(address).map(str::to_owned);
        let mut around = address.trim_end_matches('/');
        let section = loop {
            around = around.rsplit_once('/').map_or("", |(before, _)| before);
            let section = if around.is_empty() {
                String::new()
            } else {
                format!("{around}/")
            };
            if around.is_empty() || plan.page_at(&section).is_some() {
                break section;
            }
        };
        let mut near: Vec<Near> = Vec::new();
        for address in spelled.into_iter().chain([section]) {
            let title = plan.page_at(&address).and_then(|page| title(site, page));
            let address = format!("/{}", escape(&address));
            let is_there = near.iter().any(|near| near.address == address);
            if let Some(title) = title.filter(|_| !is_there) {
                near.push(Near { address, title });
            }
        }
        Self {
            text: text.unwrap_or_default(),
            near,
        }
    }
}

fn title(site: &Site, page: Page) -> Option<String> {
    match (page.subject(site), page) {
        (Some(id), _) => Some(site.chapter(id).title.clone()),
        (None, Page::Section(id, _)) => Some(site.section(id).title.clone()),
        (None, _) => None,
    }
}
