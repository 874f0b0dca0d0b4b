//! Former addresses, and who can lead on from them.

use expect_test::expect;

use crate::support::{Handbook, check};

#[test]
fn addresses_from_which_not_everyone_leads_on() {
    check(
        "--- content/a.md\n---\naliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]\n---\nText\n",
        expect![[r#"
            note[alias-needs-server]: At this address no page can lead on, only a server
             --> content/a.md:2:26
            2 | aliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]
              |                          ^^^^^^^
              = help: Set up the redirects on the server: the lists are called `_redirects` and `redirects.nginx.map`
            note[alias-needs-server]: At this address no page can lead on, only a server
             --> content/a.md:2:35
            2 | aliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]
              |                                   ^^^^^^^^^^^^^^
              = help: Set up the redirects on the server: the lists are called `_redirects` and `redirects.nginx.map`
            note[alias-needs-server]: At this address no page can lead on, only a server
             --> content/a.md:2:51
            2 | aliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]
              |                                                   ^^^^^^^^
              = help: Set up the redirects on the server: the lists are called `_redirects` and `redirects.nginx.map`
            warning[unservable-alias]: Nothing can lead on from this address
             --> content/a.md:2:61
            2 | aliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]
              |                                                             ^^^^^^^^
              = help: Write the way from the first page of the handbook, without `#` and without a server: `folder/old.html`
            warning[unservable-alias]: Nothing can lead on from this address
             --> content/a.md:2:71
            2 | aliases: [alt, alt.html, s/b.php, index.php?id=7, plan.pdf, a.html#x, https://x.example/y]
              |                                                                       ^^^^^^^^^^^^^^^^^^^
              = help: Write the way from the first page of the handbook, without `#` and without a server: `folder/old.html`
        "#]],
    );
}

#[test]
fn former_addresses_stay_as_they_were() {
    let built = Handbook::new(
        "--- handbook.yml\nurl: https://x.example/h/\nseverity: {alias-needs-server: off}\n--- content/a.md\n---\naliases: [Alt.html, ordner/Seite.php, index.php?id=7&b=1, ein%20Plan.pdf, formate/alt]\n---\nText\n",
    )
    .build()
    .clean();
    assert!(built.text("Alt.html").contains("url=a/"));
    assert!(
        built
            .text("formate/alt/index.html")
            .contains("url=../../a/")
    );
    assert!(!built.files.contains_key("ordner/Seite.php"));
    expect![[r#"
        /h/Alt.html /h/a/ 301
        /h/ein%20Plan.pdf /h/a/ 301
        /h/formate/alt/ /h/a/ 301
        /h/index.php id=7 b=1 /h/a/ 301
        /h/ordner/Seite.php /h/a/ 301
    "#]]
    .assert_eq(built.text("_redirects"));
    expect![[r##"
        # map_hash_bucket_size 512;
        # map $uri $handbook_redirect { include redirects.nginx.map; }
        # server { if ($handbook_redirect) { return 301 $handbook_redirect; } }
        "/h/Alt.html" "/h/a/";
        "/h/ein Plan.pdf" "/h/a/";
        "/h/formate/alt/" "/h/a/";
        "/h/formate/alt/index.html" "/h/a/";
        "/h/ordner/Seite.php" "/h/a/";
    "##]]
    .assert_eq(built.text("redirects.nginx.map"));
    expect![[r##"
        # map $request_uri $handbook_query { include redirects.nginx.queries.map; }
        # server { if ($handbook_query) { return 301 $handbook_query; } }
        "/h/index.php?id=7&b=1" "/h/a/";
    "##]]
    .assert_eq(built.text("redirects.nginx.queries.map"));
}
