// LiveFeed's client library. docs/client.md explains how to use it; livefeed.d.ts declares its types.
export { ApiError } from "./js/client/api-error.js";
export { connect } from "./js/client/connect-any.js";
export { deviceId } from "./js/client/device-id.js";
export { NetworkError } from "./js/client/network-error.js";
export { backgroundSync, openOutbox } from "./js/client/outbox.js";
export { defaultSession as session } from "./js/client/base-url.js";
export { serverNow } from "./js/client/server-time.js";
export { createStorage } from "./js/client/storage.js";
export { SignInNeededError } from "./js/client/sign-in-needed-error.js";
