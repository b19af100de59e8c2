// The demo newsroom for the browser's tests: made, served and asked by the program under test.
import { spawn, execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const KAYNAK = process.env.KAYNAK || join(ROOT, "build/release/kaynak");
const START_SECONDS = 20;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export class Newsroom {
  /** Runs the samples through every stage and serves the site they make. */
  static async open() {
    if (!existsSync(KAYNAK)) throw new Error(`no program at ${KAYNAK}; build it first (make)`);
    const room = new Newsroom();
    room.temporary = mkdtempSync(join(tmpdir(), "kaynak-browser-"));
    room.folder = join(room.temporary, "room");
    const port = await freePort();
    room.url = `http://127.0.0.1:${port}`;
    room.environment = { ...process.env, KAYNAK_SERVE_PORT: `${port}`, KAYNAK_SITE_BASE_URL: room.url };
    try {
      await room.run("demo", room.folder, "--no-serve");
      await room.serve();
    } catch (error) {
      room.close();
      throw error;
    }
    return room;
  }

  async serve() {
    let said = "";
    this.server = spawn(KAYNAK, ["serve", "-C", this.folder], { env: this.environment, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.server.stdout, this.server.stderr]) stream.on("data", (bytes) => (said += bytes));
    for (let tries = 0; tries < START_SECONDS * 10; ++tries) {
      if (this.server.exitCode !== null) break;
      if (await fetch(`${this.url}/healthz`).then((answer) => answer.ok, () => false)) return;
      await wait(100);
    }
    throw new Error(`kaynak serve does not answer on ${this.url}\n${said}`);
  }

  /** Runs kaynak; returns its standard output, or throws with what it said. */
  async run(...args) {
    const done = await promisify(execFile)(KAYNAK, args, { env: this.environment, maxBuffer: 64 << 20 });
    return done.stdout;
  }

  /** Comments waiting for a decision. */
  async held() {
    const text = await this.run("comment", "list", "--json", "-C", this.folder);
    return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  }

  /** Address of the one article of a language that has `part` in its file's name. */
  pageWith(language, part) {
    const folder = join(this.folder, "site", language, "2026");
    const found = readdirSync(folder, { recursive: true }).filter((name) => name.includes(part) && name.endsWith(".html"));
    if (found.length !== 1) throw new Error(`${found.length} pages of ${language} have “${part}” in their names, not 1`);
    return `${this.url}/${language}/2026/${found[0]}`;
  }

  close() {
    this.server?.kill("SIGTERM");
    rmSync(this.temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}
