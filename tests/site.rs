//! The set of pages: addresses, languages, order, relations, links between them.

mod support;

use support::crawl::{links, reached, resolve};
use support::{Built, Files, Handbook};
use transferbuch::pipeline::Memo;
use transferbuch::release::PageType;
use transferbuch::site::Options;

fn build(handbook: &str) -> Built {
    Handbook::new(handbook).build().clean()
}

/// The addresses of chapters and sections.
fn pages(built: &Built) -> Vec<&str> {
    let pages = built.manifest.pages.iter();
    let own = pages.filter(|(_, page)| page.ty != PageType::Generated);
    own.map(|(address, _)| address.as_str()).collect()
}

/// Where the elements of `page` with `mark` in their tag lead, by their tags.
fn marked(built: &Built, page: &str, mark: &str) -> Vec<String> {
    let tags = built.text(page).split('<').filter(|tag| tag.contains(mark));
    let url = |tag: &str| {
        tag.split("href=\"")
            .nth(1)?
            .split('"')
            .next()
            .map(str::to_owned)
    };
    tags.filter_map(url).collect()
}

/// What `page` shows of its part between `from` and the next `to`.
fn part<'b>(built: &'b Built, page: &str, from: &str, to: &str) -> &'b str {
    let (_, rest) = built.text(page).split_once(from).unwrap_or_default();
    rest.split_once(to).unwrap_or_default().0
}

/// `count` chapters of a few words in one folder.
fn flat(count: usize) -> Handbook {
    (0..count).fold(Handbook::default(), |handbook, number| {
        handbook.with(
            &format!("content/kapitel-{number}.md"),
            format!("# Kapitel {number}\n\nText.\n"),
        )
    })
}

fn largest(files: &Files) -> (usize, &str) {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| (bytes.len(), path.as_str()))
        .max()
        .unwrap()
}

#[test]
fn files_become_folders_and_umlauts_plain_letters() {
    let built = build(
        "--- content/index.md\nStart\n--- content/Ämter & Orte/index.md\nA\n\
         --- content/Ämter & Orte/Große Öfen_2.md\nB\n--- content/громада.md\nC\n",
    );
    assert_eq!(
        pages(&built),
        [
            "",
            "aemter-orte/",
            "aemter-orte/grosse-oefen-2/",
            "громада/"
        ]
    );
    reached(&built.files);
}

#[test]
fn files_beside_chapters_are_published_beside_them() {
    let built = build(
        "--- content/index.md\nStart\n--- content/Räte/a.md\n![x](<Bild 1.png>)\n\
         --- content/Räte/Bild 1.png\nx\n--- content/Räte/unbenutzt.pdf\nx\n",
    );
    assert!(built.files.contains_key("raete/Bild 1.png"));
    assert!(!built.files.contains_key("raete/unbenutzt.pdf"));
    reached(&built.files);
}

#[test]
fn the_default_language_is_at_the_root_and_others_below_their_code() {
    let built = build(
        "--- handbook.yml\nlanguages: [de, en]\nurl: https://x.example/h/\n\
         --- content/index.md\nStart\n--- content/index.en.md\nHome\n\
         --- content/formate/runde.md\n# Runde\n--- content/formate/runde.en.md\n# Circle\n[home](../index.md)\n\
         --- content/formate/nur-deutsch.md\nText\n",
    );
    assert_eq!(
        pages(&built),
        [
            "",
            "en/",
            "en/formate/",
            "en/formate/runde/",
            "formate/",
            "formate/nur-deutsch/",
            "formate/runde/"
        ]
    );
    let english = built.text("en/formate/runde/index.html");
    assert!(
        english.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"),
        "{english}"
    );
    assert_eq!(
        marked(&built, "en/formate/runde/index.html", "rel=\"alternate\""),
        ["formate/runde/", "en/formate/runde/", "formate/runde/"]
            .map(|path| format!("https://x.example/h/{path}"))
    );
    assert!(
        english.contains("<a href=\"../../\">home</a>"),
        "a link leads to the same language"
    );
    assert_eq!(
        marked(&built, "formate/nur-deutsch/index.html", "hreflang=\"en\""),
        ["../../en/formate/nur-deutsch/"],
        "what isn't translated leads to a page that says so"
    );
    reached(&built.files);
}

#[test]
fn a_suffix_that_is_no_language_of_the_handbook_is_part_of_the_name() {
    assert_eq!(
        pages(&build("--- content/index.md\nA\n--- content/b.alt.md\nB\n")),
        ["", "b-alt/"]
    );
}

