import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import type { NameRefiner, SentenceContext } from './refiner';

/** 3-1, 24–17: how a contest ended. */
const SCORE = /^\p{Nd}{1,3}[-–]\p{Nd}{1,3}$/u;

/**
 * L'entraîneur de Tolvane, Tolvane's coach, Tolvane beat Mirva 3-1: a place that has what only a team has, or that wins or loses
 * by a score, is the team called by it.
 */
export const sideByContest: NameRefiner = {
  id: 'side-by-contest',
  scope: 'sentence',
  appliesTo: ({ teamPosts }) => teamPosts !== undefined,
  refine(names, context) {
    let retyped: NameSpan[] | undefined;
    names.forEach((name, k) => {
      if (name.type !== 'LOC' || !(hasTeamPost(name, context) || isBesideContestVerb(name, context))) return;
      retyped ??= [...names];
      retyped[k] = { ...name, type: 'ORG' };
    });
    return retyped ?? names;
  },
};

/** Whether somebody of a team is named by a place: before it with a small word that says whose, or after it where nouns stand last. */
function hasTeamPost({ from, to }: NameSpan, { sentence: { infos }, pack }: SentenceContext): boolean {
  if (pack.headsLast) {
    const after =
      infos[to]?.text === undefined || pack.nounsBefore?.genitive.test(infos[to]?.text ?? '') !== true
        ? infos[to]
        : infos[to + 1];
    return after !== undefined && !after.capital && pack.teamPosts?.has(after.folded) === true;
  }
  const article = infos[from - 1] !== undefined && pack.articles.has((infos[from - 1] as WordInfo).folded) ? 1 : 0;
  const [link, post] = [infos[from - 1 - article], infos[from - 2 - article]];
  return link !== undefined && post !== undefined && pack.genitives.has(link.folded) && pack.teamPosts?.has(post.folded) === true;
}

/** Whether a verb of contests stands right beside a place in a sentence with a score. */
function isBesideContestVerb({ from, to }: NameSpan, { sentence: { infos }, pack }: SentenceContext): boolean {
  const isVerb = (info: WordInfo | undefined): boolean =>
    info !== undefined && !info.capital && pack.contestVerbs?.has(info.folded) === true;
  if (!isVerb(infos[from - 1]) && !isVerb(infos[to])) return false;
  return infos.some(({ text }) => SCORE.test(text));
}
