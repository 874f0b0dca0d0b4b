//! One destination after the other.

use super::findings::{code_of_missing, located, with_code, wrong_case};
use super::replacement::{suggest_address, suggest_replacement};
use super::written::{Mistake, Written};
use super::{Nearby, Target, Targets, unknown_anchor};
use crate::config::EditionId;
use crate::diagnostic::{Code, Finding, Severity, codes};
use crate::kind::{FileRef, Status};
use crate::markdown::{Destination, DestinationKind, Document};
use crate::site::{Chapter, ChapterId, SectionId, Site, Way, included, resolved, way, withheld};
use crate::source::{HandbookPath, Media, PathError};
use crate::text::Arg;

/// Resolves destinations against the whole site.
pub(super) struct Resolver<'s> {
    pub site: &'s Site,
    pub nearby: &'s Nearby<'s>,
}

impl Resolver<'_> {
    /// The targets of a text in the file at `path`.
    pub fn document(
        &self,
        path: &HandbookPath,
        document: &Document,
        in_field: bool,
        findings: &mut Vec<Finding>,
    ) -> Targets {
        let resolved = |destination: &Destination| {
            if in_field && destination.kind == DestinationKind::Include {
                return Err(Box::new(
                    Finding::new(&codes::INCLUDE_IN_FIELD, path).at(destination.span),
                ));
            }
            self.destination(path, destination)
        };
        let mut resolve = |destination: &Destination| match resolved(destination) {
            Ok(target) => target,
            Err(finding) => {
                findings.push(*finding);
                Target::Unresolved
            }
        };
        let destinations = document.destinations.iter();
        Targets::new(destinations.map(|destination| {
            let shows = matches!(
                destination.kind,
                DestinationKind::Image | DestinationKind::Html { shows: true, .. }
            );
            (destination.key, resolve(destination), shows)
        }))
    }

    fn destination(
        &self,
        path: &HandbookPath,
        destination: &Destination,
    ) -> Result<Target, Box<Finding>> {
        let finding = |code| located(code, path, destination);
        let target = destination.target.trim();
        if target.is_empty() {
            return Err(finding(&codes::EMPTY_LINK));
        }
        let loads = matches!(
            destination.kind,
            DestinationKind::Image | DestinationKind::Html { loads: true, .. }
        );
        let written = Written::of(target);
        match written {
            Written::Unsafe => return Err(finding(&codes::UNSAFE_LINK)),
            Written::Picture if !loads => return Err(finding(&codes::UNSAFE_LINK)),
            Written::Address if loads => return Err(finding(&codes::LOADED_FROM_ELSEWHERE)),
            Written::Picture | Written::Address => return Ok(Target::External(target.to_owned())),
            Written::Mistake(_) | Written::Way => {}
        }
        let Way { link, anchor } = way(target, |link| {
            let place = resolved(link, path.folder(), self.site.config.content);
            place.is_ok_and(|place| self.exists(path, &place))
        });
        let link = link.as_str();
        if link.is_empty() {
            return Ok(match anchor {
                Some(anchor) => Target::SamePage(anchor),
                None => Target::External("#".into()),
            });
        }
        let place = resolved(link, path.folder(), self.site.config.content);
        if link.contains('\\') {
            let slashed = link.replace('\\', "/");
            let place = resolved(&slashed, path.folder(), self.site.config.content);
            if place.is_ok_and(|place| self.exists(path, &place)) {
                let finding = *finding(&codes::BACKSLASH_IN_LINK);
                let finding = match self.site.texts.get(path) {
                    Some(parsed) => suggest_replacement(finding, &parsed.source, link, &slashed),
                    None => finding,
                };
                return Err(Box::new(finding.with_suggestion(Some(slashed))));
            }
        }
        if let Written::Mistake(mistake) = written
            && !place.as_ref().is_ok_and(|place| self.exists(path, place))
        {
            return Err(Box::new(self.mistaken(
                path,
                mistake,
                loads,
                *finding(&codes::UNSAFE_LINK),
            )));
        }
        if destination.kind == DestinationKind::Include {
            return match included(path, target, &self.site.texts) {
                Some(_) => Ok(Target::Include),
                None => Err(self.unknown(
                    &codes::UNKNOWN_INCLUDE,
                    path,
                    link,
                    *finding(&codes::UNKNOWN_INCLUDE),
                )),
            };
        }
        let place = match place {
            Ok(place) => place,
            Err(PathError::Outside) => return Err(finding(&codes::LINK_OUTSIDE)),
            Err(_) => {
                let code = code_of_missing(destination.kind, link);
                return Err(self.unknown(code, path, link, *finding(code)));
            }
        };
        self.at_place(path, destination, link, place, anchor)
    }

    /// What stands at `place`, to which `link` leads from the file at `path`.
    fn at_place(
        &self,
        path: &HandbookPath,
        destination: &Destination,
        link: &str,
        place: HandbookPath,
        anchor: Option<String>,
    ) -> Result<Target, Box<Finding>> {
        let finding = |code| located(code, path, destination);
        let is_missing = !self.site.assets.contains_key(&place);
        let within = self.site.config.in_content(&place);
        let is_withheld = is_missing && !self.site.texts.contains_key(&place);
        if is_withheld && within.and_then(withheld).is_some() {
            return Err(finding(&codes::LINK_TO_WITHHELD_FILE));
        }
        let is_image = destination.kind == DestinationKind::Image;
        if is_image && !is_missing && Media::of(place.name()).is_none() {
            return Err(finding(&codes::NOT_A_PICTURE));
        }
        if is_image && is_missing {
            return Err(self.unknown(
                &codes::UNKNOWN_FILE,
                path,
                link,
                *finding(&codes::UNKNOWN_FILE),
            ));
        }
        if let Some(chapter) = self.site.at_path(place.as_str()) {
            return self.chapter(chapter, anchor, *finding(&codes::UNKNOWN_ANCHOR));
        }
        if self.site.assets.contains_key(&place) {
            return Ok(Target::Asset(place));
        }
        if let Some(parsed) = self.site.texts.get(&place) {
            if parsed.is_part(&self.site.config) {
                return Err(finding(&codes::LINK_TO_PART));
            }
            let mut found = finding(&codes::LINK_TO_DRAFT);
            // A draft is published after what it leads to, or with it.
            let from = self.site.texts.get(path);
            if from.is_some_and(|from| from.front.status == Status::Draft) {
                found.severity = Severity::Note;
            }
            return Err(found);
        }
        if let Some(section) = self.section(path, &place) {
            return match self.site.section(section).index {
                Some(index) => self.chapter(index, anchor, *finding(&codes::UNKNOWN_ANCHOR)),
                None => Ok(Target::Section(section)),
            };
        }
        let code = code_of_missing(destination.kind, link);
        Err(self.unknown(code, path, link, *finding(code)))
    }

    /// Whether there is a file or a section at `place`, seen from the file at `path`.
    fn exists(&self, path: &HandbookPath, place: &HandbookPath) -> bool {
        let site = self.site;
        site.texts.contains_key(place)
            || site.assets.contains_key(place)
            || self.section(path, place).is_some()
    }

    /// The section at `place`, in the language of the file at `path` if it is there in it.
    fn section(&self, path: &HandbookPath, place: &HandbookPath) -> Option<SectionId> {
        let config = &self.site.config;
        let folder = match config.in_content(place) {
            None if place.as_str() == config.content => "",
            folder => folder?,
        };
        let parsed = self.site.texts.get(path);
        let edition = parsed.map_or(EditionId::DEFAULT, |parsed| parsed.edition);
        let mut editions = [edition, EditionId::DEFAULT].into_iter();
        editions.find_map(|edition| self.site.section_at(folder, edition))
    }

    /// What is wrong with an address, in the place of `finding`.
    fn mistaken(
        &self,
        path: &HandbookPath,
        mistake: Mistake,
        loads: bool,
        finding: Finding,
    ) -> Finding {
        let Mistake { code, meant } = mistake;
        let code = if loads && code.slug == codes::ADDRESS_WITHOUT_SCHEME.slug {
            &codes::LOADED_FROM_ELSEWHERE
        } else {
            code
        };
        let finding = with_code(finding, code);
        match (meant, self.site.texts.get(path)) {
            (Some(meant), Some(parsed)) if !loads => {
                let written = finding.args.get("target").cloned();
                let finding = match written {
                    Some(Arg::Text(target)) => {
                        suggest_address(finding, &parsed.source, target.trim(), &meant)
                    }
                    _ => finding,
                };
                finding.with_suggestion(Some(meant))
            }
            _ => finding,
        }
    }

    fn chapter(
        &self,
        id: ChapterId,
        anchor: Option<String>,
        finding: Finding,
    ) -> Result<Target, Box<Finding>> {
        let chapter = self.site.chapter(id);
        let Some(anchor) = anchor else {
            return Ok(Target::Chapter(id, None));
        };
        match chapter.anchors.find(&anchor) {
            None if chapter.anchors.is_title(&anchor) => Ok(Target::Chapter(id, None)),
            Some(place) => Ok(Target::Chapter(id, Some(place.to_owned()))),
            None => {
                let known = self.nearby.anchors(id);
                let finding = unknown_anchor(self.site, finding, chapter, &known, &anchor);
                Err(Box::new(finding))
            }
        }
    }

    fn unknown(
        &self,
        code: &'static Code,
        path: &HandbookPath,
        link: &str,
        finding: Finding,
    ) -> Box<Finding> {
        let (finding, offer) = match self.nearby.in_other_case(path, link) {
            Some(found) => (wrong_case(finding, &found.link), Some(found)),
            None => {
                let chapter = code.slug != codes::UNKNOWN_FILE.slug;
                (finding, self.nearby.offer(path, link, chapter))
            }
        };
        let Some(offer) = offer else {
            return Box::new(finding);
        };
        let finding = match self.site.texts.get(path) {
            Some(parsed) if offer.sure => {
                suggest_replacement(finding, &parsed.source, link, &offer.link)
            }
            _ => finding,
        };
        Box::new(finding.with_suggestion(Some(offer.link)))
    }

    /// Files that fields name exist.
    pub fn files(&self, chapter: &Chapter, findings: &mut Vec<Finding>) {
        let mut check = |file: &FileRef| {
            if file_exists(self.site, chapter.path(), &file.path) {
                return;
            }
            let finding = Finding::new(&codes::UNKNOWN_FILE, chapter.path())
                .at(file.span)
                .with("target", file.path.as_str());
            findings.push(*self.unknown(&codes::UNKNOWN_FILE, chapter.path(), &file.path, finding));
        };
        let own = chapter.fields.values.iter();
        // What a translation takes from its original is reported there.
        for (_, value) in own.filter(|(index, _)| !chapter.inherited.contains(index)) {
            value.each_file(&mut check);
        }
    }
}

/// The file that `target`, written in the file at `path`, names, with its address.
pub(super) fn file<'s>(
    site: &'s Site,
    path: &HandbookPath,
    target: &str,
) -> Option<(&'s HandbookPath, &'s str)> {
    let place = |link: &str| {
        let place = resolved(link, path.folder(), site.config.content).ok()?;
        site.assets.get_key_value(&place)
    };
    let Way { link, .. } = way(target, |link| place(link).is_some());
    place(&link).map(|(path, address)| (path, address.as_str()))
}

fn file_exists(site: &Site, path: &HandbookPath, target: &str) -> bool {
    file(site, path, target).is_some()
}
