# What is wrong, and under `hint` what to do. The id is the finding's slug.

## YAML
yaml-syntax = { $problem }
    .hint = { $remedy }
yaml-needs-quotes = This text belongs in quotes because “{ $sign }” stands in it
    .hint = Write: { $line }
yaml-quote-in-text = The text goes on behind the closing quotation mark
    .hint = Write: { $line }
yaml-unclosed = A quotation mark or bracket is opened here and never closed
    .hint = Close it on the same line
yaml-tab = This line is indented with a tab
    .hint = Use blanks: YAML doesn't allow tabs
yaml-duplicate-key = `{ $key }` stands here twice
    .hint = Keep one of the two lines
yaml-anchor = `&` and `*` at the beginning of a value mean something else in YAML, and can't be used here
    .hint = If the sign belongs to the text, write: { $line }
yaml-limit = This YAML is nested too deeply or is too large
    .hint = Take levels away
text-cut-off = The text ends here: { $rest } counts as a comment in YAML and doesn't appear
    .hint = If it belongs to the text, put all of it in quotes: { $line }. A comment belongs on a line of its own
read-as-nothing = `{ $value }` means “nothing” in YAML; `{ $key }` stays empty
    .hint = Write nothing behind the colon, or "{ $value }" if that is the text
unknown-key = There is no field `{ $key }`
    .hint = Correct the name, or take the line away
wrong-type = `{ $key }` should be { $expected }, and is { $found }
    .hint = Write { $expected } here
missing-key = `{ $key }` is missing
    .hint = Write `{ $key }: …` here, with what is to stand there in place of the dots
several-in-one = `{ $value }` counts as a single entry here
    .hint = If there are several, write { $list }; if it is one, put it in quotes
not-a-record = `{ $key }` has entries with several values each, and `{ $value }` is none
    .hint = Each entry begins with a hyphen: `- ` and { $first }; below it, indented two blanks more than the hyphen: { $rest }
unknown-value = `{ $value }` is no value of `{ $key }`
    .hint = Possible values: { $allowed }

## Files
not-utf8 = This file is written in { $encoding }, not in UTF-8
    .hint = Open it in your editor and save it with the encoding UTF-8
control-character = Here stands a control character that no page may hold
    .hint = Delete it; the page shows a blank instead
not-a-text = This file ends like a text, but is none
    .hint = Give it its right ending, or move it out of the content
unreadable-file = This file can't be read: { $problem }
    .hint = Check its permissions, or move it out of the content
unreadable-name = The name of this file can't be used
    .hint = Rename it with letters, digits and hyphens
symlink-outside = This link leads out of the handbook, or nowhere, and isn't followed
    .hint = Put a copy of the file in its place
symlink-loop = This link leads back into itself
    .hint = Take it away
cannot-write = This file can't be written: { $problem }
    .hint = Check the space on the disk and your permissions
no-chapters = There is no chapter here
    .hint = Add a Markdown file, such as `index.md`

## handbook.yml and kinds
unknown-language-code = `{ $code }` is no language code
    .hint = Write a code such as `de`, `en` or `uk`
unknown-slug = There is no finding `{ $slug }`
    .hint = Take the name from square brackets of a finding: `error[unknown-key]`
not-a-url = `{ $value }` is no address on the web
    .hint = Begin it with https://
invalid-id = `{ $id }` can't be the name of a field
    .hint = Use small letters, digits and underscores, such as `lead_time`
field-without-values = A field of this type needs `values`
    .hint = Add a line such as `values: [low, high]`
duplicate-field = The field `{ $field }` is declared twice
    .hint = Keep one of the two
unknown-kind = There is no kind `{ $kind }`
    .hint = Correct the name, or declare the kind in `kinds/{ $kind }.yml`
unknown-field = The kind `{ $kind }` has no field `{ $field }`
    .hint = Correct the name

## Front matter
fields-of-another-kind = The fields here belong to the kind `{ $other }`; in this folder a chapter without `kind` is of the kind `{ $kind }`
    .hint = Write a line `kind: { $other }` into the front matter
empty-title = There is nothing behind `title`, so the page is called like its file
    .hint = Write the title behind it, for example `title: Round table`
