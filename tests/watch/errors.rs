//! What browsers and terminal show of a handbook with mistakes.

use super::running::{Running, handbook, settings, wait_for};
use crate::support::OnDisk;

const BROKEN: &str = "# Runde\n\nZum [Treffen](trefen.md).\n";
const MENDED: &str = "# Runde\n\nWieder zum [Treffen](treffen.md).\n";

#[test]
fn a_mistake_is_told_and_its_page_shows_what_is_written() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let mut events = server.listen("/formate/runde/");
    let first = events.next();
    assert_eq!(
        first["report"]["items"].as_array().unwrap().len(),
        0,
        "{first}"
    );

    handbook.write("content/formate/runde.md", BROKEN);
    let report = &events.next_with("report")["report"];
    assert_eq!(report["errors"], true);
    let items = report["items"].as_array().unwrap();
    assert_eq!(items[0]["here"], true, "{report}");
    let item = &items[0];
    assert_eq!(items.len(), 1, "{report}");
    assert_eq!(item["place"], "content/formate/runde.md:3", "{item}");
    let at = item["at"].as_str().unwrap();
    assert!(
        at.contains("content/formate/runde.md") && at.contains('3'),
        "{at}"
    );
    let line = serde_json::json!(["Zum [Treffen](", "trefen.md", ")."]);
    assert_eq!(item["line"], line, "{item}");
    let hint = item["hint"].as_str().unwrap();
    assert!(hint.contains("treffen.md"), "it says what is meant: {hint}");
    assert_ne!(report["title"], "");
    assert_ne!(report["labels"]["close"], "");
    assert_eq!(report.get("held_back"), None, "{report}");
    wait_for(
        || {
            server
                .said()
                .contains("content/formate/runde.md:3:15")
                .then_some(())
        },
        || server.said(),
    );

    // The author sees what is written, and other pages go on.
    server.wait_for_text("/formate/runde/", "Zum ");
    handbook.write("content/rezept.md", "# Rezept\n\nGanz neu.\n");
    server.wait_for_text("/rezept/", "Ganz neu.");

    handbook.write("content/formate/runde.md", MENDED);
    let mut mended = false;
    let mut reload = false;
    while !mended || !reload {
        let message = events.next();
        mended |= message["report"]["items"]
            .as_array()
            .is_some_and(Vec::is_empty);
        reload |= message["reload"] == true;
    }
    assert!(server.get("/formate/runde/").text().contains("Wieder zum"));
    server.wait_for_build(&handbook, &crate::support::Files::new());
}

#[test]
fn a_chapter_that_cannot_be_read_is_shown_as_it_last_was() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let last_good = server.get("/formate/runde/");
    let mut events = server.listen("/formate/runde/");
    events.next();
    for unreadable in [
        "---\ntitle: [\n---\n# Runde\n\nNeuer Text.\n",
        "---\ntitle: Runde\n\nNeuer Text.\n",
        "---\ntitle: a: b\n---\n# Runde\n\nNeuer Text.\n",
    ] {
        handbook.write("content/formate/runde.md", unreadable);
        let report = &events.next_with("report")["report"];
        assert_eq!(report["items"][0]["here"], true, "{report}");
        assert_ne!(report["held_back"], serde_json::Value::Null, "{report}");
        assert_eq!(server.get("/formate/runde/").body, last_good.body);
        // Other pages go on.
        let other = format!("# Rezept\n\nGanz neu: {}\n", unreadable.len());
        handbook.write("content/rezept.md", &other);
        server.wait_for_text("/rezept/", &unreadable.len().to_string());
        assert_eq!(server.get("/formate/runde/").body, last_good.body);
    }
    handbook.write("content/formate/runde.md", MENDED);
    server.wait_for_text("/formate/runde/", "Wieder zum");
}

