# Deutsch, das leicht zu verstehen ist: kurze Sätze, bekannte Wörter, lange Wörter mit Bindestrich.
language-name = Einfache Sprache

## Navigation
skip-link = Direkt zum Text
menu = Menü
main-navigation = Haupt-Menü
section-navigation = Alle Seiten zu diesem Thema
breadcrumbs = Hier sind Sie
footer-navigation = Regeln und Hilfen
languages = Sprachen
dark-mode = Dunkel
on-this-page = Das steht auf dieser Seite
reading-order = Seite davor und Seite danach
previous = Zurück
next = Weiter
in-section = Seiten zu diesem Thema
ways = So finden Sie etwas
sections = Themen
more-before = { $count ->
    [one] 1 Seite davor
   *[other] { $count } Seiten davor
}
more-after = { $count ->
    [one] Noch 1 Seite
   *[other] Noch { $count } Seiten
}

## Listen
chapter-count = { $count ->
    [one] 1 Seite
   *[other] { $count } Seiten
}
pages = Teile der Liste
pages-of = Teil { $current } von { $total }
page-number = Teil { $number }
previous-page = Ein Teil zurück
next-page = Ein Teil weiter

## Kapitel
at-a-glance = Das Wichtigste
not-documented = Das wissen wir nicht
related = Das passt auch dazu
sources = Daher wissen wir das
about-chapter = Über diese Seite
updated = Zuletzt geändert
review-by = Wir prüfen die Seite wieder
authors = Geschrieben von
contact = Fragen? Hier bekommen Sie Hilfe
license = So dürfen Sie den Text benutzen
topics = Themen
audiences = Für diese Menschen
status-draft = Noch nicht fertig
status-unlisted = Noch nicht in der Liste
status-reviewed = Geprüft
status-superseded = Veraltet
status-withdrawn = Ungültig
status-draft-note = Wir schreiben noch an dieser Seite. Manches fehlt noch. Manches kann sich noch ändern.
status-unlisted-note = Dieses Kapitel steht in keiner Liste. Es kann sich noch ändern.
status-superseded-note = Diese Seite ist alt. Das Wissen auf der Seite stimmt heute nicht mehr.
status-withdrawn-note = Diese Seite ist ungültig. Bitte benutzen Sie diese Seite nicht mehr.
copy = Kopieren
copied = Kopiert

## Seiten, die nicht aus einer Datei kommen
start-page = Start
pictures = Bilder und wer sie gemacht hat
pictures-intro = Hier sehen Sie Bilder aus dem Handbuch. Und Sie lesen, wer die Bilder gemacht hat.
glossary = Wörter-Buch
glossary-intro = Hier erklären wir schwere Wörter und Abkürzungen.
also = Man sagt auch
not-found = Diese Seite gibt es nicht
not-found-text = Vielleicht ist die Adresse falsch geschrieben. Oder es gibt die Seite nicht mehr.
to-start-page = Zur Start-Seite

## Im Text der Kapitel
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
alert-caution = Vorsicht
footnotes = Erklärungen zum Text
# Danach steht die Nummer der Fußnote.
footnote = Erklärung
# Danach steht die Nummer der Fußnote.
footnote-back = Zurück zum Text bei Erklärung
# Danach steht der Text der Überschrift.
heading-link = Link zu diesem Teil
# Danach steht eine Nummer.
table = Tabelle
# Danach steht eine Nummer.
task-done = fertig
task-open = noch nicht fertig

## Datum
date = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
yes = ja
no = nein
alphabet = Alle Seiten von A bis Z
letters = Buchstaben
search = Suche
search-without-script = Die Suche geht nur mit JavaScript. Ihr Browser hat JavaScript ausgeschaltet. Hier finden Sie trotzdem alle Seiten:

