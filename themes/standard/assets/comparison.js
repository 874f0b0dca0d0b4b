// The comparison shows the chapters side by side that the address names by their `id`. Without this
// script the full table does.
(function () {
  'use strict';

  const COMPARED = 4;
  const place = document.getElementById('page-comparison');
  if (!place) return;
  const words = place.dataset;
  const root = words.root;
  const { pageAt, element, button } = window.transferbuchTools;
  const { file, withFiles, items, spoken } = window.transferbuchChapters(words);
  const address = (params) => String(params) ? '?' + params : location.pathname;
  const idParams = (ids) => new URLSearchParams(ids.map((id) => ['id', id]));
  compare();

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
          show().then(() => {
            const left = table.querySelectorAll('thead button');
            (left[at] || left[at - 1] || back).focus();
          });
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
        const said = new Set(cells.map((cell) => String(cell)));
        const head = element('th', { scope: 'row' }, label);
        // What differs is what one compares for: the sign is seen, its words are read out.
        if (said.size > 1) {
          head.append(' ', element('span', { class: 'differs', 'aria-hidden': 'true' }, '≠'),
            element('span', { class: 'visually-hidden' }, '(' + words.differs + ')'));
        }
        return cells.some(Boolean) && element('tr', said.size > 1 ? {} : { class: 'same' }, head,
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
