//! `init --ci`: the files are YAML, and their commands do in a clean checkout what they promise.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use transferbuch::diagnostic::PlacePath;
use transferbuch::yaml::{Node, Value, parse};

use crate::support::program::{Output, output};
use crate::support::{Handbook, OnDisk};

/// A repository with a handbook at `place`, and a platform's file.
pub(super) fn repository(platform: &str, place: &str) -> OnDisk {
    let repository = OnDisk::empty();
    git(
        &repository.path(""),
        &["init", "--quiet", "--initial-branch=main"],
    );
    let made = repository.run(&["init", place, "--ci", platform, "--lang", "de"]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    repository
}

pub(super) fn git(folder: &Path, args: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder)
        .args(["-c", "user.name=a", "-c", "user.email=a@a.example"]);
    let output = output(git.args(args));
    assert_eq!(output.code, Some(0), "{}", output.stderr);
}

/// What a platform checks out when what there is has been committed.
fn checkout(repository: &OnDisk) -> OnDisk {
    commit(repository);
    clone(repository, "main")
}

pub(super) fn commit(repository: &OnDisk) {
    let folder = repository.path("");
    git(&folder, &["add", "--all"]);
    git(
        &folder,
        &["commit", "--quiet", "--allow-empty", "--message=Stand"],
    );
}

/// What a platform checks out for a branch or a tag.
pub(super) fn clone(repository: &OnDisk, reference: &str) -> OnDisk {
    let clean = OnDisk::empty();
    let from = repository.path("").display().to_string();
    let clone = ["clone", "--quiet", "--branch", reference, &from, "."];
    let quiet = ["-c", "advice.detachedHead=false"];
    git(&clean.path(""), &[&quiet[..], &clone].concat());
    clean
}

fn get<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| {
        let Node::Map(map) = &value.node else {
            return None;
        };
        map.iter()
            .find(|(k, _)| k.text == *key)
            .map(|(_, value)| value)
    })
}

fn list<'v>(value: &'v Value, path: &[&str]) -> &'v [Value] {
    match get(value, path).map(|value| &value.node) {
        Some(Node::List(items)) => items,
        _ => panic!("{path:?} is no list"),
    }
}

fn text(value: &Value, path: &[&str]) -> String {
    get(value, path)
        .and_then(Value::as_text)
        .unwrap()
        .to_owned()
}

fn read(checkout: &OnDisk, path: &str) -> Value {
    let yaml = fs::read_to_string(checkout.path(path)).unwrap();
    parse(&yaml, 0, PlacePath::from_root(path)).unwrap()
}

/// Runs a job's commands as a platform does, with the program in place of what would be installed,
/// and the programs in `tools` in place of those that ask a server.
fn run(
    checkout: &OnDisk,
    handbook: &str,
    commands: &[String],
    environment: &Environment<'_>,
) -> Output {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_transferbuch"));
    let mut path = vec![program.parent().unwrap().display().to_string()];
    path.extend(
        environment
            .tools
            .map(|tools| tools.path("").display().to_string()),
    );
    path.push(std::env::var("PATH").unwrap());
    let path = path.join(":");
    let mut bash = Command::new("bash");
    bash.current_dir(checkout.path(""))
        .args(["-e", "-o", "pipefail", "-c"]);
    bash.arg(commands.join("\n"))
        .env("PATH", path)
        .env("HANDBOOK", handbook)
        .envs(environment.variables.iter().copied());
    output(bash.env("LANG", "C").env("TRANSFERBUCH", "no-such-program"))
}

/// What a platform has around a job's commands.
#[derive(Default)]
pub(super) struct Environment<'a> {
    pub(super) tools: Option<&'a OnDisk>,
    pub(super) variables: &'a [(&'a str, &'a str)],
}

const GITHUB: &str = ".github/workflows/handbook.yml";

