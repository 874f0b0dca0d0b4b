//! What looks like an address and is none, and files whose names look like addresses.

use expect_test::expect;

use crate::support::{Handbook, OnDisk, check};

fn fixed(handbook: &OnDisk) -> String {
    handbook.run(&["check", "--fix", "--yes"]);
    std::fs::read_to_string(handbook.path("content/a.md")).unwrap()
}

#[test]
fn addresses_that_no_browser_can_open() {
    check(
        "--- content/a.md\n[a](htps://example.org) [b](mail:a@b.de) [c](http//example.org/x) [d](notion://x)\n",
        expect![[r#"
            error[malformed-address]: htps://example.org is no address that a browser could open
             --> content/a.md:1:5
            1 | [a](htps://example.org) [b](mail:a@b.de) [c](http//example.org/x) [d](notion://x)
              |     ^^^^^^^^^^^^^^^^^^
              = help: Did you mean `https://example.org`?
              = help: Addresses on the web begin with `https://`, those of mails with `mailto:`, phone numbers with `tel:`
            error[malformed-address]: mail:a@b.de is no address that a browser could open
             --> content/a.md:1:29
            1 | [a](htps://example.org) [b](mail:a@b.de) [c](http//example.org/x) [d](notion://x)
              |                             ^^^^^^^^^^^
              = help: Did you mean `mailto:a@b.de`?
              = help: Addresses on the web begin with `https://`, those of mails with `mailto:`, phone numbers with `tel:`
            error[malformed-address]: http//example.org/x is no address that a browser could open
             --> content/a.md:1:46
            1 | [a](htps://example.org) [b](mail:a@b.de) [c](http//example.org/x) [d](notion://x)
              |                                              ^^^^^^^^^^^^^^^^^^^
              = help: Did you mean `http://example.org/x`?
              = help: Addresses on the web begin with `https://`, those of mails with `mailto:`, phone numbers with `tel:`
            error[malformed-address]: notion://x is no address that a browser could open
             --> content/a.md:1:71
            1 | [a](htps://example.org) [b](mail:a@b.de) [c](http//example.org/x) [d](notion://x)
              |                                                                       ^^^^^^^^^^
              = help: Addresses on the web begin with `https://`, those of mails with `mailto:`, phone numbers with `tel:`
        "#]],
    );
}

#[test]
fn addresses_without_their_beginning() {
    check(
        "--- content/a.md\n[a](www.example.org) [b](example.org/x) [c](a@b.de)\n",
        expect![[r#"
            error[address-without-scheme]: www.example.org leads to a file of that name, which doesn't exist: the address lacks its beginning
             --> content/a.md:1:5
            1 | [a](www.example.org) [b](example.org/x) [c](a@b.de)
              |     ^^^^^^^^^^^^^^^
              = help: Did you mean `https://www.example.org`?
              = help: Write `https://` before addresses on the web, `mailto:` before those of mails
            error[address-without-scheme]: example.org/x leads to a file of that name, which doesn't exist: the address lacks its beginning
             --> content/a.md:1:26
            1 | [a](www.example.org) [b](example.org/x) [c](a@b.de)
              |                          ^^^^^^^^^^^^^
              = help: Did you mean `https://example.org/x`?
              = help: Write `https://` before addresses on the web, `mailto:` before those of mails
            error[address-without-scheme]: a@b.de leads to a file of that name, which doesn't exist: the address lacks its beginning
             --> content/a.md:1:45
            1 | [a](www.example.org) [b](example.org/x) [c](a@b.de)
              |                                             ^^^^^^
              = help: Did you mean `mailto:a@b.de`?
              = help: Write `https://` before addresses on the web, `mailto:` before those of mails
        "#]],
    );
    check(
        "--- content/a.md\n![a](www.example.org/x.png)\n",
        expect![[r#"
            error[loaded-from-elsewhere]: The page would load www.example.org/x.png from another server, which then learns who reads it
             --> content/a.md:1:6
            1 | ![a](www.example.org/x.png)
              |      ^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, or link to it
        "#]],
    );
}

#[test]
fn paths_on_one_machine() {
    check(
        "--- content/a.md\n[a](C:\\x.docx) [b](c:/x.docx) [c](\\\\server\\x) [d](file:///C:/x)\n",
        expect![[r#"
            error[path-on-one-machine]: C:\x.docx is on a single machine or in an internal network
             --> content/a.md:1:5
            1 | [a](C:\x.docx) [b](c:/x.docx) [c](\\server\x) [d](file:///C:/x)
              |     ^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: c:/x.docx is on a single machine or in an internal network
             --> content/a.md:1:20
            1 | [a](C:\x.docx) [b](c:/x.docx) [c](\\server\x) [d](file:///C:/x)
              |                    ^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: \server\x is on a single machine or in an internal network
             --> content/a.md:1:36
            1 | [a](C:\x.docx) [b](c:/x.docx) [c](\\server\x) [d](file:///C:/x)
              |                                    ^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
            error[path-on-one-machine]: file:///C:/x is on a single machine or in an internal network
             --> content/a.md:1:51
            1 | [a](C:\x.docx) [b](c:/x.docx) [c](\\server\x) [d](file:///C:/x)
              |                                                   ^^^^^^^^^^^^
              = help: Put the file into the handbook, and link to it with the way from this chapter
        "#]],
    );
}

#[test]
fn backslashes_between_folders() {
    check(
        "--- content/a.md\n[x](s\\b.md)\n--- content/s/b.md\nText\n",
        expect![[r#"
            error[backslash-in-link]: There are backslashes in s\b.md
             --> content/a.md:1:5
            1 | [x](s\b.md)
              |     ^^^^^^
              = help: Did you mean `s/b.md`?
              = help: Write `/` between folders
        "#]],
    );
}

#[test]
fn what_is_certain_is_mended() {
    let handbook = Handbook::chapter(
        "[a](htps://example.org/x) [b](mail:a@b.de) [c](www.example.org)\n[d][e] [f](s\\b.md)\n\n[e]: a@b.de\n",
    )
    .with("content/s/b.md", "Text\n");
    assert_eq!(
        fixed(&handbook.on_disk()),
        "[a](https://example.org/x) [b](mailto:a@b.de) [c](https://www.example.org)\n[d][e] [f](s/b.md)\n\n[e]: mailto:a@b.de\n"
    );
}

/// Every way of writing a name leads to its file, and none is taken for an address.
#[test]
fn files_are_found_whatever_their_names_are() {
    let names = [
        "Ta:ge",
        "c#",
        "was?",
        "100%",
        "a&b",
        "Über (uns)",
        "v1.2",
        "mein kapitel",
        "x[1]",
    ];
    for name in names {
        let encoded: String = name
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect();
        for written in [format!("<{name}.md>"), format!("{encoded}.md")] {
            let text = format!(
                "[x]({written}) und [y]({})\n\n![Bild](<{name}.png>) [z](<{name}.pdf>)\n",
                written.replace(".md", ".md#ueber-uns")
            );
            let built = Handbook::chapter(&text)
                .with(&format!("content/{name}.md"), "## Über uns\n")
                .with(&format!("content/{name}.png"), "x")
                .with(&format!("content/{name}.pdf"), "x")
                .build()
                .clean();
            let page = built.text("a/index.html");
            assert!(page.contains("#ueber-uns\">y</a>"), "{written}: {page}");
        }
    }
}

#[test]
fn folders_and_the_beginning_can_be_linked() {
    let handbook = Handbook::new(
        "--- content/index.md\n# Start\n--- content/s/index.md\n# S\n--- content/s/a.md\n[a](/) [b](..) [c](.) [d](../s/) [e](../t) [f](/t/)\n--- content/t/index.md\n# T\n",
    );
    let built = handbook.build().clean();
    let page = built.text("s/a/index.html");
    for link in [
        "<a href=\"../../\">a</a>",
        "<a href=\"../../\">b</a>",
        "<a href=\"../\">c</a>",
        "<a href=\"../\">d</a>",
        "<a href=\"../../t/\">e</a>",
        "<a href=\"../../t/\">f</a>",
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
}

#[test]
fn anchors_of_other_programs_lead_to_their_headings() {
    let target = "---\ntitle: Über das Amt\n---\n[oben](#ueber-das-amt) [auch](#über-das-amt)\n\n\
                  ## Über uns\n\n## Preis & Kosten\n\n## 1. Schritt\n\n## Wie geht's?\n\n## Über uns\n";
    let anchors = [
        "über-uns",
        "über-uns-1",
        "%C3%BCber-uns",
        "preis--kosten",
        "preis-kosten",
        "1-schritt",
        "wie-gehts",
        "über-das-amt",
    ];
    let links: String = anchors
        .map(|anchor| format!("[x](z.md#{anchor})\n"))
        .concat();
    let built = Handbook::chapter(&links)
        .with("content/z.md", target)
        .build()
        .clean();
    let page = built.text("z/index.html");
    for id in ["über-uns", "über-uns-1", "preis--kosten", "preis-kosten"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}: {page}");
    }
    assert!(page.contains("<a href=\"./\">oben</a>"), "{page}");
    let from = built.text("a/index.html");
    assert!(from.contains("href=\"../z/#ueber-uns\""), "{from}");
}

#[test]
fn a_finding_in_a_field_is_at_its_word() {
    check(
        "--- kinds/tool.yml\nlabel: Werkzeug\nfields:\n  - {id: use, type: markdown, label: Einsatz}\n\
         --- content/a.md\n---\nkind: tool\nuse: \"Siehe [dort](www.example.org) und [hier](fehlt.md).\"\n---\nText\n",
        expect![[r#"
            error[missing-field]: A chapter of the kind `tool` needs the field `type`
             --> content/a.md:1:1
            1 | ---
              | ^^^
              = help: Write `type: …`, or `open: [type]` if the answer isn't known
            error[address-without-scheme]: www.example.org leads to a file of that name, which doesn't exist: the address lacks its beginning
             --> content/a.md:3:20
            3 | use: "Siehe [dort](www.example.org) und [hier](fehlt.md)."
              |                    ^^^^^^^^^^^^^^^
              = help: Did you mean `https://www.example.org`?
              = help: Write `https://` before addresses on the web, `mailto:` before those of mails
            error[unknown-chapter]: There is no chapter at fehlt.md
             --> content/a.md:3:48
            3 | use: "Siehe [dort](www.example.org) und [hier](fehlt.md)."
              |                                                ^^^^^^^^
              = help: Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
        "#]],
    );
}
