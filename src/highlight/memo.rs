//! Lines of code with the classes of their parts, remembered.
//!
//! 1. A line means the same wherever the parser meets it in the same state, so each state has the
//!    lines that were parsed from there, with their classes and the state behind them.
//! 2. [`lines`] goes from state to state as long as it knows the lines; one that it doesn't know is
//!    parsed without holding the lock, and remembered.
//! 3. Beyond a size everything is forgotten at once. What comes again is parsed again.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference};

use super::{Class, Part, class, syntaxes};

/// How much is remembered, in about as many bytes.
const BYTES_MAX: usize = 8 << 20;
/// What a line or a state takes beside its text and parts.
const BYTES_EACH: usize = 200;
/// With how many states of the same scopes a new one is compared.
const COMPARED_MAX: usize = 64;

/// A known line.
#[derive(Debug, Clone)]
struct Line {
    parts: Arc<[Part]>,
    /// The state behind it.
    next: usize,
}

/// Where the parser stands before a line.
#[derive(Debug, Clone, PartialEq)]
struct State {
    parser: ParseState,
    scopes: ScopeStack,
}

#[derive(Debug, Default)]
struct Memo {
    states: Vec<(State, HashMap<Box<str>, Line>)>,
    /// The states with these scopes.
    by_scopes: HashMap<Box<[Scope]>, Vec<usize>>,
    bytes: usize,
    /// How often everything was forgotten.
    forgotten: usize,
}

/// The lines of code with their parts.
pub(super) type Lines<'c> = Vec<(&'c str, Arc<[Part]>)>;

/// The parts of all lines of `code`; `None` if the grammar gives up on it.
pub(super) fn lines<'c>(code: &'c str, grammar: &SyntaxReference) -> Option<Lines<'c>> {
    static MEMO: LazyLock<Mutex<Memo>> = LazyLock::new(Mutex::default);
    lines_with(&MEMO, code, grammar)
}

fn lines_with<'c>(
    memo: &Mutex<Memo>,
    code: &'c str,
    grammar: &SyntaxReference,
) -> Option<Lines<'c>> {
    let mut known = lock(memo);
    let mut at = known.state(State {
        parser: ParseState::new(grammar),
        scopes: ScopeStack::new(),
    });
    let mut lines = Vec::new();
    for text in code.split_inclusive('\n') {
        let (state, after) = &known.states[at];
        if let Some(line) = after.get(text) {
            lines.push((text, Arc::clone(&line.parts)));
            at = line.next;
            continue;
        }
        let (mut state, forgotten) = (state.clone(), known.forgotten);
        drop(known);
        let parts = parse(text, &mut state)?;
        known = lock(memo);
        let next = known.state(state);
        // The state before is only known if nothing was forgotten meanwhile.
        if known.forgotten == forgotten {
            known.remember(at, text, &parts, next);
        }
        lines.push((text, parts));
        at = next;
    }
    Some(lines)
}

/// Nothing is left half done where the lock is held, so a panic elsewhere doesn't matter.
fn lock(memo: &Mutex<Memo>) -> MutexGuard<'_, Memo> {
    memo.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Memo {
    /// The number of `state`.
    fn state(&mut self, state: State) -> usize {
        if self.bytes > BYTES_MAX {
            *self = Self {
                forgotten: self.forgotten + 1,
                ..Self::default()
            };
        }
        let scopes = state.scopes.as_slice();
        let alike = self.by_scopes.get(scopes).map_or(&[][..], Vec::as_slice);
        let mut alike = alike.iter().take(COMPARED_MAX);
        if let Some(known) = alike.find(|&&number| self.states[number].0 == state) {
            return *known;
        }
        let number = self.states.len();
        self.bytes += BYTES_EACH + size_of_val(scopes);
        let alike = self.by_scopes.entry(scopes.into()).or_default();
        alike.push(number);
        self.states.push((state, HashMap::new()));
        number
    }

    fn remember(&mut self, state: usize, text: &str, parts: &Arc<[Part]>, next: usize) {
        let parts = Arc::clone(parts);
        self.bytes += BYTES_EACH + text.len() + size_of_val(&*parts);
        let lines = &mut self.states[state].1;
        lines.insert(text.into(), Line { parts, next });
    }
}

/// The parts of a line, behind which `state` is then.
fn parse(line: &str, state: &mut State) -> Option<Arc<[Part]>> {
    let changes = state.parser.parse_line(line, syntaxes()).ok()?;
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |from: usize, until: usize, scopes: &ScopeStack| {
        let text = &line[from..until];
        if text.is_empty() {
            return;
        }
        let blank = text.trim().is_empty();
        let class = if blank {
            Class::Blank
        } else {
            Class::Text(class(scopes))
        };
        match parts.last_mut() {
            Some((end, last)) if blank || *last == class => *end = until,
            _ => parts.push((until, class)),
        }
    };
    let mut at = 0;
    for (until, change) in &changes {
        add(at, *until, &state.scopes);
        at = *until;
        state.scopes.apply(change).ok()?;
    }
    add(at, line.len(), &state.scopes);
    Some(parts.into())
}

#[cfg(test)]
mod tests {
    use super::super::grammar;
    use super::*;

    /// How many lines and states are known.
    fn known(memo: &Mutex<Memo>) -> (usize, usize) {
        let memo = lock(memo);
        let lines = memo.states.iter().map(|(_, lines)| lines.len());
        (lines.sum(), memo.states.len())
    }

    #[test]
    fn lines_are_parsed_once_in_each_state() {
        let memo = Mutex::default();
        let yaml = grammar("yaml").expect("YAML is known");
        let first = lines_with(&memo, "a: 1\nb: 2\nb: 2\nb: 2\n", yaml);
        assert!(first.is_some());
        let after_first = known(&memo);
        assert_eq!(after_first.0, 2);
        assert_eq!(lines_with(&memo, "a: 1\nb: 2\n", yaml).unwrap().len(), 2);
        assert_eq!(known(&memo), after_first);
        lines_with(&memo, "a: 1\nc: 2\n", yaml);
        assert_eq!(known(&memo), (3, after_first.1));
    }

    #[test]
    fn what_is_forgotten_is_parsed_again() {
        let memo = Mutex::default();
        let rust = grammar("rust").expect("Rust is known");
        let code = "/*\nlet a = 1;\n*/\nlet a = 1;\n";
        let lines = lines_with(&memo, code, rust);
        lock(&memo).bytes = BYTES_MAX + 1;
        assert_eq!(lines_with(&memo, code, rust), lines);
        assert_eq!(lock(&memo).forgotten, 1);
        assert!(lock(&memo).bytes < BYTES_MAX);
    }
}
