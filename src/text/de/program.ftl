# Was das Programm außer Befunden sagt.

severity-error = Fehler
severity-warning = Warnung
severity-note = Hinweis
help = Hilfe
nearest = Meinten Sie `{ $nearest }`?
decimal-separator = ,
first-line-here = zuerst steht es hier
first-here = zuerst ist es hier vergeben
changed-here = seitdem geändert

type-nothing = nichts
type-flag = ja oder nein
type-number = eine Zahl
type-integer = eine ganze Zahl
type-text = ein Text
type-list = eine Liste
type-map = eine Gruppe von Zeilen `Feld: Wert`

progress = { $done } von { $total } Seiten
built = { $pages ->
    [one] 1 Seite in { $seconds } s gebaut: { $out }
   *[other] { $pages } Seiten in { $seconds } s gebaut: { $out }
}
left-out = { $count ->
    [one] 1 Datei wird nicht veröffentlicht, weil nichts zu ihr führt
   *[other] { $count } Dateien werden nicht veröffentlicht, weil nichts zu ihnen führt
}
checked = { $warnings ->
    [0] { $pages } Seiten in { $seconds } s geprüft: alles in Ordnung
    [one] { $pages } Seiten in { $seconds } s geprüft: 1 Warnung
   *[other] { $pages } Seiten in { $seconds } s geprüft: { $warnings } Warnungen
}
failed = { $errors ->
    [0] { $warnings } Warnungen, und --strict erlaubt keine: nichts wurde veröffentlicht
    [one] 1 Fehler: nichts wurde veröffentlicht
   *[other] { $errors } Fehler: nichts wurde veröffentlicht
}
check-failed = { $errors ->
    [0] { $warnings } Warnungen, und --strict erlaubt keine
    [one] 1 Fehler: so wird das Handbuch nicht veröffentlicht
   *[other] { $errors } Fehler: so wird das Handbuch nicht veröffentlicht
}
more-like-this = und { $count } weitere wie dieser: { $places }
more-findings = Das sind { $shown } von { $total } Befunden, alle Fehler zuerst. Insgesamt:

no-handbook = In { $folder } ist kein Handbuch. Gehen Sie in seinen Ordner, nennen Sie ihn mit -C, oder beginnen Sie eines mit `transferbuch init ORDNER`
handbooks-below = { $folder } ist kein Handbuch, aber darunter liegt eines. Gehen Sie in seinen Ordner:
    { $ways }
bare-folder = { $folder } hat keine handbook.yml. Ohne sie gehen nur build, watch, check und search; beginnen Sie ein Handbuch mit `transferbuch init ORDNER`
bare-takes-all = { $count ->
    [one] In { $folder } liegt keine handbook.yml: Alles Markdown darin und darunter wird das Handbuch, 1 Kapitel
   *[other] In { $folder } liegt keine handbook.yml: Alles Markdown darin und darunter wird das Handbuch, { $count } Kapitel
}
bare-ask = Soll es so gebaut werden? [j/N]
no-such-chapter = { $nearest ->
    [none] Es gibt kein Kapitel { $path }.
   *[other] Es gibt kein Kapitel { $path }. Meinten Sie { $nearest }?
}
init-exists = In { $dir } ist schon ein Handbuch. Wählen Sie einen anderen Ordner
init-in-the-way = In { $dir } liegt schon eine Datei { $file }. Wählen Sie einen leeren Ordner
init-done = { $count } Dateien in { $dir } angelegt. { $here ->
    [yes] Tippen Sie
   *[no] Gehen Sie dorthin (cd { $typed }), und tippen Sie
}: transferbuch watch --open
    Dann zeigt der Browser das Handbuch, während Sie daran schreiben
