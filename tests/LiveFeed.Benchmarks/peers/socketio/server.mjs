// Socket.IO as one would set it up: clients connect over WebSocket, POST /publish emits its body to all.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Server } from "socket.io";

const http = createServer(async (request, response) => {
  io.emit("message", JSON.parse(await text(request)));
  response.writeHead(204).end();
});
// The publisher is one connection that may be idle between two messages.
http.keepAliveTimeout = 0;
const io = new Server(http, { transports: ["websocket"], serveClient: false });
http.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
