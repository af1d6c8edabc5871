/** A layer and a type in it. */
export interface LayerType {
  readonly layer: string;
  readonly type: string;
}

/**
 * One label for layer and type, for the formats that have one name space of labels (brat, CoNLL, Prodigy, doccano,
 * Label Studio, spaCy). The type alone where its layer can be told from it, else `layer__type`: letters, digits and
 * `_` are what all of these tools take.
 */
export function toLabel(layer: string, type: string): string {
  const plain = fromLabel(type);
  return plain.layer === layer && plain.type === type ? type : `${layer}${SEPARATOR}${type}`;
}

/** The inverse of {@link toLabel}; any other tool's label is read as a type of the layer that its name tells. */
export function fromLabel(label: string): LayerType {
  const at = label.indexOf(SEPARATOR);
  if (at > 0 && at + SEPARATOR.length < label.length) {
    const layer = label.slice(0, at);
    const type = label.slice(at + SEPARATOR.length);
    // `date__DATE` is not what toLabel writes for DATE, so it must be a name of its own, or it would come back shorter.
    if (type.includes(SEPARATOR) || layerByName(type) !== layer) return { layer, type };
  }
  return { layer: layerByName(label), type: label };
}

const SEPARATOR = '__';

// TIMEX3 types, and the names that corpora give to dates and hours; quotation kinds of the analysis and usual names.
const DATE_NAMES = new Set(['date', 'time', 'duration', 'timex', 'timex3', 'hour', 'datetime']);
const QUOTE_NAMES = new Set(['direct', 'mixed', 'indirect', 'scare', 'cue', 'speaker', 'quote', 'quotation']);

function layerByName(type: string): string {
  const lower = type.toLowerCase();
  // SET and title by exact case only: "Title" is a job title in many entity schemes, "set" a word of any.
  if (DATE_NAMES.has(lower) || type === 'SET') return 'date';
  if (QUOTE_NAMES.has(lower) || type === 'title') return 'quote';
  return 'entity';
}

/** A label without what the line- and space-separated formats cannot hold: white space becomes `_`, nothing becomes `_`. */
export function plainLabel(label: string): string {
  return label.replace(/\s/gu, '_') || '_';
}