#[test]
fn right_to_left_languages_say_so() {
    let built = build("--- handbook.yml\nlanguages: [ar]\n--- content/index.md\nنص\n");
    assert!(
        built
            .text("index.html")
            .contains("<html lang=\"ar\" dir=\"rtl\">")
    );
}

#[test]
fn a_relation_written_on_either_side_shows_on_both() {
    let tool = "--- content/t.md\n---\ntitle: Liste\nkind: tool\nopen: [type]\nformats: [f]\n---\n";
    let format = "--- content/f.md\n---\ntitle: Runde\nkind: k\nlists: [t]\n---\n";
    let kinds = "--- kinds/k.yml\nlabel: K\nfields: [{id: lists, type: refs, to: tool, inverse: formats, label: Listen}]\n\
                 --- kinds/tool.yml\nfields: [{id: formats, type: refs, to: k, inverse: lists, label: Runden}]\n";
    let bare = |text: &str| {
        text.replace("formats: [f]\n", "")
            .replace("lists: [t]\n", "")
    };
    let both = build(&format!("{kinds}{tool}{format}"));
    for handbook in [
        format!("{kinds}{tool}{}", bare(format)),
        format!("{kinds}{}{format}", bare(tool)),
    ] {
        let built = build(&handbook);
        assert_eq!(built.text("t/index.html"), both.text("t/index.html"));
        assert_eq!(built.text("f/index.html"), both.text("f/index.html"));
    }
    let shown = |page| part(&both, page, "<section class=\"relations\">", "</section>");
    assert!(
        shown("t/index.html").contains("<h3>Runden</h3>"),
        "{}",
        shown("t/index.html")
    );
    assert!(shown("t/index.html").contains("<a href=\"../f/\">Runde</a>"));
    assert!(shown("f/index.html").contains("<h3>Listen</h3>"));
    assert!(shown("f/index.html").contains("<a href=\"../t/\">Liste</a>"));
}

#[test]
fn a_way_back_without_a_field_has_the_back_label() {
    let built = build(
        "--- kinds/k.yml\nfields: [{id: of, type: ref, to: k, back_label: {de: Varianten}}]\n\
         --- content/a.md\n---\nkind: k\nof: b\n---\n--- content/b.md\n---\nkind: k\n---\n",
    );
    let shown = part(
        &built,
        "b/index.html",
        "<section class=\"relations\">",
        "</section>",
    );
    assert!(
        shown.contains("<h3>Varianten</h3>") && shown.contains("<a href=\"../a/\">A</a>"),
        "{shown}"
    );
}

#[test]
fn references_are_whole_ids_or_their_last_parts_and_outlive_a_move() {
    let chapter = |path: &str| {
        build(&format!(
            "--- kinds/k.yml\nfields: [{{id: to, type: refs}}]\n--- content/a.md\n---\nkind: k\nto: [runde]\n---\n\
             --- content/{path}\n---\nid: x/runde\n---\n"
        ))
    };
    assert!(
        part(
            &chapter("b.md"),
            "a/index.html",
            "class=\"relations\"",
            "</section>"
        )
        .contains("../b/")
    );
    assert!(
        part(
            &chapter("neu/c.md"),
            "a/index.html",
            "class=\"relations\"",
            "</section>"
        )
        .contains("../neu/c/")
    );
}

#[test]
fn chapters_follow_the_list_then_their_numbers_then_their_names() {
    let built = build(
        "--- content/index.md\n---\norder: [zuletzt, ordner]\n---\n--- content/zuletzt.md\nA\n--- content/ordner/x.md\nB\n\
         --- content/b.md\n---\norder: 2\n---\n--- content/c.md\n---\norder: 1\n---\n\
         --- content/teil-10.md\nT\n--- content/teil-9.md\nT\n--- content/ärger.md\nT\n--- content/zoo.md\nT\n",
    );
    let list = part(&built, "index.html", "<ul class=\"cards\">", "</ul>");
    let (links, _) = links(list);
    let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(
        urls,
        [
            "zuletzt/", "ordner/", "c/", "b/", "aerger/", "teil-9/", "teil-10/", "zoo/"
        ]
    );
}

