/**
 * Puts a list under the control it belongs to, in the layer above everything: below where there is room, else above. The
 * layer keeps it clear of scrolling parents and of dialogs, which clip what stands in them.
 */
export function floatUnder(anchor: () => HTMLElement | undefined) {
  return (element: HTMLElement) => {
    const place = () => {
      const box = anchor()?.getBoundingClientRect();
      if (!box) return;
      const below = window.innerHeight - box.bottom;
      const height = element.offsetHeight;
      const above = below < height && box.top > below;
      element.style.left = `${Math.max(0, Math.min(box.left, window.innerWidth - element.offsetWidth))}px`;
      element.style.top = above ? `${Math.max(0, box.top - height - 2)}px` : `${box.bottom + 2}px`;
      element.style.minWidth = `${box.width}px`;
    };
    element.popover = "manual";
    element.showPopover?.();
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      watcher.disconnect();
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  };
}
