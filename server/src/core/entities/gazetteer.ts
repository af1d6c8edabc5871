import type { EntityType } from '../analysis';
import { foldWord } from './lexicon';
import type { Word } from './words';

/** A project's own name, from its gazetteer. */
export interface GazetteerEntry {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly identifier?: string;
  readonly note?: string;
  /** What the file says besides, by the names of its columns. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** Where one of the project's names stands: words `from` to `to` (exclusive) of a sentence. */
export interface NameMatch {
  readonly from: number;
  readonly to: number;
  readonly entry: GazetteerEntry;
}

interface Node {
  readonly next: Map<string, Node>;
  entries: { readonly text: string; readonly entry: GazetteerEntry }[];
}

/** The project's names, ready to be found. */
export interface Gazetteer {
  /** Longest matches from left to right, none overlapping. */
  find(words: readonly Word[]): NameMatch[];
  /** The entry that a mention's text is the name or an alias of. */
  entryOf(text: string): GazetteerEntry | undefined;
}

/**
 * @param wordsOf - cuts a name into words as text is cut
 * A name in small letters only matches small letters too; any other one matches from its first capital on, or in capitals throughout.
 */
export function openGazetteer(entries: readonly GazetteerEntry[], wordsOf: (name: string) => readonly string[]): Gazetteer {
  const root: Node = { next: new Map(), entries: [] };
  const byText = new Map<string, GazetteerEntry>();
  for (const entry of entries) {
    for (const text of [entry.name, ...entry.aliases]) {
      if (!byText.has(foldSpaces(text))) byText.set(foldSpaces(text), entry);
      const words = wordsOf(text);
      if (words.length === 0) continue;
      const node = words.reduce(nodeAfter, root);
      node.entries.push({ text: words.join(' '), entry });
    }
  }
  return {
    find: (words) => findNames(words, root),
    entryOf: (text) => (byText.size === 0 ? undefined : byText.get(foldSpaces(text))),
  };
}

/** The node that a word leads to; made where there is none. */
function nodeAfter(node: Node, word: string): Node {
  const folded = foldWord(word);
  let next = node.next.get(folded);
  if (next === undefined) {
    next = { next: new Map(), entries: [] };
    node.next.set(folded, next);
  }
  return next;
}

const foldSpaces = (text: string): string => foldWord(text).split(/\s+/u).filter(Boolean).join(' ');

function findNames(words: readonly Word[], root: Node): NameMatch[] {
  const matches: NameMatch[] = [];
  for (let i = 0; i < words.length; i++) {
    let node: Node | undefined = root;
    let best: NameMatch | undefined;
    for (let k = i; k < words.length; k++) {
      node = node.next.get(foldWord((words[k] as Word).text));
      if (node === undefined) break;
      const text = words
        .slice(i, k + 1)
        .map((word) => word.text)
        .join(' ');
      const found = node.entries.find((candidate) => agreesInCase(candidate.text, text));
      if (found !== undefined) best = { from: i, to: k + 1, entry: found.entry };
    }
    if (best === undefined) continue;
    matches.push(best);
    i = best.to - 1;
  }
  return matches;
}

/** Acronyms ask for their own case, names for a capital where they have their first one; small words for nothing. */
function agreesInCase(name: string, text: string): boolean {
  if (name === text) return true;
  if (!/\p{Lu}/u.test(name)) return true;
  if (/^[\p{Lu}\p{N}.]{2,5}$/u.test(name)) return false;
  if (text === text.toUpperCase()) return true;
  const at = name.search(/\p{Lu}/u);
  return /\p{Lu}/u.test(text[at] ?? '');
}
