//! What a run costs grows in proportion to what it is given.
//!
//! 1. [`KINDS`] makes one kind of handbook or mistake each, of any size.
//! 2. The program runs over a handbook of a size and over one of twice that, on one thread. Its work
//!    is counted, not timed: Valgrind tells how many blocks of instructions it ran, without branches within.
//! 3. What a handbook with hardly anything takes is subtracted, and what is left may grow by [`AT_MOST`].
//!
//! `GROWTH` in the environment holds parts of names, to run some kinds only: `GROWTH="links, notes"`.
//!
//! Something that is looked for among all others grows by 4. A size is large enough if that shows
//! beside what else the kind costs.

#![cfg(target_os = "linux")]
mod support;

use std::env;
use std::fmt::Write;
use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use support::Handbook;
use support::program::OnDisk;

/// How much more twice as much may cost: some sorting and some hashing is in it.
const AT_MOST: f64 = 2.4;

/// How many seconds of a processor's time one run may take: ten times what is needed, and more.
const SECONDS: u64 = 60;

/// What a program is ended by that took more.
const SIGNALS: [Option<i32>; 2] = [Some(24), Some(9)];

/// What is done with a handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// It is built, without an error.
    Build,
    /// The same, with code in it: that takes grammars, which take their time.
    BuildWithCode,
    /// It is checked, and an error is found.
    Check,
    /// It was released with «alt» for each «neu», and is again: what is lost by that is an error.
    Release,
}

/// A kind of handbook, or of mistake.
struct Kind {
    name: &'static str,
    run: Run,
    size: usize,
    make: fn(usize) -> Handbook,
}

const fn kind(name: &'static str, run: Run, size: usize, make: fn(usize) -> Handbook) -> Kind {
    Kind {
        name,
        run,
        size,
        make,
    }
}

use Run::{Build, BuildWithCode, Check, Release};

