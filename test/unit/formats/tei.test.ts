import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../server/src/formats/annotationDocument';
import { tei } from '../../../server/src/formats/tei';
import { at, canonical, document, documents, expectFaithful } from './support';

const read = (content: string) => tei.read({ name: 'essai.xml', content });
const TEXT = '😀 « Zoé Kovač » dit\r\n:\u00a0oui <&> le 3 mai.';

describe('TEI', () => {
  it('says in standOff all of the model', () => {
    const doc = document(
      TEXT,
      [
        {
          id: 'T1',
          type: 'PER',
          spans: [at(TEXT, 'Zoé Kovač')],
          note: 'a\r\nb',
          status: 'rejected',
          score: 0.5,
          source: 'm',
          attributes: { 'n & <m>': ['1', ' 2 '], flag: '' },
          links: [{ type: 'R', resource: 'W', id: 'Q1', label: 'x' }],
        },
        { id: '2 b', layer: 'quote', type: 'direct', spans: [at(TEXT, '😀'), at(TEXT, 'oui')] },
      ],
      {
        language: 'fr',
        date: '2017-01',
        relations: [
          { id: 'E1', type: 'say', trigger: '2 b', args: [{ role: 'Who', target: 'T1' }], attributes: { a: 'b' }, note: 'n' },
        ],
        groups: [
          { id: 'g', type: 'PER', name: 'Zoé', members: ['T1', '2 b'], attributes: { aliases: ['Z'] } },
          { id: 'h', members: [], attributes: {} },
        ],
      },
    );
    const { files, losses } = tei.write([doc], { rejected: 'keep' });
    expect(losses).toEqual([]);
    expect(files[0]?.content).toContain('target="#string-range(text,4,9)"');
    const {
      documents: [again],
      problems,
    } = read(files[0]?.content ?? '');
    expect(problems).toEqual([]);
    expect(again && canonical(again)).toEqual(
      canonical({
        ...doc,
        groups: doc.groups.map((group) => ({ ...group, attributes: (group.id === 'g' ? { aliases: 'Z' } : {}) as Attributes })),
      }),
    );
    expect(again?.annotations.map((annotation) => annotation.id)).toEqual(['T1', '2 b']);
  });

  it('says inline what TEI has elements for', () => {
    const doc = document(
      TEXT,
      [
        { type: 'PER', spans: [at(TEXT, 'Zoé Kovač')] },
        {
          layer: 'quote',
          type: 'direct',
          spans: [at(TEXT, '« Zoé Kovač »'), at(TEXT, 'oui')],
          attributes: { speakerEntity: 'e1' },
        },
        { layer: 'date', type: 'DATE', spans: [at(TEXT, 'le 3 mai')], attributes: { value: 'XXXX-05-03' } },
        { layer: 'date', type: 'DATE', spans: [at(TEXT, '3')], attributes: { value: '2017-05-03', mod: 'APPROX' } },
      ],
      {
        groups: [
          { id: 'e1', type: 'PER', name: 'Zoé Kovač', members: ['T1'], attributes: { role: 'maire', aliases: ['Zoé', 'K.'] } },
        ],
      },
    );
    const { files, losses } = tei.write([doc], { variant: 'inline' });
    expect(files[0]?.content).toContain(
      '😀 <said xml:id="T2" direct="true" who="#e1" next="#T2.2">« <persName xml:id="T1" ref="#e1">Zoé Kovač</persName> »</said> dit&#13;\n:\u00a0<said xml:id="T2.2" direct="true" who="#e1" prev="#T2">oui</said> &lt;&amp;&gt; <date xml:id="T3" type="DATE" when-custom="XXXX-05-03">le <date xml:id="T4" type="DATE" when="2017-05-03">3</date> mai</date>.',
    );
    expect(losses.map((loss) => [loss.kind, loss.item, loss.field])).toEqual([
      ['attribute', 'T4', 'mod'],
      ['attribute', 'e1', 'role'],
    ]);
    expectFaithful(doc, losses, read(files[0]?.content ?? '').documents[0]);
  });

  it.each(['standoff', 'inline'])('%s gives again what it was given, less what it reports', (variant) => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const { files, losses } = tei.write([doc], { variant });
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '');
        expect(problems).toEqual([]);
        if (losses.some((loss) => loss.kind === 'label')) return;
        expectFaithful(doc, losses, again);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the files of others: names, dates, speech, words', () => {
    const {
      documents: [doc],
      problems,
    } = read(
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Essai</title></titleStmt></fileDesc></teiHeader><text xml:lang="fr"><body><p>Le <date when="2017-05">mois de mai</date>, <persName key="z">Zoé</persName> : <q>oui</q>, <said who="#z">non</said>.</p></body></text></TEI>',
    );
    expect(problems).toEqual([]);
    expect(doc?.text).toBe('Le mois de mai, Zoé : oui, non.');
    expect(doc?.annotations.map((annotation) => [annotation.type, annotation.attributes])).toEqual([
      ['DATE', { value: '2017-05' }],
      ['PER', { key: 'z' }],
      ['q', {}],
      ['direct', { who: '#z' }],
    ]);
  });

  it('names the line of what is malformed', () => {
    for (const content of ['', '<TEI>\n<text></TEI>', '<a/>', '<TEI/>', '<TEI><text>&eacute;</text></TEI>'])
      expect(read(content).problems[0]?.severity).toBe('error');
    expect(read('<TEI>\n<text></TEI>').problems[0]?.line).toBe(2);
    const { problems } = read(
      '<TEI><standOff><listAnnotation>\n<annotation xml:id="a" target="#string-range(text,0,99)"/>\n<annotation xml:id="b" target="#x"/></listAnnotation></standOff><text><body><ab xml:id="text" xml:space="preserve">a</ab></body></text></TEI>',
    );
    expect(problems.map((problem) => [problem.severity, problem.line])).toEqual([
      ['error', 2],
      ['warning', 3],
    ]);
  });
});
