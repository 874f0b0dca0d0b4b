//! What a CI run, and an author with an old handbook, need of `check`.

#[path = "../support/mod.rs"]
mod support;

mod baseline;
mod desk;
mod external;
mod fix;
mod formats;
mod platforms;
mod releases;
mod schema;
