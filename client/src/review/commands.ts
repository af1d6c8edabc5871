import * as vscode from 'vscode';
import {
  NextFileRequest,
  REVIEW_COMMANDS,
  RelationsRequest,
  ReviewBulkRequest,
  ReviewItemAtRequest,
  type ReviewItemInfo,
  ReviewNeighbourRequest,
  type ReviewOperation,
  type ReviewQuestion,
  ReviewRedoRequest,
  ReviewUndoRequest,
} from '../../../server/src/protocol';
import { toRange } from '../annotations/ranges';
import type { ArticleClient } from '../articleClient';
import { isArticle } from '../articles/languageKeeper';
import type { TextProtection } from '../articles/protection';
import { readSettings } from '../config';
import { ui } from '../ui';
import type { ReviewAction } from './actions';
import { applyToAll } from './applyToAll';
import { isCopy, tellCopy } from './copies';
import { askOperation, layerOf } from './dialogs';
import { askEvent } from './events';
import type { KeyedType } from './keys';
import { labelArticle } from './labels';
import { nothingListed, toWalk } from './listings';
import { askWith } from './longAsk';
import { articleOf, type Target } from './outcomes';
import { askPart } from './parts';
import { addName, addType } from './projectFiles';
import { askRelation, pickOther, pickRelation } from './relations';
import { announce, type Reviews } from './reviews';
import { askScore } from './scores';
import { quoteAt, shortened } from './speakers';
import { pickType } from './typePicker';

/** An article in the active editor. */
interface Place {
  readonly editor: vscode.TextEditor;
  readonly uri: string;
}

