// Which pictures there are of the product, and where each lies. Node's own modules only: a test reads this list.

export const LANGUAGES = ['en', 'fr'];

/** Themes that pictures are taken in, by VS Code's names. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
};

const BOTH = ['light', 'dark'];

/** The pictures; those of the walkthrough are called after its steps. */
export const PICTURES = [
  { name: 'overview', folder: 'docs/images', themes: [...BOTH, 'contrast'] },
  { name: 'legend', folder: 'docs/images', themes: BOTH },
  { name: 'speaker', folder: 'docs/images', themes: ['light'] },
  { name: 'date', folder: 'docs/images', themes: ['light'] },
  { name: 'keys', folder: 'docs/images', themes: ['light'], isAnimated: true },
  ...['open', 'read', 'walk', 'views', 'review', 'export', 'adapt'].map((name) => ({
    name,
    folder: 'client/media/walkthrough',
    themes: BOTH,
  })),
];

/** The path of a picture from the project's folder. */
export function pictureFile(name, language, theme) {
  const { folder } = PICTURES.find((picture) => picture.name === name);
  return `${folder}/${language}-${name}-${theme}.webp`;
}

/** All files that there are to be. */
export function pictureFiles() {
  return LANGUAGES.flatMap((language) =>
    PICTURES.flatMap(({ name, themes }) => themes.map((theme) => pictureFile(name, language, theme))),
  );
}
