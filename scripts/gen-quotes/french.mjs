import { readFileSync } from 'node:fs';
import { conjugate } from './french-conjugation.mjs';

const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Lemma to flags: those of the cue list, and '' for common verbs that are no cues. */
export function frenchVerbs() {
  const verbs = new Map();
  for (const line of here('./french-verbs.txt').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [lemma, flags] = line.split(' ');
    verbs.set(lemma, [...new Set((verbs.get(lemma) ?? '') + flags)].join(''));
  }
  for (const lemma of here('./french-common-verbs.txt').split(/\s+/).filter(Boolean)) {
    if (
      lemma === 'asseoir' ||
      lemma === 'émouvoir' ||
      lemma === 'suffire' ||
      lemma === 'accroître' ||
      lemma === 'luire' ||
      lemma === 'inclure'
    )
      continue;
    if (!verbs.has(lemma)) verbs.set(lemma, '');
  }
  return verbs;
}

export { conjugate };
