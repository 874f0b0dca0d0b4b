//! Chapters of commands, from their help; and that all commands in the manual are ones that there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use super::support::program::files;
use super::{LANGUAGES, assert_pieces, here, printed, word};

/// An argument as the help tells it.
struct Argument {
    /// Such as `-o, --out <DIR>`.
    spelling: String,
    /// Its paragraphs; lines of a list begin with a hyphen.
    text: Vec<String>,
}

/// The help of a command: how it is called, and its own arguments, or the general ones.
fn help(command: Option<&str>, language: &str) -> (String, Vec<Argument>) {
    let mut args = vec!["--lang", language];
    args.extend(command);
    args.push("--help");
    let text = printed(&args);
    let usage = text
        .lines()
        .find_map(|line| line.split_once(": transferbuch"));
    let usage = format!("transferbuch{}", usage.unwrap().1);
    let general = word(language, "Allgemein:", "General:");
    let mut is_wanted = false;
    let mut arguments: Vec<Argument> = Vec::new();
    for line in text.lines() {
        let inner = line.trim_start();
        let margin = line.len() - inner.len();
        if margin == 0 && line.ends_with(':') {
            let own = command.is_some() && line != general;
            is_wanted = own || command.is_none() && line == general;
        } else if inner.is_empty() {
            // What follows stands by itself.
            if let Some(argument) = arguments.last_mut() {
                argument.text.push(String::new());
            }
        } else if is_wanted && margin >= 10 {
            let text = &mut arguments.last_mut().unwrap().text;
            match text.last_mut() {
                Some(last) if !last.is_empty() && !inner.starts_with("- ") => {
                    *last += " ";
                    *last += inner;
                }
                _ => text.push(inner.to_owned()),
            }
        } else if is_wanted && margin >= 2 && inner.starts_with(['-', '<', '[']) {
            arguments.push(Argument {
                spelling: inner.to_owned(),
                text: Vec::new(),
            });
        }
    }
    (usage, arguments)
}

/// The names of all commands, in their order.
fn commands() -> Vec<String> {
    let help = printed(&["--lang", "en", "--help"]);
    let list = help.split("Commands:\n").nth(1).unwrap();
    let lines = list.lines().take_while(|line| !line.is_empty());
    // What a line has no room for goes on in the next one, far in.
    let names = lines.filter(|line| !line.starts_with("   "));
    names
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

#[test]
fn chapters_of_commands_say_what_their_help_says() {
    let mut made = BTreeMap::new();
    let commands = commands();
    let all = commands
        .iter()
        .map(|name| Some(name.as_str()))
        .chain([None]);
    for command in all {
        for (language, end) in LANGUAGES {
            let (usage, arguments) = help(command, language);
            let mut text = format!("```text\n{usage}\n```\n");
            for Argument {
                spelling,
                text: said,
            } in arguments
            {
                let _ = write!(text, "\n`{spelling}`\n");
                let said = said.iter().filter(|line| !line.is_empty());
                for (number, line) in said.enumerate() {
                    let line = quoted(line);
                    let margin = if number == 0 { ": " } else { "  " };
                    let gap = if number == 0 || line.starts_with("- ") {
                        ""
                    } else {
                        "\n"
                    };
                    // A list needs an empty line before its first item only.
                    let _ = writeln!(text, "{gap}{margin}{line}");
                }
            }
            let name = command.unwrap_or("transferbuch");
            made.insert(format!("befehl-{name}{end}"), text);
        }
    }
    assert_pieces("befehl-", &made);
    for name in commands {
        assert!(
            here(&format!("docs/content/befehle/{name}.md")).exists(),
            "no chapter of {name}"
        );
    }
}

/// A line of help as Markdown: values of lists, options and placeholders as code.
fn quoted(line: &str) -> String {
    let line = match line.strip_prefix("- ") {
        Some(item) => match item.split_once(": ") {
            Some((value, text)) => format!("- `{value}`: {text}"),
            None => format!("- `{item}`"),
        },
        None => line.to_owned(),
    };
    // Options, and variables of the environment.
    let is_option = |word: &str| {
        let is_variable = word.contains('_') || word == "VISUAL";
        !word.contains('`') && (word.starts_with("--") || is_variable)
    };
    let words = line.split(' ').map(|word| {
        let bare = word.trim_end_matches([',', '.', ';', ':', ']', ')']);
        if is_option(bare) {
            format!("`{bare}`{}", &word[bare.len()..])
        } else {
            word.to_owned()
        }
    });
    words
        .collect::<Vec<_>>()
        .join(" ")
        .replace('[', "\\[")
        .replace(']', "\\]")
}

/// Every line in a box of the manual that calls the program names a command that there is, and only
/// options that it has.
#[test]
fn commands_in_the_manual_are_ones_that_there_are() {
    let known: BTreeMap<String, BTreeSet<String>> = commands()
        .into_iter()
        .map(|name| {
            let help = printed(&["--lang", "en", &name, "--help"]);
            let words = help
                .split([' ', ',', '\n'])
                .filter(|word| word.starts_with('-'));
            let options = words
                .map(|word| word.trim_matches(['.', ':', ';']).to_owned())
                .collect();
            (name, options)
        })
        .collect();
    let mut seen = BTreeSet::new();
    let general = ["--lang", "-C"];
    for (path, bytes) in files(&here("docs/content")) {
        if !path.ends_with(".md") || path.starts_with("_erzeugt/befehl") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let boxed = text.lines().map(str::trim);
        let inline = text.split('`').skip(1).step_by(2);
        let calls = boxed
            .chain(inline)
            .filter_map(|line| line.strip_prefix("transferbuch "));
        for call in calls.filter(|call| !call.starts_with('[')) {
            let mut words = call.split_whitespace().peekable();
            while words.peek().is_some_and(|word| general.contains(word)) {
                words.nth(1);
            }
            let name = match words.next() {
                Some("help") => words.next().unwrap_or_default(),
                Some(name) => name,
                None => continue,
            };
            // A place for a name, or a mere option such as --version.
            if name.chars().all(char::is_uppercase) || name.starts_with('-') {
                continue;
            }
            let Some(options) = known.get(name) else {
                panic!("{path}: there is no command {name}: {call}");
            };
            seen.insert(name.to_owned());
            for option in words.filter(|word| word.starts_with('-')) {
                assert!(options.contains(option), "{path}: {name} has no {option}");
            }
        }
    }
    assert_eq!(seen, known.into_keys().collect::<BTreeSet<_>>());
    assert!(fs::exists(here("docs/content/befehle/index.md")).unwrap());
}
