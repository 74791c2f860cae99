// From which day to which the time slider goes.

const FEW = 0.02;

/**
 * [first, last] of the days of sentences: all of them, but where a few old or far ones would take more than half of the slider, they
 * are left to its end, which stands for all that lies beyond.
 */
export function rangeOf(days, first, last) {
  const sorted = days.toSorted((a, b) => a - b), few = Math.floor(FEW * sorted.length);
  const low = sorted[few], high = sorted[sorted.length - 1 - few], half = (last - first) / 2;
  return [few > 0 && low - first > half ? low : first, few > 0 && last - high > half ? high : last];
}
