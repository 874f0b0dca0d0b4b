//! What the command line says of itself: its help, and what is wrong with its arguments.
//!
//! 1. [`language`] finds the language of messages before the arguments are read, for errors in them
//!    are told in it too.
//! 2. [`command`] takes the shape of the commands from [`Args`] and all words from `help.ftl`.
//! 3. [`print_error`] prints the help that somebody asked for, or says what is wrong and what to type instead.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::{Args, Colour};
use super::{USAGE, terminal};
use crate::config::language::base;
use crate::config::{Config, FILE};
use crate::disk;
use crate::source::{HandbookPath, Snapshot};
use crate::text::{Args as Values, Catalog, Language};

/// What clap writes for options that are left out of a usage line; it has no setting for it.
const SOME_OPTIONS: &str = "[OPTIONS]";

/// The words of the command line; `help COMMAND` is the same as `COMMAND --help`.
pub(super) fn asked_for(mut words: Vec<OsString>) -> Vec<OsString> {
    let is_lang = |at: usize| words.get(at).is_some_and(|word| word == "--lang");
    let command = if is_lang(1) { 3 } else { 1 };
    if words.get(command).is_some_and(|word| word == "help") {
        words.remove(command);
        words.push("--help".into());
    }
    words
}

/// The language of messages: the one behind `--lang` in the words of the command line, else that of
/// the system, else that of the handbook at hand.
pub(super) fn language(words: &[OsString]) -> Language {
    let wanted = value_of(words, &["--lang"]).filter(|code| ["de", "en"].contains(&code.as_str()));
    wanted
        .map(|code| Language::of_locale(&code))
        .or_else(terminal::language)
        .or_else(|| {
            let folder = value_of(words, &["-C", "--handbook"]).unwrap_or_else(|| ".".into());
            of_settings(&disk::find_root(Path::new(&folder)).ok()?.path)
        })
        .unwrap_or(Language::English)
}

/// The value of an option that has one of these names.
fn value_of(words: &[OsString], names: &[&str]) -> Option<String> {
    let words = || words.iter().filter_map(|word| word.to_str());
    let behind = words().zip(words().skip(1));
    let apart = behind.filter_map(|(word, next)| names.contains(&word).then_some(next));
    let joined = words().filter_map(|word| {
        let (name, value) = word.split_once('=')?;
        names.contains(&name).then_some(value)
    });
    apart.chain(joined).next().map(str::to_owned)
}

/// The first language of the handbook at `root`, if the program speaks it. Nothing else of it is read.
pub(super) fn of_settings(root: &Path) -> Option<Language> {
    let mut settings = Snapshot::default();
    if let Ok(bytes) = fs::read(root.join(FILE)) {
        settings.insert_text(HandbookPath::literal(FILE), bytes);
    }
    let (config, _) = Config::read(&settings);
    let language = config.default_language();
    ["de", "en"]
        .contains(&base(language))
        .then(|| Language::of_locale(language))
}

/// The commands with their texts.
pub(super) fn command(texts: &Catalog) -> Command {
    let flag = |id: &'static str, short, action| Arg::new(id).short(short).long(id).action(action);
    let command = Args::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version))
        .subcommand_help_heading(texts.plain("help-commands"))
        .subcommand_value_name(texts.plain("help-command"))
        .mut_subcommands(|command| described(command, texts));
    let mut command = described(command, texts);
    // So that arguments can be named in errors about other commands too.
    command.build();
    command
}

/// A command with its own text, and those of its arguments.
fn described(command: Command, texts: &Catalog) -> Command {
    let name = command.get_name().to_owned();
    let usage = texts.plain("help-usage");
    command
        .about(texts.plain(&format!("command-{name}")))
        .help_template(format!(
            "{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"
        ))
        .mut_args(|arg| {
            if arg.is_hide_set() {
                arg
            } else {
                explained(arg, &name, texts)
            }
        })
}