cannot-make-file = { $path } lässt sich nicht schreiben: { $problem }
add-there = { $path } gibt es schon. Wählen Sie einen anderen Titel
add-unknown-kind = { $nearest ->
    [none] Es gibt keine Art { $kind }. Möglich sind: { $kinds }
   *[other] Es gibt keine Art { $kind }. Meinten Sie { $nearest }? Möglich sind: { $kinds }
}
add-without-title = Nennen Sie einen Titel, zum Beispiel: transferbuch add format "Runder Tisch"
add-outside = { $section } führt aus dem Handbuch hinaus. Nennen Sie einen Abschnitt wie `formate`
add-done = { $path } angelegt
add-summary = Ein oder zwei Sätze, die Lust aufs Lesen machen.
add-status = Nehmen Sie die Zeile `status: draft` weg, wenn das Kapitel veröffentlicht werden darf.
add-required = { " " }(Pflichtfeld)
add-one-of = Eines von:
add-some-of = Eines oder mehrere, in [Klammern]:
add-records = Einträge, die mit einem Bindestrich beginnen, jeder mit:
add-flag = ja oder nein
add-refs = Namen von Kapiteldateien ohne .md, in [Klammern].
add-section-kind = Die Art der Kapitel darin. Ohne sie sind es einfache Seiten.
add-section-order = Die Reihenfolge der Kapitel: die Namen ihrer Dateien ohne .md. Ohne sie gilt das Alphabet.
add-section-body = Hier steht, worum es in diesem Abschnitt geht.
add-body = Hier steht der Text. Überschriften beginnen mit ##.
search-no-language = Für die Sprache { $language } gibt es keinen Suchindex
search-no-query = Schreiben Sie, was Sie suchen, zum Beispiel: transferbuch search Treffen
search-lacks = ohne: { $words }
search-also = Auch gesucht: { $words }
search-no-file = { $path } lässt sich nicht lesen: { $problem }
search-nothing = Nichts gefunden für „{ $query }“
search-unavailable = Der Suchindex ist nicht lesbar ({ $problem }). Bauen Sie die Website neu

