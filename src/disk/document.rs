//! What a document's file tells about people: who wrote it, what was deleted in it, and what someone said
//! about it in the margin.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use zip::ZipArchive;

use crate::source::DocumentTrace;

/// How much of a part of a document is read, and of a PDF file, in bytes.
const PART_MAX: u64 = 64 << 20;

/// What `file` tells; nothing of a file that isn't a document.
pub(super) fn traces(file: &Path) -> Vec<DocumentTrace> {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    let Ok(opened) = File::open(file) else {
        return Vec::new();
    };
    match ending.as_str() {
        "docx" | "docm" | "dotx" | "xlsx" | "xlsm" | "pptx" | "pptm" | "odt" | "ods" | "odp" => {
            ZipArchive::new(opened).map_or_else(|_| Vec::new(), |mut zip| of_office(&mut zip))
        }
        "pdf" => {
            let mut bytes = Vec::new();
            let read = opened.take(PART_MAX).read_to_end(&mut bytes);
            read.map_or_else(|_| Vec::new(), |_| of_pdf(&bytes))
        }
        _ => Vec::new(),
    }
}

fn of_office(zip: &mut ZipArchive<impl Read + Seek>) -> Vec<DocumentTrace> {
    let mut traces = Vec::new();
    let mut persons = |xml: &str, elements: &[&str]| {
        for element in elements {
            let text = text_of(xml, element).filter(|text| !text.is_empty());
            let known = traces.iter().any(
                |trace| matches!(trace, DocumentTrace::Person(name) if Some(name) == text.as_ref()),
            );
            traces.extend(text.filter(|_| !known).map(DocumentTrace::Person));
        }
    };
    persons(
        &part(zip, "docProps/core.xml"),
        &["dc:creator", "cp:lastModifiedBy"],
    );
    persons(&part(zip, "docProps/app.xml"), &["Company", "Manager"]);
    persons(
        &part(zip, "meta.xml"),
        &["meta:initial-creator", "dc:creator"],
    );
    let text = part(zip, "word/document.xml");
    let open_text = part(zip, "content.xml");
    let changed = ["<w:ins ", "<w:del ", "<w:moveFrom "];
    if changed.iter().any(|mark| text.contains(mark)) || open_text.contains("<text:tracked-changes")
    {
        traces.push(DocumentTrace::Changes);
    }
    let is_comment = |name: &str| {
        let folder = [
            "word/comments",
            "xl/comments",
            "xl/threadedComments",
            "ppt/comments",
        ];
        folder.iter().any(|folder| name.starts_with(folder))
            && name
                .rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "xml")
    };
    if zip.file_names().any(is_comment) || open_text.contains("<office:annotation") {
        traces.push(DocumentTrace::Comments);
    }
    traces
}

/// A part of a document as text; empty if it has none of this name.
fn part(zip: &mut ZipArchive<impl Read + Seek>, name: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(part) = zip.by_name(name) {
        // What is cut off or broken tells nothing.
        let _ = part.take(PART_MAX).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text of the first element of this name.
fn text_of(xml: &str, element: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{element}"))?;
    let (attributes, rest) = rest.split_once('>')?;
    let (text, _) = rest.split_once('<')?;
    let ends_at_once = attributes.ends_with('/');
    (!ends_at_once).then(|| unescaped(text.trim()))
}

fn unescaped(text: &str) -> String {
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&amp;", "&")
}

/// The author in a PDF file's own words, as far as these aren't compressed.
fn of_pdf(bytes: &[u8]) -> Vec<DocumentTrace> {
    let find = |part: &[u8]| bytes.windows(part.len()).rposition(|window| window == part);
    let named = find(b"/Author").and_then(|at| pdf_text(&bytes[at + "/Author".len()..]));
    let described = || {
        let at = find(b"<dc:creator>")?;
        let xml = String::from_utf8_lossy(&bytes[at..bytes.len().min(at + 2048)]);
        text_of(&xml, "rdf:li")
    };
    let author = named.filter(|name| !name.is_empty()).or_else(described);
    let author = author.filter(|name| !name.is_empty());
    author.map(DocumentTrace::Person).into_iter().collect()
}

/// The text that begins with a bracket behind blanks: `(…)` as it is, `<…>` in hexadecimal digits.
fn pdf_text(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.trim_ascii_start();
    let text = match bytes.first()? {
        b'(' => {
            let mut text = Vec::new();
            let mut depth = 1;
            let mut rest = bytes[1..].iter();
            while let Some(byte) = rest.next() {
                match byte {
                    b'\\' => text.extend(rest.next()),
                    b'(' => depth += 1,
                    b')' if depth == 1 => break,
                    b')' => depth -= 1,
                    byte => text.push(*byte),
                }
            }
            text
        }
        b'<' => {
            let end = bytes.iter().position(|byte| *byte == b'>')?;
            let digits: Vec<u8> = bytes[1..end]
                .iter()
                .copied()
                .filter(u8::is_ascii_hexdigit)
                .collect();
            let pair = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
            digits.chunks(2).map_while(pair).collect()
        }
        _ => return None,
    };
    let text = match text.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units = wide
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or('\u{fffd}'))
                .collect()
        }
        // Like Latin-1 in all that names have.
        None => match String::from_utf8(text) {
            Ok(text) => text,
            Err(error) => error
                .as_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect(),
        },
    };
    Some(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_file_names_its_author_in_several_ways() {
        let person = |name: &str| vec![DocumentTrace::Person(name.to_owned())];
        assert_eq!(
            of_pdf(b"<< /Author (Anna \\(Amt\\)) >>"),
            person("Anna (Amt)")
        );
        assert_eq!(of_pdf(b"<</Author<FEFF00C40062>>>"), person("\u{c4}b"));
        let described = b"<dc:creator><rdf:Seq><rdf:li>Bert &amp; Co</rdf:li></rdf:Seq>";
        assert_eq!(of_pdf(described), person("Bert & Co"));
        assert_eq!(of_pdf(b"<< /Author () /Title (x) >>"), []);
    }
}
