//! Random numbers that are the same on every machine: SplitMix64 and integer weights, because
//! floating-point powers may differ in the last bit between platforms.

/// The SplitMix64 generator (Steele, Lea and Flood, 2014).
pub struct Random(u64);

impl Random {
    /// A stream of its own for every pair of purpose and number, so that chapters can be written
    /// in any order and on any number of threads.
    pub fn stream(purpose: u64, number: usize) -> Self {
        let mut seed = Self(purpose);
        Self(seed.next() ^ number as u64)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `limit` - 1, all equally likely as far as a text can tell.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("a remainder is below its usize divisor")
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the items, all equally likely.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// Picks ranks as words occur in texts: the frequency falls with the rank (Zipf and Mandelbrot).
pub struct Zipf(Vec<usize>);

impl Zipf {
    /// For ranks from 0 to `ranks` - 1.
    pub fn new(ranks: usize) -> Self {
        let mut sum = 0;
        Self(
            (0..ranks)
                .map(|rank| {
                    sum += 1_000_000 / (rank + 3);
                    sum
                })
                .collect(),
        )
    }

    /// A rank; the list that it was made for must not be empty.
    pub fn pick(&self, random: &mut Random) -> usize {
        let last = *self.0.last().expect("a Zipf has at least one rank");
        let point = random.below(last);
        self.0.partition_point(|&sum| sum <= point)
    }
}
