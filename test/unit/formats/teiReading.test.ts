import { describe, expect, it } from 'vitest';
import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { tei } from '../../../server/src/formats/tei';
import { told } from '../inEnglish';

const TEI = (text: string, header = '', before = ''): string =>
  `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text>${text}</text></TEI>`;
const readAll = (content: string, name = 'essai.xml') => tei.read({ name, content });
function read(content: string): AnnotationDocument {
  const {
    documents: [only],
    problems,
  } = readAll(content);
  expect(problems.filter(({ severity }) => severity !== 'information')).toEqual([]);
  if (!only) throw new Error('nothing read');
  return only;
}
const textOf = (body: string): string => read(TEI(`<body>${body}</body>`)).text;
const marked = ({ text, annotations }: AnnotationDocument) =>
  annotations.map(({ layer, type, spans }) => [layer, type, spans.map(({ start, end }) => text.slice(start, end)).join('|')]);

describe('the running text of somebody’s TEI', () => {
  it('parts words at block elements, and drops the white space of pretty printing', () => {
    expect(textOf('<div><head>Le conseil</head><p>Il est parti hier.</p><p>Fin</p></div>')).toBe(
      'Le conseil\n\nIl est parti hier.\n\nFin',
    );
    expect(textOf('<list><item>Nikolaï</item><item>Patrouchev</item></list>')).toBe('Nikolaï\nPatrouchev');
    expect(
      textOf(`
      <div type="chapter">
        <head>
          Le <hi>grand</hi>
          conseil
        </head>
        <p>Anne
           <hi rend="it">Corbin </hi>parle.
        </p>
        <lg><l>Un vers</l>
            <l>deux vers</l></lg>
      </div>`),
    ).toBe('Le grand conseil\n\nAnne Corbin parle.\n\nUn vers\ndeux vers');
  });

  it('keeps no-break spaces, and all white space where the file says so', () => {
    expect(textOf('<p>Oui\u00a0!  Non.</p>')).toBe('Oui\u00a0! Non.');
    expect(textOf('<p xml:space="preserve">a  b\n c</p>')).toBe('a  b\n c');
  });

  it('reads words across the breaks of the source, one word or two', () => {
    const doc = read(
      TEI(`<body><p>Selon <persName>Niko<lb break="no"/>
        laï <lb n="3"/>Patrou<pb n="2" break="no"/>chev</persName>, le<lb/>roi et la<pb/>reine.</p></body>`),
    );
    expect(doc.text).toBe('Selon Nikolaï Patrouchev, le roi et la reine.');
    expect(marked(doc)).toEqual([['entity', 'PER', 'Nikolaï Patrouchev']]);
  });

  it('reads the regularised of two readings, and nothing that was struck out', () => {
    const { documents, problems } = readAll(
      TEI(
        '<body><p>Le <choice><orig>roy</orig><reg>roi</reg></choice> et <choice><abbr>Mme</abbr><expan>Madame</expan></choice> <app><rdg>A</rdg><lem>Brun</lem></app> <del>sont</del>vont<fw>12</fw>.</p></body>',
      ),
    );
    expect(documents[0]?.text).toBe('Le roi et Madame Brun vont.');
    expect(told(problems)).toEqual([
      {
        severity: 'information',
        line: 1,
        message: 'Not read as text: orig, abbr, rdg, del, fw. The file keeps it when annotations go back into it.',
      },
    ]);
  });

  it('puts a note in the line after its paragraph: no name and no sentence is cut by it', () => {
    const doc = read(
      TEI(
        '<body><p>Anne <persName>Marie<note n="1">La maire de <placeName>Vell</placeName>.</note> Corbin</persName> part.</p><note>Seule.</note><p>Fin.</p></body>',
      ),
    );
    expect(doc.text).toBe('Anne Marie Corbin part.\n\nLa maire de Vell.\n\nSeule.\n\nFin.');
    expect(marked(doc)).toEqual([
      ['entity', 'PER', 'Marie Corbin'],
      ['entity', 'LOC', 'Vell'],
    ]);
  });

  it('sets words together as the file joins them, each a token (ParlaMint)', () => {
    const doc = read(
      TEI(`<body><div type="debateSection"><note type="speaker">Mme Corbin :</note>
        <u who="#Corbin" xml:id="u1">
          <seg xml:id="u1.s1"><s xml:id="u1.s1.1">
            <w lemma="le" pos="DET" join="right">L'</w>
            <name type="PER"><w lemma="Anne" pos="PROPN">Anne</w>
            <w lemma="Corbin" pos="PROPN" join="right">Corbin</w></name>
            <pc>,</pc>
            <w>oui</w><pc join="left">.</pc>
          </s></seg>
          <seg><s><w>Bien</w><pc join="left">.</pc></s><s><w>Merci</w></s></seg>
        </u></div></body>`),
    );
    expect(doc.text).toBe("Mme Corbin :\n\nL'Anne Corbin, oui.\n\nBien. Merci");
    expect(marked(doc)).toEqual([['entity', 'PER', 'Anne Corbin']]);
    expect(doc.tokens?.slice(0, 4).map(({ start, end, features }) => [doc.text.slice(start, end), features])).toEqual([
      ["L'", { lemma: 'le', pos: 'DET' }],
      ['Anne', { lemma: 'Anne', pos: 'PROPN' }],
      ['Corbin', { lemma: 'Corbin', pos: 'PROPN' }],
      [',', undefined],
    ]);
    expect(doc.sentences?.map(({ start, end }) => doc.text.slice(start, end))).toEqual(["L'Anne Corbin, oui.", 'Bien.', 'Merci']);
  });

  it('thinks spaces between words where the file has neither spaces nor joins', () => {
    expect(textOf('<p><s><w>Anne</w><w>part</w><pc>.</pc></s><s><w>Fin</w></s></p>')).toBe('Anne part. Fin');
    expect(textOf('<p><w>Anne</w> <w>par</w><w>t</w></p>')).toBe('Anne part');
  });

  it('reads the references and entities of the file', () => {
    const doctype = '<!DOCTYPE TEI [<!-- <!ENTITY no "x"> --><!ENTITY eacute "&#233;"><!ENTITY big "&eacute;&eacute;">]>\n';
    expect(read(TEI('<body><p>&eacute;t&#xe9; &amp; <![CDATA[<a> & b]]></p></body>', '', doctype)).text).toBe('été & <a> & b');
    expect(readAll(TEI('<body><p>&big;</p></body>', '', doctype)).problems[0]?.severity).toBe('error');
    expect(readAll(TEI('<body><p>&constructor;</p></body>')).problems[0]?.severity).toBe('error');
  });
});

