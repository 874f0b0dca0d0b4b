// Comfort on top of pages that work without it: the dark switch, open
// navigation on wide screens, copy buttons, and the current place in the
// contents. Everything a reader needs is in the HTML already.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;

  // The switch stores a choice only while it differs from the system, so that
  // a reader who goes back to the system's choice follows the system again.
  var key = "transferbuch-theme";
  var systemDark = matchMedia("(prefers-color-scheme: dark)");
  var button = document.querySelector(".theme-switch");

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

  apply(stored());
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = button.getAttribute("aria-pressed") !== "true";
      var choice = dark === systemDark.matches ? null : dark ? "dark" : "light";
      store(choice);
      apply(choice);
    });
  }
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

  // The current place is the last heading above the upper third of the window.
  var places = [];
  document.querySelectorAll(".toc a").forEach(function (link) {
    var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) places.push({ link: link, heading: heading });
  });
  if (places.length) {
    var current = null;
    var waiting = false;
    var mark = function () {
      waiting = false;
      var line = innerHeight / 3;
      var here = null;
      places.forEach(function (place) {
        if (place.heading.getBoundingClientRect().top <= line) here = place.link;
      });
      if (here === current) return;
      if (current) current.removeAttribute("aria-current");
      if (here) here.setAttribute("aria-current", "location");
      current = here;
    };
    addEventListener("scroll", function () {
      if (!waiting) { waiting = true; requestAnimationFrame(mark); }
    }, { passive: true });
    mark();
  }
})();
