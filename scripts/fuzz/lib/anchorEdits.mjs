// Edits of articles that know what they did: a new text in pieces, each of which says what of the old text it is.

/**
 * @typedef {{ from: number, to: number, text?: string } | { text: string, soft?: boolean }} Piece
 *   `from`–`to`: of the old text, as it was or, with `text`, spelt otherwise and still the same. Else something new;
 *   `soft`: white space, which makes no other words of those around it.
 */

/** The text that pieces make. */
export function textOf(old, pieces) {
  return pieces.map((piece) => piece.text ?? old.slice(piece.from, piece.to)).join('');
}

/**
 * Where the characters `[start, end)` of the old text are in the new one: the span, and whether they are intact (all
 * there, in order, nothing but white space come between); undefined where none is left.
 */
export function truthOf(old, pieces, { start, end }) {
  let at = 0;
  let [first, last] = [undefined, undefined];
  let next = start;
  let intact = true;
  let between = false;
  for (const piece of pieces) {
    const length = (piece.text ?? old.slice(piece.from, piece.to)).length;
    const [from, to] = piece.from === undefined ? [0, 0] : [Math.max(start, piece.from), Math.min(end, piece.to)];
    if (from < to) {
      if (from !== next || between) intact = false;
      next = to;
      between = false;
      const whole = piece.text !== undefined;
      if (first === undefined) first = whole ? at : at + from - piece.from;
      last = whole ? at + length : at + to - piece.from;
    } else if (first !== undefined && next < end && !piece.soft && length > 0) between = true;
    at += length;
  }
  return first === undefined ? undefined : { span: { start: first, end: last }, intact: intact && next === end };
}

/** Pieces from replacements `[start, end, text, kind]` in order; `kind` is `alike`, `soft` or nothing. */
export function replaced(old, replacements) {
  const pieces = [];
  let at = 0;
  for (const [start, end, text, kind] of replacements) {
    if (start > at) pieces.push({ from: at, to: start });
    if (kind === 'alike') pieces.push({ from: start, to: end, text });
    else if (text !== '') pieces.push({ text, soft: kind === 'soft' });
    at = end;
  }
  if (at < old.length) pieces.push({ from: at, to: old.length });
  return pieces;
}

/**
 * The same edits put otherwise: what was deleted or inserted can be slid along equal characters, and nobody can tell the
 * one from the other by the texts. Of one replacement alone.
 */
function slides(old, [start, end, text]) {
  const result = [];
  if (start !== end && text !== '') return result;
  const unit = text === '' ? old.slice(start, end) : text;
  for (let k = 1; k < 400 && old[end + k - 1] === unit[(k - 1) % unit.length]; k++)
    result.push([start + k, end + k, text === '' ? '' : text.slice(k % unit.length) + text.slice(0, k % unit.length)]);
  for (let k = 1; k < 400 && start - k >= 0 && old[start - k] === unit[(unit.length * 400 - k) % unit.length]; k++) {
    const cut = (unit.length * 400 - k) % unit.length;
    result.push([start - k, end - k, text === '' ? '' : text.slice(cut) + text.slice(0, cut)]);
  }
  return result;
}

const matches = (text, pattern) => [...text.matchAll(pattern)];

/** Replaces a share of what a pattern finds. */
const each =
  (pattern, make, kind, share = 1) =>
  (old, random) => ({
    pieces: replaced(
      old,
      matches(old, pattern)
        .filter(() => share === 1 || random() < share)
        .map((match) => [match.index, match.index + match[0].length, make(match[0]), kind]),
    ),
  });

const pick = (list, random) => list[Math.floor(random() * list.length)];
const sentencesOf = (text) => matches(text, /[^\s.!?][^.!?\n]*[.!?]+(?: ?»)?/g).filter((match) => match[0].length > 15);
const paragraphsOf = (text) => matches(text, /[^\n]+(?:\n(?!\n)[^\n]+)*\n*/g);

/** One replacement, with all that it could be as well. */
function single(old, replacement) {
  return { pieces: replaced(old, [replacement]), or: slides(old, replacement).map((slid) => replaced(old, [slid])) };
}

function doubled(old, random) {
  const sentence = pick(sentencesOf(old), random);
  if (sentence === undefined) return { pieces: replaced(old, []) };
  const end = sentence.index + sentence[0].length;
  const copy = [end, end, ` ${sentence[0]}`];
  const before = [sentence.index, sentence.index, `${sentence[0]} `];
  // with the old text at hand the one edit is the other, as long as all that is in the sentence stays together
  return { pieces: replaced(old, [random() < 0.5 ? copy : before]), orLive: [copy, before].map((edit) => replaced(old, [edit])) };
}

function movedParagraph(old, random) {
  const paragraphs = paragraphsOf(old);
  const from = Math.floor(random() * paragraphs.length);
  const order = paragraphs.map((_, i) => i).filter((i) => i !== from);
  order.splice(Math.floor(random() * (order.length + 1)), 0, from);
  const end = paragraphs.at(-1) ? paragraphs.at(-1).index + paragraphs.at(-1)[0].length : 0;
  const pieces = order.map((i) => ({ from: paragraphs[i].index, to: paragraphs[i].index + paragraphs[i][0].length }));
  return { pieces: [{ from: 0, to: paragraphs[0]?.index ?? 0 }, ...pieces, { from: end, to: old.length }] };
}

