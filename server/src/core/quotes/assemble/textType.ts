import type { ParagraphScan } from '../detect';

/** What kind of text a document is, as far as quotations care. */
export interface TextType {
  /** A literary narrative: its indirect speech is narration, only direct speech is quoted. */
  readonly narrative: boolean;
  /** Em dashes (or two hyphens) at paragraphs' heads bring in speech. */
  readonly emDialogue: boolean;
  /** En dashes or hyphens do. */
  readonly enDialogue: boolean;
  /** Paragraphs are so long that a dialogue's line breaks must have been lost: its dashes then stand within them. */
  readonly lostBreaks: boolean;
}

// Measured on 29 French novels (5.1 to 28.7 a thousand tokens) and on news (at most 2.2).
const HISTORIC_PER_THOUSAND = 4;
const MIN_HISTORIC = 12;
// Of shorter texts, news of sports and obituaries reach 28 a thousand; a tale's page has more.
const DENSE_PER_THOUSAND = 35;
const MIN_DENSE = 6;
// Novels with their breaks have 100 to 110 tokens a paragraph at most, those without 200 and more.
const TOKENS_PER_PARAGRAPH = 150;

/** Reads the type of a text off the tense and the dashes of all paragraphs. */
export function textTypeOf(scans: readonly ParagraphScan[]): TextType {
  let historic = 0;
  let tokens = 0;
  for (const scan of scans) {
    historic += scan.historic;
    tokens += scan.words.tokens.length;
  }
  const { em, en } = countTurns(scans);
  const narrative =
    (historic >= MIN_HISTORIC && historic * 1000 >= tokens * HISTORIC_PER_THOUSAND) ||
    (historic >= MIN_DENSE && historic * 1000 >= tokens * DENSE_PER_THOUSAND);
  return {
    narrative,
    lostBreaks: narrative && tokens > scans.length * TOKENS_PER_PARAGRAPH,
    emDialogue: em.spoken > 0 && (narrative || em.spoken >= em.turns * 0.2),
    enDialogue: en.spoken > 1 && (narrative || en.spoken >= en.turns * 0.4),
  };
}

/** Paragraphs with a dash as a turn has it, and how many of them show signs of speech. */
interface TurnCount {
  turns: number;
  spoken: number;
}

function countTurns(scans: readonly ParagraphScan[]): { em: TurnCount; en: TurnCount } {
  const em = { turns: 0, spoken: 0 };
  const en = { turns: 0, spoken: 0 };
  for (const scan of scans) {
    for (const turn of scan.turn === undefined ? scan.turns : [scan.turn]) {
      const count = turn.strong ? em : en;
      count.turns++;
      if (turn.evidence > 0) count.spoken++;
    }
  }
  return { em, en };
}
