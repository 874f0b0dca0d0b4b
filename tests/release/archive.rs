//! Archives of what was published.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::process::Command;

use flate2::read::GzDecoder;

use crate::support::program::{files, output};
use crate::{Files, OnDisk, below, handbook, release, site};

const NAMES: [&str; 3] = [
    "ankommen-1.0-offline.zip",
    "ankommen-1.0.tar.gz",
    "ankommen-1.0.zip",
];

fn archive(handbook: &OnDisk, folder: &str) -> Files {
    let output = handbook.run(&["archive", folder, "--out", "archive"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
    files(&handbook.path("archive"))
}

/// Paths and bytes in a zip, in their order; fails unless all have `time` and the same mode.
fn unzip(bytes: &[u8], time: &str) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let read = |number| {
        let mut file = zip.by_index(number).unwrap();
        assert_eq!(file.last_modified().unwrap().to_string(), time);
        assert_eq!(file.unix_mode(), Some(0o100_644));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().to_owned(), bytes)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len())
        .map(read)
        .collect()
}

fn untar(bytes: &[u8], time: u64) -> Vec<(String, Vec<u8>)> {
    let mut tar = tar::Archive::new(GzDecoder::new(bytes));
    let read = |entry: std::io::Result<tar::Entry<'_, _>>| {
        let mut entry = entry.unwrap();
        let header = entry.header();
        let head = (header.mtime(), header.mode(), header.uid(), header.gid());
        let head = (
            head.0.unwrap(),
            head.1.unwrap(),
            head.2.unwrap(),
            head.3.unwrap(),
        );
        assert_eq!(head, (time, 0o644, 0, 0));
        let path = entry.path().unwrap().to_str().unwrap().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (path, bytes)
    };
    tar.entries().unwrap().map(read).collect()
}

#[test]
fn archives_hold_the_edition_as_it_was_published() {
    let handbook = handbook().on_disk();
    let long = "sehr-langes-kapitel-".repeat(8);
    handbook.write(&format!("content/{long}.md"), "# Über Größe\n");
    release(&handbook, &["1.0"]);
    let archives = archive(&handbook, "site");
    let published = site(&handbook);
    let edition: BTreeMap<&str, &Vec<u8>> = below(&published, "v/1.0/").collect();
    let tar = untar(&archives[NAMES[1]], 1_769_817_600);
    let zip = unzip(&archives[NAMES[2]], "2026-01-31 00:00:00");
    assert!(tar == zip);
    let packed = tar
        .iter()
        .map(|(path, bytes)| (path.strip_prefix("ankommen-1.0/").unwrap(), bytes));
    assert!(packed.collect::<BTreeMap<_, _>>() == edition);

    let mut check = Command::new("sha256sum");
    check
        .current_dir(handbook.path("archive"))
        .args(["--check", "--strict", "SHA256SUMS"]);
    assert_eq!(output(&mut check).code, Some(0));
    let sums = str::from_utf8(&archives["SHA256SUMS"]).unwrap();
    let named: Vec<&str> = sums.lines().map(|line| &line[66..]).collect();
    assert_eq!(named, NAMES);
}

#[cfg(unix)]
#[test]
fn the_same_edition_packs_to_the_same_bytes_anywhere() {
    // Someone else to all that looks, where the system allows that.
    let other = ["unshare", "--map-user=4711", "--map-group=4711"];
    let allowed = output(Command::new("unshare").args(&other[1..]).arg("true")).code == Some(0);
    let other: &[&str] = if allowed { &other } else { &["env"] };
    let packed = |user: &[&str], umask: &str, threads: &str| {
        let handbook = handbook().on_disk();
        let program = env!("CARGO_BIN_EXE_transferbuch");
        let script = format!(
            "umask {umask} && {program} release 1.0 --onto site --date 2026-01-31 && \
             {program} archive site --out archive"
        );
        let mut command = Command::new(user[0]);
        command.args(&user[1..]).args(["sh", "-c", &script]);
        command.current_dir(handbook.path(""));
        command.env("RAYON_NUM_THREADS", threads);
        let output = output(&mut command);
        assert_eq!(output.code, Some(0), "{}", output.stderr);
        files(&handbook.path("archive"))
    };
    let one = packed(&["env"], "022", "1");
    assert_eq!(one.len(), NAMES.len() + 1);
    assert!(one == packed(other, "077", "7"));
}

