/*
 * The field in which people look for a campaign or a sequence by its name. What takes nobody now is
 * listed with the reason and cannot be chosen.
 */
(function () {
  'use strict';

  const WAIT = 250;

  /**
   * Takes an input with role combobox and its list; calls onChoice(choice) with what was chosen,
   * and with null as soon as the name is changed again.
   */
  function field(input, list, onChoice) {
    let choices = [];
    let active = -1;
    let chosen = null;
    let asked = 0;
    let timer = null;

    function isOpen() {
      return !list.hidden;
    }

    function open() {
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
    }

    function close() {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      activate(-1);
    }

    function activate(index) {
      active = index;
      Array.from(list.children).forEach(function (option, i) {
        option.classList.toggle('drumbeat-option-active', i === index);
        option.setAttribute('aria-selected', String(i === index));
      });
      if (index >= 0) {
        input.setAttribute('aria-activedescendant', list.children[index].id);
        list.children[index].scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function label(choice) {
      return choice.kind === 'campaign'
        ? AJS.I18n.getText('drumbeat.enroll.kind.campaign')
        : AJS.I18n.getText('drumbeat.enroll.kind.sequence');
    }

    function option(choice, i) {
      const made = Drumbeat.element('li', 'drumbeat-option');
      made.id = list.id + '-' + i;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-disabled', String(!choice.enabled));
      made.appendChild(Drumbeat.element('bdi', 'drumbeat-option-name', choice.name));
      made.appendChild(document.createTextNode(' '));
      made.appendChild(Drumbeat.element('span', 'drumbeat-detail', label(choice)));
      if (choice.reason) {
        made.appendChild(Drumbeat.element('div', 'drumbeat-detail', choice.reason));
      }
      made.addEventListener('mousedown', function (event) {
        // The focus stays in the input.
        event.preventDefault();
        choose(choice);
      });
      return made;
    }

    function show(found) {
      choices = found;
      list.replaceChildren.apply(list, found.map(option));
      if (!found.length) {
        const nothing = Drumbeat.element('li', 'drumbeat-option drumbeat-detail');
        nothing.setAttribute('role', 'option');
        nothing.setAttribute('aria-disabled', 'true');
        nothing.id = list.id + '-none';
        nothing.textContent = AJS.I18n.getText('drumbeat.enroll.nothing-found');
        list.appendChild(nothing);
      }
      activate(-1);
      open();
    }

    function look() {
      const number = ++asked;
      const query = chosen ? '' : input.value.trim();
      return Drumbeat.call('GET', 'enroll-choices?query=' + encodeURIComponent(query)).then(
        function (answer) {
          if (number === asked && answer.ok) {
            show(answer.body.values);
          }
          return answer;
        }
      );
    }

    /** What is on its way is not wanted any more. */
    function stopLooking() {
      asked++;
      window.clearTimeout(timer);
    }

    function choose(choice) {
      if (!choice.enabled) {
        return;
      }
      stopLooking();
      chosen = choice;
      input.value = choice.name;
      close();
      onChoice(choice);
    }

    function move(by) {
      if (!isOpen()) {
        look();
      } else if (choices.length) {
        activate((active + by + choices.length) % choices.length);
      }
    }

    input.addEventListener('input', function () {
      if (chosen) {
        chosen = null;
        onChoice(null);
      }
      window.clearTimeout(timer);
      timer = window.setTimeout(look, WAIT);
    });

    input.addEventListener('click', function () {
      if (!isOpen()) {
        look();
      }
    });

    input.addEventListener('blur', function () {
      stopLooking();
      close();
    });

    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      } else if (event.key === 'Enter' && isOpen()) {
        event.preventDefault();
        if (active >= 0) {
          choose(choices[active]);
        }
      } else if (event.key === 'Escape' && isOpen()) {
        // The first Escape closes the list, the next one the dialog.
        event.stopPropagation();
        stopLooking();
        close();
      }
    });

    return { look: look };
  }

  Drumbeat.enrollChoice = field;
})();
