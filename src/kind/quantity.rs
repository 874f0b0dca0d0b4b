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
    /// Least; none if open.
    pub from: Option<Amount>,
    /// Greatest; none if open.
    pub to: Option<Amount>,
}

/// So many of a unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// How many.
    pub number: f64,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time, which has a text in every theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "there is nothing to say of a minute")]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

impl Amount {
    /// How long it is, in minutes; months have 30 days and years 365.
    pub fn minutes(self) -> f64 {
        const DAY: f64 = 24.0 * 60.0;
        self.number
            * match self.unit {
                Unit::Minutes => 1.0,
                Unit::Hours => 60.0,
                Unit::Days => DAY,
                Unit::Weeks => 7.0 * DAY,
                Unit::Months => 30.0 * DAY,
                Unit::Years => 365.0 * DAY,
            }
    }
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
            let unit = unit.or(shared)?;
            Some(Some(Amount { number, unit }))
        };
        let duration = Self {
            from: read(from)?,
            to: read(to)?,
        };
        let ends = duration.from.zip(duration.to);
        let ordered = ends.is_none_or(|(from, to)| from.minutes() <= to.minutes());
        ordered.then_some(duration)
    }
}

/// A number and the unit behind it, if one stands there.
fn amount(text: &str) -> Option<(f64, Option<Unit>)> {
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
    Some((number, Some(unit_called(unit)?)))
}

fn unit_called(word: &str) -> Option<Unit> {
    const UNITS: [(&[&str], Unit); 6] = [
        (&["min", "minute", "minuten", "minutes"], Unit::Minutes),
        (
            &["h", "std", "stunde", "stunden", "hour", "hours"],
            Unit::Hours,
        ),
        (&["tag", "tage", "tagen", "day", "days"], Unit::Days),
        (&["woche", "wochen", "week", "weeks"], Unit::Weeks),
        (
            &["monat", "monate", "monaten", "month", "months"],
            Unit::Months,
        ),
        (&["jahr", "jahre", "jahren", "year", "years"], Unit::Years),
    ];
    let word = word.trim_end_matches('.').to_lowercase();
    UNITS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))
        .map(|(_, unit)| *unit)
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
        let minutes = |end: Option<Amount>| end.map(Amount::minutes);
        let duration = |text| Duration::parse(text).map(|d| (minutes(d.from), minutes(d.to)));
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
