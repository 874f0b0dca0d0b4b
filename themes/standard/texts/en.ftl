language-name = English

## Navigation
skip-link = Skip to content
menu = Menu
main-navigation = Main navigation
section-navigation = Chapters of this section
breadcrumbs = Path to this page
footer-navigation = Legal and help
languages = Languages
dark-mode = Dark
on-this-page = On this page
reading-order = Previous and next page
previous = Previous
next = Next
in-section = In this section
ways = Find what you need
sections = Sections
more-before = { $count ->
    [one] 1 chapter before
   *[other] { $count } chapters before
}
more-after = { $count ->
    [one] 1 more chapter
   *[other] { $count } more chapters
}

## Lists
chapter-count = { $count ->
    [one] 1 chapter
   *[other] { $count } chapters
}
pages = Pages of this list
pages-of = Page { $current } of { $total }
page-number = Page { $number }
previous-page = Previous page
next-page = Next page

## Chapters
at-a-glance = At a glance
not-documented = Not documented
related = Related chapters
sources = Sources
about-chapter = About this chapter
updated = Last updated
review-by = Next review
authors = Written by
contact = Contact
license = Licence
topics = Topics
audiences = For whom
status-draft = Draft
status-unlisted = Unlisted
status-reviewed = Reviewed
status-superseded = Superseded
status-withdrawn = Withdrawn
status-draft-note = This chapter is still being written. Details may be missing or change.
status-unlisted-note = Nothing in this handbook leads to this chapter. It may still change.
status-superseded-note = This chapter shows an earlier state and no longer applies.
status-withdrawn-note = This chapter has been withdrawn and should no longer be used.
copy = Copy
copied = Copied

## Pages that come from no file
start-page = Start
pictures = Pictures and their makers
pictures-intro = All pictures of this handbook that say who made them.
glossary = Glossary
glossary-intro = Technical terms and abbreviations of this handbook, briefly explained.
also = Also
not-found = Page not found
not-found-text = This page does not exist, or no longer does. Perhaps there is a typo in the address.
to-start-page = To the start page

## In the text of chapters
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnotes = Footnotes
# The number of the footnote follows.
footnote = Footnote
# The number of the footnote follows.
footnote-back = Back to the place of footnote
# The text of the heading follows.
heading-link = Link to section
# A number follows.
table = Table
# A number follows.
task-done = done
task-open = open

## Dates
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
yes = yes
no = no
alphabet = All chapters from A to Z
letters = First letters
search = Search
search-without-script = The search needs JavaScript. Without it, these ways lead to all chapters:

## Search
search-label = Search the handbook
search-button = Search
search-count-zero = No results
search-count-one = One result
search-count-two = %n results
search-count-few = %n results
search-count-many = %n results
search-count-other = %n results
search-also = Also searched for:
search-examples = For example
search-forget = Forget
search-forget-all = Forget all
search-recent = Recent searches
search-all = All results
search-fact = Understood as a fact:
search-fact-off = Search for the words alone
search-only = Only
search-filter = Filter results
search-hint = Check the spelling, or try another word.
search-kind = Kind
search-lacks = without:
search-meant = Did you mean
search-more = More results
search-nothing = Nothing found for “%q”
search-prompt = Type what you look for into the search box above.
search-unavailable = The search is not available right now.

## Translations
untranslated = Not in English yet
untranslated-text = This chapter has not been translated into English yet. You can read it here:
untranslated-ways = Continue in English:
not-in-language = not translated
# The name of the language follows.
fallback-notice = This chapter has not been translated into English yet. You are reading the original:

## Catalogue
catalogue = Catalogue
catalogue-all = All kinds
catalogue-link = Filter and compare
catalogue-none = No chapter fits this choice. Remove a filter, or search for another word.
catalogues = Kinds of chapters
filter = Filters
filter-active = Chosen filters
filter-all-words = Show all
filter-clear = Remove all filters
filter-remove = Remove filter: %v
filter-text = Search in this list
order = Sort by
order-best = Best match
order-reading = As in the handbook
order-title = Title from A to Z
order-updated = Latest first
compare = Compare
compare-all = Compare all
compare-chosen = %n of at most 4 chosen
compare-clear = Clear
compare-differs = differs
compare-lead = Choose two to four chapters in the catalogue to see only these side by side.
compare-missing = One of the chosen chapters no longer exists.
compare-remove = Remove
compare-table = Comparison
compare-title = Compare { $kind }
chapter = Chapter
to-catalogue = To the catalogue

