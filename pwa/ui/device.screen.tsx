import { useEffect, useState } from 'preact/hooks';
import { readMeta } from '../store/database.ts';
import { fewPlates, platesLeft } from '../store/plates.ts';
import { Header } from './header.tsx';
import { text } from './language.ts';
import type { Model } from './model.ts';
import type { TextKey } from './words.ts';

/** What the browser says of the storage that the queue lies in. */
export interface StorageHealth {
  readonly isPersisted: boolean;
  readonly usedMegabytes: number | null;
  readonly freeMegabytes: number | null;
}

export interface DeviceScreenProps {
  readonly model: Model;
  readonly version: string;
  readonly storageHealth: () => Promise<StorageHealth>;
  /** Plays every signal once, so that the worker can set the volume and learn them. */
  readonly onCheckSound: () => void;
}

interface Facts extends StorageHealth {
  readonly offsetMs: number | null;
  readonly plates: number;
}

/** Whether this device can be relied on: for the worker who wonders and the administrator who is called. */
export function DeviceScreen({ model, version, storageHealth, onCheckSound }: DeviceScreenProps) {
  const [facts, setFacts] = useState<Facts | null>(null);
  const { database, name } = model.device;
  useEffect(() => {
    void readFacts();
    async function readFacts() {
      const health = await storageHealth();
      const offset = await readMeta(database, 'clockOffset');
      const plates = platesLeft(await readMeta(database, 'plates'));
      setFacts({ ...health, offsetMs: offset?.offsetMs ?? null, plates });
    }
  }, []);
  return (
    <main class="device">
      <Header title={text('menu.health')} status={model.status.value} onBack={() => model.go('menu')} />
      <section class="middle">
        <dl class="facts">
          <Fact label="device.name" value={name} />
          <Fact label="device.version" value={version} />
          <Fact label="device.waiting" value={String(model.status.value.waiting)} />
          <Fact label="device.photos" value={String(model.status.value.photos)} />
          {facts && (
            <>
              <Fact
                label="device.storage"
                value={text(facts.isPersisted ? 'device.persisted' : 'device.notPersisted')}
                isBad={!facts.isPersisted}
              />
              {facts.usedMegabytes !== null && (
                <Fact
                  label="device.space"
                  value={text('device.spaceOf', { used: facts.usedMegabytes, free: facts.freeMegabytes ?? 0 })}
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
        <button type="button" onClick={onCheckSound}>
          {text('device.checkSound')}
        </button>
      </section>
    </main>
  );
}

function clockOf(offsetMs: number): string {
  const seconds = Math.round(offsetMs / 1000);
  return seconds === 0 ? text('device.clockRight') : text('device.clockOff', { seconds });
}

const littleMegabytes = 50;
const muchOffMs = 5 * 60 * 1000;

interface FactProps {
  readonly label: TextKey;
  readonly value: string;
  readonly isBad?: boolean;
}

function Fact({ label, value, isBad = false }: FactProps) {
  return (
    <div class={isBad ? 'bad' : ''}>
      <dt>{text(label)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
