// Answers queries with the reader's script: `node conformance.mjs SCRIPT INDEX < queries.json`.
// Prints a JSON array with one answer for each query.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [script, folder] = process.argv.slice(2);
const { Search } = createRequire(import.meta.url)(resolve(script));

function read(name, within = '') {
  const text = readFileSync(join(folder, within, name + '.js'), 'utf8').trimEnd();
  const start = `transferbuchSearch("${name}",`;
  if (!text.startsWith(start) || !text.endsWith(')')) throw new Error('damaged: ' + name);
  return JSON.parse(text.slice(start.length, -1));
}

const index = new Search(read('meta'));

function complete(call) {
  for (;;) {
    const answer = call();
    if (!answer.needs) return answer;
    for (const name of answer.needs) index.give(name, read(index.part(name), 'parts'));
  }
}

function answer(query) {
  const looked = complete(() => index.lookUp(query));
  const hits = looked.scored.slice(0, 10).map((hit) => complete(() => index.show(hit, looked)).out[0]);
  const suggestion = complete(() => index.suggest(query, looked)).out[0];
  return { hits, total: looked.scored.length, suggestion, also: looked.also };
}

const queries = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(queries.map(answer)));
