// What a published page can't know, since it is never written again: which releases came after it.
// The tree's root says so in versions.js. An old edition gets a note with the way to the same page
// of the current one, and every page a switch between versions that stays on the chapter. Without
// this script a link leads to the list of all versions.
(function () {
  "use strict";
  var own = document.currentScript;
  var words = own.dataset;
  var edition = new URL("..", own.src).href;
  var frozen = "v/" + words.version + "/";
  var isFrozen = edition.slice(-frozen.length) === frozen;
  var root = isFrozen ? edition.slice(0, -frozen.length) : edition;
  var index = location.protocol === "file:" ? "index.html" : "";

  function load(url, failed) {
    var script = document.createElement("script");
    script.src = url;
    script.onerror = failed || null;
    document.head.append(script);
  }

  function link(url, text) {
    var made = document.createElement("a");
    made.href = url;
    made.textContent = text;
    return made;
  }

  function at(base, address) {
    return base + address + (address === "" || address.slice(-1) === "/" ? index : "");
  }

  function note(current, address) {
    var banner = document.createElement("p");
    banner.className = "banner banner-old-version";
    var to = link(at(root, address) + location.search + location.hash, words.toCurrent);
    banner.append(words.old.replace("%c", current) + " ", to);
    var main = document.getElementById("page-content");
    var lead = document.querySelector(".lead");
    if (lead) lead.after(banner);
    else if (main) main.prepend(banner);
  }

  // The same chapter in another version, which may have it elsewhere; else that version's start.
  function go(base, start) {
    window.transferbuchPages = function (pages) {
      var there = pages[words.language];
      var address = there && (there[words.chapter || ""] || there[""]);
      location.href = address === undefined ? start : at(base, address) + location.search + location.hash;
    };
    load(base + "assets/pages.js", function () { location.href = start; });
  }

  function switcher(place, data) {
    var fold = document.createElement("details");
    var summary = document.createElement("summary");
    var list = document.createElement("ul");
    summary.textContent = words.switch;
    data.versions.forEach(function (other) {
      var base = other.version === data.current ? root : root + other.path;
      var start = at(base, "");
      var anchor = link(start, place.dataset.of + " " + other.version);
      if (other.version === words.version) anchor.setAttribute("aria-current", "true");
      anchor.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(base, start);
      });
      var item = document.createElement("li");
      item.append(anchor);
      list.append(item);
    });
    fold.append(summary, list);
    place.after(fold);
    fold.className = "version-switch";
  }

  window.transferbuchVersions = function (data) {
    var all = data.versions.map(function (other) { return other.version; });
    // What was the current one leads on from every address; what comes next may have new ones.
    var past = all.indexOf(words.version) > all.indexOf(data.current);
    if (isFrozen && data.current !== words.version) note(data.current, past ? words.address : "");
    var place = document.querySelector("p.version");
    if (place && data.versions.length > 1) switcher(place, data);
  };
  // A handbook that doesn't say where it is published learns its permanent address here.
  var cited = document.querySelector(".citation .address:empty");
  if (cited && !index) cited.textContent = root + frozen + words.address;
  load(root + "versions.js");
})();