missing-field = A chapter of the kind `{ $kind }` needs the field `{ $field }`
    .hint = Write `{ $field }: …`, or `open: [{ $field }]` if the answer isn't known
unknown-open-field = `open` names `{ $field }`, which is no field of the kind `{ $kind }`
    .hint = Correct the name
open-but-filled = `{ $field }` is filled in, so it is not open
    .hint = Take it out of `open`
out-of-bounds = `{ $key }` should be a number within { $bounds }, and is `{ $value }`
    .hint = Write a number within { $bounds }
not-a-date = `{ $value }` is no date
    .hint = Write year, month and day: 2018-06-15
not-a-number = `{ $value }` is no number
    .hint = Write just the number: 12, 1.5 or 15000
not-a-range = `{ $value }` is no number and no range
    .hint = Write 12, 15-30, up to 15 or from 30
not-a-duration = `{ $value }` is no length of time
    .hint = Write 90 minutes, 2 hours, 1.5 days or 2-3 weeks
duplicate-id = Another chapter has the id `{ $id }` already
    .hint = Give one of the two another `id`
duplicate-address = Something else is published at { $address } already
    .hint = Rename one of the two files
reserved-address = { $address } is the address of a page that the program makes
    .hint = Rename the file
alias-needs-server = At this address no page can lead on, only a server
    .hint = Set up the redirects on the server: the lists are called `_redirects` and `redirects.nginx.map`
unservable-alias = Nothing can lead on from this address
    .hint = Write the way from the first page of the handbook, without `#` and without a server: `folder/old.html`
unknown-in-order = There is no chapter and no folder `{ $name }` here
    .hint = `order` takes names of files and folders without `.md`

## Relations
unknown-reference = There is no chapter `{ $id }`
    .hint = Write the name of the chapter's file without `.md`, or its `id`; where there is none, leave the field empty
ambiguous-reference = `{ $id }` may mean several chapters
    .hint = Write one of them in full: { $ids }
reference-to-wrong-kind = `{ $id }` is of the kind `{ $found }`, and should be `{ $wanted }`
    .hint = Name a chapter of the kind `{ $wanted }`
reference-to-itself = `{ $id }` is this chapter itself
    .hint = Take it away

## Text
duplicate-anchor = The anchor `{ $anchor }` is set twice on this page
    .hint = Change one of the two `{"{"}#{ $anchor }{"}"}`
include-cycle = { $path } is put in here, and puts this text in itself
    .hint = Take one of the two away
too-many-includes = This page puts in more than { $max } texts
    .hint = Link to them instead
undefined-footnote = The footnote `[^{ $label }]` has no text
    .hint = Add a line `[^{ $label }]: …` at the end
footnote-without-colon = The footnote `[^{ $label }]` lacks its colon, and so is shown here as text
    .hint = Write `[^{ $label }]: ` before its text
unused-footnote = Nothing refers to the footnote `[^{ $label }]`
    .hint = Put `[^{ $label }]` where it belongs, or take the footnote away
duplicate-footnote = The footnote `[^{ $label }]` has a text already, and only the first is shown
    .hint = Give it another name, or remove it
left-as-text = `{ $text }` is shown like this on the page, with all its signs
    .hint = { $instead }
cell-beyond-head = `{ $text }` stands beside the table: its head has fewer columns
    .hint = Add a column above, or write a vertical bar in the text as `\|`
unused-definition = `{ $text }` is shown nowhere: this is how targets of links are written, and no link names it
    .hint = If it is text, write `\[` instead of `[`; otherwise remove it
text-not-shown = `{ $text }` would be lost on the page
    .hint = Write it as text, without signs that Markdown reads otherwise
wrong-item-number = Here stands { $written }, and the page would show { $shown }
    .hint = Count on in lists, or write `{ $written }\.` if it is no list
unclosed-code = This code doesn't end: all that follows is shown as code
    .hint = End it with a line of the same signs that it begins with
hyphens-below-paragraph = These hyphens make a heading of the paragraph above
    .hint = If a line is meant, leave an empty line above it
code-within-word = This tick begins code in the middle of a word
    .hint = Write `'` for an apostrophe; before code stands a blank
