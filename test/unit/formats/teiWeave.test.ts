import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationDocument, Attributes } from '../../../server/src/formats/annotationDocument';
import type { WriteOptions } from '../../../server/src/formats/format';
import { tei } from '../../../server/src/formats/tei';
import { readTeiFile } from '../../../server/src/formats/tei/file';
import { withoutOurs } from '../../../server/src/formats/tei/strip';
import { at, canonical, document } from './support';

const EDITION = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="edition.rng"?>
<!DOCTYPE TEI [ <!ENTITY eacute "é"> ]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"   xml:id='edition' >
  <!-- an edition of our own -->
  <teiHeader><fileDesc><titleStmt><title>Le  conseil</title></titleStmt></fileDesc></teiHeader>
  <text xml:lang="fr">
    <body>
      <div type="letter" xml:id="l1"><head>Le conseil de <placeName ref="#vell">Vell</placeName></head>
        <p xml:id="p1">Selon <persName>Anne <hi rend="it">Corb</hi>in</persName>, le conseil
           s&#x2019;est r&eacute;uni<note n="1">Voir <date when="1885">1885</date>.</note> hier &amp; 😀 ce <!-- soir --> matin.</p>
        <p>« <said>Je pars</said> », a-t-elle dit à <choice><orig>Niko-</orig><reg>Niko</reg></choice><lb break="no"/>laï <?pb 3?>Brun
          le <![CDATA[3 mai &]]> après.</p>
        <p><s><w join="right">l’</w>
          <w>Otan</w> <w>parle</w><pc join="left">.</pc></s></p>
      </div>
    </body>
  </text>
