//! Sections: folders of chapters, in every language that has chapters there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::entry::{Entry, title_of_name};
use super::order::{self, Member};
use super::{ChapterId, Edition, Node, Section, SectionId, Site, slug};
use crate::config::{Config, EditionId};
use crate::diagnostic::{Finding, Suggestions, codes};
use crate::kind::{KindId, Order};
use crate::source::{HandbookPath, Spanned};

/// The folders of all languages, before they know what they hold.
pub(super) struct Folders {
    list: Vec<Folder>,
    numbers: BTreeMap<(EditionId, String), SectionId>,
}

struct Folder {
    edition: EditionId,
    folder: String,
    address: String,
    kind: Option<KindId>,
    /// Order of its members by name, and the file that says so.
    listed: Vec<Spanned<String>>,
    listed_in: Option<HandbookPath>,
    own_order: Order,
}

impl Folders {
    pub fn new(entries: &[Entry], config: &Config) -> Self {
        let mut numbers = BTreeMap::new();
        for edition in config.editions() {
            // Every language has a start page, if only one that lists nothing.
            numbers.insert((edition, String::new()), SectionId(0));
        }
        for entry in entries {
            let mut folder = entry.folder.as_str();
            while !folder.is_empty() {
                numbers.insert((entry.edition, folder.to_owned()), SectionId(0));
                folder = parent(folder);
            }
        }
        let indices: BTreeMap<(EditionId, &str), &Entry> = entries
            .iter()
            .filter(|entry| entry.is_index())
            .map(|entry| ((entry.edition, entry.folder.as_str()), entry))
            .collect();
        let mut folders = Self {
            list: Vec::with_capacity(numbers.len()),
            numbers,
        };
        let keys: Vec<_> = folders.numbers.keys().cloned().collect();
        for (number, (edition, folder)) in keys.into_iter().enumerate() {
            let entry = folders.read(edition, folder.clone(), &indices, config);
            folders.list.push(entry);
            folders.numbers.insert((edition, folder), SectionId(number));
        }
        folders
    }

    /// What a folder's index says of it. Translations follow the default language where they say
    /// nothing. Folders come in the order of their paths, so that around it is known.
    fn read(
        &self,
        edition: EditionId,
        folder: String,
        indices: &BTreeMap<(EditionId, &str), &Entry>,
        config: &Config,
    ) -> Folder {
        let fronts = [edition, EditionId::DEFAULT]
            .map(|e| indices.get(&(e, folder.as_str())).map(|e| &e.parsed));
        let fronts = || fronts.into_iter().flatten();
        let kind = fronts()
            .find_map(|parsed| parsed.front.kind.clone())
            .map(|kind| KindId::from(kind.value.as_str()));
        let around = (!folder.is_empty())
            .then(|| self.numbers.get(&(edition, parent(&folder).to_owned())))
            .flatten()
            .and_then(|around| self.list.get(around.0));
        let kind = kind.or_else(|| around.and_then(|around| around.kind.clone()));
        let listed = fronts().find_map(|parsed| match &parsed.front.order {
            Order::Names(names) => Some((names.clone(), parsed.source.path.clone())),
            _ => None,
        });
        let own_order = fronts()
            .map(|parsed| parsed.front.order.clone())
            .find(|order| matches!(order, Order::Number(_)))
            .unwrap_or_default();
        let (listed, listed_in) = listed.map_or((Vec::new(), None), |(l, path)| (l, Some(path)));
        let address = format!("{}{}", prefix(config, edition), address_of_folder(&folder));
        Folder {
            edition,
            folder,
            address,
            kind,
            listed,
            listed_in,
            own_order,
        }
    }

    pub fn number(&self, edition: EditionId, folder: &str) -> SectionId {
        self.numbers[&(edition, folder.to_owned())]
    }

    pub fn numbers(&self) -> BTreeMap<(EditionId, String), SectionId> {
        self.numbers.clone()
    }

    pub fn address(&self, section: SectionId) -> &str {
        &self.list[section.0].address
    }

    pub fn kind(&self, section: SectionId) -> Option<&KindId> {
        self.list[section.0].kind.as_ref()
    }

    pub fn editions(&self, config: &Config) -> Vec<Edition> {
        let edition = |id| {
            let prefix = prefix(config, id);
            Edition::new(config.language(id), prefix, self.number(id, ""))
        };
        config.editions().map(edition).collect()
    }
}

