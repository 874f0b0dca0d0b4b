// What queries cost a reader: `node figures.mjs ASSETS INDEX`. Prints bytes (gzip) before the first
// result, script included, and milliseconds of script once the parts are loaded.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const [assets, folder] = process.argv.slice(2);
const { Search } = createRequire(import.meta.url)(resolve(assets, 'search-core.js'));
const size = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
const scripts = ['-words', '-index', '-rank', '-core', '']
  .reduce((sum, name) => sum + size(join(assets, `search${name}.js`)), 0);

const queries = [
  'Koffer', 'Protokoll', 'Bürgerversammlung', 'Versammlungsleitung', 'Anerkennungsverfahren',
  'wer schreibt das protokoll', 'wie leite ich ein treffen', 'Mitglieder Versammlung', 'Vorst',
  'Protokol', 'Mitgleiderversammlung', 'Zeugnisanerkennung', 'kinder frauen menschen woche',
  'be', 'ver', 'Hundesteuer', 'wo kann ich den moderationskoffer ausleihen', 'Buergerbuero',
  'Termin Einladung Raum Technik', 'Fragen Antworten', 'Stadtteilspaziergang', 'Elternabende',
];

function open() {
  const loaded = new Map();
  const read = (name) => {
    const path = join(folder, name);
    loaded.set(name, size(path));
    const text = readFileSync(path, 'utf8');
    return JSON.parse(text.slice(text.indexOf(',') + 1, text.lastIndexOf(')')));
  };
  const index = new Search(read('meta.js'));
  let rounds = 0;
  const complete = (call) => {
    for (;;) {
      const answer = call();
      if (!answer.needs) return answer;
      rounds++;
      for (const name of answer.needs) index.give(name, read('parts/' + index.part(name) + '.js'));
    }
  };
  return { index, loaded, complete, rounds: () => rounds };
}

const costs = [];
for (const query of queries) {
  const { index, loaded, complete, rounds } = open();
  const looked = complete(() => index.lookUp(query));
  if (looked.scored.length) complete(() => index.show(looked.scored[0], looked));
  const bytes = Array.from(loaded.values()).reduce((sum, bytes) => sum + bytes, scripts);
  costs.push({ query, bytes, files: loaded.size, rounds: rounds(), hits: looked.scored.length });
}
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
for (const cost of costs) {
  console.log(`${kB(cost.bytes)} kB ${String(cost.files).padStart(3)} files ${cost.rounds} rounds`
    + ` ${String(cost.hits).padStart(6)} hits  ${cost.query}`);
}
const sorted = costs.map((cost) => cost.bytes).sort((a, b) => a - b);
console.log(`scripts ${kB(scripts)} kB, median ${kB(sorted[sorted.length >> 1])} kB,`
  + ` most ${kB(sorted[sorted.length - 1])} kB`);

const { index, complete } = open();
const times = [];
for (let round = 0; round < 12; round++) {
  for (const query of queries) {
    complete(() => index.lookUp(query));
    const start = performance.now();
    const looked = complete(() => index.lookUp(query));
    times.push({ query, ms: performance.now() - start, hits: looked.scored.length });
  }
}
const last = times.slice(queries.length * 2).sort((a, b) => a.ms - b.ms);
const at = (share) => last[Math.min(last.length - 1, Math.floor(last.length * share))];
console.log(`script time: median ${at(0.5).ms.toFixed(1)} ms, 95th percentile`
  + ` ${at(0.95).ms.toFixed(1)} ms (${at(0.95).query})`);
