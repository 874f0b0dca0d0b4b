# Was nicht stimmt, und unter `hint`, was zu tun ist. Der Name ist der des Befunds.

## YAML
yaml-syntax = { $problem }
    .hint = { $remedy }
yaml-needs-quotes = Dieser Text gehört in Anführungszeichen, weil „{ $sign }“ darin steht
    .hint = Schreiben Sie: { $line }
yaml-quote-in-text = Hinter dem schließenden Anführungszeichen geht der Text weiter
    .hint = Schreiben Sie: { $line }
yaml-unclosed = Hier geht ein Anführungszeichen oder eine Klammer auf und nie zu
    .hint = Schließen Sie es in derselben Zeile
yaml-tab = Diese Zeile beginnt mit einem Tabulator
    .hint = Rücken Sie mit Leerzeichen ein, nicht mit der Tabulatortaste
yaml-duplicate-key = `{ $key }` steht hier zweimal
    .hint = Behalten Sie eine der beiden Zeilen
yaml-anchor = `&` und `*` am Anfang eines Wertes bedeuten in YAML etwas anderes und sind hier nicht möglich
    .hint = Gehört das Zeichen zum Text, schreiben Sie: { $line }
yaml-limit = Dieses YAML ist zu tief verschachtelt oder zu groß
    .hint = Nehmen Sie Ebenen weg
text-cut-off = Hier endet der Text: { $rest } zählt in YAML als Anmerkung und erscheint nicht
    .hint = Gehört es zum Text, setzen Sie alles in Anführungszeichen: { $line }. Eine Anmerkung gehört in eine eigene Zeile
read-as-nothing = `{ $value }` heißt in YAML „nichts“; `{ $key }` bleibt leer
    .hint = Schreiben Sie nichts hinter den Doppelpunkt, oder "{ $value }", wenn es der Text ist
unknown-key = Es gibt kein Feld `{ $key }`
    .hint = Berichtigen Sie den Namen, oder nehmen Sie die Zeile weg
wrong-type = `{ $key }` soll { $expected } sein und ist { $found }
    .hint = Hierher gehört { $expected }
missing-key = `{ $key }` fehlt
    .hint = Schreiben Sie hier `{ $key }: …`, und an die Stelle der Punkte, was dort stehen soll
several-in-one = `{ $value }` zählt hier als ein einziger Eintrag
    .hint = Sind es mehrere, schreiben Sie { $list }; ist es einer, setzen Sie ihn in Anführungszeichen
not-a-record = `{ $key }` besteht aus Einträgen mit mehreren Angaben, und `{ $value }` ist keiner
    .hint = Jeder Eintrag beginnt mit einem Bindestrich: `- ` und { $first }; darunter, zwei Leerzeichen weiter eingerückt als der Bindestrich: { $rest }
unknown-value = `{ $value }` ist kein Wert von `{ $key }`
    .hint = Mögliche Werte: { $allowed }

## Dateien
not-utf8 = Diese Datei ist in { $encoding } geschrieben, nicht in UTF-8
    .hint = Speichern Sie sie mit der Kodierung UTF-8: im Windows-Editor unter „Speichern unter“, unten bei „Codierung“
control-character = Hier steht ein Steuerzeichen, das auf keiner Seite stehen darf
    .hint = Löschen Sie es; auf der Seite steht dafür ein Leerzeichen
not-a-text = Diese Datei endet wie ein Text, ist aber keiner
    .hint = Geben Sie ihr die richtige Endung, oder nehmen Sie sie aus dem Inhalt
unreadable-file = Diese Datei ist nicht lesbar: { $problem }
    .hint = Prüfen Sie die Zugriffsrechte, oder nehmen Sie sie aus dem Inhalt
unreadable-name = Der Name dieser Datei ist nicht verwendbar
    .hint = Benennen Sie sie mit Buchstaben, Ziffern und Bindestrichen um
symlink-outside = Diese Verknüpfung führt aus dem Handbuch hinaus oder ins Leere; ihr wird nicht gefolgt
    .hint = Setzen Sie eine Kopie der Datei an ihre Stelle
symlink-loop = Diese Verknüpfung führt in sich selbst zurück
    .hint = Nehmen Sie sie weg
cannot-write = Diese Datei lässt sich nicht schreiben: { $problem }
    .hint = Prüfen Sie den Platz auf dem Datenträger und die Zugriffsrechte
no-chapters = Hier ist kein Kapitel
    .hint = Legen Sie eine Markdown-Datei an, zum Beispiel `index.md`

## handbook.yml und Arten
unknown-language-code = `{ $code }` ist kein Sprachkürzel
    .hint = Schreiben Sie ein Kürzel wie `de`, `en` oder `uk`
unknown-slug = Es gibt keinen Befund `{ $slug }`
    .hint = Nehmen Sie den Namen aus den eckigen Klammern eines Befunds: `Fehler[unknown-key]`
not-a-url = `{ $value }` ist keine Adresse im Netz
    .hint = Beginnen Sie sie mit https://
invalid-id = `{ $id }` kann kein Feld heißen
    .hint = Nehmen Sie kleine Buchstaben, Ziffern und Unterstriche, zum Beispiel `lead_time`
field-without-values = Ein Feld dieses Typs braucht `values`
    .hint = Ergänzen Sie eine Zeile wie `values: [niedrig, hoch]`
duplicate-field = Das Feld `{ $field }` ist zweimal erklärt
    .hint = Behalten Sie eines der beiden
unknown-kind = Es gibt keine Art `{ $kind }`
    .hint = Berichtigen Sie den Namen, oder erklären Sie die Art in `kinds/{ $kind }.yml`
unknown-field = Die Art `{ $kind }` hat kein Feld `{ $field }`
    .hint = Berichtigen Sie den Namen

## Kopfdaten
fields-of-another-kind = Die Angaben hier gehören zur Art `{ $other }`; in diesem Ordner ist ein Kapitel ohne `kind` von der Art `{ $kind }`
    .hint = Schreiben Sie in den Kopf eine Zeile `kind: { $other }`
empty-title = Hinter `title` steht nichts; die Seite heißt darum wie ihre Datei
    .hint = Schreiben Sie den Titel dahinter, zum Beispiel `title: Runder Tisch`
missing-field = Es fehlt noch das Feld `{ $field }`: Jedes Kapitel der Art `{ $kind }` braucht es
    .hint = Schreiben Sie `{ $field }: …`, oder `open: [{ $field }]`, wenn die Antwort nicht bekannt ist