/// Makes the sections, with their members in order, and the order in which one reads.
pub(super) fn fill(
    site: &mut Site,
    folders: Folders,
    not_listed: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    let mut members: Vec<Vec<Node>> = vec![Vec::new(); folders.list.len()];
    let mut indices: Vec<Option<ChapterId>> = vec![None; folders.list.len()];
    for (number, chapter) in site.chapters.iter().enumerate() {
        if chapter.is_index {
            indices[chapter.section.0] = Some(ChapterId(number));
        } else if chapter.is_listed() {
            members[chapter.section.0].push(Node::Chapter(ChapterId(number)));
        }
    }
    for (number, folder) in folders.list.iter().enumerate() {
        if !folder.folder.is_empty() {
            let around = folders.number(folder.edition, parent(&folder.folder));
            members[around.0].push(Node::Section(SectionId(number)));
        }
    }
    drop_empty(&folders, &indices, &mut members);
    for (folder, members) in folders.list.iter().zip(&mut members) {
        let key = |node: &Node| -> (String, Order) {
            match node {
                Node::Chapter(id) => {
                    let chapter = site.chapter(*id);
                    (
                        last(&chapter.stem).to_owned(),
                        chapter.parsed.front.order.clone(),
                    )
                }
                Node::Section(id) => {
                    let folder = &folders.list[id.0];
                    (last(&folder.folder).to_owned(), folder.own_order.clone())
                }
            }
        };
        let mut keyed: Vec<_> = members.iter().map(|node| (key(node), *node)).collect();
        let listed: Vec<&str> = folder
            .listed
            .iter()
            .map(|name| name.value.as_str())
            .collect();
        let collator = order::collator(site.config.language(folder.edition));
        order::sort(&mut keyed, &listed, &collator, |((name, order), _)| {
            Member { name, order }
        });
        let names: Vec<&str> = keyed.iter().map(|((name, _), _)| name.as_str()).collect();
        check_listed(folder, &names, not_listed, findings);
        *members = keyed.iter().map(|(_, node)| *node).collect();
    }
    // Parents come before their children in the list, so counts add up from the end.
    let mut sections: Vec<Section> = Vec::with_capacity(folders.list.len());
    for ((folder, children), index) in folders.list.into_iter().zip(members).zip(indices) {
        let title = title(site, &folder, index);
        let parent = (!folder.folder.is_empty())
            .then(|| site.by_folder[&(folder.edition, parent(&folder.folder).to_owned())]);
        let count = children
            .iter()
            .filter(|node| matches!(node, Node::Chapter(_)))
            .count();
        sections.push(Section {
            edition: folder.edition,
            folder: folder.folder,
            address: folder.address,
            title,
            index,
            parent,
            children,
            kind: folder.kind,
            count,
        });
    }
    for number in (0..sections.len()).rev() {
        if let Some(parent) = sections[number].parent {
            sections[parent.0].count += sections[number].count;
        }
    }
    site.sections = sections.into();
    for id in site.edition_ids() {
        let mut order = Vec::new();
        read_on(site, site.edition(id).root, &mut order);
        for (place, id) in order.iter().enumerate() {
            Arc::make_mut(&mut site.chapters[id.0]).place = place;
        }
        Arc::make_mut(&mut site.editions)[id.index()].reading_order = order;
    }
}

/// Takes sections out of those around them that have nothing to show: all their chapters are unlisted.
fn drop_empty(folders: &Folders, indices: &[Option<ChapterId>], members: &mut [Vec<Node>]) {
    // Parents come before their children in the list.
    for (number, folder) in folders.list.iter().enumerate().rev() {
        if folder.folder.is_empty() || indices[number].is_some() || !members[number].is_empty() {
            continue;
        }
        let around = folders.number(folder.edition, parent(&folder.folder));
        members[around.0].retain(|node| *node != Node::Section(SectionId(number)));
    }
}

/// Every name in `order` is one of a member, or of a chapter that no list has. Names of translations that are missing are no mistake.
fn check_listed(
    folder: &Folder,
    names: &[&str],
    not_listed: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) {
    let Some(path) = &folder.listed_in else {
        return;
    };
    if folder.edition != EditionId::DEFAULT {
        return;
    }
    let known: BTreeSet<&str> = names.iter().copied().collect();
    let suggestions = Suggestions::new(names.iter().copied());
    for Spanned { value: name, span } in &folder.listed {
        let stem = format!("{}/{name}", folder.folder);
        let is_not_listed = not_listed.contains(stem.trim_start_matches('/'));
        if !is_not_listed && !known.contains(name.as_str()) {
            findings.push(
                Finding::new(&codes::UNKNOWN_IN_ORDER, path)
                    .at(*span)
                    .with("name", name.as_str())
                    .with_suggestion(suggestions.nearest(name).map(str::to_owned)),
            );
        }
    }
}

fn read_on(site: &Site, section: SectionId, order: &mut Vec<ChapterId>) {
    let section = site.section(section);
    order.extend(section.index);
    for node in &section.children {
        match node {
            Node::Chapter(id) => order.push(*id),
            Node::Section(id) => read_on(site, *id, order),
        }
    }
}

fn title(site: &Site, folder: &Folder, index: Option<ChapterId>) -> String {
    if let Some(index) = index {
        return site.chapter(index).title.clone();
    }
    if folder.folder.is_empty() {
        let title = site.config.title.get(site.config.language(folder.edition));
        if !title.is_empty() {
            return title.to_owned();
        }
    }
    title_of_name(&folder.folder)
}

/// The address of a folder in the default language.
pub(super) fn address_of_folder(folder: &str) -> String {
    folder
        .split('/')
        .filter(|name| !name.is_empty())
        .map(|name| {
            // A name that begins with a dot is fixed: `.well-known`.
            let is_fixed = name.starts_with('.');
            let name = if is_fixed {
                name.to_owned()
            } else {
                slug(name)
            };
            name + "/"
        })
        .collect()
}

fn prefix(config: &Config, edition: EditionId) -> String {
    if edition == EditionId::DEFAULT {
        String::new()
    } else {
        format!("{}/", slug(config.language(edition)))
    }
}

fn parent(folder: &str) -> &str {
    folder.rsplit_once('/').map_or("", |(parent, _)| parent)
}

fn last(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}