pub(super) fn github(checkout: &OnDisk, job: &str, environment: &Environment<'_>) -> Output {
    let workflow = read(checkout, GITHUB);
    let steps = list(&workflow, &["jobs", job, "steps"]);
    let commands: Vec<String> = steps
        .iter()
        .filter_map(|step| Some(get(step, &["run"])?.as_text()?.to_owned()))
        .collect();
    assert!(!commands.is_empty());
    let handbook = text(&workflow, &["env", "HANDBOOK"]);
    let install = text(&workflow, &["env", "INSTALL"]);
    let commands = [vec![format!("INSTALL={}", in_quotes(&install))], commands].concat();
    run(checkout, &handbook, &commands, environment)
}

pub(super) fn gitlab(checkout: &OnDisk, job: &str, environment: &Environment<'_>) -> Output {
    let pipeline = read(checkout, ".gitlab-ci.yml");
    let before = list(&pipeline, &["default", "before_script"]);
    let script = list(&pipeline, &[job, "script"]);
    let commands = before
        .iter()
        .chain(script)
        .map(|line| line.as_text().unwrap().to_owned());
    let commands: Vec<String> = commands.collect();
    let handbook = text(&pipeline, &["variables", "HANDBOOK"]);
    run(checkout, &handbook, &commands, environment)
}

