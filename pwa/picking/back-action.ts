import { type Action, go } from '../engine/flow.ts';
import { backsOf } from './back.ts';
import type { AtWork, PickStates } from './pick.states.ts';

/** From wherever goods of cancelled work are said to go back. What is under way is gone on with afterwards. */
export const backAction: Action<PickStates, Partial<AtWork>> = {
  label: 'pick.goBack',
  emphasis: 'primary',
  when: (_state, world) => backsOf(world).length > 0,
  run: ({ works = [] }) => go('back', { works, meant: null }),
};
