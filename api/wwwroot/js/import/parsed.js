import { brokenAt } from "./json-place.js";
import { FileError } from "../shared/file-error.js";

/** Parses a text as JSON; throws a FileError that says where the text is broken. */
export function parsed(text) {
  if (text.trim() === "") throw new FileError("There is nothing in it.");
  try {
    return JSON.parse(text);
  } catch {
    const at = brokenAt(text);
    if (at >= text.length) throw new FileError("This is no whole JSON: it ends too early. Export it again, and choose or paste all of it.");
    const before = text.slice(0, at).split("\n");
    throw new FileError(`This is no JSON: at line ${before.length}, column ${before.at(-1).length + 1} stands ${JSON.stringify(text.slice(at, at + 12))}, which can't be there. Export it again.`);
  }
}
