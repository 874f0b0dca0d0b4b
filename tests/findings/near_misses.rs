//! What looks like a mistake and is none: for every finding of a check of content, a text that comes
//! close to it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::Handbook;
use crate::support::program::files;

/// By the finding that none of them must give, handbooks as the helper takes them.
const NEAR_MISSES: &[(&str, &str)] = &[
    (
        "address-without-scheme",
        "--- content/a.md\n[a](plan.de.md) [b](www.md) [c](x.org.pdf) [d](https://x.example/www.x.de)\n--- content/plan.de.md\nText\n--- content/www.md\nText\n--- content/x.org.pdf\nx\n",
    ),
    (
        "backslash-in-link",
        "--- content/a.md\n[a](b\\_c.md)\n--- content/b_c.md\nText\n",
    ),
    (
        "bare-address",
        "--- content/a.md\n[www.x.example](https://www.x.example/a), [Amt (https://x.example)](https://x.example), <a@x.example>\n",
    ),
    (
        "chapter-nothing-leads-to",
        "--- kinds/k.yml\nfields: [{id: others, type: refs, to: k}]\n--- content/a.md\nSiehe [b](b.md)\n--- content/b.md\n---\nkind: k\n---\nText\n",
    ),
    (
        "blocks-elsewhere",
        "--- content/index.md\n---\nblocks: [hero]\nfeatured: a\n---\n# S\n--- content/a.md\nA\n",
    ),
    (
        "broken-picture",
        "--- content/a.md\n![Plan](a.svg)\n--- content/a.svg\n<svg/>\n",
    ),
    (
        "drawing-font",
        "--- content/a.md\n![Plan](a.svg)\n--- content/a.svg\n<svg><text font-family=\"Calibri, sans-serif\">x</text></svg>\n",
    ),
    (
        "drawing-left-out",
        "--- content/a.md\n![Plan](a.svg)\n--- content/a.svg\n<svg><metadata>x</metadata><!-- y --><a href=\"https://x.example/\"><use href=\"#z\"/></a></svg>\n",
    ),
    (
        "heavy-picture",
        "--- content/a.md\n![Plan](a.svg) ![Film](b.mp4)\n--- content/a.svg\n<svg/>\n--- content/b.mp4\nx\n--- content/b.vtt\nWEBVTT\n",
    ),
    (
        "picture-in-text",
        "--- content/a.md\n![Plan](data:image/svg+xml;base64,PHN2Zy8+) ![Saal](saal.jpg)\n",
    ),
    (
        "picture-too-small",
        "--- content/a.md\n![Zeichen](a.svg)\n--- content/a.svg\n<svg width=\"9\" height=\"9\"/>\n",
    ),
    (
        "too-many-words",
        "--- content/a.md\nWorte, und noch ein paar.\n",
    ),
    (
        "word-too-long",
        "--- content/a.md\nDonaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen\n",
    ),
    (
        "caption-not-shown",
        "--- content/a.md\n![Plan](a.svg \"Der Plan\")\n\n- Punkt\n\n  ![Plan](a.svg \"Der Plan\")\n\n![Plan](a.svg) Text\n--- content/a.svg\n<svg/>\n",
    ),
    (
        "copy-of-a-file",
        "--- content/kopie.md\nText\n--- content/copy-of-desktop.md\nText\n",
    ),
    (
        "document-tells",
        "--- content/a.md\n[Plan](p.pdf) (PDF, 1 KB)\n--- content/p.pdf\n%PDF\n",
    ),
    (
        "download-without-size",
        "--- content/a.md\n[Plan](p.pdf) (PDF, 1 KB), [Bild](b.png), [b](b.md)\n--- content/p.pdf\nx\n--- content/b.png\nx\n--- content/b.md\nText\n",
    ),
    (
        "empty-link",
        "--- content/a.md\n[oben](#), [weg](?a), [b](./b.md \"Titel\")\n--- content/b.md\nText\n",
    ),
    (
        "heading-level-skipped",
        "--- content/a.md\n# A\n\n## B\n\n### C\n\n## D\n\n### E\n",
    ),
    (
        "image-text-is-file-name",
        "--- content/a.md\n![Logo](Logo.svg) ![Plan der Stadt](plan-der-stadt.png)\n--- content/Logo.svg\n<svg/>\n--- content/plan-der-stadt.png\nx\n",
    ),
    (
        "image-text-says-nothing",
        "--- content/a.md\n![Bild einer Stadt](a.svg) ![-](a.svg) ![Fotografin](a.svg)\n--- content/a.svg\n<svg/>\n",
    ),
    (
        "image-text-too-long",
        "--- content/a.md\n![Ein Satz von zwölf Stühlen im Kreis um ein Plakat, auf dem drei Fragen stehen, die eine Gruppe von Menschen beantwortet hat, deren Zettel in vier Spalten hängen](a.svg)\n--- content/a.svg\n<svg/>\n",
    ),
    (
        "image-without-credit",
        "--- handbook.yml\nimages: {credit: required}\n--- content/a.md\n![-](a.png) ![Plan](a.png \"Abb. 3: © Stadt X\")\n--- content/a.png\nx\n",
    ),
    (
        "image-without-text",
        "--- content/a.md\n![-](a.png) <img src=\"a.png\" alt=\"\"> ![](_b.md)\n--- content/a.png\nx\n--- content/_b.md\nText\n",
    ),
    (
        "include-in-field",
        "--- content/a.md\n---\nkind: lesson\ndirection: mixed\nsituation: \"`![](_b.md)`\"\n---\n![](_b.md)\n--- content/_b.md\nText\n",
    ),
    (
        "legal-page-out-of-reach",
        "--- handbook.yml\nlegal: {imprint: i.md}\n--- content/i.md\nStadt\n--- themes/standard/templates/parts/footer.html\n{% include \"standard/parts/footer.html\" %}\n",
    ),
    (
        "link-outside",
        "--- content/a/b.md\n[oben](../c.md), [Wurzel](/c.md)\n--- content/c.md\nText\n",
    ),
    (
        "link-to-unlisted",
        "--- content/a.md\n---\nstatus: unlisted\n---\n[x](b.md) [y](c.md)\n--- content/b.md\n---\nstatus: unlisted\n---\nText\n--- content/c.md\nText\n",
    ),
    (
        "unlisted-section",
        "--- content/a/b.md\n---\nstatus: unlisted\n---\nText\n",
    ),
    (
        "link-to-draft",
        "--- content/a.md\n[b](b.md)\n--- content/b.md\n---\nstatus: superseded\n---\nText\n",
    ),
    (
        "link-to-own-site",
        "--- handbook.yml\nurl: https://h.example/a\n--- content/a.md\n[x](https://h.example/ab), [y](https://h.example/), <a@h.example>\n",
    ),
    (
        "link-to-part",
        "--- content/a.md\n![](_b.md) [c](c_d.md)\n--- content/_b.md\nText\n--- content/c_d.md\nText\n",
    ),
    (
        "link-to-withheld-file",
        "--- handbook.yml\npublish: [_b/**]\n--- content/a.md\n[x](_b/c.png) ![](_d.md)\n--- content/_b/c.png\nx\n--- content/_d.md\nText\n",
    ),
    (
        "link-without-text",
        "--- content/a.md\n[![Plan](a.png)](b.md), [`x`](b.md)\n--- content/a.png\nx\n--- content/b.md\nText\n",
    ),
    (
        "loaded-from-elsewhere",
        "--- content/a.md\n[x](https://x.example/a.png) `<img src=\"https://x.example/a.png\">`\n--- themes/standard/assets/custom.css\n/* url(https://x.example/a.png) */\n",
    ),
    (
        "long-sentence",
        "--- handbook.yml\nlanguages: [de, de-simple]\neasy_language: {sentence_words: 6}\n--- content/a.md\nHier stehen mehr als sechs Wörter in einem Satz.\n--- content/a.de-simple.md\nAm 3. Mai kommt Dr. Muster. Das ist gut:\n\n- ein Treffen\n- ein Kurs\n",
    ),
    (
        "missing-url",
        "--- handbook.yml\nlegal: {imprint: i.md, privacy: p.md, accessibility: b.md}\n--- content/i.md\n> **Muster.**\n--- content/p.md\nDaten\n--- content/b.md\nText\n",
    ),
    ("missing-legal-page", "--- a.md\nText\n"),
    (
        "misnamed-chapter",
        "--- content/a.md\nText\n--- content/index.md\nText\n--- content/b.indexed.md\nText\n--- content/s/README.md\nText\n",
    ),
    (
        "names-differ-in-case",
        "--- content/Plan.md\nText\n--- content/a/plan.md\nText\n",
    ),
    (
        "unportable-name",
        "--- content/konsole.md\nText\n--- content/com10.md\nText\n--- content/Über uns (alt).md\nText\n",
    ),
    (
        "missing-translation",
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\nText\n--- content/a.en.md\nText\n",
    ),
    (
        "mixed-gender-signs",
        "--- content/a.md\nBürger:innen und Helfer:innen sagen um 10:30 Uhr, *in* Eile:\n\n> Alle Träger*innen\n\n`Kolleg_innen`\n",
    ),
    (
        "never-published",
        "--- content/a.md\n[x](~b.pdf) [y](c#.pdf)\n--- content/~b.pdf\nx\n--- content/c#.pdf\nx\n",
    ),
    (
        "not-a-picture",
        "--- content/a.md\n![Plan](a.SVG) ![Film](b.mp4) ![Ton](c.mp3)\n--- content/a.SVG\n<svg/>\n--- content/b.mp4\nx\n--- content/c.mp3\nx\n",
    ),
    (
        "outdated-successor",
        "--- content/a.md\n---\nsuperseded_by: b\n---\nText\n--- content/b.md\n---\nstatus: reviewed\n---\n[a](a.md)\n",
    ),
    (
        "photo-with-position",
        "--- content/a.md\n![Haus](a.jpg)\n--- content/a.jpg\nGPSLatitude\n",
    ),
    (
        "picture-too-large",
        "--- content/a.md\n![Plan](a.svg)\n--- content/a.svg\n<svg width=\"60000\" height=\"60000\"/>\n",
    ),
    (
        "placeholder-in-legal-page",
        "--- handbook.yml\nurl: https://a.example/\nlegal: {imprint: i.md}\n--- content/i.md\n[Gesetz](a.md), [x] und Musterung\n--- content/a.md\nMustermann\n",
    ),
    (
        "path-on-one-machine",
        "--- content/a.md\n[x](https://10.example/) [y](https://192.169.1.1/) `[z](http://localhost:4000)`\n",
    ),
    (
        "placeholder-left",
        "--- content/a.md\n---\nstatus: draft\n---\nWrite the text here. Headings begin with ##.\n--- content/b.md\nHe wrote:\n\n    Write the text here. Headings begin with ##.\n\nWrite the text here.\n",
    ),
    (
        "relation-in-a-circle",
        "--- content/a.md\n---\nkind: lesson\ndirection: mixed\ncontradicts: [b]\n---\nText\n--- content/b.md\n---\nkind: lesson\ndirection: mixed\ncontradicts: [a]\n---\nText\n",
    ),
    (
        "review-overdue",
        "--- content/a.md\n---\nreview_by: 2026-11-15\n---\nText\n--- content/b.md\n---\nreview_by: 2020-01-01\nsuperseded_by: a\n---\nText\n",
    ),
    (
        "search-not-found",
        "--- search.yml\n- {query: Bürgerversammlung, finds: [a]}\n--- content/a.md\n# Versammlung der Bürger\n",
    ),
    (
        "search-wrongly-found",
        "--- search.yml\n- {query: Quantenphysik, finds: []}\n--- content/a.md\n# Quatsch und Physik\n",
    ),
    (
        "second-title",
        "--- content/a.md\n---\ntitle: Gleich\n---\n# Gleich\n\n```md\n# Kein Titel\n```\n",
    ),
    (
        "stale-translation",
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\n---\nupdated: 2018-06-15\n---\nText\n--- content/a.en.md\n---\ntranslation_of: 2018-06-15\n---\nText\n",
    ),
    (
        "table-without-header",
        "--- content/a.md\n| Monat |  |\n|---|---|\n| Mai | 3 |\n\n<table><tr><th>Mai</th></tr></table>\n",
    ),
    (
        "too-few-translations",
        "--- handbook.yml\nlanguages: [de, en]\ntranslations: {en: {at_least: 50}}\n--- content/a.md\nA\n--- content/a.en.md\nA\n--- content/b.md\nB\n",
    ),
    (
        "unexplained-abbreviation",
        "--- content/a.md\nDie AWO (Arbeiterwohlfahrt), die EU, Kapitel XII, 340 KB als PDF. ALLES IST GUT.\n\n--- content/note.md\nDas ISEK[^1] gilt.\n\n[^1]: Integriertes Konzept der Stadt.\n",
    ),
    (
        "unknown-anchor",
        "--- content/a.md\n[x](#ueber-uns) [y](b.md#eigen)\n\n## Über uns\n--- content/b.md\n## B {#eigen}\n",
    ),
    (
        "unknown-chapter",
        "--- content/a.md\n[ä](b%C3%A4r.md) [c](c/) [b](./bär.md?x#y)\n\n--- content/bär.md\n## y\n--- content/c/index.md\nText\n",
    ),
    (
        "unknown-code-language",
        "--- content/a.md\n```\nx\n```\n\n```yaml\nx: 1\n```\n\n```text\nx\n```\n",
    ),
    (
        "unknown-file",
        "--- content/a.md\n![x](mein%20plan.png) <img src='mein plan.png' alt='x'>\n--- content/mein plan.png\nx\n",
    ),
    (
        "unknown-include",
        "--- content/a/a.md\n![](../_b.md)\n\nText ![](./_c.md)\n--- content/_b.md\n## Teil\n--- content/a/_c.md\nText\n",
    ),
    (
        "unknown-reference",
        "--- content/a.md\n---\nkind: lesson\ndirection: mixed\ncontradicts: [c/b, anders]\n---\n--- content/c/b.md\n---\nkind: lesson\ndirection: mixed\n---\n--- content/d.md\n---\nid: anders\nkind: lesson\ndirection: mixed\n---\n",
    ),
    (
        "unknown-version",
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\nText\n--- content/a.en.md\n---\ntranslation_of: 2018-06-15\n---\nText\n",
    ),
    (
        "unlisted-language",
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\nText\n--- content/a.en.md\nText\n--- content/v1.2.md\nText\n--- content/plan.alt.md\nText\n",
    ),
    (
        "untranslated-paragraph",
        "--- handbook.yml\nlanguages: [de, en]\n--- content/a.md\nWir laden alle ein, die in der Straße wohnen und etwas ändern wollen.\n--- content/a.en.md\nWe invite all who live in the street and want to change something there.\n",
    ),
    (
        "unmarked-language",
        "--- content/a.md\nDas Buch „The Art of Hosting and Harvesting“ ist gut.\n\n<div lang=\"en\">\n\nWe have learned that the people who come to the meetings are not the ones that were invited.\n\n</div>\n",
    ),
    (
        "unsafe-link",
        "--- content/a.md\n[x](mailto:a@x.example) [y](tel:+49) [z](javascript.md)\n--- content/javascript.md\nText\n",
    ),
    (
        "unused-file",
        "--- handbook.yml\npublish: [robots.txt]\n--- content/a.md\n[Plan (PDF, 1 KB)](p.pdf)\n--- content/p.pdf\nx\n--- content/robots.txt\nx\n--- content/b.md\n![Saal](FOTO.jpg) ![Hof](bilder/hof.jpg)\n--- content/foto.jpg\nx\n--- content/hof.jpg\nx\n",
    ),
    (
        "vague-link-text",
        "--- content/a.md\n[Hier steht der Ablauf](b.md), [Mehrgenerationenhaus](b.md)\n--- content/b.md\nText\n",
    ),
    (
        "video-without-captions",
        "--- content/a.md\n<video src=\"f.mp4\"><track kind=\"captions\" src=\"f.vtt\"></video>\n\n![Ein Film](f.mp4)\n--- content/f.mp4\nx\n--- content/f.vtt\nx\n",
    ),
    (
        "wrong-case",
        "--- content/a.md\n[b](B.md) [b](b.md)\n--- content/B.md\nText\n--- content/b.md\nText\n",
    ),
];

