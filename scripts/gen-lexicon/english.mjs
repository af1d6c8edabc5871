// Conjugates English verbs: irregular ones by their table, the others by the rules of spelling.
import { readRows } from './tables.mjs';

const TABLE = new Map(readRows('en/irregular-verbs.tsv', 5).map(({ cells: [base, ...forms] }) => [base, forms]));

/** All forms of an English verb as [form, tag]: i base, g -ing, p past participle, 1-6 persons of present and past. */
export function conjugate(base) {
  if (base === 'be')
    return [
      ['be', 'i'],
      ['am', '1'],
      ['are', '2456'],
      ['is', '3'],
      ['was', '13'],
      ['were', '2456'],
      ['been', 'p'],
      ['being', 'g'],
      ["'m", '1'],
      ["'re", '2456'],
      ...negated({ are: '2456', is: '3', was: '13', were: '2456' }),
    ];
  const [third, past, participle, gerund] = TABLE.get(base) ?? regular(base);
  return [
    [base, 'i12456'],
    [third, '3'],
    [past, '123456'],
    [participle, 'p'],
    [gerund, 'g'],
    ...(base === 'have' ? [["'ve", '12456'], ...negated({ have: '12456', has: '3', had: '123456' })] : []),
  ];
}

/** isn't, hadn't: the forms with the negation tied to them. */
const negated = (forms) => Object.entries(forms).map(([form, tags]) => [`${form}n't`, tags]);

function regular(base) {
  const consonantY = /[^aeiou]y$/.test(base);
  const third = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  const past = consonantY ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`;
  const gerund = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
  return [third, past, past, gerund];
}
