language-name = Deutsch

## Navigation
skip-link = Zum Inhalt springen
menu = Menü
main-navigation = Hauptnavigation
section-navigation = Kapitel dieses Abschnitts
breadcrumbs = Pfad zu dieser Seite
footer-navigation = Rechtliches und Hilfen
languages = Sprachen
dark-mode = Dunkel
on-this-page = Auf dieser Seite
reading-order = Vorige und nächste Seite
previous = Zurück
next = Weiter
in-section = In diesem Abschnitt
ways = Gezielt finden
sections = Abschnitte
more-before = { $count ->
    [one] 1 Kapitel davor
   *[other] { $count } Kapitel davor
}
more-after = { $count ->
    [one] 1 weiteres Kapitel
   *[other] { $count } weitere Kapitel
}

## Listen
chapter-count = { $count ->
    [one] 1 Kapitel
   *[other] { $count } Kapitel
}
pages = Seiten der Liste
pages-of = Seite { $current } von { $total }
page-number = Seite { $number }
previous-page = Vorige Seite
next-page = Nächste Seite

## Kapitel
at-a-glance = Auf einen Blick
not-documented = Nicht dokumentiert
related = Verwandte Kapitel
sources = Quellen
about-chapter = Zu diesem Kapitel
updated = Stand
review-by = Nächste Prüfung
authors = Verfasst von
contact = Kontakt
license = Lizenz
topics = Themen
audiences = Für wen
status-draft = Entwurf
status-unlisted = Nicht gelistet
status-reviewed = Geprüft
status-superseded = Überholt
status-withdrawn = Zurückgezogen
status-draft-note = Dieses Kapitel ist noch in Arbeit. Angaben können fehlen oder sich ändern.
status-unlisted-note = Zu diesem Kapitel führt nichts in diesem Handbuch. Es kann sich noch ändern.
status-superseded-note = Dieses Kapitel gibt einen früheren Stand wieder und gilt nicht mehr.
status-withdrawn-note = Dieses Kapitel wurde zurückgezogen und sollte nicht mehr verwendet werden.
copy = Kopieren
copied = Kopiert

## Seiten, die nicht aus einer Datei kommen
start-page = Start
pictures = Bilder und ihre Urheber
pictures-intro = Alle Bilder dieses Handbuchs, bei denen steht, von wem sie sind.
glossary = Glossar
glossary-intro = Fachwörter und Abkürzungen dieses Handbuchs, kurz erklärt.
also = Auch
not-found = Seite nicht gefunden
not-found-text = Diese Seite gibt es nicht oder nicht mehr. Vielleicht ist die Adresse vertippt.
to-start-page = Zur Startseite

## Im Text der Kapitel
alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Achtung
alert-caution = Vorsicht
footnotes = Fußnoten
# Danach steht die Nummer der Fußnote.
footnote = Fußnote
# Danach steht die Nummer der Fußnote.
footnote-back = Zurück zur Stelle von Fußnote
# Danach steht der Text der Überschrift.
heading-link = Link zum Abschnitt
# Danach steht eine Nummer.
table = Tabelle
# Danach steht eine Nummer.
task-done = erledigt
task-open = offen

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
alphabet = Alle Kapitel von A bis Z
letters = Anfangsbuchstaben
search = Suche
search-without-script = Die Suche braucht JavaScript. Ohne führen diese Wege zu allen Kapiteln:

## Suche
search-label = Handbuch durchsuchen
search-button = Suchen
search-count-zero = Keine Ergebnisse
search-count-one = Ein Ergebnis
search-count-two = %n Ergebnisse
search-count-few = %n Ergebnisse
search-count-many = %n Ergebnisse
search-count-other = %n Ergebnisse
search-also = Auch gesucht:
search-examples = Zum Beispiel
search-forget = Vergessen
search-forget-all = Alle vergessen
search-recent = Zuletzt gesucht
search-all = Alle Ergebnisse
search-fact = Verstanden als Angabe:
search-fact-off = Nur als Wort suchen
search-only = Nur
search-filter = Ergebnisse filtern
search-hint = Prüfen Sie die Schreibweise, oder suchen Sie mit einem anderen Wort.
search-kind = Art
search-lacks = ohne:
search-meant = Meinten Sie
search-more = Weitere Ergebnisse
search-nothing = Nichts gefunden für „%q“
search-prompt = Schreiben Sie oben ins Suchfeld, was Sie suchen.
search-unavailable = Die Suche ist gerade nicht verfügbar.

## Übersetzungen
untranslated = Noch nicht auf Deutsch
untranslated-text = Dieses Kapitel ist noch nicht ins Deutsche übersetzt. Hier können Sie es lesen:
untranslated-ways = Auf Deutsch geht es hier weiter:
not-in-language = nicht übersetzt
# Danach steht der Name der Sprache.
fallback-notice = Dieses Kapitel ist noch nicht ins Deutsche übersetzt. Sie lesen das Original:

