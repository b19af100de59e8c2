// The published site as readers meet it, in Chromium: without scripts, by keyboard, on a telephone and a desk, light and
// dark. Keeps full-page pictures for people to look at (KAYNAK_SCREENSHOTS, default build/screenshots).
//   node tests/browser/site_test.mjs                 the test; exit 77 where something it needs is missing
//   node tests/browser/site_test.mjs --docs-images   only makes docs/images/*.png again
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Newsroom, ROOT } from "./newsroom.mjs";

const SKIPPED = 77;
const CHROMIUM = "/usr/bin/chromium";
const SCREENSHOTS = process.env.KAYNAK_SCREENSHOTS || join(ROOT, "build/screenshots");
const FLAGSHIP = "https://songbao.example/the-gioi/orvania-mo-cua-xa-dap-karsa-4821377.html";

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(SKIPPED);
}

if (!existsSync(CHROMIUM)) skip(`no ${CHROMIUM}`);
const { chromium } = await import("playwright-core").catch(() =>
  skip("no node_modules in tests/browser (npm ci --prefix tests/browser)"));

let room;
let browser;

async function open() {
  room = await Newsroom.open();
  browser = await chromium.launch({  // with a new, empty profile
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

async function close() {
  await browser?.close();
  room?.close();
}

/** Collects what must never happen on any page: errors, dialogs, requests to other hosts. */
function watch(page, allowed = () => false) {
  const wrong = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !allowed(message)) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`script: ${error}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${room.url}/`) && !request.url().startsWith("data:"))
      wrong.push(`request to ${request.url()}`);
  });
  // What the window itself breaks off, because it goes on to the next page, is no fault of the site's.
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") wrong.push(`failed: ${request.url()} ${why}`);
  });
  return wrong;
}

/** A window. Without smooth scrolling: nothing may move while it is clicked or measured. */
async function windowOf(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(10_000);
  return context;
}

