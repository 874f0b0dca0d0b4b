//! Other generators on the same chapters, as far as they are installed.
//!
//! Each gets a site with the least it asks for: the chapters with a front matter of title and summary,
//! and templates that put a title and a link around the text. None of them has a search, pages for printing,
//! catalogues or checks there; mdBook has its own search and theme.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::product::Result;

/// Sites of more chapters take mdBook too long: each of its pages is searched for all.
const MDBOOK_MAX: u32 = 1_000;

/// A generator with its site.
pub struct Peer {
    pub generator: Generator,
    site: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    Hugo,
    Zola,
    Blades,
    MdBook,
}

/// The generators that are installed, with sites for them made below `folder`.
pub fn installed(handbook: &Path, folder: &Path, chapters: u32) -> Result<Vec<Peer>> {
    use Generator::{Blades, Hugo, MdBook, Zola};
    let mut peers = Vec::new();
    for generator in [Hugo, Zola, Blades, MdBook] {
        let fits = generator != MdBook || chapters <= MDBOOK_MAX;
        if fits && is_installed(generator.name()) {
            let site = folder.join(generator.name());
            generator.make_site(&handbook.join("content"), &site)?;
            peers.push(Peer { generator, site });
        }
    }
    Ok(peers)
}

fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

impl Peer {
    /// Where it is to be run.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// What builds its site into `out`, after what has to be prepared for that.
    pub fn command(&self, out: &Path) -> Result<Vec<OsString>> {
        let mut words: Vec<OsString> = vec![self.generator.name().into()];
        let arguments: &[&str] = match self.generator {
            Generator::Hugo => &["--quiet", "--destination"],
            Generator::Zola => &["build", "--output-dir"],
            Generator::MdBook => &["build", "--dest-dir"],
            Generator::Blades => {
                // It removes what its last run made, wherever that is.
                let _ = fs::remove_file(self.site.join(".blades"));
                let settings = format!("{BLADES}output_dir = {:?}\n", out.to_string_lossy());
                fs::write(self.site.join("Blades.toml"), settings)?;
                words.push("build".into());
                return Ok(words);
            }
        };
        words.extend(arguments.iter().map(OsString::from));
        words.push(out.into());
        Ok(words)
    }
}

const BLADES: &str = "title = \"Handbuch\"\nurl = \"https://handbuch.example\"\n";

impl Generator {
    pub fn name(self) -> &'static str {
        match self {
            Self::Hugo => "hugo",
            Self::Zola => "zola",
            Self::Blades => "blades",
            Self::MdBook => "mdbook",
        }
    }

    fn make_site(self, content: &Path, site: &Path) -> Result<()> {
        for (file, text) in self.frame() {
            let file = site.join(file);
            fs::create_dir_all(file.parent().unwrap_or(site))?;
            fs::write(file, text)?;
        }
        let folder = site.join(match self {
            Self::MdBook => "src",
            _ => "content",
        });
        let mut files = Vec::new();
        for entry in WalkDir::new(content).sort_by_file_name() {
            let entry = entry?;
            let inside = entry.path().strip_prefix(content)?;
            if entry.file_type().is_dir() {
                fs::create_dir_all(folder.join(inside))?;
            } else if inside.extension().is_some_and(|ending| ending == "md") {
                files.push((entry.path().to_owned(), inside.to_owned()));
            }
        }
        let titles = files.par_iter().map(|(from, inside)| {
            let markdown = fs::read_to_string(from)?;
            let (title, text) = self.chapter(&markdown);
            let mut to = folder.join(inside);
            if matches!(self, Self::Hugo | Self::Zola) && to.ends_with("index.md") {
                to.set_file_name("_index.md");
            }
            fs::write(to, text)?;
            Ok(format!("- [{title}]({})\n", inside.display()))
        });
        let titles: Vec<String> = titles.collect::<Result<_>>()?;
        if self == Self::MdBook {
            fs::write(folder.join("SUMMARY.md"), titles.concat())?;
        }
        Ok(())
    }

    /// The title of a chapter, and its text as the generator wants it.
    fn chapter(self, markdown: &str) -> (&str, String) {
        let (front, body) = markdown.split_once("\n---\n").unwrap_or(("", markdown));
        let field = |name: &str| {
            let mut lines = front.lines();
            let value = lines.find_map(|line| line.strip_prefix(name));
            value.unwrap_or_default().trim().trim_matches('"')
        };
        let (title, summary) = (field("title:"), field("summary:"));
        let text = match self {
            Self::MdBook => format!("# {title}\n\n{summary}\n\n{body}"),
            _ => format!("+++\ntitle = \"{title}\"\ndescription = \"{summary}\"\n+++\n{body}"),
        };
        (title, text)
    }

    /// Settings and templates, by path.
    fn frame(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Hugo => &[
                (
                    "hugo.toml",
                    "baseURL = \"https://handbuch.example/\"\ntitle = \"Handbuch\"\n",
                ),
                ("layouts/_default/single.html", HUGO),
                ("layouts/_default/list.html", HUGO),
            ],
            Self::Zola => &[
                (
                    "config.toml",
                    "base_url = \"https://handbuch.example\"\ntitle = \"Handbuch\"\n",
                ),
                ("templates/index.html", ZOLA_SECTION),
                ("templates/section.html", ZOLA_SECTION),
                ("templates/page.html", ZOLA_PAGE),
            ],
            Self::Blades => &[
                ("templates/section.html", BLADES_PAGE),
                ("templates/page.html", BLADES_PAGE),
            ],
            Self::MdBook => &[("book.toml", "[book]\ntitle = \"Handbuch\"\n")],
        }
    }
}

const HUGO: &str = "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>{{ .Title }}</title>\
    <a href=\"/\">{{ site.Title }}</a><h1>{{ .Title }}</h1>{{ .Content }}</html>\n";
const ZOLA_PAGE: &str = "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>{{ page.title }}</title>\
    <a href=\"/\">{{ config.title }}</a><h1>{{ page.title }}</h1>{{ page.content | safe }}</html>\n";
const ZOLA_SECTION: &str = "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>{{ section.title }}</title>\
    <a href=\"/\">{{ config.title }}</a><h1>{{ section.title }}</h1>{{ section.content | safe }}</html>\n";
const BLADES_PAGE: &str = "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>{{title}}</title>\
    <a href=\"/\">{{site.title}}</a><h1>{{title}}</h1>{{{content}}}</html>\n";
