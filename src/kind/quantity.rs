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
pub(crate) fn number(text: &str) -> Option<f64> {
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
    let least = [
        "ab ",
        "mindestens ",
        "mind. ",
        "from ",
        "at least ",
        "over ",
        "über ",
        "mehr als ",
    ];
    if let Some(rest) = behind(&least) {
        return (Some(rest), None);
    }
    let most = [
        "bis zu ",
        "bis ",
        "höchstens ",
        "maximal ",
        "max. ",
        "up to ",
        "at most ",
        "unter ",
    ];
    if let Some(rest) = behind(&most) {
        return (None, Some(rest));
    }
    let text = ["von ", "zwischen "]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    for separator in [" bis ", " to ", "–", "—", "‑", "-"] {
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
    /// From how many minutes to how many it is, where less than a day is a part of eight hours: who has half
    /// a day has four hours.
    pub fn working_minutes(&self) -> (Option<f64>, Option<f64>) {
        let minutes = |amount: Amount| match amount.unit {
            Unit::Days if amount.number < 1.0 => amount.number * 8.0 * 60.0,
            _ => amount.minutes(),
        };
        (self.from.map(minutes), self.to.map(minutes))
    }

    /// Reads `2 Stunden`, `1,5 Tage`, `2-3 Wochen`, `90 min`, `ab 2 Tagen`, `up to 3 hours`.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = ends(text);
        if let Some(amount) = sum(text) {
            return Some(Self {
                from: Some(amount),
                to: Some(amount),
            });
        }
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

/// Two amounts that are one together: `2 Stunden 30 Minuten`, `1 Tag und 2 Stunden`.
fn sum(text: &str) -> Option<Amount> {
    let text = text.trim();
    let (at, _) = text
        .char_indices()
        .skip(1)
        .find(|(at, c)| c.is_ascii_digit() && text[..*at].contains(char::is_alphabetic))?;
    let long = text[..at].trim_end();
    let long = long
        .strip_suffix(" und")
        .or(long.strip_suffix(" and"))
        .unwrap_or(long);
    let ((large, large_unit), (small, small_unit)) = (amount(long)?, amount(&text[at..])?);
    let large = Amount {
        number: large,
        unit: large_unit?,
    };
    let unit = small_unit?;
    let one = Amount { number: 1.0, unit };
    let number = large.minutes() / one.minutes() + small;
    (large.unit as u8 > unit as u8).then_some(Amount { number, unit })
}

/// A number and the unit behind it, if one stands there.
fn amount(text: &str) -> Option<(f64, Option<Unit>)> {
    let text = text.trim();
    let at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let number = match text[..at].trim() {
        "" => None,
        digits => Some(digits.strip_suffix('½').map_or_else(
            || number(digits),
            |whole| match whole.trim() {
                "" => Some(0.5),
                whole => Some(number(whole)? + 0.5),
            },
        )?),
    };
    let words: Vec<&str> = text[at..].split_whitespace().collect();
    let (spelled, unit) = match words.as_slice() {
        [] => return Some((number?, None)),
        [word] if number.is_none() && spelled(word).is_some() => {
            return Some((spelled(word)?, None));
        }
        [unit] => (1.0, *unit),
        [article, half, unit] if is_half(half) && spelled(article) == Some(1.0) => (0.5, *unit),
        ["half", "a" | "an", unit] => (0.5, *unit),
        [half, unit] if is_half(half) => (0.5, *unit),
        [word, unit] => (spelled(word)?, *unit),
        _ => return None,
    };
    // „ein Tag“: either digits or words.
    let number = match number {
        Some(number) if words.len() == 1 => number,
        Some(_) => return None,
        None => spelled,
    };
    Some((number, Some(unit_called(unit)?)))
}

fn is_half(word: &str) -> bool {
    matches!(word, "halbe" | "halben" | "halber" | "halbes" | "half")
}

/// A number in words.
fn spelled(word: &str) -> Option<f64> {
    const WORDS: [(&[&str], f64); 14] = [
        (
            &["ein", "eine", "einen", "einer", "einem", "a", "an", "one"],
            1.0,
        ),
        (&["anderthalb", "eineinhalb"], 1.5),
        (&["zwei", "two"], 2.0),
        (&["zweieinhalb"], 2.5),
        (&["drei", "three"], 3.0),
        (&["dreieinhalb"], 3.5),
        (&["vier", "four"], 4.0),
        (&["fünf", "five"], 5.0),
        (&["sechs", "six"], 6.0),
        (&["sieben", "seven"], 7.0),
        (&["acht", "eight"], 8.0),
        (&["neun", "nine"], 9.0),
        (&["zehn", "ten"], 10.0),
        (&["zwölf", "twelve"], 12.0),
    ];
    let word = word.to_lowercase();
    let found = WORDS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()));
    found.map(|(_, number)| *number)
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
        assert_eq!(duration("halber Tag"), Some((Some(720.0), Some(720.0))));
        assert_eq!(duration("ein halber Tag"), Some((Some(720.0), Some(720.0))));
        assert_eq!(duration("half a day"), Some((Some(720.0), Some(720.0))));
        assert_eq!(duration("½ Tag"), Some((Some(720.0), Some(720.0))));
        assert_eq!(duration("1 ½ Stunden"), Some((Some(90.0), Some(90.0))));
        assert_eq!(
            duration("anderthalb Stunden"),
            Some((Some(90.0), Some(90.0)))
        );
        assert_eq!(
            duration("zwei bis drei Tage"),
            Some((Some(2880.0), Some(4320.0)))
        );
        assert_eq!(
            duration("2 Stunden 30 Minuten"),
            Some((Some(150.0), Some(150.0)))
        );
        assert_eq!(
            duration("1 Std. und 15 Min."),
            Some((Some(75.0), Some(75.0)))
        );
        assert_eq!(duration("max. 2 Stunden"), Some((None, Some(120.0))));
        assert_eq!(duration("30 Minuten 2 Stunden"), None);
        assert_eq!(duration("2 halbe Tage"), None);
        assert_eq!(duration("2 Monde"), None);
        assert_eq!(duration("lange"), None);
        assert_eq!(duration("3"), None);
    }
}
