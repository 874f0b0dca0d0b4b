//! Who gets what from the server, and in which form.

use std::net::TcpListener;

use super::running::{Running, build, encoded, handbook};
use crate::support::program::files;

#[test]
fn a_program_gets_what_a_build_writes_and_a_browser_one_script_more() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let built = server.wait_for_build(&handbook, &build(&handbook));
    assert!(built.contains_key("formate/ablauf.png") && built.contains_key("suche/index.html"));
    let mut pages = 0;
    for (path, bytes) in &built {
        let page = server.visit(&encoded(path));
        assert_eq!(page.status, 200, "{path}");
        if path == "404.html" {
            // It is shown at any depth, and the preview is at the root of its server.
            let text = page.text();
            assert!(text.contains("href=\"/assets/style.css"), "{text}");
        } else if path.ends_with(".html") {
            pages += 1;
            let text = page.text();
            let (before, rest) = text
                .split_once("<script src=\"/-/preview.js\"")
                .expect(path);
            let (script, behind) = rest.split_once("</script>").unwrap();
            assert!(
                !script.contains('\n') && behind.starts_with("</head>"),
                "{path}: {rest}"
            );
            let page = without_places(&(before.to_owned() + behind));
            assert!(page == String::from_utf8_lossy(bytes), "{path}: {page}");
            assert!(
                !String::from_utf8_lossy(bytes).contains("data-source"),
                "{path}"
            );
        } else {
            assert_eq!(page.body, *bytes, "{path}");
        }
    }
    assert!(pages > 8, "{:?}", built.keys());
}

/// A page without the attributes that say where its blocks stand.
fn without_places(page: &str) -> String {
    let mut parts = page.split(" data-source=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('"').map_or("", |(_, rest)| rest));
    first + &rest.collect::<String>()
}

#[test]
fn files_say_what_they_are_and_how_they_may_be_used() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    for (path, ty) in [
        ("/", "text/html; charset=utf-8"),
        ("/formate/treffen/", "text/html; charset=utf-8"),
        ("/formate/ablauf.png", "image/png"),
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/assets/custom.css", "text/css; charset=utf-8"),
        (
            "/assets/search/de/meta.js",
            "text/javascript; charset=utf-8",
        ),
        ("/-/preview.js", "text/javascript; charset=utf-8"),
        ("/-/preview.css", "text/css; charset=utf-8"),
    ] {
        for answer in [server.get(path), server.visit(path)] {
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (200, ty),
                "{path}"
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(
                answer.header("referrer-policy"),
                "strict-origin-when-cross-origin"
            );
            assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
            assert_eq!(
                answer.header("cross-origin-resource-policy"),
                "same-origin",
                "{path}"
            );
            let policy = answer.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'self';"),
                "{path}: {policy}"
            );
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
            let len = answer.body.len().to_string();
            assert_eq!(answer.header("content-length"), len, "{path}");
        }
    }
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    for path in ["/", "/formate/ablauf.png", "/assets/style.css"] {
        let etag = server.get(path).header("etag").to_owned();
        assert!(etag.starts_with('"') && etag.len() > 4, "{path}: {etag}");
        for known in [etag.clone(), format!("\"x\", W/{etag}")] {
            let answer = server.ask("GET", path, &format!("If-None-Match: {known}\n"));
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{path}");
            assert_eq!(answer.header("etag"), etag, "{path}");
        }
        let answer = server.ask("GET", path, "If-None-Match: \"x\"\n");
        assert_eq!(answer.status, 200, "{path}");
    }
    let etag = server.get("/rezept/").header("etag").to_owned();
    handbook.write("content/rezept.md", "# Rezept\n\nAnders.\n");
    server.wait_for_text("/rezept/", "Anders.");
    let answer = server.ask("GET", "/rezept/", &format!("If-None-Match: {etag}\n"));
    assert_eq!(answer.status, 200);
}

