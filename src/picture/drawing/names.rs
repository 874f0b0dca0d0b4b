//! What is to be seen in a drawing, by name: all else belongs to the program it was drawn with, or to none.

/// Elements of SVG that browsers show.
const ELEMENTS: &str = "a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap \
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge \
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter \
    foreignObject g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient \
    rect set stop style svg switch symbol text textPath title tspan use view";

/// Elements of HTML that hold nothing but text: some programs write text in drawings with them.
const TEXT_ELEMENTS: &str = "a b big body br caption center code col colgroup dd div dl dt em font h1 h2 h3 h4 \
    h5 h6 hr i img label li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul";

/// Their attributes.
const TEXT_ATTRIBUTES: &str = "align alt bgcolor border cellpadding cellspacing class color colspan dir face \
    height href id lang rowspan size src start style title type valign width";

/// Elements that keep what was never to be seen.
const UNSEEN: &str = "metadata";

/// Elements within which blanks between others are seen.
const WITH_BLANKS: &str = "desc foreignObject style text textPath title tspan";

fn is_one_of(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known == name)
}

pub(super) fn is_element(name: &str) -> bool {
    is_one_of(ELEMENTS, name)
}

pub(super) fn is_text_element(name: &str) -> bool {
    is_one_of(TEXT_ELEMENTS, name)
}

pub(super) fn is_text_attribute(name: &str) -> bool {
    is_one_of(TEXT_ATTRIBUTES, name)
}

pub(super) fn is_unseen(name: &str) -> bool {
    is_one_of(UNSEEN, name)
}

pub(super) fn has_blanks(name: &str) -> bool {
    is_one_of(WITH_BLANKS, name)
}
