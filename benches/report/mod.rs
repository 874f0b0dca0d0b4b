//! Medians of the samples of one handbook, as a table for people and as JSON.

use serde::Serialize;

use crate::measure::Sample;

/// What is reported of one handbook size and one way of building.
#[derive(Serialize)]
pub struct Row {
    pub chapters: u32,
    /// `build`, with the extra arguments of a variant.
    pub what: String,
    /// Median time of a build, in seconds.
    pub build: f64,
    /// Build time per chapter, in milliseconds.
    pub per_chapter: f64,
    pub chapters_per_second: f64,
    /// Median peak memory of a build, in bytes.
    pub peak: Option<u64>,
    /// Sum of the sizes of all files of the site, in bytes.
    pub output: u64,
    /// Median time of the floor, in seconds.
    pub floor: f64,
    /// Median peak memory of the floor, in bytes.
    pub floor_peak: Option<u64>,
    /// Median of the ratios of each build to the floor run just before it.
    pub ratio: f64,
    /// Fastest build to fastest floor: what remains when other work on the machine disturbed most
    /// rounds.
    pub best_ratio: f64,
    /// For a variant: median of the ratios of each build to the plain build of the same round.
    pub to_plain: Option<f64>,
}

impl Row {
    /// Sums up the runs of one way of building; the n-th samples of all lists are of one round.
    pub fn new(
        (chapters, what, output): (u32, String, u64),
        floor: &[Sample],
        build: &[Sample],
        plain: Option<&[Sample]>,
    ) -> Self {
        let seconds = median(build.iter().map(|sample| sample.seconds));
        Self {
            chapters,
            what,
            build: seconds,
            per_chapter: seconds * 1_000.0 / f64::from(chapters),
            chapters_per_second: f64::from(chapters) / seconds,
            peak: peak(build),
            output,
            floor: median(floor.iter().map(|sample| sample.seconds)),
            floor_peak: peak(floor),
            ratio: ratio(build, floor),
            best_ratio: fastest(build) / fastest(floor),
            to_plain: plain.map(|plain| ratio(build, plain)),
        }
    }

    fn cells(&self) -> Vec<String> {
        vec![
            self.chapters.to_string(),
            self.what.clone(),
            format!("{:.3} s", self.build),
            format!("{:.3} ms", self.per_chapter),
            format!("{:.0}", self.chapters_per_second),
            megabytes(self.peak),
            megabytes(Some(self.output)),
            format!("{:.3} s", self.floor),
            megabytes(self.floor_peak),
            format!("{:.2}x", self.ratio),
            format!("{:.2}x", self.best_ratio),
            self.to_plain
                .map_or_else(String::new, |ratio| format!("{ratio:.3}x")),
        ]
    }
}

const HEAD: [&str; 12] = [
    "chapters",
    "what",
    "time",
    "per chapter",
    "chapters/s",
    "peak",
    "output",
    "floor",
    "floor peak",
    "build/floor",
    "best/best",
    "to plain",
];

/// The rows under a head, in aligned columns.
pub fn table(rows: &[Row]) -> String {
    let mut lines = vec![HEAD.map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(Row::cells));
    let widths: Vec<_> = (0..HEAD.len())
        .map(|column| {
            lines
                .iter()
                .map(|line| line[column].chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    lines
        .iter()
        .map(|line| {
            let cells: Vec<_> = line
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:>width$}"))
                .collect();
            cells.join("  ").trim_end().to_owned() + "\n"
        })
        .collect()
}

/// Time per chapter of the plain build at 10,000 chapters against that at 1,000, if both were run.
pub fn growth(rows: &[Row]) -> Option<f64> {
    let at = |chapters| {
        rows.iter()
            .find(|row| row.chapters == chapters && row.to_plain.is_none())
            .map(|row| row.per_chapter)
    };
    Some(at(10_000)? / at(1_000)?)
}

fn ratio(above: &[Sample], below: &[Sample]) -> f64 {
    median(
        above
            .iter()
            .zip(below)
            .map(|(above, below)| above.seconds / below.seconds),
    )
}

fn fastest(samples: &[Sample]) -> f64 {
    samples
        .iter()
        .map(|sample| sample.seconds)
        .fold(f64::INFINITY, f64::min)
}

fn peak(samples: &[Sample]) -> Option<u64> {
    let mut peaks: Vec<_> = samples.iter().filter_map(|sample| sample.peak).collect();
    peaks.sort_unstable();
    peaks.get(peaks.len() / 2).copied()
}

/// The middle value; of an even number, the mean of the two in the middle.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}

fn megabytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(
        || "?".to_owned(),
        |bytes| format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    )
}
