// What the catalogue, the finder and the comparison do with the files that hold the data of chapters
// (src/theme/data.rs says what is in them). The first two load this script when a reader first needs it.
window.transferbuchChapters = (words) => {
  'use strict';

  const root = words.root;
  const { element, pageAt } = window.transferbuchTools;
  const arrived = new Map(), loading = new Map();
  window.transferbuchCatalogue = (name, data) => arrived.set(name, data);

  function script(name, folder) {
    return new Promise((resolve, reject) => {
      const script = element('script', { src: words.folder + folder + name + '.js' });
      script.onload = resolve;
      script.onerror = () => reject(new Error('cannot load ' + name));
      document.head.append(script);
    });
  }

  // A catalogue's own file keeps its name, so it is asked for anew: a cache may have that of another release.
  async function latest(name) {
    if (location.protocol === 'file:') return script(name, '');
    const answer = await fetch(words.folder + name + '.js', { cache: 'no-cache' });
    if (!answer.ok) throw new Error('cannot load ' + name);
    const text = await answer.text();
    arrived.set(name, JSON.parse(text.slice(text.indexOf(',') + 1, text.lastIndexOf(')'))));
  }

  // A file of data; all but a catalogue's own one have the version of that in their names.
  async function file(name, version) {
    const whole = version ? name + '.' + version : name;
    if (!loading.has(whole)) loading.set(whole, version ? script(whole, 'parts/') : latest(whole));
    await loading.get(whole);
    if (!arrived.has(whole)) throw new Error('damaged: ' + whole);
    return arrived.get(whole);
  }

  // Takes steps that load files; once more from the beginning if some are gone, as they are after a release.
  async function withFiles(steps) {
    try {
      return await steps();
    } catch (error) {
      loading.clear();
      arrived.clear();
      return steps();
    }
  }

  // The items with these numbers, from files of `chunk` items each.
  async function items(name, numbers, data) {
    const part = (number) => Math.floor(number / data.chunk);
    const files = await Promise.all(numbers.map((number) => file(name + '-' + part(number), data.version)));
    return numbers.map((number, at) => files[at][number % data.chunk]);
  }

  // The cards of the chapters with these ids; nothing in the place of one that isn't there.
  async function byId(ids, data) {
    const sum = (id) => id.split('').reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
    const files = await Promise.all(ids.map((id) => file('ids-' + sum(id) % data.buckets, data.version)));
    const places = ids.map((id, at) => Object.prototype.hasOwnProperty.call(files[at], id) ? files[at][id] : null);
    const cards = await items('cards', places.filter((place) => place !== null), data);
    return places.map((place) => place === null ? null : cards.shift());
  }

  // Distances become numbers, once.
  function prepared(data) {
    if (!data.places) {
      const sum = (distances) => {
        let at = 0;
        return distances.map((distance) => (at += distance));
      };
      data.places = sum(data.chapters);
      data.facets.forEach(([, , values]) => values.forEach((one) => { one[2] = sum(one[2]); }));
      Object.values(data.amounts).forEach((amounts) => {
        let at = 0;
        amounts.forEach((one) => { at = one[0] += at; });
      });
    }
    return data;
  }

  // Which chapters have one of these values: those of a facet, or amounts such as `20` and `180..300`.
  function matching(data, id, wanted) {
    const marks = new Uint8Array(data.places.length);
    const facet = data.facets.find((one) => one[0] === id);
    const declared = facet ? facet[2] : [], amounts = data.amounts[id] || [];
    wanted.forEach((value) => {
      const known = declared.find((one) => one[0] === value);
      if (known) return known[2].forEach((at) => { marks[at] = 1; });
      const ends = value.split('..'), from = ends[0] === '' ? -Infinity : Number(ends[0]);
      const to = ends.length === 1 ? from : ends[1] === '' ? Infinity : Number(ends[1]);
      amounts.forEach(([at, least, most]) => {
        if ((least === null || least <= to) && (most === null || most >= from)) marks[at] = 1;
      });
    });
    return marks;
  }

  // Marks a text that is in another language than the page.
  function spoken(made, language) {
    if (language) [made.lang, made.dir] = language;
    return made;
  }

  // ---- for the catalogue

  // The chapters that have a ticked value in every facet with ticks, and are among `found`; and
  // how many each value would have if it were ticked too. One pass over all values: `unmet` counts
  // what keeps a chapter out, so a value of a facet counts also those that only that facet does.
  function filtered(data, state, found) {
    const OUT = 200, size = data.places.length;
    const unmet = new Uint8Array(size).fill(found ? OUT : 0);
    const met = new Map();
    let sequence = found;
    if (found) {
      const at = new Map(data.places.map((chapter, at) => [chapter, at]));
      sequence = found.map((chapter) => at.get(chapter)).filter((at) => at !== undefined);
      sequence.forEach((at) => { unmet[at] = 0; });
    }
    data.facets.forEach(([facet]) => {
      if (!state.chosen[facet]) return;
      const marks = matching(data, facet, state.chosen[facet]);
      for (let at = 0; at < size; at++) if (!marks[at] && unmet[at] < OUT) unmet[at]++;
      met.set(facet, marks);
    });
    const counts = new Map();
    data.facets.forEach(([facet, , values]) => {
      const marks = met.get(facet);
      values.forEach(([value, , members]) => {
        const left = (at) => !unmet[at] || (marks && unmet[at] === 1 && !marks[at]);
        counts.set(facet + '=' + value, members.filter(left).length);
      });
    });
    if (state.order === 'title' || state.order === 'updated') sequence = data[state.order];
    else if (state.order || !sequence) sequence = data.places.map((_, at) => at);
    return { hits: sequence.filter((at) => !unmet[at]), counts };
  }

  // As the template `components/card.html` has it.
  function card(drawings, [id, url, title, summary, status, updated, [kind, colour, drawing], language, facts, image]) {
    const entry = element('li', { class: 'card' + (colour ? ' tone-' + colour : ''), 'data-id': id });
    if (image) entry.append(picture(image));
    if (words.kinds !== undefined && kind) {
      entry.append(element('p', { class: 'tag' + (colour ? ' tone-' + colour : '') }, ...icon(drawings, drawing), kind));
    }
    entry.append(element('h3', {}, spoken(element('a', { href: pageAt(root + url) }, title), language)));
    if (summary) entry.append(spoken(element('p', {}, summary), language));
    if (facts.length) entry.append(element('ul', { class: 'card-facts' }, ...facts.map((one) => fact(drawings, one, language))));
    const note = element('p', { class: 'card-note' });
    if (status) note.append(element('span', { class: 'chip' }, status), ' ');
    if (updated) note.append(words.updated + ': ' + updated);
    if (status || updated) entry.append(note);
    return entry;
  }

  function picture([src, srcset, width, height]) {
    const shown = element('img', { class: 'card-image', alt: '', loading: 'lazy', decoding: 'async' });
    if (srcset) {
      shown.sizes = '(min-width: 42rem) 22rem, calc(100vw - max(2rem, 8vw))';
      shown.srcset = srcset.split(', ').map((one) => root + one).join(', ');
    }
    if (width) Object.assign(shown, { width, height });
    shown.src = root + src;
    return shown;
  }

  function fact(drawings, [drawing, label, text, written, long], language) {
    const said = element('span', {}, element('span', { class: 'visually-hidden' }, label + ': '), text);
    if (written) spoken(said, language);
    return element('li', long ? { class: 'long' } : {}, ...icon(drawings, drawing), said);
  }

  function icon(drawings, name) {
    const drawn = element('template', {});
    drawn.innerHTML = drawings[name] || '';
    return [drawn.content];
  }

  return { file, withFiles, items, byId, prepared, matching, filtered, card, spoken };
};
