/* The words of a mail on a card: its subject, its two bodies, and whether it answers. */
(function (Sequence) {
  'use strict';

  Sequence.part(function (card) {
    const field = card.field;
    let cursor = null;

    function fill(step) {
      const mode = Sequence.modeOf(step);
      field('subject').value = step.subject || '';
      Sequence.choose(field('thread'), step.thread || 'same');
      field('mode').value = mode;
      field('body').value = (mode === 'html' ? step.html : step.text) || '';
      field('alternative').value = (mode === 'html' && step.text) || '';
      showMode();
    }

    function write(step) {
      const bodies = Sequence.bodies(field('mode').value, field('body').value, field('alternative').value);
      step.subject = card.text('subject');
      step.html = bodies.html;
      step.text = bodies.text;
      step.thread = field('thread').value;
    }

    function showMode() {
      const mode = field('mode').value;
      field('body').classList.toggle('drumbeat-source', mode === 'html');
      card.element.querySelector('.drumbeat-step-alternative').hidden = mode !== 'html';
      card.element.querySelectorAll('[data-mode]').forEach(function (hint) {
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

    /** A text is written once and checked twice. */
    function input(name, errors) {
      const isHtml = field('mode').value === 'html';
      if (name === 'html') {
        return errors.text && !isHtml ? Sequence.TOLD : field('body');
      }
      return name === 'text' ? field(isHtml ? 'alternative' : 'body') : undefined;
    }

    function place(index) {
      const subject = card.text('subject');
      card.element.querySelector('.drumbeat-step-title').textContent =
        subject || (index > 0 ? AJS.I18n.getText('drumbeat.sequence.step.answers') : AJS.I18n.getText('drumbeat.sequence.step.empty'));
      card.element.querySelector('.drumbeat-step-thread').hidden = index === 0;
    }

    /** Puts a value where somebody wrote last, in the subject or in the mail. */
    function insert() {
      const into = cursor || field('body');
      const inserted = Sequence.placeholder(field('value').value, field('fallback').value);
      into.setRangeText(inserted, into.selectionStart, into.selectionEnd, 'end');
      into.focus();
      into.dispatchEvent(new Event('input', { bubbles: true }));
    }

    /** What mail programs may not show as it is written. */
    card.showWarnings = function (texts) {
      card.element.querySelector('.drumbeat-mail-warnings').replaceChildren(
        ...texts.map(function (text) {
          return Drumbeat.element('li', '', text);
        })
      );
    };

    function start() {
      ['subject', 'body', 'alternative'].forEach(function (name) {
        field(name).addEventListener('focus', function () {
          cursor = field(name);
        });
      });
      field('mode').addEventListener('change', changeMode);
      Drumbeat.onAction(card.element, function (action) {
        if (action === 'insert') {
          insert();
        }
      });
    }

    return {
      names: ['subject', 'thread', 'mode', 'body', 'alternative'],
      fill: fill,
      write: write,
      start: start,
      input: input,
      place: place
    };
  });
})(window.DrumbeatSequence);
