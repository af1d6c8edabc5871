import { XmlBuilder } from '../xml/write';

// Told apart on white and on dark ground; repeated where there are more labels.
const COLOURS = ['#c0392b', '#d68910', '#1e8449', '#2471a3', '#7d3c98', '#148f77', '#b03a76', '#5d6d7e'];

/** The labelling configuration: Label Studio refuses regions whose names, labels and choices it does not declare. */
export function labelingConfig(labels: readonly string[], choices: ReadonlyMap<string, readonly string[]>): string {
  const builder = new XmlBuilder('View', []);
  builder.line(1).leaf('Relations').line(1).open('Labels', { name: 'label', toName: 'text' });
  labels.forEach((label, i) => {
    builder.line(2).leaf('Label', { value: label, background: COLOURS[i % COLOURS.length] });
  });
  builder.line(1).close();
  for (const [name, values] of choices) {
    builder.line(1).open('Choices', { name, toName: 'text', choice: 'multiple' });
    for (const value of values) builder.line(2).leaf('Choice', { value });
    builder.line(1).close();
  }
  builder.line(1).leaf('Text', { name: 'text', value: '$text' }).line(0);
  // Label Studio wants the bare element.
  return builder.end().replace(/^<\?xml[^>]*\?>\n/, '');
}
