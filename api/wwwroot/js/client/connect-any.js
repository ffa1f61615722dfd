import { connect as connectEvent } from "./connect.js";
import { connectTopics } from "./connect-topics.js";

/** Follows an event, or several topics. livefeed.d.ts describes both. */
export function connect(options) {
  return options.topics ? connectTopics(options) : connectEvent(options);
}