/// A script that fetched a page leaves it in the browser's cache, where the reader's next click
/// finds it.
#[test]
fn a_page_as_shown_and_as_built_have_different_tags() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let (plain, shown) = (server.get("/"), server.visit("/"));
    assert_ne!(plain.header("etag"), shown.header("etag"));
    assert_eq!(
        (plain.header("vary"), shown.header("vary")),
        ("accept", "accept")
    );
    let headers = |tag| format!("Accept: text/html\nIf-None-Match: {tag}\n");
    let status = |tag| server.ask("GET", "/", &headers(tag)).status;
    assert_eq!(status(shown.header("etag")), 304);
    assert_eq!(status(plain.header("etag")), 200);
}

#[test]
fn a_player_gets_the_part_of_a_film_that_it_asks_for() {
    let film: Vec<u8> = (0..600_000_u32).map(|n| (n % 251) as u8).collect();
    let handbook = handbook()
        .with("content/film.mp4", film.clone())
        .with("content/film.md", "# Film\n\n[Zum Film](film.mp4)\n")
        .on_disk();
    let server = Running::start(&handbook);
    let whole = server.get("/film.mp4");
    assert_eq!(
        (whole.status, whole.header("content-type")),
        (200, "video/mp4")
    );
    assert_eq!(whole.header("accept-ranges"), "bytes");
    assert!(whole.body == film);
    for (range, from, to) in [
        ("0-0", 0, 0),
        ("10-19", 10, 19),
        ("500000-", 500_000, 599_999),
        ("599999-9999999", 599_999, 599_999),
        ("-5", 599_995, 599_999),
        ("-9999999", 0, 599_999),
    ] {
        let answer = server.ask("GET", "/film.mp4", &format!("Range: bytes={range}\n"));
        let is = format!("bytes {from}-{to}/600000");
        // The end of a film that is all of it may come as all of it.
        if answer.status != 200 || from != 0 || to != 599_999 {
            assert_eq!(answer.status, 206, "{range}");
            assert_eq!(answer.header("content-range"), is);
        }
        assert!(answer.body == film[from..=to], "{range}");
    }
    for range in ["600000-", "-0"] {
        let answer = server.ask("GET", "/film.mp4", &format!("Range: bytes={range}\n"));
        assert_eq!(answer.status, 416, "{range}");
        assert_eq!(answer.header("content-range"), "bytes */600000");
    }
    let page = server.get("/").body;
    let answer = server.ask("GET", "/", "Range: bytes=3-6\n");
    assert_eq!((answer.status, &answer.body[..]), (206, &page[3..=6]));
}

#[test]
fn only_the_head_comes_where_only_that_is_wanted() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    for path in ["/", "/formate/ablauf.png", "/fehlt/"] {
        let (head, get) = (server.ask("HEAD", path, ""), server.get(path));
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        assert_eq!(head.header("etag"), get.header("etag"), "{path}");
        let len = head.header("content-length");
        assert!(
            ["", get.header("content-length")].contains(&len),
            "{path}: {len}"
        );
    }
}

#[test]
fn nothing_can_be_done_but_reading() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = server.ask(method, "/", "Content-Length: 0\n");
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), "GET, HEAD", "{method}");
    }
}