unknown-open-field = `open` nennt `{ $field }`; die Art `{ $kind }` hat kein solches Feld
    .hint = Berichtigen Sie den Namen
open-but-filled = `{ $field }` ist ausgefüllt und damit nicht offen
    .hint = Nehmen Sie es aus `open`
out-of-bounds = `{ $key }` soll eine Zahl in { $bounds } sein und ist `{ $value }`
    .hint = Schreiben Sie eine Zahl aus { $bounds }
not-a-date = `{ $value }` ist kein Datum
    .hint = Schreiben Sie Jahr, Monat und Tag: 2018-06-15
not-a-number = `{ $value }` ist keine Zahl
    .hint = Schreiben Sie nur die Zahl: 12, 1,5 oder 15.000
not-a-range = `{ $value }` ist keine Zahl und keine Spanne
    .hint = Schreiben Sie 12, 15-30, bis 15 oder ab 30
not-a-duration = `{ $value }` ist keine Dauer
    .hint = Schreiben Sie 90 Minuten, 2 Stunden, 1,5 Tage oder 2-3 Wochen
duplicate-id = Ein anderes Kapitel hat schon die id `{ $id }`
    .hint = Geben Sie einem der beiden eine andere `id`
duplicate-address = Unter { $address } wird schon etwas anderes veröffentlicht
    .hint = Benennen Sie eine der beiden Dateien um
reserved-address = Unter { $address } steht eine Seite, die das Programm selbst macht
    .hint = Benennen Sie die Datei um
alias-needs-server = An dieser Adresse kann keine Seite weiterleiten, nur ein Server
    .hint = Richten Sie die Weiterleitungen auf dem Server ein: Die Listen heißen `_redirects` und `redirects.nginx.map`
unservable-alias = Von dieser Adresse kann nichts weiterleiten
    .hint = Schreiben Sie den Weg ab der ersten Seite des Handbuchs, ohne `#` und ohne Server: `ordner/alt.html`
unknown-in-order = Hier gibt es kein Kapitel und keinen Ordner `{ $name }`
    .hint = In `order` stehen Namen von Dateien und Ordnern ohne `.md`

## Beziehungen
unknown-reference = Es gibt kein Kapitel `{ $id }`
    .hint = Schreiben Sie den Namen der Kapiteldatei ohne `.md`, oder ihre `id`; gibt es keines, lassen Sie das Feld leer
ambiguous-reference = `{ $id }` kann mehrere Kapitel meinen
    .hint = Schreiben Sie eines davon aus: { $ids }
reference-to-wrong-kind = `{ $id }` ist von der Art `{ $found }` und soll `{ $wanted }` sein
    .hint = Nennen Sie ein Kapitel der Art `{ $wanted }`
reference-to-itself = `{ $id }` ist dieses Kapitel selbst
    .hint = Nehmen Sie es weg

## Text
duplicate-anchor = Der Anker `{ $anchor }` ist auf dieser Seite zweimal gesetzt
    .hint = Ändern Sie eines der beiden `{"{"}#{ $anchor }{"}"}`
include-cycle = { $path } wird hier eingefügt und fügt selbst diesen Text ein
    .hint = Nehmen Sie eines von beiden weg
too-many-includes = Diese Seite fügt mehr als { $max } Texte ein
    .hint = Verlinken Sie sie stattdessen
undefined-footnote = Die Fußnote `[^{ $label }]` hat keinen Text
    .hint = Ergänzen Sie am Ende eine Zeile `[^{ $label }]: …`
footnote-without-colon = Der Fußnote `[^{ $label }]` fehlt der Doppelpunkt; darum erscheint sie hier als Text
    .hint = Schreiben Sie `[^{ $label }]: ` vor ihren Text
unused-footnote = Nichts verweist auf die Fußnote `[^{ $label }]`
    .hint = Setzen Sie `[^{ $label }]` an seine Stelle, oder nehmen Sie die Fußnote weg
duplicate-footnote = Die Fußnote `[^{ $label }]` hat schon einen Text, und nur der erste erscheint
    .hint = Geben Sie ihr einen anderen Namen, oder nehmen Sie sie weg
left-as-text = `{ $text }` erscheint so auf der Seite, mit allen Zeichen
    .hint = { $instead }
cell-beyond-head = `{ $text }` steht neben der Tabelle: Ihr Kopf hat weniger Spalten
    .hint = Ergänzen Sie oben eine Spalte, oder schreiben Sie einen senkrechten Strich im Text als `\|`
unused-definition = `{ $text }` erscheint nirgends: So schreibt man das Ziel von Links, und kein Link nennt es
    .hint = Soll es Text sein, schreiben Sie `\[` statt `[`; sonst nehmen Sie es weg
text-not-shown = `{ $text }` ginge auf der Seite verloren
    .hint = Schreiben Sie es als Text, ohne Zeichen, die Markdown anders versteht
wrong-item-number = Hier steht { $written }, auf der Seite stünde { $shown }
    .hint = Zählen Sie in Listen weiter, oder schreiben Sie `{ $written }\.`, wenn es keine Liste ist
unclosed-code = Dieser Code endet nicht: Alles, was folgt, erscheint als Code
    .hint = Setzen Sie ans Ende des Codes eine Zeile mit denselben Zeichen wie am Anfang
hyphens-below-paragraph = Diese Striche machen aus dem Absatz darüber eine Überschrift
    .hint = Soll es ein Trennstrich sein, lassen Sie darüber eine Zeile frei
code-within-word = Dieser Strich beginnt mitten in einem Wort Code
    .hint = Schreiben Sie als Apostroph `'`; vor Code steht ein Leerzeichen
