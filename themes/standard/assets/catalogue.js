// Catalogues: links to the lists of single values become boxes to tick, which narrow the list in
// place, and chapters can be ticked to be compared. Without this script the links do. Data,
// and what is done with it (chapters.js), is loaded when a reader first filters.
//
// All that a reader has chosen is in the address: `q` for words, `order`, a facet's id for each of
// its ticked values, and `id` for each chapter that is to be compared.
(function () {
  'use strict';

  const BATCH = 20, DELAY = 120, COMPARED = 4;
  const place = document.getElementById('page-catalogue');
  if (!place) return;
  const words = place.dataset;
  const { element, pageAt, plain, button, load } = window.transferbuchTools;
  const address = (params) => String(params) ? '?' + params : location.pathname;
  const idParams = (ids) => new URLSearchParams(ids.map((id) => ['id', id]));
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  catalogue();

  // ---- the list that readers filter

  function catalogue() {
    const count = document.getElementById('page-count');
    const list = place.querySelector('.found-list');
    const paging = place.querySelector('.pages');
    const whole = { title: count.textContent, number: Number(count.dataset.count), items: Array.from(list.children) };
    const boxes = Array.from(place.querySelectorAll('[data-value]')).map(box);
    const finder = document.querySelector('form.finder');
    const questions = finder ? Array.from(finder.elements).filter((one) => one.name) : [];
    let state = read(), turn = 0, shown = BATCH, timer = 0;

    function read() {
      const read = { q: '', order: '', ids: [], chosen: Object.create(null) };
      if (words.facet) read.chosen[words.facet] = [words.value];
      new URLSearchParams(location.search).forEach((value, key) => {
        if (key === 'q' || key === 'order') read[key] = value;
        else if (key === 'id') read.ids.push(value);
        else if (value) (read.chosen[key] = read.chosen[key] || []).push(...several(key, value));
      });
      return read;
    }

    // An answer of the finder may stand for several values.
    function several(key, value) {
      const known = boxes.some((one) => one.facet === key && one.value === value);
      return known ? [value] : value.split('|');
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

    function choose(facet, values, how = 'pushState') {
      if (values.length) state.chosen[facet] = values;
      else delete state.chosen[facet];
      changed(how);
    }

    place.querySelectorAll('.facet').forEach((facet) => {
      const values = facet.querySelector('ul'), label = facet.querySelector('summary');
      const group = element('fieldset', {},
        element('legend', { class: 'visually-hidden' }, label.textContent));
      values.replaceWith(group);
      group.append(values);
      label.append(element('span', { class: 'muted' }));
    });

    if (finder) {
      finder.addEventListener('submit', (event) => {
        event.preventDefault();
        count.focus();
      });
      finder.addEventListener('input', ({ target: { type, name, value } }) => {
        clearTimeout(timer);
        const answer = (how) => choose(name, value ? several(name, value) : [], how);
        if (type === 'radio') answer('pushState');
        else timer = setTimeout(answer, DELAY, 'replaceState');
      });
    }

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
    // On a small screen the list stands far below: how many there are, and the way to them.
    const fold = place.querySelector('.filter > .fold');
    const goes = finder ? [finder.querySelector('button')] : [];
    if (fold) {
      goes.push(button('', 'button strong to-list', () => {
        fold.open = false;
        count.focus();
      }));
      fold.append(goes[goes.length - 1]);
    }
    list.before(tools, active);
    list.after(more);
    count.setAttribute('aria-live', 'polite');
    const bar = words.comparison ? comparisonBar() : null;

    // ---- the answer

    let opening = null;

    function chapters() {
      opening = opening || load('page-chapters-code').then(() => window.transferbuchChapters(words));
      opening.catch(() => { opening = null; });
      return opening;
    }

    async function apply() {
      const mine = ++turn;
      controls();
      if (!state.q && !state.order && (words.facet || !Object.keys(state.chosen).length)) {
        return show(whole.title, whole.number, whole.items, true);
      }
      try {
        const { file, withFiles, items, prepared, filtered, card } = await chapters();
        const { data, result, cards } = await withFiles(async () => {
          const data = prepared(await file(words.name));
          const found = state.q ? await window.transferbuchFind(state.q) : null;
          const result = filtered(data, state, found);
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
        show(counted(result.hits.length), result.hits.length, cards.map((one) => card(data.icons, one)), false);
        more.hidden = result.hits.length <= shown;
      } catch (error) {
        if (mine === turn) show(words.unavailable, whole.number, whole.items, true);
      }
    }

    const counted = (number) =>
      words['count' + capital(number ? plural.select(number) : 'zero')].replace('%n', number);

    function show(title, number, entries, all) {
      count.textContent = title;
      goes.forEach((go) => { go.textContent = finder ? (number === 1 ? finder.dataset.one : finder.dataset.many).replace('%n', number) : title; });
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
      window.transferbuchKept.show();
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
      questions.forEach((one) => {
        const chosen = state.chosen[one.name] || [];
        if (one.type === 'radio') one.checked = one.value === chosen.join('|');
        else if (one !== document.activeElement) {
          one.value = chosen.length === 1 && !boxes.some((box) => box.facet === one.name && box.value === chosen[0]) ? chosen[0] : '';
        }
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
          const answer = questions.find((one) => one.type === 'radio' && one.name === facet && one.value === value);
          const name = label + ': ' + (known ? known[1] : answer ? answer.parentNode.textContent : value);
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
              ': ' + plain(entry.querySelector('a')));
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
})();
