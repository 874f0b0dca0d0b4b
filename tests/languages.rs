//! Languages: the interface's texts, the switch between editions, translations and their state.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use expect_test::expect;
use support::program::files;
use support::{Built, Handbook};
use transferbuch::pipeline::Memo;
use transferbuch::site::Options;
use transferbuch::text::{MessageFile, Shape};

fn build(handbook: &str) -> Built {
    Handbook::new(handbook).build().clean()
}

/// The standard theme's texts, by language.
fn standard_texts() -> BTreeMap<String, BTreeMap<String, Shape>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/texts");
    let text = |(name, bytes): (String, Vec<u8>)| {
        let language = name.strip_suffix(".ftl").unwrap().to_owned();
        (
            language,
            MessageFile::parse(str::from_utf8(&bytes).unwrap())
                .0
                .shapes(),
        )
    };
    files(&folder).into_iter().map(text).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    let texts = standard_texts();
    let languages: Vec<&str> = texts.keys().map(String::as_str).collect();
    assert_eq!(languages, ["ar", "de", "de-simple", "en", "uk"]);
    let arguments = |language: &str| -> BTreeMap<&String, &BTreeSet<String>> {
        let shapes = texts[language].iter();
        shapes.map(|(id, shape)| (id, &shape.arguments)).collect()
    };
    for language in languages {
        let (found, wanted) = (arguments(language), arguments("de"));
        let missing: Vec<_> = wanted
            .keys()
            .filter(|id| !found.contains_key(*id))
            .collect();
        let unknown: Vec<_> = found
            .keys()
            .filter(|id| !wanted.contains_key(*id))
            .collect();
        assert_eq!((&missing, &unknown), (&vec![], &vec![]), "{language}.ftl");
        assert_eq!(found, wanted, "{language}.ftl");
    }
}

#[test]
fn no_text_is_there_twice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard/texts");
    for (name, bytes) in files(&folder) {
        let text = String::from_utf8(bytes).unwrap();
        let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let names = text.lines().filter(begins);
        let names: Vec<&str> = names.map(|line| line.split(' ').next().unwrap()).collect();
        let once: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(names.len(), once.len(), "{name}");
    }
}

#[test]
fn what_is_counted_has_all_plural_forms_of_the_language() {
    let forms = |language: &str| -> &[&str] {
        match language {
            "ar" => &["few", "many", "one", "other", "two", "zero"],
            "uk" => &["few", "many", "one", "other"],
            _ => &["one", "other"],
        }
    };
    for (language, texts) in standard_texts() {
        for (id, shape) in texts {
            let cases: Vec<&str> = shape.cases.iter().map(String::as_str).collect();
            if cases.contains(&"other") {
                assert_eq!(cases, forms(&language), "{id} in {language}.ftl");
            }
        }
    }
}

#[test]
fn lists_dates_quotations_and_order_follow_the_language() {
    let built = build(
        "--- handbook.yml\nlanguages: [de, en, ar, uk]\n--- content/index.md\nS\n\
         --- content/a.md\n---\nauthors: [Ann, Bo, Cem]\nupdated: 2018-06-15\n---\n\"Ja\"\n\
         --- content/a.en.md\n---\nupdated: 2018-06-15\n---\n\"Yes\"\n\
         --- content/a.ar.md\n---\nupdated: 2018-06-15\n---\n\"نعم\"\n\
         --- content/a.uk.md\n---\nupdated: 2018-06-15\n---\n\"Так\"\n\
         --- content/b.uk.md\n# Яр\n--- content/b.md\nB\n--- content/c.uk.md\n# Їжак\n--- content/c.md\nC\n\
         --- content/d.uk.md\n# Йти\n--- content/d.md\nD\n",
    );
    for (page, expected) in [
        ("a/index.html", ["Ann, Bo und Cem", "15. Juni 2018", "„Ja“"]),
        (
            "en/a/index.html",
            ["Ann, Bo and Cem", "15 June 2018", "“Yes”"],
        ),
        (
            "ar/a/index.html",
            [
                "\u{2068}Ann\u{2069}، \u{2068}Bo\u{2069} و\u{2068}Cem\u{2069}",
                "15 يونيو 2018",
                "”نعم“",
            ],
        ),
        (
            "uk/a/index.html",
            ["Ann, Bo і Cem", "15 червня 2018 р.", "«Так»"],
        ),
    ] {
        let html = built.text(page);
        for text in expected {
            assert!(html.contains(text), "no {text} in {html}");
        }
    }
    let titles = built.text("uk/a-z/index.html");
    let place = |title: &str| titles.rfind(&format!(">{title}</a>")).unwrap();
    assert!(place("Їжак") < place("Йти") && place("Йти") < place("Яр"));
}

