/** The parts of the page that F6 goes through, in the order in which they are read. */

/** The next part after the one that holds the focus, among those that are on screen. */
export function nextRegion(
  regions: readonly HTMLElement[],
  focused: Element | null,
  back: boolean,
): HTMLElement | null {
  const shown = regions.filter((region) => region.checkVisibility());
  const current = shown.findIndex((region) => region.contains(focused));
  if (current < 0) return (back ? shown.at(-1) : shown[0]) ?? null;
  return shown[(current + (back ? -1 : 1) + shown.length) % shown.length] ?? null;
}

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input, textarea, [tabindex]:not([tabindex="-1"])';

/** Puts the focus into a part: on what it names as its target, else on the first thing that takes it. */
export function focusRegion(region: HTMLElement): void {
  const target = region.querySelector<HTMLElement>('[data-focus-target]') ?? region;
  const element = target.matches(focusable) ? target : target.querySelector<HTMLElement>(focusable);
  element?.focus();
}

/** F6 anywhere on the page. */
export function leaveRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const next = nextRegion(regions, document.activeElement, back);
  if (next) focusRegion(next);
}
