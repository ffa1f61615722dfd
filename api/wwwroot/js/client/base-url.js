import { Session } from "./session.js";

/** The address that this copy of the library was loaded from, and so the base of its API. It may have a path. */
export const baseUrl = new URL("../../", import.meta.url).href;

let session;

/** The one session of this page. */
export function defaultSession() {
  return (session ??= new Session(baseUrl));
}
