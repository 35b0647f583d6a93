/* What is asked of a lead when a step becomes due, as one line of fields. */
(function (Sequence) {
  'use strict';

  /** Which fields each kind of question has. */
  const ASKS = { '': [], replied: ['not', 'class'], jql: ['not', 'jql'], field: ['field', 'operator', 'value'] };

  let made = 0;

  /**
   * Fills and reads one copy of the template; label names the question to those who do not see it.
   * A branch always asks something.
   */
  function condition(element, label, isOptional) {
    const template = Drumbeat.byId('drumbeat-condition-template');
    const line = document.importNode(template.content.firstElementChild, true);
    /** As it came, with what the line does not show. */
    let base = {};

    function field(name) {
      return line.querySelector('[data-condition="' + name + '"]');
    }

    function needsValue() {
      return !['isEmpty', 'isNotEmpty'].includes(field('operator').value);
    }

    function showType() {
      const asked = ASKS[field('type').value] || [];
      line.querySelectorAll('[data-condition]').forEach(function (each) {
        const name = each.getAttribute('data-condition');
        const isShown = name === 'type' || asked.includes(name);
        each.hidden = !isShown || (name === 'value' && !needsValue());
      });
    }

    function fill(from) {
      base = from || {};
      Sequence.choose(field('type'), base.type || field('type').options[0].value);
      field('not').value = String(base.not === true);
      Sequence.choose(field('class'), base.class || '');
      field('jql').value = base.jql || '';
      Sequence.choose(field('field'), base.field || field('field').options[0].value);
      Sequence.choose(field('operator'), base.operator || 'is');
      field('value').value = base.value || '';
      showType();
    }

    function read(name) {
      const typed = field(name).value.trim();
      return typed === '' ? null : typed;
    }

    /** As REST has it, or null where nothing is asked. */
    function value() {
      const type = field('type').value;
      if (type === '') {
        return null;
      }
      const asked = ASKS[type];
      if (!asked) {
        return base;
      }
      const now = { type: type };
      asked.forEach(function (name) {
        now[name] = name === 'not' ? (field('not').value === 'true' ? true : null) : read(name);
      });
      if (type === 'field' && !needsValue()) {
        now.value = null;
      }
      return now;
    }

    made++;
    line.querySelectorAll('[data-condition]').forEach(function (each) {
      each.id = 'drumbeat-condition-' + made + '-' + each.getAttribute('data-condition');
      each.setAttribute('aria-label', label + ': ' + each.getAttribute('aria-label'));
    });
    if (!isOptional) {
      field('type').querySelector('[value=""]').remove();
    }
    line.addEventListener('change', showType);
    element.replaceChildren(line);
    return { fill: fill, value: value, field: field };
  }

  Sequence.condition = condition;
})(window.DrumbeatSequence);
