//! What a document's file tells about people: who wrote it, what was deleted in it, and what someone said
//! about it in the margin.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use flate2::read::ZlibDecoder;
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

/// The author in a PDF file's own words: in its information, which newer files keep in a compressed
/// stream of objects, or in its description.
fn of_pdf(bytes: &[u8]) -> Vec<DocumentTrace> {
    let described = || {
        let at = last_of(bytes, b"<dc:creator>")?;
        let xml = String::from_utf8_lossy(&bytes[at..bytes.len().min(at + 2048)]);
        text_of(&xml, "rdf:li").filter(|name| !name.is_empty())
    };
    let author = pdf_author(bytes)
        .or_else(|| object_streams(bytes).find_map(|objects| pdf_author(&objects)))
        .or_else(described);
    author.map(DocumentTrace::Person).into_iter().collect()
}

/// What stands behind the last `/Author`, unless that is empty.
fn pdf_author(bytes: &[u8]) -> Option<String> {
    let at = last_of(bytes, b"/Author")?;
    pdf_text(&bytes[at + "/Author".len()..]).filter(|name| !name.is_empty())
}

fn last_of(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// The streams of objects of a PDF file, the last one first, as far as they may be read.
fn object_streams(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    const BEGIN: &[u8] = b"stream";
    let mut end = bytes.len();
    let mut left = PART_MAX;
    std::iter::from_fn(move || {
        loop {
            end = last_of(&bytes[..end], b"/ObjStm")?;
            let rest = &bytes[end..];
            let Some(begin) = rest.windows(BEGIN.len()).position(|part| part == BEGIN) else {
                continue;
            };
            let data = rest[begin + BEGIN.len()..].trim_ascii_start();
            let mut objects = Vec::new();
            let mut stream = ZlibDecoder::new(data).take(left);
            // What is cut off or encrypted tells nothing.
            let _ = stream.read_to_end(&mut objects);
            left -= objects.len() as u64;
            return Some(objects);
        }
    })
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
                    b'\\' => text.extend(escaped_byte(&mut rest)),
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

/// The byte that a backslash before `rest` stands for: up to three octal digits, or a sign itself.
fn escaped_byte(rest: &mut std::slice::Iter<'_, u8>) -> Option<u8> {
    let is_digit = |byte: &u8| (b'0'..=b'7').contains(byte);
    let digits = rest.as_slice().iter().take(3).copied();
    let digits: Vec<u8> = digits.take_while(is_digit).collect();
    if digits.is_empty() {
        return rest.next().copied();
    }
    *rest = rest.as_slice()[digits.len()..].iter();
    let number = digits
        .iter()
        .fold(0_u32, |number, digit| number * 8 + u32::from(digit - b'0'));
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use flate2::write::ZlibEncoder;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn office(parts: &[(&str, &str)]) -> Vec<DocumentTrace> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        of_office(&mut ZipArchive::new(zip.finish().unwrap()).unwrap())
    }

    #[test]
    fn an_office_document_tells_of_people_changes_and_comments() {
        let person = |name: &str| DocumentTrace::Person(name.to_owned());
        let core = "<cp:coreProperties><dc:creator>Anna &amp; Co</dc:creator>\
            <cp:lastModifiedBy>Bert</cp:lastModifiedBy></cp:coreProperties>";
        let app = "<Properties><Company>Stadt Musterstadt</Company><Manager/></Properties>";
        let text = "<w:document><w:p><w:ins w:id=\"1\"><w:r/></w:ins></w:p></w:document>";
        assert_eq!(
            office(&[
                ("docProps/core.xml", core),
                ("docProps/app.xml", app),
                ("word/document.xml", text),
                ("word/comments.xml", "<w:comments/>"),
            ]),
            [
                person("Anna & Co"),
                person("Bert"),
                person("Stadt Musterstadt"),
                DocumentTrace::Changes,
                DocumentTrace::Comments,
            ]
        );
        let plain = "<w:document><w:p/></w:document>";
        let nobody = "<cp:coreProperties><dc:creator></dc:creator></cp:coreProperties>";
        assert_eq!(
            office(&[("docProps/core.xml", nobody), ("word/document.xml", plain)]),
            []
        );
        assert_eq!(
            office(&[("xl/workbook.xml", ""), ("xl/comments1.xml", "<comments/>")]),
            [DocumentTrace::Comments]
        );
        let open = "<office:meta><meta:initial-creator>Cora</meta:initial-creator></office:meta>";
        assert_eq!(
            office(&[
                ("meta.xml", open),
                ("content.xml", "<text:tracked-changes/><office:annotation/>"),
            ]),
            [
                person("Cora"),
                DocumentTrace::Changes,
                DocumentTrace::Comments
            ]
        );
    }

    #[test]
    fn a_pdf_file_may_keep_its_author_compressed() {
        let mut objects = ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        objects
            .write_all(b"1 0 << /Author (J\\374rgen) >>")
            .unwrap();
        let mut pdf =
            b"%PDF-1.7 1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n".to_vec();
        pdf.extend(objects.finish().unwrap());
        pdf.extend(b"\nendstream 2 0 obj << /Type /ObjStm >> stream\nno zlib\nendstream");
        assert_eq!(
            of_pdf(&pdf),
            [DocumentTrace::Person("J\u{fc}rgen".to_owned())]
        );
    }

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
