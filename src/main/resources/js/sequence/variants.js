/* Several ways to say one mail, as tabs above its words: which lead gets which goes by their weights. */
(function (Sequence) {
  'use strict';

  const MOST = 5;
  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

  /** The first letter that no other variant is called by. */
  function freeLabel(slots) {
    return 'ABCDEFGHIJ'.split('').find(function (letter) {
      return slots.every(function (slot) {
        return slot.label !== letter;
      });
    });
  }

  /** Of a card; words.fill(slot) shows one on its fields and words.read() reads them. */
  function variants(card, words) {
    const box = card.element.querySelector('.drumbeat-variants');
    const tabs = box.querySelector('[role="tablist"]');
    const field = card.field;
    /** One for a mail without variants. */
    let slots = [];
    let chosen = 0;
    let hadVariants = false;

    function several() {
      return slots.length > 1;
    }

    function fill(step) {
      hadVariants = Boolean(step.variants && step.variants.length);
      slots = (hadVariants ? step.variants : [step]).map(function (words) {
        return hadVariants ? Object.assign({}, words) : { subject: words.subject, html: words.html, text: words.text };
      });
      chosen = 0;
      show();
    }

    function show() {
      words.fill(slots[chosen]);
      field('label').value = slots[chosen].label || '';
      field('weight').value = several() ? String(slots[chosen].weight) : '';
      draw();
    }

    function store() {
      const slot = slots[chosen];
      Object.assign(slot, words.read());
      if (several()) {
        const weight = field('weight').value;
        slot.label = card.text('label');
        slot.weight = weight === '' ? null : Number(weight);
      }
    }

    function write(step) {
      store();
      ['subject', 'html', 'text'].forEach(function (name) {
        step[name] = slots[0][name];
      });
      if (several()) {
        step.variants = slots.map(function (slot) {
          return Object.assign({}, slot);
        });
      } else if (hadVariants) {
        step.variants = [];
      }
    }

    function state() {
      store();
      return slots;
    }

    /** How many of a hundred leads get it. */
    function share(slot) {
      const all = slots.reduce(function (sum, each) {
        return sum + (each.weight || 0);
      }, 0);
      return all === 0 ? 0 : Math.round((100 * (slot.weight || 0)) / all);
    }

    function nameOf(slot) {
      return slot.weight === 0
        ? AJS.I18n.getText('drumbeat.sequence.variant.disabled', slot.label || '')
        : AJS.I18n.getText('drumbeat.sequence.variant.share', slot.label || '', share(slot));
    }

    function draw() {
      const hasFocus = tabs.contains(document.activeElement);
      tabs.replaceChildren(...(several() ? slots.map(tab) : []));
      box.querySelectorAll('[data-variants]').forEach(function (each) {
        each.hidden = (each.getAttribute('data-variants') === 'several') !== several();
      });
      if (card.editable) {
        box.querySelector('[data-action="add-variant"]').hidden = slots.length >= MOST;
        box.querySelector('[data-action="disable-variant"]').textContent =
          slots[chosen].weight === 0
            ? AJS.I18n.getText('drumbeat.sequence.variant.enable')
            : AJS.I18n.getText('drumbeat.sequence.variant.disable');
      }
      if (hasFocus && several()) {
        tabs.children[chosen].focus();
      }
    }

    function tab(slot, index) {
      const made = Drumbeat.element('button', 'drumbeat-variant-tab', nameOf(slot));
      made.type = 'button';
      made.setAttribute('role', 'tab');
      made.setAttribute('aria-selected', String(index === chosen));
      made.setAttribute('aria-controls', field('subject').closest('.drumbeat-words').id);
      made.tabIndex = index === chosen ? 0 : -1;
      made.addEventListener('click', function () {
        choose(index);
      });
      return made;
    }

    function choose(index) {
      store();
      chosen = index;
      card.clearErrors();
      show();
      changed();
    }

    function changed() {
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }

    /** The first of a pair says what the mail said until now. */
    function add() {
      store();
      if (!several()) {
        Object.assign(slots[0], { label: 'A', weight: 1 });
      }
      const copy = Object.assign({}, slots[chosen], { label: freeLabel(slots), weight: 1 });
      delete copy.id;
      slots.push(copy);
      chosen = slots.length - 1;
      show();
      changed();
      field('subject').focus();
    }

    function remove() {
      slots.splice(chosen, 1);
      chosen = Math.min(chosen, slots.length - 1);
      show();
      changed();
      (several() ? tabs.children[chosen] : box.querySelector('[data-action="add-variant"]')).focus();
    }

    /** A disabled one is given to nobody new and keeps what it did (A9). */
    function disable() {
      field('weight').value = slots[chosen].weight === 0 ? '1' : '0';
      store();
      draw();
      changed();
    }

    /** The field of an error: of the first variant that has one, which is chosen then. */
    function find(name, errors) {
      if (name === 'variants' && several()) {
        return { name: 'weight', path: '' };
      }
      const found = /^variants\[(\d+)]\.(.+)$/.exec(name);
      if (!found) {
        return ['html', 'text'].includes(name) ? { name: name, path: '' } : null;
      }
      const first = Object.keys(errors).find(function (each) {
        return each.startsWith('variants[');
      });
      const path = 'variants[' + found[1] + '].';
      if (!first.startsWith(path) || Number(found[1]) >= slots.length) {
        return null;
      }
      if (Number(found[1]) !== chosen) {
        store();
        chosen = Number(found[1]);
        show();
      }
      return { name: found[2], path: path };
    }

    function start() {
      ['label', 'weight'].forEach(function (name) {
        field(name).addEventListener('input', function () {
          store();
          draw();
        });
      });
      tabs.addEventListener('keydown', function (event) {
        const by = STEPS[event.key];
        if (by) {
          event.preventDefault();
          choose((chosen + by + slots.length) % slots.length);
        }
      });
      Drumbeat.onAction(box, function (action) {
        const does = { 'add-variant': add, 'remove-variant': remove, 'disable-variant': disable }[action];
        if (does) {
          does();
        }
      });
    }

    return {
      fill: fill,
      write: write,
      state: state,
      find: find,
      start: start
    };
  }

  Sequence.variants = variants;
})(window.DrumbeatSequence);
