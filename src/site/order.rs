//! Order among the members of a section: as its index lists them, then by number, then by name.

use std::collections::HashMap;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

use crate::kind::Order;

/// Compares names by the rules of `language`, numbers in them by value: ä sorts with a, and
/// `teil-10` behind `teil-9`.
pub fn collator(language: &str) -> CollatorBorrowed<'static> {
    let mut preferences = preferences(language);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    new(preferences, CollatorOptions::default())
}

/// Compares letters as the alphabet of `language` has them, whatever their accents and case.
pub(super) fn plain_collator(language: &str) -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    new(preferences(language), options)
}

fn preferences(language: &str) -> CollatorPreferences {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    CollatorPreferences::from(&locale)
}

fn new(preferences: CollatorPreferences, options: CollatorOptions) -> CollatorBorrowed<'static> {
    Collator::try_new(preferences, options)
        .expect("the collation data is compiled in, with a root for every language")
}

/// What a member is sorted by.
pub(super) struct Member<'s> {
    /// Name of its file or folder, without ending.
    pub name: &'s str,
    /// What its own front matter says.
    pub order: &'s Order,
}

/// Sorts `members` as `listed` says.
pub(super) fn sort<T>(
    members: &mut [T],
    listed: &[&str],
    collator: &CollatorBorrowed<'_>,
    key: impl for<'t> Fn(&'t T) -> Member<'t>,
) {
    let listed = listed.iter().enumerate().rev();
    let listed: HashMap<&str, usize> = listed.map(|(place, name)| (*name, place)).collect();
    members.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        let place = |member: &Member<'_>| {
            let listed = listed.get(member.name).copied();
            let number = match member.order {
                Order::Number(number) => *number,
                _ => i64::MAX,
            };
            (listed.unwrap_or(usize::MAX), number)
        };
        place(&a)
            .cmp(&place(&b))
            .then_with(|| collator.compare(a.name, b.name))
            .then_with(|| a.name.cmp(b.name))
    });
}
