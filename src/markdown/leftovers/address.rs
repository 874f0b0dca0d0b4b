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

/// Where `what` begins in a line.
pub(super) fn position(line: &[u8], what: &[u8]) -> Option<usize> {
    line.windows(what.len()).position(|window| window == what)
}

/// The length of a link whose text doesn't end, `[Treffen(treffen.md)`, if `line` begins with one.
pub(super) fn unclosed_link(line: &[u8]) -> Option<usize> {
    let inside = line.iter().skip(1);
    let open = 1 + inside.take_while(|byte| !b"[](".contains(byte)).count();
    // Between blocks nothing is seen.
    let rest = line.get(open..)?.split(|byte| *byte == 0).next()?;
    if open == 1 || line[open - 1] == b' ' || !rest.starts_with(b"(") || rest.contains(&b']') {
        return None;
    }
    let length = closing(rest, b'(', b')')?;
    let target = str::from_utf8(&rest[1..length - 1]).ok()?;
    // Other names of files may stand in brackets behind a word.
    let leads = target.contains(".md") || target.contains("://");
    (leads && is_address(target)).then_some(open + length)
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
