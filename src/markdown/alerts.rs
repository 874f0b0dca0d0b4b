//! What alerts are called.

use pulldown_cmark::BlockQuoteKind;

/// The names of each kind, the one of Markdown first.
const NAMES: [(BlockQuoteKind, &[&str]); 5] = [
    (
        BlockQuoteKind::Note,
        &["NOTE", "HINWEIS", "INFO", "ANMERKUNG"],
    ),
    (BlockQuoteKind::Tip, &["TIP", "TIPP"]),
    (BlockQuoteKind::Important, &["IMPORTANT", "WICHTIG"]),
    (BlockQuoteKind::Warning, &["WARNING", "WARNUNG"]),
    (
        BlockQuoteKind::Caution,
        &["CAUTION", "VORSICHT", "ACHTUNG", "GEFAHR"],
    ),
];

/// The kind of alert that is called `name`.
pub(super) fn kind(name: &str) -> Option<BlockQuoteKind> {
    let name = name.trim().to_uppercase();
    let mut kinds = NAMES.iter();
    let found = kinds.find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(kind, _)| *kind)
}
