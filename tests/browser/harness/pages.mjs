// One page of every type, by the name it goes by in tests and pictures.

/** Pages of the sample handbook: below the site's root. */
export const sample = {
  start: "",
  section: "rechtliches/",
  format: "formate/lernnetzwerktreffen/",
  tool: "werkzeuge/kmu-toolbox/",
  lesson: "lernerfahrungen/kommunen-als-tueroeffner/",
  case: "praxisfaelle/lageso-round-tables/",
  page: "ausblick/",
  print: "formate/-druck/",
  glossary: "glossar/",
  alphabet: "a-z/",
  catalogue: "katalog/",
  formats: "formate/",
  facet: "katalog/format/purposes/discuss/",
  comparison: "katalog/format/vergleich/",
  topics: "katalog/themen/",
  topic: "katalog/themen/digitalisierung/",
  results: "suche/?q=sprachkurs",
  "not-found": "404.html",
  "start in English": "en/",
  "lesson in English": "en/lernerfahrungen/kommunen-als-tueroeffner/",
  "glossary in English": "en/glossary/",
  "not in English": "en/ausblick/",
  "start in easy German": "de-simple/",
  "lesson in easy German": "de-simple/lernerfahrungen/vom-sprachkurs-in-arbeit/",
  "search in easy German": "de-simple/suche/?q=arbeit",
};

/** Pages of the town's handbook. */
export const town = {
  start: "",
  formats: "formate/",
  lessons: "erfahrungen/",
  format: "formate/f4/",
  lesson: "erfahrungen/e0/",
  case: "praxis/radwege/",
  tool: "werkzeuge/raumliste/",
  print: "formate/-druck/",
  collection: "merkliste/",
  comparison: "katalog/format/vergleich/",
  "start-ar": "ar/",
  "formats-ar": "ar/formate/",
  "start in easy German": "de-simple/",
};

/** Pages that only releases have, and what these change on others. */
export const releases = {
  start: "",
  chapter: "formate/round-table-initiative/",
  "old chapter": "v/1.0/formate/round-table-initiative/",
  versions: "versionen/",
  changes: "aenderungen/",
};

/** Pages of the handbook of photos. */
export const photos = {
  cards: "orte/",
  photos: "orte/ort-0/",
};

/** Pages of the handbook in Arabic, from right to left, and Ukrainian. */
export const languages = {
  "start-ar": "ar/",
  "section-ar": "ar/formate/",
  "chapter-ar": "ar/formate/lernnetzwerktreffen/",
  "catalogue-ar": "ar/catalogue/format/",
  "missing-ar": "ar/formate/runder-tisch/",
  "glossary-ar": "ar/glossary/",
  "alphabet-ar": "ar/a-z/",
  "results-ar": "ar/search/?q=البلديات",
  "start-uk": "uk/",
  "chapter-uk": "uk/formate/lernnetzwerktreffen/",
  "fallback-uk": "uk/formate/runder-tisch/",
  "results-uk": "uk/search/?q=зустріч",
  "not-found": "404.html",
};

/** Pages of the handbook that holds every element of Markdown and every sort of field. */
export const elements = {
  start: "",
  section: "proben/",
  text: "proben/text/",
  fields: "proben/felder/",
  lesson: "proben/erfahrung/",
  words: "proben/wortungetueme/",
  withdrawn: "proben/ueberholt/",
  print: "proben/-druck/",
  glossary: "glossar/",
  english: "en/proben/text/",
  results: "en/search/?q=element",
};
