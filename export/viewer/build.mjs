// Bundles src/ with sigma.js and graphology into the one page dist/viewer.html, which the program carries.
//
//   npm ci && node build.mjs            writes dist/
//   npm ci && node build.mjs --check    fails when dist/ is not what src/ gives
import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The licence texts of the packages that went into the bundle, read from the packages. */
function licences(inputs) {
  const packages = [...new Set(inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean))].sort();
  const parts = ["The page viewer.html holds parts of these packages."];
  for (const name of packages) {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence text`);
    parts.push(`${name} ${version} (${license})`, readFileSync(join(folder, file), "utf8").trim());
  }
  return parts.join("\n\n") + "\n";
}

async function makePage() {
  const common = { bundle: true, minify: true, write: false, absWorkingDir: here, legalComments: "none", charset: "ascii" };
  const script = await build({ ...common, entryPoints: ["src/main.js"], format: "iife", target: ["es2021"], metafile: true });
  const style = await build({ ...common, entryPoints: ["src/style.css"] });
  const code = script.outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(code)) throw new Error("the bundle would end its own script element");
  const page = readFileSync(join(here, "src/index.html"), "utf8")
    .replace("/*STYLE*/", () => style.outputFiles[0].text.trim())
    .replace("/*SCRIPT*/", () => code);
  return { "viewer.html": page, "LICENCES.txt": licences(Object.keys(script.metafile.inputs)) };
}

const files = await makePage();
mkdirSync(join(here, "dist"), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const path = join(here, "dist", name);
  if (process.argv.includes("--check")) {
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
      console.error(`${path} is not what src/ gives; run: node build.mjs`);
      process.exit(1);
    }
  } else {
    writeFileSync(path, text);
  }
}
