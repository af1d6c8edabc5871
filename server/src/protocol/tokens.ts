import type { TokenModifier, TokenType } from '../service/semanticTokens';

export type { TokenModifier, TokenType };

/**
 * Semantic token types, in the legend's order. `person`, `organization`, `place` and `work` (works, events, products)
 * are entities; `date` is every temporal expression; `cue` introduces speech (a déclaré, selon); `speaker` is what names
 * a speaker without being an entity's name: a pronoun, a title. Tokens never overlap and never hold a line break:
 * the innermost layer gives the type, what is around it shows as a modifier.
 */
export const TOKEN_TYPES = [
  'person',
  'organization',
  'place',
  'work',
  'date',
  'cue',
  'speaker',
] as const satisfies readonly TokenType[];

/**
 * Semantic token modifiers, in the legend's order (bit 0 first). `speaker`: belongs to the words that name a quotation's
 * speaker. `inQuotation`: stands in the content of a quotation. `uncertain`: confidence below one half, or a date
 * without a day, month or year that it could be resolved to. `relative`: a date that was resolved against another.
 */
export const TOKEN_MODIFIERS = ['speaker', 'inQuotation', 'uncertain', 'relative'] as const satisfies readonly TokenModifier[];
