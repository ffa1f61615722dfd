import { byId, element, setText } from "../shared/dom.js";
import { faultTable, previewTable, resultTable } from "./tables.js";
import { text } from "../shared/text.js";

/** The steps of the page: what was found, and the result. */
export function showFound({ name, items, faults, ignored, names, isOrganizer, isSignedIn }) {
  setText(byId("found-name"), text("import.inFile", { file: name }));
  const count = (kind) => items.filter((item) => item.kind === kind).length;
  byId("found-counts").replaceChildren(
    tile(count("score"), "import.scores"), tile(count("claim"), "import.claims"),
    tile(count("mine") + count("plan"), count("plan") > 0 ? "import.ofPlans" : "import.toCover"),
    tile(faults.length, "import.unreadable", "caution"),
  );
  byId("found-table").replaceChildren(...(items.length > 0 ? [previewTable(items, names)] : [element("p", "empty", text("import.nothingFound"))]));
  byId("found-faults").replaceChildren(...(faults.length > 0 ? [element("h3", "", text("import.unreadableTitle")), faultTable(faults)] : []));
  byId("found-ignored").hidden = ignored.length === 0;
  setText(byId("found-ignored").querySelector("p"), ignored.join(", "));
  setText(byId("found-ignored").querySelector("summary"), text("import.leftAside", { count: ignored.length }));
  const mine = items.some(({ kind }) => kind === "mine");
  const sendable = items.filter(({ kind }) => isOrganizer || kind === "mine").length;
  const send = /** @type {HTMLButtonElement} */ (byId("send"));
  setText(send, sendable > 0 ? text("import.importItems", { count: sendable }) : text("import.import"));
  send.disabled = !isSignedIn || !names || sendable === 0;
  byId("who").hidden = isOrganizer;
  setText(byId("who-words"), whoWords(isSignedIn, mine));
  byId("who-sign-in").hidden = isSignedIn;
}

export function showResult({ items, faults, names }) {
  const applied = items.filter(({ outcome }) => outcome.code === "applied").length;
  const kept = items.filter(({ outcome }) => outcome.isKept).length;
  byId("result-counts").replaceChildren(
    tile(applied, "import.imported", "success"), tile(kept, "import.stayed"),
    tile(items.length - applied - kept, "import.notImported", "caution"), tile(faults.length, "import.notRead", "caution"),
  );
  byId("result-table").replaceChildren(resultTable(items, names), ...(faults.length > 0 ? [element("h3", "", text("import.notReadTitle")), faultTable(faults)] : []));
}

export function showStep(step) {
  for (const name of ["choose", "found", "result"]) byId(`step-${name}`).hidden = name !== step;
}

function whoWords(isSignedIn, hasPlan) {
  if (!isSignedIn) return text("import.signIn");
  return text(hasPlan ? "import.planOnly" : "import.askOrganizer");
}

function tile(count, /** @type {TextKey} */ label, tone = "") {
  const made = element("div", "tile", element("strong", "", `${count}`), element("span", "", text(label, { count })));
  if (count > 0 && tone) made.dataset.tone = tone;
  return made;
}
