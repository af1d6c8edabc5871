import * as v from 'valibot';
import type { Annotation, Relation } from '../formats/annotationDocument';
import { compareText } from '../formats/annotationDocument';
import { error, type FormatProblem } from '../formats/format';
import { isObject, parseJson } from '../formats/json';
import { fileMessages } from '../messages/files';
import { isMessage, type Message } from '../messages/message';
import {
  type ArticleLabel,
  type Decisions,
  isRejection,
  type Judged,
  type LostDecision,
  type Mark,
  type Outcome,
  type Signed,
  textHash,
} from './decisions';
import { labelKey, sortedLabels } from './labels';
import { mergeOutcome } from './mergeOutcome';
import { OccurrenceIndex, rank } from './occurrenceIndex';
import {
  Anchors,
  AroundFields,
  asFields,
  JudgedFields,
  LabelFields,
  LostFields,
  OutcomeFields,
  SignedFields,
} from './reviewFields';
import { readSketch, type SentenceSketch, writeSketch } from './sentenceSketch';
import { createAnchor, type TextAnchor } from './textAnchor';

/*
 * NAME.review.jsonl: what brat's NAME.ann cannot say, one JSON object a line. docs/annotations.md describes it.
 *
 *   {"review":1,"length":2534,"sha256":"…"}                                      the text that the files belong to
 *                                                                                ("sentences":"…" where it repeats itself)
 *   {"article":"finished","note":"…","by":"…","day":"…","sha256":"…","decided":"…"} or "aside": of the whole
 *   {"id":"T1","prefix":"…","suffix":"…","judged":{…},"by":"…","day":"…"}       around the words of a T line
 *   {"id":"T2","doubtful":[{"exact":"…","prefix":"…","suffix":"…"}]}             its place must be looked at
 *   {"reject":"entity/PER","words":[{"exact":"…","prefix":"…","suffix":"…","nth":1}],"judged":{…}}
 *   {"lost":"T9","layer":"entity","type":"PER","words":[…]}                      its words are not in the text
 *   {"alone":"paul-verdier-2"}                                                   a group that was split off
 *   {"label":"topic","value":"trade","by":"…","day":"…"}                         of the whole; of a flag without value
 *
 * Offsets would change in every line with every edit before them; `nth` (which of the text's equal stretches) does not.
 */

/** An anchor as a line has it. */
export interface StoredAnchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Which occurrence of the words in the text, from 1. */
  readonly nth?: number;
}

/** What a review file says, before it meets the text. */
export interface ReviewRecords {
  readonly length?: number;
  readonly sha256?: string;
  /** The sentences of that text, where it repeats itself. */
  readonly sentences?: SentenceSketch;
  readonly anchors: ReadonlyMap<string, readonly Pick<StoredAnchor, 'prefix' | 'suffix'>[]>;
  readonly judged: ReadonlyMap<string, Judged>;
  readonly signed: ReadonlyMap<string, Signed>;
  readonly outcome?: Outcome;
  readonly doubtful: ReadonlyMap<string, readonly StoredAnchor[]>;
  readonly rejections: readonly StoredRejection[];
  readonly lost: readonly StoredLost[];
  readonly alone: readonly string[];
  readonly labels: readonly ArticleLabel[];
}

export interface StoredRejection {
  readonly layer: string;
  readonly type: string;
  readonly words: readonly StoredAnchor[];
  readonly judged?: Judged;
  readonly signed?: Signed;
  readonly note?: string;
}

export interface StoredLost {
  readonly annotation: Annotation;
  readonly words: readonly StoredAnchor[];
  readonly judged?: Judged;
  readonly signed?: Signed;
  readonly relations: readonly Relation[];
}

