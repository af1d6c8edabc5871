import { describe, expect, it } from 'vitest';
import { formatById, readFile } from '../../../server/src/formats';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { fromTags, toTags, withTags } from '../../../server/src/formats/articleLabels';
import { inEnglish } from '../inEnglish';
import { at, document } from './support';

const TEXT = 'Anne Corbin vit à Vell.';
const LABELS = { topic: ['trade', 'law'], checked: [''] };
const labelled = document(TEXT, [{ spans: [at(TEXT, 'Anne Corbin')] }], { labels: LABELS });

function written(id: string, doc: AnnotationDocument, name?: RegExp): string {
  const { files } = formatById(id)?.write([doc]) ?? { files: [] };
  return (files.find((file) => name?.test(file.name) ?? true) ?? { content: '' }).content;
}

/** A file's one document, and the file that it is written into again after a change. */
function changed(name: string, content: string, change: (before: AnnotationDocument) => AnnotationDocument): string {
  const [id, read] = [name.split('.')[0] ?? '', readFile({ name, content }, formatById(name.split('.')[0] ?? ''))];
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return written(id, change(read.documents[0] as AnnotationDocument));
}

describe('labels of articles in other tools’ own terms', () => {
  it('are categories in spaCy and doccano, choices in Prodigy', () => {
    expect(JSON.parse(written('spacy', labelled)).cats).toEqual({ 'topic:trade': 1, 'topic:law': 1, checked: 1 });
    expect(JSON.parse(written('doccano', labelled)).cats).toEqual(['topic:trade', 'topic:law', 'checked']);
    const task = JSON.parse(written('prodigy', labelled));
    expect(task.accept).toEqual(['topic:trade', 'topic:law', 'checked']);
    expect(task.options).toContainEqual({ id: 'topic:trade', text: 'topic:trade' });
  });

  it('are controls of Label Studio, declared in the configuration', () => {
    const [task] = JSON.parse(written('label-studio', labelled, /json$/));
    const choices = task.annotations[0].result.filter(({ type }: { type: string }) => type === 'choices');
    expect(choices.map((one: { from_name: string; value: unknown }) => [one.from_name, one.value])).toEqual([
      ['topic', { choices: ['trade', 'law'] }],
      ['checked', { choices: ['checked'] }],
    ]);
    const configuration = written('label-studio', labelled, /config\.xml$/);
    expect(configuration).toMatch(/<Choices name="topic" toName="text" choice="multiple">\s*<Choice value="law"\/>/);
  });

  it('keep their line breaks, tabs and spaces in a TEI header', () => {
    const labels = { note: ['une\nligne', 'deux\tmots', ' bord ', '\u2028', 'une ligne'] };
    const content = written('tei', { ...labelled, labels });
    expect(formatById('tei')?.read({ name: 'a.xml', content }).documents[0]?.labels).toEqual(labels);
  });

  it('are keywords of a TEI header', () => {
    expect(written('tei', labelled)).toContain('<term type="topic">trade</term>');
    const theirs = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/><profileDesc><textClass>
      <keywords n="rubrique"><list><item><term>Politique</term></item><item><term type="lieu">Vell</term></item></list></keywords>
      <keywords><term/></keywords></textClass></profileDesc></teiHeader><text><body><p>Anne</p></body></text></TEI>`;
    const [read] = formatById('tei')?.read({ name: 'a.xml', content: theirs }).documents ?? [];
    expect(read?.labels).toEqual({ rubrique: ['Politique'], lieu: ['Vell'] });
    const into = () => ({ name: 'a.xml', content: theirs });
    const put = (labels: AnnotationDocument['labels'] & object): string =>
      formatById('tei')?.write([{ ...document('Anne', [], { labels }), id: 'a' }], { into }).files[0]?.content ?? '';
    expect(put({ lieu: ['Vell'], rubrique: ['Politique'] })).toBe(theirs);
    const more = put({ lieu: ['Vell'], rubrique: ['Monde'] });
    expect(more.replace(/<standOff[\s\S]*<\/standOff>\s*/, '')).toBe(theirs);
    const again = formatById('tei')?.read({ name: 'a.xml', content: more }).documents[0];
    expect(again?.labels).toEqual({ rubrique: ['Monde'], lieu: ['Vell'] });
    // one that a person took away is told, and does not come back
    const less = formatById('tei')?.write([{ ...document('Anne', [], { labels: { lieu: ['Vell'] } }), id: 'a' }], { into });
    expect(less?.losses.map(({ detail }) => inEnglish(detail))).toEqual([
      'rubrique stays in the file, which is not changed; the standOff says that it is meant no more.',
    ]);
    const content = less?.files[0]?.content ?? '';
    expect(content.replace(/<standOff[\s\S]*<\/standOff>\s*/, '')).toBe(theirs);
    expect(formatById('tei')?.read({ name: 'a.xml', content }).documents[0]?.labels).toEqual({ lieu: ['Vell'] });
    const none = formatById('tei')?.write([{ ...document('Anne', []), id: 'a' }], { into }).files[0]?.content ?? '';
    expect(formatById('tei')?.read({ name: 'a.xml', content: none }).documents[0]?.labels).toBeUndefined();
    // who writes names alone says nothing of labels
    expect(formatById('tei')?.write([{ ...document('Anne', []), id: 'a' }], { into, layers: ['entity'] }).files[0]?.content).toBe(
      theirs,
    );
  });

  it('are document metadata of INCEpTION; its own layers are read by their features', () => {
    const cas = JSON.parse(written('json-cas', labelled, /\.json$/));
    const type = 'webanno.custom.ArticleLabel';
    expect(cas['%TYPES'][type]['%SUPER_TYPE']).toBe('uima.cas.AnnotationBase');
    const own = cas['%FEATURE_STRUCTURES'].filter((one: { '%TYPE': string }) => one['%TYPE'] === type);
    expect(own).toHaveLength(3);
    expect(own.every((one: object) => '@sofa' in one)).toBe(true);
    const theirs = JSON.parse(written('json-cas', document(TEXT, []), /\.json$/));
    const genre = { '%ID': 900, '%TYPE': 'webanno.custom.Genre', '@sofa': 1, value: 'report', tone: 'dry', final: true };
    theirs['%TYPES']['webanno.custom.Genre'] = { '%NAME': 'webanno.custom.Genre', '%SUPER_TYPE': 'uima.cas.AnnotationBase' };
    theirs['%FEATURE_STRUCTURES'].push(genre);
    theirs['%VIEWS']._InitialView['%MEMBERS'].push(900);
    const again = changed('json-cas.json', JSON.stringify(theirs), (before) => {
      expect(before.labels).toEqual({ Genre: ['report'], tone: ['dry'], final: [''] });
      return { ...before, labels: { Genre: ['report'], final: [''], topic: ['law'] } };
    });
    const structures: { '%TYPE': string }[] = JSON.parse(again)['%FEATURE_STRUCTURES'];
    const { tone: _, ...still } = genre;
    expect(structures.find((one) => one['%TYPE'] === 'webanno.custom.Genre')).toEqual(still);
    expect(structures.filter((one) => one['%TYPE'] === type)).toMatchObject([{ label: 'topic', value: 'law' }]);
  });

  it('are tags of the whole text in Web Annotation, other people’s too', () => {
    const source = 'urn:corpus-annotator:document:a';
    const collection = JSON.parse(written('web-annotation', labelled));
    expect(collection.first.items[0]).toMatchObject({ motivation: 'tagging', target: collection['ca:document'][0].id });
    const theirs = { type: 'Annotation', motivation: 'tagging', target: source, body: { purpose: 'tagging', value: 'sport' } };
    const read = formatById('web-annotation')?.read({ name: 'a.jsonld', content: JSON.stringify([theirs]), text: TEXT });
    expect([read?.documents[0]?.labels, read?.problems]).toEqual([{ sport: [''] }, []]);
  });

  it('are told where a format has no place for them', () => {
    for (const id of ['brat', 'conll2003', 'conllu', 'webanno-tsv', 'timeml'])
      expect(formatById(id)?.write([labelled]).losses, id).toContainEqual(
        expect.objectContaining({ kind: 'document', field: 'labels' }),
      );
  });
});

describe('labels in files of other tools', () => {
  const without = (before: AnnotationDocument): AnnotationDocument => {
    const { labels: _, ...rest } = before;
    return rest;
  };

  it('are the list of labels itself in doccano’s projects of text classification', () => {
    const line = '{"id":7,"text":"Anne","label":["topic:law","urgent"]}\n';
    expect(changed('doccano.jsonl', line, (before) => before)).toBe(line);
    const more = changed('doccano.jsonl', line, (before) => {
      expect(before.labels).toEqual({ topic: ['law'], urgent: [''] });
      return { ...before, labels: { topic: ['trade'], urgent: [''] } };
    });
    expect(JSON.parse(more)).toEqual({ id: 7, text: 'Anne', label: ['urgent', 'topic:trade'] });
    const marks = changed('doccano.jsonl', line, (before) => ({
      ...before,
      annotations: document('Anne', [{ spans: [at('Anne', 'Anne')] }]).annotations,
    }));
    expect(JSON.parse(marks)).toEqual({ id: 7, text: 'Anne', label: [[0, 4, 'PER']], cats: ['topic:law', 'urgent'] });
  });

  it('stay as they stood where nobody changed them', () => {
    const doccano = '{"id":7,"text":"Anne","entities":[],"cats":["Économie : presse","a%3"]}\n';
    expect(JSON.parse(changed('doccano.jsonl', doccano, (before) => before))).toMatchObject(JSON.parse(doccano));
    const spacy = { text: 'Anne', ents: [], cats: { SPORT: 0.93, 'droit:civil': 0.1 }, tokens: [{ id: 0, start: 0, end: 4 }] };
    const same = JSON.parse(changed('spacy.jsonl', JSON.stringify(spacy), (before) => before));
    expect(same.cats).toEqual(spacy.cats);
    const none = JSON.parse(changed('spacy.jsonl', JSON.stringify(spacy), without));
    expect(none.cats).toEqual({ SPORT: 0, 'droit:civil': 0.1 });
    const prodigy = '{"text":"Anne","accept":[3],"options":[{"id":3,"text":"Sport"}],"spans":[],"answer":"accept"}';
    expect(JSON.parse(changed('prodigy.jsonl', prodigy, (before) => before)).options).toEqual([{ id: 3, text: 'Sport' }]);
  });

  it('of two annotators of Label Studio are those of both, and what is taken away goes from both', () => {
    const choice = (value: string): object => ({
      result: [{ from_name: 'topic', to_name: 'text', type: 'choices', value: { choices: [value] } }],
    });
    const task = JSON.stringify([{ id: 1, data: { text: 'Anne' }, annotations: [choice('law'), choice('trade')] }]);
    const again = changed('label-studio.json', task, (before) => {
      expect(before.labels).toEqual({ topic: ['law', 'trade'] });
      return before;
    });
    expect(JSON.parse(again)[0].annotations).toEqual(JSON.parse(task)[0].annotations);
    const cleared = JSON.parse(changed('label-studio.json', task, without))[0].annotations;
    expect(cleared).toEqual([{ result: [] }, { result: [] }]);
    const least =
      '[{"id":1,"text":"Anne","topic":{"choices":["law"]},"label":[{"start":0,"end":4,"text":"Anne","labels":["PER"]}]}]';
    expect(formatById('label-studio')?.read({ name: 'a.json', content: least }).documents[0]?.labels).toEqual({ topic: ['law'] });
  });

  it('are tags that say any name and value', () => {
    const labels = { 'a: b': ['c:d', ''], '100 %': [''], __proto__x: ['y'] };
    expect(fromTags(toTags(labels)).labels).toEqual(labels);
    expect(withTags(['x', 'a%3A b:c:d', 'gone'], { ...labels, x: [''] })).toEqual([
      'x',
      'a%3A b:c:d',
      ...toTags(labels).slice(1),
    ]);
  });
});
