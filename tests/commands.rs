//! The commands, as one types them.

mod support;

use std::fs;

use std::path::Path;

use expect_test::expect;
use support::program::{files, output, program};
use support::{Handbook, OnDisk, crawl};

fn init(language: &str) -> OnDisk {
    let folder = OnDisk::empty();
    let output = folder.run(&["init", ".", "--lang", language]);
    assert_eq!(
        (output.code, output.stdout.as_str()),
        (Some(0), ""),
        "{}",
        output.stderr
    );
    folder
}

fn assert_no_finding(handbook: &OnDisk, args: &[&str]) {
    let output = handbook.run(args);
    let findings = ["[", "-->"].iter().any(|sign| output.stderr.contains(sign));
    assert!(output.code == Some(0) && !findings, "{}", output.stderr);
}

#[test]
fn a_new_handbook_builds_at_once_in_both_languages() {
    for (language, html) in [("de", "<html lang=\"de\""), ("en", "<html lang=\"en\"")] {
        let handbook = init(language);
        assert_no_finding(&handbook, &["check", "--strict"]);
        assert_no_finding(&handbook, &["build", "--strict"]);
        let site = files(&handbook.path("public"));
        assert!(str::from_utf8(&site["index.html"]).unwrap().contains(html));
        crawl::reached(&site);
    }
}

/// Its legal pages are templates, which matters when it is to be published.
#[test]
fn templates_of_legal_pages_are_told_once_there_is_an_address() {
    let handbook = init("de");
    let settings = fs::read_to_string(handbook.path("handbook.yml")).unwrap();
    handbook.write("handbook.yml", settings.replace("# url:", "url:"));
    let output = handbook.run(&["check"]);
    let placeholders = output.stderr.matches("[placeholder-in-legal-page]").count();
    assert_eq!(
        (output.code, placeholders),
        (Some(0), 3),
        "{}",
        output.stderr
    );
}

#[test]
fn messages_are_in_the_language_of_the_handbook_where_the_system_has_none() {
    for (language, checked) in [("de", "geprüft"), ("en", "Checked")] {
        let handbook = init(language);
        for locale in ["C.UTF-8", "POSIX", ""] {
            let output = handbook
                .command(&["check"])
                .env("LANG", locale)
                .output()
                .unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains(checked), "{locale}: {said}");
        }
    }
}

