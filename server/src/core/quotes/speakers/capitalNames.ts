import { CLASS } from '../../lexicon/wordClasses';
import type { QuoteWords } from '../candidate';
import type { Guess } from './candidates';

/** Runs of capitalised words with the particles between them; a sentence's first word only where it is no common word. */
export function capitalNames(words: QuoteWords): { start: number; end: number; guess: Guess }[] {
  const names: { start: number; end: number; guess: Guess }[] = [];
  for (let i = 0; i < words.tokens.length; i++) {
    if (!words.isCapital(i) || !isNameWord(words, i)) continue;
    // "le Français Jean Dupont": what people come from is no part of their name
    if (words.isHuman(i - 1) && isAcronym(words, i) && words.isCapital(i + 1) && !isAcronym(words, i + 1)) continue;
    if (
      words.is(i - 1, CLASS.determiner) &&
      words.isCapital(i + 1) &&
      words.pack.demonymEndings.some((ending) => words.at(i).endsWith(ending))
    )
      continue;
    const opening = i === 0 || /^[.!?…«»"“”:–—-]$/.test(words.at(i - 1));
    if (opening && (words.info[i]?.verb !== undefined || words.isAdverb(i)) && isNameWord(words, i + 1)) continue;
    const tied = /^[-‑]$/.test(words.at(i - 1)) && !words.spaced(i) && words.is(i - 2, CLASS.particle);
    const start = tied ? i - 2 : i;
    let end = i + 1;
    let capitals = 1;
    for (let k = end; k < words.tokens.length && k < start + 12; ) {
      const glue = joinsName(words, k);
      if (glue > 0 && isNameWord(words, k + glue)) {
        end = k + glue + 1;
        capitals++;
        k = end;
      } else if (isNameWord(words, k) && words.marks.inside[k] === words.marks.inside[start]) {
        end = k + 1;
        capitals++;
        k++;
      } else break;
    }
    // Ing-wen, al-Joulani: what a hyphen ties to the name
    while (/^[-‑]$/.test(words.at(end)) && !words.spaced(end) && words.isWord(end + 1) && !words.spaced(end + 1)) end += 2;
    i = end - 1;
    const first = start === 0 || /^[.!?…«»"“”:–—-]$/.test(words.at(start - 1));
    if (
      capitals === 1 &&
      first &&
      (words.info[start]?.classes !== 0 || words.info[start]?.verb !== undefined || words.isAdverb(start) || words.isHuman(start))
    )
      continue;
    if (capitals === 1 && (words.tokens[start]?.text.length ?? 0) < 2) continue;
    // "l'ONG", "le PDG": a common noun in capitals
    if (capitals === 1 && isAcronym(words, start) && words.pack.organisations.has(words.at(start))) continue;
    names.push({ start, end, guess: guessType(words, start, end, capitals) });
  }
  return names;
}

const isAcronym = (words: QuoteWords, i: number): boolean => /^\p{Lu}{2,5}$/u.test(words.tokens[i]?.text ?? '');

/** A title or a first name makes a person, a preposition of place a place, an article an organisation. */
function guessType(words: QuoteWords, start: number, end: number, capitals: number): Guess {
  const before = start - 1;
  const form = words.at(before);
  if (words.pack.honorifics.has(form) || words.pack.honorifics.has(words.at(before - 1))) return 'PER';
  for (let i = start; i < end; i++) if (words.is(i, CLASS.institution) || words.is(i, CLASS.source)) return 'ORG';
  if (words.isHuman(before)) return 'PER';
  const all = words.text.slice(words.tokens[start]?.start ?? 0, words.tokens[end - 1]?.end ?? 0);
  if (capitals === 1 && all.length > 1 && all.length < 7 && all === all.toUpperCase()) return 'ORG';
  // Référendum d'Initiative Citoyenne: d' and du join no first and family name
  for (let i = start; i < end; i++)
    if (words.is(i, CLASS.of) && !words.isCapital(i) && !words.lists.fullOf.has(words.at(i))) return 'ORG';
  const article = words.is(before, CLASS.determiner);
  if (capitals > 1 && !article) return 'PER';
  if (article) return 'ORG';
  return words.is(before, CLASS.preposition) &&
    !words.is(before, CLASS.of) &&
    !words.pack.attributions.some((a) => a.words.at(-1) === form)
    ? 'LOC'
    : 'unknown';
}

function isNameWord(words: QuoteWords, i: number): boolean {
  if (!words.isCapital(i)) return false;
  const form = words.at(i);
  if (form.endsWith("'")) return false;
  if (words.pack.honorifics.has(form)) return false;
  if (words.pack.capitalNouns && (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source))) return false;
  // "Premier ministre", "PDG": a title is no name
  if (
    (words.is(i, CLASS.human) || words.is(i + 1, CLASS.human)) &&
    (!words.isCapital(i - 1) || words.is(i - 1, CLASS.determiner)) &&
    !(words.is(i - 1, CLASS.particle) && words.isCapital(i - 2)) &&
    (words.is(i, CLASS.human) || words.lists.firstOfTitle.test(form))
  )
    return false;
  // Le Monde, La Haye: a capital article within a sentence
  if (words.is(i, CLASS.determiner) && words.isCapital(i + 1) && i > 0 && words.isWord(i - 1)) return true;
  if (
    words.is(i, CLASS.determiner) ||
    words.is(i, CLASS.subject) ||
    words.is(i, CLASS.time) ||
    words.is(i, CLASS.subordinator) ||
    words.is(i, CLASS.that) ||
    words.is(i, CLASS.relative)
  )
    return words.isCapital(i - 1) && words.tokens[i]?.text === words.tokens[i]?.text.toUpperCase() && form.length > 2;
  return !words.is(i, CLASS.preposition) || (words.is(i, CLASS.particle) && words.isCapital(i + 1)) || words.at(i + 1) === '-';
}

/** How many tokens of glue stand at an index between two parts of a name: a particle, a hyphen, an initial's stop. */
function joinsName(words: QuoteWords, k: number): number {
  const text = words.at(k);
  if (/^[-‑]$/.test(text) && !words.spaced(k) && !words.spaced(k + 1)) return 1;
  if (text === '.' && !words.spaced(k) && (words.tokens[k - 1]?.text.length ?? 9) <= 2) return 1;
  if (words.is(k, CLASS.particle) && !words.isCapital(k) && /^[-‑]$/.test(words.at(k + 1)) && !words.spaced(k + 1)) return 2;
  if (words.isCapital(k) && words.is(k, CLASS.particle)) return words.isCapital(k + 1) ? 1 : 0;
  if (words.is(k, CLASS.particle) && !words.isCapital(k))
    return words.is(k + 1, CLASS.particle) && !words.isCapital(k + 1) ? 2 : 1;
  if (/^[-‑]$/.test(text) && words.is(k + 1, CLASS.particle)) return /^[-‑]$/.test(words.at(k + 2)) ? 3 : 2;
  return 0;
}
