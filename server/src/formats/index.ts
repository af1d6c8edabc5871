import { formatMessages } from '../messages/formats';
import { analysisJsonl } from './analysis/jsonl';
import { brat } from './brat';
import { conll2003 } from './conll/conll2003';
import { conllu } from './conll/conllu';
import { csv } from './csv';
import type { FormatDescriptor, FormatInput, ReadOptions, ReadResult } from './format';
import { jsonSkeleton } from './jsonSkeleton';
import { doccano } from './jsonTools/doccano';
import { labelStudio } from './jsonTools/labelStudio';
import { prodigy } from './jsonTools/prodigy';
import { spacy } from './jsonTools/spacy';
import { tei } from './tei';
import { timeml } from './timeml';
import { jsonCas } from './uima/jsonCas';
import { xmi } from './uima/xmi';
import { webAnnotation } from './webAnnotation';
import { webannoTsv } from './webanno';

/** All exchange formats, in the order in which a person is offered them. */
export const FORMATS: readonly FormatDescriptor[] = [
  brat,
  analysisJsonl,
  csv,
  conll2003,
  conllu,
  spacy,
  prodigy,
  doccano,
  labelStudio,
  webannoTsv,
  jsonCas,
  xmi,
  tei,
  timeml,
  webAnnotation,
];

/** The format of an id, as the command line and the settings call it. */
export function formatById(id: string): FormatDescriptor | undefined {
  return FORMATS.find((format) => format.id === id);
}

/**
 * The format of a file by its name and what it begins with; undefined where several would do and nothing tells them
 * apart. Reads at most the first kilobytes of the content, of JSON its skeleton.
 */
export function detectFormat(name: string, content: string): FormatDescriptor | undefined {
  const head = headOf(content);
  const telling = TELLING.find(({ pattern }) => pattern.test(head));
  if (telling) return formatById(telling.id);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const candidates = FORMATS.filter((format) => format.extensions.includes(extension));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function headOf(content: string): string {
  const [start] = /^\ufeff?\s*/.exec(content.slice(0, HEAD)) as RegExpExecArray;
  const text = content.slice(start.length);
  return /^[[{]/.test(text) ? jsonSkeleton(text) : text.slice(0, HEAD);
}

/** In UTF-16 units. */
const HEAD = 4096;

// Each is sought near the file's beginning only; the order settles those that could fit two.
const TELLING: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  { id: 'webanno-tsv', pattern: /^#FORMAT=WebAnno TSV/ },
  { id: 'webanno-tsv', pattern: /^ ?# ?(?:de\.tudarmstadt|webanno)\.[^\n]*\|[^\n]*\n(?:[^\n]*\n)?#id=/ },
  { id: 'xmi', pattern: /<xmi:XMI[\s>]/ },
  { id: 'timeml', pattern: /<TimeML[\s>]/ },
  { id: 'tei', pattern: /<TEI[\s>]/ },
  { id: 'json-cas', pattern: /"%(?:TYPES|FEATURE_STRUCTURES)"/ },
  { id: 'web-annotation', pattern: /"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/ },
  { id: 'brat', pattern: /^T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t/ },
  { id: 'conllu', pattern: /^(?:#[^\n]*\n)*\d+(?:-\d+)?\t[^\t\n]*(?:\t[^\t\n]*){8}(?:\n|$)/ },
  { id: 'conllu', pattern: /^(?:#[^\n]*\n)*1\t[^\t\n]+\t(?:O|[BI]-[^\t\n]+)\t[^\t\n]*\t[^\t\n]*(?:\n|$)/ },
  { id: 'conll2003', pattern: /^(?:#[^\n]*\n)*[01]\t[^\t\n]+\t(?:O|[BI]-[^\t\n]+)(?:\r?\n|$)/ },
  { id: 'conll2003', pattern: /^(?:-DOCSTART-|#begin document)/ },
  { id: 'label-studio', pattern: /"(?:annotations|predictions)"\s*:\s*\[\s*\{[^[]*"result"/ },
  { id: 'jsonl', pattern: /^\{[^\n]*"entityIndex"\s*:/ },
  { id: 'prodigy', pattern: /^\{[^\n]*(?:"_input_hash"|"answer"|"spans"\s*:\s*\[)/ },
  { id: 'spacy', pattern: /^(?:\{[^\n]*"ents"\s*:\s*\[|\["[^\n]*\{\s*"entities"\s*:)/ },
  {
    id: 'doccano',
    pattern: /^\{\s*"(?:id|article|text)"[^\n]*(?:"labels?"\s*:\s*\[|"start_offset")|^\{\s*"(?:id|text)"[\s\S]*"start_offset"/,
  },
  { id: 'csv', pattern: /^"?document"?[,;\t]"?id"?[,;\t]"?layer"?/ },
];

/** What tools write beside annotations, and nobody is to take for an article that cannot be read. */
const BESIDE = [
  { pattern: /<typeSystemDescription[\s>]/, message: formatMessages.typeSystem },
  { pattern: /^(?:<\?xml[^>]*>\s*)?<View[\s>]/, message: formatMessages.labelingConfig },
];

/** Reads a file in the format given, or the one that it seems to be in. */
export function readFile(
  input: FormatInput,
  format: FormatDescriptor | undefined = detectFormat(input.name, input.content),
  options?: ReadOptions,
): ReadResult {
  if (format) return format.read(input, options);
  const beside = BESIDE.find(({ pattern }) => pattern.test(headOf(input.content)));
  if (beside) return { documents: [], problems: [{ severity: 'information', line: 1, message: beside.message }] };
  return {
    documents: [],
    problems: [
      {
        severity: 'error',
        line: 1,
        message: formatMessages.unknownFormat(input.name, FORMATS.map((known) => known.id).join(', ')),
      },
    ],
  };
}

export { fromAnalysis } from './analysis/fromAnalysis';
export type {
  Annotation,
  AnnotationDocument,
  AnnotationStatus,
  Attributes,
  EntityGroup,
  KnowledgeLink,
  Relation,
} from './annotationDocument';
export type {
  FormatDescriptor,
  FormatInput,
  FormatProblem,
  OutputFile,
  ReadOptions,
  ReadResult,
  WriteOptions,
  WriteResult,
} from './format';
export { type LossItem, type LossKind, type LossSummary, summarizeLosses } from './loss';
