/* What a team notes about a step for itself. */
(function (Sequence) {
  'use strict';

  Sequence.part(function (card) {
    return {
      names: ['purpose'],
      fill: function (step) {
        card.field('purpose').value = step.purpose || '';
      },
      write: function (step) {
        step.purpose = card.text('purpose');
      }
    };
  });
})(window.DrumbeatSequence);
