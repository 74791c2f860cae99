// Draws SVG files in headless Chromium. usage: node svg_to_png.mjs WIDTH HEIGHT (FILE.svg FILE.png)...
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const [width, height] = process.argv.slice(2, 4).map(Number), files = process.argv.slice(4);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width, height } });
for (let i = 0; i + 1 < files.length; i += 2) {
  const svg = readFileSync(files[i], "utf8").replace(/^<\?xml.*?\?>|<!DOCTYPE[^>]*>/gs, "");
  await page.setContent(`<style>body { margin: 0; background: #fff } svg { width: 100vw; height: 100vh; display: block }</style>${svg}`);
  await page.screenshot({ path: files[i + 1] });
}
await browser.close();