watch-other-port = Port { $port } ist belegt, vielleicht von einer anderen Vorschau. Darum hat diese eine andere Adresse:
watching = Sie sehen das Handbuch unter { $url } (Strg-C beendet)
watch-desk-at = Was zu tun ist, steht auf dem Redaktionstisch: { $url }
watch-port = Kein Port ab { $port } ist frei: { $problem }. Nennen Sie einen anderen mit --port, oder --port 0 für irgendeinen
watch-polling = { $problem ->
    [none] So viele Ordner kann das System nicht beobachten: Änderungen erscheinen nach etwa einer Sekunde
   *[other] Das System kann die Ordner nicht beobachten ({ $problem }): Änderungen erscheinen nach etwa einer Sekunde
}
watch-begun = { $chapters ->
    [one] 1 Kapitel in { $ms } ms gelesen
   *[other] { $chapters } Kapitel in { $ms } ms gelesen
}
watch-changed = { $count ->
    [one] { $path } nach { $ms } ms
   *[other] { $count } Dateien nach { $ms } ms
}
watch-findings = { $errors ->
    [0] { $warnings ->
        [one] 1 Warnung
       *[other] { $warnings } Warnungen
    }
    [one] { $warnings ->
        [0] 1 Fehler
        [one] 1 Fehler, 1 Warnung
       *[other] 1 Fehler, { $warnings } Warnungen
    }
   *[other] { $warnings ->
        [0] { $errors } Fehler
        [one] { $errors } Fehler, 1 Warnung
       *[other] { $errors } Fehler, { $warnings } Warnungen
    }
}
watch-clean = Alles in Ordnung
watch-here = { $errors ->
    [one] 1 Fehler auf dieser Seite
   *[other] { $errors } Fehler auf dieser Seite
}
watch-holds-all = { $errors ->
    [one] 1 Fehler hält alle Seiten auf
   *[other] { $errors } Fehler halten alle Seiten auf
}
watch-held-back = Sie sehen die Seite, wie sie zuletzt war. Was Sie seither geschrieben haben, erscheint, sobald das behoben ist.
watch-at = { $path }, Zeile { $line }
watch-copy = Pfad kopieren
watch-copied = Kopiert
watch-close = Ausblenden
watch-ended = Das Programm läuft nicht mehr. Sobald Sie es mit „transferbuch watch“ wieder starten, zeigt diese Seite Ihre Änderungen.
watch-mended = Behoben: { $path }: { $problem }
watch-mended-more = { $count ->
    [one] Behoben ist auch 1 anderer Befund
   *[other] Behoben sind auch { $count } andere Befunde
}
watch-warnings = { $title }. Alle stehen auf dem Redaktionstisch
watch-deleted = { $path } gibt es nicht mehr. In der Nähe:
watch-missing = Unter dieser Adresse gibt es keine Seite. In der Nähe:
watch-open = { $word ->
    [yes] Andere in Ihrem Netz können das Handbuch lesen, wenn sie das Wort wissen, auch Entwürfe, Befunde und die Namen Ihrer Dateien, unter: { $urls }
   *[other] Andere in Ihrem Netz können das Handbuch lesen, auch Entwürfe, Befunde und die Namen Ihrer Dateien, unter: { $urls }
}
watch-word-alone = Nach dem Wort wird niemand gefragt: nur dieser Rechner kann das Handbuch lesen. Für andere öffnen Sie es mit --bind 0.0.0.0
watch-word-empty = Das Wort ist leer. Nennen Sie eines, zum Beispiel --word Sonnenblume
watch-editor = { $editor } braucht ein Terminal und lässt sich vom Browser aus nicht öffnen. Nennen Sie ein Programm mit eigenem Fenster, zum Beispiel --editor code, oder eines für das Terminal dazu: --editor 'xterm -e { $editor } "{"{"}file{"}"}"'
watch-source = Alt-Klick auf einen Absatz öffnet seine Stelle im Editor
watch-desk = Redaktionstisch
watch-edit = Im Editor öffnen
watch-open-elsewhere = Den Editor öffnet nur, wer an dem Rechner sitzt, auf dem das Programm läuft.
watch-no-source = Diese Seite hat keine Datei: das Programm macht sie aus den anderen.
watch-source-gone = { $path } gibt es nicht mehr.
watch-choose-editor = Womit möchten Sie { $place } öffnen? Ein anderes Programm nennen Sie mit „transferbuch watch --editor“.
watch-system-editor = Programm des Rechners
watch-editor-failed = „{ $program }“ lässt sich nicht starten: { $problem }. Nennen Sie ein anderes Programm, zum Beispiel mit „transferbuch watch --editor code“.
word-title = Dieses Handbuch ist noch nicht öffentlich
word-label = Das Wort, das Sie von der Redaktion haben
word-enter = Öffnen
word-wrong = Das Wort stimmt nicht. Achten Sie auf Groß- und Kleinschreibung, oder fragen Sie noch einmal nach.
watch-no-browser = Der Browser lässt sich nicht öffnen: { $problem }
desk-title = Redaktionstisch: { $handbook }
desk-home = Zum Handbuch
desk-as-of = Stand: { $date }.
desk-outside-asked = Nach den Adressen im Netz wurde zuletzt am { $date } gefragt.
desk-outside-never = Nach den Adressen im Netz wurde noch nicht gefragt: transferbuch check --external
desk-calendar-link = Fällige Durchsichten als Kalender (duties.ics)
desk-calendar = Durchsichten: { $handbook }
desk-calendar-entry = Durchsehen: { $title }
desk-nothing = Es ist nichts zu tun.
desk-none = Dazu ist nichts zu tun.
desk-person = Wer
desk-everyone = Alle
desk-nobody = Ohne Zuständige
desk-sort = Was
desk-everything = Alles
desk-text = Worin
desk-line = Zeile { $line }
desk-overdue = Die Durchsicht war am { $date } fällig
desk-due = Die Durchsicht ist am { $date } fällig
desk-is-draft = Das Kapitel ist ein Entwurf und wird nicht veröffentlicht
desk-is-unlisted = Das Kapitel steht an seiner Adresse, und nichts führt hin
desk-error = Fehler
desk-review = Fällige Durchsichten
desk-search = Suchen, die nicht gelingen
desk-outside = Adressen im Netz
desk-translation = Übersetzungen
desk-warning = Warnungen
desk-draft = Entwürfe
desk-unlisted = Nicht gelistet
desk-note = Hinweise
desk-one-error = Fehler
desk-one-review = Durchsicht
desk-one-search = Suche
desk-one-outside = Netz
desk-one-translation = Übersetzung
desk-one-warning = Warnung
desk-one-draft = Entwurf
desk-one-unlisted = Nicht gelistet
desk-one-note = Hinweis
known = { $count ->
    [one] 1 bekannter Befund zählt nicht
   *[other] { $count } bekannte Befunde zählen nicht
}
no-baseline = { $path } gibt es nicht. Schreiben Sie die Datei mit: transferbuch check --baseline { $path } --write-baseline
baseline-unreadable = { $path } lässt sich nicht lesen: { $problem }
baseline-written = { $count ->
    [one] 1 Befund steht als bekannt in { $path }
   *[other] { $count } Befunde stehen als bekannt in { $path }
}
baseline-comment = Bekannte Befunde, geschrieben von transferbuch check --write-baseline. Was behoben ist, kann gelöscht werden.
fix-nothing = Es gibt nichts, was sich von selbst beheben ließe
fix-ask = { $changes ->
    [one] 1 Änderung
   *[other] { $changes } Änderungen
} in { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
} schreiben? [j/N]
fix-not-made = Nichts wurde geändert. Ohne Rückfrage schreibt --yes
fix-changed-meanwhile = { $path } hat sich inzwischen geändert und bleibt, wie es ist
fix-made = { $changes ->
    [one] 1 Änderung
   *[other] { $changes } Änderungen
} in { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
} geschrieben
external-asking = { $asked ->
    [one] Frage nach 1 Adresse; { $known } sind bekannt
   *[other] Frage nach { $asked } Adressen; { $known } sind bekannt
}
external-progress = { $done } von { $total } Adressen
external-no-address = sie ist falsch geschrieben
external-no-host = diesen Rechner gibt es nicht
external-too-slow = es dauert zu lange
external-no-trust = der Verbindung ist nicht zu trauen
translate-no-language = Das Handbuch hat keine Sprache `{ $language }`. Ergänzen Sie sie in handbook.yml unter `languages`
translate-itself = Das ist die Sprache des Originals. Nennen Sie eine andere: { $languages }
translate-status = Nehmen Sie diese Zeile weg, wenn alles übersetzt ist. Dann wird das Kapitel veröffentlicht.
translate-begun = { $path } angelegt. Übersetzen Sie den Text, und nehmen Sie dann die Zeile `status: draft` weg
translate-done = { $path } ist als aktuell vermerkt
translate-current = { $path } ist auf dem neuesten Stand
translate-no-version = { $path } sagt nicht, welchen Stand des Originals es übersetzt. Vermerken Sie ihn mit --done
translate-changed = Seit { $path } hat sich im Original geändert: { $changed }
translations-of = { $language }: { $translated } von { $chapters } Kapiteln übersetzt{ $stale ->
    [0] {""}
    [one] , 1 davon veraltet
   *[other] , { $stale } davon veraltet
}
theme-ejected = { $path } angelegt, wie die Datei im Standard-Theme steht. Von nun an gilt Ihre; was Sie nicht ändern wollen, nehmen Sie besser wieder heraus
theme-there = { $path } gibt es schon
theme-unknown-file = { $nearest ->
    [none] Das Standard-Theme hat keine Datei { $file }. Alle nennt: transferbuch theme list
   *[other] Das Standard-Theme hat keine Datei { $file }. Meinten Sie { $nearest }? Alle nennt: transferbuch theme list
}
man-unknown = { $nearest ->
    [none] Es gibt keinen Befehl { $name }.
   *[other] Es gibt keinen Befehl { $name }. Meinten Sie { $nearest }?
}
schema-kind-id = Wie Kapitel und Vorlagen die Art nennen. Ohne Angabe gilt der Name der Datei.
schema-kind-label = Wie ein Kapitel dieser Art heißt, je Sprache.
schema-kind-plural = Wie mehrere heißen, je Sprache.
schema-kind-help = Was für Kapitel das sind, für alle, die sie schreiben.
schema-kind-colour = Die Farbe der Art auf Karten und Kapiteln; accent ist die des Handbuchs.
schema-kind-icon = Das Zeichen der Art.
schema-kind-card = Die Felder, die auf Karten stehen. Nach ihnen wählen Lesende.
schema-kind-glance = Die Felder ganz oben im Kapitel.
schema-kind-fields = Die Felder, in der Reihenfolge, in der sie erscheinen.
schema-kind-finder = Fragen, mit denen Lesende das passende Kapitel finden: eine Überschrift und Fragen zu Feldern.
schema-kind-remove = Felder, die eine eingebaute Art hat und diese nicht haben soll.
schema-field-id = Wie das Feld im Kopf eines Kapitels heißt: kleine Buchstaben, Ziffern und Unterstriche.
schema-field-type = Was hineingehört.
schema-field-label = Wie es für Lesende heißt, je Sprache.
schema-field-help = Was man beim Schreiben darüber wissen muss.
schema-field-required = Ob es in jedem Kapitel stehen muss, das veröffentlicht wird.
schema-field-facet = Ob Lesende im Katalog danach filtern können.
schema-field-icon = Das Zeichen vor dem Feld.
schema-field-sign = Ob eine Liste aufzählt, was für die Sache spricht (plus) oder dagegen (minus). Beide stehen dann nebeneinander.
schema-field-unit = Die Einheit hinter einer Zahl oder einer Spanne, je Sprache.
schema-field-words = Andere Wörter, unter denen man das Feld finden soll, mit Kommas, je Sprache.
schema-field-values = Die Werte, aus denen man wählt.
schema-field-bands = Die Stufen, in die Zahlen beim Filtern fallen.
schema-field-min = Die kleinste Zahl, die erlaubt ist.
schema-field-max = Die größte Zahl, die erlaubt ist.
schema-field-fields = Die Felder jedes Eintrags einer Liste.
schema-field-to = Die Art der Kapitel, auf die es verweist. Ohne Angabe geht jede.
schema-field-inverse = Das Feld der anderen Art, das dasselbe von der anderen Seite sagt.
schema-field-back_label = Wie die Verweise auf der anderen Seite heißen, je Sprache.
schema-value-id = Was im Kopf eines Kapitels steht.
schema-value-label = Wie der Wert für Lesende heißt, je Sprache.
schema-value-alone = Wie er heißt, wo der Name des Feldes nicht danebensteht.
schema-value-words = Andere Wörter, unter denen man ihn finden soll, mit Kommas, je Sprache.
schema-band-id = Wie die Stufe in Adressen heißt.
schema-band-label = Wie sie für Lesende heißt, je Sprache.
schema-band-from = Ab hier gehört ein Wert dazu.
schema-band-to = Bis hier gehört ein Wert dazu.
schema-type-text = Eine Zeile Text.
schema-type-markdown = Ein Text mit Markdown, auch über mehrere Absätze.
schema-type-number = Eine Zahl, wie 1200 oder 1,5.
schema-type-range = Eine Spanne von Zahlen, wie 15-30, ab 30 oder bis 15.
schema-type-duration = Eine Dauer, wie 2 Stunden oder 1-2 Tage.
schema-type-date = Ein Tag, wie 2026-11-30.
schema-type-url = Eine Adresse im Netz.
schema-type-flag = Ja oder nein: true oder false.
schema-type-choice = Einer von mehreren Werten.
schema-type-choices = Einer oder mehrere von mehreren Werten.
schema-type-list = Mehrere Texte, oder mehrere Einträge mit Feldern.
schema-type-steps = Schritte mit Titel, Minuten und Beschreibung.
schema-type-file = Eine Datei neben dem Kapitel.
schema-type-files = Dateien mit Titel, Sprache und der Angabe, ob sie barrierefrei sind.
schema-type-ref = Ein anderes Kapitel.
schema-type-refs = Andere Kapitel.
schema-front-matter = Angaben am Anfang eines Kapitels
schema-front-title = Wie das Kapitel heißt. Ohne Angabe gilt die erste Überschrift.
schema-front-summary = Ein oder zwei Sätze, die Lust aufs Lesen machen.
schema-front-kind = Die Art des Kapitels. Ohne Angabe gilt die seines Abschnitts.
schema-front-order = Platz unter den Nachbarn als Zahl; in index.md auch die Namen der Dateien in ihrer Reihenfolge.
schema-front-status = Wie weit das Kapitel ist. Ein Entwurf (draft) wird nicht veröffentlicht.
schema-front-updated = Wann es zuletzt geändert wurde, wie 2018-06-15.
schema-front-review_by = Wann jemand wieder darauf sehen soll, wie 2018-06-15.
schema-front-superseded_by = Welches Kapitel an die Stelle von diesem tritt, wenn es überholt ist.
schema-front-authors = Wer es geschrieben hat.
schema-front-contact = Wen man fragen kann.
schema-front-image = Das Bild, das in Listen, in Feeds und bei Links für das Kapitel steht: Datei, was darauf zu sehen ist, und von wem es ist.
schema-front-blocks = Auf der Startseite: ihre Blöcke, in ihrer Reihenfolge.
schema-front-featured = Auf der Startseite: das Kapitel, das sie hervorhebt.
schema-front-license = Unter welcher Lizenz es steht.
schema-front-topics = Worum es geht.
schema-front-audiences = Für wen es ist.
schema-front-synonyms = Andere Wörter, unter denen man es finden soll.
schema-front-sources = Worauf es sich stützt.
schema-front-aliases = Adressen, die es früher hatte.
schema-front-anchors = Anker, die es früher hatte, jeder mit dem der Überschrift, die an seine Stelle tritt, oder `top`.
schema-front-id = Wie andere Kapitel es nennen. Bleibt, wenn die Datei umzieht.
schema-front-open = Felder, deren Antwort noch niemand weiß.
schema-handbook-title = Der Name des Handbuchs, für alle Sprachen oder je Sprache.
schema-handbook-description = Ein Satz dazu, für Suchmaschinen und Vorschauen.
schema-handbook-languages = Sprachcodes wie de oder en. Die erste steht an der Wurzel der Website.
schema-handbook-publish = Dateien, die veröffentlicht werden, obwohl nichts zu ihnen führt, vom Ordner content aus: `downloads/**`, `CNAME`.
schema-handbook-theme = Das Aussehen: standard, oder ein Ordner unter themes/.
schema-handbook-url = Wo die Website stehen wird, für Suchmaschinen und Feeds.
schema-handbook-book = Das Handbuch als Buch: pdf und epub legen es zur Website, publisher steht auf der Titelseite, paper ist das Format der Seiten und font sind die Dateien der Schrift.
schema-handbook-legal = Die Seiten, die das Gesetz verlangt, als Wege vom Ordner content aus.
schema-handbook-markdown = Was in Markdown erlaubt ist.
schema-handbook-external = Rechner und Anfänge von Adressen, nach denen check --external nicht fragt.
schema-handbook-search = Ein Thesaurus in der Form von MyThes (thesaurus), eine .dat-Datei neben handbook.yml.
schema-handbook-severity = Wie schwer ein Befund wiegt: error, warning, note oder off.
ci-done = { $path } geschrieben. Was darin noch einzustellen ist, steht am Anfang der Datei
ci-exists = { $path } gibt es schon. Nehmen Sie die Datei weg, um sie neu zu schreiben
ci-missing = Es fehlt die Variable TRANSFERBUCH, die sagt, woher das Programm kommt. Was hineingehört, steht am Anfang der Datei { $path }
ci-github =
    Prüft das Handbuch, veröffentlicht seine Ausgaben mit GitHub Pages und eine Vorschau auf die nächste.

    Einmal, in den Einstellungen des Repositorys: Pages, Source: GitHub Actions; dann Environments,
    github-pages: Tags `v*` erlauben. Und woher das Programm kommt, in zwei Variablen (Settings, Secrets
    and variables, Actions, Variables): TRANSFERBUCH ist die Adresse seines Archivs für Linux (*.tar.gz),
    und TRANSFERBUCH_SHA256 dessen Prüfsumme. Oder TRANSFERBUCH ist, was `cargo install` versteht:
    `--git ADRESSE --tag v0.1.0`; dann braucht es keine Prüfsumme.

    Ein Tag wie v1.2 veröffentlicht eine Ausgabe. Der Zweig `website` bewahrt alle Ausgaben, wie sie
    veröffentlicht wurden, in seinem Ordner `site`: Ändern Sie ihn nie von Hand. Die Vorschau des
    Hauptzweigs steht daneben unter `-preview/`; solange es keine Ausgabe gibt, ist sie die Website.
