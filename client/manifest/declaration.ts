import { SETTINGS_SECTIONS, type SettingsSection } from '../../server/src/protocol';
import { ARTICLE_COMMANDS } from '../src/articles/declarations';
import { CONCORDANCE_COMMANDS } from '../src/corpus/declarations';
import { PICTURE_COMMANDS } from '../src/corpus/pictureDeclarations';
import { GENERAL_COMMANDS } from '../src/declarations';
import type { Commands } from '../src/declare';
import { FIRST_COMMANDS } from '../src/firstSteps/declarations';
import { LEARNING_COMMANDS } from '../src/learning/declarations';
import { REVIEW_ACTIONS, type ReviewActions } from '../src/review/actions';
import { reviewCommands } from '../src/review/declarations';
import { STEPS, type Step, stepCommands } from '../src/steps';
import { VIEW_COMMANDS } from '../src/views/declarations';

/** What grows: a step, an action of the review mode or a setting is one entry, and everything generated follows from it. */
export interface Declaration {
  readonly steps: readonly Step[];
  readonly reviewActions: ReviewActions;
  readonly settings: readonly SettingsSection[];
}

/** The extension's own. */
export const DECLARATION: Declaration = { steps: STEPS, reviewActions: REVIEW_ACTIONS, settings: SETTINGS_SECTIONS };

/** All commands of a declaration, by their names behind `corpusAnnotator.`. */
export function commandsOf({ steps, reviewActions }: Declaration): Commands {
  return {
    ...stepCommands(steps),
    ...ARTICLE_COMMANDS,
    ...FIRST_COMMANDS,
    ...CONCORDANCE_COMMANDS,
    ...VIEW_COMMANDS,
    ...PICTURE_COMMANDS,
    ...LEARNING_COMMANDS,
    ...GENERAL_COMMANDS,
    ...reviewCommands(reviewActions),
  };
}
