import { byId } from "../shared/dom.js";
import { takeFiles } from "../shared/file-drop.js";

const largest = 8 * 1024 * 1024;

/** The ways to provide an export: choose, drop or paste. `onText` gets its text and name, `onFault` the reason if it can't be read. */
export function source({ onText, onFault }) {
  const read = async (chosen) => {
    if (chosen.size > largest) return onFault(`“${chosen.name}” is larger than the 8 MB that can be imported at once.`);
    try {
      onText(await chosen.text(), chosen.name);
    } catch {
      onFault(`“${chosen.name}” can't be read by this browser. Choose it again.`);
    }
  };
  takeFiles(/** @type {HTMLInputElement} */ (byId("file")), byId("drop"), read);
  const paste = /** @type {HTMLTextAreaElement} */ (byId("paste"));
  byId("paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    onText(paste.value, "the pasted text");
  });
}
