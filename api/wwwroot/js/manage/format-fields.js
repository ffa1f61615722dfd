import { field, selectField, setFault } from "../shared/form.js";
import { sportText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { loadFormats, presetOf } from "./formats.js";

const firstSport = "volleyball";
// As the server's FormatClock.
const mostMinutes = 200;

/**
 * The fields for the sport and for the format, which is chosen by its name, and for the minutes of its periods if its clock counts on from one to the next.
 * Another format of the organizer's own can only be set by the API; it is shown as such, and stays unless another one is chosen.
 */
export function formatFields() {
  const sport = selectField({ name: "sport", label: text("manage.sport"), hint: text("manage.sportHint"), options: [] });
  const format = selectField({ name: "format", label: text("manage.format"), options: [] });
  const minutes = field({ name: "format.clock.minutes", label: text("manage.minutesOfPeriod"), hint: text("manage.minutesOfPeriodHint"), type: "number", inputmode: "numeric", min: 1, max: mostMinutes });
  let formats = null;
  /** @type {{ sport?: string, format?: any }} */
  let known = {};

  const offerSports = () => {
    const names = formats?.sports.map(({ name }) => name) ?? [known.sport ?? firstSport];
    sport.input.replaceChildren(...names.map((name) => new Option(sportText(name) || text("manage.anotherSport"), name)));
  };
  const offerFormats = () => {
    const isKnownSport = known.format !== undefined && sport.input.value === known.sport;
    // Ties of rubbers are a format of divisions and matches: the event's is that of the rubbers.
    const presets = formats?.presets.filter((preset) => preset.sport === sport.input.value && preset.format.kind !== "rubbers") ?? [];
    const stored = isKnownSport && formats ? presetOf(known.format, known.sport, formats) : undefined;
    const own = isKnownSport && formats && !stored ? [new Option(text("manage.ownFormat"), "")] : [];
    format.input.replaceChildren(...own, ...presets.map(({ name, title }) => new Option(title, name)));
    // A sport's usual format is the preset of the same name, and comes first.
    format.input.value = isKnownSport ? stored?.name ?? "" : sport.input.value;
    format.element.hidden = format.input.options.length < 2;
    offerMinutes();
  };
  const chosenFormat = () => formats?.presets.find(({ name }) => name === format.input.value)?.format ?? (format.input.value ? undefined : known.format);
  const offerMinutes = () => {
    const { clock } = chosenFormat() ?? {};
    minutes.element.hidden = !clock;
    minutes.input.value = clock ? `${clock.minutes}` : "";
  };
  const fill = (event) => {
    known = event;
    offerSports();
    sport.input.value = known.sport ?? firstSport;
    offerFormats();
  };
  sport.input.addEventListener("change", offerFormats);
  format.input.addEventListener("change", offerMinutes);
  const load = async () => {
    try {
      formats = await loadFormats();
      // Until now there was nothing to choose: one sport, and no format.
      fill(known);
    } catch (error) {
      setFault(sport, problemText(error));
    }
  };
  load();

  return {
    sport,
    format,
    minutes,
    fill,
    /** The format's name, or the format itself if its minutes are others; null if it stays as it is: the one that is stored, or the sport's usual one. */
    chosen() {
      const name = format.input.value;
      const own = chosenFormat();
      const wanted = Number(minutes.input.value);
      if (own?.clock && wanted && wanted !== own.clock.minutes) {
        // It isn't the preset any more.
        return { ...own, preset: undefined, clock: { ...own.clock, minutes: wanted } };
      }
      const stored = formats && known.format && sport.input.value === known.sport ? presetOf(known.format, known.sport, formats)?.name : undefined;
      return !name || name === stored ? null : name;
    },
  };
}
