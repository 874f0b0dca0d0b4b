//! Releases that are stopped amidst their work, or meet each other.

use std::fs;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Instant;

use crate::{DAY, Handbook, OnDisk, handbook, release, site};

const CHAPTERS: usize = 150;

fn large(version: usize) -> Handbook {
    let handbook = Handbook::default().with("handbook.yml", "languages: [de]\n");
    (0..CHAPTERS).fold(handbook, |handbook, number| {
        let text = format!("# Kapitel {number}\n\nFassung {version}.\n");
        handbook.with(&format!("content/k{number}.md"), text)
    })
}

fn start(handbook: &OnDisk, version: &str) -> Child {
    let args = ["release", version, "--onto", "site", "--date", DAY];
    let mut command = handbook.command(&args);
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.spawn().unwrap()
}

fn verify(handbook: &OnDisk) {
    let output = handbook.run(&["verify", "site"]);
    assert_eq!(output.code, Some(0), "{}", output.stderr);
}

/// How many releases are killed, at points that are spread over the time that one takes.
/// `RELEASE_KILLS` asks for more.
fn kills() -> u32 {
    let wanted = std::env::var("RELEASE_KILLS").ok();
    wanted.map_or(12, |kills| kills.parse().unwrap())
}

#[test]
fn a_killed_release_leaves_a_whole_tree() {
    let handbook = large(0).on_disk();
    let begun = Instant::now();
    release(&handbook, &["1"]);
    let whole = begun.elapsed();
    let (mut next, mut refused) = (2, 0);
    for kill in 0..kills() {
        handbook.write("content/k0.md", format!("# Kapitel 0\n\nFassung {next}.\n"));
        let mut child = start(&handbook, &next.to_string());
        // The golden ratio spreads the points evenly, however many there are.
        let part = (f64::from(kill) * 0.618_034).fract();
        sleep(whole.mul_f64(part * 1.1));
        child.kill().unwrap();
        child.wait().unwrap();
        verify(&handbook);
        let versions = fs::read_to_string(handbook.path("site/versions.json")).unwrap();
        if versions.contains(&format!("\"current\": \"{next}\"")) {
            next += 1;
        } else {
            refused += 1;
        }
    }
    assert!(refused > 0, "no release was killed before its end");
    release(&handbook, &[&next.to_string()]);
    verify(&handbook);
    assert!(!handbook.path(".site.transferbuch").exists());
}

/// The moment in which the new tree has its place, and older editions haven't: they stand where the
/// old tree was, behind links.
#[test]
fn a_release_that_is_killed_while_older_editions_move_is_whole_and_taken_up() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    release(&handbook, &["1.1"]);
    let before = site(&handbook);
    let place = handbook.path("site/v/1.0");
    let move_away = || {
        fs::create_dir_all(handbook.path(".site.transferbuch/new/v")).unwrap();
        fs::rename(&place, handbook.path(".site.transferbuch/new/v/1.0")).unwrap();
        std::os::unix::fs::symlink("../../.site.transferbuch/new/v/1.0", &place).unwrap();
    };
    move_away();
    assert!(before == site(&handbook));
    // Whoever looks into the tree puts them back, and says so.
    let verified = handbook.run(&["--lang", "en", "verify", "site"]);
    assert_eq!(verified.code, Some(0), "{}", verified.stderr);
    assert!(
        verified.stderr.contains("had been stopped"),
        "{}",
        verified.stderr
    );
    assert!(!place.is_symlink() && before == site(&handbook));
    assert!(!handbook.path(".site.transferbuch").exists());
    verify(&handbook);

    move_away();
    let packed = handbook.run(&["--lang", "en", "archive", "site", "--out", "archive"]);
    assert_eq!(packed.code, Some(0), "{}", packed.stderr);
    assert!(
        packed.stderr.contains("had been stopped"),
        "{}",
        packed.stderr
    );
    assert!(!place.is_symlink());

    // So does a run that is refused.
    move_away();
    handbook.write("content/index.md", "# Anders\n");
    let refused = handbook.run(&["release", "1.1", "--onto", "site", "--date", DAY]);
    assert_eq!(refused.code, Some(1));
    assert!(!place.is_symlink() && before == site(&handbook));
    assert!(!handbook.path(".site.transferbuch").exists());
    release(&handbook, &["1.2"]);
    verify(&handbook);
}

