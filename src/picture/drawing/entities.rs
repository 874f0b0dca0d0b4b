//! Entities that a drawing declares for itself. Some programs name their namespaces like that; others make a
//! text of a kilobyte as large as a library.

/// As many bytes as all entities of a drawing may stand for.
const MAX: usize = 64 << 20;

const DECLARATION: &str = "<!ENTITY";

/// Whether the entities of a text can't make it much larger.
pub(super) fn are_harmless(text: &str) -> bool {
    let (Some(first), Some(last)) = (text.find(DECLARATION), text.rfind(DECLARATION)) else {
        return true;
    };
    let value = &text[last..];
    let end = value.find(['"', '\'']).and_then(|start| {
        let quote = &value[start..=start];
        Some(start + 1 + value[start + 1..].find(quote)?)
    });
    let declared = &text[first..last + end.unwrap_or(value.len())];
    let mut references = declared.match_indices('&');
    // One that stands for others may stand for any number of them.
    let are_plain = references.all(|(at, _)| declared[at..].starts_with("&#"));
    are_plain && text.matches('&').count().saturating_mul(declared.len()) <= MAX
}
