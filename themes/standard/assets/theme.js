// Comfort on top of pages that work without it: the dark switch, menus that
// close, printing and sharing, and the current chapter in the tree. Everything
// a reader needs is in the HTML already.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = document.currentScript.dataset;

  // What the other scripts build with.
  var shared = window.transferbuchTools = {
    element: function (name, attributes) {
      var made = document.createElement(name);
      for (var key in attributes) made.setAttribute(key, attributes[key]);
      made.append.apply(made, Array.prototype.slice.call(arguments, 2));
      return made;
    },
    button: function (text, style, press) {
      var made = shared.element("button", { type: "button", class: style }, text);
      made.addEventListener("click", press);
      return made;
    },
    // What an element says, without the soft hyphens at which its words may be parted.
    plain: function (element) { return element.textContent.replace(/\u00ad/g, ""); },
    // A browser that opens a disk lists a folder instead of showing its page.
    pageAt: function (url) {
      return location.protocol !== "file:" ? url : url.replace(/^([^?#]*\/|)(?=[?#]|$)/, "$1index.html");
    },
    // Loads the script that a link in the head names.
    load: function (id) {
      return new Promise(function (resolve, reject) {
        var link = document.getElementById(id), script = shared.element("script", { src: link.getAttribute("href") });
        Object.assign(script.dataset, link.dataset);
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
    },
  };

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
  function follow() { apply(stored()); }
  if (systemDark.addEventListener) systemDark.addEventListener("change", follow);
  // A page that the browser kept for Back, and one in another tab, follow too.
  addEventListener("pageshow", function (event) { if (event.persisted) follow(); });
  addEventListener("storage", function (event) { if (event.key === key || !event.key) follow(); });

  // Browsers without ::details-content cannot open a fold by style alone.
  if (!window.CSS || !CSS.supports("selector(::details-content)")) {
    document.querySelectorAll("details.fold").forEach(function (fold) {
      var wide = matchMedia(fold.closest(".toc") ? "(min-width: 80em)" : "(min-width: 64em)");
      if (wide.matches) fold.open = true;
    });
  }

  // Lists that unfold over the page close when a reader turns to something else.
  var drops = document.querySelectorAll(".drop, .menu");
  function closeDrops(target) {
    drops.forEach(function (drop) {
      if (drop.open && !drop.contains(target)) drop.open = false;
    });
  }
  document.addEventListener("click", function (event) { closeDrops(event.target); });
  document.addEventListener("focusin", function (event) { closeDrops(event.target); });
  drops.forEach(function (drop) {
    drop.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drop.open || !drop.firstElementChild.offsetParent) return;
      drop.open = false;
      drop.firstElementChild.focus();
      event.stopPropagation();
    });
  });

  // The page in another language, at the same place.
  document.querySelectorAll(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      link.search = location.search;
      link.hash = location.hash;
    });
  });

  // What is copied has no soft hyphens: they are for long words on small screens.
  document.addEventListener("copy", function (event) {
    var chosen = getSelection(), text = String(chosen), hyphen = /\u00ad/g;
    if (!chosen.rangeCount || !hyphen.test(text) || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    var html = document.createElement("div");
    html.append(chosen.getRangeAt(0).cloneContents());
    event.clipboardData.setData("text/plain", text.replace(hyphen, ""));
    event.clipboardData.setData("text/html", html.innerHTML.replace(hyphen, ""));
    event.preventDefault();
  });

  // The keys of the search box.
  var box = document.querySelector("form.search input[type=search]");
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!box || !slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // The search comes when a reader first turns to its box, by hand or by its keys.
  var code = document.getElementById("page-search-code");
  if (code && box) {
    var loading;
    var load = function () {
      if (loading) return loading;
      var typed = false;
      var notice = function () { typed = true; };
      box.addEventListener("input", notice);
      loading = shared.load(code.id).then(function () {
        box.removeEventListener("input", notice);
        if (document.activeElement === box) box.dispatchEvent(new Event("focus"));
        if (typed) box.dispatchEvent(new Event("input"));
      });
      return loading;
    };
    // The catalogue asks for this; the script puts its own in this place.
    window.transferbuchFind = function (query) {
      return load().then(function () { return window.transferbuchFind(query); });
    };
    var begin = function () { load().catch(function () {}); };
    box.form.addEventListener("focusin", begin);
    if (document.activeElement === box) begin();
  }

  // What makes more of a text, on a page that is mostly a list: when a reader turns to it.
  var main = document.getElementById("page-content");
  if (document.getElementById("page-text-code")) {
    var read = function () {
      main.removeEventListener("pointerover", read);
      document.removeEventListener("focusin", read);
      shared.load("page-text-code").then(function () {
        var term = document.querySelector("a.term:hover");
        if (document.activeElement.matches("a.term")) document.activeElement.dispatchEvent(new Event("focus"));
        else if (term) term.dispatchEvent(new Event("pointerenter"));
      }).catch(function () {});
    };
    main.addEventListener("pointerover", read);
    document.addEventListener("focusin", read);
  }

  // The current chapter is in view in the tree.
  var tree = document.querySelector(".sidebar");
  var current = tree && tree.querySelector("[aria-current=page]");
  if (current && tree.scrollHeight > tree.clientHeight) {
    tree.scrollTop = current.getBoundingClientRect().top - tree.getBoundingClientRect().top - tree.clientHeight / 3;
  }

  function say(button, text) {
    var said = button.querySelector("span") || button;
    var before = said.textContent;
    if (before === text) return;
    said.setAttribute("aria-live", "polite");
    said.textContent = text;
    setTimeout(function () { said.textContent = before; }, 2500);
  }
  document.querySelectorAll("[data-action]").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.action === "print") return print();
      var canonical = document.querySelector("link[rel=canonical]");
      var address = canonical ? canonical.href : location.href.split("#")[0];
      if (navigator.share) return navigator.share({ title: document.title, url: address }).catch(function () {});
      if (navigator.clipboard) navigator.clipboard.writeText(address).then(function () { say(button, button.dataset.done); });
    });
  });
})();
