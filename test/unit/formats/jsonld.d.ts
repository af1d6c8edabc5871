// As much of jsonld's interface as the tests use; it ships no types of its own.
declare module 'jsonld' {
  type DocumentLoader = (url: string) => Promise<{ contextUrl: string | undefined; documentUrl: string; document: unknown }>;
  interface Options {
    documentLoader: DocumentLoader;
    safe?: boolean;
    format?: string;
  }
  const jsonld: {
    expand(input: unknown, options: Options): Promise<unknown[]>;
    toRDF(input: unknown, options: Options): Promise<string>;
  };
  export default jsonld;
}
