// What the catalogue and the comparison have in common: the files with the data of chapters
// (src/theme/data.rs says what is in them), and elements made of it.
window.transferbuchChapters = (words) => {
  'use strict';

  const root = words.root;
  // A browser that opens a disk lists a folder instead of showing its page.
  const pageAt = location.protocol !== 'file:' ? (url) => url
    : (url) => url.replace(/^([^?#]*\/|)(?=[?#]|$)/, '$1index.html');
  const arrived = new Map(), loading = new Map();
  window.transferbuchCatalogue = (name, data) => arrived.set(name, data);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  }

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

  const address = (params) => String(params) ? '?' + params : location.pathname;
  const idParams = (ids) => new URLSearchParams(ids.map((id) => ['id', id]));
  return { root, pageAt, element, file, withFiles, items, spoken, button, address, idParams };
};
