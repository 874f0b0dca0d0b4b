//! What stands in brackets, and whether it reads like an address.

/// The length up to and with the sign that closes what `line` begins with.
pub(super) fn closing(line: &[u8], open: u8, close: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in line.iter().enumerate() {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
}

/// Whether what stands in brackets reads like an address.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let has_ending = text.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=5).contains(&ending.len())
            && ending.chars().all(char::is_alphanumeric)
            && ending.contains(char::is_alphabetic)
    });
    !text.contains(char::is_whitespace)
        && (has_ending
            || text.contains("://")
            || text.starts_with(['#', '/'])
            || text.starts_with("./")
            || text.starts_with("../")
            || text.starts_with("www.")
            || text.starts_with("mailto:"))
}
