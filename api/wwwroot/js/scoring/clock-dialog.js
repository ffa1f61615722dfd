import { openDialog } from "../shared/dialog.js";
import { button, element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { elapsedNow, minutesBefore } from "../shared/match-clock.js";
import { text } from "../shared/text.js";

// As the server's ClockReading.
const most = { period: 50, minute: 24 * 60 - 1, second: 59, added: 999 };

/**
 * Asks what the clock really shows, and resolves with that reading, or with undefined. Whether it runs stays as it is. The minutes are those that
 * people see: counted on from one period to the next, if the format's are.
 */
export function askClock(clock, format) {
  const seconds = Math.floor(elapsedNow(clock) / 1_000);
  const number = (name, label, value, least) => field({ name, label, type: "number", inputmode: "numeric", min: least, max: most[name], required: "", value });
  const period = number("period", text("scoring.clock.period"), clock.period, 1);
  const first = minutesBefore(clock.period, format);
  const minute = number("minute", text("scoring.clock.minutes"), first + Math.floor(seconds / 60), first);
  const second = number("second", text("scoring.clock.seconds"), seconds % 60, 0);
  const added = number("added", text("scoring.clock.added"), clock.added ?? 0, 0);
  const before = () => minutesBefore(Number(period.input.value), format);
  period.input.addEventListener("input", () => {
    minute.input.min = `${before()}`;
  });
  const set = button(text("scoring.clock.setNow"), "button primary");
  set.type = "submit";
  const form = element("form", "form", period.element, minute.element, second.element, added.element, element("div", "actions", set));
  const opened = openDialog(text("scoring.clock.set"), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const value = ({ input }) => Number(input.value);
    opened.close({
      period: value(period), state: clock.state === "ended" ? "stopped" : clock.state, elapsedMs: ((value(minute) - before()) * 60 + value(second)) * 1_000,
      ...(value(added) > 0 && { added: value(added) }), correction: true,
    });
  });
  return opened.closed;
}
