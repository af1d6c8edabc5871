import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webannoTsv } from '../../../server/src/formats/webanno';
import { at, document, documents, expectFaithful } from './support';

const read = (content: string) => webannoTsv.read({ name: 'essai.tsv', content });

describe('WebAnno TSV', () => {
  it('writes words, parts of words, ids for what stands in several lines, and counts UTF-16 units', () => {
    const text = '😀 Zoé Kovač-Duval vit.\nOui.';
    const doc = document(text, [
      { type: 'PER', spans: [at(text, 'Zoé Kovač')] },
      { type: 'LOC', spans: [at(text, 'Duv')] },
      { layer: 'quote', type: 'a_b|c', spans: [at(text, 'Oui')], attributes: { speaker: 'x;y' } },
    ]);
    const { files, losses } = webannoTsv.write([doc]);
    expect(files[0]?.content).toBe(
      [
        '#FORMAT=WebAnno TSV 3.3',
        '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
        '#T_SP=webanno.custom.Quote|speaker|value',
        '',
        '',
        '#Text=😀 Zoé Kovač-Duval vit.',
        '1-1\t0-2\t😀\t_\t_\t_\t_\t',
        '1-2\t3-6\tZoé\t*[1]\tPER[1]\t_\t_\t',
        '1-3\t7-12\tKovač\t*[1]\tPER[1]\t_\t_\t',
        '1-4\t12-13\t-\t_\t_\t_\t_\t',
        '1-5\t13-18\tDuval\t_\t_\t_\t_\t',
        '1-5.1\t13-16\tDuv\t*\tLOC\t_\t_\t',
        '1-6\t19-22\tvit\t_\t_\t_\t_\t',
        '1-7\t22-23\t.\t_\t_\t_\t_\t',
        '',
        '#Text=Oui.',
        '2-1\t24-27\tOui\t_\t_\tx\\;y\ta\\_b\\|c\t',
        '2-2\t27-28\t.\t_\t_\t_\t_\t',
        '',
      ].join('\n'),
    );
    expect(losses).toEqual([]);
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const { files, losses } = webannoTsv.write([doc]);
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '');
        expect(problems).toEqual([]);
        if (losses.some((loss) => loss.kind === 'boundary' || loss.kind === 'text')) return;
        const { tokens: _t, sentences: _s, ...rest } = again ?? doc;
        expectFaithful(doc, losses, rest);
        expect(webannoTsv.write(again ? [again] : []).files[0]?.content).toBe(files[0]?.content);
      }),
      { numRuns: 500 },
    );
  });

  it('names the line of what is malformed and never throws', () => {
    expect(read('hello').problems).toEqual([expect.objectContaining({ severity: 'error', line: 1 })]);
    const { problems } = read(
      '#FORMAT=WebAnno TSV 3.3\n#T_CH=a.B|referenceType|referenceRelation\n\n\n#Text=Zoé\n1-1\t0-3\tZoé\tx\ty\n1-2\t9-12\tvit\t_\t_\nrubbish\n',
    );
    expect(problems.map((problem) => problem.line)).toEqual([6, 7, 8]);
    const junk = fc
      .array(
        fc.constantFrom(
          '#T_SP=a.B|value',
          '#T_RL=a.R|BT_a.B',
          '#T_CH=a.C|referenceType|referenceRelation',
          '#Text=ab',
          '1-1\t0-2\tab\t',
          '1-1.1\t0-1\ta\t',
          '*[1]',
          'x->1-1',
          '_',
          '|',
          ';',
          '\t',
          '\n',
          '\n\n',
          '\\',
          '[',
          ']',
          '2-1\t5-9\tcd\t',
        ),
        { maxLength: 30 },
      )
      .map((list) => list.join(''));
    fc.assert(
      fc.property(junk, (content) => {
        webannoTsv.write(read(`#FORMAT=WebAnno TSV 3.3\n${content}`).documents);
      }),
      { numRuns: 1000 },
    );
  });
});
