//! Layers to a theme that can render.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Tera;

use super::asked_for::{AskedFor, is_opaque};
use super::layers::{self, FOLDER, Layer, STANDARD_NAME, ThemeFile};
use super::minify::{is_code, minify, minify_template};
use super::render::FRAME_FILES;
use super::texts::{self, TextFiles};
use super::{
    API, BOOK_STYLE, BookFile, EditionTexts, Theme, data, error, icons, missing_texts, unused,
};
use crate::config::{Config, FILE, Palette, palette};
use crate::diagnostic::{Finding, PlacePath, Suggestions, codes};
use crate::source::{FileText, HandbookPath, Snapshot};
use crate::yaml::{self, Fields, Reader, parse};

/// The names that templates of the standard theme keep where a handbook has its own of that name.
const STANDARD_PREFIX: &str = "standard/";

impl Theme {
    /// Loads the theme that `config` names. Without a single usable template there is no theme, so
    /// the standard one stands in for one that can't be loaded, and the findings say why.
    pub fn load(snapshot: &Snapshot, config: &Config) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let own = layers::own(snapshot, &config.theme);
        if own.is_empty() && config.theme != STANDARD_NAME {
            let names = layers::names(snapshot);
            let names = Suggestions::new(names.iter().map(String::as_str));
            let finding = Finding::new(&codes::UNKNOWN_THEME, HandbookPath::literal(FILE));
            let finding = finding.with("theme", config.theme.as_str());
            findings.push(at_setting(finding, snapshot).suggesting(&config.theme, &names));
        }
        let standard = layers::standard();
        let folder = format!("{FOLDER}/{}", config.theme);
        check_api(&own, &folder, &mut findings);
        let texts = TextFiles::read(&standard, &own, &folder, config, &mut findings);
        missing_texts::check(&texts, &own, &folder, config, &mut findings);
        unused::check(&own, &standard, &folder, snapshot, &mut findings);
        let mut editions = texts.editions(config);
        let templates = Templates::new(&standard, &own, &folder);
        let icons = icons::read(&standard, &own);
        let (tera, problem) = templates.compile(&editions, &icons);
        findings.extend(problem);
        let tera = tera.unwrap_or_else(|| {
            let (tera, problem) =
                Templates::new(&standard, &Layer::new(), &folder).compile(&editions, &icons);
            debug_assert!(problem.is_empty(), "{problem:#?}");
            tera.unwrap_or_default()
        });
        let mut book = book(&standard, &own, &folder);
        let mut assets = assets(&standard, own);
        colour(&mut assets, &config.palette);
        if let Some(style) = book.get_mut(BOOK_STYLE) {
            accent(&mut style.file, &config.palette);
        }
        for (edition, language) in editions.iter_mut().zip(&config.languages) {
            edition.search = data::script_of_search(language, &edition.catalog, &assets);
        }
        let asked_for = templates.asked_for(&tera);
        let Templates {
            mut sources,
            paths,
            own: own_templates,
            ..
        } = templates;
        let texts = book.values().filter_map(|file| {
            let text = file.file.text()?;
            let text = FileText::decode(text.as_bytes().to_vec());
            Some((file.place.to_string(), Arc::new(text)))
        });
        for (path, text) in texts {
            sources.entry(path).or_insert(text);
        }
        (
            Self {
                tera,
                icons,
                editions,
                assets,
                book,
                sources,
                template_paths: paths,
                asked_for,
                own_frame: FRAME_FILES.iter().any(|name| own_templates.contains(*name)),
                own_templates,
            },
            findings,
        )
    }
}

