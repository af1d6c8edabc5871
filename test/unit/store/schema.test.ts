import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SCHEMA, typeNames } from '../../../server/src/store/schema';
import { parseSchema } from '../../../server/src/store/schemaFile';
import { moveEdge, trimSelection, wordOccurrences } from '../../../server/src/store/words';
import { inEnglish, told } from '../inEnglish';

const problems = (text: string): readonly string[] =>
  parseSchema(text).problems.map((problem) => `${text.slice(problem.start, problem.end)}: ${inEnglish(problem.message)}`);

describe('a schema file', () => {
  test('adds to the built-in layers, or starts afresh', () => {
    const { schema } = parseSchema(
      '{ "layers": { "entity": { "types": { "LAW": { "key": "w" }, "PER": { "title": "Human" } } }, "date": { "replace": true, "types": { "DAY": {} } } } } // mine',
    );
    const entity = schema.layers.find((layer) => layer.id === 'entity');
    expect(entity?.types.map((type) => type.id)).toEqual(['PER', 'ORG', 'LOC', 'MISC', 'LAW']);
    expect(entity?.types[0]).toMatchObject({ title: 'Human', key: 'p', aliases: expect.arrayContaining(['Person']) });
    expect(schema.layers.find((layer) => layer.id === 'date')?.types.map((type) => type.id)).toEqual(['DAY']);
  });

  test('what is wrong is told at its place, and the rest holds', () => {
    expect(problems('{ "layers": { "entity": { "types": { "PER": { "key": 7, "colour": "red" } } } } }')).toEqual([
      '"colour": "colour" means nothing here; known are title, key, color, aliases, guidelines.',
      '7: "key" must be a text.',
    ]);
    expect(problems('{ "layers": { "two words": {} } }')[0]).toContain('a name has letters');
    expect(problems('{ "layers": { "x": { "types": { "A": { "key": "a" }, "B": { "key": "a" } } } } }')).toEqual([
      '"a": The key "a" is that of A already.',
    ]);
    expect(problems('{ "layers": ')[0]).toContain('Not valid JSON');
    expect(problems('[]')).toEqual(['[: A schema is a JSON object with "layers".']);
    expect(problems('')).toEqual([]);
  });

  test('any text gives a schema', () => {
    const json = fc.json().map((text) => `{"layers":${text}}`);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), json),
        (text) => parseSchema(text).schema.layers.length >= DEFAULT_SCHEMA.layers.length,
      ),
    );
  });
});

describe('types by the names that other corpora give them', () => {
  const names = typeNames(
    parseSchema('{ "layers": { "treaty": { "types": { "Accord": { "aliases": ["Agreement"] } } } } }').schema,
  );
  test.each([
    ['entity', 'Person', 'entity/PER'],
    ['entity', 'PER', 'entity/PER'],
    ['date', 'Hour', 'date/TIME'],
    ['entity', 'Agreement', 'treaty/Accord'],
    ['treaty', 'Accord', 'treaty/Accord'],
    ['entity', 'Vessel', 'entity/Vessel'],
  ])('%s %s is %s', (layer, type, shown) => {
    const display = names.of({ layer, type });
    expect(`${display.layer}/${display.type}`).toBe(shown);
  });
});

describe('boundaries by words', () => {
  const TEXT = 'L’Union des ports, dit-il.\n\nAnne 😀 parle.';
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const moved = (words: string, edge: 'start' | 'end', direction: 'widen' | 'narrow'): string | undefined => {
    const span = moveEdge(TEXT, at(words), edge, direction);
    return span && TEXT.slice(span.start, span.end);
  };
  test.each([
    ['Union', 'end', 'widen', 'Union des'],
    ['Union des', 'end', 'narrow', 'Union'],
    ['Union', 'start', 'widen', '’Union'],
    ['des ports', 'start', 'narrow', 'ports'],
    ['Anne', 'end', 'widen', 'Anne 😀'],
  ] as const)('%s: %s %s gives %s', (words, edge, direction, result) => expect(moved(words, edge, direction)).toBe(result));
  test('nothing to move over: the last word, the text’s edge, another paragraph', () => {
    expect(moved('Union', 'end', 'narrow')).toBeUndefined();
    expect(moved('L', 'start', 'widen')).toBeUndefined();
    expect(moved('il.', 'end', 'widen')).toBeUndefined();
  });
  test('a selection loses the white space at its ends; a caret takes its word', () => {
    expect(trimSelection(TEXT, { start: 7, end: 12 })).toEqual(at('des'));
    expect(trimSelection(TEXT, { start: at('ports').start + 2, end: at('ports').start + 2 })).toEqual(at('ports'));
    expect(trimSelection('   ', { start: 1, end: 2 })).toBeUndefined();
  });
  test('words are found as words', () => {
    expect(wordOccurrences('Vell, Vellois, Bel-Vell et Vell.', 'Vell').map((span) => span.start)).toEqual([0, 19, 27]);
    expect(wordOccurrences('😀Vell𝒳', 'Vell')).toEqual([]);
    expect(wordOccurrences('', 'Vell')).toEqual([]);
  });
  test('a boundary that is moved stays within the text, and some word is left', () => {
    const unit = fc.constantFrom('a', 'é', ' ', '\n', '’', '😀', 'mot');
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('')),
        fc.nat(40),
        fc.nat(40),
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('widen' as const, 'narrow' as const),
        (text, a, b, edge, direction) => {
          const [start, end] = [Math.min(a, b, text.length - 1), Math.min(Math.max(a, b) + 1, text.length)];
          const span = moveEdge(text, { start, end }, edge, direction);
          return (
            span === undefined ||
            (span.start >= 0 &&
              span.end <= text.length &&
              span.start < span.end &&
              !/^[\udc00-\udfff]/.test(text.slice(edge === 'start' ? span.start : span.end)))
          );
        },
      ),
    );
  });

  test('nested deeper than any program makes it, is said at its place; brackets in comments are no depth', () => {
    const deep = `{ "layers": ${'['.repeat(100_000)}`;
    expect(told(parseSchema(deep).problems)).toEqual([
      { severity: 'error', start: 12 + 255, end: 12 + 256, message: expect.stringContaining('Nested too deep') },
    ]);
    const noted = `{ ${'// a list begins with [\n'.repeat(1_000)} /* ${'{'.repeat(1_000)} */ "layers": {} }`;
    expect(parseSchema(noted).problems).toEqual([]);
  });

  test('takes names that every object has', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const types = names.map((name) => `"${name}": { "title": "${name}!" }`).join(',');
    const { schema, problems } = parseSchema(`{ "layers": { "__proto__": { "types": { ${types} } } } }`);
    expect(problems).toEqual([]);
    expect(schema.layers.at(-1)?.types.map(({ id, title }) => [id, title])).toEqual(names.map((name) => [name, `${name}!`]));
  });
});
