//! The review desk as a page for CI, and the days of reviews for calendars.

use crate::support::{Handbook, OnDisk};

fn handbook() -> OnDisk {
    Handbook::new(
        "\
--- handbook.yml
title: {de: Handbuch, en: Handbook}
languages: [de, en]
url: https://h.example/
severity: {missing-legal-page: off}
--- search.yml
must_find:
  - {query: Quittengelee, pages: [treffen]}
--- content/index.md
# Anfang
--- content/treffen.md
---
title: Treffen, Runden; und <mehr>
contact: Ada Öztürk <ada@amt.example>
review_by: 2026-11-01
---
![](_hinweis.md)

Zum [Anfang](index.md) und nach [draußen](https://a.example/weg).
--- content/treffen.en.md
---
title: Meeting
translation_of: 00000000
---
Text.
--- content/_hinweis.md
Ein Hinweis, siehe [hier](index.md).
--- content/runde.md
---
title: Runde
contact: Ben
review_by: 2026-12-20
---
Text.
--- content/spaeter.md
---
title: Später
contact: Ben
review_by: 2028-01-01
---
Text.
--- content/entwurf.md
---
title: Unfertig
contact: Ben
status: draft
---
Text.
--- content/verborgen.md
---
title: Verborgen
status: unlisted
---
Text.
--- .external.transferbuch
{\"version\": 1, \"answers\": {\"https://a.example/weg\": {\"asked\": 1793000000, \"answer\": {\"gone\": 404}}}}
",
    )
    .on_disk()
}

fn stdout(format: &str, more: &[&str]) -> String {
    let args = [
        "check",
        "--today",
        "2026-11-15",
        "--lang",
        "en",
        "--format",
        format,
    ];
    handbook().run(&[&args, more].concat()).stdout
}

/// What the page says of each file: its path, and the sorts and texts of what there is to do.
fn matters(page: &str) -> Vec<(String, String, Vec<String>)> {
    let mut found = Vec::new();
    for section in page.split("<section data-person=\"").skip(1) {
        let (person, section) = section.split_once('"').unwrap();
        for article in section.split("<article>").skip(1) {
            let (_, rest) = article.split_once("<code>").unwrap();
            let (path, rest) = rest.split_once("</code>").unwrap();
            let sorts = rest.split("<li data-sort=\"").skip(1);
            let sorts = sorts.map(|item| item.split_once('"').unwrap().0.to_owned());
            found.push((person.to_owned(), path.to_owned(), sorts.collect()));
        }
    }
    found
}

#[test]
fn the_desk_has_everything_by_person_and_chapter() {
    let page = stdout("html", &[]);
    let matters = matters(&page);
    let sorts = |person: &str, path: &str| {
        let mut of = matters.iter();
        let found = of.find(|(of, file, _)| of == person && file == path);
        let (_, _, sorts) = found.unwrap_or_else(|| panic!("{person} {path}: {matters:?}"));
        sorts.clone()
    };
    let ada = "Ada Öztürk &lt;ada@amt.example&gt;";
    let treffen = sorts(ada, "content/treffen.md");
    assert!(
        treffen.contains(&"review".into()) && treffen.contains(&"outside".into()),
        "{treffen:?}"
    );
    // A text that is put in is hers who puts it in.
    assert!(sorts(ada, "content/_hinweis.md").contains(&"warning".into()));
    assert!(sorts(ada, "content/treffen.en.md").contains(&"translation".into()));
    assert!(sorts("Ben", "content/entwurf.md").contains(&"draft".into()));
    assert!(sorts("Ben", "content/runde.md").contains(&"review".into()));
    assert!(sorts("-", "content/verborgen.md").contains(&"unlisted".into()));
    assert!(sorts("-", "search.yml").contains(&"search".into()));
    assert!(
        !page.contains("content/spaeter.md"),
        "what is due in a year isn't told yet"
    );
    assert!(page.contains("The review was due on 2026-11-01"));
    assert!(page.contains("Treffen, Runden; und &lt;mehr&gt;"));
    assert!(page.contains("Addresses outside were last asked for on 2026-10-26"));
    // It is one file that loads nothing.
    for loads in [" src=", "<link", "url(", "@import", "http-equiv=\"refresh"] {
        assert!(!page.contains(loads), "{loads}");
    }
    assert!(
        page == stdout("html", &[]),
        "the same bytes for the same handbook and day"
    );
}

/// The logical lines of a calendar, unfolded. Holds what RFC 5545 says of lines.
fn unfolded(calendar: &str) -> Vec<(String, String)> {
    assert!(calendar.ends_with("\r\n"));
    assert_eq!(
        calendar.matches('\n').count(),
        calendar.matches("\r\n").count()
    );
    let mut lines: Vec<String> = Vec::new();
    for line in calendar.trim_end().split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().unwrap().push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let named = |line: String| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_owned(), value.to_owned())
    };
    lines.into_iter().map(named).collect()
}

#[test]
fn the_calendar_is_one_by_the_rules() {
    let calendar = stdout("ics", &[]);
    let lines = unfolded(&calendar);
    let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["BEGIN", "VERSION", "PRODID"]);
    assert_eq!(lines[1].1, "2.0");
    let mut open = Vec::new();
    let mut events: Vec<Vec<(&str, &str)>> = Vec::new();
    for (name, value) in &lines {
        match name.as_str() {
            "BEGIN" => {
                open.push(value.as_str());
                if value == "VEVENT" {
                    assert_eq!(open, ["VCALENDAR", "VEVENT"]);
                    events.push(Vec::new());
                }
            }
            "END" => assert_eq!(open.pop(), Some(value.as_str())),
            name => {
                if open.last() == Some(&"VEVENT") {
                    events.last_mut().unwrap().push((name, value));
                }
            }
        }
    }
    assert_eq!(open, [""; 0]);
    let get = |event: &[(&str, &str)], name: &str| {
        let found: Vec<&str> = event
            .iter()
            .filter(|(n, _)| *n == name)
            .map(|(_, v)| *v)
            .collect();
        assert!(found.len() < 2, "{name}: {found:?}");
        found.first().map(|value| (*value).to_owned())
    };
    let due: Vec<_> = events
        .iter()
        .map(|event| get(event, "DTSTART;VALUE=DATE").unwrap())
        .collect();
    assert_eq!(due, ["20261101", "20261220", "20280101"]);
    let mut ids = std::collections::BTreeSet::new();
    for event in &events {
        assert!(ids.insert(get(event, "UID").unwrap()));
        assert_eq!(get(event, "DTSTAMP").unwrap(), "20261115T000000Z");
    }
    let first = &events[0];
    assert_eq!(
        get(first, "SUMMARY").unwrap(),
        "Review: Treffen\\, Runden\\; und <mehr>"
    );
    assert_eq!(
        get(first, "CONTACT").unwrap(),
        "Ada Öztürk <ada@amt.example>"
    );
    assert_eq!(get(first, "URL").unwrap(), "https://h.example/treffen/");
    assert!(calendar == stdout("ics", &[]));
}
