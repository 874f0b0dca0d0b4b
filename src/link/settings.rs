//! What `handbook.yml` names: legal pages, pictures, and where readers tell what they think.

use std::collections::BTreeMap;

use super::resolve::Resolver;
use super::{Feedback, LegalPage};
use crate::diagnostic::{Finding, codes};
use crate::source::{HandbookPath, Span, web};

impl Resolver<'_> {
    /// The legal pages that `handbook.yml` names exist.
    pub fn legal(&self, findings: &mut Vec<Finding>) -> Vec<LegalPage> {
        let config = HandbookPath::literal(crate::config::FILE);
        let mut legal = Vec::new();
        for (name, page) in self.site.config.legal.pages() {
            let path = HandbookPath::resolve(self.site.config.content, &page.path);
            match path.ok().and_then(|path| self.site.at_path(path.as_str())) {
                Some(chapter) => legal.push(LegalPage { name, chapter }),
                None => findings.push(self.unknown_legal(&config, &page.path, page.span)),
            }
        }
        legal
    }

    /// Where readers tell what they think.
    pub fn feedback(&self, findings: &mut Vec<Finding>) -> Option<Feedback> {
        let named = self.site.config.feedback.as_ref()?;
        let text = named.path.trim();
        if web::is_web(text) {
            return Some(Feedback::Web(text.to_owned()));
        }
        if text.contains('@') {
            let mail = text.strip_prefix("mailto:").unwrap_or(text);
            return Some(Feedback::Mail(mail.to_owned()));
        }
        let path = HandbookPath::resolve(self.site.config.content, text);
        let chapter = path.ok().and_then(|path| self.site.at_path(path.as_str()));
        if chapter.is_none() {
            let config = HandbookPath::literal(crate::config::FILE);
            findings.push(self.unknown_legal(&config, text, named.span));
        }
        chapter.map(Feedback::Chapter)
    }

    /// The pictures that stand for the handbook, by the names of their settings.
    pub fn images(&self, findings: &mut Vec<Finding>) -> BTreeMap<&'static str, HandbookPath> {
        let mut images = BTreeMap::new();
        for (name, named) in self.site.config.images.all() {
            let Some(named) = named else { continue };
            let path = HandbookPath::resolve(self.site.config.content, &named.path);
            match path.ok().filter(|path| self.site.assets.contains_key(path)) {
                Some(path) => {
                    images.insert(name, path);
                }
                None => {
                    let config = HandbookPath::literal(crate::config::FILE);
                    let finding = Finding::new(&codes::UNKNOWN_FILE, &config).at(named.span);
                    let content = HandbookPath::resolve(self.site.config.content, "x");
                    let content = content.expect("it is inside");
                    let offer = self.nearby.offer(&content, &named.path, false);
                    let finding = finding.with("target", named.path.as_str());
                    findings.push(finding.with_suggestion(offer.map(|offer| offer.link)));
                }
            }
        }
        images
    }

    fn unknown_legal(&self, config: &HandbookPath, target: &str, span: Span) -> Finding {
        let content = HandbookPath::resolve(self.site.config.content, "x").expect("it is inside");
        let offer = self.nearby.offer(&content, target, true);
        Finding::new(&codes::UNKNOWN_CHAPTER, config)
            .at(span)
            .with("target", target)
            .with_suggestion(offer.map(|offer| offer.link))
    }
}
