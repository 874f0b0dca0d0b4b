use super::*;

fn read(text: &str) -> (Dimensions, Drawing) {
    drawing(text.as_bytes().to_vec()).unwrap()
}

fn size(text: &str) -> (u32, u32) {
    let size = read(text).0;
    (size.width, size.height)
}

/// What is published of what stands in a drawing.
fn kept(within: &str) -> String {
    let around = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>";
    let (_, drawing) = read(&format!("{around}{within}</svg>"));
    let (_, kept) = drawing.text.split_once('>').unwrap();
    kept.trim_end().strip_suffix("</svg>").unwrap().to_owned()
}

#[test]
fn a_drawing_has_the_size_that_it_names_or_that_of_its_view() {
    assert_eq!(
        size("<?xml version='1.0'?>\n<svg width='72' height=\"36px\"/>"),
        (72, 36)
    );
    assert_eq!(size("<svg viewBox=\"0 0 720.4 360\"/>"), (720, 360));
    assert_eq!(
        size("<svg width='100%' height='100%' viewBox='0,0,7,3'/>"),
        (7, 3)
    );
    assert_eq!(
        size("<svg width='210mm' height='297mm' viewBox='0 0 210 297'/>"),
        (794, 1123)
    );
    assert_eq!(size("<svg width='70' viewBox='0 0 7 3'/>"), (70, 30));
    assert_eq!(size("<svg stroke-width='2' height='3'/>"), (300, 3));
    assert_eq!(size("<svg width='-1' height='1e99'/>"), (300, 100_000));
    assert_eq!(size("<svg/>"), (300, 150));
    // What depends on the place, or is missing, is said.
    let text = read("<svg width='100%' height='50%' viewBox='0 0 7 3'/>")
        .1
        .text;
    assert!(
        text.contains(" width=\"7\" height=\"3\" viewBox=\"0 0 7 3\""),
        "{text}"
    );
    // Without a view a browser would cut it off where it is made smaller.
    let text = read("<svg width='72' height='36'/>").1.text;
    assert!(text.contains(" viewBox=\"0 0 72 36\""), "{text}");
}

#[test]
fn what_is_seen_stays() {
    let seen = "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#f00\"/></linearGradient></defs>\
        <g fill=\"url(&quot;#a&quot;)\" style=\"stroke:#000\"><path d=\"M0 0\"/></g>\
        <text xml:space=\"preserve\"><tspan>Markt</tspan> <tspan>&amp; &lt;Turm></tspan></text><use xlink:href=\"#a\"/>\
        <a href=\"https://a.example/\"><circle r=\"1\"/></a><title>Plan</title>";
    assert_eq!(kept(seen), seen.replace("Turm>", "Turm&gt;"));
    let within = "<switch><foreignObject><div xmlns=\"http://www.w3.org/1999/xhtml\" style=\"color:#111\">Am <b>Markt</b></div></foreignObject></switch>";
    assert_eq!(kept(within), within);
}

