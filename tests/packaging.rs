//! What is handed on: the scripts of `packaging/`, run with this program, and what comes of them used in
//! a clean place.
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use support::OnDisk;
use support::program::{Output, output, program};

/// The program without what debuggers need, so that it is packed quickly.
fn stripped() -> &'static Path {
    static STRIPPED: OnceLock<(OnDisk, PathBuf)> = OnceLock::new();
    let (_, path) = STRIPPED.get_or_init(|| {
        let folder = OnDisk::empty();
        let path = folder.path("transferbuch");
        let strip = run(Command::new("strip")
            .arg("-o")
            .arg(&path)
            .arg(env!("CARGO_BIN_EXE_transferbuch")));
        assert_eq!(strip.code, Some(0), "{}", strip.stderr);
        (folder, path)
    });
    path
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn run(command: &mut Command) -> Output {
    output(command.env("COMPRESSION", "1").env("LC_ALL", "C.UTF-8"))
}

/// Runs a script, which goes well.
fn script(name: &str, args: &[&Path]) -> String {
    let output = run(Command::new(here(&format!("packaging/{name}"))).args(args));
    assert_eq!(
        output.code,
        Some(0),
        "{name}: {}{}",
        output.stdout,
        output.stderr
    );
    output.stdout.trim().to_owned()
}

/// Makes and publishes a handbook with the program at `program`, with nothing of this environment.
fn assert_works(program: &Path) {
    let place = OnDisk::empty();
    for args in [
        &["--lang", "de", "init", "handbuch"][..],
        &["-C", "handbuch", "build"],
        &[
            "-C",
            "handbuch",
            "release",
            "1.0",
            "--onto",
            "handbuch/veroeffentlicht",
        ],
        &["verify", "handbuch/veroeffentlicht"],
    ] {
        let output = output(
            Command::new(program)
                .env_clear()
                .current_dir(place.path(""))
                .args(args),
        );
        assert_eq!(output.code, Some(0), "{args:?}: {}", output.stderr);
    }
    assert!(place.path("handbuch/public/index.html").exists());
}

#[test]
fn an_archive_is_the_same_twice_holds_everything_and_works() {
    let out = OnDisk::empty();
    let archive = PathBuf::from(script("archive", &[stripped(), &out.path("")]));
    let first = fs::read(&archive).unwrap();
    script("archive", &[stripped(), &out.path("")]);
    assert!(
        first == fs::read(&archive).unwrap(),
        "other bytes the second time"
    );

    // As the action fetches it: by its address and its checksum.
    let sums = fs::read_to_string(format!("{}.sha256", archive.display())).unwrap();
    let sum = sums.split(' ').next().unwrap();
    let address = format!("file://{}", archive.display());
    let bin = out.path("bin");
    script("fetch", &[Path::new(&address), Path::new(sum), &bin]);
    assert_works(&bin.join("transferbuch"));
    let wrong = "0".repeat(64);
    let fetch = run(Command::new(here("packaging/fetch")).args([&address, &wrong, "nowhere"]));
    assert_eq!(fetch.code, Some(1), "{}", fetch.stdout);

    let list = run(Command::new("tar").arg("-tzf").arg(&archive)).stdout;
    let has = |file: &str| list.lines().any(|line| line.ends_with(file));
    for file in [
        "/man/transferbuch.1",
        "/man-de/transferbuch-build.1",
        "/completions/transferbuch.bash",
        "/completions/_transferbuch",
        "/LICENCES.txt",
        "/LICENSE-MIT",
        "/CHANGELOG.md",
    ] {
        assert!(has(file), "no {file} in\n{list}");
    }
}

#[test]
fn a_package_and_an_image_work_where_there_is_nothing_else() {
    if run(Command::new("dpkg-deb").arg("--version")).code != Some(0) {
        eprintln!("dpkg-deb isn't installed");
        return;
    }
    let out = OnDisk::empty();
    let package = PathBuf::from(script("deb", &[stripped(), &out.path("")]));
    let fields = run(Command::new("dpkg-deb").arg("--field").arg(&package)).stdout;
    assert!(fields.contains("Package: transferbuch\n"), "{fields}");
    assert!(fields.contains("Depends: libc6 (>= 2."), "{fields}");

    let root = out.path("rootfs");
    script("rootfs", &[&package, &root]);
    for file in [
        "usr/share/man/man1/transferbuch.1.gz",
        "usr/share/man/de/man1/transferbuch-build.1.gz",
        "usr/share/bash-completion/completions/transferbuch",
        "usr/share/doc/transferbuch/copyright",
        "usr/bin/git",
    ] {
        assert!(root.join(file).exists(), "no {file}");
    }
    assert_works(&root.join("usr/bin/transferbuch"));

    // In the image's file system, with nothing but it: no shell, no Rust, no administrator.
    let inside = |args: &[&str]| {
        let mut unshare = Command::new("unshare");
        unshare.args(["--map-root-user", "--root"]).arg(&root);
        unshare
            .args(["--wd", "/handbook", "/usr/bin/transferbuch"])
            .args(args);
        run(unshare.env("HOME", "/tmp").env("PATH", "/usr/bin"))
    };
    let made = inside(&["--lang", "de", "init", "/handbook/buch"]);
    if made.code != Some(0) && made.stderr.contains("unshare") {
        eprintln!("no namespaces here: {}", made.stderr);
        return;
    }
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let built = inside(&["-C", "/handbook/buch", "build"]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    assert!(root.join("handbook/buch/public/index.html").exists());
}

/// Workflows, the action and the component are YAML, and every script that they call is there.
#[test]
fn workflows_call_scripts_that_there_are() {
    let mut files = vec![here("action.yml"), here("templates/handbook.yml")];
    for folder in [".github/workflows", ".github/ISSUE_TEMPLATE"] {
        let entries = fs::read_dir(here(folder)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    assert_eq!(files.len(), 7);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for document in text.split("\n---\n") {
            let value: Result<Value, _> = serde_yaml::from_str(document);
            assert!(
                value.is_ok_and(|value| value.is_object()),
                "{}",
                file.display()
            );
        }
        for call in text.split("packaging/").skip(1) {
            let name: String = call
                .chars()
                .take_while(|sign| sign.is_alphanumeric() || *sign == '-')
                .collect();
            assert!(
                here(&format!("packaging/{name}")).exists(),
                "{}: packaging/{name}",
                file.display()
            );
        }
    }
}

#[test]
fn pages_of_the_manual_are_printed_in_both_languages() {
    let page = output(program().args(["--lang", "de", "man", "build"]));
    assert_eq!(page.code, Some(0), "{}", page.stderr);
    assert!(
        page.stdout.contains(".TH transferbuch-build 1"),
        "{}",
        page.stdout
    );
    assert!(page.stdout.contains("Die Website bauen"), "{}", page.stdout);
    let none = output(program().args(["--lang", "en", "man", "biuld"]));
    assert_eq!(
        (none.code, none.stderr.contains("Did you mean build?")),
        (Some(2), true),
        "{}",
        none.stderr
    );
}