indented-paragraph = Vier Leerzeichen oder ein Tabulator am Anfang machen aus diesem Absatz Code
    .hint = Nehmen Sie das vor dem ersten Wort weg; soll es Code sein, setzen Sie darüber und darunter eine Zeile mit ```
lines-in-one = Diese { $count } Zeilen stehen auf der Seite in einer
    .hint = Sollen es Zeilen bleiben, setzen Sie hinter jede außer der letzten einen umgekehrten Schrägstrich: \. Sind es Absätze, lassen Sie dazwischen eine Zeile frei; sind es Punkte einer Liste, beginnen Sie jede mit einem Bindestrich und einem Leerzeichen
line-in-item = Diese Zeile gehört zum Punkt der Liste darüber
    .hint = Soll sie für sich stehen, lassen Sie davor eine Zeile frei; gehört sie dazu, rücken Sie sie um zwei Leerzeichen ein
unclosed-html = `{ $tag }` endet nicht, wo es enden muss
    .hint = Setzen Sie `{ $end }` dorthin, wo es endet: noch im selben Absatz oder Block, und vor dem Ende von allem, worin es steht
unopened-html = `{ $tag }` beendet nichts: Davor hat im selben Absatz oder Block nichts begonnen
    .hint = Nehmen Sie es weg, oder setzen Sie den Anfang davor
misplaced-html = `{ $tag }` kann hier nicht stehen
    .hint = { $rule }
forbidden-html = `{ $tag }` gehört zum Gerüst der Seite und nicht in einen Text; es wird weggelassen
    .hint = Nehmen Sie es weg; Titel, Sprache und anderes stehen im Kopf der Datei und in handbook.yml
html-switched-off = HTML ist in diesem Handbuch abgeschaltet und erscheint als Text
    .hint = Schreiben Sie Markdown, oder setzen Sie in handbook.yml unter `markdown` `raw_html: true`
unknown-code-language = Für Code in `{ $language }` gibt es keine Farben
    .hint = Berichtigen Sie die Sprache, oder schreiben Sie `text`

## Links
empty-link = Dieser Link führt nirgendwohin
    .hint = Schreiben Sie die Datei eines Kapitels in die Klammern
unknown-chapter = Unter { $target } gibt es kein Kapitel
    .hint = Berichtigen Sie den Weg von dieser Datei zu der des Kapitels, legen Sie eines an (transferbuch add), oder nehmen Sie den Link weg
unknown-file = Unter { $target } gibt es keine Datei
    .hint = Legen Sie die Datei neben das Kapitel, und schreiben Sie ihren Namen
not-a-picture = { $target } ist kein Bild, das ein Browser zeigen kann
    .hint = Ein Foto speichern Sie als JPG; anderes verlinken Sie: `[Text](datei.pdf)`, ohne Ausrufezeichen davor
broken-picture = { $target } ist leer oder beschädigt: An dieser Stelle bliebe die Seite leer
    .hint = Speichern Sie das Bild noch einmal, mit der Endung, die zu seiner Art passt
unreadable-picture = Dieses Bild lässt sich nicht lesen: { $problem }
    .hint = Speichern Sie das Bild in einem Bildprogramm noch einmal als JPEG oder PNG
picture-too-large = { $target } hat { $megapixels } Millionen Bildpunkte: Kein Browser zeigt ein so großes Bild
    .hint = Verkleinern Sie das Bild in einem Bildprogramm; 4000 Bildpunkte in der Breite genügen für jeden Bildschirm
unknown-include = Unter { $target } gibt es keinen Text, der hier eingefügt werden kann
    .hint = Schreiben Sie den Weg von dieser Datei zu der des Textes
unknown-anchor = { $path } hat keine Überschrift `{ $anchor }`
    .hint = Berichtigen Sie den Teil hinter dem #, oder setzen Sie ihn dort mit `{"{"}#{ $anchor }{"}"}`
link-to-draft = { $target } ist ein Entwurf und wird nicht veröffentlicht
    .hint = Nehmen Sie den Link weg, oder in { $target } die Zeile `status: draft`
link-to-unlisted = { $target } ist nicht gelistet, und dieser Link führt hin
    .hint = Nehmen Sie den Link weg, oder in { $target } die Zeile `status: unlisted`
unlisted-section = Ein Abschnitt kann nicht ungelistet sein: die Liste seiner Kapitel bliebe stehen
    .hint = Schreiben Sie `status: unlisted` in die Kapitel des Abschnitts
blocks-elsewhere = `{ $key }` gilt nur auf der Startseite
    .hint = Nehmen Sie die Zeile weg, oder schreiben Sie sie in `index.md` im Inhaltsordner
link-to-part = { $target } wird nur in andere Texte eingefügt und hat keine eigene Seite
    .hint = Verlinken Sie ein Kapitel, in dem der Text steht, oder nehmen Sie den _ aus dem Namen
link-to-withheld-file = { $target } wird nicht veröffentlicht: Das sagt der Name der Datei oder ihres Ordners
    .hint = Geben Sie ihr einen Namen ohne `_` oder `.` am Anfang, oder nennen Sie sie in handbook.yml unter `publish`
link-outside = { $target } führt aus dem Handbuch hinaus
    .hint = Legen Sie die Datei in das Handbuch
loaded-from-elsewhere = Die Seite würde { $target } von einem anderen Server laden; der erfährt dann, wer sie liest
    .hint = Legen Sie die Datei in das Handbuch, oder verlinken Sie sie
drawing-left-out = Ein Teil dieser Zeichnung wird nicht veröffentlicht: { $what }
    .hint = Zeichnen Sie sie so, dass sie für sich steht: ohne Skripte, und mit Bildern darin statt Verweisen auf sie
unsafe-link = Ein Link darf kein Programm starten
    .hint = Verlinken Sie eine Seite oder eine Datei
malformed-address = { $target } ist keine Adresse, die ein Browser öffnen kann
    .hint = Adressen im Web beginnen mit `https://`, die von E-Mails mit `mailto:`, Telefonnummern mit `tel:`
unknown-feedback = `{ $value }` ist weder eine E-Mail-Adresse noch eine Seite
    .hint = Schreiben Sie eine Adresse wie `handbuch@stadt.example`, eine im Netz mit `https://`, oder die Datei eines Kapitels
address-without-scheme = { $target } führt zu einer Datei dieses Namens, die es nicht gibt: Der Adresse fehlt der Anfang
    .hint = Schreiben Sie vor Adressen im Web `https://`, vor die von E-Mails `mailto:`
path-on-one-machine = { $target } liegt auf einem einzelnen Rechner oder in einem internen Netz
    .hint = Legen Sie die Datei in das Handbuch, und verlinken Sie sie mit dem Weg von diesem Kapitel aus
backslash-in-link = In { $target } stehen umgekehrte Schrägstriche
    .hint = Schreiben Sie zwischen Ordnern `/`

## Themes
unknown-theme = Es gibt kein Theme `{ $theme }`
    .hint = Schreiben Sie `theme: standard`, oder legen Sie den Ordner themes/{ $theme } an
