// Queries: from what a reader types to the chapters that answer it, and what is shown of them
// (src/search/query/mod.rs).
//
// Every call answers, or gives `{needs: [names]}`; see search-index.js.
const searchCore = (function (words, files, rank) {
  'use strict';

  const SPOKEN = 2; // stop words from which on a query is a spoken question
  const EXCERPT = 32, LEAD = 6; // words of an excerpt, and of it before the first match
  const ASIDE = 0.25; // what the texts' words weigh where a phrase means something else
  const NAME = 8; // letters of the shortest word that names a page by itself, beside another word
  const BEGUN = 3; // titles that begin with a query, from which on they come no more before others
  const TITLE_WORDS = 24, TITLE_LETTERS = 160; // of the longest title that has a key
  const DAY = 24 * 60, HALF_DAY = [3 * 60, 5 * 60]; // minutes; what people call half a day is less
  const { postings, partition } = files;
  const { fold, isGroup } = words;

  class Search extends rank.Ranker {
    // ---- queries (src/search/query/mod.rs)

    // The query's words, and the pairs of them that stand side by side, or with stop words alone between.
    parse(query) {
      const all = this.text.words(query).filter((word) => word.key);
      const counts = (word) => !/^[a-z]$/.test(word.key) && !this.stops.has(word.key);
      // Some stop words are units behind a number, «20 Leute».
      const units = [].concat(...this.meta.quantities);
      const weighs = (word, at) => counts(word)
        || (at > 0 && this.number(all[at - 1].key) !== null && units.includes(word.key));
      const weighing = all.map(weighs);
      const counting = weighing.filter(Boolean).length, spoken = all.length - counting >= SPOKEN;
      const capital = (word) => isUpper(query[word.start]), capitals = all.some(capital);
      const words = [], last = all.length ? all[all.length - 1].key : '';
      const title = titleKey(all.map((word) => word.key), all.find(counts));
      let pairs = [], apart = [], before = -1, latest = -1;
      for (const [place, word] of all.entries()) {
        const key = word.key;
        if (counting && !weighing[place]) {
          before = -1;
          continue;
        }
        let at = words.findIndex((other) => other.key === key);
        if (at < 0 && words.length === this.meta.ranking.words) break;
        if (at < 0) {
          const essential = capital(word) || (!spoken && !capitals);
          at = words.push({ key, spelt: fold(word.text, false), text: word.text, essential }) - 1;
        }
        if (latest >= 0 && latest < at) (before >= 0 ? pairs : apart).push([latest, at]);
        before = latest = at;
      }
      // Waits for more of a last word of one or two letters that the handbook doesn't have.
      const begun = words.length > 1 && words[words.length - 1].key === last && last.length < 3;
      if (begun && !this.has(last)) {
        words.pop();
        pairs = pairs.filter((pair) => pair[1] < words.length);
        apart = apart.filter((pair) => pair[1] < words.length);
      }
      return { words, pairs, apart, last, title, keys: all.map((word) => word.key), all };
    }

    // Quantities among the words of a query: of each the words, and the chapters with a field that
    // says so (src/search/query/quantity.rs).
    quantities(keys) {
      const { quantities, times } = this.meta, out = [];
      keys.slice(1).forEach((unit, at) => {
        const number = this.number(keys[at]);
        if (number === null) return;
        const base = this.uninflected(unit);
        quantities.forEach((units, field) => {
          const asked = this.asked(keys, at, number);
          let range = [asked.least, asked.most];
          if (!units.some((other) => this.uninflected(other) === base)) {
            if (units.length || !own(times, unit)) return;
            range = asked.isNumber && number < 1 && times[unit] === DAY ? HALF_DAY
              : range.map((end) => end * times[unit]);
          }
          const chapters = answering(this.get(['facts'])[0][field] || [], range, asked.isNumber);
          out.push({ at: asked.start, words: keys.slice(asked.start, at + 2), chapters });
        });
      });
      return out;
    }

    number(key) {
      if (/^[0-9]{1,9}$/.test(key)) return Number(key);
      return own(this.meta.numbers, key) ? this.meta.numbers[key] : null;
    }

    // The number at the place `at`, with the words before it: as it is, a bound, or a range.
    asked(keys, at, most) {
      const bounds = this.meta.bounds || { most: [], least: [], to: [], fill: [] };
      const is = (words, place) => place >= 0 && words.includes(keys[place]);
      const lower = (place) => {
        const number = place >= 0 ? this.number(keys[place]) : null;
        return number !== null && number < most ? number : null;
      };
      let before = at;
      while (is(bounds.fill, before - 1)) before--;
      const range = (start, least) => ({ start, least, most, isNumber: false });
      if (before === at && lower(at - 1) !== null && !isGroup(keys[at - 1], keys[at])) {
        return range(at - 1, lower(at - 1));
      }
      const word = before - 1;
      if (is(bounds.to, word) && lower(word - 1) !== null) return range(word - 1, lower(word - 1));
      if (is(bounds.most, word)) return range(word, -Infinity);
      if (is(bounds.least, word)) return { start: word, least: most, most: Infinity, isNumber: false };
      return { start: at, least: most, most, isNumber: true };
    }

    // Phrases among the words of a query that mean a value, «nicht funktioniert»: of each the words, and the
    // chapters that have it (src/search/query/phrase.rs).
    phrases(keys) {
      const out = [];
      (this.meta.phrases || []).forEach((phrase, number) => {
        const words = phrase.split('=');
        keys.forEach((_, at) => {
          if (!words.every((word, place) => keys[at + place] === word)) return;
          const chapters = [];
          postings(this.get(['phrases'])[0][number] || '', (chapter) => chapters.push(chapter));
          out.push({ at, words, chapters });
        });
      });
      return out;
    }

    // Answers a query: `{needs}`, or the words as they were looked up with all chapters scored. With
    // `plain`, numbers with a unit are words as any other.
    lookUp(query, plain) {
      const parsed = this.run([() => this.parse(query)]);
      if (parsed.needs) return parsed;
      const { words, pairs, apart, last, title, keys: all, all: written } = parsed.out[0];
      const rank = this.meta.ranking;
      const ahead = this.run([() => this.askAhead(words.map((word) => word.key), title)]);
      if (ahead.needs) return ahead;
      const steps = words.map((word) => () => this.expand(word, word.key === last));
      const looked = this.run(steps.concat(() => title ? this.titled(title) : { whole: [], begun: [] }));
      if (looked.needs) return looked;
      const expansions = looked.out, titled = expansions.pop();
      // One word begins many titles, and so may several: then none is what was meant.
      if (all.length < 2 || titled.begun.length > BEGUN) titled.begun = [];
      const more = pairs.map(([left, right]) => () => {
        if (!this.join(words, expansions, left, right)) this.joinCompound(words, expansions, left, right);
      });
      for (const [head, modifier] of pairs.concat(apart)) {
        more.push(() => this.joinCompound(words, expansions, modifier, head));
      }
      if (this.meta.particles.includes(last)) {
        words.forEach((word, at) => more.unshift(() => this.reunite(word, last, expansions[at])));
      }
      const facts = plain ? [() => [], () => []] : [() => this.quantities(all), () => this.phrases(all)];
      const quantities = this.run(facts.concat(more));
      if (quantities.needs) return quantities;
      for (const quantity of quantities.out[0]) {
        for (const key of quantity.words) {
          const at = words.findIndex((word) => word.key === key);
          if (at >= 0) expansions[at].chapters.push(...quantity.chapters);
        }
      }
      for (const phrase of quantities.out[1]) {
        for (const key of phrase.words) {
          const expansion = expansions[words.findIndex((word) => word.key === key)];
          if (!expansion) continue;
          // It means these chapters, before those whose texts have the word.
          for (const list of expansion.lists) list[1] *= ASIDE;
          expansion.partsWeight *= ASIDE;
          expansion.correction = null;
          expansion.chapters.push(...phrase.chapters);
        }
      }
      const found = this.run(expansions.map((expansion, at) => () => {
        const { key } = words[at];
        const title = words.length === 2 && key.length >= NAME && titleKey([key]);
        const titles = title ? this.titled(title).whole : [];
        return Object.assign(this.evidence(expansion), { titles });
      }));
      if (found.needs) return found;
      found.out.forEach((evidence, at) => {
        evidence.essential = words[at].essential;
        if (!evidence.quality && !words[at].essential) evidence.rarity *= rank.unknownVerb;
      });
      const keys = words.map((word) => word.key), texts = words.map((word) => word.text);
      const scored = this.score(found.out, titled);
      const others = scored.length ? [].concat(...expansions.map((expansion) => expansion.others)) : [];
      const also = Array.from(new Set(others));
      const understood = quantities.out[0].concat(quantities.out[1])
        .filter((fact) => fact.chapters.length)
        .map(({ at, words }) => query.slice(written[at].start, written[at + words.length - 1].end));
      return {
        words: keys, texts, expansions, evidence: found.out, scored, also,
        facts: Array.from(new Set(understood)),
      };
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

    // Values of facets that a query names: all words of one, the last as far as it has been typed.
    valuesIn(query) {
      const keys = this.text.words(query).map((word) => word.key).filter(Boolean), last = keys[keys.length - 1];
      const names = (word) => keys.some((key) => this.uninflected(key) === this.uninflected(word))
        || (last && last.length >= BEGUN && word.startsWith(last));
      const out = [];
      for (const facet of this.meta.facets) {
        for (const [value, label] of facet.values) {
          const words = this.text.words(label).map((word) => word.key)
            .filter((word) => word && !this.stops.has(word));
          if (words.length && words.every(names)) out.push({ facet: facet.id, name: facet.label, value, label });
        }
      }
      return out;
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
          lacks: hit.lacks.map((at) => looked.texts[at]),
        };
      }]);
    }

    // ---- excerpts (src/search/query/excerpt.rs); marks are [from, to] pairs

    found(text, looked) {
      const out = [];
      for (const word of this.text.words(text)) {
        const number = looked.expansions.findIndex((expansion) => matches(word.key, expansion));
        if (number < 0) continue;
        // Of two characters the place is that of the first, and both are what was found.
        const single = this.text.single.test(word.text);
        const end = single ? word.start + word.text.length : word.end, last = out[out.length - 1];
        if (last && word.start < last.end) {
          last.end = end;
          last.number = Math.min(number, last.number);
        } else {
          out.push({ start: word.start, end, number });
        }
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

  // The chapters of rows `[chapter, from, to]` that say what is in a range: what covers a number; of others
  // what keeps within it, before what covers it, and if there is none what has some of it.
  function answering(rows, [least, most], isNumber) {
    const chapters = (fits) => rows
      .filter(([, from, to]) => fits(from === null ? -Infinity : from, to === null ? Infinity : to))
      .map((row) => row[0]);
    const some = chapters((from, to) => from <= most && to >= least);
    if (isNumber) return some;
    const isWithin = (from, to) => from >= least && to <= most;
    const good = chapters((from, to) => isWithin(from, to) || (from <= least && to >= most));
    return good.length ? good.concat(chapters(isWithin)) : some;
  }

  // The key of the title with these words, of which `first` is the first that carries weight
  // (src/search/titles.rs).
  function titleKey(keys, first) {
    const letters = keys.reduce((sum, key) => sum + key.length, 0);
    if (!keys.length || keys.length > TITLE_WORDS || letters > TITLE_LETTERS) return null;
    return (first ? first.key : keys[0]) + '=' + keys.join('=');
  }

  function own(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  }

  function isUpper(c) {
    return c === c.toUpperCase() && c !== c.toLowerCase();
  }

  function matches(key, expansion) {
    return expansion.forms.has(key) || expansion.stems.some((stem) =>
      stem.length > 4 ? key.includes(stem) : stem.length === 4 && key.startsWith(stem));
  }

  return { Search };
})(typeof require === 'undefined' ? searchWords : require('./search-words.js'),
  typeof require === 'undefined' ? searchIndex : require('./search-index.js'),
  typeof require === 'undefined' ? searchRank : require('./search-rank.js'));

if (typeof module !== 'undefined') module.exports = searchCore;
