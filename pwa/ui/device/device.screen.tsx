import './device.css';
import { useEffect, useState } from 'preact/hooks';
import type { Aids } from '../../store/aids.ts';
import { readMeta } from '../../store/database.ts';
import { fewPlates, platesLeft } from '../../store/plates.ts';
import { type AidKey, openAidTexts, tell } from '../aid-words.ts';
import { Header } from '../header.tsx';
import { Icon } from '../icons.tsx';
import { text } from '../language.ts';
import type { PageProps, StorageHealth } from '../page.ts';
import { changeAids } from './follow-aids.ts';
import { KeyChoice } from './key-choice.tsx';
import { SoundCheck } from './sound-check.tsx';
import { SoundPanel } from './sound-panel.tsx';
import { SpeechChoice } from './speech-choice.tsx';

await openAidTexts();

interface Facts extends StorageHealth {
  readonly offsetMs: number | null;
  readonly plates: number;
}

/**
 * What this device can be relied on for, and how it speaks to who works with it: for the worker who wonders and the
 * administrator who is called.
 */
export default function DeviceScreen({ model, feedback, version, storageHealth }: PageProps) {
  const [facts, setFacts] = useState<Facts | null>(null);
  const [aids, setAids] = useState<Aids | null>(null);
  const [isChecking, setChecking] = useState(false);
  const { database, name } = model.device;
  const change = async (changed: Partial<Aids>) => setAids(await changeAids(model, feedback, changed));
  useEffect(() => {
    void readFacts();
    // What is as delivered becomes this device's own only with the first change.
    void readMeta(database, 'aids').then((kept) => kept && setAids(kept));
    async function readFacts() {
      const health = await storageHealth();
      const offset = await readMeta(database, 'clockOffset');
      const plates = platesLeft(await readMeta(database, 'plates'));
      setFacts({ ...health, offsetMs: offset?.offsetMs ?? null, plates });
    }
  }, []);
  if (isChecking) {
    const end = (heard: Pick<Aids, 'loudness' | 'unheard'> | null) => {
      setChecking(false);
      if (heard) void change({ ...heard, checkedAtMs: model.environment.clock.now() });
    };
    return <SoundCheck model={model} feedback={feedback} loudness={aids?.loudness ?? 'normal'} onEnd={end} />;
  }
  return (
    <main class="device">
      <Header title={text('menu.health')} status={model.status.value} onBack={() => model.go('menu')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reachable by keyboard */}
      <section class="middle" tabIndex={0}>
        <SoundPanel
          aids={aids}
          isDue={model.isSoundDue.value}
          onCheck={() => {
            // From within the touch: browsers let a page sound only then.
            feedback.ready();
            setChecking(true);
          }}
          onChange={change}
        />
        <div class="buttons">
          <button type="button" onClick={() => model.go('practice')}>
            <Icon name="next" />
            {tell('device.practice')}
          </button>
          <button type="button" onClick={() => model.go('scanner')}>
            <Icon name="device" />
            {tell('device.scanner')}
          </button>
          <button type="button" onClick={() => model.go('lab')}>
            <Icon name="look" />
            {tell('device.lab')}
          </button>
        </div>
        <SpeechChoice model={model} aids={aids} onChange={change} />
        <KeyChoice aids={aids} onChange={change} />
        <dl class="facts">
          <Fact label="device.name" value={name} />
          <Fact label="device.version" value={version} />
          <Fact label="device.waiting" value={String(model.status.value.waiting)} />
          <Fact label="device.photos" value={String(model.status.value.photos)} />
          {facts && (
            <>
              <Fact
                label="device.storage"
                value={tell(facts.isPersisted ? 'device.persisted' : 'device.notPersisted')}
                isBad={!facts.isPersisted}
              />
              {facts.usedMegabytes !== null && (
                <Fact
                  label="device.space"
                  value={tell('device.spaceOf', { used: facts.usedMegabytes, free: facts.freeMegabytes ?? 0 })}
                  isBad={facts.freeMegabytes !== null && facts.freeMegabytes < littleMegabytes}
                />
              )}
              <Fact
                label="device.clock"
                value={clockOf(facts.offsetMs ?? 0)}
                isBad={Math.abs(facts.offsetMs ?? 0) > muchOffMs}
              />
              <Fact label="device.plates" value={String(facts.plates)} isBad={facts.plates < fewPlates} />
            </>
          )}
        </dl>
      </section>
    </main>
  );
}

function clockOf(offsetMs: number): string {
  const seconds = Math.round(offsetMs / 1000);
  return seconds === 0 ? tell('device.clockRight') : tell('device.clockOff', { seconds });
}

const littleMegabytes = 50;
const muchOffMs = 5 * 60 * 1000;

interface FactProps {
  readonly label: AidKey;
  readonly value: string;
  readonly isBad?: boolean;
}

function Fact({ label, value, isBad = false }: FactProps) {
  return (
    <div class={isBad ? 'bad' : ''}>
      <dt>{tell(label)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