theme-api = Dieses Theme ist für Version { $found } der Vorlagen gemacht; dieses Programm hat Version { $api }
    .hint = Passen Sie seine Vorlagen an, und schreiben Sie `api: { $api }`
theme-without-api = Dieses Theme hat Vorlagen und sagt nicht, für welche Version sie gemacht sind
    .hint = Legen Sie eine Datei theme.yml mit einer Zeile `api: { $api }` an
unused-theme-file = Diese Datei des Themes benutzt nichts: { $file }
    .hint = Berichtigen Sie ihren Namen, oder nehmen Sie sie weg. `transferbuch theme list` nennt alle Namen
template-syntax = Diese Vorlage ist nicht lesbar: { $message }
    .hint = Was eine Vorlage kann, steht in themes/README.md
template-error = Diese Vorlage scheitert bei { $page }: { $message }
    .hint = `transferbuch context { $page }` zeigt, was die Vorlage bekommt
text-syntax = Dieser Text ist nicht lesbar: { $message }
    .hint = Jede Zeile ist `name = Text`; weitere Zeilen sind eingerückt

## Bücher
program-without-pdf = Das Handbuch soll ein PDF haben, aber dieses Programm kann keines schreiben
    .hint = Übersetzen Sie das Programm mit `cargo install --path . --features book`, oder nehmen Sie `pdf: true` unter `book` weg
not-a-font = { $file } ist keine Schrift, die ein PDF enthalten kann
    .hint = Nennen Sie Dateien im Format TrueType oder OpenType (.ttf, .otf), als Weg vom Ordner des Handbuchs aus
missing-letter = Für „{ $letter }“ ({ $number }) hat das PDF keine Schrift
    .hint = Schreiben Sie das Zeichen in Worten, oder nennen Sie unter `book: font` eine Schrift, die es hat
picture-not-in-pdf = Dieses Bild kann ein PDF nicht enthalten
    .hint = Speichern Sie das Bild in einem Bildprogramm als PNG oder als JPEG in RGB-Farben
table-too-wide = Diese Tabelle ist breiter als jede Seite des PDFs: „{ $table }“
    .hint = Teilen Sie die Tabelle, kürzen Sie lange Wörter, oder nehmen Sie `paper: a4`
book-template = Diese Vorlage für das PDF scheitert: { $message }
    .hint = Was eine Vorlage bekommt, steht in themes/README.md

## Ziel
target-overlaps-source = In diesem Ordner liegt das Handbuch; die Website kann nicht auch dort liegen
    .hint = Wählen Sie mit --out einen anderen, zum Beispiel --out public
target-is-system-folder = Diesen Ordner kann eine Website nicht ersetzen
    .hint = Wählen Sie mit --out einen anderen, zum Beispiel --out public
target-not-ours = In diesem Ordner liegt { $file }; das gehört zu keiner hier gebauten Website
    .hint = Wählen Sie mit --out einen leeren Ordner, oder legen Sie die Datei woandershin
target-is-a-file = Am Platz des Ordners der Website liegt eine Datei
    .hint = Wählen Sie mit --out einen anderen Namen
target-locked = Ein anderer Lauf schreibt gerade in diesen Ordner
    .hint = Warten Sie, bis er fertig ist
target-cannot-be-made = Dieser Ordner lässt sich nicht schreiben: { $problem }
    .hint = Wählen Sie mit --out einen anderen, oder prüfen Sie Platz und Zugriffsrechte
target-is-a-mount = Dieser Ordner ist hier eingehängt; gegen die neue Website tauschen lässt er sich nicht
    .hint = Nennen Sie einen Ordner darin, oder schreiben Sie --in-place dazu: dann treten die neuen Dateien eine nach der anderen an die Stelle der alten
target-parent-not-writable = In { $parent } lässt sich nichts anlegen; darum kann die neue Website diesen Ordner nicht in einem Schritt ersetzen
    .hint = Lassen Sie sich dort Schreibrecht geben, nennen Sie einen Ordner in diesem, oder schreiben Sie --in-place dazu: dann treten die neuen Dateien eine nach der anderen an die Stelle der alten
publication-unfinished = Hier wurde ein Bau oder eine Veröffentlichung abgebrochen, und was davon liegt, lässt sich nicht in Ordnung bringen: { $problem }
    .hint = Beheben Sie das und starten Sie sie noch einmal, oder `transferbuch verify` mit Schreibrecht hier und im Ordner darum: beide machen dort weiter, wo es endete
text-too-large = Dieser Text hat { $size } MB; Texte mit mehr als { $max } MB werden nicht gelesen
    .hint = Teilen Sie ihn in Kapitel, oder entfernen Sie die Datei, wenn sie kein Text ist
too-many-files = Es sind mehr als { $max } Dateien; dieser Ordner wird nicht zu Ende gelesen
    .hint = Entfernen Sie, was nicht zum Handbuch gehört, oder nennen Sie mit -C seinen Ordner
word-too-long = Dieses Wort hat { $count } Buchstaben: Die Suche lässt es aus
    .hint = Entfernen Sie es, wenn es kein Text ist, oder legen Sie es in eine Datei neben dem Kapitel
too-many-words = Dieser Text hat { $count } verschiedene Wörter, mehr als { $max }: Niemand liest ihn durch
    .hint = Teilen Sie ihn in Kapitel, oder legen Sie Daten in eine Datei neben dem Kapitel
nested-too-deep = Zitate, Listen und Auszeichnungen stehen hier mehr als { $max } tief ineinander
    .hint = Beginnen Sie einen eigenen Absatz oder ein eigenes Kapitel
internal-error = An dieser Datei scheitert das Programm selbst: { $problem }
    .hint = Das ist sein Fehler, nicht Ihrer: melden Sie ihn bitte mit dieser Zeile und der Datei. Die Vorschau geht ohne die Datei weiter

## Suche
search-not-found = Die Anfrage „{ $query }“ soll { $page } unter den ersten drei finden und findet es an Stelle { $place }; zuerst kommt { $first }
    .hint = Verwenden Sie das Wort der Lesenden im Kapitel, ergänzen Sie es dort unter `synonyms`, oder nehmen Sie die Anfrage weg
search-wrongly-found = Die Anfrage „{ $query }“ soll { $page } nicht finden und findet es an Stelle { $place }
    .hint = Nehmen Sie das Wort aus dem Kapitel oder seinen `synonyms`, oder nehmen Sie die Anfrage weg