#[test]
fn archives_carry_the_time_that_the_build_is_asked_to_carry() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let mut command = handbook.command(&["archive", "site", "--out", "archive"]);
    assert_eq!(
        output(command.env("SOURCE_DATE_EPOCH", "1000000000")).code,
        Some(0)
    );
    let archives = files(&handbook.path("archive"));
    untar(&archives[NAMES[1]], 1_000_000_000);
    unzip(&archives[NAMES[2]], "2001-09-09 01:46:40");
}

#[test]
fn the_list_of_hashes_keeps_older_archives() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    archive(&handbook, "site");
    handbook.write("content/neu.md", "# Neu\n");
    release(&handbook, &["1.1"]);
    let newest = archive(&handbook, "site");
    let again = archive(&handbook, "site/v/1.0");
    assert!(newest == again);
    let sums = str::from_utf8(&again["SHA256SUMS"]).unwrap();
    let named: Vec<&str> = sums.lines().map(|line| &line[66..]).collect();
    let new = NAMES.map(|name| name.replace("1.0", "1.1"));
    assert_eq!(
        named,
        [NAMES.to_vec(), new.iter().map(String::as_str).collect()].concat()
    );
}

#[test]
fn a_site_without_releases_is_packed_too() {
    let handbook = handbook().on_disk();
    assert_eq!(handbook.run(&["build", "--out", "site"]).code, Some(0));
    let archives = archive(&handbook, "site");
    let zip = unzip(&archives["ankommen.zip"], "1980-01-01 00:00:00");
    assert!(zip.iter().any(|(path, _)| path == "ankommen/index.html"));
}

#[test]
fn only_what_was_published_is_packed() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let pack = |folder: &str, out: &str| {
        let output = handbook.run(&["--lang", "en", "archive", folder, "--out", out]);
        (output.code, output.stderr)
    };
    let (code, said) = pack("site", "site/archive");
    assert!(code == Some(2) && said.contains("--out"), "{said}");
    let (code, said) = pack("content", "archive");
    assert!(code == Some(1) && said.contains("not-published"), "{said}");
    handbook.write("datei", "x");
    let (code, said) = pack("site", "datei/archive");
    assert!(code == Some(1) && said.contains("datei/archive"), "{said}");
    let file = handbook.path("site/v/1.0/index.html");
    fs::remove_file(&file).unwrap();
    fs::write(file, "von Hand").unwrap();
    let (code, said) = pack("site", "archive");
    assert!(code == Some(1) && said.contains("tree-changed"), "{said}");
    assert!(!handbook.path("archive").exists());
}

/// What the attributes of a page lead to, as far as they name addresses.
fn links(html: &str) -> Vec<String> {
    let mut links = Vec::new();
    let all = lol_html::element!("*", |element| {
        for name in ["href", "src", "action", "data-to"] {
            links.extend(element.get_attribute(name));
        }
        let content = element.get_attribute("content").unwrap_or_default();
        if element.has_attribute("http-equiv")
            && let Some((_, link)) = content.split_once("url=")
        {
            links.push(link.to_owned());
        }
        Ok(())
    });
    let settings = lol_html::RewriteStrSettings::new().append_element_content_handler(all);
    lol_html::rewrite_str(html, settings).unwrap();
    links
}

