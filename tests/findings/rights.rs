//! What makers of images and readers have a right to.

use expect_test::expect;

use crate::support::{Handbook, check, review};

#[test]
fn an_image_without_a_credit() {
    review(
        "--- handbook.yml\nimages: {credit: required}\nseverity: {missing-legal-page: off}\n--- content/a.md\n![Plan](b.png)\n\n![Plan](b.png \"Der Plan. Foto: A. Muster, CC BY 4.0\")\n\n![-](b.png)\n\n<figure><img src=\"b.png\" alt=\"Plan\"><figcaption>© A. Muster</figcaption></figure>\n--- content/b.png\nx\n",
        expect![[r#"
            warning[image-without-credit]: This image doesn't say whose it is
             --> content/a.md:1:1
            1 | ![Plan](b.png)
              | ^^^^^^^^^^^^^^
              = help: Add a caption behind the file's name: (b.png "Photo: First Last, CC BY 4.0")
        "#]],
    );
}

#[test]
fn a_credit_is_only_asked_for_where_the_handbook_says_so() {
    Handbook::new("--- content/a.md\n![Plan](b.png)\n--- content/b.png\nx\n")
        .review()
        .clean();
}

#[test]
fn an_unknown_wish_for_credits() {
    check(
        "--- handbook.yml\nimages: {credit: requird}\n--- content/a.md\nText\n",
        expect![[r#"
            error[unknown-value]: `requird` is no value of `credit`
             --> handbook.yml:1:18
            1 | images: {credit: requird}
              |                  ^^^^^^^
              = help: Did you mean `required`?
              = help: Possible values: required, optional
        "#]],
    );
}

#[test]
fn a_style_that_loads_from_another_server() {
    check(
        "--- content/a.md\nText\n--- themes/standard/assets/custom.css\n@import url(\"https://x.example/a.css\");\na { background: url(bild.png) } /* https://x.example */\n",
        expect![[r#"
            error[loaded-from-elsewhere]: The page would load https://x.example/a.css from another server, which then learns who reads it
             --> themes/standard/assets/custom.css:1:14
            1 | @import url("https://x.example/a.css");
              |              ^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, or link to it
        "#]],
    );
}

#[test]
fn a_template_that_loads_from_another_server() {
    check(
        "--- content/a.md\nText\n--- themes/standard/templates/parts/lead.html\n<img src=\"https://x.example/a.png\" alt=\"\"><a href=\"https://x.example\">x</a>\n",
        expect![[r#"
            error[loaded-from-elsewhere]: The page would load https://x.example/a.png from another server, which then learns who reads it
             --> themes/standard/templates/parts/lead.html:1:11
            1 | <img src="https://x.example/a.png" alt=""><a href="https://x.example">x</a>
              |           ^^^^^^^^^^^^^^^^^^^^^^^
              = help: Put the file into the handbook, or link to it
        "#]],
    );
}
