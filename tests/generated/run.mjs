// Checks the OpenAPI document, and the AsyncAPI document of the streams, as others would: a linter, and clients that three generators make of it, which read the feed and the stream.
// node run.mjs SERVER_DLL
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Server } from "../clients/server.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const document = "../../openapi/livefeed.v1.json";
const [dll] = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };

function execute(program, ...args) {
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, REDOCLY_TELEMETRY: "off", KIOTA_CLI_TELEMETRY_OPTOUT: "true" } });
}

const npm = (script) => execute("npm", "run", "--silent", script);

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

/** Throws unless a client has read what the server has: both of the cup's matches, and a snapshot with the feed's cursor. */
function expectBoth({ entries, cursor, message }, expected) {
  if (entries !== expected.entries.length || cursor !== expected.cursor) throw new Error(`The feed: ${entries} entries to ${cursor}, not ${expected.entries.length} to ${expected.cursor}.`);
  if (!message.includes(`id: ${cursor}\n`) || !message.includes('"type":"snapshot"')) throw new Error(`The stream begins with: ${message}`);
}

rmSync(`${folder}obj`, { recursive: true, force: true });
const server = new Server(dll);
await server.start();
await server.post("/api/events", { id: "cup", name: "Cup", sport: "generic", visibility: "public" });
await server.put("/api/events/cup/schedule", { teams: [{ id: 1, name: "A" }, { id: 2, name: "B" }], matches: [{ id: 1, team1Id: 1, team2Id: 2 }, { id: 2, team1Id: 2, team2Id: 1 }] });
const expected = await server.get("/api/events/cup/feed");

await check("redocly lint --extends=spec", () => npm("lint"));
await check("openapi-typescript and openapi-fetch", async () => {
  npm("generate");
  npm("types");
  const { readBoth } = await import("./typescript-client.mjs");
  expectBoth(await readBoth(server.address), expected);
});
await check("NSwag and Kiota, made and compiled", () => {
  execute("dotnet", "tool", "restore");
  execute("dotnet", "nswag", "openapi2csclient", `/input:${document}`, "/output:obj/nswag/Client.cs", "/namespace:Generated.NSwag", "/classname:NSwagClient", "/jsonLibrary:SystemTextJson", "/injectHttpClient:true", "/generateOptionalParameters:true");
  execute("dotnet", "kiota", "generate", "--language", "csharp", "--openapi", document, "--output", "obj/kiota", "--namespace-name", "Generated.Kiota", "--class-name", "KiotaClient", "--exclude-backward-compatible");
  execute("dotnet", "build", "--configuration", "Release", "--nologo", "--verbosity", "quiet");
});
for (const name of ["NSwag", "Kiota"])
  await check(name, () => expectBoth(JSON.parse(execute("dotnet", "bin/Release/net10.0/LiveFeed.GeneratedClients.dll", name, server.address)), expected));

console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
