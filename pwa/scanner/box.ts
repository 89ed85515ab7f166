/** An upright rectangle in a picture, in shares of its width and height: 0 is left or top, 1 is right or bottom. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where on the picture that the view shows one aims. The view draws its window from this. */
export const aimingWindow: Box = { left: 0.06, top: 0.24, right: 0.94, bottom: 0.76 };

/**
 * How a code lies to the aiming window. `inside`: its middle does. `touching`: the window's edge cuts through it.
 * `outside`: no part of it is in the window.
 */
export type Aim = 'inside' | 'touching' | 'outside';

/** A code of which nobody says where it is counts as aimed at: the decoder for old browsers looks at the middle only. */
export function aimOf(box: Box | undefined, window: Box = aimingWindow): Aim {
  if (!box) return 'inside';
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  if (x >= window.left && x <= window.right && y >= window.top && y <= window.bottom) return 'inside';
  const touches =
    box.left < window.right && box.right > window.left && box.top < window.bottom && box.bottom > window.top;
  return touches ? 'touching' : 'outside';
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What was made of a picture before codes were looked for in it: a part cut out of its middle, or all of it turned. */
export interface Made {
  /** Of the whole picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Of what was looked at. */
  readonly madeWidth: number;
  readonly madeHeight: number;
  /** Clockwise, about the middle. */
  readonly degrees: number;
  /** Then so many times as wide, and one of so many rows left. Left out: 1. */
  readonly across?: number;
  readonly down?: number;
}

/** Where in the whole picture that is which has these corners, in pixels of what was made of it. */
export function boxAround(corners: readonly Point[], made: Made): Box {
  const { width, height, madeWidth, madeHeight, degrees, across = 1, down: rows = 1 } = made;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const there = corners.map(({ x, y }) => {
    const [right, down] = [(x - madeWidth / 2) / across, (y - madeHeight / 2) * rows];
    return { x: 0.5 + (right * cos + down * sin) / width, y: 0.5 + (down * cos - right * sin) / height };
  });
  const [xs, ys] = [there.map(({ x }) => x), there.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}