indented-paragraph = Four blanks or a tab at the beginning make code of this paragraph
    .hint = Take away what stands before the first word; if it is code, put a line with ``` above and below it
lines-in-one = These { $count } lines stand in one on the page
    .hint = If they are to stay lines, end each but the last with a backslash: \. If they are paragraphs, leave a line empty between them; if they are items of a list, begin each with a hyphen and a blank
line-in-item = This line is part of the item above it
    .hint = If it is to stand alone, leave a line empty before it; if it is part of the item, move it in by two blanks
unclosed-html = `{ $tag }` doesn't end where it must
    .hint = Put `{ $end }` where it ends: in the same paragraph or block, and before the end of all that it stands in
unopened-html = `{ $tag }` ends nothing: nothing has begun before it in the same paragraph or block
    .hint = Remove it, or put the beginning before it
misplaced-html = `{ $tag }` can't stand here
    .hint = { $rule }
forbidden-html = `{ $tag }` belongs to the frame of the page, not to a text; it is left out
    .hint = Remove it; title, language and the like stand in the front matter and in handbook.yml
html-switched-off = HTML is switched off in this handbook and shows as text
    .hint = Write Markdown instead, or set `raw_html: true` under `markdown` in handbook.yml
unknown-code-language = There are no colours for code in `{ $language }`
    .hint = Correct the language, or write `text`

## Links
empty-link = This link leads nowhere
    .hint = Put the file of a chapter in the parentheses
unknown-chapter = There is no chapter at { $target }
    .hint = Correct the path from this file to that of the chapter, begin one (transferbuch add), or take the link away
unknown-file = There is no file at { $target }
    .hint = Put the file beside the chapter and write its name
not-a-picture = { $target } is no image that a browser can show
    .hint = Save a photo as JPG; link to anything else: `[text](file.pdf)`, without an exclamation mark before it
broken-picture = { $target } is empty or broken: the page would stay empty in this place
    .hint = Save the image once more, with the ending that suits its sort
unreadable-picture = This picture can't be read: { $problem }
    .hint = Save the picture once more as JPEG or PNG in an image editor
picture-too-large = { $target } has { $megapixels } million pixels: no browser shows a picture of that size
    .hint = Make the picture smaller in an image editor; a width of 4000 pixels is enough for any screen
unknown-include = There is no text at { $target } to put in here
    .hint = Write the way from this file to the text's
unknown-anchor = { $path } has no heading `{ $anchor }`
    .hint = Correct the part behind the #, or set it there with `{"{"}#{ $anchor }{"}"}`
link-to-draft = { $target } is a draft, which isn't published
    .hint = Take the link away, or the line `status: draft` in { $target }
link-to-unlisted = { $target } is unlisted, and this link leads to it
    .hint = Take the link away, or in { $target } the line `status: unlisted`
unlisted-section = A section can’t be unlisted: the list of its chapters would stay
    .hint = Write `status: unlisted` into the chapters of the section
blocks-elsewhere = `{ $key }` holds on the start page only
    .hint = Take the line away, or write it into `index.md` in the content folder
link-to-part = { $target } is only put into other texts and has no page
    .hint = Link to a chapter that has it, or take the _ from its name
link-to-withheld-file = { $target } isn't published: the name of the file or its folder says so
    .hint = Give it a name without `_` or `.` in front, or name it under `publish` in handbook.yml
link-outside = { $target } leads out of the handbook
    .hint = Put the file into the handbook
loaded-from-elsewhere = The page would load { $target } from another server, which then learns who reads it
    .hint = Put the file into the handbook, or link to it
drawing-left-out = A part of this drawing isn't published: { $what }
    .hint = Draw it so that it stands by itself: without scripts, and with pictures in it instead of links to them
unsafe-link = A link must not run a program
    .hint = Link to a page or a file
malformed-address = { $target } is no address that a browser could open
    .hint = Addresses on the web begin with `https://`, those of mails with `mailto:`, phone numbers with `tel:`
unknown-feedback = `{ $value }` is neither an e-mail address nor a page
    .hint = Write an address such as `handbook@town.example`, one on the web with `https://`, or the file of a chapter
address-without-scheme = { $target } leads to a file of that name, which doesn't exist: the address lacks its beginning
    .hint = Write `https://` before addresses on the web, `mailto:` before those of mails
path-on-one-machine = { $target } is on a single machine or in an internal network
    .hint = Put the file into the handbook, and link to it with the way from this chapter
