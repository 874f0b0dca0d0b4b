//! A quantity among other words, as in `ca. 2 Stunden (ohne Pause)`.

/// A quantity and what else was said of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Remarked<'t> {
    /// The quantity.
    pub core: &'t str,
    /// The words before and behind it.
    pub words: (&'t str, &'t str),
}

impl<'t> Remarked<'t> {
    /// The longest part of `text` that `reads`, at its beginning or behind one word, if no other number is left.
    pub fn find(text: &'t str, reads: impl Fn(&str) -> bool) -> Option<Self> {
        /// So many words of a text are tried.
        const WORDS_MAX: usize = 12;
        let starts = word_starts(text);
        let ends = text
            .char_indices()
            .filter(|(_, c)| c.is_whitespace() || matches!(c, '(' | ',' | ';'))
            .map(|(at, _)| at)
            .chain([text.len()]);
        let mut ends: Vec<usize> = ends.take(WORDS_MAX).collect();
        ends.reverse();
        starts.take(2).find_map(|start| {
            let core = ends.iter().find_map(|end| {
                let core = text.get(start..*end)?.trim();
                (!core.is_empty() && reads(core)).then_some(core)
            })?;
            let end = start + core.len();
            let words = (text[..start].trim(), text[end..].trim());
            let number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
            (!number(words.0) && !number(words.1)).then_some(Self { core, words })
        })
    }

    /// The quantity, and behind it a comment that keeps the author's words.
    pub fn with_comment(&self) -> String {
        let (before, behind) = self.words;
        let words = [before, behind.trim_start_matches([',', ';', ' '])];
        let words: Vec<&str> = words
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        if words.is_empty() {
            return self.core.to_owned();
        }
        format!("{} # {}", self.core, words.join(" "))
    }
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = before.is_whitespace() && !c.is_whitespace() || before == '~';
        before = c;
        starts.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_a_quantity_are_told_apart() {
        let reads = |text: &str| text.starts_with('2') && text.ends_with("Stunden");
        let mended = |text| Some(Remarked::find(text, reads)?.with_comment());
        let right = |text: &str| Some(text.to_owned());
        assert_eq!(mended("ca. 2 Stunden"), right("2 Stunden # ca."));
        assert_eq!(
            mended("ca. 2 Stunden am Tag"),
            right("2 Stunden # ca. am Tag")
        );
        assert_eq!(
            mended("2 Stunden (ohne Pause)"),
            right("2 Stunden # (ohne Pause)")
        );
        assert_eq!(
            mended("2 Stunden, ohne Pause"),
            right("2 Stunden # ohne Pause")
        );
        assert_eq!(mended("2 Stunden am 3. Tag"), None);
        assert_eq!(mended("lange"), None);
    }
}
