/* The page of mail accounts: everything it changes goes through REST, as any program's call would. */
(function ($) {
  'use strict';

  var PORTS = {
    smtp: { none: '25', starttls: '587', tls: '465' },
    imap: { none: '143', starttls: '143', tls: '993' }
  };
  var STAGES = ['dns', 'connect', 'tls', 'login', 'sendToSelf', 'imapLogin', 'receive'];
  var LOZENGES = { ok: 'aui-lozenge-success', failed: 'aui-lozenge-error', running: 'aui-lozenge-current' };

  function call(method, path, body, key) {
    return Drumbeat.call(method, 'mail-accounts' + path, body, key);
  }

  function byId(id) {
    return Drumbeat.byId(id);
  }

  function refresh() {
    return Drumbeat.refresh('#drumbeat-accounts-list');
  }

  function address(hash) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search + hash);
  }

  function open(id) {
    Drumbeat.openDialog(id, function () {
      address('');
      if (id === 'drumbeat-test-dialog') {
        refresh();
      }
    });
  }

  // The form

  var form;
  var fields;
  var edited = null;

  /** What is refused was not carried out, so each refusal begins another attempt. */
  var newKey = null;

  function field(name) {
    return fields.field(name);
  }

  function text(name) {
    return fields.text(name);
  }

  function number(name) {
    return fields.number(name);
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
    fields.clear();
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
    open('drumbeat-account-dialog');
    field('name').focus();
  }

  function connect() {
    newKey = Drumbeat.newKey();
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
      if (answer.ok) {
        openForm(AJS.I18n.getText('drumbeat.accounts.edit.title', answer.body.name), answer.body, id);
      } else {
        Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
      }
    });
  }

  /** Only what somebody else changed is offered, since to see it gives up what was typed. */
  function showConflict(text) {
    call('GET', '/' + edited).then(function (current) {
      var isStale = current.ok && current.body.version !== Number(field('version').value);
      fields.message(
        text,
        isStale &&
          Drumbeat.button(AJS.I18n.getText('drumbeat.accounts.load-theirs'), function () {
            edit(edited);
          })
      );
    });
  }

  function showErrors(answer) {
    if (answer.status === 409 && edited) {
      showConflict(fields.fieldErrors(answer).join(' '));
      fields.focusFirstError();
    } else {
      fields.showErrors(answer);
    }
  }

  function save(event) {
    event.preventDefault();
    fields.clear();
    if (fields.isMistyped()) {
      return;
    }
    var button = byId('drumbeat-account-dialog').querySelector('[data-role="save"]');
    button.disabled = true;
    var isNew = !edited;
    var answered = edited ? call('PUT', '/' + edited, draft()) : call('POST', '', draft(), newKey);
    answered.then(function (answer) {
      button.disabled = false;
      if (!answer.ok) {
        newKey = Drumbeat.newKey();
        showErrors(answer);
        return;
      }
      Drumbeat.closeDialog('drumbeat-account-dialog');
      Drumbeat.flag('success', AJS.I18n.getText('drumbeat.accounts.saved', answer.body.name));
      (answer.body.warnings || []).forEach(function (warning) {
        Drumbeat.flag('warning', warning);
      });
      refresh().then(function () {
        if (isNew) {
          test(String(answer.body.id), answer.body.name);
        }
      });
    });
  }

  /** The call that does the same, without the passwords. */
  function copyRequest() {
    fields.clear();
    if (fields.isMistyped()) {
      return;
    }
    var body = draft();
    ['smtp', 'imap'].forEach(function (kind) {
      if (body[kind].password !== undefined) {
        body[kind].password = '...';
      }
    });
    Drumbeat.copyRequest(edited ? 'PUT' : 'POST', 'mail-accounts' + (edited ? '/' + edited : ''), body);
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

  /** Answers null when another test began meanwhile, which draws in the same places. */
  function runStage(run, index, messageId) {
    if (index === STAGES.length) {
      return Promise.resolve(true);
    }
    var word = STAGES[index];
    drawStage(word, 'running', AJS.I18n.getText('drumbeat.accounts.test.running'));
    return call('POST', '/' + run.id + '/test', { stage: word, messageId: messageId }).then(function (answer) {
      if (tested !== run) {
        return null;
      }
      var stage = answer.ok
        ? answer.body.stages[0]
        : { result: 'failed', message: Drumbeat.messages(answer).join(' ') };
      drawStage(word, stage.result, resultLabel(stage.result), stage.message, stage.durationMillis);
      if (stage.result === 'failed') {
        skipRest(index + 1);
        return false;
      }
      return runStage(run, index + 1, word === 'sendToSelf' ? answer.body.messageId : messageId);
    });
  }

  function test(id, name) {
    var run = { id: id, name: name };
    tested = run;
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
    open('drumbeat-test-dialog');
    return runStage(run, 0, undefined).then(function (passed) {
      if (passed === null) {
        return null;
      }
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
      Drumbeat.flag(answer.ok ? 'success' : 'error', answer.ok ? done : Drumbeat.messages(answer).join(' '));
      return refresh();
    });
  }

  var deleted = null;

  function askToDelete(id, name) {
    deleted = id;
    byId('drumbeat-delete-dialog').querySelector('.drumbeat-delete-name').textContent = name;
    open('drumbeat-delete-dialog');
  }

  function confirmDelete() {
    call('DELETE', '/' + deleted).then(function (answer) {
      Drumbeat.closeDialog('drumbeat-delete-dialog');
      Drumbeat.flag(
        answer.ok ? 'success' : 'error',
        answer.ok ? AJS.I18n.getText('drumbeat.accounts.deleted') : Drumbeat.messages(answer).join(' ')
      );
      refresh();
    });
  }

  function act(action, row) {
    var id = row && row.getAttribute('data-id');
    var name = row && row.getAttribute('data-name');
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

  function bindDialogs() {
    ['drumbeat-account-dialog', 'drumbeat-test-dialog', 'drumbeat-delete-dialog'].forEach(function (id) {
      Drumbeat.onAction(byId(id), function (action) {
        if (action === 'close') {
          Drumbeat.closeDialog(id);
        } else if (action === 'copy-request') {
          copyRequest();
        } else if (action === 'test-again') {
          test(tested.id, tested.name);
        } else if (action === 'confirm-delete') {
          confirmDelete();
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
    fields = Drumbeat.formOf(form, byId('drumbeat-account-dialog'));
    form.addEventListener('submit', save);
    ['smtp', 'imap'].forEach(function (kind) {
      field(kind + '.security').addEventListener('change', function () {
        presetPort(kind);
      });
    });
    Drumbeat.onAction(page, function (action, control) {
      act(action, control.closest('tr'));
    });
    bindDialogs();
    openFromAddress();
  });
})(AJS.$);
