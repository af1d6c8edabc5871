import * as vscode from 'vscode';
import { type ClientSettings, goodPart, SETTINGS_SECTION, settingsReadBy } from '../../server/src/protocol';

/** Reads the settings as they hold for a resource. What has the wrong type counts as not set, in a list item by item. */
export function readSettings(scope?: vscode.ConfigurationScope): ClientSettings {
  const section = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null);
  const values = settingsReadBy('client').map(([name, setting]) => [name, goodPart(setting, section.get(name))]);
  return Object.fromEntries(values) as ClientSettings;
}