/** Writes the review file of decisions; their document's text is what the anchors are cut from. */
export function writeReviewFile(decisions: Decisions): string {
  const { text, annotations } = decisions.document;
  const lines: { readonly at: number; readonly id: string; readonly value: object }[] = [];
  const count = occurrenceCounter(text);
  for (const annotation of annotations) {
    const mark = decisions.marks.get(annotation.id);
    const at = annotation.spans[0]?.start ?? 0;
    const stored = annotation.spans.map((span) => around(createAnchor(text, span)));
    if (isRejection(annotation)) {
      const words = annotation.spans.map((span) => {
        const anchor = createAnchor(text, span);
        return { exact: anchor.exact, ...around(anchor), nth: count(anchor.exact, span.start) };
      });
      const value = { reject: `${annotation.layer}/${annotation.type}`, words, ...beside(mark), ...note(annotation) };
      lines.push({ at, id: `~${value.reject}`, value });
    } else if (mark?.doubtful) {
      const doubtful = mark.doubtful.map((anchor) => ({ exact: anchor.exact, ...around(anchor) }));
      lines.push({ at, id: annotation.id, value: { id: annotation.id, doubtful, ...beside(mark) } });
    } else {
      const where = stored.length === 1 ? stored[0] : { around: stored };
      lines.push({ at, id: annotation.id, value: { id: annotation.id, ...where, ...beside(mark) } });
    }
  }
  lines.sort((a, b) => a.at - b.at || compareText(a.id, b.id));
  const sentences = writeSketch(text);
  const header = { review: 1, length: text.length, sha256: textHash(text), ...(sentences !== undefined && { sentences }) };
  const lost = [...decisions.lost].sort((a, b) => compareText(a.annotation.id, b.annotation.id)).map(lostLine);
  const alone = [...decisions.alone].sort(compareText).map((id) => ({ alone: id }));
  const outcome = decisions.outcome === undefined ? [] : [outcomeLine(decisions.outcome)];
  const labels = sortedLabels(decisions.labels ?? []).map(labelLine);
  return [header, ...outcome, ...lines.map((line) => line.value), ...lost, ...alone, ...labels]
    .map((value) => `${JSON.stringify(value)}\n`)
    .join('');
}

const around = ({ prefix, suffix }: TextAnchor): { prefix: string; suffix: string } => ({ prefix, suffix });
const note = (annotation: Annotation): { note?: string } => (annotation.note === undefined ? {} : { note: annotation.note });

/** What a line says of a decision beside its words. */
function beside(of: Pick<Mark, 'judged' | 'signed'> | undefined): object {
  return { ...judged(of?.judged), ...signature(of?.signed) };
}

function signature(signed: Partial<Signed> | undefined): object {
  const { by, day } = signed ?? {};
  return { ...(by !== undefined && { by }), ...(day !== undefined && { day }) };
}

function outcomeLine({ state, note: words, sha256, decided, ...signed }: Outcome): object {
  return { article: state, ...(words !== undefined && { note: words }), ...signature(signed), sha256, decided };
}

function labelLine({ label, value, ...signed }: ArticleLabel): object {
  return { label, ...(value !== '' && { value }), ...signature(signed) };
}

function judged(value: Judged | undefined): { judged?: Judged } {
  if (value === undefined) return {};
  const { source, version, score } = value;
  return { judged: { source, ...(version !== undefined && { version }), ...(score !== undefined && { score }) } };
}

function lostLine(item: LostDecision): object {
  const { id, layer, type, status, attributes, links, note: words } = item.annotation;
  return {
    lost: id,
    layer,
    type,
    words: item.anchors.map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix })),
    ...(status !== undefined && { status }),
    ...(Object.keys(attributes).length > 0 && {
      attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => compareText(a, b))),
    }),
    ...(links !== undefined && { links }),
    ...(words !== undefined && { note: words }),
    ...beside(item),
    ...(item.relations.length > 0 && { relations: item.relations }),
  };
}

/** Which of the text's occurrences of some words begins at an offset, from 1; places that overlap count. */
function occurrenceCounter(text: string): (words: string, start: number) => number {
  let index: OccurrenceIndex | undefined;
  return (words, start) => {
    index ??= new OccurrenceIndex(text);
    const places = index.places(words);
    const before = rank(places, start);
    return places[before] === start ? before + 1 : 1;
  };
}