#[test]
fn easy_german_is_german_to_those_who_read_aloud() {
    let built = build("--- handbook.yml\nlanguages: [de-simple]\n--- content/index.md\nText\n");
    let page = built.text("index.html");
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("Direkt zum Text"), "{page}");
}

/// Two chapters and a section in German, one of them in English too.
const TWO: &str = "--- handbook.yml\nurl: https://x.example/h\nlanguages: [de, en]\n\
    --- content/index.md\n# Start\n--- content/index.en.md\n# Home\n\
    --- content/formate/index.md\n# Formate\n\
    --- content/formate/runde.md\n# Runde\n\n[beide](beide.md) [Formate](./)\n\
    --- content/formate/beide.md\n# Beide\n\n\"Ja\" [Runde](runde.md)\n\
    --- content/formate/beide.en.md\n# Both\n\n\"Yes\" [Circle](runde.md)\n";

fn tags<'b>(built: &'b Built, page: &str, mark: &str) -> Vec<&'b str> {
    let tags = built.text(page).split('<');
    tags.filter(|tag| tag.contains(mark)).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// Where the language switch of `page` leads, by code, and whether it says that it isn't translated.
fn switch(built: &Built, page: &str) -> Vec<(String, String, bool)> {
    let (_, rest) = built
        .text(page)
        .split_once("<ul class=\"languages\">")
        .unwrap();
    let list = rest.split_once("</ul>").unwrap().0;
    let item = |item: &str| {
        let tag = item.split("<a").nth(1).unwrap();
        let url = attribute(tag, "href").unwrap();
        let file = support::crawl::resolve(page, url).unwrap().0;
        let code = attribute(tag, "hreflang").unwrap().to_owned();
        (code, file, item.contains("visually-hidden"))
    };
    list.split("<li").skip(1).map(item).collect()
}

#[test]
fn the_switch_leads_to_the_same_page_or_to_one_that_says_that_there_is_none() {
    let built = build(TWO);
    let to = |page: &str| {
        let links = switch(&built, page);
        links
            .into_iter()
            .map(|(_, file, missing)| (file, missing))
            .collect::<Vec<_>>()
    };
    let both = |de: &str, en: &str, missing| vec![(de.to_owned(), false), (en.to_owned(), missing)];
    for (page, counterpart) in [
        ("index.html", "en/index.html"),
        ("formate/beide/index.html", "en/formate/beide/index.html"),
        ("suche/index.html", "en/search/index.html"),
        ("a-z/index.html", "en/a-z/index.html"),
    ] {
        assert_eq!(to(page), both(page, counterpart, false));
        assert_eq!(to(counterpart), both(page, counterpart, false));
    }
    let missing = "en/formate/runde/index.html";
    assert_eq!(
        to("formate/runde/index.html"),
        both("formate/runde/index.html", missing, true)
    );
    let page = built.text(missing);
    assert!(page.contains("<h1>Not in English yet</h1>"), "{page}");
    assert!(
        page.contains(
            "<a href=\"../../../formate/runde/\" lang=\"de\" dir=\"ltr\" hreflang=\"de\">Runde</a>"
        ),
        "{page}"
    );
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
    support::crawl::reached(&built.files);
}

#[test]
fn the_page_for_missing_addresses_speaks_all_languages() {
    let built = build(&format!(
        "{TWO}--- glossary.yml\n- {{term: Amt, text: Behörde}}\n"
    ));
    let page = built.text("404.html");
    assert!(page.contains("<section lang=\"en\" dir=\"ltr\">"), "{page}");
    assert!(
        page.contains("<a href=\"/h/en/\" hreflang=\"en\">To the start page</a>"),
        "{page}"
    );
}

