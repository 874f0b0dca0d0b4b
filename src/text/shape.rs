//! What a Fluent file holds: its messages, and the arguments and plural forms of each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Message, Pattern};
use fluent_syntax::ast::{PatternElement, VariantKey};

use super::MessageFile;

/// A message as other files of the same messages must have it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// The arguments that it takes.
    pub arguments: BTreeSet<String>,
    /// The cases that it knows of an argument, such as plural forms.
    pub cases: BTreeSet<String>,
    /// Where its name stands in the file.
    pub range: Range<usize>,
}

impl MessageFile {
    /// The messages by id.
    pub fn shapes(&self) -> BTreeMap<String, Shape> {
        let text = self.0.source();
        let shape = |message: &Message<&str>| {
            let mut shape = Shape::default();
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                shape.pattern(pattern);
            }
            // The parser's names are slices of the text, which tell their place in it.
            let start = message.id.name.as_ptr() as usize - text.as_ptr() as usize;
            shape.range = start..start + message.id.name.len();
            (message.id.name.to_owned(), shape)
        };
        self.messages().map(shape).collect()
    }
}

impl Shape {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    let (VariantKey::Identifier { name }
                    | VariantKey::NumberLiteral { value: name }) = variant.key;
                    self.cases.insert(name.to_owned());
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    fn call(&mut self, arguments: &CallArguments<&str>) {
        let named = arguments.named.iter().map(|named| &named.value);
        for argument in arguments.positional.iter().chain(named) {
            self.inline(argument);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_found_wherever_they_stand() {
        let text = "a = x\nb = { $n ->\n    [one] eins\n   *[other] { $n } von { $total }\n}\n";
        let shapes = MessageFile::parse(text).0.shapes();
        assert_eq!(shapes["a"].arguments.len(), 0);
        let b = &shapes["b"];
        assert_eq!(b.arguments, ["n", "total"].map(str::to_owned).into());
        assert_eq!(b.cases, ["one", "other"].map(str::to_owned).into());
        assert_eq!(&text[b.range.clone()], "b");
    }
}
