import { byId } from "../shared/dom.js";
import { takeFiles } from "../shared/file-drop.js";
import { text } from "../shared/text.js";

const largest = 8 * 1024 * 1024;

/** The ways to provide an export: choose, drop or paste. `onText` gets its text and name, `onFault` the reason if it can't be read. */
export function source({ onText, onFault }) {
  const read = async (chosen) => {
    if (chosen.size > largest) return onFault(text("import.tooLarge", { file: chosen.name }));
    let content;
    try {
      content = await chosen.text();
    } catch {
      return onFault(text("import.unreadableFile", { file: chosen.name }));
    }
    return onText(content, chosen.name);
  };
  takeFiles(/** @type {HTMLInputElement} */ (byId("file")), byId("drop"), read);
  const paste = /** @type {HTMLTextAreaElement} */ (byId("paste"));
  byId("paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    onText(paste.value, text("import.pasted"));
  });
}
