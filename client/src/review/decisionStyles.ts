import type { LineStyle } from '../annotations/quoteStyles';

/** The line under what is decided or waits to be, in review mode: told apart by its form as well as by its colour. */
export const DECISION_LINES = {
  suggested: { style: 'dotted', color: 'reviewSuggested' },
  confirmed: { style: 'solid', color: 'reviewConfirmed' },
  doubtful: { style: 'double', color: 'reviewDoubtful' },
} as const satisfies Readonly<Record<string, LineStyle>>;
