//! After every edit what is served is what a clean build writes.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::running::{Running, build, handbook, settings};
use crate::support::{Files, OnDisk};

/// A handbook that is being watched, and the site as it was last served.
struct Edited {
    handbook: OnDisk,
    server: Running,
    site: Files,
}

impl Edited {
    fn begin() -> Self {
        let handbook = handbook().on_disk();
        let server = Running::start(&handbook);
        let site = server.wait_for_build(&handbook, &Files::new());
        Self {
            handbook,
            server,
            site,
        }
    }

    fn write(&self, path: &str, text: &str) {
        self.handbook.write(path, text);
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.handbook.path(path)).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.handbook.path(from), self.handbook.path(to)).unwrap();
    }

    fn make_folder(&self, path: &str) {
        fs::create_dir_all(self.handbook.path(path)).unwrap();
    }

    /// Waits until the site is served as a clean build writes it, and fails if no file of it shows
    /// that anything was edited.
    fn comes(&mut self) {
        let site = self.server.wait_for_build(&self.handbook, &self.site);
        assert!(site != self.site, "the edit changes nothing of the site");
        self.site = site;
    }

    fn has(&self, path: &str) -> bool {
        self.site.contains_key(path)
    }

    fn shows(&self, path: &str, text: &str) -> bool {
        str::from_utf8(&self.site[path]).unwrap().contains(text)
    }
}

#[test]
fn texts() {
    let mut edited = Edited::begin();
    edited.write("content/formate/runde.md", "# Runde\n\nEin anderer Text.\n");
    edited.comes();
    edited.write(
        "content/formate/runde.md",
        "# Große Runde\n\nEin anderer Text.\n",
    );
    edited.comes();
    assert!(edited.shows("formate/index.html", "Große Runde"));
    edited.write("content/_hinweis.md", "Ein anderer Hinweis.\n");
    edited.comes();
    assert!(edited.shows("formate/treffen/index.html", "Ein anderer Hinweis."));
    edited.write("content/entwurf.md", "# Fertiges\n");
    edited.comes();
    assert!(!edited.shows("entwurf/index.html", "banner-draft"));
}

#[test]
fn files_that_come_and_go() {
    let mut edited = Edited::begin();
    edited.write("content/neu.md", "# Neues\n");
    edited.comes();
    assert!(edited.shows("neu/index.html", "Neues"));
    edited.remove("content/neu.md");
    edited.comes();
    assert!(!edited.has("neu/index.html"));
    edited.write("content/bild.png", "ANDERES");
    edited.write("content/rezept.md", "# Rezept\n\n![Das Bild](bild.png)\n");
    edited.comes();
    assert_eq!(edited.site["bild.png"], b"ANDERES");
    edited.write("content/formate/ablauf.png", "EIN NEUES BILD");
    edited.comes();
    assert_eq!(edited.site["formate/ablauf.png"], b"EIN NEUES BILD");
}

#[test]
fn files_and_folders_that_move() {
    let mut edited = Edited::begin();
    edited.rename("content/formate/runde.md", "content/kreis.md");
    edited.write(
        "content/kreis.md",
        "# Kreis\n\nZum [Treffen](formate/treffen.md).\n",
    );
    edited.comes();
    assert!(edited.has("kreis/index.html") && !edited.has("formate/runde/index.html"));

    edited.make_folder("content/formate/tief");
    edited.rename("content/kreis.md", "content/formate/tief/kreis.md");
    edited.write("content/formate/tief/kreis.md", "# Kreis\n");
    edited.comes();
    edited.rename("content/formate", "content/wege");
    edited.write(
        "content/index.md",
        "# Anfang\n\nZum [Treffen](wege/treffen.md).\n",
    );
    edited.comes();
    assert!(edited.has("wege/tief/kreis/index.html") && !edited.has("formate/index.html"));
    // Folders are watched at their new place, deep down too, and at the old one if it comes again.
    edited.write("content/wege/tief/kreis.md", "# Kreis am neuen Ort\n");
    edited.comes();
    edited.write("content/wege/treffen.md", "# Treffen am neuen Ort\n");
    edited.comes();
    edited.write("content/formate/wieder.md", "# Wieder da\n");
    edited.comes();
    edited.write("content/formate/wieder.md", "# Wieder da, und anders\n");
    edited.comes();
    fs::remove_dir_all(edited.handbook.path("content/wege/tief")).unwrap();
    edited.comes();
    assert!(!edited.has("wege/tief/kreis/index.html"));
}