## Suche
search-label = In diesem Handbuch suchen
search-button = Suchen
search-count-zero = Nichts gefunden
search-count-one = 1 Seite gefunden
search-count-two = %n Seiten gefunden
search-count-few = %n Seiten gefunden
search-count-many = %n Seiten gefunden
search-count-other = %n Seiten gefunden
search-also = Auch gesucht:
search-examples = Zum Beispiel
search-forget = Vergessen
search-forget-all = Alle vergessen
search-recent = Das haben Sie schon gesucht
search-all = Alles zeigen
search-fact = Das haben wir verstanden:
search-fact-off = Nur nach den Wörtern suchen
search-only = Nur
search-filter = Weniger zeigen
search-hint = Ist das Wort richtig geschrieben? Oder versuchen Sie ein anderes Wort.
search-kind = Art der Seite
search-lacks = Hier fehlt:
search-meant = Meinen Sie
search-more = Mehr zeigen
search-nothing = Wir haben nichts gefunden für „%q“
search-prompt = Was suchen Sie? Schreiben Sie das Wort oben in das Feld.
search-unavailable = Die Suche geht gerade nicht.

## Übersetzungen
untranslated = Diese Seite gibt es noch nicht in Einfacher Sprache
untranslated-text = Hier können Sie die Seite in einer anderen Sprache lesen:
untranslated-ways = Hier finden Sie mehr in Einfacher Sprache:
not-in-language = noch nicht übersetzt
# Danach steht der Name der Sprache.
fallback-notice = Diese Seite gibt es noch nicht in Einfacher Sprache. Der Text ist schwerer zu lesen. Die Sprache von diesem Text ist:

## Katalog
catalogue = Liste zum Auswählen
catalogue-all = Alle Arten von Seiten
catalogue-link = Auswählen und vergleichen
catalogue-none = Dazu passt keine Seite. Nehmen Sie etwas aus Ihrer Auswahl weg. Oder suchen Sie mit einem anderen Wort.
catalogues = Arten von Seiten
chapter = Seite
compare = Vergleichen
compare-all = Alle vergleichen
compare-chosen = %n ausgewählt. Es gehen höchstens 4.
compare-clear = Auswahl löschen
compare-differs = verschieden
compare-lead = Wählen Sie in der Liste 2, 3 oder 4 Seiten aus. Dann sehen Sie nur diese Seiten nebeneinander.
compare-missing = Eine Seite aus Ihrer Auswahl gibt es nicht mehr.
compare-remove = Wegnehmen
compare-table = Vergleich
compare-title = { $kind } vergleichen
filter = Auswählen
filter-active = Das haben Sie ausgewählt
filter-all-words = Alle zeigen
filter-clear = Alles wieder zeigen
filter-remove = Nicht mehr auswählen: %v
filter-text = In dieser Liste suchen
order = Reihenfolge
order-best = Was am besten passt
order-reading = Wie im Handbuch
order-title = Von A bis Z
order-updated = Das Neueste zuerst
to-catalogue = Zur Liste

## Listen von Wörtern
list-comma = {", "}
list-last = {" und "}
## Lesen
cite = So nennen Sie dieses Kapitel in einem Text
cite-in = Aus
successor = Dafür gilt jetzt:
feedback = Schreiben Sie uns zu dieser Seite
feedback-subject = Rückmeldung zu „{ $title }“
zoom = Größer machen
close = Schließen
level-of = Stufe { $level } von { $levels }
embed = Film, Karte oder anderer Inhalt
captions = Untertitel
film-length = So lange dauert es:
file-size = So groß ist die Datei:
transcript = Text zum Lesen
embed-at = Das ist hier:
range-from = ab { $from }
range-to = bis { $to }
range-between = { $from } bis { $to }
duration-between = { $from } bis { $to }
duration-from = mindestens { $duration }
duration-to = höchstens { $duration }
duration-minutes = { $count ->
    [one] { $number } Minute
   *[other] { $number } Minuten
}
duration-hours = { $count ->
    [one] { $number } Stunde
   *[other] { $number } Stunden
}
duration-days = { $count ->
    [one] { $number } Tag
   *[other] { $number } Tage
}
duration-weeks = { $count ->
    [one] { $number } Woche
   *[other] { $number } Wochen
}
duration-months = { $count ->
    [one] { $number } Monat
   *[other] { $number } Monate
}
duration-years = { $count ->
    [one] { $number } Jahr
   *[other] { $number } Jahre
}
decimal-separator = ,
thousands-separator = .
print-section = Alle Kapitel auf einer Seite zum Drucken
print-intro = Hier stehen alle Kapitel auf einer Seite. Sie können die Seite drucken.
print-parts = Der Teil ist lang. Er hat { $total } Seiten. Das ist Seite { $current }.
print-back = Zurück
## Versionen
version = Version
versions = Versionen
version-current = aktuell
version-first = Das ist die erste Version.
version-switch = Andere Version lesen
version-old = Sie lesen die alte Version { $version }. Die neue Version ist { $current }.
version-to-current = Diese Seite in der neuen Version
versions-intro = Jede Version bleibt an ihrer Adresse. Man kann sie immer lesen.
changes = Änderungen
changes-in = Änderungen in Version { $version }
changes-since = Änderungen seit Version { $version }
changes-none = Seit Version { $version } hat sich nichts geändert.
changes-new = Neu
changes-changed = Geändert
changes-moved = Verschoben
changes-withdrawn = Nicht mehr gültig oder entfernt
change-count-new = { $count } neu
change-count-changed = { $count } geändert
change-count-moved = { $count } verschoben
change-count-withdrawn = { $count } nicht mehr gültig
changed-sections = { $of ->
    [one] der ganze Text
   *[other] { $count } von { $of } Abschnitten
}
new-in = Neu in Version { $version }
changed-since-changed = Geändert seit Version { $version }
changed-since-moved = Verschoben seit Version { $version }
all-changes = Alle Änderungen
cite-as-data = Quelle als Datei
cite-all = Alle Kapitel als Liste von Quellen

