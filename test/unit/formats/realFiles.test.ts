import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS as FORMAT_LIST } from '../../../server/src/formats';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { readBrat } from '../../../server/src/formats/brat/read';
import { writeBrat } from '../../../server/src/formats/brat/write';
import { conll2003 } from '../../../server/src/formats/conll/conll2003';
import { conllu } from '../../../server/src/formats/conll/conllu';
import type { FormatDescriptor, WriteOptions } from '../../../server/src/formats/format';
import { doccano } from '../../../server/src/formats/jsonTools/doccano';
import { labelStudio } from '../../../server/src/formats/jsonTools/labelStudio';
import { prodigy } from '../../../server/src/formats/jsonTools/prodigy';
import { spacy } from '../../../server/src/formats/jsonTools/spacy';
import { tei } from '../../../server/src/formats/tei';
import { timeml } from '../../../server/src/formats/timeml';
import { jsonCas } from '../../../server/src/formats/uima/jsonCas';
import { xmi } from '../../../server/src/formats/uima/xmi';
import { webAnnotation } from '../../../server/src/formats/webAnnotation';
import { webannoTsv } from '../../../server/src/formats/webanno';
import { descendants, elements, readXml, textContent } from '../../../server/src/formats/xml/read';
import { told } from '../inEnglish';
import { canonical, withoutLosses } from './support';

// Files of other people's tools and corpora stand beside the repository where it is developed, and are not part of it.
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const FORMATS = path.join(DATA, 'formats');
const WINER = path.join(DATA, 'winer-fr');

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');
const files = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .sort();

describe.skipIf(!existsSync(FORMATS))(
  `real files of each format (skipped where ${path.basename(FORMATS)} is not beside the repository)`,
  () => {
    it.each(existsSync(FORMATS) ? files(path.join(FORMATS, 'brat'), '.ann') : [])('brat %s comes back byte for byte', (name) => {
      const ann = read(FORMATS, 'brat', name);
      const { document, problems } = readBrat(ann, read(FORMATS, 'brat', name.replace('.ann', '.txt')), name);
      expect(problems).toEqual([]);
      expect(document.annotations.length).toBeGreaterThan(0);
      expect(writeBrat(document)).toEqual({ content: ann, losses: [] });
      // Written anew, without the lines that were kept, it says the same.
      const { origin: _, ...bare } = document;
      const again = readBrat(writeBrat(bare).content, document.text, name).document;
      expect([...again.annotations].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...document.annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(new Set(again.relations)).toEqual(new Set(document.relations));
      expect(again.groups).toEqual(document.groups);
    });
  },
);

/** Reads a real file, writes it, and gives both as parsed JSON lines. */
function jsonRoundTrip(
  format: FormatDescriptor,
  name: string,
  text?: string,
): { before: unknown; after: unknown; count: number } {
  const content = read(FORMATS, name);
  const { documents, problems } = format.read({ name, content, ...(text !== undefined && { text }) });
  expect(problems).toEqual([]);
  const {
    files: [file],
    losses,
  } = format.write(documents, { rejected: 'keep' });
  expect(losses).toEqual([]);
  const parse = (lines: string): unknown => {
    try {
      return JSON.parse(lines) as unknown;
    } catch {
      return lines
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => JSON.parse(line) as unknown);
    }
  };
  return {
    before: parse(content),
    after: parse(file?.content ?? ''),
    count: documents.reduce((sum, document) => sum + document.annotations.length, 0),
  };
}

describe.skipIf(!existsSync(FORMATS))('real JSON files come back as they were', () => {
  it.each([
    ['prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.head.jsonl', prodigy],
    ['prodigy/bio_events.head.jsonl', prodigy],
    ['doccano/export_sequence_labeling.jsonl', doccano],
    ['doccano/export_relation_extraction.json', doccano],
    ['doccano/test_relation_extraction.jsonl', doccano],
    ['spacy/constructed-doc.to_json.json', spacy],
    ['label-studio/constructed-task-with-prediction.json', labelStudio],
  ])('%s', (name, format) => {
    const { before, after, count } = jsonRoundTrip(format, name);
    expect(after).toEqual(before);
    expect(count).toBeGreaterThan(0);
  });

  it('label-studio/ner-export.issue-6027.head.json, which has no text of its own', () => {
    const { before, after, count } = jsonRoundTrip(
      labelStudio,
      'label-studio/ner-export.issue-6027.head.json',
      'x'.repeat(206_300),
    );
    expect(after).toEqual(before);
    expect(count).toBe(2);
  });

  it('doccano/import_sequence_labeling.jsonl, whose keys the user names', () => {
    const { documents, problems } = doccano.read(
      { name: 'x', content: read(FORMATS, 'doccano/import_sequence_labeling.jsonl') },
      { textKey: 'column_data', labelKey: 'column_label' },
    );
    expect(problems).toEqual([]);
    expect(documents.map((document) => document.annotations.map((annotation) => annotation.type))).toEqual([
      ['ORG'],
      ['PERSON'],
      ['PERSON'],
    ]);
  });
});

