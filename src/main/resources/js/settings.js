/* The page of settings: rights by group, and what holds for all campaigns. */
(function ($) {
  'use strict';

  function lines(form, name) {
    return form
      .field(name)
      .value.split('\n')
      .map(function (line) {
        return line.trim();
      })
      .filter(function (line) {
        return line !== '';
      });
  }

  function rights(form) {
    return {
      version: form.number('version'),
      useCampaigns: lines(form, 'useCampaigns'),
      launchCampaigns: lines(form, 'launchCampaigns')
    };
  }

  function settings(form) {
    return {
      version: form.number('version'),
      mostIssues: form.number('mostIssues'),
      confirmAbove: form.number('confirmAbove'),
      defaultZone: form.text('defaultZone') || '',
      defaultHolidays: lines(form, 'defaultHolidays'),
      replyComments: {
        enabled: form.field('replyComments.enabled').checked,
        author: form.text('replyComments.author'),
        group: form.text('replyComments.group'),
        roleId: form.number('replyComments.roleId')
      }
    };
  }

  /** What is wrong with a line stands beside the field that has all of them. */
  function byField(answer) {
    var errors = (answer.body && answer.body.errors) || {};
    Object.keys(errors).forEach(function (name) {
      var field = name.replace(/\[\d+]$/, '');
      if (field !== name) {
        errors[field] = (errors[field] ? errors[field] + ' ' : '') + errors[name];
        delete errors[name];
      }
    });
    return answer;
  }

  function showConflict(form, answer) {
    form.message(
      Drumbeat.messages(answer).join(' '),
      Drumbeat.button(AJS.I18n.getText('drumbeat.accounts.load-theirs'), function () {
        window.location.reload();
      })
    );
  }

  /** A required number that is left out would stay as it is, which nobody sees. */
  function isIncomplete(element, form) {
    element.querySelectorAll('input[type="number"]').forEach(function (input) {
      var isRequired = input.closest('.field-group').querySelector('.icon-required');
      if (isRequired && input.value === '' && !input.validity.badInput) {
        form.fieldError(input.name, AJS.I18n.getText('drumbeat.invalid.required'));
      }
    });
    return form.focusFirstError();
  }

  function bind(id, path, draft) {
    var element = Drumbeat.byId(id);
    var form = Drumbeat.formOf(element, element.parentNode);
    element.addEventListener('submit', function (event) {
      event.preventDefault();
      form.clear();
      if (form.isMistyped() || isIncomplete(element, form)) {
        return;
      }
      var button = element.querySelector('[type="submit"]');
      button.disabled = true;
      Drumbeat.call('PUT', path, draft(form)).then(function (answer) {
        button.disabled = false;
        if (answer.ok) {
          form.field('version').value = answer.body.version;
          Drumbeat.flag('success', AJS.I18n.getText('drumbeat.settings.saved'));
        } else if (answer.status === 409) {
          showConflict(form, answer);
        } else {
          form.showErrors(byField(answer));
        }
      });
    });
    return function () {
      Drumbeat.copyRequest('PUT', path, draft(form));
    };
  }

  /** Nothing of it can be taken back, so it is sent only with the word that was typed. */
  function bindRemoval() {
    var element = document.getElementById('drumbeat-removal-form');
    if (!element) {
      return;
    }
    var form = Drumbeat.formOf(element, element.parentNode);
    element.addEventListener('submit', function (event) {
      event.preventDefault();
      form.clear();
      var button = element.querySelector('[type="submit"]');
      button.disabled = true;
      var order = { confirm: form.text('confirm') || '', suppressions: form.field('suppressions').checked };
      Drumbeat.call('POST', 'removal', order).then(function (answer) {
        button.disabled = false;
        if (answer.ok) {
          var begun = document.createElement('p');
          begun.setAttribute('role', 'status');
          begun.tabIndex = -1;
          begun.textContent = AJS.I18n.getText('drumbeat.removal.under-way');
          element.replaceWith(begun);
          begun.focus();
        } else {
          form.showErrors(answer);
        }
      });
    });
  }

  $(function () {
    var page = document.querySelector('.drumbeat-settings');
    if (!page) {
      return;
    }
    var copyRights = bind('drumbeat-rights-form', 'settings/rights', rights);
    var copySettings = bind('drumbeat-settings-form', 'settings', settings);
    bindRemoval();
    Drumbeat.onAction(page, function (action) {
      if (action === 'copy-rights') {
        copyRights();
      } else if (action === 'copy-settings') {
        copySettings();
      }
    });
  });
})(AJS.$);
