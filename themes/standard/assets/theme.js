// Comfort on top of pages that work without it: the dark switch, open
// navigation on wide screens, copy buttons, the current place in the contents,
// meanings of terms, and large pictures. Everything a reader needs is in the
// HTML already.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;

  // The switch stores a choice only while it differs from the system, so that
  // a reader who goes back to the system's choice follows the system again.
  var key = "transferbuch-theme";
  var systemDark = matchMedia("(prefers-color-scheme: dark)");
  var tools = document.querySelector(".tools");
  var button = tools && document.createElement("button");

  function stored() {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  }
  function store(choice) {
    try {
      if (choice) localStorage.setItem(key, choice);
      else localStorage.removeItem(key);
    } catch (e) { /* Without storage the choice lasts for this page. */ }
  }
  function apply(choice) {
    if (choice === "dark" || choice === "light") root.dataset.theme = choice;
    else delete root.dataset.theme;
    var dark = choice ? choice === "dark" : systemDark.matches;
    if (button) button.setAttribute("aria-pressed", String(dark));
    return dark;
  }

  if (button) {
    button.type = "button";
    button.className = "theme-switch";
    button.append(document.createElement("span"));
    button.firstChild.textContent = words.dark;
    tools.append(button);
    button.addEventListener("click", function () {
      var dark = button.getAttribute("aria-pressed") !== "true";
      var choice = dark === systemDark.matches ? null : dark ? "dark" : "light";
      store(choice);
      apply(choice);
    });
  }
  apply(stored());
  if (systemDark.addEventListener) {
    systemDark.addEventListener("change", function () { apply(stored()); });
  }

  // Browsers without ::details-content cannot open a fold by style alone.
  if (!window.CSS || !CSS.supports("selector(::details-content)")) {
    document.querySelectorAll("details.fold").forEach(function (fold) {
      var wide = matchMedia(fold.closest(".toc") ? "(min-width: 80em)" : "(min-width: 64em)");
      if (wide.matches) fold.open = true;
    });
  }

  if (navigator.clipboard) {
    document.querySelectorAll("pre.code").forEach(function (pre) {
      var copy = document.createElement("button");
      copy.type = "button";
      copy.className = "copy";
      copy.textContent = words.copy;
      copy.setAttribute("aria-live", "polite");
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(pre.textContent).then(function () {
          copy.textContent = words.copied;
          setTimeout(function () { copy.textContent = words.copy; }, 2000);
        });
      });
      var frame = document.createElement("div");
      frame.className = "code-frame";
      pre.replaceWith(frame);
      frame.append(copy, pre);
    });
  }

  // The current place is the last heading above the lower two thirds of the
  // window: the observer's frame reaches from there far beyond the page's top.
  var places = [];
  document.querySelectorAll(".toc a").forEach(function (link) {
    var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) places.push({ link: link, heading: heading, passed: false });
  });
  if (places.length && window.IntersectionObserver) {
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        places.forEach(function (place) {
          if (place.heading === entry.target) place.passed = entry.isIntersecting;
        });
      });
      var here = null;
      places.forEach(function (place) {
        place.link.removeAttribute("aria-current");
        if (place.passed) here = place.link;
      });
      if (here) here.setAttribute("aria-current", "location");
    }, { rootMargin: "1000000px 0px -66% 0px" });
    places.forEach(function (place) { observer.observe(place.heading); });
  }

  // A term's meaning shows at the pointer's and the keyboard's touch, stays
  // while the pointer is on it, and goes with Escape. On a touch screen the
  // first tap shows it, the second follows the link to the glossary.
  var note = null, explained = null, leaving = 0;
  function hide() {
    clearTimeout(leaving);
    if (!explained) return;
    explained.removeAttribute("aria-describedby");
    explained = null;
    note.hidden = true;
  }
  function show(term) {
    clearTimeout(leaving);
    if (explained === term) return;
    hide();
    if (!note) {
      note = document.createElement("div");
      note.id = "page-term-note";
      note.className = "term-note";
      note.setAttribute("role", "tooltip");
      note.addEventListener("pointerenter", function () { clearTimeout(leaving); });
      note.addEventListener("pointerleave", leave);
      (document.getElementById("page-content") || document.body).append(note);
    }
    note.textContent = term.dataset.note;
    note.hidden = false;
    explained = term;
    term.setAttribute("aria-describedby", note.id);
    var word = term.getClientRects()[0], box = note.getBoundingClientRect();
    var width = root.clientWidth, below = word.bottom + box.height + 8 <= innerHeight;
    var left = Math.max(16, Math.min(word.left, width - box.width - 16));
    note.style.left = left + scrollX + "px";
    note.style.top = (below || word.top < box.height ? word.bottom + 4 : word.top - box.height - 4) + scrollY + "px";
  }
  function leave() { leaving = setTimeout(hide, 200); }
  var touched = false;
  document.querySelectorAll("a.term").forEach(function (term) {
    term.addEventListener("pointerenter", function (event) {
      if (event.pointerType !== "touch") show(term);
    });
    term.addEventListener("pointerleave", function (event) {
      if (event.pointerType !== "touch") leave();
    });
    term.addEventListener("pointerdown", function (event) {
      touched = event.pointerType === "touch" && explained !== term;
    });
    term.addEventListener("focus", function () { show(term); });
    term.addEventListener("blur", hide);
    term.addEventListener("click", function (event) {
      if (touched) event.preventDefault();
      touched = false;
      show(term);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", function (event) {
    if (explained && event.target !== explained && !note.contains(event.target)) hide();
  });

  // A picture of the text that is shown smaller than it is opens in a window of its own.
  document.querySelectorAll(".prose img").forEach(function (picture) {
    var width = Number(picture.getAttribute("width"));
    if (!window.HTMLDialogElement || picture.closest("a, button") || !picture.alt) return;
    if (width && width <= picture.clientWidth && !/\.svg$/i.test(picture.src)) return;
    var open = document.createElement("button");
    open.type = "button";
    open.className = "zoom";
    open.setAttribute("aria-label", words.zoom + ": " + picture.alt);
    picture.replaceWith(open);
    open.append(picture);
    open.addEventListener("click", function () {
      var dialog = document.createElement("dialog");
      var close = document.createElement("button");
      var large = picture.cloneNode();
      large.loading = "eager";
      dialog.className = "zoomed";
      dialog.setAttribute("aria-label", picture.alt);
      close.type = "button";
      close.textContent = words.close;
      close.addEventListener("click", function () { dialog.close(); });
      dialog.addEventListener("close", function () { dialog.remove(); open.focus(); });
      dialog.append(close, large);
      document.body.append(dialog);
      dialog.showModal();
    });
  });
})();
