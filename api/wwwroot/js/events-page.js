import { connect } from "../livefeed.js";
import { showBar } from "./bar.js";
import { connectionPill } from "./connection-pill.js";
import { byId, setText } from "./dom.js";
import { pageEventId, setPageTitle } from "./page.js";
import { Scoreboard } from "./scoreboard.js";
import { factsOf, teamName } from "./words.js";

const scoreboard = new Scoreboard();
let state;
let frame = 0;

showBar({ eventId: pageEventId, current: "events" });
const pill = connectionPill(byId("connection"), () => feed.reconnect());
const feed = connect({ eventId: pageEventId, onState: take, onStatus: pill.show });

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
    setPageTitle(event.name);
  }
  const ended = scoreboard.show(state);
  byId("empty").hidden = state.matches.length > 0;
  // The only score that is read out: every point would drown everything else.
  if (ended) setText(byId("result"), `Final: ${resultText(ended)}`);
}

function resultText({ match, score }) {
  const sets = score.sets.map(({ team1, team2 }) => `${team1} to ${team2}`).join(", ");
  return `${teamName(match, 1)} against ${teamName(match, 2)}, ${sets}`;
}