/// Points a finding at the setting `theme` in `handbook.yml`.
fn at_setting(finding: Finding, snapshot: &Snapshot) -> Finding {
    let Some(source) = snapshot.text(FILE) else {
        return finding;
    };
    let Ok(value) = parse(&source.text, 0, &source.path) else {
        return finding;
    };
    let mut ignored = Vec::new();
    let mut reader = Reader {
        path: (&source.path).into(),
        findings: &mut ignored,
    };
    let theme = Fields::of(&value, FILE, &mut reader).and_then(|mut fields| fields.get("theme"));
    match theme {
        Some(value) => finding.at(value.span),
        None => finding,
    }
}

/// An own theme says in `theme.yml` which template API it was made for.
fn check_api(own: &Layer, folder: &str, findings: &mut Vec<Finding>) {
    if own.is_empty() {
        return;
    }
    let path = PlacePath::from_root(&format!("{folder}/theme.yml"));
    let Some(text) = own.get("theme.yml").and_then(ThemeFile::text) else {
        // Only templates depend on the API; a theme of colours and texts needs to say nothing, nor does
        // a handbook that changes single files of the standard theme.
        let templates = own.keys().any(|file| file.starts_with("templates/"));
        let standard = folder == format!("{FOLDER}/{STANDARD_NAME}");
        if templates && !standard {
            let api = usize::try_from(API).unwrap_or_default();
            findings.push(Finding::new(&codes::THEME_WITHOUT_API, &path).with("api", api));
        }
        return;
    };
    let Some(value) = yaml::read(text, &path, findings) else {
        return;
    };
    let mut reader = Reader { path, findings };
    let Some(mut fields) = Fields::of(&value, "theme.yml", &mut reader) else {
        return;
    };
    for key in ["name", "version", "description"] {
        fields.text(key, &mut reader);
    }
    fields.required_text("api", &mut reader);
    let api = fields.integer("api", &mut reader);
    if let (Some(api), Some(value)) = (api, fields.get("api"))
        && api != API
    {
        let finding = reader.report(&codes::THEME_API, value.span);
        finding.set_arg("found", api.to_string());
        finding.set_arg("api", API.to_string());
    }
    fields.finish(&mut reader);
}

/// Templates by name, with the files they come from.
struct Templates {
    texts: Vec<(String, String)>,
    sources: BTreeMap<String, Arc<FileText>>,
    paths: BTreeMap<String, PlacePath>,
    /// The names of those of the handbook's own.
    own: BTreeSet<String>,
}

impl Templates {
    /// A template's name is its path in `templates/`. The handbook's own goes before the standard
    /// one of that name, which can then be extended as `standard/NAME`. A mere copy of a standard file
    /// is no file of its own.
    fn new(standard: &Layer, own: &Layer, folder: &str) -> Self {
        let mut templates = Self {
            texts: Vec::new(),
            sources: BTreeMap::new(),
            paths: BTreeMap::new(),
            own: BTreeSet::new(),
        };
        let mut extends_standard = false;
        for (path, file) in own
            .iter()
            .filter(|(path, file)| standard.get(*path) != Some(file))
        {
            if let (Some(name), Some(text)) = (path.strip_prefix("templates/"), file.text()) {
                extends_standard |= text.contains(STANDARD_PREFIX);
                templates.own.insert(name.to_owned());
                let path = PlacePath::from_root(&format!("{folder}/{path}"));
                templates.add(name.to_owned(), path, text);
            }
        }
        for (file_path, file) in standard {
            let (Some(name), Some(text)) = (file_path.strip_prefix("templates/"), file.text())
            else {
                continue;
            };
            let text = minify_template(text);
            let path = PlacePath::outside(&format!("{FOLDER}/{STANDARD_NAME}/{file_path}"));
            // Components are known by their own names, which two files can't both define.
            if extends_standard && own.contains_key(file_path) && !text.contains("{% component") {
                templates.add(format!("{STANDARD_PREFIX}{name}"), path.clone(), &text);
            }
            if !templates.own.contains(name) {
                templates.add(name.to_owned(), path, &text);
            }
        }
        templates
    }

