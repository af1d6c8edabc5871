import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** How many small words may lead to the matter: de la. */
const MAX_LINKS = 2;
const LEAST_LETTERS = 4;

/** Office balte de protection du littoral: a body's name does not end in what is done there, but in what it is done to. */
export const bodyUpToMatter: NameRefiner = {
  id: 'body-up-to-matter',
  scope: 'sentence',
  appliesTo: ({ purposes }) => purposes !== undefined,
  refine(names, context) {
    let longer: NameSpan[] | undefined;
    names.forEach((name, k) => {
      const to = name.type === 'ORG' ? endOfMatter(name, context) : undefined;
      if (to === undefined || names.some((other) => other.from >= name.to && other.from < to)) return;
      longer ??= [...names];
      longer[k] = withWords(name, context.sentence, name.from, to);
    });
    return longer ?? names;
  },
};

/** Index after the matter that follows a name's last word. */
function endOfMatter({ from, to }: NameSpan, { sentence: { infos }, pack }: SentenceContext): number | undefined {
  const last = infos[to - 1] as WordInfo;
  if (to - from < 3 || last.capital || pack.purposes?.has(last.folded) !== true) return undefined;
  let at = to;
  while (at - to < MAX_LINKS && infos[at]?.particle === true) at++;
  const matter = infos[at];
  if (at === to || matter === undefined || matter.capital || matter.mark || matter.text.length < LEAST_LETTERS) return undefined;
  return at + 1;
}