#[test]
fn one_reads_on_from_chapter_to_chapter_through_the_sections() {
    let built = build(
        "--- content/index.md\nS\n--- content/a.md\nA\n--- content/b/index.md\nB\n--- content/b/c.md\nC\n",
    );
    // The start page leads on by its cards.
    assert!(marked(&built, "index.html", "rel=\"next\"").is_empty());
    let first = "a/index.html";
    let [back] = &marked(&built, first, "rel=\"prev\"")[..] else {
        panic!("no way back from {first}")
    };
    assert_eq!(resolve(first, back).unwrap().0, "index.html");
    let mut at = first.to_owned();
    let mut read = vec![at.clone()];
    while let [next] = marked(&built, &at, "rel=\"next\"").as_slice() {
        let file = resolve(&at, next).unwrap().0;
        let [back] = &marked(&built, &file, "rel=\"prev\"")[..] else {
            panic!("no way back from {file}")
        };
        assert_eq!(resolve(&file, back).unwrap().0, at);
        read.push(file.clone());
        at = file;
    }
    assert_eq!(read, ["a/index.html", "b/index.html", "b/c/index.html"]);
}

#[test]
fn no_page_grows_with_the_handbook() {
    let (small, _) = largest(&flat(300).build().clean().files);
    let built = flat(3000).build().clean();
    let (large, page) = largest(&built.files);
    assert!(
        large < small + small / 10,
        "{page} has {large} bytes, and of 300 chapters {small}"
    );
    let pages = built
        .files
        .keys()
        .filter(|path| path.ends_with(".html") && *path != "404.html");
    assert_eq!(reached(&built.files).len(), pages.count());
}

#[test]
fn no_page_of_a_related_chapter_grows_with_the_handbook() {
    let related = |count: usize| {
        let handbook = Handbook::new(
            "--- kinds/k.yml\nfields: [{id: to, type: refs}]\n--- content/ziel.md\nZiel\n",
        );
        let handbook = (0..count).fold(handbook, |handbook, number| {
            handbook.with(
                &format!("content/k-{number}.md"),
                "---\nkind: k\nto: [ziel]\n---\n",
            )
        });
        handbook.build().clean().text("ziel/index.html").len()
    };
    assert!(related(400) < related(100) * 11 / 10);
}

#[test]
fn drafts_are_published_only_on_request() {
    let handbook =
        Handbook::new("--- content/index.md\nS\n--- content/a.md\n---\nstatus: draft\n---\n");
    assert_eq!(pages(&handbook.build().clean()), [""]);
    let built = handbook.build_drafts().clean();
    assert_eq!(pages(&built), ["", "a/"]);
    assert!(built.text("a/index.html").contains("banner-draft"));
}

#[test]
fn former_addresses_lead_to_the_present_one() {
    let built = build(
        "--- handbook.yml\nurl: https://x.example/h\n--- content/formate/neu.md\n---\naliases: [alt, /Früher/So.html]\n---\n",
    );
    for (path, url) in [
        ("alt/index.html", "../formate/neu/"),
        ("Früher/So.html", "../formate/neu/"),
    ] {
        let page = built.text(path);
        assert!(
            page.contains(&format!("content=\"0; url={url}\"")),
            "{page}"
        );
        assert!(
            page.contains("<link rel=\"canonical\" href=\"https://x.example/h/formate/neu/\">"),
            "{page}"
        );
        assert!(
            page.contains(&format!("<a href=\"{url}\">Neu</a>")),
            "{page}"
        );
    }
}

