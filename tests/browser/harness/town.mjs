// A town's handbook, made of lists, large enough that finding and choosing in it mean something.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const formats = `
  Abendgespräch | bis 15 | 90 Minuten | suitable | discuss
  Ausschuss vor Ort | 10-25 | 3 Stunden | with-facilitation | inform
  Beteiligungswerkstatt | 15-40 | ein halber Tag | with-facilitation | plan
  Dorfgespräch | 20-60 | 2 Stunden | suitable | discuss
  Frühzeitige Öffentlichkeitsbeteiligung im Bauleitplanungsverfahren | ab 10 | 1 Monat | unsuitable | inform
  Haushaltsforum | ab 100 | 6 Monate | unsuitable | gather-opinions
  Informationsveranstaltung | ab 30 | 2 Stunden | unsuitable | inform
  Jugendkonferenz | 20-80 | 1 Tag | unsuitable | activate
  Nachbarschaftsrat | 12-25 | 3 Wochen | with-facilitation | discuss
  Planungswochenende | 30-120 | 2 Tage | unsuitable | plan
  Schlichtungsrunde | 6-20 | 4 Stunden | suitable | resolve-conflict
  Stadtteilspaziergang | bis 20 | 3 Stunden | unsuitable | gather-opinions
`;

const lessons = `
  Aushang allein reicht nicht | did-not-work | Wer keine Post bekommt, liest auch keinen Aushang.
  Eine neutrale Leitung zahlt sich aus | worked | Niemand vermutete eine Absicht dahinter.
  Ergebnisse verschwanden im Amt | did-not-work | Es war nicht abgesprochen, wer antwortet.
  Kinderbetreuung öffnet die Tür | mixed | Das Angebot kam erst spät in die Einladung.
`;

const tools = ["Ablaufplan", "Einladungsbrief", "Raumliste"];
const cases = [["Quartier am Hafen", 48000], ["Neue Mitte", 12500], ["Radwege", 230000]];

/** Writes the handbook into the folder. */
export function town(folder) {
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write("handbook.yml", `title: {de: Mitreden in Beispielstadt, ar: "دليل المشاركة"}
description: {de: "Wege, Menschen an Entscheidungen zu beteiligen, aus unserer Stadt.", ar: "أشكال المشاركة"}
languages: [de, ar, de-simple]
url: https://mitreden.example.org/
translations: {ar: {fallback: true}, de-simple: {fallback: true}}
legal: {imprint: rechtliches/impressum.md, privacy: rechtliches/datenschutz.md, accessibility: rechtliches/barrierefreiheit.md}
severity: {placeholder-in-legal-page: off}
`);
  const page = (path, front, body = "") => {
    const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
    write(`content/${path}.md`, `---\n${lines.join("\n")}\n---\n\n${body}\n`);
  };
  page("index", { title: "Mitreden", summary: "Wie unsere Stadt Menschen beteiligt." });
  page("index.ar", { title: "المشاركة", summary: "كيف نشرك الناس." });
  for (const [name, kind, title] of [
    ["formate", "format", "Formate"],
    ["werkzeuge", "tool", "Werkzeuge"],
    ["erfahrungen", "lesson", "Erfahrungen"],
    ["praxis", "case", "Praxis"],
  ]) {
    page(`${name}/index`, { title, kind, summary: `Alle ${title} der Stadt.` });
  }
  for (const [at, [title, participants, duration, fit, purpose]] of rows(formats).entries()) {
    page(`formate/f${at}`, {
      title,
      summary: `So gelingt es, ${title}.`,
      updated: `2026-0${1 + (at % 9)}-11`,
      topics: at % 2 ? "[Wohnen, Verkehr]" : "[Klimaschutz]",
      purposes: `[${purpose}]`,
      participants,
      duration,
      conflict_fit: fit,
      phase: "[planning]",
      effort: `[{what: staff, level: ${1 + (at % 3)}, reason: Zwei Personen bereiten vor.}]`,
      materials: "[Karten, Stifte]",
      strengths: "[Alle kommen zu Wort.]",
      limits: "[Ersetzt keinen Beschluss.]",
      tools: `[${slug(tools[at % tools.length])}]`,
    }, `${title} braucht Vorbereitung.\n\n## Vorbereitung\n\nFragen Sie früh, wer kommen kann.\n\n## Durchführung\n\nHalten Sie fest, was gesagt wird.`);
  }
  for (const [at, [title, direction, why]] of rows(lessons).entries()) {
    page(`erfahrungen/e${at}`, {
      title, direction, why,
      situation: "Ein Platz wurde neu gebaut.",
      action: "Die Stadt lud ein.",
      result: "Es kamen weniger Menschen als erhofft.",
      recommendation: "Laden Sie früh ein.",
      addressed_to: "[municipality]",
      evidence: "observed",
    }, "## Was geschah\n\nIm Frühjahr lud die Stadt ein.");
  }
  for (const title of tools) {
    page(`werkzeuge/${slug(title)}`, { title, type: "template", cost: "kostenlos", adaptable: "yes" }, "## So nutzen Sie es\n\nPassen Sie es an.");
  }
  for (const [title, inhabitants] of cases) {
    page(`praxis/${slug(title)}`, { title, place: "Beispielstadt", inhabitants, period: "2024 bis 2025" }, "## Was geschah\n\nEs wurde beraten.");
  }
  for (const title of ["Impressum", "Datenschutz", "Barrierefreiheit"]) {
    page(`rechtliches/${slug(title)}`, { title, kind: "page" }, `## ${title}\n\nAngaben der Stadt.`);
  }
  page("rechtliches/index", { title: "Rechtliches" });
}

const rows = (text) => text.trim().split("\n").map((row) => row.split("|").map((cell) => cell.trim()));
const slug = (text) => text.toLowerCase().replaceAll(" ", "-");
