/** Whether keys belong to somebody else just now: a field, or a dialog above the page. */
export const keysAreTaken = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.defaultPrevented ||
  (event.target instanceof HTMLElement &&
    (event.target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName) ||
      event.target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null)) ||
  document.querySelector('[aria-modal="true"]') !== null