too-many-synonyms = Hier stehen zu viele Synonyme: Die Suche nimmt für ein Wort höchstens { $max }. „{ $word }“ und alles, was sonst darüber hinausgeht, zählt nicht
    .hint = Lassen Sie in der Gruppe nur Wörter stehen, die dasselbe bedeuten
broken-thesaurus = Diese Zeile gehört in keinen Thesaurus der Form MyThes
    .hint = Nehmen Sie die Datei th_….dat, die LibreOffice oder ein Paket mythes-… mitbringt, wie sie ist
include-in-field = In ein Feld lässt sich kein Text einfügen
    .hint = Fügen Sie ihn in den Text des Kapitels unter den Kopfdaten ein
front-matter-not-first = Die Kopfdaten beginnen erst hier; so werden sie nicht gelesen
    .hint = Die drei Bindestriche gehören in die erste Zeile der Datei, vor alles andere
front-matter-fence = Vor und hinter den Kopfdaten steht eine Zeile mit genau drei Bindestrichen, nicht `{ $line }`
    .hint = Schreiben Sie in diese Zeile nur: ---
front-matter-without-fence = Diese Kopfdaten stehen nicht zwischen Zeilen mit drei Bindestrichen
    .hint = Schreiben Sie in eine eigene Zeile darüber drei Bindestriche (---), und in eine unter dem letzten Feld noch einmal
front-matter-format = Kopfdaten in { $format } werden nicht gelesen
    .hint = Schreiben Sie sie in YAML: eine Zeile ---, dann Zeilen wie `title: Mein Kapitel`, dann wieder ---
unknown-status = `{ $value }` sagt nicht, ob dieses Kapitel veröffentlicht werden darf
    .hint = Schreiben Sie `status:` mit einem dieser Werte: { $allowed }. Ohne diese Zeile wird es veröffentlicht
front-matter-unclosed = Die Angaben oben in der Datei beginnen hier und hören nicht auf
    .hint = Nach dem letzten Feld fehlt die zweite Zeile mit drei Bindestrichen: ---
inline-script-or-style = `{ $what }` bleibt ohne Wirkung: die Regeln der Seiten verbieten Programme und Stile in einer Seite
    .hint = Nehmen Sie es weg; Stile gehören nach themes/NAME/assets/custom.css
field-of-every-chapter = Das Feld `{ $field }` hat schon jedes Kapitel
    .hint = Geben Sie dem Feld einen anderen Namen

## Bekannte Befunde
stale-baseline = { $count ->
    [one] Dieser bekannte Befund ({ $slug }) ist in { $path } nicht mehr da
   *[other] Dieser bekannte Befund ({ $slug }) fehlt in { $path } { $count }-mal
}
    .hint = Löschen Sie die Zeile, oder schreiben Sie die Datei mit --write-baseline neu

## Adressen draußen
external-gone = Unter { $url } gibt es keine Seite mehr (Status { $status })
    .hint = Suchen Sie die neue Adresse, oder nehmen Sie den Link weg
external-unreachable = { $url } ist nicht zu erreichen: { $problem }
    .hint = Versuchen Sie es später noch einmal, und berichtigen Sie sonst die Adresse
external-failing = Der Server von { $url } meldet einen Fehler (Status { $status })
    .hint = Versuchen Sie es später noch einmal, und berichtigen Sie sonst die Adresse
external-closed = { $url } antwortet nur Menschen (Status { $status })
    .hint = Sehen Sie selbst nach, und tragen Sie den Rechner in handbook.yml unter `external: allow:` ein
external-endless = { $url } leitet immer weiter und kommt nirgends an
    .hint = Berichtigen Sie die Adresse
external-leads-astray = { $url } leitet zu { $to } weiter, was kein Browser öffnet
    .hint = Berichtigen Sie die Adresse
external-moved = { $url } ist auf Dauer umgezogen nach { $to }
    .hint = Schreiben Sie die neue Adresse
## Sprachen
two-files-for-one-language = Dieses Kapitel gibt es in der Sprache `{ $language }` schon: { $other }
    .hint = Behalten Sie eine der beiden Dateien, oder geben Sie dieser einen anderen Namen
translation-without-original = Zu dieser Übersetzung gibt es kein Original { $name }
    .hint = Geben Sie ihr den Namen des Originals mit dem Sprachkürzel vor der Endung, oder legen Sie { $name } an
stale-translation = { $path } hat sich seit dieser Übersetzung geändert: { $changed }
    .hint = Ziehen Sie die Übersetzung nach, und tippen Sie dann: transferbuch translate { $path } { $language } --done
unknown-version = Das ist kein Stand von { $path }
    .hint = Tippen Sie, wenn die Übersetzung auf dem neuesten Stand ist: transferbuch translate { $path } { $language } --done
missing-translation = Dieses Kapitel fehlt in der Sprache `{ $language }`
    .hint = Beginnen Sie seine Übersetzung mit: transferbuch translate { $path } { $language }
too-few-translations = In der Sprache `{ $language }` sind { $done } von { $chapters } Kapiteln auf dem neuesten Stand: { $percent } von hundert
    .hint = Übersetzen Sie die fehlenden, ziehen Sie die veralteten nach, oder verlangen Sie hier weniger
unknown-text = Es gibt keinen Text `{ $id }`
    .hint = Berichtigen Sie den Namen, oder fragen Sie in einer Vorlage nach ihm. Alle Namen stehen in themes/standard/texts
unknown-text-argument = Der Text `{ $id }` bekommt keinen Wert `{ $argument }`
    .hint = Verwenden Sie nur Werte, die der mitgelieferte Text verwendet
missing-texts = In der Sprache `{ $language }` { $count ->
    [one] fehlt ein Text der Oberfläche
   *[other] fehlen { $count } Texte der Oberfläche
}, und Lesende sehen dort Englisch: { $ids }
    .hint = Ergänzen Sie sie in { $file }
## Zugänglichkeit
image-without-text = Dieses Bild hat keinen Text für Menschen, die es nicht sehen
    .hint = Schreiben Sie in die eckigen Klammern, was es zeigt: ![Stühle im Kreis](…); bei einem Bild, das nur schmückt: ![-](…)
image-text-is-file-name = `{ $text }` ist der Name der Datei und sagt nicht, was das Bild zeigt
    .hint = Schreiben Sie, was jemand am Telefon über das Bild sagen würde
image-text-says-nothing = `{ $text }` sagt nicht, was das Bild zeigt
    .hint = Schreiben Sie, was jemand am Telefon über das Bild sagen würde; bei einem Bild, das nur schmückt: ![-](…)
