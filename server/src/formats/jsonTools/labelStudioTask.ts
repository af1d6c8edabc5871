import { asList, asText, isObject, type JsonObject } from '../json';

const OTHERS = new Set([
  'id',
  'annotations',
  'predictions',
  'completions',
  'annotation_id',
  'annotator',
  'created_at',
  'updated_at',
  'lead_time',
]);

/**
 * A task of `JSON_MIN`, in which the fields of `data` and the results of each control stand side by side, in the usual shape:
 * `{"id", "text", "label": [{"start", "end", "text", "labels"}]}`.
 */
export function usualTask(task: JsonObject): JsonObject {
  if (
    isObject(task.data) ||
    Array.isArray(task.annotations) ||
    Array.isArray(task.predictions) ||
    Array.isArray(task.completions)
  )
    return task;
  const controls = Object.entries(task).filter(([, value]) => asList(value).some(isRegionValue) || isChoice(value));
  if (controls.length === 0 && !Object.values(task).some((value) => typeof value === 'string')) return task;
  const names = new Set(controls.map(([name]) => name));
  const data = Object.fromEntries(Object.entries(task).filter(([name]) => !names.has(name) && !OTHERS.has(name)));
  const result = controls.flatMap(([name, value]) =>
    isChoice(value) ? [choiceOf(name, value)] : asList(value).map((region) => regionOf(name, region)),
  );
  const { annotator } = task;
  const annotation = { result, ...(annotator !== undefined && { completed_by: annotator }) };
  return { ...(task.id !== undefined && { id: task.id }), data, annotations: [annotation] };
}

/** Several choices about the text; a single one is a plain text there, like any other field. */
function isChoice(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value.choices);
}

const choiceOf = (name: string, value: JsonObject): JsonObject => ({ from_name: name, to_name: 'text', type: 'choices', value });

function isRegionValue(value: unknown): boolean {
  return isObject(value) && 'start' in value && (Array.isArray(value.labels) || Array.isArray(value.hypertextlabels));
}

function regionOf(name: string, region: unknown): unknown {
  if (!isObject(region)) return region;
  const type = 'hypertextlabels' in region ? 'hypertextlabels' : 'labels';
  const { id, ...value } = region;
  return { ...(asText(id) !== undefined && { id }), from_name: name, to_name: 'text', type, value };
}

/** Whether regions of a task count in the text of a page (`HyperText`), not in the characters of its source. */
export function isHyperText(task: JsonObject): boolean {
  return ['annotations', 'predictions', 'completions'].some((container) =>
    asList(task[container]).some((holder) =>
      asList(isObject(holder) ? holder.result : undefined).some(
        (region) => isObject(region) && isObject(region.value) && isObject(region.value.globalOffsets),
      ),
    ),
  );
}

/** The text of a page, as `globalOffsets` counts in it: letters between tags, and a line break for `br`. */
export function pageText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)|<br\s*\/?>|<[/!?]?[A-Za-z](?:[^<>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,1000}>/g, (tag) =>
      /^<br/i.test(tag) ? '\n' : '',
    )
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    laquo: '«',
    raquo: '»',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    agrave: 'à',
    acirc: 'â',
    ccedil: 'ç',
    ocirc: 'ô',
    ugrave: 'ù',
    icirc: 'î',
    euml: 'ë',
    oelig: 'œ',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
  }),
);
