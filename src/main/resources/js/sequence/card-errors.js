/* What is wrong with one step, beside its fields. */
(function (Sequence) {
  'use strict';

  /** Answered by a part for an error that the error of another field tells already. */
  Sequence.TOLD = Object.freeze({});

  /** Of a card with its fields by name and its parts. */
  Sequence.cardErrors = function (element, field, parts) {
    function clearErrors() {
      element.querySelectorAll('.error').forEach(function (error) {
        error.remove();
      });
      element.querySelectorAll('[aria-invalid]').forEach(function (input) {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      });
    }

    function errorAt(input, message) {
      const error = Drumbeat.element('div', 'error', message);
      error.id = input.id + '-error';
      input.closest('.field-group').appendChild(error);
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', error.id);
      return input;
    }

    /** What belongs to nothing that can be seen is told above the fields, by its name. */
    function errorAbove(name, message) {
      element.querySelector('.drumbeat-step-said').appendChild(Drumbeat.element('div', 'error', name + ': ' + message));
      return element.querySelector('[data-action="open"]');
    }

    function inputOf(name, errors) {
      const special = parts
        .map(function (part) {
          return part.input && part.input(name, errors);
        })
        .find(function (found) {
          return found !== undefined;
        });
      return special === undefined ? field(name) : special;
    }

    /** Shows what REST complains of, by field; answers the first input that is wrong. */
    function showErrors(errors) {
      const inputs = Object.keys(errors).map(function (name) {
        const input = inputOf(name, errors);
        if (input === Sequence.TOLD) {
          return null;
        }
        return input && !input.closest('[hidden]:not(.drumbeat-step-body)')
          ? errorAt(input, errors[name])
          : errorAbove(name, errors[name]);
      });
      return inputs.filter(Boolean)[0] || null;
    }

    /** For what is no number or time a browser gives an empty value, which would count as left out. */
    function mistyped() {
      const wrong = Array.from(element.querySelectorAll('input')).find(function (input) {
        return input.validity.badInput;
      });
      const isTime = wrong && wrong.type === 'time';
      return wrong
        ? errorAt(
            wrong,
            isTime ? AJS.I18n.getText('drumbeat.sequence.time.incomplete') : AJS.I18n.getText('drumbeat.json.expected-whole-number')
          )
        : null;
    }

    return { clearErrors: clearErrors, showErrors: showErrors, mistyped: mistyped };
  };
})(window.DrumbeatSequence);