ci-gitlab =
    Prüft das Handbuch, veröffentlicht seine Ausgaben mit GitLab Pages und eine Vorschau auf die nächste.

    Einmal, in den Einstellungen des Projekts: CI/CD, Job token permissions: Git push erlauben. Und woher
    das Programm kommt, in zwei Variablen (Settings, CI/CD, Variables): TRANSFERBUCH ist die Adresse
    seines Archivs für Linux (*.tar.gz), und TRANSFERBUCH_SHA256 dessen Prüfsumme. Oder
    TRANSFERBUCH ist, was `cargo install` versteht: `--git ADRESSE --tag v0.1.0`; dann braucht es keine
    Prüfsumme. Wer jede Woche nach den Adressen im Netz fragen will, legt einen Zeitplan an.

    Ein Tag wie v1.2 veröffentlicht eine Ausgabe. Der Zweig `website` bewahrt alle Ausgaben, wie sie
    veröffentlicht wurden, in seinem Ordner `site`: Ändern Sie ihn nie von Hand. Die Vorschau des
    Hauptzweigs steht daneben unter `-preview/`; solange es keine Ausgabe gibt, ist sie die Website.
    Vorschauen anderer Zweige zeigt GitLab beim Merge-Request.
ci-history = Die ganze Geschichte sagt, wann jedes Kapitel zuletzt geändert wurde.
ci-outside = Einmal in der Woche: Antworten die Adressen im Netz noch?
ci-lost = Auch, ob eine veröffentlichte Adresse verloren ginge.
ci-archives = Die Ausgabe bekommt ihre Archive.
schema-front-translation_of = Das Kapitel, dessen Übersetzung dies ist.
schema-handbook-translations = Was von den Übersetzungen in eine Sprache verlangt wird.
schema-handbook-images = Bilder, die für das Handbuch stehen (logo, preview, icon), und ob jedes Bild einen Nachweis braucht (credit).
schema-handbook-palette = Die Farben der Seiten, hell und unter dark dunkel.
schema-handbook-feedback = Wohin Rückmeldungen gehen: eine E-Mail-Adresse, eine Adresse im Web oder ein Kapitel.
schema-handbook-logos = Logos von Partnern und Fördernden auf der Startseite: je eine Datei (file), wessen Logo es ist (alt) und wohin es führt (url).
schema-handbook-numbers = Ob Abschnitte und Kapitel Nummern tragen, etwa 2.3.
schema-handbook-sign_language = Das Handbuch in Gebärdensprache: ein Kapitel, oder unter video ein Film, als Datei oder Adresse im Web.
schema-handbook-authors = Woher die Namen der Verfassenden kommen, wenn ein Kapitel keine nennt: front-matter (von nirgends) oder git.
schema-handbook-updated = Woher der Tag der letzten Änderung kommt, wenn ein Kapitel ihn nicht nennt: front-matter (von nirgends) oder git.
schema-handbook-easy_language = Was für Seiten in Leichter oder Einfacher Sprache gilt: wie sie heißt (name), und wie viele Wörter ein Satz haben darf (sentence_words).
explain-unknown = Es gibt keinen Befund { $slug }. `transferbuch explain` nennt alle
explain-unknown-nearest = Es gibt keinen Befund { $slug }. Meinten Sie { $nearest }? `transferbuch explain` nennt alle
released = Version { $version } in { $onto } veröffentlicht: { $new } mehr auf der Platte, { $shared } mit der Version davor geteilt
released-already = Version { $version } ist schon in { $onto }, genau so
release-no-version = { $version } ist keine Version. Schreiben Sie Zahlen mit Punkten oder Bindestrichen, etwa 1.2 oder 2026-11
release-today = Kein Kapitel sagt `updated`: Version { $version } trägt den heutigen Tag, { $day }. Einen anderen nennen Sie mit --date
release-fixed = In { $path } steht nun, wo es war

