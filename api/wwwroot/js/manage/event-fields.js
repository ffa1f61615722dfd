import { element } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { text } from "../shared/text.js";
import { formatFields } from "./format-fields.js";
import { localText, wireText } from "./local-time.js";
import { timeZoneField } from "./time-zone-field.js";

/** The fields for creating and changing an event; the fields `before` are placed between name and sport. */
export function eventFields(event = {}, ...before) {
  const audiences = [{ value: "public", text: text("manage.forEverybody") }, { value: "members", text: text("manage.forMembers") }];
  const namesPublished = [
    { value: "full", text: text("manage.namesInFull") },
    { value: "initials", text: text("manage.namesAsInitials") },
    { value: "none", text: text("manage.namesNotAtAll") },
  ];
  const name = field({ name: "name", label: text("manage.name"), maxlength: 200, required: "", autocomplete: "off" });
  const played = formatFields();
  const { sport, format, minutes } = played;
  const visibility = selectField({ name: "visibility", label: text("manage.visibility"), options: audiences });
  const publicNames = selectField({ name: "publicNames", label: text("manage.publicNames"), hint: text("manage.publicNamesHint"), options: namesPublished });
  const startsAt = field({ name: "startsAt", label: text("manage.starts"), type: "datetime-local" });
  const endsAt = field({ name: "endsAt", label: text("manage.ends"), type: "datetime-local" });
  const timeZone = timeZoneField();
  const fields = [name, ...before, sport, format, minutes, visibility, publicNames, startsAt, endsAt, timeZone];

  const fill = (known) => {
    name.input.value = known.name ?? "";
    played.fill(known);
    visibility.input.value = known.visibility ?? "public";
    publicNames.input.value = known.publicNames ?? "full";
    startsAt.input.value = localText(known.startsAt);
    endsAt.input.value = localText(known.endsAt);
    // A new event is most likely where its organizer is.
    timeZone.input.value = known.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
  };
  fill(event);

  return {
    fields,
    name,
    fill,
    elements: [
      name.element,
      ...before.map((one) => one.element),
      element("div", "pair", sport.element, format.element),
      minutes.element,
      visibility.element,
      publicNames.element,
      element("div", "pair", startsAt.element, endsAt.element),
      timeZone.element,
    ],
    values: () => ({
      name: name.input.value.trim(),
      sport: sport.input.value,
      format: played.chosen(),
      visibility: visibility.input.value,
      publicNames: publicNames.input.value,
      startsAt: wireText(startsAt.input.value),
      endsAt: wireText(endsAt.input.value),
      timeZone: timeZone.input.value.trim() || null,
    }),
  };
}
