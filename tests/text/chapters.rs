//! Chapters as clerks write them, and what slips of the hand make of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Words, some of which CommonMark misreads.
const WORDS: &[&str] = &[
    "Die",
    "Stadt",
    "lädt",
    "alle",
    "Bürger*innen",
    "und",
    "Besucher*innen",
    "ein",
    "Schüler_innen",
    "Kolleg:innen",
    "Mitarbeiter/-innen",
    "Träger",
    "Förderung",
    "Straße",
    "Übung",
    "z. B.",
    "d. h.",
    "18. September",
    "2. Oktober",
    "1. Mai",
    "am 3. 5. 2026",
    "2026",
    "10:30 Uhr",
    "Uhr",
    "10~20",
    "H~2~O",
    "3 * 4",
    "5 - 3",
    "- 3",
    "+ 2",
    "50 %",
    "§ 5",
    "a_b_c",
    "__init__",
    "C:\\_alt\\#plan",
    "\\\\server\\plan",
    "<Datum>",
    "<Name>",
    "<PLZ Ort>",
    "https://example.org/a_b_(c)?d=1&e=f",
    "www.example.org",
    "rat@stadt.example",
    "„Zitat“",
    "\"Zitat\"",
    "geht's",
    "'so'",
    "--",
    "–",
    "…",
    "...",
    "(siehe unten)",
    "[sic]",
    "[...]",
    "E-Mail",
    "#hashtag",
    "Nr. 5",
    "I. Teil",
    "a)",
    "1)",
    "{Platz}",
    "{#anker}",
    "M&uuml;ller",
    "A&amp;B",
    "R&D",
    "&nbsp;",
    "5 < 6",
    "7 > 6",
    "a<b",
    "*",
    "_",
    "Wort*",
    "*Stern",
    "Preis**",
    "|",
    "a|b",
    "\\*",
    "\\_nicht\\_",
    "C#",
    "\u{a0}",
    "ca.\u{a0}20",
    "soft\u{ad}hyphen",
    "\u{200b}",
    "emoji 🎉",
    "10 €",
];

/// Parts of a line that are markup.
const INLINE: &[&str] = &[
    "**fett**",
    "*kursiv*",
    "_auch kursiv_",
    "***beides***",
    "~~gestrichen~~",
    "`Code mit *Stern*`",
    "``Code ` Tick``",
    "[Kapitel](b.md)",
    "[Mit Titel](b.md \"Der Titel\")",
    "[Leer](mein kapitel.md)",
    "[Spitz](<mein kapitel.md>)",
    "[Verweis][ziel]",
    "[ziel]",
    "[Ziel][]",
    "[fehlt][nirgends]",
    "![Bild](b.png)",
    "![Bild mit Wort](b.png \"Foto: Anna\")",
    "Wort[^eins]",
    "Wort[^zwei]",
    "Wort[^fehlt]",
    "<b>dick</b>",
    "<br>",
    "<kbd>Strg</kbd>",
    "H<sub>2</sub>O",
    "<span class=\"x\">Spanne</span>",
    "<https://example.org/x>",
    "<rat@stadt.example>",
    "<!-- Bemerkung -->",
    "**[Fett](b.md)**",
    "[*Kursiv* und `Code`](b.md)",
    "**fett**gedruckt",
    "**Bürger*innen**",
    "*Kolleg\\*innen*",
    "[[Wiki]]",
    "{.klasse}",
    "{{ vorlage }}",
    ":smile:",
    "^[Note]",
];

/// Characters that slips insert.
const INSERTED: &[&str] = &[
    "*", "_", "[", "]", "(", ")", "<", ">", "`", "|", "#", ":", "~", "\\", "{", "}", "\n", "\n\n",
    " ", "\t", "    ", "- ", "> ", "1. ", "!", "^", "\"", "'", "&", "=", "-", "+", "\u{a0}", "/",
    "<!--", "-->", "```\n", "<div>", "</div>", "---\n", ": ", "|-|\n", "[^eins]", "$", "@", ";",
    "%", ".",
];

/// A piece of a line.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(WORDS).prop_map(str::to_owned),
        2 => select(INLINE).prop_map(str::to_owned),
        3 => "[a-zäöüß]{2,8}",
        1 => "[A-ZÄÖÜ][a-zäöüß]{2,8}[.,:;!?]?",
    ]
}

fn line() -> impl Strategy<Value = String> {
    vec(piece(), 1..7).prop_map(|pieces| pieces.join(" "))
}

fn paragraph() -> impl Strategy<Value = String> {
    vec(line(), 1..4).prop_map(|lines| lines.join("\n"))
}

fn list() -> impl Strategy<Value = String> {
    let sign = select(
        &[
            "- ", "* ", "+ ", "1. ", "2) ", "• ", "– ", "-", "-\u{a0}", "- [x] ", "- [ ] ", "N. ",
        ][..],
    );
    let item = (select(&[0, 0, 0, 2, 3, 4][..]), line());
    (sign, vec(item, 1..5), any::<bool>()).prop_map(|(sign, items, loose)| {
        let mut text = String::new();
        for (number, (indent, item)) in items.into_iter().enumerate() {
            let sign = sign.replace('N', &(number + 3).to_string());
            text.push_str(&" ".repeat(if number == 0 { 0 } else { indent }));
            text.push_str(&format!("{sign}{item}\n"));
            if loose {
                text.push('\n');
            }
        }
        text
    })
}

