//! Addresses outside, asked for at a server on this machine, which may be hostile.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use transferbuch::external::{
    Answer, Client, ConnectError, Limits, Pace, addresses, ask_all, findings,
};
use transferbuch::source::FileText;
use transferbuch::text::Language;

use crate::support::Handbook;

/// A web server on a free port, that keeps what it was asked.
struct Server {
    port: u16,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    asked: Vec<String>,
    open: usize,
    most: usize,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::<Mutex<Seen>>::default();
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&shared);
                thread::spawn(move || serve(stream, port, &seen));
            }
        });
        Self { port, seen }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The questions so far, without those that came before.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.seen.lock().unwrap().asked)
    }
}

fn serve(mut stream: TcpStream, port: u16, seen: &Mutex<Seen>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let Some(Ok(first)) = lines.next() else {
        return;
    };
    while lines
        .next()
        .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
    {}
    let question = first.rsplit_once(' ').unwrap().0.to_owned();
    let before = {
        let mut seen = seen.lock().unwrap();
        seen.open += 1;
        seen.most = seen.most.max(seen.open);
        let same = seen.asked.iter().filter(|asked| **asked == question);
        let before = same.count();
        seen.asked.push(question.clone());
        before
    };
    // A client that has heard enough goes away, which is no failure of the server.
    let _ = answer(&mut stream, &question, port, before);
    seen.lock().unwrap().open -= 1;
}

fn answer(stream: &mut TcpStream, question: &str, port: u16, before: usize) -> std::io::Result<()> {
    let to = |status: &str, to: &str| {
        format!(
            "HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
    };
    let plain = |status: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    let (method, path) = question.split_once(' ').unwrap();
    let text = match path.split('?').next().unwrap() {
        "/there" | "/new" | "/" => plain("200 OK"),
        "/no-head" if method == "HEAD" => plain("405 Method Not Allowed"),
        "/head-lies" if method == "HEAD" => plain("404 Not Found"),
        "/no-head" | "/head-lies" => plain("200 OK"),
        "/gone" => plain("410 Gone"),
        "/people" => plain("403 Forbidden"),
        "/broken" => plain("500 Internal Server Error"),
        // Well again at the second try, which is HEAD and GET once each before.
        "/flaky" if before == 0 => plain("503 Service Unavailable"),
        "/flaky" => plain("200 OK"),
        "/moved" => to("301 Moved Permanently", "/new"),
        "/moved-twice" => to(
            "308 Permanent Redirect",
            &format!("http://127.0.0.1:{port}/moved"),
        ),
        "/moved-then-elsewhere" => to("301 Moved Permanently", "/for-now"),
        "/for-now" => to("302 Found", "/new"),
        "/moved-to-start" => to("301 Moved Permanently", "/"),
        "/circle" => to("302 Found", "/circle-2"),
        "/circle-2" => to("302 Found", "/circle"),
        "/ever-on" => to("302 Found", &format!("/ever-on?{before}{method}")),
        "/file" => to("301 Moved Permanently", "file:///etc/passwd"),
        "/endless" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")?;
            loop {
                stream.write_all(b"5\r\nhallo\r\n")?;
            }
        }
        "/endless-head" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            loop {
                stream.write_all(b"X-More: and more and more and more\r\n")?;
            }
        }
        "/drip" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            loop {
                stream.write_all(b"X")?;
                thread::sleep(Duration::from_millis(20));
            }
        }
        "/hangs-up" => return Ok(()),
        "/babbles" => "I speak no HTTP\r\n\r\n".into(),
        path => panic!("nobody taught the server {path}"),
    };
    stream.write_all(text.as_bytes())
}

fn limits() -> Limits {
    Limits {
        question: Duration::from_millis(300),
        address: Duration::from_secs(5),
        tries: 2,
        pause: Duration::from_millis(1),
        ..Limits::default()
    }
}

#[test]
fn answers_are_told_apart() {
    let server = Server::start();
    let client = Client::new(limits());
    let ask = |path| client.ask(&server.url(path));
    let moved = |path| Answer::Moved(server.url(path));
    for (path, answer) in [
        ("/there", Answer::Good),
        ("/there#part", Answer::Good),
        ("/no-head", Answer::Good),
        ("/head-lies", Answer::Good),
        ("/flaky", Answer::Good),
        ("/for-now", Answer::Good),
        ("/gone", Answer::Gone(410)),
        ("/people", Answer::Forbidden(403)),
        ("/broken", Answer::Failing(500)),
        ("/moved", moved("/new")),
        ("/moved-twice", moved("/new")),
        ("/moved-then-elsewhere", moved("/for-now")),
    ] {
        assert_eq!(ask(path), answer, "{path}");
    }
}

#[test]
fn a_hostile_server_costs_a_bounded_time() {
    let server = Server::start();
    let client = Client::new(limits());
    let ask = |path| client.ask(&server.url(path));
    assert_eq!(ask("/endless"), Answer::Good, "its body isn't read");
    assert_eq!(ask("/circle"), Answer::RedirectLoop);
    assert_eq!(ask("/ever-on"), Answer::RedirectLoop);
    assert_eq!(
        ask("/file"),
        Answer::BadRedirect("file:///etc/passwd".into())
    );
    for path in ["/endless-head", "/drip", "/hangs-up", "/babbles"] {
        assert!(matches!(ask(path), Answer::Unreachable(_)), "{path}");
    }
}