function movedSentence(old, random) {
  const sentences = sentencesOf(old);
  const [one, other] = [pick(sentences, random), pick(sentences, random)];
  if (!one || !other || one === other) return { pieces: replaced(old, []) };
  const [a, b] = one.index < other.index ? [one, other] : [other, one];
  const [aEnd, bEnd] = [a.index + a[0].length, b.index + b[0].length];
  if (aEnd > b.index) return { pieces: replaced(old, []) };
  const [start, between, end] = [
    { from: 0, to: a.index },
    { from: aEnd, to: b.index },
    { from: bEnd, to: old.length },
  ];
  const [first, second] = [
    { from: a.index, to: aEnd },
    { from: b.index, to: bEnd },
  ];
  const pieces = [start, between, second, { text: ' ' }, first, end];
  // of two that say the same either may be the one that went past the other
  return { pieces, or: a[0] === b[0] ? [[start, between, first, { text: ' ' }, second, end]] : [] };
}

function deletedWords(old, random) {
  const words = matches(old, /[\p{L}\p{N}]+ ?/gu).filter(() => random() < 0.02);
  if (words.length === 1) return single(old, [words[0].index, words[0].index + words[0][0].length, '']);
  const edits = words.map((match) => [match.index, match.index + match[0].length, '']);
  // each could be slid by itself
  const or = edits.flatMap((edit, i) =>
    slides(old, edit)
      .filter(([start, end]) => (edits[i - 1]?.[1] ?? 0) <= start && end <= (edits[i + 1]?.[0] ?? old.length))
      .map((slid) => replaced(old, edits.with(i, slid))),
  );
  return { pieces: replaced(old, edits), or };
}

function deletedSentence(old, random) {
  const sentence = pick(sentencesOf(old), random);
  if (sentence === undefined) return { pieces: replaced(old, []) };
  const edit = deletionOf(old, sentence);
  const { pieces, or } = single(old, edit);
  // of two that say the same, one after the other, either may be the one that went
  const same = sentencesOf(old).filter((other) => other[0] === sentence[0] && other !== sentence);
  const beside = same.filter((other) => old.slice(...between(sentence, other)).trim() === '');
  return { pieces, or: [...or, ...beside.map((other) => replaced(old, [deletionOf(old, other)]))] };
}

function deletionOf(old, sentence) {
  const end = sentence.index + sentence[0].length;
  return [sentence.index, old[end] === ' ' ? end + 1 : end, ''];
}

const between = (one, other) => {
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  return [first.index + first[0].length, second.index];
};

function typos(old, random) {
  const words = matches(old, /\p{L}{4,}/gu).filter(() => random() < 0.03);
  return {
    pieces: replaced(
      old,
      words.map((match) => {
        const at = match.index + Math.floor(random() * match[0].length);
        return [at, at + 1, random() < 0.5 ? '' : pick('aeiounrstl', random)];
      }),
    ),
  };
}

function renamed(old, random) {
  const names = [...new Set(matches(old, /\p{Lu}\p{L}{3,}/gu).map((match) => match[0]))];
  const name = pick(names, random);
  if (name === undefined) return { pieces: replaced(old, []) };
  return each(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu'), () => 'Karlovane')(old, random);
}

function rewrapped(old) {
  const replacements = [];
  let column = 0;
  for (const match of matches(old, /\S+|\s+/gu)) {
    if (match[0].includes('\n')) column = 0;
    else if (/\s/u.test(match[0]) && column > 60) {
      replacements.push([match.index, match.index + match[0].length, '\n', 'alike']);
      column = 0;
    } else column += match[0].length;
  }
  return { pieces: replaced(old, replacements) };
}

const NEW_PARAGRAPH =
  'Le syndicat des passeurs a fait savoir qu’il ne s’opposerait pas à la mesure, pourvu que les bacs de nuit soient maintenus.\n\n';

function inserted(old, random) {
  const paragraph = pick(paragraphsOf(old), random);
  const at = paragraph?.index ?? 0;
  return single(old, [at, at, NEW_PARAGRAPH]);
}

/** What other programs and people do to a text, by name. Each takes the text and gives pieces, and what they could be as well. */
export const EDITS = {
  'spaces doubled': each(/ /g, () => '  ', 'alike', 0.4),
  're-wrapped lines': rewrapped,
  'composition taken apart': each(/[^\0-\x7f]\p{M}*|[a-zA-Z]\p{M}+/gu, (found) => found.normalize('NFD'), 'alike'),
  'apostrophes changed': each(/['’]/g, (found) => (found === "'" ? '’' : "'"), 'alike'),
  'guillemets to straight marks': each(/« ?|« ?| ?»| ?»/g, () => '"', 'alike'),
  'straight marks to curly ones': each(/"/g, () => '“', 'alike'),
  'sentence doubled': doubled,
  'paragraph moved': movedParagraph,
  'sentence moved': movedSentence,
  'words deleted': deletedWords,
  'sentence deleted': deletedSentence,
  'header changed': (old) => {
    const found = /^\s*date (?=\S)/.exec(old)?.[0].length ?? 0;
    const end = found + (/^[\d-]*/.exec(old.slice(found))?.[0].length ?? 0);
    return single(old, [found, end, '1987-11-03']);
  },
  'emoji added': each(/(?<=[.!?]) /g, () => ' 😀 ', undefined, 0.1),
  'byte-order mark added': (old) => single(old, [0, 0, '\ufeff']),
  'line ends changed': each(/\r?\n/g, () => '\r\n', 'alike'),
  'typing errors mended': typos,
  'no-break spaces': each(/ (?=[:;!?»%])|(?<=«) /g, () => '\u202f', 'alike'),
  'dashes changed': each(/[-–—]/g, () => '‑', 'alike'),
  'paragraph inserted': inserted,
  'name changed throughout': renamed,
};
