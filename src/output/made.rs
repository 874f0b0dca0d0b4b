//! Files that are neither pages nor copies, made from the linked site.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::redirect::{self, Redirect, Redirects};
use super::site::file_of;
use super::{listings, versions};
use crate::config::BaseUrl;
use crate::link::Linked;

/// The files, by path.
pub fn files(linked: &Linked) -> BTreeMap<String, Vec<u8>> {
    let base = linked.site.config.url.as_ref();
    let listings = listings::files(linked).into_par_iter();
    let listings: Vec<_> = listings
        .map(|(path, make)| (path, make().into_bytes()))
        .collect();
    let mut files = redirects(&redirect::of_site(linked), base);
    files.extend(listings);
    if linked.release.is_some() {
        files.insert(versions::PAGES.to_owned(), versions::pages_script(linked));
        for edition in linked.site.editions.iter() {
            let address = edition.versions();
            let way = Redirect {
                to: address.clone(),
                title: linked.site.title(&edition.language).to_owned(),
                lang: edition.language.clone(),
            };
            let page = redirect::out_of_edition(&address, &way, base);
            files.insert(file_of(&address), page.into_bytes());
        }
    }
    files
}

/// The paths of all of them that no chapter may have.
pub(super) fn reserved(linked: &Linked) -> impl Iterator<Item = String> {
    let listings = listings::files(linked).into_iter().map(|(path, _)| path);
    let redirects = [redirect::NETLIFY, redirect::NGINX].map(str::to_owned);
    listings.chain(redirects)
}

/// The pages of redirects and the lists for servers.
pub fn redirects(redirects: &Redirects, base: Option<&BaseUrl>) -> BTreeMap<String, Vec<u8>> {
    let page = |(from, redirect): (&String, &Redirect)| {
        (
            file_of(from),
            redirect::page(from, redirect, base).into_bytes(),
        )
    };
    let mut files: BTreeMap<String, Vec<u8>> = redirects.iter().map(page).collect();
    if !redirects.is_empty() {
        let netlify = redirect::netlify(redirects, base);
        files.insert(redirect::NETLIFY.to_owned(), netlify.into_bytes());
        let nginx = redirect::nginx(redirects, base);
        files.insert(redirect::NGINX.to_owned(), nginx.into_bytes());
    }
    files
}
