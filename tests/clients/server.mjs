import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const email = "admin@example.org";
const password = "a-long-test-password";

/** The server as a process of its own, over a temporary data folder. */
export class Server {
  #dll;
  #data = mkdtempSync(join(tmpdir(), "livefeed-clients-"));
  #process;
  #token;
  address;

  constructor(dll, port = 0) {
    this.#dll = dll;
    this.address = `http://127.0.0.1:${port}`;
    process.once("exit", () => this.#remove());
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  }

  /** Starts, and signs in the administrator. After a kill: on the same port, over the same data. */
  async start() {
    const settings = [
      "--environment=Production", `--urls=${this.address}`, `--LiveFeed:DataDirectory=${this.#data}`,
      "--LiveFeed:Jwt:SigningKey=a-signing-key-of-the-tests-and-of-nobody-else",
      `--LiveFeed:Admin:Email=${email}`, `--LiveFeed:Admin:Password=${password}`, "--LiveFeed:RateLimits:Enabled=false",
    ];
    this.#process = spawn("dotnet", [this.#dll, ...settings], { stdio: ["ignore", "pipe", "inherit"] });
    this.address = await listening(this.#process);
    this.#token = (await this.post("/api/auth/login", { email, password })).accessToken;
  }

  /** SIGKILL: no handler, no flush, no goodbye. */
  async kill() {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  get(path) {
    return this.#send("GET", path);
  }

  post(path, body) {
    return this.#send("POST", path, body);
  }

  put(path, body) {
    return this.#send("PUT", path, body);
  }

  patch(path, body) {
    return this.#send("PATCH", path, body);
  }

  async #send(method, path, body) {
    const response = await fetch(this.address + path, {
      method,
      headers: { "Content-Type": "application/json", ...(this.#token && { Authorization: `Bearer ${this.#token}` }) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text && JSON.parse(text);
  }

  #remove() {
    this.#process?.kill("SIGKILL");
    rmSync(this.#data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function listening(process) {
  const lines = createInterface(process.stdout);
  const written = [];
  for await (const line of lines) {
    const [, address] = line.split("Now listening on: ");
    if (address) {
      // Read on, so that the pipe never fills.
      process.stdout.resume();
      return address;
    }
    written.push(line);
  }
  throw new Error(`The server did not start:\n${written.join("\n")}`);
}
