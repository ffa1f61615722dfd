import { api } from "../shared/api.js";

/** The members in which a format can differ from a preset: all but the preset's name. */
function dataOf(format) {
  return JSON.stringify(Object.entries(format).filter(([member]) => member !== "preset").sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Loads the sports and the presets: `{ sports, presets }`, as `GET /api/formats` lists them. */
export function loadFormats() {
  return api.get("api/formats");
}

/** The preset of a sport that is the same as a format, whether the format has its name or not; undefined if it is one of the organizer's own. */
export function presetOf(format, sport, { presets }) {
  const own = presets.filter((preset) => preset.sport === sport);
  return own.find(({ name }) => name === format.preset) ?? own.find((preset) => dataOf(preset.format) === dataOf(format));
}
