// Photos as Chromium makes them, and a handbook of them: a town under a sky, with the noise of a sensor.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browse.mjs";

/** So many photos as JPEG files, the same in every run. */
export async function photos(count, width = 2400, height = 1800) {
  const browser = await launch();
  const page = await browser.newPage();
  const made = [];
  for (let number = 0; number < count; number += 1) {
    const data = await page.evaluate(draw, { seed: number, width, height });
    made.push(Buffer.from(data.split(",")[1], "base64"));
  }
  await browser.close();
  return made;
}

/** Draws a photo; runs in the browser. */
function draw({ seed, width, height }) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  let random = 7919 * (seed + 1);
  const next = () => (random = (random * 16807) % 2147483647) / 2147483647;
  const fade = (from, to, above, below) => {
    const colours = context.createLinearGradient(0, from, 0, to);
    colours.addColorStop(0, above);
    colours.addColorStop(1, below);
    context.fillStyle = colours;
  };
  const hue = 190 + 30 * next();
  fade(0, height * 0.7, `hsl(${hue} 60% 48%)`, `hsl(${hue - 150} 60% 88%)`);
  context.fillRect(0, 0, width, height);
  for (let n = 0; n < 60; n += 1) {
    const [x, y, size] = [next() * width, next() * height * 0.45, (0.03 + 0.12 * next()) * width];
    const cloud = context.createRadialGradient(x, y, 0, x, y, size);
    cloud.addColorStop(0, "rgb(255 255 255 / .35)");
    cloud.addColorStop(1, "rgb(255 255 255 / 0)");
    context.fillStyle = cloud;
    context.fillRect(x - size, y - size, 2 * size, 2 * size);
  }
  for (let row = 0; row < 3; row += 1) {
    const ground = height * (0.62 + 0.13 * row);
    let x = -next() * width * 0.1;
    while (x < width) {
      const [wide, high] = [width * (0.06 + 0.07 * next()), height * (0.12 + 0.16 * next())];
      fade(ground - high, ground, `hsl(${20 + 40 * next()} 35% ${72 - 12 * row}%)`, `hsl(30 25% ${50 - 10 * row}%)`);
      context.fillRect(x, ground - high, wide, high + height * 0.2);
      context.fillStyle = `hsl(${8 + 14 * next()} 50% ${42 - 6 * row}%)`;
      context.beginPath();
      context.moveTo(x - wide * 0.05, ground - high);
      context.lineTo(x + wide / 2, ground - high - wide * 0.5);
      context.lineTo(x + wide * 1.05, ground - high);
      context.fill();
      context.fillStyle = `hsl(215 30% ${30 + 25 * next()}%)`;
      for (let window = 0; window < 6; window += 1) {
        const [column, floor] = [window % 3, Math.floor(window / 3)];
        context.fillRect(x + wide * (0.14 + 0.28 * column), ground - high * (0.85 - 0.4 * floor), wide * 0.14, high * 0.2);
      }
      x += wide * (1.02 + 0.4 * next());
    }
  }
  fade(height * 0.86, height, "hsl(40 12% 62%)", "hsl(40 10% 40%)");
  context.fillRect(0, height * 0.88, width, height * 0.12);
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    const noise = (next() - 0.5) * 14;
    for (let part = 0; part < 3; part += 1) image.data[at + part] += noise;
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.92);
}

const TEXT =
  "Am Markt stehen an jedem Samstag Stühle im Kreis. Wer vorbeikommt, setzt sich dazu und sagt, was in der Stadt fehlt. " +
  "Zwei Fachleute schreiben mit und antworten noch am selben Tag, was daraus werden kann. ";

/** Writes a handbook with a section of chapters that have pictures, and one chapter of several. */
export async function writePhotoHandbook(folder) {
  const places = [
    ["Stühle auf dem Markt", "Alle, die vorbeikommen, sagen, was in der Stadt fehlt."],
    ["Gang durch das Viertel", "Wer dort wohnt, zeigt den Fachleuten, worum es geht."],
    ["Offene Werkstatt", "Ein leerer Laden wird für eine Woche zum Rathaus."],
    ["Gespräch am Küchentisch", "Die Bürgermeisterin kommt zu den Leuten nach Hause."],
  ];
  const section = join(folder, "content/orte");
  mkdirSync(section, { recursive: true });
  const made = await photos(places.length);
  const write = (path, text) => writeFileSync(join(folder, path), text);
  write("handbook.yml", "title: Beteiligung vor Ort\nseverity: {missing-legal-page: off}\n");
  write("content/index.md", "# Beteiligung vor Ort\n\nWas wir draußen gelernt haben.\n");
  write("content/orte/index.md", "# Orte\n\nWo man Menschen trifft, die nie ins Rathaus kommen.\n");
  places.forEach(([title, summary], number) => {
    writeFileSync(join(section, `foto-${number}.jpg`), made[number]);
    const image = `{file: foto-${number}.jpg, alt: "${title}: Häuser unter einem hellen Himmel", credit: "Foto: A. Muster, CC BY 4.0"}`;
    const others = number === 0 ? [0, 1, 2] : [number];
    const shown = others.map(
      (other) => `![Häuser unter einem hellen Himmel](foto-${other}.jpg "${places[other][0]}. Foto: A. Muster, CC BY 4.0")`,
    );
    const text = shown.map((image) => `${image}\n\n${TEXT.repeat(3)}`).join("\n\n");
    write(`content/orte/ort-${number}.md`, `---\ntitle: ${title}\nsummary: ${summary}\nimage: ${image}\n---\n${TEXT}\n\n${text}\n`);
  });
}
