// CPU time and text of Mozilla's Readability.js over a folder of pages.
//   node readability.mjs jsdom|linkedom FOLDER ROUNDS TEXTS.jsonl
// Prints one JSON object. Measured is all that a page costs: decoding, parsing, Readability.parse(). CPU time is the
// process's, so V8's collector and compiler threads count; a few pages are run to warm up, and the fastest of the rounds
// counts. TEXTS.jsonl gets {id, text, title} a page, made outside the measured part.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import sniffEncoding from "html-encoding-sniffer";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";

const WARM_UP_PAGES = 5;
const BLOCKS = new Set(("ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER " +
  "HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL").split(" "));

const readers = {
  linkedom(html) {
    return new Readability(parseHTML(html).document).parse();
  },
  jsdom(html) {
    const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() }); // pages' style sheets have errors: not ours
    const article = new Readability(window.document).parse();
    window.close();
    return article;
  },
};

function decoded(bytes) {
  const charset = sniffEncoding(bytes, { defaultEncoding: "utf-8" });
  return new TextDecoder(charset === "x-user-defined" ? "windows-1252" : charset).decode(bytes);
}

/** An article, null where there is none, undefined where the page broke the reader. */
function read(reader, bytes) {
  try {
    return reader(decoded(bytes));
  } catch {
    return undefined;
  }
}

/** Text of an article's HTML with a line a block, as the scorer wants it. */
function linesOf(content) {
  const parts = [];
  const walk = (node) => {
    if (node.nodeType === 3) parts.push(node.data.replace(/\s+/g, " "));
    const block = BLOCKS.has(node.nodeName);
    if (block) parts.push("\n");
    for (const child of node.childNodes) walk(child);
    if (block) parts.push("\n");
  };
  walk(parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.body);
  return parts.join("").split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

function main([dom, folder, rounds, texts]) {
  const reader = readers[dom];
  const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  const pages = names.map((name) => readFileSync(join(folder, name)));
  for (const page of pages.slice(0, WARM_UP_PAGES)) read(reader, page);
  let cpu = Infinity, articles = [];
  for (let round = 0; round < Number(rounds); ++round) {
    const start = process.cpuUsage();
    articles = pages.map((page) => read(reader, page));
    const { user, system } = process.cpuUsage(start);
    cpu = Math.min(cpu, user + system);
  }
  const lines = articles.map((a, i) => JSON.stringify(
    { id: names[i].replace(/\.html$/, ""), text: a?.content ? linesOf(a.content) : "", title: a?.title ?? "" }));
  writeFileSync(texts, lines.join("\n") + "\n");
  const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;
  const found = articles.filter(Boolean).length, broken = articles.filter((a) => a === undefined).length;
  console.log(JSON.stringify({
    name: `Readability.js ${version("@mozilla/readability")} on ${dom} ${version(dom)}`, node: process.version, pages: pages.length,
    articles: found, broken, whole: cpu / Math.max(pages.length, 1),
  }));
}

main(process.argv.slice(2));
