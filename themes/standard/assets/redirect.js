// Leads on from a former address and takes the part behind the # along, which the page's own
// redirect, for browsers without script, can't.
(function () {
  "use strict";
  location.replace(document.currentScript.dataset.to + location.hash);
})();
