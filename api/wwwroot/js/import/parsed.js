/** The JSON of a text; throws an Error whose message says where it breaks off. */
export function parsed(text) {
  if (text.trim() === "") throw new Error("There is nothing in it.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no JSON${placeOf(error, text)}. Choose the file as it was exported.`);
  }
}

// Every browser words it differently; where it names no place, none is told.
function placeOf({ message }, text) {
  const told = /line (\d+) column (\d+)/.exec(message);
  if (told) return `: it breaks off at line ${told[1]}, column ${told[2]}`;
  const position = /position (\d+)/.exec(message);
  if (!position) return /end of|EOF|Unterminated/i.test(message) ? ": it ends too early" : "";
  const before = text.slice(0, Number(position[1])).split("\n");
  return `: it breaks off at line ${before.length}, column ${before.at(-1).length + 1}`;
}