/// An argument of a command with its text and the name of its value.
fn explained(arg: Arg, command: &str, texts: &Catalog) -> Arg {
    let message = |id: &str| texts.get(id, &Values::new());
    let own = format!("option-{command}-{}", arg.get_id());
    let key = match message(&own) {
        Some(_) => own,
        None => format!("option-{}", arg.get_id()),
    };
    let general = arg.is_global_set() || matches!(arg.get_action(), ArgAction::Version);
    let heading = match (arg.is_positional(), general) {
        (true, _) => "help-arguments",
        (_, true) => "help-general",
        _ => "help-options",
    };
    let arg = arg.help_heading(texts.plain(heading));
    if !arg.get_action().takes_values() {
        return arg.help(texts.plain(&key));
    }
    let (short, long) = with_values(&arg, &texts.plain(&key), texts);
    let arg = arg
        .value_name(message(&format!("{key}.value")).unwrap_or_default())
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(short);
    match long {
        Some(long) => arg.long_help(long),
        None => arg,
    }
}

/// The help of an argument with its default and possible values, as clap would tell them: in one line,
/// and as a list where there is something to say of them.
fn with_values(arg: &Arg, help: &str, texts: &Catalog) -> (String, Option<String>) {
    let annotation = |id: &str, name, value: String| {
        let text = texts.get(id, &Values::from([(name, value.into())]));
        text.unwrap_or_default()
    };
    let default = arg.get_default_values().first().map(|default| {
        let default = default.to_string_lossy().into_owned();
        annotation("help-default", "value", default)
    });
    let values = arg.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let possible =
        (!names.is_empty()).then(|| annotation("help-values", "values", names.join(", ")));
    let short = [Some(help.to_owned()), default.clone(), possible];
    let short = short.into_iter().flatten().collect::<Vec<_>>().join(" ");

    let meaning = |value: &&str| {
        let id = format!("value-{}-{value}", arg.get_id());
        texts.get(&id, &Values::new())
    };
    if !names.iter().any(|value| meaning(value).is_some()) {
        return (short, None);
    }
    let mut long = format!("{help}\n\n{}", texts.plain("help-value-list"));
    for value in &names {
        let meaning = meaning(value).map(|meaning| format!(": {meaning}"));
        long += &format!("\n- {value}{}", meaning.unwrap_or_default());
    }
    let default = default.map(|default| format!("\n\n{default}"));
    (short, Some(long + &default.unwrap_or_default()))
}

/// Prints the help that was asked for, or what is wrong; the exit code.
pub(super) fn print_error(error: &clap::Error, command: &Command, texts: &Catalog) -> u8 {
    let help = error.render();
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let (to, text): (&mut dyn Write, String) = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let colour = terminal::colour(Colour::Auto, &out);
            (&mut out, shown(&help, colour, texts))
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let colour = terminal::colour(Colour::Auto, &err);
            (&mut err, shown(&help, colour, texts))
        }
        _ => (&mut err, wrong(error, command, texts)),
    };
    // Whoever closes the pipe early has seen enough.
    let _ = to.write_all(text.as_bytes());
    if error.use_stderr() { USAGE } else { 0 }
}

