const ACCENTS = /\p{M}+/gu;

/**
 * A form as it is compared: composed, with one kind of apostrophe.
 *
 * @param ignoreCase - in small letters.
 * @param ignoreAccents - without marks above and below letters: *marché* is *marche*. œ and æ are letters and stay.
 */
export function plain(form: string, ignoreCase: boolean, ignoreAccents: boolean): string {
  const letters = ignoreAccents ? form.normalize('NFD').replace(ACCENTS, '') : form;
  const composed = letters.normalize('NFC').replace(/[’ʼ]/g, "'");
  return ignoreCase ? composed.toLowerCase() : composed;
}

/** A whole value with `*` for any letters and `?` for one, as an expression. */
export const wildcards = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => WILD[sign] ?? `\\${sign}`)}$`, 'u');

const WILD: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };
