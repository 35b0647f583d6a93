/*
 * One step on the page. Its parts show some fields each; what no part shows, or nobody changed, goes
 * back as it came, so that a save never loses what REST wrote.
 */
(function (Sequence) {
  'use strict';

  /** What only answers have. */
  const ONLY_ANSWERED = ['self', 'version', 'warnings', 'createdAt', 'updatedAt'];

  const parts = [];
  let made = 0;

  /**
   * Adds a part to every card. make(card) answers {names, fill(step), write(step)} and, where the
   * part needs them, start(), place(index, count), state() and input(name, errors): what it shows
   * beside its fields, and the input or the element for an error of REST. write is called only after
   * somebody changed one of the fields.
   */
  Sequence.part = function (make) {
    parts.push(make);
  };

  /** Sets a select; a value that the page does not offer is offered, and so it stays. */
  Sequence.choose = function (select, value) {
    const wanted = String(value);
    const isOffered = Array.from(select.options).some(function (option) {
      return option.value === wanted;
    });
    if (!isOffered) {
      select.add(new Option(wanted, wanted));
    }
    select.value = wanted;
  };

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
    element.querySelector('.drumbeat-words').id = prefix + 'words';
    element.querySelector('[data-action="open"]').setAttribute('aria-controls', body.id);
  }

  function written(step) {
    const copy = Object.assign({}, step);
    ONLY_ANSWERED.forEach(function (name) {
      delete copy[name];
    });
    return copy;
  }

  function makeReadOnly(element) {
    element.querySelectorAll('input, textarea').forEach(function (input) {
      input.readOnly = true;
    });
    element.querySelectorAll('select, input[type="checkbox"]').forEach(function (input) {
      input.disabled = true;
    });
  }

  /** A card among others; all() are the cards of the page in their order. */
  function card(step, editable, all) {
    const template = Drumbeat.byId('drumbeat-step-template');
    const element = document.importNode(template.content.firstElementChild, true);
    /** The step as it came, and what the parts showed of it then. */
    let base = {};
    let shown = [];
    let sent = [];
    identify(element);

    const self = {
      element: element,
      editable: editable,
      /** Names the card as long as the page is open; steps get their ids only when they are stored. */
      key: 'card-' + made,
      all: all,
      field: field,
      text: text,
      fill: fill,
      value: value,
      sending: sending,
      storedAs: storedAs,
      id: function () {
        return base.id || null;
      },
      isTask: function () {
        return base.kind === 'task';
      },
      title: function () {
        return text(base.kind === 'task' ? 'summary' : 'subject') || '';
      },
      isNew: isNew,
      setOpen: setOpen,
      place: place,
      showOutlook: showOutlook
    };
    const own = parts.map(function (make) {
      return make(self);
    });
    Object.assign(self, Sequence.cardErrors(element, field, own));

    function field(name) {
      return element.querySelector('[data-name="' + name + '"]');
    }

    function text(name) {
      const typed = field(name).value.trim();
      return typed === '' ? null : typed;
    }

    function state(part) {
      const values = part.names.map(function (name) {
        return field(name).value;
      });
      return JSON.stringify(part.state ? values.concat([part.state()]) : values);
    }

    function fill(from) {
      base = written(from);
      own.forEach(function (part) {
        part.fill(base);
      });
      shown = own.map(state);
    }

    function value() {
      const now = Object.assign({}, base);
      own.forEach(function (part, index) {
        if (state(part) !== shown[index]) {
          part.write(now);
        }
      });
      return now;
    }

    /** Notes what is on the page as that which is being stored. */
    function sending() {
      sent = own.map(state);
    }

    /** Takes over what was stored; what is on the page stays as it is. */
    function storedAs(stored) {
      base = written(stored);
      shown = sent;
    }

    /** A step that is gone in the store is a new one. */
    function isNew() {
      delete base.id;
    }

    function setOpen(open) {
      element.classList.toggle('drumbeat-chosen', open);
      element.querySelector('.drumbeat-step-body').hidden = !open;
      element.querySelector('[data-action="open"]').setAttribute('aria-expanded', String(open));
    }

    /** Says which place it has. */
    function place(index, count) {
      element.querySelector('.drumbeat-step-number').textContent = AJS.I18n.getText('drumbeat.sequence.step', index + 1);
      own.forEach(function (part) {
        if (part.place) {
          part.place(index, count);
        }
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
      element.querySelector('.drumbeat-step-rule').textContent = mail ? mail.rule : '';
      element.querySelector('.drumbeat-step-warnings').replaceChildren(
        ...(mail ? mail.warnings : []).map(function (warning) {
          return Drumbeat.element('li', '', warning);
        })
      );
    }

    fill(step);
    own.forEach(function (part) {
      if (part.start) {
        part.start();
      }
    });
    if (!editable) {
      makeReadOnly(element);
    }
    return self;
  }

  Sequence.card = card;
})(window.DrumbeatSequence);
