// Stages that are drawn beside each other: who wins the main rounds of a double elimination goes on to the grand final.
const mainLine = new Set(["main", "grandFinal", "resetFinal"]);

/**
 * Arranges a bracket in parts that stand apart: the main rounds, the losers' bracket, and what is played for each further place. A part is
 * `{ key, rows, columns }`, a column `{ round, nodes }`, and a node a match or both legs of a tie:
 *
 * - `matches`: what `GET …/brackets` has of it;
 * - `rows`: how many rows it takes, one for each leg;
 * - `center`: its distance from the top of its part, in rows. It is midway between those from whom its teams come;
 * - `feeders` and `next`: the nodes before and after it that a line joins.
 */
export function layoutOf(bracket) {
  const parts = new Map();
  for (const round of bracket.rounds) {
    const key = mainLine.has(round.stage) ? "main" : `${round.stage}-${round.place}`;
    const rounds = parts.get(key) ?? [];
    rounds.push(round);
    parts.set(key, rounds);
  }
  return [...parts].map(([key, rounds]) => arranged(key, rounds));
}

function arranged(key, rounds) {
  const columns = rounds.map((round) => ({ round, nodes: nodesOf(round) }));
  columns.slice(1).forEach(({ nodes }, index) => link(columns[index].nodes, nodes));
  for (const { nodes } of columns)
    for (const node of nodes) node.height = Math.max(node.rows, node.feeders.reduce((sum, { height }) => sum + height, 0));
  let rows = 0;
  for (const { nodes } of columns.toReversed())
    for (const node of nodes) {
      if (!node.next) {
        node.top = rows;
        rows += node.height;
      }
      // The feeders stand in the middle of their node's rows if it takes more than they do.
      let top = node.top + (node.height - node.feeders.reduce((sum, { height }) => sum + height, 0)) / 2;
      for (const feeder of node.feeders) {
        feeder.top = top;
        top += feeder.height;
      }
    }
  for (const { nodes } of columns)
    for (const node of nodes) {
      const [first, last] = [node.feeders[0], node.feeders.at(-1)];
      node.center = first ? (first.center + last.center) / 2 : node.top + node.height / 2;
    }
  return { key, rows, columns };
}

/** Both legs of a tie have one position. */
function nodesOf({ matches }) {
  const nodes = new Map();
  for (const one of matches) {
    const node = nodes.get(one.position) ?? { matches: [], rows: 0, feeders: [], next: null };
    node.matches.push(one);
    node.rows++;
    nodes.set(one.position, node);
  }
  return [...nodes.values()];
}

function link(before, nodes) {
  const byMatch = new Map(before.flatMap((node) => node.matches.map(({ match }) => [match.id, node])));
  for (const node of nodes) {
    const [{ match }] = node.matches;
    for (const source of [match.team1From, match.team2From]) {
      const feeder = byMatch.get(source?.winnerOf);
      if (!feeder || feeder.next) continue;
      feeder.next = node;
      node.feeders.push(feeder);
    }
  }
}