/** What is written is read as the same document, and written again as the same file. */
function stableRoundTrip(
  format: FormatDescriptor,
  content: string,
  name: string,
  options: WriteOptions = {},
): readonly AnnotationDocument[] {
  const { documents, problems } = format.read({ name, content });
  expect(
    problems.filter((problem) => problem.severity === 'error'),
    name,
  ).toEqual([]);
  const {
    files: [file],
    losses,
  } = format.write(documents, { rejected: 'keep', ...options });
  const again = format.read({ name, content: file?.content ?? '' });
  expect(
    again.problems.filter((problem) => problem.severity === 'error'),
    name,
  ).toEqual([]);
  expect(
    again.documents.map((document) => document.text),
    name,
  ).toEqual(documents.map((document) => document.text));
  documents.forEach((document, i) => {
    const named = losses.some((loss) => loss.kind === 'document' && loss.field === 'id')
      ? { ...document, id: again.documents[i]?.id ?? '' }
      : document;
    const own = losses.filter((loss) => loss.document === document.id);
    expect(canonical(again.documents[i] ?? document), name).toEqual(canonical(withoutLosses(named, own)));
  });
  expect(format.write(again.documents, { rejected: 'keep', ...options }).files[0]?.content, name).toBe(file?.content);
  return documents;
}

const count = (documents: readonly AnnotationDocument[]): number =>
  documents.reduce((sum, document) => sum + document.annotations.length, 0);

describe.skipIf(!existsSync(FORMATS))('real column files', () => {
  it('conll2003/en-orig.conll is IOB1 and comes back but for the prefixes', () => {
    const content = read(FORMATS, 'conll2003/en-orig.conll');
    expect(told(conll2003.read({ name: 'x', content }).problems)).toEqual([
      { severity: 'information', line: 1, message: 'Read as IOB1.' },
    ]);
    const documents = stableRoundTrip(conll2003, content, 'en-orig.conll');
    const written = conll2003.write(documents).files[0]?.content.replace('-DOCSTART- -X- O O\n\n', '');
    expect(written).toBe(content.replaceAll(/ I-(ORG|PER|LOC)$/gm, ' B-$1').replace(/\n*$/, '\n\n'));
  });

  it.each([
    ['conll2003/doccano-two-column.conll', conll2003, 2],
    ['conll2003/germeval2014_nested.conll', conll2003, 6],
    ['conll2003/conll2012-coref-ner.conll', conll2003, 5],
    ['conllu-ner/uner_en_ewt_dev_head.iob2', conllu, 3],
  ])('%s', (name, format, least) => {
    expect(
      count(stableRoundTrip(format, read(FORMATS, name), path.basename(name), format === conllu ? { variant: 'iob2' } : {})),
    ).toBeGreaterThanOrEqual(least);
  });

  it.each(existsSync(FORMATS) ? files(path.join(FORMATS, 'conllu-ner'), '.conllu') : [])(
    'conllu-ner/%s comes back line for line',
    (name) => {
      const content = read(FORMATS, 'conllu-ner', name);
      const written = conllu.write(stableRoundTrip(conllu, content, name)).files[0]?.content ?? '';
      const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
      expect(lines(written)).toEqual(lines(content));
    },
  );

  it.each([
    ['en-ner/uner-ewt/en_ewt-ud-dev.iob2', conllu, 'iob2', 900],
    ['en-ner/wikigold/wikigold.conll.txt', conll2003, '2003', 3000],
    ['en-ner/wnut17/emerging.dev.conll', conll2003, 'two-column', 800],
    ['pt-ner/pt_bosque-ud-dev.iob2', conllu, 'iob2', 500],
  ])('whole corpus %s', (name, format, variant, least) => {
    if (!existsSync(path.join(DATA, name))) return;
    expect(count(stableRoundTrip(format, read(DATA, name), path.basename(name), { variant }))).toBeGreaterThan(least);
  });
});

