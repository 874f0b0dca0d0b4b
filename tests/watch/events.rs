//! Only browsers that something concerns are told of it.

use super::running::{Events, Running, handbook, settings};
use crate::support::OnDisk;

/// A watched handbook, and pages that listen and have what there is.
fn begin(paths: &[&str], args: &[&str]) -> (OnDisk, Running, Vec<Events>) {
    let handbook = handbook().on_disk();
    let server = Running::start_with(&handbook, &[&["--port", "0"], args].concat());
    let mut pages: Vec<Events> = paths.iter().map(|path| server.listen(path)).collect();
    for (page, path) in pages.iter_mut().zip(paths) {
        let first = page.next();
        assert!(first.get("report").is_some(), "{path}: {first}");
        assert!(first.get("reload").is_none(), "{path}: {first}");
    }
    (handbook, server, pages)
}

/// Makes a mistake, of which everyone is told: what came before it is all that came.
fn until_mistake(handbook: &OnDisk, events: &mut Events) -> Vec<String> {
    handbook.write("content/fehler.md", "[](fehlt.md)\n");
    let mut before = Vec::new();
    loop {
        let message = events.next();
        if message.get("report").is_some() {
            return before;
        }
        before.push(message.to_string());
    }
}

#[test]
fn only_pages_that_changed_load_again() {
    let (handbook, server, mut pages) = begin(&["/rezept/", "/formate/treffen/"], &[]);
    handbook.write("content/rezept.md", "# Rezept\n\nAnders.\n");
    let message = pages[0].next();
    assert_eq!(message.to_string(), r#"{"reload":true}"#);
    assert!(server.get("/rezept/").text().contains("Anders."));
    // Something on every page changes.
    handbook.write("handbook.yml", settings("Anders"));
    for page in &mut pages {
        assert_eq!(page.next()["reload"], true);
    }
    // An image on one of them does.
    handbook.write("content/formate/ablauf.png", "ANDERES BILD");
    assert_eq!(pages[1].next().to_string(), r#"{"reload":true}"#);
    assert_eq!(until_mistake(&handbook, &mut pages[0]), [""; 0]);
}

#[test]
fn a_page_that_is_behind_is_told_at_once() {
    let (handbook, server, mut pages) = begin(&["/rezept/"], &[]);
    let page = server.visit("/rezept/");
    handbook.write("content/rezept.md", "# Rezept\n\nAnders.\n");
    pages[0].next_with("reload");
    assert_eq!(server.listen_as(&page, "/rezept/").next()["reload"], true);
}

#[test]
fn new_looks_come_without_loading() {
    let (handbook, _server, mut pages) = begin(&["/rezept/", "/"], &[]);
    handbook.write(
        "themes/standard/assets/custom.css",
        "main { color: #123; }\n",
    );
    for page in &mut pages {
        assert_eq!(page.next().to_string(), r#"{"style":true}"#);
    }
    handbook.write(
        "themes/standard/assets/custom.css",
        "main { color: #124; }\n",
    );
    for page in &mut pages {
        assert_eq!(page.next().to_string(), r#"{"style":true}"#);
        assert_eq!(until_mistake(&handbook, page), [""; 0]);
        std::fs::remove_file(handbook.path("content/fehler.md")).unwrap();
        page.next_with("report");
    }
}

#[test]
fn browsers_follow_where_they_are_to() {
    let (handbook, _server, mut pages) = begin(&["/rezept/", "/formate/treffen/"], &["--follow"]);
    handbook.write("content/formate/treffen.md", "# Treffen\n\nAnders.\n");
    assert_eq!(pages[0].next()["follow"], "formate/treffen/");
    let own = pages[1].next();
    assert_eq!(own.to_string(), r#"{"reload":true}"#);
}

#[test]
fn browsers_stay_where_they_are_else() {
    let (handbook, _server, mut pages) = begin(&["/rezept/"], &[]);
    handbook.write("content/formate/treffen.md", "# Treffen\n\nAnders.\n");
    assert_eq!(until_mistake(&handbook, &mut pages[0]), [""; 0]);
}

#[test]
fn a_page_that_moved_leads_to_its_new_address() {
    let (handbook, server, mut pages) = begin(&["/formate/runde/"], &[]);
    let rename = |from: &str, to: &str| {
        std::fs::rename(handbook.path(from), handbook.path(to)).unwrap();
    };
    rename("content/formate/runde.md", "content/formate/kreis.md");
    assert_eq!(pages[0].next_with("moved")["moved"], "formate/kreis/");
    let old = server.get("/formate/runde/");
    assert_eq!(
        (old.status, old.header("location")),
        (302, "/formate/kreis/")
    );
    // Twice, and with another text under the same name.
    handbook.write("content/wege/kreis.md", "# Kreis\n\nAnders.\n");
    std::fs::remove_file(handbook.path("content/formate/kreis.md")).unwrap();
    server.wait_for_text("/wege/kreis/", "Anders.");
    let leads = || {
        let old = server.get("/formate/runde/");
        (old.header("location") == "/wege/kreis/").then_some(())
    };
    super::running::wait_for(leads, || server.said());
    // What comes to the old address is there.
    handbook.write("content/formate/runde.md", "# Runde\n\nWieder da.\n");
    server.wait_for_text("/formate/runde/", "Wieder da.");
}

#[test]
fn what_names_a_renamed_chapter_is_told_its_new_name() {
    let (handbook, server, _) = begin(&["/formate/runde/"], &["--lang", "de"]);
    handbook.write("kinds/k.yml", "fields: [{id: passt, type: refs}]\n");
    handbook.write(
        "content/liste.md",
        "---\nkind: k\npasst: [runde]\n---\n[Die Runde](formate/runde.md)\n",
    );
    server.wait_for_text("/liste/", "Die Runde");
    let rename = |from: &str, to: &str| {
        std::fs::rename(handbook.path(from), handbook.path(to)).unwrap();
    };
    rename(
        "content/formate/runde.md",
        "content/formate/kreisgespraech.md",
    );
    server.wait_for_text("/formate/kreisgespraech/", "Runde");
    let said = |offers: [&str; 2]| {
        let all = || offers.iter().all(|offer| server.said().contains(offer));
        super::running::wait_for(|| all().then_some(()), || server.said());
    };
    said(["`formate/kreisgespraech.md`", "`kreisgespraech`"]);
    // Twice.
    rename(
        "content/formate/kreisgespraech.md",
        "content/formate/stuhlkreis.md",
    );
    server.wait_for_text("/formate/stuhlkreis/", "Runde");
    handbook.write(
        "content/liste.md",
        "---\nkind: k\npasst: [formate/runde]\n---\n[Noch](formate/runde.md#a)\n",
    );
    said(["`formate/stuhlkreis.md#a`", "`formate/stuhlkreis`"]);
}

#[test]
fn a_page_whose_file_was_deleted_says_so_and_what_is_near() {
    let (handbook, server, mut pages) = begin(&["/formate/runde/"], &["--lang", "en"]);
    std::fs::remove_file(handbook.path("content/formate/runde.md")).unwrap();
    let news = pages[0].next_with("gone");
    assert!(news.get("reload").is_none(), "{news}");
    let gone = &news["gone"];
    let text = gone["text"].as_str().unwrap();
    assert!(text.contains("content/formate/runde.md"), "{gone}");
    let near = gone["near"].as_array().unwrap();
    assert_eq!(near[0]["address"], "/formate/", "{gone}");
    assert_eq!(near[0]["title"], "Formate", "{gone}");
    assert_eq!(server.get("/formate/runde/").status, 404);
    // One that never was has its neighbours too.
    let other = server.listen("/formate/trefen/").next();
    assert_eq!(
        other["gone"]["near"][0]["address"], "/formate/treffen/",
        "{other}"
    );
    // It comes back, and then it is shown as it is now.
    handbook.write("content/formate/runde.md", "# Runde\n\nWieder da.\n");
    let patch = pages[0].next_patch();
    assert!(
        patch["html"].as_str().unwrap().contains("Wieder da."),
        "{patch}"
    );
}

#[test]
fn browsers_follow_to_a_new_chapter() {
    let (handbook, server, mut pages) = begin(&["/rezept/"], &["--follow"]);
    let added = handbook.run(&["add", "format", "Neue Suppe"]);
    assert_eq!(added.code, Some(0), "{}", added.stderr);
    // Its section comes first.
    let is_there = |follow: &serde_json::Value| {
        let to = follow["follow"].as_str().unwrap();
        to.ends_with("neue-suppe/")
    };
    while !is_there(&pages[0].next_with("follow")) {}
    // A chapter that was just begun is empty, and nothing leads to it yet: that is no news. What is said of its
    // review has been said when a later mistake is.
    handbook.write("content/fehler.md", "[](fehlt.md)\n");
    let said = || server.said().contains("fehlt.md").then_some(());
    super::running::wait_for(said, || server.said());
    assert!(!server.said().contains("neue-suppe"), "{}", server.said());
}

#[test]
fn a_page_that_was_missing_is_loaded_when_it_comes() {
    for address in ["/neu/", "/neu"] {
        let (handbook, server, mut pages) = begin(&[address], &[]);
        assert_eq!(server.get(address).status, 404);
        handbook.write("content/neu.md", "# Neu\n");
        assert_eq!(pages[0].next_with("reload")["reload"], true, "{address}");
        assert_eq!(server.get("/neu/").status, 200);
    }
}

#[test]
fn a_search_page_follows_what_it_searches() {
    let (handbook, _server, mut pages) = begin(&["/suche/"], &[]);
    handbook.write("content/rezept.md", "# Rezept\n\nMit Kardamom.\n");
    assert_eq!(pages[0].next()["reload"], true);
}
