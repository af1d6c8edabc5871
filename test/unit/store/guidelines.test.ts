import { expect, test } from 'vitest';
import { guidelinePlaces, guidelinesPath } from '../../../server/src/store/guidelines';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';

test('the guidelines of a type are under the first heading with its name in files, else with its title', () => {
  const text =
    '# How to annotate\n\n## Persons\nNot this.\n## Person and role\n\n### 2.1 ORG: firms\n### Organisation\nLOC is a place.\n';
  expect([...guidelinePlaces(text, DEFAULT_SCHEMA)]).toEqual([
    ['entity/PER', { heading: 'Person and role', line: 5 }],
    ['entity/ORG', { heading: '2.1 ORG: firms', line: 7 }],
  ]);
});

test('a schema names a document below its folder, or says them itself', () => {
  const of = (guidelines: string) => guidelinesPath({ ...DEFAULT_SCHEMA, guidelines });
  expect(of('docs/how to.md')).toBe('docs/how to.md');
  expect([of('Annotate all names.'), of('../elsewhere.md'), of('https://x.org/a.md'), guidelinesPath(DEFAULT_SCHEMA)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
