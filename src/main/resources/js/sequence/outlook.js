/* When the mails would go out, by the rules of a real run, and what their writer may not expect. */
(function (Sequence) {
  'use strict';

  const WAIT = 300;
  /** What a mail says does not matter for when it is due, and may be long. */
  const WORDS = ['html', 'text', 'variants', 'purpose', 'description'];

  function withoutWords(step) {
    const rest = Object.assign({}, step);
    WORDS.forEach(function (name) {
      delete rest[name];
    });
    return rest;
  }

  function outlook(list) {
    let timer = null;
    let asked = 0;

    function show(mails) {
      list.cards().forEach(function (card, index) {
        card.showOutlook(mails[index]);
      });
    }

    /** As long as one step is wrong there are no dates; its card says why. */
    function refused(answer) {
      const errors = (answer.body && answer.body.errors) || {};
      return list.cards().map(function (card, index) {
        const name = Object.keys(errors).find(function (each) {
          return each.startsWith('steps[' + index + '].');
        });
        return { due: '', rule: name ? errors[name] : '', warnings: [] };
      });
    }

    function ask() {
      const turn = ++asked;
      const steps = list.values().map(withoutWords);
      Drumbeat.call('POST', 'sequences/outlook', { steps: steps }).then(function (answer) {
        if (turn !== asked) {
          return;
        }
        Drumbeat.byId('drumbeat-outlook').textContent =
          answer.ok && steps.length ? AJS.I18n.getText('drumbeat.sequence.outlook', answer.body.enrolled, answer.body.span) : '';
        show(answer.ok ? answer.body.steps : refused(answer));
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
