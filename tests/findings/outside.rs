//! Addresses outside the handbook.

use std::collections::BTreeMap;

use expect_test::expect;
use transferbuch::diagnostic::human::{Style, finding};
use transferbuch::external::{Answer, ConnectError, addresses, findings};
use transferbuch::source::FileText;
use transferbuch::text::{Language, program};

use crate::support::{Handbook, compact};

#[test]
fn every_answer_that_an_author_should_know_of() {
    let answers = [
        ("a", Answer::Good),
        ("b", Answer::Gone(404)),
        ("c", Answer::Forbidden(403)),
        ("d", Answer::Failing(502)),
        ("e", Answer::RedirectLoop),
        ("f", Answer::BadRedirect("ftp://x.example".into())),
        ("g", Answer::Unreachable(ConnectError::Host)),
        ("h", Answer::Moved("https://x.example/neu".into())),
    ];
    let url = |name: &str| format!("https://x.example/{name}");
    let links = answers
        .iter()
        .map(|(name, _)| format!("[{name}]({})\n", url(name)));
    let handbook = Handbook::chapter(&links.collect::<String>());
    let linked = handbook.build().clean().handbook.linked;
    let source = FileText::decode(handbook.files["content/a.md"].clone());
    let answers: BTreeMap<String, Answer> = answers
        .into_iter()
        .map(|(name, answer)| (url(name), answer))
        .collect();
    let source = |_: &str| Some(&source);
    let found = findings(&addresses(&linked), &answers, &source);
    let texts = program(Language::English);
    let style = Style { colour: false };
    let shown = found
        .iter()
        .map(|found| compact(&finding(found, texts, &source, style)));
    expect![[r#"
        error[external-gone]: There is no page at https://x.example/b any more (status 404)
         --> content/a.md:2:5
        2 | [b](https://x.example/b)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Find its new address, or take the link away
        note[external-closed]: https://x.example/c answers to people only (status 403)
         --> content/a.md:3:5
        3 | [c](https://x.example/c)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Look for yourself, and name the host in handbook.yml under `external: allow:`
        warning[external-failing]: The server of https://x.example/d reports an error (status 502)
         --> content/a.md:4:5
        4 | [d](https://x.example/d)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Try again later, or else correct the address
        warning[external-endless]: https://x.example/e leads on and on and arrives nowhere
         --> content/a.md:5:5
        5 | [e](https://x.example/e)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Correct the address
        warning[external-leads-astray]: https://x.example/f leads on to ftp://x.example, which no browser opens
         --> content/a.md:6:5
        6 | [f](https://x.example/f)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Correct the address
        warning[external-unreachable]: https://x.example/g can't be reached: there is no such host
         --> content/a.md:7:5
        7 | [g](https://x.example/g)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Try again later, or else correct the address
        warning[external-moved]: https://x.example/h has moved for good to https://x.example/neu
         --> content/a.md:8:5
        8 | [h](https://x.example/h)
          |     ^^^^^^^^^^^^^^^^^^^
          = help: Write the new address
    "#]].assert_eq(&shown.collect::<String>());
}
