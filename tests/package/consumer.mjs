// A program of somebody who has installed the package: follows an event, says what comes, and ends by itself once it has seen a score of three points.
import { connect } from "livefeed-client";

const [base] = process.argv.slice(2);
const say = (what) => console.log(JSON.stringify(what));

const feed = connect({
  base,
  eventId: "cup",
  onStatus: ({ code }) => say({ code }),
  onState: ({ matches }) => say({ matches: matches.length }),
  onEntry({ type, sets }) {
    say({ type, sets });
    if (sets?.[0].team1 === 3) feed.close();
  },
});
