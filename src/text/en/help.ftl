# The help of the command line: `command-COMMAND`; `option-COMMAND-OPTION`, or `option-OPTION` where
# several commands have it, with the name of its value; `value-OPTION-VALUE`.

command-transferbuch = Make a public, searchable website from a handbook's Markdown
option-handbook = The handbook's folder [default: the one at hand, or the one around it]
    .value = DIR
option-lang = Language of messages [default: that of the system, or of the handbook]
    .value = CODE
option-quiet = Say nothing but what is wrong
option-color = Colours
    .value = WHEN
value-color-auto = On a terminal
option-help = Print help
option-version = Print version

command-init = Begin a handbook that builds at once
option-init-dir = The new folder; with --ci a handbook's folder too
    .value = DIR
option-ci = Write the file that lets a platform check, build and publish the handbook
    .value = PLATFORM
value-ci-github = GitHub Actions and Pages
value-ci-gitlab = GitLab CI and Pages

command-add = Begin a chapter with the fields of its kind
option-kind = The kind: format, tool, lesson, case, page or one of your own; section for a new section
    .value = KIND
option-title = The title
    .value = TITLE
option-section = The section to put it in, such as `formats` [default: the one with chapters of the kind]
    .value = SECTION

command-build = Build the website
option-build-out = Where to put it [default: public in the handbook]
    .value = DIR
option-no_sync = Don't wait until all is on the disk: quicker, but if the power goes out the site may be gone

command-check = Look for mistakes without building, and review the content
option-today = The day as of which chapters are overdue, such as 2026-11-15 [default: today]
    .value = DATE
option-write_baseline = Write all findings of now into the file that --baseline names
option-external = Ask whether the addresses outside are still there. Needs the network
option-cache = Where to keep the answers from outside [default: .external.transferbuch in the handbook]
    .value = FILE
option-fix = Mend what is safe to mend: show the changes, ask, and write them
option-freeze_ids = Write each chapter's id into it, so that references hold when its file moves
option-yes = Write without asking
option-drafts = Include drafts
option-strict = Fail on warnings too
option-format = How to report what was found: for people on stderr, else on stdout
    .value = FORMAT
value-format-human = Lines with carets
value-format-json = A JSON document
value-format-sarif = SARIF 2.1.0, for code scanning
value-format-github = Annotations of GitHub Actions
value-format-gitlab = A code quality report of GitLab
value-format-html = The review desk as one page, for CI to publish
value-format-ics = Reviews that are due, as a calendar
option-baseline = A file of findings that are known and don't fail
    .value = FILE
option-against = Look also for addresses that the site published in the folder has and this one wouldn't
    .value = DIR

command-watch = Show the website while you write: every save is in the browser at once
option-port = The port, or the next one that is free; 0 for any
    .value = NUMBER
option-open = Open the browser
option-follow = Let the browser go to the chapter just saved
option-bind = The address to serve at; others than 127.0.0.1 can be reached from other machines
    .value = ADDRESS
option-word = What people at other machines are asked for before they see anything
    .value = WORD
option-editor = What an Alt-click on a paragraph opens its place with, for example code [default: the program in VISUAL]
    .value = PROGRAM

command-explain = Explain a finding: what it means, and what is wrong and right
option-slug = Its name, as in the brackets of error[unknown-key]; without one, all are listed
    .value = NAME

command-release = Publish the handbook as a release that stays
option-release-version = The version, such as 1.2 or 2026-11
    .value = VERSION
option-onto = The published tree: a folder that keeps all releases
    .value = DIR
option-date = The day that it carries, such as 2026-11-30 [default: that of SOURCE_DATE_EPOCH, else of the newest chapter]
    .value = DATE
option-no_latest = Keep the release at the root as it is
option-in_place = Put the new files into the folder one by one, where it can't be exchanged: it is mounted, or nothing may be made beside it
option-force_lower = Allow a version that is lower than one that is there
option-release-fix = Write former addresses of moved chapters into their front matter

command-book = Write the handbook as a book (PDF or EPUB): all of it, a section or a chapter
option-book-book_format = What the book is for [default: by the ending of --out, else epub]
    .value = FORMAT
value-book_format-pdf = For printing, filing and reading aloud
value-book_format-epub = For reading devices and phones
option-book-out = The file [default: called by the title, in the folder at hand]
    .value = FILE
option-book-language = Language of the chapters [default: the first of the handbook]
    .value = CODE
option-book-paths = Chapters, folders for whole sections, or the address of a reading list in quotes [default: all]
    .value = PATH

command-archive = Pack a published handbook into archives, the same bytes wherever it is done
option-archive-dir = The published folder; for an older release its own, such as published/v/1.0
    .value = DIR
option-archive-out = Where to put the archives
    .value = DIR

command-verify = Look whether a published folder is as it was published
option-verify-dir = The folder
    .value = DIR

option-restore = Bring back files that were changed or are missing, from this archive of the release
    .value = ARCHIVE

command-search = Search as a reader does, over a handbook or a published site (-C)
option-query = The words; without any, each line of standard input is a query
    .value = WORD
option-json = Print a JSON array of results for each query
option-limit = How many results
    .value = NUMBER
option-missing = Which queries of this file, one a line, find nothing
    .value = FILE
option-search-language = Language of the chapters [default: the handbook's first]
    .value = CODE

command-translate = Begin a translation, or see what changed in its original
option-translate-path = The original's file
    .value = FILE
option-translate-language = The language to translate into, such as `en`
    .value = CODE
option-done = Note that the translation is up to date

command-context = Print what a chapter's template gets, as JSON
option-context-path = The chapter's file
    .value = FILE

command-schema = Print a JSON Schema, for editors that complete and check while one types
option-of = What it describes
    .value = WHAT
value-of-front-matter = The front matter of chapters, with the fields of the handbook's kinds
value-of-handbook = handbook.yml

value-of-kind = A file in kinds/

command-theme = List the files of the standard theme, or fetch one of them into the handbook to change it
option-action = What to do
    .value = WHAT
value-action-list = List all files
value-action-eject = Put a file below themes/, where it stands in place of the one that comes with the program
option-file = The file, such as templates/parts/footer.html
    .value = FILE

command-completions = Print a script that completes commands in your shell
option-shell = The shell
    .value = SHELL

command-man = Print a page for the system's manual (man)
option-page = The command that it is about; without one, the whole program
    .value = COMMAND
command-licences = Print the licences of all parts of the program

help-usage = Usage
help-commands = Commands
help-command = COMMAND
help-arguments = Arguments
help-options = Options
help-general = General
help-some-options = [OPTIONS]
help-default = [default: { $value }]
help-values = [possible values: { $values }]
help-value-list = Possible values:
help-more = More: { $command }

wrong-option = There is no { $option } here
wrong-command = There is no command `{ $command }`
wrong-no-command = A command is missing. There are: { $commands }
wrong-value = `{ $value }` doesn't fit { $option }. Possible are: { $values }
wrong-no-value = A value is missing behind { $option }
wrong-form = `{ $value }` doesn't fit { $option }: { $help }
wrong-missing = What is missing: { $option }
wrong-twice = { $option } can be given only once
wrong-together = { $option } and { $other } don't go together
wrong-count = { $option } has no value; take `{ $value }` away
wrong-utf8 = An argument holds characters that can't be read
wrong-usage = That isn't how the program is called