#[test]
fn the_glossary_is_sorted_and_reached_from_every_page() {
    let built = build(
        "--- handbook.yml\nlanguages: [de, en]\n--- glossary.yml\n- {term: Zoo, text: T}\n- {term: Ämter, long: {de: Lang, en: Long}, aliases: [Amt]}\n\
         - {term: BAMF}\n--- content/index.md\nS\n--- content/index.en.md\nS\n",
    );
    let page = built.text("glossar/index.html");
    let terms: Vec<&str> = page
        .split("<dfn>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(terms, ["Ämter", "BAMF", "Zoo"]);
    assert!(page.contains("Lang") && built.text("en/glossary/index.html").contains("Long"));
    assert!(built.text("index.html").contains("href=\"glossar/\""));
    reached(&built.files);
}

#[test]
fn fifty_bare_files_are_a_navigable_site() {
    let mut handbook = Handbook::default();
    for number in 0..50 {
        let folder = ["", "teil/", "teil/tief/", "Ämter & mehr/"][number % 4];
        let next = (number + 4) % 50;
        let text = format!(
            "# Nummer {number}\n\n## Ablauf\n\nText mit [Weg](#ablauf).\n\n[weiter](/{}n{next}.md)\n",
            ["", "teil/", "teil/tief/", "Ämter & mehr/"][next % 4].replace(' ', "%20")
        );
        handbook = handbook.with(&format!("{folder}n{number}.md"), text);
    }
    let built = handbook.build().clean();
    let reached = reached(&built.files);
    let pages = built
        .files
        .keys()
        .filter(|path| path.ends_with(".html") && *path != "404.html");
    let missing: Vec<_> = pages.filter(|page| !reached.contains(*page)).collect();
    assert_eq!(missing, Vec::<&String>::new());
    assert!(built.text("n0/index.html").contains("<h1>Nummer 0</h1>"));
}

#[test]
fn a_bare_folder_publishes_only_files_that_something_leads_to() {
    let built = build("--- a.md\n![x](p.png)\n--- p.png\nx\n--- steuer.xlsx\nx\n");
    assert!(built.files.contains_key("p.png") && !built.files.contains_key("steuer.xlsx"));
}

#[test]
fn a_readme_introduces_its_folder_unless_there_is_an_index() {
    assert_eq!(
        pages(&build("--- README.md\n# Start\n--- a/readme.md\n# A\n")),
        ["", "a/"]
    );
    assert_eq!(
        pages(&build("--- README.md\n# R\n--- index.md\n# I\n")),
        ["", "readme/"]
    );
}

#[test]
fn titles_come_from_front_matter_the_first_heading_or_the_name() {
    let built = build(
        "--- content/a.md\n---\ntitle: Vorn\n---\n# Oben\n--- content/b.md\n# Oben\n--- content/runder-tisch.md\nText\n",
    );
    let titles: Vec<&str> = built
        .manifest
        .pages
        .values()
        .map(|page| page.title.as_str())
        .collect();
    assert!(
        ["Vorn", "Oben", "Runder tisch"]
            .iter()
            .all(|title| titles.contains(title)),
        "{titles:?}"
    );
}

#[test]
fn nothing_is_loaded_from_elsewhere_and_nothing_runs_inline() {
    let built =
        build("--- content/index.md\n# Start\n\n[x](https://x.example) `x`\n\n```sh\nx\n```\n");
    for (path, bytes) in built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let html = str::from_utf8(bytes).unwrap();
        assert!(
            !html.contains("<style") && !html.contains(" style=") && !html.contains(" on"),
            "{path}"
        );
        assert_eq!(
            html.matches("<script").count(),
            html.matches("<script src=").count(),
            "{path}"
        );
        assert!(
            links(html)
                .0
                .iter()
                .all(|link| !link.loads || !link.url.contains("//")),
            "{path}"
        );
    }
}

#[test]
fn the_manifest_names_pages_anchors_and_every_file() {
    let built =
        build("--- content/a.md\n## Ablauf\n\n<p id=\"hier\">x</p>\n--- content/p.png\nx\n");
    let entry = &built.manifest.pages["a/"];
    assert_eq!(
        (entry.id.as_deref(), entry.anchors.as_slice()),
        (Some("a"), &["ablauf".to_owned(), "hier".to_owned()][..])
    );
    let mut named: Vec<&str> = built.manifest.files.keys().map(String::as_str).collect();
    named.push("transferbuch.json");
    named.sort_unstable();
    assert_eq!(
        named,
        built.files.keys().map(String::as_str).collect::<Vec<_>>()
    );
    support::program::assert_whole(&built.files);
}

#[test]
fn a_translation_keeps_its_memo_when_languages_change() {
    let mut memo = Memo::default();
    let german = Handbook::new("--- content/a.md\n\"Ja\"\n--- content/a.en.md\n\"Yes\"\n");
    german.build_with(Options::default(), &mut memo);
    let both = german.with("handbook.yml", "languages: [en, de]\n");
    assert_eq!(
        both.build_with(Options::default(), &mut memo).files,
        both.build().files
    );
}

#[test]
fn no_anchor_of_a_chapter_is_one_of_the_page_around_it() {
    let built =
        build("--- content/index.md\n## Page content\n\n## Fn 1\n\nText[^1].\n\n[^1]: Fußnote.\n");
    reached(&built.files);
}

#[test]
fn footnotes_of_fields_and_of_the_text_have_anchors_of_their_own() {
    let built = build(
        "--- kinds/k.yml\nfields: [{id: a, type: markdown}]\n--- content/index.md\nS\n--- content/a.md\n---\nkind: k\na: |\n  Eins[^a], zwei[^b].\n\n  [^a]: A.\n\n  [^b]: B.\n---\n\
         Zweimal[^1], zweimal[^1].\n\n[^1]: Fußnote.\n",
    );
    reached(&built.files);
}

