/** Calls back with each file that the user chooses with the input or drops on the zone, which has the class `is-over` meanwhile. */
export function takeFiles(input, zone, onFile) {
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
  const onFiles = (kind, act) => zone.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    act(event);
  });
  onFiles("dragenter", () => mark(1));
  onFiles("dragover", () => {});
  onFiles("dragleave", () => mark(-1));
  onFiles("drop", ({ dataTransfer: { files: [file] } }) => {
    mark(-depth);
    if (file) onFile(file);
  });
}
