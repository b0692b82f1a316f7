// Tables that can be sorted, folded passages that open when they are asked for, and hints where a table is wider than
// its place. Without it everything on the page can still be read.
(() => {
  'use strict';
  const number = cell => {
    const digits = cell ? cell.textContent.replace(/,/g, '').match(/-?\d+(\.\d+)?/) : null;
    return digits ? Number(digits[0]) : null;
  };
  const compare = (first, second, isNumeric) => {
    if (!isNumeric) return first.textContent.localeCompare(second.textContent, document.documentElement.lang);
    return number(first) - number(second);
  };
  const sort = (table, head, column) => {
    const isNumeric = head.classList.contains('n');
    const now = head.getAttribute('aria-sort');
    const isRising = now ? now === 'descending' : !isNumeric;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isRising ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    // What is no number stays below, whatever the order.
    const rows = [...body.rows];
    const isGap = row => isNumeric && number(row.cells[column]) === null;
    const kept = rows.filter(row => !isGap(row)).sort((first, second) =>
      (isRising ? 1 : -1) * compare(first.cells[column], second.cells[column], isNumeric));
    body.append(...kept, ...rows.filter(isGap));
  };
  for (const table of document.querySelectorAll('table[data-sort]')) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.classList.contains('bar')) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = '↕';
      button.setAttribute('aria-label', `${table.dataset.sort}: ${head.textContent}`);
      button.addEventListener('click', () => sort(table, head, column));
      head.append(' ', button);
    });
  }
  // The tables above have the same links for whoever goes by keyboard.
  for (const link of document.querySelectorAll('figure a')) link.tabIndex = -1;
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let outer = target; outer; outer = outer.parentElement) if (outer.tagName === 'DETAILS') outer.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  addEventListener('beforeprint', () => {
    for (const folded of document.querySelectorAll('.findings .now')) folded.open = true;
  });
  const tellWide = () => {
    for (const hint of document.querySelectorAll('.hint')) {
      const box = hint.nextElementSibling;
      hint.classList.toggle('over', box.scrollWidth > box.clientWidth + 1);
      hint.classList.toggle('fits', box.scrollWidth <= box.clientWidth + 1);
    }
  };
  addEventListener('resize', tellWide);
  tellWide();
})();
