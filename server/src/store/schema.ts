import type { EntityType, QuotationKind, TimexType } from '../core/analysis';
import type { Annotation } from '../formats/annotationDocument';

/** A type of a layer. */
export interface TypeDeclaration {
  readonly id: string;
  readonly title: string;
  /** One key, to set the type with. */
  readonly key?: string;
  /** `#rrggbb`, or the name of a colour of the theme. */
  readonly color?: string;
  /** Other names for the type, in files of other tools; files keep the name they have. */
  readonly aliases: readonly string[];
  /** When to choose it, for people. */
  readonly guidelines?: string;
}

/** An attribute that annotations of a layer may have. Without values it is free text; of kind flag, it is there or not. */
export interface AttributeDeclaration {
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'choice' | 'flag';
  readonly values: readonly string[];
  readonly guidelines?: string;
}

/** A layer. */
export interface LayerDeclaration {
  readonly id: string;
  readonly title: string;
  readonly types: readonly TypeDeclaration[];
  readonly attributes: readonly AttributeDeclaration[];
  /** Whether its suggestions are to be decided on; else they are shown only. */
  readonly review: boolean;
  readonly guidelines?: string;
}

/** What can be annotated in a project. */
export interface CorpusSchema {
  readonly layers: readonly LayerDeclaration[];
  readonly guidelines?: string;
}

const type = (id: string, title: string, key: string, aliases: readonly string[], guidelines: string): TypeDeclaration => ({
  id,
  title,
  key,
  aliases,
  guidelines,
});

/** What holds where a project declares nothing: the layers that are detected, and the names that other corpora give their types. */
export const DEFAULT_SCHEMA: CorpusSchema = {
  layers: [
    {
      id: 'entity',
      title: 'Entities',
      review: true,
      attributes: [],
      types: [
        type(
          'PER',
          'Person',
          'p',
          ['Person', 'PERSON', 'Personne', 'Pers', 'B-PER'],
          'People, real or invented, without title or function.',
        ),
        type(
          'ORG',
          'Organisation',
          'o',
          ['Organization', 'Organisation', 'ORGANIZATION', 'Company'],
          'Institutions, parties, companies, media, armed groups, clubs.',
        ),
        type(
          'LOC',
          'Place',
          'l',
          ['Location', 'LOCATION', 'Place', 'Lieu', 'GPE', 'FAC'],
          'Places, countries, regions, addresses.',
        ),
        type(
          'MISC',
          'Work, event or product',
          'm',
          ['Misc', 'Miscellaneous', 'Product', 'Event', 'Work', 'WORK_OF_ART', 'PRODUCT', 'EVENT'],
          'Works, events, products.',
        ),
      ],
    },
    {
      id: 'date',
      title: 'Dates',
      review: true,
      attributes: [{ id: 'value', title: 'TIMEX3 value', kind: 'text', values: [] }],
      types: [
        type('DATE', 'Date', 'd', ['Date', 'date'], 'A day, month, year or longer stretch of the calendar.'),
        type('TIME', 'Time of day', 't', ['Time', 'Hour', 'Heure', 'time'], 'A time of day, with or without its day.'),
        type('DURATION', 'Duration', 'u', ['Duration', 'Durée', 'duration'], 'How long something lasts.'),
        type('SET', 'Recurring', 'e', ['Set'], 'How often something happens.'),
      ],
    },
    {
      id: 'quote',
      title: 'Quotes',
      review: true,
      attributes: [{ id: 'speakerName', title: 'Speaker', kind: 'text', values: [] }],
      types: [
        type('direct', 'Direct', 'q', ['Direct', 'Quote', 'Quotation'], 'The words of the speaker, between marks.'),
        type('mixed', 'Mixed', 'x', ['Mixed'], 'Reported speech with a part of it between marks.'),
        type('indirect', 'Indirect', 'i', ['Indirect'], 'Reported speech without marks.'),
        type('scare', 'Word at a distance', 's', ['Scare'], 'A word between marks that nobody is said to have said.'),
        type('title', 'Title', 'w', [], 'The title of a work between marks.'),
      ],
    },
  ],
};

/** Layer and type as the schema names them: a type that a file calls by an alias, or that another layer declares. */
export interface DisplayType {
  readonly layer: string;
  /** The declared type, or the name itself where no declaration has it. */
  readonly type: string;
  readonly declared: boolean;
}

/** Answers what annotations are called in a project; made once a schema. */
export interface TypeNames {
  of(annotation: Pick<Annotation, 'layer' | 'type'>): DisplayType;
  title(layer: string, type: string): string;
}

/** The look-up of a schema's types and aliases. */
export function typeNames(schema: CorpusSchema): TypeNames {
  const exact = new Map<string, DisplayType>();
  const anywhere = new Map<string, DisplayType>();
  const titles = new Map<string, string>();
  for (const layer of schema.layers) {
    for (const declared of layer.types) {
      const display = { layer: layer.id, type: declared.id, declared: true };
      titles.set(`${layer.id}/${declared.id}`, declared.title);
      for (const name of [declared.id, ...declared.aliases]) {
        const key = `${layer.id}/${name}`;
        if (!exact.has(key) || name === declared.id) exact.set(key, display);
        if (!anywhere.has(name) || name === declared.id) anywhere.set(name, display);
      }
    }
  }
  return {
    // brat has one name space: a type of a project's own layer is read as an entity's
    of: ({ layer, type: name }) =>
      exact.get(`${layer}/${name}`) ??
      (layer === 'entity' ? anywhere.get(name) : undefined) ?? { layer, type: name, declared: false },
    title: (layer, name) => titles.get(`${layer}/${name}`) ?? name,
  };
}

const ENTITY_TYPES: ReadonlySet<string> = new Set(['PER', 'ORG', 'LOC', 'MISC']);
const TIMEX_TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET']);
const QUOTE_KINDS: ReadonlySet<string> = new Set(['direct', 'mixed', 'indirect', 'scare', 'title']);

export const isEntityType = (name: string): name is EntityType => ENTITY_TYPES.has(name);
export const isTimexType = (name: string): name is TimexType => TIMEX_TYPES.has(name);
export const isQuoteKind = (name: string): name is QuotationKind => QUOTE_KINDS.has(name);
