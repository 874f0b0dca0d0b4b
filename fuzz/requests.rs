//! Requests to a running preview, as no browser sends them.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::running::Running;
use crate::support::Handbook;
use crate::support::program::OnDisk;

/// What stands in files that nobody may get: hidden, beside the handbook, or none of it.
const SECRET: &str = "nobody-may-read-this";

/// Whoever listens gets no end of an answer.
const PATIENCE: Duration = Duration::from_millis(300);

/// How long one waits for an answer that has to come.
const DEADLINE: Duration = Duration::from_secs(30);

struct Preview {
    running: Running,
    _handbook: OnDisk,
}

static PREVIEW: Mutex<Option<Preview>> = Mutex::new(None);

/// Ends the preview, if there is one.
pub fn end() {
    *PREVIEW.lock().unwrap() = None;
}

fn address() -> SocketAddr {
    let mut preview = PREVIEW.lock().unwrap();
    let begin = || {
        let handbook = Handbook::new("--- content/index.md\n# Anfang\n--- content/a.md\n# A\n")
            .with("content/p.png", "x")
            .with("content/.geheim.md", SECRET)
            .with(".env", SECRET)
            .with("notizen.txt", SECRET)
            .on_disk();
        Preview {
            running: Running::start(&handbook),
            _handbook: handbook,
        }
    };
    preview.get_or_insert_with(begin).running.address
}

fn send(address: SocketAddr, request: &[u8], patience: Duration) -> Vec<u8> {
    let mut answer = Vec::new();
    let mut stream = TcpStream::connect(address).expect("the preview listens");
    stream.set_read_timeout(Some(patience)).unwrap();
    stream.set_write_timeout(Some(patience)).unwrap();
    // It may have hung up before it got all of it.
    let _ = stream.write_all(request);
    if patience < DEADLINE {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let _ = stream.take(1 << 20).read_to_end(&mut answer);
    answer
}

/// Every request gets an answer or none, no answer tells a secret, none says that the program failed, and the next
/// one is answered as ever.
pub fn take(bytes: &[u8]) {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let address = address();
    let text = bytes.to_vec();
    let request = replaced(&text, b"HOST", address.to_string().as_bytes());
    let answer = send(address, &request, PATIENCE);
    let has = |text: &[u8]| answer.windows(text.len()).any(|window| window == text);
    assert!(!has(SECRET.as_bytes()), "a secret is told");
    let starts_well = answer.is_empty() || answer.starts_with(b"HTTP/1.");
    assert!(starts_well, "this is no answer");
    assert!(!answer.starts_with(b"HTTP/1.1 500"), "the program failed");
    if COUNT.fetch_add(1, Ordering::Relaxed).is_multiple_of(50) {
        let plain = format!("GET /a/ HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        let answer = send(address, plain.as_bytes(), DEADLINE);
        let begins = String::from_utf8_lossy(&answer[..answer.len().min(40)]);
        assert!(
            begins.starts_with("HTTP/1.1 200"),
            "it answers no more: {begins:?}"
        );
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut replaced = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        replaced.extend_from_slice(&rest[..at]);
        replaced.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    replaced.extend_from_slice(rest);
    replaced
}
