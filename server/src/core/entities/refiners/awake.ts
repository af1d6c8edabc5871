import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';

/** A rule that only some words give something to do. */
interface Wakeable {
  wakes(word: WordInfo, pack: EntityPack): boolean;
}

/** The rules that a sentence's words wake, in their order. */
export type Awake<R> = (infos: readonly WordInfo[], pack: EntityPack) => readonly R[];

/** As many rules as bits that a number keeps apart. */
const MOST_RULES = 31;

/** Numbers for who has asked a word, never given twice; 0 is nobody's. */
let asked = 0;

/**
 * Tells which rules have something to do in a sentence. A rule is asked about a word but once, however often this stands in
 * texts: what it said is kept with the word.
 * @param fitting - the rules of a language, in their order, 31 at most
 */
export function awakeRules<R extends Wakeable>(fitting: (pack: EntityPack) => readonly R[]): Awake<R> {
  const known = new WeakMap<EntityPack, Awake<R>>();
  return (infos, pack) => {
    let awake = known.get(pack);
    if (awake === undefined) {
      awake = ofLanguage(fitting(pack));
      known.set(pack, awake);
    }
    return awake(infos, pack);
  };
}

function ofLanguage<R extends Wakeable>(rules: readonly R[]): Awake<R> {
  if (rules.length > MOST_RULES) throw new Error(`More than ${MOST_RULES} rules to wake`);
  const self = ++asked;
  const bySum = new Map<number, readonly R[]>();
  return (infos, pack) => {
    let sum = 0;
    for (const info of infos) {
      if (info.wakesBy !== self) ask(info, pack);
      sum |= info.wakes;
    }
    let awake = bySum.get(sum);
    if (awake === undefined) {
      awake = rules.filter((_, k) => (sum & (1 << k)) !== 0);
      bySum.set(sum, awake);
    }
    return awake;
  };

  function ask(info: WordInfo, pack: EntityPack): void {
    info.wakesBy = self;
    info.wakes = rules.reduce((bits, rule, k) => (rule.wakes(info, pack) ? bits | (1 << k) : bits), 0);
  }
}
