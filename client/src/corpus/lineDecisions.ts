import * as vscode from 'vscode';
import {
  DecideHitsRequest,
  type DecideHitsResult,
  type HitDecision,
  HitStatesRequest,
  ReviewStateNotification,
  type SchemaInfo,
  SchemaRequest,
  type SearchLine,
  StepHitsRequest,
} from '../../../server/src/protocol';
import type { ArticleClient } from '../articleClient';
import { readSettings } from '../config';
import { report } from '../report';
import { meaningOf } from '../review/keys';
import { askWith } from '../review/longAsk';
import { announce } from '../review/reviews';
import { Turns } from '../review/turns';
import { pickType } from '../review/typePicker';
import { ui } from '../ui';
import type { Shown } from './shown';

/** A concordance in the active editor. */
export interface Current {
  readonly editor: vscode.TextEditor;
  readonly shown: Shown;
}

/** The concordances that there are. */
export interface Concordance {
  active(): Current | undefined;
  visible(): readonly Current[];
  repaint(shown: Shown): void;
  /** Its lines are others than before. */
  relay(shown: Shown): void;
  /** Asks for the lines that are not there yet. */
  fill(shown: Shown): Promise<void>;
}

interface Step {
  readonly joint: string;
  readonly shown: Shown;
}

/** How long scrolling rests before it is asked how people have decided on the lines in view, in milliseconds. */
const QUIET = 60;

