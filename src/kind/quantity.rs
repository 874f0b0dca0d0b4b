//! Numbers, ranges and durations as authors write them, in German or English.

/// From one number to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// Least; none if open.
    pub from: Option<f64>,
    /// Greatest; none if open.
    pub to: Option<f64>,
}

/// A length of time, or from one to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Duration {
    /// Least, in minutes; none if open.
    pub from: Option<f64>,
    /// Greatest, in minutes; none if open.
    pub to: Option<f64>,
}

/// A number with decimal comma or point, and with blanks or points between thousands.
pub fn number(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let groups: Vec<&str> = digits.split('.').collect();
    let thousands = groups.len() > 1
        && groups[0].len() <= 3
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups[0] != "0";
    let plain = if thousands {
        text.replace('.', "")
    } else {
        text
    }
    .replace(',', ".");
    let allowed = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    plain.chars().all(allowed).then(|| plain.parse().ok())?
}

/// Splits `15-30`, `15 bis 30`, `ab 15`, `15+`, `bis 30` or `30` into its ends, each still a text,
/// and what stands behind the last number.
fn ends(text: &str) -> (Option<&str>, Option<&str>) {
    let text = text.trim();
    let lower = text.to_lowercase();
    let behind = |words: &[&str]| {
        words
            .iter()
            .find(|word| lower.starts_with(**word))
            .and_then(|word| text.get(word.len()..))
    };
    if let Some(rest) = behind(&["ab ", "mindestens ", "from ", "at least ", "over ", "über "]) {
        return (Some(rest), None);
    }
    if let Some(rest) = behind(&[
        "bis zu ",
        "bis ",
        "höchstens ",
        "up to ",
        "at most ",
        "unter ",
    ]) {
        return (None, Some(rest));
    }
    for separator in [" bis ", " to ", "–", "-"] {
        if let Some((from, to)) = text.split_once(separator)
            && !from.trim().is_empty()
        {
            return (Some(from), Some(to));
        }
    }
    if let Some(from) = text.strip_suffix('+') {
        return (Some(from), None);
    }
    (Some(text), Some(text))
}

impl Range {
    /// Reads `15-30`, `15 bis 30`, `ab 30`, `30+`, `bis 15`, `12`.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = ends(text);
        let read = |end: Option<&str>| end.map_or(Some(None), |end| Some(Some(number(end)?)));
        let range = Self {
            from: read(from)?,
            to: read(to)?,
        };
        let ordered = range.from.zip(range.to).is_none_or(|(from, to)| from <= to);
        ordered.then_some(range)
    }
}

impl Duration {
    /// Reads `2 Stunden`, `1,5 Tage`, `2-3 Wochen`, `90 min`, `ab 2 Tagen`, `up to 3 hours`.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = ends(text);
        // In `2-3 Tage` the unit belongs to both numbers.
        let shared = to.or(from).and_then(|end| amount(end)?.1);
        let read = |end: Option<&str>| {
            let Some(end) = end else { return Some(None) };
            let (number, unit) = amount(end)?;
            Some(Some(number * unit.or(shared)?))
        };
        let duration = Self {
            from: read(from)?,
            to: read(to)?,
        };
        let ordered = duration
            .from
            .zip(duration.to)
            .is_none_or(|(from, to)| from <= to);
        ordered.then_some(duration)
    }
}

/// A number and the minutes of the unit behind it, if one stands there.
fn amount(text: &str) -> Option<(f64, Option<f64>)> {
    let text = text.trim();
    let at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let number = match text[..at].trim() {
        // „ein Tag“
        "" => 1.0,
        digits => number(digits)?,
    };
    let words: Vec<&str> = text[at..].split_whitespace().collect();
    let unit = match words.as_slice() {
        [] => return Some((number, None)),
        [unit] => unit,
        [
            "ein" | "eine" | "einen" | "einer" | "einem" | "a" | "an" | "one",
            unit,
        ] if at == 0 => unit,
        _ => return None,
    };
    Some((number, Some(unit_minutes(unit)?)))
}

fn unit_minutes(word: &str) -> Option<f64> {
    const HOUR: f64 = 60.0;
    const DAY: f64 = 24.0 * HOUR;
    const UNITS: [(&[&str], f64); 6] = [
        (&["min", "minute", "minuten", "minutes", "minutes"], 1.0),
        (&["h", "std", "stunde", "stunden", "hour", "hours"], HOUR),
        (&["tag", "tage", "tagen", "day", "days"], DAY),
        (&["woche", "wochen", "week", "weeks"], 7.0 * DAY),
        (
            &["monat", "monate", "monaten", "month", "months"],
            30.0 * DAY,
        ),
        (&["jahr", "jahre", "jahren", "year", "years"], 365.0 * DAY),
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    UNITS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))
        .map(|(_, minutes)| *minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_german_or_english() {
        assert_eq!(number("1,5"), Some(1.5));
        assert_eq!(number("1.5"), Some(1.5));
        assert_eq!(number("15.000"), Some(15000.0));
        assert_eq!(number("15 000"), Some(15000.0));
        assert_eq!(number("0.125"), Some(0.125));
        assert_eq!(number("viele"), None);
        assert_eq!(number("NaN"), None);
    }

    #[test]
    fn ranges_may_be_open() {
        let range = |text| Range::parse(text).map(|r| (r.from, r.to));
        assert_eq!(range("15-30"), Some((Some(15.0), Some(30.0))));
        assert_eq!(range("15 bis 30"), Some((Some(15.0), Some(30.0))));
        assert_eq!(range("ab 30"), Some((Some(30.0), None)));
        assert_eq!(range("30+"), Some((Some(30.0), None)));
        assert_eq!(range("bis 15"), Some((None, Some(15.0))));
        assert_eq!(range("35"), Some((Some(35.0), Some(35.0))));
        assert_eq!(range("30-15"), None);
        assert_eq!(range("einige"), None);
    }

    #[test]
    fn durations_know_units() {
        let duration = |text| Duration::parse(text).map(|d| (d.from, d.to));
        assert_eq!(duration("90 Minuten"), Some((Some(90.0), Some(90.0))));
        assert_eq!(duration("1,5 Stunden"), Some((Some(90.0), Some(90.0))));
        assert_eq!(duration("2-3 Tage"), Some((Some(2880.0), Some(4320.0))));
        assert_eq!(duration("ein Tag"), Some((Some(1440.0), Some(1440.0))));
        assert_eq!(duration("up to 2 hours"), Some((None, Some(120.0))));
        assert_eq!(duration("2 Monde"), None);
        assert_eq!(duration("lange"), None);
        assert_eq!(duration("3"), None);
    }
}