/// Fails unless each page that names another as its counterpart is named by that in turn.
fn assert_mutual(built: &Built) -> usize {
    let mut named: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        let tags = tags(built, path, "rel=\"alternate\" hreflang");
        let pairs = tags.into_iter().map(|tag| {
            let code = attribute(tag, "hreflang").unwrap().to_owned();
            (code, attribute(tag, "href").unwrap().to_owned())
        });
        let pairs: Vec<_> = pairs.collect();
        if !pairs.is_empty() {
            named.insert(path.clone(), pairs);
        }
    }
    for (path, pairs) in &named {
        let own = format!(
            "https://x.example/h/{}",
            path.trim_end_matches("index.html")
        );
        assert!(
            pairs.iter().any(|(_, url)| *url == own),
            "{path} does not name itself"
        );
        assert_eq!(
            pairs.iter().filter(|(code, _)| code == "x-default").count(),
            1,
            "{path}"
        );
        for (_, url) in pairs {
            let other = url.strip_prefix("https://x.example/h/").unwrap();
            let other = format!("{other}index.html");
            assert_eq!(named.get(&other), Some(pairs), "{path} and {other}");
        }
    }
    named.len()
}

#[test]
fn every_pair_of_translations_names_each_other() {
    let built = build(TWO);
    // Start, chapter, search, the list from A to Z and that of what readers keep, in two languages each.
    assert_eq!(assert_mutual(&built), 10);
    let three = build(&format!(
        "{}--- content/formate/runde.de-simple.md\n# Kreis\n",
        TWO.replace("[de, en]", "[de, en, de-simple]")
    ));
    // With the section that no chapter introduces in two of the languages.
    assert_eq!(assert_mutual(&three), 3 + 2 + 2 + 3 * 3 + 2);
}

#[test]
fn links_stay_in_the_language_where_a_translation_exists() {
    let built = build(&format!(
        "{TWO}--- content/formate/mehr.md\n# Mehr\n--- content/formate/mehr.en.md\n# More\n\n[b](beide.md) [c](runde.md) [d](./)\n"
    ));
    let page = built.text("en/formate/mehr/index.html");
    assert!(page.contains("<a href=\"../beide/\">b</a>"), "{page}");
    assert!(
        page.contains("<a href=\"../../../formate/runde/\" hreflang=\"de\">c</a>"),
        "{page}"
    );
    assert!(page.contains("<a href=\"../\">d</a>"), "{page}");
}

#[test]
fn a_language_can_fall_back_to_the_original_with_a_notice() {
    let fallback = TWO.replace(
        "languages:",
        "translations: {en: {fallback: true}}\nlanguages:",
    );
    let built = build(&fallback);
    let page = built.text("en/formate/runde/index.html");
    for expected in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<h1 lang=\"de\" dir=\"ltr\">Runde</h1>",
        "<div class=\"prose\" lang=\"de\" dir=\"ltr\">",
        "has not been translated into English yet",
        "<link rel=\"canonical\" href=\"https://x.example/h/formate/runde/\">",
        "<a href=\"../beide/\">beide</a>",
    ] {
        assert!(page.contains(expected), "no {expected} in {page}");
    }
    assert_eq!(
        tags(&built, "en/formate/runde/index.html", "rel=\"alternate\""),
        [""; 0]
    );
    assert!(
        built
            .text("en/formate/beide/index.html")
            .contains("<a href=\"../runde/\">Circle</a>")
    );
    let section = built.text("en/formate/index.html");
    assert!(
        section.contains("lang=\"de\" dir=\"ltr\" hreflang=\"de\">Runde</a>"),
        "{section}"
    );
    assert_eq!(assert_mutual(&built), 10);
    support::crawl::reached(&built.files);
}

const KIND: &str = "--- kinds/k.yml\nfields:\n  - {id: level, type: choice, values: [hoch, tief], required: true}\n\
    \x20 - {id: people, type: number, required: true}\n  - {id: other, type: refs, to: k}\n  - {id: needs, type: text}\n";

