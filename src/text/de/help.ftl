# Die Hilfe der Befehlszeile: `command-BEFEHL`; `option-BEFEHL-OPTION`, oder `option-OPTION`, wo
# mehrere Befehle sie haben, mit dem Namen ihres Werts; `value-OPTION-WERT`.

command-transferbuch = Macht aus dem Markdown eines Handbuchs eine öffentliche, durchsuchbare Website
option-handbook = Der Ordner des Handbuchs [Vorgabe: der hier oder der darum herum]
    .value = ORDNER
option-lang = Sprache der Meldungen [Vorgabe: die des Systems oder die des Handbuchs]
    .value = KÜRZEL
option-quiet = Nichts sagen außer dem, was falsch ist
option-color = Farben
    .value = WANN
value-color-auto = Auf einem Terminal
option-help = Hilfe zeigen
option-version = Version zeigen

command-init = Ein Handbuch beginnen, das sich sofort bauen lässt
option-init-dir = Der neue Ordner; mit --ci auch der eines Handbuchs
    .value = ORDNER
option-ci = Die Datei schreiben, mit der eine Plattform das Handbuch prüft, baut und veröffentlicht
    .value = PLATTFORM
value-ci-github = GitHub Actions und Pages
value-ci-gitlab = GitLab CI und Pages

command-add = Ein Kapitel beginnen, mit den Feldern seiner Art
option-kind = Die Art: format, tool, lesson, case, page oder eine eigene; section für einen neuen Abschnitt
    .value = ART
option-title = Der Titel
    .value = TITEL
option-section = Der Abschnitt, in den es kommt, zum Beispiel `formate` [Vorgabe: der mit Kapiteln dieser Art]
    .value = ABSCHNITT

command-build = Die Website bauen
option-build-out = Wohin mit ihr [Vorgabe: public im Handbuch]
    .value = ORDNER
option-no_sync = Nicht warten, bis alles auf der Platte ist: schneller, aber nach einem Stromausfall kann die Website fehlen

command-check = Fehler suchen, ohne zu bauen, und den Inhalt durchsehen
option-today = Der Tag, an dem Kapitel überfällig sein können, zum Beispiel 2026-11-15 [Vorgabe: heute]
    .value = DATUM
option-write_baseline = Alle jetzigen Befunde in die Datei schreiben, die --baseline nennt
option-external = Nachfragen, ob es die Adressen im Netz noch gibt. Braucht das Netz
option-cache = Wo die Antworten aus dem Netz bleiben [Vorgabe: .external.transferbuch im Handbuch]
    .value = DATEI
option-fix = Beheben, was sich gefahrlos beheben lässt: die Änderungen zeigen, fragen und sie schreiben
option-freeze_ids = Jedem Kapitel seine Kennung hineinschreiben, damit Verweise halten, wenn seine Datei umzieht
option-yes = Schreiben, ohne zu fragen
option-drafts = Entwürfe einbeziehen
option-strict = Auch bei Warnungen scheitern
option-format = Wie Befunde gemeldet werden: für Menschen auf stderr, sonst auf stdout
    .value = FORMAT
value-format-human = Zeilen mit Markierungen
value-format-json = Ein JSON-Dokument
value-format-sarif = SARIF 2.1.0, für Code-Scanning
value-format-github = Anmerkungen von GitHub Actions
value-format-gitlab = Ein Qualitätsbericht von GitLab
value-format-html = Der Redaktionstisch als eine Seite, zum Veröffentlichen in CI
value-format-ics = Fällige Durchsichten als Kalender
option-baseline = Eine Datei mit bekannten Befunden, an denen nichts scheitert
    .value = DATEI
option-against = Auch nach Adressen suchen, die die Website in diesem Ordner hat und diese nicht hätte
    .value = ORDNER

command-watch = Die Website zeigen, während Sie schreiben: was Sie speichern, ist sofort im Browser
option-port = Der Port, oder der nächste freie; 0 für irgendeinen
    .value = ZAHL
option-open = Den Browser öffnen
option-follow = Den Browser zum Kapitel führen, das gerade gespeichert wurde
option-bind = Die Adresse, unter der die Website erreichbar ist; andere als 127.0.0.1 sind es auch von anderen Rechnern aus
    .value = ADRESSE
option-word = Wonach Menschen an anderen Rechnern gefragt werden, bevor sie etwas sehen
    .value = WORT
option-editor = Womit ein Alt-Klick auf einen Absatz seine Stelle öffnet, zum Beispiel code [Vorgabe: das Programm in VISUAL]
    .value = PROGRAMM

command-explain = Einen Befund erklären: was er bedeutet, was falsch ist und was richtig
option-slug = Sein Name, wie in den Klammern von Fehler[unknown-key]; ohne ihn werden alle aufgezählt
    .value = NAME

command-release = Das Handbuch als Ausgabe veröffentlichen, die bleibt
option-release-version = Die Version, zum Beispiel 1.2 oder 2026-11
    .value = VERSION
option-onto = Der Ordner, in dem alle veröffentlichten Ausgaben bleiben
    .value = ORDNER
option-date = Der Tag, den sie trägt, zum Beispiel 2026-11-30 [Vorgabe: der von SOURCE_DATE_EPOCH, sonst der des neuesten Kapitels]
    .value = DATUM
