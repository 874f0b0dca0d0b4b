//! `licences`: what the program is made of, and what must be handed on with it.

/// Licences of the packages, as `tests/licences.rs` derives them.
const PACKAGES: &str = include_str!("../../LICENCES.txt");

/// Prints the licences of all packages, and of the definitions of the languages of code.
pub(super) fn run() -> u8 {
    outln!("{}", PACKAGES.trim_end());
    outln!("\n{}\n", "-".repeat(72));
    outln!(
        "{}",
        two_face::acknowledgement::listing().to_md().trim_end()
    );
    0
}
