import { useState } from 'preact/hooks';
import {
  remedies,
  type ScannerBrand,
  type ScannerSetting,
  scannerBrands,
  scannerFindings,
  settingsPlace,
} from '#shared/scan/scanner-findings.ts';
import type { ScannerReport } from '#shared/scan/scanner-report.ts';
import { reportRows } from '#shared/scan/scanner-rows.ts';
import { Icon } from '../../ui/icons.tsx';
import { shortMoment } from '../../ui/language.ts';
import type { Finding } from './judge.ts';
import type { Say } from './texts.ts';

/** What is to be changed, by the name that the maker gave the setting; the worst first. */
export function Findings({ say, findings: found }: { readonly say: Say; readonly findings: readonly Finding[] }) {
  const [brand, setBrand] = useState<ScannerBrand>('Zebra');
  const findings = ['must', 'better'].flatMap((weight) => found.filter(({ code }) => scannerFindings[code] === weight));
  const [worst] = findings;
  const hasRemedy = findings.some(({ code }) => remedies[code]);
  const isUnsure = findings.some(({ code }) => remedies[code]?.[brand].some((setting) => setting.isUnsure));
  return (
    <>
      <Verdict
        tone={!worst ? 'good' : scannerFindings[worst.code] === 'must' ? 'bad' : 'ask'}
        said={say(worst ? `scannerSetup.${scannerFindings[worst.code]}` : 'scannerSetup.good')}
      />
      {hasRemedy && (
        <>
          <fieldset class="brands">
            <legend>{say('scannerSetup.brand')}</legend>
            {scannerBrands.map((each) => (
              <button type="button" key={each} aria-pressed={each === brand} onClick={() => setBrand(each)}>
                {each}
              </button>
            ))}
          </fieldset>
          <p class="place">{settingsPlace[brand]}</p>
        </>
      )}
      <ul class="findings">
        {findings.map(({ code, detail }) => (
          <li key={code} class={scannerFindings[code]}>
            <p>{say(`scannerSetup.finding.${code}`, { detail })}</p>
            {remedies[code] && <Settings settings={remedies[code][brand]} />}
          </li>
        ))}
      </ul>
      {isUnsure && <small>{say('scannerSetup.unsure')}</small>}
    </>
  );
}

/** The outcome in one sentence, in a colour and a sign. */
export function Verdict({ tone, said }: { readonly tone: 'good' | 'ask' | 'bad'; readonly said: string }) {
  return (
    <div class={`banner ${tone}`} role="status">
      <Icon name={tone} />
      <p>{said}</p>
    </div>
  );
}

function Settings({ settings }: { readonly settings: readonly ScannerSetting[] }) {
  return (
    <dl>
      {settings.map(({ name, value, isUnsure }) => (
        <div key={name}>
          <dt>
            {name}
            {isUnsure && ' †'}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is known of the scanner, for people. */
export function Learnt({ say, report }: { readonly say: Say; readonly report: ScannerReport }) {
  return (
    <>
      <h2>{say('scannerSetup.learnt')}</h2>
      <dl class="facts">
        {reportRows(report).map(({ label, said, isBad }) => (
          <div key={label} class={isBad ? 'bad' : ''}>
            <dt>{say(label)}</dt>
            <dd>{'text' in said ? said.text : say(said.key, said.params)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('scannerSetup.learntAt')}</dt>
          <dd>{shortMoment(report.learntAt)}</dd>
        </div>
      </dl>
    </>
  );
}
