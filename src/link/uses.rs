//! Which files of the handbook are published: how texts, fields and settings use them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Linked, Pictures, SignLanguage, Targets, pictures, resolve};
use crate::picture::Places;
use crate::source::HandbookPath;

/// How files are used.
#[derive(Default)]
struct Uses<'l> {
    /// Those that pages show, and where.
    shown: BTreeMap<&'l HandbookPath, Places>,
    /// Those that a reader may load as they are.
    led_to: BTreeSet<&'l HandbookPath>,
}

impl Linked {
    /// How the files are used that texts of the site lead to. A draft leads nowhere yet.
    fn uses_of_files(&self) -> Uses<'_> {
        let site = &self.site;
        let chapters = site.chapters.iter();
        let read = chapters.flat_map(|chapter| {
            let included = chapter.includes.iter().map(|text| &text.source.path);
            [chapter.path()].into_iter().chain(included)
        });
        let read: BTreeSet<&HandbookPath> = read.collect();
        let texts = read.into_iter().map(|path| self.targets(path));
        let fields = self.fields.iter().flat_map(|resolved| &resolved.targets);
        let mut uses = Uses::default();
        for (path, shows) in texts.chain(fields).flat_map(Targets::files) {
            if shows {
                uses.shown.entry(path).or_default().text = true;
            } else {
                uses.led_to.insert(path);
            }
        }
        for picture in self.chapter_pictures.iter().flatten() {
            uses.shown.entry(&picture.file).or_default().chapter = true;
        }
        let recordings: Vec<&HandbookPath> = uses.shown.keys().copied().collect();
        for film in recordings {
            let captions = self.captions(film).into_iter();
            uses.led_to.extend(captions.map(|captions| captions.file));
            if let Some(poster) = self.poster(film) {
                uses.shown.entry(poster).or_default().text = true;
            }
        }
        uses.led_to.extend(self.named_files());
        uses
    }

    /// The pictures that are published in several sizes, and the files that are published where they are:
    /// such pictures aren't among them, unless something leads to them too.
    pub(super) fn published_files(&self) -> (Pictures, BTreeSet<HandbookPath>) {
        let Uses { shown, led_to } = self.uses_of_files();
        let site = &self.site;
        let pictures = pictures::published(site, &shown);
        let as_it_is = shown.keys().copied();
        let as_it_is = as_it_is.filter(|path| !pictures.contains_key(*path));
        let named = site.assets.keys().filter(|path| {
            let within = site.config.in_content(path);
            within.is_some_and(|within| site.config.publish.names(within))
        });
        let published = led_to.into_iter().chain(as_it_is).chain(named).cloned();
        let published = published.collect();
        (pictures, published)
    }

    /// The files that a text or a field leads to, those of drafts too.
    pub fn used_assets(&self) -> BTreeSet<&HandbookPath> {
        self.assets_of(self.texts.values().map(|resolved| &resolved.targets))
    }

    /// The files to which `texts`, fields and settings lead.
    fn assets_of<'l>(
        &'l self,
        texts: impl Iterator<Item = &'l Targets>,
    ) -> BTreeSet<&'l HandbookPath> {
        let fields = self.fields.iter().flat_map(|resolved| &resolved.targets);
        let files = texts.chain(fields).flat_map(Targets::files);
        let mut used: BTreeSet<&HandbookPath> = files.map(|(path, _)| path).collect();
        let recordings: Vec<&HandbookPath> = used.iter().copied().collect();
        for film in recordings {
            used.extend(
                self.captions(film)
                    .into_iter()
                    .map(|captions| captions.file),
            );
            used.extend(self.poster(film));
        }
        used.extend(self.named_files());
        used.extend(
            self.chapter_pictures
                .iter()
                .flatten()
                .map(|picture| &picture.file),
        );
        used
    }

    /// The files that fields and settings name.
    fn named_files(&self) -> Vec<&HandbookPath> {
        let mut named: Vec<&HandbookPath> = self.images.values().collect();
        named.extend(self.logos.iter().map(|(file, _)| file));
        if let Some(SignLanguage::Film(film)) = &self.sign_language {
            named.push(film);
        }
        for chapter in &self.site.chapters {
            for (_, value) in &chapter.fields.values {
                value.each_file(&mut |file| {
                    let found = resolve::file(&self.site, chapter.path(), &file.path);
                    named.extend(found.map(|(path, _)| path));
                });
            }
        }
        named
    }
}
