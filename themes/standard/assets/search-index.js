// The index's files, and a word of a query in the dictionary (src/search/query/lookup.rs).
//
// What needs a file that is not here yet notes its name in `needs` and throws; `run` catches that
// and answers `{needs: [names]}`. Hand those files over with `give`, and call again.
const searchIndex = (function (words) {
  'use strict';

  const FORMAT = 3;
  const DIGITS = 6; // of a fingerprint
  const TAIL = '~'; // before the reversed words that are there to be found by their ends
  const TITLE = '='; // in keys of titles alone
  const ENDING = 6; // longest ending by which a form differs from its key
  const BEFORE = 1, AFTER = 2; // words files looked through around a word's place
  const TYPO_FILES = 8; // words files looked through for a misspelt word
  const BEFORE_END = 2; // letters before the end of a word that is found by it
  const ENDS = 8; // words found by their end that are taken
  const TAKEN = 3; // words found by a misspelling that are taken
  const BEGINNINGS = 2; // beginnings of a compound that are tried
  const FIRST = 4, LAST = 3; // letters of a compound's shortest first and last part
  const LONGEST_FIRST = 128; // letters of its longest first part
  const FAMILY = 5; // letters that words of one family share, at least
  const NOUN = 'ung'; // what makes a noun of a verb
  const NEED = {}; // thrown when a file is missing
  const SUFFIX = /^(schaft|heit|keit|ung|lich|isch|ation)(e|en)?$|^(innen|ieren|erin)$/;
  const { Text, strip, reverse } = words;

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

  // A file of words: its entries, and by key of a title the chapters that have it.
  function wordsFile(text) {
    let key = '';
    const titles = new Map();
    const entries = text.split(';').slice(0, -1).map((line) => {
      const columns = line.split(' ');
      key = key.slice(0, parseInt(line[0], 36)) + columns[0].slice(1);
      if (key.includes(TITLE)) {
        const chapters = [];
        postings(columns[1], (chapter) => chapters.push(chapter));
        titles.set(key, chapters);
        return null;
      }
      if (key[0] === TAIL) return { key, forms: [], own: list(''), kin: list('') };
      const forms = columns[1].split(',').map((form) => {
        const [drop, rest] = form.includes('.') ? form.split('.') : [0, form];
        return key.slice(0, key.length - drop) + rest;
      });
      return { key, forms, own: list(columns[2]), kin: list(columns[3]) };
    });
    return { entries: entries.filter(Boolean), titles };
  }

  // By word, without inflection: other words for it.
  function othersFile(text) {
    let key = '';
    return new Map(text.split(';').slice(0, -1).map((line) => {
      const [own, others] = line.split(' ');
      key = key.slice(0, parseInt(own[0], 36)) + own.slice(1);
      return [key, others.split(',')];
    }));
  }

  const frequency = (entry) => entry.own.length + entry.kin.length;
  const longLists = (entry) => (entry.own.file ? 1 : 0) + (entry.kin.file ? 1 : 0);

  function span(from, to) {
    const out = [];
    for (let number = from; number <= to; number++) out.push(number);
    return out;
  }

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

    // The name under which a file is published: with the fingerprint that the meta file has of it.
    part(name) {
      const [kind, number] = name.split('-'), from = DIGITS * (number || 0);
      return name + '.' + (this.meta.parts[kind] || '').slice(from, from + DIGITS);
    }

    // Takes a file that was needed.
    give(name, data) {
      const read = { words: wordsFile, others: othersFile }[name.split('-')[0]];
      this.files.set(name, read ? read(data) : data);
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

    place(key, firstKeys = this.meta.words) {
      return Math.max(0, partition(firstKeys, (first) => first <= key) - 1);
    }

    // Other words for one that no text has.
    others(word) {
      if (!this.meta.others.length) return [];
      const key = this.uninflected(word);
      return this.get(['others-' + this.place(key, this.meta.others)])[0].get(key) || [];
    }

    all(files) {
      if (!this.meta.words.length) return [];
      return [].concat(...this.get(files.map((file) => 'words-' + file)).map((file) => file.entries));
    }

    between(from, to) {
      return this.all(span(from, to));
    }

    // Asks for the files in which words are looked up first, so that they come together; more may follow.
    ahead(words, others) {
      if (!this.meta.words.length) return;
      const files = new Set([].concat(...others.map((other) => this.filesBefore(other))));
      for (const word of words) {
        for (const file of this.filesBefore(word).concat(this.filesAfter(word))) files.add(file);
        if (this.meta.links.length) {
          for (let letters = FIRST; letters <= word.length - LAST; letters++) {
            if (!this.stops.has(word.slice(0, letters))) files.add(this.place(word.slice(0, letters)));
          }
        }
      }
      this.get(Array.from(files, (file) => 'words-' + file));
    }

    // ---- looking up one word (src/search/query/lookup.rs)

    // Entries that share most of a word's beginning, up to the file in which it would stand.
    before(word) {
      return this.all(this.filesBefore(word));
    }

    filesBefore(word) {
      const shortest = word.slice(0, Math.max(3, word.length - ENDING)), here = this.place(word);
      return span(Math.max(this.place(shortest), here - BEFORE), here);
    }

    // The entries after those, as long as they share the beginning of the word's family.
    after(word) {
      return this.all(this.filesAfter(word));
    }

    filesAfter(word) {
      const base = strip(word, this.meta.derivations), here = this.place(word);
      return span(here + 1, Math.min(this.place(base + '\uffff'), here + AFTER));
    }

    uninflected(word) {
      const base = strip(strip(word, this.meta.inflections), this.meta.inflections);
      return this.meta.inflections.length && base.endsWith('nis') ? base.slice(0, -1) : base;
    }

    // Whether a text of the handbook has exactly this word.
    has(word) {
      return this.before(word).some((entry) => entry.forms.includes(word));
    }

    // The chapters whose title has this key, and those whose title goes on behind it.
    titled(key) {
      if (!this.meta.words.length) return { whole: [], begun: [] };
      const { titles } = this.get(['words-' + this.place(key)])[0], begun = [];
      titles.forEach((chapters, title) => {
        if (title !== key && title.startsWith(key)) begun.push(...chapters);
      });
      return { whole: titles.get(key) || [], begun };
    }

    known(word) {
      const base = this.uninflected(word), here = this.place(word);
      const near = this.between(Math.max(this.place(base), here - BEFORE), here);
      const exact = near.find((entry) => entry.forms.includes(word));
      if (exact || word.length < FIRST) return exact;
      return near.find((entry) => entry.forms.some((form) => this.uninflected(form) === base));
    }

    // The entry of a word, or else one of its family: «bereinigen» for «Bereinigung».
    ofFamily(word) {
      const known = this.known(word), bases = this.familyBases(word);
      if (known || !bases.length) return known;
      return this.before(word).find((entry) => isOfFamily(entry, bases, this.meta.derivations));
    }

    // What endings leave of a word, one and two of them: «bereinig» and «berein» of «Bereinigung».
    familyBases(word) {
      const once = strip(word, this.meta.derivations), twice = strip(once, this.meta.derivations);
      return (once === twice ? [once] : [once, twice]).filter((base) => base.length >= FAMILY);
    }

    endingIn(word) {
      const start = TAIL + reverse(this.uninflected(word));
      const from = this.place(start);
      const to = Math.min(this.place(start + '\uffff'), from + AFTER);
      const words = this.between(from, to)
        .filter((entry) => entry.key.startsWith(start) && entry.key.length >= start.length + BEFORE_END)
        .map((entry) => reverse(entry.key.slice(1)));
      words.sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0));
      return words.slice(0, ENDS).map((found) => this.known(found)).filter(Boolean);
    }

    misspelt(word, spelt, most) {
      const spellings = [word].concat(spelt === word ? [] : [spelt])
        .map((spelling) => ({ spelling, limit: allowed(spelling.length) }))
        .filter((one) => one.limit > 0);
      const names = spellings.map((one) => this.typoFiles(one.spelling));
      const places = Array.from(new Set([].concat(...names))).sort((a, b) => a - b);
      let fewest = most;
      const out = [];
      for (const entry of this.all(places)) {
        let closest = null;
        for (const form of entry.forms) {
          for (const { spelling, limit } of spellings) {
            if (form[0] !== spelling[0] && spelling.length < 8) continue;
            if (Math.abs(form.length - spelling.length) > limit) continue;
            const found = edits(spelling, form, fewest);
            if (!found) continue; // a part or a synonym, which was found before
            if (found <= Math.min(fewest, limit) && (!closest || found < closest.edits)) {
              closest = { entry, form, edits: found };
              fewest = found;
            }
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
      if (parts) return parts;
      const rests = first ? this.rests(word.slice(first.beginning.length), 2 * FIRST + 1) : [];
      for (const rest of rests) {
        const more = this.twoParts(rest, this.beginnings(rest));
        if (more) return [first.entry].concat(more);
      }
      return [];
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
          const known = this.ofFamily(rest);
          if (known) return [entry, known];
        }
      }
      return null;
    }

    looseSplit(word) {
      const written = (entry) => entry.own.length > 0;
      const first = this.beginnings(word).find(({ entry }) => written(entry));
      const shared = first ? { length: first.beginning.length, entries: [first.entry] }
        : this.sharedBeginning(word);
      if (!shared.entries.length) return [];
      for (const rest of this.rests(word.slice(shared.length), FIRST)) {
        const known = this.known(rest);
        const ends = known && written(known) ? [known] : rest.length > FIRST ? this.endingIn(rest) : [];
        if (ends.length) return [shared.entries, ends];
      }
      return [];
    }

    sharedBeginning(word) {
      const shared = (form) => {
        let length = 0;
        while (length < word.length && form[length] === word[length]) length++;
        return length;
      };
      const all = this.all([this.place(word)]).filter((entry) => entry.own.length > 0);
      const longest = (entry) => Math.max(-1, ...entry.forms.map(shared));
      const length = Math.max(0, ...all.map(longest));
      if (length <= FIRST) return { length: 0, entries: [] };
      return { length, entries: all.filter((entry) => longest(entry) === length).slice(0, TAKEN) };
    }

    beginnings(word) {
      const places = [], out = [];
      const longest = Math.min(word.length - LAST, LONGEST_FIRST);
      for (let count = longest; count >= FIRST; count--) {
        const beginning = word.slice(0, count);
        if (!this.stops.has(beginning)) places.push([beginning, this.place(beginning)]);
      }
      const files = Array.from(new Set(places.map((place) => place[1])));
      this.all(files); // all of them at once, if they have to be loaded
      for (const [beginning, place] of places) {
        if (out.length === BEGINNINGS) break;
        const seen = files.slice(0, files.indexOf(place) + 1);
        const cut = beginning.endsWith(NOUN) ? beginning.slice(0, -NOUN.length) : '';
        const verb = cut.length >= FAMILY ? cut : '';
        for (const file of seen) {
          const entry = this.all([file])
            .find((entry) => entry.key === beginning || (verb && entry.key === verb)
              || entry.forms.includes(beginning));
          if (entry) {
            if (out.every((other) => other.entry.key !== entry.key)) out.push({ beginning, entry });
            break;
          }
        }
      }
      return out;
    }
  }

  // Whether an entry is of the family of words of which `endings` leave one of these.
  function isOfFamily(entry, bases, endings) {
    return bases.includes(entry.key) || entry.forms.some((form) => bases.includes(strip(form, endings)));
  }

  // How many typing errors a word of so many letters may have.
  function allowed(letters) {
    return letters < 5 ? 0 : letters < 9 ? 1 : 2;
  }

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

  return { ENDING, FIRST, LAST, Index, isOfFamily, postings, partition, frequency, longLists };
})(typeof require === 'undefined' ? searchWords : require('./search-words.js'));

if (typeof module !== 'undefined') module.exports = searchIndex;
