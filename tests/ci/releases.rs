//! The files of `init --ci` publish a release on a tag and a preview on a branch, beside all that was
//! published before.

use std::fs;
use std::path::Path;

use super::platforms::{Environment, clone, commit, git, github, gitlab, repository};
use crate::support::program::{Output, files, output};
use crate::support::{Files, OnDisk};

/// A platform's jobs, in their order.
struct Platform {
    name: &'static str,
    run: fn(&OnDisk, &str, &Environment<'_>) -> Output,
    check: &'static str,
    preview: Option<&'static str>,
    publish: &'static str,
}

const PLATFORMS: [Platform; 2] = [
    Platform {
        name: "github",
        run: github,
        check: "build",
        preview: None,
        publish: "publish",
    },
    Platform {
        name: "gitlab",
        run: gitlab,
        check: "check",
        preview: Some("preview"),
        publish: "pages",
    },
];

/// Programs that note what they are asked for. There is no release on the server, until one is made.
fn tools() -> OnDisk {
    let tools = OnDisk::empty();
    let note = "#!/bin/bash\nlog=\"${0%/*}/log\"\nprintf '%s\\n' \"${0##*/} $*\" >> \"$log\"\n";
    let asks = "[[ \" $* \" == *' view '* || \"${*: -1}\" == */releases/v* && $# -le 6 ]]";
    let made = "grep --quiet -e 'release create' -e tag_name \"$log\"";
    for name in ["gh", "curl"] {
        tools.write(name, format!("{note}if {asks}; then {made}; fi\n"));
        make_executable(&tools.path(name));
    }
    tools
}

fn make_executable(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
}

/// What a pipeline for a branch or a tag publishes, or the output of the job that failed.
fn pipeline(
    platform: &Platform,
    repository: &OnDisk,
    reference: &str,
    tools: &OnDisk,
) -> Result<Files, Output> {
    let tag = reference.starts_with('v');
    let variables = [
        ("GITHUB_REF_NAME", reference),
        ("GITHUB_ACTOR", "anna"),
        ("GITLAB_USER_NAME", "Anna"),
        ("GITLAB_USER_EMAIL", "anna@anna.example"),
        ("CI_COMMIT_TAG", if tag { reference } else { "" }),
        ("CI_JOB_TOKEN", "geheim"),
        ("RELEASES", "https://server.example/releases"),
        ("PACKAGES", "https://server.example/packages"),
    ];
    let environment = Environment {
        tools: Some(tools),
        variables: &variables,
    };
    let job = |name: &str, preview: Option<&OnDisk>| {
        let clean = clone(repository, reference);
        if let Some(preview) = preview {
            fs::rename(preview.path("preview"), clean.path("preview")).unwrap();
        }
        let output = (platform.run)(&clean, name, &environment);
        if output.code == Some(0) {
            Ok(clean)
        } else {
            Err(output)
        }
    };
    let checked = job(platform.check, None)?;
    let preview = match platform.preview {
        Some(name) => job(name, None)?,
        None => checked,
    };
    if tag {
        job("release", None)?;
    }
    let published = job(platform.publish, Some(&preview))?;
    Ok(files(&published.path("public")))
}

/// The releases of a website: all but the preview beside them.
fn releases(website: Files) -> Files {
    let kept = website.into_iter();
    kept.filter(|(path, _)| !path.starts_with("-preview/"))
        .collect()
}

fn tag(repository: &OnDisk, version: &str) {
    commit(repository);
    git(&repository.path(""), &["tag", version]);
}

#[test]
fn a_tag_publishes_a_release_beside_the_older_ones() {
    for platform in &PLATFORMS {
        let repository = repository(platform.name, ".");
        let publish = |reference: &str, tools: &OnDisk| {
            let website = pipeline(platform, &repository, reference, tools);
            website.unwrap_or_else(|output| panic!("{reference}: {}", output.stderr))
        };
        commit(&repository);
        let before = publish("main", &tools());
        assert!(before.contains_key("index.html"), "{:?}", before.keys());

        tag(&repository, "v1.0");
        let first = releases(publish("v1.0", &tools()));
        assert!(first.contains_key("v/1.0/index.html"));

        repository.write("content/neu.md", "# Neu\n\nText.\n");
        tag(&repository, "v1.1");
        let asked = tools();
        let website = publish("v1.1", &asked);
        assert!(website.contains_key("-preview/neu/index.html"));
        let second = releases(website);
        for (path, bytes) in first.iter().filter(|(path, _)| path.starts_with("v/")) {
            assert!(second[path] == *bytes, "{path}");
        }
        assert!(second.contains_key("neu/index.html") && second.contains_key("v/1.1/index.html"));
        let log = fs::read_to_string(asked.path("log")).unwrap();
        for file in ["-1.1.zip", "-1.1.tar.gz", "-1.1-offline.zip", "SHA256SUMS"] {
            assert!(log.contains(file), "{log}");
        }

        // The same again changes nothing, and a branch only its preview.
        assert!(releases(publish("v1.1", &asked)) == second);
        repository.write("content/neu.md", "# Neuer\n\nText.\n");
        commit(&repository);
        let website = publish("main", &tools());
        let preview = str::from_utf8(&website["-preview/neu/index.html"]).unwrap();
        assert!(preview.contains("Neuer"));
        assert!(releases(website) == second);
    }
}

#[test]
fn a_lost_address_stops_the_pipeline_before_anything_is_published() {
    for platform in &PLATFORMS {
        let repository = repository(platform.name, "docs/hand buch");
        let chapter = "docs/hand buch/content/neu.md";
        repository.write(chapter, "# Neu\n\nText.\n");
        tag(&repository, "v1.0");
        let first = pipeline(platform, &repository, "v1.0", &tools());
        assert!(first.is_ok(), "{}", first.unwrap_err().stderr);
        let state = || {
            let mut git = std::process::Command::new("git");
            git.current_dir(repository.path(""));
            output(git.args(["rev-parse", "website"])).stdout
        };
        let published = state();
        fs::remove_file(repository.path(chapter)).unwrap();
        tag(&repository, "v1.1");
        for reference in ["main", "v1.1"] {
            let stopped = pipeline(platform, &repository, reference, &tools()).unwrap_err();
            assert_eq!(stopped.code, Some(1), "{}", stopped.stderr);
        }
        assert_eq!(state(), published);
    }
}

#[test]
fn jobs_that_read_the_history_have_all_of_it() {
    let github = include_str!("../../src/cli/scaffold/ci/github.yml");
    let jobs = github.split("\n  release:\n").collect::<Vec<_>>();
    let release = jobs[1].split("\n  publish:\n").next().unwrap();
    for job in [jobs[0], release] {
        assert!(job.contains("fetch-depth: 0"), "{job}");
    }
    let gitlab = include_str!("../../src/cli/scaffold/ci/gitlab.yml");
    assert!(gitlab.contains("GIT_DEPTH: \"0\""));
}
