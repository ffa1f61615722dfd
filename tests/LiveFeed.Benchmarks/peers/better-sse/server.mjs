// better-sse as one would set it up: GET /stream joins a channel, POST /publish broadcasts its body to it.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { createChannel, createSession } from "better-sse";

const channel = createChannel();
const http = createServer(async (request, response) => {
  if (request.method === "GET") {
    channel.register(await createSession(request, response));
    return;
  }
  channel.broadcast(JSON.parse(await text(request)));
  response.writeHead(204).end();
});
// The publisher is one connection that may be idle between two messages.
http.keepAliveTimeout = 0;
http.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
