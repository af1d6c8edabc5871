import type { DiagnosticLevel } from '../service/diagnostics';
import type { DetectorOptions } from '../store/detectors/contract';

export type { DiagnosticLevel };
export type DetectorSetting = DetectorOptions;

/** The section of all settings. */
export const SETTINGS_SECTION = 'corpusAnnotator';

/**
 * The settings that the server reads, by their names below {@link SETTINGS_SECTION}; all of scope `resource`.
 * A value of the wrong type or out of range counts as not set.
 */
export interface ServerSettings {
  /** `auto`, or the BCP 47 tag that every text is analysed as. */
  readonly language: string;
  /** BCP 47: what a text too short to tell its language is read as. */
  readonly defaultLanguage: string;
  /** Regular expressions for the article's header, with the named groups date, title, source and author. */
  readonly headerPatterns: readonly string[];
  /** Globs of the files that are articles whatever they begin with. */
  readonly articleFiles: readonly string[];
  /** Whether each layer is shown at all. */
  readonly 'entities.enabled': boolean;
  readonly 'dates.enabled': boolean;
  readonly 'quotes.enabled': boolean;
  /** Between 0 and 1: entities and quotations below are not shown. */
  readonly minimumConfidence: number;
  /** Lenses above paragraphs and the article: quotations and who speaks. */
  readonly 'codeLens.enabled': boolean;
  /** Hints behind relative dates (→ 2016-03) and behind pronouns that speak (→ Patrouchev). */
  readonly 'inlayHints.dates': boolean;
  readonly 'inlayHints.speakers': boolean;
  /** A mark that is never closed or was never opened. */
  readonly 'diagnostics.unbalancedMarks': DiagnosticLevel;
  /** Direct speech whose speaker was not found. */
  readonly 'diagnostics.speechWithoutSpeaker': DiagnosticLevel;
  /** Decisions that do not fit each other: a name with two types, a missed mention, a boundary that is off, a far date. */
  readonly 'diagnostics.consistency': DiagnosticLevel;
  /** Links in hovers to look a name up on Wikipedia and Wikidata; opened by a click, never by themselves. */
  readonly 'hover.searchLinks': boolean;
  /** Other people's detectors; they run in trusted workspaces alone. */
  readonly detectors: readonly DetectorSetting[];
  /** Between 0 and 1: what other detectors are less sure of is not proposed. */
  readonly 'detectors.minimumScore': number;
  /** In kilobytes (1,024 UTF-16 code units): longer documents are not analysed. */
  readonly maxFileSize: number;
}
