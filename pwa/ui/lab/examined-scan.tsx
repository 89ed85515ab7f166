import type { ComponentChildren } from 'preact';
import type { Scan } from '#shared/scan/scan.ts';
import type { Signal } from '../../scanner/signals.ts';
import { type AidKey, tell } from '../aid-words.ts';
import { grouped } from '../grouped.ts';
import { Icon } from '../icons.tsx';
import { say, text } from '../language.ts';
import { words } from '../words.ts';
import type { Examined } from './examine.ts';
import { round } from './report.ts';
import { bytesOf, hexRows, visibleParts } from './visible-text.ts';

/** What work would have said to it: known, several things, or nothing, and why. */
export function verdictOf({ meanings }: Examined): { readonly signal: Signal; readonly words: string } {
  const [first, second] = meanings;
  if (second) return { signal: 'ask', words: tell('lab.several') };
  if (!first) return { signal: 'bad', words: '' };
  if (first.kind === 'unknown') return { signal: 'bad', words: say(words(first.code, first.params)) };
  return { signal: 'good', words: meaningOf(first) };
}

function meaningOf(scan: Scan): string {
  if (scan.kind === 'licensePlate' && !scan.known) {
    return tell('lab.known', { kind: tell('lab.plateNew'), what: grouped(scan.licensePlate) });
  }
  return tell('lab.known', { kind: text(`kind.${scan.kind}`), what: nameOf(scan) });
}

function nameOf(scan: Scan): string {
  switch (scan.kind) {
    case 'item':
      return scan.unit === undefined ? scan.item : `${scan.item} · ${scan.quantity ?? 1} ${scan.unit}`;
    case 'location':
      return scan.location;
    case 'licensePlate':
      return grouped(scan.licensePlate);
    case 'document':
      return scan.document;
    default:
      return scan.text;
  }
}

/** One scan with everything that is known of it. */
export function ExaminedScan({ examined }: { readonly examined: Examined }) {
  const { scan, keys, identifier, symbology, reading, elements, warnings, meanings, channel } = examined;
  const verdict = verdictOf(examined);
  return (
    <article class="examined">
      <div class={`banner ${verdict.signal}`} role="status">
        <Icon name={verdict.signal} />
        <p>{verdict.words}</p>
      </div>
      <dl>
        <Row label="lab.text">
          <Visible shown={scan.text} />
          <small>{tell('lab.length', { characters: [...scan.text].length, bytes: bytesOf(scan.text).length })}</small>
        </Row>
        <Row label="lab.bytes" isWide>
          <code class="bytes">{hexRows(scan.text).join('\n')}</code>
        </Row>
        <Row label="lab.symbology">
          {identifier ? [identifier, symbology].filter(Boolean).join(' · ') : tell('lab.noSymbology')}
        </Row>
        <Row label="lab.channel">{tell(`lab.channel.${channel}`)}</Row>
        {keys && (
          <Row label="lab.keys" isWide>
            <code>
              {keys.keys.map((key, index) => (
                // Keys have no name of their own and never move among each other.
                <kbd key={index} class={key.length > 1 ? 'named' : ''}>
                  {key}
                </kbd>
              ))}
            </code>
            <small>
              {tell('lab.keysOf', {
                keys: keys.keys.length,
                span: round(keys.spanMs),
                median: round(keys.medianGapMs),
                longest: round(keys.longestGapMs),
              })}
              {', '}
              {keys.endedBy ? tell('lab.endedBy', { key: keys.endedBy }) : tell('lab.endedBySilence')}
            </small>
          </Row>
        )}
        <Row label="lab.reading">{tell(`lab.reading.${reading.kind}` as AidKey)}</Row>
        {meanings.length > 1 && (
          <Row label="lab.could">
            {meanings.map((meaning) => (
              <div key={meaning.kind + nameOf(meaning)}>{meaningOf(meaning)}</div>
            ))}
          </Row>
        )}
        <Row label="lab.time">{timeOf(examined)}</Row>
      </dl>
      {elements.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{tell('lab.element')}</th>
              <th scope="col">{tell('lab.value')}</th>
            </tr>
          </thead>
          <tbody>
            {elements.map(({ ai, value, title, means, isLastDay }) => (
              <tr key={ai + value}>
                <th scope="row">
                  ({ai}) <small>{title}</small>
                </th>
                <td>
                  <Visible shown={value} />
                  {means !== null && means !== value && <small>{means}</small>}
                  {isLastDay && <small>{tell('lab.lastDay')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {warnings.map(({ ai, needs }) => (
        <p class="notice" key={ai}>
          {tell('lab.warning', { ai, needs: needs.map((all) => all.map((one) => `(${one})`).join(' + ')).join(' / ') })}
        </p>
      ))}
    </article>
  );
}

interface RowProps {
  readonly label: AidKey;
  readonly children: ComponentChildren;
  readonly isWide?: boolean;
}

function Row({ label, children, isWide = false }: RowProps) {
  return (
    <div class={isWide ? 'wide' : ''}>
      <dt>{tell(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Visible({ shown }: { readonly shown: string }) {
  return (
    <code>
      {visibleParts(shown).map((part, index) =>
        // Pieces have no name of their own and never move among each other.
        part.isControl ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
      )}
    </code>
  );
}

function timeOf({ scan, waitMs, verdictMs }: Examined): string {
  const verdict = round(verdictMs);
  if (waitMs !== null) return tell('lab.timeOf', { wait: round(waitMs), verdict });
  if (scan.decodeMs !== undefined) return tell('lab.timeCamera', { decode: round(scan.decodeMs), verdict });
  return tell('lab.timeShort', { verdict });
}
