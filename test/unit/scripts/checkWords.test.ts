import { describe, expect, it } from 'vitest';
import { wordProblems } from '../../../scripts/check-words.mjs';

const problemsOf = (text: string, file = 'server/src/core/quotes/a.ts') => wordProblems(new Map([[file, text]]));

describe('the rule that words stand in the language packs', () => {
  it.each([
    "if (words.at(i) === 'et') go();",
    "if (words.at(i) !== 'and') go();",
    "if (words[i] === 'to') go();",
    "if ((reader.words[i] as string) === 'of') go();",
    "const rule = { id: 'a', pattern: \"'this' 'time' YearRef\" };",
    "if (pack.language === 'de') go();",
    "if ('en' !== reader.lexicon.pack.language) go();",
    "if (group.lemma === 'dire') go();",
    'if (before === "l\'") go();',
    "if (form.endsWith('ed')) go();",
    "const REFLEXIVE = new Set(['se', 'me']);",
    "const KIN: ReadonlyMap<string, string> = new Map([['papa', 'père']]);",
    'const isThing = (word: string) => /^(?:ce|cela)$/.test(word);',
    'const isPlural = (word: string) => /s$/.test(word);',
    'const isNew = (word: string) => /nouv[e]/.test(word);',
  ])('sees %s', (text) => {
    expect(problemsOf(`\n${text}`)[0]).toMatch(/^server\/src\/core\/quotes\/a\.ts:2: /);
  });

  it.each([
    "if (phrase.kind === 'pronoun') go();",
    "if (words.at(i) === ',') go();",
    "if (words[i] === ',') go();",
    "const rule = { id: 'a', pattern: \"Date 't' Clock\" };",
    'if (pack.language === other.language) go();',
    'if (words.lists.and.has(words.at(i))) go();',
    "if (group.flags.includes('q')) go();",
    'if (/[dq]/.test(group.flags)) go();',
    "const ASIDES: ReadonlySet<Role> = new Set(['caption', 'teaser']);",
    "const CLAUSES = new Set<Rule>(['that clause', 'infinitive']);",
    'const isName = (word: string) => /^\\p{Lu}\\p{Ll}+\\s\\d$/u.test(word);',
    'const date = /(?<year>\\d{4})-(?<month>\\d\\d)/u;',
  ])('lets %s stand', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('lets a pack have words, and what is outside core', () => {
    expect(problemsOf("const and = new Set(['et', 'ou']);", 'server/src/core/languages/fr/quotes.ts')).toEqual([]);
    expect(problemsOf('const label = /^photo/;', 'server/src/service/hover.ts')).toEqual([]);
  });
});