const KINDS: &[Kind] = &[
    // Handbooks.
    kind("chapters", Build, 40, |n| {
        chapters(n, |i| prose(i).repeat(3))
    }),
    kind("sections", Build, 30, |n| {
        files(n, |i| (format!("teil-{i}/a/b/kapitel"), prose(i)))
    }),
    kind("chapters in a given order", Check, 200, |n| {
        let names = lines(n, |i| format!("  - kapitel-{}\n", n - 1 - i));
        let wrong = lines(n, |i| format!("  - kapitle-{i}\n"));
        chapters(n, |_| String::new()).with(
            "content/teil/index.md",
            format!("---\norder:\n{names}{wrong}---\n# Teil\n"),
        )
    }),
    kind("first letters", Check, 200, |n| {
        let letter = |i: usize| char::from_u32(0x4e00 + u32::try_from(i).unwrap()).unwrap();
        mistaken(files(n, |i| {
            (format!("kapitel-{i}"), format!("# {}\n", letter(i)))
        }))
    }),
    kind("own kinds", Check, 150, |n| {
        let kind = |i: usize| format!("fields:\n  - {{id: a, type: ref, to: art-{i}x}}\n");
        let all = chapters(n, |i| format!("---\nkind: art-{i}\n---\n# K\n"));
        (0..n).fold(all, |all, i| {
            all.with(&format!("kinds/art-{i}.yml"), kind(i))
        })
    }),
    kind("topics and aliases", Build, 35, |n| {
        let all = chapters(n, |i| {
            format!("---\ntopics: [Thema {i}]\naliases: [alt/{i}/]\n---\n# Kapitel {i}\n")
        });
        let topics = lines(n, |i| format!("  - Anderes {i}\n"));
        let aliases = lines(n, |i| format!("  - frueher/{i}/\n"));
        let many = format!("---\ntopics:\n{topics}aliases:\n{aliases}---\n# A\n");
        all.with("content/a.md", many)
    }),
    // Each page leads to itself in every language: little, beside a text.
    kind("languages", Build, 6, |n| {
        const CODES: &str = "de en fr es it pl nl da sv fi cs sk hu ro bg el";
        let codes: Vec<&str> = CODES.split(' ').take(n).collect();
        let settings = format!("title: T\nlanguages: [{}]\n", codes.join(", "));
        let all = Handbook::default().with("handbook.yml", settings);
        codes.iter().enumerate().fold(all, |all, (i, code)| {
            let end = if i == 0 {
                String::new()
            } else {
                format!(".{code}")
            };
            all.with(&format!("content/a{end}.md"), prose(i).repeat(40))
        })
    }),
    kind("glossary", Build, 400, |n| {
        let term = |i| format!("- {{term: Begriff{i}, text: Erklärung {i}.}}\n");
        base().with("glossary.yml", lines(n, term)).with(
            "content/a.md",
            lines(n, |i| format!("Das ist Begriff{i}.\n\n")),
        )
    }),
    kind("synonyms", Build, 400, |n| {
        let words = lines(n, |i| format!("  - Wort{}\n", letters(i)));
        let pair = |i| format!("- [Wort{0}, Name{0}]\n- [Wort, Haus{0}]\n", letters(i));
        let pairs = lines(n, pair);
        // Each word is found by its synonyms, and so is one that has very many.
        let used = |i| format!("## Wort{} und Wort\n\nText\n\n", letters(i));
        base()
            .with("synonyms.yml", format!("-\n{words}{pairs}"))
            .with("content/a.md", lines(n, used))
    }),
    kind("relations and queries", Check, 150, |n| {
        let query = |i| format!("  - {{query: Wort {i}, pages: [kapitel-{i}, kapitel-{i}x]}}\n");
        chapters(n, |i| related(&format!("kapitel-{}", (i + 1) % n)))
            .with("kinds/art.yml", KIND)
            .with("search.yml", format!("must_find:\n{}", lines(n, query)))
    }),
    // What one chapter may hold much of.
    kind("paragraphs, sources and records", Build, 300, |n| {
        let sources = lines(n, |i| format!("  - Quelle {i}\n"));
        let steps = lines(n, |i| format!("  - {{title: Schritt {i}, text: Wort}}\n"));
        texts([
            lines(n, prose),
            format!("---\nsources:\n{sources}---\nText\n"),
            format!("---\nkind: art\nschritte:\n{steps}---\nText\n"),
        ])
        .with("kinds/art.yml", KIND)
    }),
    kind("YAML that can't be read", Check, 100, |n| {
        let all = chapters(n, |i| format!("---\ntitle: Teil {i}: Anfang\n---\n# K\n"));
        let term = |i| format!("- {{term: Begriff{i}, text: Erklärung {i}.}}\n");
        let words: Vec<String> = (0..4 * n).map(|i| format!("wort{i}")).collect();
        let words = format!("---\nsynonyms: [{}]\n---\nText\n", words.join(", "));
        let broken = lines(4 * n, term) + "- term: \"A\" B\n";
        all.with("glossary.yml", broken).with("content/a.md", words)
    }),
    kind("headings", Build, 600, |n| {
        texts([
            lines(n, |i| format!("## Abschnitt {i}\n\n")),
            lines(n, |_| "## Abschnitt\n\n".into()),
        ])
    }),
    kind("footnotes", Build, 1000, |n| {
        one(n, |i| format!("Wort[^n{i}]\n\n[^n{i}]: Anmerkung\n\n"))
    }),
    kind("links", Build, 400, |n| {
        texts([
            lines(n, |i| {
                format!("[Wort](b.md) und [Wort {i}]\n\n[Wort {i}]: b.md\n\n")
            }),
            lines(n, |i| format!("## Teil {i}\n\n[Wort](#teil-{i})\n\n")),
        ])
    }),
    kind("includes", Build, 120, |n| {
        let part = |i: usize| format!("content/_teil-{i}.md");
        let text = |i: usize| format!("Satz.\n\n![](_teil-{}.md)\n", i + 1);
        // One file often, and one in another.
        let all = texts([
            lines(n, |_| "![](_satz.md)\n\n".into()),
            "![](_teil-0.md)\n".into(),
        ]);
        let all = (0..n).fold(all, |all, i| all.with(&part(i), text(i)));
        all.with(&part(n), "Ende.\n")
            .with("content/_satz.md", "Ein Satz.\n")
    }),
    kind("tables, lists and quotations", Build, 300, |n| {
        let rows = lines(n, |i| format!("| a{i} | b |\n"));
        let columns = ["| A ", "|---", "| a "].map(|cell| cell.repeat(n) + "|\n");
        texts([
            format!("| A | B |\n|---|---|\n{rows}"),
            columns.concat(),
            lines(n, |i| format!("- Punkt {i}\n")),
            ("- ".repeat(20) + "Punkt\n\n").repeat(n / 20),
            ("> ".repeat(20) + "Wort\n\n").repeat(n / 20),
        ])
    }),
    kind("code", BuildWithCode, 150, |n| {
        texts([
            format!("```rust\n{}```\n", lines(n, |i| format!("let a = {i};\n"))),
            lines(n, |i| format!("```sh\nls {i}\n```\n\n")),
        ])
    }),
    kind("images and HTML", Build, 300, |n| {
        texts([
            lines(n, |i| format!("![Bild {i}](/b.svg)\n\n")),
            lines(n, |i| format!("<div id=\"a{i}\">Wort</div>\n\n")),
        ])
        .with("content/b.svg", "<svg></svg>")
    }),
    kind("words, long and many", Build, 1000, |n| {
        texts([
            lines(n, |i| format!("Wort{} ", letters(i))),
            "projekt".repeat(n),
            "Wort und Wort ".repeat(n),
            format!("---\nsummary: {}\n---\n", "Wort und Wort ".repeat(n)),
        ])
    }),
    kind("what opens and never closes", Build, 600, |n| {
        let backticks: String = (1..40).map(|i| "a".to_owned() + &"`".repeat(i)).collect();
        texts([
            "*_".repeat(n),
            "*a_ b".repeat(n),
            "[".repeat(n),
            "![a](".repeat(n),
            "[^a ".repeat(n),
            "\"a 'b ".repeat(n),
            backticks.repeat(n / 40),
            "a <b ".repeat(n),
        ])
    }),
    kind("what is typed as text", Build, 300, |n| {
        texts([
            "Bürger*innen ".repeat(n),
            "3*4".repeat(n),
            "https://a.de/b_c ".repeat(n),
            "a@b.de,".repeat(n),
            "www.".repeat(n),
            "C:\\_a".repeat(n),
            "<Datum> ".repeat(n),
            "<Link>".repeat(n),
            "18. September\n".repeat(n),
            ("> - ".repeat(20) + "Wort\n\n").repeat(n / 20),
            "{a} ".repeat(n) + "}",
            "[a](https://a.de/*b*c_d".repeat(n),
            "&#1;&#".repeat(n),
        ])
    }),
    // Mistakes.
    kind("markup that is left", Check, 200, |n| {
        mistaken(texts([
            "[a] (b.md) ".repeat(n),
            "[[a]] [[".repeat(n),
            "](".repeat(n),
            "** a ** ".repeat(n),
            "{.a} {{".repeat(n),
            "a`b ".repeat(n) + "`",
            "==a== ::a:: &abc; ".repeat(n),
            "##A\n\n".repeat(n),
            "• a\n".repeat(n),
            "| a | b |\n\n".repeat(n),
            "> - ".repeat(n),
            "- ".repeat(n) + "Punkt\n",
            "1. a\n3. b\n\nx\n\n".repeat(n),
            "[^a]: b\n\n".repeat(n),
            lines(n, |i| format!("[a{i}]: b\n")),
            "| a |\n|---|\n".to_owned() + &"| a | b |\n".repeat(n),
        ]))
    }),
    kind("HTML that begins or ends nowhere", Check, 400, |n| {
        texts([
            "<b>".repeat(n),
            "a <!-- b ".repeat(n),
            "a <a href=\"x ".repeat(n),
            "Wort</b> ".repeat(n),
            "<div>\n\n".repeat(n) + &"<p class=\"\n\n".repeat(n),
            "<span>".repeat(n) + &"<div>".repeat(n),
            "<p>a <div>b ".repeat(n),
            "<ul><li>a".repeat(n),
            "<b>a\n\n".repeat(n),
            format!("<a href=\"{}\">", "&amp;&".repeat(n)),
            lines(n, |i| format!("Wort {i}\n:\n\n  <div>**a**\n\n")),
        ])
    }),
    kind("unknown references", Check, 100, |n| {
        chapters(n, |i| related(&format!("kapitle-{i}, gibt-es-nicht-{i}")))
            .with("kinds/art.yml", KIND)
    }),
    kind("broken links", Check, 100, |n| {
        let all = chapters(n, |i| {
            format!("[a](kapitle-{i}.md)\n[b](Kapitel-{i}.md)\n![c](bidl-{i}.svg)\n")
        });
        let all = all.with(
            "content/a.md",
            lines(n, |i| format!("[d](kapitel-{i}.md)\n")),
        );
        (0..n).fold(all, |all, i| {
            all.with(&format!("content/teil/bild-{i}.svg"), "<svg></svg>")
        })
    }),
    kind("broken links to namesakes", Check, 100, |n| {
        files(n, |i| {
            let text = "# Kapitel\n\n[Wort](kapitel/kapitel.md)\n";
            (format!("teil-{i}/kapitel"), text.into())
        })
    }),
    kind("unknown anchors", Check, 200, |n| {
        one(n, |i| {
            format!("## Abschnitt {i}\n\n[a](#abschnit-{i})\n[b](b.md#abschnit-{i})\n\n")
        })
        .with(
            "content/b.md",
            lines(n, |i| format!("## Abschnitt {i}\n\n")),
        )
    }),
    kind("mistakes in front matter", Check, 100, |n| {
        let keys = lines(n, |i| format!("titel{i}: x\n"));
        let values = lines(n, |i| format!("  - eisn{i}\n"));
        chapters(n, |i| {
            let kind = if i % 2 == 0 { "art" } else { "arrt" };
            format!("---\nkind: {kind}\ntitel: x\nwahl: eisn\nupdated: 1.2.2020\n---\n")
        })
        .with("content/a.md", format!("---\n{keys}---\nText\n"))
        .with(
            "content/b.md",
            format!("---\nkind: art\nauswahl:\n{values}---\nText\n"),
        )
        .with("kinds/art.yml", KIND)
        .with(
            "glossary.yml",
            lines(n, |i| format!("- {{term: a{i}, tetx: b}}\n")),
        )
    }),
    kind("the same id, alias and address", Check, 100, |n| {
        let end = |i: usize| format!("{i:010b}").replace('0', "-").replace('1', "_");
        let text = "---\nid: gleich\naliases: [alt/]\n---\n# K\n";
        files(n, |i| (format!("k{}", end(i)), text.into()))
    }),
    kind("translations without an original", Check, 100, |n| {
        let all = mistaken(chapters(n, |_| "# K\n".into()))
            .with("handbook.yml", "title: T\nlanguages: [de, en]\n");
        (0..n).fold(all, |all, i| {
            all.with(&format!("content/teil/kapitle-{i}.en.md"), "# K\n")
        })
    }),
    kind("moved chapters", Release, 60, |n| {
        files(n, |i| (format!("neu/kapitel-{i}"), prose(i)))
    }),
    kind("chapters of another name and text", Release, 60, |n| {
        files(n, |i| {
            let text = format!("# Etwas neues: {i}\n\nEs ist neu, {i}.\n");
            (format!("teil/kapitel-{i}-neu"), text)
        })
    }),
    kind("headings of another text", Release, 150, |n| {
        one(n, |i| format!("## Was an {i} neu ist\n\n{}", prose(i)))
    }),
];

