import { Session } from "./session.js";

/** Where this copy of the library was served from, and so where its API is: under a path of its own, too. */
export const siteBase = new URL("../../", import.meta.url).href;

let session;

/** The one session of this page. */
export function defaultSession() {
  return (session ??= new Session(siteBase));
}
