import { formatMessages } from '../../messages/formats';
import type { Annotation, AnnotationDocument, EntityGroup } from '../annotationDocument';
import { addTo } from '../collections';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  type ReadResult,
  warning,
  withoutBom,
} from '../format';
import { fromLabel } from '../labels';
import { numberAnnotations } from '../renumber';
import { assemble, type ColumnSentence } from './columns';
import { conll2003 } from './conll2003';
import { type ConlluOrigin, NER_KEYS, parseMisc, type RawRow, type RawSentence, rowFeatures, unescapeSpaces } from './conlluRows';
import { writeConllu } from './conlluWrite';
import { readBrackets } from './entityBrackets';
import { decodeTags, isTag, readAs } from './iob';

/**
 * CoNLL-U with named entities: in MISC as IOB2 tags (`NER=B-PER`, variant `misc`) or as CorefUD's brackets
 * (`Entity=(e1-PER-1)`, variant `entity`: nested and overlapping mentions and who is the same), or Universal NER's five
 * columns (variant `iob2`). Words of a contraction (`3-4`), empty nodes (`8.1`), comments and all columns are kept.
 */
export const conllu: FormatDescriptor = {
  id: 'conllu',
  title: formatMessages.title.conllu,
  extensions: ['conllu'],
  unit: 'tokens',
  perFile: 'many',
  needsText: false,
  variants: ['misc', 'entity', 'iob2'],
  read,
  write: writeConllu,
};

function read(input: FormatInput): ReadResult {
  const content = withoutBom(input.content);
  // Universal NER's five columns are plain tag columns under CoNLL-U's comments.
  const firstRow = /^\d+\t.*$/m.exec(content)?.[0].split('\t').length;
  if (firstRow !== undefined && firstRow < 8) return conll2003.read({ ...input, content });
  const { sentences, problems } = split(content);
  const entityFields = sentences
    .flatMap((sentence) => sentence.comments)
    .find((comment) => /^# *global\.Entity *=/.test(comment));
  const documents: { id: string; sentences: RawSentence[] }[] = [];
  for (const sentence of sentences) {
    const newdoc = sentence.comments
      .map((comment) => /^# *newdoc(?: +id *= *(.*))?$/.exec(comment))
      .find((match) => match !== null);
    if (newdoc || documents.length === 0) {
      const number = documents.length === 0 ? '' : `-${documents.length + 1}`;
      documents.push({ id: newdoc?.[1]?.trim() || `${documentName(input.name)}${number}`, sentences: [] });
    }
    documents.at(-1)?.sentences.push(sentence);
  }
  const tags: string[][] = [];
  const result = documents.map((document) => toDocument(document.id, document.sentences, entityFields, problems, tags));
  if (tags.some((list) => list.some((tag) => tag !== 'O')))
    problems.push({ severity: 'information', line: 1, message: readAs(tags) });
  return { documents: result, problems };
}

function split(content: string): { sentences: RawSentence[]; problems: FormatProblem[] } {
  const sentences: RawSentence[] = [];
  const problems: FormatProblem[] = [];
  let comments: string[] = [];
  let rows: RawRow[] = [];
  let contraction = 0;
  const close = (): void => {
    if (rows.length > 0) sentences.push({ comments, rows });
    // Comments without words belong to the next sentence.
    if (rows.length > 0) comments = [];
    rows = [];
    contraction = 0;
  };
  content.split(/\r\n|\n/).forEach((line, i) => {
    if (line.trim() === '') close();
    else if (line.startsWith('#')) comments.push(line);
    else {
      const cells = line.split('\t');
      const id = /^(\d+)(?:-(\d+)|(\.\d+))?$/.exec(cells[0] ?? '');
      if (!id || cells.length !== 10) {
        problems.push(
          error(
            i + 1,
            !id ? formatMessages.notWordNumber((cells[0] ?? '').slice(0, 20)) : formatMessages.tenColumns(cells.length),
          ),
        );
        return;
      }
      const word = Number(id[1]);
      const inside = id[3] !== undefined || (id[2] === undefined && word <= contraction);
      if (id[2] !== undefined) contraction = Number(id[2]);
      rows.push({ line: i + 1, cells, surface: !inside });
    }
  });
  close();
  return { sentences, problems };
}

function toDocument(
  id: string,
  sentences: readonly RawSentence[],
  entityFields: string | undefined,
  problems: FormatProblem[],
  allTags: string[][],
): AnnotationDocument {
  const surfaces = sentences.map((sentence) => sentence.rows.filter((row) => row.surface));
  const columns = sentences.map((sentence, s): ColumnSentence => {
    const rows = surfaces[s] as readonly RawRow[];
    const miscs = rows.map((row) => parseMisc(row.cells[9] ?? '_'));
    const tags = rows.map((row, i) => {
      const tag = NER_KEYS.map((key) => miscs[i]?.get(key)).find((value) => value !== undefined) ?? 'O';
      if (isTag(tag)) return tag;
      problems.push(error(row.line, formatMessages.notTag(tag)));
      return 'O';
    });
    allTags.push(tags);
    const spaced = miscs.some((misc) => misc.has('SpacesAfter') || misc.has('SpacesBefore'));
    const text = spaced
      ? undefined
      : sentence.comments.map((comment) => /^# *text = (.*)$/.exec(comment)?.[1]).find((value) => value !== undefined);
    const before = miscs[0]?.get('SpacesBefore');
    const paragraph = s > 0 && sentence.comments.some((comment) => /^# *newpar/.test(comment));
    return {
      forms: rows.map((row) => row.cells[1] ?? ''),
      ...(text !== undefined && { text }),
      after: miscs.map((misc) => unescapeSpaces(misc.get('SpacesAfter')) ?? (misc.get('SpaceAfter') === 'No' ? '' : undefined)),
      ...(before !== undefined ? { before: unescapeSpaces(before) ?? '' } : paragraph && !spaced ? { before: '\n\n' } : {}),
      features: rows.map((row) => rowFeatures(row.cells)),
      layers: [decodeTags(tags)],
    };
  });
  const { text, tokens, sentences: spans, annotations, misaligned } = assemble(columns);
  for (const s of misaligned) problems.push(warning(sentences[s]?.rows[0]?.line ?? 1, formatMessages.otherWords));
  const cells = surfaces.flat().map((row) => ({ line: row.line, value: parseMisc(row.cells[9] ?? '_').get('Entity') }));
  const brackets = readBrackets(cells, entityFields, (problem) => problems.push(problem));
  const mentions = brackets.map((mention) => ({
    ...fromLabel(mention.type),
    spans: mention.parts.map(({ first, end }) => ({ start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 })),
    attributes: {},
    entity: mention.entity,
  }));
  const all = numberAnnotations([...annotations.map(({ id: _, ...annotation }) => annotation), ...mentions]);
  const groups = new Map<string, string[]>();
  for (const annotation of all) {
    const entity = (annotation as Annotation & { entity?: string }).entity;
    if (entity !== undefined) addTo(groups, entity, annotation.id);
  }
  return {
    id,
    text,
    annotations: all.map(
      (annotation): Annotation => ({
        id: annotation.id,
        layer: annotation.layer,
        type: annotation.type,
        spans: annotation.spans,
        attributes: {},
      }),
    ),
    relations: [],
    groups: [...groups]
      .filter(([, members]) => members.length > 1)
      .map(([entity, members]): EntityGroup => ({ id: entity, members, attributes: {} })),
    tokens,
    sentences: spans,
    origin: { format: 'conllu', data: { sentences, entityFields } satisfies ConlluOrigin },
  };
}
