// Uses the page of `actant export --to html` as a person would, in headless Chromium without a network.
//
//   node viewer_test.mjs PAGE.html [--screenshot FILE.png] [--large PAGE.html]
//
// PAGE is the graph of examples/archive. Exit code 0 when search, filters, clicks and keys do what they should.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { rangeOf } from "../../export/viewer/src/range.js";

const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const page_file = process.argv[2];
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
assert(executablePath, "Chromium is not installed");

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"] });
let passed = 0;

async function test(name, body) {
  await body();
  ++passed;
  console.log(`ok ${name}`);
}

async function open(file, renderer = "") {
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || trouble.push(`asks the network: ${request.url()}`));
  await page.goto(`${pathToFileURL(resolve(file)).href}#${renderer}`);
  await page.waitForFunction(() => window.actantViewer?.picture.renderer.getNodeDisplayData("0"), null, { timeout: 120000 });
  return { page, trouble };
}

/** Waits until the camera rests and the picture is drawn: a loaded machine takes its time. */
async function settled(page) {
  await page.waitForFunction(() => !window.actantViewer.picture.renderer.getCamera().isAnimated());
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const status = (page) => page.locator("#status").textContent();
const shownRelations = async (page) => Number(/, ([\d,]+) of/.exec(await status(page))[1].replace(/,/g, ""));

/** Where a node or the middle of a line stands on the screen. */
const placeOfNode = (page, label) => page.evaluate((name) => {
  const { graph, picture } = window.actantViewer;
  const node = graph.nodes.find((candidate) => candidate.label === name);
  const box = document.getElementById("graph").getBoundingClientRect();
  const at = picture.renderer.graphToViewport(node);
  return { x: box.x + at.x, y: box.y + at.y };
}, label);

const clearLine = (page) => page.evaluate(() => {
  // A line whose middle no node covers and no other line crosses near by: the longest will do.
  const { graph, picture } = window.actantViewer;
  const box = document.getElementById("graph").getBoundingClientRect();
  const at = (node) => picture.renderer.graphToViewport(node);
  let best = null;
  for (const pair of graph.pairs.values()) {
    if (pair.a === pair.b || picture.drawn.getEdgeAttribute(pair.id, "hidden")) continue;
    const [a, b] = [at(graph.nodes[pair.a]), at(graph.nodes[pair.b])];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const inside = middle.x > 40 && middle.y > 40 && middle.x < box.width - 60 && middle.y < box.height - 60;
    const free = graph.nodes.every((node) => Math.hypot(at(node).x - middle.x, at(node).y - middle.y) > 16);
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    if (inside && free && (!best || length < best.length)) best = { id: pair.id, x: box.x + middle.x, y: box.y + middle.y, length };
  }
  return best;
});

await test("a few old days do not take the time slider from the others", async () => {
  const days = Array.from({ length: 200 }, (_, i) => 20000 + i);
  assert.deepEqual(rangeOf(days, 20000, 20199), [20000, 20199]);
  assert.deepEqual(rangeOf([0, 5, ...days], 0, 20199), [20002, 20199]);
  assert.deepEqual(rangeOf([...days, 60000], 20000, 60000), [20000, 20196]);
  assert.deepEqual(rangeOf([0, 20000], 0, 20000), [0, 20000]);
});

// All that the page is for, with one of its two ways to draw.
async function use(renderer) {
  const { page, trouble } = await open(page_file, renderer);

  await test(`${renderer}: the whole graph is shown`, async () => {
    const [shown, of] = await page.evaluate(() => [window.actantViewer.graph.edges.length, window.actantViewer.graph.nodes.length]);
    assert(of > 50 && shown > 50);
    assert.equal(await shownRelations(page), shown);
  });

  await test(`${renderer}: search finds a name by an alias's beginning and opens it with the keyboard alone`, async () => {
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search");
    await page.keyboard.type("halldors");
    assert.match(await page.locator("#matches li").first().textContent(), /Halldorsdottir.*\d articles?$/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    assert.match(await page.locator("#details h2").textContent(), /Halldorsdottir/);
    assert(await page.locator("#details .ties button").count() > 3);
  });

  await test(`${renderer}: no name of the neighbours of a busy node lies on another`, async () => {
    await settled(page);
    const texts = await page.evaluate(async () => {
      const { graph, picture } = window.actantViewer, chosen = picture.selected;
      const busiest = graph.nodes.reduce((best, node) => (picture.drawn.degree(node.index) > picture.drawn.degree(best.index) ? node : best));
      picture.selected = { node: busiest.index };
      picture.renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 3 });
      const drawing = async () => {
        picture.renderer.refresh();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      };
      await drawing();
      const drawn = [], draw = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
        drawn.push({ text, x, y, width: this.measureText(text).width });
        return draw.call(this, text, x, y, ...rest);
      };
      await drawing();
      CanvasRenderingContext2D.prototype.fillText = draw;
      picture.selected = chosen;
      return drawn;
    });
    assert(texts.length > 3);
    for (const a of texts) {
      for (const b of texts) assert(a.text === b.text || Math.abs(a.y - b.y) > 8 || a.x >= b.x + b.width || b.x >= a.x + a.width, `${a.text} / ${b.text}`);
    }
  });

  await test(`${renderer}: an edge in the list opens its sentences with source, date and link`, async () => {
    await page.locator("#details .ties button").first().focus();
    await page.keyboard.press("Enter");
    assert(await page.locator("#details blockquote").count() > 0);
    assert(await page.locator("#details blockquote mark").count() > 0);
    assert.match(await page.locator("#details cite").first().textContent(), /\d{4}-\d\d-\d\d · /);
    assert.match(await page.locator("#details cite a").first().getAttribute("href"), /^https:\/\//);
    const [, begin, end] = /^characters (\d+)-(\d+) of (.*examples\/archive\/[\w-]+\.txt)$/.exec(await page.locator("#details cite.origin").first().textContent());
    assert(Number(begin) < Number(end));
  });

  await test(`${renderer}: Escape goes back`, async () => {
    await page.keyboard.press("Escape");
    assert(await page.locator("#details").isHidden());
  });

  await test(`${renderer}: a click on a node opens it`, async () => {
    await settled(page);
    await page.keyboard.press("0");
    await settled(page);
    const place = await placeOfNode(page, "Sigrun Halldorsdottir");
    await page.mouse.move(place.x, place.y);
    await page.mouse.click(place.x, place.y);
    await page.waitForSelector("#details:not([hidden])");
    assert.match(await page.locator("#details h2").textContent(), /Sigrun Halldorsdottir/);
    await page.keyboard.press("Escape");
  });

  await test(`${renderer}: a click on an edge opens its sentences`, async () => {
    await page.keyboard.press("0");
    await settled(page);
    const line = await clearLine(page);
    await page.waitForTimeout(500);  // two clicks at once would be a double click
    await page.mouse.move(line.x - 3, line.y);
    await page.mouse.move(line.x, line.y);
    await page.mouse.click(line.x, line.y);
    await page.waitForSelector("#details:not([hidden])");
    assert(await page.locator("#details blockquote").count() > 0);
    await page.keyboard.press("Escape");
  });

  await test(`${renderer}: relation filter`, async () => {
    const all = await shownRelations(page);
    await page.getByRole("button", { name: "No relations" }).click();
    assert.equal(await shownRelations(page), 0);
    await page.locator("#relations input[value=accused]").check();
    const accused = await page.evaluate(() => window.actantViewer.graph.edges.filter((edge) => edge.r === "accused").length);
    assert(accused > 0);
    assert.equal(await shownRelations(page), accused);
    await page.getByRole("button", { name: "All relations" }).click();
    assert.equal(await shownRelations(page), all);
  });

  await test(`${renderer}: type filter`, async () => {
    const all = await shownRelations(page);
    await page.locator("#types input[value=person]").uncheck();
    const without = await page.evaluate(() => {
      const { edges, nodes } = window.actantViewer.graph;
      return edges.filter((edge) => nodes[edge.s].type !== "person" && nodes[edge.o].type !== "person").length;
    });
    assert.equal(await shownRelations(page), without);
    assert(without < all);
    await page.locator("#types input[value=person]").check();
  });

  await test(`${renderer}: time slider, by keyboard`, async () => {
    const all = await shownRelations(page);
    await page.locator("#since").focus();
    await page.keyboard.press("End");
    assert(await shownRelations(page) < all);
    const kept = await page.evaluate(() => {
      const { graph, state } = window.actantViewer;
      return graph.edges.filter((edge) => edge.ev.some((sentence) => sentence.to >= state.since)).length;
    });
    assert.equal(await shownRelations(page), kept);
    await page.keyboard.press("Home");
    assert.equal(await shownRelations(page), all);
  });

  await test(`${renderer}: zoom and movement by keyboard`, async () => {
    const camera = () => page.evaluate(() => window.actantViewer.picture.renderer.getCamera().getState());
    await page.locator("#graph").focus();
    const before = await camera();
    await page.keyboard.press("+");
    await settled(page);
    assert((await camera()).ratio < before.ratio);
    await page.keyboard.press("ArrowRight");
    await settled(page);
    assert((await camera()).x > before.x);
    await page.keyboard.press("0");
    await settled(page);
  });

  if (renderer === "webgl" && argument("--screenshot")) {
    await page.fill("#search", "Halldors");
    await page.keyboard.press("Enter");
    await settled(page);
    await page.keyboard.press("0");
    await settled(page);
    await page.screenshot({ path: argument("--screenshot") });
  }
  assert.deepEqual(trouble, []);
  await page.close();
}

