import { arrange, element, setText } from "../shared/dom.js";
import { AgendaItem } from "./agenda.js";
import { overlapsAmong } from "./overlaps.js";
import { planDays } from "./plan-days.js";
import { wholeDayText, spanText } from "./plan-text.js";
import { Timeline } from "./timeline.js";
import { text } from "../shared/text.js";

/** The chosen matches: a timeline for each day, and the same as a list. */
export class PlanView {
  #timelines;
  #agenda;
  #onRemove;
  #drawn = "";
  #pictures = [];
  #items = new Map();
  #groups = new Map();

  constructor({ timelines, agenda, onRemove }) {
    [this.#timelines, this.#agenda, this.#onRemove] = [timelines, agenda, onRemove];
  }

  /** Shows the plan. Returns how many pairs of matches overlap. */
  show(shown, event) {
    const overlaps = overlapsAmong(shown.map(({ match }) => match));
    // Redrawn only if the plan or its times changed. Otherwise a picture would jump back while the reader scrolls it.
    const { days, untimed } = planDays(shown);
    const drawn = JSON.stringify(shown.map(({ match: { id, startsAt, endsAt, court, team1, team2, team1Label, team2Label } }) => [id, startsAt, endsAt, court, team1, team2, team1Label, team2Label]));
    if (drawn !== this.#drawn) this.#draw(days);
    this.#drawn = drawn;
    for (const picture of this.#pictures) picture.update(shown, event);
    this.#list(days, untimed, overlaps);
    return [...overlaps.values()].reduce((sum, list) => sum + list.length, 0) / 2;
  }

  tick() {
    for (const picture of this.#pictures) picture.tick();
  }

  #draw(days) {
    this.#pictures = [];
    this.#timelines.replaceChildren(...days.map((day) => {
      const name = wholeDayText(day.from);
      const picture = new Timeline(day, text("coverage.timeline", { day: name }));
      this.#pictures.push(picture);
      const facts = [text("shared.matches", { count: day.items.length }), spanText({ startsAt: day.items[0].start, endsAt: Math.max(...day.items.map(({ end }) => end)) })];
      return element("div", "day", element("p", "day-head", element("strong", "", name), element("span", "facts", facts.join(" · "))), picture.element);
    }));
  }

  #list(days, untimed, overlaps) {
    const lists = days.map(({ key, from, items }) => ({ key, title: wholeDayText(from), shown: items.map(({ shown }) => shown) }));
    if (untimed.length > 0) lists.push({ key: "untimed", title: text("shared.timeNotSet"), shown: untimed });
    const kept = new Set();
    arrange(this.#agenda, lists.map(({ key, title, shown }) => {
      const group = this.#groups.get(key) ?? newGroup();
      this.#groups.set(key, group);
      setText(group.title, title);
      arrange(group.list, shown.map((one) => {
        const { id } = one.match;
        kept.add(id);
        const item = this.#items.get(id) ?? new AgendaItem(this.#onRemove && (() => this.#onRemove(id)));
        this.#items.set(id, item);
        item.update(one, overlaps.get(id));
        return item.element;
      }));
      return group.element;
    }));
    for (const id of this.#items.keys()) if (!kept.has(id)) this.#items.delete(id);
  }
}

function newGroup() {
  const [title, list] = [element("h3"), element("ol", "agenda-list")];
  return { title, list, element: element("div", "agenda-day", title, list) };
}