/** Decisions on the lines of a concordance, with the keys of the review mode. */
export class LineDecisions implements vscode.Disposable {
  readonly #client: ArticleClient;
  readonly #concordance: Concordance;
  readonly #turns = new Turns();
  readonly #steps: Record<'undo' | 'redo', Step[]> = { undo: [], redo: [] };
  readonly #parts: readonly vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  constructor(client: ArticleClient, concordance: Concordance) {
    this.#client = client;
    this.#concordance = concordance;
    const register = (name: string, run: (current: Current) => Promise<unknown>): vscode.Disposable =>
      vscode.commands.registerCommand(`corpusAnnotator.search.${name}`, () => this.#turns.take(() => this.#onActive(run)));
    this.#parts = [
      vscode.commands.registerCommand('corpusAnnotator.search.key', (key: unknown) =>
        this.#turns.take(() => this.#onActive((current) => this.#key(current, String(key)))),
      ),
      register('confirm', (current) => this.#decide(current, { kind: 'confirm' })),
      register('reject', (current) => this.#decide(current, { kind: 'reject' })),
      register('annotate', (current) => this.#annotate(current)),
      register('undecidedOnly', ({ shown }) => this.#undecidedOnly(shown)),
      register('undo', () => this.#step('undo')),
      register('redo', () => this.#step('redo')),
    ];
    // decided on somewhere else, as in the article itself
    client.onTold(ReviewStateNotification, ({ uri }) => this.#forget((line) => line.uri === uri));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const part of this.#parts) part.dispose();
  }

  /** Asks how people have decided on the lines in view, where that is not known, when scrolling rests. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lookNow(), QUIET);
  }

  async #lookNow(): Promise<void> {
    for (const { editor, shown } of this.#concordance.visible()) {
      const inView = editor.visibleRanges.flatMap(({ start, end }) => shown.between(start.line, end.line));
      const unknown = inView.flatMap((line) => shown.at(line) ?? []).filter((line) => !shown.states.has(line));
      if (unknown.length === 0) continue;
      keep(shown, unknown, await this.#client.ask(HitStatesRequest, { hits: unknown.map(place) }));
      this.#concordance.repaint(shown);
    }
  }

  #forget(which: (line: SearchLine) => boolean): void {
    for (const { shown } of this.#concordance.visible())
      for (const line of shown.states.keys()) if (which(line)) shown.states.delete(line);
    this.look();
  }

  async #onActive(run: (current: Current) => Promise<unknown>): Promise<void> {
    const current = this.#concordance.active();
    if (current) await run(current);
  }

  async #key(current: Current, key: string): Promise<unknown> {
    if (key === 'space') return this.#tick(current);
    const meaning = meaningOf(key, await this.#schema(current.shown), readSettings().reviewKeys);
    if (meaning === undefined) return announce(ui.search.howToDecide);
    if (typeof meaning === 'object') return this.#decide(current, { kind: 'annotate', ...pick(meaning) });
    switch (meaning) {
      case 'confirm':
      case 'reject':
      case 'clear':
        return this.#decide(current, { kind: meaning });
      case 'undo':
      case 'redo':
        return this.#step(meaning);
      case 'next':
      case 'previous':
        return this.#go(current, meaning === 'next' ? 1 : -1);
      default:
        return announce(ui.search.openFirst);
    }
  }

  async #schema(shown: Shown): Promise<SchemaInfo | undefined> {
    const uri = shown.all[0]?.uri;
    return uri === undefined ? undefined : this.#client.ask(SchemaRequest, { uri });
  }

  /** Ticks the selected lines, or unticks them where all are, and goes on to the next. */
  async #tick({ editor, shown }: Current): Promise<void> {
    const lines = selected(editor, shown);
    const isOn = lines.every((line) => shown.ticked.has(line));
    for (const line of lines) {
      if (isOn) shown.ticked.delete(line);
      else shown.ticked.add(line);
    }
    if (editor.selections.length === 1 && editor.selection.isSingleLine) goTo(editor, editor.selection.active.line + 1);
    announce(ui.search.ticked(shown.ticked.size));
    this.#concordance.repaint(shown);
  }

  /** Goes to the next line, or the one before, that nobody has decided on as far as is known. */
  async #go({ editor, shown }: Current, by: 1 | -1): Promise<void> {
    for (let line = editor.selection.active.line + by; ; line += by) {
      const hit = shown.at(line);
      if (hit === undefined) return announce(ui.search.nothingLeft);
      if (!shown.isDecided(hit)) return goTo(editor, line);
    }
  }

  async #annotate(current: Current): Promise<void> {
    const type = await pickType(await this.#schema(current.shown));
    if (type) await this.#decide(current, { kind: 'annotate', ...pick(type) });
  }

  /** Decides on the ticked lines, or without ticks on the selected ones, as one step. */
  async #decide({ editor, shown }: Current, decision: HitDecision): Promise<void> {
    const lines = shown.ticked.size > 0 ? shown.all.filter((line) => shown.ticked.has(line)) : selected(editor, shown);
    if (lines.length === 0) return;
    const result = await askWith(this.#client, ui.search.deciding, DecideHitsRequest, { hits: lines.map(place), decision });
    if (result === undefined) return;
    if (result.files > 0) {
      this.#steps.undo.push({ joint: result.joint, shown });
      this.#steps.redo.length = 0;
    }
    shown.ticked.clear();
    for (const line of lines) shown.states.delete(line);
    if (lines.length === 1 && result.skipped.length === 0) await this.#go({ editor, shown }, 1);
    this.#concordance.repaint(shown);
    this.look();
    this.#tell(result, lines);
  }

  #tell({ label, files, skipped }: DecideHitsResult, lines: readonly SearchLine[]): void {
    const done = files === 0 ? ui.search.nothingDecided : ui.search.decided(label, files);
    announce(done);
    const [first] = skipped;
    if (first === undefined) return;
    const nameOf = (hit: number): string => {
      const line = lines[hit];
      return line ? `${vscode.workspace.asRelativePath(vscode.Uri.parse(line.uri))}:${line.range[0] + 1}` : '';
    };
    void report(ui.search.title, ui.search.leftAlone(skipped.length, first.message), [
      { title: done, lines: skipped.map(({ hit, message }) => `- ${nameOf(hit)}: ${message}`) },
    ]);
  }

  /** Takes the last step back, or makes it again, in all its files. */
  async #step(direction: 'undo' | 'redo'): Promise<void> {
    const step = this.#steps[direction].pop();
    if (step === undefined) return announce(ui.search.noStep);
    const done = await this.#client.ask(StepHitsRequest, { joint: step.joint, direction });
    if (done === undefined || done.files === 0) return announce(ui.search.noStep);
    this.#steps[direction === 'undo' ? 'redo' : 'undo'].push(step);
    announce(direction === 'undo' ? ui.search.undone(done.label, done.files) : ui.search.decided(done.label, done.files));
    step.shown.states.clear();
    this.#concordance.repaint(step.shown);
    this.look();
  }

  async #undecidedOnly(shown: Shown): Promise<void> {
    if (!shown.isUndecidedOnly) {
      await this.#concordance.fill(shown);
      const unknown = shown.all.filter((line) => !shown.states.has(line));
      const states = await askWith(this.#client, ui.search.looking, HitStatesRequest, { hits: unknown.map(place) });
      if (states === undefined) return;
      keep(shown, unknown, states);
    }
    shown.showOnlyUndecided(!shown.isUndecidedOnly);
    this.#concordance.relay(shown);
  }
}

function keep(
  shown: Shown,
  lines: readonly SearchLine[],
  states: readonly Parameters<Shown['states']['set']>[1][] | undefined,
): void {
  for (const [i, line] of lines.entries()) if (states) shown.states.set(line, states[i] ?? null);
}

const pick = ({ layer, type }: { readonly layer: string; readonly type: string }) => ({ layer, type });

const place = ({ uri, range, node }: SearchLine) => ({ uri, range, node });

/** The hits of the lines that the selections touch, each once. */
function selected({ selections }: vscode.TextEditor, shown: Shown): readonly SearchLine[] {
  const numbers = selections.flatMap(({ start, end, isEmpty }) =>
    // a selection of whole lines ends at the beginning of the next one
    shown.between(start.line, !isEmpty && end.character === 0 && end.line > start.line ? end.line - 1 : end.line),
  );
  return [...new Set(numbers)].flatMap((line) => shown.at(line) ?? []);
}

function goTo(editor: vscode.TextEditor, line: number): void {
  if (line >= editor.document.lineCount) return;
  const at = new vscode.Position(line, editor.selection.active.character);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