backslash-in-link = There are backslashes in { $target }
    .hint = Write `/` between folders

## Themes
unknown-theme = There is no theme `{ $theme }`
    .hint = Write `theme: standard`, or make the folder themes/{ $theme }
theme-api = This theme was made for version { $found } of the templates; this program has version { $api }
    .hint = Adapt its templates and write `api: { $api }`
theme-without-api = This theme has templates and doesn't say which version they were made for
    .hint = Add a file theme.yml with a line `api: { $api }`
unused-theme-file = Nothing uses this file of the theme: { $file }
    .hint = Correct its name, or take it away. `transferbuch theme list` tells all names
template-syntax = This template can't be read: { $message }
    .hint = See themes/README.md for what a template can do
template-error = This template fails at { $page }: { $message }
    .hint = `transferbuch context { $page }` shows what the template gets
text-syntax = This text can't be read: { $message }
    .hint = Each line is `name = text`; further lines are indented

## Books
program-without-pdf = The handbook is to have a PDF, but this program can't write one
    .hint = Compile the program with `cargo install --path . --features book`, or take away `pdf: true` below `book`
not-a-font = { $file } is no font that a PDF can hold
    .hint = Name files in TrueType or OpenType (.ttf, .otf), seen from the handbook's folder
missing-letter = The PDF has no font for “{ $letter }” ({ $number })
    .hint = Write the sign in words, or name a font that has it below `book: font`
picture-not-in-pdf = A PDF can't hold this picture
    .hint = Save the picture in an image editor as PNG, or as JPEG in RGB colours
table-too-wide = This table is wider than any page of the PDF: “{ $table }”
    .hint = Divide the table, shorten long words, or use `paper: a4`
book-template = This template of the PDF fails: { $message }
    .hint = themes/README.md says what a template gets

## Target
target-overlaps-source = This folder holds the handbook, and can't hold the site as well
    .hint = Choose another with --out, such as --out public
target-is-system-folder = A site can't replace this folder
    .hint = Choose another with --out, such as --out public
target-not-ours = This folder holds { $file }, which isn't part of a site that was built here
    .hint = Choose an empty folder with --out, or move the file away
target-is-a-file = There is a file in the place of the site's folder
    .hint = Choose another name with --out
target-locked = Another build is writing to this folder
    .hint = Wait until it is done
target-cannot-be-made = This folder can't be written: { $problem }
    .hint = Choose another with --out, or check the space and your permissions
target-is-a-mount = This folder is mounted here, so it can't be exchanged for the new site
    .hint = Name a folder in it, or add --in-place: the new files then take the place of the old ones one by one
target-parent-not-writable = Nothing can be made in { $parent }, so the new site can't take this folder's place in one step
    .hint = Ask for the right to write there, name a folder in this one, or add --in-place: the new files then take the place of the old ones one by one
publication-unfinished = A build or a release was stopped here, and what it left can't be put in order: { $problem }
    .hint = Mend that and start it again, or `transferbuch verify` as someone who may write here and in the folder around: both go on where it ended
text-too-large = This text has { $size } MB, and texts of more than { $max } MB aren't read
    .hint = Divide it into chapters, or take it away if it is no text
too-many-files = There are more than { $max } files, and this folder isn't read to its end
    .hint = Take away what isn't part of the handbook, or name its folder with -C
word-too-long = This word has { $count } letters: the search leaves it out
    .hint = Take it away if it is no text, or put it into a file beside the chapter
too-many-words = This text has { $count } different words, more than { $max }: no reader looks through it
    .hint = Divide it into chapters, or put data into a file beside the chapter
nested-too-deep = Quotes, lists and markup stand in each other more than { $max } deep here
    .hint = Begin a paragraph or a chapter of its own
internal-error = The program itself fails at this file: { $problem }
    .hint = This is its mistake, not yours: please report it with this line and the file. The preview goes on without the file

## Search
search-not-found = The query “{ $query }” should find { $page } among the first three, and finds it at place { $place }; first is { $first }
    .hint = Use the reader's word in the chapter, add it under `synonyms` there, or take the query away
search-wrongly-found = The query “{ $query }” should not find { $page }, and finds it at place { $place }
    .hint = Take the word out of the chapter or its `synonyms`, or take the query away
