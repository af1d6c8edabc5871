/** Forms of file that hold texts and are not: what is to be done first differs. */
export type ForeignKind = 'document' | 'markup' | 'exchange';

const KINDS: Readonly<Record<ForeignKind, readonly string[]>> = {
  document: ['doc', 'docx', 'docm', 'pdf', 'rtf', 'odt', 'pages', 'epub', 'wpd', 'ppt', 'pptx', 'odp'],
  markup: ['html', 'htm', 'xhtml', 'mhtml'],
  exchange: ['ann', 'xml', 'tei', 'xmi', 'json', 'jsonl', 'jsonld', 'conll', 'conllu', 'tsv', 'csv', 'tml', 'zip'],
};

/** What a file is by its name where it holds texts in another form than plain text; undefined for any other file. */
export function foreignKindOf(path: string): ForeignKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  return (Object.keys(KINDS) as ForeignKind[]).find((kind) => KINDS[kind].includes(extension));
}
