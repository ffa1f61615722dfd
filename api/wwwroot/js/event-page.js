import { byId, setText } from "./dom.js";
import { Scoreboard } from "./scoreboard.js";
import { EventState } from "./state.js";
import { follow } from "./stream.js";
import { factsOf, teamName } from "./words.js";

const connectionWords = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting… The scores may be out of date.",
  waiting: "Not connected. Another attempt follows soon; the scores may be out of date.",
  archived: "This event has ended. These scores are final.",
  removed: "This event has ended: it was removed.",
  missing: "There is no event with this id.",
  members: "This event is for its members: sign in to see it.",
};

const state = new EventState();
const scoreboard = new Scoreboard();
const eventId = new URLSearchParams(location.search).get("id");
let frame = 0;

if (eventId) {
  const again = follow(eventId, take, showConnection);
  byId("again").addEventListener("click", again);
} else {
  byId("connection").hidden = false;
  setText(byId("connection-text"), "No event is chosen. Events lists them all.");
}

// Many messages can come between two frames, and only the last state is looked at.
function take(message) {
  state.apply(message);
  frame ||= requestAnimationFrame(show);
}

function show() {
  frame = 0;
  const { event } = state;
  if (event) {
    setText(byId("event-name"), event.name);
    setText(byId("event-facts"), factsOf(event));
    setText(document.querySelector("title"), `${event.name} – LiveFeed`);
  }
  const ended = scoreboard.show(state);
  byId("empty").hidden = state.matches.length > 0;
  // The only score that is read out: every point would drown everything else.
  if (ended) setText(byId("result"), `Final: ${resultText(ended)}`);
}

function showConnection(connection) {
  const box = byId("connection");
  box.hidden = false;
  box.dataset.state = connection;
  setText(byId("connection-text"), connectionWords[connection]);
  byId("again").hidden = ["connecting", "live", "reconnecting"].includes(connection);
}

function resultText({ match, score }) {
  const sets = score.sets.map(({ team1, team2 }) => `${team1} to ${team2}`).join(", ");
  return `${teamName(match, 1)} against ${teamName(match, 2)}, ${sets}`;
}
