import { useState } from 'preact/hooks';
import { isPermitted } from '#shared/command/roles.ts';
import type { AnyFlow } from '../engine/flow.ts';
import type { Session } from '../store/session.ts';
import { Banner } from './banner.tsx';
import { useFillsFirst } from './fills-first.ts';
import { Header } from './header.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Language, say, text } from './language.ts';
import { LanguageChoice } from './language-choice.tsx';
import type { Model } from './model.ts';
import { problemWords, type Words } from './words.ts';

export interface MenuProps {
  readonly model: Model;
  readonly session: Session;
  readonly onLanguage: (language: Language) => void;
}

/** A task is found by its sign before its words are read. */
const signs: Readonly<Record<string, IconName>> = {
  receive: 'receive',
  'receive-blind': 'receiveBlind',
  'put-away': 'putAway',
  'put-away-trip': 'trip',
  fill: 'fill',
  pick: 'pick',
  cluster: 'cluster',
  pack: 'pack',
  load: 'load',
  ship: 'ship',
  return: 'comeBack',
  status: 'label',
  label: 'print',
  move: 'move',
  plates: 'plates',
  count: 'count',
  'look-up': 'look',
};

/** The task without which picks that were released cannot go on, where pick faces wait for goods. */
const fill = 'fill';

/**
 * What can be done here by this person, all of it in sight and in reach of a thumb; goods that nobody may forget come
 * first, then what others wait for, then what was begun. Anything scanned is looked up.
 */
export function MenuScreen({ model, session, onLanguage }: MenuProps) {
  const [refusal, setRefusal] = useState<Words | null>(null);
  const { operator, warehouses, warehouse, permits } = session;
  const begun = model.begun.value;
  const allowed = model.flows.filter(({ permit }) => isPermitted(permits, permit));
  const blocking = useFillsFirst(model.environment, session);
  const isFirst = (id: string) => id === fill && blocking > 0 && !begun.includes(fill);
  const place = ({ id }: AnyFlow) => {
    if (isFirst(id)) return -1;
    return begun.includes(id) ? begun.indexOf(id) : begun.length;
  };
  const classOf = (id: string) => {
    if (isFirst(id)) return 'tile urgent';
    return id === begun[0] ? 'tile primary' : 'tile';
  };
  const begunFirst = (one: AnyFlow, other: AnyFlow) => place(one) - place(other);
  const signOff = async () => {
    const refused = await model.device.signOff();
    setRefusal(refused && problemWords(refused));
    await model.refresh();
  };
  return (
    <main class="menu">
      <Header title={text('menu.greeting', { name: operator.name, warehouse })} status={model.status.value} />
      <Banner told={model.banner.value} />
      {refusal !== null && <p class="wrong">{say(refusal)}</p>}
      <nav class="middle tiles">
        {model.backs.value > 0 && (
          <button type="button" class="tile alarm" onClick={() => void model.openFlow('pick')}>
            <Icon name="pick" />
            {text('menu.bringBack', { count: model.backs.value })}
          </button>
        )}
        {model.tray.value.length > 0 && (
          <button type="button" class="tile alarm" onClick={() => model.go('tray')}>
            <Icon name="tray" />
            {text('menu.trayCount', { count: model.tray.value.length })}
          </button>
        )}
        {[...allowed].sort(begunFirst).map(({ id, title }) => (
          <button type="button" key={id} class={classOf(id)} onClick={() => void model.openFlow(id)}>
            <Icon name={signs[id] ?? 'next'} />
            {begun.includes(id) ? text('menu.resume', { flow: text(title) }) : text(title)}
          </button>
        ))}
        <p class="hint" id="menu-hint">
          {isFirst(fill) ? text('menu.fillFirst', { count: blocking }) : text('menu.hint')}
        </p>
      </nav>
      <footer class="reach">
        <div class="buttons choices-of-device">
          {warehouses.length > 1 && begun.length === 0 && (
            <fieldset class="units" aria-label={text('menu.warehouse')}>
              {warehouses.map(({ code, name }) => (
                <button
                  type="button"
                  key={code}
                  aria-pressed={code === warehouse}
                  onClick={() => void model.act(() => model.device.changeWarehouse(code))}
                >
                  {name}
                </button>
              ))}
            </fieldset>
          )}
          <LanguageChoice onChoose={onLanguage} shows="code" />
        </div>
        <div class="buttons">
          <button type="button" onClick={() => model.go('device')}>
            <Icon name={model.isSoundDue.value ? 'sound' : 'device'} />
            {text(model.isSoundDue.value ? 'menu.checkSound' : 'menu.health')}
          </button>
          <button type="button" onClick={() => void signOff()}>
            {text('menu.signOff')}
          </button>
        </div>
      </footer>
    </main>
  );
}
