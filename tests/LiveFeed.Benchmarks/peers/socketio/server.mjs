// Socket.IO as one would set it up: clients connect over WebSocket, POST /publish emits its body to all.
// node server.mjs PORT [REDIS-PORT pubsub|streams]: with a Redis, one of several servers that it joins.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { createAdapter } from "@socket.io/redis-adapter";
import { createAdapter as createStreamsAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";

const [port, redis, adapter] = process.argv.slice(2);

const http = createServer(async (request, response) => {
  io.emit("message", JSON.parse(await text(request)));
  response.writeHead(204).end();
});
// The publisher is one connection that may be idle between two messages.
http.keepAliveTimeout = 0;
const io = new Server(http, { transports: ["websocket"], serveClient: false, ...(redis && (await joined())) });
http.listen({ port: Number(port), host: "127.0.0.1", backlog: 4096 });

// The options of each adapter's documentation.
async function joined() {
  // The adapters don't wait for what they publish: if Redis goes away in the midst of it, the rejection would end the process.
  process.on("unhandledRejection", (error) => console.error(error));
  const client = await connect();
  // Recovery works with this adapter and not with the other one.
  if (adapter === "streams") return { adapter: createStreamsAdapter(client), connectionStateRecovery: {} };
  return { adapter: createAdapter(client, await connect()) };
}

async function connect() {
  const client = createClient({ url: `redis://127.0.0.1:${redis}` });
  // Without a listener, a lost connection would end the process.
  client.on("error", (error) => console.error(error.message));
  return client.connect();
}
