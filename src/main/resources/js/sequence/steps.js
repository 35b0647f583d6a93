/* The steps of a sequence on the page, in their order: add, remove, copy, move, choose. */
(function (Sequence) {
  'use strict';

  const MAIL = { subject: null, html: null, text: null, delayValue: 3, delayUnit: 'days', thread: 'same', anchor: 'previous' };
  const TASK = { kind: 'task', summary: null, hold: true, delayValue: 3, delayUnit: 'days', anchor: 'previous' };

  /** Calls onChange after every change, onChoose when another step is chosen. */
  function steps(list, editable, onChange, onChoose) {
    let cards = [];
    let chosen = null;

    function all() {
      return cards;
    }

    function announce(text) {
      Drumbeat.byId('drumbeat-steps-said').textContent = text;
    }

    function cardOf(element) {
      const item = element.closest('.drumbeat-step');
      return cards.find(function (card) {
        return card.element === item;
      });
    }

    function number() {
      cards.forEach(function (card, index) {
        card.place(index, cards.length);
      });
      Drumbeat.byId('drumbeat-steps-empty').hidden = cards.length > 0;
      Drumbeat.byId('drumbeat-steps-keys').hidden = !editable || cards.length < 2;
    }

    function draw() {
      dropUndo();
      list.replaceChildren(
        ...cards.map(function (card) {
          return card.element;
        })
      );
      number();
    }

    function choose(card) {
      chosen = card || null;
      cards.forEach(function (each) {
        each.setOpen(each === chosen);
      });
      onChoose();
    }

    function put(card, index) {
      cards.splice(index, 0, card);
      draw();
      choose(card);
      onChange();
    }

    function add(kind) {
      const first = cards.length === 0;
      const card = Sequence.card(Object.assign({}, kind, first ? { delayValue: 0 } : {}), editable, all);
      put(card, cards.length);
      card.field(card.isTask() ? 'summary' : first ? 'subject' : 'body').focus();
    }

    function copy(card) {
      const step = card.value();
      delete step.id;
      const made = Sequence.card(step, editable, all);
      put(made, cards.indexOf(card) + 1);
      made.field(made.isTask() ? 'summary' : 'subject').focus();
    }

    function move(card, to, control) {
      const from = cards.indexOf(card);
      if (to < 0 || to >= cards.length || to === from) {
        return;
      }
      cards.splice(from, 1);
      cards.splice(to, 0, card);
      draw();
      if (control) {
        control.focus();
      }
      announce(AJS.I18n.getText('drumbeat.sequence.step.moved', to + 1, cards.length));
      onChange();
    }

    function dropUndo() {
      list.querySelectorAll('.drumbeat-undo').forEach(function (bar) {
        bar.remove();
      });
    }

    function remove(card) {
      const index = cards.indexOf(card);
      cards.splice(index, 1);
      draw();
      choose(cards[Math.min(index, cards.length - 1)]);
      onChange();
      offerUndo(card, index);
    }

    function offerUndo(card, index) {
      const bar = Drumbeat.element('li', 'drumbeat-undo');
      const undo = Drumbeat.button(AJS.I18n.getText('drumbeat.sequence.undo'), function () {
        put(card, index);
        card.element.querySelector('[data-action="open"]').focus();
      });
      bar.append(AJS.I18n.getText('drumbeat.sequence.step.removed', index + 1) + ' ', undo);
      list.insertBefore(bar, list.children[index] || null);
      undo.focus();
    }

    Drumbeat.onAction(list, function (action, control) {
      const card = cardOf(control);
      if (action === 'open') {
        choose(card === chosen ? null : card);
      } else if (action === 'up') {
        move(card, cards.indexOf(card) - 1, control);
      } else if (action === 'down') {
        move(card, cards.indexOf(card) + 1, control);
      } else if (action === 'copy') {
        copy(card);
      } else if (action === 'remove') {
        remove(card);
      }
    });

    if (editable) {
      Sequence.order(list, all, move);
    }

    list.addEventListener('input', function () {
      number();
      onChange();
    });
    list.addEventListener('change', onChange);

    return {
      addMail: function () {
        add(MAIL);
      },
      addTask: function () {
        add(TASK);
      },
      number: number,
      cards: all,
      chosen: function () {
        return chosen;
      },
      choose: choose,
      /** Draws other steps in the place of all of them. */
      show: function (wanted, open) {
        cards = wanted.map(function (step) {
          return Sequence.card(step, editable, all);
        });
        draw();
        choose(cards[open] || cards[0]);
      },
      values: function () {
        return cards.map(function (card) {
          return card.value();
        });
      }
    };
  }

  Sequence.steps = steps;
})(window.DrumbeatSequence);
