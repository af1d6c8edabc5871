import type { Commands } from '../declare';

/** Commands on what was learnt from decisions. */
export const LEARNING_COMMANDS: Commands = {
  'corpus.learnt': {
    title: { en: 'What Was Learnt…', fr: 'Ce qui a été appris…' },
  },
  'corpus.forgetLearnt': {
    title: { en: 'Forget All That Was Learnt…', fr: 'Oublier tout ce qui a été appris…' },
  },
  'corpus.learnAgain': {
    title: { en: 'Learn Again What Was Forgotten', fr: 'Réapprendre ce qui a été oublié' },
  },
};
