//! Several entries in one text, as people write them who have seen no list: with numbers, commas or semicolons.

use std::ops::Range;

/// The items of a list with numbers that was read as one text: `1. Ankommen 2. Reden`.
pub(super) fn numbered(text: &str) -> Option<impl Iterator<Item = &str>> {
    let mut rest = text.strip_prefix("1. ")?;
    let mut items = Vec::new();
    for number in 2.. {
        let Some((item, behind)) = rest.split_once(&format!(" {number}. ")) else {
            break;
        };
        items.push(item.trim());
        rest = behind;
    }
    items.push(rest.trim());
    (items.len() > 1).then(|| items.into_iter())
}

/// Where the parts of `text` between such separators stand in it, if there are several and none is empty.
pub(super) fn parts(text: &str, separators: &[&str]) -> Option<Vec<Range<usize>>> {
    let found = separators
        .iter()
        .flat_map(|separator| text.match_indices(separator));
    let mut found: Vec<(usize, usize)> = found.map(|(at, sign)| (at, at + sign.len())).collect();
    found.sort_unstable();
    let starts = [0].into_iter().chain(found.iter().map(|(_, end)| *end));
    let ends = found.iter().map(|(at, _)| *at).chain([text.len()]);
    let parts = starts.zip(ends).map(|(start, end)| {
        let part = text.get(start..end)?;
        let inside = part.trim();
        let at = start + part.len() - part.trim_start().len();
        (!inside.is_empty()).then(|| at..at + inside.len())
    });
    parts
        .collect::<Option<Vec<_>>>()
        .filter(|parts| parts.len() > 1)
}

/// Whether what stands behind a comma goes on with the sentence before it.
pub(super) fn goes_on(part: &str) -> bool {
    const WORDS: [&str; 34] = [
        "aber", "also", "auch", "da", "damit", "darunter", "das", "dass", "davon", "denn", "der",
        "die", "doch", "jedoch", "ob", "obwohl", "sondern", "um", "und", "was", "weil", "wenn",
        "wie", "wobei", "wo", "and", "because", "but", "of", "that", "which", "who", "where",
        "while",
    ];
    let first = part.split_whitespace().next().unwrap_or_default();
    WORDS.contains(&first)
}

/// Whether a text looks like the name of a person rather than that of an office: two words or more with capitals.
pub(super) fn is_person(text: &str) -> bool {
    const OFFICES: [&str; 16] = [
        "Abteilung",
        "Amt",
        "Büro",
        "Fachbereich",
        "Gemeinde",
        "Kreis",
        "Landkreis",
        "Netzwerk",
        "Projekt",
        "Referat",
        "Stadt",
        "Team",
        "Verein",
        "City",
        "Office",
        "Town",
    ];
    const BETWEEN: [&str; 6] = ["von", "van", "de", "zu", "del", "di"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || BETWEEN.contains(word);
    words.len() > 1
        && words
            .iter()
            .all(|word| is_name(word) && !OFFICES.contains(word))
}
