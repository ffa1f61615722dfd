import { pageAddress } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";

const toEvents = { label: "All events", onAction: () => location.assign(pageAddress()) };

const gates = {
  "sign-in-needed": { title: "For members", text: "Who is a member of this event sees its scores after signing in.", label: "Sign in", isPrimary: true, onAction: signInDialog },
  "forbidden": { title: "For members", text: "Your account isn't a member of this event. An organizer can add you; the scores then appear here.", ...toEvents },
  "not-found": { title: "No such event", text: "The address may be mistyped, or the event was removed.", ...toEvents },
};

/** Returns what is shown in place of the scores, by the feed's status; undefined if the scores are shown. */
export function accessMessage({ code }) {
  return gates[code];
}

/** Returns what is shown in place of an empty list. */
export function emptinessOf(view, { matches, favourites, clear }) {
  if (matches.length === 0) return { title: "No matches yet.", text: "They appear here as soon as the schedule is there." };
  if (view.mine && favourites.ids.size === 0)
    return { title: "Follow your teams", text: "Find a team above, or open one of its matches, and press its star.", label: "Show all matches", onAction: clear };
  return { title: "No match fits", text: "There is none with these filters.", label: "Clear filters", onAction: clear };
}