book-written = { $path } geschrieben: { $chapters ->
    [one] 1 Kapitel
   *[other] { $chapters } Kapitel
}, { $size }, in { $seconds } s
book-without-pdf = Dieses Programm kann kein PDF schreiben. Übersetzen Sie es mit `cargo install --path . --features book`, oder schreiben Sie mit --format epub ein EPUB
book-empty = Keine Kapitel für ein Buch
book-no-language = Das Handbuch hat keine Sprache { $language }. Es hat: { $known }
archived = { $path } geschrieben
archive-inside = Was nicht veröffentlicht wurde, gehört nicht in { $dir }. Nennen Sie mit --out einen anderen Ordner, etwa --out archiv
internal-failure = Fehler: Das ist ein Fehler von transferbuch { $version } selbst: { $problem }
    Bitte melden Sie ihn mit dieser Zeile und, wenn es geht, der Datei, um die es ging. Veröffentlicht wurde nichts.
put-in-order = In { $dir } war eine Veröffentlichung abgebrochen worden; sie ist zu Ende geführt
verified = { $files ->
    [one] Die eine Datei ist so, wie sie veröffentlicht wurde
   *[other] Alle { $files } Dateien sind so, wie sie veröffentlicht wurden
}
verify-failed = { $files ->
    [one] 1 Datei ist nicht so, wie sie veröffentlicht wurde
   *[other] { $files } Dateien sind nicht so, wie sie veröffentlicht wurden
}

