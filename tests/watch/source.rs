//! From a page to the author's files.

use serde_json::Value;

use super::running::{Running, build, handbook, wait_for};
use crate::support::{Handbook, OnDisk};

fn chapter() -> Handbook {
    handbook().with(
        "content/kapitel.md",
        "---\ntitle: Kapitel\n---\n\nErster Absatz.\n\n## Teil\n\n- eins\n- zwei\n\n![](_hinweis.md)\n\n> Ruhe.\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\nMit Fußnote[^1].\n\n[^1]: Die Note.\n",
    )
}

/// Where the blocks of a page stand, by what they say.
fn places(page: &str) -> Vec<(String, String)> {
    let blocks = page.split(" data-source=\"").skip(1);
    let block = |block: &str| {
        let (place, rest) = block.split_once('"').unwrap();
        let (_, text) = rest.split_once('>').unwrap();
        let mut shown = String::new();
        let mut in_tag = false;
        for character in text.chars() {
            match character {
                '<' => in_tag = true,
                '>' => in_tag = false,
                '\n' if !shown.trim().is_empty() => break,
                _ if !in_tag => shown.push(character),
                _ => {}
            }
        }
        (place.to_owned(), shown.trim().to_owned())
    };
    blocks.map(block).collect()
}

#[test]
fn each_block_of_a_page_knows_its_file_and_line() {
    let handbook = chapter().on_disk();
    let server = Running::start(&handbook);
    let page = server.visit("/kapitel/").text();
    let places = places(&page);
    let at = |text: &str| {
        let found = places.iter().find(|(_, shown)| shown.starts_with(text));
        found
            .unwrap_or_else(|| panic!("no {text}: {places:?}"))
            .0
            .clone()
    };
    for (text, place) in [
        ("Erster Absatz.", "content/kapitel.md:5"),
        ("Teil", "content/kapitel.md:7"),
        ("eins", "content/kapitel.md:9"),
        ("zwei", "content/kapitel.md:10"),
        ("Ein Hinweis für alle.", "content/_hinweis.md:1"),
        ("Ruhe.", "content/kapitel.md:14"),
        ("a", "content/kapitel.md:16"),
        ("b", "content/kapitel.md:18"),
        ("code", "content/kapitel.md:20"),
        ("Mit Fußnote", "content/kapitel.md:24"),
        ("Die Note.", "content/kapitel.md:26"),
    ] {
        assert_eq!(at(text), place, "{text}");
    }
    let built = handbook.build();
    for (path, bytes) in &built {
        assert!(
            !String::from_utf8_lossy(bytes).contains("data-source"),
            "{path}"
        );
    }
    let built = build(&handbook);
    assert!(server.get("/kapitel/").body == built["kapitel/index.html"]);
}

#[test]
fn plain_text_that_was_saved_is_put_in_its_place() {
    let handbook = chapter().on_disk();
    let server = Running::start(&handbook);
    let mut page = server.listen("/kapitel/");
    page.next();
    let text = std::fs::read_to_string(handbook.path("content/kapitel.md")).unwrap();
    let save = |old: &str, new: &str| {
        assert!(text.contains(old), "{old}");
        handbook.write("content/kapitel.md", text.replace(old, new));
    };
    save("Erster Absatz.", "Erster Satz.\n\nZweiter Satz.");
    let patch = page.next_patch();
    let html = patch["html"].as_str().unwrap();
    assert!(
        html.contains("Erster Satz.") && html.contains("Zweiter Satz."),
        "{patch}"
    );
    assert_eq!(
        (&patch["first"], &patch["count"]),
        (&0.into(), &1.into()),
        "{patch}"
    );
    let now = server.visit("/kapitel/").text();
    let expected: Vec<String> = places(&now).into_iter().map(|(place, _)| place).collect();
    assert_eq!(patch["places"], Value::from(expected));
    // What else shows on the page, or has scripts of its own, is loaded.
    save("## Teil", "## Anderer Teil");
    assert_eq!(page.next()["reload"], true);
}