const KIND: &str = "\
fields:
  - {id: siehe, type: refs, to: art}
  - {id: wahl, type: choice, values: [eins, zwei, drei]}
  - {id: auswahl, type: choices, values: [eins, zwei, drei]}
  - {id: schritte, type: steps}
";

fn base() -> Handbook {
    Handbook::default()
        .with("handbook.yml", "title: T\n")
        .with("content/index.md", "# T\n")
}

fn files(n: usize, file: impl Fn(usize) -> (String, String)) -> Handbook {
    (0..n).fold(base(), |all, i| {
        let (name, text) = file(i);
        all.with(&format!("content/{name}.md"), text)
    })
}

fn chapters(n: usize, text: impl Fn(usize) -> String) -> Handbook {
    files(n, |i| (format!("teil/kapitel-{i}"), text(i)))
}

/// Chapters with these texts.
fn texts<const N: usize>(texts: [String; N]) -> Handbook {
    let all = base().with("content/b.md", "# B\n");
    texts.into_iter().enumerate().fold(all, |all, (i, text)| {
        all.with(&format!("content/a{i}.md"), text)
    })
}

/// One chapter of many parts.
fn one(n: usize, part: impl Fn(usize) -> String) -> Handbook {
    texts([lines(n, part)])
}

/// The same with an error.
fn mistaken(handbook: Handbook) -> Handbook {
    handbook.with("content/falsch.md", "[x](y.md)")
}