/** Reads a review file. A line that cannot be understood is an error at its line: the file must then not be written. */
export function readReviewFile(content: string): { records: ReviewRecords; problems: readonly FormatProblem[] } {
  const problems: FormatProblem[] = [];
  const anchors = new Map<string, readonly { prefix: string; suffix: string }[]>();
  const judgedById = new Map<string, Judged>();
  const signedById = new Map<string, Signed>();
  let outcome: Outcome | undefined;
  const doubtful = new Map<string, readonly StoredAnchor[]>();
  const rejections: StoredRejection[] = [];
  const lost: StoredLost[] = [];
  const alone: string[] = [];
  const labels = new Map<string, ArticleLabel>();
  let header: Pick<ReviewRecords, 'length' | 'sha256' | 'sentences'> = {};
  content
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const value = parseLine(line);
      if (isMessage(value)) {
        problems.push(error(i + 1, value));
        return;
      }
      const own = asFields(JudgedFields, value.judged);
      const signed = asFields(SignedFields, value);
      const words = asFields(Anchors, value.words);
      if (typeof value.review === 'number') {
        if (value.review !== 1) problems.push(error(i + 1, fileMessages.newerReviewFile(value.review)));
        const sentences = typeof value.sentences === 'string' ? readSketch(value.sentences) : undefined;
        header = {
          ...(typeof value.length === 'number' && { length: value.length }),
          ...(typeof value.sha256 === 'string' && { sha256: value.sha256 }),
          ...(sentences && { sentences }),
        };
      } else if (typeof value.id === 'string') {
        if (own) judgedById.set(value.id, own);
        if (signed) signedById.set(value.id, signed);
        const places = asFields(Anchors, value.doubtful);
        if (places) doubtful.set(value.id, places);
        const stored: readonly unknown[] = Array.isArray(value.around) ? value.around : [value];
        anchors.set(
          value.id,
          stored.map((item) => asFields(AroundFields, item) ?? { prefix: '', suffix: '' }),
        );
      } else if (typeof value.reject === 'string' && words) {
        const slash = value.reject.indexOf('/');
        rejections.push({
          layer: value.reject.slice(0, Math.max(0, slash)) || 'entity',
          type: value.reject.slice(slash + 1),
          words,
          ...(own && { judged: own }),
          ...(signed && { signed }),
          ...(typeof value.note === 'string' && { note: value.note }),
        });
      } else if (typeof value.lost === 'string' && words) {
        lost.push({ ...asLost(value, words, own), ...(signed && { signed }) });
      } else if (typeof value.alone === 'string') alone.push(value.alone);
      else if (typeof value.label === 'string') {
        const label = asFields(LabelFields, value);
        if (label === undefined) problems.push(error(i + 1, fileMessages.notReviewLine));
        // said twice after a merge: once is enough
        else if (!labels.has(labelKey(label))) labels.set(labelKey(label), label);
      } else if (typeof value.article === 'string') {
        const said = asFields(OutcomeFields, { ...value, state: value.article });
        if (said === undefined) problems.push(error(i + 1, fileMessages.notReviewLine));
        // git keeps the lines of both where it is told to
        outcome = mergeOutcome({}, { outcome }, { outcome: said });
      } else problems.push(error(i + 1, fileMessages.notReviewLine));
    });
  return {
    records: {
      ...header,
      anchors,
      judged: judgedById,
      signed: signedById,
      ...(outcome && { outcome }),
      doubtful,
      rejections,
      lost,
      alone,
      labels: sortedLabels([...labels.values()]),
    },
    problems,
  };
}

type Json = Readonly<Record<string, unknown>>;

function parseLine(line: string): Json | Message {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) return fileMessages.mergeConflict;
  const reading = parseJson(line);
  if (reading.problem) return reading.problem.message;
  return isObject(reading.value) ? reading.value : fileMessages.lineObject;
}

/** A lost decision: each of its fields may be missing, so that no object is refused. */
function asLost(value: Json, words: readonly StoredAnchor[], own: Judged | undefined): StoredLost {
  const { lost: id, layer, type, attributes, links, note, status, relations } = v.parse(LostFields, value);
  return {
    annotation: {
      id,
      layer: layer || 'entity',
      type,
      spans: [],
      attributes,
      ...(links !== undefined && { links }),
      ...(note !== undefined && { note }),
      ...(status !== undefined && { status }),
    },
    words,
    ...(own && { judged: own }),
    relations,
  };
}
