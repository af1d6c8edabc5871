/*
 * Commands that need an index, threads or files beside the editor's: in a browser alone the palette and the menus do not
 * offer them, and whoever runs one by a key is told.
 */

/** The context key that holds where there is no machine behind the editor. */
export const IN_BROWSER_KEY = 'corpusAnnotator.inBrowser';

const ON_MACHINE = /^(?:search|corpus|index)(?:\.|$)|^(?:importArticles|export|import|agreement|secondAnnotator|adjudicate)$/;

/** Whether a command, by its name behind `corpusAnnotator.`, is there on a machine alone. */
export const needsMachine = (name: string): boolean => ON_MACHINE.test(name);

/** A condition, and that there is a machine where a command needs one. */
export function onMachine(name: string, when: string | undefined): string | undefined {
  if (!needsMachine(name)) return when;
  return when === undefined ? `!${IN_BROWSER_KEY}` : `!${IN_BROWSER_KEY} && ${when.includes('||') ? `(${when})` : when}`;
}
