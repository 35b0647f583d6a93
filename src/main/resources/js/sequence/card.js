/* One step on the page: its fields, and what they say as REST has it. */
(function (Sequence) {
  'use strict';

  let made = 0;

  function choose(select, value) {
    select.value = value;
    if (select.selectedIndex < 0) {
      select.selectedIndex = 0;
    }
  }

  /** Gives the fields of one copy of the template ids of their own, and the labels with them. */
  function identify(element) {
    const prefix = 'drumbeat-step-' + ++made + '-';
    element.querySelectorAll('[data-name]').forEach(function (field) {
      field.id = prefix + field.getAttribute('data-name');
    });
    element.querySelectorAll('label[data-for]').forEach(function (label) {
      label.htmlFor = prefix + label.getAttribute('data-for');
    });
    const body = element.querySelector('.drumbeat-step-body');
    body.id = prefix + 'fields';
    element.querySelector('[data-action="open"]').setAttribute('aria-controls', body.id);
  }

  function card(step, editable) {
    const template = Drumbeat.byId('drumbeat-step-template');
    const element = document.importNode(template.content.firstElementChild, true);
    let id = null;
    let cursor = null;
    identify(element);

    function field(name) {
      return element.querySelector('[data-name="' + name + '"]');
    }

    function text(name) {
      const value = field(name).value.trim();
      return value === '' ? null : value;
    }

    function fill(from) {
      const mode = Sequence.modeOf(from);
      id = from.id || null;
      field('subject').value = from.subject || '';
      field('purpose').value = from.purpose || '';
      field('delayValue').value = from.delayValue === null || from.delayValue === undefined ? '0' : String(from.delayValue);
      choose(field('delayUnit'), from.delayUnit || 'days');
      choose(field('thread'), from.thread || 'same');
      choose(field('mode'), mode);
      field('body').value = (mode === 'html' ? from.html : from.text) || '';
      field('alternative').value = (mode === 'html' && from.text) || '';
      showMode();
    }

    function showMode() {
      const mode = field('mode').value;
      field('body').classList.toggle('drumbeat-source', mode === 'html');
      element.querySelector('.drumbeat-step-alternative').hidden = mode !== 'html';
      element.querySelectorAll('[data-mode]').forEach(function (hint) {
        hint.hidden = hint.getAttribute('data-mode') !== mode;
      });
      field('mode').setAttribute('data-was', mode);
    }

    /** From HTML to text and back the words stay, and the other way the look does too. */
    function changeMode() {
      const was = field('mode').getAttribute('data-was');
      const now = field('mode').value;
      if (was === 'html' && now !== 'html') {
        field('body').value = field('alternative').value || Sequence.fromHtml(field('body').value);
      } else if (was !== 'html' && now === 'html') {
        field('alternative').value = '';
        field('body').value = Sequence.toHtml(field('body').value);
      }
      showMode();
    }

    function value() {
      const bodies = Sequence.bodies(field('mode').value, field('body').value, field('alternative').value);
      const delay = field('delayValue').value;
      const step = {
        subject: text('subject'),
        html: bodies.html,
        text: bodies.text,
        delayValue: delay === '' ? null : Number(delay),
        delayUnit: field('delayUnit').value,
        thread: field('thread').value,
        purpose: text('purpose')
      };
      return id === null ? step : Object.assign({ id: id }, step);
    }

    function clearErrors() {
      element.querySelectorAll('.error').forEach(function (error) {
        error.remove();
      });
      element.querySelectorAll('[aria-invalid]').forEach(function (input) {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      });
    }

    function errorAt(name, message) {
      const input = field(name);
      const error = Drumbeat.element('div', 'error', message);
      error.id = input.id + '-error';
      input.closest('.field-group').appendChild(error);
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', error.id);
      return input;
    }

    /** The inputs that REST's field is about; a text is written once and checked twice. */
    function inputOf(name, errors) {
      if (name === 'html') {
        return errors.text && field('mode').value !== 'html' ? null : 'body';
      }
      if (name === 'text') {
        return field('mode').value === 'html' ? 'alternative' : 'body';
      }
      return field(name) ? name : 'subject';
    }

    /** Shows what REST complains of, by field; answers the first input that is wrong. */
    function showErrors(errors) {
      const inputs = Object.keys(errors)
        .map(function (name) {
          const input = inputOf(name, errors);
          return input && errorAt(input, errors[name]);
        })
        .filter(Boolean);
      return inputs[0] || null;
    }

    /** For a number that is none a browser gives an empty value, which would count as left out. */
    function mistyped() {
      const delay = field('delayValue');
      return delay.validity.badInput ? errorAt('delayValue', AJS.I18n.getText('drumbeat.json.expected-whole-number')) : null;
    }

    function setOpen(open) {
      element.classList.toggle('drumbeat-chosen', open);
      element.querySelector('.drumbeat-step-body').hidden = !open;
      element.querySelector('[data-action="open"]').setAttribute('aria-expanded', String(open));
    }

    /** Says which place it has; the first has none before it that it could answer. */
    function place(index, count) {
      const subject = text('subject');
      element.querySelector('.drumbeat-step-number').textContent = AJS.I18n.getText('drumbeat.sequence.step', index + 1);
      element.querySelector('.drumbeat-step-title').textContent =
        subject || (index > 0 ? AJS.I18n.getText('drumbeat.sequence.step.answers') : AJS.I18n.getText('drumbeat.sequence.step.empty'));
      element.querySelector('.drumbeat-step-thread').hidden = index === 0;
      element.querySelectorAll('[data-first]').forEach(function (part) {
        part.hidden = (part.getAttribute('data-first') === 'true') !== (index === 0);
      });
      action('up', index === 0, AJS.I18n.getText('drumbeat.sequence.step.up', index + 1));
      action('down', index === count - 1, AJS.I18n.getText('drumbeat.sequence.step.down', index + 1));
      action('copy', false, AJS.I18n.getText('drumbeat.sequence.step.copy', index + 1));
      action('remove', false, AJS.I18n.getText('drumbeat.sequence.step.remove', index + 1));
    }

    function action(name, disabled, label) {
      const button = element.querySelector('[data-action="' + name + '"]');
      if (button) {
        // Not disabled: the focus would be lost when a step arrives at the end.
        button.setAttribute('aria-disabled', String(disabled));
        button.setAttribute('aria-label', label);
        button.title = label;
      }
    }

    function showOutlook(mail) {
      element.querySelector('.drumbeat-step-due').textContent = mail ? mail.due : '';
      element.querySelector('.drumbeat-step-warnings').replaceChildren(
        ...(mail ? mail.warnings : []).map(function (warning) {
          return Drumbeat.element('li', '', warning);
        })
      );
    }

    /** Puts a value where somebody wrote last, in the subject or in the mail. */
    function insert() {
      const into = cursor || field('body');
      const inserted = Sequence.placeholder(field('value').value, field('fallback').value);
      into.setRangeText(inserted, into.selectionStart, into.selectionEnd, 'end');
      into.focus();
      into.dispatchEvent(new Event('input', { bubbles: true }));
    }

    ['subject', 'body', 'alternative'].forEach(function (name) {
      field(name).addEventListener('focus', function () {
        cursor = field(name);
      });
    });
    field('mode').addEventListener('change', changeMode);
    if (!editable) {
      element.querySelectorAll('input, textarea').forEach(function (input) {
        input.readOnly = true;
      });
      element.querySelectorAll('select').forEach(function (select) {
        select.disabled = true;
      });
    }
    fill(step);

    return {
      element: element,
      field: field,
      fill: fill,
      value: value,
      id: function () {
        return id;
      },
      identifyAs: function (stored) {
        id = stored;
      },
      clearErrors: clearErrors,
      showErrors: showErrors,
      mistyped: mistyped,
      setOpen: setOpen,
      place: place,
      showOutlook: showOutlook,
      insert: insert
    };
  }

  Sequence.card = card;
})(window.DrumbeatSequence);
