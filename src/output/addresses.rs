//! What stands where: nothing is published twice at one address.
//!
//! Pages that the program makes, the theme's files and the index come first; what a handbook has at
//! such an address is in the way. Then come chapters and sections, files and former addresses.

use std::collections::{BTreeMap, BTreeSet};

use super::site::file_of;
use super::{made, redirect, versions};
use crate::diagnostic::{Code, Finding, Place};
use crate::link::Linked;
use crate::search;
use crate::site::FROZEN;
use crate::source::{HandbookPath, Span};
use crate::theme::{Page, Theme, address, data_folder, pages};

static RESERVED: Code = Code::fatal("reserved-address");
static DUPLICATE: Code = Code::fatal("duplicate-address");

/// Finds everything that would be published over something else.
pub fn check(linked: &Linked, theme: &Theme) -> Vec<Finding> {
    let site = &linked.site;
    let mut reserved: BTreeSet<String> = theme.assets().map(|(path, _)| path.to_owned()).collect();
    reserved.insert(super::MANIFEST.to_owned());
    reserved.extend(super::hosts::PATHS.map(str::to_owned));
    reserved.extend(made::reserved(linked));
    if linked.release.is_some() {
        reserved.extend([versions::FILE, versions::SCRIPT, versions::PAGES].map(str::to_owned));
        reserved.extend(
            site.editions
                .iter()
                .map(|edition| file_of(&edition.versions())),
        );
    }
    let mut claims: Vec<(String, HandbookPath, Option<Span>)> = Vec::new();
    for page in pages(linked) {
        let file = file_of(&address(site, page));
        match page {
            Page::Chapter(id) => claims.push((file, site.chapter(id).path().clone(), None)),
            Page::Section(id, _) | Page::Print(id, _) => {
                let section = site.section(id);
                let folder = [site.config.content, section.folder.as_str()].join("/");
                let path = match section.index {
                    Some(index) => site.chapter(index).path().clone(),
                    None => folder.trim_matches('/').into(),
                };
                claims.push((file, path, None));
            }
            _ => {
                reserved.insert(file);
            }
        }
    }
    let editions = site.editions.iter();
    let folders: Vec<String> = editions
        .flat_map(|edition| [search::folder(edition), data_folder(edition)])
        .collect();
    for (path, file) in linked.published_assets() {
        claims.push((file.to_owned(), path.clone(), None));
    }
    for (file, path, span) in redirect::places(linked) {
        claims.push((file, path.clone(), Some(span)));
    }
    let mut taken: BTreeMap<&str, &HandbookPath> = BTreeMap::new();
    let mut findings = Vec::new();
    for (file, path, span) in &claims {
        let finding = |code| {
            let finding = Finding::new(code, path).with("address", file.as_str());
            Finding {
                place: Place {
                    path: path.clone(),
                    span: *span,
                },
                ..finding
            }
        };
        let frozen = linked.release.is_some() && file.starts_with(FROZEN);
        let in_folder = folders
            .iter()
            .any(|folder| file.starts_with(folder.as_str()));
        if frozen || in_folder || reserved.contains(file) {
            findings.push(finding(&RESERVED));
        } else if let Some(first) = taken.get(file.as_str()) {
            let first = Place {
                path: (*first).clone(),
                span: None,
            };
            findings.push(finding(&DUPLICATE).with_related(first, "first-here"));
        } else {
            taken.insert(file, path);
        }
    }
    findings
}
