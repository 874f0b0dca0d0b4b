//! Single lines of a text that the parser can't read, and what stands in them.

/// So many lines above the place are looked at for a quote that was never closed.
const LINES_MAX: usize = 8;

/// One line and its value: what stands behind `key: ` or `- `.
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    /// Where the value begins; at the end if there is none.
    pub value: usize,
}

/// The line at `at` and those above it that hold anything, up to [`LINES_MAX`].
pub(super) fn lines_up_from(text: &str, at: usize) -> impl Iterator<Item = Line> {
    let start_of = |at: usize| text[..at].rfind('\n').map_or(0, |line| line + 1);
    let mut next = Some(start_of(at));
    let lines = std::iter::from_fn(move || {
        let start = next?;
        next = start.checked_sub(1).map(start_of);
        let line = text[start..]
            .split('\n')
            .next()
            .unwrap_or_default()
            .trim_end();
        let end = start + line.len();
        Some(Line {
            start,
            end,
            value: start + value_of(line),
        })
    });
    let holds = move |line: &Line| {
        let line = text[line.start..line.end].trim_start();
        !line.is_empty() && !line.starts_with('#')
    };
    lines.take(4 * LINES_MAX).filter(holds).take(LINES_MAX)
}

/// Where the value in `line` begins.
fn value_of(line: &str) -> usize {
    let mut at = line.len() - line.trim_start().len();
    let mut is_item = false;
    while let Some(rest) = line[at..].strip_prefix("- ") {
        is_item = true;
        at = line.len() - rest.trim_start().len();
    }
    let rest = &line[at..];
    let is_key = |key: &str| {
        let sign = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        !key.is_empty() && key.trim_end().chars().all(sign)
    };
    match rest.split_once(':') {
        Some((key, value)) if is_key(key) && value.starts_with([' ', '\t']) => {
            line.len() - value.trim_start().len()
        }
        _ if is_item => at,
        _ => line.len(),
    }
}

/// The colon in `line` that should have a blank behind it.
pub(super) fn bare_colon(text: &str, line: &Line) -> Option<usize> {
    let written = &text[line.start..line.end];
    let begin = written.len() - written.trim_start_matches([' ', '-']).len();
    let (key, value) = written[begin..].split_once(':')?;
    let is_key = |c: char| c.is_ascii_lowercase() || c == '_';
    let bare = !value.is_empty() && !value.starts_with([' ', '\t', '/']);
    (bare && !key.is_empty() && key.chars().all(is_key)).then_some(line.start + begin + key.len())
}

/// The sign in a value that YAML takes for its own.
pub(super) fn sign_in(value: &str) -> Option<String> {
    let first = value.chars().next()?;
    if "@`%&*!|>?[]{},-#:".contains(first) {
        return Some(first.into());
    }
    let inside = [": ", " #", "\\"];
    let found = inside.into_iter().find(|sign| value.contains(sign));
    let found = found.or(value.ends_with(':').then_some(":"));
    found.map(|sign| sign.trim().to_owned())
}

/// Whether a value is one whole list or mapping in brackets, or the beginning of one.
pub(super) fn is_collection(value: &str) -> bool {
    if !value.starts_with(['[', '{']) {
        return false;
    }
    let mut depth = 0_usize;
    let mut signs = value.char_indices();
    let end = signs.find_map(|(at, c)| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    });
    end.is_none_or(|end| {
        let behind = value[end + 1..].trim_start();
        (behind.is_empty() || behind.starts_with('#')) && !value.starts_with("{{")
    })
}

/// Whether a value begins with a quote that isn't closed in it.
pub(super) fn is_open_quote(value: &str) -> bool {
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    mark.is_some_and(|mark| !value[1..].contains(mark))
}

/// What closes the brackets that a list or a mapping opens and doesn't close.
pub(super) fn open_brackets(value: &str) -> String {
    let mut open = Vec::new();
    if value.starts_with(['[', '{']) {
        for sign in value.chars() {
            match sign {
                '[' => open.push(']'),
                '{' => open.push('}'),
                ']' | '}' if open.last() == Some(&sign) => _ = open.pop(),
                _ => {}
            }
        }
    }
    open.iter().rev().collect()
}

/// Whether a line begins like the item of a list, as word processors or hasty hands write it, and isn't one.
pub(super) fn is_meant_as_item(line: &str) -> bool {
    let line = line.trim();
    let is_sign = |sign| {
        matches!(
            sign,
            '-' | '*' | '•' | '·' | '–' | '—' | '▪' | '●' | '○' | '◦'
        )
    };
    let rest = line.trim_start_matches(is_sign);
    let signs = line.len() - rest.len();
    let is_one = line[..signs].chars().count() == 1;
    let is_field = line.contains(": ") || line.ends_with(':');
    let is_item = rest.starts_with(' ') || !is_field;
    is_one && is_item && !rest.is_empty() && !line.starts_with("- ")
}
