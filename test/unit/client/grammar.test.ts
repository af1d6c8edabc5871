import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const GRAMMAR = path.resolve('syntaxes/article.tmLanguage.json');

let grammar: textmate.IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(path.resolve('node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  const loaded = await registry.loadGrammar('text.article');
  if (!loaded) throw new Error('The grammar could not be loaded');
  grammar = loaded;
});

/** The pieces of a text whose scopes contain a name, neighbours joined, one list for all lines. */
function scoped(text: string, scope: string): string[] {
  const found: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, state, 1000);
    expect(stoppedEarly).toBe(false);
    state = ruleStack;
    let last = -1;
    for (const token of tokens) {
      if (!token.scopes.some((name) => name.split(/[ .]/).join('.').includes(scope))) continue;
      const piece = line.slice(token.startIndex, token.endIndex);
      if (token.startIndex === last) found[found.length - 1] += piece;
      else found.push(piece);
      last = token.endIndex;
    }
  }
  return found;
}

describe('header', () => {
  it('is the first line’s, to the year, month or day', () => {
    expect(scoped(' date 2017-01 Le port rouvre.', 'meta.header')).toEqual([' date 2017-01']);
    expect(scoped('\uFEFFdate 2017\nLe port rouvre.', 'constant.numeric.date.header')).toEqual(['2017']);
    expect(scoped('date 2017-01-31 Le port', 'keyword.other.header')).toEqual(['date']);
  });

  it('is not looked for further down, nor in what only looks like one', () => {
    expect(scoped('Le port rouvre.\ndate 2017-01 Le port', 'meta.header')).toEqual([]);
    expect(scoped('date 2017-13 Le port', 'meta.header')).toEqual([]);
    expect(scoped('dates 2017-01', 'meta.header')).toEqual([]);
  });
});

describe('quotations', () => {
  it.each([
    ['guillemets', 'Elle dit « oui » hier.', ['« oui »']],
    ['guillemets without spaces, twice', 'Le «plan» et le «budget».', ['«plan»', '«budget»']],
    ['no-break spaces', 'Elle dit «\u00a0oui\u00a0» hier.', ['«\u00a0oui\u00a0»']],
    ['English marks', 'She said “yes” then.', ['“yes”']],
    ['German marks', 'Sie sagte „ja“ gestern.', ['„ja“']],
    ['straight marks', 'She said "yes, now" then.', ['"yes, now"']],
    ['single marks, with an apostrophe inside', 'He said ‘it’s late’ then.', ['‘it’s late’']],
  ])('%s', (_, text, expected) => {
    expect(scoped(text, 'meta.quotation')).toEqual(expected);
  });

  it('hold inner marks and dates', () => {
    const text = 'Elle dit : « le “plan” du 3 mai 2016 est mort ».';
    expect(scoped(text, 'meta.quotation.guillemets')).toEqual(['« le “plan” du 3 mai 2016 est mort »']);
    expect(scoped(text, 'constant.numeric.date')).toEqual(['3 mai 2016']);
    expect(scoped(text, 'punctuation.definition.quotation')).toEqual(['«', '“', '”', '»']);
  });

  it('go on over lines broken by hand', () => {
    const text = 'Elle dit : « le port\nrouvre lundi »,\npuis elle part.';
    expect(scoped(text, 'meta.quotation')).toEqual(['« le port', 'rouvre lundi »']);
  });

  it('that are never closed end with their paragraph', () => {
    const broken = 'Elle dit : « le port\nrouvre lundi.\n\nUn autre paragraphe.';
    expect(scoped(broken, 'meta.quotation')).toEqual(['« le port', 'rouvre lundi.']);
    const long = `Elle dit : « ${'le port rouvre '.repeat(12)}.\nUn autre paragraphe.`;
    expect(scoped(long, 'meta.quotation').join()).not.toContain('autre');
    const repeated = '« Le port rouvre.\n« Il ferme demain. »\nElle part.';
    expect(scoped(repeated, 'meta.quotation')).toEqual(['« Le port rouvre.', '« Il ferme demain. »']);
  });

  it('do not begin at apostrophes, inches or a closing mark', () => {
    expect(scoped('L’accord d’hier, l\'autre, un écran de 15" et rien.', 'meta.quotation')).toEqual([]);
    expect(scoped('La fin » d’abord.', 'meta.quotation')).toEqual([]);
    expect(scoped('La fin » d’abord.', 'punctuation.definition.quotation.unpaired')).toEqual(['»']);
  });

  it('a dash opens a dialogue at the start of a line alone', () => {
    expect(scoped('— Bonjour, dit-il.\nIl vint — tard — hier.', 'dialogue')).toEqual(['—']);
  });
});

describe('credits', () => {
  it('name the agency and the photographer', () => {
    const text = '© Nordpress/ Karin Holm Le ministre à son bureau';
    expect(scoped(text, 'comment.line.credit')).toEqual(['© Nordpress/ Karin Holm']);
    expect(scoped(text, 'photographer')).toEqual(['Karin Holm']);
  });

  it('may begin with words', () => {
    expect(scoped('Crédit photo : Nordpress', 'comment.line.credit')).toEqual(['Crédit photo : Nordpress']);
    expect(scoped('La photo : un chat dort.', 'comment.line.credit')).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['le mardi 1er février 2016 à Brest', ['mardi 1er février 2016']],
    ['le 30 septembre et en mars 2015', ['30 septembre', 'mars 2015']],
    ['le 12 fe\u0301vrier 2016', ['12 fe\u0301vrier 2016']],
    ['on Monday, January 5, 2016 and 7 May 2017', ['Monday, January 5, 2016', '7 May 2017']],
    ['on March 3rd, in June 1999', ['March 3rd', 'June 1999']],
    ['2016-02-29 ou 29/02/2016', ['2016-02-29', '29/02/2016']],
    ['le 12\u00a0mai\u00a02016', ['12\u00a0mai\u00a02016']],
  ])('%s', (text, expected) => {
    expect(scoped(text, 'constant.numeric.date')).toEqual(expected);
  });

  it.each([
    'Mars est une planète, le maréchal vit ; they may go in march.',
    'Lot 12 maisons, 2016-13-40, 112 maires, 1/2/34567',
    'tel. 02-12-2016-04',
  ])('not in: %s', (text) => {
    expect(scoped(text, 'constant.numeric.date')).toEqual([]);
  });
});

it('takes time in proportion to the text, whatever the marks', () => {
  for (const piece of ['« ', '“«', '" ', '‘', '© /', '1 ', '„']) {
    const line = piece.repeat(Math.ceil(10_000 / piece.length));
    const started = performance.now();
    grammar.tokenizeLine(line, textmate.INITIAL, 5_000);
    expect(performance.now() - started, piece).toBeLessThan(3_000);
  }
});
