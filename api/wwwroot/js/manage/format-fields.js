import { selectField, setFault } from "../shared/form.js";
import { sportText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { loadFormats, presetOf } from "./formats.js";

const firstSport = "volleyball";

/**
 * The fields for the sport and for the format, which is chosen by its name. A format of the organizer's own can only be set by the API; it is shown as
 * such, and stays unless another one is chosen.
 */
export function formatFields() {
  const sport = selectField({ name: "sport", label: text("manage.sport"), hint: text("manage.sportHint"), options: [] });
  const format = selectField({ name: "format", label: text("manage.format"), options: [] });
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
  };
  const fill = (event) => {
    known = event;
    offerSports();
    sport.input.value = known.sport ?? firstSport;
    offerFormats();
  };
  sport.input.addEventListener("change", offerFormats);
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
    fill,
    /** The format's name; null if it stays as it is: the one that is stored, or the sport's usual one. */
    chosen() {
      const name = format.input.value;
      const stored = formats && known.format && sport.input.value === known.sport ? presetOf(known.format, known.sport, formats)?.name : undefined;
      return !name || name === stored ? null : name;
    },
  };
}