/// Fails if a link within the site leads to no file. Gives the number of links that lead to one.
fn all_lead_to_files(files: &BTreeMap<String, Vec<u8>>) -> usize {
    let mut count = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let base = url::Url::parse("file:///").unwrap().join(path).unwrap();
        for link in links(str::from_utf8(bytes).unwrap()) {
            let to = base.join(&link.replace("&amp;", "&")).unwrap();
            if to.scheme() != "file" {
                continue;
            }
            let to = to.to_file_path().unwrap();
            let to = to.strip_prefix("/").unwrap().to_str().unwrap();
            assert!(files.contains_key(to), "{path}: {link}");
            count += 1;
        }
    }
    count
}

#[test]
fn every_link_of_the_offline_edition_leads_to_a_file() {
    let handbook = handbook().on_disk();
    handbook.write(
        "content/neu.md",
        "---\naliases: [frueher]\n---\n# Neu\n\n[Tisch](formate/tisch.md)\n",
    );
    release(&handbook, &["1.0"]);
    let archives = archive(&handbook, "site");
    let zip = unzip(&archives[NAMES[0]], "2026-01-31 00:00:00");
    let files: BTreeMap<_, _> = zip.into_iter().collect();
    assert!(all_lead_to_files(&files) > 100);
    let text = |path: &str| str::from_utf8(&files[&format!("ankommen-1.0/{path}")]).unwrap();
    assert!(text("index.html").contains("\"formate/tisch/index.html#ablauf\""));
    assert!(text("frueher/index.html").contains("url=../neu/index.html"));
    assert!(text("versionen/index.html").contains("url=https://handbuch.example/unten/versionen/"));
    let missing = ["404.html", "_headers", "sitemap.xml", "transferbuch.json"];
    assert!(
        missing
            .iter()
            .all(|path| !files.contains_key(&format!("ankommen-1.0/{path}")))
    );
}

#[test]
fn what_was_changed_by_hand_comes_back_from_an_archive() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    archive(&handbook, "site");
    release(&handbook, &["1.1"]);
    archive(&handbook, "site");
    let before = files(&handbook.path("site"));
    for archive in ["zip", "tar.gz"] {
        let change = |path: &str, text: &str| {
            let path = handbook.path(path);
            // The root and an edition share the file: only one of them is changed.
            fs::remove_file(&path).unwrap();
            if !text.is_empty() {
                fs::write(&path, text).unwrap();
            }
        };
        change("site/index.html", "von Hand");
        change("site/v/1.1/index.html", "");
        change("site/v/1.1/transferbuch.json", "{}");
        handbook.write("site/fremd.txt", "fremd");
        let verified = handbook.run(&["--lang", "de", "verify", "site"]);
        assert_eq!(verified.code, Some(1));
        assert!(
            verified.stderr.contains("--restore ARCHIV"),
            "{}",
            verified.stderr
        );

        let file = format!("archive/ankommen-1.1.{archive}");
        let restored = handbook.run(&["--lang", "de", "verify", "site", "--restore", &file]);
        assert_eq!(restored.code, Some(1), "{}", restored.stderr);
        assert!(
            restored.stderr.contains("3 Dateien zurückgeholt"),
            "{}",
            restored.stderr
        );
        assert!(
            restored
                .stderr
                .contains("1 Datei ist nicht so, wie sie veröffentlicht wurde"),
            "{}",
            restored.stderr
        );
        fs::remove_file(handbook.path("site/fremd.txt")).unwrap();
        assert_eq!(handbook.run(&["verify", "site"]).code, Some(0));
        assert!(files(&handbook.path("site")) == before);
    }
    let none = handbook.run(&[
        "--lang",
        "en",
        "verify",
        "site",
        "--restore",
        "handbook.yml",
    ]);
    assert_eq!(none.code, Some(0), "nothing is missing: {}", none.stderr);
    fs::remove_file(handbook.path("site/index.html")).unwrap();
    let none = handbook.run(&[
        "--lang",
        "en",
        "verify",
        "site",
        "--restore",
        "handbook.yml",
    ]);
    assert_eq!(none.code, Some(2), "{}", none.stderr);
    assert!(
        none.stderr.contains("can't be read as an archive"),
        "{}",
        none.stderr
    );
}
