//! Findings as workflow commands of GitHub Actions, which become annotations at the lines.

use super::{Entry, Severity};

/// One command a line. `prefix` is put before every path: the platform wants them as seen from the
/// repository's root.
pub fn write(entries: &[Entry], prefix: &str) -> String {
    entries.iter().map(|entry| command(entry, prefix)).collect()
}

fn command(entry: &Entry, prefix: &str) -> String {
    let name = match entry.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let path = format!("{prefix}{}", entry.location.path);
    let mut properties = format!("file={}", property(&path));
    if let Some(region) = entry.location.region {
        let (start, end) = (region.start, region.end);
        properties += &format!(",line={},endLine={}", start.line, end.line);
        // Columns are only heeded within one line.
        if start.line == end.line {
            properties += &format!(",col={},endColumn={}", start.column, end.column);
        }
    }
    properties += &format!(",title={}", property(entry.slug));
    format!("::{name} {properties}::{}\n", data(&entry.text()))
}

fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
