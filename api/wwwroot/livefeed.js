// LiveFeed's client library. docs/client.md explains how to use it; livefeed.d.ts declares its types.
export { connect } from "./js/client/connect.js";
export { backgroundSync, openOutbox } from "./js/client/outbox.js";
export { defaultSession as session } from "./js/client/base-url.js";