image-text-too-long = Dieser Text für das Bild hat { $count } Zeichen und wird ohne Pause vorgelesen
    .hint = Sagen Sie das Wichtigste in höchstens 250 Zeichen, und schreiben Sie den Rest in den Text daneben
heading-level-skipped = Hier steht eine Überschrift mit { $found } und davor keine mit { $wanted }
    .hint = Schreiben Sie { $wanted }: jede Überschrift steht höchstens eine Ebene tiefer als die vor ihr
second-title = Diese Seite hat schon einen Titel
    .hint = { $written ->
        [underlined] Schreiben Sie `## …`, ohne die Zeile aus ===
       *[other] Schreiben Sie ## statt #
    }
table-without-header = Diese Tabelle hat keine Kopfzellen, die sagen, was in den Spalten steht
    .hint = Füllen Sie die erste Zeile aus; in HTML mit <th>
link-without-text = Dieser Link nach { $target } hat keinen Text, den man sehen oder hören könnte
    .hint = Schreiben Sie in die eckigen Klammern, wohin er führt
vague-link-text = „{ $text }“ sagt nicht, wohin dieser Link führt
    .hint = Verlinken Sie die Wörter, die das Ziel nennen: [Anmeldung zum Treffen](…) statt [hier](…)
bare-address = Dieser Link zeigt eine Adresse, die Zeichen für Zeichen vorgelesen wird
    .hint = Geben Sie ihm einen Text: [Name der Seite]({ $text })
download-without-size = Dieser Link führt zu einer Datei, ohne Art und Größe zu nennen
    .hint = Ergänzen Sie im Linktext: { $missing }
video-without-captions = Diesem Video kann niemand folgen, der es nicht hört
    .hint = Legen Sie Untertitel neben den Film, mit demselben Namen und der Endung .vtt, oder verlinken Sie auf der Seite ein Transkript; in HTML: <track kind="captions" src="….vtt">
untranslated-paragraph = Dieser Absatz ist noch nicht übersetzt ({ $language })
    .hint = Übersetzen Sie ihn; soll er so bleiben, setzen Sie <div lang="{ $language }"> und eine leere Zeile davor, eine leere Zeile und </div> dahinter
unmarked-language = Dieser Absatz ist wohl in einer anderen Sprache ({ $language }) und wird falsch vorgelesen
    .hint = Setzen Sie <div lang="{ $language }"> und eine leere Zeile davor, eine leere Zeile und </div> dahinter

## Rechte
picture-in-text = Dieses Bild steht als Zeichenfolge im Text ({ $size })
    .hint = Speichern Sie es als Datei neben dem Kapitel und schreiben Sie ![Beschreibung](bild.jpg): Nur dann wird es verkleinert und verliert, was es über Ort und Kamera verrät
heavy-picture = { $target } hat { $size }: Bei langsamer Verbindung warten Leserinnen und Leser darauf
    .hint = Speichern Sie ein Foto als JPEG oder PNG, die für die Seite verkleinert werden; vereinfachen Sie eine Zeichnung; nehmen Sie einen Film statt einer langen Animation
picture-too-small = { $target } ist { $width } Bildpunkte breit: An dieser Stelle wirkt es unscharf oder winzig
    .hint = Nehmen Sie das Foto so, wie die Kamera es gemacht hat; hier braucht es { $wanted } Bildpunkte, und was größer ist, wird für die Seite verkleinert
drawing-font = Texte in dieser Zeichnung verlangen eine Schrift, die viele nicht haben: { $fonts }
    .hint = Wandeln Sie beim Exportieren Texte in Pfade um, oder nennen Sie dahinter eine allgemeine Schrift: `font-family="Calibri, sans-serif"`
photo-with-position = Dieses Foto verrät, wo es aufgenommen wurde
    .hint = Nehmen Sie die Angaben heraus: in Windows unter Eigenschaften, Details, Eigenschaften und persönliche Informationen entfernen; sonst mit `exiftool -gps:all= { $path }`
document-tells = Dieses Dokument verrät mehr als sein Text: { $what }
    .hint = Entfernen Sie die Angaben: in Word unter Datei, Informationen, Dokument prüfen; beim Speichern als PDF unter Optionen

image-without-credit = Dieses Bild nennt niemanden, von dem es stammt
    .hint = Ergänzen Sie hinter dem Dateinamen eine Bildunterschrift: ({ $target } "Foto: Vorname Name, CC BY 4.0")
caption-not-shown = Diese Bildunterschrift erscheint nicht: Das Bild steht nicht allein in seinem Absatz
    .hint = Setzen Sie das Bild zwischen zwei leere Zeilen, außerhalb von Listenpunkten mit Text

## Sprache
mixed-gender-signs = Hier steht { $found } (im Handbuch { $count }-mal), sonst meist { $usual } ({ $usual_count }-mal)
    .hint = Entscheiden Sie sich für eine Schreibweise
unexplained-abbreviation = Nirgends im Handbuch steht, was { $word } heißt
    .hint = Schreiben Sie beim ersten Mal die lange Form dazu: Langform ({ $word }), oder nehmen Sie { $word } in glossary.yml auf
long-sentence = Dieser Satz in einfacher Sprache hat { $words } Wörter; erlaubt sind { $max }
    .hint = Machen Sie zwei Sätze daraus

## Ordnung
wrong-case = { $target } heißt in Wirklichkeit { $found }: nur Windows und macOS finden es trotzdem
    .hint = Schreiben Sie große und kleine Buchstaben wie im Namen der Datei
link-to-own-site = { $target } ist die Adresse dieses Handbuchs: so wird der Link nicht geprüft und führt aus jeder Kopie hinaus
    .hint = Schreiben Sie den Weg von dieser Datei zu der des Kapitels
chapter-nothing-leads-to = Kein anderes Kapitel verweist auf dieses; man findet es nur in Listen
    .hint = Nennen Sie es in einem Feld eines anderen Kapitels, oder verlinken Sie es
unused-file = Nichts führt zu dieser Datei; sie wird nicht veröffentlicht
    .hint = { $picture ->
        [yes] Zeigen Sie sie in einem Kapitel, etwa mit `![Was das Bild zeigt]({ $link })`,
       *[other] Verlinken Sie sie in einem Kapitel, etwa mit `[Was darin steht]({ $link })`,
    } nennen Sie sie in handbook.yml unter `publish`, oder nehmen Sie sie aus dem Ordner
