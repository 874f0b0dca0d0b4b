//! The desk as one page: by person, then by chapter. Without its script it shows everything; the script filters by
//! what the page's address says.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Desk, DeskFile, Matter, Sort};
use crate::markdown::html::escaped;
use crate::text::Args;

/// The script of the page.
const SCRIPT: &str = include_str!("desk.js");

/// Where a page has its looks and its script from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Assets<'a> {
    /// From files beside it; links lead to pages of the preview, and places to the author's editor.
    Beside {
        /// The addresses of style, script and calendar.
        style: &'a str,
        script: &'a str,
        calendar: &'a str,
    },
    /// It is one file, which loads nothing, with this style.
    Inside {
        /// The style.
        style: &'a str,
    },
}

impl Desk<'_> {
    /// The page.
    pub fn html(&self, assets: Assets<'_>) -> String {
        let mut page = Page {
            desk: self,
            in_preview: matches!(assets, Assets::Beside { .. }),
            html: String::new(),
        };
        page.head(assets);
        page.intro(assets);
        if !self.files.is_empty() {
            page.filters();
        }
        let mut people: BTreeMap<(bool, &str), Vec<&DeskFile>> = BTreeMap::new();
        for file in &self.files {
            let person = file.person.as_deref();
            let key = (person.is_none(), person.unwrap_or_default());
            people.entry(key).or_default().push(file);
        }
        for ((_, person), files) in people {
            page.person(person, &files);
        }
        if self.files.is_empty() {
            page.line("p", "", &self.text("desk-nothing"));
        }
        page.html.push_str("</main>\n</body>\n</html>\n");
        page.html
    }

    fn title(&self) -> String {
        let site = &self.linked.site;
        let handbook = site.title(site.config.default_language());
        let args = Args::from([("handbook", handbook.into())]);
        self.texts.get("desk-title", &args).unwrap_or_default()
    }

    fn count(&self, sort: Sort) -> usize {
        let matters = self.files.iter().flat_map(|file| &file.matters);
        matters.filter(|matter| matter.sort == sort).count()
    }
}

struct Page<'p> {
    desk: &'p Desk<'p>,
    in_preview: bool,
    html: String,
}

