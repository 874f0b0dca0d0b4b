//! Queries that a handbook vouches for.

use expect_test::expect;

use crate::support::check;

const CHAPTERS: &str = "--- content/treffen.md
# Lernnetzwerktreffen
Kommunen lernen voneinander.
--- content/kurse.md
# Sprachkurse
Kurse vor Ort.
";

fn check_queries(queries: &str, expect: expect_test::Expect) {
    check(&format!("--- search.yml\n{queries}{CHAPTERS}"), expect);
}

#[test]
fn a_query_that_does_not_find_its_page() {
    check_queries(
        "must_find:\n  - {query: Sprachkurs, pages: [treffen]}\n",
        expect![[r#"
            warning[search-not-found]: The query “Sprachkurs” should find treffen/ among the first three, and finds it at place –; first is kurse/
             --> search.yml:2:13
            2 |   - {query: Sprachkurs, pages: [treffen]}
              |             ^^^^^^^^^^
              = help: Use the reader's word in the chapter, add it under `synonyms` there, or take the query away
        "#]],
    );
}

#[test]
fn a_query_that_finds_a_page_that_it_must_not_find() {
    check_queries(
        "must_not_find:\n  - {query: Sprachkurs, pages: [kurse]}\n",
        expect![[r#"
            warning[search-wrongly-found]: The query “Sprachkurs” should not find kurse/, and finds it at place 1
             --> search.yml:2:13
            2 |   - {query: Sprachkurs, pages: [kurse]}
              |             ^^^^^^^^^^
              = help: Take the word out of the chapter or its `synonyms`, or take the query away
        "#]],
    );
}

#[test]
fn a_query_for_a_page_that_is_not_there() {
    check_queries(
        "must_find:\n  - {query: Kurse, pages: [krse]}\n",
        expect![[r#"
            error[unknown-reference]: There is no chapter `krse`
             --> search.yml:2:28
            2 |   - {query: Kurse, pages: [krse]}
              |                            ^^^^
              = help: Did you mean `kurse`?
              = help: Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
        "#]],
    );
}

#[test]
fn queries_that_are_answered() {
    check_queries(
        "must_find:\n  - {query: sprachkurs, pages: [kurse]}\n  - {query: Lernnetzwerktreffen, pages: [treffen]}\n",
        expect![""],
    );
}

#[test]
fn words_in_blocks_of_html_are_found() {
    check(
        "--- search.yml
must_find:
  - {query: Kostenplan, pages: [plan]}
  - {query: Faltblatt, pages: [plan]}
  - {query: Gäste & Freunde, pages: [plan]}
--- content/plan.md
# Vorlage

<div>
  <p>Ein <b>Kosten</b>plan für G&auml;ste &amp; Freunde</p>
  <img src=\"b.png\" alt=\"Faltblatt\">
</div>
--- content/b.png
x
--- content/kurse.md
# Sprachkurse
Kurse vor Ort.
",
        expect![""],
    );
}
