import { byId } from "../shared/dom.js";

const largest = 8 * 1024 * 1024;

/** The ways to provide an export: choose, drop or paste. `onText` gets its text and name, `onFault` the reason if it can't be read. */
export function source({ onText, onFault }) {
  const [file, zone, paste] = [byId("file"), byId("drop"), byId("paste")];
  const read = async (chosen) => {
    if (!chosen) return;
    if (chosen.size > largest) return onFault(`“${chosen.name}” is larger than the 8 MB that can be imported at once.`);
    try {
      onText(await chosen.text(), chosen.name);
    } catch {
      onFault(`“${chosen.name}” can't be read by this browser. Choose it again.`);
    }
  };
  file.addEventListener("change", async () => {
    await read(file.files[0]);
    // Otherwise choosing a corrected file of the same name would not count as a change.
    file.value = "";
  });
  const over = (isOver) => zone.classList.toggle("is-over", isOver);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    read(event.dataTransfer.files[0]);
  });
  byId("paste-form").addEventListener("submit", (event) => {
    event.preventDefault();
    onText(paste.value, "the pasted text");
  });
}
