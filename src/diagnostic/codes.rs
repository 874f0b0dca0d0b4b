//! Every code, declared once: its slug, its severity, and the arguments of its message.
//!
//! 1. A stage makes a [`Finding`](super::Finding) of one of these and gives the arguments that are declared here.
//! 2. `src/text/*/findings.ftl` has its message and hint in each language, `src/text/*/explanations.md` what
//!    `explain` says. Tests hold all three together.

use super::{ArgType, Code, Severity};

/// Declares codes. `error`, `warning` and `note` are severities that a handbook may change; nothing
/// whole can be published with a `fatal` one, so it can't.
macro_rules! codes {
    ($($name:ident = $level:ident($slug:literal $(, $arg:literal: $ty:ident)*);)*) => {
        $(pub(crate) static $name: Code = Code {
            slug: $slug,
            severity: codes!(@severity $level),
            severity_locked: codes!(@locked $level),
            args: &[$(($arg, ArgType::$ty)),*],
        };)*

        /// All codes, in the order of the table.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
    (@severity error) => { Severity::Error };
    (@severity fatal) => { Severity::Error };
    (@severity warning) => { Severity::Warning };
    (@severity note) => { Severity::Note };
    (@locked fatal) => { true };
    (@locked $level:ident) => { false };
}

/// Whether there is a code with this slug.
pub(crate) fn exists(slug: &str) -> bool {
    ALL.iter().any(|code| code.slug == slug)
}

codes! {
    // YAML
    YAML_SYNTAX = fatal("yaml-syntax", "problem": Message, "remedy": Message);
    YAML_NEEDS_QUOTES = fatal("yaml-needs-quotes", "line": Text, "sign": Text);
    YAML_QUOTE_IN_TEXT = fatal("yaml-quote-in-text", "line": Text);
    YAML_UNCLOSED = fatal("yaml-unclosed");
    YAML_TAB = fatal("yaml-tab");
    YAML_DUPLICATE_KEY = fatal("yaml-duplicate-key", "key": Text);
    YAML_ANCHOR = fatal("yaml-anchor", "line": Text);
    YAML_LIMIT = fatal("yaml-limit");
    TEXT_CUT_OFF = error("text-cut-off", "rest": Text, "line": Text);
    READ_AS_NOTHING = warning("read-as-nothing", "value": Text, "key": Text);
    UNKNOWN_KEY = error("unknown-key", "key": Text);
    WRONG_TYPE = error("wrong-type", "key": Text, "expected": Message, "found": Text);
    MISSING_KEY = error("missing-key", "key": Text);
    SEVERAL_IN_ONE = warning("several-in-one", "key": Text, "value": Text, "list": Text);
    NOT_A_RECORD = error("not-a-record", "key": Text, "value": Text, "first": Text, "rest": Text);
    UNKNOWN_VALUE = error("unknown-value", "value": Text, "key": Text, "allowed": Text);
    // Files
    NOT_UTF8 = error("not-utf8", "encoding": Text);
    NOT_A_TEXT = fatal("not-a-text");
    CONTROL_CHARACTER = warning("control-character");
    UNREADABLE_FILE = error("unreadable-file", "problem": Text);
    TEXT_TOO_LARGE = fatal("text-too-large", "size": Number, "max": Number);
    TOO_MANY_FILES = fatal("too-many-files", "max": Number);
    UNREADABLE_NAME = error("unreadable-name");
    SYMLINK_OUTSIDE = error("symlink-outside");
    SYMLINK_LOOP = error("symlink-loop");
    CANNOT_WRITE = fatal("cannot-write", "problem": Text);
    NO_CHAPTERS = fatal("no-chapters");
    // handbook.yml and kinds
    UNKNOWN_LANGUAGE_CODE = error("unknown-language-code", "code": Text);
    UNKNOWN_SLUG = error("unknown-slug", "slug": Text);
    NOT_A_URL = error("not-a-url", "value": Text, "key": Text);
    INVALID_ID = error("invalid-id", "id": Text);
    FIELD_WITHOUT_VALUES = error("field-without-values");
    DUPLICATE_FIELD = error("duplicate-field", "field": Text);
    UNKNOWN_KIND = error("unknown-kind", "kind": Text, "field": Text);
    UNKNOWN_FIELD = error("unknown-field", "kind": Text, "field": Text, "key": Text);
    // Front matter
    FIELDS_OF_ANOTHER_KIND = error("fields-of-another-kind", "kind": Text, "other": Text);
    EMPTY_TITLE = warning("empty-title");
    MISSING_FIELD = error("missing-field", "kind": Text, "field": Text);
    UNKNOWN_OPEN_FIELD = error("unknown-open-field", "field": Text, "kind": Text);
    OPEN_BUT_FILLED = warning("open-but-filled", "field": Text);
    OUT_OF_BOUNDS = error("out-of-bounds", "key": Text, "value": Text, "bounds": Text);
    NOT_A_DATE = error("not-a-date", "value": Text, "key": Text);
    NOT_A_NUMBER = error("not-a-number", "value": Text, "key": Text);
    NOT_A_RANGE = error("not-a-range", "value": Text, "key": Text);
    NOT_A_DURATION = error("not-a-duration", "value": Text, "key": Text);
    DUPLICATE_ID = error("duplicate-id", "id": Text);
    DUPLICATE_ADDRESS = fatal("duplicate-address", "address": Text);
    RESERVED_ADDRESS = fatal("reserved-address", "address": Text);
    ALIAS_NEEDS_SERVER = note("alias-needs-server");
    UNSERVABLE_ALIAS = warning("unservable-alias");
    UNKNOWN_IN_ORDER = error("unknown-in-order", "name": Text);
    // Relations
    UNKNOWN_REFERENCE = error("unknown-reference", "id": Text);
    AMBIGUOUS_REFERENCE = error("ambiguous-reference", "id": Text, "ids": Text);
    REFERENCE_TO_WRONG_KIND = error("reference-to-wrong-kind", "id": Text, "found": Text, "wanted": Text);
    REFERENCE_TO_ITSELF = error("reference-to-itself", "id": Text);
    // Text
    DUPLICATE_ANCHOR = error("duplicate-anchor", "anchor": Text);
    INCLUDE_CYCLE = error("include-cycle", "path": Text, "max": Number);
    TOO_MANY_INCLUDES = error("too-many-includes", "max": Number, "path": Text);
    UNDEFINED_FOOTNOTE = error("undefined-footnote", "label": Text);
    FOOTNOTE_WITHOUT_COLON = error("footnote-without-colon", "label": Text);
    UNUSED_FOOTNOTE = warning("unused-footnote", "label": Text);
    DUPLICATE_FOOTNOTE = error("duplicate-footnote", "label": Text);
    LEFT_AS_TEXT = warning("left-as-text", "text": Text, "instead": Message);
    CELL_BEYOND_HEAD = error("cell-beyond-head", "text": Text);
    UNUSED_DEFINITION = warning("unused-definition", "text": Text);
    TEXT_NOT_SHOWN = error("text-not-shown", "text": Text);
    WRONG_ITEM_NUMBER = warning("wrong-item-number", "written": Text, "shown": Text);
    UNCLOSED_CODE = error("unclosed-code");
    WORD_TOO_LONG = warning("word-too-long", "count": Number);
    TOO_MANY_WORDS = warning("too-many-words", "count": Number, "max": Number);
    NESTED_TOO_DEEP = error("nested-too-deep", "max": Number);
    HYPHENS_BELOW_PARAGRAPH = warning("hyphens-below-paragraph");
    CODE_WITHIN_WORD = warning("code-within-word");
    INDENTED_PARAGRAPH = warning("indented-paragraph");
    LINES_IN_ONE = warning("lines-in-one", "count": Number);
    LINE_IN_ITEM = warning("line-in-item");
    UNCLOSED_HTML = error("unclosed-html", "tag": Text, "end": Text);
    UNOPENED_HTML = error("unopened-html", "tag": Text);
    MISPLACED_HTML = error("misplaced-html", "tag": Text, "rule": Message);
    FORBIDDEN_HTML = error("forbidden-html", "tag": Text);
    HTML_SWITCHED_OFF = warning("html-switched-off");
    UNKNOWN_CODE_LANGUAGE = warning("unknown-code-language", "language": Text);
    // Links
    EMPTY_LINK = error("empty-link", "target": Text);
    UNKNOWN_CHAPTER = error("unknown-chapter", "target": Text);
    UNKNOWN_FILE = error("unknown-file", "target": Text);
    NOT_A_PICTURE = error("not-a-picture", "target": Text);
    BROKEN_PICTURE = error("broken-picture", "target": Text);
    UNREADABLE_PICTURE = error("unreadable-picture", "problem": Text);
    PICTURE_TOO_LARGE = error("picture-too-large", "target": Text, "megapixels": Number);
    UNKNOWN_INCLUDE = error("unknown-include", "target": Text);
    UNKNOWN_ANCHOR = error("unknown-anchor", "path": Text, "anchor": Text, "target": Text);
    UNKNOWN_FEEDBACK = error("unknown-feedback", "value": Text);
    LINK_TO_DRAFT = error("link-to-draft", "target": Text);
    LINK_TO_UNLISTED = warning("link-to-unlisted", "target": Text);
    UNLISTED_SECTION = error("unlisted-section");
    BLOCKS_ELSEWHERE = warning("blocks-elsewhere", "key": Text);
    LINK_TO_PART = error("link-to-part", "target": Text);
    LINK_TO_WITHHELD_FILE = error("link-to-withheld-file", "target": Text);
    LINK_OUTSIDE = error("link-outside", "target": Text);
    LOADED_FROM_ELSEWHERE = error("loaded-from-elsewhere", "target": Text);
    DRAWING_LEFT_OUT = warning("drawing-left-out", "what": Text);
    UNSAFE_LINK = error("unsafe-link", "target": Text);
    MALFORMED_ADDRESS = error("malformed-address", "target": Text);
    ADDRESS_WITHOUT_SCHEME = error("address-without-scheme", "target": Text);
    PATH_ON_ONE_MACHINE = error("path-on-one-machine", "target": Text);
    BACKSLASH_IN_LINK = error("backslash-in-link", "target": Text);
    // Themes
    UNKNOWN_THEME = error("unknown-theme", "theme": Text);
    THEME_API = error("theme-api", "found": Text, "api": Text);
    THEME_WITHOUT_API = error("theme-without-api", "api": Number);
    UNUSED_THEME_FILE = warning("unused-theme-file", "file": Text);
    TEMPLATE_SYNTAX = fatal("template-syntax", "message": Text, "page": Text);
    TEMPLATE_ERROR = fatal("template-error", "page": Text, "message": Text);
    TEXT_SYNTAX = error("text-syntax", "message": Text);
    // Books
    PROGRAM_WITHOUT_PDF = fatal("program-without-pdf");
    NOT_A_FONT = fatal("not-a-font", "file": Text);
    MISSING_LETTER = fatal("missing-letter", "letter": Text, "number": Text);
    PICTURE_NOT_IN_PDF = fatal("picture-not-in-pdf");
    TABLE_TOO_WIDE = fatal("table-too-wide", "table": Text);
    BOOK_TEMPLATE = fatal("book-template", "message": Text);
    // Target
    TARGET_OVERLAPS_SOURCE = fatal("target-overlaps-source");
    TARGET_IS_SYSTEM_FOLDER = fatal("target-is-system-folder");
    TARGET_NOT_OURS = fatal("target-not-ours", "file": Text);
    TARGET_IS_A_FILE = fatal("target-is-a-file");
    TARGET_LOCKED = fatal("target-locked");
    TARGET_CANNOT_BE_MADE = fatal("target-cannot-be-made", "problem": Text);
    TARGET_IS_A_MOUNT = fatal("target-is-a-mount");
    TARGET_PARENT_NOT_WRITABLE = fatal("target-parent-not-writable", "parent": Text);
    PUBLICATION_UNFINISHED = fatal("publication-unfinished", "problem": Text);
    INTERNAL_ERROR = fatal("internal-error", "problem": Text);
    // Search
    SEARCH_NOT_FOUND = warning("search-not-found", "query": Text, "page": Text, "place": Text, "first": Text);
    SEARCH_WRONGLY_FOUND = warning("search-wrongly-found", "query": Text, "page": Text, "place": Text, "first": Text);
    TOO_MANY_SYNONYMS = warning("too-many-synonyms", "word": Text, "max": Number);
    BROKEN_THESAURUS = warning("broken-thesaurus");
    INCLUDE_IN_FIELD = error("include-in-field");
    FRONT_MATTER_UNCLOSED = fatal("front-matter-unclosed");
    FRONT_MATTER_NOT_FIRST = fatal("front-matter-not-first");
    FRONT_MATTER_FENCE = fatal("front-matter-fence", "line": Text);
    FRONT_MATTER_WITHOUT_FENCE = fatal("front-matter-without-fence");
    FRONT_MATTER_FORMAT = fatal("front-matter-format", "format": Text);
    UNKNOWN_STATUS = fatal("unknown-status", "value": Text, "allowed": Text);
    INLINE_SCRIPT_OR_STYLE = error("inline-script-or-style", "what": Text);
    FIELD_OF_EVERY_CHAPTER = error("field-of-every-chapter", "field": Text);
    // Known findings
    STALE_BASELINE = warning("stale-baseline", "count": Number, "slug": Text, "path": Text);
    // Addresses outside
    EXTERNAL_GONE = error("external-gone", "url": Text, "status": Text);
    EXTERNAL_UNREACHABLE = warning("external-unreachable", "url": Text, "problem": Message);
    EXTERNAL_FAILING = warning("external-failing", "url": Text, "status": Text);
    EXTERNAL_CLOSED = note("external-closed", "url": Text, "status": Text);
    EXTERNAL_ENDLESS = warning("external-endless", "url": Text);
    EXTERNAL_LEADS_ASTRAY = warning("external-leads-astray", "url": Text, "to": Text);
    EXTERNAL_MOVED = warning("external-moved", "url": Text, "to": Text);
    // Languages
    TWO_FILES_FOR_ONE_LANGUAGE = error("two-files-for-one-language", "language": Text, "other": Text);
    TRANSLATION_WITHOUT_ORIGINAL = warning("translation-without-original", "name": Text);
    STALE_TRANSLATION = warning("stale-translation", "path": Text, "changed": Text, "language": Text);
    UNKNOWN_VERSION = error("unknown-version", "path": Text, "language": Text);
    MISSING_TRANSLATION = note("missing-translation", "language": Text, "path": Text);
    TOO_FEW_TRANSLATIONS = error("too-few-translations", "language": Text, "done": Number, "chapters": Number, "percent": Number);
    UNKNOWN_TEXT = warning("unknown-text", "id": Text);
    UNKNOWN_TEXT_ARGUMENT = error("unknown-text-argument", "id": Text, "argument": Text);
    MISSING_TEXTS = warning("missing-texts", "language": Text, "count": Number, "ids": Text, "file": Text);
    // Accessibility
    IMAGE_WITHOUT_TEXT = error("image-without-text", "target": Text);
    IMAGE_TEXT_IS_FILE_NAME = warning("image-text-is-file-name", "text": Text);
    IMAGE_TEXT_SAYS_NOTHING = warning("image-text-says-nothing", "text": Text);
    IMAGE_TEXT_TOO_LONG = warning("image-text-too-long", "count": Number);
    HEADING_LEVEL_SKIPPED = warning("heading-level-skipped", "found": Text, "wanted": Text);
    SECOND_TITLE = warning("second-title", "written": Text);
    TABLE_WITHOUT_HEADER = warning("table-without-header");
    LINK_WITHOUT_TEXT = error("link-without-text", "target": Text);
    VAGUE_LINK_TEXT = warning("vague-link-text", "text": Text);
    BARE_ADDRESS = warning("bare-address", "text": Text);
    DOWNLOAD_WITHOUT_SIZE = warning("download-without-size", "missing": Text, "text": Text);
    VIDEO_WITHOUT_CAPTIONS = warning("video-without-captions");
    UNTRANSLATED_PARAGRAPH = warning("untranslated-paragraph", "language": Text);
    UNMARKED_LANGUAGE = warning("unmarked-language", "language": Text);
    // Rights
    PICTURE_IN_TEXT = warning("picture-in-text", "size": Text);
    HEAVY_PICTURE = warning("heavy-picture", "target": Text, "size": Text);
    PICTURE_TOO_SMALL = warning("picture-too-small", "target": Text, "width": Number, "wanted": Number);
    DRAWING_FONT = warning("drawing-font", "fonts": Text);
    PHOTO_WITH_POSITION = warning("photo-with-position", "path": Text);
    DOCUMENT_TELLS = warning("document-tells", "what": Text);
    IMAGE_WITHOUT_CREDIT = warning("image-without-credit", "target": Text);
    CAPTION_NOT_SHOWN = warning("caption-not-shown");
    // Language
    MIXED_GENDER_SIGNS = warning("mixed-gender-signs", "found": Text, "count": Number, "usual": Text, "usual_count": Number);
    UNEXPLAINED_ABBREVIATION = warning("unexplained-abbreviation", "word": Text, "count": Number);
    LONG_SENTENCE = warning("long-sentence", "words": Number, "max": Number);
    // Order
    WRONG_CASE = error("wrong-case", "target": Text, "found": Text);
    LINK_TO_OWN_SITE = warning("link-to-own-site", "target": Text);
    CHAPTER_NOTHING_LEADS_TO = warning("chapter-nothing-leads-to");
    UNUSED_FILE = warning("unused-file", "link": Text, "picture": Text);
    NEVER_PUBLISHED = note("never-published", "reason": Message, "count": Number);
    COPY_OF_A_FILE = warning("copy-of-a-file");
    MISNAMED_CHAPTER = error("misnamed-chapter", "name": Text);
    UNLISTED_LANGUAGE = warning("unlisted-language", "language": Text, "name": Text);
    SAME_NAME_TWICE = error("same-name-twice");
    UNPORTABLE_NAME = warning("unportable-name", "name": Text);
    NAMES_DIFFER_IN_CASE = warning("names-differ-in-case", "other": Text);
    RELATION_IN_A_CIRCLE = error("relation-in-a-circle", "field": Text, "other": Text);
    OUTDATED_SUCCESSOR = warning("outdated-successor", "other": Text, "field": Text);
    REVIEW_OVERDUE = warning("review-overdue", "date": Text);
    // Legal pages
    MISSING_URL = note("missing-url");
    MISSING_LEGAL_PAGE = error("missing-legal-page", "page": Text);
    LEGAL_PAGE_OUT_OF_REACH = error("legal-page-out-of-reach", "page": Text);
    PLACEHOLDER_IN_LEGAL_PAGE = warning("placeholder-in-legal-page", "text": Text);
    PLACEHOLDER_LEFT = warning("placeholder-left", "text": Text);
    NOT_A_COLOUR = error("not-a-colour", "value": Text);
    LOW_CONTRAST = error("low-contrast", "key": Text, "value": Text, "ground": Text, "against": Text, "ratio": Number, "least": Number);
    // Releases
    LOST_ADDRESS = fatal("lost-address", "address": Text, "title": Text, "alias": Text, "version": Text);
    LOST_ANCHOR = fatal("lost-anchor", "anchor": Text, "present": Text, "version": Text);
    TARGET_HOLDS_RELEASES = fatal("target-holds-releases");
    VERSION_EXISTS = fatal("version-exists", "version": Text);
    VERSION_LOWER = fatal("version-lower", "version": Text, "highest": Text);
    NO_CURRENT_VERSION = fatal("no-current-version");
    CANNOT_RELEASE = fatal("cannot-release", "problem": Text);
    NOT_PUBLISHED = fatal("not-published");
    MANIFEST_FORMAT = fatal("manifest-format", "format": Text);
    TREE_CHANGED = fatal("tree-changed", "file": Text);
    TREE_LACKS_FILE = fatal("tree-lacks-file", "file": Text);
    TREE_FOREIGN_FILE = fatal("tree-foreign-file", "file": Text);
    EDITION_IS_A_LINK = fatal("edition-is-a-link", "target": Text);
}