    fn add(&mut self, name: String, path: PlacePath, text: &str) {
        let text = FileText::decode(text.into());
        self.texts.push((name.clone(), text.to_owned()));
        // A handbook that changes the standard theme's files has one of its own at the same path.
        self.sources
            .entry(path.to_string())
            .or_insert_with(|| Arc::new(text));
        self.paths.insert(name, path);
    }

    /// What each template asks for.
    fn asked_for(&self, tera: &Tera) -> BTreeMap<String, AskedFor> {
        let opaque = self.texts.iter().any(|(_, text)| is_opaque(text));
        let names = self.texts.iter().map(|(name, _)| name);
        let asked_for = |name: &String| {
            if opaque {
                AskedFor::All
            } else {
                AskedFor::of(tera, name)
            }
        };
        names.map(|name| (name.clone(), asked_for(name))).collect()
    }

    fn compile(
        &self,
        editions: &[EditionTexts],
        icons: &BTreeMap<String, String>,
    ) -> (Option<Tera>, Vec<Finding>) {
        let mut tera = Tera::default();
        texts::register(&mut tera, editions, icons);
        let pairs = self
            .texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        match tera.add_raw_templates(pairs) {
            Ok(()) => (Some(tera), Vec::new()),
            Err(problem) => {
                let source = |path: &str| self.sources.get(path).cloned();
                (None, error::on_loading(&problem, &self.paths, source))
            }
        }
    }
}

/// Gives the stylesheet the handbook's own colours, and the standard icon its accent.
fn colour(assets: &mut BTreeMap<String, ThemeFile>, palette: &Palette) {
    let css = palette.css();
    if let Some(ThemeFile::Bytes(bytes)) = assets.get_mut("assets/style.css")
        && !css.is_empty()
    {
        bytes.extend_from_slice(b"\n/* The handbook's own colours */\n");
        bytes.extend_from_slice(css.as_bytes());
    }
    if let Some(icon) = assets.get_mut("assets/favicon.svg") {
        accent(icon, palette);
    }
}

/// Gives a file that names the standard accent the handbook's own.
fn accent(file: &mut ThemeFile, palette: &Palette) {
    if let ThemeFile::Bytes(bytes) = file
        && let Ok(text) = str::from_utf8(bytes)
    {
        let standard = palette::STANDARD
            .iter()
            .find(|colour| colour.name == "accent");
        let standard = standard.expect("there is an accent").light;
        *bytes = text.replace(standard, &palette.accent()).into_bytes();
    }
}

/// What books are made with: the handbook's own files over the standard ones.
fn book(standard: &Layer, own: &Layer, folder: &str) -> BTreeMap<String, BookFile> {
    let standard = standard.iter().map(|(path, file)| {
        let place = PlacePath::outside(&format!("{FOLDER}/{STANDARD_NAME}/{path}"));
        (path, file, place)
    });
    let own = own.iter().map(|(path, file)| {
        let place = PlacePath::from_root(&format!("{folder}/{path}"));
        (path, file, place)
    });
    let files = standard.chain(own).filter_map(|(path, file, place)| {
        let name = path.strip_prefix("book/")?;
        let file = file.clone();
        Some((name.to_owned(), BookFile { file, place }))
    });
    files.collect()
}

/// What is published beside the pages: the handbook's own files as they are, over the standard ones.
/// A mere copy of a standard file is no file of its own.
fn assets(standard: &Layer, own: Layer) -> BTreeMap<String, ThemeFile> {
    let published = |path: &str| path.starts_with("assets/");
    let defaults = standard.iter().filter(|(path, _)| published(path));
    let defaults = defaults.map(|(path, file)| {
        let file = match file.text() {
            Some(text) if is_code(path) => ThemeFile::Bytes(minify(text).into_bytes()),
            _ => file.clone(),
        };
        (path.clone(), file)
    });
    let own = own
        .into_iter()
        .filter(|(path, file)| published(path) && standard.get(path) != Some(file));
    defaults.chain(own).collect()
}
