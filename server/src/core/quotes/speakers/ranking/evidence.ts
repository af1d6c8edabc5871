import type { AnaphorForm } from './anaphor';

/**
 * A kind of evidence with the values that it can have, numbered from its first one: in the choice evidence is numbers alone, and
 * what they are called is asked by who learns or explains.
 */
class Kind<Value extends string> {
  readonly #numbers: Readonly<Record<Value, number>>;

  constructor(title: string, values: readonly Value[]) {
    const numbered = values.map((value) => [value, NAMES.push(`${title} ${value}`) - 1] as const);
    this.#numbers = Object.fromEntries(numbered) as Record<Value, number>;
  }

  of(value: Value): number {
    return this.#numbers[value];
  }
}

const NAMES: string[] = [];

/** Evidence that holds or does not. */
const sign = (name: string): number => NAMES.push(name) - 1;

/** How far back something was, in sentences: from the first value on, by how many. */
class Distance {
  readonly #first = NAMES.length;

  constructor(title: string) {
    for (const value of ['none', ...COUNTED, ...FURTHER]) sign(`${title} ${value}`);
  }

  of(back: number | undefined): number {
    if (back === undefined) return this.#first;
    if (back < COUNTED.length) return this.#first + 1 + back;
    return this.#first + 1 + COUNTED.length + (back < 7 ? 0 : 1);
  }
}

const COUNTED = ['0', '1', '2', '3'] as const;
const FURTHER = ['4 to 6', '7 or more'] as const;

/** How often or how long ago something was, up to three, and what it is called where it never was. */
class Count {
  readonly #first = NAMES.length;

  constructor(title: string) {
    for (const value of [...COUNTED, 'none']) sign(`${title} ${value}`);
  }

  of(count: number | undefined): number {
    return this.#first + (count === undefined ? COUNTED.length : Math.min(count, COUNTED.length - 1));
  }
}

const TYPES = ['PER', 'ORG', 'LOC', 'MISC', 'unknown', 'described'] as const;

/** All evidence for and against an option, and for nobody named. */
export const EVIDENCE = {
  type: new Kind('type', TYPES),
  gender: new Kind('gender', ['open', 'same', 'unknown']),
  named: new Distance('named'),
  namedLater: sign('named later'),
  subject: new Distance('subject'),
  spoke: new Distance('spoke'),
  turn: new Count('turn'),
  quoted: new Count('quoted'),
  prominence: new Kind('prominence', ['low', '1', '2', '3']),
  namedHere: sign('named in the paragraph'),
  last: sign('last in the sentence'),
  first: sign('first in the sentence'),
  governed: new Kind('after', ['of', 'preposition']),
  inWords: sign('named in its own words'),
  saysI: new Kind('says I,', TYPES),
  acts: sign('acts before'),
  onlyOne: sign('the only one'),
  nearest: sign('named nearest'),
  nearestAlone: sign('named nearest, alone'),
  nearestActive: sign('nearest who speaks or acts'),
  lastSubject: sign('last subject'),
  lastTurn: sign('last who speaks and can be meant'),
  roleShared: sign('role shared'),
  otherRoles: sign('other roles'),
  noRole: sign('no role'),
  besideComplement: sign('named later beside its complement'),
  complementShared: sign('complement shared'),
  nobody: sign('nobody named'),
  nobodyKnown: new Kind('nobody,', ['0 known', '1 known', '2 known', '3 known']),
  nobodyComplement: sign('nobody, named complement'),
  nobodyNoGender: sign('nobody, no gender'),
  nobodyNear: sign('nobody, none is near'),
  nobodyLastSpeaker: sign('nobody, the last speaker can be'),
  nobodyRoleShared: sign('nobody, role shared'),
  nobodyOffice: sign('nobody, an office'),
  nobodyUnnamed: new Kind('nobody, last speaker unnamed', ['here', 'near']),
  nobodyUnnamedSubject: sign('nobody, last subject unnamed'),
  nobodyCalledBefore: sign('nobody, called so before'),
} as const;

/** What a piece of evidence is called. */
export const nameOf = (evidence: number): string => NAMES[evidence] ?? '';

/** What a piece of evidence is called, alone and with the form of the anaphor: both are weighed. */
export const namesOf = (evidence: number, form: AnaphorForm): readonly [string, string] => {
  const name = nameOf(evidence);
  return [name, `${form}: ${name}`];
};

/** What each piece of evidence weighs for a form of anaphor, by its number. */
export class WeightTable {
  // in hundredths: whole numbers, so that options with the same evidence come out the same
  readonly #byForm = new Map<AnaphorForm, Float64Array>();

  constructor(private readonly weights: ReadonlyMap<string, number>) {}

  /** The sum that some evidence weighs. */
  sum(evidence: readonly number[], form: AnaphorForm): number {
    const weights = this.#byForm.get(form) ?? this.#compile(form);
    let sum = 0;
    for (let i = 0; i < evidence.length; i++) sum += weights[evidence[i] as number] as number;
    return sum / 100;
  }

  /** What one piece of evidence weighs. */
  weight(evidence: number, form: AnaphorForm): number {
    return ((this.#byForm.get(form) ?? this.#compile(form))[evidence] ?? 0) / 100;
  }

  #compile(form: AnaphorForm): Float64Array {
    const compiled = Float64Array.from(NAMES, (_, evidence) =>
      namesOf(evidence, form).reduce((sum, name) => sum + Math.round(100 * (this.weights.get(name) ?? 0)), 0),
    );
    this.#byForm.set(form, compiled);
    return compiled;
  }
}
