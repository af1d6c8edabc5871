import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { conll2003 } from '../../../server/src/formats/conll/conll2003';
import { conllu } from '../../../server/src/formats/conll/conllu';
import { simpleTokenizer, tokenAligner } from '../../../server/src/formats/tokens';
import { told } from '../inEnglish';
import { at, canonical, document, documents, expectFaithful, withoutLosses } from './support';

const read = (content: string, format = conll2003) => format.read({ name: 'lot.conll', content });

/** Texts that words and line breaks alone give again, with spans that begin and end at words. */
const wordy: fc.Arbitrary<AnnotationDocument> = documents({
  text: fc
    .array(
      fc
        .array(fc.constantFrom('Zoé', 'Kovač', '😀', 'marche', '#', '-', '東京', 'O', '1'), { minLength: 1, maxLength: 6 })
        .map((words) => words.join(' ')),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) => lines.join('\n')),
}).map((doc) => {
  const widen = tokenAligner(simpleTokenizer(doc.text).tokens);
  const seen = new Set<string>();
  const annotations = doc.annotations.flatMap((annotation) => {
    const spans = annotation.spans
      .flatMap((span) => widen(span.start, span.end) ?? [])
      .filter((span, i, all) => i === 0 || span.start >= (all[i - 1]?.end ?? 0));
    const key = JSON.stringify([annotation.layer, annotation.type, spans]);
    if (spans.length === 0 || spans.some((span) => doc.text.slice(span.start, span.end).includes('\n')) || seen.has(key))
      return [];
    seen.add(key);
    return [{ ...annotation, spans }];
  });
  const ids = new Set(annotations.map((annotation) => annotation.id));
  return {
    ...doc,
    annotations,
    relations: doc.relations.filter((relation) => relation.args.every((arg) => ids.has(arg.target))),
    groups: doc.groups
      .map((group) => ({ ...group, members: group.members.filter((member) => ids.has(member)) }))
      .filter((group) => group.members.length > 0),
  };
});

