/* When the mails would go out, by the rules of a real run, and what their writer may not expect. */
(function (Sequence) {
  'use strict';

  const WAIT = 300;

  function outlook(list) {
    let timer = null;
    let asked = 0;

    function show(mails) {
      list.cards().forEach(function (card, index) {
        card.showOutlook(mails[index]);
      });
    }

    function ask() {
      const turn = ++asked;
      const steps = list.values().map(function (step) {
        return { subject: step.subject, delayValue: step.delayValue, delayUnit: step.delayUnit, thread: step.thread };
      });
      Drumbeat.call('POST', 'sequences/outlook', { steps: steps }).then(function (answer) {
        if (turn !== asked) {
          return;
        }
        Drumbeat.byId('drumbeat-outlook').textContent =
          answer.ok && steps.length ? AJS.I18n.getText('drumbeat.sequence.outlook', answer.body.enrolled, answer.body.span) : '';
        show(answer.ok ? answer.body.steps : []);
      });
    }

    return {
      soon: function () {
        window.clearTimeout(timer);
        timer = window.setTimeout(ask, WAIT);
      }
    };
  }

  Sequence.outlook = outlook;
})(window.DrumbeatSequence);