too-many-synonyms = There are too many synonyms here: the search takes { $max } at most for a word. “{ $word }”, and whatever else goes beyond that, doesn't count
    .hint = Leave only words in the group that mean the same
broken-thesaurus = This line is none of a thesaurus in the form of MyThes
    .hint = Take the file th_….dat that comes with LibreOffice or a package mythes-…, as it is
include-in-field = A text can't be put into a field
    .hint = Put it into the chapter's text below the front matter
front-matter-not-first = The front matter begins only here, so it isn't read
    .hint = The three hyphens belong on the first line of the file, before anything else
front-matter-fence = Before and behind front matter stands a line of just three hyphens, not `{ $line }`
    .hint = Write nothing on this line but: ---
front-matter-without-fence = This front matter doesn't stand between lines of three hyphens
    .hint = Write three hyphens (---) on a line of their own above it, and again on one below the last field
front-matter-format = Front matter in { $format } isn't read
    .hint = Write it in YAML: a line ---, then lines like `title: My chapter`, then --- again
unknown-status = `{ $value }` doesn't tell whether this chapter may be published
    .hint = Write `status:` with one of these values: { $allowed }. Without this line it is published
front-matter-unclosed = The front matter begins here and never ends
    .hint = Add a line `---` behind its last field
inline-script-or-style = `{ $what }` has no effect: the pages' policy forbids programs and styles within a page
    .hint = Take it away; put styles into themes/NAME/assets/custom.css
field-of-every-chapter = Every chapter has the field `{ $field }` already
    .hint = Give the field another name

## Known findings
stale-baseline = { $count ->
    [one] This known finding ({ $slug }) is no longer in { $path }
   *[other] { $count } of this known finding ({ $slug }) are no longer in { $path }
}
    .hint = Take the line away, or write the file anew with --write-baseline

## Addresses outside
external-gone = There is no page at { $url } any more (status { $status })
    .hint = Find its new address, or take the link away
external-unreachable = { $url } can't be reached: { $problem }
    .hint = Try again later, or else correct the address
external-failing = The server of { $url } reports an error (status { $status })
    .hint = Try again later, or else correct the address
external-closed = { $url } answers to people only (status { $status })
    .hint = Look for yourself, and name the host in handbook.yml under `external: allow:`
external-endless = { $url } leads on and on and arrives nowhere
    .hint = Correct the address
external-leads-astray = { $url } leads on to { $to }, which no browser opens
    .hint = Correct the address
external-moved = { $url } has moved for good to { $to }
    .hint = Write the new address
## Languages
two-files-for-one-language = This chapter is there in the language `{ $language }` already: { $other }
    .hint = Keep one of the two files, or give this one another name
translation-without-original = This translation has no original { $name }
    .hint = Give it the name of the original with the language's code before the ending, or make { $name }
stale-translation = { $path } has changed since this translation: { $changed }
    .hint = Adapt the translation, and then type: transferbuch translate { $path } { $language } --done
unknown-version = This is no version of { $path }
    .hint = When the translation is up to date, type: transferbuch translate { $path } { $language } --done
missing-translation = This chapter is missing in the language `{ $language }`
    .hint = Begin its translation with: transferbuch translate { $path } { $language }
too-few-translations = In the language `{ $language }`, { $done } of { $chapters } chapters are up to date: { $percent } of a hundred
    .hint = Translate what is missing, adapt what is out of date, or ask for less here
unknown-text = There is no text `{ $id }`
    .hint = Correct the name, or ask for it in a template. All names are in themes/standard/texts
unknown-text-argument = The text `{ $id }` gets no value `{ $argument }`
    .hint = Use only the values that the text of the standard theme uses
missing-texts = In the language `{ $language }`, { $count ->
    [one] a text of the interface is
   *[other] { $count } texts of the interface are
} missing, and readers see English there: { $ids }
    .hint = Add them in { $file }
## Accessibility
image-without-text = This image has no text for people who can't see it
    .hint = Say in the square brackets what it shows: ![Chairs in a circle](…); for an image that only decorates: ![-](…)
image-text-is-file-name = `{ $text }` is the name of the file and doesn't say what the image shows
    .hint = Write what somebody would say about the image on the phone
