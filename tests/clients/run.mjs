// Runs clients that others wrote against the server, through a kill -9 and a restart, and compares what each got with the log.
// node run.mjs SERVER_DLL [PORT]
import { readFileSync } from "node:fs";
import { readLog, findDifference } from "./log.mjs";
import { Server } from "./server.mjs";

const updates = 200;
const matches = [1, 2, 3, 4];
const [dll, port] = process.argv.slice(2);
const { dependencies, engines } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function waitUntil(condition, milliseconds) {
  for (const end = Date.now() + milliseconds; !condition() && Date.now() < end;) await pause(50);
}

const failures = [];
let readers = [];

async function run() {
  const names = Object.keys(dependencies);
  if (isOlder(process.versions.node, engines.node.slice(2))) {
    for (const name of names) console.log(`  skipped: ${name}: needs Node ${engines.node}, and this is ${process.versions.node}`);
    return sum(0, 0, names.length);
  }

  const { clients } = await import("./clients.mjs");
  const server = new Server(dll, port);
  await server.start();
  await createEvent(server);
  readers = names.map((name) => openReader(name, clients[name], `${server.address}/api/events/cup/stream`));
  await waitUntil(() => readers.every(({ messages, error }) => error || messages.length > 0), 15_000);
  // One that begins later would miss what it is to survive, and still agree with the log.
  for (const reader of readers) if (reader.messages.length === 0) reader.error ??= "it got no message before the first score";

  await post(server, 0, updates / 2);
  const torn = postScore(server, updates / 2).catch(() => {});
  await server.kill();
  await torn;
  await pause(1_500);
  await server.start();
  await post(server, updates / 2 + 1, updates);

  const log = await readLog(server, "cup");
  await waitUntil(() => readers.every(({ messages, error }) => error || messages.at(-1)?.id === log.at(-1).id), 15_000);
  // One that repeats an entry may do so only now.
  await pause(500);
  const outcomes = readers.map(({ messages, error }) => [findDifference(messages, log), error].filter(Boolean).join("; "));

  await server.patch("/api/events/cup", { archived: true });
  await pause(8_000);
  for (const [i, { name, messages, client }] of readers.entries()) {
    const outcome = outcomes[i] || `exact, ${messages.length} messages`;
    console.log(`  ${outcomes[i] ? "failed" : "passed"}: ${name} ${version(name)}: ${outcome}. At 204 it ${client.isTrying() ? "tries again" : "stops"}.`);
    client.close();
  }
  const failed = outcomes.filter(Boolean).length;
  sum(names.length - failed, failed, 0);
}

async function createEvent(server) {
  await server.post("/api/events", { id: "cup", name: "Cup", sport: "generic", visibility: "public" });
  await server.put("/api/events/cup/schedule", {
    divisions: [{ id: 1, name: "One" }],
    courts: [{ id: 1, name: "Court 1" }],
    teams: matches.flatMap((id) => [2 * id - 1, 2 * id]).map((id) => ({ id, name: `Team ${id}`, divisionId: 1 })),
    matches: matches.map((id) => ({
      id, divisionId: 1, courtId: 1, team1Id: 2 * id - 1, team2Id: 2 * id, startsAt: `2026-07-04T1${id}:00:00Z`, endsAt: `2026-07-04T1${id}:45:00Z`,
    })),
  });
  for (const id of matches) await server.post(`/api/events/cup/claims/${id}`, {});
}

/** Opens a client with the handler that the README shows: it takes every message for JSON. */
function openReader(name, open, url) {
  const reader = { name, messages: [], error: null };
  reader.client = open(url, (data, id) => {
    try {
      const entry = JSON.parse(data);
      // The stream's own events, such as bye, come without a type. Some clients have one handler for all.
      if (entry.type) reader.messages.push({ id, json: JSON.stringify(entry) });
    } catch (error) {
      reader.error ??= `its handler got "${data}", which is no JSON`;
      failures.push(error);
      throw error;
    }
  });
  return reader;
}

function postScore(server, number) {
  return server.post("/api/events/cup/scores", {
    matchId: matches[number % matches.length], sets: [{ team1: number, team2: 0 }], status: "inProgress", clientUpdateId: `update-${number}`,
  });
}

/** Some 40 a second. */
async function post(server, from, to) {
  for (let number = from; number < to; number++) await Promise.all([postScore(server, number), pause(25)]);
}

function version(name) {
  return dependencies[name].replace(/^npm:.*@/, "");
}

function isOlder(version, than) {
  return version.localeCompare(than, "en", { numeric: true }) < 0;
}

function sum(passed, failed, skipped) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 ? 0 : 1);
}

// What a handler throws ends here in some clients. The reader has it already.
process.on("uncaughtException", (error) => {
  if (failures.includes(error)) return;
  console.error(error);
  process.exit(1);
});

await run();
