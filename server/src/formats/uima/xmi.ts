import { formatMessages } from '../../messages/formats';
import { addTo } from '../collections';
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
} from '../format';
import { attribute, elements, readXml, textContent, type XmlElement } from '../xml/read';
import { XmlBuilder, type XmlNamespace, xmlSafe } from '../xml/write';
import { type Cas, type CasStructure, type CasValue, UIMA_NAME } from './cas';
import { fromCas } from './fromCas';
import { isOfWholeText } from './labels';
import { toCas } from './toCas';
import { encodeTypes, joinTypes } from './typeSystem';
import { writeInto } from './writeInto';

/** UIMA's CAS in XMI (XML 1.0), with the type system that is needed to read it. UTF-16 offsets. */
export const xmi: FormatDescriptor = {
  id: 'xmi',
  title: 'UIMA CAS XMI',
  extensions: ['xmi'],
  unit: 'utf-16 code units',
  perFile: 'one',
  needsText: false,
  variants: [],
  read,
  write: (documents, options = {}) => {
    if (options.into) return writeInto(xmi, documents, options);
    const written = documents.map((document) => {
      const { document: safe, report } = xmlSafe(document);
      return { document, ...toCas(safe, options), report };
    });
    const types = written.flatMap(({ cas }) => cas.types);
    return {
      files: [
        ...written.map(({ document, cas }) => ({ name: fileNameFor(document.id, 'xmi'), content: encode(cas) })),
        {
          name: 'TypeSystem.xml',
          content: encodeTypes(types),
          join: joinTypes,
        },
      ],
      losses: written.flatMap(({ losses, report }) => [...report.items, ...losses]),
    };
  },
};

const XMI = 'http://www.omg.org/XMI';

// Without the type system a number may be a number or a reference. These features of the types read here are references.
const REFERENCES = new Set(['next', 'first', 'Governor', 'Dependent', 'target', 'targets', 'elements', 'links', 'shown']);
const LISTS = new Set(['targets', 'elements', 'links']);

function read(input: FormatInput): ReadResult {
  const reading = readXml(input.content);
  if (!reading.root) return { documents: [], problems: reading.problems };
  const { root } = reading;
  if (root.local !== 'XMI' || root.uri !== XMI) return { documents: [], problems: [error(root.line, formatMessages.xmiRoot)] };
  const problems: FormatProblem[] = [];
  const cas = decode(root, textFor(input, documentName(input.name)), problems);
  if (!cas) return { documents: [], problems };
  return { documents: [fromCas(cas, documentName(input.name), 'xmi', problems)], problems };
}

function decode(root: XmlElement, text: string | undefined, problems: FormatProblem[]): Cas | undefined {
  const sofas = elements(root, 'Sofa').filter((element) => element.uri === 'http:///uima/cas.ecore');
  const sofa = sofas.find((element) => attribute(element, 'sofaString') !== undefined) ?? sofas[0];
  const sofaString = (sofa && attribute(sofa, 'sofaString')) ?? text;
  const sofaId = Number((sofa && attribute(sofa, 'id', XMI)) ?? Number.NaN);
  if (!sofa || sofaString === undefined || !Number.isInteger(sofaId)) {
    problems.push(error(sofa?.line ?? root.line, formatMessages.casNoText));
    return undefined;
  }
  const members = new Set(elements(root, 'View').flatMap((view) => (attribute(view, 'members') ?? '').split(' ')));
  const structures = elements(root).flatMap((element): CasStructure[] => {
    if (element.uri === 'http:///uima/cas.ecore' && ['NULL', 'Sofa', 'View'].includes(element.local)) return [];
    const id = attribute(element, 'id', XMI);
    if (id === undefined || !/^\d{1,15}$/.test(id)) {
      problems.push(error(element.line, formatMessages.noXmiId(element.local)));
      return [];
    }
    if (!UIMA_NAME.test(element.local)) {
      problems.push(warning(element.line, formatMessages.notUimaName(element.local)));
      return [];
    }
    const own = attribute(element, 'sofa');
    if (own !== undefined && own !== String(sofaId)) {
      problems.push(warning(element.line, formatMessages.otherView(element.local)));
      return [];
    }
    return [
      {
        id: Number(id),
        type: typeName(element),
        features: decodeFeatures(element),
        indexed: members.has(id),
        line: element.line,
      },
    ];
  });
  return { text: sofaString, sofaId, mimeType: attribute(sofa, 'mimeType'), structures, types: [] };
}