image-text-says-nothing = `{ $text }` doesn't say what the image shows
    .hint = Write what one would say of the image on the phone; for an image that only decorates: ![-](…)
image-text-too-long = This text for the image has { $count } characters and is read out without a pause
    .hint = Say what matters in 250 characters at most, and write the rest into the text beside it
heading-level-skipped = This is a heading with { $found }, and there is none with { $wanted } before it
    .hint = Write { $wanted }: a heading stands at most one level below the one before it
second-title = This page has a title already
    .hint = { $written ->
        [underlined] Write `## …`, without the line of ===
       *[other] Write ## instead of #
    }
table-without-header = This table has no header cells that say what stands in its columns
    .hint = Fill in the first row; in HTML, with <th>
link-without-text = This link to { $target } has no text that one could see or hear
    .hint = Say in the square brackets where it leads
vague-link-text = “{ $text }” doesn't say where this link leads
    .hint = Link the words that name what is there: [sign up for the meeting](…) instead of [here](…)
bare-address = This link shows an address, which is read out character by character
    .hint = Give it a text: [name of the page]({ $text })
download-without-size = This link leads to a file without telling its sort and size
    .hint = Add to the text of the link: { $missing }
video-without-captions = Nobody who can't hear this video can follow it
    .hint = Put captions beside the film, with the same name and the ending .vtt, or link to a transcript on the page; in HTML: <track kind="captions" src="….vtt">
untranslated-paragraph = This paragraph isn't translated yet ({ $language })
    .hint = Translate it; if it is meant to stay as it is, put <div lang="{ $language }"> and an empty line before it, an empty line and </div> behind it
unmarked-language = This paragraph seems to be in another language ({ $language }) and is read out wrongly
    .hint = Put <div lang="{ $language }"> and an empty line before it, an empty line and </div> behind it

## Rights
picture-in-text = This picture stands in the text as a string of letters ({ $size })
    .hint = Save it as a file beside the chapter and write ![Description](picture.jpg): only then it is made smaller, and loses what it tells about place and camera
heavy-picture = { $target } has { $size }: on a slow line readers wait for it
    .hint = Save a photo as JPEG or PNG, which are made smaller for the page; simplify a drawing; use a film instead of a long animation
picture-too-small = { $target } is { $width } pixels wide: in this place it looks blurred or tiny
    .hint = Take the photo as the camera made it; { $wanted } pixels are needed here, and all above are made smaller for the page
drawing-font = Texts in this drawing ask for a font that many readers don't have: { $fonts }
    .hint = Convert texts to paths when you export it, or name a general font behind: `font-family="Calibri, sans-serif"`
photo-with-position = This photo tells where it was taken
    .hint = Take that out of it: on Windows under Properties, Details, Remove Properties and Personal Information; elsewhere with `exiftool -gps:all= { $path }`
document-tells = This document tells more than its text: { $what }
    .hint = Remove this: in Word under File, Info, Inspect Document; when saving as PDF under Options

image-without-credit = This image doesn't say whose it is
    .hint = Add a caption behind the file's name: ({ $target } "Photo: First Last, CC BY 4.0")
caption-not-shown = This caption isn't shown: the image doesn't stand alone in its paragraph
    .hint = Put the image between two empty lines, outside of list items with text

## Language
mixed-gender-signs = Here it is { $found } ({ $count } in the handbook), elsewhere mostly { $usual } ({ $usual_count })
    .hint = Decide on one way of writing
unexplained-abbreviation = Nowhere does the handbook say what { $word } means
    .hint = Write the long form the first time: long form ({ $word }), or add { $word } to glossary.yml
long-sentence = This sentence in easy language has { $words } words; { $max } are allowed
    .hint = Make two sentences of it

## Order
wrong-case = { $target } is really called { $found }: only Windows and macOS find it anyway
    .hint = Write capital and small letters as in the file's name
link-to-own-site = { $target } is this handbook's own address: nothing checks such a link, and it leads out of every copy
    .hint = Write the way from this file to the chapter's
chapter-nothing-leads-to = No text and no relation leads to this chapter; it is only found in lists
    .hint = Name it in a field of another chapter, or link to it
unused-file = Nothing leads to this file; it isn't published
    .hint = { $picture ->
        [yes] Show it in a chapter, such as with `![What the picture shows]({ $link })`,
       *[other] Link to it in a chapter, such as with `[What is in it]({ $link })`,
    } name it under `publish` in handbook.yml, or take it out of the folder