never-published = { $count ->
    [one] Diese Datei wird nie veröffentlicht: { $reason }
   *[other] Diese und weitere Dateien, zusammen { $count }, werden nie veröffentlicht: { $reason }
}
    .hint = Nehmen Sie solche Dateien aus dem Ordner
copy-of-a-file = Das ist die Kopie einer Datei, die ein Programm angelegt hat; sie wird nicht veröffentlicht
    .hint = Übernehmen Sie, was nur in ihr steht, und löschen Sie sie; oder geben Sie ihr einen eigenen Namen
misnamed-chapter = Mit diesem Namen ist die Datei kein Kapitel, oder nicht das, was sie sein soll
    .hint = Nennen Sie sie { $name }
unlisted-language = Dem Namen nach ist das eine Übersetzung ({ $language }), aber diese Sprache hat das Handbuch nicht
    .hint = Ergänzen Sie `{ $language }` in handbook.yml unter `languages`, oder nennen Sie die Datei { $name }
same-name-twice = Zwei Dateien heißen so: Ihre Namen unterscheiden sich nur darin, wie Umlaute gespeichert sind
    .hint = Übernehmen Sie, was nur in einer von beiden steht, und löschen Sie diese
unportable-name = Unter Windows kann nichts `{ $name }` heißen
    .hint = Benennen Sie die Datei oder den Ordner um, damit das Handbuch auf jedem Rechner gebaut und gelesen werden kann
names-differ-in-case = Dieser Name unterscheidet sich nur durch große und kleine Buchstaben von { $other }
    .hint = Benennen Sie eine der Dateien um: Windows und macOS halten beide für dieselbe
relation-in-a-circle = `{ $field }` führt über „{ $other }“ wieder zu diesem Kapitel
    .hint = Nehmen Sie die Zeile in einem der beiden weg
outdated-successor = An die Stelle dieses Kapitels tritt „{ $other }“, das selbst nicht mehr gilt
    .hint = Nennen Sie das Kapitel, das heute gilt
review-overdue = Dieses Kapitel sollte bis zum { $date } geprüft werden
    .hint = Prüfen Sie, ob es noch stimmt, und schreiben Sie ein neues Datum

## Rechtliche Seiten
missing-url = Die Website kennt ihre Adresse nicht. Darum fehlen ihr Sitemap, QR-Codes und die Adressen zum Zitieren, und die Seite für Adressen, die es nicht gibt, sieht in Ordnern anders aus als die übrigen
    .hint = Sobald Sie wissen, wo das Handbuch erscheint, schreiben Sie es in `handbook.yml`, zum Beispiel `url: https://handbuch.example.org/`
missing-legal-page = Unter `legal` ist keine Seite für `{ $page }` genannt
    .hint = Legen Sie die Seite an, und ergänzen Sie unter `legal` eine Zeile `{ $page }: ….md`
legal-page-out-of-reach = Von Seiten, die diese Vorlage gestaltet, führt kein Link zur Pflichtseite `{ $page }`
    .hint = Geben Sie alle Links von `footer` aus, wie es die Datei parts/footer.html des mitgelieferten Themas tut
placeholder-left = Hier steht noch ein Platzhalter: „{ $text }“
    .hint = Schreiben Sie an seine Stelle, was Sie zu sagen haben, oder nehmen Sie ihn weg
placeholder-in-legal-page = In dieser rechtlichen Seite steht noch ein Platzhalter: { $text }
    .hint = Ersetzen Sie ihn durch die richtigen Angaben
not-a-colour = `{ $value }` ist keine Farbe
    .hint = Schreiben Sie eine Raute und sechs Ziffern oder Buchstaben von a bis f in Anführungszeichen: "#0b5a66"
low-contrast = Der Kontrast von `{ $key }` ({ $value }) zu `{ $ground }` ({ $against }) ist { $ratio } zu 1; nötig sind { $least } zu 1
    .hint = Nehmen Sie eine Farbe, die sich deutlicher abhebt
## Veröffentlichungen
lost-address = Auf { $address } („{ $title }“) führen Links von Leserinnen und Lesern, und dort wäre nichts mehr
    .hint = Schreiben Sie `aliases: [{ $alias }]` in den Kopf des Kapitels, das an seine Stelle tritt; `transferbuch release --fix` tut das, wo es sicher ist
lost-anchor = Auf `#{ $anchor }` dieser Seite führen Links von Leserinnen und Lesern, und die Stelle gäbe es nicht mehr
    .hint = Schreiben Sie unter `anchors:` in den Kopf eine Zeile `{ $anchor }: { $present }` mit der Überschrift, die an ihre Stelle tritt, oder `top`
target-holds-releases = Dieser Ordner enthält veröffentlichte Versionen, die ein Bau entfernen würde
    .hint = Veröffentlichen Sie mit `transferbuch release VERSION --onto DIR`, oder wählen Sie mit --out einen anderen Ordner
version-exists = Die Version { $version } gibt es schon, und sie lautet anders. Was veröffentlicht ist, bleibt
    .hint = Wählen Sie eine höhere Version
version-lower = { $version } ist niedriger als { $highest }, und die ist schon veröffentlicht
    .hint = Wählen Sie eine höhere Version, oder ergänzen Sie --force-lower, und --no-latest, wenn { $highest } die aktuelle bleiben soll
no-current-version = An der Wurzel steht noch keine Version, also kann diese dort nicht fehlen
    .hint = Lassen Sie --no-latest weg
cannot-release = Die Version kann nicht geschrieben werden: { $problem }
    .hint = Prüfen Sie den Platz auf dem Datenträger und Ihre Rechte. Was veröffentlicht war, ist unverändert
not-published = Hier ist keine Website, die transferbuch veröffentlicht hat
    .hint = Nennen Sie den Ordner, in dem transferbuch.json liegt
manifest-format = Diese Website hat eine andere Version von transferbuch veröffentlicht (Format { $format }); ein Vergleich ist nicht möglich
    .hint = Nehmen Sie jene Version, oder veröffentlichen Sie in einen neuen Ordner
tree-changed = Die Datei { $file } wurde nach der Veröffentlichung von Hand geändert
    .hint = Stellen Sie sie wieder her, aus einer Kopie oder der Geschichte des Projekts
tree-lacks-file = Die Datei { $file } war veröffentlicht und fehlt
    .hint = Stellen Sie sie wieder her, aus einer Kopie oder der Geschichte des Projekts
