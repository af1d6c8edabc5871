import { describe, expect, it } from 'vitest';
import { languageName } from '../../../client/src/languageNames';

describe('the name of a language', () => {
  it.each([
    ['es', 'en', 'Spanish'],
    ['es', 'fr', 'Espagnol'],
    ['und', 'en', 'Unknown language'],
    ['und-x-web', 'en', 'Unknown language'],
    ['no tag', 'en', 'no tag'],
  ])('%s in %s', (tag, locale, name) => {
    expect(languageName(tag, locale, 'Unknown language')).toBe(name);
  });
});
