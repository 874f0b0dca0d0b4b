//! A part as a document in XHTML.

use crate::book::tree::Node;
use crate::book::xml::{escaped, html};

/// What stands around a part.
pub(super) struct Document<'d> {
    pub language: String,
    pub direction: &'d str,
    pub title: &'d str,
    /// Where the stylesheet is.
    pub style: String,
    /// What part of a book it is.
    pub kind: &'d str,
}

impl Document<'_> {
    /// The document around `nodes`.
    pub fn write(&self, nodes: &[Node]) -> String {
        let Self {
            language,
            direction,
            kind,
            ..
        } = self;
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
             <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
             lang=\"{language}\" xml:lang=\"{language}\" dir=\"{direction}\">\n\
             <head>\n<title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"{}\"/>\n</head>\n\
             <body epub:type=\"{kind}\">\n",
            escaped(self.title),
            escaped(&self.style),
        );
        html(nodes, &mut xml);
        xml.push_str("</body>\n</html>\n");
        xml
    }
}
