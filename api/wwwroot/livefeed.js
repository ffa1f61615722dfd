// LiveFeed's client library; docs/client.md is its manual, livefeed.d.ts its contract.
export { connect } from "./js/client/connect.js";
export { backgroundSync, openOutbox } from "./js/client/outbox.js";
export { defaultSession as session } from "./js/client/site.js";
