/**
 * A picture for a file: programs that are no browser know no variables, so each colour of a theme becomes the one that is
 * meant where there is no theme.
 */
export const onPaper = (svg: string): string => svg.replace(/var\(--[\w-]+,\s*([^()]+)\)/g, '$1');
