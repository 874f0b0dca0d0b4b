// Listens to the server until it is closed: tells `true` whenever there may be something new, also
// after the program was away, and `false` when it can't be reached. With `true` comes what a save has
// made of the pages that were saved, if that is known.
const openStream = (address, tell) => {
  let events;
  let timer;
  const open = () => {
    events = new EventSource(address);
    events.onopen = () => tell(true, []);
    events.onmessage = ({ data }) => tell(true, JSON.parse(data));
    events.onerror = () => {
      tell(false, []);
      // A broken connection is tried again by the browser itself, a refused one isn't.
      if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, 1000);
    };
  };
  open();
  return {
    close() {
      clearTimeout(timer);
      events.close();
    },
  };
};
