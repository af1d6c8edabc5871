/**
 * The form that the rules of all layers share. A rule has a name, by which its page (`test/rules/<layer>/<id>.<language>.txt`),
 * its exceptions and whoever watches an analysis know it; what else it has (a trigger, a pattern, a confidence) is its layer's.
 */
export interface Rule {
  /** Words joined by hyphens, unique in its layer: `reported-clause`. */
  readonly id: string;
}

/**
 * A negative rule (HeidelTime's term): where it holds, the rule that lists it finds nothing.
 * It has an example of its own on the page of each rule that lists it.
 */
export interface Exception<Candidate> extends Rule {
  /** Whether the candidate is such a case. Pure: the answer depends on the candidate alone. */
  readonly holds: (candidate: Candidate) => boolean;
}
