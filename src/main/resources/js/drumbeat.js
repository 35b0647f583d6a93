/*
 * What the scripts of all pages share: calls of REST, errors beside fields, dialogs, and drawing a
 * part of the page anew. What is changed goes through REST, as any program's call would.
 */
window.Drumbeat = (function () {
  'use strict';

  var REST = '/rest/drumbeat/1/';

  function byId(id) {
    return document.getElementById(id);
  }

  /** A resource of REST, for example 'campaigns/7'. */
  function rest(path) {
    return AJS.contextPath() + REST + path;
  }

  /** A page of the app, for example 'campaigns/7'. */
  function page(path) {
    return AJS.contextPath() + '/plugins/servlet/drumbeat/' + path;
  }

  // Calls

  function parsed(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch (e) {
      return null;
    }
  }

  function headers(hasBody, key) {
    var all = { Accept: 'application/json', 'X-Atlassian-Token': 'no-check' };
    if (hasBody) {
      all['Content-Type'] = 'application/json';
    }
    if (key) {
      all['Idempotency-Key'] = key;
    }
    return all;
  }

  /**
   * Answers {status, ok, body}; a server that cannot be reached answers status 0. With a key
   * (newKey) the same call within a day is carried out once. Whose log-in is over is told how to
   * log in without losing what was typed.
   */
  function call(method, path, body, key) {
    return fetch(rest(path), {
      method: method,
      headers: headers(method !== 'GET', key),
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body)
    }).then(
      function (response) {
        return response.text().then(function (text) {
          if (response.status === 401) {
            sayThatLogInIsOver();
          }
          return { status: response.status, ok: response.ok, body: parsed(text) };
        });
      },
      function () {
        return { status: 0, ok: false, body: null };
      }
    );
  }

  /** Names one intention of the user, so that it is carried out once however often it is sent. */
  function newKey() {
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map
      .call(bytes, function (b) {
        return ('0' + b.toString(16)).slice(-2);
      })
      .join('');
  }

  /** Everything that an answer complains of, in sentences. */
  function messages(answer) {
    var body = answer.body || {};
    var all = (body.errorMessages || []).slice();
    Object.keys(body.errors || {}).forEach(function (field) {
      all.push(body.errors[field]);
    });
    return all.length ? all : [AJS.I18n.getText('drumbeat.ui.unreachable')];
  }

  /** What curl would be called with. */
  function asRequest(method, path, body) {
    return (
      'curl -X ' + method + " '" + window.location.origin + rest(path) + "'" +
      " -H 'Authorization: Bearer TOKEN' -H 'Content-Type: application/json'" +
      (body === undefined ? '' : " --data '" + JSON.stringify(body).replace(/'/g, "'\\''") + "'")
    );
  }

  function copyRequest(method, path, body) {
    var request = asRequest(method, path, body);
    var copied = navigator.clipboard ? navigator.clipboard.writeText(request) : Promise.reject(new Error());
    return copied.then(
      function () {
        flag('success', AJS.I18n.getText('drumbeat.ui.copied'));
      },
      function () {
        flag('info', request);
      }
    );
  }

  // Messages

  /** Type is success, info, warning or error; errors stay until they are closed. */
  function flag(type, text) {
    AJS.flag({ type: type, body: AJS.escapeHtml(text), close: type === 'error' ? 'manual' : 'auto' });
  }

  function sayThatLogInIsOver() {
    if (document.querySelector('.drumbeat-log-in-again')) {
      return;
    }
    AJS.flag({
      type: 'warning',
      close: 'manual',
      body:
        AJS.escapeHtml(AJS.I18n.getText('drumbeat.ui.logged-out')) +
        ' <a class="drumbeat-log-in-again" target="_blank" rel="noopener" href="' +
        AJS.escapeHtml(window.location.href) + '">' +
        AJS.escapeHtml(AJS.I18n.getText('drumbeat.ui.log-in')) + '</a>'
    });
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  function button(label, onClick) {
    var made = element('button', 'aui-button', label);
    made.type = 'button';
    made.addEventListener('click', onClick);
    return made;
  }

  // Parts of the page

  function isFocusLost() {
    return !document.activeElement || document.activeElement === document.body;
  }

  /**
   * Where a control is: itself, its row (the next element around it with data-id), its action and
   * the action that takes its place (data-opposite).
   */
  function placeOf(control) {
    var row = control && control.closest && control.closest('[data-id]');
    return {
      control: control,
      id: control && control.id,
      row: row ? '[data-id="' + row.getAttribute('data-id') + '"] ' : '',
      actions: control && control.getAttribute
        ? [control.getAttribute('data-action'), control.getAttribute('data-opposite')]
        : []
    };
  }

  /** The control at that place now, or the first one that is marked with data-home. */
  function controlAt(place) {
    if (place.control && place.control !== document.body && document.contains(place.control)) {
      return place.control;
    }
    var again = place.id ? byId(place.id) : null;
    place.actions.forEach(function (action) {
      again = again || (action && document.querySelector(place.row + '[data-action="' + action + '"]'));
    });
    return again || document.querySelector('[data-home]');
  }

  function focusAgain(place) {
    var control = isFocusLost() && controlAt(place);
    if (control) {
      control.focus();
    }
  }

  /**
   * Draws those parts as the server does now, and nothing else of the page; the focus stays where
   * it is. Resolves when it is done. A page that cannot be drawn any more is loaded anew, which
   * leads to the log-in; one that cannot be reached stays as it is.
   */
  function refresh(selector) {
    var focused = placeOf(document.activeElement);
    return fetch(window.location.href.split('#')[0], { credentials: 'same-origin' })
      .then(function (response) {
        return response.text();
      })
      .catch(function () {
        return null;
      })
      .then(function (html) {
        if (html === null) {
          return;
        }
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        var stale = Array.prototype.slice.call(document.querySelectorAll(selector));
        var news = fresh.querySelectorAll(selector);
        if (!news.length || news.length !== stale.length) {
          window.location.reload();
          return;
        }
        stale.forEach(function (part, i) {
          part.replaceChildren.apply(
            part,
            Array.prototype.slice.call(document.importNode(news[i], true).childNodes)
          );
        });
        focusAgain(focused);
      });
  }

  /** Calls handler(action, control) when something with data-action is pressed inside. */
  function onAction(within, handler) {
    within.addEventListener('click', function (event) {
      var pressed = event.target.closest('[data-action]');
      if (pressed && !pressed.disabled && pressed.getAttribute('aria-disabled') !== 'true') {
        handler(pressed.getAttribute('data-action'), pressed, event);
      }
    });
  }

  // Dialogs

  var opened = {};

  /**
   * Opens a dialog2 of the page. When it closes the focus goes back to where it was, or to the same
   * control of what was drawn anew, and then onClosed is called.
   */
  function openDialog(id, onClosed) {
    if (!opened[id]) {
      AJS.dialog2('#' + id).on('hide', function () {
        if (byId(id).contains(document.activeElement)) {
          // What is about to be hidden still has it.
          document.activeElement.blur();
        }
        focusAgain(opened[id].place);
        opened[id].onClosed();
      });
    }
    opened[id] = { place: placeOf(document.activeElement), onClosed: onClosed || function () {} };
    AJS.dialog2('#' + id).show();
  }

  function closeDialog(id) {
    AJS.dialog2('#' + id).hide();
  }

  // Forms

  /**
   * A form whose inputs bear the names of REST's fields. Errors are put beside their inputs, others
   * into the element with the class drumbeat-form-message inside the given element.
   */
  function formOf(form, around) {
    var box = (around || form).querySelector('.drumbeat-form-message');

    function field(name) {
      var found = form.elements[name];
      return found && found.length !== undefined && !found.tagName ? found[0] : found;
    }

    function clear() {
      if (box) {
        box.replaceChildren();
      }
      form.querySelectorAll('.error').forEach(function (error) {
        error.remove();
      });
      form.querySelectorAll('[aria-invalid]').forEach(function (input) {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
      });
    }

    function fieldError(name, text) {
      var input = field(name);
      var error = element('div', 'error', text);
      error.id = (input.id || 'drumbeat-' + name) + '-error';
      (input.closest('.field-group, .group') || input.parentNode).appendChild(error);
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', error.id);
    }

    function message(text, action) {
      var shown = element('div', 'aui-message aui-message-error');
      shown.appendChild(element('p', '', text));
      if (action) {
        shown.appendChild(action);
      }
      box.appendChild(shown);
    }

    function focusFirstError() {
      var first = form.querySelector('[aria-invalid="true"]');
      if (first) {
        first.focus();
      }
      return first !== null;
    }

    /** Nothing that was typed is lost; answers what belongs to no field and is not shown yet. */
    function fieldErrors(answer) {
      var body = answer.body || {};
      var errors = body.errors || {};
      var elsewhere = (body.errorMessages || []).slice();
      Object.keys(errors).forEach(function (name) {
        if (field(name)) {
          fieldError(name, errors[name]);
        } else {
          elsewhere.push(name + ': ' + errors[name]);
        }
      });
      return elsewhere.length || Object.keys(errors).length ? elsewhere : messages(answer);
    }

    function showErrors(answer) {
      var elsewhere = fieldErrors(answer);
      if (elsewhere.length) {
        message(elsewhere.join(' '));
      }
      focusFirstError();
    }

    /** For a number that is none a browser gives an empty value, which would count as left out. */
    function isMistyped() {
      form.querySelectorAll('input[type="number"]').forEach(function (input) {
        if (input.validity.badInput) {
          fieldError(input.name, AJS.I18n.getText('drumbeat.json.expected-whole-number'));
        }
      });
      return focusFirstError();
    }

    function text(name) {
      var value = field(name).value.trim();
      return value === '' ? null : value;
    }

    function number(name) {
      return field(name).value === '' ? null : Number(field(name).value);
    }

    return {
      field: field,
      text: text,
      number: number,
      clear: clear,
      fieldError: fieldError,
      fieldErrors: fieldErrors,
      message: message,
      showErrors: showErrors,
      isMistyped: isMistyped,
      focusFirstError: focusFirstError
    };
  }

  return {
    byId: byId,
    rest: rest,
    page: page,
    call: call,
    newKey: newKey,
    messages: messages,
    copyRequest: copyRequest,
    flag: flag,
    element: element,
    button: button,
    refresh: refresh,
    onAction: onAction,
    isFocusLost: isFocusLost,
    openDialog: openDialog,
    closeDialog: closeDialog,
    formOf: formOf
  };
})();