#[test]
fn what_cannot_be_put_in_order_is_told() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    release(&handbook, &["1.1"]);
    let place = handbook.path("site/v/1.0");
    let told = |finding: &str| {
        for args in [
            &["verify", "site"][..],
            &["archive", "site/v/1.0", "--out", "a"],
        ] {
            let output = handbook.run(&[&["--lang", "en"], args].concat());
            let is_told = output.code == Some(1) && output.stderr.contains(finding);
            assert!(is_told || args[0] == "archive", "{}", output.stderr);
        }
    };
    // A link that no release made.
    fs::rename(&place, handbook.path("woanders")).unwrap();
    std::os::unix::fs::symlink("../../woanders", &place).unwrap();
    told("error[edition-is-a-link]");
    fs::remove_file(&place).unwrap();
    // Someone else's release is still at work, or hangs.
    fs::create_dir_all(handbook.path(".site.transferbuch/new/v")).unwrap();
    fs::rename(
        handbook.path("woanders"),
        handbook.path(".site.transferbuch/new/v/1.0"),
    )
    .unwrap();
    std::os::unix::fs::symlink("../../.site.transferbuch/new/v/1.0", &place).unwrap();
    let lock = fs::File::create(handbook.path(".site.transferbuch/lock")).unwrap();
    lock.lock().unwrap();
    told("error[publication-unfinished]");
    drop(lock);
    verify(&handbook);
}

/// Where a system can't exchange two folders, the old site goes away first.
#[test]
fn a_site_that_was_moved_away_comes_back() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let before = site(&handbook);
    fs::create_dir(handbook.path(".site.transferbuch")).unwrap();
    fs::rename(
        handbook.path("site"),
        handbook.path(".site.transferbuch/old"),
    )
    .unwrap();
    verify(&handbook);
    assert!(before == site(&handbook));
    assert!(!handbook.path(".site.transferbuch").exists());
}

#[test]
fn folders_of_older_editions_are_kept_as_they_are() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    release(&handbook, &["1.1"]);
    let number = |version: &str| {
        let folder = handbook.path(&format!("site/v/{version}"));
        fs::metadata(folder).unwrap().ino()
    };
    let (first, second) = (number("1.0"), number("1.1"));
    // A folder that may not be moved is linked file by file.
    let locked = handbook.path("site/v/1.0");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    let rights = crate::disk::without_rights();
    let onto = "$TRANSFERBUCH --quiet release 1.2 --onto site --date $DAY";
    let done = crate::disk::script(&handbook, &rights, onto);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert_eq!(number("1.1"), second);
    assert_ne!(number("1.0"), first);
    verify(&handbook);
    let folder = handbook.path("site/v");
    assert!(
        fs::read_dir(folder)
            .unwrap()
            .all(|entry| !entry.unwrap().path().is_symlink())
    );
}

#[test]
fn files_that_have_not_changed_stand_on_the_disk_once() {
    use std::os::unix::fs::MetadataExt;
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    handbook.write(
        "content/index.md",
        "# Anders\n\n[weiter](formate/tisch.md)\n",
    );
    release(&handbook, &["1.1"]);
    let number = |path: &str| {
        fs::metadata(handbook.path(&format!("site/{path}")))
            .unwrap()
            .ino()
    };
    for (path, shared) in [
        ("formate/vorlage.pdf", true),
        ("assets/style.css", true),
        ("index.html", false),
    ] {
        let [first, second] =
            ["v/1.0/", "v/1.1/"].map(|edition| number(&format!("{edition}{path}")));
        assert_eq!(first == second, shared, "{path}");
        assert_eq!(second, number(path), "{path}");
    }
    verify(&handbook);
}

#[test]
fn a_second_release_at_the_same_time_is_refused() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let before = site(&handbook);
    fs::create_dir(handbook.path(".site.transferbuch")).unwrap();
    let lock = fs::File::create(handbook.path(".site.transferbuch/lock")).unwrap();
    lock.lock().unwrap();
    handbook.write("content/index.md", "# Anders\n");
    let output = handbook.run(&[
        "--lang", "en", "release", "1.1", "--onto", "site", "--date", DAY,
    ]);
    assert_eq!(output.code, Some(1));
    assert!(output.stderr.contains("target-locked"), "{}", output.stderr);
    assert!(before == site(&handbook));
}
