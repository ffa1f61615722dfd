// In these sports the side that wins a rally serves next.
const rallySports = new Set(["volleyball", "beach-volleyball", "badminton", "squash"]);
// In these it also serves first in the next set or game, if it won the last one. In the others that depends on the set before, or on a toss.
const winnerBegins = new Set(["badminton", "squash"]);

/** Whether a point says who serves next. */
export function isByRally({ kind, sport }) {
  return kind === "sets" && rallySports.has(sport);
}

/** Who serves after a rally; undefined if nobody can say, because a point was taken away. */
export function serverAfterRally(team, by) {
  return by > 0 ? team : undefined;
}

/**
 * Who serves after a tie-break of which so many points were played when its last one began. Who served first in it receives first now (ITF Rules
 * of Tennis, rules 5b and 14).
 */
export function serverAfterTieBreak(server, played) {
  return Math.ceil(played / 2) % 2 === 0 ? other(server) : server;
}

/** Who serves in a tie-break when the number of its points has become this, or ceases to be it: first one point, then two each. */
export function serverInTieBreak(server, played) {
  return server && played % 2 === 1 ? other(server) : server;
}

/** The other side serves, if it is known who does. */
export function other(server) {
  return server && 3 - server;
}

/** Who serves first in the next set; undefined if nobody can say before it begins. */
export function serverOfNextSet({ server }, format) {
  return isByRally(format) && !winnerBegins.has(format.sport) ? undefined : server;
}
