import { descendants, readXml, textContent, type XmlElement } from '../../formats/xml/read';
import { importingMessages } from '../../messages/importing';
import { unpack } from './archive';
import { bodyOf, doubtful, lost, oneLine, type Read, type WholeFile } from './article';
import { isLexisNexis, readLexisNexis } from './lexisNexis';
import { walkXml } from './xmlWalk';

/** Reads a text of LibreOffice (OpenDocument): its paragraphs; notes, remarks and what was deleted are left out. */
export function readOdt({ name, bytes }: WholeFile): readonly Read[] {
  const parts = unpack(bytes, ['content.xml', 'meta.xml']);
  if (typeof parts === 'string') return [lost(1, importingMessages.archive[parts])];
  const reading = readXml(parts.get('content.xml') ?? '');
  if (!reading.root)
    return [
      lost(
        1,
        parts.has('content.xml')
          ? (reading.problems[0]?.message ?? importingMessages.archive.damaged)
          : importingMessages.encryptedOrOther,
      ),
    ];
  const meta = readXml(parts.get('meta.xml') ?? '').root;
  const content = descendants(reading.root, 'text').find((element) => element.uri.endsWith(':office:1.0')) ?? reading.root;
  const found = paragraphsOf(content);
  const plain = found.paragraphs.map(({ text }) => text);
  if (isLexisNexis(plain)) return readLexisNexis(plain);
  const ofMeta = (local: string): string | undefined => {
    const element = meta && descendants(meta, local)[0];
    return element && oneLine(textContent(element));
  };
  const [first] = found.paragraphs;
  const heading = first?.isHeading ? first.text : undefined;
  const body = bodyOf(heading === undefined ? plain : plain.slice(1));
  if (body === '') return [lost(1, importingMessages.emptyText)];
  const title = oneLine(heading) ?? ofMeta('title') ?? name;
  const author = ofMeta('initial-creator') ?? ofMeta('creator');
  return [
    { article: { body, title, author, metadata: new Map(), line: 1 } },
    ...(found.notes > 0 ? [doubtful(1, importingMessages.notesLeftOut(found.notes))] : []),
  ];
}

interface Found {
  readonly paragraphs: readonly { readonly text: string; readonly isHeading: boolean }[];
  readonly notes: number;
}

/** What is not the text: notes, remarks, changes that were taken back, lists of contents, drawings. */
const SILENT = new Set(['annotation', 'annotation-end', 'tracked-changes', 'table-of-content', 'sequence-decls', 'forms']);

function paragraphsOf(root: XmlElement): Found {
  const paragraphs: { text: string; isHeading: boolean }[] = [];
  let [current, notes] = ['', 0];
  walkXml(root, {
    text(words) {
      current += words.replace(/\s+/g, ' ');
    },
    enter({ local }) {
      if (local === 'note') notes++;
      current += OF_ELEMENTS.get(local) ?? '';
      return local !== 'note' && !SILENT.has(local);
    },
    leave(element) {
      if (element.local !== 'p' && element.local !== 'h') return;
      if (current.trim() !== '') paragraphs.push({ text: current.trim(), isHeading: element.local === 'h' || isTitle(element) });
      current = '';
    },
  });
  return { paragraphs, notes };
}

const OF_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['s', ' '],
  ['tab', '\t'],
  ['line-break', '\n'],
]);

const isTitle = ({ attributes }: XmlElement): boolean =>
  attributes.some(({ local, value }) => local === 'style-name' && /^(?:Title|Titre)$/.test(value));
