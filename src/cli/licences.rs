//! `licences`: what the program is made of, and what must be handed on with it.

use std::io::Read;

use flate2::read::DeflateDecoder;

/// Licences of the packages, as `tests/licences.rs` derives them, packed.
const PACKAGES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/licences.deflate"));

/// Prints the licences of all packages, and of the definitions of the languages of code.
pub(super) fn run() -> u8 {
    let mut packages = String::new();
    let read = DeflateDecoder::new(PACKAGES).read_to_string(&mut packages);
    read.expect("the program carries what was packed when it was compiled");
    outln!("{}", packages.trim_end());
    outln!("\n{}\n", "-".repeat(72));
    outln!(
        "{}",
        two_face::acknowledgement::listing().to_md().trim_end()
    );
    0
}
