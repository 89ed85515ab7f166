/**
 * When what is on the page now has been drawn: what a worker need not wait for is done after that. A page that nobody sees
 * draws nothing, and goes on after a moment.
 */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const fallback = setTimeout(resolve, unseenMs);
    requestAnimationFrame(() => {
      clearTimeout(fallback);
      // The frame is drawn when its callbacks are through.
      setTimeout(resolve);
    });
  });
}

const unseenMs = 50;