never-published = { $count ->
    [one] This file is never published: { $reason }
   *[other] This file and others, { $count } together, are never published: { $reason }
}
    .hint = Take such files out of the folder
copy-of-a-file = This is a copy that a program made of a file; it isn't published
    .hint = Take over what stands only in it, and delete it; or give it a name of its own
misnamed-chapter = With this name the file is no chapter, or not the one that it is meant to be
    .hint = Call it { $name }
unlisted-language = By its name this is a translation ({ $language }), but the handbook doesn't have that language
    .hint = Add `{ $language }` to `languages` in handbook.yml, or call the file { $name }
same-name-twice = Two files are called that: their names differ only in how accents are stored
    .hint = Take over what stands in one of them only, and delete that one
unportable-name = On Windows nothing can be called `{ $name }`
    .hint = Rename the file or folder, so that the handbook can be built and read on every machine
names-differ-in-case = This name differs from { $other } in capital and small letters only
    .hint = Rename one of the files: Windows and macOS take both for the same
relation-in-a-circle = `{ $field }` leads by way of “{ $other }” back to this chapter
    .hint = Take the line away in one of the two
outdated-successor = The place of this chapter is taken by “{ $other }”, which doesn't hold any more itself
    .hint = Name the chapter that holds today
review-overdue = This chapter should have been reviewed by { $date }
    .hint = See whether it still holds, and write a new date

## Legal pages
missing-url = The site doesn't know its address. So it lacks a sitemap, QR codes and the addresses to cite, and the page for addresses that don't exist looks different in folders
    .hint = As soon as you know where the handbook will be published, write it into `handbook.yml`, for example `url: https://handbook.example.org/`
missing-legal-page = No page is named for `{ $page }` under `legal`
    .hint = Make the page, and add a line `{ $page }: ….md` under `legal`
legal-page-out-of-reach = From pages that this template shapes, no link leads to the legal page `{ $page }`
    .hint = Print all links of `footer`, as the file parts/footer.html of the standard theme does
placeholder-left = A placeholder still stands here: “{ $text }”
    .hint = Write in its place what you have to say, or take it out
placeholder-in-legal-page = This legal page still has a placeholder: { $text }
    .hint = Put the real facts in its place
not-a-colour = `{ $value }` is no colour
    .hint = Write a hash and six digits or letters from a to f, in quotation marks: "#0b5a66"
low-contrast = The contrast of `{ $key }` ({ $value }) to `{ $ground }` ({ $against }) is { $ratio } to 1; it takes { $least } to 1
    .hint = Choose a colour that stands out more
## Releases
lost-address = Readers have links to { $address } (“{ $title }”), and nothing would answer there any longer
    .hint = Write `aliases: [{ $alias }]` into the front matter of the chapter that takes its place; `transferbuch release --fix` does so where that is sure
lost-anchor = Readers have links to `#{ $anchor }` on this page, and there would be no such place any longer
    .hint = Write a line `{ $anchor }: { $present }` under `anchors:` in the front matter, with the heading that takes its place, or `top`
target-holds-releases = This folder holds releases, and a build would take them away
    .hint = Publish with `transferbuch release VERSION --onto DIR`, or choose another folder with --out
version-exists = There is a release { $version } already, and it reads differently. What was published stays
    .hint = Choose a higher version
version-lower = { $version } is lower than { $highest }, which is published already
    .hint = Choose a higher version, or add --force-lower, with --no-latest if { $highest } is to stay the current one
no-current-version = There is no release at the root yet, so this one can't be left out there
    .hint = Take --no-latest away
cannot-release = The release can't be written: { $problem }
    .hint = Check the space on the disk and your permissions. What was published is as it was
not-published = Here is no site that transferbuch has published
    .hint = Name the folder that holds transferbuch.json
manifest-format = This site was published by another version of transferbuch (format { $format }), and can't be compared
    .hint = Use that version, or publish into a new folder
tree-changed = The file { $file } was changed by hand after it was published
    .hint = Put it back as it was, from a copy or the project's history
tree-lacks-file = The file { $file } was published and is gone
    .hint = Put it back, from a copy or the project's history
