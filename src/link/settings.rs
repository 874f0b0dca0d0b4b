//! What `handbook.yml` names: legal pages, pictures, the handbook in sign language, and where readers tell
//! what they think.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ChapterPicture;
use super::resolve::{Resolver, file};
use crate::config::{Logo, Named};
use crate::diagnostic::{Finding, codes};
use crate::site::{Chapter, ChapterId};
use crate::source::{HandbookPath, Media, Span, web};

/// A page that the law asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalPage {
    /// Its key in the settings, which is the id of its name too.
    pub name: &'static str,
    /// The chapter that the settings name.
    pub chapter: ChapterId,
}

/// Where readers tell what they think.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feedback {
    /// By e-mail to this address.
    Mail(String),
    /// At this address on the web.
    Web(String),
    /// As this chapter says.
    Chapter(ChapterId),
}

/// The handbook in sign language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignLanguage {
    /// A film of the handbook.
    Film(HandbookPath),
    /// A film at this address on the web.
    Web(String),
    /// A chapter with films.
    Chapter(ChapterId),
}

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
        let chapter = self.at_setting(text);
        if chapter.is_none() {
            let offer = hidden_mail(text);
            let finding = Finding::new(
                &codes::UNKNOWN_FEEDBACK,
                HandbookPath::literal(crate::config::FILE),
            );
            let finding = finding.at(named.span).with("value", text);
            findings.push(finding.with_suggestion(offer));
        }
        chapter.map(Feedback::Chapter)
    }

    /// The handbook in sign language: a film on the web, one of the handbook's, or a chapter.
    pub fn sign_language(&self, findings: &mut Vec<Finding>) -> Option<SignLanguage> {
        let named = self.site.config.sign_language.as_ref()?;
        let text = named.path.trim();
        if web::is_web(text) {
            return Some(SignLanguage::Web(text.to_owned()));
        }
        let path = HandbookPath::resolve(self.site.config.content, text).ok();
        if let Some(path) = path.filter(|path| self.site.assets.contains_key(path)) {
            return Some(SignLanguage::Film(path));
        }
        let chapter = self.chapter_of_setting(named, findings);
        chapter.map(SignLanguage::Chapter)
    }

    /// The chapter at a path of the settings.
    fn at_setting(&self, text: &str) -> Option<ChapterId> {
        let path = HandbookPath::resolve(self.site.config.content, text);
        path.ok().and_then(|path| self.site.at_path(path.as_str()))
    }

    /// The chapter that a setting names.
    fn chapter_of_setting(&self, named: &Named, findings: &mut Vec<Finding>) -> Option<ChapterId> {
        let text = named.path.trim();
        let chapter = self.at_setting(text);
        if chapter.is_none() {
            let config = HandbookPath::literal(crate::config::FILE);
            findings.push(self.unknown_legal(&config, text, named.span));
        }
        chapter
    }

    /// The pictures that stand for chapters, by chapter. A translation that names none has that of its
    /// original; what that says of it is in another language.
    pub fn chapter_pictures(&self, findings: &mut Vec<Finding>) -> Vec<Option<ChapterPicture>> {
        let chapters = &self.site.chapters;
        let named = chapters.iter().map(|chapter| {
            let image = chapter.parsed.front.image.as_ref()?;
            let target = image.file.value.as_str();
            let found = file(self.site, chapter.path(), target);
            let is_picture = |path: &HandbookPath| Media::of(path.name()) == Some(Media::Picture);
            let code = match found {
                Some((path, _)) if is_picture(path) => {
                    return Some(ChapterPicture {
                        file: path.clone(),
                        alt: image.alt.clone(),
                        credit: image.credit.clone(),
                    });
                }
                Some(_) => &codes::NOT_A_PICTURE,
                None => &codes::UNKNOWN_FILE,
            };
            // What stands in for a missing translation is reported where it is at home.
            if !chapter.is_fallback {
                let finding = Finding::new(code, chapter.path())
                    .at(image.file.span)
                    .with("target", target);
                let offer = self.nearby.offer(chapter.path(), target, false);
                findings.push(finding.with_suggestion(offer.map(|offer| offer.link)));
            }
            None
        });
        let named: Vec<Option<ChapterPicture>> = named.collect();
        let inherited = |(chapter, own): (&Arc<Chapter>, &Option<ChapterPicture>)| {
            let original = chapter.translations.first();
            own.clone().or_else(|| {
                let original = named[original?.0].clone()?;
                Some(ChapterPicture {
                    alt: String::new(),
                    ..original
                })
            })
        };
        chapters.iter().zip(&named).map(inherited).collect()
    }

    /// The pictures that stand for the handbook, by the names of their settings.
    pub fn images(&self, findings: &mut Vec<Finding>) -> BTreeMap<&'static str, HandbookPath> {
        let mut images = BTreeMap::new();
        for (name, named) in self.site.config.images.all() {
            let Some(named) = named else { continue };
            images.extend(
                self.file_of_setting(named, findings)
                    .map(|path| (name, path)),
            );
        }
        images
    }

    /// The logos of partners and funders, in the order of the setting; without those that aren't there.
    pub fn logos(&self, findings: &mut Vec<Finding>) -> Vec<(HandbookPath, Logo)> {
        let logos = self.site.config.logos.iter();
        let logos = logos.filter_map(|logo| {
            let path = self.file_of_setting(&logo.file, findings)?;
            Some((path, logo.clone()))
        });
        logos.collect()
    }

    /// The file that a setting names.
    fn file_of_setting(&self, named: &Named, findings: &mut Vec<Finding>) -> Option<HandbookPath> {
        let path = HandbookPath::resolve(self.site.config.content, &named.path).ok();
        let path = path.filter(|path| self.site.assets.contains_key(path));
        if path.is_none() {
            let config = HandbookPath::literal(crate::config::FILE);
            let finding = Finding::new(&codes::UNKNOWN_FILE, &config).at(named.span);
            let content = HandbookPath::resolve(self.site.config.content, "x");
            let content = content.expect("it is inside");
            let offer = self.nearby.offer(&content, &named.path, false);
            let finding = finding.with("target", named.path.as_str());
            findings.push(finding.with_suggestion(offer.map(|offer| offer.link)));
        }
        path
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

/// The address of e-mails that was written so that programs don't find it: `info(at)stadt.de`.
fn hidden_mail(text: &str) -> Option<String> {
    let plain = ["(at)", "[at]", "{at}", " at "]
        .into_iter()
        .find_map(|sign| text.split_once(sign))?;
    let (name, host) = (plain.0.trim(), plain.1.trim());
    let is_word = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
    (is_word(name) && is_word(host) && host.contains('.')).then(|| format!("{name}@{host}"))
}
