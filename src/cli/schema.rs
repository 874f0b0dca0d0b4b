//! `schema`: what authors may write, for their editors.

use super::Session;
use super::args::{Schema, SchemaOf};
use crate::disk;
use crate::kind::Kinds;
use crate::schema;
use crate::source::Snapshot;

/// Prints a JSON Schema.
pub(super) fn run(session: &Session, args: &Schema) -> u8 {
    let snapshot = match args.of {
        SchemaOf::Handbook | SchemaOf::Kind => Snapshot::default(),
        SchemaOf::FrontMatter => match session.root() {
            Ok(root) => disk::read(&root).0,
            Err(code) => return code,
        },
    };
    outln!("{}", text(session, args.of, &snapshot).trim_end());
    0
}

/// The schema as a file, for the kinds of the handbook in `snapshot`.
pub(super) fn text(session: &Session, of: SchemaOf, snapshot: &Snapshot) -> String {
    let schema = match of {
        SchemaOf::Handbook => schema::handbook(session.texts),
        SchemaOf::Kind => schema::kind(session.texts),
        SchemaOf::FrontMatter => {
            let (kinds, _) = Kinds::read(snapshot);
            schema::front_matter(&kinds, session.language.code(), session.texts)
        }
    };
    format!("{schema:#}\n")
}