tree-foreign-file = Die Datei { $file } gehört nicht zu dem, was veröffentlicht wurde
    .hint = Entfernen Sie sie, oder nehmen Sie sie ins Handbuch auf
edition-is-a-link = Diese Ausgabe steht woanders, hinter einem Verweis auf { $target }: eine Kopie des Ordners hat sie nicht
    .hint = Setzen Sie den Ordner selbst an die Stelle des Verweises

## Was statt übrig gebliebener Auszeichnung zu schreiben ist
first-definition = zuerst hier
left-heading = Das wird keine Überschrift: Auf die Rautezeichen folgen ein Leerzeichen und der Text: `## Überschrift`
left-no-break = Hier steht ein geschütztes Leerzeichen; schreiben Sie ein gewöhnliches
left-bullet = Listen beginnen mit einem Bindestrich und einem Leerzeichen: `- Punkt`
left-number = Zeilen mit `a)` oder `1.)` laufen ineinander; Listen mit Zahlen beginnen mit `1. `, und zwischen anderen Zeilen steht eine Leerzeile
left-in-field = Dieses Feld ist einfacher Text; nehmen Sie die Zeichen weg
left-table = So schreibt man eine Tabelle: Zellen zwischen senkrechten Strichen, `| Was | Wer |`, und unter dem Kopf eine Zeile mit ebenso vielen Spalten: `|---|---|`
left-alert = Hinweise schreibt man als Zitat, das mit `> [!HINWEIS]` beginnt; möglich sind HINWEIS, TIPP, WICHTIG, WARNUNG und VORSICHT
left-tab = Registerkarten gibt es nicht; schreiben Sie Überschriften: `### Titel`
left-include = Texte fügt man so ein: `![](datei.md)`
left-program = Programme laufen im Handbuch nicht; nehmen Sie die Zeile weg
left-contents = Das Inhaltsverzeichnis entsteht von selbst; nehmen Sie die Zeile weg
left-page-break = Seiten umbrechen sich beim Drucken von selbst; nehmen Sie die Zeile weg
left-emphasis-open = Hier fehlt das zweite Paar Zeichen: `**fett**`; sollen die Sterne dort stehen, schreiben Sie `\*\*`
left-emphasis-glued = Hinter dem, was hervorgehoben ist, steht ein Leerzeichen: `**Fazit:** Danach`
left-emphasis = Sterne stehen ohne Leerzeichen an dem, was sie hervorheben: `**fett**`, `*kursiv*`
left-task = Kästchen schreibt man mit einem Leerzeichen darin: `- [ ] Punkt`
left-raised = Hoch- und Tiefgestelltes schreibt man so: `m<sup>2</sup>`, `CO<sub>2</sub>`
left-mark = Farbig markieren lässt sich nichts; schreiben Sie `**fett**`
left-wiki-link = Links schreibt man so: `[Text](datei.md)`
left-citation = Quellen schreibt man als Fußnote: `[^1]` und am Ende `[^1]: Quelle`
left-footnote = Fußnoten schreibt man so: `[^1]` und am Ende `[^1]: Text`
left-note-in-link = In einem Link oder Bild kann keine Fußnote stehen; setzen Sie sie dahinter
left-gap-in-link = Zwischen `]` und `(` steht nichts: `[Text](datei.md)`
left-blank-in-link = Adressen mit Leerzeichen stehen in spitzen Klammern: `[Text](<mein kapitel.md>)`
left-blank-in-picture = Adressen mit Leerzeichen stehen in spitzen Klammern: `![Was das Bild zeigt](<mein bild.jpg>)`
left-reversed-link = Die Klammern sind vertauscht: Der Text steht in eckigen, die Adresse in runden: `[Text](datei.md)`
left-link = Das wird kein Link; geschrieben wird er `[Text](datei.md)`, mit Titel `[Text](datei.md "Titel")`
left-reference = Es gibt keine Zeile `[…]: Adresse` dazu; schreiben Sie die Adresse gleich hierher: `[Text](datei.md)`
left-attributes = In geschweiften Klammern kann nur am Ende einer Überschrift ihr Anker stehen: `## Titel { "{" }#anker{ "}" }`; nehmen Sie sie weg
left-template = Vorlagen werden in Texten nicht ausgeführt; schreiben Sie den Text selbst
document-changes = verfolgte Änderungen
document-comments = Kommentare
left-by-system = Das Betriebssystem hat sie für sich angelegt
left-by-office = Sie sperrt ein Dokument, solange es jemand bearbeitet
left-as-backup = Sie ist eine Sicherung von dem, was früher dort stand
left-by-editor = Ein Editor hat sie für seine Arbeit angelegt
left-by-download = Sie ist nicht fertig heruntergeladen
left-element = Dieses Element gibt es in HTML nicht; schreiben Sie Markdown
left-in-html = In einem Block aus HTML gilt Markdown nicht; lassen Sie davor und dahinter eine Zeile frei, oder schreiben Sie HTML: `<strong>`
left-code = Code steht zwischen zwei solchen Strichen: `` `Code` ``; als Text schreiben Sie `` \` ``
left-apostrophe = Schreiben Sie als Apostroph `'`
left-shortcode = Schreiben Sie das Bildzeichen selbst, oder nehmen Sie es weg
left-character = Dieses Zeichen gibt es nicht; schreiben Sie es selbst

## Wo HTML stehen kann
html-in-list = Ein Punkt (`<li>`) steht in einer Liste: `<ul>` oder `<ol>`
html-in-definition-list = Begriff und Erklärung (`<dt>`, `<dd>`) stehen in `<dl>`
html-in-row = Eine Zelle (`<td>`, `<th>`) steht in einer Zeile: `<tr>`
html-in-table = Teile einer Tabelle stehen in `<table>`, eine Zeile auch in `<thead>`, `<tbody>` oder `<tfoot>`
html-in-select = Eine Auswahl (`<option>`) steht in `<select>` oder `<datalist>`
html-not-within-its-own = Ein solches Element steht nie in einem anderen derselben Art; beenden Sie erst das erste
html-block-in-paragraph = Ein Block steht nicht mitten in einem Absatz; lassen Sie davor und dahinter eine Zeile frei
html-paragraph-around-block = Ein Absatz (`<p>`) endet, wo ein Block oder eine leere Zeile folgt; schreiben Sie statt `<p>` `<div>`