#[test]
fn sections_are_called_so_wherever_chapters_are_listed() {
    let built = build(
        "--- content/index.md\n# Start\n--- content/a/index.md\n# Abteilung\n--- content/a/b.md\n# Bericht\n",
    );
    let list = built.text("a-z/index.html");
    for (title, label) in [
        ("Abteilung", "Abschnitt"),
        ("Bericht", "Seite"),
        ("Start", "Seite"),
    ] {
        let entry = format!(">{title}</a> <span class=\"muted\">{label}</span>");
        assert!(list.contains(&entry), "{entry}");
    }
    let index = built.text("assets/search/de/meta.js");
    assert!(index.contains("[\"section\",\"Abschnitt\"]"), "{index}");
}

/// A section of thirty chapters, of which one is translated.
fn section_of_thirty() -> Handbook {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [de, en]\nfeedback: a@x.example\n--- content/index.md\nHallo\n\
         --- content/a/index.md\n# Abschnitt\n--- content/a/k-12.en.md\n# Twelve\n",
    );
    (10..40).fold(handbook, |handbook, number| {
        let path = format!("content/a/k-{number}.md");
        handbook.with(&path, format!("# Kapitel {number}\n\nText.\n"))
    })
}

#[test]
fn what_chapters_of_a_section_share_is_right_on_each_of_them() {
    let built = section_of_thirty().build().clean();
    for number in 10..40 {
        let page = format!("a/k-{number}/index.html");
        let here = marked(&built, &page, "aria-current=\"page\"");
        assert_eq!(here, [format!("../k-{number}/")]);
        let sidebar = part(&built, &page, "<nav class=\"sidebar\"", "</nav>");
        assert!(sidebar.contains(&format!("aria-current=\"page\">Kapitel {number}<")));
        let english = marked(&built, &page, "hreflang=\"en\"");
        assert_eq!(english, [format!("../../en/a/k-{number}/")]);
        let text = built.text(&page);
        assert_eq!(text.contains("class=\"untranslated\""), number != 12);
        let mail = marked(&built, &page, "class=\"feedback\"");
        assert!(
            mail[0].contains(&format!("Kapitel%20{number}%")),
            "{mail:?}"
        );
    }
}

#[test]
fn an_own_template_of_the_frame_gets_all_that_its_page_has() {
    let sidebar = "<nav class=\"sidebar\">{{ page.title }}{% for item in sidebar.items %}\
                   <a href=\"{{ item.url }}\"{% if item.current %} aria-current=\"page\"{% endif %}>\
                   {{ item.title }}</a>{% endfor %}</nav>";
    let own = section_of_thirty().with("themes/standard/templates/parts/sidebar.html", sidebar);
    let built = own.build().clean();
    for number in 10..40 {
        let page = format!("a/k-{number}/index.html");
        assert_eq!(marked(&built, &page, "aria-current=\"page\""), ["./"]);
        let sidebar = part(&built, &page, "<nav class=\"sidebar\">", "<a");
        assert_eq!(sidebar, format!("Kapitel {number}"));
    }
}

/// Pages of a folder share their frame; what differs between them is filled in on each.
#[test]
fn shared_frames_mark_the_current_page_alone() {
    let handbook = Handbook::new(
        "--- content/index.md\n# Start\n--- content/f/index.md\n# F\n--- content/f/a.md\n# A\n\
         --- content/f/b.md\n# B\n--- content/g/index.md\n# G\n--- content/g/c.md\n# C\n",
    );
    let built = handbook.build();
    for (path, bytes) in built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let html = str::from_utf8(bytes).unwrap();
        assert!(!html.contains(['\u{fdd0}', '\u{fdd1}']), "{path}");
    }
    let page = built.text("f/a/index.html");
    assert_eq!(page.matches("aria-current=\"page\">A</a>").count(), 1);
    assert!(!page.contains("aria-current=\"page\">B</a>"));
    assert!(page.contains("aria-current=\"true\">F</a>"));
}

/// A kind that shows itself in every way that there is.
const LOOK: &str = "--- handbook.yml\ntitle: Orte\n--- kinds/ort.yml\nlabel: Ort\nplural: Orte\ncolour: amber\nicon: pin\n\
    card: [platz, offen, warum]\nglance: [platz, mühe]\nfields:\n\
    \x20 - {id: platz, type: range, unit: Plätze, icon: people}\n\
    \x20 - {id: offen, type: flag, label: Jederzeit offen}\n\
    \x20 - {id: warum, type: markdown, label: Warum}\n\
    \x20 - {id: lage, type: text, label: Lage}\n\
    \x20 - {id: gut, type: list, label: Gut, sign: plus}\n\
    \x20 - {id: schlecht, type: list, label: Schlecht, sign: minus}\n\
    \x20 - {id: muehe, type: list, label: Mühe, fields: [{id: was, type: choice, values: [Geld]}, {id: wieviel, type: number, min: 1, max: 3}, {id: grund, type: text}]}\n\
    --- content/index.md\n# Start\n--- content/orte/index.md\n---\ntitle: Orte\nkind: ort\n---\n\
    --- content/orte/saal.md\n---\ntitle: Saal\nplatz: 20-30\noffen: true\nwarum: Er ist *groß*. Und hell.\nlage: Mitte\n\
    gut: [Hell]\nschlecht: [Teuer]\nmuehe: [{was: Geld, wieviel: 2, grund: Miete}]\n---\nText\n\
    --- content/orte/hof.md\n---\ntitle: Hof\noffen: false\n---\nText\n";

