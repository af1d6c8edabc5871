import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  Range,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/lineIndex';
import {
  COMMANDS,
  type EntityItem,
  type Neighbour,
  type SpeakerQuotes,
  type TimelineItem,
  TOKEN_TYPES,
} from '../../server/src/protocol';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const URI = 'file:///corpus/001.txt';
const lines = new LineIndex(ARTICLE);
const at = (words: string, from = 0): Position => lines.positionAt(ARTICLE.indexOf(words, from));
const words = ({ start, end }: Range): string => ARTICLE.slice(lines.offsetAt(start), lines.offsetAt(end));

const markdown = (hover: Hover | null): string => (hover === null ? '' : (hover.contents as MarkupContent).value);

describe('an open article', () => {
  let client: TestClient;
  beforeAll(async () => {
    client = await TestClient.start({ locale: 'en' });
    await client.open(URI, ARTICLE);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });
  const ask = <R>(method: string, params: object = {}): Promise<R> =>
    client.request(method, { textDocument: { uri: URI }, ...params });

  it('has coloured names and dates', async () => {
    const { data } = await client.tokens(URI);
    const found = new Map<string, string>();
    let line = 0;
    let start = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [dLine = 0, dStart = 0, length = 0, type = 0] = data.slice(i, i + 4);
      line += dLine;
      start = dLine === 0 ? start + dStart : dStart;
      found.set(words({ start: { line, character: start }, end: { line, character: start + length } }), TOKEN_TYPES[type] ?? '?');
    }
    expect(Object.fromEntries(found)).toMatchObject({
      '2017-01': 'date',
      'le 30 septembre 2016': 'date',
      'Jeanne Morvan': 'person',
      'Yann Kervella': 'person',
      'a déclaré': 'cue',
      Otan: 'organization',
      Lorient: 'place',
    });
  });

  it('colours a range alike', async () => {
    const whole = (await client.tokens(URI)).data;
    const range = { start: at('Selon'), end: at('« Nous') };
    const { data } = await ask<{ data: number[] }>('textDocument/semanticTokens/range', { range });
    expect(data.length).toBeGreaterThan(5);
    expect(data.length).toBeLessThan(whole.length);
    expect(whole.join(',')).toContain(data.slice(5).join(','));
  });

  it('tells on hover who, when and whose words', async () => {
    const value = async (place: Position): Promise<string> => markdown(await client.hover(URI, place));
    const person = await value(at('Jeanne Morvan'));
    expect(person).toContain('**Jeanne Morvan** — person');
    expect(person).toContain('2 quotes');
    expect(person).toContain(`(command:${COMMANDS.goTo}?`);
    expect(await value(at('le 30 septembre 2016'))).toContain('`2016-09-30`');
    expect(await value(at('signer'))).toContain('Said by **Jeanne Morvan**');
    expect(await value(at('mars dernier'))).toContain('`2016-03`');
  });

  it('has links that lead to the words they name', async () => {
    const hover = await client.hover(URI, at('signer'));
    const value = markdown(hover);
    const args = /Cue: \[[^\]]*\]\(command:corpusAnnotator\.goTo\?([^)]*)\)/.exec(value)?.[1] ?? '';
    const [uri, line, character, endLine, endCharacter] = JSON.parse(decodeURIComponent(args));
    expect(uri).toBe(URI);
    expect(words({ start: { line, character }, end: { line: endLine, character: endCharacter } })).toBe('a déclaré');
  });

  it('has an outline with quotations and dates', async () => {
    const symbols = await client.symbols(URI);
    expect(symbols[1]?.name).toBe('La Valdorie veut un accord de pêche');
    const flat = (items: readonly DocumentSymbol[]): DocumentSymbol[] =>
      items.flatMap((item) => [item, ...flat(item.children ?? [])]);
    const details = flat(symbols).map((item) => `${item.name} | ${item.detail}`);
    const speaker = flat(symbols).find((item) => item.children?.some((child) => child.name === "Nous n'attendrons pas"));
    expect(speaker?.name).toBe('Jeanne Morvan');
    expect(details).toContain('mars dernier | March 2016');
  });

  it('leads from a relative date to what it was counted from, and from a name to its first mention', async () => {
    const [link] = await ask<LocationLink[]>('textDocument/definition', { position: at('Jeanne', ARTICLE.indexOf('ajouté')) });
    expect(link?.targetRange.start).toEqual(at('Jeanne Morvan'));
    const [anchor] = await ask<LocationLink[]>('textDocument/definition', { position: at('mars dernier') });
    expect(anchor && words(anchor.targetRange)).toBe('2017-01');
  });

  it('finds and highlights the mentions of an entity', async () => {
    const position = at('Kervella');
    const references = await ask<Location[]>('textDocument/references', { position, context: { includeDeclaration: true } });
    expect(references.map((reference) => words(reference.range))).toEqual(['Yann Kervella', 'Yann Kervella']);
    const highlights = await ask<{ range: Range }[]>('textDocument/documentHighlight', { position });
    expect(highlights.map((highlight) => words(highlight.range))).toEqual(['Yann Kervella', 'Yann Kervella']);
  });

  it('steps from quotation to quotation', async () => {
    const step = (position: Position, direction: string): Promise<Neighbour> =>
      client.request('article/neighbour', { uri: URI, position, kind: 'quote', direction });
    const first = await step({ line: 0, character: 0 }, 'next');
    expect(first).toMatchObject({ wrapped: false, index: 1, total: 3 });
    const second = await step(first.range.start, 'next');
    expect(words(second.range)).toBe('les bateaux de Lorient sont prêts');
    expect(await step(first.range.start, 'previous')).toMatchObject({ wrapped: true, index: 3 });
  });

  it('lists speech by speaker, dates by time and entities', async () => {
    const speakers = await client.request<SpeakerQuotes[]>('article/quotesBySpeaker', { uri: URI });
    expect(speakers.map((speaker) => [speaker.name, speaker.quotes.length])).toEqual([
      ['Jeanne Morvan', 2],
      ['Yann Kervella', 1],
    ]);
    const dates = await client.request<TimelineItem[]>('article/timeline', { uri: URI });
    expect(dates.map((date) => date.text)).toEqual(['mars dernier', 'le 30 septembre 2016', 'le 15 mars 2017']);
    const entities = await client.request<EntityItem[]>('article/entities', { uri: URI });
    expect(entities.find((entity) => entity.name === 'Jeanne Morvan')).toMatchObject({ type: 'PER', quotes: 2 });
  });

  it('lists a date that goes on in the next line on one line', async () => {
    const wrapped = 'file:///corpus/wrapped.txt';
    const line = 'La coopérative des pêcheurs de la baie avait déposé son bilan en mars';
    const text = [
      line,
      'dernier, après deux saisons sans poisson et une avarie de ses trois bateaux',
      'les plus grands, qui attendent toujours au bassin qu’un acheteur se montre',
      'et paie.',
    ];
    await client.open(wrapped, ` date 2017-01\n\n${text.join('\n')}\n`);
    const dates = await client.request<TimelineItem[]>('article/timeline', { uri: wrapped });
    expect(dates.map((date) => date.text)).toContain('mars dernier');
  });

  it('has lenses that list what they count', async () => {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    const lens = lenses.find((candidate) => candidate.command?.title === '3 quotes');
    expect(lens?.command?.command).toBe(COMMANDS.showLocations);
    expect(lens?.command?.arguments?.[3]).toHaveLength(3);
  });

  it('finds entities by name', async () => {
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'kerv' });
    expect(symbols.map((symbol) => [symbol.name, symbol.location.uri])).toEqual([['Yann Kervella', URI]]);
  });

  it('tells the client what was found, for decorations and status', async () => {
    const analysis = await client.analysis(URI, 1);
    expect(analysis).toMatchObject({ state: 'ready', language: 'fr', date: '2017-01', counts: { quotes: 3, attributed: 3 } });
    const [quote] = analysis.quotes;
    expect(quote?.speakerName).toBe('Jeanne Morvan');
    const [startLine = 0, start = 0, endLine = 0, end = 0] = quote?.spans[0] ?? [];
    expect(words({ start: { line: startLine, character: start }, end: { line: endLine, character: end } })).toBe(
      'Il faut signer avant le 15 mars 2017',
    );
  });
});

