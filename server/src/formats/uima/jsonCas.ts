import { formatMessages } from '../../messages/formats';
import type { Message } from '../../messages/message';
import {
  documentName,
  error,
  type FormatDescriptor,
  type FormatInput,
  type FormatProblem,
  fileNameFor,
  type ReadResult,
  textFor,
  warning,
  withoutBom,
} from '../format';
import { asList, asText, isObject, type JsonObject, jsonLines, parseJson } from '../json';
import { type Cas, type CasArray, type CasFeature, type CasStructure, type CasType, type CasValue, UIMA_NAME } from './cas';
import { fromCas } from './fromCas';
import { isOfWholeText } from './labels';
import { toCas } from './toCas';
import { writeInto } from './writeInto';

/** UIMA's JSON CAS, which INCEpTION recommends for exchange and cassis reads in Python. UTF-16 offsets. */
export const jsonCas: FormatDescriptor = {
  id: 'json-cas',
  title: 'UIMA CAS JSON',
  extensions: ['json'],
  unit: 'utf-16 code units',
  perFile: 'one',
  needsText: false,
  variants: [],
  read,
  write: (documents, options = {}) => {
    if (options.into) return writeInto(jsonCas, documents, options);
    const written = documents.map((document) => ({ document, ...toCas(document, options) }));
    return {
      files: written.map(({ document, cas }) => ({
        name: fileNameFor(document.id, 'json'),
        content: `${JSON.stringify(encode(cas), undefined, 2)}\n`,
      })),
      losses: written.flatMap(({ losses }) => losses),
    };
  },
};

function read(input: FormatInput): ReadResult {
  const content = withoutBom(input.content);
  const reading = parseJson(content);
  if (reading.problem) return { documents: [], problems: [reading.problem] };
  const { value } = reading;
  const structures = isObject(value) ? value['%FEATURE_STRUCTURES'] : undefined;
  if (!isObject(value) || !Array.isArray(structures)) return { documents: [], problems: [error(1, formatMessages.casNeedsList)] };
  const problems: FormatProblem[] = [];
  const lineOf = jsonLines(content);
  const cas = decode(value, structures, textFor(input, documentName(input.name)), (i, severity, message) => {
    problems.push((severity === 'error' ? error : warning)(lineOf(['%FEATURE_STRUCTURES', i]), message));
  });
  if (!cas) return { documents: [], problems };
  const placed: FormatProblem[] = [];
  const document = fromCas(cas, documentName(input.name), 'json-cas', placed);
  // Structures know their place in the list; the line is looked up only for those that are wrong.
  return {
    documents: [document],
    problems: [
      ...problems,
      ...placed.map((problem) => ({ ...problem, line: lineOf(['%FEATURE_STRUCTURES', problem.line - 1]) })),
    ],
  };
}

type Report = (index: number, severity: 'error' | 'warning', message: Message) => void;

function decode(value: JsonObject, list: readonly unknown[], text: string | undefined, report: Report): Cas | undefined {
  const sofas = list.filter((item): item is JsonObject => isObject(item) && item['%TYPE'] === 'uima.cas.Sofa');
  const sofa = sofas.find((item) => typeof item.sofaString === 'string') ?? sofas[0];
  const sofaString = typeof sofa?.sofaString === 'string' ? sofa.sofaString : text;
  const sofaId = typeof sofa?.['%ID'] === 'number' ? sofa['%ID'] : undefined;
  if (sofaString === undefined || sofaId === undefined) {
    report(0, 'error', formatMessages.casNoTextJson);
    return undefined;
  }
  const arrays = new Map<number, JsonObject>();
  list.forEach((item, i) => {
    if (!isObject(item) || typeof item['%ID'] !== 'number' || typeof item['%TYPE'] !== 'string')
      report(i, 'error', formatMessages.structureNeeds);
    else if ('%ELEMENTS' in item) arrays.set(item['%ID'], item);
  });
  const members = new Set(
    Object.values(isObject(value['%VIEWS']) ? value['%VIEWS'] : {}).flatMap((view) =>
      asList(isObject(view) ? view['%MEMBERS'] : undefined),
    ),
  );
  const structures = list.flatMap((item, i): CasStructure[] => {
    if (!isObject(item) || typeof item['%ID'] !== 'number' || typeof item['%TYPE'] !== 'string') return [];
    if (item['%TYPE'] === 'uima.cas.Sofa' || arrays.has(item['%ID'])) return [];
    if (typeof item['@sofa'] === 'number' && item['@sofa'] !== sofaId) {
      report(i, 'warning', formatMessages.structureOtherView);
      return [];
    }
    const nameless = [item['%TYPE'].split('.'), Object.keys(item).map((key) => key.replace(/^[%@^]/, ''))]
      .flat()
      .find((name) => !UIMA_NAME.test(name));
    if (nameless !== undefined) {
      report(i, 'warning', formatMessages.notUimaName(nameless));
      return [];
    }
    return [
      {
        id: item['%ID'],
        type: item['%TYPE'],
        features: decodeFeatures(item, arrays),
        indexed: members.has(item['%ID']),
        line: i + 1,
      },
    ];
  });
  return {
    text: sofaString,
    sofaId,
    mimeType: asText(sofa?.mimeType),
    structures,
    types: decodeTypes(value['%TYPES']),
    rawTypes: value['%TYPES'],
  };
}