#[test]
fn cards_show_the_facts_that_their_kind_names() {
    let built = Handbook::new(&LOOK.replace("mühe]", "muehe]"))
        .build()
        .clean();
    let list = part(
        &built,
        "orte/index.html",
        "<ul class=\"cards\">",
        "</section>",
    );
    let facts = |title: &str| {
        let (_, card) = list.split_once(&format!(">{title}</a>")).unwrap();
        let card = card.split("<li class=\"card").next().unwrap();
        let facts = card.split("class=\"visually-hidden\">").skip(1);
        let facts = facts.map(|fact| fact.split("</li>").next().unwrap());
        let facts = facts.map(|fact| fact.replace("</span>", ""));
        facts.collect::<Vec<_>>()
    };
    assert_eq!(
        facts("Saal"),
        [
            "platz: 20–30 Plätze",
            "Jederzeit offen: Jederzeit offen",
            "Warum: Er ist groß."
        ]
    );
    assert_eq!(facts("Hof"), Vec::<String>::new());
    assert!(list.contains("<li class=\"card tone-amber\" data-id=\"orte/saal\">"));
}

#[test]
fn a_chapter_begins_with_its_facts_at_a_glance_and_what_speaks_for_and_against() {
    let built = Handbook::new(&LOOK.replace("mühe]", "muehe]"))
        .build()
        .clean();
    let page = "orte/saal/index.html";
    let text = |html: &str| {
        let texts = html.split('<').filter_map(|tag| tag.split_once('>'));
        let texts = texts
            .map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" ")
    };
    let facts = part(&built, page, "<section class=\"facts\">", "</section>");
    assert_eq!(
        text(facts),
        "Auf einen Blick platz 20–30 Plätze Geld ●●○ mittel"
    );
    let signs = part(&built, page, "<div class=\"signs\">", "</div>");
    assert_eq!(text(signs), "Gut Hell Schlecht Teuer");
    let html = built.text(page);
    let places = [
        "class=\"facts\"",
        "class=\"signs\"",
        "class=\"prose\"",
        "Weitere Angaben",
    ];
    let places = places.map(|mark| html.find(mark).unwrap());
    assert!(places.is_sorted(), "{places:?}");
    assert!(html.contains("Miete"));
}

#[test]
fn the_tree_unfolds_along_the_way_to_the_page_at_any_depth() {
    let mut handbook = Handbook::new(
        "--- content/index.md\n# Start\n--- content/a/index.md\n# Oben\n--- content/a/b/index.md\n# Mitte\n\
         --- content/a/b/c/index.md\n# Unten\n--- content/z/index.md\n# Anderes\n--- content/z/y.md\n# Fremd\n",
    );
    for number in 10..90 {
        let path = format!("content/a/b/c/k-{number}.md");
        handbook = handbook.with(&path, format!("# Kapitel {number}\n"));
    }
    let built = handbook.build().clean();
    let tree = part(
        &built,
        "a/b/c/k-70/index.html",
        "<nav class=\"sidebar\"",
        "</nav>",
    );
    for title in ["Oben", "Mitte", "Unten", "Kapitel 70", "Anderes"] {
        assert!(tree.contains(&format!(">{title}</a>")), "{title}");
    }
    assert!(
        !tree.contains("Fremd"),
        "only the way to the page is unfolded"
    );
    assert!(tree.contains("Kapitel davor</a>") && tree.contains("weitere Kapitel</a>"));
    assert!(
        tree.matches("<li").count() < 40,
        "no list grows with the handbook"
    );
}

