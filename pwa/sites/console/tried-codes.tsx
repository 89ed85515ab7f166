import { useState } from 'preact/hooks';
import { readScan } from '#shared/scan/read-scan.ts';
import type { ScanReading } from '#shared/scan/scan.ts';
import { rulesInUse, type ShownScanRules } from '#shared/sites/scan-rules.ts';
import { deviceClock } from '../../store/clock.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Panel, type Tone } from '../../ui/console/parts.tsx';
import type { Speak } from '../../ui/console/words.ts';

/** Codes that are tried with the rules as they stand in the form, saved or not: scanned or typed, one on each line. */
export function TriedCodes({ rules }: { readonly rules: ShownScanRules }) {
  const { say } = useDesk();
  const [typed, setTyped] = useState('');
  const options = { ...rulesInUse(rules), currentYear: new Date(deviceClock.now()).getFullYear() };
  const lines = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  return (
    <Panel title={say('scanRules.try')}>
      <p class="desk-quiet" id="try-codes-help">
        {say('scanRules.try.text')}
      </p>
      <textarea
        class="tried-codes"
        aria-label={say('scanRules.try')}
        aria-describedby="try-codes-help"
        rows={4}
        spellcheck={false}
        value={typed}
        placeholder={'LOC-A01\n(01)04006381333931(10)L77\n4006381333931'}
        onInput={({ currentTarget: { value } }) => setTyped(value)}
      />
      {lines.length > 0 && (
        <div class="desk-table-frame" aria-live="polite">
          <table class="desk-table">
            <thead>
              <tr>
                <th>{say('scanRules.code')}</th>
                <th>{say('scanRules.readAs')}</th>
                <th>{say('scanRules.value')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, mostLines).map((line) => {
                const read = told(readScan({ text: line, source: 'typed' }, options), say);
                return (
                  <tr key={line}>
                    <td>
                      <code>{line}</code>
                    </td>
                    <td>
                      <Chip tone={read.tone}>{read.kind}</Chip>
                    </td>
                    <td>{read.value}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

const mostLines = 50;

/** What a code says by its form alone, in words; whether anything is called so only a handheld on the floor can tell. */
function told(
  reading: ScanReading,
  say: Speak,
): { readonly tone: Tone; readonly kind: string; readonly value: string } {
  switch (reading.kind) {
    case 'own': {
      const [first] = reading.meant;
      const kinds = [...new Set(reading.meant.map(({ kind }) => say(`scanRules.kind.${kind}`)))].join(' / ');
      const value = reading.meant.map((one) => `${one.value} (${one.name})`).join(' / ');
      return { tone: reading.meant.length === 1 && first ? 'good' : 'warn', kind: kinds, value };
    }
    case 'gs1':
      return {
        tone: 'good',
        kind: say('scanRules.read.gs1'),
        value: [
          ...reading.label.elements.map(({ ai, value }) => `(${ai}) ${value}`),
          ...(reading.label.skipped ?? []).map(({ ai }) => say('scanRules.skipped', { ai })),
        ].join(' · '),
      };
    case 'gtin':
      return { tone: 'good', kind: say('scanRules.read.gtin'), value: reading.gtins.join(' / ') };
    case 'sscc':
      return { tone: 'good', kind: say('scanRules.read.sscc'), value: reading.sscc };
    case 'command':
      return { tone: 'info', kind: say('scanRules.read.command'), value: reading.text };
    case 'badge':
      return { tone: 'info', kind: say('scanRules.read.badge'), value: reading.text };
    case 'refused':
      return { tone: 'bad', kind: say('scanRules.read.refused'), value: say.problem(reading.refusal) };
    case 'text': {
      const { suspicion, plate } = reading;
      const kind = say(plate ? 'scanRules.kind.licensePlate' : 'scanRules.read.text');
      return { tone: 'quiet', kind, value: suspicion ? say.problem(suspicion) : reading.text };
    }
  }
}