describe('CoNLL-2003', () => {
  it.each([
    ['IOB1', ['I-PER', 'I-PER', 'B-PER', 'O', 'I-LOC']],
    ['IOB2', ['B-PER', 'I-PER', 'B-PER', 'O', 'B-LOC']],
    ['BIOES', ['B-PER', 'E-PER', 'S-PER', 'O', 'S-LOC']],
    ['BILOU', ['B-PER', 'L-PER', 'U-PER', 'O', 'U-LOC']],
  ])('reads %s, says so, and finds the same chunks', (scheme, tags) => {
    const words = ['Zoé', 'Kovač', 'Ana', 'à', 'Nice'];
    const {
      documents: [doc],
      problems,
    } = read(`-DOCSTART- -X- O O\n\n${words.map((word, i) => `${word} X _ ${tags[i]}`).join('\r\n')}\n`);
    expect(told(problems)).toEqual([{ severity: 'information', line: 1, message: `Read as ${scheme}.` }]);
    expect(doc?.text).toBe('Zoé Kovač Ana à Nice');
    expect(doc?.annotations.map((a) => [a.type, doc.text.slice(a.spans[0]?.start, a.spans[0]?.end)])).toEqual([
      ['PER', 'Zoé Kovač'],
      ['PER', 'Ana'],
      ['LOC', 'Nice'],
    ]);
  });

  it('keeps part of speech and chunk, a hash as a word, and two columns of nested tags', () => {
    const four = '-DOCSTART- -X- O O\n\n# NN B-NP O\nNice NNP I-NP B-LOC\n\n';
    expect(conll2003.write(read(four).documents).files[0]?.content).toBe(four);
    const {
      documents: [nested],
    } = read('# source\n1\tUniversité\tB-ORG\tO\n2\tde\tI-ORG\tO\n3\tNice\tI-ORG\tB-LOC\n');
    expect(nested?.annotations.map((a) => [a.type, a.spans])).toEqual([
      ['ORG', [{ start: 0, end: 18 }]],
      ['LOC', [{ start: 14, end: 18 }]],
    ]);
  });

  it('writes IOB2 over whole words and reports each thing that flat tags cannot say', () => {
    const text = 'Zoé Kovač-Duval, maire de Nice';
    const doc = document(text, [
      { type: 'PER', spans: [at(text, 'Zoé Kovač')], score: 0.5 },
      { type: 'LOC', spans: [at(text, 'Nic')] },
      { type: 'ROLE', spans: [at(text, 'maire de Nice')] },
      { layer: 'quote', type: 'direct', spans: [at(text, 'Zoé')] },
    ]);
    const { files, losses } = conll2003.write([doc], { variant: 'two-column' });
    expect(files[0]?.content).toBe(
      '-DOCSTART-\tO\n\nZoé\tB-PER\nKovač\tI-PER\n-\tO\nDuval\tO\n,\tO\nmaire\tB-ROLE\nde\tI-ROLE\nNice\tI-ROLE\n\n',
    );
    expect(losses.map((loss) => [loss.kind, loss.item])).toEqual([
      ['layer', 'T4'],
      ['boundary', 'T2'],
      ['overlap', 'T2'],
      ['score', 'T1'],
      ['id', undefined],
      ['document', undefined],
      ['text', undefined],
    ]);
  });

  it('names the line of what is no tag', () => {
    expect(read('Zoé B-PER\nNice LOC\n\nseul\n').problems.map((problem) => [problem.severity, problem.line])).toEqual([
      ['error', 4],
      ['error', 2],
      ['information', 1],
    ]);
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(wordy, fc.constantFrom('2003', 'two-column'), (doc, variant) => {
        const { files, losses } = conll2003.write([doc], { variant });
        const {
          documents: [again],
        } = read(files[0]?.content ?? '');
        const { tokens: _t, sentences: _s, ...rest } = again ?? doc;
        expectFaithful({ ...doc, id: 'lot' }, losses, rest);
        expect(losses.some((loss) => loss.kind === 'text')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('reads reading of CoNLL-2012: brackets and chains', () => {
    const row = (word: string, ner: string, coref: string) => `doc 0 0 ${word} NN * - - - - ${ner} * ${coref}`;
    const {
      documents: [doc],
      problems,
    } = read(
      `#begin document (doc); part 000\n${row('Zoé', '(PER*', '(1')}\n${row('Kovač', '*)', '1)')}\n${row('elle', '*', '(1)|(2')}\n\n#end document\n`,
    );
    expect(doc?.annotations.map((a) => [a.layer, a.type, a.spans[0]?.start, a.spans[0]?.end])).toEqual([
      ['entity', 'PER', 0, 9],
      ['coref', 'mention', 0, 9],
      ['coref', 'mention', 10, 14],
    ]);
    expect(doc?.groups).toEqual([{ id: '1', members: ['T2', 'T3'], attributes: {} }]);
    expect(told(problems).map((problem) => problem.message)).toEqual(['The mention of chain 2 is never closed.']);
  });
});

const CONLLU = `# newdoc id = essai
# sent_id = 1
# text = Il va au Mans.
1	Il	il	PRON	_	_	2	nsubj	_	_
2	va	aller	VERB	_	_	0	root	_	_
3-4	au	_	_	_	_	_	_	_	_
3	à	à	ADP	_	_	5	case	_	_
4	le	le	DET	_	_	5	det	_	_
5	Mans	Mans	PROPN	_	_	2	obl	_	NER=B-LOC|SpaceAfter=No
5.1	vide	_	_	_	_	_	_	_	_
6	.	.	PUNCT	_	_	2	punct	_	_

`;

describe('CoNLL-U', () => {
  it('puts the text together and keeps contractions, empty nodes, comments and columns', () => {
    const {
      documents: [doc],
      problems,
    } = read(CONLLU, conllu);
    expect(told(problems)).toEqual([{ severity: 'information', line: 1, message: 'Read as IOB2.' }]);
    expect(doc?.id).toBe('essai');
    expect(doc?.text).toBe('Il va au Mans.');
    expect(doc?.annotations).toEqual([
      { id: 'T1', layer: 'entity', type: 'LOC', spans: [at('Il va au Mans.', 'Mans')], attributes: {} },
    ]);
    expect(doc?.tokens?.map((token) => token.features?.lemma)).toEqual(['il', 'aller', undefined, 'Mans', '.']);
    const written = conllu.write(doc ? [doc] : []);
    expect(written.files[0]?.content).toBe(CONLLU);
    const changed =
      doc &&
      conllu.write([
        { ...doc, annotations: [{ id: 'T1', layer: 'entity', type: 'PER', spans: [{ start: 0, end: 2 }], attributes: {} }] },
      ]);
    expect(changed?.files[0]?.content).toBe(CONLLU.replace('nsubj\t_\t_', 'nsubj\t_\tNER=B-PER').replace('NER=B-LOC|', ''));
  });

  it('gives any text again to the character', () => {
    fc.assert(
      fc.property(documents({ discontinuous: false }), fc.constantFrom('misc', 'entity'), (doc, variant) => {
        const { files } = conllu.write([doc], { variant });
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '', conllu);
        expect(problems.filter((problem) => problem.severity !== 'information')).toEqual([]);
        if (simpleTokenizer(doc.text).tokens.length > 0) expect(again?.text).toBe(doc.text);
      }),
      { numRuns: 400 },
    );
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(wordy, fc.constantFrom('misc', 'iob2'), (doc, variant) => {
        const { files, losses } = conllu.write([doc], { variant });
        const {
          documents: [again],
        } = read(files[0]?.content ?? '', conllu);
        const { tokens: _t, sentences: _s, ...rest } = again ?? doc;
        expectFaithful(doc, losses, rest);
      }),
      { numRuns: 300 },
    );
  });

  it('says nested and discontinuous mentions and who is the same in CorefUD brackets', () => {
    const text = 'Maire de Nice et de Lyon , Zoé';
    const doc = document(
      text,
      [
        { type: 'ROLE', spans: [at(text, 'Maire de'), at(text, 'Lyon')] },
        { type: 'LOC', spans: [at(text, 'Nice')] },
        { type: 'PER', spans: [at(text, 'Maire de Nice')] },
        { type: 'PER', spans: [at(text, 'Zoé')] },
      ],
      { groups: [{ id: 'z', members: ['T3', 'T4'], attributes: {} }] },
    );
    const { files, losses } = conllu.write([doc], { variant: 'entity' });
    expect(files[0]?.content).toContain('1\tMaire\t_\t_\t_\t_\t_\t_\t_\tEntity=(e2-PER-1(e1[1/2]-ROLE-1');
    const {
      documents: [again],
    } = read(files[0]?.content ?? '', conllu);
    const { tokens: _t, sentences: _s, ...rest } = again ?? doc;
    expect(canonical(rest)).toEqual(canonical(withoutLosses(doc, losses)));
    expect(losses.map((loss) => loss.kind)).toEqual(['id']);
  });

  it('names the line of what is malformed', () => {
    const { problems } = read(
      '1\tZoé\t_\n\nx\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\tb\t_\t_\t_\t_\t_\t_\t_\tNER=PER\n2\tc\t_\t_\t_\t_\t_\t_\t_\tEntity=e9)\n',
      conllu,
    );
    expect(
      problems
        .filter((p) => p.severity !== 'information')
        .map((problem) => problem.line)
        .sort(),
    ).toEqual([1, 3, 4, 5].filter((line) => problems.some((p) => p.line === line)));
  });
});

describe('both', () => {
  it('never throw', () => {
    const junk = fc
      .array(
        fc.constantFrom(
          '1',
          '1-2',
          '1.1',
          '\t',
          ' ',
          '\n',
          '\n\n',
          '#',
          '# text = a',
          '# newdoc id = x',
          '-DOCSTART-',
          'O',
          'B-PER',
          'I-',
          '_',
          'Entity=(e1',
          'NER=B-X',
          '|',
          '#begin document',
          'mot',
          '\ufeff',
          '\r\n',
        ),
        { maxLength: 40 },
      )
      .map((list) => list.join(''));
    fc.assert(
      fc.property(junk, (content) => {
        for (const format of [conll2003, conllu]) {
          const { documents: docs } = format.read({ name: 'x', content });
          for (const doc of docs) for (const token of doc.tokens ?? []) expect(token.end).toBeLessThanOrEqual(doc.text.length);
          format.write(docs);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
