import { addAfter } from '#shared/unknown-codes/add-after.ts';
import { report } from '#shared/unknown-codes/report.ts';
import type { FoundCode, UnknownCodes } from '../engine/strangers.ts';

/** A code that nothing has is reported with everything that helps to find the goods it is on. */
export const tellUnknownCodes: UnknownCodes = {
  report: ({ text, flow, step, before, photos, state }) => ({
    ...{ type: report.type, version: report.version },
    body: {
      ...{ text: text.slice(0, longest), flow, step },
      ...placeIn(state),
      ...(before.length > 0 && { before: before.map((each) => each.slice(0, longest)).filter(Boolean) }),
      ...(photos.length > 0 && { photos: [...photos] }),
    },
  }),
  scannedAfter: (id, scans) => ({
    ...{ type: addAfter.type, version: addAfter.version },
    body: { report: `command:${id}`, after: scans.map((each) => each.slice(0, longest)) },
  }),
};

const longest = 128;

/** What steps call the place, the order and the plate that they are about. */
const members = [
  ['location', ['location', 'from', 'place']],
  ['order', ['order', 'orderNumber', 'returnId', 'shipment']],
  ['work', ['work']],
  ['licensePlate', ['licensePlate', 'plate', 'carton']],
] as const;

function placeIn(state: FoundCode['state']) {
  const known = state as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    members.flatMap(([member, names]) => {
      const value = names.map((name) => known[name]).find((each) => typeof each === 'string' && each !== '');
      return typeof value === 'string' && value.length <= 64 ? [[member, value]] : [];
    }),
  );
}
