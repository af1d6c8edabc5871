import type { Entity, EntityMention } from '../analysis';
import type { DocumentView, ParagraphView, PlacedParagraph } from '../document';
import { packed } from '../packed';
import { type DocumentEvidence, gatherEvidence, NO_EVIDENCE } from './document/evidence';
import { linkMentions } from './document/link';
import { type GazetteerEntry, openGazetteer } from './gazetteer';
import { foldWord, PhraseLists } from './lexicon';
import type { Mention } from './mention';
import { readModelFile } from './model/format';
import { HashTable, hashString } from './model/hash';
import { openTagModel, type TagModel } from './model/tagModel';
import { remembered } from './nameForms';
import type { EntityPack } from './pack';
import { openPhraseWords } from './phraseWords';
import { openPlaces, type PlaceTable } from './places';
import { DOCUMENT_REFINERS } from './refiners';
import { LOCATIONS } from './refiners/kinds';
import { refineMentions } from './refiners/refiner';
import { createSecondPass, type MakePass } from './secondPass';
import type { PlacedName, TaggedParagraph } from './taggedParagraph';
import { compoundTest, scoreParagraph, sentenceWords, type TaggedChain } from './tagger';

export type { GazetteerEntry, TaggedParagraph };

/** Finds and links entities of one language. Made once (it unpacks the model), used for every document. */
export interface EntityAnnotator {
  /** Paragraph pass; reused as long as the paragraph's text and the project's names stay. */
  tag(view: ParagraphView): TaggedParagraph;
  /** Document pass: second look with the whole document's evidence, clustering, names, roles, gender. */
  link(document: DocumentView, paragraphs: readonly TaggedParagraph[]): { mentions: EntityMention[]; entities: Entity[] };
}

/** A paragraph in which nothing was found, and nothing will be. */
const UNTAGGED: TaggedParagraph = Object.freeze({ sentences: [], projectNames: [] });

/** A paragraph in which the first pass found nothing. */
export const untagged = (): TaggedParagraph => UNTAGGED;

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

/**
 * @param modelBytes - the trained model's bytes, or undefined where the language has none: then rules alone are used
 * @param makePass - makes what says which names were found; the model where absent
 */
export function createEntityAnnotator(
  pack: EntityPack,
  modelBytes: Uint8Array | undefined,
  entries: readonly GazetteerEntry[],
  makePass: MakePass = createSecondPass,
): EntityAnnotator {
  const opened = modelBytes && openModel(modelBytes, pack);
  const model = opened?.model;
  const splits = model ? compoundTest(model.phrases) : () => false;
  const wordsOf = remembered(openPhraseWords(pack));
  const gazetteer = openGazetteer(entries, (name) => wordsOf(name).map((word) => word.text));
  const placeOf = remembered((name) => ({ place: opened?.places(wordsOf(name).map((word) => word.text)) }));
  const places = (name: string) => placeOf(name).place;
  const phrases = model?.phrases ?? new PhraseLists(new HashTable(new Int32Array(0), new Int32Array(0)));
  const secondPass = model && makePass(model, phrases, pack);
  const sources = { pack, gazetteer, places, phrases, wordsOf };

  return {
    tag(view) {
      const scored = model === undefined ? [] : scoreParagraph(view, model, pack, splits);
      const sentences = scored.filter((sentence) => sentence.chains.length > 0);
      const projectNames = entries.length === 0 ? [] : findProjectNames(view, sentences);
      if (sentences.length === 0 && projectNames.length === 0) return UNTAGGED;
      return { sentences: packed(sentences), projectNames: packed(projectNames) };
    },
    link(document, passes) {
      const evidence = model?.revises ? gatherEvidence(chainsOf(passes)) : NO_EVIDENCE;
      const { mentions, projectMentions } = mentionsOf(document, passes, evidence);
      const refined = refineMentions(DOCUMENT_REFINERS, mentions, {
        document,
        sentences: document.paragraphs.map((_, index) => passes[index]?.sentences ?? UNTAGGED.sentences),
        projectMentions,
        isPlace,
        ...sources,
      });
      return linkMentions(document, refined, sources);
    },
  };

  /** Whether the lists know a name as a place's. */
  function isPlace(name: string): boolean {
    if (places(name) !== undefined) return true;
    return (phrases.bits(wordsOf(name).map((word) => hashString(foldWord(word.text)))) & LOCATIONS) !== 0;
  }

  /** Where the project's names stand in a paragraph, with their words where the first pass looked at these. */
  function findProjectNames(view: ParagraphView, sentences: TaggedParagraph['sentences']): PlacedName[] {
    let at = 0;
    return sentenceWords(view, pack, splits).flatMap((words) => {
      const start = words[0]?.start ?? 0;
      while (at < sentences.length && (sentences[at]?.words[0]?.start ?? 0) < start) at++;
      const sentence = sentences[at]?.words[0]?.start === start ? sentences[at] : undefined;
      return gazetteer.find(words).map(({ from, to, entry }) => ({
        start: words[from]?.start ?? 0,
        end: words[to - 1]?.end ?? 0,
        type: entry.type,
        confidence: 1,
        words: sentence && { sentence, from, to },
      }));
    });
  }

  /** What the second pass found, and the project's names, at their places in the document. */
  function mentionsOf(document: DocumentView, passes: readonly TaggedParagraph[], evidence: DocumentEvidence) {
    const mentions: Mention[] = [];
    const projectMentions: Mention[] = [];
    for (const paragraph of document.paragraphs) {
      const pass = passes[paragraph.index] ?? UNTAGGED;
      const found = secondPass?.namesIn(pass, paragraph, evidence) ?? [];
      for (const name of found) mentions.push(placeName(name, paragraph, document.text));
      for (const name of pass.projectNames) projectMentions.push(placeName(name, paragraph, document.text));
    }
    return { mentions, projectMentions };
  }
}

/** A paragraph's name as a mention in the document. */
function placeName(name: PlacedName, paragraph: PlacedParagraph, text: string): Mention {
  const { type, confidence, words } = name;
  const start = name.start + paragraph.start;
  const end = name.end + paragraph.start;
  // written out: this runs for every name on every edit
  return { start, end, text: text.slice(start, end), type, confidence, paragraph: paragraph.index, words };
}

function chainsOf(passes: readonly TaggedParagraph[]): TaggedChain[] {
  const chains: TaggedChain[] = [];
  for (const pass of passes) for (const sentence of pass.sentences) chains.push(...sentence.chains);
  return chains;
}
