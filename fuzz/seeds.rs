//! Texts to begin with: those of the handbooks in this repository, by what reads them.

use std::path::Path;

use crate::support::program::files;

/// What a seed is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Chapter,
    Yaml,
    Template,
    Texts,
    Json,
    Line,
    Theme,
    Picture,
    Drawing,
    Film,
    Request,
}

#[derive(Debug, Default)]
pub struct Seeds {
    chapters: Vec<Vec<u8>>,
    yaml: Vec<Vec<u8>>,
    templates: Vec<Vec<u8>>,
    texts: Vec<Vec<u8>>,
    json: Vec<Vec<u8>>,
    lines: Vec<Vec<u8>>,
    /// Templates, styles and lists of a theme.
    theme: Vec<Vec<u8>>,
    pictures: Vec<Vec<u8>>,
    drawings: Vec<Vec<u8>>,
    films: Vec<Vec<u8>>,
    requests: Vec<Vec<u8>>,
}

impl Seeds {
    pub fn gather() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut seeds = Self::default();
        let folders = [
            "content",
            "tests/golden",
            "tests/every-mistake",
            "src/kind/builtin",
            "themes/standard",
            "fuzz/seeds",
        ];
        for folder in folders
            .into_iter()
            .filter(|folder| root.join(folder).is_dir())
        {
            for (path, bytes) in files(&root.join(folder)) {
                seeds.add(&path, bytes);
            }
        }
        for name in ["handbook.yml", "glossary.yml", "synonyms.yml", "search.yml"] {
            seeds.yaml.extend(std::fs::read(root.join(name)));
        }
        let queries = "wer entscheidet über Sprachkurse\nBürger*innenrat\n20 Personen\nhalber Tag\n§ 16i C++\nSprach- und Integrationskurse\n";
        seeds
            .lines
            .extend(queries.lines().map(|line| line.as_bytes().to_vec()));
        seeds.pictures = pictures();
        seeds
            .drawings
            .extend(DRAWINGS.map(|text| text.as_bytes().to_vec()));
        seeds.films = films();
        seeds
            .requests
            .extend(REQUESTS.map(|text| text.as_bytes().to_vec()));
        for chapter in &seeds.chapters {
            let text = String::from_utf8_lossy(chapter);
            let lines = text.lines().filter(|line| line.len() > 3).take(3);
            seeds
                .lines
                .extend(lines.map(|line| line.as_bytes().to_vec()));
        }
        seeds
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let ending = path.rsplit('.').next().unwrap_or_default();
        match ending {
            "md" => self.chapters.push(bytes),
            "yml" => self.yaml.push(bytes),
            "html" | "xml" => {
                self.theme.push(bytes.clone());
                self.templates.push(bytes);
            }
            "css" | "js" => self.theme.push(bytes),
            "svg" => self.drawings.push(bytes),
            "ftl" => self.texts.push(bytes),
            "json" => self.json.push(bytes),
            _ => {}
        }
    }

    pub fn of(&self, kind: Kind) -> &[Vec<u8>] {
        match kind {
            Kind::Chapter => &self.chapters,
            Kind::Yaml => &self.yaml,
            Kind::Template => &self.templates,
            Kind::Texts => &self.texts,
            Kind::Json => &self.json,
            Kind::Line => &self.lines,
            Kind::Theme => &self.theme,
            Kind::Picture => &self.pictures,
            Kind::Drawing => &self.drawings,
            Kind::Film => &self.films,
            Kind::Request => &self.requests,
        }
    }
}

/// Drawings with all that is taken out of them.
const DRAWINGS: [&str; 3] = [
    "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY n \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&n;\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"7mm\" onload=\"x\"><style>@import 'a'; b{c:url( \"#d\" )}</style><use xlink:href=\"#a\"/><metadata>x</metadata></svg>",
    "<svg viewBox='0 0 9 9'><foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>a<br/></div></foreignObject><a href='javascript:x'><text font-family='B, c'>d</text></a></svg>",
    "<svg><image href=\"data:image/png;base64,iVBORw0KGgo=\"/><![CDATA[x]]><!-- y --><script>z</script></svg>",
];

/// Requests to a preview; `HOST` stands for its address.
const REQUESTS: [&str; 8] = [
    "GET / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
    "GET /a/ HTTP/1.1\r\nHost: HOST\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
    "GET /a/%2e%2e/..%5c../.env HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n",
    "GET /p.png HTTP/1.1\r\nHost: HOST\r\nRange: bytes=0-9,-5\r\nConnection: close\r\n\r\n",
    "GET /-/desk?x=%ff HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n",
    "POST /-/open HTTP/1.1\r\nHost: HOST\r\nContent-Length: 21\r\nConnection: close\r\n\r\nfile=../../.env&line=1",
    "POST /-/word HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo\r\n0\r\n\r\n",
    "HEAD /suche/?q=a HTTP/1.0\r\nHost: localhost:1\r\nIf-None-Match: \"x\"\r\nCookie: word=x\r\n\r\n",
];

/// Small pictures of all formats that are read.
fn pictures() -> Vec<Vec<u8>> {
    let colours: Vec<u8> = (0..16 * 12 * 3).map(|n: u32| (n * 7 % 251) as u8).collect();
    let (mut jpeg, mut png, mut webp, mut gif) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder
        .encode(&colours, 16, 12, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    let mut encoder = png::Encoder::new(&mut png, 16, 12);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&colours).unwrap();
    writer.finish().unwrap();
    let encoder = image_webp::WebPEncoder::new(&mut webp);
    encoder
        .encode(&colours, 16, 12, image_webp::ColorType::Rgb8)
        .unwrap();
    let mut encoder = gif::Encoder::new(&mut gif, 16, 12, &[]).unwrap();
    encoder
        .write_frame(&gif::Frame::from_rgb(16, 12, &colours))
        .unwrap();
    drop(encoder);
    vec![jpeg, png, webp, gif]
}

/// The beginnings of films.
fn films() -> Vec<Vec<u8>> {
    let part = |name: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len() + 8).unwrap();
        [&length.to_be_bytes(), name, content].concat()
    };
    let track = part(b"trak", &part(b"tkhd", &[1; 84]));
    let index = [part(b"mvhd", &[1; 100]), track].concat();
    let mp4 = [
        part(b"ftyp", b"isom"),
        part(b"mdat", &[0; 20]),
        part(b"moov", &index),
    ]
    .concat();
    let webm = b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\xff\x15\x49\xa9\x66\x87\x44\x89\x84\x40\x20\0\0\x16\x54\xae\x6b\x8a\xae\x88\xe0\x86\xb0\x81\x09\xba\x81\x09";
    vec![mp4, webm.to_vec()]
}
