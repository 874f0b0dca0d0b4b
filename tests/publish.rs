//! Publishing: whatever happens to a build, the published site is whole.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use support::program::{assert_whole, files, output, program};
use support::{Files, Handbook, OnDisk};

const CHAPTERS: usize = 300;

/// Enough chapters for a build to be killed amidst them; all of them say which `version` they are.
fn large(version: u32) -> Handbook {
    let handbook = Handbook::default().with("handbook.yml", "languages: [de]\n");
    (0..CHAPTERS).fold(handbook, |handbook, number| {
        let text = format!(
            "# Kapitel {number}\n\nFassung {version}.\n\n[weiter](k{}.md)\n",
            (number + 1) % CHAPTERS
        );
        handbook.with(&format!("content/k{number}.md"), text)
    })
}

fn start(command: &mut Command) -> Child {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The version that every chapter of `site` says it is.
fn version(site: &Files) -> String {
    let of = |number: usize| {
        let page = str::from_utf8(&site[&format!("k{number}/index.html")]).unwrap();
        page.split("Fassung ")
            .nth(1)
            .unwrap()
            .split('.')
            .next()
            .unwrap()
            .to_owned()
    };
    let first = of(0);
    assert!(
        (1..CHAPTERS).all(|number| of(number) == first),
        "the chapters are of one version"
    );
    first
}

#[test]
fn a_site_takes_the_place_of_the_old_one_as_a_whole() {
    let handbook = large(1).on_disk();
    assert_whole(&handbook.build());
    for path in handbook
        .build()
        .keys()
        .filter(|path| path.starts_with('k'))
        .take(1)
    {
        assert!(handbook.path("public").join(path).exists());
    }
    handbook.write("content/k0.md", "# Anders\n\nFassung 2.\n");
    fs::remove_file(handbook.path("content/k298.md")).unwrap();
    handbook.write("content/k297.md", "Ende.\n");
    let site = handbook.build();
    assert_whole(&site);
    assert!(
        !site.contains_key("k298/index.html"),
        "what is gone is gone"
    );
    assert!(!handbook.path(".public.transferbuch").exists());
}

#[test]
fn a_build_killed_at_any_point_leaves_a_whole_site() {
    let handbook = large(0).on_disk();
    let begun = Instant::now();
    handbook.build();
    let whole_build = begun.elapsed();
    for round in 1..=20 {
        for (path, bytes) in large(round).files {
            handbook.write(&path, bytes);
        }
        let mut build = start(&mut handbook.command(&["build"]));
        thread::sleep(whole_build * round / 20);
        build.kill().unwrap();
        build.wait().unwrap();
        let site = files(&handbook.path("public"));
        assert_whole(&site);
        version(&site);
    }
    assert_whole(&handbook.build());
    assert!(
        !handbook.path(".public.transferbuch").exists(),
        "the next build clears away what was left"
    );
}

#[test]
fn of_builds_at_once_each_publishes_a_whole_site_or_is_refused() {
    let handbook = large(0).on_disk();
    handbook.build();
    for round in 1..=6 {
        handbook.write("content/k0.md", format!("Runde {round}.\n"));
        let builds: Vec<Child> = (0..3)
            .map(|_| {
                let mut command = handbook.command(&["build"]);
                command
                    .stdout(Stdio::null())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        let mut published = 0;
        for build in builds {
            let output = build.wait_with_output().unwrap();
            let stderr = String::from_utf8(output.stderr).unwrap();
            match output.status.code() {
                Some(0) => published += 1,
                code => assert!(
                    code == Some(1) && stderr.contains("error[target-locked]"),
                    "{code:?} {stderr}"
                ),
            }
        }
        assert!(published > 0);
        assert_whole(&files(&handbook.path("public")));
    }
}

#[test]
fn what_was_published_can_be_published_again_beside_litter() {
    let handbook = large(0).on_disk();
    handbook.build();
    handbook.write("public/.DS_Store", "x");
    handbook.build();
    fs::remove_file(handbook.path("public/k0/index.html")).unwrap();
    assert_whole(&handbook.build());
}

#[test]
fn a_manifest_of_another_program_protects_its_folder() {
    let handbook = large(0).on_disk();
    handbook.write(
        "public/transferbuch.json",
        "{\"generator\": \"anders\", \"files\": {}}",
    );
    assert_eq!(handbook.run(&["build"]).code, Some(1));
    assert!(handbook.path("public/transferbuch.json").exists());
}

#[test]
fn an_empty_folder_and_one_that_is_not_there_become_the_site() {
    let handbook = large(0).on_disk();
    fs::create_dir(handbook.path("leer")).unwrap();
    for out in ["leer", "neu/tief"] {
        assert_eq!(handbook.run(&["build", "--out", out]).code, Some(0));
        assert_whole(&files(&handbook.path(out)));
    }
}

#[cfg(unix)]
#[test]
fn a_target_that_is_a_link_is_replaced_where_it_leads() {
    let (handbook, elsewhere) = (large(0).on_disk(), OnDisk::empty());
    fs::create_dir(elsewhere.path("site")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path("site"), handbook.path("public")).unwrap();
    handbook.build();
    assert_whole(&files(&elsewhere.path("site")));
    assert!(handbook.path("public").is_symlink());

    fs::write(elsewhere.path("site/fremd.txt"), "x").unwrap();
    assert_eq!(handbook.run(&["build"]).code, Some(1));
    assert!(elsewhere.path("site/fremd.txt").exists());
}

#[test]
fn a_published_site_in_a_bare_folder_is_no_part_of_the_handbook() {
    let handbook = Handbook::default().with("a.md", "# A\n").on_disk();
    assert_eq!(handbook.build(), handbook.build());
}

#[cfg(unix)]
#[test]
fn names_that_a_disk_holds_in_parts_are_found() {
    let handbook = Handbook::chapter("[x](<B\u{fc}cher/B\u{fc}rger.png>)\n")
        .with("content/B\u{fc}cher/Bu\u{308}rger.png", "x")
        .on_disk();
    assert!(handbook.build().contains_key("buecher/B\u{fc}rger.png"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_left_alone() {
    let handbook = Handbook::chapter("Text\n").on_disk();
    let pipe = handbook.path("content/rohr.md");
    assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
    handbook.build();
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let handbook = init();
    let build = |threads: &str| {
        let out = format!("out-{threads}");
        let mut command = handbook.command(&["build", "-q", "--out", &out]);
        assert_eq!(
            output(command.env("RAYON_NUM_THREADS", threads)).code,
            Some(0)
        );
        files(&handbook.path(&out))
    };
    let one = build("1");
    assert_eq!(build("2"), one);
    assert_eq!(build("5"), one);
}

#[test]
fn the_place_makes_no_difference() {
    let (here, there) = (init(), init());
    let out = there.path("ganz/woanders");
    let args = [
        "-C",
        here.path("").to_str().unwrap(),
        "build",
        "-q",
        "--out",
        out.to_str().unwrap(),
    ]
    .map(str::to_owned);
    assert_eq!(
        output(program().current_dir(there.path("content")).args(args)).code,
        Some(0)
    );
    let site = here.build();
    assert_eq!(files(&out), site);
    assert_eq!(there.build(), site);
    let names = [here.path(""), there.path("")].map(|path| path.to_str().unwrap().to_owned());
    let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        site.values()
            .map(text)
            .all(|file| names.iter().all(|name| !file.contains(name)))
    );
}

#[test]
fn the_library_writes_what_the_program_publishes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut handbook = Handbook::default();
    for (path, bytes) in files(&root.join("content")) {
        handbook = handbook.with(&format!("content/{path}"), bytes);
    }
    for name in ["handbook.yml", "glossary.yml", "synonyms.yml", "search.yml"] {
        handbook = handbook.with(name, fs::read(root.join(name)).unwrap());
    }
    let in_memory = handbook.build().clean();
    assert_eq!(in_memory.files, handbook.on_disk().build());
}

fn init() -> OnDisk {
    let folder = OnDisk::empty();
    assert_eq!(folder.run(&["init", ".", "--lang", "de"]).code, Some(0));
    folder
}
