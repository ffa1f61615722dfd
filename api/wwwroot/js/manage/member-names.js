import { api } from "../shared/api.js";
import { text } from "../shared/text.js";

/** Returns a function from a user id to a member's name; other users have no name here. */
export function memberNames(context) {
  const people = {
    known: null,
    async load() {
      if (people.known) return people.known;
      const { items } = await api.get(`${context.path}/members?limit=1000`);
      const names = new Map(items.map(({ userId, name }) => [userId, name]));
      people.known = (id) => names.get(id) ?? text("manage.noMember");
      return people.known;
    },
  };
  return people;
}