describe('what a TEI header says', () => {
  const day = (header: string): string | undefined => read(TEI('<body><p>a</p></body>', header)).date;

  it('dates the text: creation, first edition, sitting, publication', () => {
    const publication = '<fileDesc><publicationStmt><date when="2021-03-04">4 mars</date></publicationStmt>';
    const source = '<sourceDesc><bibl type="firstEdition"><date>1885</date></bibl><bibl><date when="1990"/></bibl></sourceDesc>';
    expect(day(`${publication}</fileDesc>`)).toBe('2021-03-04');
    expect(day(`${publication}${source}</fileDesc>`)).toBe('1885');
    const print = source.replace('<sourceDesc>', '<sourceDesc><bibl type="printSource"><date>1902</date></bibl>');
    expect(day(`${publication}${print}</fileDesc>`)).toBe('1885');
    expect(
      day(
        `${publication}</fileDesc><profileDesc><settingDesc><setting><date when="2019-05-06T09:00"/></setting></settingDesc></profileDesc>`,
      ),
    ).toBe('2019-05-06');
    expect(day(`${publication}${source}</fileDesc><profileDesc><creation><date when="1884-12"/></creation></profileDesc>`)).toBe(
      '1884-12',
    );
    expect(day('<fileDesc><publicationStmt><date>en été</date></publicationStmt></fileDesc>')).toBeUndefined();
  });

  it('names authors as catalogues do, without their numbers and days', () => {
    const author = (inside: string): string | undefined =>
      read(TEI('<body><p>a</p></body>', `<fileDesc><titleStmt><title>t</title>${inside}</titleStmt></fileDesc>`)).metadata
        ?.author;
    const named = '<persName><surname>Corbin</surname> <forename>Anne</forename><name type="pen_name">Lys</name></persName>';
    expect(author(`<author>${named}<date from="1836"/><idno type="VIAF">64</idno></author>`)).toBe('Corbin, Anne');
    expect(author('<author><forename>Anne</forename> <nameLink>de</nameLink> <surname>Vell</surname></author>')).toBe(
      'Vell, Anne de',
    );
    expect(author('<author><persName>Anne Corbin</persName><idno>Q7</idno></author>')).toBe('Anne Corbin');
    expect(author('<author>Corbin, Anne (1836-1936)<idno>Q7</idno></author><author>Ben Lys</author>')).toBe(
      'Corbin, Anne (1836-1936); Ben Lys',
    );
  });

  it('does not name the document: its file does, with its folder, and a number in a corpus', () => {
    const titled = '<fileDesc><titleStmt><title>Le même titre</title></titleStmt></fileDesc>';
    const content = TEI('<body><p>a</p></body>', titled);
    expect(['a/un.xml', 'b/un.xml'].map((name) => readAll(content, name).documents[0]?.id)).toEqual(['a/un', 'b/un']);
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${content}${content}</teiCorpus>`;
    expect(readAll(corpus, 'c.xml').documents.map(({ id, text }) => [id, text])).toEqual([
      ['c-1', 'a'],
      ['c-2', 'a'],
    ]);
  });
});

describe('pointers of a standOff', () => {
  it('count characters of an element’s string value, by its id or by its path', () => {
    const standOff = (target: string): string =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listAnnotation><annotation target="${target}"><note type="value">PER</note></annotation></listAnnotation></standOff><text><body>
  <p>Un 😀.</p>
  <p xml:id="p2">  Anne<note>Une
    note.</note>   Corbin <w xml:id="w3">part</w>.</p></body></text></TEI>`;
    const found = (target: string) => marked(read(standOff(target)));
    expect(found('#string-range(p2,2,4)')).toEqual([['entity', 'PER', 'Anne']]);
    expect(found('#string-range(/TEI/text[1]/body[1]/p[2],2,4)')).toEqual([['entity', 'PER', 'Anne']]);
    expect(found('#string-range(p2,2,4,20,8)')).toEqual([['entity', 'PER', 'Anne Corbin']]);
    expect(found('#string-range(/TEI/text/body/p,3,1)')).toEqual([['entity', 'PER', '😀']]);
    expect(found('#w3')).toEqual([['entity', 'PER', 'part']]);
  });
});