#[test]
fn who_comes_later_is_told_too() {
    let handbook = handbook()
        .with("content/formate/runde.md", BROKEN)
        .on_disk();
    let server = Running::start(&handbook);
    for path in ["/", "/rezept/", "/formate/runde/", "/fehlt/"] {
        let first = server.listen(path).next();
        let items = first["report"]["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "{first}");
        // Only the page that it concerns shows it at once.
        assert_eq!(items[0]["here"], path == "/formate/runde/", "{first}");
        assert!(
            first.get("reload").is_none(),
            "{path} has just been loaded: {first}"
        );
    }
    for path in ["/", "/rezept/", "/formate/runde/"] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    handbook.write("content/formate/runde.md", MENDED);
    server.wait_for_text("/formate/runde/", "Wieder zum");
}

#[test]
fn a_handbook_whose_settings_cannot_be_read_is_shown_as_it_last_was() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let last_good = server.get("/");
    let mut events = server.listen("/");
    events.next();
    handbook.write("handbook.yml", "title: [\n");
    let report = &events.next_with("report")["report"];
    assert_eq!(report["errors"], true, "{report}");
    assert!(
        report["items"].to_string().contains("handbook.yml"),
        "{report}"
    );
    assert_eq!(server.get("/").body, last_good.body);
    handbook.write("handbook.yml", settings("Neuer Titel"));
    server.wait_for_text("/", "Neuer Titel");
}

#[test]
fn a_handbook_that_begins_with_broken_settings_is_shown_once_they_are_mended() {
    let handbook = handbook().with("handbook.yml", "title: [\n").on_disk();
    let server = Running::start(&handbook);
    let page = server.visit("/");
    assert!(page.text().contains("/-/preview.js"), "{}", page.text());
    let mut events = server.listen("/");
    assert_eq!(events.next()["report"]["errors"], true);
    handbook.write("handbook.yml", settings("Jetzt aber"));
    events.next_with("reload");
    server.wait_for_text("/", "Jetzt aber");
    server.wait_for_build(&handbook, &crate::support::Files::new());
}

#[test]
fn a_template_that_fails_is_told_and_the_page_stays_as_it_last_was() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let last_good = server.get("/rezept/");
    let mut events = server.listen("/rezept/");
    events.next();
    let template = "themes/standard/templates/parts/status.html";
    // In one step: a machine that is busy might show the template while it is still empty.
    let save = |text: &str| {
        let beside = "themes/standard/templates/parts/.status.html";
        handbook.write(beside, text);
        std::fs::rename(handbook.path(beside), handbook.path(template)).unwrap();
    };
    for text in [
        "{{ ",
        "{{ chapter.fehlt.ganz }}",
        "{{ chapter.title | fehlt }}",
    ] {
        save(text);
        let report = &events.next_with("report")["report"];
        assert_eq!(report["errors"], true, "{text}: {report}");
        let at = report["items"][0]["at"].as_str().unwrap();
        assert!(at.contains(template), "{text}: {at}");
        let page = server.get("/rezept/");
        assert_eq!(
            (page.status, page.body == last_good.body),
            (200, true),
            "{text}"
        );
        save("\n");
        let report = &events.next_with("report")["report"];
        assert_eq!(report["errors"], false, "{text}: {report}");
        std::fs::remove_file(handbook.path(template)).unwrap();
        let as_before = || (server.get("/rezept/").body == last_good.body).then_some(());
        wait_for(as_before, || server.said());
    }
}

#[test]
fn a_handbook_that_begins_with_a_broken_template_says_so() {
    let template = "themes/standard/templates/parts/status.html";
    let handbook = handbook()
        .with(template, "{{ chapter.fehlt.ganz }}")
        .on_disk();
    let server = Running::start(&handbook);
    let mut events = server.listen("/rezept/");
    let report = loop {
        let report = events.next_with("report")["report"].clone();
        if report["errors"] == true {
            break report;
        }
    };
    let at = report["items"][0]["at"].as_str().unwrap();
    assert!(at.contains(template), "{at}");
    handbook.write(template, "\n");
    events.next_with("reload");
    assert_eq!(server.get("/rezept/").status, 200);
}

