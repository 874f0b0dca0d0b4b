//! Names that a file can have on every system. Windows knows the fewest, and macOS, like Windows, takes two
//! names that differ in their case alone for one.

/// Names of devices, with any ending behind them.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Names of devices with a number from 1 to 9 behind them.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// Whether a file or folder can be called `name`, which is one part of a path, on every system.
pub fn is_portable(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default().trim_end();
    let is_numbered = |device: &str| {
        let number = stem.strip_prefix(device).map(str::as_bytes);
        matches!(number, Some([b'1'..=b'9']))
    };
    let is_device = DEVICES.contains(&stem) || NUMBERED.into_iter().any(is_numbered);
    let is_sign = |sign: char| sign.is_control() || "<>:\"/\\|?*".contains(sign);
    !is_device && !name.contains(is_sign) && !name.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn windows_knows_the_fewest_names() {
        for name in [
            "con",
            "CON",
            "Aux.md",
            "nul.en.md",
            "prn .txt",
            "com1.md",
            "LPT9",
            "was?.md",
            "Ta:ge.md",
            "a*b",
            "a|b",
            "<a>",
            "a\"b",
            "a\\b",
            "a/b",
            "a\tb",
            "Ende.",
            "Ende ",
        ] {
            assert!(!is_portable(name), "{name}");
        }
        for name in [
            "index.md",
            "com.md",
            "com0.md",
            "com10.md",
            "console.md",
            "aux-1.md",
            "Übung (Kopie).md",
            "~$plan.docx",
            ".htaccess",
            "100%.md",
            "c#.md",
            "a&b.md",
        ] {
            assert!(is_portable(name), "{name}");
        }
    }
}
