//! Where the codes stand that lead a phone from paper to a page: QR codes of whole addresses.
//!
//! Every chapter that can be cited has one, if the handbook says where it is published and the address isn't too
//! long for one.

use super::FileSource;
use super::address::permanent_url;
use crate::link::Linked;
use crate::release::Release;
use crate::search::digits;
use crate::site::ChapterId;

/// The folder of all codes. Authors can't have files in it.
pub(super) const CODES: &str = "assets/codes/";

/// How long an address may be, in bytes. A code of more is too fine for a phone to read from a sheet of paper.
const ADDRESS_MAX: usize = 300;

/// The path of the file with the code of `url`; `None` if that is too long for one.
pub fn code_path(url: &str) -> Option<String> {
    let name = || digits(url.as_bytes(), 16);
    (url.len() <= ADDRESS_MAX).then(|| format!("{CODES}{}.svg", name()))
}

/// All codes of a site, by path. What stands in for a missing translation has the one of its original.
pub(super) fn all<'l>(
    linked: &'l Linked,
    release: Option<&'l Release>,
) -> impl Iterator<Item = (String, FileSource)> + 'l {
    let site = &linked.site;
    let chapters = (0..site.chapters.len()).map(ChapterId);
    let cited = chapters.filter(|id| {
        let chapter = site.chapter(*id);
        !chapter.is_index && !chapter.is_fallback && !linked.is_legal(*id)
    });
    cited.filter_map(move |id| {
        let path = code_path(&permanent_url(site, release, id)?)?;
        Some((path, FileSource::Code(id)))
    })
}