#[test]
fn queries_that_find_nothing_are_told_once_the_author_pauses() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let mut events = server.listen("/rezept/");
    events.next();
    handbook.write(
        "search.yml",
        "must_find: [{query: Kardamom, pages: [rezept]}]\n",
    );
    let report = events.next_with("report");
    assert!(report.to_string().contains("Kardamom"), "{report}");
    handbook.write("content/rezept.md", "# Rezept\n\nMit Kardamom.\n");
    let report = events.next_with("report");
    assert_eq!(report["report"]["items"], serde_json::json!([]), "{report}");
}

#[test]
fn errors_that_hold_back_every_page_are_errors_of_each() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let mut events = server.listen("/rezept/");
    events.next();
    handbook.write("handbook.yml", "title: [\n");
    let report = &events.next_with("report")["report"];
    assert_eq!(report["items"][0]["here"], true, "{report}");
}

#[test]
fn a_page_finds_its_own_errors_among_many() {
    let handbook = handbook().with("content/runde.md", BROKEN);
    let handbook = (0..60).fold(handbook, |handbook, n| {
        handbook.with(
            &format!("content/a{n}.md"),
            format!("# A\n\n[](fehlt{n}.md)\n"),
        )
    });
    let handbook = handbook.on_disk();
    let server = Running::start(&handbook);
    let first = server.listen("/runde/").next();
    let items = first["report"]["items"].as_array().unwrap();
    let own = &items[0];
    assert_eq!(own["here"], true, "{first}");
    assert_eq!(own["place"], "content/runde.md:3");
    assert!(items.len() <= 20 && items[1..].iter().all(|item| item["here"] == false));
}

#[test]
fn the_terminal_says_what_is_new_and_what_is_mended() {
    let handbook = handbook()
        .with("content/alt.md", "# Alt\n\n[Ziel](gibt-es-nicht.md)\n")
        .with("content/leer.md", "# Leer\n\n## Leer\n")
        .on_disk();
    let server = Running::start_with(&handbook, &["--port", "0", "--lang", "en"]);
    let said = |text: &str, times: usize| {
        wait_for(
            || (server.said().matches(text).count() == times).then_some(()),
            || format!("{text} not {times} times in\n{}", server.said()),
        );
    };
    said("content/alt.md:3", 1);
    handbook.write("content/formate/runde.md", BROKEN);
    said("content/formate/runde.md:3:15", 1);
    // Lines above it are no news, nor is what stands there from the beginning.
    let shifted = BROKEN.replace("Zum", "Neu.\n\nZum");
    handbook.write("content/formate/runde.md", shifted);
    server.wait_for_text("/-/news?page=/formate/runde/", "content/formate/runde.md:5");
    handbook.write("content/formate/runde.md", MENDED);
    said("Mended: content/formate/runde.md: ", 1);
    said("content/formate/runde.md:5:15", 0);
    said("content/alt.md:3", 1);
}

/// What is wrong with a file itself goes with it, and what is wrong with others stays.
#[cfg(unix)]
#[test]
fn a_link_out_of_the_handbook_is_told_until_it_is_gone() {
    let handbook = handbook().on_disk();
    let link = |name: &str| {
        std::os::unix::fs::symlink("/etc/hostname", handbook.path(name)).unwrap();
    };
    link("content/bleibt.md");
    let server = Running::start_with(&handbook, &["--port", "0", "--lang", "en"]);
    let report = || {
        let page = server.get("/-/desk");
        String::from_utf8(page.body).unwrap()
    };
    let lists = |bleibt: bool, geht: bool| {
        wait_for(
            || {
                let report = report();
                let has = ["bleibt.md", "geht.md"].map(|name| report.contains(name));
                (has == [bleibt, geht]).then_some(())
            },
            report,
        );
    };
    lists(true, false);
    link("content/geht.md");
    lists(true, true);
    std::fs::remove_file(handbook.path("content/geht.md")).unwrap();
    handbook.write("content/geht.md", "# Geht\n\nEin Kapitel.\n");
    server.wait_for_text("/geht/", "Ein Kapitel.");
    let said = || {
        server
            .said()
            .contains("Mended: content/geht.md")
            .then_some(())
    };
    wait_for(said, || server.said());
    assert!(report().contains("bleibt.md"));
    std::fs::remove_file(handbook.path("content/bleibt.md")).unwrap();
    wait_for(|| (!report().contains("bleibt.md")).then_some(()), report);
}