if (page_file && !page_file.startsWith("--")) {
  for (const renderer of ["webgl", "canvas"]) await use(renderer);
}

// In milliseconds, for a page of 5,000 nodes and 46,000 edges, without a graphics card.
const LIMITS = { opened: 20000, found: 3000, filtered: 3000, frame: 500, sentences: 3000 };

/** How many times as long as its processor time a computation takes, because of the other programs of the machine; at least 1. */
function waiting() {
  const begin = performance.now(), before = process.cpuUsage();
  let used = 0;
  while (used < 300000) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return Math.max(1, (performance.now() - begin) * 1000 / used);
}

if (argument("--large")) {
  await test("thousands of nodes stay usable", async () => {
    const took = {};
    let busy = waiting();
    const timed = async (name, body) => {
      const begin = performance.now();
      const result = await body();
      took[name] = Math.round(performance.now() - begin);
      return result;
    };
    const large = await timed("opened", () => open(argument("--large")));
    const { nodes, edges, label } = await large.page.evaluate(() => {
      const { graph } = window.actantViewer;
      const best = graph.nodes.reduce((a, b) => (b.ties.length > a.ties.length ? b : a));
      return { nodes: graph.nodes.length, edges: graph.edges.length, label: best.label };
    });
    // From one picture to the next while an arrow key moves them: the middle one.
    took.frame = await large.page.evaluate(async () => {
      const { picture } = window.actantViewer;
      const next = () => new Promise(requestAnimationFrame);
      const times = [];
      for (let i = 0; i < 9; ++i) {
        picture.move(i % 2 ? 0.1 : -0.1, 0);
        for (let start = performance.now(); picture.renderer.getCamera().isAnimated(); start = performance.now()) {
          await next();
          times.push(performance.now() - start);
        }
      }
      return Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
    });
    await timed("found", async () => {
      await large.page.fill("#search", label);
      await large.page.keyboard.press("Enter");
      await large.page.waitForSelector("#details .ties button");
    });
    await timed("sentences", async () => {
      await large.page.locator("#details .ties button").first().focus();
      await large.page.keyboard.press("Enter");
      await large.page.waitForSelector("#details blockquote mark");
    });
    const before = await shownRelations(large.page);
    await timed("filtered", () => large.page.locator("#types input").first().uncheck());
    assert(await shownRelations(large.page) < before);
    busy = Math.max(busy, waiting());
    console.log(`  ${nodes} nodes, ${edges} edges, programs wait ${busy.toFixed(1)} times as long as they work, in ms: ${Object.entries(took).map(([name, ms]) => `${name} ${ms}`).join(", ")}`);
    assert(nodes >= 5000 && edges >= 40000);
    for (const [name, ms] of Object.entries(took)) assert(ms < LIMITS[name] * busy, `${name}: ${ms} ms, at most ${LIMITS[name]} times ${busy}`);
    assert.deepEqual(large.trouble, []);
  });
}
await browser.close();
console.log(`${passed} passed, 0 failed`);