#[test]
fn init_takes_nothing_away() {
    let handbook = init("de");
    let before = files(&handbook.path(""));
    assert_eq!(handbook.run(&["init", "."]).code, Some(2));
    assert_eq!(files(&handbook.path("")), before);

    let other = Handbook::default()
        .with("content/index.md", "Meins\n")
        .on_disk();
    let output = other.run(&["init", "."]);
    assert_eq!(output.code, Some(2));
    expect![[r#"
        error: . has a file content/index.md already. Choose an empty folder
    "#]]
    .assert_eq(&output.stderr);
    assert_eq!(files(&other.path("")).len(), 1);
}

#[test]
fn every_kind_has_a_scaffold_that_builds_as_a_draft() {
    for language in ["de", "en"] {
        let handbook = init(language);
        for kind in ["format", "tool", "lesson", "case", "page"] {
            let title = format!("Mit \"Zitat\": Öl & mehr {kind}");
            let output = handbook.run(&["add", kind, &title]);
            assert_eq!(output.code, Some(0), "{}", output.stderr);
        }
        let output = handbook.run(&["build", "--drafts"]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        let others = output
            .stderr
            .lines()
            .filter(|line| line.contains('[') && !line.starts_with("note[missing-field]"));
        let others: Vec<&str> = others.filter(|line| !line.contains("= help")).collect();
        assert_eq!(others, Vec::<&str>::new());
        assert_no_finding(&handbook, &["build"]);
    }
}

#[test]
fn add_explains_the_fields_in_the_handbook_s_language() {
    let handbook = Handbook::default()
        .with("handbook.yml", "languages: [en]\n")
        .with("kinds/recipe.yml", "label: Recipe\nplural: Recipes\nfields:\n  - {id: taste, type: choice, required: true, label: Taste, help: What does it taste of?, values: [{id: sweet, label: very sweet}, sour]}\n")
        .with("content/index.md", "x\n")
        .on_disk();
    assert_eq!(
        handbook
            .run(&["add", "recipe", "Apple Pie", "--lang", "de"])
            .code,
        Some(0)
    );
    let made = files(&handbook.path("content"));
    expect![[r#"
        ---
        title: "Apple Pie"
        # One or two sentences that make somebody want to read this.
        summary:
        # Take the line `status: draft` away when the chapter may be published.
        status: draft

        # Taste (required): What does it taste of?
        # One of: sweet (very sweet), sour
        taste:
        ---

        Write the text here. Headings begin with ##.
    "#]]
    .assert_eq(str::from_utf8(&made["recipes/apple-pie.md"]).unwrap());
}

#[test]
fn add_goes_to_the_section_of_its_kind_or_where_one_says() {
    let handbook = init("de");
    handbook.run(&["add", "format", "Bürgerrat"]);
    handbook.run(&["add", "tool", "Liste", "--in", "werkzeuge/neu"]);
    handbook.run(&["add", "page", "Über uns"]);
    for path in [
        "formate/buergerrat.md",
        "werkzeuge/neu/liste.md",
        "ueber-uns.md",
    ] {
        assert!(handbook.path("content").join(path).exists(), "{path}");
    }
}

#[test]
fn add_knows_a_section_by_its_title_and_by_any_path_to_it() {
    let handbook = Handbook::new(
        "--- handbook.yml\ntitle: T\n--- content/formate/index.md\n# Beteiligungsformate\n--- content/ueber-uns/index.md\n# Über uns\n",
    )
    .on_disk();
    for (number, (section, folder)) in [
        ("Beteiligungsformate", "formate"),
        ("Formate", "formate"),
        ("formate/", "formate"),
        ("content/formate", "formate"),
        ("rathaus/content/ueber-uns", "ueber-uns"),
        ("Über uns", "ueber-uns"),
        ("Neue Ideen", "neue-ideen"),
        ("Beteiligungsformate/Vor Ort", "formate/vor-ort"),
        ("content/Formate/Neu/Mehr", "formate/neu/mehr"),
    ]
    .into_iter()
    .enumerate()
    {
        let title = format!("Seite {number}");
        let output = handbook.run(&["add", "page", &title, "--in", section]);
        assert_eq!(output.code, Some(0), "{section}: {}", output.stderr);
        let made = handbook.path(&format!("content/{folder}/seite-{number}.md"));
        assert!(made.exists(), "{section}: {}", output.stdout);
    }
}

#[test]
fn add_begins_a_section_with_its_introduction() {
    let handbook = init("de");
    for args in [
        &["add", "section", "Gute Beispiele"][..],
        &["add", "Abschnitt", "Vor Ort", "--in", "gute-beispiele"],
    ] {
        let output = handbook.run(args);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
    }
    let made = files(&handbook.path("content/gute-beispiele"));
    expect![[r##"
        ---
        title: "Gute Beispiele"
        # Ein oder zwei Sätze, die Lust aufs Lesen machen.
        summary:
        # Die Art der Kapitel darin. Ohne sie sind es einfache Seiten.
        # kind: format
        # Die Reihenfolge der Kapitel: die Namen ihrer Dateien ohne .md. Ohne sie gilt das Alphabet.
        # order: []
        ---

        Hier steht, worum es in diesem Abschnitt geht.
    "##]]
    .assert_eq(str::from_utf8(&made["index.md"]).unwrap());
    assert!(made.contains_key("vor-ort/index.md"), "{:?}", made.keys());
    assert_no_finding(&handbook, &["build"]);
    assert!(
        handbook
            .path("public/gute-beispiele/vor-ort/index.html")
            .exists()
    );
}

#[test]
fn a_file_of_the_standard_theme_comes_into_the_handbook() {
    let handbook = init("de");
    let list = handbook.run(&["theme", "list"]).stdout;
    assert!(
        list.lines()
            .any(|file| file == "templates/parts/footer.html"),
        "{list}"
    );
    let before = handbook.build();
    for file in [
        "themes/standard/templates/parts/footer.html",
        "assets/preview.png",
    ] {
        let output = handbook.run(&["theme", "eject", file]);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
    }
    assert!(handbook.path("themes/standard/assets/preview.png").exists());
    assert_eq!(handbook.build(), before, "a mere copy changes nothing");

    // A theme of one's own says which contract its templates are made for.
    let yml = fs::read_to_string(handbook.path("handbook.yml")).unwrap();
    handbook.write(
        "handbook.yml",
        yml.replace("theme: standard", "theme: stadt"),
    );
    handbook.write("themes/stadt/assets/custom.css", "p { margin: 0 }\n");
    let output = handbook.run(&["theme", "eject", "templates/parts/footer.html"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let says = fs::read_to_string(handbook.path("themes/stadt/theme.yml")).unwrap();
    assert_eq!(says, "name: stadt\napi: 1\n");
    assert_no_finding(&handbook, &["build"]);

    let again = handbook.run(&[
        "theme",
        "eject",
        "templates/parts/footer.html",
        "--lang",
        "en",
    ]);
    assert_eq!(again.code, Some(2));
    assert_eq!(
        again.stderr,
        "error: There is a themes/stadt/templates/parts/footer.html already\n"
    );
    let wrong = handbook.run(&[
        "theme",
        "eject",
        "templates/part/footer.html",
        "--lang",
        "en",
    ]);
    assert_eq!(wrong.code, Some(2));
    assert!(
        wrong
            .stderr
            .contains("Did you mean templates/parts/footer.html?"),
        "{}",
        wrong.stderr
    );
    assert_eq!(handbook.run(&["theme", "eject"]).code, Some(2));
}

#[test]
fn licences_name_every_part() {
    let output = output(program().arg("licences"));
    assert_eq!(output.code, Some(0));
    assert!(
        output.stdout.contains("pulldown-cmark"),
        "{}",
        output.stdout
    );
}

#[test]
fn add_knows_a_kind_by_what_readers_see() {
    let handbook = init("de");
    for (label, title) in [
        ("Werkzeug", "Eins"),
        ("werkzeuge", "Zwei"),
        ("Tool", "Drei"),
        ("tool", "Vier"),
        ("TOOL", "Sechs"),
    ] {
        let output = handbook.run(&["add", label, title]);
        assert_eq!(output.code, Some(0), "{label}: {}", output.stderr);
        assert!(
            output.stderr.contains("werkzeuge/"),
            "{label}: {}",
            output.stderr
        );
    }
    let output = handbook.run(&["add", "Werkzoig", "Fünf", "--lang", "de"]);
    assert!(output.stderr.contains("Werkzeug"), "{}", output.stderr);
}

#[test]
fn add_refuses_what_it_cannot_do() {
    let handbook = init("de");
    let output = handbook.run(&["add", "fromat", "X", "--lang", "en"]);
    assert_eq!(output.code, Some(2));
    expect![[r#"
        error: There is no kind fromat. Did you mean format? Possible are: format (Beteiligungsformat), tool (Werkzeug), lesson (Lernerfahrung), case (Praxisfall), page (Seite), section (Abschnitt)
    "#]].assert_eq(&output.stderr);
    assert_eq!(
        handbook.run(&["add", "page", "X", "--in", "../.."]).code,
        Some(2)
    );
    assert_eq!(
        handbook.run(&["add", "page", "X", "--in", "/etc"]).code,
        Some(0),
        "a section is seen from the content"
    );
    assert!(handbook.path("content/etc/x.md").exists());
    let output = handbook.run(&["add", "kapitel", "X", "--lang", "de"]);
    expect![[r#"
        Fehler: Es gibt keine Art kapitel. Möglich sind: format (Beteiligungsformat), tool (Werkzeug), lesson (Lernerfahrung), case (Praxisfall), page (Seite), section (Abschnitt)
    "#]]
    .assert_eq(&output.stderr);
    let before = files(&handbook.path(""));
    let output = handbook.run(&["add", "page", "X", "--in", "etc", "--lang", "de"]);
    assert_eq!(output.code, Some(1));
    expect![[r#"
        Fehler: content/etc/x.md gibt es schon. Wählen Sie einen anderen Titel
    "#]]
    .assert_eq(&output.stderr);
    assert_eq!(
        files(&handbook.path("")),
        before,
        "a chapter that is there stays as it is"
    );
}

#[test]
fn context_prints_what_a_template_gets() {
    let handbook = init("de");
    for path in ["formate/runder-tisch.md", "content/formate/runder-tisch.md"] {
        let output = handbook.run(&["context", path]);
        assert_eq!((output.code, output.stderr.as_str()), (Some(0), ""));
        let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        assert_eq!(json["page"]["type"], "chapter");
        assert_eq!(json["chapter"]["kind"]["id"], "format");
    }
    let output = handbook.run(&["context", "content/formate/runder-tsich.md"]);
    assert_eq!(output.code, Some(2));
    expect![[r#"
        error: There is no chapter content/formate/runder-tsich.md. Did you mean content/formate/runder-tisch.md?
    "#]].assert_eq(&output.stderr);
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = output(program().args(["completions", shell]));
        assert_eq!(output.code, Some(0));
        assert!(output.stdout.contains("transferbuch") && output.stdout.contains("init"));
    }
}

#[test]
fn explain_says_more_about_a_finding() {
    let explain = |args: &[&str]| output(program().arg("explain").args(args));
    let one = explain(&["review-overdue", "--lang", "de"]);
    assert_eq!(one.code, Some(0), "{}", one.stderr);
    assert!(
        one.stdout.starts_with("Warnung[review-overdue]\n"),
        "{}",
        one.stdout
    );
    assert!(
        one.stdout
            .contains("Falsch:\n\n    review_by: 2020-01-01\n"),
        "{}",
        one.stdout
    );
    // As people copy it from a finding.
    assert_eq!(explain(&["warning[review-overdue]:", "--lang", "de"]), one);

    let all = explain(&["--lang", "en"]);
    let line = |slug: &str| {
        all.stdout
            .lines()
            .find(|line| line.starts_with(slug))
            .unwrap()
            .to_owned()
    };
    assert!(line("unknown-file ").ends_with("  error"));
    assert!(line("unused-file ").ends_with("  warning"));

    let unknown = explain(&["unkown-file"]);
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown.stderr.contains("Did you mean unknown-file?"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn what_is_overdue_depends_on_the_day_that_check_is_given() {
    let handbook = OnDisk::empty();
    handbook.write("a.md", "---\nreview_by: 2026-11-15\n---\nText\n");
    let check = |day: &str| handbook.run(&["check", "--strict", "--today", day]).code;
    assert_eq!(
        (check("2026-11-15"), check("2026-11-16")),
        (Some(0), Some(1))
    );
    assert_eq!(check("gestern"), Some(2));
}

#[test]
fn quiet_says_nothing_unless_something_is_wrong() {
    let handbook = OnDisk::empty();
    let settings = "severity: {placeholder-in-legal-page: off}\n";
    for args in [
        &["init", ".", "-q"][..],
        &["add", "page", "X", "-q"],
        &["check", "-q"],
        &["build", "-q"],
    ] {
        if args[0] == "add" {
            let path = handbook.path("handbook.yml");
            let text = fs::read_to_string(path).unwrap();
            handbook.write("handbook.yml", text + settings);
        }
        let output = handbook.run(args);
        assert_eq!(
            (output.code, output.stdout.as_str(), output.stderr.as_str()),
            (Some(0), "", ""),
            "{args:?}"
        );
    }
    handbook.write("content/kaputt.md", "[x]()\n");
    let output = handbook.run(&["build", "-q"]);
    assert_eq!(output.code, Some(1));
    assert!(output.stderr.contains("error[empty-link]"));
}

#[test]
fn a_build_ends_with_one_line() {
    let handbook = Handbook::chapter("Text\n").on_disk();
    let line = |args: &[&str]| {
        let stderr = handbook.run(args).stderr;
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        stderr.replace(|c: char| c.is_ascii_digit(), "0")
    };
    expect![[r#"
        Built 0 pages in 0.00 s: public
    "#]]
    .assert_eq(&line(&["build"]));
    expect![[r#"
        0 Seiten in 0,00 s gebaut: public
    "#]]
    .assert_eq(&line(&["build", "--lang", "de"]));
    expect![[r#"
        Checked 0 pages in 0.00 s: nothing wrong
    "#]]
    .assert_eq(&line(&["check"]));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let empty = OnDisk::empty();
    for args in [
        &["build"][..],
        &["check"],
        &["context", "a.md"],
        &["add", "page", "X"],
        &["biuld"],
        &[],
        &["build", "--nichts"],
        &["-C", "nirgends", "build"],
    ] {
        let output = empty.run(args);
        assert_eq!(
            (output.code, output.stdout.as_str()),
            (Some(2), ""),
            "{args:?}"
        );
        assert!(!output.stderr.is_empty());
    }
    let shown = empty.run(&["-C", "nirgends", "build"]).stderr;
    expect![[r#"
        error: There is no handbook in nirgends. Go to its folder, name it with -C, or begin one with `transferbuch init DIR`
    "#]].assert_eq(&shown);
}

#[test]
fn help_and_version_are_exit_code_0() {
    for args in ["--help", "--version"] {
        assert_eq!(output(program().arg(args)).code, Some(0));
    }
}

#[test]
fn help_speaks_the_language_of_messages() {
    let help = |args: &[&str]| {
        let output = output(program().env("LANG", "de_DE.UTF-8").args(args));
        (output.code, output.stdout)
    };
    let (code, german) = help(&["completions", "-h"]);
    assert_eq!(code, Some(0));
    expect![[r#"
        Ein Skript ausgeben, mit dem Ihre Shell Befehle ergänzt

        Aufruf: transferbuch completions [OPTIONEN] <SHELL>

        Angaben:
          <SHELL>  Die Shell [möglich: bash, elvish, fish, powershell, zsh]

        Allgemein:
          -C, --handbook <ORDNER>  Der Ordner des Handbuchs [Vorgabe: der hier oder der darum herum]
              --lang <KÜRZEL>      Sprache der Meldungen [Vorgabe: die des Systems oder die des Handbuchs]
                                   [möglich: de, en]
          -q, --quiet              Nichts sagen außer dem, was falsch ist
              --color <WANN>       Farben [Vorgabe: auto] [möglich: auto, always, never]
          -h, --help               Hilfe zeigen
    "#]].assert_eq(&german);
    let (_, english) = help(&["schema", "-h", "--lang=en"]);
    expect![[r#"
        Print a JSON Schema, for editors that complete and check while one types

        Usage: transferbuch schema [OPTIONS] [WHAT]

        Arguments:
          [WHAT]  What it describes [default: front-matter] [possible values: front-matter, handbook, kind]

        General:
          -C, --handbook <DIR>  The handbook's folder [default: the one at hand, or the one around it]
              --lang <CODE>     Language of messages [default: that of the system, or of the handbook]
                                [possible values: de, en]
          -q, --quiet           Say nothing but what is wrong
              --color <WHEN>    Colours [default: auto] [possible values: auto, always, never]
          -h, --help            Print help
    "#]].assert_eq(&english);
    let (_, long) = help(&["schema", "--help"]);
    assert!(long.contains("- handbook: handbook.yml"), "{long}");
    let mut called_without_command = program();
    let called = output(called_without_command.env("LANG", "de_DE.UTF-8"));
    assert_eq!(called.code, Some(2));
    assert!(
        called.stderr.contains("\nBefehle:\n  init "),
        "{}",
        called.stderr
    );
    let english =
        "Usage Options OPTIONS Commands COMMAND Arguments default: possible Print DIR FILE";
    let commands = "build check watch release search translate schema".split(' ');
    for command in commands.chain([""]) {
        let words = [command, "--help"];
        let (_, text) = help(&words[usize::from(command.is_empty())..]);
        let mut words = english.split(' ');
        let found = words.find(|word| text.contains(word));
        assert!(found.is_none(), "{found:?} in {text}");
    }
}

/// Ways of calling the program wrongly.
const WRONG: [&[&str]; 15] = [
    &["biuld"],
    &["--quiet"],
    &["check", "--strit"],
    &["explain", "a", "b"],
    &["check", "--format", "xml"],
    &["completions", "bsh"],
    &["watch", "--port", "abc"],
    &["check", "--today", "2026-13-01"],
    &["release"],
    &["check", "--write-baseline"],
    &["build", "--out"],
    &["check", "--quiet=1"],
    &["build", "--strict", "--strict"],
    &["check", "--write-baseline", "--baseline", "x", "--fix"],
    &["build", "--lang", "fr"],
];

/// What the program says to each of them.
fn told_of_wrong_arguments(lang: &str) -> String {
    let shown = |args: &&[&str]| {
        let output = output(program().args(["--lang", lang]).args(*args));
        let stopped = (output.code, output.stdout.as_str());
        assert_eq!(stopped, (Some(2), ""), "{args:?}");
        format!("$ {}\n{}", args.join(" "), output.stderr)
    };
    WRONG.iter().map(shown).collect()
}

#[test]
fn wrong_arguments_are_told_with_what_to_type_instead() {
    expect![[r#"
        $ biuld
        Fehler: Einen Befehl `biuld` gibt es nicht
        Meinten Sie `build`?
        Aufruf: transferbuch [OPTIONEN] <BEFEHL>
        Mehr dazu: transferbuch --help
        $ --quiet
        Fehler: Es fehlt ein Befehl. Es gibt: init, add, build, check, watch, explain, release, book, archive, verify, search, translate, context, schema, theme, completions, man, licences
        Aufruf: transferbuch [OPTIONEN] <BEFEHL>
        Mehr dazu: transferbuch --help
        $ check --strit
        Fehler: --strit gibt es hier nicht
        Meinten Sie `--strict`?
        Aufruf: transferbuch check --strict
        Mehr dazu: transferbuch check --help
        $ explain a b
        Fehler: b gibt es hier nicht
        Aufruf: transferbuch explain [OPTIONEN] [NAME]
        Mehr dazu: transferbuch explain --help
        $ check --format xml
        Fehler: `xml` passt nicht zu --format <FORMAT>. Möglich sind: human, json, sarif, github, gitlab, html, ics
        Meinten Sie `html`?
        $ completions bsh
        Fehler: `bsh` passt nicht zu <SHELL>. Möglich sind: bash, elvish, fish, powershell, zsh
        Meinten Sie `bash`?
        $ watch --port abc
        Fehler: `abc` passt nicht zu --port <ZAHL>: Der Port, oder der nächste freie; 0 für irgendeinen [Vorgabe: 4400]
        $ check --today 2026-13-01
        Fehler: `2026-13-01` passt nicht zu --today <DATUM>: Der Tag, an dem Kapitel überfällig sein können, zum Beispiel 2026-11-15 [Vorgabe: heute]
        $ release
        Fehler: Es fehlt: --onto <ORDNER>, <VERSION>
        Aufruf: transferbuch release --onto <ORDNER> <VERSION>
        Mehr dazu: transferbuch release --help
        $ check --write-baseline
        Fehler: Es fehlt: --baseline <DATEI>
        Aufruf: transferbuch check --baseline <DATEI> --write-baseline
        Mehr dazu: transferbuch check --help
        $ build --out
        Fehler: Hinter --out <ORDNER> fehlt ein Wert
        $ check --quiet=1
        Fehler: --quiet hat keinen Wert; `1` muss weg
        Aufruf: transferbuch check --quiet
        Mehr dazu: transferbuch check --help
        $ build --strict --strict
        Fehler: --strict darf nur einmal stehen
        Aufruf: transferbuch build [OPTIONEN]
        Mehr dazu: transferbuch build --help
        $ check --write-baseline --baseline x --fix
        Fehler: --write-baseline und --fix gehen nicht zusammen
        Aufruf: transferbuch check --write-baseline --baseline <DATEI>
        Mehr dazu: transferbuch check --help
        $ build --lang fr
        Fehler: `fr` passt nicht zu --lang <KÜRZEL>. Möglich sind: de, en
    "#]].assert_eq(&told_of_wrong_arguments("de"));
}

#[test]
fn wrong_arguments_are_told_in_english() {
    expect![[r#"
        $ biuld
        error: There is no command `biuld`
        Did you mean `build`?
        Usage: transferbuch [OPTIONS] <COMMAND>
        More: transferbuch --help
        $ --quiet
        error: A command is missing. There are: init, add, build, check, watch, explain, release, book, archive, verify, search, translate, context, schema, theme, completions, man, licences
        Usage: transferbuch [OPTIONS] <COMMAND>
        More: transferbuch --help
        $ check --strit
        error: There is no --strit here
        Did you mean `--strict`?
        Usage: transferbuch check --strict
        More: transferbuch check --help
        $ explain a b
        error: There is no b here
        Usage: transferbuch explain [OPTIONS] [NAME]
        More: transferbuch explain --help
        $ check --format xml
        error: `xml` doesn't fit --format <FORMAT>. Possible are: human, json, sarif, github, gitlab, html, ics
        Did you mean `html`?
        $ completions bsh
        error: `bsh` doesn't fit <SHELL>. Possible are: bash, elvish, fish, powershell, zsh
        Did you mean `bash`?
        $ watch --port abc
        error: `abc` doesn't fit --port <NUMBER>: The port, or the next one that is free; 0 for any [default: 4400]
        $ check --today 2026-13-01
        error: `2026-13-01` doesn't fit --today <DATE>: The day as of which chapters are overdue, such as 2026-11-15 [default: today]
        $ release
        error: What is missing: --onto <DIR>, <VERSION>
        Usage: transferbuch release --onto <DIR> <VERSION>
        More: transferbuch release --help
        $ check --write-baseline
        error: What is missing: --baseline <FILE>
        Usage: transferbuch check --baseline <FILE> --write-baseline
        More: transferbuch check --help
        $ build --out
        error: A value is missing behind --out <DIR>
        $ check --quiet=1
        error: --quiet has no value; take `1` away
        Usage: transferbuch check --quiet
        More: transferbuch check --help
        $ build --strict --strict
        error: --strict can be given only once
        Usage: transferbuch build [OPTIONS]
        More: transferbuch build --help
        $ check --write-baseline --baseline x --fix
        error: --write-baseline and --fix don't go together
        Usage: transferbuch check --write-baseline --baseline <FILE>
        More: transferbuch check --help
        $ build --lang fr
        error: `fr` doesn't fit --lang <CODE>. Possible are: de, en
    "#]].assert_eq(&told_of_wrong_arguments("en"));
}

#[test]
fn a_handbook_is_found_from_a_folder_in_it() {
    let handbook = init("de");
    let mut command = program();
    command
        .current_dir(handbook.path("content/formate"))
        .arg("build");
    let output = output(&mut command);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    assert!(handbook.path("public/index.html").exists());
}

#[test]
fn a_folder_with_one_readme_in_capitals_is_a_handbook() {
    let handbook = Handbook::default().with("README.MD", "# Start\n").on_disk();
    assert_eq!(handbook.run(&["build"]).code, Some(0));
}

#[test]
fn messages_are_in_the_language_of_the_system_or_as_asked_for() {
    let handbook = Handbook::chapter("[x]()\n").on_disk();
    let run = |lang: &str, args: &[&str]| output(handbook.command(args).env("LANG", lang)).stderr;
    assert!(run("de_DE.UTF-8", &["check"]).starts_with("Fehler[empty-link]: Dieser Link"));
    assert!(run("fr_FR.UTF-8", &["check"]).starts_with("error[empty-link]: This link"));
    assert!(run("C", &["check", "--lang", "de"]).starts_with("Fehler[empty-link]"));
    assert!(run("de_DE.UTF-8", &["check", "--lang", "en"]).starts_with("error[empty-link]"));
}

#[test]
fn colours_are_for_terminals() {
    let handbook = Handbook::chapter("[x]()\n").on_disk();
    let coloured = |args: &[&str]| {
        output(&mut handbook.command(args))
            .stderr
            .contains('\u{1b}')
    };
    assert!(!coloured(&["check"]), "this is no terminal");
    assert!(coloured(&["check", "--color", "always"]));
    assert!(!coloured(&["check", "--color", "never"]));
    let mut refused = handbook.command(&["check"]);
    assert!(
        !output(refused.env("NO_COLOR", "1"))
            .stderr
            .contains('\u{1b}')
    );
}

#[test]
fn the_sample_handbook_builds_without_a_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = OnDisk::empty();
    let review = ["check", "--strict", "--quiet", "--today", "2026-11-23"];
    let reviewed = output(program().arg("-C").arg(root).args(review));
    assert_eq!((reviewed.code, reviewed.stderr.as_str()), (Some(0), ""));
    let site = out.path("site");
    let args = [
        "build",
        "--strict",
        "--quiet",
        "--out",
        site.to_str().unwrap(),
    ];
    let result = output(program().current_dir(root).args(args));
    assert_eq!(
        (result.code, result.stdout.as_str(), result.stderr.as_str()),
        (Some(0), "", "")
    );
    let site = files(&site);
    support::program::assert_whole(&site);
    let reached = crawl::reached(&site);
    let pages = site
        .keys()
        .filter(|path| path.ends_with(".html") && *path != "404.html");
    // Nothing leads to an address that was, but what others wrote down.
    let leads_on =
        |page: &&String| String::from_utf8_lossy(&site[*page]).contains("http-equiv=\"refresh\"");
    let missing = pages.filter(|page| !reached.contains(*page) && !leads_on(page));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn handbooks_in_folders_below_are_named_and_not_built() {
    let folder = Handbook::new(
        "--- README.md\nText\n--- handbuch/handbook.yml\ntitle: A\n--- handbuch/content/a.md\nText\n--- alt/b/handbook.yml\ntitle: B\n",
    )
    .on_disk();
    let output = folder.run(&["build"]);
    assert_eq!(output.code, Some(2));
    let root = folder
        .path("")
        .to_str()
        .unwrap()
        .trim_end_matches('/')
        .to_owned();
    expect![[r#"
        error: . is no handbook, but there is one below it. Go to its folder:
        cd ./alt/b
        cd ./handbuch
    "#]]
    .assert_eq(&output.stderr.replace(&root, "."));
    assert!(!folder.path("public").exists());
}

#[test]
fn help_may_be_asked_for_as_a_command() {
    let folder = OnDisk::empty();
    for (asked, same) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "release"], &["release", "--help"]),
        (&["--lang", "de", "help"], &["--lang", "de", "--help"]),
    ] {
        let help = folder.run(asked);
        assert_eq!(help, folder.run(same), "{asked:?}");
        assert!(help.code == Some(0) && !help.stdout.is_empty(), "{asked:?}");
    }
}

#[test]
#[cfg(unix)]
fn on_a_terminal_a_bare_folder_is_built_only_by_a_yes() {
    for (answer, builds) in [("n\n", false), ("\n", false), ("j\n", true), ("ja\n", true)] {
        let handbook = Handbook::default()
            .with("treffen.md", "# Treffen\n")
            .on_disk();
        let shown = handbook.on_a_terminal(&["build", "--lang", "de"], answer);
        assert!(shown.contains("Alles Markdown darin"), "{shown}");
        assert!(shown.contains("so gebaut werden? [j/N]"), "{shown}");
        let is_built = handbook.path("public/treffen/index.html").exists();
        assert_eq!(is_built, builds, "{answer:?}: {shown}");
        if builds {
            let again = handbook.on_a_terminal(&["build", "--lang", "de"], "");
            assert!(!again.contains("[j/N]"), "{again}");
        }
    }
}

#[test]
fn a_bare_folder_is_only_looked_at_and_built() {
    let folder = Handbook::new("--- a.md\nText\n--- s/b.md\nText\n").on_disk();
    for args in [&["check"][..], &["search", "Text"]] {
        assert_eq!(folder.run(args).code, Some(0), "{args:?}");
    }
    for args in [
        &["add", "page", "c"][..],
        &["release", "1", "--onto", "o"],
        &["schema", "front-matter"],
        &["context", "a.md"],
        &["translate", "en", "a.md"],
    ] {
        let output = folder.run(args);
        let says = output.stderr.contains("has no handbook.yml");
        assert!(
            output.code == Some(2) && says,
            "{args:?}: {}",
            output.stderr
        );
    }
    let says = |stderr: &str| {
        stderr.contains("all Markdown in it and below becomes the handbook, 2 chapters")
    };
    let first = folder.run(&["build"]);
    assert!(
        first.code == Some(0) && says(&first.stderr),
        "{}",
        first.stderr
    );
    assert!(!says(&folder.run(&["build"]).stderr));
}

#[test]
fn a_folder_with_content_is_a_handbook_and_one_without_markdown_is_none() {
    let folder =
        Handbook::new("--- content/s/a.md\nText\n--- alt/handbook.yml\ntitle: B\n").on_disk();
    assert_eq!(folder.run(&["build"]).code, Some(0));
    let folder = Handbook::new("--- s/a.md\nText\n").on_disk();
    assert_eq!(folder.run(&["build"]).code, Some(2));
}

#[test]
fn a_kind_says_in_everyday_words_what_its_values_mean() {
    let kind = "id: walk
label: Spaziergang
fields:
  - {id: people, type: range, unit: Personen, words: 'Leute, Nasen', label: Zahl}
  - id: mood
    type: choice
    label: Stimmung und Wetter
    values:
      - {id: good, label: heiter, words: {de: 'sonnig, wolkenlos', en: sunny}}
      - {id: bad, label: getrübt}
";
    let handbook = Handbook::default()
        .with("handbook.yml", "title: H\n")
        .with("kinds/walk.yml", kind)
        .with("index.md", "---\ntitle: Start\n---\n")
        .with(
            "a.md",
            "---\ntitle: Rundgang\nkind: walk\npeople: 5-15\nmood: good\n---\n",
        )
        .with(
            "b.md",
            "---\ntitle: Wanderung\nkind: walk\npeople: ab 20\nmood: bad\n---\n",
        )
        .on_disk();
    for (query, page) in [
        ("sonnig", "a/"),
        ("10 Leute", "a/"),
        ("zehn Nasen", "a/"),
        ("20 Personen", "b/"),
        ("getrübt", "b/"),
    ] {
        let found = handbook.run(&["search", "--json", query]).stdout;
        let urls: Vec<&str> = found.split("\"url\":\"").skip(1).collect();
        assert!(
            urls.len() == 1 && urls[0].starts_with(page),
            "{query}: {found}"
        );
    }
    // A label is no evidence for its words.
    assert_eq!(handbook.run(&["search", "--json", "Wetter"]).stdout, "[]\n");
}

#[test]
fn queries_that_find_nothing_are_listed_and_a_thesaurus_helps() {
    let handbook = |settings: &str| {
        Handbook::new(&format!(
            "--- handbook.yml\n{settings}--- th.dat\nUTF-8\nZusammenkunft|1\n-|Treffen|Versammlung\n\
             --- queries.txt\nTreffen\n\nZusammenkunft\nHallenbad\n--- content/a.md\n# Abend\n\nEin Treffen.\n"
        ))
        .on_disk()
    };
    let plain = handbook("title: Buch\n");
    let missing = ["search", "--missing", "queries.txt"];
    assert_eq!(plain.run(&missing).stdout, "Zusammenkunft\nHallenbad\n");
    let helped = handbook("title: Buch\nsearch: {thesaurus: th.dat}\n");
    let run = helped.run(&["search", "--missing", "queries.txt", "--json"]);
    assert_eq!(run.stdout, "[\"Hallenbad\"]\n");
    let found = helped.run(&["search", "Zusammenkunft"]).stdout;
    assert!(
        found.contains("Treffen") && found.contains("Abend"),
        "{found}"
    );
    assert_eq!(
        helped.run(&["search", "--missing", "none.txt"]).code,
        Some(2)
    );
}
