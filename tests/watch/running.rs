//! The program while it watches, as a client on a socket sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::program::files;
use crate::support::{Files, Handbook, OnDisk, by_plain_names};

/// How long something may take to come. Only what never comes takes so long.
const DEADLINE: Duration = Duration::from_mins(2);
/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// A handbook that has something of everything that the program reads.
pub fn handbook() -> Handbook {
    Handbook::new(
        "\
--- handbook.yml
title: Handbuch
severity: {missing-legal-page: off, broken-picture: off}
--- glossary.yml
- term: BAMF
  text: Bundesamt für Migration und Flüchtlinge
--- synonyms.yml
- [Treffen, Begegnung]
--- kinds/rezept.yml
label: {de: Rezept}
fields: [{id: zutaten, type: list, label: {de: Zutaten}}]
--- themes/standard/assets/custom.css
main { color: #222; }
--- content/index.md
# Anfang

Zum [Treffen](formate/treffen.md) und zum [Rezept](rezept.md).
--- content/rezept.md
---
kind: rezept
zutaten: [Mehl]
---
# Rezept

Das BAMF (Bundesamt für Migration und Flüchtlinge) rät dazu.
--- content/_hinweis.md
Ein Hinweis für alle.
--- content/formate/index.md
# Formate
--- content/formate/treffen.md
# Treffen

![](../_hinweis.md)

![Der Ablauf](ablauf.png)
--- content/formate/ablauf.png
BILD
--- content/formate/runde.md
# Runde

Zum [Treffen](treffen.md).
--- content/entwurf.md
---
status: draft
---
# Unfertiges

Noch nicht.
",
    )
}

/// Settings with that title: legal pages are no matter of these tests.
pub fn settings(title: &str) -> String {
    format!("title: {title}\nseverity: {{missing-legal-page: off, broken-picture: off}}\n")
}

/// Waits until `done` gives something, and fails with what `otherwise` says if it never does.
pub fn wait_for<T>(mut done: impl FnMut() -> Option<T>, otherwise: impl FnOnce() -> String) -> T {
    let begun = Instant::now();
    loop {
        if let Some(result) = done() {
            return result;
        }
        assert!(begun.elapsed() < DEADLINE, "{}", otherwise());
        thread::sleep(PAUSE);
    }
}

/// The program, watching. It ends with this.
pub struct Running {
    child: Child,
    pub address: SocketAddr,
    said: Arc<Mutex<String>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    /// Watches `handbook` on any free port.
    pub fn start(handbook: &OnDisk) -> Self {
        Self::start_with(handbook, &["--port", "0"])
    }

    pub fn start_with(handbook: &OnDisk, args: &[&str]) -> Self {
        Self::start_in(handbook, args, &[])
    }

    /// As [`Running::start_with`], with these variables in its environment.
    pub fn start_in(handbook: &OnDisk, args: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = handbook.command(&[&["watch"], args].concat());
        command.envs(environment.iter().copied());
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let said = Arc::new(Mutex::new(String::new()));
        let all = Arc::clone(&said);
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                *all.lock().unwrap() += &(line + "\n");
            }
        });
        let address = wait_for(
            || {
                let said = said.lock().unwrap();
                let (_, rest) = said.split_once("http://")?;
                rest.split_once('/')?.0.parse().ok()
            },
            || format!("no address in {:?}", said.lock().unwrap()),
        );
        Self {
            child,
            address,
            said,
        }
    }

    /// What it has said so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// How many threads it has, and how much memory in MB.
    #[cfg(target_os = "linux")]
    pub fn cost(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let value = |name: &str| -> u64 {
            let line = status.lines().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().nth(1).unwrap().parse().unwrap()
        };
        (value("Threads:"), value("VmRSS:") / 1000)
    }

    /// Interrupts the program as Ctrl-C does, and waits for its end.
    #[cfg(unix)]
    pub fn interrupt(mut self) {
        let id = self.child.id().to_string();
        let mut kill = Command::new("kill");
        // A shell may have told its children to ignore what Ctrl-C sends; this comes through.
        assert!(kill.args(["-TERM", &id]).status().unwrap().success());
        let ended = || self.child.try_wait().unwrap();
        wait_for(ended, || "it goes on".to_owned());
    }

    /// Sends `request`, whose lines end with `\n`, and gives the answer.
    pub fn send(&self, request: &str) -> Answer {
        send(self.address, request)
    }

    /// Asks for `path`, percent-encoded and with its slash, with more headers as lines.
    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = self.address;
        self.send(&format!(
            "{method} {path} HTTP/1.1\nHost: {host}\nConnection: close\n{headers}\n"
        ))
    }

    /// Sends a form, as a page of the preview does; `headers` as lines.
    pub fn post(&self, path: &str, headers: &str, form: &str) -> Answer {
        let (host, length) = (self.address, form.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\nHost: {host}\nConnection: close\nContent-Length: {length}\n{headers}\n{form}"
        ))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// As a browser asks for a page to show.
    pub fn visit(&self, path: &str) -> Answer {
        self.ask("GET", path, "Accept: text/html,application/xhtml+xml\n")
    }

    /// Waits until the page at `path` holds `text`.
    pub fn wait_for_text(&self, path: &str, text: &str) -> Answer {
        wait_for(
            || Some(self.get(path)).filter(|answer| answer.text().contains(text)),
            || format!("no {text:?} at {path}\n{}", self.said()),
        )
    }

    /// Waits until what is served is what a clean build of the handbook writes, file by file, and
    /// nothing else of `before`. Gives the files.
    pub fn wait_for_build(&self, handbook: &OnDisk, before: &Files) -> Files {
        let built = build(handbook);
        // A page that began to search in the last index still finds its parts.
        let is_part = |path: &str| path.starts_with("assets/search/");
        let gone = before.keys().filter(|path| !is_part(path));
        let gone: BTreeSet<&String> = gone.filter(|path| !built.contains_key(*path)).collect();
        let differs = || {
            let other = built.iter().find(|(path, bytes)| {
                let answer = self.get(&encoded(path));
                answer.status != 200 || answer.body != **bytes
            });
            let left = gone
                .iter()
                .find(|path| self.get(&encoded(path)).status != 404);
            other.map(|(path, _)| path).or(left.copied())
        };
        wait_for(
            || differs().is_none().then_some(()),
            || {
                let path = differs().expect("it was asked for before");
                let answer = self.get(&encoded(path));
                let wanted = built.get(path).map(|bytes| String::from_utf8_lossy(bytes));
                format!(
                    "{path} is answered with {}:\n{}\nand is built as\n{wanted:?}\n{}",
                    answer.status,
                    answer.text(),
                    self.said()
                )
            },
        );
        built
    }

    /// Listens as the page at `path` does.
    pub fn listen(&self, path: &str) -> Events {
        self.listen_as(&self.visit(path), path)
    }

    /// Listens as a browser does that has got `page` at `path`.
    pub fn listen_as(&self, page: &Answer, path: &str) -> Events {
        let page = page.text();
        let (_, rest) = page.split_once("data-has=\"").expect(&page);
        let has = rest.split_once('"').unwrap().0.to_owned();
        let mut events = Events {
            lines: self.stream(),
            address: self.address,
            path: path.to_owned(),
            has,
            first: None,
            patches: Vec::new(),
        };
        events.first = Some(events.ask());
        events
    }

    /// The stream over which a browser hears that there is something new.
    pub fn stream(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        write!(
            stream,
            "GET /-/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        )
        .unwrap();
        let mut lines = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(lines.read_line(&mut head).unwrap(), 0, "{head}");
        }
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(head.contains("content-type: text/event-stream"), "{head}");
        lines
    }
}

