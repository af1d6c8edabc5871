/** A column of the file: a feature of a layer, or the place of a relation or slot. */
export interface TsvColumn {
  readonly kind: 'placeholder' | 'feature' | 'slotRole' | 'slotTarget' | 'relationSource' | 'chainType' | 'chainLink';
  /** The feature's short name; for slots the feature's. */
  readonly feature: string;
}

/** A layer as the header declares it. */
export interface TsvLayer {
  readonly kind: 'span' | 'chain' | 'relation';
  /** The UIMA type's full name. */
  readonly name: string;
  readonly columns: readonly TsvColumn[];
  /** The declaration after `#T_SP=` as it stood. */
  readonly declaration: string;
}

/** INCEpTION's own layer for names. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
/** Its own layer for coreference. */
export const COREFERENCE = 'de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink';

/** A layer of the document model for a UIMA type: names are entities, custom layers go by their name. */
export function layerOfType(name: string): string {
  if (name === NAMED_ENTITY) return 'entity';
  if (name === COREFERENCE) return 'coref';
  const custom = /^webanno\.custom\.([A-Z][A-Za-z0-9]*)$/.exec(name)?.[1];
  return custom ? custom.charAt(0).toLowerCase() + custom.slice(1) : name;
}

/** The inverse of {@link layerOfType}; undefined for a layer whose name no type can have. */
export function typeOfLayer(layer: string): string | undefined {
  if (layer === 'entity') return NAMED_ENTITY;
  if (layer === 'coref') return COREFERENCE;
  if (/^[a-z][A-Za-z0-9]*$/.test(layer)) return `webanno.custom.${layer.charAt(0).toUpperCase()}${layer.slice(1)}`;
  return /^[A-Za-z_][\w]*(?:\.[A-Za-z_][\w]*)+$/.test(layer) && layerOfType(layer) === layer ? layer : undefined;
}

/** The relation layer that goes with a layer where the document names none. */
export function relationType(layer: string): string {
  const name = shortName(typeOfLayer(layer) ?? 'Span');
  return `webanno.custom.${name}Relation`;
}

/** Reads a header line; undefined for any other line. */
export function parseLayer(line: string): TsvLayer | undefined {
  const match = /^#T_(SP|CH|RL)=(.*)$/.exec(line);
  if (!match) return undefined;
  const kind = match[1] === 'SP' ? 'span' : match[1] === 'CH' ? 'chain' : 'relation';
  const declaration = match[2] as string;
  const [name = '', ...fields] = declaration.split('|').filter((field) => field !== '');
  const columns = fields.map((field, i): TsvColumn => {
    if (kind === 'relation' && field.startsWith('BT_')) return { kind: 'relationSource', feature: field.slice(3) };
    if (kind === 'chain') return { kind: field === 'referenceRelation' ? 'chainLink' : 'chainType', feature: field };
    if (kind === 'span' && field.startsWith('ROLE_'))
      return { kind: 'slotRole', feature: field.slice(5).split('_')[0]?.split(':')[1] ?? field };
    if (kind === 'span' && i > 0 && fields[i - 1]?.startsWith('ROLE_')) return { kind: 'slotTarget', feature: field };
    return { kind: 'feature', feature: field };
  });
  return { kind, name, declaration, columns: columns.length > 0 ? columns : [{ kind: 'placeholder', feature: '' }] };
}

/** The feature that gives an annotation its type: `value`, else the first. */
export function typeFeature(layer: TsvLayer): string | undefined {
  const features = layer.columns.filter((column) => column.kind === 'feature').map((column) => column.feature);
  return features.includes('value') ? 'value' : features[0];
}

/** The type of an annotation whose type feature is empty: the layer's own name. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
