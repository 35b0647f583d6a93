/* The page of status: draws itself anew, and starts and stops the sending. */
(function ($) {
  'use strict';

  var EVERY = 15000;
  var turnsOn;

  function sentence() {
    return Drumbeat.byId('drumbeat-status-sentence').textContent;
  }

  function isOthersOpen() {
    var others = Drumbeat.byId('drumbeat-checks-others');
    return others !== null && others.open;
  }

  /** What was unfolded stays so when the page draws itself anew. */
  function showOthers(open) {
    var others = Drumbeat.byId('drumbeat-checks-others');
    if (others) {
      others.open = open;
    }
  }

  /** Only what is new is said to those who listen. */
  function refresh() {
    var before = sentence();
    var wasOpen = isOthersOpen();
    return Drumbeat.refresh('#drumbeat-status-live').then(function () {
      showOthers(wasOpen);
      if (Drumbeat.byId('drumbeat-status-sentence') && sentence() !== before) {
        Drumbeat.byId('drumbeat-status-said').textContent = sentence();
      }
    });
  }

  function isOpen() {
    return ['drumbeat-turn-dialog', 'drumbeat-support-dialog'].some(function (id) {
      return Drumbeat.byId(id) !== null && AJS.dialog2('#' + id).isVisible();
    });
  }

  function ask(action, due) {
    turnsOn = action === 'start';
    var label = turnsOn
      ? AJS.I18n.getText('drumbeat.status.start.title')
      : AJS.I18n.getText('drumbeat.status.stop.title');
    Drumbeat.byId('drumbeat-turn-title').textContent = label;
    Drumbeat.byId('drumbeat-turn-dialog').querySelector('[data-action="confirm"]').textContent = label;
    Drumbeat.byId('drumbeat-turn-text').textContent = turnsOn
      ? AJS.I18n.getText('drumbeat.status.start.text', due)
      : AJS.I18n.getText('drumbeat.status.stop.text', due);
    Drumbeat.byId('drumbeat-turn-dialog').querySelector('.drumbeat-form-message').replaceChildren();
    Drumbeat.openDialog('drumbeat-turn-dialog');
  }

  function turn() {
    Drumbeat.call('PUT', 'settings', { sendingEnabled: turnsOn }).then(function (answer) {
      if (!answer.ok) {
        var box = Drumbeat.element('div', 'aui-message aui-message-error');
        box.appendChild(Drumbeat.element('p', '', Drumbeat.messages(answer).join(' ')));
        Drumbeat.byId('drumbeat-turn-dialog').querySelector('.drumbeat-form-message').replaceChildren(box);
        return;
      }
      Drumbeat.closeDialog('drumbeat-turn-dialog');
      refresh();
    });
  }

  $(function () {
    var page = document.querySelector('.drumbeat-status');
    if (!page) {
      return;
    }
    Drumbeat.onAction(page, function (action, control) {
      if (action === 'start' || action === 'stop') {
        ask(action, control.getAttribute('data-due'));
      }
    });
    Drumbeat.onAction(Drumbeat.byId('drumbeat-turn-dialog'), function (action) {
      if (action === 'close') {
        Drumbeat.closeDialog('drumbeat-turn-dialog');
      } else if (action === 'confirm') {
        turn();
      } else if (action === 'copy-request') {
        Drumbeat.copyRequest('PUT', 'settings', { sendingEnabled: turnsOn });
      }
    });
    window.setInterval(function () {
      if (!document.hidden && !isOpen()) {
        refresh();
      }
    }, EVERY);
  });
})(AJS.$);
