//! Files that older versions of the program wrote, one of each form, and for ever: what is promised to be read
//! is read. `tests/formats/NAME-FORM` are never changed; a new form gets a new file.

mod support;

use std::fs;
use std::path::Path;

use support::Handbook;
use support::program::files;
use transferbuch::config::baseline::Baseline;
use transferbuch::diagnostic::PlacePath;
use transferbuch::release::{FORMAT, Manifest, Version, Versions};
use transferbuch::search;

fn old(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn manifests_of_this_form_are_read_as_they_were_written() {
    assert_eq!(FORMAT, 2, "a new form gets a new file, and this one stays");
    let text = old("transferbuch-2.json");
    let manifest = Manifest::from_json(text.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(manifest.to_json()).unwrap(), text);
}

#[test]
fn of_manifests_of_the_first_form_it_is_known_which_files_are_theirs() {
    let manifest = Manifest::from_json(old("transferbuch-1.json").as_bytes()).unwrap();
    assert_eq!(manifest.format, 1);
    assert!(manifest.files.contains_key("index.html"));
    // So a build replaces the site, and a release says why it can't follow on it.
    let handbook =
        Handbook::new("--- handbook.yml\nlanguages: [de]\n--- content/index.md\n# A\n").on_disk();
    handbook.write("site/transferbuch.json", old("transferbuch-1.json"));
    handbook.write("site/index.html", "alt");
    let release = [
        "--lang",
        "en",
        "release",
        "1.0",
        "--onto",
        "site",
        "--date",
        "2026-01-31",
    ];
    let refused = handbook.run(&release);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.stderr.contains("error[manifest-format]"),
        "{}",
        refused.stderr
    );
    assert_eq!(
        handbook.run(&["build", "--quiet", "--out", "site"]).code,
        Some(0)
    );
}

#[test]
fn lists_of_releases_are_read() {
    let [first, second] = ["versions-0.json", "versions-1.json"].map(|name| {
        let text = old(name);
        Versions::from_json(text.as_bytes()).unwrap()
    });
    assert_eq!(first, second);
    assert_eq!(first.highest(), Version::parse("1.1"));
    assert_eq!(first.listed("de").len(), 2);
    assert_eq!(
        String::from_utf8(second.to_json()).unwrap(),
        old("versions-1.json")
    );
}

#[test]
fn baselines_are_read() {
    let read = |text: &str| Baseline::read(&PlacePath::outside("known.yml"), text);
    for name in ["baseline-0.yml", "baseline-1.yml"] {
        let (baseline, findings) = read(&old(name));
        assert_eq!((baseline.len(), findings), (3, vec![]), "{name}");
        assert_eq!(baseline.write("Known findings"), old("baseline-1.yml"));
    }
    let (_, findings) = read("format: 99\n");
    assert_eq!(findings.len(), 1, "a later form is told");
}

/// An index is read by the scripts of its own site, for ever. The program reads its own form alone, and says so of
/// others.
#[test]
fn of_indices_of_the_search_each_form_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    for form in 1..=search::FORMAT {
        let site = Handbook::default().on_disk();
        site.write("transferbuch.json", old("transferbuch-2.json"));
        let index = folder.join(format!("search-{form}"));
        for (path, bytes) in files(&index) {
            site.write(&format!("assets/search/de/{path}"), bytes);
        }
        let answer = site.run(&["--lang", "en", "search", "-C", ".", "Stühle"]);
        if form == search::FORMAT {
            assert!(answer.stdout.contains("Stühle im Kreis"), "{answer:?}");
        } else {
            let told = format!(
                "the search index has format {form}, this program reads {}",
                search::FORMAT
            );
            assert!(answer.stderr.contains(&told), "{answer:?}");
            assert_eq!(answer.code, Some(2));
        }
    }
}
