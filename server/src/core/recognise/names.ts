import type { NotProse } from './form';

/** Extensions under which people keep plain texts; none at all is one of them. */
export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['', 'txt', 'text', 'article']);

/** Extensions that say what a file is, whatever it looks like. */
const EXTENSIONS: ReadonlyMap<string, NotProse> = new Map<string, NotProse>([
  ...kinds('subtitles', 'srt vtt sbv ass ssa'),
  ...kinds('table', 'csv tsv tab psv dat conll conllu iob iob2 bio'),
  ...kinds('log', 'log out err trace'),
  ...kinds('config', 'ini cfg conf config toml yaml yml json jsonl ndjson json5 properties env lock plist reg service desktop'),
  ...kinds('markup', 'xml html htm xhtml svg md markdown rst adoc asciidoc tex bib sgml tei rtf org wiki'),
  ...kinds('code', 'js ts mjs cjs jsx tsx py pyi r c h cc cpp hpp cs java kt go rs rb php pl pm sh bash zsh bat cmd ps1'),
  ...kinds('code', 'lua sql css scss less vue swift m scala hs el lisp clj cmake mk mak gradle awk sed vim ipynb jl asm s'),
  ...kinds('patch', 'diff patch rej'),
  ...kinds('translations', 'po pot properties strings xliff'),
  ...kinds('mail', 'eml mbox msg'),
  ...kinds('annotations', 'ann'),
  ...kinds('list', 'dic aff lst list'),
]);

function kinds(kind: NotProse, extensions: string): (readonly [string, NotProse])[] {
  return extensions.split(' ').map((extension) => [extension, kind] as const);
}

/** Names by which programs and their packages know their own files; before the extension, any case. */
const NAMES: readonly (readonly [RegExp, NotProse])[] = [
  [/^(?:.*[-_. ])?(?:un)?licen[cs]es?(?:[-_. ].*)?$/, 'licence'],
  [/^(?:copying|copyright|notices?|patents|eula|third[-_ ]?party[-_ ]?(?:notices?|licen[cs]es?))(?:[-_. ].*)?$/, 'licence'],
  [/^read[-_ ]?me(?:[-_. ].*)?$|^lisez[-_ ]?moi$|^(?:liesmich|leggimi|leame|léame|leiame|leesmij)$/, 'readme'],
  [/^(?:install(?:ation|ing)?|building|contributing|hacking|code[-_]of[-_]conduct|faq|howto|usage)$/, 'readme'],
  [/^(?:change[-_ ]?log|changes|history|news|release[-_ ]?notes?|whatsnew|todo|upgrading)$/, 'changelog'],
  [/^(?:authors?|contributors|maintainers|credits|thanks|acknowledge?ments|humans|owners|codeowners)$/, 'list'],
  [/^(?:.*[-_. ])?requirements?(?:[-_. ].*)?$|^(?:constraints|requires|dependency_links|top_level|entry_points)$/, 'config'],
  [/^(?:robots|ads|app-ads|security|manifest|sources|version|cmakelists|cmakecache|makefile|dockerfile|pipfile)$/, 'config'],
  [/^(?:installed-files|not-zip-safe|zip-safe|namespace_packages|record|wheel|pkg-info|metadata|llms(?:-full)?)$/, 'config'],
  [/^(?:stop[-_ ]?words?|word[-_ ]?lists?|wordlist|dictionary|vocab(?:ulary)?)(?:[-_. ].*)?$/, 'list'],
];

/** Folders that hold packages of programs, in which no text is anybody's article. */
const FOLDERS =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|__pycache__|[^/]+\.(?:dist|egg)-info|\.git|\.corpus|\.vscode)\//;

/** A file's extension in small letters, without the point; empty where it has none, or is called by it alone. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const point = name.lastIndexOf('.');
  const extension = point <= 0 ? '' : name.slice(point + 1).toLowerCase();
  // `M. Dupont` and `2017.03.04` have none
  return /^[a-z][a-z0-9+]{0,9}$/.test(extension) ? extension : '';
}

const MARKDOWN: ReadonlySet<string> = new Set(['md', 'markdown']);

/** Whether a file is called Markdown: its marks are no prose. */
export const isMarkdown = (file: string | undefined): boolean =>
  file !== undefined && MARKDOWN.has(extensionOf(file.replaceAll('\\', '/')));

/** What a file is by its extension; undefined where that does not tell. */
export function kindOfExtension(path: string): NotProse | undefined {
  return EXTENSIONS.get(extensionOf(path.replaceAll('\\', '/')));
}

/** What a file is by its name or folder; undefined where they do not tell. */
export function kindOfName(path: string): NotProse | undefined {
  if (FOLDERS.test(path)) return 'package';
  const extension = extensionOf(path);
  const known = EXTENSIONS.get(extension);
  if (known !== undefined) return known;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const stem = extension === '' ? name : name.slice(0, -extension.length - 1);
  return NAMES.find(([pattern]) => pattern.test(stem))?.[1];
}
