import { type Commands, IN_ARTICLE } from '../declare';
import { EDITOR_SUBMENU, PROTECTED, REVIEWING } from '../review/menus';

/** Commands that turn files and folders into articles and back. */
export const ARTICLE_COMMANDS: Commands = {
  treatAsArticle: {
    title: { en: 'Treat as Article', fr: 'Traiter comme article' },
    palette: 'editorIsOpen && resourceLangId != article',
    menus: [
      { menu: 'corpusAnnotator.explorer', when: '!explorerResourceIsFolder', group: '1_article@1' },
      {
        menu: 'editor/title/context',
        when: 'resourceLangId =~ /^(plaintext|markdown|html)$/ && resourceScheme == file',
        group: '5_corpusAnnotator@1',
      },
    ],
  },
  treatAsPlainText: {
    title: { en: 'Treat as Plain Text', fr: 'Traiter comme texte brut' },
    palette: 'resourceLangId == article',
    menus: [
      { menu: 'corpusAnnotator.explorer', when: '!explorerResourceIsFolder', group: '1_article@2' },
      { menu: 'editor/title/context', when: 'resourceLangId == article', group: '5_corpusAnnotator@1' },
    ],
  },
  treatFolderAsArticles: {
    title: { en: 'Treat Folder as Articles', fr: 'Traiter le dossier comme articles' },
    enablement: 'workspaceFolderCount > 0',
    menus: [{ menu: 'corpusAnnotator.explorer', when: 'explorerResourceIsFolder', group: '1_article@1' }],
  },
  treatFolderAsPlainText: {
    title: { en: 'Treat Folder as Plain Text', fr: 'Traiter le dossier comme texte brut' },
    enablement: 'workspaceFolderCount > 0',
    menus: [{ menu: 'corpusAnnotator.explorer', when: 'explorerResourceIsFolder', group: '1_article@2' }],
  },
  readAs: {
    title: { en: 'Read This File as…', fr: 'Lire ce fichier comme…' },
    palette: 'editorIsOpen',
  },
  setArticleDate: {
    title: { en: 'Set the Article’s Date…', fr: 'Fixer la date de l’article…' },
    palette: IN_ARTICLE,
    menus: [{ menu: EDITOR_SUBMENU, group: '5_article@1' }],
  },
  headerPatternsFromFolder: {
    title: { en: 'Header Patterns from This Folder…', fr: 'Formes d’en-tête d’après ce dossier…' },
    enablement: 'workspaceFolderCount > 0',
    menus: [{ menu: 'corpusAnnotator.explorer', when: 'explorerResourceIsFolder', group: '1_article@3' }],
  },
  allowEditing: {
    title: { en: 'Allow Editing of This Article', fr: 'Autoriser la modification de cet article' },
    palette: `${PROTECTED} && !${REVIEWING}`,
  },
  protectAgain: {
    title: { en: 'Protect the Text of This Article', fr: 'Protéger le texte de cet article' },
    palette: `${IN_ARTICLE} && config.corpusAnnotator.protectText && !${PROTECTED} && !${REVIEWING}`,
  },
};