#[test]
fn near_misses_are_no_mistakes() {
    let mistaken = |(slug, handbook): &&(&str, &str)| {
        let built = Handbook::new(handbook).review();
        built.slugs().contains(slug)
    };
    let mistaken: Vec<_> = NEAR_MISSES.iter().filter(mistaken).collect();
    assert!(mistaken.is_empty(), "{mistaken:#?}");
}

/// The findings of the checks of content and of links, as their sources declare them.
#[test]
fn every_check_of_content_has_a_near_miss() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources: BTreeMap<String, Vec<u8>> = files(&source).into_iter().collect();
    let of_content = |path: &str| {
        path.starts_with("check/")
            || [
                "link/findings.rs",
                "link/resolve.rs",
                "site/budgets.rs",
                "theme/render/legal.rs",
            ]
            .contains(&path)
    };
    let mut declared = BTreeSet::new();
    for (_, text) in sources.iter().filter(|(path, _)| of_content(path)) {
        let text = std::str::from_utf8(text).unwrap();
        let named = text.split("codes::").skip(1).map(|rest| {
            let ends = |c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '_';
            rest.split(ends)
                .next()
                .unwrap()
                .to_lowercase()
                .replace('_', "-")
        });
        declared.extend(named.filter(|slug| !slug.is_empty()));
    }
    let shown: BTreeSet<String> = NEAR_MISSES
        .iter()
        .map(|(slug, _)| (*slug).to_owned())
        .collect();
    assert_eq!(declared, shown);
}
