import { expect, test } from 'vitest';
import { parseForgotten, withForgotten } from '../../../server/src/store/forgotten';

test('what is forgotten stands in order, each once, beside what people wrote there', () => {
  const first = withForgotten('# ours\n', [
    { form: 'bloc ardent', type: 'ORG' },
    { form: 'Mars', type: '' },
  ]);
  expect(first).toBe('# ours\n- Mars\nORG bloc ardent\n');
  const second = withForgotten(first, [
    { form: 'Vell', type: 'LOC' },
    { form: 'Mars', type: '' },
  ]);
  expect(second).toBe('# ours\n- Mars\nLOC Vell\nORG bloc ardent\n');
  expect([...parseForgotten(second)]).toEqual(['- Mars', 'LOC Vell', 'ORG bloc ardent']);
});

test('both sides of a merge are forgotten, and lines that say nothing forget nothing', () => {
  const merged = '<<<<<<< ours\nORG bloc ardent\n=======\nLOC Vell\n>>>>>>> theirs\n\nword\n\u0000\u0001\n# ORG x\n';
  expect([...parseForgotten(merged)]).toEqual(['ORG bloc ardent', 'LOC Vell']);
});
