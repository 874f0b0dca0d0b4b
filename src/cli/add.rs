//! `add`: a chapter to begin with.

use std::fmt::Write as _;
use std::io;

use super::args::Add;
use super::{FINDINGS, NO_SUGGESTION, Opened, Session, create};
use crate::config::EditionId;
use crate::diagnostic::Suggestions;
use crate::kind::{Choice, Field, FieldType, Kind};
use crate::site::{Site, slug};
use crate::yaml::write::in_quotes;

/// Writes a draft with the fields of its kind, explained in the handbook's language.
pub(super) fn run(session: &Session, args: &Add) -> u8 {
    let Opened { root, handbook, .. } = match session.open(true) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let site = &handbook.linked.site;
    let kind = site.kinds.get(&args.kind);
    let kind = kind.or_else(|| site.kinds.called(&args.kind));
    // German nouns begin with a capital letter.
    let Some(kind) = kind.or_else(|| site.kinds.get(&args.kind.to_lowercase())) else {
        let language = site.config.default_language();
        let ids: Vec<&str> = site.kinds.ids().collect();
        let labels = site.kinds.iter().map(|kind| kind.label.get(language));
        let name = |kind: &Kind| format!("{} ({})", kind.id, kind.label.get(language));
        let named: Vec<String> = site.kinds.iter().map(name).collect();
        let suggestions = Suggestions::new(ids.iter().copied().chain(labels));
        let nearest = suggestions
            .nearest(&args.kind)
            .unwrap_or(NO_SUGGESTION)
            .to_owned();
        return session.refuse(
            "add-unknown-kind",
            [
                ("kind", args.kind.as_str().into()),
                ("kinds", named.join(", ").into()),
                ("nearest", nearest.into()),
            ],
        );
    };
    // Without quotes, or with those that word processors set.
    let title = args.title.join(" ");
    let title = title.trim_matches(|c: char| c.is_whitespace() || "„“”»«‚‘’".contains(c));
    if slug(title).is_empty() || !title.contains(char::is_alphanumeric) {
        return session.refuse("add-without-title", []);
    }
    if let Some(section) = &args.section
        && section.split(['/', '\\']).any(|name| name == "..")
    {
        let section = section.trim_matches('/').to_owned();
        return session.refuse("add-outside", [("section", section.into())]);
    }
    let is_section = kind.id.as_str() == Kind::SECTION;
    let folder = match &args.section {
        Some(section) => folder_of(site, section),
        None if is_section => String::new(),
        None => home_of(site, kind),
    };
    // What introduces a section is the index of its folder.
    let name = if is_section {
        format!("{}/index.md", slug(title))
    } else {
        format!("{}.md", slug(title))
    };
    let parts = [site.config.content, folder.as_str(), name.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let path = parts.join("/");
    let home = site.section_at(&folder, EditionId::DEFAULT);
    let language = site.config.default_language();
    // A first chapter of its kind takes a section with it, named as its kind is.
    let begins_section = args.section.is_none() && !folder.is_empty() && home.is_none();
    if begins_section {
        let path = format!("{}/{folder}/index.md", site.config.content);
        let text = section(kind.plural.get(language), language, Some(kind));
        if create::file(&root.join(&path), &text).is_ok() {
            session.say("add-done", [("path", path.into())]);
        }
    }
    let gives_kind = home.is_some_and(|home| site.section(home).kind.as_deref() == Some(&kind.id));
    let inherits = begins_section || gives_kind;
    let text = if is_section {
        section(title, language, None)
    } else {
        chapter(kind, title, language, inherits)
    };
    match create::file(&root.join(&path), &text) {
        Ok(()) => {
            session.say("add-done", [("path", path.into())]);
            0
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            session.refuse("add-there", [("path", path.into())]);
            FINDINGS
        }
        Err(error) => {
            let args = [("path", path.into()), ("problem", error.to_string().into())];
            session.refuse("cannot-make-file", args);
            FINDINGS
        }
    }
}

/// The folder of the section that is named by its folder, as a path from anywhere, or by its title; else that of a
/// new one.
fn folder_of(site: &Site, named: &str) -> String {
    let slashes = named.replace('\\', "/");
    let content = format!("{}/", site.config.content);
    let below = match slashes.rfind(&format!("/{content}")) {
        Some(at) if !site.config.content.is_empty() => &slashes[at + 1..],
        _ => &slashes,
    };
    let below = below
        .strip_prefix(&content)
        .unwrap_or(below)
        .trim_matches('/');
    let sections = || {
        site.sections
            .iter()
            .filter(|s| s.edition == EditionId::DEFAULT)
    };
    let path = below.split('/').map(slug).collect::<Vec<_>>().join("/");
    let found = sections()
        .find(|section| section.folder == below)
        .or_else(|| sections().find(|section| section.title == named.trim()))
        .or_else(|| {
            sections().find(|section| slug(&section.title) == path || section.folder == path)
        });
    match (found, below.rsplit_once('/')) {
        (Some(section), _) => section.folder.clone(),
        // A new section may stand in one that is there.
        (None, Some((around, name))) => format!("{}/{}", folder_of(site, around), slug(name)),
        (None, None) => path,
    }
}

/// The section that gives its chapters this kind, or one that has the kind's name; a page goes to
/// the root.
fn home_of(site: &Site, kind: &Kind) -> String {
    let gives = |s: &&crate::site::Section| {
        s.edition == EditionId::DEFAULT && s.kind.as_deref() == Some(&kind.id)
    };
    if let Some(section) = site.sections.iter().find(gives) {
        return section.folder.clone();
    }
    let plural = slug(kind.plural.get(site.config.default_language()));
    if kind.fields.is_empty() {
        String::new()
    } else {
        plural
    }
}

/// The text of a new chapter.
fn chapter(kind: &Kind, title: &str, language: &str, inherits: bool) -> String {
    let texts = crate::text::program(crate::text::Language::of_locale(language));
    let mut text = format!("---\ntitle: {}\n", in_quotes(title));
    let mut line = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    line(&format!("# {}", texts.plain("add-summary")));
    line("summary:");
    if !inherits {
        line(&format!("kind: {}", kind.id));
    }
    line(&format!("# {}", texts.plain("add-status")));
    line("status: draft");
    for field in &kind.fields {
        line("");
        for comment in comments(field, language, texts) {
            line(&format!("# {comment}"));
        }
        line(&format!("{}:", field.id));
    }
    line("---");
    let _ = write!(text, "\n{}\n", texts.plain("add-body"));
    text
}

/// The introduction of a new section, with the order of its chapters to be filled in, and their kind where that isn't
/// known.
fn section(title: &str, language: &str, kind: Option<&Kind>) -> String {
    let texts = crate::text::program(crate::text::Language::of_locale(language));
    let title = in_quotes(title);
    let text = |id| texts.plain(id);
    let kind = match kind {
        Some(kind) => format!("kind: {}", kind.id),
        None => format!("# {}\n# kind: format", text("add-section-kind")),
    };
    format!(
        "---\ntitle: {title}\n# {}\nsummary:\n{kind}\n# {}\n# order: []\n---\n\n{}\n",
        text("add-summary"),
        text("add-section-order"),
        text("add-section-body"),
    )
}

/// What an author should know of a field.
fn comments(field: &Field, language: &str, texts: &crate::text::Catalog) -> Vec<String> {
    let label = field.label.get(language);
    let help = field.help.get(language);
    let required = if field.required {
        texts.plain("add-required")
    } else {
        String::new()
    };
    let mut comments = vec![format!("{label}{required}: {help}")];
    let values = |choices: &[Choice]| {
        let value = |c: &Choice| match c.label.get(language) {
            label if label == c.id => label.to_owned(),
            label => format!("{} ({label})", c.id),
        };
        choices.iter().map(value).collect::<Vec<_>>().join(", ")
    };
    match &field.ty {
        FieldType::Choice(choices) => {
            comments.push(format!("{} {}", texts.plain("add-one-of"), values(choices)));
        }
        FieldType::Choices(choices) => {
            comments.push(format!(
                "{} {}",
                texts.plain("add-some-of"),
                values(choices)
            ));
        }
        FieldType::Records(_, fields) => {
            let keys: Vec<String> = fields
                .iter()
                .map(|field| match &field.ty {
                    FieldType::Choice(choices) => format!("{}: {}", field.id, values(choices)),
                    _ => format!("{}: {}", field.id, field.label.get(language)),
                })
                .collect();
            comments.push(texts.plain("add-records"));
            comments.extend(keys.into_iter().map(|key| format!("  {key}")));
        }
        FieldType::Flag => comments.push(texts.plain("add-flag")),
        FieldType::Refs(_) => comments.push(texts.plain("add-refs")),
        _ => {}
    }
    comments
}
