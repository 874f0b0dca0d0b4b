// The list of what a reader keeps: in an order of one's own, with a note to each, to be printed and handed on.
// A list that is handed on stands behind the `#` of the address, which no server gets to see.
(function () {
  'use strict';

  const MOST = 200, DELAY = 300;
  const place = document.getElementById('page-collection');
  const words = place.dataset, kept = window.transferbuchKept;
  const { element, button, pageAt, plain } = window.transferbuchTools;
  const { file, withFiles, byId, card } = window.transferbuchChapters(words);
  const said = element('p', { class: 'visually-hidden', role: 'status' });
  const part = element('div', {});
  place.append(said, part);
  let turn = 0, timer = 0;

  // The list of the address: `id` of a chapter, and `note` behind it.
  function given() {
    const list = [];
    new URLSearchParams(location.hash.slice(1)).forEach((value, key) => {
      if (key === 'id' && !list.some((one) => one[0] === value)) list.push([value, '']);
      else if (key === 'note' && list.length) list[list.length - 1][1] = value;
    });
    return list.slice(0, MOST);
  }

  function address(list) {
    const params = new URLSearchParams();
    list.forEach(([id, note]) => {
      params.append('id', id);
      if (note) params.append('note', note);
    });
    return location.href.split('#')[0] + '#' + params;
  }

  async function show(focus) {
    const mine = ++turn, others = given(), own = !others.length, list = own ? kept.read() : others;
    if (!list.length) return empty(location.hash.length > 1 ? words.broken : words.empty);
    try {
      const { data, cards } = await withFiles(async () => {
        const data = await file('list');
        return { data, cards: await byId(list.map((one) => one[0]), data) };
      });
      if (mine !== turn) return;
      const there = list.filter((_, at) => cards[at]), lost = list.filter((_, at) => !cards[at]);
      const entries = cards.filter(Boolean).map((one, at) => entry(card(data.icons, one), there, at, own));
      part.replaceChildren(...(own ? [] : [notice()]), ...missing(lost, own), ...(there.length ? [tools(list, entries, own)] : []),
        element('h2', { class: 'visually-hidden' }, words.kept), element('ol', { class: 'cards collected' }, ...entries));
      if (focus) focus();
    } catch (error) {
      if (mine === turn) part.replaceChildren(element('p', {}, words.unavailable), ways());
    }
  }

  const ways = () => element('p', {}, element('a', { href: pageAt(words.alphabet) }, words.alphabetText));

  function empty(text, ...more) {
    part.replaceChildren(element('p', {}, text), ...more, ways());
  }

  function changed(list, focus) {
    if (!kept.write(list)) said.textContent = words.forgets;
    return show(focus);
  }

  // What someone else handed on.
  function notice() {
    return element('div', { class: 'banner screen-only' }, element('p', {}, words.shared),
      element('p', { class: 'list-tools' },
        button(words.take, 'button strong', () => {
          const mine = kept.read(), known = new Set(mine.map((one) => one[0]));
          kept.write(mine.concat(given().filter((one) => !known.has(one[0]))).slice(0, MOST));
          location.hash = '';
        }),
        element('a', { class: 'button', href: location.href.split('#')[0] + '#' }, words.own)));
  }

  function missing(lost, own) {
    if (!lost.length) return [];
    const text = element('p', { class: 'banner' }, words.missing + ' ' + lost.map((one) => one[0]).join(', '));
    if (own) {
      text.append(' ', button(words.remove, 'button', () => {
        changed(kept.read().filter((one) => !lost.some((gone) => gone[0] === one[0])));
      }));
    }
    return [text];
  }

  function tools(list, entries, own) {
    const field = element('input', { readonly: '', value: address(list) });
    const way = element('label', { class: 'list-address screen-only', hidden: '' }, words.address, field);
    const share = button(words.share, 'button', () => {
      way.hidden = false;
      field.value = address(own ? kept.read() : list);
      field.select();
      if (navigator.clipboard) {
        navigator.clipboard.writeText(field.value).then(() => { said.textContent = share.textContent = words.copied; });
      }
    });
    const all = [button(words.print, 'button', () => print()), share];
    // A page of a disk can't read others.
    if (location.protocol !== 'file:') all.push(button(words.whole, 'button', () => whole(entries)));
    if (own) {
      all.push(button(words.clear, 'button', () => {
        const before = kept.read();
        kept.write([]);
        const undo = button(words.undo, 'button', () => changed(before));
        empty(words.empty, element('p', {}, undo));
        undo.focus();
      }));
    }
    return element('div', { class: 'screen-only' }, element('p', { class: 'list-tools' }, ...all), way);
  }

  function entry(made, list, at, own) {
    const [id, note] = list[at], link = made.querySelector('a'), title = plain(link);
    made.append(element('p', { class: 'print-only list-url' }, link.href));
    const paper = element('p', { class: 'list-note' + (own ? ' print-only' : '') }, note);
    made.append(paper);
    if (!own) return made;
    const field = element('textarea', { rows: 2, maxlength: 2000, 'aria-label': words.note + ': ' + title });
    field.value = note;
    const noted = () => {
      clearTimeout(timer);
      kept.write(kept.read().map((one) => one[0] === id ? [id, field.value] : one));
    };
    field.addEventListener('input', () => {
      paper.textContent = field.value;
      clearTimeout(timer);
      timer = setTimeout(noted, DELAY);
    });
    field.addEventListener('change', noted);
    const step = (by, text) => {
      const move = button(text, 'button', () => {
        const all = kept.read(), from = all.findIndex((one) => one[0] === id);
        const to = all.findIndex((one) => one[0] === list[at + by][0]);
        all.splice(to, 0, ...all.splice(from, 1));
        changed(all, () => {
          const there = part.querySelector('[data-id="' + CSS.escape(id) + '"] .' + (by < 0 ? 'up' : 'down'));
          const other = there.disabled ? there.parentNode.querySelector('button:not([disabled])') : there;
          other.focus();
          said.textContent = title + ': ' + words.place.replace('%n', at + 1 + by).replace('%m', list.length);
        });
      });
      move.classList.add(by < 0 ? 'up' : 'down');
      move.disabled = !list[at + by];
      move.setAttribute('aria-label', text + ': ' + title);
      return move;
    };
    const remove = button(words.remove, 'button', () => {
      changed(kept.read().filter((one) => one[0] !== id), () => {
        const left = part.querySelectorAll('.collected .remove');
        (left[at] || left[at - 1] || part.querySelector('a')).focus();
      });
    });
    remove.classList.add('remove');
    remove.setAttribute('aria-label', words.remove + ': ' + title);
    made.append(element('label', { class: 'list-field screen-only' }, words.note, field),
      element('p', { class: 'list-tools screen-only' }, step(-1, words.up), step(1, words.down), remove));
    return made;
  }

  // Behind the list, on paper alone, the chapters in full.
  async function whole(entries) {
    const sheets = element('div', { class: 'print-only' });
    try {
      for (const one of entries) {
        const url = one.querySelector('h3 a').href;
        const answer = await fetch(url);
        if (!answer.ok) throw new Error('cannot load ' + url);
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const article = page.querySelector('article');
        article.querySelectorAll('[id]').forEach((part) => part.removeAttribute('id'));
        for (const name of ['href', 'src']) {
          article.querySelectorAll('[' + name + ']').forEach((part) => {
            part.setAttribute(name, new URL(part.getAttribute(name), url).href);
          });
        }
        article.querySelectorAll('img').forEach((picture) => {
          picture.removeAttribute('srcset');
          picture.loading = 'eager';
        });
        sheets.append(element('section', { class: 'printed-chapter' }, article));
      }
      part.append(sheets);
      await Promise.all(Array.from(sheets.querySelectorAll('img'), (picture) => picture.decode().catch(() => {})));
      addEventListener('afterprint', () => sheets.remove(), { once: true });
      print();
    } catch (error) {
      said.textContent = words.unavailable;
    }
  }

  addEventListener('hashchange', () => show());
  addEventListener('storage', () => { if (!part.contains(document.activeElement)) show(); });
  show();
})();
