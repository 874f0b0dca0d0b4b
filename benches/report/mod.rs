//! Medians of the samples of one handbook size, as a table for people and as JSON.

use serde::Serialize;

use crate::measure::Sample;

/// What is reported of one handbook size and one way of making a site of it.
#[derive(Serialize)]
pub struct Row {
    pub chapters: u32,
    /// `build`, with what is different about it, or the name of another generator.
    pub what: String,
    /// Median time, in seconds.
    pub time: f64,
    /// Time per chapter, in milliseconds.
    pub per_chapter: f64,
    /// Median peak memory, in bytes.
    pub peak: Option<u64>,
    /// Sum of the sizes of all files of the site, in bytes.
    pub output: u64,
    /// Median time of the floor, in seconds.
    pub floor: f64,
    /// Median time of the mirror, in seconds.
    pub mirror: f64,
    /// Median of the ratios to the floor of the same round.
    pub to_floor: f64,
    /// Median of the ratios to the mirror of the same round.
    pub to_mirror: f64,
    /// Fastest to fastest mirror: what remains when other work on the machine disturbed most rounds.
    pub best_to_mirror: f64,
    /// Median of the ratios to the plain build of the same round; absent for that itself.
    pub to_build: Option<f64>,
}

/// What was measured of one way of making a site. The n-th samples of all lists are of one round.
#[derive(Default)]
pub struct Measured {
    pub what: String,
    pub samples: Vec<Sample>,
    /// As for [`Row::output`].
    pub output: u64,
}

/// What a size is held against.
#[derive(Default)]
pub struct Floors {
    pub floor: Vec<Sample>,
    pub mirror: Vec<Sample>,
}

/// Sums up the runs of one size; the first of `measured` is the plain build.
pub fn rows(chapters: u32, floors: &Floors, measured: &[Measured]) -> Vec<Row> {
    let Some(build) = measured.first() else {
        return Vec::new();
    };
    let row = |(number, measured): (usize, &Measured)| {
        let time = median(measured.samples.iter().map(|sample| sample.seconds));
        Row {
            chapters,
            what: measured.what.clone(),
            time,
            per_chapter: time * 1_000.0 / f64::from(chapters),
            peak: peak(&measured.samples),
            output: measured.output,
            floor: median(floors.floor.iter().map(|sample| sample.seconds)),
            mirror: median(floors.mirror.iter().map(|sample| sample.seconds)),
            to_floor: ratio(&measured.samples, &floors.floor),
            to_mirror: ratio(&measured.samples, &floors.mirror),
            best_to_mirror: fastest(&measured.samples) / fastest(&floors.mirror),
            to_build: (number > 0).then(|| ratio(&measured.samples, &build.samples)),
        }
    };
    measured.iter().enumerate().map(row).collect()
}

impl Row {
    fn cells(&self) -> Vec<String> {
        vec![
            self.chapters.to_string(),
            self.what.clone(),
            format!("{:.3} s", self.time),
            format!("{:.3} ms", self.per_chapter),
            megabytes(self.peak),
            megabytes(Some(self.output)),
            format!("{:.3} s", self.floor),
            format!("{:.3} s", self.mirror),
            format!("{:.2}x", self.to_floor),
            format!("{:.2}x", self.to_mirror),
            format!("{:.2}x", self.best_to_mirror),
            self.to_build
                .map_or_else(String::new, |ratio| format!("{ratio:.3}x")),
        ]
    }
}

const HEAD: [&str; 12] = [
    "chapters",
    "what",
    "time",
    "per chapter",
    "peak",
    "output",
    "floor",
    "mirror",
    "to floor",
    "to mirror",
    "best/best",
    "to build",
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

/// How a tenfold handbook compares: the larger number of chapters, and how many times as long its plain build
/// takes.
#[derive(Serialize)]
pub struct Growth {
    pub chapters: u32,
    pub times: f64,
}

/// The growth between all sizes of which one is ten times the other.
pub fn growth(rows: &[Row]) -> Vec<Growth> {
    let plain = || rows.iter().filter(|row| row.to_build.is_none());
    let of = |large: &Row| {
        let small = plain().find(|small| small.chapters * 10 == large.chapters)?;
        Some(Growth {
            chapters: large.chapters,
            times: large.time / small.time,
        })
    };
    plain().filter_map(of).collect()
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
