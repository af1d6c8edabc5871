import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeml } from '../../../server/src/formats/timeml';
import { at, document, documents, expectFaithful } from './support';

const read = (content: string) => timeml.read({ name: 'essai.tml', content });

describe('TimeML', () => {
  it('writes dates inline and the document date as creation time', () => {
    const text = 'Le 3 mai <2017> &\r\nhier';
    const doc = document(
      text,
      [
        {
          layer: 'date',
          type: 'DATE',
          spans: [at(text, 'Le 3 mai <2017>')],
          attributes: { value: '2017-05-03', edtf: '2017-05-03' },
        },
        { layer: 'date', type: 'DATE', spans: [at(text, 'mai')], attributes: { value: '2017-05' } },
        { type: 'PER', spans: [at(text, 'hier')] },
      ],
      { date: '2017-05' },
    );
    const { files, losses } = timeml.write([doc]);
    expect(files[0]?.content).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>essai</DOCID>\n<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2017-05"/></DCT>\n' +
        '<TEXT><TIMEX3 tid="T1" type="DATE" value="2017-05-03">Le 3 <TIMEX3 tid="T2" type="DATE" value="2017-05">mai</TIMEX3> &lt;2017&gt;</TIMEX3> &amp;&#13;\nhier</TEXT>\n</TimeML>\n',
    );
    expect(losses.map((loss) => [loss.kind, loss.item, loss.field])).toEqual([
      ['layer', 'T3', undefined],
      ['attribute', 'T1', 'edtf'],
    ]);
    expect(read(files[0]?.content ?? '').documents[0]?.text).toBe(text);
  });

  it('keeps events, signals and links', () => {
    const content =
      '<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t1" type="DATE" value="2017" functionInDocument="CREATION_TIME"/></DCT><TEXT><EVENT eid="e1" eiid="ei1" class="OCCURRENCE">Il part</EVENT> <SIGNAL sid="s1">avant</SIGNAL> <TIMEX3 tid="t2" type="DATE" value="2018">2018</TIMEX3>.</TEXT><TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t2" signalID="s1"/><TLINK lid="l2" relType="AFTER" eventInstanceID="ei1" relatedToTime="t1"/></TimeML>';
    const {
      documents: [doc],
      problems,
    } = read(content);
    expect(problems).toEqual([]);
    expect(doc?.relations.map((relation) => [relation.type, relation.args.map((arg) => arg.target)])).toEqual([
      ['BEFORE', ['e1', 't2']],
      ['AFTER', ['e1', 't1']],
    ]);
    const { files, losses } = timeml.write(doc ? [doc] : []);
    expect(losses).toEqual([]);
    expect(read(files[0]?.content ?? '').documents[0]).toEqual(doc);
  });

  it('gives again what it was given, less what it reports', () => {
    fc.assert(
      fc.property(documents(), (doc) => {
        const { files, losses } = timeml.write([doc]);
        const {
          documents: [again],
          problems,
        } = read(files[0]?.content ?? '');
        expect(problems).toEqual([]);
        expectFaithful(doc, losses, again);
      }),
      { numRuns: 200 },
    );
  });

  it('names the line of what is malformed', () => {
    for (const content of ['', '<TimeML>\n<TEXT>a</TimeML>', '<a/>', '<TimeML><TEXT>&nbsp;</TEXT></TimeML>'])
      expect(read(content).problems[0]?.severity).toBe('error');
    expect(read('<TimeML>\n<TEXT>a</TimeML>').problems[0]?.line).toBe(2);
  });
});
