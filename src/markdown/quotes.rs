//! Quotation marks by language.

/// Marks around a quotation and around one within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quotes {
    /// Around a quotation.
    pub outer: [&'static str; 2],
    /// Around a quotation in a quotation.
    pub inner: [&'static str; 2],
}

/// The marks that are usual in `language`; English ones for a language not listed.
///
/// Source: the delimiters in the Unicode Common Locale Data Repository.
pub(crate) fn of(language: &str) -> Quotes {
    let marks = |outer, inner| Quotes { outer, inner };
    match language.split('-').next().unwrap_or_default() {
        "de" if language.starts_with("de-CH") => marks(["«", "»"], ["‹", "›"]),
        "de" | "cs" | "sk" | "sl" | "bg" | "lt" => marks(["„", "“"], ["‚", "‘"]),
        "pl" | "ro" | "hu" | "hr" | "bs" => marks(["„", "”"], ["‚", "’"]),
        "fr" => marks(["«\u{202f}", "\u{202f}»"], ["‹\u{202f}", "\u{202f}›"]),
        "es" | "it" | "pt" | "el" | "fa" | "hy" | "sq" => marks(["«", "»"], ["“", "”"]),
        "uk" | "ru" | "be" => marks(["«", "»"], ["„", "“"]),
        "ar" => marks(["”", "“"], ["’", "‘"]),
        "sv" | "fi" => marks(["”", "”"], ["’", "’"]),
        _ => marks(["“", "”"], ["‘", "’"]),
    }
}
