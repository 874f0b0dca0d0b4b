//! Sites that can't be exchanged for others: mounted folders, and folders beside which nothing can be made.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::disk::{script, without_rights};
use crate::support::program::{assert_whole, files, output};
use crate::{DAY, Files, OnDisk, handbook, release, site};

/// A folder mounted at `site`, as a container has it, for the script only.
const MOUNTED: &str = r#"
mkdir volume site
mount --bind volume site
"#;

/// The shell in which a folder can be mounted. `None` where the system doesn't allow that.
fn with_mounts() -> Option<&'static [&'static str]> {
    let shell = &["unshare", "--mount", "--map-root-user"];
    let allowed = output(Command::new(shell[0]).args(&shell[1..]).args([
        "sh",
        "-c",
        "mount -t tmpfs none /mnt",
    ]));
    if allowed.code != Some(0) {
        eprintln!("nothing can be mounted here: {}", allowed.stderr);
        return None;
    }
    Some(shell)
}

fn mounted(handbook: &OnDisk, then: &str) -> Option<String> {
    let done = script(handbook, with_mounts()?, &format!("{MOUNTED}{then}"));
    assert_eq!(done.code, Some(0), "{}{}", done.stdout, done.stderr);
    Some(done.stderr)
}

#[test]
fn a_mounted_folder_is_named_and_filled_file_by_file_if_asked() {
    let handbook = handbook().on_disk();
    let Some(said) = mounted(
        &handbook,
        "
$TRANSFERBUCH --lang en build --out site && exit 9
test -z \"$(ls -A site)\"
test ! -e .site.transferbuch
$TRANSFERBUCH --quiet build --out site --in-place
rm content/formate/markt.md
mkdir content/neu
printf '# Neu\\n' > content/neu/index.md
$TRANSFERBUCH --quiet build --out site --in-place
$TRANSFERBUCH verify site
$TRANSFERBUCH --quiet build --out site/public
",
    ) else {
        return;
    };
    assert!(said.contains("error[target-is-a-mount]"), "{said}");
    assert!(said.contains("--in-place"), "{said}");
    let mut site = files(&handbook.path("volume"));
    let below = site.split_off("public/");
    let (public, rest): (Files, Files) = below
        .into_iter()
        .partition(|(path, _)| path.starts_with("public/"));
    site.extend(rest);
    assert_whole(&site);
    assert!(site.contains_key("neu/index.html") && !site.contains_key("formate/markt/index.html"));
    assert!(
        !handbook.path("volume/formate/markt").exists(),
        "no empty folder is left"
    );
    assert!(!handbook.path("volume/.transferbuch").exists());
    assert_eq!(
        public.len(),
        site.len(),
        "a folder in a mounted one is exchanged as any other"
    );
}

#[test]
fn releases_go_into_a_mounted_folder_too() {
    let handbook = handbook().on_disk();
    let Some(said) = mounted(
        &handbook,
        "
release() { $TRANSFERBUCH --lang en --quiet release $1 --onto site --date $DAY ${2-}; }
release 1.0 && exit 9
release 1.0 --in-place
release 1.1 --in-place
printf '# Anders\\n' > content/index.md
release 1.2 --in-place
$TRANSFERBUCH verify site
",
    ) else {
        return;
    };
    assert!(said.contains("error[target-is-a-mount]"), "{said}");
    let in_place = files(&handbook.path("volume"));
    let swapped = crate::handbook().on_disk();
    release(&swapped, &["1.0"]);
    release(&swapped, &["1.1"]);
    swapped.write("content/index.md", "# Anders\n");
    release(&swapped, &["1.2"]);
    assert!(in_place == site(&swapped), "the same tree either way");
}