describe('an unbalanced mark', () => {
  it('is a problem with a quick fix that mends it', async () => {
    const client = await TestClient.start();
    const text =
      ' date 2017-01 La Valdorie proteste\n\n« Nous partirons demain, a déclaré Jeanne Morvan.\n\nLe port est calme.\n';
    await client.open(URI, text);
    const { diagnostics } = await client.until('diagnostics', () =>
      client.diagnostics.find((params) => params.diagnostics.length > 0),
    );
    const [problem] = diagnostics;
    expect(problem).toMatchObject({ code: 'unbalancedMark', severity: 3, range: { start: { line: 2, character: 0 } } });
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: problem?.range,
      context: { diagnostics },
    });
    const edit = actions[0]?.edit?.changes?.[URI]?.[0];
    await client.change(URI, 2, { range: edit?.range as Range, text: edit?.newText ?? '' });
    await client.until('no diagnostics', () => {
      const last = client.diagnostics.at(-1);
      return last?.version === 2 && last.diagnostics.length === 0;
    });
    await client.stop();
  });
});

describe('in French', () => {
  it('the reader is spoken to in French', async () => {
    const client = await TestClient.start({ locale: 'fr-FR' });
    await client.open(URI, ARTICLE);
    const hover = await client.hover(URI, at('Jeanne Morvan'));
    expect(markdown(hover)).toContain('**Jeanne Morvan** — personne');
    await client.stop();
  });

  it('what is wrong in files of names and of the schema is said in French', async () => {
    const client = await TestClient.start({ locale: 'fr' });
    const messages = (uri: string): Promise<string[]> =>
      client.until(`problems of ${uri}`, () => {
        const found = client.diagnostics.findLast((params) => params.uri === uri)?.diagnostics ?? [];
        return found.length > 0 && found.map(({ message }) => message as string);
      });
    await client.open('file:///c/.corpus/gazetteer.tsv', 'Valdorie\tBATEAU\n', 'plaintext');
    expect(await messages('file:///c/.corpus/gazetteer.tsv')).toEqual([
      'Type inconnu «\u00a0BATEAU\u00a0»\u00a0: PER, ORG, LOC ou MISC.',
    ]);
    await client.open('file:///c/.corpus/schema.json', '{ "layers": { "entity": { "title": 3 } }', 'json');
    expect(await messages('file:///c/.corpus/schema.json')).toEqual(
      expect.arrayContaining([
        'Ce n’est pas du JSON\u00a0: accolade fermante attendue.',
        '«\u00a0title\u00a0» doit être un texte.',
      ]),
    );
    await client.stop();
  });
});