tree-foreign-file = The file { $file } is no part of what was published
    .hint = Take it away, or put it into the handbook
edition-is-a-link = This edition stands elsewhere, behind a link to { $target }: a copy of the folder is without it
    .hint = Put the folder itself in the place of the link

## What to write instead of leftover markup
first-definition = first here
left-heading = Headings begin with number signs and a blank: `## Heading`
left-no-break = This blank doesn't break; write an ordinary one
left-bullet = Lists begin with a hyphen and a blank: `- item`
left-number = Lines with `a)` or `1.)` run into each other; numbered lists begin with `1. `, and an empty line stands between other lines
left-in-field = This field is plain text; remove the signs
left-table = A table is written with its cells between bars, `| What | Who |`, and below its head a line with as many columns: `|---|---|`
left-alert = Alerts are quotations that begin with `> [!NOTE]`; there are NOTE, TIP, IMPORTANT, WARNING and CAUTION
left-tab = There are no tabs; write headings: `### Title`
left-include = Texts are put in like this: `![](file.md)`
left-program = Programs don't run in a handbook; remove the line
left-contents = The table of contents comes by itself; remove the line
left-page-break = Pages break by themselves in print; remove the line
left-emphasis-open = The second pair of signs is missing: `**bold**`; if the stars are to stand there, write `\*\*`
left-emphasis-glued = A blank stands behind what is emphasised: `**Result:** then`
left-emphasis = Stars stand without a blank beside what they emphasise: `**bold**`, `*italic*`
left-task = Boxes have a blank in them: `- [ ] item`
left-raised = Raised and lowered text is written `m<sup>2</sup>`, `CO<sub>2</sub>`
left-mark = Nothing can be marked in colour; write `**bold**`
left-wiki-link = Links are written `[text](file.md)`
left-citation = Sources are footnotes: `[^1]`, and `[^1]: source` at the end
left-footnote = Footnotes are written `[^1]`, and `[^1]: text` at the end
left-note-in-link = No footnote can stand in a link or an image; put it behind
left-gap-in-link = Nothing stands between `]` and `(`: `[text](file.md)`
left-blank-in-link = Addresses with blanks stand in angle brackets: `[text](<my chapter.md>)`
left-blank-in-picture = Addresses with blanks stand in angle brackets: `![What the picture shows](<my picture.jpg>)`
left-reversed-link = The brackets are swapped: the text stands in square ones, the address in round ones: `[text](file.md)`
left-link = This makes no link; links are written `[text](file.md)`, with a title `[text](file.md "title")`
left-reference = No line `[…]: address` belongs to it; write the address here: `[text](file.md)`
left-attributes = Braces can only hold the anchor at the end of a heading: `## Title { "{" }#anchor{ "}" }`; remove them
left-template = Templates aren't run in texts; write the text itself
document-changes = tracked changes
document-comments = comments
left-by-system = the operating system made it for itself
left-by-office = it locks a document while someone edits it
left-as-backup = it is a backup of what once stood there
left-by-editor = an editor made it for its work
left-by-download = its download isn't finished
left-element = HTML has no such element; write Markdown
left-in-html = Markdown means nothing within a block of HTML; leave an empty line before and behind it, or write HTML: `<strong>`
left-code = Code stands between two such ticks: `` `code` ``; as text, write `` \` ``
left-apostrophe = Write `'` for an apostrophe
left-shortcode = Write the sign itself, or remove it
left-character = There is no such character; write it itself

## Where HTML can stand
html-in-list = An item (`<li>`) stands in a list: `<ul>` or `<ol>`
html-in-definition-list = A term and its definition (`<dt>`, `<dd>`) stand in `<dl>`
html-in-row = A cell (`<td>`, `<th>`) stands in a row: `<tr>`
html-in-table = Parts of a table stand in `<table>`, a row also in `<thead>`, `<tbody>` or `<tfoot>`
html-in-select = An option (`<option>`) stands in `<select>` or `<datalist>`
html-not-within-its-own = Such an element never stands in another of its kind; end the first one before
html-block-in-paragraph = A block doesn't stand in the middle of a paragraph; leave an empty line before and behind it
html-paragraph-around-block = A paragraph (`<p>`) ends where a block or an empty line follows; write `<div>` instead of `<p>`