#[test]
fn the_bar_holds_what_fits_and_the_rest_stands_behind_it() {
    let mut handbook = Handbook::new("--- handbook.yml\ntitle: T\n--- content/index.md\n# Start\n");
    for number in 10..30 {
        let path = format!("content/a-{number}/index.md");
        handbook = handbook.with(&path, format!("# Ein Abschnitt mit der Nummer {number}\n"));
        let path = format!("content/a-{number}/k.md");
        handbook = handbook.with(&path, "# K\n".to_owned());
    }
    let built = handbook.build().clean();
    let bar = part(&built, "index.html", "<nav class=\"main-nav\"", "<details");
    let rest = part(
        &built,
        "index.html",
        "<details class=\"drop more",
        "</details>",
    );
    assert_eq!(bar.matches("<a ").count(), 20);
    let fitting = bar.matches("class=\"from-64\"").count();
    assert!((1..4).contains(&fitting), "{fitting}");
    assert_eq!(rest.matches("<a ").count(), 20 - fitting);
}

/// A handbook with a chapter that is unlisted in both languages, one more in a folder of its own, and every way
/// there could be to them.
fn unlisted() -> Handbook {
    Handbook::new(
        "\
--- handbook.yml
title: {de: Handbuch, en: Handbook}
languages: [de, en]
url: https://h.example/
severity: {missing-legal-page: off}
--- kinds/rezept.yml
label: {de: Rezept}
fields:
  - {id: dazu, type: refs, to: rezept, label: {de: Dazu}}
  - {id: art, type: choice, label: {de: Art}, facet: true, values: [{id: warm, label: {de: Warm}}, {id: kalt, label: {de: Kalt}}]}
--- content/index.md
# Anfang
--- content/rezepte/index.md
---
kind: rezept
order: [suppe, verborgen, salat]
---
# Rezepte
--- content/rezepte/suppe.md
---
dazu: [rezepte/verborgen, rezepte/salat]
art: warm
---
# Suppe
--- content/rezepte/salat.md
---
art: kalt
topics: [Sommer]
---
# Salat
--- content/rezepte/verborgen.md
---
status: unlisted
summary: Ein Geheimnis.
topics: [Heimliches]
dazu: [rezepte/salat]
art: kalt
authors: [Heimlichtuer]
---
# Verborgenes

Nur für Eingeweihte, mit Kardamom.
--- content/rezepte/verborgen.en.md
# Concealed

Only for the initiated, with cardamom.
--- content/rezepte/suppe.en.md
# Soup
--- content/heimlich/nur-hier.md
---
status: unlisted
---
# Auch Verborgenes
",
    )
}

#[test]
fn nothing_leads_to_an_unlisted_chapter() {
    let built = unlisted().build().clean();
    let own = [
        "rezepte/verborgen/index.html",
        "en/rezepte/verborgen/index.html",
        "heimlich/nur-hier/index.html",
        "heimlich/index.html",
    ];
    for page in own {
        assert!(built.files.contains_key(page), "{page}");
    }
    let page = built.text(own[0]);
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
    assert!(
        page.contains("Nur für Eingeweihte") && page.contains("banner-unlisted"),
        "{page}"
    );
    assert!(page.contains("href=\"../salat/\""), "{page}");
    assert!(!page.contains("class=\"neighbours\""), "{page}");
    assert!(!built.text("rezepte/suppe/index.html").contains("noindex"));
    let words = [
        "verborgen",
        "concealed",
        "geheimnis",
        "heimlich",
        "eingeweiht",
        "initiated",
        "kardamom",
        "nur-hier",
    ];
    for (path, bytes) in &built.files {
        let mut text = String::from_utf8_lossy(bytes).to_lowercase();
        if path == "transferbuch.json" {
            // It has the hash of every file there is, by which `verify` knows them.
            let mut manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
            manifest.as_object_mut().unwrap().remove("files").unwrap();
            text = manifest.to_string();
        }
        let is_code =
            path.ends_with(".css") || path.ends_with(".js") && !path.contains("assets/search/");
        let is_own = own.contains(&path.as_str());
        for word in words.iter().filter(|_| !is_own && !is_code) {
            assert!(!text.contains(word), "{path} tells of {word}");
        }
    }
    for address in built.manifest.pages.keys() {
        assert!(
            !address.contains("verborgen") && !address.contains("heimlich"),
            "{address}"
        );
    }
}