#[test]
fn a_translation_takes_what_depends_on_no_language_from_its_original() {
    let built = build(&format!(
        "--- handbook.yml\nlanguages: [de, en]\n{KIND}--- content/a.md\n---\nid: x\nkind: k\nlevel: hoch\npeople: 12\nother: [b]\nneeds: Stühle\nlicense: CC0\nstatus: withdrawn\n---\n\
         --- content/a.en.md\n---\ntitle: A in English\n---\n--- content/b.md\n---\nkind: k\nlevel: tief\nopen: [people]\n---\n--- content/b.en.md\n---\npeople: 7\n---\n"
    ));
    let page = built.text("en/a/index.html");
    for expected in ["hoch", ">12<", "CC0", "banner-withdrawn", "href=\"../b/\""] {
        assert!(page.contains(expected), "no {expected} in {page}");
    }
    assert!(!page.contains("Stühle"), "{page}");
    assert_eq!(built.manifest.pages["en/a/"].id.as_deref(), Some("x"));
    let other = built.text("en/b/index.html");
    assert!(other.contains("tief") && other.contains(">7<"), "{other}");
    let german = built.text("b/index.html");
    assert!(!german.contains("A in English"), "{german}");
}

/// The labels and values of the fact box on a page.
fn facts(built: &Built, page: &str) -> String {
    let lists = built.text(page).split("<dl").skip(1);
    let lists = lists.filter_map(|rest| rest.split_once("</dl>"));
    let facts = lists.filter_map(|(list, _)| Some(&list[list.find("<dt")?..]));
    let facts: String = facts.collect();
    let fact = |fact: &str| -> String {
        let texts = fact.split('<').filter_map(|tag| tag.split_once('>'));
        let texts = texts
            .map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" | ") + "\n"
    };
    facts
        .split("<dt")
        .skip(1)
        .map(|text| fact(&format!("<dt{text}")))
        .collect()
}

#[test]
fn built_in_kinds_and_their_quantities_speak_the_language_of_the_page() {
    let original = "---\nkind: format\npurposes: [inform]\nparticipants: ab 15\nduration: 1,5-2 Tage\nlead_time: ab 6 Wochen\nstrengths: [x]\nlimits: [y]\n---\n";
    let mut handbook =
        format!("--- handbook.yml\nlanguages: [de, en, uk, ar]\n--- content/a.md\n{original}");
    for language in ["en", "uk", "ar"] {
        handbook +=
            &format!("--- content/a.{language}.md\n---\nstrengths: [x]\nlimits: [y]\n---\n");
    }
    let built = build(&handbook);
    let pages =
        ["a", "en/a", "uk/a", "ar/a"].map(|page| facts(&built, &format!("{page}/index.html")));
    expect![[r#"
        Zahl der Teilnehmenden | ab 15 Personen
        Dauer | 1,5–2 Tage
        Zwecke | informieren
        Vorlauf | mindestens 6 Wochen

        Number of participants | from 15 people
        Duration | 1.5–2 days
        Purposes | inform
        Lead time | at least 6 weeks

        Кількість учасників | від 15 осіб
        Тривалість | 1,5–2 дні
        Мета | інформувати
        Підготовка заздалегідь | щонайменше 6 тижнів

        عدد المشاركين | من 15 شخص
        المدة | 1.5 إلى 2 يوم
        الأهداف | تقديم المعلومات
        مدة التحضير المسبق | 6 أسابيع على الأقل
    "#]]
    .assert_eq(&pages.join("\n"));
}

#[test]
fn a_translation_is_published_no_earlier_than_its_original() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/index.md\nS\n--- content/a.md\n---\nstatus: draft\n---\n--- content/a.en.md\nText\n",
    );
    assert!(
        !handbook
            .build()
            .clean()
            .files
            .contains_key("en/a/index.html")
    );
    let drafts = handbook.build_drafts().clean();
    assert!(drafts.text("en/a/index.html").contains("banner-draft"));
}

#[test]
fn a_missing_translation_takes_no_address_from_anybody() {
    let handbook = Handbook::new(
        "--- handbook.yml\nlanguages: [de, en]\n--- content/index.md\nS\n--- content/search.md\nSuche\n--- content/a b.md\nA\n--- content/a-b.en.md\nB\n",
    );
    let built = handbook.build();
    assert!(built.text("en/search/index.html").contains("type-search"));
}