#[test]
fn a_handbook_that_was_just_begun_shows_its_pages_and_nothing_else() {
    for (language, legal) in [("de", "/rechtliches/impressum/"), ("en", "/legal/imprint/")] {
        let folder = OnDisk::empty();
        let begun = folder.run(&["init", "neu", "--lang", language]);
        assert_eq!(begun.code, Some(0), "{}", begun.stderr);
        let args = ["-C", "neu", "--port", "0", "--lang", language];
        let settings = std::fs::read_to_string(folder.path("neu/handbook.yml")).unwrap();
        folder.write("neu/handbook.yml", settings.replace("# url:", "url:"));
        let server = Running::start_with(&folder, &args);
        // With an address it is said on the page that it is about, once the content was reviewed.
        let mut own = server.listen(legal);
        let placeholder = |news: &serde_json::Value| {
            let text = news["report"]["items"].to_string();
            text.contains("content/rechtliches/impressum.md")
                || text.contains("content/legal/imprint.md")
        };
        while !placeholder(&own.next_with("report")) {}
        let report = server.listen("/").next_with("report")["report"].clone();
        assert_eq!(report["items"], serde_json::json!([]), "{report}");
        // What is said of the review has been said when a later mistake is.
        folder.write("neu/content/fehler.md", "[Ziel](fehlt.md)\n");
        let before = wait_for(
            || Some(server.said().split_once("[unknown-chapter]")?.0.to_owned()),
            || server.said(),
        );
        assert!(
            !before.contains("Warnung") && !before.contains("warning"),
            "{before}"
        );
    }
}

#[test]
fn what_only_keeps_a_handbook_from_being_published_is_told_once_the_author_pauses() {
    let handbook = handbook()
        .with("content/skizze.md", "---\nstatus: draft\n---\n# Skizze\n")
        .on_disk();
    let server = Running::start(&handbook);
    let mut events = server.listen("/rezept/");
    events.next();
    handbook.write("content/rezept.md", "# Rezept\n\n[Skizze](skizze.md)\n");
    let found = |news: &serde_json::Value| {
        let items = news["report"]["items"].as_array().unwrap().clone();
        items
            .into_iter()
            .find(|item| item["line"][1] == "skizze.md")
    };
    let item = loop {
        if let Some(item) = found(&events.next_with("report")) {
            break item;
        }
    };
    // Nothing is wrong with the page while its author writes.
    assert_eq!(
        (&item["severity"], &item["here"]),
        (&"error".into(), &false.into())
    );
    let desk = server.get("/-/desk").text();
    assert!(
        desk.contains("skizze.md</code>") || desk.contains("skizze.md ist"),
        "{desk}"
    );
    handbook.write("content/skizze.md", "# Skizze\n");
    let news = events.next_with("report");
    assert_eq!(found(&news), None, "{news}");
}

/// Saves, and gives what the terminal says of it: all, up to a line that is `total`.
fn save(server: &Running, handbook: &OnDisk, (path, text): (&str, &str), total: &str) -> String {
    let begun = server.said().len();
    handbook.write(path, text);
    let has_total = || {
        let said = server.said().split_off(begun);
        said.lines().any(|line| line == total).then_some(said)
    };
    wait_for(has_total, || server.said())
}

