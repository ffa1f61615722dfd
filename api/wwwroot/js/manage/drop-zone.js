import { element } from "../shared/dom.js";
import { newId } from "../client/ids.js";

/** An area to drop a file on, with a button to choose one. */
export function dropZone({ label, text, accept, onFile }) {
  const input = element("input", "visually-hidden");
  Object.assign(input, { type: "file", accept, id: `file-${newId().slice(0, 6)}` });
  const choose = element("label", "button primary", label);
  choose.htmlFor = input.id;
  const zone = element("div", "drop-zone", input, choose, element("p", "facts drop-hint", text));
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) onFile(file);
    // So that the same file can be chosen again after it was corrected.
    input.value = "";
  });

  // Elements within the zone also fire these events as the pointer moves over them.
  let depth = 0;
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    zone.classList.toggle("is-over", depth > 0);
  };
  zone.addEventListener("dragenter", (event) => hasFiles(event) && (event.preventDefault(), mark(1)));
  zone.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  zone.addEventListener("dragleave", (event) => hasFiles(event) && mark(-1));
  zone.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  });
  return { element: zone, focus: () => input.focus() };
}

function hasFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
