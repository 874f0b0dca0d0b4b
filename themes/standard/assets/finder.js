// The finder of the start page says how many chapters fit, before a reader goes to them. Without this script
// it is a form that leads to the catalogue.
(function () {
  'use strict';

  const form = document.querySelector('form.finder');
  if (!form) return;
  const words = form.dataset, go = form.querySelector('button'), usual = go.textContent;
  const { pageAt, load } = window.transferbuchTools;
  let turn = 0, opening = null;

  // What was answered, as the catalogue has it in its address.
  function asked() {
    const asked = new URLSearchParams();
    new FormData(form).forEach((value, key) => value.split('|').filter(Boolean).forEach((one) => asked.append(key, one)));
    return asked;
  }

  async function count() {
    const mine = ++turn, chosen = asked();
    let said = usual;
    try {
      opening = opening || load('page-chapters-code').then(() => window.transferbuchChapters(words));
      const { file, withFiles, prepared, matching } = await opening;
      const data = await withFiles(async () => prepared(await file(words.name)));
      const marks = Array.from(new Set(chosen.keys()), (key) => matching(data, key, chosen.getAll(key)));
      const number = data.places.filter((_, at) => marks.every((fit) => fit[at])).length;
      said = (number === 1 ? words.one : words.many).replace('%n', number);
    } catch (error) {
      opening = null; // Without the data nobody knows how many.
    }
    if (mine === turn) go.textContent = said;
  }

  form.addEventListener('input', count);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = String(asked());
    location.href = pageAt(form.getAttribute('action')) + (query && '?' + query);
  });
  // A browser that goes back keeps what was answered.
  addEventListener('pageshow', () => { if (String(asked())) count(); });
})();
