import { COREFERENCE, layerOfType, NAMED_ENTITY, shortName, typeOfLayer } from '../webanno/schema';
import type { CasType } from './cas';

/** UIMA and DKPro types that are not annotations of the model. */
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
export const DOCUMENT = 'uima.tcas.DocumentAnnotation';
const ANNOTATION = 'uima.tcas.Annotation';
const TOP = 'uima.cas.TOP';

/*
 * Names are INCEpTION's NamedEntity (value, identifier), other layers webanno.custom.Date, .Quote … (value). What those
 * have no feature for stands in structures of these types, which other tools carry along or leave out without harm:
 *
 *   Detail    one for each annotation: its id, layer, type, attributes (name=value), status, source, score, note, links;
 *             several fragments of one annotation share one, in order
 *   Relation  type, trigger, roles and targets, attributes, note; `shown` is the relation of INCEpTION that shows it, where
 *             both ends are of one layer
 *   Group     id, type, name, members, attributes
 *   Article   the date; what else is known of the article (name=value)
 *
 * Labels of the article are INCEpTION's document metadata, structures without a place: webanno.custom.ArticleLabel (label,
 * value), one for each value.
 */
export const DETAIL = 'corpusannotator.Detail';
export const RELATION = 'corpusannotator.Relation';
export const GROUP = 'corpusannotator.Group';
export const ARTICLE = 'corpusannotator.Article';
export const ARTICLE_LABEL = 'webanno.custom.ArticleLabel';
/** What structures without a place, of a whole text, are derived from: INCEpTION's layers of document metadata. */
export const WHOLE_TEXT = 'uima.cas.AnnotationBase';

/**
 * The CAS type for a layer. Layers whose name no type can have share one, and so do those whose type has a meaning and
 * features of its own (words, sentences, links of a chain); the Detail has the layer's name.
 */
export function casTypeOf(layer: string): string {
  const type = typeOfLayer(layer);
  return type === undefined || type === COREFERENCE || isFrame(type) ? 'webanno.custom.Span' : type;
}

/** Tokens, sentences and the document itself are not annotations of the model. */
export function isFrame(type: string): boolean {
  return type === DOCUMENT || type === METADATA || ['Token', 'Sentence', 'CASMetadata'].includes(shortName(type));
}

/** The layer of a CAS type. */
export function layerOfCasType(type: string): string {
  return layerOfType(type);
}

const string = (name: string): { name: string; range: string } => ({ name, range: 'uima.cas.String' });
const strings = (name: string): { name: string; range: string } => ({ name, range: 'uima.cas.StringArray' });
const structures = (name: string, elementType: string): { name: string; range: string; elementType: string } => ({
  name,
  range: 'uima.cas.FSArray',
  elementType,
});

/** The types that a document with annotations of these layers, and relations of those, needs. */
export function typeSystem(layerTypes: readonly string[], relationTypes: readonly string[] = []): readonly CasType[] {
  const own: CasType[] = [
    {
      name: METADATA,
      supertype: DOCUMENT,
      features: ['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri']
        .map(string)
        .concat({ name: 'isLastSegment', range: 'uima.cas.Boolean' }),
    },
    { name: SENTENCE, supertype: ANNOTATION, features: [string('id')] },
    { name: TOKEN, supertype: ANNOTATION, features: [string('id')] },
    { name: NAMED_ENTITY, supertype: ANNOTATION, features: [string('value'), string('identifier')] },
    {
      name: DETAIL,
      supertype: TOP,
      features: [
        structures('targets', ANNOTATION),
        string('annotationId'),
        string('layer'),
        string('value'),
        strings('attributes'),
        string('status'),
        string('source'),
        { name: 'score', range: 'uima.cas.Double' },
        string('note'),
        strings('links'),
      ],
    },
    {
      name: RELATION,
      supertype: TOP,
      features: [
        string('relationId'),
        string('value'),
        string('trigger'),
        strings('roles'),
        strings('targets'),
        strings('attributes'),
        string('note'),
        { name: 'shown', range: ANNOTATION },
      ],
    },
    {
      name: GROUP,
      supertype: TOP,
      features: [string('groupId'), string('value'), string('name'), strings('members'), strings('attributes')],
    },
    { name: ARTICLE, supertype: TOP, features: [string('date'), strings('facts')] },
    { name: ARTICLE_LABEL, supertype: WHOLE_TEXT, features: [string('label'), string('value')] },
  ];
  const known = new Set([...own.map((type) => type.name), ANNOTATION]);
  const custom = [...new Set(layerTypes)].filter((name) => !known.has(name)).sort();
  const relations = [...new Set(relationTypes)].filter((name) => !known.has(name) && !custom.includes(name)).sort();
  return [
    ...own,
    ...custom.map((name): CasType => ({ name, supertype: ANNOTATION, features: [string('value')] })),
    ...relations.map(
      (name): CasType => ({
        name,
        supertype: ANNOTATION,
        features: [{ name: 'Governor', range: ANNOTATION }, { name: 'Dependent', range: ANNOTATION }, string('value')],
      }),
    ),
  ];
}