## Lists of words
list-comma = {", "}
list-last = {" and "}
## Reading
cite = How to cite this chapter
cite-in = In
successor = It is replaced by:
feedback = Feedback on this page
feedback-subject = Feedback on “{ $title }”
zoom = Enlarge
close = Close
level-of = Level { $level } of { $levels }
# No page loads what lies elsewhere: it is linked there.
embed = Film, map or other content
captions = Captions
film-length = Length
file-size = Size
transcript = Transcript
embed-at = is at
range-from = from { $from }
range-to = up to { $to }
range-between = { $from }–{ $to }
duration-between = { $from } to { $to }
duration-from = at least { $duration }
duration-to = at most { $duration }
duration-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
duration-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
duration-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
duration-weeks = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
duration-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
duration-years = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
decimal-separator = .
thousands-separator = ,

## Languages of files
language-ar = Arabic
language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-de-simple = Easy-to-read German
language-el = Greek
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-hr = Croatian
language-hu = Hungarian
language-it = Italian
language-ku = Kurdish
language-nl = Dutch
language-pl = Polish
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sq = Albanian
language-sr = Serbian
language-ti = Tigrinya
language-tr = Turkish
language-uk = Ukrainian
language-vi = Vietnamese
language-zh = Chinese
print-section = All chapters of this section on one page, for printing
print-intro = All chapters stand here one after the other, for printing or reading in one go.
print-parts = The section is too long for one page: it has { $total } parts, this is part { $current }.
print-back = Back to the section
## Versions
version = Version
versions = Versions
version-current = current
version-first = This is the first version.
version-switch = Change version
version-old = You are reading version { $version } of this handbook. The current version is { $current }.
version-to-current = This page in the current version
versions-intro = Every published version stays at its address and can be cited.
changes = Changes
changes-in = Changes in version { $version }
changes-since = Changes since version { $version }
changes-none = No chapter has changed since version { $version }.
changes-new = New
changes-changed = Changed
changes-moved = Moved
changes-withdrawn = Withdrawn or removed
change-count-new = { $count } new
change-count-changed = { $count } changed
change-count-moved = { $count } moved
change-count-withdrawn = { $count } withdrawn
changed-sections = { $of ->
    [one] the whole text
   *[other] { $count } of { $of } sections
}
new-in = New in version { $version }
changed-since-changed = Changed since version { $version }
changed-since-moved = Moved since version { $version }
all-changes = All changes
cite-as-data = Citation as a file
cite-all = All chapters as a bibliography

## Layout
more = More
print-page = Print
share = Share
share-done = Address copied
cite-short = Cite
in-handbook = What is in the handbook
latest = Latest changes
more-facts = More details
level-low = low
level-middle = medium
level-high = high
partners = Partners and funders
sign-language = Sign language
examples = For example:
finder-any = any
finder-show = Show { $count } { $name }

## Reading list
keep = Keep
kept = Kept
collection = Reading list
collection-intro = What you keep stays in this browser. Nobody else sees it, nor do we: only those to whom you give the address of the list.
collection-empty = You have kept nothing yet. Press the star of a card, or “Keep” in a chapter.
collection-note = Note
collection-up = Up
collection-down = Down
collection-place = %n of %m
collection-whole = Print chapters in full
collection-address = Address of this list
collection-clear = Empty the list
collection-undo = Restore the list
collection-shared = Someone gave you this list.
collection-take = Add to my reading list
collection-own = Show my reading list
collection-missing = These chapters are not here, or no longer:
collection-broken = There is no list in this address.
collection-unavailable = The chapters can’t be loaded at the moment.
collection-forgets = This browser keeps nothing: the list lasts as long as this page is open.
collection-without-script = The reading list needs JavaScript. Without it, this is the way to all chapters:
featured = A good start

## Book
book-contents = Contents
book-index = Index
book-lists = What belongs together
book-title-page = Title page
book-accessibility = The text can be read in any size and read aloud, is structured by headings and has a table of contents. Pictures have descriptions.
book-whole = The whole handbook as a book
book-edition = Edition
book-online = Online
book-page = p.
book-publisher = Published by
book-standards = This document is accessible according to PDF/UA-1 and fit for archives according to PDF/A-2a.
