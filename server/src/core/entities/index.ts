import type { Entity, EntityMention } from '../analysis';
import type { DocumentView, ParagraphView } from '../document';
import { packed } from '../packed';
import { forgetful, type PassMemory } from '../passMemory';
import { remembered } from '../remembered';
import { type DocumentEvidence, gatherEvidence, NO_EVIDENCE } from './document/evidence';
import { NameTable } from './document/knownNames';
import { linkMentions } from './document/link';
import { type DocumentNames, type NamedParagraph, ParagraphNames } from './document/paragraphNames';
import { type GazetteerEntry, openGazetteer } from './gazetteer';
import { foldWord, PhraseLists } from './lexicon';
import type { ParagraphName } from './mention';
import { readModelFile } from './model/format';
import { HashTable, hashString } from './model/hash';
import { openTagModel, type TagModel } from './model/tagModel';
import type { EntityPack } from './pack';
import { openPhraseWords } from './phraseWords';
import { openPlaces, type PlaceTable } from './places';
import { DOCUMENT_REFINERS } from './refiners';
import { LOCATIONS } from './refiners/kinds';
import { refineMentions } from './refiners/refiner';
import { createSecondPass, type MakePass, type SecondPassMemory } from './secondPass';
import type { PlacedName, TaggedParagraph } from './taggedParagraph';
import { compoundTest, scoreParagraph, sentenceWords, type TaggedChain } from './tagger';

export { sketchNames } from './document/placedName';
export type { GazetteerEntry, TaggedParagraph };

/** Finds and links entities of one language. Made once (it unpacks the model), used for every document. */
export interface EntityAnnotator {
  /** Paragraph pass; reused as long as the paragraph's text and the project's names stay. */
  tag(view: ParagraphView): TaggedParagraph;
  /**
   * Document pass, first part: second look with the whole document's evidence, and what refines names.
   * @param memory - what it kept of the last version
   */
  names(document: DocumentView, paragraphs: readonly TaggedParagraph[], memory?: PassMemory): DocumentNames;
  /** Second part: clustering, names, roles, gender. */
  linkNames(document: DocumentView, names: DocumentNames): { mentions: EntityMention[]; entities: Entity[] };
  /** Both. */
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

/** A language's model, unpacked once for each file of bytes; undefined where the bytes are no model. */
export function openModel(bytes: Uint8Array, pack: EntityPack): OpenedModel | undefined {
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
  let table = new NameTable();

  return {
    tag(view) {
      const scored = model === undefined ? [] : scoreParagraph(view, model, pack, splits);
      const sentences = scored.filter((sentence) => sentence.chains.length > 0);
      const projectNames = entries.length === 0 ? [] : findProjectNames(view, sentences);
      if (sentences.length === 0 && projectNames.length === 0) return UNTAGGED;
      return { sentences: packed(sentences), projectNames: packed(projectNames) };
    },
    names: findNames,
    linkNames: (document, names) => linkMentions(document, names, sources),
    link: (document, passes) => linkMentions(document, findNames(document, passes), sources),
  };

  /** See {@link EntityAnnotator.names}. */
  function findNames(
    document: DocumentView,
    passes: readonly TaggedParagraph[],
    memory: PassMemory = forgetful(document.paragraphs.length),
  ): DocumentNames {
    const evidence = model?.revises ? gatherEvidence(chainsOf(passes)) : NO_EVIDENCE;
    // what nobody writes any more goes
    if (table.size > MAX_NAMES) table = new NameTable();
    const names = namesOf(document, passes, evidence, memory);
    const projectNames =
      entries.length === 0 ? [] : document.paragraphs.map(({ index, view }) => projectNamesOf(passes[index], view));
    return refineMentions(DOCUMENT_REFINERS, names, { document, memory, projectNames, table, isPlace, ...sources });
  }

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

  /** What the second pass found in each paragraph. */
  function namesOf(
    { paragraphs }: DocumentView,
    passes: readonly TaggedParagraph[],
    evidence: DocumentEvidence,
    memory: PassMemory,
  ): DocumentNames {
    const kept = memory.of<FoundNames>('found-names');
    return paragraphs.map((paragraph, p) => {
      const pass = passes[p] ?? UNTAGGED;
      let known = kept[p];
      const seen = known?.pass === pass ? known.seen : { chains: [], names: undefined };
      const found = secondPass?.namesIn(pass, paragraph, evidence, seen) ?? NO_NAMES;
      if (known?.found !== found || known.pass !== pass || known.names.of.view !== paragraph.view) {
        const of: NamedParagraph = { view: paragraph.view, sentences: pass.sentences };
        known = { pass, seen, found, names: new ParagraphNames(withText(found, paragraph.view.text), of) };
        kept[p] = known;
      }
      return known.names;
    });
  }
}

/** The names that were found in a paragraph, and what they were found in. */
interface FoundNames {
  readonly pass: TaggedParagraph;
  readonly seen: SecondPassMemory;
  readonly found: readonly PlacedName[];
  readonly names: ParagraphNames;
}

const NO_NAMES: readonly PlacedName[] = [];

/** So many names of earlier documents are kept at most. */
const MAX_NAMES = 50_000;

const projectNamesOf = (pass: TaggedParagraph | undefined, view: ParagraphView): readonly ParagraphName[] =>
  pass === undefined ? [] : withText(pass.projectNames, view.text);

const withText = (names: readonly PlacedName[], text: string): ParagraphName[] =>
  names.map(({ start, end, type, confidence, words }) => ({ start, end, text: text.slice(start, end), type, confidence, words }));

function chainsOf(passes: readonly TaggedParagraph[]): TaggedChain[] {
  const chains: TaggedChain[] = [];
  for (const pass of passes) for (const sentence of pass.sentences) chains.push(...sentence.chains);
  return chains;
}
