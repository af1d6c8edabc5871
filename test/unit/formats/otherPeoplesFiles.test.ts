import { describe, expect, it } from 'vitest';
import { detectFormat, readFile } from '../../../server/src/formats';
import { conll2003 } from '../../../server/src/formats/conll/conll2003';
import { fileNameFor } from '../../../server/src/formats/format';
import { tei } from '../../../server/src/formats/tei';
import { timeml } from '../../../server/src/formats/timeml';
import { jsonCas } from '../../../server/src/formats/uima/jsonCas';
import { webannoTsv } from '../../../server/src/formats/webanno';
import { told } from '../inEnglish';

describe('documents are named by their file', () => {
  const titled = `<TEI><teiHeader><fileDesc><titleStmt><title>${'Le même titre '.repeat(30)}</title></titleStmt></fileDesc></teiHeader><text><body><p>a</p></body></text></TEI>`;

  it('so that two with one title are two, in their folders', () => {
    const names = ['a/un.xml', 'b/un.xml', 'b/deux.xml'];
    expect(names.flatMap((name) => tei.read({ name, content: titled }).documents.map(({ id }) => id))).toEqual([
      'a/un',
      'b/un',
      'b/deux',
    ]);
    const tml = '<TimeML><DOCID>APW 1998/02</DOCID><TEXT>a</TEXT></TimeML>';
    expect(timeml.read({ name: 'x/b.tml', content: tml }).documents[0]?.id).toBe('x/b');
  });

  it('also a CAS, in which INCEpTION writes the annotator, or one name for all', () => {
    const cas = (documentId: string): string =>
      JSON.stringify({
        '%FEATURE_STRUCTURES': [
          { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: 'Anne' },
          {
            '%ID': 2,
            '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData',
            '@sofa': 1,
            begin: 0,
            end: 4,
            documentTitle: 'un.txt',
            documentId,
          },
        ],
        '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2] } },
      });
    const named = (name: string, documentId: string): string | undefined =>
      jsonCas.read({ name, content: cas(documentId) }).documents[0]?.id;
    expect(['un.txt/anna.json', 'deux.txt/anna.json'].map((name) => named(name, 'anna'))).toEqual([
      'un.txt/anna',
      'deux.txt/anna',
    ]);
    expect(named('a_b.json', 'a:b')).toBe('a:b');
  });

  it('and a name of 300 characters is cut to what disks take, each to another', () => {
    const long = 'é'.repeat(300);
    const [one, two] = [`${long}a`, `${long}b`].map((id) => fileNameFor(`dossier/${id}`, 'txt'));
    expect(one).not.toBe(two);
    for (const name of [one, two]) expect(Buffer.byteLength((name ?? '').replace('dossier/', ''))).toBeLessThan(215);
    expect(fileNameFor(`${'a'.repeat(190)}.txt`, 'ann')).toBe(`${'a'.repeat(190)}.ann`);
  });
});

describe('CoNLL with a column of numbers', () => {
  const rows = ['Anne B-PER', 'Corbin I-PER', 'vit O', 'à O', 'Vell B-LOC'].map((row) => row.split(' '));
  const expected = [
    ['PER', 'Anne Corbin'],
    ['LOC', 'Vell'],
  ];
  const marked = (content: string, name = 'train.conllu') =>
    readFile({ name, content }).documents.flatMap(({ text, annotations }) =>
      annotations.map(({ type, spans }) => [type, text.slice(spans[0]?.start, spans[0]?.end)]),
    );

  it.each([0, 1])('from %i by tab (WikiNEuRal, GermEval), whatever the file is called', (first) => {
    const content = rows.map(([word, tag], i) => `${i + first}\t${word}\t${tag}`).join('\n');
    expect(detectFormat('train.conllu', content)?.id).toBe('conll2003');
    expect(marked(`${content}\n\n${content}\n`)).toEqual([...expected, ...expected]);
  });

  it('by space where many lines count; a number that is a word stays one', () => {
    const content = rows.map(([word, tag], i) => `${i} ${word} ${tag}`).join('\n');
    expect(marked(`${`${content}\n\n`.repeat(5)}`, 'a.conll')).toEqual(Array.from({ length: 5 }, () => expected).flat());
    expect(conll2003.read({ name: 'a', content: '0 NUM O\n1 NUM O\n' }).documents[0]?.text).toBe('0 1');
  });
});