fn set_mode(handbook: &OnDisk, path: &str, mode: u32) {
    fs::set_permissions(handbook.path(path), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_beside_which_nothing_can_be_made_is_filled_file_by_file_if_asked() {
    let handbook = handbook().on_disk();
    fs::create_dir_all(handbook.path("web/html")).unwrap();
    set_mode(&handbook, "web", 0o555);
    let rights = without_rights();
    let build = "$TRANSFERBUCH --lang en --quiet build --out web/html";
    let refused = script(&handbook, &rights, build);
    let filled = script(&handbook, &rights, &format!("{build} --in-place"));
    set_mode(&handbook, "web", 0o755);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    for part in ["error[target-parent-not-writable]", "/web,", "--in-place"] {
        assert!(refused.stderr.contains(part), "{part}: {}", refused.stderr);
    }
    assert_eq!(filled.code, Some(0), "{}", filled.stderr);
    assert_whole(&files(&handbook.path("web/html")));
}

#[test]
fn what_a_folder_holds_besides_is_refused_in_place_too() {
    let handbook = handbook().on_disk();
    handbook.write("site/fremd.txt", "x");
    let refused = handbook.run(&["--lang", "en", "build", "--out", "site", "--in-place"]);
    assert_eq!(refused.code, Some(1));
    assert!(
        refused.stderr.contains("error[target-not-ours]"),
        "{}",
        refused.stderr
    );
    assert_eq!(site(&handbook).len(), 1);
}

/// A run that is killed as it makes its call number `call` of this sort.
fn killed_at(handbook: &OnDisk, call: usize, args: &[&str]) -> Option<i32> {
    let calls = "rename,renameat,renameat2,unlink,unlinkat";
    let mut strace = Command::new("strace");
    strace.current_dir(handbook.path(""));
    strace.args(["-f", "-o", "/dev/null", "-e", &format!("trace={calls}")]);
    strace.args(["-e", &format!("inject={calls}:signal=KILL:when={call}")]);
    strace.arg(env!("CARGO_BIN_EXE_transferbuch")).args(args);
    output(&mut strace).code
}

#[test]
fn a_run_in_place_that_is_killed_anywhere_is_brought_to_its_end_by_whoever_comes_next() {
    let traced = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .status();
    if !traced.is_ok_and(|status| status.success()) {
        eprintln!("strace isn't installed or may not watch others: nothing was tried");
        return;
    }
    let handbook = handbook().on_disk();
    assert_eq!(handbook.run(&in_place("1.0")).code, Some(0));
    let (mut next, mut kept, mut ended) = (1, 0, 0);
    for call in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144] {
        let before = site(&handbook);
        handbook.write("content/index.md", format!("# Fassung {next}\n"));
        let version = format!("1.{next}");
        if killed_at(&handbook, call, &in_place(&version)) == Some(0) {
            // It has ended before its call of that number.
            next += 1;
            continue;
        }
        // Nothing says before that whether the note was written.
        let verified = handbook.run(&["--lang", "en", "verify", "site"]);
        assert_eq!(
            verified.code,
            Some(0),
            "killed at {call}: {}",
            verified.stderr
        );
        let after = files_without_staging(&handbook);
        if after == before {
            kept += 1;
        } else {
            assert!(
                verified.stderr.contains("had been stopped") || call > 89,
                "{}",
                verified.stderr
            );
            assert!(
                crate::text(&after, "versions.json")
                    .contains(&format!("\"current\": \"{version}\""))
            );
            ended += 1;
            next += 1;
        }
        assert_eq!(handbook.run(&in_place(&format!("1.{next}"))).code, Some(0));
        next += 1;
        assert!(!handbook.path("site/.transferbuch").exists());
    }
    assert!(kept > 0 && ended > 3, "{kept} {ended}");
    assert_eq!(handbook.run(&["verify", "site"]).code, Some(0));
}

/// The arguments of a release in place.
fn in_place(version: &str) -> [&str; 8] {
    [
        "release",
        version,
        "--quiet",
        "--in-place",
        "--onto",
        "site",
        "--date",
        DAY,
    ]
}

fn files_without_staging(handbook: &OnDisk) -> Files {
    let mut site = site(handbook);
    site.retain(|path, _| !path.starts_with(".transferbuch/"));
    site
}

#[test]
fn two_runs_in_and_beside_a_folder_keep_out_of_each_others_way() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    fs::create_dir(handbook.path("site/.transferbuch")).unwrap();
    let lock = fs::File::create(handbook.path("site/.transferbuch/lock")).unwrap();
    lock.lock().unwrap();
    handbook.write("content/index.md", "# Anders\n");
    let next = [
        "--lang", "en", "release", "1.1", "--onto", "site", "--date", DAY,
    ];
    let refused = handbook.run(&next);
    assert!(
        refused.stderr.contains("error[target-locked]"),
        "{}",
        refused.stderr
    );
    drop(lock);
    assert_eq!(handbook.run(&next).code, Some(0));
    assert!(!handbook.path("site/.transferbuch").exists());
}