#[test]
fn other_sites_get_nothing() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let address = server.address;
    let port = address.port();
    for path in ["/", "/-/events", "/-/preview.js", "/formate/ablauf.png"] {
        for host in [
            format!("boese.example:{port}"),
            "boese.example".into(),
            format!("192.0.2.1:{port}"),
        ] {
            let request = format!("GET {path} HTTP/1.1\nHost: {host}\nConnection: close\n\n");
            assert_eq!(server.send(&request).status, 403, "{path} of {host}");
        }
        for header in [
            "Origin: http://boese.example".to_owned(),
            format!("Origin: http://localhost.boese.example:{port}"),
            "Origin: null".into(),
            format!("Origin: https://{address}"),
            "Sec-Fetch-Site: cross-site".into(),
        ] {
            let answer = server.ask("GET", path, &format!("{header}\n"));
            assert_eq!(answer.status, 403, "{path}: {header}");
            assert!(!answer.text().contains("Handbuch"), "{path}: {header}");
        }
        for host in [format!("localhost:+{port}"), format!("[::1]]]:{port}")] {
            let request = format!("GET {path} HTTP/1.1\nHost: {host}\nConnection: close\n\n");
            assert_eq!(server.send(&request).status, 400, "{path} of {host}");
        }
        let none = format!("GET {path} HTTP/1.1\nConnection: close\n\n");
        assert_eq!(server.send(&none).status, 400, "{path}");
    }
    let own = server.ask("GET", "/", &format!("Origin: http://{address}\n"));
    assert_eq!(own.status, 200);
    let named = format!("GET / HTTP/1.1\nHost: localhost:{port}\nConnection: close\n\n");
    assert_eq!(server.send(&named).status, 200);
}