#[test]
fn the_terminal_counts_once_a_save_what_the_desk_has() {
    let draft = "---\nstatus: draft\n---\n# Skizze\n";
    let handbook = handbook()
        .with("content/skizze.md", draft)
        .with("content/zwei.md", "# Eins\n\n# Zwei\n")
        .on_disk();
    let server = Running::start(&handbook);
    let begins = || server.said().contains("1 warning. ").then_some(());
    wait_for(begins, || server.said());
    let save = |path: &str, text: &str, total: &str| {
        let said = save(&server, &handbook, (path, text), total);
        let counts =
            |line: &str| line.starts_with(|c: char| c.is_ascii_digit()) && !line.contains('|');
        let is_total = |line: &&str| *line == "All is well" || counts(line);
        assert_eq!(said.lines().filter(is_total).count(), 1, "{said}");
        said
    };
    let said = save("content/zwei.md", "# Eins\n", "All is well");
    assert!(said.contains("Mended: content/zwei.md"), "{said}");
    // A link to a draft only keeps the handbook from being published.
    let linked = "# Rezept\n\n[Skizze](skizze.md)\n";
    let said = save("content/rezept.md", linked, "1 error");
    assert!(said.contains("[link-to-draft]"), "{said}");
    // What is found at once and what a review finds are counted together.
    let both = "# Eins\n\n[Ziel](fehlt.md)\n\n# Zwei\n";
    let said = save("content/zwei.md", both, "2 errors, 1 warning");
    assert!(said.contains("[unknown-chapter]"), "{said}");
    // What only follows from a file that can't be read is neither counted nor told.
    let unread = "---\ntitle: Eins: Anfang\n---\nText\n";
    let said = save("content/allein.md", unread, "3 errors, 1 warning");
    assert!(!said.contains("chapter-nothing-leads-to"), "{said}");
    save("content/allein.md", draft, "2 errors, 1 warning");
    // A mistake that another one replaces isn't mended.
    let other = both.replace("fehlt", "fehlt-auch");
    let said = save("content/zwei.md", &other, "2 errors, 1 warning");
    assert!(!said.contains("Mended"), "{said}");
    let other = "# Eins\n\n[Skizze](skizze.md)\n\n# Zwei\n";
    let said = save("content/zwei.md", other, "2 errors, 1 warning");
    assert!(!said.contains("Mended"), "{said}");
    let said = save("content/zwei.md", "# Eins\n", "1 error");
    assert_eq!(said.matches("Mended: content/zwei.md").count(), 2, "{said}");
    save("content/rezept.md", "# Rezept\n", "All is well");
}

#[test]
fn the_terminal_tells_once_that_a_translation_is_stale() {
    let translation = "---\ntranslation_of: f59e2a04 0000 0000\n---\n# Recipe\n";
    let handbook = handbook()
        .with("handbook.yml", settings("Handbuch\nlanguages: [de, en]"))
        .with("content/rezept.en.md", translation)
        .on_disk();
    let server = Running::start(&handbook);
    let begins = || server.said().contains(". All of them").then_some(());
    wait_for(begins, || server.said());
    // What a later look says has been said when a later mistake is counted.
    let (mut text, mut count) = ("# Rezept\n".to_owned(), 0);
    for part in ["Zutaten", "Ablauf", "Nachspeise"] {
        text += &format!("\n## {part}\n\n[Ziel](fehlt-{part}.md)\n");
        count += 1;
        let errors = if count == 1 { "error" } else { "errors" };
        let total = format!("{count} {errors}, 1 warning");
        let said = save(&server, &handbook, ("content/rezept.md", &text), &total);
        assert!(
            !said.contains("[stale-translation]") && !said.contains("Mended"),
            "{said}"
        );
    }
    let desk = server.get("/-/desk").text();
    assert!(desk.contains("Nachspeise"), "{desk}");
}
