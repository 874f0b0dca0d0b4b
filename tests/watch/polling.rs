//! Where the system can't say what changed, stamps of files do.

use std::fs;

use transferbuch::disk::{Changed, Tree};
use transferbuch::source::{File, HandbookPath, Snapshot};

use super::running::handbook;
use crate::support::OnDisk;

fn listing(snapshot: &Snapshot) -> Vec<(HandbookPath, String)> {
    let show = |file: &File| match file {
        File::Text(source) => source.text.to_string(),
        File::Asset { len } => format!("{len} bytes"),
    };
    let files = snapshot.iter();
    files
        .map(|(path, file)| (path.clone(), show(file)))
        .collect()
}

/// A handbook, and what is known of it.
struct Polled {
    handbook: OnDisk,
    tree: Tree,
    stamps: transferbuch::disk::Stamps,
}

impl Polled {
    fn begin() -> Self {
        let handbook = handbook().on_disk();
        let root = handbook.path("").canonicalize().unwrap();
        let tree = Tree::read(&root, &mut |_| ());
        let stamps = tree.stamps();
        Self {
            handbook,
            tree,
            stamps,
        }
    }

    /// Fails unless comparing and refreshing finds what a new reading does, and nothing after it.
    fn finds(&mut self, edit: &str) {
        let changed = self.tree.compare(&mut self.stamps);
        let paths = self.tree.refresh(&changed, &mut |_| ());
        assert!(!paths.is_empty(), "{edit}");
        let clean = Tree::read(self.tree.root(), &mut |_| ());
        assert_eq!(
            listing(&self.tree.snapshot),
            listing(&clean.snapshot),
            "{edit}"
        );
        assert_eq!(
            self.tree.compare(&mut self.stamps),
            Changed::default(),
            "{edit}"
        );
    }
}

#[test]
fn every_sort_of_edit_is_found() {
    let mut polled = Polled::begin();
    let nothing = polled.tree.compare(&mut polled.stamps);
    assert_eq!(nothing, Changed::default());
    let write =
        |polled: &Polled, path: &str| polled.handbook.write(path, format!("# Neu: {path}\n"));
    for path in [
        "content/rezept.md",
        "content/neu.md",
        "content/a/b/c.md",
        "content/formate/ablauf.png",
        "handbook.yml",
        "kinds/neu.yml",
        "themes/standard/assets/custom.css",
        "themes/neu/templates/parts/status.html",
        "glossary.yml",
        "search.yml",
    ] {
        write(&polled, path);
        polled.finds(path);
    }
    let at = |polled: &Polled, path: &str| polled.handbook.path(path);
    fs::rename(
        at(&polled, "content/neu.md"),
        at(&polled, "content/formate/neu.md"),
    )
    .unwrap();
    polled.finds("a file moves");
    fs::rename(at(&polled, "content/a"), at(&polled, "content/d")).unwrap();
    polled.finds("a folder moves");
    fs::rename(
        at(&polled, "content/rezept.md"),
        at(&polled, "content/d/b/c.md"),
    )
    .unwrap();
    polled.finds("a file is moved over another");
    fs::remove_dir_all(at(&polled, "content/d")).unwrap();
    polled.finds("a folder goes");
    fs::remove_file(at(&polled, "glossary.yml")).unwrap();
    polled.finds("a file goes");
}

#[test]
fn what_is_no_part_of_the_handbook_is_no_change() {
    let mut polled = Polled::begin();
    for path in [
        "LIESMICH.md",
        ".git/HEAD",
        "content/.rezept.md.swp",
        "content/.entwurf/a.md",
        "public/index.html",
        "node_modules/a/index.md",
    ] {
        polled.handbook.write(path, "Neu\n");
    }
    let changed = polled.tree.compare(&mut polled.stamps);
    let paths = polled.tree.refresh(&changed, &mut |_| ());
    assert_eq!(paths, [], "{changed:?}");
}
