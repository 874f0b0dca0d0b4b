//! The words of the generated handbook: participation, integration and municipal administration.
//! Lists are ordered roughly by how often a word should occur.

/// Grammatical gender.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Masculine,
    Feminine,
    Neuter,
}
use Gender::{Feminine as F, Masculine as M, Neuter as N};

/// A noun: nominative singular, gender, plural, and its form as the first part of a compound.
pub type Noun = (&'static str, Gender, &'static str, &'static str);

#[rustfmt::skip]
pub const NOUNS: &[Noun] = &[
    ("Beteiligung", F, "Beteiligungen", "Beteiligungs"), ("Verwaltung", F, "Verwaltungen", "Verwaltungs"),
    ("Netzwerk", N, "Netzwerke", "Netzwerk"), ("Kommune", F, "Kommunen", "Kommunal"),
    ("Projekt", N, "Projekte", "Projekt"), ("Angebot", N, "Angebote", "Angebots"),
    ("Gruppe", F, "Gruppen", "Gruppen"), ("Beratung", F, "Beratungen", "Beratungs"),
    ("Kurs", M, "Kurse", "Kurs"), ("Stelle", F, "Stellen", "Stellen"),
    ("Verfahren", N, "Verfahren", "Verfahrens"), ("Konzept", N, "Konzepte", "Konzept"),
    ("Treffen", N, "Treffen", "Treffen"), ("Arbeit", F, "Arbeiten", "Arbeits"),
    ("Integration", F, "Integrationen", "Integrations"), ("Unternehmen", N, "Unternehmen", "Unternehmens"),
    ("Förderung", F, "Förderungen", "Förder"), ("Sprache", F, "Sprachen", "Sprach"),
    ("Prozess", M, "Prozesse", "Prozess"), ("Planung", F, "Planungen", "Planungs"),
    ("Werkstatt", F, "Werkstätten", "Werkstatt"), ("Dialog", M, "Dialoge", "Dialog"),
    ("Bericht", M, "Berichte", "Berichts"), ("Ausschuss", M, "Ausschüsse", "Ausschuss"),
    ("Stadt", F, "Städte", "Stadt"), ("Quartier", N, "Quartiere", "Quartiers"),
    ("Bürger", M, "Bürger", "Bürger"), ("Jugend", F, "Jugenden", "Jugend"),
    ("Ehrenamt", N, "Ehrenämter", "Ehrenamts"), ("Bildung", F, "Bildungen", "Bildungs"),
    ("Schule", F, "Schulen", "Schul"), ("Familie", F, "Familien", "Familien"),
    ("Leitfaden", M, "Leitfäden", "Leitfaden"), ("Umfrage", F, "Umfragen", "Umfrage"),
    ("Forum", N, "Foren", "Foren"), ("Rat", M, "Räte", "Rats"),
    ("Amt", N, "Ämter", "Amts"), ("Haushalt", M, "Haushalte", "Haushalts"),
    ("Vertrag", M, "Verträge", "Vertrags"), ("Daten", F, "Daten", "Daten"),
    ("Schutz", M, "Schutze", "Schutz"), ("Plattform", F, "Plattformen", "Plattform"),
    ("Moderation", F, "Moderationen", "Moderations"), ("Auswertung", F, "Auswertungen", "Auswertungs"),
    ("Versammlung", F, "Versammlungen", "Versammlungs"), ("Konferenz", F, "Konferenzen", "Konferenz"),
    ("Partner", M, "Partner", "Partner"), ("Träger", M, "Träger", "Träger"),
    ("Ausbildung", F, "Ausbildungen", "Ausbildungs"), ("Praktikum", N, "Praktika", "Praktikums"),
    ("Wohnung", F, "Wohnungen", "Wohnungs"), ("Gesundheit", F, "Gesundheiten", "Gesundheits"),
    ("Sport", M, "Sporte", "Sport"), ("Kultur", F, "Kulturen", "Kultur"),
    ("Verein", M, "Vereine", "Vereins"), ("Stiftung", F, "Stiftungen", "Stiftungs"),
    ("Region", F, "Regionen", "Regional"), ("Kreis", M, "Kreise", "Kreis"),
    ("Gemeinde", F, "Gemeinden", "Gemeinde"), ("Nachbarschaft", F, "Nachbarschaften", "Nachbarschafts"),
    ("Begegnung", F, "Begegnungen", "Begegnungs"), ("Ankunft", F, "Ankünfte", "Ankunfts"),
    ("Begleitung", F, "Begleitungen", "Begleit"), ("Vermittlung", F, "Vermittlungen", "Vermittlungs"),
    ("Steuerung", F, "Steuerungen", "Steuerungs"), ("Zusammenarbeit", F, "Zusammenarbeiten", "Zusammenarbeits"),
    ("Ergebnis", N, "Ergebnisse", "Ergebnis"), ("Wirkung", F, "Wirkungen", "Wirkungs"),
    ("Messung", F, "Messungen", "Mess"), ("Ziel", N, "Ziele", "Ziel"),
    ("Vorlage", F, "Vorlagen", "Vorlagen"), ("Liste", F, "Listen", "Listen"),
    ("Raum", M, "Räume", "Raum"), ("Zeit", F, "Zeiten", "Zeit"),
    ("Personal", N, "Personale", "Personal"), ("Mittel", N, "Mittel", "Mittel"),
    ("Antrag", M, "Anträge", "Antrags"), ("Frist", F, "Fristen", "Fristen"),
    ("Recht", N, "Rechte", "Rechts"), ("Satzung", F, "Satzungen", "Satzungs"),
    ("Beschluss", M, "Beschlüsse", "Beschluss"), ("Beirat", M, "Beiräte", "Beirats"),
    ("Zielgruppe", F, "Zielgruppen", "Zielgruppen"), ("Öffentlichkeit", F, "Öffentlichkeiten", "Öffentlichkeits"),
    ("Presse", F, "Pressen", "Presse"), ("Einladung", F, "Einladungen", "Einladungs"),
    ("Teilhabe", F, "Teilhaben", "Teilhabe"), ("Barriere", F, "Barrieren", "Barriere"),
    ("Übersetzung", F, "Übersetzungen", "Übersetzungs"), ("Dolmetscher", M, "Dolmetscher", "Dolmetscher"),
    ("Koordination", F, "Koordinationen", "Koordinations"), ("Strategie", F, "Strategien", "Strategie"),
    ("Klima", N, "Klimata", "Klima"), ("Verkehr", M, "Verkehre", "Verkehrs"),
    ("Fläche", F, "Flächen", "Flächen"), ("Bau", M, "Bauten", "Bau"),
    ("Umwelt", F, "Umwelten", "Umwelt"), ("Energie", F, "Energien", "Energie"),
    ("Markt", M, "Märkte", "Markt"), ("Fach", N, "Fächer", "Fach"),
    ("Kraft", F, "Kräfte", "Kraft"), ("Anerkennung", F, "Anerkennungen", "Anerkennungs"),
    ("Abschluss", M, "Abschlüsse", "Abschluss"), ("Prüfung", F, "Prüfungen", "Prüfungs"),
    ("Betreuung", F, "Betreuungen", "Betreuungs"), ("Kind", N, "Kinder", "Kinder"),
    ("Senior", M, "Senioren", "Senioren"), ("Person", F, "Personen", "Personen"),
    ("Austausch", M, "Austausche", "Austausch"), ("Wissen", N, "Wissen", "Wissens"),
    ("Transfer", M, "Transfers", "Transfer"), ("Erfahrung", F, "Erfahrungen", "Erfahrungs"),
    ("Methode", F, "Methoden", "Methoden"), ("Schulung", F, "Schulungen", "Schulungs"),
    ("Konflikt", M, "Konflikte", "Konflikt"), ("Lösung", F, "Lösungen", "Lösungs"),
    ("Vertrauen", N, "Vertrauen", "Vertrauens"), ("Anlauf", M, "Anläufe", "Anlauf"),
    ("Zuständigkeit", F, "Zuständigkeiten", "Zuständigkeits"), ("Schnittstelle", F, "Schnittstellen", "Schnittstellen"),
    ("Software", F, "Softwares", "Software"), ("Datenbank", F, "Datenbanken", "Datenbank"),
    ("Formular", N, "Formulare", "Formular"), ("Sitzung", F, "Sitzungen", "Sitzungs"),
    ("Protokoll", N, "Protokolle", "Protokoll"), ("Evaluation", F, "Evaluationen", "Evaluations"),
];

/// First parts of compounds and derived adjectives that are rarely nouns of their own here.
#[rustfmt::skip]
pub const MODIFIERS: &[&str] = &[
    "Online", "Migrations", "Zuwanderungs", "Flüchtlings", "Willkommens", "Digital", "Mehrgenerationen",
    "Sozial", "Lern", "Grund", "Haupt", "Pilot", "Modell", "Landes", "Bundes", "Stadtteil", "Orts", "Dorf",
    "Fallmanagement", "Ausländerbehörden", "Jobcenter", "Berufs", "Wirtschafts", "Handwerks", "Freiwilligen",
    "Eltern", "Frauen", "Mädchen", "Kita", "Hochschul", "Bibliotheks", "Museums", "Kirchen", "Nahverkehrs",
    "Radverkehrs", "Lärm", "Wasser", "Wärme", "Wald", "Garten", "Spielplatz", "Freiraum", "Innenstadt",
    "Leerstands", "Tourismus", "Landwirtschafts", "Rechnungs", "Vergabe", "Steuer", "Zuwendungs", "Drittmittel",
    "Melde", "Aufenthalts", "Asyl", "Einbürgerungs", "Orientierungs", "Alphabetisierungs", "Deutsch",
    "Mehrsprachigkeits", "Inklusions", "Gleichstellungs", "Antidiskriminierungs", "Demokratie", "Los", "Zufalls",
];

/// Stems of adjectives.
#[rustfmt::skip]
pub const ADJECTIVES: &[&str] = &[
    "kommunal", "neu", "gemeinsam", "lokal", "frühzeitig", "digital", "offen", "verbindlich", "gut", "regelmäßig",
    "klein", "regional", "freiwillig", "beteiligt", "ländlich", "städtisch", "kostenlos", "mehrsprachig", "dauerhaft",
    "einfach", "öffentlich", "fachlich", "persönlich", "zentral", "niedrigschwellig", "wichtig", "schriftlich",
    "barrierefrei", "jung", "rechtlich", "verlässlich", "ehrenamtlich", "ausführlich", "kurz", "vielfältig",
    "politisch", "gezielt", "wirksam", "langfristig", "knapp", "transparent", "zuständig", "verständlich", "konkret",
    "jährlich", "vertraulich", "erfahren", "engagiert", "selbstständig", "europäisch", "nachhaltig", "früher",
];

/// Second parts of derived adjectives (`beteiligungsorientiert`).
pub const ADJECTIVE_HEADS: &[&str] = &[
    "orientiert",
    "bezogen",
    "übergreifend",
    "spezifisch",
    "nah",
    "gestützt",
    "fern",
    "relevant",
];

/// Transitive verbs: infinitive, third person singular, participle.
#[rustfmt::skip]
pub const VERBS: &[(&str, &str, &str)] = &[
    ("unterstützen", "unterstützt", "unterstützt"), ("brauchen", "braucht", "gebraucht"),
    ("begleiten", "begleitet", "begleitet"), ("planen", "plant", "geplant"), ("stärken", "stärkt", "gestärkt"),
    ("erreichen", "erreicht", "erreicht"), ("verbinden", "verbindet", "verbunden"), ("prüfen", "prüft", "geprüft"),
    ("entwickeln", "entwickelt", "entwickelt"), ("fördern", "fördert", "gefördert"), ("nutzen", "nutzt", "genutzt"),
    ("ergänzen", "ergänzt", "ergänzt"), ("ersetzen", "ersetzt", "ersetzt"), ("erleichtern", "erleichtert", "erleichtert"),
    ("beschreiben", "beschreibt", "beschrieben"), ("finanzieren", "finanziert", "finanziert"),
    ("organisieren", "organisiert", "organisiert"), ("verbessern", "verbessert", "verbessert"),
    ("moderieren", "moderiert", "moderiert"), ("dokumentieren", "dokumentiert", "dokumentiert"),
    ("beschließen", "beschließt", "beschlossen"), ("steuern", "steuert", "gesteuert"),
    ("veröffentlichen", "veröffentlicht", "veröffentlicht"), ("übernehmen", "übernimmt", "übernommen"),
    ("verändern", "verändert", "verändert"), ("bewerten", "bewertet", "bewertet"), ("öffnen", "öffnet", "geöffnet"),
    ("erklären", "erklärt", "erklärt"), ("gestalten", "gestaltet", "gestaltet"), ("vermeiden", "vermeidet", "vermieden"),
    ("koordinieren", "koordiniert", "koordiniert"), ("beantragen", "beantragt", "beantragt"),
    ("übersetzen", "übersetzt", "übersetzt"), ("verkürzen", "verkürzt", "verkürzt"),
];

#[rustfmt::skip]
pub const ADVERBS: &[&str] = &[
    "häufig", "meist", "oft", "zugleich", "vor Ort", "schrittweise", "von Anfang an", "frühzeitig", "in der Regel",
    "nach Absprache", "im zweiten Jahr", "ohne Mehrkosten", "bereits", "gemeinsam", "kaum", "im Alltag", "selten",
];

/// People who can take part, with the signs that a German text uses for all genders.
#[rustfmt::skip]
pub const PEOPLE: &[&str] = &[
    "Bürgerinnen und Bürger", "Bürger:innen", "Mitarbeiter:innen", "Ehrenamtliche", "Zugewanderte", "Jugendliche",
    "Akteur:innen", "Teilnehmer:innen", "Arbeitgeber/innen", "Fachkräfte", "Unternehmer_innen", "Anwohnende",
    "Lotsinnen und Lotsen", "Schülerinnen und Schüler", "Berater:innen",
];

/// Names of places are a beginning, a middle and an end; the numbers of them have no common
/// divisor, so that a chapter's number gives a place of its own.
#[rustfmt::skip]
pub const PLACES: (&[&str], &[&str], &[&str]) = (
    &["Alt", "Neu", "Ober", "Unter", "Groß", "Klein", "Hohen", "Nieder", "Mittel", "Wester", "Oster", "Nord", "Süder",
      "Burg", "Markt", "Kirch", "Wald", "Berg", "Bischofs", "Langen", "Schön", "Weißen", "Schwarzen"],
    &["linden", "eichen", "buchen", "erlen", "hasel", "rosen", "mühl", "brücken", "wiesen", "felden", "acker", "moor",
      "heiden", "see", "bach", "quell", "stein", "sand", "kohl", "fisch", "hirsch", "falken", "adler", "wolfs", "bären",
      "fuchs", "kranich", "schwan", "storch"],
    &["dorf", "stadt", "hausen", "heim", "burg", "feld", "tal", "hain", "kirchen", "rode", "bronn", "furt", "walde",
      "münde", "leben", "büttel", "ingen"],
);

/// Headings of sections; `{t}` takes a word of the chapter's subject.
#[rustfmt::skip]
pub const HEADINGS: &[&str] = &[
    "Worum es geht", "Vorbereitung", "Ablauf", "Rollen und Aufgaben", "Was sich bewährt hat", "Stolpersteine",
    "Kosten und Zeit", "Übertragung auf andere Orte", "Ansprache der Zielgruppen", "Rechtlicher Rahmen", "Nächste Schritte",
    "{t} im Überblick", "Warum {t}?", "{t} vor Ort", "{t} und Verwaltung", "Fragen zum Thema {t}", "Erfahrungen: {t}",
];

/// Sentences. Slots: `N n a d g` a phrase in nominative (at the beginning), nominative, accusative,
/// dative, genitive; `P p` a plural phrase in nominative; `v V q` a verb in singular, plural or
/// infinitive, participle; `j` adverb; `w W` people; `e` an elliptic pair of compounds in plural;
/// `o` place; `y` year; `k` number; `b` an abbreviation of the glossary; `t` the subject.
#[rustfmt::skip]
pub const SENTENCES: &[&str] = &[
    "{N} {v} {a}.",
    "{N} {v} {j} {a} und {v} so {a}.",
    "{P} {V} {j} {a}, weil {n} sonst kaum {a} {v}.",
    "In {o} {v} {n} seit {y} {a}.",
    "Wenn {n} {a} {v}, {v} {n} {j} {a}.",
    "Mit {d} lässt sich {n} {j} {V}.",
    "Für {a} wurden {k} {w} angesprochen; {p} wurden {j} {q}.",
    "{W} {V} {a}, sobald {n} {a} {v}.",
    "Dabei {v} {n} nicht nur {a}, sondern auch {a}.",
    "Die Stadt {o} hat {a} {j} {q}.",
    "Nach {d} wurde {n} {q} und {j} {q}.",
    "Besonders {e} {V} {a}.",
    "Ohne {a} bleibt {n} wirkungslos, auch wenn {p} {j} {a} {V}.",
    "{t} heißt: {P} {V} {a}.",
    "„Wir wollten {a} {V}“, sagt eine Mitarbeiterin aus {o}.",
    "Gemeinsam mit {d} – und mit Hilfe {g} – konnten {w} {a} {V}.",
    "Der Aufwand lag bei etwa {k} Stunden, davon entfiel ein Drittel auf {a}.",
    "Es empfiehlt sich, vor {d} zu klären, ob {n} {a} {v}.",
    "Laut {b} {v} {n} {a}, während {p} {a} {V}.",
    "Ein **Hinweis**: {N} {v} *{j}* {a}.",
    "Im Jahr {y} nahmen {k} {w} teil, vor allem aus {o}.",
    "Entscheidend war, dass {n} {a} {j} {v}.",
    "{W} aus {o} {V} {j} {e}.",
    "Trotz {g} {v} {n} {a}, z. B. in {o}.",
];

/// The glossary: abbreviation or term, its long form, one sentence.
#[rustfmt::skip]
pub const GLOSSARY: &[(&str, &str, &str)] = &[
    ("BAMF", "Bundesamt für Migration und Flüchtlinge", "Es fördert Sprach- und Integrationskurse."),
    ("IHK", "Industrie- und Handelskammer", "Sie vertritt die Betriebe einer Region."),
    ("HWK", "Handwerkskammer", "Sie vertritt das Handwerk einer Region."),
    ("KMU", "kleine und mittlere Unternehmen", "Betriebe mit weniger als 250 Beschäftigten."),
    ("DSGVO", "Datenschutz-Grundverordnung", "Sie regelt den Umgang mit persönlichen Daten in Europa."),
    ("BMI", "Bundesministerium des Innern", "Es ist für Migration und Verwaltung zuständig."),
    ("BMAS", "Bundesministerium für Arbeit und Soziales", "Es ist für den Arbeitsmarkt zuständig."),
    ("BA", "Bundesagentur für Arbeit", "Sie vermittelt Arbeit und Ausbildung."),
    ("VHS", "Volkshochschule", "Sie bietet Kurse für Erwachsene an."),
    ("DaZ", "Deutsch als Zweitsprache", "Deutsch für Menschen mit einer anderen Erstsprache."),
    ("GER", "Gemeinsamer Europäischer Referenzrahmen", "Er ordnet Sprachkenntnisse von A1 bis C2."),
    ("AufenthG", "Aufenthaltsgesetz", "Es regelt, wer sich in Deutschland aufhalten darf."),
    ("SGB", "Sozialgesetzbuch", "Es fasst das Sozialrecht zusammen."),
    ("OZG", "Onlinezugangsgesetz", "Es verpflichtet Behörden zu digitalen Diensten."),
    ("BauGB", "Baugesetzbuch", "Es regelt Planung und Beteiligung beim Bauen."),
    ("GO", "Gemeindeordnung", "Sie regelt, wie Gemeinden verwaltet werden."),
    ("ESF", "Europäischer Sozialfonds", "Er fördert Beschäftigung und Bildung."),
    ("EFRE", "Europäischer Fonds für regionale Entwicklung", "Er gleicht Unterschiede zwischen Regionen aus."),
    ("AMIF", "Asyl-, Migrations- und Integrationsfonds", "Er fördert Aufnahme und Integration."),
    ("MBE", "Migrationsberatung für Erwachsene", "Sie berät Zugewanderte ab 27 Jahren."),
    ("JMD", "Jugendmigrationsdienst", "Er begleitet junge Zugewanderte."),
    ("KI", "Kommunales Integrationszentrum", "Es verbindet Integration und Bildung in einem Kreis."),
    ("BBE", "Bundesnetzwerk Bürgerschaftliches Engagement", "Es verbindet Engagierte im ganzen Land."),
    ("KGSt", "Kommunale Gemeinschaftsstelle", "Sie berät Kommunen zu ihrer Verwaltung."),
    ("DST", "Deutscher Städtetag", "Er vertritt die kreisfreien Städte."),
    ("DLT", "Deutscher Landkreistag", "Er vertritt die Landkreise."),
    ("Anhörung", "", "Betroffene sagen ihre Meinung, bevor entschieden wird."),
    ("Bürgerhaushalt", "", "Einwohner schlagen vor, wofür eine Stadt Geld ausgibt."),
    ("Bürgerrat", "", "Ausgeloste Menschen beraten eine Frage."),
    ("Barrierefreiheit", "", "Alle können etwas ohne fremde Hilfe nutzen."),
    ("Evaluation", "", "Eine geordnete Prüfung, ob etwas gewirkt hat."),
    ("Fallmanagement", "", "Eine Stelle begleitet einen Menschen über alle Hilfen hinweg."),
    ("Konsultation", "", "Meinungen werden eingeholt und abgewogen."),
    ("Leichte Sprache", "", "Deutsch in kurzen Sätzen und einfachen Wörtern."),
    ("Mitbestimmung", "", "Beteiligte entscheiden mit."),
    ("Moderation", "", "Jemand leitet ein Gespräch, ohne Partei zu sein."),
    ("Planungszelle", "", "Ausgeloste Gruppen erarbeiten ein Gutachten."),
    ("Quartiersmanagement", "", "Ein Büro im Stadtteil bringt Menschen zusammen."),
    ("Querschnittsaufgabe", "", "Eine Aufgabe, die alle Ämter angeht."),
    ("Zielgruppe", "", "Die Menschen, die ein Angebot erreichen will."),
];

/// How many entries at the head of [`GLOSSARY`] are abbreviations.
pub const ABBREVIATIONS: usize = 26;

/// Topics that chapters carry; few, as in a real handbook.
#[rustfmt::skip]
pub const TOPICS: &[&str] = &[
    "Arbeit", "Sprache", "Wohnen", "Gesundheit", "Bildung", "Ehrenamt", "Digitalisierung", "Jugend", "Quartier",
    "Finanzierung", "Recht", "Öffentlichkeitsarbeit", "Verkehr", "Klima", "Kultur", "Sport", "Familie", "Steuerung",
];

/// Fenced code: language and lines.
pub const CODE: &[(&str, &str)] = &[
    (
        "yaml",
        "netzwerk:\n  name: Lernnetzwerk\n  treffen: 4\n  orte:\n    - Rathaus\n    - Bibliothek\n\
         moderation:\n  extern: true\n  stunden: 12\nprotokoll: öffentlich\n",
    ),
    (
        "json",
        "{\n  \"titel\": \"Umfrage\",\n  \"fragen\": [\n    { \"art\": \"skala\", \"von\": 1, \"bis\": 5 },\n    \
         { \"art\": \"text\", \"pflicht\": false }\n  ],\n  \"anonym\": true,\n  \"laufzeit\": 21\n}\n",
    ),
    (
        "bash",
        "#!/bin/bash\nset -eu\n# Teilnahmelisten zusammenführen\nfor datei in listen/*.csv; do\n  \
         echo \"lese $datei\"\n  tail -n +2 \"$datei\" >> alle.csv\ndone\nsort -u alle.csv > eindeutig.csv\n\
         wc -l eindeutig.csv\n",
    ),
    (
        "python",
        "import csv\nfrom collections import Counter\n\nwith open(\"umfrage.csv\", newline=\"\") as datei:\n    \
         zeilen = list(csv.DictReader(datei))\n\nzufrieden = Counter(z[\"note\"] for z in zeilen)\n\
         for note, anzahl in sorted(zufrieden.items()):\n    print(f\"{note}: {anzahl}\")\n",
    ),
];