/** A test with a reader's page: scripts off, as the site promises to need none. */
function reader(name, steps) {
  test(name, async () => {
    const context = await windowOf({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      const wrong = watch(page);
      await steps(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  });
}

const texts = (locator) => locator.allInnerTexts().then((all) => all.map((text) => text.replace(/\s+/g, " ").trim()));
const shown = async (locator, text) => {
  await locator.first().waitFor({ timeout: 5000 });
  assert.match((await texts(locator)).join(" "), text);
};

/** Follows a headline of the front page. */
async function openStory(page, language, headline) {
  await page.goto(`${room.url}/${language}/`);
  await page.locator(".item h2 a", { hasText: headline }).first().click();
  await page.locator("article.story").waitFor();
}

/** Pictures for the documentation, not part of the test. */
async function makeDocsImages() {
  mkdirSync(join(ROOT, "docs/images"), { recursive: true });
  const page = await (await windowOf({ colorScheme: "light" })).newPage();
  for (const [name, url] of [["front-en", `${room.url}/en/`],
    ["article-tr", `${room.pageWith("tr", "orvania-mo-cua-xa-dap-karsa")}#o3`]]) {
    await page.goto(url);
    await page.evaluate(measure);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(ROOT, `docs/images/${name}.png`) });
  }
}

if (process.argv.includes("--docs-images")) {
  try {
    await open();
    await makeDocsImages();
  } finally {
    await close();
  }
  process.exit(0);
}

before(open, { timeout: 180_000 });
after(close);

// --- what a reader does

reader("a reader chooses a language and finds whose words the flagship's are", async (page) => {
  await page.goto(`${room.url}/`);
  await page.locator(".choice a[hreflang=tr]").click();
  assert.equal(await page.locator("html").getAttribute("lang"), "tr");
  assert.ok((await page.locator(".item").count()) >= 10);

  await page.locator(".item h2 a", { hasText: "Orvania, Karsa Barajı'nın kapaklarını açıyor" }).click();
  await shown(page.locator("h1"), /^Orvania, Karsa Barajı'nın kapaklarını açıyor: Vela'nın suyu Telmar'la paylaşılacak$/);
  await shown(page.locator(".byline"), /Ngọc Anh/);
  assert.deepEqual(await texts(page.locator(".chain li .m")), ["Orienta", "Reuters", "Song Báo", "Ngọc Anh", "Selin Karaca", "Kaynak Demo"]);
  assert.deepEqual((await texts(page.locator(".chain li"))).slice(-2), ["çeviri: Selin Karaca", "burada yayımlayan: Kaynak Demo"]);
  await shown(page.locator(".label.human"), /Vietnamca aslından çeviren: Selin Karaca/);
  assert.equal(await page.locator(".chain a", { hasText: "Song Báo" }).getAttribute("href"), FLAGSHIP);
  await shown(page.locator("#source .stations"), /Orienta.*Reuters.*Ngọc Anh.*Song Báo/);
});

reader("a sentence leads to its original, from there to the source, and back", async (page) => {
  await openStory(page, "tr", "Orvania, Karsa Barajı'nın kapaklarını açıyor");
  const original = page.locator("#o3");
  assert.equal(await original.isVisible(), false);
  await page.locator("#s3 a.n").click();
  assert.equal(await original.isVisible(), true);
  await shown(original, /^Quyết định này khép lại gần sáu năm bất đồng về con sông chảy qua hai nước\./);
  assert.equal(await original.locator("xpath=..").getAttribute("lang"), "vi");

  const link = new URL(await original.locator("a").first().getAttribute("href"));
  assert.equal(link.href.split("#")[0], FLAGSHIP);
  assert.match(link.hash, /^#:~:text=/);
  const [start, end] = link.hash.slice("#:~:text=".length).split(",").map(decodeURIComponent);
  assert.ok((await original.innerText()).startsWith(start));
  if (end) assert.ok((await original.innerText()).includes(end));

  await original.locator("a.back").click();
  assert.equal(new URL(page.url()).hash, "#s3");
  assert.equal(await original.isVisible(), false);

  await page.locator("h1 a.n").click();
  await shown(page.locator("#o0"), /^Orvania mở cửa xả đập Karsa, chia sẻ nước sông Vela với Telmar$/);
  await page.locator("label[for=originals]").click();
  const originals = page.locator(".orig li");
  const count = await originals.count();
  assert.ok(count >= 20);
  for (let at = 0; at < count; ++at) assert.equal(await originals.nth(at).isVisible(), true);
});

reader("a machine's edition says so, and the switcher leads through the languages", async (page) => {
  await openStory(page, "en", "After two years, the harbour bridge swings again");
  const change = async (language, lang = language) => {
    await page.locator(`.editions a[hreflang=${language}]`).click();
    await page.waitForURL(`**/${language}/2026/**`);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
  };
  await change("es");
  await shown(page.locator(".label.machine"), /Traducción automática del inglés.*Apertium/);
  await shown(page.locator(".chain"), /traducción automática: .*Apertium/);
  await change("ca");
  await shown(page.locator(".label.machine"), /Apertium/);
  await change("en");
  assert.equal(await page.locator(".label.machine").count(), 0);
  await shown(page.locator("h1"), /^After two years, the harbour bridge swings again$/);

  await page.locator(".langs a[hreflang=ca]").click();  // the masthead's menu stays with the story
  await page.waitForURL("**/ca/2026/**");
  await page.locator(".langs a[hreflang=ar]").click();
  await page.waitForURL("**/ar/");
});

reader("a comment waits for a person, then stands there as the text it is", async (page) => {
  const post = async (author, text) => {
    await openStory(page, "en", "After two years, the harbour bridge swings again");
    await page.fill("[name=author]", author);
    await page.fill("[name=text]", text);
    await page.locator(".comments form button").click();
    await shown(page.locator("[role=status]"), /Please check your comment and send it once more/);
    assert.equal(await page.inputValue("[name=text]"), text);
    await page.locator("form[method=post] button").click();
    await page.waitForURL("**/comment/thanks**");
    await shown(page.locator("[role=status]"), /Your comment will appear once it has been read/);
    await page.locator(".solo a").click();
  };
  const hostile = `I saw <b>both</b> bridges & <script>alert("bridge")</script> <img src=x onerror=alert(1)>`;
  await post("Nia <i>Okafor</i>", hostile);
  await shown(page.locator("h1"), /^After two years/);
  assert.equal(await page.locator(".comment").count(), 0);
  await post("A. Nobody", "Buy cheap bridges");

  const held = await room.held();
  assert.equal(held.length, 2);
  const id = (text) => held.find((comment) => JSON.stringify(comment).includes(text)).id;
  await room.run("comment", "approve", id("both"), "-C", room.folder);
  await room.run("comment", "reject", id("cheap"), "-C", room.folder);
  assert.deepEqual(await room.held(), []);

  await page.reload();
  await shown(page.locator("#comments-title"), /^Comments? \(1\)$/);
  assert.equal(await page.locator(".comment").count(), 1);
  assert.ok((await page.locator(".comment p").innerText()).includes(hostile));
  await shown(page.locator(".comment header b"), /^Nia <i>Okafor<\/i>$/);
  assert.equal(await page.locator(".comment :is(script, img, i)").count(), 0);
  assert.equal((await page.content()).includes("cheap bridges"), false);
});

reader("search finds a word, and says when there is none", async (page) => {
  await page.goto(`${room.url}/en/`);
  await page.locator(".nav a[href$=search]").click();
  await page.fill("[name=q]", "satellite");
  await page.locator("form[role=search] button").click();
  await shown(page.locator("[role=status]"), /\d+ articles/);
  await page.locator(".item h2 a", { hasText: "Lost satellite Halcyon-3 answers" }).click();
  await shown(page.locator("h1"), /^Lost satellite Halcyon-3 answers after 41 days of silence$/);
  await page.goto(`${room.url}/en/search?q=zyzzyva`);
  assert.equal(await page.locator(".item").count(), 0);
  assert.ok((await page.locator("main [role=status]").innerText()).length > 3);
});

test("a page that is not there says so in the folder's language", async () => {
  for (const [language, text] of [["tr", /Sayfa bulunamadı/], ["ar", /[\u0600-\u06ff]{3}/], ["en", /[Nn]ot found|no page/]]) {
    const answer = await fetch(`${room.url}/${language}/2026/11/19/no-such-page.html`);
    const body = await answer.text();
    assert.equal(answer.status, 404);
    assert.match(body, new RegExp(`<html lang="${language}"`));
    assert.match(body.match(/<h1>(.*?)<\/h1>/)[1], text);
  }
});

reader("the feed is linked and is RSS", async (page) => {
  await page.goto(`${room.url}/en/`);
  const href = await page.locator(".foot-links a[type='application/rss+xml']").getAttribute("href");
  assert.equal(href, await page.locator("link[type='application/rss+xml']").getAttribute("href"));
  const answer = await fetch(new URL(href, room.url));
  const feed = await answer.text();
  assert.match(answer.headers.get("content-type"), /xml/);
  assert.match(feed, /<rss version="2\.0"/);
  assert.match(feed, /<title>Museum screens greet visitors with &lt;script&gt;/);
});

test("the keyboard reaches the text past the menus, and focus is seen", async () => {
  const context = await windowOf();
  try {
    const page = await context.newPage();
    await page.goto(room.pageWith("tr", "orvania-mo-cua-xa-dap-karsa"));
    const focused = () => page.evaluate(() => {
      const { activeElement: element } = document;
      const box = element.getBoundingClientRect();
      return { tag: element.tagName, name: element.className, id: element.id, inMain: !!element.closest("main"),
        outline: getComputedStyle(element.matches(".toggle") ? element.nextElementSibling : element).outlineStyle,
        onScreen: box.top >= 0 && box.bottom <= innerHeight && box.right > 0 };
    });
    await page.keyboard.press("Tab");
    const first = await focused();
    assert.equal(first.name, "skip");
    assert.equal(first.onScreen, true);
    await page.keyboard.press("Enter");
    assert.equal((await focused()).id, "main");
    for (let step = 0; step < 15; ++step) {
      await page.keyboard.press("Tab");
      const now = await focused();
      assert.ok(now.inMain, `focus left the text: ${JSON.stringify(now)}`);
      assert.notEqual(now.outline, "none", JSON.stringify(now));
      assert.ok(now.onScreen, `focus is out of sight: ${JSON.stringify(now)}`);
    }
  } finally {
    await context.close();
  }
});

// --- how pages look

/** Pages of every kind: name, address, and what must be true of them. */
async function pages() {
  const of = (language, slug) => room.pageWith(language, slug);
  const flagship = "orvania-mo-cua-xa-dap-karsa";
  const bridge = of("en", "harbour-bridge");
  const article = (await (await fetch(bridge)).text()).match(/name="article" value="([^"]+)"/)[1];
  const form = new URLSearchParams({ article, back: bridge.slice(room.url.length) });
  return [
    ["choice", `${room.url}/`],
    ["front-en", `${room.url}/en/`],
    ["front-ar", `${room.url}/ar/`, { dir: "rtl" }],
    ["article-vi", of("vi", flagship)],
    ["article-tr", of("tr", flagship)],
    ["article-tr-originals", `${of("tr", flagship)}#o3`, { originals: true }],
    ["machine-es", of("es", "0f0c8541")],
    ["foreign-en", of("en", flagship)],
    ["article-ar", of("ar", "awrfanya"), { dir: "rtl" }],
    ["table-en", of("en", "what-a-cellar-full-of-seeds")],
    ["corrected-en", of("en", "tidebank-says-sorry")],
    ["excerpt-en", of("en", "silent-satellite-phones-home")],
    ["link-en", of("en", "the-satellite-that-would-not-stay-lost")],
    ["withdrawn-en", of("en", "eba85e36")],
    ["live-tr", of("tr", "canli-akcaburun")],
    ["script-en", of("en", "museum-screens")],
    ["wire-en", of("en", "lost-satellite-halcyon-3-answers")],
    ["outlet-vi", `${room.url}/vi/outlet/vn-song-bao.html`],
    ["outlets-ru", `${room.url}/ru/outlets.html`],
    ["search-en", `${room.url}/en/search?q=satellite`],
    ["missing-tr", `${room.url}/tr/no-such-page.html`, { status: 404 }],
    ["comment-form-en", `${room.url}/en/comment?${form}`],
  ];
}

/**
 * In the page: pictures that do not come, elements that are wider than the window without scrolling themselves, nodes
 * that stand alone on a line after their sentence.
 */
async function measure() {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  const scrolls = (element) => element && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX)
    || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !element.closest(".trap, .vh, .skip, .toggle")
      && !scrolls(element.parentElement);
  });
  const lonely = [...document.querySelectorAll(".n")].filter((node) => {
    const before = node.previousSibling, range = document.createRange();
    if (before?.nodeType !== Node.TEXT_NODE || !node.getClientRects().length) return false;
    range.setStart(before, before.length - 1);
    range.setEnd(before, before.length);
    const word = range.getBoundingClientRect();
    return node.getClientRects().length > 1 || node.getBoundingClientRect().top > word.bottom;
  });
  return {
    lonely: lonely.map((node) => node.parentElement.textContent.slice(0, 60)),
    missing: pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src),
    wide: wide.map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`),
    scrollWidth: document.documentElement.scrollWidth, innerWidth, dir: document.documentElement.dir,
    styled: getComputedStyle(document.body).marginTop === "0px",
  };
}

async function look(page, wrong, [name, url, { dir = "ltr", status = 200, originals = false } = {}], file) {
  wrong.length = 0;
  await page.mouse.move(0, 0);  // nothing may look touched
  const answer = await page.goto(url);
  assert.equal(answer?.status() ?? status, status, name);
  if (originals) await page.locator("label[for=originals]").click();
  const seen = await page.evaluate(measure);
  await page.screenshot({ path: file, fullPage: true });
  assert.deepEqual({ name, wrong: [...wrong], ...seen },
    { name, wrong: [], lonely: [], missing: [], wide: [], scrollWidth: seen.scrollWidth, innerWidth: seen.innerWidth, dir, styled: true });
  assert.ok(seen.scrollWidth <= seen.innerWidth, `${name}: scrolls sideways, ${seen.scrollWidth} > ${seen.innerWidth}`);
}

/** Every kind of page in one window. Scripts are on here: a text that became one would open a dialog. */
async function lookAtAll(width, colorScheme) {
  const context = await windowOf({ viewport: { width, height: 900 }, colorScheme });
  const failures = [];
  try {
    const page = await context.newPage();
    // Chromium reports the answer 404 of the page itself: it is what was asked for.
    const wrong = watch(page, (message) => message.location().url.endsWith("/no-such-page.html"));
    for (const entry of await pages()) {
      const file = join(SCREENSHOTS, `${entry[0]}-${width}-${colorScheme}.png`);
      await look(page, wrong, entry, file).catch((error) => failures.push(error.message));
    }
  } finally {
    await context.close();
  }
  assert.deepEqual(failures, []);
}

test("every kind of page fits, on a telephone and a desk, light and dark", async (t) => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const width of [360, 1440])
    await Promise.all(["light", "dark"].map((scheme) => t.test(`${width} ${scheme}`, () => lookAtAll(width, scheme))));
});