#[test]
fn folders_that_come_with_files_in_them() {
    let mut edited = Edited::begin();
    edited.write("content/a/b/c.md", "# Tief unten\n");
    edited.comes();
    assert!(edited.has("a/b/c/index.html"));
    edited.write("content/a/b/c.md", "# Noch tiefer unten\n");
    edited.comes();
    edited.write("content/a/b/d/e/f.md", "# Am Grund\n");
    edited.write("content/a/b/d/e/g.md", "# Auch am Grund\n");
    edited.comes();
    // A folder that was filled elsewhere comes in one piece.
    let elsewhere = OnDisk::empty();
    let folder = edited.handbook.path(".anderswo");
    fs::create_dir_all(folder.join("innen")).unwrap();
    fs::write(folder.join("innen/h.md"), "# Von anderswo\n").unwrap();
    fs::rename(&folder, edited.handbook.path("content/dazu")).unwrap();
    edited.comes();
    assert!(edited.has("dazu/innen/h/index.html"));
    // And one that leaves the handbook takes everything along.
    let to = elsewhere.path("weg");
    fs::rename(edited.handbook.path("content/dazu"), to).unwrap();
    edited.comes();
    assert!(!edited.has("dazu/innen/h/index.html"));
}

#[test]
fn all_files_beside_the_content() {
    let mut edited = Edited::begin();
    for (path, text) in [
        ("handbook.yml", settings("Ein anderer Titel").as_str()),
        (
            "kinds/rezept.yml",
            "label: {de: Kochrezept}\nfields: [{id: zutaten, type: list, label: {de: Vorräte}}]\n",
        ),
        (
            "themes/standard/assets/custom.css",
            "main { color: #111; }\n",
        ),
        (
            "themes/standard/templates/parts/status.html",
            "<p class=\"status\">{{ chapter.title }}</p>\n",
        ),
        (
            "themes/standard/texts/de.ftl",
            "skip-link = Gleich zum Text\n",
        ),
        ("glossary.yml", "- term: Rezept\n  text: Eine Anleitung\n"),
        ("synonyms.yml", "- [Rezept, Anleitung]\n"),
        // What wasn't there at the start, down to the folder.
        ("kinds/spiel.yml", "label: {de: Spiel}\n"),
        ("content/spiel.md", "---\nkind: spiel\n---\n# Schach\n"),
        ("themes/eigen/assets/eigen.css", "main { color: #000; }\n"),
        ("handbook.yml", &settings("Eigen\ntheme: eigen")),
        ("themes/eigen/assets/style.css", "main { color: #333; }\n"),
    ] {
        edited.write(path, text);
        // A theme that no setting names yet is part of nothing.
        if path != "themes/eigen/assets/eigen.css" && path != "kinds/spiel.yml" {
            edited.comes();
        }
    }
    assert!(edited.shows("spiel/index.html", "Schach"));
    edited.remove("glossary.yml");
    edited.comes();
    fs::remove_dir_all(edited.handbook.path("themes")).unwrap();
    edited.write("handbook.yml", &settings("Eigen"));
    edited.comes();
    edited.write(
        "themes/standard/assets/custom.css",
        "main { color: #444; }\n",
    );
    edited.comes();
}

/// The steps in which editors save, as `strace` shows them.
#[test]
fn saves_of_editors() {
    let mut edited = Edited::begin();
    let file = "content/formate/treffen.md";
    for turn in 1..=3 {
        // Vim, with a backup: the original is renamed, written anew, and the backup deleted.
        edited.write("content/formate/4913", "");
        edited.remove("content/formate/4913");
        edited.rename(file, "content/formate/treffen.md~");
        edited.write(file, &format!("# Treffen mit Vim {turn}\n"));
        edited.remove("content/formate/treffen.md~");
        edited.comes();
        // VS Code and Notepad: the file is emptied and written in place.
        edited.write(file, "");
        edited.write(file, &format!("# Treffen mit VS Code {turn}\n"));
        edited.comes();
        // Gedit and other GNOME editors: a hidden file next to it is renamed over it.
        edited.write(
            "content/formate/.goutputstream-X1Y2Z3",
            &format!("# Treffen mit gedit {turn}\n"),
        );
        edited.rename("content/formate/.goutputstream-X1Y2Z3", file);
        edited.comes();
        // LibreOffice: a lock file, and a file of another name renamed over it.
        edited.write("content/formate/.~lock.treffen.md#", "ich");
        edited.write(
            "content/formate/lu1234.tmp",
            &format!("# Treffen mit LibreOffice {turn}\n"),
        );
        edited.rename("content/formate/lu1234.tmp", file);
        edited.remove("content/formate/.~lock.treffen.md#");
        edited.comes();
        // Safe saves of some editors take the original away first, and leave a gap.
        edited.rename(file, ".treffen.md.bak");
        thread::sleep(Duration::from_millis(10));
        edited.write(
            "content/formate/.treffen.md.tmp",
            &format!("# Treffen mit Lücke {turn}\n"),
        );
        edited.rename("content/formate/.treffen.md.tmp", file);
        edited.remove(".treffen.md.bak");
        edited.comes();
    }
}

