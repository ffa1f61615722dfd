import { element } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";

const sports = [
  { value: "volleyball", text: "Volleyball" },
  { value: "beach-volleyball", text: "Beach volleyball" },
  { value: "tennis", text: "Tennis" },
  { value: "football", text: "Football" },
  { value: "generic", text: "Another sport" },
];
const withSets = new Set(["volleyball", "beach-volleyball", "tennis"]);
const formats = [{ value: "", text: "Usual for the sport" }, { value: "3", text: "Best of 3 sets" }, { value: "5", text: "Best of 5 sets" }];
const audiences = [{ value: "public", text: "Everybody may see it" }, { value: "members", text: "Only members may see it" }];

/** The fields for creating and changing an event; the fields `before` are placed between name and sport. */
export function eventFields(event = {}, ...before) {
  const name = field({ name: "name", label: "Name", maxlength: 200, required: "", autocomplete: "off" });
  const sport = selectField({ name: "sport", label: "Sport", hint: "Selects the scoring rules.", options: sports });
  const bestOf = selectField({ name: "bestOf", label: "Format", options: formats });
  const visibility = selectField({ name: "visibility", label: "Who may see it", options: audiences });
  const startsAt = field({ name: "startsAt", label: "Starts", type: "datetime-local" });
  const endsAt = field({ name: "endsAt", label: "Ends", type: "datetime-local" });
  const fields = [name, ...before, sport, bestOf, visibility, startsAt, endsAt];

  let known = event;
  const fill = (now) => {
    known = now;
    name.input.value = known.name ?? "";
    sport.input.value = known.sport ?? "volleyball";
    bestOf.input.value = known.bestOf ?? "";
    visibility.input.value = known.visibility ?? "public";
    startsAt.input.value = localText(known.startsAt);
    endsAt.input.value = localText(known.endsAt);
    showFormat();
  };
  const showFormat = () => {
    bestOf.element.hidden = !withSets.has(sport.input.value);
    // The API takes an empty value as "unchanged": a chosen format can be changed, but not removed.
    bestOf.input.options[0].disabled = Boolean(known.bestOf) && known.sport === sport.input.value;
  };
  sport.input.addEventListener("change", showFormat);
  fill(event);

  return {
    fields,
    name,
    fill,
    elements: [
      name.element,
      ...before.map((one) => one.element),
      element("div", "pair", sport.element, bestOf.element),
      visibility.element,
      element("div", "pair", startsAt.element, endsAt.element),
    ],
    values: () => ({
      name: name.input.value.trim(),
      sport: sport.input.value,
      bestOf: bestOf.element.hidden || !bestOf.input.value ? null : Number(bestOf.input.value),
      visibility: visibility.input.value,
      startsAt: wireText(startsAt.input.value),
      endsAt: wireText(endsAt.input.value),
    }),
  };
}

// The picker shows and takes the reader's local time.
function localText(time) {
  if (!time) return "";
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function wireText(local) {
  return local ? new Date(local).toISOString() : null;
}
