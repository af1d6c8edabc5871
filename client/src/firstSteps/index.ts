import * as vscode from 'vscode';
import { Legend } from './legend';
import { openSampleCorpus } from './sampleCorpus';
import { beginTour, openWalkthrough, tryStep } from './tour';

/** What meets whoever looks at the extension for the first time: the walkthrough, the sample corpus, the legend. */
export function registerFirstSteps(context: vscode.ExtensionContext): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const legend = new Legend();
  void beginTour(context.workspaceState);
  return vscode.Disposable.from(
    legend,
    register('corpusAnnotator.openWalkthrough', () => openWalkthrough()),
    register('corpusAnnotator.openSampleCorpus', () => openSampleCorpus(context)),
    register('corpusAnnotator.showLegend', () => legend.show()),
    register('corpusAnnotator.tryStep', (step: unknown) => tryStep(step, context)),
  );
}