/** `http:///uima/tcas.ecore` and `Annotation` → `uima.tcas.Annotation`. */
function typeName(element: XmlElement): string {
  const packageName = element.uri
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.');
  return packageName === 'uima.noNamespace' || packageName === '' ? element.local : `${packageName}.${element.local}`;
}

function decodeFeatures(element: XmlElement): Record<string, CasValue> {
  const features = new Map<string, CasValue>();
  for (const { uri, local, value } of element.attributes) {
    if (uri !== '' || local === 'sofa' || local === 'xmlns') continue;
    const isReference = REFERENCES.has(local) && /^\d+(?: \d+)*$/.test(value);
    const ids = isReference ? value.split(' ').map(Number) : [];
    if (isReference && (LISTS.has(local) || ids.length > 1)) features.set(local, { kind: 'references', ids });
    else features.set(local, isReference ? { kind: 'reference', id: ids[0] as number } : { kind: 'primitive', value });
  }
  const strings = new Map<string, string[]>();
  for (const child of elements(element)) {
    addTo(strings, child.local, textContent(child));
  }
  for (const [name, values] of strings) features.set(name, { kind: 'strings', values });
  return Object.fromEntries(features);
}

function encode(cas: Cas): string {
  const namespaces = namespacesOf(cas.structures);
  const builder = new XmlBuilder(
    'xmi:XMI',
    [...namespaces.values(), { prefix: 'xmi', uri: XMI }, { prefix: 'cas', uri: 'http:///uima/cas.ecore' }].filter(
      (own, i, all) => all.findIndex((other) => other.prefix === own.prefix) === i,
    ),
    { 'xmi:version': '2.0' },
  );
  builder.line(1).leaf('cas:NULL', { 'xmi:id': 0 });
  for (const structure of cas.structures) {
    const { uri, local } = split(structure.type);
    const placed = 'begin' in structure.features && 'end' in structure.features;
    const plain = Object.entries(structure.features).flatMap(([name, value]): [string, string][] => {
      if (value.kind === 'primitive') return [[name, String(value.value)]];
      if (value.kind === 'reference') return [[name, String(value.id)]];
      return value.kind === 'references' ? [[name, value.ids.join(' ')]] : [];
    });
    // Chains have a sofa though they are not annotations.
    const sofa = placed || structure.type.endsWith('Chain') || isOfWholeText(structure, cas) ? { sofa: cas.sofaId } : {};
    builder.line(1).open(`${namespaces.get(uri)?.prefix ?? 'cas'}:${local}`, {
      'xmi:id': structure.id,
      ...sofa,
      ...Object.fromEntries(plain),
    });
    for (const [name, value] of Object.entries(structure.features)) {
      if (value.kind === 'strings') for (const single of value.values) builder.leaf(name, {}, single);
    }
    builder.close();
  }
  builder
    .line(1)
    .leaf('cas:Sofa', { 'xmi:id': cas.sofaId, sofaNum: 1, sofaID: '_InitialView', mimeType: cas.mimeType, sofaString: cas.text });
  const members = cas.structures.filter((structure) => structure.indexed).map((structure) => structure.id);
  return builder
    .line(1)
    .leaf('cas:View', { sofa: cas.sofaId, members: members.join(' ') })
    .line(0)
    .end();
}

function split(type: string): { uri: string; local: string } {
  const dot = type.lastIndexOf('.');
  const packageName = dot === -1 ? 'uima/noNamespace' : type.slice(0, dot).replaceAll('.', '/');
  return { uri: `http:///${packageName}.ecore`, local: type.slice(dot + 1) };
}

/** A prefix for each package: its last name, numbered where two have the same. */
function namespacesOf(structures: readonly CasStructure[]): ReadonlyMap<string, XmlNamespace> {
  const result = new Map<string, XmlNamespace>([['http:///uima/cas.ecore', { prefix: 'cas', uri: 'http:///uima/cas.ecore' }]]);
  const taken = new Set(['xmi', 'cas', 'xml', 'xmlns']);
  for (const { type } of structures) {
    const { uri } = split(type);
    if (result.has(uri)) continue;
    const base = /([A-Za-z_][\w-]*)\.ecore$/.exec(uri)?.[1] ?? 'ns';
    let prefix = base;
    for (let i = 2; taken.has(prefix); i++) prefix = `${base}${i}`;
    taken.add(prefix);
    result.set(uri, { prefix, uri });
  }
  return result;
}
