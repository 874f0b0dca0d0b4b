// The search box and the results page. The search itself is in search-core.js and the scripts that
// this needs, which are loaded, like the index, when a reader first turns to the box. Without this
// script the box leads to a page that lists other ways to the chapters.
(function () {
  'use strict';

  const form = document.querySelector('form.search');
  if (!form) return;
  const { element, pageAt } = window.transferbuchTools;
  const input = form.querySelector('input[type="search"]');
  const preview = element('div', { class: 'search-preview', hidden: '' });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  form.append(status, preview);
  const page = document.getElementById('page-results');
  const root = document.currentScript.getAttribute('src').replace(/assets\/[^/]*$/, '');
  const folder = form.dataset.index;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const PREVIEWED = 6, SHOWN = 10, DELAY = 80, FRESH = 60000, SETTLED = 2000, RECENT = 6, EXAMPLES = 6, OFFERED = 3;
  const FIRST = 2, SOON = 100; // hits whose texts are fetched before the others, and how long these may take then

  // ---- loading

  let index = null, opening = null, asked = 0;
  const arrived = new Map(), loading = new Map();
  window.transferbuchSearch = (name, data) => arrived.set(name, data);

  function script(src) {
    return new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = src;
      element.async = false; // in the order in which they are asked for
      element.onload = resolve;
      element.onerror = () => reject(new Error('cannot load ' + src));
      document.head.append(element);
    });
  }

  // The data of the index's file with this name, past or through the browser's cache.
  async function fetched(name, src, cache) {
    const answer = await fetch(src, { cache });
    const text = answer.ok ? await answer.text() : '';
    const start = 'transferbuchSearch("' + name + '",', end = text.lastIndexOf(')');
    if (!text.startsWith(start) || end < start.length) throw new Error('damaged: ' + name);
    return JSON.parse(text.slice(start.length, end));
  }

  // The meta file keeps its name, so it is asked for anew: a cache may have that of another release.
  async function meta() {
    const src = folder + 'meta.js';
    asked = Date.now();
    if (location.protocol !== 'file:') return fetched('meta', src, 'no-cache');
    await script(src);
    if (!arrived.has('meta')) throw new Error('damaged: meta');
    return arrived.get('meta');
  }

  // All other files have a fingerprint in their names. What a cache has under such a name may be cut off.
  async function load(name) {
    const src = folder + 'parts/' + name + '.js';
    await script(src).catch(() => {});
    if (arrived.has(name)) return;
    if (location.protocol === 'file:') throw new Error('damaged: ' + name);
    arrived.set(name, await fetched(name, src, 'reload'));
  }

  async function file(name) {
    const whole = index.part(name);
    if (!loading.has(whole)) loading.set(whole, load(whole));
    await loading.get(whole);
    return arrived.get(whole);
  }

  // What the search says in the page's language, with the search itself. A theme may have other words in
  // the form.
  let said = {};
  window.transferbuchWords = (language, words) => { said = words; };

  function open() {
    const code = () => typeof searchCore === 'undefined' ? script(form.dataset.words) : null;
    opening = opening || Promise.all([meta(), code()])
      .then(([meta]) => { index = new searchCore.Search(meta); })
      .catch((error) => {
        opening = null; // the next try may find a network
        throw error;
      });
    return opening;
  }

  // Whether there is another index now than the one that is open: its files are gone then.
  async function renewed() {
    const latest = index && await meta().catch(() => null);
    if (!latest || latest.version === index.meta.version) return false;
    loading.clear();
    arrived.clear();
    index = new searchCore.Search(latest);
    return true;
  }

  // Takes steps that need the index; once more if it is out of date.
  async function withIndex(steps) {
    await open();
    try {
      return await steps();
    } catch (error) {
      if (!await renewed()) throw error;
      return steps();
    }
  }

  // Calls `step` until it has all files that it needs.
  async function withFiles(step) {
    for (;;) {
      const result = step();
      if (!result.needs) return result;
      const names = result.needs.slice();
      const files = await Promise.all(names.map(file));
      names.forEach((name, at) => index.give(name, files[at]));
    }
  }

  // For the catalogue: the numbers of the chapters that answer a query, the best first.
  window.transferbuchFind = (query) => withIndex(async () =>
    (await withFiles(() => index.lookUp(query))).scored.map((hit) => hit.chapter));

  // ---- words and elements

  function words(key, count) {
    const rule = count === undefined ? '' : '-' + plural.select(count);
    const find = (id) => form.getAttribute('data-' + id) || said[id];
    const text = find(key + rule) || find(key) || '';
    return text.replace('%n', count).replace('%q', input.value.trim());
  }

  function marked(part) {
    const pieces = [];
    let at = 0;
    for (const [start, end] of part.marks) {
      pieces.push(part.text.slice(at, start), element('mark', {}, part.text.slice(start, end)));
      at = end;
    }
    return pieces.concat(part.text.slice(at));
  }

  const ENOUGH = 3, AROUND = 3; // passages that are marked on a page, and words around what was found there

  // What the browser marks on the page that a result leads to: the words found, with some around them so
  // that it is this passage (a text fragment; what knows none goes to the section).
  function fragment({ text, marks }) {
    const code = (part) => encodeURIComponent(part).replace(/-/g, '%2D');
    const near = (part, count) => part.split('…')[count < 0 ? part.split('…').length - 1 : 0].trim()
      .split(/\s+/).slice(...(count < 0 ? [count] : [0, count])).join(' ');
    const seen = new Set(), out = [];
    for (const [start, end] of marks) {
      const word = text.slice(start, end);
      if (seen.has(word) || seen.size === ENOUGH) continue;
      seen.add(word);
      const before = near(text.slice(0, start), -AROUND), after = near(text.slice(end), AROUND);
      out.push('text=' + (before ? code(before) + '-,' : '') + code(word) + (after ? ',-' + code(after) : ''));
    }
    return out.length ? ':~:' + out.join('&') : '';
  }

  function result(hit) {
    const url = pageAt(root + hit.url), marks = fragment(hit.excerpt);
    const link = element('a', { href: marks && !url.includes('#') ? url + '#' + marks : url + marks },
      ...marked(hit.title));
    if (hit.heading.text) link.append(' › ', ...marked(hit.heading));
    const lacks = hit.lacks.length ? words('lacks') + ' ' + hit.lacks.join(', ') : '';
    return element('li', {}, link, element('span', { class: 'muted' }, hit.kind),
      ...(lacks ? [' ', element('span', { class: 'muted' }, lacks)] : []),
      element('p', {}, ...marked(hit.excerpt)));
  }

  function suggested(query) {
    const link = element('a', { href: pageAt(form.action) + '?q=' + encodeURIComponent(query) }, query);
    return element('p', { class: 'did-you-mean' }, words('meant') + ' ', link);
  }

  // Other words that were looked for too.
  function alsoFor(looked) {
    return looked.also.length ? [element('p', { class: 'muted' }, words('also') + ' ' + looked.also.join(', '))] : [];
  }

  // What was understood as a fact rather than as words, and the way back.
  function understood(looked) {
    return looked.facts.map((fact) => {
      const off = element('button', { type: 'button' }, words('fact-off'));
      off.addEventListener('click', () => {
        plain = true;
        remember(chosen());
        answer(showPage);
        input.focus();
      });
      return element('p', { class: 'understood' }, words('fact') + ' ', element('strong', {}, fact), ' ', off);
    });
  }

  // Results of one kind, or with one value, that the query names.
  function narrower(query) {
    return index.valuesIn(query).slice(0, OFFERED).map(({ facet, name, value, label }) => {
      const params = new URLSearchParams({ q: query, [facet]: value });
      return element('p', { class: 'narrower' }, words('only') + ' ', element('a', {
        href: pageAt(form.action) + '?' + params,
      }, (facet === 'kind' ? words('kind') : name) + ': ' + label));
    });
  }

  function waysOn() {
    return element('p', {}, element('a', { href: pageAt(form.dataset.alphabet) }, words('alphabet-text')));
  }

  // ---- answering; only the latest query is shown

  let turn = 0;
  // Whether numbers with a unit are looked for as words alone, as the reader asked for; in addresses `words`.
  const PLAIN = 'words';
  let plain = !!page && new URLSearchParams(location.search).has(PLAIN);

  async function answer(show) {
    const mine = ++turn;
    const query = input.value.trim();
    try {
      await withIndex(async () => {
        if (mine !== turn) return;
        if (!query) return show(null);
        const looking = withFiles(() => index.lookUp(query, plain));
        // What the filters need is on its way meanwhile.
        if (page && index.meta.parts.facets) file('facets').catch(() => {});
        const looked = await looking;
        const better = await withFiles(() => index.suggest(query, looked));
        if (mine === turn) await show(looked, better.out[0], () => mine === turn);
      });
    } catch (error) {
      if (mine === turn) unavailable();
    }
  }

  function unavailable() {
    const place = page || preview;
    place.hidden = false;
    place.replaceChildren(element('p', {}, words('unavailable')), waysOn());
    status.textContent = words('unavailable');
  }

  // The hits that are shown now, and the promise of all where they take longer: on a slow network the first ones
  // have it for themselves.
  async function hits(scored, looked, limit) {
    const load = async (hit) => (await withFiles(() => index.show(hit, looked))).out[0];
    const first = await Promise.all(scored.slice(0, FIRST).map(load));
    const all = Promise.all(scored.slice(FIRST, limit).map(load)).then((others) => first.concat(others));
    const soon = await Promise.race([all, new Promise((resolve) => setTimeout(resolve, SOON))]);
    all.catch(() => {}); // whoever waits for it hears of it
    return { now: soon || first, all };
  }

  // Adds the hits that weren't there yet to their list, which is busy until then.
  async function complete(list, { now, all }, current) {
    const later = (await all).slice(now.length);
    if (!current()) return;
    list.append(...later.map(result));
    list.removeAttribute('aria-busy');
  }

  function say(count) {
    status.textContent = count ? words('count', count) : words('nothing');
  }

  // ---- results while typing

  async function showPreview(looked, better, current) {
    if (!looked) return close();
    const found = await hits(looked.scored, looked, PREVIEWED);
    if (!current()) return;
    const list = element('ul', { 'aria-busy': 'true' }, ...found.now.map(result));
    const more = element('p', { class: 'all-results' },
      element('a', { href: pageAt(form.action) + '?q=' + encodeURIComponent(input.value.trim()) },
        words('all')));
    const empty = [element('p', {}, words('nothing')), waysOn()];
    preview.replaceChildren(...(better ? [suggested(better)] : []), ...alsoFor(looked),
      ...(found.now.length ? [...narrower(input.value.trim()), list, more] : empty));
    preview.hidden = false;
    say(looked.scored.length);
    await complete(list, found, current);
  }

  function close() {
    preview.hidden = true;
    preview.replaceChildren();
    status.textContent = '';
  }

  // ---- the results page

  let limit = SHOWN;
  const name = document.title;

  function chosen() {
    const filter = Object.create(null);
    new URLSearchParams(location.search).forEach((value, key) => {
      if (key !== 'q' && key !== PLAIN) (filter[key] = filter[key] || []).push(value);
    });
    return filter;
  }

  // An address that was looked at for a while, or asked for, stays behind the next one: Back leads there.
  let settled = true, settling = 0;

  function remember(filter) {
    const params = new URLSearchParams({ q: input.value.trim() });
    if (plain) params.append(PLAIN, '1');
    for (const id of Object.keys(filter)) filter[id].forEach((value) => params.append(id, value));
    const address = '?' + params;
    if (address !== location.search) history[settled ? 'pushState' : 'replaceState'](null, '', address);
    settled = false;
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLED);
  }

  function settle() {
    settled = true;
    keep(input.value.trim());
  }

  // ---- earlier searches, which this browser alone keeps

  const KEPT = 'transferbuch-searches:' + form.dataset.index.replace(/.*assets/, '') + handbook();

  function handbook() {
    return new URL(root || '.', location.href).pathname;
  }

  function kept() {
    try {
      const list = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(list) ? list.filter((query) => typeof query === 'string') : [];
    } catch (error) {
      return [];
    }
  }

  function store(list) {
    try {
      if (list.length) localStorage.setItem(KEPT, JSON.stringify(list));
      else localStorage.removeItem(KEPT);
    } catch (error) {
      // A browser that keeps nothing has no earlier searches.
    }
  }

  function keep(query) {
    if (!page || query.length < 3 || query.length > 100) return;
    const others = kept().filter((other) => other !== query && !query.startsWith(other));
    store([query].concat(others).slice(0, RECENT));
  }

  const searchFor = (query) =>
    element('a', { href: pageAt(form.action) + '?q=' + encodeURIComponent(query) }, query);

  // The page before anything was typed: earlier searches, examples from the handbook's own values, and the
  // ways that are there without script.
  function showEmpty() {
    document.title = name;
    status.textContent = '';
    const recent = kept();
    const labels = index.meta.facets.map((facet) => facet.values.map((value) => value[1]));
    const examples = [];
    for (let at = 0; examples.length < EXAMPLES && labels.some((values) => values.length > at); at++) {
      labels.forEach((values) => {
        if (values[at] && examples.length < EXAMPLES) examples.push(values[at]);
      });
    }
    const parts = [element('p', {}, words('prompt'))];
    if (recent.length) {
      const items = recent.map((query) => {
        const forget = element('button', { type: 'button', 'aria-label': words('forget') + ': ' + query }, '×');
        forget.addEventListener('click', () => {
          store(kept().filter((other) => other !== query));
          showEmpty();
          input.focus();
        });
        return element('li', {}, searchFor(query), ' ', forget);
      });
      const all = element('button', { type: 'button' }, words('forget-all'));
      all.addEventListener('click', () => {
        store([]);
        showEmpty();
        input.focus();
      });
      items.push(element('li', {}, all));
      parts.push(element('h2', {}, words('recent')), element('ul', { class: 'recent-searches' }, ...items));
    }
    if (examples.length) {
      parts.push(element('h2', {}, words('examples')),
        element('ul', { class: 'search-examples' },
          ...examples.map((example) => element('li', {}, searchFor(example)))));
    }
    page.replaceChildren(...parts);
    page.classList.add('before');
    const ways = document.querySelector('.search-fallback');
    ways.hidden = false;
    ways.firstElementChild.hidden = true; // says what the search needs
  }

  function facet(one, filter, total) {
    const wanted = filter[one.id] || [];
    const values = one.values.filter((value) => value.count || wanted.includes(value.id));
    // A facet that leaves all results as they are is no help.
    if (!wanted.length && !values.some((value) => value.count < total)) return null;
    const boxes = values.map((value) => {
      const box = element('input', { type: 'checkbox', name: one.id, value: value.id });
      box.checked = wanted.includes(value.id);
      return element('label', {}, box, ' ' + value.label + ' ',
        element('span', { class: 'muted' }, '(' + value.count + ')'));
    });
    const group = element('fieldset', {},
      element('legend', {}, one.id === 'kind' ? words('kind') : one.label), ...boxes);
    return group;
  }

  async function showPage(looked, better, current) {
    if (!looked) return showEmpty();
    document.querySelector('.search-fallback').hidden = true;
    page.classList.remove('before');
    const filter = chosen();
    const filtered = (await withFiles(() => index.filter(looked.scored, filter))).out[0];
    const found = await hits(filtered.hits, looked, limit);
    if (!current()) return;
    say(filtered.hits.length);
    document.title = input.value.trim() + ': ' + status.textContent + ' · ' + name;
    const focused = document.activeElement && document.activeElement.closest('#page-results input');
    const facets = filtered.facets
      .map((one) => facet(one, filter, filtered.hits.length)).filter(Boolean);
    const parts = [element('h2', {}, status.textContent)];
    const list = element('ol', { class: 'hits', 'aria-busy': 'true' }), results = element('div', {});
    if (better) parts.push(suggested(better));
    parts.push(...alsoFor(looked), ...understood(looked));
    if (looked.scored.length) {
      const form = element('form', { class: 'facets', 'aria-label': words('filter') }, ...facets);
      const fold = element('details', { class: 'fold' },
        element('summary', {}, words('filter')), form);
      const kept = page.querySelector('.fold');
      fold.open = kept ? kept.open : matchMedia('(min-width: 64em)').matches;
      form.addEventListener('change', () => {
        const next = Object.create(null);
        new FormData(form).forEach((value, key) => (next[key] = next[key] || []).push(value));
        remember(next);
        answer(showPage);
      });
      list.append(...found.now.map(result));
      results.append(list);
      parts.push(element('div', { class: 'result-columns' }, ...(facets.length ? [fold] : []), results));
    } else {
      parts.push(element('p', {}, words('hint')), waysOn());
    }
    page.replaceChildren(...parts);
    if (focused) {
      const same = Array.from(page.querySelectorAll('input')).find((box) =>
        box.name === focused.name && box.value === focused.value);
      if (same) same.focus();
    }
    await complete(list, found, current);
    if (filtered.hits.length > limit && current()) results.append(moreButton(limit));
  }

  function moreButton(shown) {
    const more = element('button', { type: 'button' }, words('more'));
    more.addEventListener('click', async () => {
      limit += SHOWN;
      await answer(showPage);
      const next = page.querySelectorAll('.hits > li > a')[shown];
      if (next) next.focus();
    });
    return more;
  }

  // ---- what the reader does

  let timer = 0;
  const show = () => answer(page ? showPage : showPreview);

  // A tab may be open for days: what it knows of the index is asked for anew when it is turned to again.
  input.addEventListener('focus', () => {
    if (index && Date.now() - asked > FRESH) opening = renewed();
    else open().catch(() => {});
  });
  function typed() {
    clearTimeout(timer);
    plain = false;
    timer = setTimeout(() => {
      if (page) {
        limit = SHOWN;
        remember(chosen());
      }
      show();
    }, DELAY);
  }

  // What is still being composed is no query yet: of a word in Chinese, say, its sounds.
  input.addEventListener('input', (event) => {
    if (!event.isComposing) typed();
  });
  input.addEventListener('compositionend', typed);

  form.addEventListener('submit', (event) => {
    if (!page) return;
    event.preventDefault();
    clearTimeout(timer);
    limit = SHOWN;
    remember(chosen());
    settle();
    show();
  });

  if (page) {
    addEventListener('popstate', () => {
      clearTimeout(settling);
      settled = true;
      limit = SHOWN;
      const params = new URLSearchParams(location.search);
      plain = params.has(PLAIN);
      input.value = params.get('q') || '';
      show();
    });
    page.addEventListener('click', (event) => {
      if (event.target.closest('.hits a')) settle();
    });
  }

  form.addEventListener('keydown', (event) => {
    if (preview.hidden || event.isComposing) return;
    const links = Array.from(preview.querySelectorAll('a'));
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      input.focus();
    } else if (event.key === 'ArrowDown' && links[at + 1]) {
      event.preventDefault();
      links[at + 1].focus();
    } else if (event.key === 'ArrowUp' && at >= 0) {
      event.preventDefault();
      (links[at - 1] || input).focus();
    }
  });

  document.addEventListener('focusin', (event) => {
    if (!form.contains(event.target)) close();
  });
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) close();
  });

  // What takes the place of the other ways does so before anything is painted, and keeps room for the
  // results: nothing jumps when they arrive.
  if (page) {
    document.querySelector('.search-fallback').hidden = true;
    page.hidden = false;
    input.value = new URLSearchParams(location.search).get('q') || '';
    show();
  }
})();