#[test]
fn what_is_no_address_or_not_there_is_told() {
    let client = Client::new(limits());
    assert_eq!(
        client.ask("https://"),
        Answer::Unreachable(ConnectError::Address)
    );
    assert_eq!(
        client.ask("https://[x"),
        Answer::Unreachable(ConnectError::Address)
    );
    let port = TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let closed = client.ask(&format!("http://127.0.0.1:{port}/"));
    assert!(
        matches!(closed, Answer::Unreachable(ConnectError::Other(_))),
        "{closed:?}"
    );
}

#[test]
fn a_host_gets_one_question_at_a_time() {
    let server = Server::start();
    let client = Client::new(limits());
    let urls: Vec<String> = (0..20)
        .map(|n| server.url(&format!("/there?{n}")))
        .collect();
    let pace = Pace {
        hosts: 8,
        pause: Duration::from_millis(5),
    };
    let done = Mutex::new(0);
    let answers = ask_all(&client, urls.clone(), pace, &|| *done.lock().unwrap() += 1);
    assert_eq!(answers.keys().cloned().collect::<Vec<_>>().len(), 20);
    assert!(answers.values().all(|answer| *answer == Answer::Good));
    assert_eq!(
        (*done.lock().unwrap(), server.seen.lock().unwrap().most),
        (20, 1)
    );
    assert_eq!(server.asked().len(), 20);
}

/// Mistakes outside, in a text, in a field and in front matter.
#[test]
fn findings_stand_at_every_place_of_an_address() {
    let url = "https://a.example/x";
    let handbook = Handbook::new(&format!(
        "--- handbook.yml\nexternal:\n  allow: [intern.example, \"https://b.example/p/\"]\n\
         --- kinds/k.yml\nfields: [{{id: web, type: url}}, {{id: more, type: markdown}}]\n\
         --- content/a.md\n---\nkind: k\nweb: {url}\nmore: \"[x]({url})\"\nsources:\n  - {{title: S, url: \"{url}\"}}\n---\n\
         [x]({url}) <a href=\"{url}\">y</a> <{url}> [m](mailto:a@b.example)\n\
         [i](https://www.intern.example/y) [p](https://b.example/p/q)\n"
    ));
    let built = handbook.build().clean();
    let found = addresses(&built.handbook.linked);
    assert_eq!(found.keys().collect::<Vec<_>>(), [url]);
    assert_eq!(found[url].len(), 5);
    let answers = BTreeMap::from([(
        url.to_owned(),
        Answer::Moved("https://a.example/neu".into()),
    )]);
    let text = handbook.files["content/a.md"].clone();
    let source = FileText::decode(text);
    let found = findings(&found, &answers, &|_| Some(&source));
    let fixes = found.iter().filter_map(|finding| finding.fix.as_ref());
    let mended = transferbuch::diagnostic::apply(&source, fixes).text;
    // The first of two equal ones in the front matter stands for both until the next run.
    assert_eq!(
        mended.matches("https://a.example/neu").count(),
        5,
        "{mended}"
    );
}

/// A handbook with a chapter that leads to a server on this machine, as no other should.
fn on_this_machine(text: &str) -> Handbook {
    let settings = "severity: {path-on-one-machine: off, missing-legal-page: off}\n";
    Handbook::chapter(text).with("handbook.yml", settings)
}

#[test]
fn every_answer_has_a_finding() {
    let server = Server::start();
    let url = |path: &str| server.url(path);
    let paths = ["/gone", "/people", "/circle", "/file", "/moved", "/there"];
    let links: String = paths
        .iter()
        .map(|path| format!("[x]({})\n", url(path)))
        .collect();
    let handbook = on_this_machine(&links).on_disk();
    let output = handbook.run(&["check", "--external", "--format", "json", "--quiet"]);
    assert_eq!(output.code, Some(1), "{}", output.stderr);
    let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let slugs: Vec<&str> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["slug"].as_str().unwrap())
        .collect();
    let expected = [
        "external-gone",
        "external-closed",
        "external-endless",
        "external-leads-astray",
        "external-moved",
    ];
    assert_eq!(slugs, expected);
    assert!(!server.asked().is_empty());

    // Answers are kept beside the handbook, and build never asks.
    let again = handbook.run(&["check", "--external", "--format", "json", "--quiet"]);
    assert_eq!((again.code, again.stdout), (Some(1), output.stdout));
    assert_eq!(handbook.run(&["build"]).code, Some(0));
    assert_eq!(handbook.run(&["check"]).code, Some(0));
    assert_eq!(server.asked(), Vec::<String>::new());
}

#[test]
fn what_has_moved_for_good_can_be_mended() {
    let server = Server::start();
    let text = format!(
        "[x]({}#part)\n\n[gone]({})\n",
        server.url("/moved"),
        server.url("/moved-to-start")
    );
    let handbook = on_this_machine(&text).on_disk();
    let args = &["check", "--external", "--fix", "--yes", "--lang", "en"];
    let output = handbook.run(args);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let mended = std::fs::read_to_string(handbook.path("content/a.md")).unwrap();
    let expected = text.replace("/moved#", "/new#");
    assert_eq!(mended, expected, "a start page isn't what was linked to");
    assert!(output.stderr.contains("warning[external-moved]"));
    let again = handbook.run(args);
    assert!(
        again.stderr.contains("There is nothing that can be mended"),
        "{}",
        again.stderr
    );
}

#[test]
fn german_words_for_what_is_outside() {
    let texts = transferbuch::text::program(Language::German);
    assert_eq!(
        texts.plain("external-no-host"),
        "diesen Rechner gibt es nicht"
    );
}
