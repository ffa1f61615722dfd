import { api } from "../api.js";

/** The members' names by user id, as a function; who is no member has no name here. */
export function peopleOf(context) {
  const people = {
    known: null,
    async load() {
      if (people.known) return people.known;
      const { items } = await api.get(`${context.path}/members?limit=1000`);
      const names = new Map(items.map(({ userId, name }) => [userId, name]));
      people.known = (id) => names.get(id) ?? "Somebody who is no member now";
      return people.known;
    },
  };
  return people;
}