/** Decisions on what the cursor is in or what is selected, each a command and in the review mode a key. */
export class ReviewCommands implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #reviews: Reviews;
  readonly #protection: TextProtection;
  readonly #actions: Readonly<Record<ReviewAction, (place: Place, isExact?: boolean) => Promise<unknown>>>;
  readonly #disposables: vscode.Disposable[];
  /**
   * How often the person has moved the cursor. What an extension selects comes back from the window as an event a moment
   * later, when it may have selected something else: the selection itself does not tell who moved it.
   */
  #moves = 0;
  /** What was gone to last. */
  #last: { readonly uri: string; readonly item: ReviewItemInfo } | undefined;

  /** What the review mode does with a key. */
  onKey: (key: string) => Promise<void> = async () => undefined;

  /** Whether the review mode is on, in which the text is not changed: an undo is one of decisions alone. */
  isModeOn = false;

  constructor(client: ArticleClient, reviews: Reviews, protection: TextProtection) {
    this.#client = client;
    this.#reviews = reviews;
    this.#protection = protection;
    this.#actions = {
      confirm: (place) => this.#decide(place, ({ id }) => ({ kind: 'confirm', items: [id] })),
      reject: (place) => this.#decide(place, ({ id }) => ({ kind: 'reject', items: [id] })),
      clear: (place) => this.#change(place, ({ id }) => ({ kind: 'clear', items: [id] })),
      next: (place) => this.#go(place, 'next'),
      previous: (place) => this.#go(place, 'previous'),
      widenEnd: (place) => this.#move(place, 'end', 'widen'),
      narrowEnd: (place) => this.#move(place, 'end', 'narrow'),
      widenStart: (place) => this.#move(place, 'start', 'widen'),
      narrowStart: (place) => this.#move(place, 'start', 'narrow'),
      split: (place, isExact) =>
        this.#change(place, ({ id }) => ({
          kind: 'split',
          item: id,
          at: place.editor.selection.active,
          ...snap(place, isExact),
        })),
      merge: (place) => this.#merge(place),
      renameEntity: (place) => this.#rename(place),
      addName: (place) => this.#onName(place, (item) => addName(place.editor.document.uri, item)),
      setSpeaker: (place) => this.#ask(place, 'speaker'),
      setPart: (place, isExact) => this.#setPart(place, isExact),
      setValue: (place) => this.#ask(place, 'value'),
      note: (place) => this.#ask(place, 'note'),
      attribute: (place) => this.#ask(place, 'attribute'),
      sameEntity: (place) => this.#ask(place, 'sameEntity'),
      differentEntity: (place) => this.#ask(place, 'differentEntity'),
      relate: (place) => this.#relate(place),
      event: (place, isExact) => this.#event(place, isExact),
      relations: (place) => this.#relations(place),
      allMentions: (place) => this.#toAll(place, 'confirm'),
      rejectMentions: (place) => this.#toAll(place, 'reject'),
      nextFile: (place) => this.#nextFile(place),
      labels: ({ editor }) => labelArticle(client, editor.document.uri),
      undo: (place) => this.#step(place, 'undo'),
      redo: (place) => this.#step(place, 'redo'),
    };
    const register = vscode.commands.registerCommand;
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    this.#disposables = [
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind === Keyboard || kind === Mouse) this.#moves++;
      }),
      ...Object.keys(this.#actions).map((action) =>
        register(`corpusAnnotator.review.${action}`, (of?: ReviewTarget | string) =>
          // a key of the review mode says which it is: a project's type may have it
          typeof of === 'string' ? this.onKey(of) : this.run(action as ReviewAction, of),
        ),
      ),
      register('corpusAnnotator.review.labelArticle', async (of?: Target) => {
        const uri = articleOf(of);
        if (uri) await labelArticle(client, uri);
        else announce(ui.outcomes.noArticle);
      }),
      register('corpusAnnotator.review.setType', () => this.#chooseType()),
      register('corpusAnnotator.review.newType', () => this.#newType()),
      register('corpusAnnotator.review.confirmAll', () => this.#bulk('confirm')),
      register('corpusAnnotator.review.rejectAll', () => this.#bulk('reject')),
      register(REVIEW_COMMANDS.apply, (uri: string, operations: readonly ReviewOperation[]) => reviews.apply(uri, operations)),
      register(REVIEW_COMMANDS.chooseType, (uri: string, item: string) => this.#chooseTypeOf(uri, item)),
      register(REVIEW_COMMANDS.ask, (uri: string, item: string, question: ReviewQuestion) => this.#askById(uri, item, question)),
      register(REVIEW_COMMANDS.applyToAll, (uri: string, item: string, verdict: 'confirm' | 'reject') =>
        applyToAll(client, { uri, item, verdict }),
      ),
    ];
  }

  /** Does what a key or a command says, at the cursor, or on an item of a list; exactly on what is selected, or on its whole words. */
  async run(action: ReviewAction, target?: ReviewTarget, isExact = false): Promise<void> {
    if (target?.item && (action === 'confirm' || action === 'reject' || action === 'clear')) {
      await this.#reviews.apply(target.uri, [{ kind: action, items: [target.item.id] }]);
      return;
    }
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isArticle(editor.document)) return;
    if (isCopy(editor.document) && !LOOKING.has(action)) tellCopy();
    else await this.#actions[action]({ editor, uri: editor.document.uri.toString() }, isExact);
  }

  /** Whether somebody has selected words that are no whole annotation; or, for a cut, put the cursor somewhere. */
  async isOwnSelection(isCut: boolean): Promise<boolean> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || editor.selection.isEmpty) return isCut;
    const item = await this.#itemAt({ editor, uri: editor.document.uri.toString() });
    return item === undefined || !rangesOf(item).some((range) => range.isEqual(editor.selection));
  }

  /** Sets the type of what the cursor is in; words that are selected and not annotated so are added. */
  async setType({ layer, type }: KeyedType, isExact = false): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isArticle(editor.document)) return;
    if (isCopy(editor.document)) {
      tellCopy();
      return;
    }
    const place = { editor, uri: editor.document.uri.toString() };
    const { selection } = editor;
    const moves = this.#moves;
    const item = await this.#itemAt(place);
    // what was rejected is not an annotation, unless the cursor alone is in it
    const isWhole =
      item !== undefined &&
      (selection.isEmpty || (item.status !== 'rejected' && rangesOf(item).some((range) => range.isEqual(selection))));
    const operation: ReviewOperation | undefined = isWhole
      ? { kind: 'setType', items: [item.id], layer, type }
      : selection.isEmpty
        ? undefined
        : { ...(await this.#addOrMove(place, { layer, type })), ...snap(place, isExact) };
    if (operation === undefined) announce(ui.review.selectFirst);
    else if (await this.#apply(place, [operation])) await this.#goOn(place, selection, moves);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /**
   * What selected words and the key of a type mean: a new annotation, or other boundaries of the one of that type that
   * begins or ends there or is cut by them, as after a selection with the mouse.
   */
  async #addOrMove({ editor }: Place, { layer, type }: Pick<KeyedType, 'layer' | 'type'>): Promise<Redrawn> {
    const { document, selection } = editor;
    // speech within speech is common, a name within one of its own kind is not
    const items = layer === 'quote' ? [] : ((await this.#reviews.items(document))?.items ?? []);
    const [moved, ...others] = items.filter(
      (item) => item.layer === layer && item.type === type && item.status !== 'rejected' && isRedrawn(item, selection),
    );
    return moved && others.length === 0
      ? { kind: 'setSpans', item: moved.id, ranges: [selection] }
      : { kind: 'add', layer, type, ranges: [selection] };
  }

  async #itemAt({ editor, uri }: Place): Promise<ReviewItemInfo | undefined> {
    const { start, end } = editor.selection;
    return (await this.#client.ask(ReviewItemAtRequest, { uri, range: { start, end } })) ?? undefined;
  }

  #apply({ editor, uri }: Place, operations: readonly ReviewOperation[]): Promise<readonly ReviewItemInfo[] | undefined> {
    return this.#reviews.apply(uri, operations, editor.document.version);
  }

  /** Changes the item at the cursor, and selects what it is now. */
  async #change(place: Place, operation: (item: ReviewItemInfo) => ReviewOperation): Promise<boolean> {
    const item = await this.#itemAt(place);
    if (item === undefined) {
      announce(ui.review.nothingHere);
      return false;
    }
    const focus = await this.#apply(place, [operation(item)]);
    const range = focus?.[0]?.ranges[0];
    if (range && operation(item).kind !== 'confirm' && operation(item).kind !== 'reject') select(place.editor, toRange(range));
    return focus !== undefined;
  }

  /** Decides, and goes on to what is undecided next. */
  async #decide(place: Place, operation: (item: ReviewItemInfo) => ReviewOperation): Promise<void> {
    const { selection } = place.editor;
    const moves = this.#moves;
    if (await this.#change(place, operation)) await this.#goOn(place, selection, moves);
  }

  /** Goes on to what is undecided next, unless the person has gone elsewhere meanwhile. */
  async #goOn(place: Place, from: vscode.Selection, moves: number): Promise<void> {
    if (this.#moves === moves) await this.#go(place, 'next', from);
  }

  async #go({ editor, uri }: Place, direction: 'next' | 'previous', from: vscode.Selection = editor.selection): Promise<void> {
    const moves = this.#moves;
    const { start, end } = from;
    const { filter, order } = toWalk(this.#reviews.listing);
    const last = this.#last?.uri === uri ? this.#last.item : undefined;
    const found = await this.#client.ask(ReviewNeighbourRequest, {
      uri,
      range: { start, end },
      direction,
      filter,
      order,
      ...(last && { current: last.id, score: last.score ?? 1 }),
    });
    if (this.#moves !== moves) return;
    this.#last = found ? { uri, item: found.item } : undefined;
    const [range] = found?.item.ranges ?? [];
    if (!found || !range) {
      const { name } = this.#reviews.listing;
      announce(name === '' ? ui.review.allDecided : nothingListed(this.#reviews.listing));
      return;
    }
    select(editor, toRange(range));
    const { item, index, total } = found;
    const score = item.score === undefined ? undefined : `${Math.round(item.score * 100)} %`;
    const about = [item.title, item.speakerName, dayOf(item), score].filter(Boolean).join(' · ');
    announce(ui.review.place(index, total, about, item.words));
  }

  #move(place: Place, edge: 'start' | 'end', direction: 'widen' | 'narrow'): Promise<boolean> {
    return this.#change(place, ({ id }) => ({ kind: 'move', item: id, edge, direction }));
  }

  async #merge(place: Place): Promise<void> {
    const { selection, document } = place.editor;
    const items = (await this.#reviews.items(document))?.items ?? [];
    const within = itemsWithin(items, selection);
    if (within.length < 2) {
      announce(ui.review.selectMerge);
      return;
    }
    const focus = await this.#apply(place, [{ kind: 'merge', items: within.map(({ id }) => id) }]);
    const range = focus?.[0]?.ranges[0];
    if (range) select(place.editor, toRange(range));
  }

  /** Asks what is to be set on what the cursor is in, and sets it. */
  async #ask(place: Place, question: ReviewQuestion): Promise<void> {
    const items = (await this.#reviews.items(place.editor.document))?.items ?? [];
    const item = question === 'speaker' ? quoteAt(items, place.editor.selection) : await this.#itemAt(place);
    if (item === undefined || (layerOf(question) ?? item.layer) !== item.layer) announce(nothingToAsk(question));
    else await this.#askOf(place.editor.document, question, item, items);
  }

  async #askOf(
    document: vscode.TextDocument,
    question: ReviewQuestion,
    item: ReviewItemInfo,
    items: readonly ReviewItemInfo[],
  ): Promise<void> {
    const operation = await askOperation(question, { item, items, schema: await this.#reviews.schema(document) });
    if (operation) await this.#reviews.apply(document.uri.toString(), [operation], document.version);
  }

  /** Does something with the name that the cursor is in. */
  async #onName(place: Place, run: (item: ReviewItemInfo) => Promise<unknown>): Promise<void> {
    const item = await this.#itemAt(place);
    if (item?.layer === 'entity') await run(item);
    else announce(ui.review.noName);
  }

  /** Gives the entity another name, in all of its mentions. */
  #rename(place: Place): Promise<void> {
    return this.#onName(place, async (item) => {
      const now = item.entity ?? item.words;
      const name = (await vscode.window.showInputBox({ prompt: ui.ask.rename(shortened(now)), value: now }))?.trim();
      if (name && name !== now) await this.#apply(place, [{ kind: 'sameEntity', items: [item.id], name }]);
    });
  }

  async #newType(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (isArticle(document)) await addType(document.uri, await this.#reviews.schema(document));
  }

  /** Relates the two items that are selected, or the one at the cursor and another that is chosen. */
  async #relate(place: Place): Promise<void> {
    const { document, selection } = place.editor;
    const items = (await this.#reviews.items(document))?.items ?? [];
    const selected = selection.isEmpty ? [] : itemsWithin(items, selection);
    const first = selected.length === 2 ? selected[0] : await this.#itemAt(place);
    if (first === undefined) {
      announce(ui.review.nothingHere);
      return;
    }
    const second = selected.length === 2 ? selected[1] : await pickOther(items, first);
    if (second === undefined) return;
    const known = (await this.#client.ask(RelationsRequest, { uri: place.uri })) ?? [];
    const operation = await askRelation([first, second], await this.#reviews.schema(document), known);
    if (operation) await this.#reviews.apply(place.uri, [operation], document.version);
  }

  /** Makes an event of the selected words, or changes the one that the words at the cursor tell. */
  async #event(place: Place, isExact = false): Promise<void> {
    const { document, selection } = place.editor;
    const [item, all, schema] = await Promise.all([
      this.#itemAt(place),
      this.#reviews.items(document),
      this.#reviews.schema(document),
    ]);
    const operation = await askEvent(this.#client, { uri: place.uri, selection, item, items: all?.items ?? [], schema });
    if (operation === 'noWords') announce(ui.events.select);
    else if (operation)
      await this.#apply(place, [operation.kind === 'addEvent' ? { ...operation, ...snap(place, isExact) } : operation]);
  }

  /** Goes to the other end of a relation, or takes one away. */
  async #relations(place: Place): Promise<void> {
    const item = await this.#itemAt(place);
    if (item === undefined) {
      announce(ui.review.nothingHere);
      return;
    }
    const chosen = await pickRelation(this.#client, place.uri, item);
    if (chosen === 'none') announce(ui.relations.none);
    else if (chosen && 'goTo' in chosen) select(place.editor, chosen.goTo);
    else if (chosen) await this.#reviews.apply(place.uri, [{ kind: 'unrelate', relations: [chosen.remove] }]);
  }

  /** Makes the selected words the speaker or the cue of a quotation near them. */
  async #setPart(place: Place, isExact = false): Promise<void> {
    const { document, selection } = place.editor;
    if (selection.isEmpty) {
      announce(ui.review.selectPart);
      return;
    }
    const items = (await this.#reviews.items(document))?.items ?? [];
    const operation = await askPart(items, selection);
    if (operation === 'noQuotation') announce(ui.review.noQuotation);
    else if (operation) await this.#apply(place, [{ ...operation, ...snap(place, isExact) }]);
  }

  async #toAll(place: Place, verdict: 'confirm' | 'reject'): Promise<void> {
    const item = await this.#itemAt(place);
    if (item) await applyToAll(this.#client, { uri: place.uri, item: item.id, verdict });
    else announce(ui.review.nothingHere);
  }

  async #nextFile({ uri }: Place): Promise<void> {
    const title = ui.review.lookingNext;
    const { filter } = toWalk(this.#reviews.listing);
    const found = await askWith(this.#client, title, NextFileRequest, { uri, direction: 'next', filter });
    if (found === undefined) return;
    if (!found) {
      announce(ui.review.noOtherArticle);
      return;
    }
    const next = vscode.Uri.parse(found.uri);
    await openedAsArticle(next);
    const editor = await this.#protection.leaving(() => vscode.window.showTextDocument(next, { preview: true }));
    if (isArticle(editor.document)) await this.#go({ editor, uri: editor.document.uri.toString() }, 'next');
  }

  /** The last decision or the last edit, whichever came later. */
  async #step({ editor, uri }: Place, direction: 'undo' | 'redo'): Promise<void> {
    const step = await this.#client.ask(direction === 'undo' ? ReviewUndoRequest : ReviewRedoRequest, { uri });
    if (step?.done) {
      if (!step.unwritten) announce(direction === 'undo' ? ui.review.undone(step.label) : step.label);
      if (step.focus) select(editor, toRange(step.focus));
    } else if (!this.isModeOn || editor.document.isUntitled) await vscode.commands.executeCommand(direction);
    else announce(nothingToStep(direction, step?.reason));
  }

  async #bulk(verdict: 'confirm' | 'reject'): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document)) return;
    const score =
      verdict === 'confirm'
        ? await askScore(ui.review.confirmAll, ui.ask.scoreAtLeast, 0.9)
        : await askScore(ui.review.rejectAll, ui.ask.scoreBelow, 0.3);
    if (score === undefined) return;
    const filter = verdict === 'confirm' ? { atLeast: score } : { below: score };
    this.#reviews.told(await this.#client.ask(ReviewBulkRequest, { uri: document.uri.toString(), filter, verdict }));
  }

  async #chooseType(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isArticle(document)) return;
    const type = await pickType(await this.#reviews.schema(document));
    if (type) await this.setType(type);
  }

  async #askById(uri: string, id: string, question: ReviewQuestion): Promise<void> {
    const document = openDocument(uri);
    const items = (document && (await this.#reviews.items(document))?.items) ?? [];
    const item = items.find((candidate) => candidate.id === id);
    if (document && item) await this.#askOf(document, question, item, items);
  }

  async #chooseTypeOf(uri: string, item: string): Promise<void> {
    const document = openDocument(uri);
    if (!document) return;
    const chosen = await pickType(await this.#reviews.schema(document));
    if (chosen) await this.#reviews.apply(uri, [{ kind: 'setType', items: [item], layer: chosen.layer, type: chosen.type }]);
  }
}

/** Words that become an annotation, or an annotation's other boundaries. */
type Redrawn = Extract<ReviewOperation, { readonly kind: 'add' | 'setSpans' }>;

/** Whether what is selected goes to the ends of words: the setting says so, unless it is to be taken exactly. */
function snap({ editor }: Place, isExact = false): { readonly snap?: true } {
  return !isExact && readSettings(editor.document).snapToWords ? { snap: true } : {};
}

/** What changes nothing. */
const LOOKING: ReadonlySet<ReviewAction> = new Set(['next', 'previous', 'nextFile']);

/** Why there is no decision to take back (or to make again) in the review mode. */
function nothingToStep(direction: 'undo' | 'redo', reason: 'text' | 'nothing' | undefined): string {
  if (reason === 'text') return ui.safety.textChanged;
  return direction === 'undo' ? ui.safety.nothingToUndo : ui.safety.nothingToRedo;
}

/** An item in a list, with the article it is of. */
export interface ReviewTarget {
  readonly uri: string;
  readonly item?: ReviewItemInfo;
}

function rangesOf(item: ReviewItemInfo): readonly vscode.Range[] {
  const ranges = item.ranges.map(toRange);
  const [first, last] = [ranges[0], ranges.at(-1)];
  // An interrupted quotation is selected from its first word to its last.
  return first && last ? [new vscode.Range(first.start, last.end)] : [];
}

function itemsWithin(items: readonly ReviewItemInfo[], selection: vscode.Range): readonly ReviewItemInfo[] {
  return items.filter((item) => item.status !== 'rejected' && rangesOf(item).every((range) => selection.contains(range)));
}

/** What a date means: to be confirmed together with its words. */
function dayOf({ layer, attributes: { value } }: ReviewItemInfo): string | undefined {
  return layer === 'date' && typeof value === 'string' ? value : undefined;
}

/** Whether a selection has other boundaries for an annotation in one piece: one edge in common, or one across the other. */
function isRedrawn({ ranges }: ReviewItemInfo, { start, end }: vscode.Range): boolean {
  const [only, ...more] = ranges.map(toRange);
  if (only === undefined || more.length > 0 || !only.start.isBefore(end) || !start.isBefore(only.end)) return false;
  const isNested = only.start.isBefore(start) ? only.end.isAfter(end) : only.start.isAfter(start) && only.end.isBefore(end);
  return !isNested;
}

/** Opens an article without showing it, and waits a while until it has its language: before, keys would type into it. */
async function openedAsArticle(uri: vscode.Uri): Promise<void> {
  let document = await vscode.workspace.openTextDocument(uri);
  for (let waited = 0; !isArticle(document) && waited < 2_000; waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
    document = await vscode.workspace.openTextDocument(uri);
  }
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === vscode.Uri.parse(uri).toString());
}

function nothingToAsk(question: ReviewQuestion): string {
  switch (layerOf(question)) {
    case 'quote':
      return ui.review.noQuotation;
    case 'date':
      return ui.review.noDate;
    case 'entity':
      return ui.review.noName;
    default:
      return ui.review.nothingHere;
  }
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
