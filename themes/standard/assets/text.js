// Comfort on pages with a chapter's text: copy buttons, the current place in the
// contents, meanings of terms, and large pictures.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;

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
    var id = link.hash.slice(1), heading = document.getElementById(id);
    try { heading = heading || document.getElementById(decodeURIComponent(id)); } catch (e) { /* A sign of percent. */ }
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
      large.sizes = "100vw";
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