#[test]
fn a_file_that_comes_in_two_halves() {
    let mut edited = Edited::begin();
    let path = edited.handbook.path("content/rezept.md");
    for pause in [1, 30, 400] {
        let mut file = fs::File::create(&path).unwrap();
        let write = |file: &mut fs::File, text: &str| {
            std::io::Write::write_all(file, text.as_bytes()).unwrap();
            file.sync_all().unwrap();
        };
        write(&mut file, "---\nkind: rezept\nzutaten: [Mehl, ");
        thread::sleep(Duration::from_millis(pause));
        write(&mut file, &format!("Salz {pause}]\n---\n# Rezept\n"));
        drop(file);
        edited.comes();
        assert!(edited.shows("rezept/index.html", &format!("Salz {pause}")));
    }
}

#[test]
fn many_files_at_once() {
    let mut edited = Edited::begin();
    let path = |n: usize| format!("content/viele/{}/k{n}.md", n % 7);
    for n in 0..300 {
        edited.write(&path(n), &format!("# Kapitel {n}\n"));
    }
    edited.comes();
    assert!(edited.shows("viele/5/k299/index.html", "Kapitel 299"));
    // As a checkout of another branch does: some change, some go, some come, folders too.
    for n in 0..300 {
        match n % 3 {
            0 => edited.write(&path(n), &format!("# Kapitel {n}, geändert\n")),
            1 => edited.remove(&path(n)),
            _ => edited.write(&format!("content/mehr/{}/k{n}.md", n % 5), "# Mehr\n"),
        }
    }
    edited.write("handbook.yml", &settings("Anderer Zweig"));
    edited.comes();
    fs::remove_dir_all(edited.handbook.path("content/viele")).unwrap();
    fs::remove_dir_all(edited.handbook.path("content/mehr")).unwrap();
    edited.comes();
    assert!(!edited.has("viele/5/k299/index.html"));
}

/// A file's own gap in a save is no more than a moment, unless the machine pauses there: a save
/// that it drew out says nothing about the program.
#[test]
fn no_page_is_missing_while_a_file_is_saved() {
    const GAP_MAX: Duration = Duration::from_millis(60);
    let edited = Edited::begin();
    let (done, drawn_out) = (AtomicBool::new(false), AtomicUsize::new(0));
    let asked = AtomicUsize::new(0);
    thread::scope(|scope| {
        for path in ["/formate/treffen/", "/formate/runde/", "/"] {
            let (done, drawn_out, asked) = (&done, &drawn_out, &asked);
            let server = &edited.server;
            scope.spawn(move || {
                while !done.load(Ordering::SeqCst) {
                    let before = drawn_out.load(Ordering::SeqCst);
                    let answer = server.get(path);
                    let text = answer.text();
                    asked.fetch_add(1, Ordering::SeqCst);
                    if drawn_out.load(Ordering::SeqCst) == 0 && before == 0 {
                        assert_eq!(answer.status, 200, "{path}");
                        assert!(text.trim_end().ends_with("</html>"), "{path}: {text}");
                        let is_whole = path != "/formate/treffen/" || text.contains("Treffen ");
                        assert!(is_whole || text.contains("ablauf.png"), "{text}");
                    }
                }
            });
        }
        for turn in 0..50 {
            let begun = Instant::now();
            edited.rename("content/formate/treffen.md", "content/formate/treffen.md~");
            edited.write(
                "content/formate/treffen.md",
                &format!("# Treffen {turn}\n\nText.\n"),
            );
            if begun.elapsed() > GAP_MAX {
                drawn_out.fetch_add(1, Ordering::SeqCst);
            }
            edited.remove("content/formate/treffen.md~");
            thread::sleep(Duration::from_millis(turn * 7 % 90));
        }
        edited
            .server
            .wait_for_text("/formate/treffen/", "Treffen 49");
        done.store(true, Ordering::SeqCst);
    });
    assert!(asked.load(Ordering::SeqCst) > 50);
    assert_eq!(
        build(&edited.handbook)["formate/treffen/index.html"],
        edited.server.get("/formate/treffen/").body
    );
}
