// Words and folding: what makes two spellings of a word one word.
//
// First of the search's scripts. They touch neither page nor network and run in a browser as well
// as in Node, where the tests compare them with `transferbuch search`.
const searchWords = (function () {
  'use strict';

  const LETTER = { 'ß': 'ss', 'æ': 'a', 'ø': 'o', 'œ': 'o', 'ł': 'l', 'đ': 'd', 'ı': 'i', 'ς': 'σ', 'ґ': 'г',
    'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ک': 'ك' };
  const MARKED = { 'и\u0306': 'й', 'і\u0308': 'ї' }; // letters of their own
  const FALLS_AWAY = /[\u00ad\u02bc\u0300-\u036f\u0591-\u05bd\u05bf\u0640\u064b-\u0655\u0670\u200b-\u200d]/;

  function fold(word, umlauts) {
    let out = '';
    for (const c of word.normalize('NFKD').toLowerCase()) {
      const own = MARKED[out.slice(-1) + c];
      if (own) out = out.slice(0, -1) + own;
      if (own || FALLS_AWAY.test(c)) continue;
      for (const letter of LETTER[c] || digit(c)) {
        const end = out.length;
        const umlaut = umlauts && letter === 'e' && end > 0 && 'aou'.includes(out[end - 1])
          && !(end > 1 && 'aeiouq'.includes(out[end - 2]));
        if (!umlaut) out += letter;
      }
    }
    return out;
  }

  // Arabic and Persian digits are the same numbers.
  function digit(c) {
    const code = c.charCodeAt(0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : c;
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
      this.single = new RegExp('^' + characterClass(meta.singles));
      this.persons = new RegExp('(' + meta.persons.join('|') + ')$');
    }

    // All words of a text: {key, text, start, end}.
    words(text) {
      const runs = [], out = [];
      text.replace(this.run, (run, at) => runs.push({ text: run, start: at, end: at + run.length }));
      for (let at = 0; at < runs.length; at++) {
        const run = runs[at];
        let word = run.text, end = run.end;
        const pair = this.pair(runs, at);
        if (pair) {
          out.push({ key: this.key(pair.text), text: pair.text, start: run.start, end: pair.end });
          at += pair.runs;
          continue;
        }
        const whole = this.withApostrophes(text, runs, at) || this.withSigns(text, runs, at);
        if (whole) {
          word = whole.text;
          end = whole.end;
          at += whole.runs;
        } else if (this.meta.persons.length) {
          const signed = this.signed(text, run, runs[at + 1]);
          if (signed) {
            word = signed;
            end = runs[++at].end;
          } else {
            word = this.innerCapital(word);
          }
        }
        out.push({ key: this.key(word), text: word, start: run.start, end });
      }
      return out;
    }

    // Two characters of a script without spaces. Each begins a pair, so the place of one is that of its
    // first character, but for the last one.
    pair(runs, at) {
      const [run, next, more] = runs.slice(at, at + 3);
      const single = (one) => one && this.single.test(one.text);
      if (!single(run) || !single(next) || next.start !== run.end) return null;
      const goesOn = single(more) && more.start === next.end;
      return { text: run.text + next.text, end: goesOn ? run.end : next.end, runs: goesOn ? 0 : 1 };
    }

    // A word with an apostrophe inside, without it, and how many more runs that takes.
    withApostrophes(text, runs, at) {
      if (!this.meta.apostrophes) return null;
      let whole = runs[at].text, end = runs[at].end, more = 0;
      for (let next = runs[at + 1]; next; next = runs[at + more + 1]) {
        if (!/^['’‘ʼ\u0060]$/.test(text.slice(end, next.start))) break;
        whole += next.text;
        end = next.end;
        more++;
      }
      return more ? { text: whole, end, runs: more } : null;
    }

    // A number with all its groups, or a name with its signs, and how many more runs that takes.
    withSigns(text, runs, at) {
      const run = runs[at], next = runs[at + 1];
      if (/^[0-9]{1,3}$/.test(run.text)) {
        let more = 0, number = run.text, end = run.end;
        for (let group = next; group; group = runs[at + more + 1]) {
          const between = text.slice(end, group.start);
          const separates = /^[.'’\u00a0\u2009\u202f]$/.test(between)
            || (between === ',' && !this.meta.persons.length);
          if (!separates || !isGroup(run.text, group.text)) break;
          number += group.text;
          end = group.end;
          more++;
        }
        return more ? { text: number, end, runs: more } : null;
      }
      if (!/^[0-9A-Za-z]{1,2}$/.test(run.text)) return null;
      if (next && text.slice(run.end, next.start) === '&' && /^[0-9A-Za-z]{1,2}$/.test(next.text)) {
        return { text: text.slice(run.start, next.end), end: next.end, runs: 1 };
      }
      const sign = ['++', '#'].find((sign) => text.startsWith(sign, run.end));
      const end = run.end + (sign || '').length;
      return sign && end < (next ? next.start : text.length + 1)
        ? { text: text.slice(run.start, end), end, runs: 0 } : null;
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
      if (this.meta.clitics.length) key = this.withoutClitic(key);
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

    // The word without what is written together with it before it.
    withoutClitic(key) {
      const clitic = this.meta.clitics.find((clitic) =>
        key.startsWith(clitic) && key.length - clitic.length >= (clitic.length > 1 ? 3 : 4));
      return clitic ? key.slice(clitic.length) : key;
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
    const least = /^[\u0370-\u08ff]/.test(word) ? 3 : 4; // other scripts need fewer
    const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= least);
    return ending ? word.slice(0, -ending.length) : word;
  }

  // Whether these digits, side by side, are groups of one number.
  function isGroup(before, after) {
    return /^[1-9][0-9]{0,2}$/.test(before) && /^[0-9]{3}$/.test(after);
  }

  function reverse(word) {
    return Array.from(word).reverse().join('');
  }

  return { Text, fold, isGroup, strip, reverse };
})();

if (typeof module !== 'undefined') module.exports = searchWords;
