/** The two files that hold what people decided about an article. */
export interface SidecarPair {
  readonly ann: string;
  readonly review: string;
}

const ANN = '.ann';
const REVIEW = '.review.jsonl';
// a name that is nothing but an extension (`.txt`) is a name without one
const TXT = /(?<=[^/\\])\.txt$/i;
const EXTENSION = /(?<=[^/\\])\.[^./\\]+$/;

/**
 * The names of the files beside a text, for editor, server and command line alike: `NAME.txt` has `NAME.ann` and
 * `NAME.review.jsonl`; any other name keeps its extension: `NAME.md` has `NAME.md.ann`, `NAME` has `NAME.ann`.
 * Paths and URIs may be given; the answer never is the path itself.
 */
export function sidecarNames(path: string): SidecarPair {
  return pair(path.replace(TXT, ''));
}

/**
 * The names that earlier versions gave (the extension was cut off, whatever it was): undefined where they are those of
 * {@link sidecarNames}. Such files are still read; see `sidecarPlaces`.
 */
export function olderSidecarNames(path: string): SidecarPair | undefined {
  // a text that is itself called so would be its own file
  return isSidecarName(path) || TXT.test(path) || !EXTENSION.test(path) ? undefined : pair(path.replace(EXTENSION, ''));
}

const pair = (stem: string): SidecarPair => ({ ann: stem + ANN, review: stem + REVIEW });

/**
 * The texts that come before this one in having its files by {@link sidecarNames}, the first foremost: `NAME.txt` before
 * `NAME.TXT` before `NAME`. On a disk that does not tell small letters from capitals, all of these may be one file.
 */
export function rivalTexts(path: string): readonly string[] {
  const extension = TXT.exec(path)?.[0];
  const stem = path.replace(TXT, '');
  const variants = TXT_VARIANTS.map((variant) => stem + variant);
  return extension === undefined ? variants : variants.slice(0, TXT_VARIANTS.indexOf(extension));
}

const TXT_VARIANTS: readonly string[] = [...Array(8).keys()].map(
  (bits) => `.${[...'txt'].map((letter, i) => (bits & (1 << i) ? letter.toUpperCase() : letter)).join('')}`,
);

/** The texts that may belong to a file with decisions, the first that exists does: by today's rule, then by the older one. */
export function textNames(sidecar: string): readonly string[] {
  const stem = sidecar.replace(/\.(?:ann|review\.jsonl)$/i, '');
  return [...TXT_VARIANTS, '', '.article', '.md', '.text'].map((extension) => stem + extension);
}

/** Whether a name is one that we give to files beside texts: such a file is never taken for an article. */
export function isSidecarName(path: string): boolean {
  return /\.(?:ann|review\.jsonl)$/i.test(path);
}

/** Every file that may hold decisions on a text, under today's names and older ones. */
export function allSidecarNames(path: string): readonly string[] {
  return [sidecarNames(path), olderSidecarNames(path)].flatMap((names) => (names ? [names.ann, names.review] : []));
}
