import type { CandidateSpeaker } from '../candidates';
import type { Discourse, Resolution, Where } from '../discourse';
import type { Role } from '../roles';
import type { SentencePart } from '../sentencesBack';

/**
 * How words without a name point to somebody: "il", "it", "la magistrate", "le président du club", "le groupe", or no words at
 * all, only a quotation.
 */
export type AnaphorForm = 'pronoun' | 'thing pronoun' | 'epithet' | 'description' | 'body noun' | 'without words';

/** A mention that means somebody named elsewhere, or nobody named. */
export interface Anaphor {
  readonly discourse: Discourse;
  readonly where: Where;
  readonly form: AnaphorForm;
  /** The gender that its words show. */
  readonly gender?: 'm' | 'f';
  /** Whether only a person will do, not an organisation. */
  readonly meansPerson: boolean;
  /** What a description calls the one it means. */
  readonly role?: Role;
  /** Whether a case or a town has one of those whom the description means. */
  readonly isOffice?: boolean;
  /** Whether a description's complement holds a capital: "la maire de Tolvanne". */
  readonly hasNamedComplement?: boolean;
  /** Where its words end, an offset in the document: whoever is named within them is somebody else. */
  readonly end?: number;
  /** The institution without a name of its own that is a sentence's subject: "La police de Tolvanne". */
  readonly institution?: (sentence: SentencePart) => Resolution | undefined;
  /** Who acts in the sentence before, by the syntax alone. */
  readonly actor?: string;
  /** The name that stands in its place, in examples to learn from, or null for nobody named; no evidence. */
  readonly hidden?: string | null;
  /** Who bears its role, in examples where nobody named does: no option; no evidence. */
  readonly absent?: CandidateSpeaker;
}
