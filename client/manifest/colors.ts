import { ARTICLE_LANGUAGE, SETTINGS_SECTION } from '../../server/src/protocol';
import { COLORS, MODIFIERS, THEMES, type ThemeKind, TOKEN_GROUPS, TOKENS } from '../src/annotations/declarations';
import { NESTING } from './language';
import type { Texts } from './texts';

/** Token types and colours with their defaults, and the defaults of the editor (`editor`) in articles. */
export function colorContributions(editor: Readonly<Record<string, unknown>>, texts: Texts) {
  const groups = Object.entries(TOKEN_GROUPS);
  const tokens = Object.entries(TOKENS);
  return {
    configurationDefaults: {
      [`[${ARTICLE_LANGUAGE}]`]: editor,
      ...NESTING,
      'editor.semanticTokenColorCustomizations': {
        rules: { [`*.uncertain:${ARTICLE_LANGUAGE}`]: { italic: true } },
        ...Object.fromEntries(
          (Object.keys(THEMES) as ThemeKind[]).map((kind) => [
            THEMES[kind].map((theme) => `[${theme}]`).join(''),
            { rules: Object.fromEntries(groups.map(([id, group]) => [id, group[kind]])) },
          ]),
        ),
      },
    },
    semanticTokenTypes: [
      ...groups.map(([id, { text }]) => ({ id, description: texts.put(`token.${id}`, text) })),
      ...tokens.map(([id, { text, group }]) => ({ id, description: texts.put(`token.${id}`, text), superType: group })),
    ],
    semanticTokenModifiers: Object.entries(MODIFIERS).map(([id, text]) => ({
      id,
      description: texts.put(`modifier.${id}`, text),
    })),
    semanticTokenScopes: [
      { language: ARTICLE_LANGUAGE, scopes: Object.fromEntries(tokens.map(([id, { scopes }]) => [id, scopes])) },
    ],
    colors: Object.entries(COLORS).map(([name, { text, ...defaults }]) => ({
      id: `${SETTINGS_SECTION}.${name}`,
      description: texts.put(`color.${name}`, text),
      defaults,
    })),
  };
}
