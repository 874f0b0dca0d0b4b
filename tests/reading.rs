//! What a chapter's page offers its readers.

mod support;

use support::{Built, Handbook};

fn build(handbook: &str) -> Built {
    Handbook::new(handbook).build().clean()
}

/// What a page shows and reads out, without its tags.
fn shown(html: &str) -> String {
    let texts = html
        .split('<')
        .filter_map(|tag| Some(tag.split_once('>')?.1));
    let text: String = texts.flat_map(|text| [" ", text]).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const GLOSSARY: &str = "--- glossary.yml\n- term: BAMF\n  long: Bundesamt\n- {term: Runder Tisch, text: Ein Gespräch.}\n";

/// The terms that the chapter's text explains, in their order.
fn explained(text: &str, settings: &str) -> Vec<String> {
    let handbook = format!("--- handbook.yml\n{settings}\n{GLOSSARY}--- content/a.md\n{text}");
    let built = build(&handbook);
    let terms = built
        .text("a/index.html")
        .split("<a class=\"term\" ")
        .skip(1);
    let word = |term: &str| term.split(['>', '<']).nth(1).unwrap().to_owned();
    terms.map(word).collect()
}

#[test]
fn a_term_is_explained_where_it_first_stands_in_a_section() {
    let text = "BAMF und am Runden Tisch. Das BAMF.\n\n## Eins\n\nBAMF\n\n### Darunter\n\nBAMF\n";
    assert_eq!(explained(text, ""), ["BAMF", "Runden Tisch", "BAMF"]);
}

#[test]
fn a_term_leads_to_the_glossary_and_carries_its_meaning() {
    let built = build(&format!("{GLOSSARY}--- content/a.md\nDas BAMF.\n"));
    let page = built.text("a/index.html");
    assert!(
        page.contains(
            "<a class=\"term\" href=\"../glossar/#bamf\" data-note=\"Bundesamt\">BAMF</a>"
        )
    );
    assert!(built.text("glossar/index.html").contains("id=\"bamf\""));
}

#[test]
fn links_headings_and_code_explain_no_term() {
    let text =
        "## Das BAMF\n\n[Das BAMF](#das-bamf) `BAMF` <a href=\"#das-bamf\">BAMF</a>\n\n    BAMF\n";
    assert!(explained(text, "").is_empty());
    assert_eq!(explained("<abbr>BAMF</abbr> BAMF\n", ""), ["BAMF"]);
}

#[test]
fn a_handbook_can_leave_its_terms_unexplained() {
    assert!(explained("Das BAMF.\n", "markdown: {explain_terms: false}").is_empty());
}

#[test]
fn footnotes_stand_behind_everything_that_the_chapter_says() {
    let chapter = "---\nkind: lesson\ndirection: worked\nrecommendation: Früh einladen\nsources: [Der Bericht]\n---\nText[^1]\n\n[^1]: Die Note\n";
    let built = build(&format!("--- content/a.md\n{chapter}"));
    let page = shown(built.text("a/index.html"));
    let (_, page) = page.split_once("Auf einen Blick").unwrap();
    let place = |word: &str| page.rfind(word).unwrap();
    let order = ["Text", "Früh einladen", "Die Note", "Der Bericht"].map(place);
    assert!(order.is_sorted(), "{page}");
}

#[test]
fn quantities_follow_the_language_of_the_page() {
    let kind = "--- kinds/k.yml\nlabel: K\nfields:\n  - {id: size, type: number, unit: {de: Menschen, en: people}}\n  - {id: span, type: range}\n  - {id: open, type: range}\n  - {id: year, type: number}\n  - {id: time, type: duration}\n";
    let kind = kind.replace("id: open", "id: least");
    let fields = "---\nkind: k\nsize: 15000.5\nspan: 15-30\nleast: ab 5\nyear: 2018\ntime: 2-3 Tage\n---\nText\n";
    let handbook = format!(
        "--- handbook.yml\nlanguages: [de, en]\n{kind}--- content/a.md\n{fields}--- content/a.en.md\n{fields}"
    );
    let built = build(&handbook);
    let german = shown(built.text("a/index.html"));
    for text in ["15.000,5 Menschen", "15–30", "ab 5", " 2018 ", "2–3 Tage"] {
        assert!(german.contains(text), "{text} is missing: {german}");
    }
    let english = shown(built.text("en/a/index.html"));
    for text in ["15,000.5 people", "from 5"] {
        assert!(english.contains(text), "{text} is missing: {english}");
    }
}

#[test]
fn a_file_says_its_language_by_name() {
    let chapter = "---\nkind: tool\ntype: guide\nfiles:\n  - {path: b.pdf, language: uk}\n  - {path: b.pdf, language: Platt}\n---\nText\n";
    let built = build(&format!(
        "--- content/a.md\n{chapter}--- content/b.pdf\nx\n"
    ));
    let page = shown(built.text("a/index.html"));
    assert!(
        page.contains("Ukrainisch") && page.contains("Platt"),
        "{page}"
    );
}

#[test]
fn direction_and_evidence_are_said_in_words() {
    let chapter =
        "---\nkind: lesson\ndirection: did-not-work\nevidence: observed-repeatedly\n---\nText\n";
    let built = build(&format!("--- content/a.md\n{chapter}"));
    let page = shown(built.text("a/index.html"));
    assert!(page.contains("hat nicht geklappt"), "{page}");
    assert!(
        page.contains("mehrfach beobachtet (Stufe 2 von 5)"),
        "{page}"
    );
}

#[test]
fn a_superseded_chapter_leads_to_the_one_that_holds() {
    let built = build(
        "--- content/a.md\n---\nsuperseded_by: b\n---\nAlt\n--- content/b.md\n# Das neue Kapitel\n",
    );
    let page = built.text("a/index.html");
    let (_, banner) = page
        .split_once("<p class=\"banner banner-superseded\">")
        .unwrap();
    let (banner, _) = banner.split_once("</p>").unwrap();
    assert!(
        banner.contains("<a href=\"../b/\">Das neue Kapitel</a>"),
        "{banner}"
    );
}

#[test]
fn every_page_says_what_it_is_about_to_those_who_list_it() {
    let described = |settings: &str, page: &str| {
        let built = build(&format!(
            "--- handbook.yml\ntitle: H\n{settings}\n--- content/a.md\n---\nsummary: Kurz\n---\nA\n--- content/b.md\n# B\n"
        ));
        let html = built.text(page);
        let (_, rest) = html
            .split_once("<meta name=\"description\" content=\"")
            .unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    assert_eq!(described("description: D", "a/index.html"), "Kurz");
    assert_eq!(described("description: D", "b/index.html"), "D");
    assert_eq!(described("", "b/index.html"), "B · H");
    assert_eq!(described("", "suche/index.html"), "Suche · H");
}

#[test]
fn a_copy_of_a_standard_file_is_published_like_it_and_a_changed_one_as_it_is() {
    let standard = include_str!("../themes/standard/assets/redirect.js");
    let build = |text: &str| {
        let handbook = Handbook::new("--- content/a.md\nA\n");
        let built = handbook
            .with("themes/standard/assets/redirect.js", text)
            .build();
        built.text("assets/redirect.js").to_owned()
    };
    let lean = build(standard);
    assert!(lean.len() < standard.len() && !lean.contains("\n  "));
    let changed = format!("// Mine\n  {standard}");
    assert_eq!(build(&changed), changed);
}

#[test]
fn a_chapter_says_how_to_cite_it() {
    let chapter = "---\ntitle: Lernen\nauthors: [Ada, Bo]\nupdated: 2026-03-01\nreview_by: 2028-01-01\n---\nText\n";
    let built = build(&format!(
        "--- handbook.yml\ntitle: Handbuch\nurl: https://x.example/h/\n--- content/a.md\n{chapter}"
    ));
    let page = shown(built.text("a/index.html"));
    let citation = "Ada, Bo: Lernen . In: Handbuch. Stand: 1. März 2026. https://x.example/h/a/";
    assert!(page.contains(citation), "{page}");
    assert!(page.contains("Nächste Prüfung: 1. Januar 2028"), "{page}");
}

#[test]
fn a_film_of_another_host_becomes_a_link() {
    let film = "<iframe src=\"https://film.example/1\" title=\"Der Film\"></iframe>";
    let built = build(&format!(
        "--- content/a.md\n{film}\n\nUnd <video src=\"//film.example/2\">kein Film</video> darin.\n"
    ));
    let page = built.text("a/index.html");
    assert!(
        page.contains("<a href=\"https://film.example/1\" rel=\"external\">Der Film</a>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"https://film.example/2\" rel=\"external\">"),
        "{page}"
    );
    assert!(
        !page.contains("iframe") && !page.contains("video"),
        "{page}"
    );
    assert!(
        shown(page).contains("Der Film liegt auf film.example"),
        "{page}"
    );
}

#[test]
fn pictures_name_their_size_and_all_but_the_first_wait() {
    // One pixel.
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 72 36'/>";
    let handbook = Handbook::chapter("![A](a.gif)\n\n![B](b.svg)\n\n![C](c.svg)\n")
        .with("content/a.gif", *gif)
        .with("content/b.svg", svg)
        .with("content/c.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let site = handbook.on_disk().build();
    let page = std::str::from_utf8(&site["a/index.html"]).unwrap();
    for tag in [
        "<img src=\"../assets/pictures/a-6c63cc5063-1.png\" width=\"1\" height=\"1\" alt=\"A\" decoding=\"async\">",
        "<img src=\"../b.svg\" alt=\"B\" width=\"72\" height=\"36\" loading=\"lazy\" decoding=\"async\">",
        "<img src=\"../c.svg\" alt=\"C\" width=\"300\" height=\"150\" loading=\"lazy\" decoding=\"async\">",
    ] {
        assert!(page.contains(tag), "{tag} is missing: {page}");
    }
}

const LEGAL: &str = "legal: {imprint: i.md, privacy: i.md, accessibility: i.md}";

#[test]
fn every_page_leads_to_those_who_want_to_hear_of_mistakes() {
    let ways = [
        (
            "feedback: a@x.example",
            "mailto:a@x.example?subject=R%C3%BCckmeldung%20zu%20%E2%80%9EDer%20Text%E2%80%9C\">",
        ),
        (
            "feedback: https://x.example/f",
            "https://x.example/f\" rel=\"external\">",
        ),
        ("feedback: i.md", "../i/\">"),
        (LEGAL, "../i/\">"),
    ];
    for (settings, way) in ways {
        let built = build(&format!(
            "--- handbook.yml\n{settings}\n--- content/a.md\n# Der Text\n--- content/i.md\nText\n"
        ));
        let feedback = format!("<a class=\"feedback\" href=\"{way}Rückmeldung zu dieser Seite</a>");
        assert!(built.text("a/index.html").contains(&feedback), "{settings}");
        assert!(
            built
                .text("suche/index.html")
                .contains("class=\"feedback\"")
        );
    }
}

#[test]
fn a_handbook_s_colours_follow_the_standard_ones_in_the_one_stylesheet() {
    let built = build(
        "--- handbook.yml\npalette: {accent: \"#7a1f5c\", dark: {paper: \"#000\"}}\n--- content/a.md\nText\n",
    );
    let style = built.text("assets/style.css");
    let (_, own) = style
        .split_once("/* The handbook's own colours */")
        .unwrap();
    assert!(
        own.contains(":root { --accent: #7a1f5c; --accent-soft: #"),
        "{own}"
    );
    assert!(
        own.contains(":root[data-theme=\"dark\"] { --accent: #"),
        "{own}"
    );
    assert!(own.contains("--paper: #000000;"), "{own}");
    assert!(built.text("assets/favicon.svg").contains("#7a1f5c"));
    assert!(
        !build("--- content/a.md\nText\n")
            .text("assets/style.css")
            .contains("own colours */")
    );
}

#[test]
fn logo_preview_and_icon_are_the_handbook_s_own() {
    let handbook = Handbook::chapter("Text\n")
        .with("handbook.yml", "url: https://x.example/h/\nimages: {logo: logo.svg, preview: bild 1.png, icon: icon.png}\n")
        .with("content/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'/>")
        .with("content/bild 1.png", "x")
        .with("content/icon.png", "x");
    let site = handbook.on_disk().build();
    let page = std::str::from_utf8(&site["a/index.html"]).unwrap();
    for tag in [
        "<img class=\"logo\" src=\"../logo.svg\" alt=\"\" width=\"90\" height=\"30\">",
        "<meta property=\"og:image\" content=\"https://x.example/h/bild%201.png\">",
        "<link rel=\"icon\" type=\"image/png\" href=\"../icon.png\">",
    ] {
        assert!(page.contains(tag), "{tag} is missing: {page}");
    }
    let plain = Handbook::chapter("Text\n").with("handbook.yml", "url: https://x.example/\n");
    let plain = plain.build().clean();
    assert!(
        plain
            .text("a/index.html")
            .contains("content=\"https://x.example/assets/preview.png\"")
    );
    assert!(plain.files.contains_key("assets/preview.png"));
}

#[test]
fn hosts_are_told_what_pages_tell() {
    let built = build("--- handbook.yml\nurl: https://x.example/h/\n--- content/a.md\nText\n");
    let (_, page) = built
        .text("a/index.html")
        .split_once("Content-Security-Policy\" content=\"")
        .unwrap();
    let (policy, _) = page.split_once('"').unwrap();
    for file in ["_headers", ".htaccess", "headers.nginx.conf"] {
        let text = built.text(file);
        assert!(
            text.contains(&format!("{policy}; frame-ancestors 'self'")),
            "{text}"
        );
        assert!(text.contains("nosniff"), "{text}");
        assert!(text.contains("immutable"), "{text}");
        // Netlify and Cloudflare have all else asked for anew by themselves.
        assert_eq!(text.contains("no-cache"), file != "_headers", "{text}");
    }
    // The names that they say may be kept are those of files; the search's own list is none of them.
    let headers = built.text("_headers");
    let kept = |path: &str| {
        let path = format!("/h/{path}");
        let patterns = headers.lines().filter(|line| line.starts_with("/h/"));
        patterns
            .filter(|pattern| match pattern.strip_suffix('*') {
                Some(folder) => path.starts_with(folder),
                None => path == *pattern,
            })
            .count()
    };
    let marked = |path: &&String| {
        let mark = path.rsplit('.').nth(1).unwrap_or_default();
        let is_code = path.ends_with(".css") || path.ends_with(".js");
        is_code && matches!(mark.len(), 6 | 8) && u32::from_str_radix(mark, 16).is_ok()
    };
    assert!(built.files.keys().filter(marked).count() >= 12);
    for path in built.files.keys() {
        assert_eq!(kept(path), usize::from(marked(&path)), "{path}");
    }
    assert!(
        built
            .text(".htaccess")
            .starts_with("ErrorDocument 404 /h/404.html\n")
    );
    assert!(
        built
            .text("headers.nginx.conf")
            .starts_with("error_page 404 /h/404.html;\nadd_header Content-Security-Policy \"")
    );
}

#[test]
fn a_section_s_chapters_can_be_printed_on_pages_that_do_not_grow() {
    let chapter = |number: usize| {
        let other = (number + 1) % 45;
        format!(
            "# Kapitel {number}\n\n## Teil\n\n[Hier](#teil), [dort](k{other}.md#teil)[^1], <b id=\"x\">x</b>.\n\n[^1]: Note\n"
        )
    };
    let handbook = (0..45).fold(Handbook::default(), |handbook, number| {
        handbook.with(&format!("content/f/k{number}.md"), chapter(number))
    });
    let built = handbook.build().clean();
    assert!(built.text("f/index.html").contains("href=\"-druck/\""));
    for (page, chapters) in [("f/-druck/", 20), ("f/-druck-2/", 20), ("f/-druck-3/", 5)] {
        let html = built.text(&format!("{page}index.html"));
        assert_eq!(html.matches("class=\"printed-chapter\"").count(), chapters);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
        let ids = |name: &str| -> Vec<String> {
            let before = format!(" {name}=\"");
            let values = html.split(before.as_str()).skip(1);
            let value = |rest: &str| rest.split('"').next().unwrap().to_owned();
            values.map(value).collect()
        };
        let mut unique = ids("id");
        unique.sort();
        assert!(
            unique.windows(2).all(|pair| pair[0] != pair[1]),
            "{unique:?}"
        );
        let places = ids("href")
            .into_iter()
            .filter_map(|url| url.strip_prefix('#').map(str::to_owned));
        for place in places {
            assert!(unique.contains(&place), "{page} has no {place}");
        }
    }
    let html = built.text("f/-druck/index.html");
    assert!(html.contains("<a href=\"#k-k1--teil\">dort</a>"), "{html}");
    let named = "aria-labelledby=\"footnotes-k-k0--title k-k0--page-title\"";
    assert!(html.contains(named), "{html}");
    let last = html.rsplit(">dort</a>").nth(1).unwrap();
    assert!(last.ends_with("href=\"../k20/#teil\""), "{last}");
}

#[test]
fn what_stands_beside_the_sections_is_no_section_to_print() {
    let alone = "--- content/a.md\n# A\n--- content/b.md\n# B\n";
    let printed = |built: &Built| built.text("index.html").contains("href=\"-druck/\"");
    assert!(printed(&build(alone)));
    let section = "--- content/f/index.md\n# F\n--- content/f/c.md\n# C\n";
    assert!(!printed(&build(&format!("{alone}{section}"))));
}

/// The code blocks of a part of `themes/README.md`, in their order.
fn recipe(heading: &str) -> Vec<String> {
    let readme = include_str!("../themes/README.md");
    let (_, part) = readme.split_once(&format!("### {heading}\n")).unwrap();
    let part = part.split("\n## ").next().unwrap();
    let part = part.split("\n### ").next().unwrap();
    let blocks = part.split("```").skip(1).step_by(2);
    let code = |block: &str| block.split_once('\n').unwrap().1.to_owned();
    blocks.map(code).collect()
}

#[test]
fn the_recipes_of_the_themes_readme_do_what_they_say() {
    let colour = recipe("Change a colour");
    let template = recipe("Change a template");
    let word = recipe("Change a word");
    let built = Handbook::new(
        "--- content/a.md\n---\ncontact: a@x.example\nkind: case\nplace: Hier\n---\nText\n",
    )
    .with("handbook.yml", format!("theme: stadt\n{}", colour[0]))
    .with(
        "themes/stadt/theme.yml",
        "name: stadt\napi: 1\nversion: 1.0.0\n",
    )
    .with("themes/stadt/assets/custom.css", colour[1].as_str())
    .with(
        "themes/stadt/templates/parts/about.html",
        template[0].as_str(),
    )
    .with("themes/stadt/templates/base.html", template[1].as_str())
    .with(
        "themes/stadt/texts/de.ftl",
        format!("ask-us = Fragen? Schreiben Sie uns:\n{}", word[0]),
    )
    .build()
    .clean();
    let page = built.text("a/index.html");
    assert!(built.text("assets/style.css").contains("--accent: #7a1f5c"));
    assert!(page.contains("href=\"../assets/custom."), "{page}");
    assert!(
        page.contains("Fragen? Schreiben Sie uns:</strong> a@x.example"),
        "{page}"
    );
    assert!(page.contains("media=\"print\""), "{page}");
    assert!(
        page.contains("Steckbrief") && !page.contains("Auf einen Blick"),
        "{page}"
    );
}
