import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../../client/manifest/contributes';
import { DECLARATION, type Declaration } from '../../../client/manifest/declaration';
import { generatedFiles, staleFiles } from '../../../client/manifest/files';
import { Texts } from '../../../client/manifest/texts';
import { macKey } from '../../../client/src/declare';
import { actionKeys, helpLines } from '../../../client/src/review/actions';
import { toggle } from '../../../server/src/protocol/settingKinds';

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** The project's files with one of them changed. */
const withFile = (changed: string, text: string | undefined) => (file: string) => (file === changed ? text : read(file));

describe('generated files', () => {
  it('are those that npm run build makes', () => {
    expect(staleFiles(read), 'stale: npm run build generates them').toEqual([]);
  });

  it.each([...generatedFiles(read).keys()])('%s is found where it is stale', (file) => {
    const text = read(file) as string;
    const stale = file.startsWith('README') ? text.replace('| Alt+Q,', '| Alt+K,') : text.replaceAll('uote', 'uota');
    expect(stale).not.toBe(text);
    expect(staleFiles(withFile(file, stale))).toEqual([file]);
  });

  it.each(['docs/keys.md', 'docs/settings.md', 'package.nls.json', 'package.nls.fr.json'])('%s is found missing', (file) => {
    expect(staleFiles(withFile(file, undefined))).toEqual([file]);
  });

  it('leave what is written by hand as it is, in its order: npm and its like change package.json too', () => {
    const { name, version, devDependencies, ...others } = JSON.parse(read('package.json') as string);
    const byHand = { ...others, devDependencies: { ...devDependencies, esbuild: '99.0.0' }, version, name };
    const text = generatedFiles(withFile('package.json', JSON.stringify({ ...byHand, contributes: {} }))).get('package.json');
    const parsed = JSON.parse(text as string);
    expect(Object.keys(parsed)).toEqual(Object.keys(byHand));
    expect(parsed).toEqual({ ...byHand, contributes: others.contributes });
  });

  it('tell which file lacks the place for what is generated', () => {
    expect(() => generatedFiles(withFile('README.md', '# Corpus Annotator'))).toThrow(
      /README\.md.*review keys|README\.md.*keys that step/,
    );
  });
});

/** What each output says of a declaration. */
function outputs(declaration: Declaration) {
  const files = generatedFiles(read, declaration);
  const json = (file: string) => JSON.parse(files.get(file) as string);
  const text = (file: string) => files.get(file) as string;
  return { manifest: json('package.json'), english: json('package.nls.json'), french: json('package.nls.fr.json'), text };
}

describe('a new action of the review mode, in one entry', () => {
  const reviewActions = {
    ...DECLARATION.reviewActions,
    flag: {
      title: { en: 'Flag for Discussion', fr: 'marquer pour discussion' },
      keys: ['shift+q'],
      quietKeys: ['f9'],
      help: { en: 'flag for discussion', fr: 'marquer pour discussion' },
      shortcuts: ['alt+k'],
      menu: '1_review@7',
      icon: 'comment',
    },
  };
  const { manifest, english, french, text } = outputs({ ...DECLARATION, reviewActions });
  const { contributes } = manifest;
  const command = 'corpusAnnotator.review.flag';

  it('is a command, in the palette and in the menu, with its words in both languages', () => {
    const title = '%command.review.flag.title%';
    expect(contributes.commands).toContainEqual({ command, title, category: 'Corpus Annotator', icon: '$(comment)' });
    expect(contributes.menus.commandPalette).toContainEqual({ command, when: 'editorLangId == article' });
    expect(contributes.menus['corpusAnnotator.editor']).toContainEqual({ command, group: '1_review@7' });
    expect(english['command.review.flag.title']).toBe('Review: Flag for Discussion');
    expect(french['command.review.flag.title']).toBe('Révision\u00a0: marquer pour discussion');
  });

  it('has its keys, in the review mode and outside', () => {
    const when = 'editorTextFocus && editorLangId == article && !isInDiffLeftEditor';
    expect(contributes.keybindings).toContainEqual({ command, key: 'alt+k', mac: 'ctrl+alt+k', when });
    const bindings: readonly { command: string; key: string; args?: string; when: string }[] = contributes.keybindings;
    for (const name of ['review.flag', 'search.key']) {
      const single = bindings.filter(({ command, args }) => command === `corpusAnnotator.${name}` && args);
      expect(single.filter(({ args }) => args === 'f9' || args === 'shift+q').map(({ key }) => key)).toEqual(['shift+q', 'f9']);
      expect(new Set(single.map(({ when }) => when)).size).toBe(1);
    }
    expect(actionKeys(reviewActions)).toMatchObject({ 'shift+q': 'flag', f9: 'flag' });
  });

  it('stands in the help, in README and in the page of keys', () => {
    expect(helpLines(reviewActions).at(-1)).toEqual({ keys: ['shift+q'], text: reviewActions.flag.help });
    expect(text('README.md')).toContain('| Shift+Q | flag for discussion |');
    expect(text('docs/keys.md')).toContain('| Shift+Q, F9 | Flag for Discussion | marquer pour discussion |');
    expect(text('docs/keys.md')).toContain('| Alt+K | Ctrl+Alt+K | Review: Flag for Discussion |');
  });

  it('changes nothing else', () => {
    const { contributes: before } = manifestOf(DECLARATION);
    expect(contributes.commands).toHaveLength(before.commands.length + 1);
    expect(contributes.keybindings).toHaveLength(before.keybindings.length + 3);
  });
});

