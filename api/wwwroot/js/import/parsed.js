import { brokenAt } from "./json-place.js";

/** Parses a text as JSON; throws an Error whose message says where the text is broken. */
export function parsed(text) {
  if (text.trim() === "") throw new Error("There is nothing in it.");
  try {
    return JSON.parse(text);
  } catch {
    const at = brokenAt(text);
    if (at >= text.length) throw new Error("This is no whole JSON: it ends too early. Export it again, and choose or paste all of it.");
    const before = text.slice(0, at).split("\n");
    throw new Error(`This is no JSON: at line ${before.length}, column ${before.at(-1).length + 1} stands ${JSON.stringify(text.slice(at, at + 12))}, which can't be there. Export it again.`);
  }
}