/// What a page is told: it hears that there is something new, and asks what.
pub struct Events {
    lines: BufReader<TcpStream>,
    address: SocketAddr,
    path: String,
    has: String,
    first: Option<Value>,
    patches: Vec<Value>,
}

impl Events {
    /// Asks what is new.
    fn ask(&mut self) -> Value {
        // A page loads the index once its reader searches, and that of results at once.
        let search = if self.path == "/suche/" {
            "&search=yes"
        } else {
            ""
        };
        let (path, has, host) = (&self.path, &self.has, self.address);
        let request = format!(
            "GET /-/news?page={path}&has={has}{search} HTTP/1.1\nHost: {host}\nConnection: close\n\n"
        );
        let answer = send(self.address, &request);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let mut news: Value = serde_json::from_slice(&answer.body).unwrap();
        let has = news.as_object_mut().unwrap().remove("has").unwrap();
        has.as_str().unwrap().clone_into(&mut self.has);
        news
    }

    /// Waits for the next news that say something.
    pub fn next(&mut self) -> Value {
        if let Some(first) = self.first.take() {
            return first;
        }
        let begun = Instant::now();
        loop {
            // What shows that the stream is there would keep this waiting for ever.
            assert!(begun.elapsed() < DEADLINE, "nothing new at {}", self.path);
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).unwrap();
            assert_ne!(read, 0, "the events ended");
            if line.starts_with("data: ") {
                self.take_saved(&line);
                let news = self.ask();
                if news != serde_json::json!({}) {
                    return news;
                }
            }
        }
    }

    /// Takes what a save has made of the page, as a browser does: at once, if it can be put in its place.
    fn take_saved(&mut self, line: &str) {
        let saved: Value = serde_json::from_str(line.trim_start_matches("data: ")).unwrap();
        let (version, rest) = self.has.split_once('.').unwrap();
        let own = |saved: &&Value| format!("/{}", saved["page"].as_str().unwrap()) == self.path;
        let Some(own) = saved.as_array().unwrap().iter().find(own) else {
            return;
        };
        if own["from"] == version && own.get("patch").is_some() {
            self.patches.push(own["patch"].clone());
            self.has = format!("{}.{rest}", own["to"].as_str().unwrap());
        }
    }

    /// Waits until a save was put in its place, and gives how.
    pub fn next_patch(&mut self) -> Value {
        let begun = Instant::now();
        while self.patches.is_empty() {
            assert!(begun.elapsed() < DEADLINE, "no patch at {}", self.path);
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0);
            if line.starts_with("data: ") {
                self.take_saved(&line);
            }
        }
        self.patches.remove(0)
    }

    /// Waits for the first message that has `field`.
    pub fn next_with(&mut self, field: &str) -> Value {
        loop {
            let message = self.next();
            if message.get(field).is_some() {
                return message;
            }
        }
    }
}

