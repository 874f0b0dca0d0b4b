//! Many addresses, gently: several hosts at a time, but never two questions to one host.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use super::{Answer, Client};
use crate::source::web;

/// How fast to ask.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// How many hosts at a time.
    pub hosts: usize,
    /// How long a host is left alone between two questions.
    pub pause: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            hosts: 8,
            pause: Duration::from_millis(500),
        }
    }
}

/// The answers for `urls`, by address. `step` is called after each.
pub fn ask_all(
    client: &Client,
    urls: impl IntoIterator<Item = String>,
    pace: Pace,
    step: &(impl Fn() + Sync),
) -> BTreeMap<String, Answer> {
    let mut by_host: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for url in urls {
        let host = web::host(&url).unwrap_or_default();
        by_host.entry(host).or_default().push(url);
    }
    let mut waiting: Vec<Vec<String>> = by_host.into_values().collect();
    // The host with the most addresses takes longest, so it is begun with.
    waiting.sort_by_key(Vec::len);
    let waiting = Mutex::new(waiting);
    let answers = Mutex::new(BTreeMap::new());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.pop());
    let work = || {
        while let Some(urls) = next() {
            for (number, url) in urls.into_iter().enumerate() {
                if number > 0 {
                    thread::sleep(pace.pause);
                }
                let answer = client.ask(&url);
                if let Ok(mut answers) = answers.lock() {
                    answers.insert(url, answer);
                }
                step();
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..pace.hosts {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_default()
}
