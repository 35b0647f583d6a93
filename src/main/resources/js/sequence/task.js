/* What somebody is to do by hand, on the card of a task. */
(function (Sequence) {
  'use strict';

  const TEXTS = ['summary', 'description', 'issueType', 'assignee', 'project'];

  Sequence.part(function (card) {
    const field = card.field;

    function fill(step) {
      TEXTS.forEach(function (name) {
        field(name).value = step[name] || '';
      });
      field('hold').value = String(step.hold !== false);
      card.element.querySelectorAll('[data-kind]').forEach(function (each) {
        each.hidden = each.getAttribute('data-kind') !== (step.kind || 'email');
      });
    }

    function write(step) {
      TEXTS.forEach(function (name) {
        step[name] = card.text(name);
      });
      step.hold = field('hold').value === 'true';
    }

    function place() {
      if (card.isTask()) {
        card.element.querySelector('.drumbeat-step-title').textContent =
          card.text('summary') || AJS.I18n.getText('drumbeat.sequence.task.empty');
      }
    }

    return { names: TEXTS.concat('hold'), fill: fill, write: write, place: place };
  });
})(window.DrumbeatSequence);