verify-way-out = Geänderte und fehlende Dateien holt zurück: transferbuch verify { $dir } --restore ARCHIV, mit einem Archiv dieser Ausgabe, wie transferbuch archive es macht
restored = { $files ->
    [0] Das Archiv hat keine der Dateien, wie sie veröffentlicht wurden
    [one] 1 Datei zurückgeholt
   *[other] { $files } Dateien zurückgeholt
}
archive-unreadable = { $path } lässt sich nicht als Archiv lesen: { $problem }. Nennen Sie eine Datei auf .zip oder .tar.gz, die transferbuch archive gemacht hat, ohne „offline“ im Namen

cite-handbook = Bitte zitieren Sie dieses Handbuch mit diesen Angaben.
changes-new = Neu
changes-changed = Geändert
changes-moved = Verschoben
changes-withdrawn = Zurückgezogen oder entfernt

## Was dieses YAML unlesbar macht
yaml-second-document = Hier beginnt ein zweiter Satz Kopfdaten oder eine zweite Datei in der Datei
yaml-second-document-remedy = Nehmen Sie diese Zeile weg: --- steht nur am Anfang und am Ende
yaml-indentation = Diese Zeile ist anders eingerückt als die, zu denen sie gehört
yaml-indentation-remedy = Rücken Sie Felder derselben Ebene gleich weit ein, am besten mit zwei Leerzeichen je Ebene
yaml-list-and-fields = Hier stehen Punkte einer Liste und Felder durcheinander
yaml-list-and-fields-remedy = Beginnen Sie jede Zeile der Liste mit `- `, oder jede mit `Feld: Wert`
yaml-item-in-text = Diese Zeile beginnt wie ein Punkt einer Liste und gehört so doch zum Text darüber
yaml-item-in-text-remedy = Rücken Sie alle Punkte der Liste gleich weit ein, oder setzen Sie den ganzen Text in Anführungszeichen
yaml-bullet = Punkte einer Liste beginnen hier mit einem Bindestrich und einem Leerzeichen
yaml-bullet-remedy = Schreiben Sie vor jeden Punkt einen Bindestrich und ein Leerzeichen: `- Punkt`
yaml-list-below = Die Punkte einer Liste stehen unter ihrem Feld, nicht dahinter
yaml-list-below-remedy = Beginnen Sie den ersten Punkt in der nächsten Zeile, so weit eingerückt wie die anderen
yaml-no-colon = In dieser Zeile steht kein Feld: Es fehlt der Doppelpunkt
yaml-no-colon-remedy = Schreiben Sie `Feld: Wert`, oder rücken Sie die Zeile ein, wenn sie zum Text darüber gehört
yaml-no-item = Diese Datei ist eine Liste, und diese Zeile beginnt keinen Eintrag
yaml-no-item-remedy = Beginnen Sie einen neuen Eintrag mit `- `, wie die anderen; gehört die Zeile zum Eintrag darüber, rücken Sie sie ein
yaml-text-below = Dieser Text gehört zum Feld darüber und ist nicht eingerückt
yaml-text-below-remedy = Rücken Sie alle Zeilen dieses Textes um zwei Leerzeichen ein
yaml-colon = Hinter diesem Doppelpunkt fehlt das Leerzeichen
yaml-colon-remedy = Schreiben Sie `Feld: Wert`, mit einem Leerzeichen hinter dem Doppelpunkt
yaml-comma = In dieser Liste in Klammern fehlt ein Komma oder ein Anführungszeichen
yaml-comma-remedy = Trennen Sie die Einträge mit Kommas, und setzen Sie Texte mit Sonderzeichen in Anführungszeichen: [Sprache, "Teil 1: Anfang"]
yaml-bracket = Diese Klammer geht zu, ohne dass eine dazu passende aufgegangen ist
yaml-bracket-remedy = Nehmen Sie sie weg, oder setzen Sie den Text in Anführungszeichen
yaml-escape = In doppelten Anführungszeichen verändert ein `\` das Zeichen dahinter
yaml-escape-remedy = Nehmen Sie einfache Anführungszeichen: 'C:\Daten'
yaml-block = Hinter `|` oder `>` darf in dieser Zeile kein Text mehr stehen
yaml-block-remedy = Beginnen Sie den Text in der nächsten Zeile, eingerückt, oder setzen Sie ihn in Anführungszeichen
yaml-behind-quote = Hinter dem schließenden Anführungszeichen geht der Text weiter
yaml-behind-quote-remedy = Setzen Sie den ganzen Text in Anführungszeichen, außen einfache: '"Runder Tisch" im Rathaus'
yaml-comment = Hier zerschneidet eine Anmerkung mit # den Text
yaml-comment-remedy = Setzen Sie ihn in Anführungszeichen, wenn das # dazugehört, oder schreiben Sie die Anmerkung in eine eigene Zeile davor
yaml-key = Der Name eines Feldes kann keine Liste und keine Gruppe sein
yaml-key-remedy = Setzen Sie den Text in Anführungszeichen, wenn die Klammern dazugehören
yaml-sign = Dieses Zeichen kann in YAML hier nicht stehen
yaml-sign-remedy = Setzen Sie den Text, zu dem es gehört, in Anführungszeichen, oder nehmen Sie es weg
yaml-other = Ab hier ist dieses YAML nicht lesbar
yaml-other-remedy = Jede Zeile ist `Feld: Wert`; Listen sind eingerückte Zeilen, die mit `- ` beginnen