describe('TimeML of other versions', () => {
  const OLD = `<?xml version="1.0"?>
<TimeML>
<HEAD>PRI 19980213</HEAD>
<TIMEX3 tid="t0" type="DATE" value="1998-02-13" functionInDocument="CREATION_TIME">02/13/1998</TIMEX3>
<s>Anne <EVENT eid="e1" class="OCCURRENCE">left</EVENT><MAKEINSTANCE eiid="ei1" eventID="e1" tense="PAST" polarity="POS"/> and <EVENT eid="e2" class="OCCURRENCE">left</EVENT> again on <TIMEX3 tid="t1" type="DATE" value="1998-02-12">Thursday</TIMEX3>.</s>
<MAKEINSTANCE eiid="ei2" eventID="e2" tense="PAST"/><MAKEINSTANCE eiid="ei3" eventID="e2" tense="NONE"/>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei3"/>
<TLINK lid="l2" relType="IS_INCLUDED" eventInstanceID="ei2" relatedToTime="t1"/>
</TimeML>
`;
  const {
    documents: [doc],
    problems,
  } = timeml.read({ name: 'a.tml', content: OLD });

  it('is read without TEXT, dated by the creation time wherever it stands, with the instances of events', () => {
    expect(doc?.text.replace(/\s+/g, ' ').trim()).toBe('PRI 19980213 02/13/1998 Anne left and left again on Thursday.');
    expect(doc?.date).toBe('1998-02-13');
    const event = doc?.annotations.find(({ id }) => id === 'e1');
    expect(event?.attributes).toEqual({ eiid: 'ei1', tense: 'PAST', polarity: 'POS' });
    expect(doc?.relations.map(({ type, args }) => [type, args.map(({ target }) => target)])).toEqual([
      ['BEFORE', ['e1', 'e2']],
      ['IS_INCLUDED', ['e2', 't1']],
    ]);
    expect(told(problems).map(({ message }) => message)).toEqual(['HEAD is read as plain text.', 's is read as plain text.']);
  });

  it('keeps instances and links both ways, also where an event has several', () => {
    const content = timeml.write(doc ? [doc] : []).files[0]?.content ?? '';
    for (const line of OLD.match(/<(?:MAKEINSTANCE|TLINK)[^>]*>/g) ?? []) {
      const attributes = [...line.matchAll(/\w+="[^"]*"/g)].map(([one]) => one).sort();
      const lines = [...content.matchAll(/<(?:MAKEINSTANCE|TLINK)[^>]*>/g)].map(([own]) =>
        [...own.matchAll(/\w+="[^"]*"/g)].map(([one]) => one).sort(),
      );
      expect(lines).toContainEqual(attributes);
    }
    expect(content).toContain('<EVENT eid="e1" class="OCCURRENCE">left</EVENT>');
    expect(content.match(/CREATION_TIME/g)).toHaveLength(1);
    const again = timeml.read({ name: 'a.tml', content }).documents[0];
    expect([again?.annotations, again?.relations]).toEqual([doc?.annotations, doc?.relations]);
  });

  it('takes a creation time in DCT or beside the text, outside TEXT', () => {
    for (const dct of [
      '<DOC><DCT><TIMEX3 tid="t9" type="DATE" value="2001-02-03"/></DCT></DOC>',
      '<TIMEX3 tid="t9" type="DATE" value="2001-02-03" functionInDocument="CREATION_TIME"/>',
    ]) {
      const content = `<TimeML>${dct}<TEXT>Hier.</TEXT></TimeML>`;
      expect(timeml.read({ name: 'a', content }).documents[0]).toMatchObject({ date: '2001-02-03', text: 'Hier.' });
    }
  });

  it('keeps what events and their instances both say, each where it says so', () => {
    const event = '<EVENT eid="e1" class="OCCURRENCE" tense="PAST" aspect="NONE">left</EVENT>';
    const instance = '<MAKEINSTANCE eventID="e1" eiid="ei1" tense="NONE" aspect="NONE"/>';
    const { documents } = timeml.read({ name: 'a', content: `<TimeML><TEXT>Anne ${event}.</TEXT>${instance}</TimeML>` });
    const written = timeml.write(documents).files[0]?.content;
    expect(written).toContain(event);
    expect(written).toContain(instance);
    const changed = documents.map((document) => ({
      ...document,
      annotations: document.annotations.map((one) => ({ ...one, attributes: { ...one.attributes, tense: 'FUTURE' } })),
    }));
    expect(timeml.write(changed).files[0]?.content.match(/tense="FUTURE"/g)).toHaveLength(2);
  });

  it('writes the creation time once, with its words, though it does not say what it is', () => {
    const dct = '<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22">March 22, 2013</TIMEX3></DCT>';
    const link = '<TLINK lid="l1" relType="BEFORE" timeID="t1" relatedToTime="t0"/>';
    const text = '<TEXT>On <TIMEX3 tid="t1" type="DATE" value="2013-03-21">Thursday</TIMEX3>.</TEXT>';
    for (const content of [`<TimeML>${dct}${text}${link}</TimeML>`, `<TimeML>${dct}${text}</TimeML>`]) {
      const written = timeml.write(timeml.read({ name: 'a', content }).documents).files[0]?.content ?? '';
      expect(written.match(/tid="t0"/g)).toHaveLength(1);
      expect(written).toContain('>March 22, 2013</TIMEX3></DCT>');
    }
  });

  it('tells once of each kind what is no mark, with how often', () => {
    const content = `<TimeML><TEXT>${'<s>a</s>'.repeat(50)}</TEXT><X/><X/></TimeML>`;
    expect(told(timeml.read({ name: 'a', content }).problems).map(({ message }) => message)).toEqual([
      's (50) is read as plain text.',
      'X (2) is not kept.',
    ]);
  });
});

describe('WebAnno TSV', () => {
  it('names its second version, which has another shape', () => {
    const two = ' # de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity | value \n#id=1\n#text=Anne .\n1-1\tAnne\tB-PER\n';
    for (const [name, content] of [
      ['a.tsv', two],
      ['a.tsv', two.trimStart()],
      ['a.tsv', '#FORMAT=WebAnno TSV 2\n'],
    ] as const) {
      expect(detectFormat(name, content)?.id).toBe('webanno-tsv');
      expect(told(readFile({ name, content }).problems)[0]?.message).toMatch(/^This is WebAnno TSV 2 or older/);
    }
    expect(told(webannoTsv.read({ name: 'a', content: 'x' }).problems)[0]?.message).toMatch(/^The first line must be/);
  });

  it('keeps annotations whose slots are not set, beside those whose are', () => {
    const content = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:roles_webanno.custom.FrameRolesLink|webanno.custom.Lu',
      '#T_SP=webanno.custom.Lu|value',
      '',
      '',
      '#Text=Anne part hier',
      '1-1\t0-4\tAnne\t_\t_\tWHO\t',
      '1-2\t5-9\tpart\tagent\t1-1\t_\t',
      '1-3\t10-14\thier\t_\t*\t_\t',
      '',
    ].join('\n');
    const { documents, problems } = webannoTsv.read({ name: 'a', content });
    expect(problems).toEqual([]);
    expect(documents[0]?.annotations.map(({ layer, spans }) => [layer, spans[0]?.start])).toEqual([
      ['lu', 0],
      ['frame', 5],
      ['frame', 10],
    ]);
    expect(documents[0]?.relations.map(({ args }) => args.map(({ role }) => role))).toEqual([['Host', 'agent']]);
    expect(webannoTsv.write(documents).files[0]?.content).toBe(content);
  });

  it('gives back slots without a label, and the names of sentences', () => {
    const content = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:roles_webanno.custom.FrameRolesLink|webanno.custom.Lu',
      '#T_SP=webanno.custom.Lu|value',
      '',
      '',
      '#Sentence.id=s-7',
      '#Text=Anne part',
      '1-1\t0-4\tAnne\t_\t_\tWHO\t',
      '1-2\t5-9\tpart\t*;*\t1-1;1-1\t_\t',
      '',
      '#Sentence.id=s-9',
      '#Text=Ben',
      '2-1\t10-13\tBen\t_\t_\tWHO\t',
      '',
    ];
    const back = (lines: readonly string[]): string | undefined =>
      webannoTsv.write(webannoTsv.read({ name: 'a', content: lines.join('\n') }).documents).files[0]?.content;
    expect(back(content)).toBe(content.join('\n'));
    const named = content.map((line) => line.replace('*;*', 'Arg;Arg'));
    expect(back(named)).toBe(named.join('\n'));
  });
});
