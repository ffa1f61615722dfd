import { brokenAt } from "./json-place.js";
import { FileError } from "../shared/file-error.js";
import { text } from "../shared/text.js";

/** Parses a text as JSON; throws a FileError that says where the text is broken. */
export function parsed(json) {
  if (json.trim() === "") throw new FileError(text("import.empty"));
  try {
    return JSON.parse(json);
  } catch {
    const at = brokenAt(json);
    if (at >= json.length) throw new FileError(text("import.endsEarly"));
    const before = json.slice(0, at).split("\n");
    throw new FileError(text("import.broken", { line: before.length, column: before.at(-1).length + 1, found: JSON.stringify(json.slice(at, at + 12)) }));
  }
}
