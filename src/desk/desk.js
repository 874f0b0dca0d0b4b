// Filters the desk by what the page's address says, and opens places in the author's editor.
(() => {
  "use strict";
  const form = document.querySelector("form.filters");
  if (!form) return;
  const none = document.querySelector(".none");
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of wanted) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  const filter = () => {
    const person = form.elements.person.value;
    const sort = form.elements.sort.value;
    const text = form.elements.text.value.trim().toLowerCase();
    let shown = 0;
    for (const section of document.querySelectorAll("section[data-person]")) {
      const isOf = person === "" || section.dataset.person === person;
      let inSection = 0;
      for (const article of section.querySelectorAll("article")) {
        const says = (element) => text === "" || element.textContent.toLowerCase().includes(text);
        const inHead = [...article.querySelectorAll("h3, .path")].some(says);
        let inArticle = 0;
        for (const item of article.querySelectorAll("li")) {
          const fits = isOf && (sort === "" || item.dataset.sort === sort) && (inHead || says(item));
          item.hidden = !fits;
          if (fits) inArticle += 1;
        }
        article.hidden = inArticle === 0;
        inSection += inArticle;
      }
      section.hidden = inSection === 0;
      shown += inSection;
    }
    none.hidden = shown > 0 || document.querySelector("article") === null;
  };
  const note = () => {
    const address = new URL(location.href);
    for (const { name, value } of [...form.elements]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  };
  const change = () => {
    filter();
    note();
  };
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
  });
  form.hidden = false;
  filter();

  // The preview remembers the author's choice under this name.
  const choice = "transferbuch-preview-editor", bySystem = "system";
  const open = async (button, chosen) => {
    const address = new URL("open", location.href);
    address.searchParams.set("place", button.dataset.place);
    if (chosen === bySystem) address.searchParams.set("with", chosen);
    const { text, addresses = [], system, failed } = await (await fetch(address, { method: "POST" })).json();
    button.parentElement.querySelector(".answer")?.remove();
    const known = addresses.length === 1 ? addresses[0] : addresses.find(({ name }) => name === chosen);
    if (known) location.assign(known.url);
    if (known || !text) return;
    const answer = document.createElement("p");
    answer.className = "answer";
    answer.setAttribute("role", "status");
    answer.append(text);
    if (system) {
      const own = Object.assign(document.createElement("button"), { type: "button", textContent: system });
      own.addEventListener("click", () => {
        localStorage.setItem(choice, bySystem);
        open(button, bySystem);
      });
      answer.append(" ", own);
    }
    for (const { name, url } of addresses) {
      const link = Object.assign(document.createElement("a"), { href: url, textContent: name });
      link.addEventListener("click", () => localStorage.setItem(choice, name));
      answer.append(" ", link);
    }
    if (failed && chosen === bySystem) localStorage.removeItem(choice);
    button.after(answer);
  };
  for (const button of document.querySelectorAll("button[data-place]")) {
    button.hidden = false;
    button.addEventListener("click", () => open(button, localStorage.getItem(choice)));
  }
})();