describe.skipIf(!existsSync(FORMATS))('real WebAnno TSV files come back byte for byte', () => {
  it.each(existsSync(FORMATS) ? files(path.join(FORMATS, 'webanno-tsv'), '.tsv') : [])('%s', (name) => {
    const content = read(FORMATS, 'webanno-tsv', name);
    const documents = stableRoundTrip(webannoTsv, content, name);
    expect(webannoTsv.write(documents)).toEqual({ files: [expect.objectContaining({ content })], losses: [] });
  });
});

describe.skipIf(!existsSync(FORMATS))('real UIMA files', () => {
  it.each(existsSync(FORMATS) ? files(path.join(FORMATS, 'uima-json-cas'), '.json') : [])(
    'JSON CAS %s comes back as it was',
    (name) => {
      const content = read(FORMATS, 'uima-json-cas', name);
      const { documents, problems } = jsonCas.read({ name, content });
      expect(problems).toEqual([]);
      expect(count(documents)).toBeGreaterThan(2);
      expect(JSON.parse(jsonCas.write(documents).files[0]?.content ?? '')).toEqual(JSON.parse(content));
      // The same through the other file of the same model.
      const through = xmi.read({ name, content: xmi.write(documents).files[0]?.content ?? '' }).documents;
      expect(through.map((document) => [document.text, document.annotations])).toEqual(
        documents.map((document) => [document.text, document.annotations]),
      );
    },
  );

  it.each(existsSync(FORMATS) ? files(FORMATS, '.xmi') : [])('XMI %s loses no structure and no feature', (name) => {
    const content = read(FORMATS, name);
    const text = name.includes('casWithTextAndAnnotations') ? 'This is a test' : undefined;
    const { documents, problems } = xmi.read({ name, content, ...(text && { text }) });
    expect(problems).toEqual([]);
    expect(count(documents)).toBeGreaterThanOrEqual(name.includes('small') || name.includes('smileys') ? 0 : 1);
    const shape = (file: string): unknown => {
      const { root } = readXml(file);
      return (
        root &&
        elements(root)
          .filter((element) => element.local !== 'Sofa' || !text)
          .map(({ uri, local, attributes, children }) => [
            uri,
            local,
            attributes.map((one) => `${one.uri} ${one.local}=${one.value}`).sort(),
            children.filter((child) => typeof child !== 'string').length,
          ])
      );
    };
    expect(shape(xmi.write(documents).files[0]?.content ?? '')).toEqual(shape(content));
  });
});

describe.skipIf(!existsSync(FORMATS))('real TEI and TimeML files', () => {
  it.each([
    ['tei-p5/dkpro-example1.xml', tei, {}, 0],
    ['tei-p5/recogito-sample.xml', tei, {}, 0],
    ['tei-p5/dkpro-example1.xml', tei, { variant: 'inline' }, 0],
    ['timeml/FR-TimeBank-1999-05-21-0100.tml', timeml, {}, 4],
  ])('%s', (name, format, options, least) => {
    const documents = stableRoundTrip(format, read(FORMATS, name), path.basename(name), options);
    expect(documents[0]?.text.length).toBeGreaterThan(100);
    expect(count(documents)).toBeGreaterThanOrEqual(least);
  });

  it('FR-TimeBank: the same elements with the same attributes', () => {
    const content = read(FORMATS, 'timeml/FR-TimeBank-1999-05-21-0100.tml');
    const written = timeml.write(timeml.read({ name: 'x', content }).documents);
    expect(written.losses).toEqual([]);
    const shape = (file: string): unknown => {
      const { root } = readXml(file);
      return (
        root &&
        ['TIMEX3', 'EVENT', 'TLINK'].map((name) =>
          descendants(root, name).map((element) => [
            textContent(element),
            element.attributes.map((own) => `${own.local}=${own.value}`).sort(),
          ]),
        )
      );
    };
    expect(shape(written.files[0]?.content ?? '')).toEqual(shape(content));
  });
});

