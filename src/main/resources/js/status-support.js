/* The support bundle on the page of status: looked at first, then saved as it was looked at. */
(function ($) {
  'use strict';

  var DIALOG = 'drumbeat-support-dialog';
  var content = '';

  function part(selector) {
    return Drumbeat.byId(DIALOG).querySelector(selector);
  }

  function show(text, said, ready) {
    content = text;
    Drumbeat.byId('drumbeat-support-content').textContent = text;
    Drumbeat.byId('drumbeat-support-said').textContent = said;
    part('[data-action="save"]').disabled = !ready;
  }

  function complain(answer) {
    var box = Drumbeat.element('div', 'aui-message aui-message-error');
    box.appendChild(Drumbeat.element('p', '', Drumbeat.messages(answer).join(' ')));
    part('.drumbeat-form-message').replaceChildren(box);
  }

  function look() {
    part('.drumbeat-form-message').replaceChildren();
    show('', AJS.I18n.getText('drumbeat.support.making'), false);
    Drumbeat.openDialog(DIALOG);
    Drumbeat.call('GET', 'support').then(function (answer) {
      if (answer.ok) {
        show(JSON.stringify(answer.body, null, 2), AJS.I18n.getText('drumbeat.support.made'), true);
      } else {
        show('', '', false);
        complain(answer);
      }
    });
  }

  /** What was looked at and nothing newer. */
  function save() {
    var madeAt = JSON.parse(content).madeAt;
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    link.download =
      'drumbeat-support-' + madeAt.slice(0, 16).replace(/[-:]/g, '') + 'Z.json';
    document.body.appendChild(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(link.href);
  }

  $(function () {
    var dialog = Drumbeat.byId(DIALOG);
    if (!dialog) {
      return;
    }
    Drumbeat.onAction(document.querySelector('.drumbeat-status'), function (action) {
      if (action === 'support') {
        look();
      }
    });
    Drumbeat.onAction(dialog, function (action) {
      if (action === 'save') {
        save();
      } else if (action === 'copy-request') {
        Drumbeat.copyRequest('GET', 'support');
      } else if (action === 'close') {
        Drumbeat.closeDialog(DIALOG);
      }
    });
  });
})(AJS.$);
