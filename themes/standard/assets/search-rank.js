// Ranking: a word of a query becomes lists with weights, and those a score for every chapter
// (src/search/query/expand.rs and score.rs).
const searchRank = (function (words, files) {
  'use strict';

  const APART = 0.6; // coverage of a word in another passage of the chapter
  const PLENTY = 500; // units with a word from which on its family and what begins with it are left out
  const COMPOUND = 7; // letters of the shortest compound
  const BEHIND = 6; // times that other words weigh less where the handbook has something of the word itself
  const PARTICIPLE = 4; // letters of the shortest verb whose participle is looked for
  const EXPANSIONS = 24; // words with the same beginning that are taken
  const { isGroup, strip } = words;
  const { ENDING, FIRST, LAST, isOfFamily, postings, frequency, longLists } = files;

  class Ranker extends files.Index {
    // ---- a word of a query becomes lists with weights (src/search/query/expand.rs)

    expand({ key: word, spelt }, open) {
      const rank = this.meta.ranking, compounds = this.meta.links.length > 0;
      const out = { lists: [], chapters: [], parts: [], partsWeight: 0, forms: new Set(), stems: [],
        correction: null, beginning: null, others: [],
        byEnd: false };
      const used = new Set();
      let near = this.before(word);
      const itself = () => {
        for (const entry of near) {
          if (used.has(entry.key) || !entry.forms.includes(word)) continue;
          add(out, entry, 1, rank.kin, true);
          used.add(entry.key);
        }
      };
      itself();
      if (near.some((entry) => used.has(entry.key) && entry.own.length > PLENTY)) return out;
      near = near.concat(this.after(word));
      itself();
      const written = () => near.some((entry) => used.has(entry.key) && entry.own.length > 0);
      if (!written() && word.length >= 4) {
        const base = this.uninflected(word);
        if (!this.meta.inflections.length) {
          const entry = this.longestStem(near, word, used);
          if (entry) {
            add(out, entry, rank.family, rank.kin, true);
            used.add(entry.key);
          }
        } else for (const entry of near) {
          if (used.has(entry.key)) continue;
          if (!entry.forms.some((form) => this.uninflected(form) === base)) continue;
          add(out, entry, rank.inflected, rank.kin, true);
          used.add(entry.key);
        }
      }
      let known = written();
      const bases = this.familyBases(word);
      for (const entry of near) {
        if (used.has(entry.key) || (known && longLists(entry))) continue;
        if (!isOfFamily(entry, bases, this.meta.derivations)) continue;
        add(out, entry, known ? rank.family / 2 : rank.family, rank.kin);
        used.add(entry.key);
      }
      known = this.verb(word, used, known, out) || known;
      const single = word.length === 1 && this.text.single.test(word);
      if (single || word.length >= 3 && (open || (!known && word.length >= 5))) {
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
      if (word.length >= COMPOUND && compounds) {
        this.takeParts(out, this.split(word).map((part) => [part]), known);
      }
      if (!known) {
        this.lastResort(word, spelt, written(), out);
        this.addOthers(word, out);
      }
      return out;
    }

    // Asks for the files that the steps below look into first.
    askAhead(keys, title) {
      const forms = [].concat(...keys.map((key) => otherForms(key, this.meta.particles)));
      this.ahead(keys, forms.concat(title || []));
    }

    // Other forms of the verb that the word may be; whether a text has one.
    verb(word, used, known, out) {
      const { family, inflected, kin } = this.meta.ranking;
      let found = false;
      for (const other of otherForms(word, this.meta.particles)) {
        const bases = this.verbBases(other);
        const isForm = (form) => this.verbBases(form).some((base) => bases.includes(base));
        for (const entry of this.before(other)) {
          if (used.has(entry.key) || (known && longLists(entry)) || !entry.forms.some(isForm)) continue;
          add(out, entry, known ? family / 2 : inflected, kin, true);
          used.add(entry.key);
          found = found || entry.own.length > 0;
        }
      }
      return found;
    }

    // A form without its inflection, as an infinitive has it, and without the «t» of a participle before that
    // (src/search/verbs.rs).
    verbBases(form) {
      const bare = this.uninflected(form), shorter = bare.replace(/e?t$/, '');
      return [bare, shorter.length >= PARTICIPLE && shorter !== bare ? strip(shorter, this.meta.inflections) : bare];
    }

    // In a language of which no endings are known: the longest stem with which the word begins.
    longestStem(near, word, used) {
      let longest = null;
      for (const entry of near) {
        const stem = entry.key.length;
        if (used.has(entry.key) || stem < 4 || stem >= word.length || word.length - stem > ENDING) continue;
        if (word.startsWith(entry.key) && (!longest || stem >= longest.key.length)) longest = entry;
      }
      return longest;
    }

    takeParts(out, parts, known) {
      const weight = this.meta.ranking.parts;
      out.parts = parts;
      out.partsWeight = known ? weight / 2 : weight;
      for (const part of [].concat(...parts)) mark(out, part, true);
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

    // For a word that no text has in any form. A number is another number, not a misspelt one.
    lastResort(word, spelt, written, out) {
      if (Math.max(word.length, spelt.length) < 5 || /[0-9]/.test(word)) return;
      const rank = this.meta.ranking, compounds = this.meta.links.length > 0;
      const ends = compounds && word.length >= 5 ? this.endingIn(word) : [];
      const alone = out.lists.every(([list]) => list.length === 0);
      for (const entry of ends) add(out, entry, rank.tail, rank.kin, true);
      const found = ends.some((entry) => entry.own.length > 0);
      if (found) {
        out.stems.push(this.uninflected(word));
        out.byEnd = alone;
      }
      if (found || written) return;
      const whole = this.together(out.parts).some((x) => x > 0);
      const misspelt = this.misspelt(word, spelt, whole ? 1 : 2);
      for (const found of misspelt) {
        add(out, found.entry, rank.typo[found.edits - 1], rank.kin, true);
        out.correction = out.correction || found.form;
      }
      if (!whole && !misspelt.length && compounds && word.length >= COMPOUND) {
        const parts = this.looseSplit(word);
        if (parts.length) this.takeParts(out, parts, false);
        const beginnings = this.beginnings(word);
        if (beginnings.length) out.beginning = beginnings[0].beginning;
      }
    }

    // What a thesaurus has for a word that no text has. Such a word is not misspelt.
    addOthers(word, out) {
      if (word.length < 3) return;
      // Behind what the handbook has of the word itself, even where a title names the other one.
      const found = out.lists.some(([list]) => list.length > 0), rank = this.meta.ranking;
      const weight = found ? rank.other / BEHIND : rank.other;
      for (const other of this.others(word)) {
        const entry = this.ofFamily(this.text.key(other));
        if (!entry) continue;
        add(out, entry, weight, rank.kin, true);
        out.others.push(other);
      }
      if (out.others.length) out.correction = null;
    }

    // A verb that comes apart: «leihe … aus».
    reunite({ key }, particle, expansion) {
      const verb = particle + key, base = strip(verb, this.meta.derivations);
      for (const entry of this.before(verb).concat(this.after(verb))) {
        if (entry.forms.some((form) => strip(form, this.meta.derivations) === base)) {
          add(expansion, entry, this.meta.ranking.joined, this.meta.ranking.kin, true);
        }
      }
    }

    // Two typed words that the handbook writes together; whether it does.
    join(words, expansions, left, right) {
      const before = words[left].key, after = words[right].key, joined = before + after;
      const long = before.length >= 3 && after.length >= 3 && joined.length <= 60;
      if (!long && !isGroup(before, after)) return false;
      const entry = this.known(joined);
      if (!entry) return false;
      for (const at of [left, right]) {
        add(expansions[at], entry, this.meta.ranking.joined, this.meta.ranking.kin, true);
      }
      return true;
    }

    // The compound of two words, in whichever of the handbook's spellings.
    joinCompound(words, expansions, modifier, head) {
      const before = words[modifier].key, after = words[head].key;
      const { links, ranking } = this.meta;
      if (!links.length || before.length < FIRST || after.length < LAST) return;
      const base = this.uninflected(after);
      const isCompound = (form) => form.startsWith(before) && links.some((link) => {
        const rest = form.slice(before.length);
        return rest.startsWith(link) && this.uninflected(rest.slice(link.length)) === base;
      });
      for (const entry of this.before(before).concat(this.after(before))) {
        if (!entry.forms.some(isCompound)) continue;
        for (const at of [modifier, head]) add(expansions[at], entry, ranking.joined, ranking.kin, true);
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
      if (expansion.chapters.length) quality = 1;
      for (const chapter of expansion.chapters) {
        if (chapter >= this.chapters) continue;
        units[this.units[chapter]] += this.meta.ranking.fact;
        strong[this.units[chapter]] = 1;
      }
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
      // The end of a longer word may be another one.
      return { units, quality, rarity, certainty: expansion.byEnd ? this.meta.ranking.tail : 1 };
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

    // All chapters that answer: those whose title is the query, those whose title begins with it, then by
    // score.
    score(words, titled) {
      const asked = {
        words,
        weight: words.reduce((sum, word) => sum + word.rarity, 0),
        strange: words.some((word) => word.essential && !word.quality),
      };
      const out = [];
      for (let chapter = 0; chapter < this.chapters; chapter++) {
        const whole = titled.whole.includes(chapter);
        const named = whole ? 2 : titled.begun.includes(chapter) ? 1 : 0;
        const best = this.chapterScore(asked, chapter)
          || (whole ? { chapter, passage: 0, deep: false, score: 0, lacks: [] } : null);
        if (best) out.push(Object.assign(best, { named }));
      }
      return out.sort((a, b) => b.named - a.named || b.score - a.score || a.chapter - b.chapter);
    }

    // Whether a passage that has some of the words and this share of their weight answers at all: no
    // page on something else does, where the handbook lacks what is asked for.
    isAnswered({ words, strange }, share, here) {
      const rank = this.meta.ranking;
      if (share >= rank.coverage) return true;
      const found = words.filter(here);
      const enough = words.length > 2 && found.length >= Math.max(2, Math.ceil(words.length / 2));
      return share >= rank.partial && enough && (!strange || found.some((word) => word.essential));
    }

    chapterScore(asked, chapter) {
      const { words, weight } = asked;
      const rank = this.meta.ranking, head = this.units[chapter], end = this.units[chapter + 1];
      const totals = words.map((word) => {
        let total = 0;
        for (let unit = head; unit < end; unit++) total += word.units[unit];
        return total;
      });
      let best = null;
      if (totals.every((total) => total === 0)) return best;
      // Whoever names a page whole finds it, whatever the other word is.
      const isNamed = words.some((word) => word.titles.includes(chapter));
      const lacks = totals.map((total, at) => total ? -1 : at).filter((at) => at >= 0);
      for (let unit = head; unit < end; unit++) {
        let score = 0, covered = 0, deep = false;
        for (let at = 0; at < words.length; at++) {
          if (!totals[at]) continue;
          const word = words[at], above = word.units[head];
          const own = unit === head ? 0 : word.units[unit], here = above + own;
          const evidence = here + rank.elsewhere * (totals[at] - here);
          score += word.quality * word.rarity * evidence / (rank.saturation + evidence);
          covered += word.rarity * word.certainty * (here > 0 ? 1 : APART);
          deep = deep || (own > 0 && above === 0);
        }
        const share = covered / weight;
        score = Math.round(score * Math.pow(share, rank.coordination) * 1e6) / 1e6;
        const here = (word) => word.units[head] + word.units[unit] > 0;
        if ((!best || score > best.score) && (isNamed || this.isAnswered(asked, share, here))) {
          best = { chapter, passage: unit - head, deep, score, lacks };
        }
      }
      return best;
    }
  }

  // Where the other form of a verb would stand: of a participle the word without its «ge», and of an
  // infinitive with a particle that with it.
  function otherForms(word, particles) {
    if (!particles.length) return [];
    return particles.concat('').filter((particle) => word.startsWith(particle)).map((particle) => {
      const rest = word.slice(particle.length);
      if (rest.startsWith('ge')) return rest.length >= PARTICIPLE + 2 ? particle + rest.slice(2) : '';
      return particle && /(en|ern|eln)$/.test(rest) && rest.length >= PARTICIPLE ? particle + 'ge' + rest : '';
    }).filter(Boolean);
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

  return { Ranker };
})(typeof require === 'undefined' ? searchWords : require('./search-words.js'),
  typeof require === 'undefined' ? searchIndex : require('./search-index.js'));

if (typeof module !== 'undefined') module.exports = searchRank;