fn table() -> impl Strategy<Value = String> {
    let row = |size| vec(line(), size).prop_map(|cells| format!("| {} |", cells.join(" | ")));
    let rule = select(&["|---|---|", "| :-- | --: |", "---|---", "|---|", ""][..]);
    let row = move || prop_oneof![8 => row(2..=2), 1 => row(1..=1), 1 => row(3..=3)];
    (row(), rule, vec(row(), 0..4)).prop_map(|(head, rule, rows)| {
        let rule = if rule.is_empty() {
            String::new()
        } else {
            format!("{rule}\n")
        };
        format!("{head}\n{rule}{}", rows.join("\n"))
    })
}

fn leaf() -> impl Strategy<Value = String> {
    let heading = (
        select(&["## ", "### ", "##", "#### ", "# "][..]),
        line(),
        select(&["", "", " {#anker}", " {a, b}", " ##"][..]),
    );
    let code = (
        select(&["```", "~~~", "```rust", "````md titel"][..]),
        paragraph(),
    );
    let html = select(
        &[
            "<div>\n\nText im Kasten\n\n</div>",
            "<details><summary>Mehr dazu</summary>\n\nDer Rest\n\n</details>",
            "<p>Ein Absatz in HTML</p>",
            "<!-- Nur für uns -->",
            "<!-- mehrere\nZeilen -->",
            "<table><tr><td>Zelle</td></tr></table>",
        ][..],
    );
    let odd = select(
        &[
            "Termine:\n\n18. September: Auftakt\n2. Oktober: Werkstatt",
            "Der Rat tagt am\n1. Mai in der Stadthalle.",
            "Uhrzeit\n:30 Uhr",
            ":::note\nHallo\n:::",
            "!!! note \"Titel\"\n    Text",
            "[ziel]: b.md \"Titel\"",
            "[Hinweis]: Das ist wichtig",
            "[nirgends gebraucht]: b.md",
            "Überschrift\n-----------",
            "Überschrift\n===",
            "---",
            "* * *",
            "![Bild allein](b.png \"Foto: Bert\")",
        ][..],
    );
    prop_oneof![
        6 => paragraph(),
        2 => heading.prop_map(|(sign, line, end)| format!("{sign}{line}{end}")),
        3 => list(),
        2 => table(),
        1 => code.prop_map(|(fence, text)| format!("{fence}\n{text}\n{}", &fence[..fence.len().min(3)])),
        1 => paragraph().prop_map(|text| indented(&text, "    ")),
        1 => (line(), vec(paragraph(), 1..3)).prop_map(|(term, definitions)| {
            let definitions: Vec<_> = definitions.iter().map(|text| format!(": {}", indented(text, "  ").trim_start())).collect();
            format!("{term}\n{}", definitions.join("\n"))
        }),
        1 => (select(&["eins", "Eins", "zwei", "drei"][..]), paragraph()).prop_map(|(label, text)| format!("[^{label}]: {}", indented(&text, "    ").trim_start())),
        1 => html.prop_map(str::to_owned),
        2 => odd.prop_map(str::to_owned),
    ]
}

fn block() -> impl Strategy<Value = String> {
    let name = select(
        &[
            "[!NOTE]",
            "[!HINWEIS]",
            "[!Tipp]",
            "[!WARNUNG]",
            "[!UNSINN]",
        ][..],
    );
    let title = prop_oneof![
        Just(String::new()),
        line().prop_map(|line| format!(" {line}"))
    ];
    let alert = (name, title).prop_map(|(name, title)| format!("{name}{title}"));
    prop_oneof![
        8 => leaf(),
        1 => leaf().prop_map(|text| indented(&text, "> ")),
        1 => (alert, leaf()).prop_map(|(name, text)| format!("> {name}\n{}", indented(&text, "> "))),
        1 => leaf().prop_map(|text| format!("- {}", indented(&text, "  ").trim_start())),
        1 => leaf().prop_map(|text| format!("1. {}", indented(&text, "   ").trim_start())),
    ]
}

fn indented(text: &str, sign: &str) -> String {
    let lines = text.lines().map(|line| format!("{sign}{line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A slip of the hand.
#[derive(Debug, Clone)]
enum Slip {
    Insert(usize, &'static str),
    Delete(usize),
    Double(usize),
    Swap(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<usize>();
    prop_oneof![
        3 => (at, select(INSERTED)).prop_map(|(at, text)| Slip::Insert(at, text)),
        1 => at.prop_map(Slip::Delete),
        1 => at.prop_map(Slip::Double),
        1 => at.prop_map(Slip::Swap),
    ]
}

fn slipped(text: String, slips: &[Slip]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for slip in slips {
        let count = letters.len();
        if count < 2 {
            break;
        }
        match *slip {
            Slip::Insert(at, text) => {
                let at = at % (count + 1);
                letters.splice(at..at, text.chars());
            }
            Slip::Delete(at) => {
                letters.remove(at % count);
            }
            Slip::Double(at) => letters.insert(at % count, letters[at % count]),
            Slip::Swap(at) => letters.swap(at % (count - 1), at % (count - 1) + 1),
        }
    }
    letters.into_iter().collect()
}

/// A chapter's text.
pub fn chapter() -> impl Strategy<Value = String> {
    let slips = prop_oneof![1 => vec(slip(), 0..1), 2 => vec(slip(), 1..6)];
    let gap = select(&["\n\n", "\n\n", "\n\n", "\n"][..]);
    (vec((block(), gap), 1..6), slips).prop_map(|(blocks, slips)| {
        let text: String = blocks
            .into_iter()
            .flat_map(|(block, gap)| [block, gap.to_owned()])
            .collect();
        slipped(text, &slips)
    })
}
