//! What an author may have meant by a way that leads nowhere.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::diagnostic::{certain, nearest};
use crate::site::{Site, relative, unescape};
use crate::source::HandbookPath;

/// What may have been meant.
pub(super) struct Offer {
    /// The way there.
    pub way: String,
    /// Whether nothing else can be meant.
    pub sure: bool,
}

/// All files, by name and by folder. That is only worked out when something leads nowhere.
pub(super) struct Nearby<'s> {
    site: &'s Site,
    chapters: OnceLock<Names<'s>>,
    files: OnceLock<Names<'s>>,
    /// All paths in small letters.
    folded: OnceLock<BTreeMap<String, &'s HandbookPath>>,
}

#[derive(Default)]
struct Names<'s> {
    by_name: BTreeMap<&'s str, Vec<&'s HandbookPath>>,
    by_folder: BTreeMap<&'s str, Vec<&'s HandbookPath>>,
}

impl<'s> Names<'s> {
    fn new(paths: impl Iterator<Item = &'s HandbookPath>) -> Self {
        let mut names = Self::default();
        for path in paths {
            names.by_name.entry(path.name()).or_default().push(path);
            names.by_folder.entry(path.folder()).or_default().push(path);
        }
        names
    }
}

impl<'s> Nearby<'s> {
    pub fn new(site: &'s Site) -> Self {
        Self {
            site,
            chapters: OnceLock::new(),
            files: OnceLock::new(),
            folded: OnceLock::new(),
        }
    }

    /// The way from the file at `path` to the one that `way` would lead to on a system that takes
    /// capital and small letters for the same.
    pub fn in_other_case(&self, path: &HandbookPath, way: &str) -> Option<Offer> {
        let meant = HandbookPath::resolve(path.folder(), &unescape(way)?)?;
        let folded = self.folded.get_or_init(|| {
            let paths = self.site.texts.keys().chain(self.site.assets.keys());
            paths
                .map(|path| (path.as_str().to_lowercase(), path))
                .collect()
        });
        let found = folded.get(&meant.as_str().to_lowercase());
        let found = found.filter(|found| ***found != meant)?;
        Some(Offer {
            way: relative(path.as_str(), found.as_str()),
            sure: true,
        })
    }

    /// The way from the file at `path` that is most like `way`: to a file of the same name in
    /// another folder, else to one of a like name in the folder where it should be, or in that of
    /// the file itself. All names of a handbook are too many to be compared at every broken link.
    pub fn offer(&self, path: &HandbookPath, way: &str, chapter: bool) -> Option<Offer> {
        let names = if chapter {
            let chapters = || Names::new(self.site.texts.keys());
            self.chapters.get_or_init(chapters)
        } else {
            let files = || Names::new(self.site.assets.keys());
            self.files.get_or_init(files)
        };
        let way = way.trim_end_matches('/');
        let (folder, name) = way.rsplit_once('/').unwrap_or(("", way));
        let with_ending = format!("{name}.md");
        let others = |paths: &Vec<&'s HandbookPath>| -> Vec<&'s HandbookPath> {
            let others = paths.iter().filter(|other| *other != &path);
            others.copied().collect()
        };
        let namesakes = [name, with_ending.as_str()]
            .into_iter()
            .find_map(|name| names.by_name.get(name))
            .map(others)
            .unwrap_or_default();
        let namesake = namesakes
            .iter()
            .max_by_key(|other| shared(path, other))
            .map(|found| (*found, namesakes.len() == 1));
        let (found, sure) = namesake.or_else(|| {
            let meant = HandbookPath::resolve(path.folder(), folder);
            let folders = meant
                .iter()
                .map(HandbookPath::as_str)
                .chain([path.folder()]);
            folders
                .filter_map(|folder| names.by_folder.get(folder))
                .map(others)
                .find_map(|paths| {
                    let stems = paths.iter().map(|path| stem(path.name()));
                    let found = nearest(stem(name), stems.clone())?;
                    let sure = certain(stem(name), stems).is_some();
                    let path = paths.iter().find(|path| stem(path.name()) == found)?;
                    Some((*path, sure))
                })
        })?;
        Some(Offer {
            way: relative(path.as_str(), found.as_str()),
            sure,
        })
    }
}

/// A chapter's name without its ending, which would make short names look alike.
fn stem(name: &str) -> &str {
    name.strip_suffix(".md").unwrap_or(name)
}

/// How many folders two paths share.
fn shared(a: &HandbookPath, b: &HandbookPath) -> usize {
    a.folder()
        .split('/')
        .zip(b.folder().split('/'))
        .take_while(|(a, b)| a == b)
        .count()
}
