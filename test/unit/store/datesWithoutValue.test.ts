import { expect, test } from 'vitest';
import { createArticle } from '../../../server/src/service/article';
import { hover } from '../../../server/src/service/hover/hover';
import { overlay } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { readSidecars } from '../../../server/src/store/sidecars';
import { analysis, hoverContext } from '../service/support';

const TEXT = 'Elle est venue le 3 janvier 2017, un jour de marché.';
const FOUND = analysis(TEXT, { dates: [['le 3 janvier 2017', '2017-01-03']] });

/** What a hover says of a date that brat has without a value. */
function hoverOn(words: string): string {
  const start = TEXT.indexOf(words);
  const ann = `T1\tDATE ${start} ${start + words.length}\t${words}\n`;
  const { decisions } = readSidecars({ ann, review: undefined }, TEXT, 'a');
  const laid = overlay({ text: TEXT, analysis: FOUND, decisions, schema: DEFAULT_SCHEMA, version: '1' });
  return hover(hoverContext(createArticle(TEXT, laid.analysis)), start + 1)?.markdown ?? '';
}

test.each(['le 3 janvier 2017', '3 janvier 2017', '3 janvier'])(
  '“%s” without a value is shown with the one that is detected there',
  (words) => {
    expect(hoverOn(words)).toContain('January 3, 2017');
    expect(hoverOn(words)).toContain('TIMEX3 `DATE` `2017-01-03`');
  },
);

test('where nothing is detected the words are told, and that there is no value', () => {
  expect(hoverOn('un jour de marché')).toBe(
    '**un jour de marché** — date\n\nIt has no value yet: V sets one in the review mode.',
  );
});
