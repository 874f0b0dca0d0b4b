//! A file whose parts say their names and lengths, read piece by piece.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

/// How many pieces of a file are read at most: those that are asked for stand among few others.
const READS_MAX: u32 = 4000;

pub(super) struct Parts<'f, F> {
    file: &'f mut F,
    length: u64,
    reads: u32,
}

impl<'f, F: Read + Seek> Parts<'f, F> {
    pub fn new(file: &'f mut F, length: u64) -> Self {
        Self {
            file,
            length,
            reads: 0,
        }
    }

    /// All of the file.
    pub fn whole(&self) -> Range<u64> {
        0..self.length
    }

    /// The `N` bytes at a place; `None` where the file has no more, or enough was read of it.
    pub fn read<const N: usize>(&mut self, at: u64) -> Option<[u8; N]> {
        self.reads += 1;
        if self.reads > READS_MAX || at.checked_add(N as u64)? > self.length {
            return None;
        }
        let mut bytes = [0; N];
        self.file.seek(SeekFrom::Start(at)).ok()?;
        self.file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}
