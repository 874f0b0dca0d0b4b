//! Lists of lists that never change, in two allocations.

/// Groups of items, numbered in the order in which they were added.
#[derive(Debug)]
pub(super) struct Groups<T> {
    /// By group: where it ends among the items.
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Groups<T> {
    pub(super) fn new() -> Self {
        Self {
            ends: Vec::new(),
            items: Vec::new(),
        }
    }

    /// Adds a group.
    pub(super) fn push(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
        self.ends.push(place(self.items.len()));
    }

    /// Adds all groups of another one.
    pub(super) fn append(&mut self, mut other: Self) {
        let before = place(self.items.len());
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.items.append(&mut other.items);
    }

    pub(super) fn get(&self, group: usize) -> &[T] {
        let start = if group == 0 { 0 } else { self.ends[group - 1] };
        &self.items[start as usize..self.ends[group] as usize]
    }
}

fn place(items: usize) -> u32 {
    u32::try_from(items).expect("fewer than 2^32 items")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_keep_their_items_and_their_order() {
        let mut groups = Groups::new();
        groups.push([1, 2]);
        groups.push([]);
        let mut more = Groups::new();
        more.push([3]);
        groups.append(more);
        assert_eq!(
            (groups.get(0), groups.get(1), groups.get(2)),
            (&[1, 2][..], &[][..], &[3][..])
        );
    }
}
