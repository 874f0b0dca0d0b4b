# What the program says besides findings.

severity-error = error
severity-warning = warning
severity-note = note
help = help
nearest = Did you mean `{ $nearest }`?
decimal-separator = .
first-line-here = it first stands here
first-here = it is first used here
changed-here = changed since

type-nothing = nothing
type-flag = yes or no
type-number = a number
type-integer = a whole number
type-text = text
type-list = a list
type-map = a group of `key: value` lines

progress = { $done } of { $total } pages
built = { $pages ->
    [one] Built 1 page in { $seconds } s: { $out }
   *[other] Built { $pages } pages in { $seconds } s: { $out }
}
left-out = { $count ->
    [one] 1 file isn't published, because nothing leads to it
   *[other] { $count } files aren't published, because nothing leads to them
}
checked = { $warnings ->
    [0] Checked { $pages } pages in { $seconds } s: nothing wrong
    [one] Checked { $pages } pages in { $seconds } s: 1 warning
   *[other] Checked { $pages } pages in { $seconds } s: { $warnings } warnings
}
failed = { $errors ->
    [0] { $warnings } warnings, and --strict doesn't allow any: nothing was published
    [one] 1 error: nothing was published
   *[other] { $errors } errors: nothing was published
}
check-failed = { $errors ->
    [0] { $warnings } warnings, and --strict doesn't allow any
    [one] 1 error: like this, the handbook won't be published
   *[other] { $errors } errors: like this, the handbook won't be published
}
more-like-this = and { $count } more like this: { $places }
more-findings = Shown are { $shown } of { $total } findings, all errors first. There are:

no-handbook = There is no handbook in { $folder }. Go to its folder, name it with -C, or begin one with `transferbuch init DIR`
handbooks-below = { $folder } is no handbook, but there is one below it. Go to its folder:
    { $ways }
bare-folder = { $folder } has no handbook.yml. Without one there are only build, watch, check and search; begin a handbook with `transferbuch init DIR`
bare-takes-all = { $count ->
    [one] There is no handbook.yml in { $folder }: all Markdown in it and below becomes the handbook, 1 chapter
   *[other] There is no handbook.yml in { $folder }: all Markdown in it and below becomes the handbook, { $count } chapters
}
bare-ask = Should it be built like this? [y/N]
no-such-chapter = { $nearest ->
    [none] There is no chapter { $path }.
   *[other] There is no chapter { $path }. Did you mean { $nearest }?
}
init-exists = There is a handbook in { $dir } already. Choose another folder
init-in-the-way = { $dir } has a file { $file } already. Choose an empty folder
init-done = Made { $count } files in { $dir }. { $here ->
    [yes] Type
   *[no] Go there (cd { $typed }) and type
}: transferbuch watch --open
    Then the browser shows the handbook while you write
cannot-make-file = { $path } can't be written: { $problem }
add-there = There is a { $path } already. Choose another title
add-unknown-kind = { $nearest ->
    [none] There is no kind { $kind }. Possible are: { $kinds }
   *[other] There is no kind { $kind }. Did you mean { $nearest }? Possible are: { $kinds }
}
add-without-title = Name a title, for example: transferbuch add format "Round table"
add-outside = { $section } leads out of the handbook. Name a section such as `formats`
add-done = Made { $path }
add-summary = One or two sentences that make somebody want to read this.
add-status = Take the line `status: draft` away when the chapter may be published.
add-required = { " " }(required)
add-one-of = One of:
add-some-of = Some of, in [brackets]:
add-records = Entries that begin with a hyphen, each with:
add-flag = yes or no
add-refs = Names of chapters' files without .md, in [brackets].
add-section-kind = The kind of the chapters in it. Without one they are plain pages.
add-section-order = The order of the chapters: the names of their files without .md. Without it they stand from A to Z.
add-section-body = Say here what this section is about.
add-body = Write the text here. Headings begin with ##.
search-no-language = There is no search index for the language { $language }
search-no-query = Type what you search for, such as: transferbuch search meeting
search-lacks = without: { $words }
search-also = Also searched for: { $words }
search-no-file = { $path } can't be read: { $problem }
search-nothing = Nothing found for “{ $query }”
search-unavailable = The search index can't be read ({ $problem }). Build the site again