describe.skipIf(!existsSync(FORMATS))('real Web Annotation files', () => {
  const load = (name: string, text: string) =>
    webAnnotation.read({ name, content: read(FORMATS, 'w3c-web-annotation', name), text });

  it('finds a quote and a position', () => {
    const quoted = load('anno26.json', 'Well, this is an anotation that has some errors.');
    expect([quoted.problems, quoted.documents[0]?.annotations[0]?.spans]).toEqual([[], [{ start: 17, end: 26 }]]);
    const placed = load('anno27.json', '😀'.repeat(800));
    expect([placed.problems, placed.documents[0]?.annotations[0]?.spans]).toEqual([[], [{ start: 824, end: 1590 }]]);
  });

  it('reads the collection of all examples of the Recommendation and says what is about no text', () => {
    const { documents, problems } = load('collection1.json', 'x'.repeat(1000));
    expect(count(documents)).toBe(1);
    expect(problems.length).toBeGreaterThan(30);
    const {
      files: [file],
      losses,
    } = webAnnotation.write(documents.filter((document) => document.annotations.length > 0));
    expect(losses).toEqual([]);
    expect(count(webAnnotation.read({ name: 'x', content: file?.content ?? '' }).documents)).toBe(1);
  });

  it('reads Recogito, both selectors together', () => {
    // The file is an excerpt that ends inside of an object.
    const content = read(FORMATS, 'w3c-web-annotation/recogito-annotations.w3c.head.json.txt');
    const closed = `${content.slice(0, content.lastIndexOf('\n  {')).replace(/,\s*$/, '')}]`;
    type Target = { selector: { exact?: string; prefix?: string; suffix?: string }[] };
    const items = JSON.parse(closed) as { target: Target | Target[] }[];
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      const { exact = '', prefix = '', suffix = '' } = [item.target].flat()[0]?.selector.find((one) => one.exact) ?? {};
      // The text of the book is not here, so the positions are wrong and the quotes must find the place.
      const { documents, problems } = webAnnotation.read({
        name: 'x',
        content: JSON.stringify(item),
        text: `${exact} – ${prefix}${exact}${suffix}`,
      });
      expect(problems).toEqual([]);
      expect(documents[0]?.annotations[0]?.spans).toEqual([
        { start: exact.length + 3 + prefix.length, end: 2 * exact.length + 3 + prefix.length },
      ]);
    }
  });
});

describe.skipIf(!existsSync(WINER))('WiNER-fr in every format', () => {
  const sample = existsSync(WINER) ? files(WINER, '.ann').filter((_, i) => i % 40 === 0) : [];
  const documents = sample.map(
    (name) => readBrat(read(WINER, name), read(WINER, name.replace('.ann', '.txt')), name.replace('.ann', '')).document,
  );

  // The analysis contract knows suggestions of one program only; its own tests hold it to what it can say.
  it.each(FORMAT_LIST.filter((format) => format.id !== 'jsonl').map((format) => [format.id, format] as const))(
    '%s: what is read again is the article less what is reported',
    (id, format) => {
      const names = new Map(documents.map((document) => [document.id, document.text]));
      for (const document of documents) {
        const {
          files: [file],
          losses,
        } = format.write([document]);
        const {
          documents: [again],
          problems,
        } = format.read({
          name: `${document.id}.x`,
          content: file?.content ?? '',
          text: (name) => names.get(name) ?? document.text,
        });
        expect(
          problems.filter((problem) => problem.severity !== 'information'),
          document.id,
        ).toEqual([]);
        // Words, moved boundaries and the text's white space differ by the format's nature; all else is as reported.
        if (!again || losses.some((loss) => ['boundary', 'text'].includes(loss.kind))) continue;
        const { tokens: _t, sentences: _s, origin: _o, ...rest } = again;
        expect(canonical({ ...rest, id: document.id }), `${id} ${document.id}`).toEqual(
          canonical(withoutLosses(document, losses)),
        );
      }
      expect(documents.length).toBeGreaterThan(20);
    },
  );
});

describe.skipIf(!existsSync(WINER))('WiNER-fr (skipped where it is not beside the repository)', () => {
  it('comes back byte for byte, all of its articles', () => {
    const names = files(WINER, '.ann');
    let annotations = 0;
    for (const name of names) {
      const ann = read(WINER, name);
      const { document, problems } = readBrat(ann, read(WINER, name.replace('.ann', '.txt')), name);
      expect(
        problems.filter((problem) => problem.severity === 'error'),
        name,
      ).toEqual([]);
      expect(writeBrat(document).content, name).toBe(ann);
      annotations += document.annotations.length;
    }
    expect(names.length).toBeGreaterThan(900);
    expect(annotations).toBeGreaterThan(20000);
  });
});
