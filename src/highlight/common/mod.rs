//! The languages that handbooks show most, read by hand.
//!
//! 1. [`find`] tells which of them a name means.
//! 2. Its reader goes through the code once, with a [`Cursor`], and says what each part is.
//!
//! Grammars can do this too, and more exactly. But to compile the patterns of these four takes longer
//! than to build a handbook of a hundred chapters. The readers give up on nothing: what is not valid in
//! the language gets a colour or none, and all of it is kept.

mod cursor;
mod json;
mod python;
mod shell;
mod yaml;

pub(super) use cursor::Cursor;

use super::Part;

/// Reads code to its end.
pub(super) type Reader = fn(&mut Cursor<'_>);

/// The reader for a language, by a name of it in any case.
pub(super) fn find(language: &str) -> Option<Reader> {
    const READERS: [(&[&str], Reader); 4] = [
        (&["yaml", "yml"], yaml::read),
        (&["json", "jsonc"], json::read),
        (&["bash", "sh", "shell", "zsh"], shell::read),
        (&["python", "py", "python3"], python::read),
    ];
    let means = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(language));
    let found = READERS.iter().find(|(names, _)| means(names));
    found.map(|(_, reader)| *reader)
}

/// The parts of `code`, in order, up to its end.
pub(super) fn parts(code: &str, read: Reader) -> Vec<Part> {
    let mut cursor = Cursor::new(code);
    while !cursor.rest().is_empty() {
        let before = cursor.rest().len();
        read(&mut cursor);
        debug_assert!(cursor.rest().len() < before, "a reader goes on");
    }
    cursor.parts()
}

#[cfg(test)]
mod tests {
    use crate::highlight::html;

    /// The code with each class before its part: `k‹if› x`.
    #[track_caller]
    fn reads(language: &str, code: &str, expected: &str) {
        let shown = html(code, language);
        let shown = shown.replace("<span class=\"", "").replace("\">", "‹");
        let shown = shown
            .replace("</span>", "›")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        assert_eq!(shown.replace("&amp;", "&"), expected);
    }

    #[test]
    fn yaml_has_keys_and_values() {
        reads(
            "yaml",
            "# Kopf\ntitel: Runder Tisch\nab: 18\n- \"a\\n\": 'b'  # Rest\n",
            "c‹# Kopf\n›a‹titel›p‹: ›s‹Runder Tisch\n›a‹ab›p‹: ›n‹18\n›p‹- ›a‹\"a\\n\"›p‹: ›s‹'b'  ›c‹# Rest\n›",
        );
        reads(
            "yaml",
            "a: |\n  b: c\n\n  d\ne: [x, true, {f: ~}]\n",
            "a‹a›p‹: |\n›s‹  b: c\n\n  d\n›a‹e›p‹: [›s‹x›p‹, ›n‹true›p‹, {›a‹f›p‹: ›n‹~›p‹}]\n›",
        );
        reads(
            "yaml",
            "---\nurl: https://example.org/#a\nx: &n !t 1\ny: *n\n",
            "p‹---\n›a‹url›p‹: ›s‹https://example.org/#a\n›a‹x›p‹: ›v‹&n ›t‹!t ›n‹1\n›a‹y›p‹: ›v‹*n\n›",
        );
    }

    #[test]
    fn json_has_keys_and_values() {
        reads(
            "JSON",
            "{\"a\": [1.5e3, \"b\\u00e4\", null]} // c\n",
            "p‹{›a‹\"a\"›p‹: [›n‹1.5e3›p‹, ›s‹\"b›n‹\\u00e4›s‹\"›p‹, ›n‹null›p‹]} ›c‹// c\n›",
        );
    }

    #[test]
    fn shell_has_commands_and_variables() {
        reads(
            "bash",
            "if [ -f \"$a\" ]; then\n  cat --all 'b' | wc # n\nfi\n",
            "k‹if ›f‹[ ›v‹-f ›s‹\"›v‹$a›s‹\" ›]o‹; ›k‹then\n  ›f‹cat ›v‹--all ›s‹'b' ›o‹| ›f‹wc ›c‹# n\n›k‹fi\n›",
        );
        reads(
            "sh",
            "A=1 make x <<EOF\nif $b\nEOF\nls ${c:-d}\n",
            "v‹A›o‹=›1 f‹make ›x o‹<<EOF\n›s‹if $b\nEOF\n›f‹ls ›v‹${c:-d}\n›",
        );
    }

    #[test]
    fn python_has_definitions_and_calls() {
        reads(
            "python",
            "@a.b\ndef f(x=1):\n    return f\"{x}\\n\" + g(None) # c\n",
            "f‹@a.b\n›k‹def ›f‹f›p‹(›xo‹=›n‹1›p‹):\n    ›k‹return ›s‹f\"{x}›n‹\\n›s‹\" ›o‹+ ›f‹g›p‹(›n‹None›p‹) ›c‹# c\n›",
        );
        reads(
            "py",
            "class A(B):\n  \"\"\"Ein\n  'Text'\"\"\"\n  r'\\d'\n",
            "k‹class ›t‹A›p‹(›Bp‹):\n  ›s‹\"\"\"Ein\n  'Text'\"\"\"\n  r'\\d'\n›",
        );
    }

    /// Pieces that readers look for, in any order: each reader goes on, to the end, and in little time.
    #[test]
    fn all_that_is_read_is_kept() {
        const PIECES: [&str; 24] = [
            "\"", "'", "\\", "#", "\n", " ", ":", "- ", "--", "-5e", "<<", "EOF", "${", "$", "ä",
            "|", ">", "[", "}", "\"\"\"", "/*", "`", "@x", "f",
        ];
        for language in ["yaml", "json", "sh", "py"] {
            let reader = super::find(language).unwrap();
            let mut seed = 7_u64;
            for _ in 0..2000 {
                let mut code = String::new();
                for _ in 0..12 {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    code.push_str(PIECES[(seed >> 33) as usize % PIECES.len()]);
                }
                let parts = super::parts(&code, reader);
                assert_eq!(
                    parts.last().map(|part| part.0),
                    Some(code.len()),
                    "{language}: {code}"
                );
                assert!(
                    parts.iter().all(|&(end, _)| code.is_char_boundary(end)),
                    "{language}: {code}"
                );
            }
        }
    }

    #[test]
    fn what_does_not_end_goes_to_the_end_or_the_line() {
        reads("json", "\"a\nb", "s‹\"a\n›b");
        reads("python", "'''a\nb", "s‹'''a\nb›");
        reads("bash", "echo \"a\nb", "f‹echo ›s‹\"a\nb›");
        reads("yaml", "a: 'b\nc", "a‹a›p‹: ›s‹'b\nc›");
    }
}
