//! Which values templates ask for, so that no page makes others.

use std::collections::BTreeSet;

use tera::Tera;

/// The names of values that a template, or one that it extends or includes, may use.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum AskedFor {
    /// All that there are.
    All,
    /// These.
    Only(BTreeSet<String>),
}

impl AskedFor {
    /// What the template `name` asks for.
    pub fn of(tera: &Tera, name: &str) -> Self {
        match tera.get_template_variables(name) {
            Ok(names) => Self::Only(names.into_iter().map(str::to_owned).collect()),
            Err(_) => Self::All,
        }
    }

    /// Whether the value `name` is among it.
    pub fn has(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(names) => names.contains(name),
        }
    }
}

/// Whether a template gets at values in a way that Tera doesn't list: all at once, or as parameters
/// that a component takes from where it is called.
pub(super) fn is_opaque(template: &str) -> bool {
    template.contains("__tera_context")
        || (template.contains("endcomponent") && template.contains('@'))
}
