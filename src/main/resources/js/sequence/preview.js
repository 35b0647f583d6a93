/* The chosen step as the lead of a real issue would get it, and a test of it to oneself. */
(function (Sequence) {
  'use strict';

  const WAIT = 400;
  const LAST_ISSUE = 'drumbeat-sequence-issue';
  const UNSAFE = 'script, iframe, frame, object, embed, link, meta, base, form';
  const POLICY =
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src https: http: data:; style-src \'unsafe-inline\'">';

  /** Handlers are taken out before anything is parsed, since a browser complains of each it blocks. */
  function withoutHandlers(html) {
    return html.replace(/<[a-z][^>]*>/gi, function (tag) {
      return tag.replace(/([\s"'/])on([a-z]+\s*=)/gi, '$1data-on$2');
    });
  }

  /** A mail program runs nothing either; the sandbox of the frame holds for what this misses. */
  function harmless(html) {
    const mail = new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
    mail.querySelectorAll(UNSAFE).forEach(function (element) {
      element.remove();
    });
    mail.querySelectorAll('*').forEach(function (element) {
      Array.from(element.attributes).forEach(function (attribute) {
        const runs = /^on/i.test(attribute.name) || /^\s*javascript:/i.test(attribute.value);
        if (runs) {
          element.removeAttribute(attribute.name);
        }
      });
    });
    return '<!DOCTYPE html><html><head>' + POLICY + '</head>' + mail.body.outerHTML + '</html>';
  }

  /**
   * Asks for the mail that is written now; mail() answers it as REST wants it, or null. What may not
   * look as its writer expects is given to warned(texts).
   */
  function preview(panel, mail, warned) {
    const issue = panel.querySelector('[name="issue"]');
    const addressField = panel.querySelector('[name="addressField"]');
    const said = panel.querySelector('.drumbeat-preview-said');
    const shown = panel.querySelector('.drumbeat-preview-mail');
    const tested = panel.querySelector('.drumbeat-preview-tested');
    const names = new Map(JSON.parse(panel.getAttribute('data-names')));
    let asked = 0;
    let timer = null;
    let testKey = { body: '', key: '' };

    function request() {
      const body = Object.assign({}, mail());
      body.issueKey = issue.value.trim() || null;
      return body;
    }

    function say(texts, type) {
      said.replaceChildren(
        ...texts.map(function (text) {
          const message = Drumbeat.element('div', 'aui-message aui-message-' + type);
          message.appendChild(Drumbeat.element('p', '', text));
          return message;
        })
      );
    }

    function part(name) {
      return shown.querySelector('[data-part="' + name + '"]');
    }

    function showMail(body) {
      part('to').textContent = body.to || AJS.I18n.getText('drumbeat.sequence.preview.nobody');
      part('subject').textContent = body.subject || '';
      part('html').hidden = !body.html;
      part('html').srcdoc = body.html ? harmless(body.html) : '';
      part('text').textContent = body.text || '';
      part('text-part').open = !body.html;
      shown.hidden = false;
    }

    function nameOf(name) {
      return names.has(name) ? names.get(name) + ' (' + name + ')' : name;
    }

    function show(answer) {
      const body = answer.body || {};
      warned((answer.ok && body.warnings) || []);
      if (!answer.ok) {
        shown.hidden = true;
        say(complaints(answer), 'warning');
      } else if (body.problem) {
        shown.hidden = true;
        say([body.problem], 'error');
      } else if (body.missing.length) {
        shown.hidden = true;
        say([AJS.I18n.getText('drumbeat.sequence.preview.missing', body.missing.map(nameOf).join(', '))], 'warning');
      } else {
        say([], 'info');
        showMail(body);
      }
    }

    /** What keeps the mail from being shown, each with the name of its field. */
    function complaints(answer) {
      const errors = (answer.body && answer.body.errors) || {};
      const labels = {
        'step.subject': AJS.I18n.getText('drumbeat.sequence.field.subject'),
        'step.html': AJS.I18n.getText('drumbeat.sequence.field.body'),
        'step.text': AJS.I18n.getText('drumbeat.sequence.field.body')
      };
      const named = Object.keys(errors).map(function (name) {
        return (labels[name] ? labels[name] + ': ' : '') + errors[name];
      });
      return named.length ? Array.from(new Set(named)) : Drumbeat.messages(answer);
    }

    function ask() {
      const turn = ++asked;
      const body = mail() && request();
      if (!body || !body.issueKey) {
        shown.hidden = true;
        say([body ? AJS.I18n.getText('drumbeat.sequence.preview.no-issue') : AJS.I18n.getText('drumbeat.sequence.preview.no-step')], 'info');
        return;
      }
      body.addressField = addressField.value;
      Drumbeat.call('POST', 'sequences/preview', body).then(function (answer) {
        if (turn === asked) {
          show(answer);
        }
      });
    }

    function soon() {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, WAIT);
    }

    /** The address of the page says for which issue, and the next sequence begins with it too. */
    function remember() {
      const key = issue.value.trim();
      Sequence.address({ issue: key, field: addressField.value });
      if (key) {
        window.localStorage.setItem(LAST_ISSUE, key);
      }
      ask();
    }

    function keyOf(body) {
      const text = JSON.stringify(body);
      if (testKey.body !== text) {
        testKey = { body: text, key: Drumbeat.newKey() };
      }
      return testKey.key;
    }

    function sayTested(type, text) {
      const message = Drumbeat.element('div', 'aui-message aui-message-' + type);
      message.appendChild(Drumbeat.element('p', '', text));
      tested.replaceChildren(message);
    }

    function test(button) {
      if (!mail()) {
        sayTested('info', AJS.I18n.getText('drumbeat.sequence.preview.no-step'));
        return;
      }
      const body = request();
      button.setAttribute('aria-disabled', 'true');
      sayTested('info', AJS.I18n.getText('drumbeat.sequence.test.running'));
      Drumbeat.call('POST', 'sequences/test', body, keyOf(body)).then(function (answer) {
        button.removeAttribute('aria-disabled');
        // The next test is another one, whatever came of this.
        testKey = { body: '', key: '' };
        if (!answer.ok) {
          sayTested('error', complaints(answer).join(' '));
        } else if (answer.body.result === 'sent') {
          sayTested('success', AJS.I18n.getText('drumbeat.sequence.test.sent', answer.body.email));
        } else {
          sayTested('error', AJS.I18n.getText('drumbeat.sequence.test.failed', answer.body.detail));
        }
      });
    }

    issue.addEventListener('change', remember);
    addressField.addEventListener('change', remember);
    Drumbeat.onAction(panel, function (action, control) {
      if (action === 'test') {
        test(control);
      } else if (action === 'show') {
        remember();
      }
    });
    panel.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && event.target === issue) {
        event.preventDefault();
        remember();
      }
    });
    if (issue.value === '') {
      issue.value = window.localStorage.getItem(LAST_ISSUE) || '';
    }

    return { soon: soon };
  }

  Sequence.preview = preview;
})(window.DrumbeatSequence);