function decodeFeatures(item: JsonObject, arrays: ReadonlyMap<number, JsonObject>): Record<string, CasValue> {
  const entries = Object.entries(item).flatMap(([key, value]): [string, CasValue][] => {
    if (key.startsWith('%') || key === '@sofa') return [];
    if (key.startsWith('@')) {
      if (typeof value !== 'number') return [];
      const array = arrays.get(value);
      return [[key.slice(1), array ? decodeArray(value, array) : { kind: 'reference', id: value }]];
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[key, { kind: 'primitive', value }]]
      : [];
  });
  return Object.fromEntries(entries);
}

function decodeArray(id: number, item: JsonObject): CasValue {
  const array: CasArray = { id, type: asText(item['%TYPE']) ?? '' };
  const elements = asList(item['%ELEMENTS']);
  // Arrays of strings hold text, all others of structures ids; arrays of numbers are kept as text.
  if (array.type.startsWith('uima.cas.') && array.type !== 'uima.cas.FSArray' && !array.type.startsWith('uima.cas.TOP')) {
    return { kind: 'strings', values: elements.map((element) => String(element)), array };
  }
  return { kind: 'references', ids: elements.filter((element): element is number => typeof element === 'number'), array };
}

function decodeTypes(value: unknown): readonly CasType[] {
  return Object.entries(isObject(value) ? value : {}).map(([name, type]): CasType => {
    const own = isObject(type) ? type : {};
    const features = Object.entries(own).flatMap(([key, feature]): CasFeature[] => {
      if (key.startsWith('%') || !isObject(feature)) return [];
      const range = asText(feature['%RANGE']) ?? 'uima.cas.String';
      if (!range.endsWith('[]')) return [{ name: key, range }];
      const element = range.slice(0, -2);
      return [
        element === 'uima.cas.String'
          ? { name: key, range: 'uima.cas.StringArray' }
          : { name: key, range: 'uima.cas.FSArray', elementType: element },
      ];
    });
    return { name, supertype: asText(own['%SUPER_TYPE']) ?? 'uima.cas.TOP', features };
  });
}

function encode(cas: Cas): JsonObject {
  let next =
    1 +
    Math.max(
      cas.sofaId,
      ...cas.structures.map((structure) => structure.id),
      ...cas.structures.flatMap((structure) => Object.values(structure.features).map(arrayId)),
    );
  const sofa = {
    '%ID': cas.sofaId,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    ...(cas.mimeType !== undefined && { mimeType: cas.mimeType }),
    sofaString: cas.text,
  };
  const structures = cas.structures.flatMap((structure): JsonObject[] => {
    const arrays: JsonObject[] = [];
    const features = Object.entries(structure.features).map(([name, value]): [string, unknown] => {
      if (value.kind === 'primitive') return [name, value.value];
      if (value.kind === 'reference') return [`@${name}`, value.id];
      const array = value.array ?? { id: next++, type: value.kind === 'strings' ? 'uima.cas.StringArray' : 'uima.cas.FSArray' };
      arrays.push({
        '%ID': array.id,
        '%TYPE': array.type,
        '%ELEMENTS': value.kind === 'strings' ? elements(value.values, array.type) : value.ids,
      });
      return [`@${name}`, array.id];
    });
    const placed = 'begin' in structure.features && 'end' in structure.features;
    const hasSofa = placed || isOfWholeText(structure, cas);
    return [
      ...arrays,
      { '%ID': structure.id, '%TYPE': structure.type, ...(hasSofa && { '@sofa': cas.sofaId }), ...Object.fromEntries(features) },
    ];
  });
  const before = isObject(cas.rawTypes) ? cas.rawTypes : {};
  const types = cas.types
    .filter((type) => !Object.hasOwn(before, type.name))
    .map((type) => [type.name, encodeType(type)] as const);
  return {
    '%TYPES': { ...before, ...Object.fromEntries(types) },
    '%FEATURE_STRUCTURES': [sofa, ...structures],
    '%VIEWS': {
      _InitialView: {
        '%SOFA': cas.sofaId,
        '%MEMBERS': cas.structures
          .filter((structure) => structure.indexed)
          .map((structure) => structure.id)
          .sort((a, b) => a - b),
      },
    },
  };
}

function arrayId(value: CasValue): number {
  return value.kind === 'references' || value.kind === 'strings' ? (value.array?.id ?? 0) : 0;
}

function elements(values: readonly string[], type: string): readonly unknown[] {
  if (type.startsWith('uima.cas.String')) return values;
  return values.map((value) => (value === 'true' || value === 'false' ? value === 'true' : Number(value)));
}

function encodeType(type: CasType): JsonObject {
  const features = type.features.map((feature) => {
    const range = feature.elementType !== undefined ? `${feature.elementType}[]` : feature.range;
    return [feature.name, { '%NAME': feature.name, '%RANGE': range }] as const;
  });
  return { '%NAME': type.name, '%SUPER_TYPE': type.supertype, ...Object.fromEntries(features) };
}