watch-other-port = Port { $port } is taken, perhaps by another preview. So this one has another address:
watching = See the handbook at { $url } (Ctrl-C ends this)
watch-desk-at = What is to be done is on the review desk: { $url }
watch-port = No port from { $port } on is free: { $problem }. Name another one with --port, or --port 0 for any
watch-polling = { $problem ->
    [none] The system can't watch so many folders: changes show after about a second
   *[other] The system can't watch the folders ({ $problem }): changes show after about a second
}
watch-begun = { $chapters ->
    [one] Read 1 chapter in { $ms } ms
   *[other] Read { $chapters } chapters in { $ms } ms
}
watch-changed = { $count ->
    [one] { $path } after { $ms } ms
   *[other] { $count } files after { $ms } ms
}
watch-findings = { $errors ->
    [0] { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
    [one] { $warnings ->
        [0] 1 error
        [one] 1 error, 1 warning
       *[other] 1 error, { $warnings } warnings
    }
   *[other] { $warnings ->
        [0] { $errors } errors
        [one] { $errors } errors, 1 warning
       *[other] { $errors } errors, { $warnings } warnings
    }
}
watch-clean = All is well
watch-here = { $errors ->
    [one] 1 error on this page
   *[other] { $errors } errors on this page
}
watch-holds-all = { $errors ->
    [one] 1 error holds back all pages
   *[other] { $errors } errors hold back all pages
}
watch-held-back = You see the page as it last was. What you have written since appears as soon as this is mended.
watch-at = { $path }, line { $line }
watch-copy = Copy path
watch-copied = Copied
watch-close = Hide
watch-ended = The program has ended. Once you start it again with “transferbuch watch”, this page shows your changes.
watch-mended = Mended: { $path }: { $problem }
watch-mended-more = { $count ->
    [one] 1 other finding is mended too
   *[other] { $count } other findings are mended too
}
watch-warnings = { $title }. All of them are on the review desk
watch-deleted = { $path } is gone. Near it:
watch-missing = There is no page at this address. Near it:
watch-open = { $word ->
    [yes] Others in your network who know the word can read the handbook, with drafts, findings and the names of your files, at: { $urls }
   *[other] Others in your network can read the handbook, with drafts, findings and the names of your files, at: { $urls }
}
watch-word-alone = Nobody is asked for the word: only this machine can read the handbook. Open it to others with --bind 0.0.0.0
watch-word-empty = The word is empty. Name one, for example --word sunflower
watch-editor = { $editor } needs a terminal and can't be opened from a browser. Name a program with a window of its own, for example --editor code, or one for the terminal too: --editor 'xterm -e { $editor } "{"{"}file{"}"}"'
watch-source = Alt-click on a paragraph opens its place in your editor
watch-desk = Review desk
watch-edit = Open in editor
watch-open-elsewhere = Only who sits at the machine that the program runs on can open the editor.
watch-no-source = This page has no file: the program makes it from the others.
watch-source-gone = { $path } is gone.
watch-choose-editor = What do you want to open { $place } with? Name another program with “transferbuch watch --editor”.
watch-system-editor = The system’s program
watch-editor-failed = “{ $program }” can't be started: { $problem }. Name another program, for example with “transferbuch watch --editor code”.
word-title = This handbook isn't public yet
word-label = The word that you got from its authors
word-enter = Open
word-wrong = That isn't the word. Mind capital and small letters, or ask once more.
watch-no-browser = The browser can't be opened: { $problem }
desk-title = Review desk: { $handbook }
desk-home = To the handbook
desk-as-of = As of { $date }.
desk-outside-asked = Addresses outside were last asked for on { $date }.
desk-outside-never = Addresses outside were never asked for: transferbuch check --external
desk-calendar-link = Reviews that are due, as a calendar (duties.ics)
desk-calendar = Reviews: { $handbook }
desk-calendar-entry = Review: { $title }
desk-nothing = There is nothing to do.
desk-none = There is nothing to do of that.
desk-person = Who
desk-everyone = Everyone
desk-nobody = Nobody in charge
desk-sort = What
desk-everything = Everything
desk-text = In what
desk-line = line { $line }
desk-overdue = The review was due on { $date }
desk-due = The review is due on { $date }
desk-is-draft = The chapter is a draft and isn’t published
desk-is-unlisted = The chapter stands at its address, and nothing leads to it
desk-error = Errors
desk-review = Reviews that are due
desk-search = Searches that fail
desk-outside = Addresses outside
desk-translation = Translations
desk-warning = Warnings
desk-draft = Drafts
desk-unlisted = Unlisted
desk-note = Notes
desk-one-error = Error
desk-one-review = Review
desk-one-search = Search
desk-one-outside = Outside
desk-one-translation = Translation
desk-one-warning = Warning
desk-one-draft = Draft
desk-one-unlisted = Unlisted
desk-one-note = Note
known = { $count ->
    [one] 1 known finding doesn't count
   *[other] { $count } known findings don't count
}
no-baseline = There is no { $path }. Write it with: transferbuch check --baseline { $path } --write-baseline
baseline-unreadable = { $path } can't be read: { $problem }
baseline-written = { $count ->
    [one] 1 finding is known from now on, in { $path }
   *[other] { $count } findings are known from now on, in { $path }
}
baseline-comment = Known findings, written by transferbuch check --write-baseline. Take away what has been mended.
fix-nothing = There is nothing that can be mended by itself
fix-ask = Write { $changes ->
    [one] 1 change
   *[other] { $changes } changes
} to { $files ->
    [one] 1 file
   *[other] { $files } files
}? [y/N]
fix-not-made = Nothing was changed. To write without being asked, add --yes
fix-changed-meanwhile = { $path } has changed meanwhile and stays as it is
fix-made = Wrote { $changes ->
    [one] 1 change
   *[other] { $changes } changes
} to { $files ->
    [one] 1 file
   *[other] { $files } files
}
external-asking = { $asked ->
    [one] Asking for 1 address; { $known } are known
   *[other] Asking for { $asked } addresses; { $known } are known
}
external-progress = { $done } of { $total } addresses
external-no-address = it is misspelled
external-no-host = there is no such host
external-too-slow = it takes too long
external-no-trust = the connection can't be trusted
translate-no-language = The handbook has no language `{ $language }`. Add it under `languages` in handbook.yml
translate-itself = That is the language of the original. Name another: { $languages }
translate-status = Take this line away when everything is translated. Then the chapter is published.
translate-begun = Made { $path }. Translate its text, and then take the line `status: draft` away
translate-done = Noted that { $path } is up to date
translate-current = { $path } is up to date
translate-no-version = { $path } does not say which version of the original it translates. Note it with --done
translate-changed = In the original of { $path } has changed: { $changed }
translations-of = { $language }: { $translated } of { $chapters } chapters translated{ $stale ->
    [0] {""}
    [one] , 1 of them out of date
   *[other] , { $stale } of them out of date
}
theme-ejected = Made { $path }, as the file stands in the standard theme. Yours holds from now on; better take out again what you don't want to change
theme-there = There is a { $path } already
theme-unknown-file = { $nearest ->
    [none] The standard theme has no file { $file }. All are listed by: transferbuch theme list
   *[other] The standard theme has no file { $file }. Did you mean { $nearest }? All are listed by: transferbuch theme list
}
man-unknown = { $nearest ->
    [none] There is no command { $name }.
   *[other] There is no command { $name }. Did you mean { $nearest }?
}
schema-kind-id = What chapters and templates call the kind. Without it, the name of the file.
schema-kind-label = What one chapter of this kind is called, by language.
schema-kind-plural = What several are called, by language.
schema-kind-help = What sort of chapter that is, for those who write them.
schema-kind-colour = The kind's colour on cards and chapters; accent is the handbook's own.
schema-kind-icon = The kind's icon.
schema-kind-card = The fields on cards. Readers choose by them.
schema-kind-glance = The fields at the top of a chapter.
schema-kind-fields = The fields, in the order in which they appear.
schema-kind-finder = Questions by which readers find the chapter that fits: a title, and questions about fields.
schema-kind-remove = Fields that a built-in kind has and this one shall not have.
schema-field-id = What the field is called in front matter: small letters, digits and underscores.
schema-field-type = What goes into it.
schema-field-label = What it is called for readers, by language.
schema-field-help = What one has to know about it while writing.
schema-field-required = Whether every chapter that is published must have it.
schema-field-facet = Whether readers can filter by it in the catalogue.
schema-field-icon = The icon in front of the field.
schema-field-sign = Whether a list tells what speaks for the matter (plus) or against it (minus). Both then stand side by side.
schema-field-unit = The unit behind a number or a range, by language.
schema-field-words = Other words by which the field shall be found, with commas, by language.
schema-field-values = The values that one chooses from.
schema-field-bands = The bands that numbers fall into when readers filter.
schema-field-min = The smallest number that is allowed.
schema-field-max = The largest number that is allowed.
schema-field-fields = The fields of each entry of a list.
schema-field-to = The kind of the chapters that it refers to. Without it, any.
schema-field-inverse = The field of the other kind that says the same from the other side.
schema-field-back_label = What the references are called on the other side, by language.
schema-value-id = What stands in front matter.
schema-value-label = What the value is called for readers, by language.
schema-value-alone = What it is called where the field's name doesn't stand beside it.
schema-value-words = Other words by which it shall be found, with commas, by language.
schema-band-id = What the band is called in addresses.
schema-band-label = What it is called for readers, by language.
schema-band-from = A value belongs to it from here.
schema-band-to = A value belongs to it up to here.
schema-type-text = A line of text.
schema-type-markdown = A text with Markdown, also of several paragraphs.
schema-type-number = A number, such as 1200 or 1.5.
schema-type-range = A range of numbers, such as 15-30, 30+ or up to 15.
schema-type-duration = A duration, such as 2 hours or 1-2 days.
schema-type-date = A day, such as 2026-11-30.
schema-type-url = An address on the web.
schema-type-flag = Yes or no: true or false.
schema-type-choice = One of several values.
schema-type-choices = One or more of several values.
schema-type-list = Several texts, or several entries with fields.
schema-type-steps = Steps with a title, minutes and a description.
schema-type-file = A file beside the chapter.
schema-type-files = Files with a title, a language, and whether they are accessible.
schema-type-ref = Another chapter.
schema-type-refs = Other chapters.
schema-front-matter = What stands at the head of a chapter
schema-front-title = What the chapter is called. Default: its first heading.
schema-front-summary = One or two sentences that make somebody want to read it.
schema-front-kind = The kind of chapter. Default: that of its section.
schema-front-order = Its place among its neighbours, a number; in index.md also the names of the files in their order.
schema-front-status = How far the chapter is. A draft is not published.
schema-front-updated = When it was last changed, such as 2018-06-15.
schema-front-review_by = When somebody should look at it again, such as 2018-06-15.
schema-front-superseded_by = Which chapter takes the place of this one, when it is superseded.
schema-front-authors = Who wrote it.
schema-front-contact = Whom to ask.
schema-front-image = The picture that stands for the chapter in lists, in feeds and with links: its file, what it shows, and who made it.
schema-front-blocks = On the start page: its blocks, in their order.
schema-front-featured = On the start page: the chapter that it shows first.
schema-front-license = Under which licence it is.
schema-front-topics = What it is about.
schema-front-audiences = Whom it is for.
schema-front-synonyms = Other words that it should be found by.
schema-front-sources = What it rests on.
schema-front-aliases = Addresses that it once had.
schema-front-anchors = Anchors that it once had, each with that of the heading that takes its place, or `top`.
schema-front-id = What other chapters call it. Stays when the file moves.
schema-front-open = Fields whose answers nobody knows yet.
schema-handbook-title = The name of the handbook, for all languages or for each.
schema-handbook-description = One sentence about it, for search engines and previews.
schema-handbook-languages = Codes of languages, such as de or en. The first is at the root of the website.
schema-handbook-publish = Files that are published though nothing leads to them, seen from the folder content: `downloads/**`, `CNAME`.
schema-handbook-theme = The looks: standard, or a folder below themes/.
schema-handbook-url = Where the website will be, for search engines and feeds.
schema-handbook-book = The handbook as a book: pdf and epub add it to the website, publisher stands on the title page, paper is the size of the pages and font are the files of the font.
schema-handbook-legal = The pages that the law asks for, as paths from the folder content.
schema-handbook-markdown = What Markdown may hold.
schema-handbook-external = Hosts and beginnings of addresses that check --external does not ask for.
schema-handbook-search = A thesaurus in the form of MyThes (thesaurus), a .dat file beside handbook.yml.
schema-handbook-severity = How bad a finding is: error, warning, note or off.
ci-done = Wrote { $path }. What is left to set is said at its beginning
ci-exists = There is a { $path } already. Take it away to have it written anew
ci-missing = The variable TRANSFERBUCH is missing, which says where the program comes from. What goes into it is told at the beginning of { $path }
ci-github =
    Checks the handbook, publishes its releases with GitHub Pages, and a preview of what comes next.

    Once, in the repository's settings: Pages, Source: GitHub Actions; then Environments, github-pages:
    allow tags `v*` to deploy. And where the program comes from, in two variables (Settings, Secrets and
    variables, Actions, Variables): TRANSFERBUCH is the address of its archive for Linux (*.tar.gz),
    and TRANSFERBUCH_SHA256 the archive's checksum. Or TRANSFERBUCH is what `cargo install`
    takes: `--git ADDRESS --tag v0.1.0`; then it needs no checksum.

    A tag such as v1.2 publishes a release. The branch `website` keeps all releases as they were
    published, in its folder `site`: never change it by hand. The preview of the default branch stands
    beside them, below `-preview/`; as long as there is no release, it is the website.
ci-gitlab =
    Checks the handbook, publishes its releases with GitLab Pages, and a preview of what comes next.

    Once, in the project's settings: CI/CD, Job token permissions: allow Git push requests. And where the
    program comes from, in two variables (Settings, CI/CD, Variables): TRANSFERBUCH is the address of its
    archive for Linux (*.tar.gz), and TRANSFERBUCH_SHA256 the archive's checksum. Or TRANSFERBUCH is what `cargo install` takes: `--git ADDRESS --tag v0.1.0`; then it needs no checksum.
    For a weekly look at addresses outside, add a pipeline schedule.

    A tag such as v1.2 publishes a release. The branch `website` keeps all releases as they were
    published, in its folder `site`: never change it by hand. The preview of the default branch stands
    beside them, below `-preview/`; as long as there is no release, it is the website. Previews of other
    branches are shown with their merge requests.
ci-history = The whole history says when each chapter was changed last.
ci-outside = Once a week: do the addresses outside still answer?
ci-lost = Also that no published address would be lost.
ci-archives = The release gets its archives.
schema-front-translation_of = The chapter that this is a translation of.
schema-handbook-translations = What is asked of the translations into a language.
schema-handbook-images = Pictures that stand for the handbook (logo, preview, icon), and whether each picture needs a credit (credit).
schema-handbook-palette = The colours of pages, light ones and under dark the dark ones.
schema-handbook-feedback = Where feedback goes: an e-mail address, an address on the web or a chapter.
schema-handbook-logos = Logos of partners and funders on the start page: for each a file (file), whose it is (alt) and where it leads (url).
schema-handbook-numbers = Whether sections and chapters have numbers, such as 2.3.
schema-handbook-sign_language = The handbook in sign language: a chapter, or under video a film, as a file or an address on the web.
schema-handbook-authors = Where the names of authors come from if a chapter gives none: front-matter (from nowhere) or git.
schema-handbook-updated = Where the day of the last change comes from if a chapter doesn't say it: front-matter (from nowhere) or git.
schema-handbook-easy_language = What holds for pages in easy language: what it is called (name), and how many words a sentence may have (sentence_words).
explain-unknown = There is no finding { $slug }. `transferbuch explain` lists all
explain-unknown-nearest = There is no finding { $slug }. Did you mean { $nearest }? `transferbuch explain` lists all
released = Published version { $version } in { $onto }: { $new } more on the disk, { $shared } shared with the version before
released-already = Version { $version } is in { $onto } already, just like this
release-no-version = { $version } is no version. Write numbers with dots or hyphens, such as 1.2 or 2026-11
release-today = No chapter says `updated`: version { $version } carries today's date, { $day }. Name another one with --date
release-fixed = Wrote into { $path } where it was

book-written = Wrote { $path }: { $chapters ->
    [one] 1 chapter
   *[other] { $chapters } chapters
}, { $size }, in { $seconds } s
book-without-pdf = This program can't write PDFs. Compile it with `cargo install --path . --features book`, or write an EPUB with --format epub
book-empty = There are no chapters for a book
book-no-language = The handbook has no language { $language }. It has: { $known }
archived = Wrote { $path }
archive-inside = What wasn't published doesn't belong into { $dir }. Name another folder, such as --out archive
internal-failure = error: This is a mistake of transferbuch { $version } itself: { $problem }
    Please report it with this line and, if you can, the file that it was at. Nothing was published.
put-in-order = A publication into { $dir } had been stopped; it is brought to its end
verified = { $files ->
    [one] The one file is as it was published
   *[other] All { $files } files are as they were published
}
verify-failed = { $files ->
    [one] 1 file isn't as it was published
   *[other] { $files } files aren't as they were published
}

verify-way-out = Files that were changed or are missing come back with: transferbuch verify { $dir } --restore ARCHIVE, from an archive of this release as transferbuch archive makes it
restored = { $files ->
    [0] The archive has none of the files as they were published
    [one] Brought back 1 file
   *[other] Brought back { $files } files
}
archive-unreadable = { $path } can't be read as an archive: { $problem }. Name a file that ends with .zip or .tar.gz, made by transferbuch archive, without “offline” in its name

cite-handbook = Please cite this handbook with these details.
changes-new = New
changes-changed = Changed
changes-moved = Moved
changes-withdrawn = Withdrawn or removed

## What can't be read of YAML
yaml-second-document = A second front matter or a second file begins here within the file
yaml-second-document-remedy = Take this line away: --- stands only at the beginning and at the end
yaml-indentation = This line is indented otherwise than those that it belongs to
yaml-indentation-remedy = Indent fields of the same level alike, best by two blanks per level
yaml-list-and-fields = List items and fields are mixed here
yaml-list-and-fields-remedy = Begin each line of the list with `- `, or each with `key: value`
yaml-item-in-text = This line begins like a list item but belongs to the text above it
yaml-item-in-text-remedy = Indent all items of the list alike, or put the whole text in quotes
yaml-bullet = List items begin with a hyphen and a blank here
yaml-bullet-remedy = Write a hyphen and a blank before each item: `- item`
yaml-list-below = The items of a list stand below their field, not behind it
yaml-list-below-remedy = Begin the first item on the next line, indented like the others
yaml-no-colon = This line holds no field: the colon is missing
yaml-no-colon-remedy = Write `key: value`, or indent the line if it belongs to the text above
yaml-no-item = This file is a list, and this line begins no entry
yaml-no-item-remedy = Begin a new entry with `- `, as the others do; if the line belongs to the entry above, indent it
yaml-text-below = This text belongs to the field above and isn't indented
yaml-text-below-remedy = Indent all lines of this text with two blanks
yaml-colon = The blank behind this colon is missing
yaml-colon-remedy = Write `key: value`, with a blank behind the colon
yaml-comma = A comma or a quotation mark is missing in this list in brackets
yaml-comma-remedy = Separate the items by commas, and put texts with signs in quotes: [Language, "Part 1: Start"]
yaml-bracket = This bracket closes none that was opened
yaml-bracket-remedy = Take it away, or put the text in quotes
yaml-escape = In double quotes, a `\` changes the sign behind it
yaml-escape-remedy = Use single quotes: 'C:\Data'
yaml-block = No text may stand behind `|` or `>` on this line
yaml-block-remedy = Begin the text on the next line, indented, or put it in quotes
yaml-behind-quote = The text goes on behind the closing quotation mark
yaml-behind-quote-remedy = Put the whole text in quotes, single ones outside: '"Round table" in the town hall'
yaml-comment = A comment with # cuts the text here
yaml-comment-remedy = Put it in quotes if the # belongs to it, or write the comment on a line of its own before it
yaml-key = The name of a field can't be a list or a group
yaml-key-remedy = Put the text in quotes if the brackets belong to it
yaml-sign = This sign can't stand here in YAML
yaml-sign-remedy = Put the text that it belongs to in quotes, or take it away
yaml-other = From here on this YAML can't be read
yaml-other-remedy = Each line is `key: value`; lists are indented lines that begin with `- `
