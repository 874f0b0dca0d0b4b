//! What an author may have meant by a link that leads nowhere.

use std::collections::BTreeMap;
use std::iter::successors;
use std::sync::{Arc, Mutex, OnceLock};

use crate::diagnostic::Suggestions;
use crate::site::{Chapter, ChapterId, Site, relative};
use crate::source::{HandbookPath, percent_decode};

/// A link that may have been meant.
pub(super) struct Offer {
    pub link: String,
    /// Whether nothing else can be meant.
    pub sure: bool,
}

/// A file that may have been meant.
struct Candidate<'s> {
    path: &'s HandbookPath,
    /// Whether no other can be.
    sure: bool,
}

/// All files, by name and by folder. That is only worked out when something leads nowhere.
pub(super) struct Nearby<'s> {
    site: &'s Site,
    chapters: OnceLock<Names<'s>>,
    files: OnceLock<Names<'s>>,
    /// All paths in small letters.
    folded: OnceLock<BTreeMap<String, &'s HandbookPath>>,
    /// The anchors of the chapters that a link has missed.
    anchors: Mutex<BTreeMap<ChapterId, Arc<Suggestions<'s>>>>,
}

#[derive(Default)]
struct Names<'s> {
    by_name: BTreeMap<&'s str, Vec<&'s HandbookPath>>,
    by_folder: BTreeMap<&'s str, Folder<'s>>,
}

#[derive(Default)]
struct Folder<'s> {
    files: Vec<&'s HandbookPath>,
    /// Their names without endings, in the same order.
    names: OnceLock<Suggestions<'s>>,
}

impl<'s> Names<'s> {
    /// Of files in the order of their paths.
    fn new(paths: impl Iterator<Item = &'s HandbookPath>) -> Self {
        let mut names = Self::default();
        for path in paths {
            names.by_name.entry(path.name()).or_default().push(path);
            let folder = names.by_folder.entry(path.folder()).or_default();
            folder.files.push(path);
        }
        names
    }

    /// The file called `name` that shares the most folders with the one at `path`, the last of
    /// several.
    fn namesake(&self, path: &HandbookPath, name: &str) -> Option<Candidate<'s>> {
        let files = self.by_name.get(name)?;
        let only = files.iter().filter(|file| **file != path).nth(1).is_none();
        let folders = successors(Some(path.folder()), |folder| {
            let (around, _) = folder.rsplit_once('/').unwrap_or_default();
            (!folder.is_empty()).then_some(around)
        });
        let in_root = files.binary_search_by(|file| file.as_str().cmp(name));
        let in_root = in_root.ok().filter(|_| path.folder().is_empty());
        let beside = in_root.map(|at| files[at]).filter(|file| *file != path);
        let below = folders.filter_map(|folder| {
            let files = below(files, folder).iter().rev();
            files.copied().find(|file| *file != path)
        });
        let found = beside.into_iter().chain(below).next()?;
        Some(Candidate {
            path: found,
            sure: only,
        })
    }

    /// The file in `folder` whose name is most like `name`. It isn't the one at `path`.
    fn like(&self, path: &HandbookPath, folder: &str, name: &str) -> Option<Candidate<'s>> {
        let folder = self.by_folder.get(folder)?;
        let names = || Suggestions::new(folder.files.iter().map(|file| stem(file.name())));
        let names = folder.names.get_or_init(names);
        let found = names.find_except(stem(name), |index| folder.files[index] == path)?;
        let sure = found.unambiguous(stem(name)).is_some();
        Some(Candidate {
            path: folder.files[found.index],
            sure,
        })
    }
}

/// Those of `files`, which are in the order of their paths, that lie below `folder`.
fn below<'f, 's>(files: &'f [&'s HandbookPath], folder: &str) -> &'f [&'s HandbookPath] {
    if folder.is_empty() {
        return files;
    }
    let folder = format!("{folder}/");
    let first = files.partition_point(|file| file.as_str() < folder.as_str());
    let files = &files[first..];
    &files[..files.partition_point(|file| file.as_str().starts_with(&folder))]
}

impl<'s> Nearby<'s> {
    pub fn new(site: &'s Site) -> Self {
        Self {
            site,
            chapters: OnceLock::new(),
            files: OnceLock::new(),
            folded: OnceLock::new(),
            anchors: Mutex::default(),
        }
    }

    /// The anchors of a chapter.
    pub fn anchors(&self, id: ChapterId) -> Arc<Suggestions<'s>> {
        let mut all = self.anchors.lock().expect("no holder of the lock panics");
        let new = || anchors(self.site.chapter(id)).into();
        Arc::clone(all.entry(id).or_insert_with(new))
    }

    /// The link from the file at `path` to the one that `link` would lead to on a system that takes
    /// capital and small letters for the same.
    pub fn in_other_case(&self, path: &HandbookPath, link: &str) -> Option<Offer> {
        let meant = HandbookPath::resolve(path.folder(), &percent_decode(link)?).ok()?;
        let folded = self.folded.get_or_init(|| {
            let paths = self.site.texts.keys().chain(self.site.assets.keys());
            paths
                .map(|path| (path.as_str().to_lowercase(), path))
                .collect()
        });
        let found = folded.get(&meant.as_str().to_lowercase());
        let found = found.filter(|found| ***found != meant)?;
        Some(Offer {
            link: relative(path.as_str(), found.as_str()),
            sure: true,
        })
    }

    /// The link from the file at `path` that is most like `link`: to a file of the same name in
    /// another folder, else to one of a like name in the folder where it should be, or in that of
    /// the file itself. All names of a handbook are too many to be compared at every broken link.
    pub fn offer(&self, path: &HandbookPath, link: &str, chapter: bool) -> Option<Offer> {
        let names = if chapter {
            let chapters = || Names::new(self.site.texts.keys());
            self.chapters.get_or_init(chapters)
        } else {
            let files = || Names::new(self.site.assets.keys());
            self.files.get_or_init(files)
        };
        // A path of Windows means the same file.
        let link = link.trim_end_matches('/').replace('\\', "/");
        let (folder, name) = link.rsplit_once('/').unwrap_or(("", &link));
        let with_ending = format!("{name}.md");
        let same_name = [name, with_ending.as_str()]
            .into_iter()
            .find(|name| names.by_name.contains_key(name))
            .and_then(|name| names.namesake(path, name));
        let found = same_name.or_else(|| {
            let meant = HandbookPath::resolve(path.folder(), folder);
            let folders = meant.iter().map(HandbookPath::as_str);
            let mut folders = folders.chain([path.folder()]);
            folders.find_map(|folder| names.like(path, folder, name))
        })?;
        Some(Offer {
            link: relative(path.as_str(), found.path.as_str()),
            sure: found.sure,
        })
    }
}

/// The anchors that a chapter has.
pub(super) fn anchors(chapter: &Chapter) -> Suggestions<'_> {
    Suggestions::new(
        chapter
            .anchors
            .headings()
            .iter()
            .map(|anchor| anchor.id.as_str()),
    )
}

/// A chapter's name without its ending, which would make short names look alike.
fn stem(name: &str) -> &str {
    name.strip_suffix(".md").unwrap_or(name)
}
