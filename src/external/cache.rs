//! Answers of former runs, in a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Answer;

const DAY: u64 = 24 * 60 * 60;

/// Answers by address. An old answer is none; nor is one of another version of the file.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cache {
    version: u32,
    answers: BTreeMap<String, Kept>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// In seconds since 1970.
    asked: u64,
    answer: Answer,
}

impl Cache {
    const VERSION: u32 = 1;

    /// Reads a file. One that can't be read is an empty one: everything is asked again.
    pub fn read(bytes: &[u8]) -> Self {
        let read: Option<Self> = serde_json::from_slice(bytes).ok();
        read.filter(|cache| cache.version == Self::VERSION)
            .unwrap_or_default()
    }

    /// The file, without what is older than it counts `now` (seconds since 1970).
    pub fn write(&mut self, now: u64) -> Vec<u8> {
        self.version = Self::VERSION;
        self.answers.retain(|_, kept| kept.counts(now));
        serde_json::to_vec_pretty(self).expect("answers can be written as JSON")
    }

    /// What is known of `url`.
    pub fn get(&self, url: &str, now: u64) -> Option<&Answer> {
        let kept = self.answers.get(url)?;
        kept.counts(now).then_some(&kept.answer)
    }

    /// When something was asked for last.
    pub fn asked(&self) -> Option<u64> {
        self.answers.values().map(|kept| kept.asked).max()
    }

    /// All answers, however old.
    pub fn answers(&self) -> BTreeMap<String, Answer> {
        let answers = self.answers.iter();
        answers
            .map(|(url, kept)| (url.clone(), kept.answer.clone()))
            .collect()
    }

    /// Keeps an answer.
    pub fn put(&mut self, url: String, answer: Answer, now: u64) {
        self.answers.insert(url, Kept { asked: now, answer });
    }
}

impl Kept {
    /// A page that was there will be there for a while; a server that failed may be well again soon.
    fn counts(&self, now: u64) -> bool {
        let lasts = match self.answer {
            Answer::Good | Answer::Moved(_) => 7 * DAY,
            Answer::Gone(_) | Answer::Forbidden(_) => DAY,
            _ => DAY / 24,
        };
        // A clock that was set back makes no answer last for ever.
        self.asked <= now && now - self.asked < lasts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_grow_old_each_in_its_time() {
        let mut cache = Cache::default();
        cache.put("a".into(), Answer::Good, 1000);
        cache.put("b".into(), Answer::Failing(503), 1000);
        let soon = 1000 + DAY / 2;
        assert_eq!(
            (cache.get("a", soon), cache.get("b", soon)),
            (Some(&Answer::Good), None)
        );
        assert_eq!(cache.get("a", 1000 + 8 * DAY), None);
        assert_eq!(cache.get("a", 999), None);
        let mut again = Cache::read(&cache.write(soon));
        assert_eq!(again, cache);
        let written = String::from_utf8(again.write(soon)).unwrap();
        assert!(written.contains("good") && !written.contains("failing"));
    }

    #[test]
    fn a_broken_file_is_an_empty_one() {
        for bytes in [&b"{"[..], b"", b"{\"version\": 99, \"answers\": {}}", b"[]"] {
            assert_eq!(Cache::read(bytes), Cache::default());
        }
    }
}
