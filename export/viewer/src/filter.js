// Which relations are shown. A state is { types, relations: Set of names; since, until: days; whole: no bound on time;
// support; negated, modal, claimed: booleans }.

/** The sentences of an edge inside the time; undated ones count only while time is not bounded. */
export function sentencesOf(edge, state) {
  if (state.whole) return edge.ev;
  return edge.ev.filter((sentence) => sentence.to >= state.since && sentence.from <= state.until);
}

/** Number of articles behind the edge inside the time. */
export function supportOf(edge, state) {
  if (state.whole) return edge.n;
  return new Set(sentencesOf(edge, state).map((sentence) => sentence.a)).size;
}

export function isShown(edge, graph, state) {
  if (!state.relations.has(graph.relationOf(edge.r))) return false;
  if (!state.types.has(graph.nodes[edge.s].type) || !state.types.has(graph.nodes[edge.o].type)) return false;
  if (edge.neg && !state.negated) return false;
  if (edge.mod && !state.modal) return false;
  if (edge.att && !state.claimed) return false;
  const support = supportOf(edge, state);
  return support > 0 && support >= state.support;
}
