/* When a step is due, as one line on its card: the anchor, and what that asks for. */
(function (Sequence) {
  'use strict';

  Sequence.part(function (card) {
    const field = card.field;

    function fill(step) {
      Sequence.choose(field('anchor'), step.anchor || 'previous');
      field('delayValue').value = step.delayValue === null || step.delayValue === undefined ? '0' : String(step.delayValue);
      Sequence.choose(field('delayUnit'), step.delayUnit || 'days');
      field('at').value = step.at ? step.at.slice(0, 5) : '';
      showAnchor();
    }

    function write(step) {
      const anchor = field('anchor').value;
      const number = field('delayValue').value;
      step.anchor = anchor;
      step.delayValue = number === '' ? null : Number(number);
      step.delayUnit = asks('delayUnit') ? field('delayUnit').value : 'days';
      step.at = asks('at') && field('at').value !== '' ? field('at').value : null;
    }

    function part(name) {
      return field(name).closest('[data-anchors]');
    }

    /** Whether the chosen anchor has that field. */
    function asks(name) {
      const around = part(name);
      return !around || around.getAttribute('data-anchors').split(' ').includes(field('anchor').value);
    }

    function showAnchor() {
      const anchor = field('anchor').value;
      card.element.querySelectorAll('[data-anchors]').forEach(function (each) {
        each.hidden = !each.getAttribute('data-anchors').split(' ').includes(anchor);
      });
    }

    /** Day 1 is the first that there is, and no wait at all is the shortest. */
    function changeAnchor() {
      const least = field('anchor').value === 'enrollment' ? 1 : 0;
      if (Number(field('delayValue').value) < least) {
        field('delayValue').value = String(least);
      }
      showAnchor();
    }

    /** The first step has none before it. */
    function place(index) {
      const option = field('anchor').options[0];
      option.textContent = option.getAttribute(index === 0 ? 'data-of-first' : 'data-of-next');
    }

    return {
      names: ['anchor', 'delayValue', 'delayUnit', 'at'],
      fill: fill,
      write: write,
      place: place,
      start: function () {
        field('anchor').addEventListener('change', changeAnchor);
      }
    };
  });

  /** When a step is due, in the words of the page, for somebody who compares. */
  Sequence.timingWords = function (step) {
    return [
      Sequence.wordOf('anchor', step.anchor || 'previous'),
      step.delayValue === null || step.delayValue === undefined ? 0 : step.delayValue,
      Sequence.wordOf('delayUnit', step.delayUnit || 'days'),
      step.at
    ]
      .filter(function (word) {
        return word !== null && word !== undefined;
      })
      .join(' ');
  };
})(window.DrumbeatSequence);
