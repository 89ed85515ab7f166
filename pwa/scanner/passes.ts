/**
 * The ways in which a picture is looked at, one a picture of a stream: what is made of its pixels, and what the decoder is
 * to try on them. No way reads every code, and all of them at once would take longer than a picture lasts.
 */
import {
  banded,
  evened,
  type Grey,
  halved,
  inverted,
  middle,
  middleOfAtMost,
  quarterTurned,
  sharpened,
  smoothed,
  stretched,
  turned,
} from './pixels.ts';

/** What is made of a picture, and how a place in it is found again. */
export interface Plan {
  /** The kinds of codes that it is good for. */
  readonly kinds: 'all' | 'linear' | 'matrix';
  /** Whether codes that are not there could come of it: two such ways have to agree. */
  readonly isPrepared: boolean;
  readonly make: (picture: Grey) => Grey;
  /** How far it was turned clockwise by that. */
  readonly degrees: number;
  /** How much wider, and how much higher, its pixels became. */
  readonly across: number;
  readonly down: number;
  readonly effort: Effort;
}

/** What zxing-cpp tries; see its reader options. */
interface Effort {
  readonly tryHarder: boolean;
  /** Also turned by a quarter. */
  readonly tryRotate: boolean;
  readonly tryDownscale: boolean;
  readonly binarizer: Binarizer;
}

export type Binarizer = 'local' | 'fixed';

const all: Effort = { tryHarder: true, tryRotate: true, tryDownscale: true, binarizer: 'local' };
const asItLies: Effort = { ...all, tryRotate: false, tryDownscale: false };
const eitherWay: Effort = { ...asItLies, tryRotate: true };
const matrixEffort: Effort = { ...all, tryDownscale: false };

const plain = { isPrepared: false, degrees: 0, across: 1, down: 1 } as const;

/** The part of the width and height that the quick pass looks at: most codes are aimed at. */
const middleShare = 0.6;
/** What can be made in the time of a picture where each pixel costs much. */
const dearPixels = 300_000;

/** Bars that stand upright, a few rows made one, each row stretched so that bars of less than two pixels are told apart. */
function bars(blur: number, across: number, rows: number, step: number): Plan {
  const make = (picture: Grey) => stretched(banded(picture, rows, step), across, blur);
  return { ...plain, kinds: 'linear', isPrepared: true, make, across, down: step, effort: asItLies };
}

/** Bars that lie: the same of the picture turned by a quarter. */
function lying(plan: Plan): Plan {
  return { ...plan, make: (picture) => plan.make(quarterTurned(picture)), degrees: 90 };
}

const fine = bars(0.5, 3, 4, 4);
const soft = bars(1, 2, 10, 4);
const softer = bars(1.6, 2, 10, 4);
const softest = bars(2.3, 2, 10, 4);
const even: Plan = {
  ...bars(0, 2, 3, 3),
  make: (picture) => stretched(evened(banded(picture, 3), 18), 2),
};

function turnedBy(degrees: number): Plan {
  const make = (picture: Grey) => turned(picture, degrees);
  return { ...plain, kinds: 'linear', make, degrees, effort: eitherWay };
}

function matrix(make: (picture: Grey) => Grey, scale = 1): Plan {
  return { ...plain, kinds: 'matrix', isPrepared: true, make, across: scale, down: 1 / scale, effort: matrixEffort };
}

export const plans = {
  /** The middle, quickly. */
  fast: {
    ...plain,
    kinds: 'all',
    make: (picture) => middle(picture, middleShare),
    effort: { ...asItLies, tryHarder: false, tryRotate: true },
  },
  /** The whole picture, with all that the decoder has. */
  thorough: { ...plain, kinds: 'all', make: (picture) => picture, effort: all },
  fine,
  soft,
  softer,
  softest,
  even,
  fineLying: lying(fine),
  softLying: lying(soft),
  softerLying: lying(softer),
  softestLying: lying(softest),
  evenLying: lying(even),
  turned15: turnedBy(15),
  turned30: turnedBy(30),
  turned45: turnedBy(45),
  turned60: turnedBy(60),
  turned75: turnedBy(75),
  /** White on black: left to the decoder it would be tried in each of the other ways, for twice the time. */
  negative: { ...plain, kinds: 'all', make: inverted, effort: eitherWay },
  /** One threshold for all of the picture: on shining cans the decoder's own choice is worse. */
  fixed: {
    ...plain,
    kinds: 'all',
    isPrepared: true,
    make: (picture) => picture,
    effort: { ...eitherWay, binarizer: 'fixed' },
  },
  smooth: matrix((picture) => smoothed(picture, 1)),
  half: matrix(halved, 0.5),
  sharp: matrix((picture) => sharpened(middleOfAtMost(picture, dearPixels), 1.5)),
  sharper: matrix((picture) => sharpened(middleOfAtMost(picture, dearPixels), 2.7)),
} as const satisfies Record<string, Plan>;

export type Pass = keyof typeof plans;
