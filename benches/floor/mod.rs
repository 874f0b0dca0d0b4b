//! The floor: the least that any program must do to make a site of the same files.
//!
//! 1. Walk the content and create the folders.
//! 2. On all cores, for each Markdown file: read it, parse its body with pulldown-cmark and all
//!    extensions that a handbook may use, write one HTML file.
//!
//! Buffers are used again from file to file. There is no template, link, search or check.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

/// Turns each Markdown file below `content` into an HTML file below `out`, which must not exist.
pub fn run(content: &Path, out: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    fs::create_dir(out)?;
    for entry in WalkDir::new(content).min_depth(1) {
        let entry = entry?;
        let inside = entry
            .path()
            .strip_prefix(content)
            .map_err(io::Error::other)?;
        if entry.file_type().is_dir() {
            fs::create_dir(out.join(inside))?;
        } else if inside
            .extension()
            .is_some_and(|extension| extension == "md")
        {
            files.push((out.join(inside).with_extension("html"), entry.into_path()));
        }
    }
    files
        .par_iter()
        .try_for_each_init(Buffers::default, |buffers, (to, from)| {
            page(buffers, from, to)
        })
}

/// What is used again from file to file.
#[derive(Default)]
pub struct Buffers {
    markdown: String,
    html: String,
}

fn page(buffers: &mut Buffers, from: &Path, to: &Path) -> io::Result<()> {
    fs::write(to, html(buffers, from)?)
}

/// The body of the Markdown file `from` as HTML.
pub fn html<'b>(buffers: &'b mut Buffers, from: &Path) -> io::Result<&'b str> {
    let Buffers { markdown, html } = buffers;
    markdown.clear();
    html.clear();
    File::open(from)?.read_to_string(markdown)?;
    let body = markdown
        .split_once("\n---\n")
        .map_or(markdown.as_str(), |(_, body)| body);
    html::push_html(html, Parser::new_ext(body, extensions()));
    Ok(html)
}

fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
}
