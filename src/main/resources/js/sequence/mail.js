/* The words of a mail on a card: its subject, its two bodies, and whether it answers. */
(function (Sequence) {
  'use strict';

  const FIELDS = ['subject', 'mode', 'body', 'alternative'];

  Sequence.part(function (card) {
    const field = card.field;
    let cursor = null;
    /** The words as they came, and what the fields showed of them then. */
    let base = {};
    let shown = '';
    const variants = Sequence.variants(card, { fill: fillWords, read: readWords });

    function fill(step) {
      Sequence.choose(field('thread'), step.thread || 'same');
      variants.fill(step);
    }

    function write(step) {
      step.thread = field('thread').value;
      variants.write(step);
    }

    function fillWords(words) {
      const mode = Sequence.modeOf(words);
      base = { subject: words.subject, html: words.html, text: words.text };
      field('subject').value = words.subject || '';
      field('mode').value = mode;
      field('body').value = (mode === 'html' ? words.html : words.text) || '';
      field('alternative').value = (mode === 'html' && words.text) || '';
      shown = typed();
      showMode();
    }

    function typed() {
      return JSON.stringify(
        FIELDS.map(function (name) {
          return field(name).value;
        })
      );
    }

    /** Subject, html and text; what nobody touched is as it came. */
    function readWords() {
      if (typed() === shown) {
        return { subject: base.subject, html: base.html, text: base.text };
      }
      const bodies = Sequence.bodies(field('mode').value, field('body').value, field('alternative').value);
      return { subject: card.text('subject'), html: bodies.html, text: bodies.text };
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
      const found = variants.find(name, errors);
      if (!found) {
        return undefined;
      }
      const isHtml = field('mode').value === 'html';
      if (found.name === 'html') {
        return errors[found.path + 'text'] && !isHtml ? Sequence.TOLD : field('body');
      }
      return found.name === 'text' ? field(isHtml ? 'alternative' : 'body') : field(found.name);
    }

    /** The first mail has none before it that it could answer; tasks do not count. */
    function place(index) {
      if (card.isTask()) {
        return;
      }
      const first = card.all().slice(0, index).every(function (each) {
        return each.isTask();
      });
      const unsaid = first ? AJS.I18n.getText('drumbeat.sequence.step.empty') : AJS.I18n.getText('drumbeat.sequence.step.answers');
      card.element.querySelector('.drumbeat-step-title').textContent = card.title() || unsaid;
      card.element.querySelectorAll('[data-follow-up]').forEach(function (each) {
        each.hidden = first;
      });
    }

    /** Puts a value where somebody wrote last on the card. */
    function insert() {
      const into = cursor || field(card.isTask() ? 'summary' : 'body');
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
    /** The mail that is shown, of several variants that one. */
    card.said = function () {
      return Object.assign({ thread: field('thread').value }, readWords());
    };

    function start() {
      ['subject', 'body', 'alternative', 'summary', 'description'].forEach(function (name) {
        field(name).addEventListener('focus', function () {
          cursor = field(name);
        });
      });
      field('mode').addEventListener('change', changeMode);
      variants.start();
      Drumbeat.onAction(card.element, function (action) {
        if (action === 'insert') {
          insert();
        }
      });
    }

    return {
      names: ['thread'],
      state: variants.state,
      fill: fill,
      write: write,
      start: start,
      input: input,
      place: place
    };
  });
})(window.DrumbeatSequence);