#[test]
fn what_would_run_or_load_or_tell_goes() {
    for (within, left) in [
        ("<script>alert(1)</script>", ""),
        ("<g onclick='alert(1)' ONLOAD='x'/>", "<g/>"),
        ("<g x𝄞='1' é='2'/>", "<g x𝄞=\"1\" é=\"2\"/>"),
        ("<a href=' java&#10;script:alert(1)'/>", "<a/>"),
        ("<a xlink:href='data:text/html,x'/>", "<a/>"),
        (
            "<a><set attributeName='href' to='javascript:x'/></a>",
            "<a></a>",
        ),
        ("<image href='https://a.example/x.png'/>", "<image/>"),
        (
            "<image href='plan.png'/><use xlink:href='//a.example/x.svg#y'/>",
            "<image/><use/>",
        ),
        (
            "<rect fill='url(https://a.example/x)'/>",
            "<rect fill=\"none\"/>",
        ),
        (
            "<rect style='fill:u\\72l(https://a.example/x)'/>",
            "<rect style=\"\"/>",
        ),
        (
            "<style>@import 'https://a.example/x.css'; a{fill:url( \"//b.example\" )}</style>",
            "<style>a{fill:none}</style>",
        ),
        (
            "<style>a{b:image-set('x.png' 1x)}/* Anna */</style>",
            "<style>a{b:none}</style>",
        ),
        (
            "<style><![CDATA[a::after{content:\"</style><script>\"}]]></style>",
            "<style>a::after{content:&quot;&lt;/style&gt;&lt;script&gt;&quot;}</style>",
        ),
        (
            "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/></foreignObject>",
            "<foreignObject></foreignObject>",
        ),
        (
            "<foreignObject><img xmlns='http://www.w3.org/1999/xhtml' src='https://a.example/x' onerror='y'/></foreignObject>",
            "<foreignObject><img xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
        ),
        (
            "<!-- Anna --><metadata><a>Anna</a></metadata><x:y xmlns:x='http://a.example/'>Anna</x:y>",
            "",
        ),
        (
            "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='Anna' xml:base='https://a.example/'/>",
            "<g/>",
        ),
        (
            "<foreignObject requiredExtensions='http://ns.adobe.com/x'>Anna</foreignObject>",
            "",
        ),
    ] {
        assert_eq!(kept(within), left, "{within}");
    }
    let (_, told) = read(
        "<svg><script/><g onclick='x'/><metadata>x</metadata><!-- y --><image href='a.png'/></svg>",
    );
    assert_eq!(told.left_out, ["<script>", "onclick", "a.png"]);
    let whole = read("<svg content='&lt;mxfile>' viewBox='0 0 1 1'/>")
        .1
        .text;
    assert!(!whole.contains("mxfile"), "{whole}");
}

#[test]
fn colours_of_the_text_around_are_light_on_a_dark_page() {
    let has_rule = |text: &str| read(text).1.text.contains("prefers-color-scheme:dark");
    assert!(has_rule("<svg stroke='currentColor'/>"));
    assert!(has_rule("<svg><style>a{fill:currentcolor}</style></svg>"));
    assert!(
        !has_rule("<svg stroke='#000'/>") && !has_rule("<svg color='red' stroke='currentColor'/>")
    );
}

#[test]
fn fonts_that_few_have_are_told_where_there_is_text() {
    let fonts = |within: &str| read(&format!("<svg>{within}</svg>")).1.fonts;
    assert_eq!(
        fonts(
            "<style>a{font-family:'My Font'}</style><g font-family=\"Calibri, Arial\" style=\"font-family: Brand\"><text>x</text></g>"
        ),
        ["Arial", "Brand", "Calibri", "My Font"]
    );
    assert!(fonts("<text font-family='Calibri, sans-serif'>x</text>").is_empty());
    assert!(fonts("<path font-family='Calibri'/>").is_empty());
}

#[test]
fn entities_may_stand_for_names_but_not_for_libraries() {
    let adobe = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\" [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]>\
        <svg xmlns=\"&ns_svg;\"><path/></svg>";
    assert!(read(adobe).1.text.contains("<path/>"));
    let nested = "<!DOCTYPE svg [<!ENTITY a 'xxxx'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>";
    let long = format!(
        "<!DOCTYPE svg [<!ENTITY a '{}'>]><svg><text>{}</text></svg>",
        "x".repeat(10_000),
        "&a;".repeat(10_000)
    );
    for bomb in [nested, &long] {
        assert_eq!(drawing(bomb.as_bytes().to_vec()), Err(Problem::TooLarge));
    }
    let deep = format!("<svg>{}{}</svg>", "<g>".repeat(5000), "</g>".repeat(5000));
    assert_eq!(drawing(deep.into_bytes()), Err(Problem::TooLarge));
    for broken in [
        "",
        "<svg",
        "<p/>",
        "<svg>&nbsp;</svg>",
        "<svg xlink:href='#a'/>",
    ] {
        assert!(drawing(broken.as_bytes().to_vec()).is_err(), "{broken}");
    }
}

#[test]
fn a_drawing_that_was_cleaned_stays_as_it_is() {
    let text = "<svg stroke='currentColor' width='7mm'><text x='1'>a\t&amp;b</text><style>a{b:url(#c)}</style></svg>";
    let once = read(text).1.text;
    let again = read(&once).1;
    assert_eq!(again.text.matches("prefers").count(), 2);
    assert_eq!(
        again.text.replacen(
            "<style>@media (prefers-color-scheme:dark){:root{color:#e4eaeb}}</style>",
            "",
            1
        ),
        once
    );
    assert!(again.left_out.is_empty());
}
