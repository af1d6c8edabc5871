import type { DiagnosticLevel } from '../service/diagnostics';
import type { DetectorOptions } from '../store/detectors/contract';
import type { Reader, Setting } from './settingKinds';
import { SETTINGS } from './settingsDeclared';

export { SETTINGS, SETTINGS_SECTIONS, type SettingsSection } from './settingsDeclared';
export type { DiagnosticLevel };
export type DetectorSetting = DetectorOptions;
export type { Reader, Setting, Text } from './settingKinds';

/** The section of all settings: their names begin with it. */
export const SETTINGS_SECTION = 'corpusAnnotator';

type ValuesReadBy<R extends Reader> = {
  readonly [Name in keyof typeof SETTINGS as (typeof SETTINGS)[Name]['readBy'] extends R
    ? Name
    : never]: (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never;
};

/** The settings that the server reads. A value of the wrong type or out of range counts as not set. */
export type ServerSettings = ValuesReadBy<'server' | 'both'>;

/** What the client itself reads; the server asks for its own. */
export type ClientSettings = ValuesReadBy<'client' | 'both'>;

/** The settings that one side reads, by name. */
export function settingsReadBy(side: 'server' | 'client'): readonly (readonly [name: string, setting: Setting])[] {
  return Object.entries<Setting>(SETTINGS).filter(([, { readBy }]) => readBy === side || readBy === 'both');
}

/** A setting's value as it holds: the given one, else what is right of a list, else the default. */
export function goodPart(setting: Setting, value: unknown): unknown {
  return (
    setting.check(value) ?? (Array.isArray(value) ? value.filter((item) => setting.check([item]) !== undefined) : setting.default)
  );
}
