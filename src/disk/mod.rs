//! Files on a disk: reading a handbook, publishing a site.
//!
//! 1. [`find_root`] finds the handbook that a folder belongs to; [`read()`] reads it into a snapshot,
//!    and a [`Tree`] reads again what changed.
//! 2. [`Target::open`] refuses an output folder that isn't ours to replace and takes the lock.
//! 3. [`Target::sink`] takes the files of the new site beside the old one; [`Target::publish`]
//!    swaps the two with one rename, or moves file by file where that can't be.
//! 4. [`put_in_order`] ends what a run began that was stopped amidst that.
//! 5. A [`PictureMaker`] makes the smaller pictures of a site, and keeps them for the next one.
//! 6. [`replace()`] and [`replace_text`] write a single file as a whole.
//!
//! [`history`] asks git when files changed last.

mod carry_over;
mod document;
mod folder;
mod history;
mod in_place;
mod link;
mod lock;
mod originals;
mod picture;
mod picture_maker;
mod place;
mod read;
mod replace;
mod root;
mod sink;
mod staging;
mod swap;
mod sync;
mod target;
mod tree;
mod verify;

pub use link::link_files;
pub use originals::DiskOriginals;
pub use picture_maker::PictureMaker;
pub use read::read;
pub use replace::{replace, replace_text};
pub use root::{NoRoot, Root, find_root};
pub use sink::{DiskUse, FolderSink, on_disk};
pub(crate) use staging::put_in_order;
pub(crate) use sync::sync_folder;
pub use target::{Target, TargetOptions};
pub use tree::{Changed, Stamps, Tree};
pub use verify::{Difference, differences, hash_of};
