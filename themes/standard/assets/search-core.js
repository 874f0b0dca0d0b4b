// The search itself: folds, looks up, ranks and cuts excerpts. It touches neither page nor network,
// and runs in a browser as well as in Node, where the tests compare it with `transferbuch search`.
//
// A query needs some of the index's files and finds out which while it runs. So every call either
// answers, or gives `{needs: [names]}`: hand those files over with `give`, and call again.
(function (root) {
  'use strict';

  const FORMAT = 1;
  const TAIL = '~'; // before the reversed words that are there to be found by their ends
  const ENDING = 6; // longest ending by which a form differs from its key
  const BEFORE = 1, AFTER = 2; // words files looked through around a word's place
  const TYPO_FILES = 8, TAKEN = 4;
  const FIRST = 4, LAST = 3; // letters of a compound's shortest first and last part
  const APART = 0.6; // coverage of a word in another passage of the chapter
  const SPOKEN = 2; // stop words from which on a query is a spoken question
  const EXPANSIONS = 24; // words with the same beginning that are taken
  const EXCERPT = 32, LEAD = 6; // words of an excerpt, and of it before the first match
  const NEED = {}; // thrown when a file is missing; what is missing stands in `needs`
  const SUFFIX = /^(schaft|heit|keit|ung|lich|isch|ation)(e|en)?$|^(innen|ieren|erin)$/;
  const LETTER = { 'ß': 'ss', 'æ': 'a', 'ø': 'o', 'œ': 'o', 'ł': 'l', 'ς': 'σ' };
  const FALLS_AWAY = /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u0640\u064b-\u0655\u0670\u200b-\u200d]/;

  // ---- words and folding

  function fold(word, umlauts) {
    let out = '';
    for (const c of word.normalize('NFKD').toLowerCase()) {
      if (FALLS_AWAY.test(c)) continue;
      for (const letter of LETTER[c] || c) {
        const end = out.length;
        const umlaut = umlauts && letter === 'e' && end > 0 && 'aou'.includes(out[end - 1])
          && !(end > 1 && 'aeiouq'.includes(out[end - 2]));
        if (!umlaut) out += letter;
      }
    }
    return out;
  }

  function characterClass(pairs) {
    let out = '';
    const code = (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');
    for (let at = 0; at < pairs.length; at += 2) out += code(pairs[at]) + '-' + code(pairs[at + 1]);
    return '[' + out + ']';
  }

  function isLower(c) {
    return c !== undefined && c === c.toLowerCase() && c !== c.toUpperCase();
  }

  class Text {
    constructor(meta) {
      this.meta = meta;
      this.run = new RegExp(characterClass(meta.singles) + '|' + characterClass(meta.letters) + '+', 'g');
      this.persons = new RegExp('(' + meta.persons.join('|') + ')$');
    }

    // All words of a text: {key, start, end}.
    words(text) {
      const runs = [], out = [];
      text.replace(this.run, (run, at) => runs.push({ text: run, start: at, end: at + run.length }));
      for (let at = 0; at < runs.length; at++) {
        const run = runs[at];
        let word = run.text, end = run.end;
        if (this.meta.persons.length) {
          const signed = this.signed(text, run, runs[at + 1]);
          if (signed) {
            word = signed;
            end = runs[++at].end;
          } else {
            word = this.innerCapital(word);
          }
        }
        out.push({ key: this.key(word), start: run.start, end });
      }
      return out;
    }

    // «Teilnehmer» for «Teilnehmer:innen».
    signed(text, run, next) {
      if (!next || run.text.length < 3) return null;
      const sign = text.slice(run.end, next.start);
      const exact = next.text === 'in' || next.text === 'innen';
      if (sign === '(' || sign === '(-') return exact ? run.text : null;
      if (!/^([:*_·•/]|[:*/]-)$/.test(sign)) return null;
      if (exact) return run.text;
      return /^innen.../.test(next.text) ? run.text + next.text.slice(5) : null;
    }

    // «Schüler» for «SchülerInnen».
    innerCapital(word) {
      const at = word.indexOf('In');
      if (at < 3 || !isLower(word[at - 1])) return word;
      const before = word.slice(0, at), ending = word.slice(at);
      if (ending === 'In' || ending === 'Innen') return before;
      return /^Innen.../.test(ending) ? before + ending.slice(5) : word;
    }

    key(word) {
      let key = fold(word, this.meta.umlauts);
      if (this.meta.persons.length) key = this.bare(key);
      return this.meta.particles.length ? this.withoutZu(key) : key;
    }

    // «teilnehmer» for «teilnehmerin» and «teilnehmerinnen».
    bare(key) {
      const at = key.indexOf('innen');
      if (at >= 3) {
        const person = this.persons.test(key.slice(0, at)), after = key.length - at - 5;
        const goes = after === 0 ? at >= 4 || person : after >= 4 && person;
        return goes ? key.slice(0, at) + key.slice(at + 5) : key;
      }
      const stem = key.slice(0, -2);
      const feminine = at < 0 && key.endsWith('in') && (stem.length >= 4 || stem === 'pat');
      return feminine && this.persons.test(stem) ? stem : key;
    }

    // «einholen» for «einzuholen».
    withoutZu(key) {
      if (!/(en|ern|eln)$/.test(key) || /enden$/.test(key)) return key;
      const particle = this.meta.particles.find((particle) => key.startsWith(particle + 'zu'));
      if (!particle || key.length - particle.length - 2 < 5) return key;
      return particle + key.slice(particle.length + 2);
    }
  }

  function strip(word, endings) {
    const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4);
    return ending ? word.slice(0, -ending.length) : word;
  }

  function reverse(word) {
    return Array.from(word).reverse().join('');
  }

  // ---- reading the index's files

  function counts(text) {
    const out = [];
    let more = 0;
    for (const c of text) {
      const digit = parseInt(c, 36);
      more += digit;
      if (digit < 35) {
        out.push(more);
        more = 0;
      }
    }
    return out;
  }

  // Calls `take(unit, level)` for each posting.
  function postings(text, take) {
    let expected = 0, number = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 65 && code <= 90) {
        take(expected + number, code - 65);
        expected += number + 1;
        number = 0;
      } else {
        number = number * 36 + (code < 65 ? code - 48 : code - 87) + 1;
      }
    }
  }

  function list(text) {
    if (text[0] === '!') {
      const [file, place, length] = text.slice(1).split('.').map(Number);
      return { file: 'lists-' + file, place, length };
    }
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 65 && code <= 90) length++;
    }
    return { text, length };
  }

  function entries(text) {
    let key = '';
    return text.split(';').slice(0, -1).map((line) => {
      const columns = line.split(' ');
      key = key.slice(0, parseInt(line[0], 36)) + columns[0].slice(1);
      if (key[0] === TAIL) return { key, forms: [], own: list(''), kin: list('') };
      const forms = columns[1].split(',').map((form) => {
        const [drop, rest] = form.includes('.') ? form.split('.') : [0, form];
        return key.slice(0, key.length - drop) + rest;
      });
      return { key, forms, own: list(columns[2]), kin: list(columns[3]) };
    });
  }

  const frequency = (entry) => entry.own.length + entry.kin.length;
  const longLists = (entry) => (entry.own.file ? 1 : 0) + (entry.kin.file ? 1 : 0);

  // How many items of a sorted list come before the first for which `test` fails.
  function partition(items, test) {
    let from = 0, to = items.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (test(items[middle])) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  class Index {
    constructor(meta) {
      if (meta.format !== FORMAT) throw new Error('search index of format ' + meta.format);
      this.meta = meta;
      this.text = new Text(meta);
      this.stops = new Set(meta.stops);
      this.files = new Map();
      this.needs = new Set();
      this.units = [0];
      for (const passages of counts(meta.passages)) {
        this.units.push(this.units[this.units.length - 1] + passages + 1);
      }
      this.chapters = this.units.length - 1;
      this.texts = [0];
      for (const chapters of counts(meta.texts)) {
        this.texts.push(this.texts[this.texts.length - 1] + chapters);
      }
      this.levels = [];
      for (let level = 0, weight = meta.levels[0]; level < 26; level++, weight *= meta.levels[1]) {
        this.levels.push(weight);
      }
    }

    // Takes a file that was needed.
    give(name, data) {
      this.files.set(name, name.startsWith('words-') ? entries(data) : data);
    }

    // The files' contents, if all of them are here.
    get(names) {
      const missing = names.filter((name) => !this.files.has(name));
      missing.forEach((name) => this.needs.add(name));
      if (missing.length) throw NEED;
      return names.map((name) => this.files.get(name));
    }

    // Runs steps that may each lack files; gives `{needs}` if any did.
    run(steps) {
      this.needs.clear();
      const out = steps.map((step) => {
        try {
          return step();
        } catch (error) {
          if (error !== NEED) throw error;
          return null;
        }
      });
      return this.needs.size ? { needs: Array.from(this.needs) } : { out };
    }

    place(key) {
      return Math.max(0, partition(this.meta.words, (first) => first <= key) - 1);
    }

    all(files) {
      if (!this.meta.words.length) return [];
      return [].concat(...this.get(files.map((file) => 'words-' + file)));
    }

    between(from, to) {
      const files = [];
      for (let file = from; file <= to; file++) files.push(file);
      return this.all(files);
    }

    // ---- looking up one word (src/search/query/lookup.rs)

    near(word) {
      const shortest = word.slice(0, Math.max(3, word.length - ENDING));
      const base = strip(word, this.meta.derivations);
      const here = this.place(word);
      const from = Math.max(this.place(shortest), here - BEFORE);
      return this.between(from, Math.min(this.place(base + '\uffff'), here + AFTER));
    }

    uninflected(word) {
      return strip(strip(word, this.meta.inflections), this.meta.inflections);
    }

    known(word) {
      const base = this.uninflected(word), here = this.place(word);
      const near = this.between(Math.max(this.place(base), here - BEFORE), here);
      const exact = near.find((entry) => entry.forms.includes(word));
      if (exact || word.length < FIRST) return exact;
      return near.find((entry) => entry.forms.some((form) => this.uninflected(form) === base));
    }

    endingIn(word) {
      const start = TAIL + reverse(this.uninflected(word));
      const from = this.place(start);
      const to = Math.min(this.place(start + '\uffff'), from + AFTER);
      const words = this.between(from, to)
        .filter((entry) => entry.key.startsWith(start))
        .map((entry) => reverse(entry.key.slice(1)));
      words.sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
      return words.slice(0, TAKEN).map((found) => this.known(found)).filter(Boolean);
    }

    misspelt(word) {
      if (word.length < 5) return [];
      const limit = word.length < 9 ? 1 : 2;
      let fewest = limit;
      const out = [];
      for (const entry of this.all(this.typoFiles(word))) {
        let closest = null;
        for (const form of entry.forms) {
          if (form[0] !== word[0] && word.length < 8) continue;
          if (Math.abs(form.length - word.length) > limit) continue;
          const found = edits(word, form, fewest);
          if (found <= fewest && (!closest || found < closest.edits)) {
            closest = { entry, form, edits: found };
            fewest = found;
          }
        }
        if (closest) out.push(closest);
      }
      const best = out.filter((found) => found.edits === fewest);
      best.sort((a, b) => frequency(b.entry) - frequency(a.entry));
      return best.slice(0, TAKEN);
    }

    typoFiles(word) {
      const range = (start) => [this.place(start), this.place(start + '\uffff')];
      let [from, to] = range(word[0]);
      if (to - from >= TYPO_FILES) [from, to] = range(word.slice(0, 2));
      const files = new Set();
      for (let file = from; file <= Math.min(to, from + TYPO_FILES - 1); file++) files.add(file);
      files.add(this.place(word[1] + word[0] + word.slice(2)));
      files.add(this.place(word.slice(1)));
      return Array.from(files).sort((a, b) => a - b);
    }

    split(word) {
      const beginnings = this.beginnings(word), first = beginnings[0];
      const parts = this.twoParts(word, beginnings);
      if (parts) return parts.map((part) => [part]);
      if (!first) {
        const shared = this.sharedBeginning(word);
        return this.looseSplit(word.slice(shared.length), shared.entries);
      }
      const after = word.slice(first.beginning.length);
      for (const rest of this.rests(after, 2 * FIRST + 1)) {
        const more = this.twoParts(rest, this.beginnings(rest));
        if (more) return [first.entry].concat(more).map((part) => [part]);
      }
      return this.looseSplit(after, [first.entry]);
    }

    rests(after, shortest) {
      return this.meta.links
        .filter((link) => after.startsWith(link))
        .map((link) => after.slice(link.length))
        .filter((rest) => rest.length >= shortest && !SUFFIX.test(rest));
    }

    twoParts(word, beginnings) {
      for (const { beginning, entry } of beginnings) {
        for (const rest of this.rests(word.slice(beginning.length), LAST)) {
          const known = this.known(rest);
          if (known) return [entry, known];
        }
      }
      return null;
    }

    looseSplit(after, beginning) {
      if (!beginning.length) return [];
      for (const rest of this.rests(after, FIRST)) {
        const known = this.known(rest);
        const ends = known ? [known] : rest.length > FIRST ? this.endingIn(rest) : [];
        if (ends.length) return [beginning, ends];
      }
      return [];
    }

    sharedBeginning(word) {
      const shared = (form) => {
        let length = 0;
        while (length < word.length && form[length] === word[length]) length++;
        return length;
      };
      const all = this.all([this.place(word)]);
      const longest = (entry) => Math.max(-1, ...entry.forms.map(shared));
      const length = Math.max(0, ...all.map(longest));
      if (length <= FIRST) return { length: 0, entries: [] };
      return { length, entries: all.filter((entry) => longest(entry) === length).slice(0, TAKEN) };
    }

    beginnings(word) {
      const places = [], out = [];
      for (let count = word.length - LAST; count >= FIRST; count--) {
        const beginning = word.slice(0, count);
        if (!this.stops.has(beginning)) places.push([beginning, this.place(beginning)]);
      }
      const files = Array.from(new Set(places.map((place) => place[1])));
      this.all(files); // all of them at once, if they have to be loaded
      for (const [beginning, place] of places) {
        const seen = files.slice(0, files.indexOf(place) + 1);
        for (const file of seen) {
          const entry = this.all([file])
            .find((entry) => entry.key === beginning || entry.forms.includes(beginning));
          if (entry) {
            out.push({ beginning, entry });
            break;
          }
        }
      }
      return out;
    }

    // ---- a word of a query becomes lists with weights (src/search/query/expand.rs)

    expand(word, open) {
      const rank = this.meta.ranking, compounds = this.meta.links.length > 0;
      const out = { lists: [], parts: [], partsWeight: 0, forms: new Set(), stems: [],
        correction: null, beginning: null };
      const used = new Set();
      const near = this.near(word);
      for (const entry of near.filter((entry) => entry.forms.includes(word))) {
        add(out, entry, 1, rank.kin, true);
        used.add(entry.key);
      }
      if (!used.size && word.length >= 4) {
        const base = this.uninflected(word);
        for (const entry of near) {
          if (!entry.forms.some((form) => this.uninflected(form) === base)) continue;
          add(out, entry, rank.inflected, rank.kin, true);
          used.add(entry.key);
        }
      }
      const known = used.size > 0;
      if (word.length >= 5) {
        const base = strip(word, this.meta.derivations);
        for (const entry of near) {
          if (used.has(entry.key) || (known && longLists(entry))) continue;
          if (!entry.forms.some((form) => strip(form, this.meta.derivations) === base)) continue;
          add(out, entry, known ? rank.family / 2 : rank.family, rank.kin);
          used.add(entry.key);
        }
      }
      if (word.length >= 3 && (open || (!known && word.length >= 5))) {
        const weight = known ? rank.prefix / 2 : rank.prefix;
        for (const { entry, length } of this.begun(near, word, used, known ? 0 : rank.longLists)) {
          const share = word.length / Math.max(1, length);
          add(out, entry, weight * (0.6 + 0.4 * share), word.length >= 5 ? rank.kin : 0);
          used.add(entry.key);
        }
      }
      if (word.length >= 5 && compounds) {
        let base = this.uninflected(word);
        if (base.length < 5) base = word;
        for (const { entry, length } of this.begun(near, base, used, known ? 0 : rank.longLists)) {
          if (length < base.length + 4) continue;
          add(out, entry, rank.prefix / 2, rank.kin);
          used.add(entry.key);
        }
      }
      if (word.length >= 7 && compounds) {
        out.parts = this.split(word);
        out.partsWeight = known ? rank.parts / 2 : rank.parts;
        for (const part of [].concat(...out.parts)) mark(out, part, true);
        if (!known && !out.parts.length) {
          const beginnings = this.beginnings(word);
          if (beginnings.length) out.beginning = beginnings[0].beginning;
        }
      }
      if (!known && word.length >= 5) this.lastResort(word, !used.size, out);
      return out;
    }

    begun(near, word, used, limit) {
      const out = [];
      for (const entry of near) {
        if (used.has(entry.key)) continue;
        const begun = entry.forms.filter((form) => form.startsWith(word));
        if (begun.length) out.push({ entry, length: Math.min(...begun.map((form) => form.length)) });
      }
      out.sort((a, b) => frequency(b.entry) - frequency(a.entry));
      let long = 0;
      return out.filter(({ entry }) => {
        long += longLists(entry);
        return !longLists(entry) || long <= limit;
      }).slice(0, EXPANSIONS);
    }

    lastResort(word, nothing, out) {
      const rank = this.meta.ranking;
      if (this.meta.links.length) {
        const found = this.endingIn(word);
        for (const entry of found) add(out, entry, rank.tail, rank.kin, true);
        if (found.length) {
          out.stems.push(this.uninflected(word));
          return;
        }
      }
      if (!nothing) return;
      for (const found of this.misspelt(word)) {
        add(out, found.entry, rank.typo[found.edits - 1], rank.kin, true);
        out.correction = out.correction || found.form;
      }
    }

    // A verb that comes apart: «leihe … aus».
    reunite(word, particle, expansion) {
      const verb = particle + word, base = strip(verb, this.meta.derivations);
      for (const entry of this.near(verb)) {
        if (entry.forms.some((form) => strip(form, this.meta.derivations) === base)) {
          add(expansion, entry, this.meta.ranking.joined, this.meta.ranking.kin, true);
        }
      }
    }

    // Two typed words that the handbook writes together.
    join(words, expansions, left, right) {
      const joined = words[left] + words[right];
      if (words[left].length < 3 || words[right].length < 3 || joined.length > 60) return;
      const entry = this.known(joined);
      if (!entry) return;
      for (const at of [left, right]) {
        add(expansions[at], entry, this.meta.ranking.joined, this.meta.ranking.kin, true);
      }
    }

    // ---- scoring (src/search/query/score.rs)

    addPostings(from, take) {
      postings(from.file ? this.get([from.file])[0][from.place] : from.text, take);
    }

    evidence(expansion) {
      const lists = expansion.lists.filter(([from]) => from.length > 0);
      const parts = [].concat(...expansion.parts);
      const all = lists.map(([from]) => from).concat(...parts.map((entry) => [entry.own, entry.kin]));
      this.get(all.filter((from) => from.file).map((from) => from.file));
      const total = this.units[this.chapters];
      const units = new Float64Array(total), strong = new Uint8Array(total);
      const together = this.together(expansion.parts);
      let quality = Math.max(0, ...lists.map(([, weight]) => weight));
      if (together.some((x) => x > 0)) quality = Math.max(quality, expansion.partsWeight);
      for (const [from, weight] of lists) {
        const isStrong = weight >= quality / 2;
        this.addPostings(from, (unit, level) => {
          units[unit] += weight * this.levels[level];
          if (isStrong) strong[unit] = 1;
        });
      }
      const isStrong = expansion.partsWeight >= quality / 2;
      together.forEach((x, unit) => {
        if (x <= 0) return;
        units[unit] += expansion.partsWeight * x;
        if (isStrong) strong[unit] = 1;
      });
      let found = 0;
      for (let chapter = 0; chapter < this.chapters; chapter++) {
        const end = this.units[chapter + 1];
        let unit = this.units[chapter];
        while (unit < end && !strong[unit]) unit++;
        if (unit < end) found++;
      }
      const rarity = Math.log(1 + (this.chapters - found + 0.5) / (found + 0.5));
      return { units, quality, rarity };
    }

    together(parts) {
      if (!parts.length) return new Float64Array(0);
      const total = this.units[this.chapters], out = new Float64Array(total);
      const byPart = parts.map((part) => {
        const units = new Float64Array(total);
        for (const entry of part) {
          for (const from of [entry.own, entry.kin]) {
            this.addPostings(from, (unit, level) => { units[unit] += this.levels[level]; });
          }
        }
        return units;
      });
      for (let chapter = 0; chapter < this.chapters; chapter++) {
        const head = this.units[chapter];
        for (let unit = head; unit < this.units[chapter + 1]; unit++) {
          let least = Infinity;
          for (const units of byPart) {
            least = Math.min(least, unit === head ? units[head] : units[head] + units[unit]);
          }
          out[unit] = unit === head ? least : least - out[head];
        }
      }
      return out;
    }

    score(words) {
      const weight = words.reduce((sum, word) => sum + word.rarity, 0), out = [];
      for (let chapter = 0; chapter < this.chapters; chapter++) {
        const best = this.chapterScore(words, weight, chapter);
        if (best) out.push(best);
      }
      return out.sort((a, b) => b.score - a.score || a.chapter - b.chapter);
    }

    chapterScore(words, weight, chapter) {
      const rank = this.meta.ranking, head = this.units[chapter], end = this.units[chapter + 1];
      const totals = words.map((word) => {
        let total = 0;
        for (let unit = head; unit < end; unit++) total += word.units[unit];
        return total;
      });
      let best = null;
      if (totals.every((total) => total === 0)) return best;
      for (let unit = head; unit < end; unit++) {
        let score = 0, covered = 0, deep = false;
        for (let at = 0; at < words.length; at++) {
          if (!totals[at]) continue;
          const word = words[at], above = word.units[head];
          const own = unit === head ? 0 : word.units[unit], here = above + own;
          const evidence = here + rank.elsewhere * (totals[at] - here);
          score += word.quality * word.rarity * evidence / (rank.saturation + evidence);
          covered += word.rarity * (here > 0 ? 1 : APART);
          deep = deep || (own > 0 && above === 0);
        }
        const share = covered / weight;
        score = Math.round(score * Math.pow(share, rank.coordination) * 1e6) / 1e6;
        if (share >= rank.coverage && (!best || score > best.score)) {
          best = { chapter, passage: unit - head, deep, score };
        }
      }
      return best;
    }

    // ---- queries (src/search/query/mod.rs)

    // The query's words, and the pairs of them that stand side by side.
    parse(query) {
      const all = this.text.words(query).map((word) => word.key).filter((key) => key);
      const telling = (key) => !/^[a-z]$/.test(key) && !this.stops.has(key);
      const onlyStops = !all.some(telling);
      const words = [], last = all.length ? all[all.length - 1] : '';
      let pairs = [], before = -1;
      for (const key of all) {
        if (!onlyStops && !telling(key)) {
          before = -1;
          continue;
        }
        let at = words.indexOf(key);
        if (at < 0 && words.length === this.meta.ranking.words) break;
        if (at < 0) at = words.push(key) - 1;
        if (before >= 0 && before < at) pairs.push([before, at]);
        before = at;
      }
      if (words.length > 1 && words[words.length - 1] === last && last.length < 3) {
        words.pop();
        pairs = pairs.filter((pair) => pair[1] < words.length);
      }
      const spoken = all.length - all.filter(telling).length >= SPOKEN;
      return { words, pairs, last, spoken };
    }

    // Answers a query: `{needs}`, or the words as they were looked up with all chapters scored.
    lookUp(query) {
      const { words, pairs, last, spoken } = this.parse(query);
      const rank = this.meta.ranking;
      const looked = this.run(words.map((word) => () => this.expand(word, word === last)));
      if (looked.needs) return looked;
      const expansions = looked.out;
      const more = pairs.map(([left, right]) => () => this.join(words, expansions, left, right));
      if (this.meta.particles.includes(last)) {
        words.forEach((word, at) => more.unshift(() => this.reunite(word, last, expansions[at])));
      }
      const joined = this.run(more);
      if (joined.needs) return joined;
      const found = this.run(expansions.map((expansion) => () => this.evidence(expansion)));
      if (found.needs) return found;
      for (const evidence of found.out) {
        if (spoken && !evidence.quality) evidence.rarity *= rank.unknownSpoken;
      }
      return { words, expansions, evidence: found.out, scored: this.score(found.out) };
    }

    // By facet, by value: a set of chapters. Needs the facets file.
    members() {
      return this.get(['facets'])[0].map((values) => values.map((text) => {
        const chapters = new Set();
        postings(text, (chapter) => chapters.add(chapter));
        return chapters;
      }));
    }

    // Filters scored chapters by `{facet: [values]}`, and counts what each value would leave.
    filter(scored, chosen) {
      return this.run([() => {
        const members = this.members();
        const facets = this.meta.facets.map((facet, at) => ({
          facet, values: members[at],
          chosen: members[at].filter((_, value) =>
            (chosen[facet.id] || []).includes(facet.values[value][0])),
        }));
        const passes = (one, hit) => !(chosen[one.facet.id] || []).length
          || one.chosen.some((set) => set.has(hit.chapter));
        const hits = scored.filter((hit) => facets.every((one) => passes(one, hit)));
        const counted = facets.map((one) => {
          const left = scored.filter((hit) =>
            facets.every((other) => other === one || passes(other, hit)));
          const values = one.facet.values.map(([id, label], at) => ({
            id, label, count: left.filter((hit) => one.values[at].has(hit.chapter)).length,
          }));
          return { id: one.facet.id, label: one.facet.label, values };
        });
        return { hits, facets: counted };
      }]);
    }

    record(chapter) {
      const file = partition(this.texts, (first) => first <= chapter) - 1;
      const record = this.get(['texts-' + file])[0][chapter - this.texts[file]];
      if (!record) throw new Error('damaged search index: texts-' + file);
      return record;
    }

    // What is shown of a scored chapter: `{needs}`, or `{out: [hit]}`.
    show(hit, looked) {
      return this.run([() => {
        const [url, title, kind, summary, sections] = this.record(hit.chapter);
        let rest = hit.passage, anchor = '', heading = '', text = '';
        for (const section of sections) {
          if (rest >= 1 && rest <= section[2].length) {
            text = section[2][rest - 1];
            if (hit.deep) [anchor, heading] = section;
            break;
          }
          rest -= section[2].length;
        }
        if (!hit.deep) text = summary || text || (sections.length ? sections[0][2][0] : '');
        const kinds = this.meta.facets.find((facet) => facet.id === 'kind');
        const label = kinds && kinds.values.find((value) => value[0] === kind);
        return {
          url: url + (anchor ? '#' + anchor : ''),
          title: this.mark(title, looked), heading: this.mark(heading, looked),
          kind: label ? label[1] : '', excerpt: this.excerpt(text, looked), score: hit.score,
        };
      }]);
    }

    // ---- excerpts (src/search/query/excerpt.rs); marks are [from, to] pairs

    found(text, looked) {
      const out = [];
      for (const word of this.text.words(text)) {
        const number = looked.expansions.findIndex((expansion) => matches(word.key, expansion));
        if (number >= 0) out.push({ start: word.start, end: word.end, number });
      }
      return out;
    }

    mark(text, looked) {
      return { text, marks: this.found(text, looked).map((word) => [word.start, word.end]) };
    }

    excerpt(text, looked) {
      const words = this.text.words(text), found = this.found(text, looked);
      const places = found.map((match) => partition(words, (word) => word.start < match.start));
      let first = 0, most = 0;
      places.forEach((place, at) => {
        const numbers = new Set();
        for (let next = at; next < places.length && places[next] < place + EXCERPT - LEAD; next++) {
          numbers.add(found[next].number);
        }
        if (numbers.size > most) {
          most = numbers.size;
          first = place;
        }
      });
      const from = first < EXCERPT - LEAD ? 0 : first - LEAD;
      const to = Math.min(words.length, from + EXCERPT);
      const start = from === 0 ? 0 : words[from].start;
      const end = to === words.length ? text.length : words[to - 1].end;
      const lead = start > 0 ? '… ' : '', shift = lead.length - start;
      return {
        text: lead + text.slice(start, end) + (end < text.length ? ' …' : ''),
        marks: found.filter((word) => word.start >= start && word.end <= end)
          .map((word) => [word.start + shift, word.end + shift]),
      };
    }

    // ---- «Meinten Sie»: `{needs}`, or `{out: [query or null]}`

    suggest(query, looked) {
      if (looked.scored.length) {
        if (looked.expansions.every((expansion) => !expansion.correction)) return { out: [null] };
        return this.run([() => this.corrected(query, looked, this.record(looked.scored[0].chapter))]);
      }
      const rest = [];
      looked.words.forEach((word, at) => {
        const beginning = looked.expansions[at].beginning;
        if (looked.evidence[at].quality > 0) rest.push(word);
        else if (beginning && beginning.length >= 5) rest.push(beginning);
      });
      if (!rest.length || rest.join(' ') === looked.words.join(' ')) return { out: [null] };
      const again = this.lookUp(rest.join(' '));
      if (again.needs) return again;
      if (!again.scored.length) return { out: [null] };
      return this.run([() => {
        const record = this.record(again.scored[0].chapter);
        return rest.map((word) => this.spelling(word, record)).join(' ');
      }]);
    }

    corrected(query, looked, record) {
      let out = '', end = 0;
      for (const word of this.text.words(query)) {
        const at = looked.words.indexOf(word.key);
        if (at < 0 || !looked.expansions[at].correction) continue;
        out += query.slice(end, word.start);
        out += this.spelling(looked.expansions[at].correction, record);
        end = word.end;
      }
      return out + query.slice(end);
    }

    spelling(form, record) {
      const [, title, , summary, sections] = record;
      const texts = [title, summary].concat(...sections.map((section) => [section[1]].concat(section[2])));
      for (const text of texts) {
        const word = this.text.words(text).find((word) => word.key === form);
        if (word) return text.slice(word.start, word.end);
      }
      return form;
    }
  }

  function mark(expansion, entry, asPart) {
    entry.forms.forEach((form) => expansion.forms.add(form));
    if (asPart) expansion.stems.push(entry.key);
  }

  function add(expansion, entry, weight, kin, asPart) {
    expansion.lists.push([entry.own, weight]);
    if (kin > 0) expansion.lists.push([entry.kin, weight * kin]);
    mark(expansion, entry, asPart);
  }

  function matches(key, expansion) {
    return expansion.forms.has(key) || expansion.stems.some((stem) =>
      stem.length > 4 ? key.includes(stem) : stem.length === 4 && key.startsWith(stem));
  }

  // Restricted Damerau-Levenshtein distance; more than `limit` as soon as that is certain.
  function edits(word, form, limit) {
    let before = [], last = [];
    for (let at = 0; at <= word.length; at++) last.push(at);
    for (let row = 1; row <= form.length; row++) {
      const line = [row];
      let least = row;
      for (let at = 1; at <= word.length; at++) {
        const same = word[at - 1] === form[row - 1];
        let cost = Math.min(last[at - 1] + (same ? 0 : 1), last[at] + 1, line[at - 1] + 1);
        if (at > 1 && row > 1 && word[at - 1] === form[row - 2] && word[at - 2] === form[row - 1]) {
          cost = Math.min(cost, before[at - 2] + 1);
        }
        line.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return least;
      before = last;
      last = line;
    }
    return last[word.length];
  }

  const core = { Index, fold };
  if (typeof module !== 'undefined' && module.exports) module.exports = core;
  else root.transferbuchSearchCore = core;
})(this);
