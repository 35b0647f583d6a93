/* The page of leads: do not mail, and allow again. */
(function ($) {
  'use strict';

  var suppressForm;
  var allowForm;
  var suppressKey;
  var lifted;

  function refresh() {
    return Drumbeat.refresh('#drumbeat-leads-live');
  }

  function openSuppress(address) {
    Drumbeat.byId('drumbeat-suppress-form').reset();
    suppressForm.clear();
    suppressKey = Drumbeat.newKey();
    suppressForm.field('address').value = address || '';
    Drumbeat.openDialog('drumbeat-suppress-dialog');
    suppressForm.field(address ? 'reason' : 'address').focus();
  }

  /** A text without a name before the at sign is a domain. */
  function draft() {
    var typed = suppressForm.text('address');
    var isDomain = typed !== null && (typed.indexOf('@') < 0 || typed.charAt(0) === '@');
    var scope = suppressForm.field('scope');
    var body = { reason: suppressForm.field('reason').value, note: suppressForm.text('note') };
    body[isDomain ? 'domain' : 'address'] = isDomain ? typed.replace(/^@/, '') : typed;
    if (scope && !isDomain) {
      body.scope = scope.value;
    }
    return body;
  }

  /** There is one input for both. */
  function besideAddress(answer) {
    var errors = (answer.body && answer.body.errors) || {};
    if (errors.domain) {
      errors.address = errors.domain;
      delete errors.domain;
    }
    return answer;
  }

  function suppress(event) {
    event.preventDefault();
    suppressForm.clear();
    if (suppressForm.text('address') === null) {
      suppressForm.fieldError('address', AJS.I18n.getText('drumbeat.invalid.required'));
      suppressForm.focusFirstError();
      return;
    }
    var body = draft();
    Drumbeat.call('POST', 'suppressions', body, suppressKey).then(function (answer) {
      if (!answer.ok) {
        suppressForm.showErrors(besideAddress(answer));
        // What was refused was not carried out: the next attempt is another intention.
        suppressKey = Drumbeat.newKey();
        return;
      }
      Drumbeat.closeDialog('drumbeat-suppress-dialog');
      Drumbeat.flag('success', AJS.I18n.getText('drumbeat.leads.suppressed', body.address || body.domain));
      refresh();
    });
  }

  function openAllow(row) {
    lifted = row.getAttribute('data-id');
    Drumbeat.byId('drumbeat-allow-form').reset();
    allowForm.clear();
    document.querySelector('.drumbeat-allow-name').textContent = row.getAttribute('data-name');
    Drumbeat.openDialog('drumbeat-allow-dialog');
    allowForm.field('reason').focus();
  }

  function allow(event) {
    event.preventDefault();
    allowForm.clear();
    Drumbeat.call('DELETE', 'suppressions/' + lifted, { reason: allowForm.text('reason') || '' }).then(function (answer) {
      if (!answer.ok) {
        allowForm.showErrors(answer);
        return;
      }
      Drumbeat.closeDialog('drumbeat-allow-dialog');
      Drumbeat.flag('success', AJS.I18n.getText('drumbeat.leads.allowed'));
      refresh();
    });
  }

  function bindDialog(id, onAction) {
    Drumbeat.onAction(Drumbeat.byId(id), function (action) {
      if (action === 'close') {
        Drumbeat.closeDialog(id);
      } else {
        onAction(action);
      }
    });
  }

  $(function () {
    var page = document.querySelector('.drumbeat-leads');
    if (!page) {
      return;
    }
    suppressForm = Drumbeat.formOf(Drumbeat.byId('drumbeat-suppress-form'), Drumbeat.byId('drumbeat-suppress-dialog'));
    allowForm = Drumbeat.formOf(Drumbeat.byId('drumbeat-allow-form'), Drumbeat.byId('drumbeat-allow-dialog'));
    Drumbeat.byId('drumbeat-suppress-form').addEventListener('submit', suppress);
    Drumbeat.byId('drumbeat-allow-form').addEventListener('submit', allow);
    Drumbeat.onAction(page, function (action, control) {
      if (action === 'suppress') {
        openSuppress(control.getAttribute('data-address'));
      } else if (action === 'allow') {
        openAllow(control.closest('[data-id]'));
      }
    });
    bindDialog('drumbeat-suppress-dialog', function () {
      Drumbeat.copyRequest('POST', 'suppressions', draft());
    });
    bindDialog('drumbeat-allow-dialog', function () {});
  });
})(AJS.$);
