/* What REST refuses, beside the fields of the sequence and of its steps. */
(function (Sequence) {
  'use strict';

  /** Errors of steps by the place of the step: {1: {html: '…'}}; the others stay in the answer. */
  function split(answer) {
    const steps = {};
    const others = {};
    const errors = (answer.body && answer.body.errors) || {};
    Object.keys(errors).forEach(function (name) {
      const found = /^steps\[(\d+)]\.(.+)$/.exec(name);
      if (found) {
        steps[found[1]] = Object.assign(steps[found[1]] || {}, { [found[2]]: errors[name] });
      } else {
        others[name] = errors[name];
      }
    });
    return { steps: steps, others: others };
  }

  /** In a form with the shared checks (Drumbeat.formOf) and a list of steps. */
  function refused(form, checks, list) {
    function focus(found) {
      if (found) {
        list.choose(found.card);
        if (!form.querySelector('.drumbeat-about [aria-invalid="true"]')) {
          found.input.focus();
        }
      }
    }

    function clear() {
      checks.clear();
      list.cards().forEach(function (card) {
        card.clearErrors();
      });
    }

    /** Shows all of it and goes to the first. */
    function show(answer) {
      const found = split(answer);
      const places = Object.keys(found.steps);
      const messages = (answer.body && answer.body.errorMessages) || [];
      if (!places.length || messages.length || Object.keys(found.others).length) {
        checks.showErrors({ status: answer.status, body: answer.body && { errorMessages: messages, errors: found.others } });
      }
      const wrong = places.map(function (place) {
        const card = list.cards()[Number(place)];
        return { card: card, input: card.showErrors(found.steps[place]) };
      });
      focus(
        wrong.find(function (each) {
          return each.input;
        })
      );
    }

    /** Whether something is typed that no browser could read; goes there. */
    function isMistyped() {
      const wrong = list
        .cards()
        .map(function (card) {
          return { card: card, input: card.mistyped() };
        })
        .find(function (each) {
          return each.input;
        });
      focus(wrong);
      return Boolean(wrong);
    }

    return { clear: clear, show: show, isMistyped: isMistyped };
  }

  Sequence.refused = refused;
})(window.DrumbeatSequence);