describe('a new setting, in one entry', () => {
  const [files, ...others] = DECLARATION.settings;
  const text = {
    en: 'Say it aloud. See `#corpusAnnotator.language#`.',
    fr: 'Le dire tout haut. Voir `#corpusAnnotator.language#`.',
  };
  const aloud = toggle({ default: false, readBy: 'client', restricted: true, text });
  const settings = [{ ...files!, settings: { ...files!.settings, 'speech.aloud': aloud } }, ...others];
  const made = outputs({ ...DECLARATION, settings });

  it('is in the manifest, with its words in both languages, and in the page of settings', () => {
    const { configuration } = made.manifest.contributes;
    expect(configuration[0].properties['corpusAnnotator.speech.aloud']).toEqual({
      type: 'boolean',
      default: false,
      scope: 'resource',
      order: Object.keys(files!.settings).length + 1,
      markdownDescription: '%setting.speech.aloud%',
    });
    expect(made.english['setting.speech.aloud']).toBe(text.en);
    expect(made.french['setting.speech.aloud']).toBe(text.fr);
    const { restrictedConfigurations } = made.manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toContain('corpusAnnotator.speech.aloud');
    expect(made.text('docs/settings.md')).toContain(
      '### `corpusAnnotator.speech.aloud`\n\nSay it aloud. See `corpusAnnotator.language`.',
    );
  });
});

describe('texts of the manifest', () => {
  it('are not lost where two have one key', () => {
    const texts = new Texts();
    texts.put('view.a', { en: 'One', fr: 'Un' });
    expect(() => texts.put('view.a', { en: 'Two', fr: 'Deux' })).toThrow('view.a');
  });

  it('that stand in several places are there once', () => {
    const texts = new Texts();
    const text = { en: 'Off', fr: 'Non' };
    expect(texts.putAll('a', { off: text, list: [text] })).toEqual({ off: '%a.off%', list: ['%a.off%'] });
    expect(texts.bundle('fr')).toEqual({ 'a.off': 'Non' });
  });

  it('are in both languages: none is empty, none the other’s by oversight', () => {
    const { english, french } = manifestOf(DECLARATION);
    const alike = Object.keys(english).filter((key) => english[key] === french[key]);
    expect(alike).toEqual(['language.article', 'section.files']);
    for (const text of [...Object.values(english), ...Object.values(french)]) expect(text.trim()).not.toBe('');
  });
});

describe('keys on a Mac', () => {
  it.each([
    ['alt+q', 'ctrl+alt+q'],
    ['shift+alt+q', 'ctrl+shift+alt+q'],
    ['ctrl+shift+z', 'cmd+shift+z'],
    ['ctrl+alt+f', 'cmd+alt+f'],
    ['shift+d', 'shift+d'],
    ['escape', 'escape'],
  ])('%s is %s', (key, mac) => {
    expect(macKey(key)).toBe(mac);
  });
});
