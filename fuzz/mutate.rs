//! New inputs from old ones.

/// A source of numbers: the same for the same beginning.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.next() % sides.max(1) as u64).unwrap()
    }

    /// A number below a power of two, mostly a small one.
    fn few(&mut self, powers: usize) -> usize {
        let power = self.roll(powers);
        self.roll(1 << power)
    }

    pub fn choose<'t, T: ?Sized>(&mut self, things: &[&'t T]) -> &'t T {
        things[self.roll(things.len())]
    }
}

/// Pieces that mean something somewhere.
pub const PIECES: [&str; 84] = [
    "---\n",
    "title: ",
    "kind: ",
    "order: ",
    "tools: [",
    "id: x\n",
    "aliases: [",
    "status: draft\n",
    "open: [",
    "steps:\n  - ",
    "updated: 2018-06-15\n",
    "\"",
    "'",
    ": ",
    "- ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "{#x}",
    "# ",
    "## ",
    "![](",
    "![x](b.md)",
    "[x](b.md#x)",
    "[^1]",
    "[^1]: ",
    "[x]: y\n",
    "> ",
    "> [!NOTE] ",
    "|a|b|\n|-|-|\n",
    "|",
    "```rust\n",
    "```",
    "`",
    "~~~\n",
    "<a href=\"",
    "<img src=x>",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "<svg><script>",
    "<details><summary>",
    "&amp;",
    "&#0;",
    "&#x10ffff;",
    "\\",
    "*",
    "**",
    "_",
    "~~",
    "- [ ] ",
    "1. ",
    "javascript:",
    "data:text/html,",
    "https://x.example/",
    "//",
    "../",
    "%c3",
    "%00",
    "ä\u{308}",
    "ß",
    "\u{feff}",
    "\u{0}",
    "\u{7f}\u{85}",
    "\u{ad}",
    "\u{202e}",
    "\u{2028}",
    "\u{fffe}",
    "𝄞",
    "99999999999999999999",
    "-1",
    "<i data-fuzz>",
];

/// An input from `seeds`: one of them, changed in several places.
pub fn input(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut input = match dice.roll(8) {
        0 => Vec::new(),
        _ if seeds.is_empty() => Vec::new(),
        _ => seeds[dice.roll(seeds.len())].clone(),
    };
    // What is long is cut, so that many inputs are tried.
    if input.len() > 3_000 {
        let from = dice.roll(input.len() - 1_500);
        let to = (from + 500 + dice.roll(2_000)).min(input.len());
        let front = input
            .iter()
            .take(if dice.roll(2) == 0 { 400 } else { 0 })
            .copied()
            .collect::<Vec<_>>();
        input = [front, input[from..to].to_vec()].concat();
    }
    let changes = 1 + dice.few(5);
    for _ in 0..changes {
        change(dice, &mut input, seeds);
    }
    input
}

fn change(dice: &mut Dice, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    let at = dice.roll(input.len() + 1);
    let end = (at + 1 + dice.few(7)).min(input.len());
    match dice.roll(16) {
        0..=5 => {
            let piece = dice.choose(&PIECES);
            input.splice(at..at, piece.bytes());
        }
        6 => {
            let piece = dice.choose(&PIECES);
            let times = 1 << dice.roll(8);
            input.splice(at..at, piece.repeat(times).into_bytes());
        }
        7 | 8 if at < end => {
            input.drain(at..end);
        }
        9 if at < end => {
            let part = input[at..end].to_vec();
            let to = dice.roll(input.len() + 1);
            input.splice(to..to, part);
        }
        10 if at < end => {
            let place = at + dice.roll(end - at);
            input[place] ^= 1 << dice.roll(8);
        }
        11 if at < end => {
            let byte = u8::try_from(dice.roll(256)).unwrap();
            input[at..end].fill(byte);
        }
        12 | 13 if !seeds.is_empty() => {
            let other = &seeds[dice.roll(seeds.len())];
            let from = dice.roll(other.len() + 1);
            let to = (from + dice.roll(400)).min(other.len());
            input.splice(at..at, other[from..to].iter().copied());
        }
        14 => input.truncate(at),
        _ => {
            let sign = char::from_u32(u32::try_from(dice.roll(0x11_0000)).unwrap());
            input.splice(at..at, sign.unwrap_or('?').to_string().into_bytes());
        }
    }
}
