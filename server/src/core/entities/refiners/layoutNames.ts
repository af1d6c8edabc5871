import { isLeftOut, noteApplied } from '../../rules/run';
import type { Mention } from '../mention';
import { byParagraph, isCrossed } from './projectNames';
import type { DocumentContext, DocumentRefiner, NameRule } from './refiner';

/** A rule that finds names by what a block of an article is for. */
export interface LayoutRule extends NameRule {
  find(context: DocumentContext): readonly Mention[];
}

/**
 * Takes the names that captions and datelines give. They win over what the model made of them, but not over the
 * project's names.
 */
export function fromLayout(...rules: readonly LayoutRule[]): DocumentRefiner {
  const findBy = (rule: LayoutRule, context: DocumentContext): readonly Mention[] => {
    if (isLeftOut(rule.id)) return [];
    const found = rule.find(context);
    if (found.length > 0) noteApplied(rule.id);
    return found;
  };
  return {
    id: 'from-layout',
    scope: 'document',
    parts: rules,
    refine(mentions, context) {
      const given = rules.flatMap((rule) => findBy(rule, context));
      if (given.length === 0) return mentions;
      const byPlace = byParagraph(given);
      const { gazetteer } = context;
      const kept = mentions.filter((name) => gazetteer.entryOf(name.text) !== undefined || !isCrossed(name, byPlace));
      const left = byParagraph(kept);
      return [...kept, ...given.filter((name) => !isCrossed(name, left))];
    },
  };
}