/// An answer over HTTP.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(bytes)));
        let head = str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let mut headers = BTreeMap::new();
        for line in lines {
            let (name, value) = line.split_once(':').unwrap();
            let before = headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
            assert_eq!(before, None, "{name} stands twice");
        }
        // No page may learn from here what another site's script could read.
        let cors = headers
            .keys()
            .find(|name| name.starts_with("access-control"));
        assert_eq!(cors, None);
        Self {
            status: status.parse().unwrap(),
            headers,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn send(to: SocketAddr, request: &str) -> Answer {
    let mut stream = TcpStream::connect(to).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let request = request.replace('\n', "\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    Answer::parse(&bytes)
}

/// A path of the site as one asks for it.
pub fn encoded(path: &str) -> String {
    let mut encoded = String::from("/");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded += &format!("%{byte:02X}");
        }
    }
    encoded
}

/// What a clean build writes, with drafts and without the manifest, as a preview names it.
pub fn build(handbook: &OnDisk) -> Files {
    let out = tempfile::TempDir::new().unwrap();
    let site = out.path().join("site");
    let site = site.to_str().unwrap();
    let output = handbook.run(&["build", "--drafts", "--quiet", "--out", site]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    let mut files = files(site.as_ref());
    files.remove("transferbuch.json");
    by_plain_names(&files)
}