## Namen von Sprachen
language-ar = Arabisch
language-bg = Bulgarisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-de-simple = Leichte Sprache
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-fa = Persisch
language-fr = Französisch
language-hr = Kroatisch
language-hu = Ungarisch
language-it = Italienisch
language-ku = Kurdisch
language-nl = Niederländisch
language-pl = Polnisch
language-ps = Paschtu
language-pt = Portugiesisch
language-ro = Rumänisch
language-ru = Russisch
language-sq = Albanisch
language-sr = Serbisch
language-ti = Tigrinya
language-tr = Türkisch
language-uk = Ukrainisch
language-vi = Vietnamesisch
language-zh = Chinesisch

## Gestaltung
more = Mehr
print-page = Drucken
share = Weiter-Geben
share-done = Die Adresse ist kopiert
cite-short = Zitieren
in-handbook = Das steht im Handbuch
latest = Das ist neu
more-facts = Das ist auch wichtig
level-low = wenig
level-middle = mittel
level-high = viel
partners = Wer mitmacht und wer das Geld gibt
sign-language = Gebärdensprache
examples = Zum Beispiel:
finder-any = egal
finder-show = { $count } { $name } zeigen

## Merk-Liste
keep = Merken
kept = Gemerkt
collection = Merk-Liste
collection-intro = Ihre Merk-Liste bleibt in diesem Browser. Nur Sie sehen die Liste.
collection-empty = Ihre Merk-Liste ist leer. Drücken Sie auf einen Stern.
collection-note = Notiz
collection-up = Nach oben
collection-down = Nach unten
collection-place = %n von %m
collection-whole = Alle Texte ganz drucken
collection-address = Adresse von dieser Liste
collection-clear = Liste leeren
collection-undo = Liste zurückholen
collection-shared = Diese Liste ist von einer anderen Person.
collection-take = In meine Merk-Liste übernehmen
collection-own = Meine Merk-Liste zeigen
collection-missing = Diese Seiten gibt es hier nicht:
collection-broken = In dieser Adresse ist keine Liste.
collection-unavailable = Die Liste kann gerade nicht geladen werden.
collection-forgets = Dieser Browser kann sich nichts merken.
collection-without-script = Die Merk-Liste braucht JavaScript. Hier finden Sie alle Seiten:
featured = Fangen Sie hier an

## Buch
book-contents = Inhalt
book-index = Wörter und Seiten
book-lists = Das gehört zusammen
book-title-page = Erste Seite
book-accessibility = Man kann den Text groß machen und vorlesen lassen. Es gibt Überschriften und ein Verzeichnis. Zu Bildern gibt es eine Beschreibung.
book-whole = Das ganze Handbuch als Buch
book-edition = Ausgabe
book-online = Im Internet
book-page = S.
book-publisher = Das Buch ist von
book-standards = Das Buch kann man vorlesen lassen. Es erfüllt die Regeln PDF/UA-1 und PDF/A-2a.