#[test]
fn a_handbook_with_scripts_of_its_own_is_loaded() {
    let handbook = chapter()
        .with("themes/standard/assets/eigenes.js", "\n")
        .on_disk();
    let server = Running::start(&handbook);
    let mut page = server.listen("/rezept/");
    page.next();
    handbook.write("content/rezept.md", "# Rezept\n\nAnders.\n");
    assert_eq!(page.next()["reload"], true);
}

/// Asks to open what `query` says, as a page of the preview does.
fn open(server: &Running, query: &str) -> Value {
    let origin = format!("Origin: http://{}\n", server.address);
    let answer = server.post(&format!("/-/open?{query}"), &origin, "");
    assert_eq!(answer.status, 200, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

/// An editor that writes down what it is to open.
#[cfg(unix)]
fn editor(handbook: &OnDisk) -> String {
    let script = "#!/bin/sh\necho \"$@\" >> geöffnet.txt\n";
    handbook.write("editor.sh", script);
    "sh editor.sh {line} {file}".to_owned()
}

#[cfg(unix)]
#[test]
fn the_editor_opens_the_place() {
    let handbook = chapter().on_disk();
    let editor = editor(&handbook);
    let server = Running::start_with(&handbook, &["--port", "0", "--editor", &editor]);
    server.wait_for_text("/kapitel/", "Erster Absatz.");
    let opened = || std::fs::read_to_string(handbook.path("geöffnet.txt")).unwrap_or_default();
    let root = handbook.path("").canonicalize().unwrap();
    for (query, line, path) in [
        ("place=content/_hinweis.md:1", "1", "content/_hinweis.md"),
        ("place=content/kapitel.md:18", "18", "content/kapitel.md"),
        ("page=/kapitel/", "1", "content/kapitel.md"),
        ("page=/formate/", "1", "content/formate/index.md"),
    ] {
        assert_eq!(open(&server, query), serde_json::json!({}), "{query}");
        let expected = format!("{line} {}\n", root.join(path).display());
        wait_for(|| opened().ends_with(&expected).then_some(()), opened);
    }
    let before = opened();
    for query in [
        "place=../etwas.md:1",
        "place=/etc/passwd:1",
        "place=content/fehlt.md:1",
        "place=content:1",
        "page=/suche/",
        "",
    ] {
        assert_ne!(open(&server, query)["text"], Value::Null, "{query}");
    }
    // Nobody else makes the browser do it: no link, and no page of another site.
    let query = "/-/open?place=content/kapitel.md:1";
    assert_eq!(server.get(query).status, 405);
    assert_eq!(server.post(query, "", "").status, 405);
    assert_eq!(
        server
            .post(query, "Origin: http://boese.example\n", "")
            .status,
        403
    );
    assert_eq!(server.post("/kapitel/", "", "").status, 405);
    assert_eq!(opened(), before);
}

#[test]
fn an_editor_that_fails_says_what_to_do() {
    let handbook = chapter().on_disk();
    let args = ["--port", "0", "--lang", "en", "--editor", "no-such-editor"];
    let server = Running::start_with(&handbook, &args);
    let answer = open(&server, "place=content/kapitel.md:5");
    let text = answer["text"].as_str().unwrap();
    assert!(
        text.contains("no-such-editor") && text.contains("--editor code"),
        "{text}"
    );
    assert_eq!(server.get("/kapitel/").status, 200);

    let in_terminal = handbook.run(&["watch", "--port", "0", "--editor", "vim", "--lang", "en"]);
    assert_eq!(in_terminal.code, Some(2));
    assert!(
        in_terminal
            .stderr
            .contains("--editor 'xterm -e vim \"{file}\"'"),
        "{}",
        in_terminal.stderr
    );
}

#[test]
fn without_an_editor_the_author_chooses_one() {
    let handbook = chapter().on_disk();
    let server = Running::start_with(&handbook, &["--port", "0", "--lang", "en"]);
    let answer = open(&server, "place=content/kapitel.md:5");
    let text = answer["text"].as_str().unwrap();
    assert!(
        text.contains("content/kapitel.md:5") && text.contains("--editor"),
        "{text}"
    );
    let addresses = answer["addresses"].as_array().unwrap();
    let url = addresses[0]["url"].as_str().unwrap();
    assert!(
        url.starts_with("vscode://file/") && url.ends_with("content/kapitel.md:5"),
        "{url}"
    );
    assert_eq!(answer["system"], "The system’s program");
}

/// Where nothing is decided, the program that the system has for such files is one of the choices.
#[cfg(target_os = "linux")]
#[test]
fn the_author_may_choose_the_program_of_the_system() {
    let handbook = chapter().on_disk();
    let (tools, path) = stand_in("xdg-open", "echo \"$1\" > \"$(dirname \"$0\")/opened\"");
    let args = ["--port", "0", "--lang", "en"];
    let server = Running::start_in(&handbook, &args, &[("PATH", &path)]);
    assert_eq!(
        open(&server, "place=content/kapitel.md:5&with=system"),
        serde_json::json!({})
    );
    let opened = std::fs::read_to_string(tools.path("opened")).unwrap();
    assert!(opened.trim().ends_with("content/kapitel.md"), "{opened}");

    let (_tools, path) = stand_in("xdg-open", "echo no application >&2; exit 3");
    let server = Running::start_in(&handbook, &args, &[("PATH", &path)]);
    let answer = open(&server, "place=content/kapitel.md:5&with=system");
    let text = answer["text"].as_str().unwrap();
    assert!(
        text.contains("xdg-open") && text.contains("no application"),
        "{text}"
    );

    // An editor that is named is the one.
    let args = ["--port", "0", "--editor", "true"];
    let server = Running::start_in(&handbook, &args, &[("PATH", &path)]);
    assert_eq!(
        open(&server, "place=content/kapitel.md:5&with=system"),
        serde_json::json!({})
    );
}

/// A folder with a program of this name, and the search path that finds it first.
#[cfg(target_os = "linux")]
fn stand_in(name: &str, script: &str) -> (OnDisk, String) {
    use std::os::unix::fs::PermissionsExt;

    let tools = OnDisk::empty();
    tools.write(name, format!("#!/bin/sh\n{script}\n"));
    let program = tools.path(name);
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let others = std::env::var("PATH").unwrap();
    let path = format!("{}:{others}", tools.path("").display());
    (tools, path)
}

/// The browser begins with the chapter that was edited last; after a checkout, of which all files are of one time, with
/// the start page.
#[cfg(target_os = "linux")]
#[test]
fn the_browser_opens_the_chapter_that_was_edited_last() {
    let handbook = chapter().on_disk();
    let (tools, path) = stand_in("xdg-open", "echo \"$1\" > \"$(dirname \"$0\")/opened\"");
    let opened = |handbook: &OnDisk| {
        let args = ["--port", "0", "--open"];
        let server = Running::start_in(handbook, &args, &[("PATH", &path)]);
        let file = tools.path("opened");
        let read = || {
            std::fs::read_to_string(&file)
                .ok()
                .filter(|url| !url.is_empty())
        };
        let url = wait_for(read, || server.said());
        std::fs::remove_file(&file).unwrap();
        let start = format!("http://{}/", server.address);
        url.trim().strip_prefix(&start).expect(&url).to_owned()
    };
    assert_eq!(opened(&handbook), "");
    let before = std::time::SystemTime::now() - std::time::Duration::from_hours(1);
    for entry in walkdir::WalkDir::new(handbook.path("content")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() && !entry.path().ends_with("runde.md") {
            let file = std::fs::File::options()
                .write(true)
                .open(entry.path())
                .unwrap();
            file.set_modified(before).unwrap();
        }
    }
    assert_eq!(opened(&handbook), "formate/runde/");
}
