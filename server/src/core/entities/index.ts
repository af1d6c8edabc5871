import type { Entity, EntityMention } from '../analysis';
import type { DocumentView, ParagraphView } from '../document';
import { packed } from '../packed';
import { overlaps } from '../span';
import { creditMentions, datelineMentions } from './document/captions';
import { agree } from './document/consistency';
import { type ChainFeatures, type DocumentEvidence, gatherEvidence, NO_EVIDENCE } from './document/evidence';
import { extendNames } from './document/extend';
import { linkMentions } from './document/link';
import { type Mention, remembered } from './document/mention';
import { type GazetteerEntry, openNames } from './document/names';
import {
  beginWithOffice,
  cutPersons,
  LOCATIONS,
  partTrailingPlaces,
  takeListedType,
  takeListedWhole,
  withoutNoNames,
} from './document/refine';
import { foldWord, PhraseLists } from './lexicon';
import { readModelFile } from './model/format';
import { HashTable, hashString } from './model/hash';
import { openTagModel, type TagModel } from './model/tagModel';
import type { EntityPack } from './pack';
import { openPhraseWords } from './phraseWords';
import { openPlaces, type PlaceTable } from './places';
import {
  compoundTest,
  type FoundName,
  namesOfChain,
  reviseChain,
  scoreParagraph,
  sentenceWords,
  type TaggedChain,
  type TaggedSentence,
} from './tagger';

export type { GazetteerEntry };

/** Finds and links entities of one language. Made once (it unpacks the model), used for every document. */
export interface EntityAnnotator {
  /** Paragraph pass; reused as long as the paragraph's text and the project's names stay. */
  tag(view: ParagraphView): TaggedParagraph;
  /** Document pass: second look with the whole document's evidence, clustering, names, roles, gender. */
  link(document: DocumentView, paragraphs: readonly TaggedParagraph[]): { mentions: EntityMention[]; entities: Entity[] };
}

/** What the second pass made of a chain, and what the document had said of it; undefined where it said nothing. */
interface RevisedChain {
  readonly features: ChainFeatures | undefined;
  readonly found: readonly FoundName[];
}

/** What the first pass made of a paragraph, and room for what the second does. */
export interface TaggedParagraph {
  /** Those with words that may belong to a name. */
  readonly sentences: readonly TaggedSentence[];
  /** For each chain of each sentence what the second pass made of it. */
  readonly revised: RevisedChain[];
  /** The second pass's names, as long as every chain's features stay. */
  found: readonly FoundName[] | undefined;
}

/** A paragraph in which the first pass found nothing. */
export const untagged = (): TaggedParagraph => ({ sentences: [], revised: [], found: undefined });

/** The same for all paragraphs in which nothing will be found either. */
const NOTHING: TaggedParagraph = Object.freeze({ sentences: [], revised: [], found: [] });

interface OpenedModel {
  readonly model: TagModel;
  readonly places: PlaceTable;
}

// A model's bytes are constant; unpacked they are kept beside them, since every set of project names has an annotator of its own.
const openedModels = new WeakMap<Uint8Array, { readonly pack: EntityPack; readonly opened: OpenedModel | undefined }>();

function openModel(bytes: Uint8Array, pack: EntityPack): OpenedModel | undefined {
  const known = openedModels.get(bytes);
  if (known?.pack === pack) return known.opened;
  const file = readModelFile(bytes);
  const opened = file && { model: openTagModel(file, pack.particles, pack.functionWords), places: openPlaces(file) };
  openedModels.set(bytes, { pack, opened });
  return opened;
}

