import { detectorMessages } from '../../messages/detectors';
import { messageOf } from '../../messages/error';
import { type DetectorSetting, type DetectorState, DetectorStateNotification } from '../../protocol';
import { createDetector, type Detector } from '../../store/detectors/detector';
import type { ForeignSuggestion } from '../../store/suggestions';
import { describeError } from '../log';
import { pathOf } from '../reviews';
import { folderOf } from '../schemas';
import type { AnalysedDocument } from '../session';
import { refresh } from '../synchronise';
import { tell as tellClient } from './answer';
import type { Feature } from './feature';

/** Other programs are asked when typing has rested this long, in milliseconds. */
const REST = 600;

/** Other people's detectors: asked for each version that rests, in trusted workspaces alone. */
export const reviewDetectorsFeature: Feature = (session) => {
  const running = new Map<string, Detector>();
  const states = new Map<string, string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const asked = new Map<string, string>();

  const tell = (state: DetectorState): void => {
    const key = JSON.stringify(state);
    if (states.get(state.name) === key) return;
    states.set(state.name, key);
    if (state.state === 'failed') session.log.warn(`Detector ${state.name}: ${state.message}`);
    tellClient(session, DetectorStateNotification, state);
  };

  const detectorOf = (setting: DetectorSetting, folder: string | undefined): Detector => {
    const key = JSON.stringify([setting, folder]);
    let detector = running.get(key);
    if (detector === undefined) {
      detector = createDetector(setting, folder, (line) => session.log.info(`${setting.name}: ${line}`));
      running.set(key, detector);
    }
    return detector;
  };

  const ask = async (analysed: AnalysedDocument): Promise<void> => {
    const { document, settings, raw } = analysed;
    const folder = folderOf(document.uri, session.folders);
    const path = folder === undefined ? undefined : pathOf(folder);
    const request = { id: document.uri, text: document.text, language: raw.language, date: raw.date };
    const found = await Promise.all(
      settings.detectors.map(async (setting): Promise<readonly ForeignSuggestion[]> => {
        const { name } = setting;
        if (!session.trusted) {
          tell({ name, state: 'untrusted' });
          return [];
        }
        tell({ name, state: 'running' });
        try {
          const { suggestions, version, dropped } = await detectorOf(setting, path).detect(request);
          const message = dropped === 0 ? {} : { message: session.say(detectorMessages.unusable(dropped)) };
          tell({ name, state: 'ready', ...(version !== undefined && { version }), ...message });
          const least = settings['detectors.minimumScore'];
          return suggestions.filter((suggestion) => suggestion.score === undefined || suggestion.score >= least);
        } catch (error) {
          tell({ name, state: 'failed', message: session.say(messageOf(error)) });
          return [];
        }
      }),
    );
    if (session.documents.get(document.uri)?.text !== document.text) return;
    session.reviews.setForeign(document.uri, document.text, found.flat());
    session.layAnew(document.uri);
    refresh(session);
  };

  /** No detector is set any more. */
  const forget = (uri: string, text: string): void => {
    clearTimeout(timers.get(uri));
    if (asked.delete(uri)) session.reviews.setForeign(uri, text, []);
  };

  session.onAnalysed((analysed) => {
    const { uri, text } = analysed.document;
    if (analysed.state !== 'ready') return;
    if (analysed.settings.detectors.length === 0) return forget(uri, text);
    const key = JSON.stringify([analysed.settings.detectors, analysed.settings['detectors.minimumScore'], session.trusted, text]);
    // laying decisions again is not a new text
    if (asked.get(uri) === key) return;
    clearTimeout(timers.get(uri));
    const first = !asked.has(uri);
    asked.set(uri, key);
    const run = (): void => {
      ask(analysed).catch((error) => session.log.error(`Detectors failed: ${describeError(error)}`));
    };
    timers.set(uri, setTimeout(run, first ? 0 : REST));
    for (const known of asked.keys()) if (session.documents.get(known) === undefined) asked.delete(known);
  });

  session.connection.onShutdown(() => {
    for (const detector of running.values()) detector.stop();
  });
  return {};
};