#[test]
fn no_way_leads_out_of_the_site() {
    let handbook = handbook().on_disk();
    let outside = crate::support::OnDisk::empty();
    outside.write("geheim.txt", "GEHEIM\n");
    handbook.write("geheim.txt", "GEHEIM\n");
    handbook.write("content/.geheim.txt", "GEHEIM\n");
    let server = Running::start(&handbook);
    let absolute = outside.path("geheim.txt").to_str().unwrap().to_owned();
    let ways = [
        "/../geheim.txt",
        "/../../../../../../../../etc/passwd",
        "/%2e%2e/geheim.txt",
        "/%2e%2e%2fgeheim.txt",
        "/formate/..%2f..%2f..%2fgeheim.txt",
        "/%252e%252e/geheim.txt",
        "/%252e%252e%252fgeheim.txt",
        "/..%5cgeheim.txt",
        "/..\\geheim.txt",
        "/formate/ablauf.png%00.html",
        "/%00",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/./geheim.txt",
        "/geheim.txt",
        "/.geheim.txt",
        "/content/.geheim.txt",
        "/-/../geheim.txt",
        "/-/..%2fgeheim.txt",
        "/-/",
        "/handbook.yml",
        "/content/rezept.md",
        "/C:%5cgeheim.txt",
        "/%ff%fe",
        "/%",
        "/%zz",
        &absolute,
        &format!("/{absolute}"),
        &format!("/formate/..%2f{absolute}"),
    ];
    for way in ways {
        let answer = server.get(way);
        assert!(
            [400, 404].contains(&answer.status),
            "{way}: {}",
            answer.status
        );
        assert!(
            !answer.text().contains("GEHEIM") && !answer.text().contains("root:"),
            "{way}"
        );
    }
    let whole = format!(
        "GET http://boese.example/ HTTP/1.1\nHost: {}\nConnection: close\n\n",
        server.address
    );
    assert!(!server.send(&whole).text().contains("GEHEIM"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_handbook_is_not_followed() {
    let handbook = handbook().on_disk();
    let outside = crate::support::OnDisk::empty();
    outside.write("geheim.png", "GEHEIM\n");
    let server = Running::start(&handbook);
    let image = handbook.path("content/formate/ablauf.png");
    assert_eq!(server.get("/formate/ablauf.png").text(), "BILD\n");
    // It is one of the site's files already when it is replaced: even before that has been seen.
    std::fs::remove_file(&image).unwrap();
    std::os::unix::fs::symlink(outside.path("geheim.png"), &image).unwrap();
    for _ in 0..30 {
        let answer = server.get("/formate/ablauf.png");
        assert!(!answer.text().contains("GEHEIM"));
        assert_ne!(answer.status, 200);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_folder_is_asked_for_with_its_slash() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    for (path, to) in [
        ("/formate", "./formate/"),
        ("/formate/treffen", "./treffen/"),
        ("/suche?q=Treffen", "./suche/?q=Treffen"),
    ] {
        let answer = server.get(path);
        assert_eq!(
            (answer.status, answer.header("location")),
            (302, to),
            "{path}"
        );
    }
    // A host's name must not come to stand where the way begins.
    for path in ["//boese.example/formate", "//formate", "/%2fformate"] {
        let answer = server.get(path);
        let to = answer.header("location");
        assert!(!to.starts_with('/') && !to.contains(':'), "{path}: {to}");
    }
}

#[test]
fn a_page_that_is_not_there_says_so() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let built = build(&handbook);
    for path in ["/fehlt/", "/fehlt", "/formate/treffen/fehlt.png"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body == built["404.html"], "{path}");
        assert!(
            server.visit(path).text().contains("/-/preview.js"),
            "{path}"
        );
    }
}

#[test]
fn a_port_that_is_taken_leaves_the_next() {
    let handbook = handbook().on_disk();
    // The system picks a free one, and there is room for others behind it.
    let port = loop {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        if port < 60_000 {
            break port.to_string();
        }
    };
    let first = Running::start_with(&handbook, &["--port", &port]);
    let first_port = first.address.port();
    let wanted = first_port.to_string();
    let second = Running::start_with(&handbook, &["--port", &wanted]);
    assert!(second.address.port() > first_port, "{}", second.address);
    for server in [&first, &second] {
        assert!(server.address.ip().is_loopback(), "{}", server.address);
        assert_eq!(server.get("/").status, 200);
    }
}

#[test]
fn nothing_is_left_behind() {
    let handbook = handbook().on_disk();
    let before = files(&handbook.path(""));
    let server = Running::start(&handbook);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.get("/assets/search/de/meta.js").status, 200);
    handbook.write("content/rezept.md", "# Neues Rezept\n");
    server.wait_for_text("/rezept/", "Neues Rezept");
    #[cfg(unix)]
    server.interrupt();
    #[cfg(not(unix))]
    drop(server);
    let mut after = files(&handbook.path(""));
    let written = after.insert(
        "content/rezept.md".into(),
        before["content/rezept.md"].clone(),
    );
    assert_eq!(written.unwrap(), b"# Neues Rezept\n");
    assert!(after == before, "{:?}", after.keys());
}

#[test]
fn drafts_are_shown_and_marked_and_are_not_built() {
    let handbook = handbook().on_disk();
    let server = Running::start(&handbook);
    let page = server.get("/entwurf/");
    assert_eq!(page.status, 200);
    assert!(
        page.text()
            .contains("<p class=\"banner banner-draft\"><strong>Entwurf.</strong>")
    );
    assert!(!server.get("/rezept/").text().contains("banner-draft"));
    let built = handbook.build();
    assert!(built.contains_key("rezept/index.html") && !built.contains_key("entwurf/index.html"));
}

/// Readers that take nothing cost neither threads nor memory in proportion, and are let go.
#[cfg(target_os = "linux")]
#[test]
fn readers_that_stand_still_are_bounded() {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    let handbook = handbook()
        .with("content/film.mp4", vec![7_u8; 30_000_000])
        .with("content/film.md", "# Film\n\n[Zum Film](film.mp4)\n")
        .on_disk();
    let server = Running::start(&handbook);
    server.wait_for_text("/film/", "Zum Film");
    let (threads, memory) = server.cost();
    let request = format!("GET /film.mp4 HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    let mut readers: Vec<TcpStream> = (0..600)
        .map(|_| {
            let mut reader = TcpStream::connect(server.address).unwrap();
            reader.write_all(request.as_bytes()).unwrap();
            reader
        })
        .collect();
    // Who comes behind them is answered once they are let go.
    assert_eq!(server.get("/film/").status, 200);
    let (more_threads, more_memory) = server.cost();
    assert!(
        more_threads < threads + 20,
        "{threads} became {more_threads} threads"
    );
    assert!(
        more_memory < memory + 100,
        "{memory} became {more_memory} MB"
    );
    let mut rest = Vec::new();
    let ended = readers[0].read_to_end(&mut rest);
    assert!(ended.is_err() || rest.len() < 30_000_000);
}