option-no_latest = Die Ausgabe an der Wurzel lassen, wie sie ist
option-in_place = Die neuen Dateien eine nach der anderen in den Ordner setzen, der sich nicht tauschen lässt: ein eingehängter, oder einer in einem Ordner ohne Schreibrecht
option-force_lower = Eine Version erlauben, die niedriger ist als eine vorhandene
option-release-fix = Frühere Adressen umgezogener Kapitel in deren Kopf schreiben

command-book = Das Handbuch als Buch schreiben (PDF oder EPUB): ganz, einen Abschnitt oder ein Kapitel
option-book-book_format = Wofür das Buch ist [Vorgabe: nach der Endung von --out, sonst epub]
    .value = FORMAT
value-book_format-pdf = Zum Drucken, Ablegen und Vorlesen
value-book_format-epub = Für Lesegeräte und Telefone
option-book-out = Die Datei [Vorgabe: nach dem Titel genannt, im Ordner, in dem Sie sind]
    .value = DATEI
option-book-language = Sprache der Kapitel [Vorgabe: die erste des Handbuchs]
    .value = KÜRZEL
option-book-paths = Kapitel, Ordner für ganze Abschnitte, oder die Adresse einer Merkliste in Anführungszeichen [Vorgabe: alles]
    .value = PFAD

command-archive = Ein veröffentlichtes Handbuch in Archive packen, überall dieselben Bytes
option-archive-dir = Der veröffentlichte Ordner; für eine ältere Ausgabe ihr eigener, zum Beispiel public/v/1.0
    .value = ORDNER
option-archive-out = Wohin mit den Archiven
    .value = ORDNER

command-verify = Nachsehen, ob ein veröffentlichter Ordner noch so ist, wie er veröffentlicht wurde
option-verify-dir = Der Ordner
    .value = ORDNER

option-restore = Geänderte und fehlende Dateien aus diesem Archiv der Ausgabe zurückholen
    .value = ARCHIV

command-search = Suchen wie eine Leserin, in einem Handbuch oder einer veröffentlichten Website (-C)
option-query = Die Wörter; ohne sie ist jede Zeile der Standardeingabe eine Suche
    .value = WORT
option-json = Zu jeder Suche die Ergebnisse als JSON-Liste ausgeben
option-limit = Wie viele Ergebnisse
    .value = ZAHL
option-missing = Welche Anfragen aus dieser Datei, eine je Zeile, nichts finden
    .value = DATEI
option-search-language = Sprache der Kapitel [Vorgabe: die erste des Handbuchs]
    .value = KÜRZEL

command-translate = Eine Übersetzung beginnen, oder sehen, was sich am Original geändert hat
option-translate-path = Die Datei des Originals
    .value = DATEI
option-translate-language = Die Sprache, in die übersetzt wird, zum Beispiel `en`
    .value = KÜRZEL
option-done = Vermerken, dass die Übersetzung auf dem Stand ist

command-context = Ausgeben, was die Vorlage eines Kapitels bekommt, als JSON
option-context-path = Die Datei des Kapitels
    .value = DATEI

command-schema = Ein JSON-Schema ausgeben, mit dem Editoren beim Tippen ergänzen und prüfen
option-of = Was es beschreibt
    .value = WAS
value-of-front-matter = Den Kopf von Kapiteln, mit den Feldern der Arten des Handbuchs
value-of-handbook = handbook.yml

value-of-kind = Eine Datei in kinds/

command-theme = Dateien des Standard-Themes nennen, oder eine davon zum Ändern ins Handbuch holen
option-action = Was geschehen soll
    .value = WAS
value-action-list = Alle Dateien nennen
value-action-eject = Eine Datei unter themes/ ablegen, wo sie an die Stelle der mitgelieferten tritt
option-file = Die Datei, zum Beispiel templates/parts/footer.html
    .value = DATEI

command-completions = Ein Skript ausgeben, mit dem Ihre Shell Befehle ergänzt
option-shell = Die Shell
    .value = SHELL

command-man = Eine Seite für das Handbuch des Systems (man) ausgeben
option-page = Der Befehl, um den es geht; ohne ihn das ganze Programm
    .value = BEFEHL
command-licences = Die Lizenzen aller Bestandteile des Programms ausgeben

help-usage = Aufruf
help-commands = Befehle
help-command = BEFEHL
help-arguments = Angaben
help-options = Optionen
help-general = Allgemein
help-some-options = [OPTIONEN]
help-default = [Vorgabe: { $value }]
help-values = [möglich: { $values }]
help-value-list = Möglich sind:
help-more = Mehr dazu: { $command }

wrong-option = { $option } gibt es hier nicht
wrong-command = Einen Befehl `{ $command }` gibt es nicht
wrong-no-command = Es fehlt ein Befehl. Es gibt: { $commands }
wrong-value = `{ $value }` passt nicht zu { $option }. Möglich sind: { $values }
wrong-no-value = Hinter { $option } fehlt ein Wert
wrong-form = `{ $value }` passt nicht zu { $option }: { $help }
wrong-missing = Es fehlt: { $option }
wrong-twice = { $option } darf nur einmal stehen
wrong-together = { $option } und { $other } gehen nicht zusammen
wrong-count = { $option } hat keinen Wert; `{ $value }` muss weg
wrong-utf8 = Eine Angabe enthält Zeichen, die sich nicht lesen lassen
wrong-usage = So lässt sich das Programm nicht aufrufen
