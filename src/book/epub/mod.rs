//! A book as EPUB 3.3, with what EPUB Accessibility 1.1 asks to be said of it.
//!
//! 1. Each part is a document of its own ([`xhtml`]), at the address of its page in the site.
//! 2. [`package`] lists all files, says what the book is and how accessible, and leads to its parts.
//! 3. [`write()`] puts them into the archive that the standard asks for: `mimetype` first and stored, all others
//!    packed, with one time. So the same handbook gives the same bytes.

mod package;
mod xhtml;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};

use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::refine::{PICTURE, WITHIN};
use super::tree::{Element, Node, each_element};
use super::{Book, Part};
use crate::config::language;
use crate::diagnostic::Finding;
use crate::site::relative;
use crate::theme::BookPart;
use xhtml::Document;

/// How wide pictures are at least, in pixels.
pub(super) const PICTURE_WIDTH: u32 = 1080;

const MIMETYPE: &[u8] = b"application/epub+zip";

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
  <rootfiles>\n    \
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n  \
  </rootfiles>\n\
</container>\n";

/// The folder of all that the book is.
const FOLDER: &str = "EPUB/";

const STYLE: &str = "style.css";

/// Mode of all files: readable by all.
const MODE: u32 = 0o644;

/// A file of the book: its path below [`FOLDER`], and what is in it.
struct File {
    path: String,
    bytes: Vec<u8>,
    /// Its type.
    media_type: &'static str,
    /// What else a reading system must know of it.
    properties: Vec<&'static str>,
}

/// The bytes of a book.
pub(super) fn write(book: &Book<'_>) -> Result<Vec<u8>, Vec<Finding>> {
    let pictures = pictures(book)?;
    let shown: BTreeMap<&str, &File> = pictures
        .iter()
        .map(|(address, file)| (address.as_str(), file))
        .collect();
    let documents: Vec<File> = (0..book.parts.len())
        .into_par_iter()
        .map(|number| document(book, number, &shown))
        .collect();
    let style = File {
        path: STYLE.to_owned(),
        bytes: book.sources.theme.book_style().into_bytes(),
        media_type: "text/css",
        properties: Vec::new(),
    };
    let nav = package::navigation(book, &documents);
    let pictures: Vec<File> = pictures.into_values().collect();
    let package = package::package(book, &nav, &documents, &pictures, &style);
    let files = [nav, style].into_iter().chain(documents).chain(pictures);
    Ok(archive(&package, files).expect("writing into memory doesn't fail"))
}

fn archive(package: &str, files: impl Iterator<Item = File>) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(MODE)
        .system(System::Unix);
    let packed = options.compression_method(CompressionMethod::Deflated);
    let stored = options.compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", stored)?;
    zip.write_all(MIMETYPE)?;
    zip.start_file("META-INF/container.xml", packed)?;
    zip.write_all(CONTAINER.as_bytes())?;
    zip.start_file(format!("{FOLDER}package.opf"), packed)?;
    zip.write_all(package.as_bytes())?;
    for file in files {
        // Photos are packed already.
        let is_packed = file.media_type.starts_with("image/") && file.media_type != "image/svg+xml";
        let options = if is_packed { stored } else { packed };
        zip.start_file(format!("{FOLDER}{}", file.path), options)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The pictures of the book, by their addresses in the site.
fn pictures(book: &Book<'_>) -> Result<BTreeMap<String, File>, Vec<Finding>> {
    let mut pictures = BTreeMap::new();
    for (address, bytes) in book.pictures()? {
        let Some(media_type) = media_type(&bytes) else {
            continue;
        };
        let file = File {
            path: format!(
                "pictures/{}",
                address.trim_start_matches("assets/pictures/")
            ),
            bytes,
            media_type,
            properties: Vec::new(),
        };
        pictures.insert(address, file);
    }
    Ok(pictures)
}

/// The type of a picture, by its bytes: its name may say anything.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG") {
        Some("image/png")
    } else if bytes.starts_with(b"\xff\xd8") {
        Some("image/jpeg")
    } else if bytes.starts_with(b"GIF8") {
        Some("image/gif")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else {
        let text = str::from_utf8(bytes).ok()?;
        text.contains("<svg").then_some("image/svg+xml")
    }
}