fn lines(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

fn prose(i: usize) -> String {
    format!("Im Abschnitt {i} steht, wie ein Treffen gelingt.\n\n")
}

fn related(id: &str) -> String {
    format!("---\nkind: art\nsiehe: [{id}]\n---\n# Kapitel\n")
}

/// A number in letters, so that words made of them are words.
fn letters(mut i: usize) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'a' + u8::try_from(i % 20).unwrap()));
        i /= 20;
    }
    word
}

/// The program without the tables for debuggers, which Valgrind would read each time.
fn stripped() -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growing");
    let mut strip = Command::new("strip");
    strip
        .arg("-o")
        .arg(&program)
        .arg(env!("CARGO_BIN_EXE_transferbuch"));
    assert!(strip.status().expect("binutils are installed").success());
    program
}

/// How many blocks of instructions the program takes. Counting each instruction takes Valgrind half as much time
/// again, most of it for what each run begins with.
fn count(program: &Path, kind: &Kind, size: usize) -> Result<u64, String> {
    let handbook = (kind.make)(size).on_disk();
    if kind.run == Release {
        release_before(kind, size, &handbook);
    }
    let (args, code): (&[&str], _) = match kind.run {
        Build | BuildWithCode => (&["build", "--quiet"], 0),
        Check => (&["check", "--today", "2026-11-15"], 1),
        Release => (
            &["release", "1.1", "--date", "2026-02-01", "--onto", "tree"],
            1,
        ),
    };
    // The time of a processor, as other programs may have it at the same time.
    let mut command = Command::new("prlimit");
    command
        .arg(format!("--cpu={SECONDS}"))
        .args(["valgrind", "--tool=none", "--stats=yes"])
        .arg("--log-file=counted")
        .arg(program)
        .args(args)
        .current_dir(handbook.path(""))
        .env("RAYON_NUM_THREADS", "1")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(handbook.path("said")).unwrap());
    let status = ended(&mut command)?;
    if status.code() != Some(code) {
        let said = std::fs::read(handbook.path("said")).unwrap();
        let said = String::from_utf8_lossy(&said);
        let said: Vec<&str> = said.lines().take(8).collect();
        return Err(format!("{status}\n{}", said.join("\n")));
    }
    let counted = std::fs::read_to_string(handbook.path("counted")).unwrap();
    let mut lines = counted.lines();
    let number = lines.find_map(|line| {
        let number = line.strip_suffix(" event checks.")?;
        number.rsplit(' ').next()
    });
    let number = number.expect("Valgrind tells how many blocks it entered");
    Ok(number.replace(',', "").parse().unwrap())
}

