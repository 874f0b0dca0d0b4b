//! Where the codes stand that lead a phone from paper to a page: QR codes of whole addresses.

use crate::search::digits;

/// The folder of all codes. Authors can't have files in it.
pub const CODES: &str = "assets/codes/";

/// How long an address may be. A code of more is too fine for a phone to read from a sheet of paper.
const ADDRESS_MAX: usize = 300;

/// The path of the file with the code of `address`; `None` if that is too long for one.
pub fn code_path(address: &str) -> Option<String> {
    let name = || digits(address.as_bytes(), 16);
    (address.len() <= ADDRESS_MAX).then(|| format!("{CODES}{}.svg", name()))
}
