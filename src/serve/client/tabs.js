// One connection for all tabs of a browser, which has six for a server: the seventh tab would never
// load.
//
// 1. A shared worker listens for all of them.
// 2. Where there is none, one of the tabs that can be seen does, and hands over when it is left.
// 3. Where tabs can't agree on one, each listens by itself while it can be seen.
const listen = (base, tell) => {
  const at = (name) => new URL(name, base);
  if (typeof SharedWorker !== "function") return listenInTabs(at("events"), tell);
  let current;
  try {
    const worker = new SharedWorker(at("worker.js"));
    worker.port.onmessage = ({ data }) => tell(...data);
    current = {
      close() {
        worker.port.postMessage("close");
        worker.port.close();
      },
    };
    worker.onerror = () => {
      current = listenInTabs(at("events"), tell);
    };
  } catch {
    current = listenInTabs(at("events"), tell);
  }
  return { close: () => current.close() };
};

const listenInTabs = (address, tell) => {
  const name = "transferbuch-preview";
  const shared = navigator.locks && typeof BroadcastChannel === "function";
  const channel = shared ? new BroadcastChannel(name) : null;
  if (channel) channel.onmessage = ({ data }) => tell(...data);
  let leave = null;

  const lead = () => {
    const stream = openStream(address, (there, saved) => {
      channel?.postMessage([there, saved]);
      tell(there, saved);
    });
    return () => stream.close();
  };
  const begin = () => {
    if (leave) return;
    if (!channel) {
      leave = lead();
      return;
    }
    const waiting = new AbortController();
    leave = () => waiting.abort();
    const holdLock = () =>
      new Promise((release) => {
        const close = lead();
        leave = () => {
          close();
          release();
        };
      });
    // It is refused when this tab doesn't want it any more.
    navigator.locks.request(name, { signal: waiting.signal }, holdLock).catch(() => {});
  };
  const end = () => {
    leave?.();
    leave = null;
  };
  const change = () => {
    if (document.visibilityState === "hidden") {
      end();
    } else {
      begin();
      tell(true, []);
    }
  };
  document.addEventListener("visibilitychange", change);
  change();
  return {
    close() {
      document.removeEventListener("visibilitychange", change);
      end();
      channel?.close();
    },
  };
};

// Tells when the program has been away for a while, and when it is back: one that is started again at once, or a
// laptop that wakes, is no news.
const goneFor = 1500;
const watchAbsence = (tell) => {
  let goes = null;
  return (there) => {
    if (there) {
      clearTimeout(goes);
      goes = null;
      tell(false);
    } else {
      // Each attempt to reach it fails anew.
      goes ??= setTimeout(() => tell(true), goneFor);
    }
  };
};
