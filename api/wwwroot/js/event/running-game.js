import { teamName } from "../shared/format.js";
import { text } from "../shared/text.js";

// As the API writes it. Letters read aloud would mean nothing.
const advantage = "AD";

/** What stands in the running game, in words: its points as `points` formats them, or whose advantage it is. */
export function runningGameText({ title, values: [one, other] }, match, points) {
  const side = [one, other].indexOf(advantage) + 1;
  return text("event.runningGame", { game: title, points: side > 0 ? text("shared.advantage", { team: teamName(match, side) }) : points(one, other) });
}
