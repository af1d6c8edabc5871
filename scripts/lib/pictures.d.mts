export interface Picture {
  readonly name: string;
  readonly folder: string;
  readonly themes: readonly string[];
  readonly isAnimated?: true;
}
export const LANGUAGES: readonly string[];
export const THEMES: Readonly<Record<string, string>>;
export const PICTURES: readonly Picture[];
export function pictureFile(name: string, language: string, theme: string): string;
export function pictureFiles(): string[];
