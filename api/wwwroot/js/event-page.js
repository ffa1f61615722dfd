import { connect } from "../livefeed.js";
import { byId, setText } from "./dom.js";
import { Scoreboard } from "./scoreboard.js";
import { factsOf, teamName } from "./words.js";

const connectionWords = {
  "connecting": "Connecting…",
  "live": "Live",
  "polling": "Live, a little later than usual",
  "reconnecting": "Reconnecting… The scores may be out of date.",
  "offline": "No network. The scores may be out of date.",
  "ended": "This event has ended. These scores are final.",
  "removed": "This event has ended: it was removed.",
  "not-found": "There is no event with this id.",
  "sign-in-needed": "This event is for its members: sign in to see it.",
  "forbidden": "This event is for its members: ask an organizer to add you.",
};

const scoreboard = new Scoreboard();
const eventId = new URLSearchParams(location.search).get("id");
let state;
let frame = 0;

if (eventId) {
  const feed = connect({ eventId, onState: take, onStatus: showConnection });
  byId("again").addEventListener("click", feed.reconnect);
} else {
  byId("connection").hidden = false;
  setText(byId("connection-text"), "No event is chosen. Events lists them all.");
}

// Many entries can come between two frames, and only the last state is looked at.
function take(told) {
  state = told;
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

function showConnection({ code, reason }) {
  const connection = code === "ended" && reason !== "event_archived" ? "removed" : code;
  const box = byId("connection");
  box.hidden = false;
  box.dataset.state = connection;
  setText(byId("connection-text"), connectionWords[connection] ?? "The scores can't be shown.");
  byId("again").hidden = ["connecting", "live", "polling", "reconnecting", "offline"].includes(code);
}

function resultText({ match, score }) {
  const sets = score.sets.map(({ team1, team2 }) => `${team1} to ${team2}`).join(", ");
  return `${teamName(match, 1)} against ${teamName(match, 2)}, ${sets}`;
}
