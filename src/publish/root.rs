//! The new tree around a new edition.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{ReleaseOptions, Tree, cannot};
use crate::diagnostic::Finding;
use crate::disk::{hash_of, link_files};
use crate::output::{Content, Sink, redirect};
use crate::pages::Page;
use crate::pipeline::Handbook;
use crate::release::{
    Compatibility, FROZEN, MANIFEST, Manifest, PageEntry, Published, Redirects, VERSIONS,
    VERSIONS_SCRIPT, Versions,
};

type Files = BTreeMap<String, Vec<u8>>;

/// Makes the tree of which `edition` is the newest part, beside the published one.
pub(super) fn write(
    tree: &Tree,
    handbook: &Handbook,
    options: ReleaseOptions,
    edition: Manifest,
    compatibility: &Compatibility,
) -> Result<(), Box<Finding>> {
    let (new, old) = (tree.target.new_site(), tree.target.old_site());
    let (linked, release) = (&handbook.linked, handbook.plan.release());
    let release = release.expect("the edition was written as a release");
    let frozen = new.join(release.version.folder());
    let own = hash_of(&frozen.join(MANIFEST)).map_err(|problem| cannot(MANIFEST, &problem))?;
    let mut editions = tree
        .manifest
        .as_ref()
        .map_or_else(BTreeMap::new, |manifest| manifest.editions.clone());
    for version in editions.keys() {
        let folder = format!("{FROZEN}{version}");
        tree.target
            .keep(&folder)
            .map_err(|problem| cannot(&folder, &problem))?;
    }
    editions.insert(release.version.to_string(), own);

    let languages = linked.site.languages().map(str::to_owned).collect();
    let published = Published::of(release, languages);
    let versions = tree.versions.clone().with(published, options.latest);

    let (mut manifest, mut files, from) = match &tree.manifest {
        Some(root) if !options.latest => {
            let files = relisted(handbook, old, root, &versions)?;
            (root.clone(), files, old.to_path_buf())
        }
        _ => {
            let (manifest, files) = current(handbook, edition, compatibility, &versions)?;
            (manifest, files, frozen)
        }
    };
    files.insert(VERSIONS.to_owned(), versions.to_json());
    files.insert(VERSIONS_SCRIPT.to_owned(), versions.to_script());
    manifest.editions = editions;

    let linked_files: Vec<&str> = manifest.files.keys().map(String::as_str).collect();
    let linked_files = without(&linked_files, &files);
    let problem = |problem: std::io::Error| cannot("", &problem);
    link_files(&from, &new, &linked_files).map_err(problem)?;
    if options.latest {
        keep(tree, compatibility, &new, &mut manifest)?;
    }
    let sink = tree.target.sink();
    let mut put = |path: &str, bytes: &[u8]| {
        let written = sink
            .put(path, Content::Bytes(bytes))
            .map_err(|problem| cannot(path, &std::io::Error::other(problem)))?;
        manifest.add(path.to_owned(), written.hash);
        Ok::<_, Box<Finding>>(())
    };
    for (path, bytes) in &files {
        put(path, bytes)?;
    }
    let json = manifest.to_json();
    fs::write(new.join(MANIFEST), json).map_err(problem)
}

/// What the root has if the new edition becomes the one there: the manifest, and files that differ
/// from the edition's.
fn current(
    handbook: &Handbook,
    edition: Manifest,
    compatibility: &Compatibility,
    versions: &Versions,
) -> Result<(Manifest, Files), Box<Finding>> {
    let (linked, plan, theme) = (&handbook.linked, &handbook.plan, &handbook.theme);
    let mut manifest = edition;
    manifest.pages.extend(compatibility.unlisted.clone());
    let mut redirects: Redirects = redirect::planned(plan, &linked.site);
    redirects.extend(compatibility.redirects.clone());
    let mut files = redirect::files(&redirects, linked.site.config.url.as_ref());
    let targets = redirects.into_iter().map(|(from, to)| (from, to.to));
    manifest.redirects = targets.collect();
    for (id, edition) in linked.site.numbered_editions() {
        let listed = versions.listed(&edition.language);
        let html = theme.render_versions(linked, plan, id, &listed)?;
        let address = plan.address(Page::Versions(id));
        files.insert(address.file(), html.into_bytes());
        let entry = PageEntry::generated(&edition.language, "versions");
        manifest.pages.insert(address.to_string(), entry);
    }
    Ok((manifest, files))
}

/// What changes at the root if another edition stays there: its lists of releases.
fn relisted(
    handbook: &Handbook,
    old: &Path,
    root: &Manifest,
    versions: &Versions,
) -> Result<Files, Box<Finding>> {
    let mut files = Files::new();
    let Handbook {
        linked,
        plan,
        theme,
        ..
    } = handbook;
    for (id, edition) in linked.site.numbered_editions() {
        let file = plan.address(Page::Versions(id)).file();
        if !root.files.contains_key(&file) {
            continue;
        }
        let html =
            fs::read_to_string(old.join(&file)).map_err(|problem| cannot(&file, &problem))?;
        let listed = versions.listed(&edition.language);
        let newer = theme.render_versions(linked, plan, id, &listed)?;
        if let Some(relisted) = with_list_of(&html, &newer) {
            files.insert(file, relisted.into_bytes());
        }
    }
    Ok(files)
}

/// Keeps the files that readers may have links to and the handbook no longer has.
fn keep(
    tree: &Tree,
    compatibility: &Compatibility,
    new: &Path,
    manifest: &mut Manifest,
) -> Result<(), Box<Finding>> {
    let Some(last) = &tree.manifest else {
        return Ok(());
    };
    let names: Vec<&str> = compatibility.kept.iter().map(String::as_str).collect();
    link_files(tree.target.old_site(), new, &names).map_err(|problem| cannot("", &problem))?;
    for name in &compatibility.kept {
        let hash = last.files.get(name).cloned().unwrap_or_default();
        manifest.files.insert(name.clone(), hash);
        manifest.attachments.push(name.clone());
    }
    manifest.attachments.sort();
    Ok(())
}

/// The names of files that aren't written anew. A link shares its content with a frozen edition, so
/// nothing may ever be written over one.
fn without<'n>(names: &[&'n str], files: &Files) -> Vec<&'n str> {
    let written: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let own = |name: &&&str| !written.contains(**name);
    names.iter().filter(own).copied().collect()
}

/// The page `html`, which lists releases, with the list of the page `newer` in place of its own: the
/// one at the root stays as it is when a release doesn't become the current one. `None` if a theme
/// lists them in another way.
fn with_list_of(html: &str, newer: &str) -> Option<String> {
    let list = |html: &str| {
        let start = html.find("<ul class=\"releases\">")?;
        let end = start + html[start..].find("</ul>")?;
        Some(start..end)
    };
    let mut relisted = html.to_owned();
    relisted.replace_range(list(html)?, &newer[list(newer)?]);
    Some(relisted)
}
