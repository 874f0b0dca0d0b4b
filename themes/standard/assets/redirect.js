// Leads on from a former address and takes query and anchor along, which the page's own
// redirect, for browsers without script, can't.
(function () {
  "use strict";
  location.replace(document.currentScript.dataset.to + location.search + location.hash);
})();