/** @param modelBytes - the trained model's bytes, or undefined where the language has none: then rules alone are used. */
export function createEntityAnnotator(
  pack: EntityPack,
  modelBytes: Uint8Array | undefined,
  entries: readonly GazetteerEntry[],
): EntityAnnotator {
  const opened = modelBytes && openModel(modelBytes, pack);
  const model = opened?.model;
  const splits = model ? compoundTest(model.phrases) : () => false;
  const wordsOf = remembered(openPhraseWords(pack));
  const names = openNames(entries, (name) => wordsOf(name).map((word) => word.text));
  const placeOf = remembered((name) => ({ place: opened?.places(wordsOf(name).map((word) => word.text)) }));
  const places = (name: string) => placeOf(name).place;
  const phrases = model?.phrases ?? new PhraseLists(new HashTable(new Int32Array(0), new Int32Array(0)));

  return {
    tag(view) {
      if (model === undefined) return untagged();
      const sentences = scoreParagraph(view, model, pack, splits).filter((sentence) => sentence.chains.length > 0);
      if (sentences.length === 0 && entries.length === 0) return NOTHING;
      return { sentences: packed(sentences), revised: [], found: undefined };
    },
    link(document, passes) {
      const evidence = model?.revises ? gatherEvidence(chainsOf(passes)) : NO_EVIDENCE;
      const mentions: Mention[] = [];
      const passed = document.paragraphs.map((paragraph, index) => {
        const pass = passes[index] ?? untagged();
        return { sentences: pass.sentences, found: secondPass(pass, paragraph.view, evidence) };
      });
      const agreed = agree(passed, pack);
      document.paragraphs.forEach((paragraph, index) => {
        for (const found of agreed[index] ?? []) {
          const start = found.start + paragraph.start;
          const end = found.end + paragraph.start;
          const text = document.text.slice(start, end);
          mentions.push({ start, end, text, type: found.type, confidence: found.confidence, paragraph: index });
        }
      });
      return linkMentions(
        document,
        withCredits(mentions, [...creditMentions(document), ...datelineMentions(document, isPlace)]),
        { pack, names, places, phrases, wordsOf },
      );
    },
  };

  /** Whether the lists know a name as a place's. */
  function isPlace(name: string): boolean {
    return (
      places(name) !== undefined || (phrases.bits(wordsOf(name).map((word) => hashString(foldWord(word.text)))) & LOCATIONS) !== 0
    );
  }

  /** What a credit names wins over what the model made of it, but not over the project's names. */
  function withCredits(mentions: readonly Mention[], credits: readonly Mention[]): Mention[] {
    if (credits.length === 0) return [...mentions];
    const crossed = (mention: Mention, others: ReadonlyMap<number, readonly Mention[]>): boolean =>
      others.get(mention.paragraph)?.some((other) => overlaps(mention, other)) === true;
    const given = byParagraph(credits);
    const kept = mentions.filter((mention) => names.entryOf(mention.text) !== undefined || !crossed(mention, given));
    const left = byParagraph(kept);
    return [...kept, ...credits.filter((credit) => !crossed(credit, left))];
  }

  /** The second pass over a paragraph, kept as long as the document says the same of it: an edit changes little elsewhere. */
  function secondPass(pass: TaggedParagraph, view: ParagraphView, evidence: DocumentEvidence): readonly FoundName[] {
    let changed = pass.found === undefined;
    let at = 0;
    for (const sentence of pass.sentences) {
      for (const chain of sentence.chains) {
        const features = evidence.features(chain);
        const known = pass.revised[at];
        if (known === undefined || !sameFeatures(known.features, features)) {
          pass.revised[at] = revised(sentence, chain, features);
          changed = true;
        }
        at++;
      }
    }
    if (changed || pass.found === undefined) {
      pass.found = overridden(partTrailingPlaces(refined(pass), view.text, phrases, pack, wordsOf), view);
    }
    return pass.found;
  }

  /** What lists and the forms of offices' names say of each sentence's names. */
  function refined(pass: TaggedParagraph): readonly FoundName[] {
    const all: FoundName[] = [];
    let at = 0;
    for (const sentence of pass.sentences) {
      const { words, infos, chains } = sentence;
      const found: FoundName[] = [];
      for (const end = at + chains.length; at < end; at++) found.push(...(pass.revised[at] as RevisedChain).found);
      if (found.length === 0 && sentence.listed.length === 0 && sentence.capitals.length === 0) continue;
      const whole = takeListedWhole(cutPersons(found, words, infos, pack), sentence);
      const typed = takeListedType(withoutNoNames(whole, sentence, pack), sentence, phrases);
      all.push(...extendNames(beginWithOffice(typed, words, infos, phrases, pack), sentence, phrases, pack));
    }
    return all;
  }

  function revised(sentence: TaggedSentence, chain: TaggedChain, features: ChainFeatures | undefined): RevisedChain {
    if (model === undefined) return PLAIN;
    const found = features
      ? namesOfChain(sentence, reviseChain(chain, features, model), model)
      : namesOfChain(sentence, chain, model, chain.labels);
    return features === undefined && found.length === 0 ? PLAIN : { features, found };
  }

  /** The project's own names win over whatever overlaps them. */
  function overridden(found: readonly FoundName[], view: ParagraphView): readonly FoundName[] {
    if (entries.length === 0) return found;
    const own = sentenceWords(view, pack, splits).flatMap((words) =>
      names.find(words).map(({ from, to, entry }) => ({
        start: words[from]?.start ?? 0,
        end: words[to - 1]?.end ?? 0,
        type: entry.type,
        confidence: 1,
      })),
    );
    const kept = found.filter((mention) => !own.some((name) => name.start < mention.end && mention.start < name.end));
    return [...kept, ...own].sort((a, b) => a.start - b.start);
  }
}

function chainsOf(passes: readonly TaggedParagraph[]): TaggedChain[] {
  const chains: TaggedChain[] = [];
  for (const pass of passes) for (const sentence of pass.sentences) chains.push(...sentence.chains);
  return chains;
}

function byParagraph(mentions: readonly Mention[]): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.paragraph);
    if (group === undefined) groups.set(mention.paragraph, [mention]);
    else group.push(mention);
  }
  return groups;
}

/** Of most chains the document says nothing, and they hold no name. */
const PLAIN: RevisedChain = { features: undefined, found: [] };

function sameFeatures(a: ChainFeatures | undefined, b: ChainFeatures | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
