/** The tag of a language that is not known. */
const UNKNOWN = 'und';

/**
 * A language's name in the interface's language, "French".
 *
 * @param unknown - what is said of a language that is not known
 */
export function languageName(tag: string, locale: string, unknown: string): string {
  if (tag === UNKNOWN || tag.startsWith(`${UNKNOWN}-`)) return unknown;
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return tag;
  }
}
