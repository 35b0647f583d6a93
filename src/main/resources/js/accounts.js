/* The page of mail accounts: everything it changes goes through REST, as any program's call would. */
(function ($) {
  'use strict';

  var PORTS = {
    smtp: { none: '25', starttls: '587', tls: '465' },
    imap: { none: '143', starttls: '143', tls: '993' }
  };
  var STAGES = ['dns', 'connect', 'tls', 'login', 'sendToSelf', 'imapLogin', 'receive'];
  var OPPOSITES = { pause: 'resume', resume: 'pause' };
  var LOZENGES = { ok: 'aui-lozenge-success', failed: 'aui-lozenge-error', running: 'aui-lozenge-current' };

  function byId(id) {
    return document.getElementById(id);
  }

  function resource(path) {
    return AJS.contextPath() + '/rest/drumbeat/1/mail-accounts' + path;
  }

  /** Answers {status, body}; a server that cannot be reached answers status 0. */
  function call(method, path, body) {
    var headers = { Accept: 'application/json', 'X-Atlassian-Token': 'no-check' };
    if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
    }
    return fetch(resource(path), {
      method: method,
      headers: headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body)
    }).then(
      function (response) {
        return response.text().then(function (text) {
          return { status: response.status, body: parsed(text) };
        });
      },
      function () {
        return { status: 0, body: null };
      }
    );
  }

  function parsed(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch (e) {
      return null;
    }
  }

  function messages(answer) {
    var body = answer.body || {};
    var all = (body.errorMessages || []).slice();
    Object.keys(body.errors || {}).forEach(function (field) {
      all.push(body.errors[field]);
    });
    return all.length ? all : [AJS.I18n.getText('drumbeat.accounts.unreachable')];
  }

  function isOk(answer) {
    return answer.status >= 200 && answer.status < 300;
  }

  function flag(type, text) {
    AJS.flag({ type: type, body: AJS.escapeHtml(text), close: type === 'error' ? 'manual' : 'auto' });
  }

  /** The control that the reader came from, by its row, or by none. */
  var home = { id: null, action: 'connect' };

  function focusHome() {
    var row = document.querySelector('#drumbeat-accounts-list tr[data-id="' + home.id + '"]');
    var control =
      row &&
      (row.querySelector('[data-action="' + home.action + '"]') ||
        row.querySelector('[data-action="' + OPPOSITES[home.action] + '"]'));
    (control || document.querySelector('.drumbeat-accounts [data-action="connect"]')).focus();
  }

  function isFocusLost() {
    return !document.activeElement || document.activeElement === document.body;
  }

  /** Draws the list as the server does, and nothing else of the page. */
  function refresh() {
    return fetch(window.location.pathname, { credentials: 'same-origin' })
      .then(function (response) {
        return response.text();
      })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('drumbeat-accounts-list');
        if (!fresh) {
          // The log-in is over, perhaps only that for administration: the page itself leads to it.
          window.location.reload();
          return;
        }
        byId('drumbeat-accounts-list').replaceChildren.apply(
          byId('drumbeat-accounts-list'),
          Array.prototype.slice.call(document.importNode(fresh, true).childNodes)
        );
        if (isFocusLost()) {
          focusHome();
        }
      });
  }

  function show(id) {
    AJS.dialog2('#' + id).show();
  }

  function hide(id) {
    AJS.dialog2('#' + id).hide();
  }

  function address(hash) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search + hash);
  }

  // The form

  var form;
  var edited = null;

  function field(name) {
    return form.elements[name];
  }

  function text(name) {
    var value = field(name).value.trim();
    return value === '' ? null : value;
  }

  function number(name) {
    return field(name).value === '' ? null : Number(field(name).value);
  }

  function server(kind) {
    var body = {
      host: text(kind + '.host'),
      port: number(kind + '.port'),
      security: field(kind + '.security').value,
      user: text(kind + '.user')
    };
    if (field(kind + '.password').value !== '') {
      body.password = field(kind + '.password').value;
    }
    return body;
  }

  function draft() {
    var body = {
      name: text('name'),
      fromAddress: text('fromAddress'),
      fromName: text('fromName'),
      replyTo: text('replyTo'),
      smtp: server('smtp'),
      imap: server('imap'),
      limits: {
        perDay: number('limits.perDay'),
        perHour: number('limits.perHour'),
        minimumGapSeconds: number('limits.minimumGapSeconds')
      },
      zone: text('zone')
    };
    body.imap.folder = text('imap.folder');
    if (edited) {
      body.version = Number(field('version').value);
    }
    return body;
  }

  function fill(account) {
    form.reset();
    clearErrors();
    ['name', 'fromAddress', 'fromName', 'replyTo', 'zone', 'version'].forEach(function (name) {
      field(name).value = account[name] === undefined ? '' : account[name];
    });
    ['smtp', 'imap'].forEach(function (kind) {
      ['host', 'port', 'security', 'user', 'folder'].forEach(function (name) {
        if (field(kind + '.' + name) && account[kind][name] !== undefined) {
          field(kind + '.' + name).value = account[kind][name];
        }
      });
      kept(kind, account[kind].passwordSet === true);
    });
    ['perDay', 'perHour', 'minimumGapSeconds'].forEach(function (name) {
      field('limits.' + name).value = account.limits[name] === undefined ? '' : account.limits[name];
    });
  }

  function kept(kind, isKept) {
    field(kind + '.password').parentNode.querySelector('.drumbeat-password-kept').hidden = !isKept;
  }

  function openForm(title, account, id) {
    edited = id;
    byId('drumbeat-account-title').textContent = title;
    fill(account);
    show('drumbeat-account-dialog');
    field('name').focus();
  }

  function connect() {
    address('#new');
    openForm(
      AJS.I18n.getText('drumbeat.accounts.connect'),
      {
        smtp: { security: 'starttls', port: PORTS.smtp.starttls },
        imap: { security: 'tls', port: PORTS.imap.tls },
        limits: {}
      },
      null
    );
  }

  function edit(id) {
    address('#edit=' + id);
    return call('GET', '/' + id).then(function (answer) {
      if (isOk(answer)) {
        openForm(AJS.I18n.getText('drumbeat.accounts.edit.title', answer.body.name), answer.body, id);
      } else {
        flag('error', messages(answer).join(' '));
      }
    });
  }

  function clearErrors() {
    byId('drumbeat-account-dialog').querySelector('.drumbeat-form-message').replaceChildren();
    form.querySelectorAll('.error').forEach(function (error) {
      error.remove();
    });
    form.querySelectorAll('[aria-invalid]').forEach(function (input) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    });
  }

  function showFieldError(name, text) {
    var input = field(name);
    var error = document.createElement('div');
    error.className = 'error';
    error.id = input.id + '-error';
    error.textContent = text;
    input.parentNode.appendChild(error);
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', error.id);
  }

  function showFormMessage(text, action) {
    var box = document.createElement('div');
    var paragraph = document.createElement('p');
    box.className = 'aui-message aui-message-error';
    paragraph.textContent = text;
    box.appendChild(paragraph);
    if (action) {
      box.appendChild(action);
    }
    byId('drumbeat-account-dialog').querySelector('.drumbeat-form-message').appendChild(box);
  }

  function button(label, onClick) {
    var made = document.createElement('button');
    made.type = 'button';
    made.className = 'aui-button';
    made.textContent = label;
    made.addEventListener('click', onClick);
    return made;
  }

  /** For a number that is none a browser gives an empty value, which would count as left out. */
  function showMistyped() {
    form.querySelectorAll('input[type="number"]').forEach(function (input) {
      if (input.validity.badInput) {
        showFieldError(input.name, AJS.I18n.getText('drumbeat.json.expected-whole-number'));
      }
    });
    return focusFirstError();
  }

  function focusFirstError() {
    var first = form.querySelector('[aria-invalid="true"]');
    if (first) {
      first.focus();
    }
    return first !== null;
  }

  /** Only what somebody else changed is offered, since to see it gives up what was typed. */
  function showConflict(text) {
    call('GET', '/' + edited).then(function (current) {
      var isStale = isOk(current) && current.body.version !== Number(field('version').value);
      showFormMessage(
        text,
        isStale &&
          button(AJS.I18n.getText('drumbeat.accounts.load-theirs'), function () {
            edit(edited);
          })
      );
    });
  }

  /** Nothing that was typed is lost: errors are put beside it. */
  function showErrors(answer) {
    var body = answer.body || {};
    var errors = body.errors || {};
    var elsewhere = body.errorMessages ? body.errorMessages.slice() : [];
    Object.keys(errors).forEach(function (name) {
      if (field(name)) {
        showFieldError(name, errors[name]);
      } else {
        elsewhere.push(name + ': ' + errors[name]);
      }
    });
    if (answer.status === 409 && edited) {
      showConflict(elsewhere.join(' '));
    } else if (elsewhere.length || !Object.keys(errors).length) {
      showFormMessage(elsewhere.length ? elsewhere.join(' ') : messages(answer).join(' '));
    }
    focusFirstError();
  }

  function save(event) {
    event.preventDefault();
    clearErrors();
    if (showMistyped()) {
      return;
    }
    var button = byId('drumbeat-account-dialog').querySelector('[data-role="save"]');
    button.disabled = true;
    var answered = edited ? call('PUT', '/' + edited, draft()) : call('POST', '', draft());
    answered.then(function (answer) {
      button.disabled = false;
      if (!isOk(answer)) {
        showErrors(answer);
        return;
      }
      hide('drumbeat-account-dialog');
      flag('success', AJS.I18n.getText('drumbeat.accounts.saved', answer.body.name));
      (answer.body.warnings || []).forEach(function (warning) {
        flag('warning', warning);
      });
      refresh();
    });
  }

  /** The call that does the same, without the passwords. */
  function asRequest() {
    var body = draft();
    ['smtp', 'imap'].forEach(function (kind) {
      if (body[kind].password !== undefined) {
        body[kind].password = '...';
      }
    });
    return (
      'curl -X ' + (edited ? 'PUT' : 'POST') +
      " '" + window.location.origin + resource(edited ? '/' + edited : '') + "'" +
      " -H 'Authorization: Bearer TOKEN' -H 'Content-Type: application/json' --data '" +
      JSON.stringify(body).replace(/'/g, "'\\''") + "'"
    );
  }

  function copyRequest() {
    clearErrors();
    if (showMistyped()) {
      return;
    }
    var request = asRequest();
    var copied = navigator.clipboard ? navigator.clipboard.writeText(request) : Promise.reject(new Error());
    copied.then(
      function () {
        flag('success', AJS.I18n.getText('drumbeat.accounts.copied'));
      },
      function () {
        flag('info', request);
      }
    );
  }

  function presetPort(kind) {
    var port = field(kind + '.port');
    var known = Object.keys(PORTS[kind]).map(function (security) {
      return PORTS[kind][security];
    });
    if (port.value === '' || known.indexOf(port.value) >= 0) {
      port.value = PORTS[kind][field(kind + '.security').value];
    }
  }

  // The test

  var tested = null;

  function stageLine(word) {
    return byId('drumbeat-test-dialog').querySelector('[data-stage="' + word + '"]');
  }

  function drawStage(word, result, label, message, millis) {
    var line = stageLine(word);
    var lozenge = line.querySelector('.drumbeat-stage-result');
    lozenge.className = 'aui-lozenge drumbeat-stage-result ' + (LOZENGES[result] || '');
    lozenge.textContent = label;
    line.setAttribute('data-result', result);
    line.querySelector('.drumbeat-stage-message').textContent = message || '';
    line.querySelector('.drumbeat-stage-time').textContent =
      millis === undefined || result === 'skipped' ? '' : AJS.I18n.getText('drumbeat.accounts.test.millis', String(millis));
  }

  function resultLabel(result) {
    switch (result) {
      case 'ok':
        return AJS.I18n.getText('drumbeat.accounts.test.ok');
      case 'failed':
        return AJS.I18n.getText('drumbeat.accounts.test.failed');
      default:
        return AJS.I18n.getText('drumbeat.accounts.test.skipped');
    }
  }

  function skipRest(from) {
    STAGES.slice(from).forEach(function (word) {
      drawStage(word, 'skipped', resultLabel('skipped'));
    });
  }

  function runStage(id, index, messageId) {
    if (index === STAGES.length) {
      return Promise.resolve(true);
    }
    var word = STAGES[index];
    drawStage(word, 'running', AJS.I18n.getText('drumbeat.accounts.test.running'));
    return call('POST', '/' + id + '/test', { stage: word, messageId: messageId }).then(function (answer) {
      var stage = isOk(answer) ? answer.body.stages[0] : { result: 'failed', message: messages(answer).join(' ') };
      drawStage(word, stage.result, resultLabel(stage.result), stage.message, stage.durationMillis);
      if (stage.result === 'failed') {
        skipRest(index + 1);
        return false;
      }
      return runStage(id, index + 1, word === 'sendToSelf' ? answer.body.messageId : messageId);
    });
  }

  function test(id, name) {
    tested = { id: id, name: name };
    address('#test=' + id);
    var dialog = byId('drumbeat-test-dialog');
    var again = dialog.querySelector('[data-action="test-again"]');
    var verdict = dialog.querySelector('.drumbeat-test-verdict');
    byId('drumbeat-test-title').textContent = AJS.I18n.getText('drumbeat.accounts.test.title', name);
    verdict.textContent = '';
    again.disabled = true;
    STAGES.forEach(function (word) {
      drawStage(word, 'waiting', AJS.I18n.getText('drumbeat.accounts.test.waiting'));
    });
    show('drumbeat-test-dialog');
    return runStage(id, 0, undefined).then(function (passed) {
      verdict.textContent = passed
        ? AJS.I18n.getText('drumbeat.accounts.test.passed')
        : AJS.I18n.getText('drumbeat.accounts.test.not-passed');
      again.disabled = false;
      // Behind the open dialog nobody sees the list; it is drawn when the dialog closes.
      return AJS.dialog2('#drumbeat-test-dialog').isVisible() ? null : refresh();
    });
  }

  // The list

  function change(id, action, done) {
    return call('POST', '/' + id + '/' + action).then(function (answer) {
      flag(isOk(answer) ? 'success' : 'error', isOk(answer) ? done : messages(answer).join(' '));
      return refresh();
    });
  }

  var deleted = null;

  function askToDelete(id, name) {
    deleted = id;
    byId('drumbeat-delete-dialog').querySelector('.drumbeat-delete-name').textContent = name;
    show('drumbeat-delete-dialog');
  }

  function confirmDelete() {
    call('DELETE', '/' + deleted).then(function (answer) {
      hide('drumbeat-delete-dialog');
      flag(
        isOk(answer) ? 'success' : 'error',
        isOk(answer) ? AJS.I18n.getText('drumbeat.accounts.deleted') : messages(answer).join(' ')
      );
      refresh();
    });
  }

  function act(action, row) {
    var id = row && row.getAttribute('data-id');
    var name = row && row.getAttribute('data-name');
    home = { id: id, action: action };
    switch (action) {
      case 'connect':
        connect();
        break;
      case 'edit':
        edit(id);
        break;
      case 'test':
        test(id, name);
        break;
      case 'pause':
        change(id, 'pause', AJS.I18n.getText('drumbeat.accounts.is-paused', name));
        break;
      case 'resume':
        change(id, 'resume', AJS.I18n.getText('drumbeat.accounts.is-resumed', name));
        break;
      case 'delete':
        askToDelete(id, name);
        break;
    }
  }

  function onClick(within, handler) {
    within.addEventListener('click', function (event) {
      var pressed = event.target.closest('[data-action]');
      if (pressed) {
        handler(pressed.getAttribute('data-action'), pressed.closest('tr'));
      }
    });
  }

  function bindDialogs() {
    ['drumbeat-account-dialog', 'drumbeat-test-dialog', 'drumbeat-delete-dialog'].forEach(function (id) {
      onClick(byId(id), function (action) {
        if (action === 'close') {
          hide(id);
        } else if (action === 'copy-request') {
          copyRequest();
        } else if (action === 'test-again') {
          test(tested.id, tested.name);
        } else if (action === 'confirm-delete') {
          confirmDelete();
        }
      });
      AJS.dialog2('#' + id).on('hide', function () {
        address('');
        if (id === 'drumbeat-test-dialog') {
          refresh();
        }
        if (isFocusLost()) {
          focusHome();
        }
      });
    });
  }

  /** What is open is in the address, so that it can be linked to and reloaded. */
  function openFromAddress() {
    var hash = window.location.hash;
    var wanted = /^#(edit|test)=(\d+)$/.exec(hash);
    if (hash === '#new') {
      connect();
    } else if (wanted) {
      var row = document.querySelector('#drumbeat-accounts-list tr[data-id="' + wanted[2] + '"]');
      if (row) {
        act(wanted[1], row);
      }
    }
  }

  $(function () {
    var page = document.querySelector('.drumbeat-accounts');
    if (!page) {
      return;
    }
    form = byId('drumbeat-account-form');
    form.addEventListener('submit', save);
    ['smtp', 'imap'].forEach(function (kind) {
      field(kind + '.security').addEventListener('change', function () {
        presetPort(kind);
      });
    });
    onClick(page, act);
    bindDialogs();
    openFromAddress();
  });
})(AJS.$);
