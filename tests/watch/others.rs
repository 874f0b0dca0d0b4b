//! What people at other machines see, and what is said of that.

use super::running::{Answer, Running, handbook};

/// An address of this machine that others could use. Nothing has to be there: the server only hears the name.
const ELSEWHERE: &str = "192.0.2.7";

/// Asks for `path` as someone does who called the machine by another name than its own browser does.
fn from_elsewhere(server: &Running, path: &str, headers: &str) -> Answer {
    let port = server.address.port();
    server.send(&format!(
        "GET {path} HTTP/1.1\nHost: {ELSEWHERE}:{port}\nConnection: close\nAccept: text/html\n{headers}\n"
    ))
}

fn open(args: &[&str]) -> (crate::support::OnDisk, Running) {
    let handbook = handbook().on_disk();
    let always = ["--port", "0", "--bind", "0.0.0.0", "--lang", "en"];
    let server = Running::start_with(&handbook, &[&always, args].concat());
    (handbook, server)
}

/// The line that says who can read.
fn said_of_others(server: &Running) -> String {
    let said = server.said();
    let line = said
        .lines()
        .find(|line| line.starts_with("Others in your network"));
    line.unwrap_or_default().to_owned()
}

#[test]
fn an_open_server_says_where_and_what_others_can_read() {
    let (_handbook, server) = open(&[]);
    assert!(server.address.ip().is_loopback(), "{}", server.address);
    // All that is said before the handbook is read has been said when it answers.
    assert_eq!(server.get("/").status, 200);
    let said = said_of_others(&server);
    // Whatever network and name the machine has, it has one of both.
    let parts = said.split_once(", at: ");
    let (says, urls) = parts.unwrap_or_else(|| panic!("{}", server.said()));
    assert!(
        says.contains("drafts, findings and the names of your files"),
        "{says}"
    );
    assert!(
        !urls.contains("0.0.0.0") && !urls.contains("127.0.0.1"),
        "{urls}"
    );
    for url in urls.split(' ') {
        let host = url.strip_prefix("http://").unwrap().trim_end_matches('/');
        assert!(
            host.ends_with(&format!(":{}", server.address.port())),
            "{url}"
        );
        let request = format!("GET / HTTP/1.1\nHost: {host}\nConnection: close\n\n");
        assert_eq!(server.send(&request).status, 200, "{url}");
    }
    assert_eq!(from_elsewhere(&server, "/entwurf/", "").status, 200);
}

#[test]
fn a_server_that_is_not_open_says_nothing_of_others_and_answers_none() {
    let handbook = handbook().on_disk();
    let server = Running::start_with(&handbook, &["--port", "0", "--lang", "en"]);
    assert_eq!(server.get("/").status, 200);
    assert!(
        !server.said().contains("Others in your network"),
        "{}",
        server.said()
    );
    assert_eq!(from_elsewhere(&server, "/", "").status, 403);
}

#[test]
fn others_are_asked_for_the_word_and_the_author_is_not() {
    let (_handbook, server) = open(&["--word", "Sonnen blume"]);
    assert_eq!(server.get("/").status, 200);
    let said = said_of_others(&server);
    assert!(said.contains("who know the word"), "{}", server.said());
    assert!(!server.said().contains("Sonnen"), "{}", server.said());

    for path in [
        "/",
        "/entwurf/",
        "/formate/ablauf.png",
        "/-/news?page=/",
        "/-/events",
        "/fehlt/",
    ] {
        let asked = from_elsewhere(&server, path, "");
        assert_eq!(asked.status, 403, "{path}");
        assert!(
            asked
                .text()
                .contains("The word that you got from its authors"),
            "{path}"
        );
        assert!(!asked.text().contains("Unfertiges"), "{path}");
    }
    assert_eq!(from_elsewhere(&server, "/-/pages.css", "").status, 200);

    let port = server.address.port();
    let give = |word: &str| {
        let form = format!("word={word}");
        let length = form.len();
        server.send(&format!(
            "POST /-/word HTTP/1.1\nHost: {ELSEWHERE}:{port}\nOrigin: http://{ELSEWHERE}:{port}\n\
             Connection: close\nContent-Length: {length}\n\n{form}"
        ))
    };
    for wrong in ["", "sonnen+blume", "Sonnenblume", &"a".repeat(9000)] {
        let answer = give(wrong);
        assert!([403, 413].contains(&answer.status), "{}", answer.status);
        assert_eq!(answer.header("set-cookie"), "");
    }
    let answer = give("Sonnen+blume");
    assert_eq!((answer.status, answer.header("location")), (303, "/"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
    assert!(!cookie.contains("Sonnen"), "{cookie}");
    let (cookie, _) = cookie.split_once(';').unwrap();
    let with_cookie = format!("Cookie: other=1; {cookie}\n");
    assert_eq!(
        from_elsewhere(&server, "/entwurf/", &with_cookie).status,
        200
    );
    let wrong = format!("Cookie: {cookie}0\n");
    assert_eq!(from_elsewhere(&server, "/entwurf/", &wrong).status, 403);
}

#[test]
fn a_word_that_nobody_is_asked_for_is_said() {
    let handbook = handbook().on_disk();
    let server = Running::start_with(&handbook, &["--port", "0", "--lang", "en", "--word", "x"]);
    assert_eq!(server.get("/").status, 200);
    assert!(
        server.said().contains("--bind 0.0.0.0"),
        "{}",
        server.said()
    );
    let empty = handbook.run(&["watch", "--port", "0", "--word", " ", "--lang", "en"]);
    assert_eq!(empty.code, Some(2));
    assert!(
        empty.stderr.contains("--word sunflower"),
        "{}",
        empty.stderr
    );
}