/// A text as a word for a shell.
fn in_quotes(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Both platforms get the program from the place that the handbook's owner sets, and say so where there
/// is none.
#[test]
fn the_program_comes_from_where_the_owner_says() {
    let workflow = read(&checkout(&repository("github", ".")), GITHUB);
    let pipeline = read(&checkout(&repository("gitlab", ".")), ".gitlab-ci.yml");
    let on_gitlab = list(&pipeline, &["default", "before_script"]);
    let on_gitlab = on_gitlab.iter().map(|line| line.as_text().unwrap());
    let both = [
        (text(&workflow, &["env", "INSTALL"]), "home/.cargo/bin"),
        (
            on_gitlab.collect::<Vec<_>>().join("\n"),
            ".transferbuch/bin",
        ),
    ];
    for (install, bin) in both {
        let place = OnDisk::empty();
        place.write("transferbuch-9-linux/transferbuch", "#!/bin/sh\necho 9\n");
        let run = |from: &str, sum: &str| {
            let mut bash = Command::new("bash");
            bash.current_dir(place.path(""))
                .args(["-e", "-o", "pipefail", "-c", &install]);
            bash.env("PATH", "/usr/bin:/bin")
                .env("HOME", place.path("home"));
            output(
                bash.env("TRANSFERBUCH", from)
                    .env("TRANSFERBUCH_SHA256", sum),
            )
        };
        let missing = run("", "");
        assert_eq!(missing.code, Some(1), "{}", missing.stderr);
        assert!(
            missing
                .stderr
                .contains("Es fehlt die Variable TRANSFERBUCH"),
            "{}",
            missing.stderr
        );

        let packed = "tar -czf a.tar.gz transferbuch-9-linux && sha256sum a.tar.gz | cut -d' ' -f1";
        let mut bash = Command::new("bash");
        let packed = output(bash.current_dir(place.path("")).args(["-c", packed]));
        let sum = packed.stdout.trim();
        let address = format!("file://{}", place.path("a.tar.gz").display());
        assert_ne!(run(&address, &"0".repeat(64)).code, Some(0));
        assert!(!place.path(bin).join("transferbuch").exists());
        let good = run(&address, sum);
        assert_eq!(good.code, Some(0), "{}", good.stderr);
        assert!(place.path(bin).join("transferbuch").exists());
    }
}

/// What a file says is in the language of the handbook, whatever that of the command.
#[test]
fn comments_are_in_the_handbooks_language() {
    for (language, says) in [
        ("de", "# Prüft das Handbuch"),
        ("en", "# Checks the handbook"),
    ] {
        for (platform, path) in [("github", GITHUB), ("gitlab", ".gitlab-ci.yml")] {
            let settings =
                format!("--- handbook.yml\nlanguages: [{language}]\n--- content/a.md\nA\n");
            let old = Handbook::new(&settings).on_disk();
            let made = old.run(&["--lang", "en", "init", ".", "--ci", platform]);
            assert_eq!(made.code, Some(0), "{}", made.stderr);
            let file = fs::read_to_string(old.path(path)).unwrap();
            assert!(file.starts_with(says), "{file}");
            assert!(!file.contains('@') || !file.contains("#@"), "{file}");
        }
    }
}

#[test]
fn commands_of_both_platforms_work_in_a_clean_checkout() {
    for place in [".", "docs/hand buch"] {
        let github_repository = repository("github", place);
        let clean = checkout(&github_repository);
        for job in ["build", "outside", "publish"] {
            let output = github(&clean, job, &Environment::default());
            assert_eq!(
                output.code,
                Some(0),
                "{job}: {}{}",
                output.stdout,
                output.stderr
            );
        }
        assert!(clean.path("public/index.html").exists());

        let gitlab_repository = repository("gitlab", place);
        let clean = checkout(&gitlab_repository);
        for job in ["check", "preview", "outside", "pages"] {
            let output = gitlab(&clean, job, &Environment::default());
            assert_eq!(
                output.code,
                Some(0),
                "{job}: {}{}",
                output.stdout,
                output.stderr
            );
        }
        assert!(clean.path("public/index.html").exists());
        // A new handbook's legal pages still have to be filled in, which is no error.
        let report = fs::read_to_string(clean.path("findings.json")).unwrap();
        assert!(!report.contains("\"major\""), "{report}");
    }
}

#[test]
fn a_mistake_stops_both_and_is_shown_at_its_line() {
    let broken = |platform| {
        let repository = repository(platform, "docs/buch");
        repository.write("docs/buch/content/kaputt.md", "# A\n\n[x]()\n");
        (checkout(&repository), repository)
    };
    let (clean, _repository) = broken("github");
    let output = github(&clean, "build", &Environment::default());
    assert_eq!(output.code, Some(1));
    let annotation = "::error file=docs/buch/content/kaputt.md,line=3,";
    assert!(output.stdout.contains(annotation), "{}", output.stdout);
    assert!(!clean.path("preview").exists());

    let (clean, _repository) = broken("gitlab");
    assert_eq!(
        gitlab(&clean, "check", &Environment::default()).code,
        Some(1)
    );
    let report = fs::read_to_string(clean.path("findings.json")).unwrap();
    assert!(
        report.contains("\"docs/buch/content/kaputt.md\""),
        "{report}"
    );
}

#[test]
fn an_old_handbook_gets_the_file_alone() {
    for old in [
        Handbook::new("--- handbook.yml\n--- content/a.md\nA\n"),
        Handbook::new("--- content/a.md\nA\n"),
        Handbook::new("--- a.md\nA\n"),
    ] {
        let old = old.on_disk();
        let before = crate::support::program::files(&old.path("")).len();
        assert_eq!(old.run(&["init", "--ci", "github", "."]).code, Some(0));
        assert!(old.path(GITHUB).exists());
        assert_eq!(
            crate::support::program::files(&old.path("")).len(),
            before + 1
        );
        let again = old.run(&["init", "--ci", "github", "."]);
        assert_eq!(again.code, Some(2));
        assert!(again.stderr.contains("There is a "), "{}", again.stderr);
    }
}

#[test]
fn a_repository_with_a_readme_alone_gets_a_handbook_too() {
    let new = Handbook::default().with("README.md", "# Neu\n").on_disk();
    assert_eq!(new.run(&["init", "--ci", "gitlab", "."]).code, Some(0));
    assert!(new.path(".gitlab-ci.yml").exists() && new.path("content/index.md").exists());
}

#[test]
fn annotations_reach_the_platforms_they_are_for() {
    let clean = checkout(&repository("gitlab", "."));
    let pipeline = read(&clean, ".gitlab-ci.yml");
    let report = text(&pipeline, &["check", "artifacts", "reports", "codequality"]);
    let script = list(&pipeline, &["check", "script"]);
    let check = script.last().unwrap().as_text().unwrap();
    assert!(check.ends_with(&format!("> {report}")), "{check}");
    let workflow = read(&checkout(&repository("github", ".")), GITHUB);
    let rights = text(&workflow, &["jobs", "publish", "permissions", "pages"]);
    assert_eq!(
        (
            rights.as_str(),
            list(&workflow, &["jobs", "publish", "needs"]).len()
        ),
        ("write", 2)
    );
}