#[test]
fn an_edit_gives_what_a_clean_build_gives_in_every_language() {
    let start = Handbook::new(&format!(
        "--- handbook.yml\nlanguages: [de, en, uk]\ntranslations: {{uk: {{fallback: true}}}}\n{KIND}--- content/index.md\nS\n\
         --- content/a.md\n---\nkind: k\nlevel: hoch\npeople: 12\n---\n# A\n\nEins\n--- content/a.en.md\n# A\n\nOne [b](b.md)\n--- content/b.md\nB\n"
    ));
    let edits = [
        (
            "content/a.md",
            "---\nkind: k\nlevel: hoch\npeople: 12\n---\n# A\n\n## Zwei\n\nText\n",
        ),
        (
            "content/a.md",
            "---\nkind: k\nlevel: tief\npeople: 13\n---\n# A\n\n## Zwei\n\nText\n",
        ),
        ("content/a.en.md", "# A\n\nTwo\n"),
        ("content/b.en.md", "# B\n\nTwo\n"),
        ("content/b.uk.md", "# B\n\nTwo\n"),
        (
            "content/a.md",
            "---\nstatus: draft\nkind: k\nopen: [level, people]\n---\n# A\n",
        ),
    ];
    let mut memo = Memo::default();
    let mut handbook = start;
    handbook.build_with(Options::default(), &mut memo);
    for (path, text) in edits {
        handbook = handbook.with(path, text);
        let (edited, clean) = (
            handbook.build_with(Options::default(), &mut memo),
            handbook.build(),
        );
        assert_eq!(edited.files, clean.files, "after {path}");
        assert_eq!(edited.slugs(), clean.slugs(), "after {path}");
    }
}

const ORIGINAL: &str = "---\n# Der Name\ntitle: Runde\nkind: k\nlevel: hoch\npeople: 12\nneeds: |\n  Stühle\n\n  Tische\nlicense: CC0\n---\nWorum es geht.\n\n## Ablauf\n\nErst dies.\n\n## Kosten\n\nKeine.\n";

fn original() -> support::OnDisk {
    Handbook::new(&format!(
        "--- handbook.yml\nlanguages: [de, en]\nseverity: {{missing-legal-page: off}}\n{KIND}--- content/a.md\n{ORIGINAL}"
    ))
    .on_disk()
}

fn says(handbook: &support::OnDisk, args: &[&str]) -> String {
    let output = handbook.run(args);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    output.stdout + &output.stderr
}

