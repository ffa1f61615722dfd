import { text } from "../shared/text.js";
import { FieldError } from "./field-error.js";

/** Gives the errors of a draw the names of the form's fields: `teams[3].id` and `teams[3].name` are of the team as a whole, which has no field. */
export function explainedDrawError(error) {
  if (error.code === "division_has_matches") return new FieldError({ add: [text("draws.hasMatches")] });
  const places = Object.entries(error.errors ?? {});
  if (error.code !== "invalid_draw" || places.length === 0) return error;
  /** @type {Record<string, string[]>} */
  const errors = {};
  for (const [place, messages] of places) {
    const field = place.replace(/^(teams\[\d+\])\.(?:id|name)$/, "$1").replace(/^fromPools\.pools\[\d+\]$/, "fromPools");
    errors[field] = [...(errors[field] ?? []), ...messages];
  }
  return new FieldError(errors);
}
