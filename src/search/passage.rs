//! Passages: the units that are searched.
//!
//! A section is one passage, or several when it is long, so that words which stand near each other
//! are found together and an excerpt comes from the right place. A passage ends where a paragraph
//! or a sentence does, and keeps its section's heading and anchor.

/// Words after which a passage ends with its paragraph.
const PARAGRAPH_AFTER: usize = 90;
/// Words after which it ends with its sentence.
const SENTENCE_AFTER: usize = 160;

/// Cuts a section's text into passages, white space made single. An empty text is one passage, for
/// its heading can be found.
pub fn passages(body: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut passage = String::new();
    let mut count = 0;
    for line in body.lines() {
        for word in line.split_whitespace() {
            if !passage.is_empty() {
                passage.push(' ');
            }
            passage.push_str(word);
            count += 1;
            if count >= SENTENCE_AFTER && word.ends_with(['.', '!', '?']) {
                out.push(std::mem::take(&mut passage));
                count = 0;
            }
        }
        if count >= PARAGRAPH_AFTER {
            out.push(std::mem::take(&mut passage));
            count = 0;
        }
    }
    if !passage.is_empty() || out.is_empty() {
        out.push(passage);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_section_is_one_passage() {
        assert_eq!(
            passages("Ein  Satz.\n\nNoch einer."),
            ["Ein Satz. Noch einer."]
        );
        assert_eq!(passages(""), [""]);
    }

    #[test]
    fn a_long_one_is_cut_at_paragraphs_and_sentences() {
        let paragraph = "wort ".repeat(100);
        assert_eq!(
            passages(&format!("{paragraph}\n{paragraph}\nEnde")).len(),
            3
        );
        let sentences = "Neun Wörter stehen hier in einem ganz kurzen Satz. ".repeat(40);
        let cut = passages(&sentences);
        assert_eq!(cut.len(), 3);
        assert!(cut.iter().all(|passage| passage.ends_with("Satz.")));
    }
}