/// Runs `command` to its end, which must come in time.
fn ended(command: &mut Command) -> Result<ExitStatus, String> {
    let mut child = command.spawn().expect("prlimit and valgrind are installed");
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let killed = SIGNALS.contains(&status.signal());
            let late = || format!("not done after {SECONDS} seconds of a processor's time");
            return if killed { Err(late()) } else { Ok(status) };
        }
        // One that waits for ever takes no processor's time.
        if begun.elapsed() > Duration::from_secs(SECONDS * 10) {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("not done after {} seconds", SECONDS * 10));
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Publishes the handbook with «alt» for each «neu», in texts as well as in names.
fn release_before(kind: &Kind, size: usize, handbook: &OnDisk) {
    let mut before = Handbook::default();
    for (path, bytes) in (kind.make)(size).files {
        let text = String::from_utf8(bytes).unwrap();
        before = before.with(&path.replace("neu", "alt"), text.replace("neu", "alt"));
    }
    let before = before.on_disk();
    let tree = handbook.path("tree");
    let tree = tree.to_str().unwrap();
    let released = before.run(&["release", "1.0", "--date", "2026-01-01", "--onto", tree]);
    assert_eq!(released.code, Some(0), "{}", released.stderr);
}

/// What is wrong with the growth of a kind.
fn judge(program: &Path, kind: &Kind, least: u64) -> Option<String> {
    let begun = Instant::now();
    let costs = [kind.size, kind.size * 2].map(|size| count(program, kind, size));
    let (once, twice) = match costs {
        [Ok(once), Ok(twice)] => (once, twice),
        [Err(problem), _] | [_, Err(problem)] => return Some(problem),
    };
    #[expect(clippy::cast_precision_loss, reason = "a ratio needs no more")]
    let grown = |much: u64| much.saturating_sub(least) as f64;
    let factor = grown(twice) / grown(once);
    let seconds = begun.elapsed().as_secs();
    println!(
        "{factor:.2}  {} ({least}, {once}, {twice}) {seconds} s",
        kind.name
    );
    let fast = factor >= AT_MOST;
    fast.then(|| format!("twice as much costs {factor:.2} times as much"))
}

#[test]
fn twice_as_much_costs_twice_as_much() {
    let only = env::var("GROWTH").unwrap_or_default();
    let wanted = |kind: &&Kind| only.split(", ").any(|part| kind.name.contains(part));
    let kinds = KINDS.iter().filter(wanted);
    let waiting = Mutex::new(kinds);
    let program = stripped();
    let least = [Build, BuildWithCode, Check, Release].map(|run| {
        let kind = KINDS.iter().find(|kind| kind.run == run);
        count(&program, kind.unwrap(), 1).unwrap()
    });
    let wrong = Mutex::new(String::new());
    let work = || {
        loop {
            let Some(kind) = waiting.lock().unwrap().next() else {
                return;
            };
            if let Some(problem) = judge(&program, kind, least[kind.run as usize]) {
                writeln!(wrong.lock().unwrap(), "{}: {problem}", kind.name).unwrap();
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}
