import { byId, element, setText } from "../shared/dom.js";
import { faultTable, previewTable, resultTable } from "./tables.js";
import { counted } from "../shared/format.js";

/** The steps of the page: what was found, and the result. */
export function showFound({ name, items, faults, ignored, names, isOrganizer, isSignedIn }) {
  setText(byId("found-name"), `In ${name}`);
  const count = (kind) => items.filter((item) => item.kind === kind).length;
  byId("found-counts").replaceChildren(
    tile(count("score"), "score"), tile(count("claim"), "claim"),
    tile(count("mine") + count("plan"), count("plan") > 0 ? "of coverage plans" : "match to cover", count("plan") > 0 ? "of coverage plans" : "matches to cover"),
    tile(faults.length, "can't be read", "can't be read", "caution"),
  );
  byId("found-table").replaceChildren(...(items.length > 0 ? [previewTable(items, names)] : [element("p", "empty", "Nothing was found that could be imported: no scores, no claims and no coverage plan.")]));
  byId("found-faults").replaceChildren(...(faults.length > 0 ? [element("h3", "", "Can't be read, and isn't imported"), faultTable(faults)] : []));
  byId("found-ignored").hidden = ignored.length === 0;
  setText(byId("found-ignored").querySelector("p"), ignored.join(", "));
  setText(byId("found-ignored").querySelector("summary"), `${counted(ignored.length, "other member")} left aside`);
  const mine = items.some(({ kind }) => kind === "mine");
  const sendable = items.filter(({ kind }) => isOrganizer || kind === "mine").length;
  const send = /** @type {HTMLButtonElement} */ (byId("send"));
  setText(send, sendable > 0 ? `Import ${counted(sendable, "item")}` : "Import");
  send.disabled = !isSignedIn || !names || sendable === 0;
  byId("who").hidden = isOrganizer;
  setText(byId("who-words"), whoWords(isSignedIn, mine));
  byId("who-sign-in").hidden = isSignedIn;
}

export function showResult({ items, faults, names }) {
  const applied = items.filter(({ outcome }) => outcome.code === "applied").length;
  const kept = items.filter(({ outcome }) => outcome.word === "Server's kept" || outcome.code === "already_there").length;
  byId("result-counts").replaceChildren(
    tile(applied, "imported", "imported", applied > 0 ? "success" : ""), tile(kept, "stayed as it was", "stayed as they were"),
    tile(items.length - applied - kept, "not imported", "not imported", "caution"), tile(faults.length, "couldn't be read", "couldn't be read", "caution"),
  );
  byId("result-table").replaceChildren(resultTable(items, names), ...(faults.length > 0 ? [element("h3", "", "Couldn't be read"), faultTable(faults)] : []));
}

export function showStep(step) {
  for (const name of ["choose", "found", "result"]) byId(`step-${name}`).hidden = name !== step;
}

function whoWords(isSignedIn, hasPlan) {
  if (!isSignedIn) return "Sign in to import this.";
  return hasPlan
    ? "You aren't an organizer of this event, so its scores and claims can't be imported by you. Your coverage plan can."
    : "You aren't an organizer of this event, so its scores and claims can't be imported by you. Ask an organizer.";
}

function tile(number, word, plural = `${word}s`, tone = "") {
  const made = element("div", "tile", element("strong", "", `${number}`), element("span", "", number === 1 ? word : plural));
  if (number > 0 && tone) made.dataset.tone = tone;
  return made;
}