/// A text of clap in the language of messages.
fn shown(text: &StyledStr, colour: bool, texts: &Catalog) -> String {
    let text = if colour {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    text.replace(SOME_OPTIONS, &texts.plain("help-some-options"))
}

/// What is wrong with the arguments, what was probably meant, how the command is called, and where
/// its help is.
fn wrong(error: &clap::Error, command: &Command, texts: &Catalog) -> String {
    let mut text = format!(
        "{}: {}\n",
        texts.plain("severity-error"),
        problem(error, command, texts)
    );
    let suggestions = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    if let Some(nearest) = suggestions.into_iter().find_map(|kind| said(error, kind)) {
        let nearest = Values::from([("nearest", nearest.into())]);
        text += &format!("{}\n", texts.get("nearest", &nearest).unwrap_or_default());
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        // Behind what clap calls it in English: `Usage: transferbuch check [OPTIONS]`.
        let usage = shown(usage, false, texts);
        let usage = usage.split_once(": ").map_or("", |(_, usage)| usage.trim());
        let mut words = usage.split(' ').skip(1);
        let subcommand = words.next().and_then(|word| command.find_subcommand(word));
        let subcommand = subcommand.map(|subcommand| format!(" {}", subcommand.get_name()));
        let help = format!(
            "{}{} --help",
            command.get_name(),
            subcommand.unwrap_or_default()
        );
        let more = Values::from([("command", help.into())]);
        let more = texts.get("help-more", &more).unwrap_or_default();
        text += &format!("{}: {usage}\n{more}\n", texts.plain("help-usage"));
    }
    text
}

fn problem(error: &clap::Error, command: &Command, texts: &Catalog) -> String {
    let say = |kind| said(error, kind).unwrap_or_default();
    let option = say(ContextKind::InvalidArg);
    let other = say(ContextKind::PriorArg);
    let value = say(ContextKind::InvalidValue);
    let id = match error.kind() {
        ErrorKind::UnknownArgument => "wrong-option",
        ErrorKind::InvalidSubcommand => "wrong-command",
        ErrorKind::MissingSubcommand => "wrong-no-command",
        ErrorKind::InvalidValue if value.is_empty() => "wrong-no-value",
        ErrorKind::InvalidValue => "wrong-value",
        ErrorKind::ValueValidation => "wrong-form",
        ErrorKind::MissingRequiredArgument => "wrong-missing",
        ErrorKind::ArgumentConflict if option == other => "wrong-twice",
        ErrorKind::ArgumentConflict => "wrong-together",
        ErrorKind::TooManyValues => "wrong-count",
        ErrorKind::InvalidUtf8 => "wrong-utf8",
        _ => "wrong-usage",
    };
    let all = std::iter::once(command).chain(command.get_subcommands());
    let mut args = all.flat_map(Command::get_arguments);
    let help = args
        .find(|arg| arg.to_string() == option)
        .and_then(Arg::get_help);
    let values = Values::from([
        ("option", option.into()),
        ("other", other.into()),
        ("value", value.into()),
        ("values", say(ContextKind::ValidValue).into()),
        ("command", say(ContextKind::InvalidSubcommand).into()),
        ("commands", say(ContextKind::ValidSubcommand).into()),
        (
            "help",
            help.map(ToString::to_string).unwrap_or_default().into(),
        ),
    ]);
    texts.get(id, &values).unwrap_or_else(|| id.to_owned())
}

/// What the error knows of `kind`.
fn said(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::program;

    /// Every command's name, with those of its arguments that are shown.
    fn shape() -> Vec<(String, Vec<Arg>)> {
        let command = command(program(Language::German));
        let all = std::iter::once(&command).chain(command.get_subcommands());
        let of = |command: &Command| {
            let args = command.get_arguments().filter(|arg| !arg.is_hide_set());
            (command.get_name().to_owned(), args.cloned().collect())
        };
        all.map(of).collect()
    }

    #[test]
    fn every_command_and_argument_has_its_text_and_no_text_is_left_over() {
        let texts = program(Language::German);
        let prefixes = ["command-", "option-", "value-"];
        let mut left: BTreeSet<&str> = texts
            .ids()
            .filter(|id| prefixes.iter().any(|prefix| id.starts_with(prefix)))
            .collect();
        let mut used = Vec::new();
        for (command, args) in shape() {
            assert!(
                left.remove(format!("command-{command}").as_str()),
                "{command}"
            );
            for arg in args {
                let id = arg.get_id();
                let own = format!("option-{command}-{id}");
                let key = if left.contains(own.as_str()) {
                    own
                } else {
                    format!("option-{id}")
                };
                assert!(texts.ids().any(|id| id == key), "{key}");
                let value = texts.get(&format!("{key}.value"), &Values::new());
                let takes = arg.get_action().takes_values();
                assert_eq!(value.is_some(), takes, "{key}");
                for value in arg.get_possible_values() {
                    used.push(format!("value-{id}-{}", value.get_name()));
                }
                used.push(key);
            }
        }
        left.retain(|id| !used.iter().any(|used| used == id));
        assert_eq!(left, BTreeSet::new());
    }
}
