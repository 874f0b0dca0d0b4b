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

  for (const button of document.querySelectorAll("button[data-place]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const address = new URL("open", location.href);
      address.searchParams.set("place", button.dataset.place);
      const { text, addresses = [] } = await (await fetch(address, { method: "POST" })).json();
      if (addresses.length === 1) location.assign(addresses[0].url);
      button.parentElement.querySelector(".answer")?.remove();
      if (!text || addresses.length === 1) return;
      const answer = document.createElement("p");
      answer.className = "answer";
      answer.setAttribute("role", "status");
      answer.append(text);
      for (const { name, url } of addresses) {
        const link = Object.assign(document.createElement("a"), { href: url, textContent: name });
        answer.append(" ", link);
      }
      button.after(answer);
    });
  }
})();
