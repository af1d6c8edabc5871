/**
 * What other editors send with `initialize`, as far as this server might look at it, written down from what is known of them
 * (Neovim 0.7.2, Helix 23.10, eglot 1.9, Kate 22.12). Nothing of ours is among it.
 */
export const OTHER_EDITORS = {
  'Neovim 0.7': {
    languageId: 'text',
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: false, willSave: false, willSaveWaitUntil: false, didSave: true },
        codeAction: {
          dynamicRegistration: false,
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source'] } },
          isPreferredSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
        definition: { linkSupport: true },
        hover: { dynamicRegistration: false, contentFormat: ['markdown', 'plaintext'] },
        references: { dynamicRegistration: false },
        documentHighlight: { dynamicRegistration: false },
        documentSymbol: { dynamicRegistration: false, hierarchicalDocumentSymbolSupport: true },
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
      },
      workspace: {
        symbol: { dynamicRegistration: false, hierarchicalWorkspaceSymbolSupport: true },
        workspaceFolders: true,
        applyEdit: true,
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
      },
      callHierarchy: { dynamicRegistration: false },
      window: { workDoneProgress: true, showMessage: { messageActionItem: { additionalPropertiesSupport: false } } },
    },
  },
  Helix: {
    languageId: 'text',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: false },
        workspaceFolders: true,
        applyEdit: true,
        symbol: { dynamicRegistration: false },
        executeCommand: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
      },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite'] } },
          isPreferredSupport: true,
        },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        publishDiagnostics: { versionSupport: true },
      },
      window: { workDoneProgress: true, showDocument: { support: true } },
    },
  },
  'eglot 1.9': {
    languageId: 'text',
    capabilities: {
      workspace: {
        applyEdit: true,
        executeCommand: { dynamicRegistration: false },
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        symbol: { dynamicRegistration: false },
        configuration: true,
        workspaceFolders: true,
      },
      textDocument: {
        synchronization: { dynamicRegistration: false, willSave: true, willSaveWaitUntil: true, didSave: true },
        // without the package markdown-mode
        hover: { dynamicRegistration: false, contentFormat: ['plaintext'] },
        definition: { dynamicRegistration: false, linkSupport: true },
        documentSymbol: { dynamicRegistration: false, hierarchicalDocumentSymbolSupport: true },
        codeAction: {
          dynamicRegistration: false,
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'refactor.rewrite', 'source'] } },
          isPreferredSupport: true,
        },
        publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false },
      },
      experimental: {},
    },
  },
  Kate: {
    languageId: 'Normal',
    capabilities: {
      textDocument: {
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        publishDiagnostics: { relatedInformation: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
        semanticTokens: { requests: { range: true, full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] },
        hover: { contentFormat: ['markdown', 'plaintext'] },
      },
      window: { workDoneProgress: true },
      general: {},
    },
  },
  'an editor that announces nothing': { languageId: 'other', capabilities: {} },
} as const;
