// Packs the client library for npm, installs it as others would, without a network, and uses it from Node.js and TypeScript.
// node run.mjs SERVER_DLL
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Server } from "../clients/server.mjs";

const patience = 60_000;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const [dll] = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), "livefeed-package-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

function execute(program, args, cwd) {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

async function check(name, work) {
  try {
    await work();
    counts.passed++;
    console.log(`  passed: ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`  failed: ${name}: ${[error.message, error.stdout, error.stderr].filter(Boolean).join("\n")}`);
  }
}

function expect(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

const installed = (file) => join(folder, "node_modules", "livefeed-client", file);

await check("it is packed and installs without a network", () => {
  const [{ filename, files, version }] = JSON.parse(execute("npm", ["pack", "--json", "--silent", "--pack-destination", folder], path("../../clients/npm")));
  const names = files.map((file) => file.path);
  for (const needed of ["LICENSE", "README.md", "livefeed.js", "livefeed.d.ts", "js/client/connect.js"]) expect(names.includes(needed), `It has no ${needed}.`);
  expect(names.every((name) => !name.startsWith("js/") || name.startsWith("js/client/")), `It has more than the library: ${names}`);
  const product = /<Version>(.+)<\/Version>/.exec(readFileSync(path("../../Directory.Build.props"), "utf8"))[1];
  expect(version === product, `It has the version ${version}, and LiveFeed is ${product}.`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  execute("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`], folder);
  expect(existsSync(installed("livefeed.js")), "It is not installed.");
});

await check("a program in TypeScript compiles", () => {
  cpSync(path("consumer.ts"), join(folder, "consumer.ts"));
  const options = { strict: true, noEmit: true, target: "es2024", module: "nodenext", lib: ["es2024", "dom"], types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["consumer.ts"] }));
  execute(path("node_modules/.bin/tsc"), ["--project", folder], folder);
});

await check("a program in Node.js follows an event through a kill of the server, and ends", async () => {
  const server = new Server(dll);
  await server.start();
  await server.post("/api/events", { id: "cup", name: "Cup", sport: "generic", visibility: "public" });
  await server.put("/api/events/cup/schedule", { teams: [{ id: 1, name: "A" }, { id: 2, name: "B" }], matches: [{ id: 1, team1Id: 1, team2Id: 2 }] });
  await server.post("/api/events/cup/claims/1", {});
  const score = (team1) => server.post("/api/events/cup/scores", { matchId: 1, sets: [{ team1, team2: 0 }], status: "inProgress" });

  cpSync(path("consumer.mjs"), join(folder, "consumer.mjs"));
  const program = spawn("node", ["--no-warnings", "consumer.mjs", `${server.address}/`], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const late = setTimeout(() => program.kill(), patience);
  const said = [];
  let kills = 0;
  for await (const line of createInterface(program.stdout)) {
    const what = JSON.parse(line);
    said.push(what);
    if (what.matches === 1 && said.filter(({ matches }) => matches).length === 1) await score(1);
    if (what.sets?.[0].team1 === 1) {
      await server.kill();
      kills++;
      await server.start();
      await score(2);
      await score(3);
    }
  }

  expect((await ended) === 0, `The program did not end well: ${JSON.stringify(said)}`);
  clearTimeout(late);
  const points = said.filter(({ type }) => type === "score-update").map(({ sets }) => sets[0].team1);
  expect(kills === 1 && points.join() === "1,2,3", `It got the points ${points}: ${JSON.stringify(said)}`);
  expect(said[0].code === "connecting" && said.some(({ code }) => code === "live"), `Its status was never live: ${JSON.stringify(said)}`);
});

console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
