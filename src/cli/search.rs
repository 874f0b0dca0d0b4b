//! `search`: the search that readers get, in the terminal.
//!
//! 1. The index of a published site is read from its folder; that of a handbook is made in memory.
//! 2. The words on the command line are one query; without any, every line of standard input is.
//! 3. Results are shown for people, or as a JSON array for each query.

use std::io::{BufRead, IsTerminal};
use std::path::Path;
use std::{fs, io};

use serde::Serialize;

use super::args::Search;
use super::{Opened, Session, USAGE};
use crate::disk::put_in_order;
use crate::release::{MANIFEST, Manifest};
use crate::search::{self, Hit, IndexError, Marked, Options, Results, Searcher};

/// Answers queries.
pub(super) fn run(session: &Session, args: &Search) -> u8 {
    if session.folder.join(MANIFEST).is_file() {
        return over_site(session, args);
    }
    // Mistakes are for `check` to tell: what is there can be searched all the same.
    let root = match session.root_or_bare() {
        Ok(root) => root,
        Err(code) => return code,
    };
    let Opened { handbook, .. } = Opened::new(root.path, false);
    let editions = &handbook.linked.site.editions;
    let wanted = args.language.as_deref();
    let edition = editions
        .iter()
        .find(|e| wanted.is_none_or(|wanted| e.language == wanted));
    let Some(edition) = edition else {
        return no_language(session, wanted);
    };
    let folder = search::folder(edition);
    let index = handbook.index();
    answer(
        session,
        args,
        Searcher::open(|path| index.get(&format!("{folder}{path}")).cloned()),
    )
}

/// Over a published site, whose root is the folder at hand.
fn over_site(session: &Session, args: &Search) -> u8 {
    // What can't be put in order can be searched all the same.
    let _ = put_in_order(&session.folder);
    let indices = session.folder.join("assets/search");
    let languages = || fs::read_dir(&indices).into_iter().flatten().flatten();
    let mut languages: Vec<String> = languages()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    languages.sort();
    let manifest = fs::read(session.folder.join(MANIFEST)).unwrap_or_default();
    let manifest = Manifest::from_json(&manifest).unwrap_or_default();
    let default = manifest.pages.get("").map(|page| &page.lang);
    let wanted = args.language.as_ref().or(default).or(languages.first());
    let Some(language) = wanted.filter(|code| languages.contains(code)) else {
        return no_language(session, args.language.as_deref());
    };
    let folder = indices.join(language);
    answer(
        session,
        args,
        Searcher::open(|path| read_within(&folder, path)),
    )
}

/// A file of the index. Its names come from the index itself, which may have been tampered with.
fn read_within(folder: &Path, path: &str) -> Option<Vec<u8>> {
    let plain = !path.split('/').any(|name| name.is_empty() || name == "..");
    plain.then(|| fs::read(folder.join(path)).ok())?
}

fn no_language(session: &Session, language: Option<&str>) -> u8 {
    session.refuse(
        "search-no-language",
        [("language", language.unwrap_or("–").into())],
    )
}

fn answer(session: &Session, args: &Search, searcher: Result<Searcher<'_>, IndexError>) -> u8 {
    let answered = searcher.and_then(|searcher| {
        if let Some(path) = &args.missing {
            return missing(session, args, &searcher, path);
        }
        if !args.query.is_empty() {
            return show(session, args, &searcher, &args.query.join(" "));
        }
        if io::stdin().is_terminal() {
            return Ok(session.refuse("search-no-query", []));
        }
        for query in io::stdin().lock().lines() {
            let Ok(query) = query else { break };
            show(session, args, &searcher, &query)?;
        }
        Ok(0)
    });
    answered.unwrap_or_else(|error| {
        session.refuse(
            "search-unavailable",
            [("problem", error.to_string().into())],
        );
        USAGE
    })
}

/// Prints the queries of a file, one a line, that find nothing.
fn missing(
    session: &Session,
    args: &Search,
    searcher: &Searcher<'_>,
    path: &Path,
) -> Result<u8, IndexError> {
    let queries = match fs::read(path) {
        Ok(queries) => queries,
        Err(error) => {
            let path = path.display().to_string();
            let problem = error.to_string();
            return Ok(session.refuse(
                "search-no-file",
                [("path", path.into()), ("problem", problem.into())],
            ));
        }
    };
    let queries = String::from_utf8_lossy(&queries);
    let mut lacking = Vec::new();
    for query in queries
        .lines()
        .map(str::trim)
        .filter(|query| !query.is_empty())
    {
        if searcher.search(query, &Options::default())?.total == 0 {
            lacking.push(query);
        }
    }
    if args.json {
        outln!("{}", serde_json::to_string(&lacking).unwrap_or_default());
    } else {
        for query in lacking {
            outln!("{query}");
        }
    }
    Ok(0)
}

fn show(
    session: &Session,
    args: &Search,
    searcher: &Searcher<'_>,
    query: &str,
) -> Result<u8, IndexError> {
    let options = Options {
        limit: args.limit,
        ..Options::default()
    };
    let results = searcher.search(query, &options)?;
    if args.json {
        let hits: Vec<JsonHit<'_>> = results.hits.iter().map(JsonHit::new).collect();
        outln!("{}", serde_json::to_string(&hits).unwrap_or_default());
    } else {
        show_people(session, query, &results);
    }
    Ok(0)
}

fn show_people(session: &Session, query: &str, results: &Results) {
    if let Some(suggestion) = &results.suggestion {
        outln!(
            "{}\n",
            session.text("nearest", [("nearest", suggestion.as_str().into())])
        );
    }
    if results.hits.is_empty() {
        outln!(
            "{}",
            session.text("search-nothing", [("query", query.into())])
        );
    }
    if !results.also.is_empty() {
        let also = [("words", results.also.join(", ").into())];
        outln!("{}\n", session.text("search-also", also));
    }
    for (number, hit) in results.hits.iter().enumerate() {
        let heading = if hit.heading.text.is_empty() {
            ""
        } else {
            " › "
        };
        outln!(
            "{}. {}{heading}{} ({})",
            number + 1,
            hit.title.text,
            hit.heading.text,
            hit.kind.1
        );
        if !hit.lacks.is_empty() {
            let lacks = [("words", hit.lacks.join(", ").into())];
            outln!("   {}", session.text("search-lacks", lacks));
        }
        outln!("   {}", hit.url);
        outln!("   {}\n", marked(&hit.excerpt, session.colour));
    }
}

/// The text with its marked words in bold, where there are colours.
fn marked(text: &Marked, colour: bool) -> String {
    if !colour {
        return text.text.clone();
    }
    let mut out = String::new();
    let mut at = 0;
    for (start, end) in &text.marks {
        out.push_str(&text.text[at..*start]);
        out.push_str("\x1b[1m");
        out.push_str(&text.text[*start..*end]);
        out.push_str("\x1b[0m");
        at = *end;
    }
    out.push_str(&text.text[at..]);
    out
}

/// A result as programs get it.
#[derive(Serialize)]
struct JsonHit<'h> {
    url: &'h str,
    title: &'h str,
    heading: &'h str,
    kind: &'h str,
    excerpt: &'h str,
    score: f64,
    lacks: &'h [String],
}

impl<'h> JsonHit<'h> {
    fn new(hit: &'h Hit) -> Self {
        Self {
            url: &hit.url,
            title: &hit.title.text,
            heading: &hit.heading.text,
            kind: &hit.kind.0,
            excerpt: &hit.excerpt.text,
            score: hit.score,
            lacks: &hit.lacks,
        }
    }
}