impl Page<'_> {
    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// An element of one line, with more attributes.
    fn line(&mut self, name: &str, attributes: &str, text: &str) {
        let text = escaped(text);
        self.push(&format!("<{name}{attributes}>{text}</{name}>\n"));
    }

    fn head(&mut self, assets: Assets<'_>) {
        let language = self.desk.language.code();
        let title = escaped(&self.desk.title());
        self.push(&format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"
        ));
        match assets {
            Assets::Beside { style, script, .. } => self.push(&format!(
                "<link rel=\"stylesheet\" href=\"{style}\">\n<script src=\"{script}\" defer></script>\n"
            )),
            Assets::Inside { style } => {
                let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
                self.push(&format!(
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                     style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'self'\">\n\
                     <style>{style}</style>\n<script type=\"module\">{SCRIPT}</script>\n",
                    hash(style),
                    hash(SCRIPT)
                ));
            }
        }
        self.push(&format!(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n</head>\n\
             <body>\n<main class=\"desk\">\n<h1>{title}</h1>\n"
        ));
    }

    /// As of when, how much of what, and what else there is.
    fn intro(&mut self, assets: Assets<'_>) {
        let desk = self.desk;
        let as_of = desk.dated("desk-as-of", desk.today);
        let outside = match desk.asked_outside {
            Some(date) => desk.dated("desk-outside-asked", date),
            None => desk.text("desk-outside-never"),
        };
        self.line("p", "", &format!("{as_of} {outside}"));
        if let Assets::Beside { calendar, .. } = assets {
            let home = escaped(&desk.text("desk-home"));
            let text = escaped(&desk.text("desk-calendar-link"));
            self.push(&format!(
                "<p><a href=\"/\">{home}</a> · <a href=\"{calendar}\">{text}</a></p>\n"
            ));
        }
    }

    /// What one can filter by. The script shows it.
    fn filters(&mut self) {
        let desk = self.desk;
        let label = |id: &str| escaped(&desk.text(id));
        self.push("<form class=\"filters\" method=\"get\" hidden>\n");
        self.push(&format!(
            "<label>{}<select name=\"person\"><option value=\"\">{}</option>",
            label("desk-person"),
            label("desk-everyone")
        ));
        let mut people: Vec<&str> = desk
            .files
            .iter()
            .filter_map(|file| file.person.as_deref())
            .collect();
        people.sort_unstable();
        people.dedup();
        for person in people {
            let person = escaped(person);
            self.push(&format!("<option value=\"{person}\">{person}</option>"));
        }
        self.push(&format!(
            "<option value=\"-\">{}</option></select></label>\n",
            label("desk-nobody")
        ));
        self.push(&format!(
            "<label>{}<select name=\"sort\"><option value=\"\">{}</option>",
            label("desk-sort"),
            label("desk-everything")
        ));
        for sort in Sort::ALL {
            let count = desk.count(sort);
            if count > 0 {
                let (name, title) = (sort.name(), label(&format!("desk-{}", sort.name())));
                self.push(&format!(
                    "<option value=\"{name}\">{title} ({count})</option>"
                ));
            }
        }
        self.push(&format!(
            "</select></label>\n<label>{}<input name=\"text\" type=\"search\"></label>\n</form>\n\
             <p class=\"none\" role=\"status\" hidden>{}</p>\n",
            label("desk-text"),
            label("desk-none")
        ));
    }

    fn person(&mut self, person: &str, files: &[&DeskFile]) {
        let name = if person.is_empty() { "-" } else { person };
        self.push(&format!("<section data-person=\"{}\">\n", escaped(name)));
        let title = if person.is_empty() {
            self.desk.text("desk-nobody")
        } else {
            person.to_owned()
        };
        self.line("h2", "", &title);
        for file in files {
            self.file(file);
        }
        self.push("</section>\n");
    }

    fn file(&mut self, file: &DeskFile) {
        self.push("<article>\n<h3>");
        let title = file.title.as_deref().unwrap_or(&file.path);
        let title = escaped(title);
        match &file.address {
            Some(address) if self.in_preview => {
                let address = escaped(&crate::site::escape(address));
                self.push(&format!("<a href=\"/{address}\">{title}</a>"));
            }
            _ => self.push(&title),
        }
        self.push("</h3>\n");
        let path = escaped(&file.path);
        self.push(&format!(
            "<p class=\"path\"><code>{path}</code></p>\n<ul>\n"
        ));
        for matter in &file.matters {
            self.matter(file, matter);
        }
        self.push("</ul>\n</article>\n");
    }

    fn matter(&mut self, file: &DeskFile, matter: &Matter) {
        let sort = matter.sort.name();
        let label = escaped(&self.desk.text(&format!("desk-one-{sort}")));
        let text = with_code(&matter.text);
        self.push(&format!(
            "<li data-sort=\"{sort}\"><strong class=\"{sort}\">{label}</strong> {text}"
        ));
        if let Some(hint) = &matter.hint {
            let hint = with_code(hint).replace('\n', "<br>");
            self.push(&format!("<br><span class=\"hint\">{hint}</span>"));
        }
        if let Some(line) = matter.line {
            let args = Args::from([("line", line.into())]);
            let text = self.desk.texts.get("desk-line", &args).unwrap_or_default();
            self.push(&format!(" <span class=\"line\">{}</span>", escaped(&text)));
        }
        if self.in_preview && file.is_inside() {
            let place = format!("{}:{}", file.path, matter.line.unwrap_or(1));
            let (place, edit) = (escaped(&place), self.desk.text("watch-edit"));
            let edit = escaped(&edit);
            self.push(&format!(
                " <button type=\"button\" data-place=\"{place}\" hidden>{edit}</button>"
            ));
        }
        self.push("</li>\n");
    }
}

/// A text in which what stands between backticks, as it is written in files, is code.
fn with_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let mut codes = parts.iter().skip(1).step_by(2);
    if parts.len().is_multiple_of(2) || codes.any(|part| part.is_empty()) {
        return escaped(text);
    }
    let part = |(place, part): (usize, &&str)| match place % 2 {
        0 => escaped(part),
        _ => format!("<code>{}</code>", escaped(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn pairs_of_backticks_are_code() {
        assert_eq!(
            with_code("Das Feld `a<b`."),
            "Das Feld <code>a&lt;b</code>."
        );
        for alone in ["Ein ` allein", "Zwei `` leere"] {
            assert_eq!(with_code(alone), alone);
        }
    }
}
