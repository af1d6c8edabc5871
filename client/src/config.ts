import * as vscode from 'vscode';
import { DEFAULT_HEADER_PATTERNS, SETTINGS_SECTION } from '../../server/src/protocol';

/** What the client itself reads of the settings that hold for a resource; the server asks for its own. */
export interface ClientSettings {
  readonly headerPatterns: readonly string[];
  /** Globs of the files that are articles whatever they begin with, and of those that never are. */
  readonly articleFiles: readonly string[];
  readonly excludedFiles: readonly string[];
  readonly highlightQuotes: boolean;
  readonly highlightSpeakers: boolean;
  readonly overviewRuler: boolean;
  readonly statusBar: boolean;
}

/** Reads the settings as they hold for a resource. What has the wrong type counts as empty or as its default. */
export function readSettings(scope?: vscode.ConfigurationScope): ClientSettings {
  const section = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null);
  return {
    headerPatterns: strings(section.get('headerPatterns'), DEFAULT_HEADER_PATTERNS),
    articleFiles: strings(section.get('articleFiles'), []),
    excludedFiles: strings(section.get('excludedFiles'), []),
    highlightQuotes: section.get('highlight.quotes') !== false,
    highlightSpeakers: section.get('highlight.speakers') !== false,
    overviewRuler: section.get('highlight.overviewRuler') !== false,
    statusBar: section.get('statusBar.enabled') !== false,
  };
}

function strings(value: unknown, otherwise: readonly string[]): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : otherwise;
}