## Katalog
catalogue = Katalog
catalogue-all = Alle Arten
catalogue-link = Filtern und vergleichen
catalogue-none = Zu dieser Auswahl passt kein Kapitel. Entfernen Sie einen Filter, oder suchen Sie mit einem anderen Wort.
catalogues = Arten von Kapiteln
filter = Filter
filter-active = Ausgewählte Filter
filter-all-words = Alle anzeigen
filter-clear = Alle Filter entfernen
filter-remove = Filter entfernen: %v
filter-text = In dieser Liste suchen
order = Sortieren
order-best = Passt am besten
order-reading = Wie im Handbuch
order-title = Titel von A bis Z
order-updated = Neuester Stand zuerst
compare = Vergleichen
compare-all = Alle im Vergleich
compare-chosen = %n von höchstens 4 ausgewählt
compare-clear = Aufheben
compare-differs = unterschiedlich
compare-lead = Wählen Sie im Katalog zwei bis vier Kapitel aus, um nur diese nebeneinander zu sehen.
compare-missing = Eines der ausgewählten Kapitel gibt es nicht mehr.
compare-remove = Entfernen
compare-table = Vergleich
compare-title = { $kind } vergleichen
chapter = Kapitel
to-catalogue = Zum Katalog

## Listen von Wörtern
list-comma = {", "}
list-last = {" und "}
## Lesen
cite = So zitieren Sie dieses Kapitel
cite-in = In
successor = An seine Stelle tritt:
feedback = Rückmeldung zu dieser Seite
feedback-subject = Rückmeldung zu „{ $title }“
zoom = Vergrößern
close = Schließen
level-of = Stufe { $level } von { $levels }
# Was anderswo liegt, lädt keine Seite: Dort steht ein Link.
embed = Film, Karte oder anderer Inhalt
captions = Untertitel
film-length = Länge
file-size = Größe
transcript = Text zum Lesen
embed-at = liegt auf
range-from = ab { $from }
range-to = bis { $to }
range-between = { $from }–{ $to }
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

## Sprachen von Dateien
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
print-section = Alle Kapitel dieses Abschnitts auf einer Seite, zum Drucken
print-intro = Alle Kapitel stehen hier hintereinander, zum Drucken oder zum Lesen am Stück.
print-parts = Der Abschnitt ist zu lang für eine Seite: Er hat { $total } Teile, dies ist Teil { $current }.
print-back = Zurück zum Abschnitt
## Versionen
version = Version
versions = Versionen
version-current = aktuell
version-first = Dies ist die erste Version.
version-switch = Version wechseln
version-old = Sie lesen die Version { $version } dieses Handbuchs. Aktuell ist die Version { $current }.
version-to-current = Diese Seite in der aktuellen Version
versions-intro = Jede veröffentlichte Version bleibt unter ihrer Adresse erhalten und kann zitiert werden.
changes = Änderungen
changes-in = Änderungen in Version { $version }
changes-since = Änderungen seit Version { $version }
changes-none = Seit Version { $version } hat sich kein Kapitel geändert.
changes-new = Neu
changes-changed = Geändert
changes-moved = Verschoben
changes-withdrawn = Zurückgezogen oder entfernt
change-count-new = { $count } neu
change-count-changed = { $count } geändert
change-count-moved = { $count } verschoben
change-count-withdrawn = { $count } zurückgezogen
changed-sections = { $of ->
    [one] der ganze Text
   *[other] { $count } von { $of } Abschnitten
}
new-in = Neu in Version { $version }
changed-since-changed = Geändert seit Version { $version }
changed-since-moved = Verschoben seit Version { $version }
all-changes = Alle Änderungen
cite-as-data = Zitat als Datei
cite-all = Alle Kapitel als Literaturliste

## Gestaltung
more = Mehr
print-page = Drucken
share = Teilen
share-done = Adresse kopiert
cite-short = Zitieren
in-handbook = Das steht im Handbuch
latest = Zuletzt bearbeitet
more-facts = Weitere Angaben
level-low = gering
level-middle = mittel
level-high = hoch
partners = Partner und Fördernde
sign-language = Gebärdensprache
examples = Zum Beispiel:
finder-any = egal
finder-show = { $count } { $name } zeigen

## Merkliste
keep = Merken
kept = Gemerkt
collection = Merkliste
collection-intro = Was Sie sich merken, bleibt in diesem Browser. Niemand sonst sieht es, auch wir nicht: nur wem Sie die Adresse der Liste geben.
collection-empty = Noch haben Sie sich nichts gemerkt. Drücken Sie auf den Stern einer Karte, oder in einem Kapitel auf „Merken“.
collection-note = Notiz
collection-up = Nach oben
collection-down = Nach unten
collection-place = %n von %m
collection-whole = Kapitel ganz drucken
collection-address = Adresse dieser Liste
collection-clear = Liste leeren
collection-undo = Liste wiederherstellen
collection-shared = Diese Liste hat Ihnen jemand gegeben.
collection-take = In meine Merkliste übernehmen
collection-own = Meine Merkliste zeigen
collection-missing = Diese Kapitel gibt es hier nicht oder nicht mehr:
collection-broken = In dieser Adresse steht keine Liste.
collection-unavailable = Die Kapitel lassen sich gerade nicht laden.
collection-forgets = Dieser Browser behält nichts: Die Liste gilt nur, solange diese Seite offen ist.
collection-without-script = Die Merkliste braucht JavaScript. Ohne führt dieser Weg zu allen Kapiteln:
featured = Zum Anfang

## Buch
book-contents = Inhalt
book-index = Register
book-lists = Was zusammengehört
book-title-page = Titelseite
book-accessibility = Der Text lässt sich in jeder Größe lesen und vorlesen, ist durch Überschriften gegliedert und hat ein Inhaltsverzeichnis. Bilder haben Beschreibungen.
book-whole = Das ganze Handbuch als Buch
book-edition = Ausgabe
book-online = Im Netz
book-page = S.
book-publisher = Herausgegeben von
book-standards = Dieses Dokument ist barrierefrei nach PDF/UA-1 und für Archive geeignet nach PDF/A-2a.
