//! The `transferbuch` program.

fn main() {}
