//! Releases onto disks that are full or may not be written, and archives there: what was published
//! stays as it was.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::support::program::{Output, output};
use crate::{DAY, OnDisk, handbook, release, site};

/// Runs a release that may write no file longer than `bytes`, as on a disk that is full.
fn release_on_full_disk(handbook: &OnDisk, bytes: u32) -> String {
    let program = env!("CARGO_BIN_EXE_transferbuch");
    let script = format!(
        "trap '' XFSZ; ulimit -f {}; exec {program} --lang en release 1.1 --onto site --date {DAY}",
        bytes / 512
    );
    let mut command = Command::new("sh");
    command.current_dir(handbook.path("")).args(["-c", &script]);
    let output = output(&mut command);
    assert_eq!(output.code, Some(1), "{}", output.stderr);
    output.stderr
}

#[test]
fn a_full_disk_leaves_the_published_tree_as_it_was() {
    let handbook = handbook().on_disk();
    release(&handbook, &["1.0"]);
    let before = site(&handbook);
    handbook.write("content/index.md", "# Anders\n");
    for bytes in [512, 4096] {
        let said = release_on_full_disk(&handbook, bytes);
        assert!(said.contains("cannot-write"), "{said}");
        assert!(before == site(&handbook));
    }
    release(&handbook, &["1.1"]);
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let handbook = handbook().on_disk();
    handbook.write("datei", "x");
    let output = handbook.run(&[
        "--lang",
        "en",
        "release",
        "1.0",
        "--onto",
        "datei/site",
        "--date",
        DAY,
    ]);
    assert_eq!(output.code, Some(1));
    assert!(
        output.stderr.contains("target-cannot-be-made"),
        "{}",
        output.stderr
    );
}

/// Runs a script with the program at hand as `$TRANSFERBUCH`.
pub(crate) fn script(handbook: &OnDisk, shell: &[&str], script: &str) -> Output {
    let mut command = Command::new(shell[0]);
    command
        .current_dir(handbook.path(""))
        .args(&shell[1..])
        .args(["sh", "-euc", script])
        .env("TRANSFERBUCH", env!("CARGO_BIN_EXE_transferbuch"))
        .env("DAY", DAY);
    output(&mut command)
}

/// What makes the system heed the modes of folders for everyone: root may write anywhere, unless it
/// gives up its rights.
pub(crate) fn without_rights() -> Vec<&'static str> {
    let id = output(Command::new("id").arg("-u")).stdout;
    if id.trim() == "0" {
        vec!["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    } else {
        vec!["env"]
    }
}

fn set_mode(handbook: &OnDisk, path: &str, mode: u32) {
    fs::set_permissions(handbook.path(path), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_not_be_written_is_said_and_left_as_it_was() {
    let handbook = handbook().on_disk();
    let onto = "$TRANSFERBUCH --lang en release 1.1 --onto web/site --date $DAY";
    let first = ["release", "1.0", "--onto", "web/site", "--date", DAY];
    assert_eq!(handbook.run(&first).code, Some(0));
    handbook.write("content/index.md", "# Anders\n");
    let published = || crate::files(&handbook.path("web/site"));
    let before = published();
    // Beside the tree nothing can be made; the tree itself can't be moved.
    let named = [
        "error[target-parent-not-writable]",
        "error[target-cannot-be-made]",
    ];
    for (folder, named) in ["web", "web/site"].into_iter().zip(named) {
        set_mode(&handbook, folder, 0o555);
        let refused = script(&handbook, &without_rights(), onto);
        set_mode(&handbook, folder, 0o755);
        assert_eq!(refused.code, Some(1), "{}", refused.stderr);
        let said = refused.stderr;
        assert!(said.contains(named), "{said}");
        assert!(before == published(), "{folder}");
    }
    let again = script(&handbook, &without_rights(), onto);
    assert_eq!(again.code, Some(0), "{}", again.stderr);
    assert_eq!(handbook.run(&["verify", "web/site"]).code, Some(0));

    set_mode(&handbook, "web", 0o555);
    let pack = "$TRANSFERBUCH --lang en archive web/site --out web/archive";
    let refused = script(&handbook, &without_rights(), pack);
    set_mode(&handbook, "web", 0o755);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(refused.stderr.contains("web/archive"), "{}", refused.stderr);
}

/// A small disk in memory at `disk`, which is there for the script only, and filled but for some
/// kilobytes.
const ON_A_SMALL_DISK: &str = r#"
mkdir disk
mount -t tmpfs -o size=24m none disk
$TRANSFERBUCH --quiet release 1.0 --onto disk/site --date $DAY
echo '# Anders' > content/index.md
sums() { (cd disk && find site -type f -exec sha256sum {} + | sort); }
sums > before
for free in 8 64 256 512 1024; do
  full=$(df --output=avail disk | tail -n 1)
  fallocate -l "$((full - free))k" disk/filler
  if $TRANSFERBUCH --lang en release 1.1 --onto disk/site --date $DAY 2> said; then
    echo "$free KB were enough"
    rm disk/filler
    break
  fi
  grep -q 'No space left on device' said || { cat said; exit 3; }
  rm disk/filler
  sums > after
  cmp before after
  test ! -e disk/.site.transferbuch
  echo "refused with $free KB"
done
$TRANSFERBUCH --quiet release 1.2 --onto disk/site --date $DAY
$TRANSFERBUCH verify disk/site
"#;

#[test]
fn a_disk_that_fills_up_at_any_point_leaves_the_published_tree_as_it_was() {
    let handbook = handbook().on_disk();
    let shell = ["unshare", "--mount", "--map-root-user"];
    if output(Command::new(shell[0]).args(&shell[1..]).arg("true")).code != Some(0) {
        eprintln!("no disk can be made here: only the limit on the length of files was tried");
        return;
    }
    let done = script(&handbook, &shell, ON_A_SMALL_DISK);
    assert_eq!(done.code, Some(0), "{}{}", done.stdout, done.stderr);
    let refused = done.stdout.matches("refused with").count();
    assert!(refused >= 2, "{}", done.stdout);
}