#[test]
fn a_translation_is_begun_published_outdated_and_adapted() {
    let handbook = original();
    says(&handbook, &["translate", "content/a.md", "en"]);
    let path = handbook.path("content/a.en.md");
    let begun = std::fs::read_to_string(&path).unwrap();
    expect![[r#"
        ---
        title: Runde
        needs: |
          Stühle

          Tische
        # Take this line away when everything is translated. Then the chapter is published.
        status: draft
        translation_of: 466d4100 da2f 1240 257d 6695 3931
        ---
        Worum es geht.

        ## Ablauf

        Erst dies.

        ## Kosten

        Keine.
    "#]]
    .assert_eq(&begun);
    let checked = |handbook: &support::OnDisk| {
        let said = says(handbook, &["check"]);
        let line = said.lines().find(|line| line.starts_with("en: "));
        line.unwrap().to_owned()
    };
    assert_eq!(checked(&handbook), "en: 0 of 1 chapters translated");

    handbook.write("content/a.en.md", begun.replace("status: draft\n", ""));
    assert_eq!(checked(&handbook), "en: 1 of 1 chapters translated");
    let current = says(&handbook, &["translate", "content/a.md", "en"]);
    assert_eq!(current, "content/a.en.md is up to date\n");

    // What says the same in every language, and how lines are ended, is no reason to translate anew.
    let same = ORIGINAL
        .replace("people: 12", "people: 13")
        .replace('\n', "\r\n");
    handbook.write("content/a.md", same);
    assert_eq!(checked(&handbook), "en: 1 of 1 chapters translated");

    let changed = ORIGINAL.replace("Keine.", "Kaum welche.");
    handbook.write("content/a.md", changed);
    assert_eq!(
        checked(&handbook),
        "en: 1 of 1 chapters translated, 1 of them out of date"
    );
    let shown = says(&handbook, &["translate", "content/a.en.md", "en"]);
    expect![[r#"
        ## Kosten

        Kaum welche.

        In the original of content/a.en.md has changed: `Kosten`
    "#]]
    .assert_eq(&shown);

    says(&handbook, &["translate", "content/a.md", "en", "--done"]);
    assert_eq!(checked(&handbook), "en: 1 of 1 chapters translated");
}

#[test]
fn git_shows_what_changed_in_the_original() {
    let handbook = original();
    let git = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        let who = ["-c", "user.name=x", "-c", "user.email=x@x.example"];
        let output = git
            .current_dir(handbook.path(""))
            .args(who)
            .args(args)
            .output();
        assert!(output.unwrap().status.success(), "git {args:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "a"]);
    says(&handbook, &["translate", "content/a.md", "en"]);
    handbook.write("content/a.md", ORIGINAL.replace("Keine.", "Kaum welche."));
    let shown = says(&handbook, &["translate", "content/a.md", "en"]);
    assert!(shown.contains("\n-Keine.\n+Kaum welche.\n"), "{shown}");
}

#[test]
fn what_cannot_be_translated_is_refused() {
    let handbook = original();
    for (args, said) in [
        (["a.md", "fr"], "has no language `fr`"),
        (["a.md", "de"], "language of the original"),
        (["b.md", "en"], "no chapter b.md"),
    ] {
        let output = handbook.run(&["translate", args[0], args[1]]);
        assert_eq!(output.code, Some(2));
        assert!(output.stderr.contains(said), "{}", output.stderr);
    }
}

/// The handbook in `folder` of this repository, as it would be published at an address.
fn published(folder: &str) -> Built {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut handbook = Handbook::default();
    for part in ["content", "kinds"] {
        for (path, bytes) in files_if_any(&root.join(part)) {
            handbook = handbook.with(&format!("{part}/{path}"), bytes);
        }
    }
    for name in ["handbook.yml", "glossary.yml"] {
        let mut bytes = std::fs::read(root.join(name)).unwrap();
        if name == "handbook.yml" {
            bytes.extend_from_slice(b"\nurl: https://x.example/h\n");
        }
        handbook = handbook.with(name, bytes);
    }
    handbook.build().clean()
}

fn files_if_any(folder: &Path) -> support::Files {
    if folder.is_dir() {
        files(folder)
    } else {
        support::Files::new()
    }
}

#[test]
fn every_page_of_real_handbooks_has_a_way_to_every_language_and_back() {
    for folder in ["", "tests/browser/handbooks/languages"] {
        let built = published(folder);
        assert!(assert_mutual(&built) > 10);
        let count = built.handbook.linked.site.editions.len();
        // One that leads on at once is no page.
        let leads_on = |path: &str| built.text(path).contains("http-equiv=\"refresh\"");
        let pages = built.files.keys();
        for page in pages.filter(|path| path.ends_with("index.html") && !leads_on(path)) {
            let codes: BTreeSet<String> = switch(&built, page)
                .into_iter()
                .map(|(code, ..)| code)
                .collect();
            assert_eq!(codes.len(), count, "{page}");
        }
    }
}

#[test]
fn a_translation_stays_current_when_comments_go_and_its_original_is_published() {
    let handbook = original();
    let draft = "---\ntitle: A\nsummary: S\n# Take this line away.\nstatus: draft\n\n# How many.\norder: 1\n---\n\nText.\n";
    handbook.write("content/b.md", draft);
    says(&handbook, &["translate", "content/b.md", "en"]);
    for lines in [
        "status: draft\n",
        "# Take this line away.\nstatus: draft\n\n# How many.\n",
    ] {
        handbook.write("content/b.md", draft.replace(lines, ""));
        let said = says(&handbook, &["translate", "content/b.md", "en"]);
        assert_eq!(said, "content/b.en.md is up to date\n", "{lines}");
    }
    // As front matter names it, and whichever way the language is written.
    assert_eq!(
        says(&handbook, &["translate", "b", "EN"]),
        "content/b.en.md is up to date\n"
    );
}
