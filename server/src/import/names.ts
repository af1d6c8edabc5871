/** In letters: longer titles are cut between words. */
const LONGEST = 60;

/**
 * The name of an article's file without its extension, which lasts: its day and its title in small letters, so that names
 * stand in the order of days, whatever order the articles come in.
 *
 * @param date - EDTF; null where it is not known.
 * @param fallback - for an article without a title.
 */
export function articleName(date: string | null, title: string | undefined, fallback: string): string {
  const words = slug(title ?? '') || slug(fallback) || 'article';
  const name = date === null ? words : `${date}_${words}`;
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-` : name;
}

/** What a name becomes where another article has it: with what the article is called by, else with a sign of its text. */
export function* otherNames(name: string, id: string | undefined, sign: string): Generator<string> {
  const own = slug(id ?? '').slice(0, LONGEST);
  const named = own === '' ? `${name}_${sign}` : `${name}_${own}`;
  yield named;
  if (own !== '') yield `${named}_${sign}`;
  for (let n = 2; ; n++) yield `${own === '' ? named : `${named}_${sign}`}_${n}`;
}

/** Letters and figures of a text in small letters, without accents, joined by hyphens. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const letters = [...words];
  if (letters.length <= LONGEST) return words;
  const cut = letters.slice(0, LONGEST + 1).join('');
  const end = cut.lastIndexOf('-');
  return end > LONGEST / 2 ? cut.slice(0, end) : letters.slice(0, LONGEST).join('');
}
