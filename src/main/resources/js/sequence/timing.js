/* When a step is due, as one line on its card: the anchor, and what that asks for. */
(function (Sequence) {
  'use strict';

  /** The selects that only some anchors have, with what they are at first. */
  const CHOICES = { offset: 'before', late: 'skip' };
  /** Days have none of these. */
  const SHORT_UNITS = ['minutes', 'hours'];

  Sequence.part(function (card) {
    const field = card.field;

    function fill(step) {
      Sequence.choose(field('anchor'), step.anchor || 'previous');
      field('delayValue').value = step.delayValue === null || step.delayValue === undefined ? '0' : String(step.delayValue);
      Sequence.choose(field('delayUnit'), step.delayUnit || 'days');
      Object.keys(CHOICES).forEach(function (name) {
        Sequence.choose(field(name), step[name] || CHOICES[name]);
      });
      Sequence.choose(field('dateField'), step.dateField || field('dateField').options[0].value);
      field('at').value = step.at ? step.at.slice(0, 5) : '';
      showAnchor();
    }

    function write(step) {
      const anchor = field('anchor').value;
      const number = field('delayValue').value;
      step.anchor = anchor;
      if (anchor !== 'event') {
        delete step.event;
        delete step.timeout;
      }
      step.delayValue = number === '' ? null : Number(number);
      step.delayUnit = asks('delayUnit') ? field('delayUnit').value : 'days';
      ['at', 'offset', 'dateField', 'late'].forEach(function (name) {
        step[name] = asks(name) && field(name).value !== '' ? field(name).value : null;
      });
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
      SHORT_UNITS.forEach(function (unit) {
        field('delayUnit').querySelector('[value="' + unit + '"]').hidden = anchor === 'date';
      });
    }

    /** Day 1 is the first that there is, no wait at all is the shortest, and dates know whole days only. */
    function changeAnchor() {
      if (field('anchor').value === 'date' && SHORT_UNITS.includes(field('delayUnit').value)) {
        field('delayUnit').value = 'days';
      }
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
      names: ['anchor', 'delayValue', 'delayUnit', 'offset', 'dateField', 'at', 'late'],
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
      step.offset && Sequence.wordOf('offset', step.offset),
      step.dateField && Sequence.wordOf('dateField', step.dateField),
      step.at,
      step.late && Sequence.wordOf('late', step.late)
    ]
      .filter(function (word) {
        return word !== null && word !== undefined;
      })
      .join(' ');
  };
})(window.DrumbeatSequence);
