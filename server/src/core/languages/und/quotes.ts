import type { QuotePack } from '../../quotes/pack';

/** Any language: marks pair, colons and dashes bring in speech; without verbs there are no cues. */
export const quotePack: QuotePack = {
  language: 'und',
  verbs: { endings: [], verbs: '' },
  verbClasses: {},
  words: {},
  marks: [['"', '"']],
  attributions: [],
  pronouns: {},
  causativeCues: new Set(),
  meaning: new Set(),
  humanEndings: [],
  things: new Set(),
  infinitiveEndings: [],
  demonymEndings: [],
  firstPerson: new Set(),
  adverbials: [],
  adverbEndings: [],
  feminine: new Set(),
  plural: new Set(),
  definite: new Map(),
  honorifics: new Set(),
  inversion: false,
  zeroThat: false,
  inciseOpeners: new Set(),
};
