//! The signs that can begin markup, looked for in many bytes at once: most texts have few.

/// How many bytes are looked at together.
pub(super) const TOGETHER: usize = 32;

const SIGNS: [u8; 13] = *b"[]*_~={<`:&'^";

/// Whether one of `bytes` is a sign, without asking of each byte which: processors compare many bytes
/// in one step.
pub(super) fn has_sign(bytes: &[u8]) -> bool {
    let mut found = false;
    for byte in bytes {
        for sign in SIGNS {
            found |= *byte == sign;
        }
    }
    found
}
