//! Words of a query that are one in the handbook: two that it writes together, the parts of a compound
//! («Plan für die Moderation», its Moderationsplan), and a verb with the particle that it came apart from.

use super::super::IndexError;
use super::super::language::{strip, uninflected};
use super::super::words::is_group;
use super::expand::Expansion;
use super::index::Index;
use super::lookup::{FIRST, LAST, letters_in};
use super::typed::Word;

/// Letters of the longest word that two typed ones are tried as.
const LONGEST: usize = 60;

/// Adds a verb that comes apart, «leihe … aus», to the word before its particle.
pub(crate) fn join_particle(
    index: &Index,
    word: &Word,
    particle: &str,
    expansion: &mut Expansion,
) -> Result<(), IndexError> {
    let verb = format!("{particle}{}", word.key);
    let base = strip(&verb, &index.meta.derivations);
    let same = |form: &String| strip(form, &index.meta.derivations) == base;
    let near = index.before(&verb)?.into_iter().chain(index.after(&verb)?);
    for entry in near.filter(|entry| entry.forms.iter().any(same)) {
        expansion.add_with_kin(&entry, index.meta.ranking.joined, index.meta.ranking.kin);
    }
    Ok(())
}

/// Adds a word that the handbook writes together to the two words that were typed; whether there is one.
pub(crate) fn join(
    index: &Index,
    words: &[Word],
    expansions: &mut [Expansion],
    (left, right): (usize, usize),
) -> Result<bool, IndexError> {
    let (before, after) = (&words[left].key, &words[right].key);
    let shortest = letters_in(before).min(letters_in(after));
    let joined = format!("{before}{after}");
    let long = shortest >= 3 && letters_in(&joined) <= LONGEST;
    if !long && !is_group(before, after) {
        return Ok(false);
    }
    let known = index.known(&joined)?;
    if let Some(entry) = &known {
        for at in [left, right] {
            let rank = &index.meta.ranking;
            expansions[at].add_with_kin(entry, rank.joined, rank.kin);
        }
    }
    Ok(known.is_some())
}

/// Adds the compound of two words, in whichever of the handbook's spellings, to both.
pub(crate) fn join_compound(
    index: &Index,
    words: &[Word],
    expansions: &mut [Expansion],
    (modifier, head): (usize, usize),
) -> Result<(), IndexError> {
    let (before, after) = (&words[modifier].key, &words[head].key);
    let meta = &index.meta;
    if meta.links.is_empty() || letters_in(before) < FIRST || letters_in(after) < LAST {
        return Ok(());
    }
    let base = uninflected(after, &meta.inflections);
    let is_compound = |form: &String| {
        let rest = form.strip_prefix(before.as_str());
        rest.is_some_and(|rest| {
            let heads = meta
                .links
                .iter()
                .filter_map(|link| rest.strip_prefix(&**link));
            heads
                .into_iter()
                .any(|head| uninflected(head, &meta.inflections) == base)
        })
    };
    let near = index
        .before(before)?
        .into_iter()
        .chain(index.after(before)?);
    for entry in near.filter(|entry| entry.forms.iter().any(is_compound)) {
        for at in [modifier, head] {
            expansions[at].add_with_kin(&entry, meta.ranking.joined, meta.ranking.kin);
        }
    }
    Ok(())
}
