import * as v from 'valibot';

/** A field that may be missing; one that is not what it must be is taken for missing. */
export const lenient = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.fallback(v.optional(schema), undefined));