/// The path of a part's document.
fn path(part: &Part) -> String {
    let name = match part.part {
        BookPart::Title => return "title.xhtml".to_owned(),
        BookPart::Lists => return "lists.xhtml".to_owned(),
        BookPart::Sources => return "sources.xhtml".to_owned(),
        BookPart::Index => return "index.xhtml".to_owned(),
        BookPart::Chapter(_) | BookPart::Section(_) | BookPart::Glossary => {
            part.address.trim_end_matches('/')
        }
    };
    let name = if name.is_empty() { "-" } else { name };
    format!("text/{name}.xhtml")
}

fn document(book: &Book<'_>, number: usize, pictures: &BTreeMap<&str, &File>) -> File {
    let part = &book.parts[number];
    let own = path(part);
    let mut nodes = part.nodes.clone();
    let place = Place {
        book,
        path: &own,
        pictures,
    };
    place.nodes(&mut nodes);
    let mut properties = Vec::new();
    each_element(&nodes, &mut |element| {
        let property = match element.name.as_str() {
            "svg" => "svg",
            "math" => "mathml",
            _ => return,
        };
        if !properties.contains(&property) {
            properties.push(property);
        }
    });
    let code = book.language();
    let document = Document {
        language: language::tag(code),
        direction: language::direction(code),
        title: &part.title,
        style: relative(&own, STYLE),
        kind: match part.part {
            BookPart::Title => "frontmatter",
            BookPart::Chapter(_) | BookPart::Section(_) => "bodymatter",
            _ => "backmatter",
        },
    };
    File {
        bytes: document.write(&nodes).into_bytes(),
        path: own,
        media_type: "application/xhtml+xml",
        properties,
    }
}

/// A document as it sees the others.
struct Place<'p> {
    book: &'p Book<'p>,
    path: &'p str,
    pictures: &'p BTreeMap<&'p str, &'p File>,
}

impl Place<'_> {
    /// Says where links and pictures are, seen from here, and what notes are.
    fn nodes(&self, nodes: &mut Vec<Node>) {
        nodes.retain_mut(|node| match node {
            Node::Text(_) => true,
            Node::Element(element) => self.element(element),
        });
    }

    fn element(&self, element: &mut Element) -> bool {
        if let Some(href) = element
            .attribute("href")
            .and_then(|href| href.strip_prefix(WITHIN))
        {
            let (number, place) = href.split_once('#').unwrap_or((href, ""));
            let number: usize = number.parse().expect("it is the number of a part");
            let to = path(&self.book.parts[number]);
            let mut url = if to == self.path && !place.is_empty() {
                String::new()
            } else {
                relative(self.path, &to)
            };
            if !place.is_empty() {
                url.push('#');
                url.push_str(&crate::site::escape(place));
            }
            element.set("href", &url);
        }
        if let Some(address) = element
            .attribute("src")
            .and_then(|src| src.strip_prefix(PICTURE))
        {
            match self.pictures.get(address) {
                Some(file) => element.set("src", &relative(self.path, &file.path)),
                // A device couldn't show it; what it shows is said.
                None => {
                    let alt = element.attribute("alt").unwrap_or_default().to_owned();
                    *element = Element::new("span", vec![Node::Text(alt)]);
                }
            }
        } else if element.name == "img" && !is_data(element) {
            let alt = element.attribute("alt").unwrap_or_default().to_owned();
            *element = Element::new("span", vec![Node::Text(alt)]);
        }
        let role = match element.attribute("role") {
            Some("doc-noteref") => Some("noteref"),
            Some("doc-endnotes") => {
                mark_notes(element);
                Some("endnotes")
            }
            _ if element.has_class("glossary") => Some("glossary"),
            _ => None,
        };
        if let Some(role) = role {
            element.set("epub:type", role);
        }
        self.nodes(&mut element.children);
        true
    }
}

fn is_data(element: &Element) -> bool {
    let src = element.attribute("src");
    src.is_some_and(|src| src.starts_with("data:"))
}

/// Says of the notes of a list that they are notes, so that a device can show one where it is referred to.
fn mark_notes(list: &mut Element) {
    let elements =
        |nodes: &mut Vec<Node>, name: &'static str, visit: &mut dyn FnMut(&mut Element)| {
            for node in nodes {
                match node {
                    Node::Element(element) if element.name == name => visit(element),
                    _ => {}
                }
            }
        };
    elements(&mut list.children, "ol", &mut |notes| {
        elements(&mut notes.children, "li", &mut |note| {
            note.set("epub:type", "footnote");
        });
    });
}
