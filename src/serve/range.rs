//! Parts of a file, as players of films ask for them.

/// What a `Range` header asks for, of a file that is `len` bytes long.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: there is no such header, or one that may be ignored.
    All,
    /// The bytes from the first to the second, both included.
    Bytes(u64, u64),
    /// Bytes that it doesn't have.
    Beyond,
}

/// Reads a `Range` header (RFC 9110, section 14). Several ranges at a time get the whole file, as
/// a server may choose.
pub(super) fn part(header: Option<&str>, len: u64) -> Part {
    let Some((from, to)) = header
        .and_then(|header| header.strip_prefix("bytes="))
        .and_then(|range| range.split_once('-'))
    else {
        return Part::All;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    match (from.trim(), to.trim()) {
        ("", to) => match number(to) {
            Some(0) => Part::Beyond,
            Some(_) if len == 0 => Part::Beyond,
            Some(last) => Part::Bytes(len.saturating_sub(last), len - 1),
            None => Part::All,
        },
        (from, to) => match (number(from), number(to)) {
            (Some(from), _) if from >= len => Part::Beyond,
            (Some(from), None) if to.is_empty() => Part::Bytes(from, len - 1),
            (Some(from), Some(to)) if from <= to => Part::Bytes(from, to.min(len - 1)),
            _ => Part::All,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        for (header, part_of_ten) in [
            ("bytes=0-", Part::Bytes(0, 9)),
            ("bytes=2-4", Part::Bytes(2, 4)),
            ("bytes=2-99", Part::Bytes(2, 9)),
            ("bytes=-3", Part::Bytes(7, 9)),
            ("bytes=-99", Part::Bytes(0, 9)),
            ("bytes=10-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=4-2", Part::All),
            ("bytes=0-1,3-4", Part::All),
            ("items=0-1", Part::All),
            ("bytes=x-", Part::All),
        ] {
            assert_eq!(part(Some(header), 10), part_of_ten, "{header}");
        }
        assert_eq!(part(None, 10), Part::All);
        assert_eq!(part(Some("bytes=0-"), 0), Part::Beyond);
        assert_eq!(part(Some("bytes=-1"), 0), Part::Beyond);
    }
}
