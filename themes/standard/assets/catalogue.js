// Catalogues: links to the lists of single values become boxes to tick, which narrow the list in
// place; and ticked chapters are compared side by side. Without this script the links and the full
// table do. Data is loaded when a reader first filters (src/theme/data.rs says what is in it).
//
// All that a reader has chosen is in the address: `q` for words, `order`, a facet's id for each of
// its ticked values, and `id` for each chapter that is to be compared.
(function () {
  'use strict';

  const BATCH = 20, DELAY = 120, COMPARED = 4;
  const place = document.getElementById('page-catalogue') || document.getElementById('page-comparison');
  if (!place) return;
  const words = place.dataset, root = words.root;
  // A browser that opens a disk lists a folder instead of showing its page.
  const pageAt = location.protocol !== 'file:' ? (url) => url
    : (url) => url.replace(/^([^?#]*\/|)(?=[?#]|$)/, '$1index.html');
  const plural = new Intl.PluralRules(document.documentElement.lang);
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

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  }

  // Marks a text that is in another language than the page.
  function spoken(made, language) {
    if (language) [made.lang, made.dir] = language;
    return made;
  }

  function button(text, style, press) {
    const made = element('button', { type: 'button', class: style }, text);
    made.addEventListener('click', press);
    return made;
  }

  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const address = (params) => String(params) ? '?' + params : location.pathname;
  const idParams = (ids) => new URLSearchParams(ids.map((id) => ['id', id]));

  if (place.id === 'page-comparison') compare();
  else catalogue();

  // ---- the list that readers filter

  function catalogue() {
    const count = document.getElementById('page-count');
    const list = place.querySelector('.found-list');
    const paging = place.querySelector('.pages');
    const whole = { title: count.textContent, items: Array.from(list.children) };
    const boxes = Array.from(place.querySelectorAll('[data-value]')).map(box);
    let state = read(), turn = 0, shown = BATCH, timer = 0;

    function read() {
      const read = { q: '', order: '', ids: [], chosen: Object.create(null) };
      if (words.facet) read.chosen[words.facet] = [words.value];
      new URLSearchParams(location.search).forEach((value, key) => {
        if (key === 'q' || key === 'order') read[key] = value;
        else if (key === 'id') read.ids.push(value);
        else (read.chosen[key] = read.chosen[key] || []).push(value);
      });
      return read;
    }

    function query() {
      const params = idParams(state.ids.slice(0, COMPARED));
      if (state.q) params.set('q', state.q);
      if (state.order) params.set('order', state.order);
      for (const facet of Object.keys(state.chosen)) {
        state.chosen[facet].forEach((value) => params.append(facet, value));
      }
      return params;
    }

    // What was chosen last goes into the address, and the list follows. A page for one value has no
    // more to choose from: the whole catalogue goes on from there.
    function changed(how) {
      if (words.facet) {
        location.href = pageAt(words.url) + '?' + query();
        return;
      }
      history[how](null, '', address(query()));
      shown = BATCH;
      apply();
    }

    // ---- controls

    // A link to the list of one value becomes a box to tick.
    function box(entry) {
      const link = entry.querySelector('a'), facet = entry.closest('.facet');
      const input = element('input', { type: 'checkbox' });
      link.replaceWith(element('label', {}, input, element('span', {}, link.textContent)));
      const one = {
        input, entry, facet: facet.dataset.facet, value: entry.dataset.value,
        count: entry.querySelector('.muted'), whole: entry.querySelector('.muted').textContent,
      };
      input.addEventListener('change', () => {
        const others = (state.chosen[one.facet] || []).filter((value) => value !== one.value);
        choose(one.facet, input.checked ? others.concat(one.value) : others);
      });
      return one;
    }

    function choose(facet, values) {
      if (values.length) state.chosen[facet] = values;
      else delete state.chosen[facet];
      changed('pushState');
    }

    place.querySelectorAll('.facet').forEach((facet) => {
      const values = facet.querySelector('ul'), label = facet.querySelector('summary');
      const group = element('fieldset', {},
        element('legend', { class: 'visually-hidden' }, label.textContent));
      values.replaceWith(group);
      group.append(values);
      label.append(element('span', { class: 'muted' }));
    });

    const text = element('input', { type: 'search', maxlength: 500, autocomplete: 'off' });
    const order = element('select', {});
    ['best', 'reading', 'title', 'updated'].forEach((name) => {
      order.append(element('option', { value: name },
        words['order' + capital(name)]));
    });
    const best = order.options[0];
    const usual = () => state.q ? 'best' : 'reading';
    text.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        state.q = text.value.trim();
        if (state.q) state.order = '';
        changed('replaceState');
      }, words.facet ? 1000 : DELAY);
    });
    order.addEventListener('change', () => {
      state.order = order.value === usual() ? '' : order.value;
      changed('pushState');
    });
    const tools = element('div', { class: 'found-tools' }, element('label', {}, words.order, order));
    if (window.transferbuchFind) {
      tools.prepend(element('label', { class: 'wide' }, words.text, text));
    }
    const active = element('ul', { class: 'active', 'aria-label': words.active });
    const more = button(words.more, 'button more', async () => {
      const at = list.children.length;
      shown += BATCH;
      await apply();
      const next = list.children[at];
      if (next) next.querySelector('a').focus();
    });
    list.before(tools, active);
    list.after(more);
    count.setAttribute('aria-live', 'polite');
    const bar = words.comparison ? comparisonBar() : null;

    // ---- the answer

    async function apply() {
      const mine = ++turn;
      controls();
      if (!state.q && !state.order && (words.facet || !Object.keys(state.chosen).length)) {
        return show(whole.title, whole.items, true);
      }
      try {
        const { data, result, cards } = await withFiles(async () => {
          const data = prepared(await file(words.name));
          const found = state.q ? await window.transferbuchFind(state.q) : null;
          const result = filtered(data, found);
          const numbers = result.hits.slice(0, shown).map((at) => data.places[at]);
          return { data, result, cards: await items('cards', numbers, data) };
        });
        if (mine !== turn) return;
        chips(data);
        boxes.forEach((one) => {
          const left = result.counts.get(one.facet + '=' + one.value) || 0;
          one.count.textContent = left;
          one.entry.classList.toggle('none', !left);
        });
        show(counted(result.hits.length), cards.map(card), false);
        more.hidden = result.hits.length <= shown;
      } catch (error) {
        if (mine === turn) show(words.unavailable, whole.items, true);
      }
    }

    const counted = (number) =>
      words['count' + capital(number ? plural.select(number) : 'zero')].replace('%n', number);

    function show(title, entries, all) {
      count.textContent = title;
      list.replaceChildren(...entries);
      if (!entries.length) list.append(element('li', {}, words.none));
      if (paging) paging.hidden = !all;
      if (all) {
        more.hidden = true;
        chips(null);
        boxes.forEach((one) => {
          one.count.textContent = one.whole;
          one.entry.classList.remove('none');
        });
      }
      if (bar) bar.update();
    }

    // Boxes, words and order as the state has them.
    function controls() {
      boxes.forEach((one) => {
        one.input.checked = (state.chosen[one.facet] || []).includes(one.value);
      });
      place.querySelectorAll('.facet').forEach((facet) => {
        const chosen = (state.chosen[facet.dataset.facet] || []).length;
        facet.querySelector('summary .muted').textContent = chosen ? ' (' + chosen + ')' : '';
        if (chosen) facet.open = true;
      });
      best.hidden = best.disabled = !state.q;
      order.value = state.order || usual();
      if (text !== document.activeElement) text.value = state.q;
    }

    // What is chosen, each with a way to take it back.
    function chips(data) {
      const entries = [];
      const facets = data ? data.facets : [];
      facets.forEach(([facet, label, values]) => {
        (state.chosen[facet] || []).forEach((value) => {
          const known = values.find((one) => one[0] === value);
          const name = label + ': ' + (known ? known[1] : value);
          const take = button(name + ' ×', '', () => {
            choose(facet, state.chosen[facet].filter((one) => one !== value));
            count.focus();
          });
          take.setAttribute('aria-label', words.remove.replace('%v', name));
          entries.push(element('li', {}, take));
        });
      });
      if (entries.length > 1) {
        entries.push(element('li', {}, button(words.clear, 'clear', () => {
          state.chosen = Object.create(null);
          changed('pushState');
          count.focus();
        })));
      }
      active.replaceChildren(...entries);
      active.hidden = !entries.length;
    }

    function card([id, url, title, summary, status, updated, kind, language]) {
      const entry = element('li', { 'data-id': id },
        element('h3', {}, spoken(element('a', { href: pageAt(root + url) }, title), language)));
      if (summary) entry.append(spoken(element('p', {}, summary), language));
      const notes = [words.kinds === undefined ? null : kind, status,
        updated && words.updated + ': ' + updated].filter(Boolean);
      if (notes.length) {
        entry.append(element('p', { class: 'result-note' },
          ...notes.map((note) => element('span', {}, note))));
      }
      return entry;
    }

    // ---- filtering

    // Distances become numbers, once.
    function prepared(data) {
      if (!data.places) {
        const sum = (distances) => {
          let at = 0;
          return distances.map((distance) => (at += distance));
        };
        data.places = sum(data.chapters);
        data.facets.forEach(([, , values]) => values.forEach((one) => { one[2] = sum(one[2]); }));
      }
      return data;
    }

    // The chapters that have a ticked value in every facet with ticks, and are among `found`; and
    // how many each value would have if it were ticked too. One pass over all values: `unmet` counts
    // what keeps a chapter out, so a value of a facet counts also those that only that facet does.
    function filtered(data, found) {
      const OUT = 200, size = data.places.length;
      const unmet = new Uint8Array(size).fill(found ? OUT : 0);
      const met = new Map();
      let sequence = found;
      if (found) {
        const at = new Map(data.places.map((chapter, at) => [chapter, at]));
        sequence = found.map((chapter) => at.get(chapter)).filter((at) => at !== undefined);
        sequence.forEach((at) => { unmet[at] = 0; });
      }
      data.facets.forEach(([facet, , values]) => {
        const chosen = state.chosen[facet];
        if (!chosen) return;
        const marks = new Uint8Array(size);
        values.filter((one) => chosen.includes(one[0]))
          .forEach((one) => one[2].forEach((at) => { marks[at] = 1; }));
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

    // ---- chapters to compare

    function comparisonBar() {
      const said = element('p', { 'aria-live': 'polite' });
      const go = element('a', { class: 'button strong' }, words.compare);
      const clear = button(words.unchoose, 'button', () => {
        state.ids = [];
        chosen();
        count.focus();
      });
      const bar = element('div', { class: 'compare-bar', hidden: '' }, said, go, clear);
      list.parentNode.append(bar);

      function chosen() {
        history.replaceState(null, '', address(words.facet ? idParams(state.ids) : query()));
        update();
      }

      function update() {
        Array.from(list.children).forEach((entry) => {
          const id = entry.dataset.id;
          if (!id) return;
          let tick = entry.querySelector('input');
          if (!tick) {
            tick = element('input', { type: 'checkbox' });
            const title = element('span', { class: 'visually-hidden' },
              ': ' + entry.querySelector('a').textContent);
            entry.append(element('label', { class: 'choose' }, tick,
              element('span', {}, words.compare, title)));
            tick.addEventListener('change', () => {
              const others = state.ids.filter((other) => other !== id);
              state.ids = tick.checked ? others.concat(id) : others;
              chosen();
            });
          }
          tick.checked = state.ids.includes(id);
          tick.disabled = !tick.checked && state.ids.length >= COMPARED;
        });
        bar.hidden = !state.ids.length;
        said.textContent = words.chosen.replace('%n', state.ids.length);
        go.hidden = state.ids.length < 2;
        go.href = pageAt(words.comparison) + '?' + idParams(state.ids);
      }

      return { update };
    }

    addEventListener('popstate', () => {
      state = read();
      apply();
    });
    apply();
  }

  // ---- the comparison

  function compare() {
    const table = place.querySelector('table'), lead = place.querySelector('.compare-lead');
    const links = place.querySelector('.compare-ways'), back = links.querySelector('a');
    const every = element('a', { href: location.pathname }, words.all);
    const paging = document.querySelector('.pages');
    const labels = Array.from(table.tHead.rows[0].cells).slice(1).map((cell) => cell.textContent);
    const whole = Array.from(table.children), summary = lead.textContent;
    let turn = 0;

    async function show() {
      const mine = ++turn;
      const ids = new URLSearchParams(location.search).getAll('id').slice(0, COMPARED);
      if (!ids.length) return all(summary);
      try {
        const { known, numbers, facts } = await withFiles(async () => {
          const data = await file(words.name), known = await file(words.name + '-ids', data.version);
          const numbers = ids.map((id) => known.indexOf(id)).filter((number) => number >= 0);
          return { known, numbers, facts: await items(words.name + '-facts', numbers, data) };
        });
        if (mine !== turn) return;
        if (!facts.length) return all(words.missing);
        lead.textContent = numbers.length < ids.length ? words.missing : '';
        lead.hidden = !lead.textContent;
        back.search = idParams(ids);
        links.append(every);
        table.classList.add('side-by-side');
        table.replaceChildren(head(facts, numbers.map((number) => known[number])), body(facts));
        if (paging) paging.hidden = true;
      } catch (error) {
        if (mine === turn) all(words.unavailable);
      }
    }

    function all(text) {
      lead.textContent = text;
      lead.hidden = false;
      back.search = '';
      every.remove();
      table.classList.remove('side-by-side');
      table.replaceChildren(...whole);
      if (paging) paging.hidden = false;
    }

    function head(facts, ids) {
      const cells = facts.map(([url, title, , language], at) => {
        const remove = button(words.remove, 'button', () => {
          history.pushState(null, '', address(idParams(ids.filter((id) => id !== ids[at]))));
          show();
        });
        remove.append(element('span', { class: 'visually-hidden' }, ': ' + title));
        return element('th', { scope: 'col' },
          spoken(element('a', { href: pageAt(root + url) }, title), language), element('br', {}), remove);
      });
      return element('thead', {}, element('tr', {}, element('td', {}), ...cells));
    }

    function body(facts) {
      const rows = labels.map((label, at) => {
        const cells = facts.map(([, , cells]) => cells[at]);
        return cells.some(Boolean) && element('tr', {}, element('th', { scope: 'row' }, label),
          ...cells.map((cell) => element('td', {}, value(cell))));
      });
      return element('tbody', {}, ...rows.filter(Boolean));
    }

    function value(cell) {
      if (!Array.isArray(cell)) return cell || '–';
      const [text, url] = cell;
      return element('a', { href: /^[a-z]+:/i.test(url) ? url : pageAt(root + url) }, text);
    }

    addEventListener('popstate', show);
    show();
  }
})();
