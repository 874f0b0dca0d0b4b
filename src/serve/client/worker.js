// Listens once for all tabs of a browser, for as long as there is one.
const ports = new Set();
let stream = null;
let last;

addEventListener("connect", ({ ports: [port] }) => {
  ports.add(port);
  // A tab says only one thing: that it goes.
  port.onmessage = () => {
    ports.delete(port);
    if (ports.size > 0) return;
    stream.close();
    stream = null;
    last = undefined;
  };
  if (last !== undefined) port.postMessage([last, []]);
  stream ??= openStream(new URL("events", location.href), (there, saved) => {
    last = there;
    for (const each of ports) each.postMessage([there, saved]);
  });
});
