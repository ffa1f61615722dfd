import { openDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { teamName } from "../shared/format.js";
import { incidentMinute, incidentPeople, kindText } from "../shared/incident-text.js";
import { problemText } from "../shared/problem-text.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/incidents.js";

addTexts(texts);

// As the server's IncidentDetails.
const longestPerson = 100;
const longestDetail = 500;

/**
 * Asks what happened: a tap on the kind, and one on the side. Resolves with the incident as far as it is known here, with undefined if
 * nothing was chosen. What was recorded before is below, to take it back.
 *
 * @param {{ session: any, matchId: number, match: any, kinds: import("./incident-kinds.js").IncidentKinds }} context
 */
export async function askIncident({ session, matchId, match, kinds }) {
  const opened = openDialog(text("scoring.incident.title"));
  const choices = element("div", "incident-choices");
  const fault = element("p", "error");
  const recorded = element("div", "recorded");
  opened.dialog.append(choices, fault, recorded);
  const { sport } = session.event;
  const showKinds = () => choices.replaceChildren(...(kinds.of(sport) ?? []).map((known) => {
    const made = button(kindText(known.kind), "button");
    made.addEventListener("click", () => choices.replaceChildren(...sidesOf(known, match, opened.close)));
    return made;
  }));
  showKinds();
  const showRecorded = () => recorded.replaceChildren(...recordedList(session, matchId, match));
  showRecorded();
  session.addEventListener("change", showRecorded);
  if (!kinds.of(sport)) await kinds.load().then(showKinds, (error) => setText(fault, problemText(error)));
  const chosen = await opened.closed;
  session.removeEventListener("change", showRecorded);
  return chosen;
}

function sidesOf({ kind, needsSide }, match, close) {
  const text100 = (name, /** @type {TextKey} */ label, maxlength = longestPerson) => field({ name, label: text(label), maxlength, autocomplete: "off" });
  const fields = kind === "note" ? [text100("detail", "scoring.incident.detail", longestDetail)]
    : kind === "substitution" ? [text100("person", "scoring.incident.off"), text100("person2", "scoring.incident.on")]
      : [text100("person", "scoring.incident.person")];
  const choice = (label, side) => {
    const made = button(label, "button primary");
    made.addEventListener("click", () => {
      const said = fields.map(({ name, input }) => [name, input.value.trim()]).filter(([, value]) => value);
      close({ kind, ...(side && { side }), ...Object.fromEntries(said) });
    });
    return made;
  };
  const sides = [choice(teamName(match, 1), 1), choice(teamName(match, 2), 2), ...(needsSide ? [] : [choice(text("scoring.incident.neither"), 0)])];
  return [element("p", "incident-chosen", kindText(kind)), element("div", "winners", ...sides), ...fields.map((one) => one.element)];
}

/** The newest first: that is the one to take back. */
function recordedList(session, matchId, match) {
  const incidents = session.incidents(matchId).toReversed();
  if (incidents.length === 0) return [];
  return [element("h3", "", text("scoring.incident.recorded")), element("ul", "rows", ...incidents.map((incident) => {
    const { kind, side } = incident;
    const words = [incidentMinute(incident), kindText(kind), incidentPeople(incident), side ? teamName(match, side) : ""].filter(Boolean).join(" · ");
    const retract = button(text("scoring.incident.retract"), "button quiet");
    retract.setAttribute("aria-label", text("scoring.incident.retractThis", { incident: words }));
    retract.addEventListener("click", () => session.retract(matchId, incident));
    return element("li", "row", element("span", "", words), retract);
  }))];
}
