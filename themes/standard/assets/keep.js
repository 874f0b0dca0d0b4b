// What a reader keeps: a star on every card and chapter, and the way to the list of what has one. The list
// stays in this browser; its entries are the id of a chapter and a note.
(function () {
  'use strict';

  const words = document.currentScript.dataset;
  const root = document.currentScript.getAttribute('src').replace(/assets\/[^/]*$/, '');
  const { element, button, pageAt, plain } = window.transferbuchTools;
  const KEY = 'transferbuch-list:' + new URL(root || '.', location.href).pathname;
  const tools = document.querySelector('.tools');
  const way = element('a', { class: 'kept-list', href: pageAt(words.list) });
  let held = []; // where a browser keeps nothing, for as long as the page is open
  let keeps = true;

  function read() {
    try {
      const list = JSON.parse(localStorage.getItem(KEY) || '[]');
      return keeps ? list.filter((one) => Array.isArray(one) && typeof one[0] === 'string') : held;
    } catch (error) {
      return held;
    }
  }

  function write(list) {
    held = list;
    try {
      if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
    } catch (error) {
      keeps = false;
    }
    show();
    return keeps;
  }

  function toggle(id) {
    const list = read(), others = list.filter((one) => one[0] !== id);
    write(others.length < list.length ? others : list.concat([[id, '']]));
  }

  // A card gets its star, each star what it says, and the bar the way to the list.
  function show() {
    const list = read(), kept = new Set(list.map((one) => one[0]));
    document.querySelectorAll('.card[data-id]').forEach((card) => {
      if (card.querySelector('.keep') || card.closest('.collected')) return;
      const star = button('', 'keep', () => toggle(card.dataset.id));
      star.dataset.keep = card.dataset.id;
      star.setAttribute('aria-label', words.keep + ': ' + plain(card.querySelector('a')));
      star.title = words.keep;
      card.append(star);
    });
    document.querySelectorAll('[data-keep]').forEach((star) => {
      star.setAttribute('aria-pressed', String(kept.has(star.dataset.keep)));
      const said = star.querySelector('span');
      if (said) said.textContent = kept.has(star.dataset.keep) ? words.kept : words.keep;
    });
    way.textContent = words.name + ' (' + list.length + ')';
    if (tools && list.length) tools.prepend(way);
    else way.remove();
  }

  document.querySelectorAll('.actions [data-keep]').forEach((star) => {
    star.addEventListener('click', () => toggle(star.dataset.keep));
  });
  addEventListener('storage', (event) => { if (event.key === KEY || !event.key) show(); });
  addEventListener('pageshow', show);
  window.transferbuchKept = { read, write, show };
  show();
})();
