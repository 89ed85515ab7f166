import { effect } from '@preact/signals';
import { bindConfirmKey } from '../../scanner/bind-confirm-key.ts';
import type { Feedback } from '../../scanner/feedback.ts';
import { profileHere } from '../../scanner/learnt-wedge.ts';
import { lengthOf, signalOf } from '../../scanner/signals.ts';
import { type Aids, isSoundDue } from '../../store/aids.ts';
import { readMeta, writeMeta } from '../../store/database.ts';
import { current, say } from '../language.ts';
import type { Model } from '../model.ts';
import { openSpeaker } from '../spoken/speaker.ts';
import { spokenAnswer, spokenPrompt } from '../spoken/spoken-prompt.ts';
import { words } from '../words.ts';
import { primaryButton } from './primary-button.ts';

export const asDelivered: Aids = {
  loudness: 'normal',
  checkedAtMs: null,
  unheard: [],
  confirmKey: null,
  paces: {},
};

let stop = () => {};

/** Does what the device was set up to do besides showing, in the place of what it did before. */
export function followAids(model: Model, feedback: Feedback, aids: Aids): void {
  stop();
  feedback.setLoudness(aids.loudness);
  model.isSoundDue.value = isSoundDue(aids, model.environment.clock.now());
  const { confirmKey } = aids;
  const onConfirm = (key: string) => {
    // What the scanner has been found to use since then is the scanner's.
    if (!profileHere().separatorKeys.includes(key)) confirm(model);
  };
  const stopKey =
    confirmKey === null ? () => {} : bindConfirmKey({ name: confirmKey, onConfirm: () => onConfirm(confirmKey) });
  const stopVoice = readAloud(model, aids);
  stop = () => {
    stopKey();
    stopVoice();
  };
}

/** Changes what the device was set up to do, and does it from now on. */
export async function changeAids(model: Model, feedback: Feedback, change: Partial<Aids>): Promise<Aids> {
  const { database } = model.device;
  const aids = { ...asDelivered, ...(await readMeta(database, 'aids')), ...change };
  await writeMeta(database, 'aids', aids);
  followAids(model, feedback, aids);
  return aids;
}

function confirm(model: Model): void {
  const button = primaryButton(document);
  if (button) button.click();
  else model.tell('bad', words('flow.notOffered'));
}

/** Reads to whoever asked for it: what was wrong with a scan, and each new question. */
function readAloud(model: Model, { paces }: Aids): () => void {
  if (!('speechSynthesis' in window)) return () => {};
  const paceNow = () => paces[model.session.value?.operator.badge ?? ''];
  const speaker = openSpeaker({
    synthesis: window.speechSynthesis,
    timers: model.environment.timers,
    language: () => current.value.language,
    pace: () => paceNow() ?? 'normal',
  });
  const { clock } = model.environment;
  let read = '';
  let toneUntilMs = 0;
  let heard = model.banner.peek();
  const end = effect(() => {
    const { language } = current.value;
    const told = model.banner.value;
    const view = model.page.value === 'flow' ? model.view.value : null;
    if (paceNow() === undefined) return;
    const isNews = told !== null && told !== heard;
    heard = told;
    const question = view ? spokenPrompt(view.prompt, say, language) : '';
    const answer = isNews ? spokenAnswer(told, say, language) : null;
    const isAsked = question !== read;
    read = question;
    const text = [answer, isAsked ? question : null].filter(Boolean).join('. ');
    if (isNews) toneUntilMs = clock.now() + lengthOf(signalOf(told)) * 1000;
    if (text !== '') speaker.say(text, toneUntilMs - clock.now());
    // A new scan is heard: what is still being read is about the one before.
    else if (isNews || view === null) speaker.stop();
  });
  return () => {
    end();
    speaker.stop();
  };
}
