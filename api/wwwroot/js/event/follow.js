import { arrange, button, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { plain } from "./filter.js";

const most = 8;

/** A button that follows or unfollows a team. */
export class FollowButton {
  #icon = element("span", "icon icon-star");
  #name = element("span");
  #team = null;

  constructor(favourites, className) {
    this.element = button("", className);
    this.element.append(this.#icon, this.#name);
    this.element.addEventListener("click", () => {
      if (!favourites.toggle(this.#team.id)) toast(text("event.teamsNotStored"), "caution");
    });
  }

  /** @param isNamed Whether the button shows the team's name; otherwise only screen readers get it. */
  show(team, isFollowed, isNamed) {
    this.#team = team;
    this.element.hidden = !team;
    if (!team) return;
    this.#icon.className = `icon ${isFollowed ? "icon-star-full" : "icon-star"}`;
    this.#name.className = isNamed ? "" : "visually-hidden";
    setText(this.#name, isNamed ? team.name : text("event.follow", { team: team.name }));
    this.element.ariaPressed = `${isFollowed}`;
  }
}

/** Follow buttons for the teams that match the search and, in "My teams", for the followed ones. */
export class FollowBar {
  #box;
  #favourites;
  #buttons = new Map();

  constructor(box, favourites) {
    this.#box = box;
    this.#favourites = favourites;
  }

  show(view, teams) {
    const words = plain(view.team).split(/\s+/).filter(Boolean);
    const isAsked = ({ id, name }) => {
      if (words.length > 0) return words.every((word) => plain(name).includes(word));
      return view.mine && this.#favourites.has(id);
    };
    const shown = teams.filter(isAsked).slice(0, words.length > 0 ? most : Infinity);
    this.#box.hidden = shown.length === 0;
    arrange(this.#box, shown.map((team) => {
      const button = this.#buttons.get(team.id) ?? new FollowButton(this.#favourites, "chip");
      this.#buttons.set(team.id, button);
      button.show(team, this.#favourites.has(team.id), true);
      return button.element;
    }));
  }
}
