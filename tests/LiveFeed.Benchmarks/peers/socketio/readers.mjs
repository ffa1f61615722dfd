// Readers that follow a server with Socket.IO's own client, as it is by default: it reconnects by itself.
// node readers.mjs URL COUNT: writes `ready` when all are connected, and `READER MESSAGE` for each message.
import { io } from "socket.io-client";

const [url, count] = process.argv.slice(2);
let missing = Number(count);
for (let reader = 0; reader < Number(count); reader++) {
  const socket = io(url, { transports: ["websocket"], forceNew: true });
  socket.once("connect", () => {
    if (--missing === 0) console.log("ready");
  });
  socket.on("message", (message) => console.log(`${reader} ${JSON.stringify(message)}`));
}
