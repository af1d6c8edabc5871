// As much of papaparse's interface as is used here. Its published types would bring Node's globals into the pure code.
declare module 'papaparse' {
  interface ParseError {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    readonly row?: number;
  }
  interface ParseOptions {
    readonly delimiter?: string;

    readonly header?: false;
  }
  interface UnparseOptions {
    readonly newline?: string;
    readonly delimiter?: string;
    readonly escapeFormulae?: boolean | RegExp;
    readonly quotes?: boolean;
  }
  const Papa: {
    parse(
      content: string,
      options?: ParseOptions,
    ): { readonly data: readonly (readonly string[])[]; readonly errors: readonly ParseError[] };
    unparse(rows: readonly (readonly (string | number)[])[], options?: UnparseOptions): string;
  };
  export default Papa;
}
