// Listens to the server until it is closed: tells `true` whenever there may be something new, also
// after the program was away, and `false` when it can't be reached. With `true` comes what a save has
// made of the pages that were saved, if that is known.
//
// The server shows now and then that it is there. Where it doesn't, the connection is dead without a word,
// as after a laptop slept: it is opened anew.
const silence = 40_000;
const look = 5_000;
const openStream = (address, tell) => {
  let events;
  let timer;
  let heard;
  const open = () => {
    const hear = () => {
      heard = Date.now();
    };
    hear();
    events = new EventSource(address);
    events.onopen = () => {
      hear();
      tell(true, []);
    };
    events.onmessage = ({ data }) => {
      hear();
      tell(true, JSON.parse(data));
    };
    events.addEventListener("alive", hear);
    events.onerror = () => {
      hear();
      tell(false, []);
      // A broken connection is tried again by the browser itself, a refused one isn't.
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, 1000);
    };
  };
  open();
  const watchdog = setInterval(() => {
    if (Date.now() - heard < silence) return;
    clearTimeout(timer);
    events.close();
    open();
  }, look);
  return {
    close() {
      clearInterval(watchdog);
      clearTimeout(timer);
      events.close();
    },
  };
};