</TEI>
`;

const LABELS: readonly (readonly [string, string])[] = [
  ['entity', 'PER'],
  ['entity', 'Autre'],
  ['date', 'DATE'],
  ['quote', 'direct'],
  ['quote', 'cue'],
  ['mood', 'joy'],
];
const ATTRIBUTES: readonly Attributes[] = [{}, { value: '1885' }, { own: ['a', 'b'] }, { who: '#x' }];

const read = (content: string): AnnotationDocument => {
  const {
    documents: [only],
    problems,
  } = tei.read({ name: 'essai.xml', content });
  expect(problems.filter(({ severity }) => severity !== 'information')).toEqual([]);
  if (!only) throw new Error('nothing read');
  return only;
};
const weave = (content: string, doc: AnnotationDocument, options: WriteOptions = {}) => {
  const { files, losses } = tei.write([doc], { rejected: 'keep', ...options, into: () => ({ name: 'essai.xml', content }) });
  return { content: files[0]?.content ?? '', losses };
};
const bare = (content: string): string => withoutOurs(content, readTeiFile(content));
/** What people add to what the edition says. */
const with_ = (doc: AnnotationDocument, annotations: readonly Partial<Annotation>[], rest: Partial<AnnotationDocument> = {}) => {
  const made = document(doc.text, annotations).annotations.map((one, i) => ({ ...one, id: annotations[i]?.id ?? `N${i + 1}` }));
  return { ...doc, annotations: [...doc.annotations, ...made], ...rest };
};

describe('TEI back into the same TEI', () => {
  const before = read(EDITION);
  const span = (words: string, n = 1) => [at(before.text, words, n)];

  it('changes nothing where nothing was annotated', () => {
    expect(before.text).toBe(
      'Le conseil de Vell\n\nSelon Anne Corbin, le conseil s’est réuni hier & 😀 ce matin.\n\nVoir 1885.\n\n« Je pars », a-t-elle dit à Nikolaï Brun le 3 mai & après.\n\nl’Otan parle.',
    );
    expect(weave(EDITION, before)).toEqual({ content: EDITION, losses: [] });
  });

  it('puts elements around words where they nest with what is there', () => {
    const doc = with_(before, [
      { spans: span('conseil s’est'), type: 'ORG' },
      { spans: span('Nikolaï Brun') },
      { spans: span('Otan'), type: 'ORG' },
      { layer: 'date', type: 'DATE', spans: span('hier'), attributes: { value: '1885-03' } },
      { layer: 'quote', type: 'indirect', spans: span('Anne Corbin, le conseil') },
      { layer: 'date', type: 'DATE', spans: span('3 mai &') },
    ]);
    const { content, losses } = weave(EDITION, doc);
    expect(losses).toEqual([]);
    expect(content).toContain(
      '<persName xml:id="N2" resp="#corpus-annotator"><choice><orig>Niko-</orig><reg>Niko</reg></choice><lb break="no"/>laï <?pb 3?>Brun</persName>',
    );
    expect(content).toContain('<orgName xml:id="N3" resp="#corpus-annotator"><w>Otan</w></orgName>');
    expect(content).toContain('<date xml:id="N4" type="DATE" when="1885-03" resp="#corpus-annotator">hier</date> &amp;');
    expect(content).toContain(
      '<said xml:id="N5" direct="false" resp="#corpus-annotator"><persName>Anne <hi rend="it">Corb</hi>in</persName>, le conseil</said>',
    );
    expect(content).toContain('<date xml:id="N6" type="DATE" resp="#corpus-annotator"><![CDATA[3 mai &]]></date>');
    expect(bare(content)).toBe(EDITION);
    expect(canonical(read(content))).toEqual(canonical(doc));
  });

  it('stands off what crosses the edition’s elements or its paragraphs, and all of it where that is asked for', () => {
    const doc = with_(before, [
      { spans: span('conseil de Vell\n\nSelon Anne') },
      { spans: span('Corbin, le') },
      { spans: span('hier') },
      { spans: [at(before.text, '3 ma')] },
      { spans: span('tan') },
    ]);
    const inline = weave(EDITION, doc);
    // around the one that nests; the others, also the one whose parts cross a name, stand off
    expect(inline.content.match(/resp="#corpus-annotator"/g)).toHaveLength(1);
    expect(inline.content).toContain('<spanGrp type="entity">');
    expect(inline.content).toContain('target="#string-range(l1,');
    const { content, losses } = weave(EDITION, doc, { variant: 'standoff' });
    expect(losses).toEqual([]);
    expect(content).not.toContain('resp=');
    expect(content).toContain('target="#string-range(/TEI/text[1]/body[1]/div[1]/p[3],');
    for (const woven of [inline.content, content]) {
      expect(bare(woven)).toBe(EDITION);
      expect(canonical(read(woven))).toEqual(canonical(doc));
    }
  });

  it('puts a quotation over paragraphs into each of them, as parts that are linked, and reads it as one', () => {
    const letter = EDITION.replace('<p>« <said>Je pars</said> »', '<p>« Je pars. Et puis</p>\n        <p>je reviens »');
    const own = read(letter);
    const words = 'Je pars. Et puis\n\nje reviens';
    const quote = { id: 'Q1', layer: 'quote', type: 'direct', spans: [at(own.text, words)] };
    const doc = with_(own, [quote, { ...quote, id: 'Q2', type: 'indirect', note: 'n' }]);
    const { content, losses } = weave(letter, doc);
    expect(losses).toEqual([]);
    expect(content).toContain('<said xml:id="Q1" direct="true" next="#Q1.2" resp="#corpus-annotator">');
    expect(content).toContain('<said xml:id="Q1.2" direct="true" prev="#Q1" resp="#corpus-annotator">');
    expect(bare(content)).toBe(letter);
    expect(canonical(read(content))).toEqual(canonical(doc));
    // two stretches with nothing but the paragraphs' end between them stay two: they stand off
    const [first, second] = words.split('\n\n').map((line) => at(own.text, line));
    const apart = with_(own, [{ ...quote, spans: [first, second].flatMap((one) => one ?? []) }]);
    const stoodOff = weave(letter, apart).content;
    expect(stoodOff).toContain('<span xml:id="Q1" type="direct" target="#string-range(');
    expect(canonical(read(stoodOff))).toEqual(canonical(apart));
  });

  it('reads the spans of other editions, and leaves them where they are', () => {
    const spans = `<spanGrp type="NER"><span from="#w1" to="#w3" type="person">une agence</span>
        <span target="#w2 #w3" ana="ner:ORG"/><span target="#p1">lieu  dit</span><span target="#nowhere"/></spanGrp>`;
    const words = '<p><s><w xml:id="w1" join="right">l’</w>\n          <w xml:id="w2">Otan</w> <w xml:id="w3">parle</w>';
    const letter = EDITION.replace(/<p><s>[\s\S]*?parle<\/w>/, words).replace('</div>', `</div>\n      ${spans}`);
    const { documents, problems } = tei.read({ name: 'essai.xml', content: letter });
    const own = documents[0] as AnnotationDocument;
    expect(problems.map(({ severity, line }) => [severity, letter.split('\n')[line - 1]?.includes('#nowhere')])).toEqual([
      ['warning', true],
      ['information', false],
    ]);
    expect(own.text).toBe(before.text);
    const said = own.annotations.slice(before.annotations.length);
    expect(
      said.map(({ layer, type, note, spans: [span] }) => [layer, type, note, own.text.slice(span?.start, span?.end)]),
    ).toEqual([
      ['entity', 'PER', 'une agence', 'l’Otan parle'],
      ['entity', 'ORG', undefined, 'Otan parle'],
      ['entity', 'NER', 'lieu dit', own.text.split('\n\n')[1]],
    ]);
    expect(weave(letter, own)).toEqual({ content: letter, losses: [] });
    const annotated = with_(own, [{ id: 'N1', spans: span('Brun') }]);
    expect(bare(weave(letter, annotated).content)).toBe(letter);
  });

  it('keeps what has no place in an element in the standOff: status, who, notes, relations, things', () => {
    const doc = with_(
      before,
      [
        { id: 'T1', spans: span('Brun'), status: 'confirmed', source: 'anna', attributes: { day: '2026-11-30' }, note: 'à voir' },
        { id: 'T2', spans: span('Otan'), type: 'ORG' },
      ],
      {
        relations: [
          {
            id: 'R1',
            type: 'memberOf',
            args: [
              { role: 'who', target: 'T1' },
              { role: 'of', target: before.annotations[0]?.id ?? '' },
            ],
            attributes: {},
            note: 'n',
          },
        ],
        groups: [{ id: 'p1', type: 'ORG', name: 'Otan', members: ['T2'], attributes: {} }],
      },
    );
    const { content, losses } = weave(EDITION, doc);
    expect(losses).toEqual([]);
    expect(bare(content)).toBe(EDITION);
    expect(canonical(read(content))).toEqual(canonical(doc));
  });

  it('says of the edition’s own elements what people changed, and leaves them', () => {
    const [place, person, year, said] = before.annotations;
    if (!place || !person || !year || !said) throw new Error('not read');
    const doc = { ...before, annotations: [{ ...place, note: 'où ?' }, { ...year, type: 'SET' }, said] };
    const { content, losses } = weave(EDITION, doc);
    expect(losses.map(({ kind, item }) => [kind, item])).toEqual([
      ['markup', person.id],
      ['markup', year.id],
    ]);
    expect(content).toContain('<persName>Anne <hi rend="it">Corb</hi>in</persName>');
    expect(bare(content)).toBe(EDITION);
    expect(canonical(read(content))).toEqual(canonical(doc));
    // once more, with all as it was
    expect(weave(content, before)).toEqual({ content: EDITION, losses: [] });
  });

  it('joins parts of which one stands in a note before the other, which it follows in the text', () => {
    const doc = with_(before, [{ spans: [...span('matin'), ...span('Voir')] }]);
    const { content } = weave(EDITION, doc);
    expect(content.indexOf('>Voir<')).toBeLessThan(content.indexOf('>matin<'));
    expect(canonical(read(content))).toEqual(canonical(doc));
  });

  it('finds the words again where the text was edited, and tells of those that are gone', () => {
    const text = `date 1885\n\n${before.text.replace('a-t-elle dit', 'a dit').replace('Otan', 'Onu')}`;
    const doc = {
      ...before,
      text,
      annotations: document(text, [{ spans: [at(text, 'Brun')] }, { spans: [at(text, 'Onu')] }]).annotations,
    };
    const { content, losses } = weave(EDITION, doc, { layers: ['entity'] });
    expect(losses.filter(({ kind }) => kind === 'span')).toHaveLength(1);
    expect(content).toContain('resp="#corpus-annotator">Brun</persName>');
  });

  it('knows prefixes, carriage returns and corpora of several documents', () => {
    const one = (words: string): string =>
      `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0">\r\n<t:text><t:body><t:p>Anne\r\n ${words}</t:p></t:body></t:text></t:TEI>`;
    const content = `<t:teiCorpus xmlns:t="http://www.tei-c.org/ns/1.0">\r\n${one('Brun')}\r\n${one('Corbin')}</t:teiCorpus>`;
    const { documents } = tei.read({ name: 'c.xml', content });
    const annotated = documents.map((doc) => with_(doc, [{ spans: [{ start: 0, end: doc.text.length }], note: 'n' }]));
    const { files, losses } = tei.write(annotated, { into: () => ({ name: 'c.xml', content }) });
    expect([files.length, losses]).toEqual([1, []]);
    const woven = files[0]?.content ?? '';
    expect(woven).toContain('<t:persName xml:id="N1" resp="#corpus-annotator">Anne\r\n Brun</t:persName>');
    expect(woven.replaceAll('\r\n', '')).not.toContain('\n');
    expect(bare(woven)).toBe(content);
    expect(tei.read({ name: 'c.xml', content: woven }).documents.map(canonical)).toEqual(annotated.map(canonical));
  });

  it('gives again whatever was annotated, and the edition to the byte', () => {
    const places = fc.tuple(fc.nat(before.text.length), fc.integer({ min: 1, max: 30 }));
    const one = fc.record({
      label: fc.constantFrom(...LABELS),
      places: fc.array(places, { minLength: 1, maxLength: 2 }),
      note: fc.constantFrom(undefined, 'à\nvoir', '<&>'),
      status: fc.constantFrom(undefined, 'confirmed' as const, 'rejected' as const),
      attributes: fc.constantFrom(...ATTRIBUTES),
    });
    const spansOf = (list: readonly (readonly [number, number])[]) => {
      const cuts = [...list].map(([start, length]) => ({ start, end: Math.min(before.text.length, start + length) }));
      cuts.sort((a, b) => a.start - b.start);
      const isWhole = (n: number): boolean => !/[\udc00-\udfff]/.test(before.text.charAt(n));
      return (
        cuts
          .filter((cut, i) => cut.start < cut.end && (i === 0 || cut.start > (cuts[i - 1] as typeof cut).end))
          // of what the file has: not a blank line alone
          .filter(({ start, end }) => isWhole(start) && isWhole(end))
          .map(({ start, end }) => trimmed(before.text, start, end))
          .filter(({ start, end }) => start < end)
      );
    };
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), fc.constantFrom('inline', 'standoff'), fc.nat(3), (drafts, variant, kept) => {
        const made = drafts.flatMap(({ label, places: list, note, status, attributes }, i): readonly Annotation[] => {
          const spans = spansOf(list);
          const [layer, type] = label;
          if (spans.length === 0) return [];
          return [{ id: `N${i + 1}`, layer, type, spans, attributes, ...(note && { note }), ...(status && { status }) }];
        });
        const keys = new Set<string>();
        const unique = [...before.annotations.slice(0, kept), ...made].filter(({ layer, type, spans }) => {
          const key = JSON.stringify([layer, type, spans]);
          return !keys.has(key) && keys.add(key);
        });
        const doc = { ...before, annotations: unique };
        const { content, losses } = weave(EDITION, doc, { variant });
        expect(losses.filter(({ kind }) => kind !== 'markup')).toEqual([]);
        expect(bare(content)).toBe(EDITION);
        expect(canonical(read(content))).toEqual(canonical(doc));
        // what was put in is taken out before it is put in again
        expect(weave(content, read(content), { variant }).content.length).toBe(content.length);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });
});

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}
