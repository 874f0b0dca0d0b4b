//! The text of a link says where it leads, also read by itself.

use super::{Content, Text};
use crate::diagnostic::{Finding, codes};
use crate::source::web;

/// Texts that say nothing about where a link leads.
const VAGUE_TEXTS: &str = "hier|klicken sie hier|hier klicken|klick hier|mehr|mehr dazu|mehr erfahren|mehr \
    lesen|mehr informationen|weiter|weiterlesen|weitere informationen|link|dieser link|zum link|siehe \
    hier|dort|download|herunterladen|here|click here|more|read more|learn more|this|this link|more \
    information|see here|continue";

/// Finds links that nobody can see or hear.
pub(super) fn empty(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let links = text.document.facts.links.iter();
    let links = links.filter(|link| link.text.trim().is_empty() && !link.target.is_empty());
    findings.extend(links.map(|link| {
        Finding::new(&codes::LINK_WITHOUT_TEXT, text.path)
            .at(link.span)
            .with("target", link.target.as_str())
    }));
}

/// Finds links that say nothing, or an address.
pub(super) fn says_nothing(content: &Content<'_>) -> Vec<Finding> {
    content.each(|path, facts, findings| {
        for link in &facts.links {
            let code = match link.text.trim() {
                text if is_vague(text) => &codes::VAGUE_LINK_TEXT,
                text if is_address(text) && !link.is_bare => &codes::BARE_ADDRESS,
                _ => continue,
            };
            let finding = Finding::new(code, path).at(link.span);
            findings.push(finding.with("text", link.text.trim()));
        }
    })
}

fn is_vague(text: &str) -> bool {
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    VAGUE_TEXTS.split('|').any(|vague| vague == bare)
}

/// An address with everything that makes it one. The name of a site, `www.example.org`, is read
/// out well enough; so is the address of a person.
fn is_address(text: &str) -> bool {
    let is_path = text.starts_with("www.") && text.trim_end_matches('/').contains('/');
    (web::is_web(text) || is_path) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_texts_are_told_from_short_ones() {
        assert!(is_vague("Hier"));
        assert!(is_vague("» mehr …"));
        assert!(is_vague("Weitere Informationen"));
        assert!(!is_vague("Mehrgenerationenhaus"));
        assert!(!is_vague("Hier steht der Ablauf"));
    }

    #[test]
    fn addresses_are_told_from_names_of_sites() {
        assert!(is_address("https://www.example.org"));
        assert!(is_address("www.example.org/a/b.html"));
        assert!(!is_address("www.example.org"));
        assert!(!is_address("www.example.org/"));
        assert!(!is_address("Das Portal https://x.example erklärt es"));
    }
}
