import { isLeftOut, noteApplied } from '../../rules/run';
import { refineEach } from '../document/paragraphNames';
import type { ParagraphName } from '../mention';
import { isCrossed } from './projectNames';
import type { DocumentContext, DocumentRefiner, NameRule } from './refiner';

/** A rule that finds names by what a block of an article is for. */
export interface LayoutRule extends NameRule {
  /** @param paragraph - the index of the block's paragraph */
  findIn(paragraph: number, context: DocumentContext): readonly ParagraphName[];
}

const NOTHING: readonly ParagraphName[] = [];

/**
 * Takes the names that captions and datelines give. They win over what the model made of them, but not over the
 * project's names.
 */
export function fromLayout(...rules: readonly LayoutRule[]): DocumentRefiner {
  const findBy = (rule: LayoutRule, paragraph: number, context: DocumentContext): readonly ParagraphName[] => {
    if (isLeftOut(rule.id)) return NOTHING;
    const found = rule.findIn(paragraph, context);
    if (found.length > 0) noteApplied(rule.id);
    return found;
  };
  return {
    id: 'from-layout',
    scope: 'document',
    parts: rules,
    refine: (names, context) =>
      refineEach(names, context.memory, 'from-layout', ({ list }, paragraph) => {
        const given = rules.flatMap((rule) => findBy(rule, paragraph, context));
        if (given.length === 0) return list;
        const { gazetteer } = context;
        const kept = list.filter((name) => gazetteer.entryOf(name.text) !== undefined || !isCrossed(name, given));
        return [...kept, ...given.filter((name) => !isCrossed(name, kept))];
      }),
  };
}
