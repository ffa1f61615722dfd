import { element } from "../shared/dom.js";
import { takeFiles } from "../shared/file-drop.js";
import { newId } from "../client/ids.js";

/** An area to drop a file on, with a button to choose one. */
export function dropZone({ label, hint, accept, onFile }) {
  const input = element("input", "visually-hidden");
  Object.assign(input, { type: "file", accept, id: `file-${newId().slice(0, 6)}` });
  const choose = element("label", "button primary", label);
  choose.htmlFor = input.id;
  const zone = element("div", "drop-zone", input, choose, element("p", "facts drop-hint", hint));
  takeFiles(input, zone, onFile);
  return { element: zone, focus: () => input.focus() };
}