#[test]
fn a_chapter_is_listed_again_when_it_says_so() {
    let handbook = unlisted();
    let mut memo = Memo::default();
    handbook.build_with(Options::default(), &mut memo);
    let text = "---\nart: kalt\n---\n# Verborgenes\n";
    let open = handbook.with("content/rezepte/verborgen.md", text);
    let again = open.build_with(Options::default(), &mut memo).clean();
    let clean = open.build().clean();
    assert!(again.files == clean.files);
    assert!(
        again
            .text("rezepte/index.html")
            .contains("href=\"verborgen/\"")
    );
    // And the other way, with another title.
    let text = "---\nart: kalt\nstatus: unlisted\n---\n# Heimliches\n";
    let closed = open.with("content/rezepte/verborgen.md", text);
    let again = closed.build_with(Options::default(), &mut memo).clean();
    assert!(again.files == closed.build().files);
    let retitled = closed.with(
        "content/rezepte/verborgen.md",
        text.replace("Heimliches", "Ganz Heimliches"),
    );
    let later = retitled.build_with(Options::default(), &mut memo).clean();
    assert!(later.files == retitled.build().files);
}

#[test]
fn what_leads_to_an_unlisted_chapter_is_found() {
    let linked = unlisted()
        .with(
            "content/index.md",
            "# Anfang\n\nZum [Rezept](rezepte/verborgen.md).\n",
        )
        .build();
    assert_eq!(linked.slugs(), ["link-to-unlisted"]);
    let among_themselves = unlisted().with(
        "content/heimlich/nur-hier.md",
        "---\nstatus: unlisted\n---\n# Auch\n\nZum [Rezept](../rezepte/verborgen.md).\n",
    );
    among_themselves.build().clean();
    let section = unlisted()
        .with(
            "content/rezepte/index.md",
            "---\nkind: rezept\nstatus: unlisted\n---\n# Rezepte\n",
        )
        .build();
    assert!(
        section.slugs().contains(&"unlisted-section"),
        "{:?}",
        section.slugs()
    );
}

#[test]
fn sections_and_chapters_are_numbered_where_the_handbook_says_so() {
    let handbook = "--- handbook.yml
title: T
numbers: true
legal: {imprint: impressum.md}
severity: {missing-legal-page: off}
--- content/impressum.md
# Impressum
--- content/a/index.md
# Formate
--- content/a/eins.md
# Eins
--- content/a/tief/zwei.md
# Zwei
--- content/b.md
# Schluss
";
    let built = build(handbook);
    let title = |page: &str| {
        let title = part(&built, page, "<h1", "</h1>");
        title
            .split(['<', '>'])
            .filter(|piece| !piece.contains(['=', '/']))
            .collect::<String>()
    };
    for (page, number) in [
        ("a/index.html", "1"),
        ("a/eins/index.html", "1.1"),
        ("a/tief/index.html", "1.2"),
        ("a/tief/zwei/index.html", "1.2.1"),
        ("b/index.html", "2"),
    ] {
        let title = title(page);
        assert_eq!(
            title.split_whitespace().next(),
            Some(number),
            "{page}: {title}"
        );
    }
    let imprint = title("impressum/index.html");
    assert!(!imprint.contains(|c: char| c.is_ascii_digit()), "{imprint}");
}

#[test]
fn settings_lead_to_chapters_and_show_pictures() {
    let handbook = "--- handbook.yml
title: T
sign_language: gebaerden.md
logos: [{file: wappen.svg, alt: Stadt Musterhausen}]
--- content/wappen.svg
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>
--- content/gebaerden.md
# In Gebärdensprache
--- content/a.md
# A
";
    let built = build(handbook);
    let start = built.text("index.html");
    assert!(start.contains("href=\"gebaerden/\""), "{start}");
    assert!(
        start.contains("wappen.svg\" alt=\"Stadt Musterhausen\""),
        "{start}"
    );
}

#[test]
fn links_in_fields_lead_to_pages() {
    let handbook = "--- kinds/k.yml
fields: [{id: ziel, type: markdown}, {id: weg, type: markdown}]
--- content/a.md
---
kind: k
ziel: Wie [dort](b.md)
weg: Über die [Brücke](b.md#bruecke)
---
Text
--- content/b.md
# B

## Brücke
";
    let built = build(handbook);
    let page = built.text("a/index.html");
    assert!(page.contains("<a href=\"../b/\">dort</a>"), "{page}");
    assert!(
        page.contains("<a href=\"../b/#bruecke\">Brücke</a>"),
        "{page}"
    );
}

#[test]
fn no_page_leads_to_an_unlisted_successor() {
    let handbook = "--- content/a.md
---
status: superseded
superseded_by: neu
---
Text
--- content/neu.md
---
status: unlisted
---
# Verborgen
--- content/auch.md
---
status: unlisted
superseded_by: neu
---
Text
";
    let built = Handbook::new(handbook).build();
    assert!(!built.text("a/index.html").contains("Verborgen"));
    assert!(built.text("auch/index.html").contains("href=\"../neu/\""));
}
