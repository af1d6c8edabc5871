// As much of the encoding standard's interface as is used here: Node and browsers both have it, the language's own types do not.
interface TextDecoder {
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
}
declare var TextDecoder: {
  new (encoding?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }): TextDecoder;
};
