import type { EntityType, QuotationKind, TimexType } from '../core/analysis';
import type { Annotation } from '../formats/annotationDocument';
import { schema } from '../messages/schema';
import { wordsOf } from '../messages/topic';

type BuiltInType = EntityType | TimexType | QuotationKind;

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
  /** Whether it may have several values at once. */
  readonly multiple?: boolean;
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
  /** Whether annotations of the layer may cross (`any`), only lie within each other (`nested`), or none of it; absent: any. */
  readonly overlap?: 'any' | 'nested' | 'none';
  readonly guidelines?: string;
}

/** A relation between two annotations. Without types, any may be at that end. */
export interface RelationDeclaration {
  readonly id: string;
  readonly title: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly guidelines?: string;
}

/** What may have a part in an event. */
export interface EventArgument {
  readonly role: string;
  /** Types of annotations, or of events. Without, any. */
  readonly types: readonly string[];
  /** Whether an event lacks something without it. */
  readonly required?: boolean;
  /** Whether several may have this part in one event. */
  readonly multiple?: boolean;
}

/** An event: words that tell it (of the type of its name, in the file) and what has a part in it. */
export interface EventDeclaration {
  readonly id: string;
  readonly title: string;
  /** Without any, whatever is named. */
  readonly arguments: readonly EventArgument[];
  readonly guidelines?: string;
}

/** What can be annotated in a project. */
export interface CorpusSchema {
  readonly layers: readonly LayerDeclaration[];
  /** What can be said of an article as a whole, in the form of attributes. */
  readonly labels?: readonly AttributeDeclaration[];
  readonly relations?: readonly RelationDeclaration[];
  readonly events?: readonly EventDeclaration[];
  readonly guidelines?: string;
  /** False: nothing is suggested, so that a second annotator starts from the bare text. */
  readonly suggestions?: boolean;
}

const LAYERS: readonly {
  readonly id: 'entity' | 'date' | 'quote';
  readonly attributes: readonly ('value' | 'speakerName')[];
  /** Of each type its key, and the names that other corpora give it. */
  readonly types: Readonly<Partial<Record<BuiltInType, readonly [key: string, aliases: readonly string[]]>>>;
}[] = [
  {
    id: 'entity',
    attributes: [],
    types: {
      PER: ['p', ['Person', 'PERSON', 'Personne', 'Pers', 'B-PER']],
      ORG: ['o', ['Organization', 'Organisation', 'ORGANIZATION', 'Company']],
      LOC: ['l', ['Location', 'LOCATION', 'Place', 'Lieu', 'GPE', 'FAC']],
      MISC: ['m', ['Misc', 'Miscellaneous', 'Product', 'Event', 'Work', 'WORK_OF_ART', 'PRODUCT', 'EVENT']],
    },
  },
  {
    id: 'date',
    attributes: ['value'],
    types: {
      DATE: ['d', ['Date', 'date']],
      TIME: ['t', ['Time', 'Hour', 'Heure', 'time']],
      DURATION: ['u', ['Duration', 'Durée', 'duration']],
      SET: ['e', ['Set']],
    },
  },
  {
    id: 'quote',
    attributes: ['speakerName'],
    types: {
      direct: ['q', ['Direct', 'Quote', 'Quotation']],
      mixed: ['x', ['Mixed']],
      indirect: ['i', ['Indirect']],
      scare: ['s', ['Scare']],
      title: ['w', []],
    },
  },
];

/**
 * What holds where a project declares nothing: the layers that are detected, with titles and guidelines in the language
 * of the interface (BCP 47).
 */
export function builtInSchema(language: string | undefined): CorpusSchema {
  const words = wordsOf(schema, language);
  return {
    layers: LAYERS.map(({ id, attributes, types }) => ({
      id,
      title: words.layers[id],
      review: true,
      attributes: attributes.map((name) => ({ id: name, title: words.attributes[name], kind: 'text', values: [] })),
      types: (Object.keys(types) as BuiltInType[]).map((name) => {
        const [key = '', aliases = []] = types[name] ?? [];
        return { id: name, title: words.types[name], key, aliases, guidelines: words.guidelines[name] };
      }),
    })),
  };
}

/** The built-in layers with English titles, for where no title is shown. */
export const DEFAULT_SCHEMA: CorpusSchema = builtInSchema('en');

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
  // brat has one name space: a type of a project's own layer is read as an entity's
  const find = (layer: string, name: string): DisplayType =>
    exact.get(`${layer}/${name}`) ??
    (layer === 'entity' ? anywhere.get(name) : undefined) ?? { layer, type: name, declared: false };
  // asked for each of thousands of annotations, which are of few types
  const asked = new Map<string, Map<string, DisplayType>>();
  return {
    of: ({ layer, type: name }) => {
      const byName = asked.get(layer) ?? new Map<string, DisplayType>();
      if (byName.size === 0) asked.set(layer, byName);
      const found = byName.get(name) ?? find(layer, name);
      byName.set(name, found);
      return found;
    },
    title: (layer, name) => titles.get(`${layer}/${name}`) ?? name,
  };
}

const ENTITY_TYPES: ReadonlySet<string> = new Set(['PER', 'ORG', 'LOC', 'MISC']);
const TIMEX_TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET']);
const QUOTE_KINDS: ReadonlySet<string> = new Set(['direct', 'mixed', 'indirect', 'scare', 'title']);

export const isEntityType = (name: string): name is EntityType => ENTITY_TYPES.has(name);
export const isTimexType = (name: string): name is TimexType => TIMEX_TYPES.has(name);
export const isQuoteKind = (name: string): name is QuotationKind => QUOTE_KINDS.has(name);
