/*
 * The page of a campaign: what can be done with it and with its leads. While it runs and somebody
 * looks, its numbers are drawn anew now and then.
 */
(function () {
  'use strict';

  var EVERY_MILLIS = 15000;
  var SETTLED_MILLIS = 3000;
  var LIVE = '.drumbeat-live';

  var openDialogs = 0;

  function campaignId() {
    return document.querySelector('.drumbeat-campaign').getAttribute('data-campaign');
  }

  function path(what) {
    return 'campaigns/' + campaignId() + '/' + what;
  }

  function open(id) {
    openDialogs++;
    Drumbeat.openDialog(id, function () {
      openDialogs--;
    });
  }

  /** What the server made of it is drawn; what it refused is said. */
  function shown(answer, done) {
    if (!answer.ok) {
      Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
    } else if (done) {
      Drumbeat.flag('success', done);
    }
    // What follows for the leads is done behind the answer, mostly within seconds.
    window.setTimeout(drawAnew, SETTLED_MILLIS);
    return Drumbeat.refresh(LIVE);
  }

  function drawAnew() {
    if (!openDialogs) {
      Drumbeat.refresh(LIVE);
    }
  }

  /** A button works once until its answer is there. */
  function calling(control, method, resource, body, done) {
    control.setAttribute('aria-disabled', 'true');
    Drumbeat.call(method, resource, body).then(function (answer) {
      control.removeAttribute('aria-disabled');
      return shown(answer, done);
    });
  }

  var isCalling = false;

  /** In a dialog a refusal is said in the dialog, which stays. */
  function callingFrom(dialogId, method, resource, body, done) {
    var box = Drumbeat.byId(dialogId).querySelector('.drumbeat-form-message');
    if (isCalling) {
      return;
    }
    isCalling = true;
    box.replaceChildren();
    Drumbeat.call(method, resource, body).then(function (answer) {
      isCalling = false;
      if (answer.ok) {
        Drumbeat.closeDialog(dialogId);
        shown(answer, done);
        return;
      }
      var message = Drumbeat.element('div', 'aui-message aui-message-error');
      message.appendChild(Drumbeat.element('p', '', Drumbeat.messages(answer).join(' ')));
      box.appendChild(message);
    });
  }

  function policy() {
    return { policy: document.querySelector('#drumbeat-resume-form input[name="policy"]:checked').value };
  }

  /** One intention of the user, whatever happens to the connection. */
  var cloneKey = Drumbeat.newKey();

  function next(control) {
    control.setAttribute('aria-disabled', 'true');
    Drumbeat.call('POST', path('clone'), undefined, cloneKey).then(function (answer) {
      control.removeAttribute('aria-disabled');
      if (answer.ok) {
        window.location.assign(Drumbeat.page('campaigns/' + answer.body.id));
      } else {
        Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
      }
    });
  }

  var campaignActions = {
    pause: function (control) {
      calling(control, 'POST', path('pause'), undefined, AJS.I18n.getText('drumbeat.campaign.done.pause'));
    },
    resume: function () {
      open('drumbeat-resume-dialog');
    },
    'copy-resume': function () {
      Drumbeat.copyRequest('POST', path('resume'), policy());
    },
    'close-resume': function () {
      Drumbeat.closeDialog('drumbeat-resume-dialog');
    },
    stop: function () {
      open('drumbeat-stop-dialog');
    },
    'confirm-stop': function () {
      callingFrom(
        'drumbeat-stop-dialog', 'POST', path('cancel'), undefined,
        AJS.I18n.getText('drumbeat.campaign.done.stop'));
    },
    'close-stop': function () {
      Drumbeat.closeDialog('drumbeat-stop-dialog');
    },
    archive: function (control) {
      calling(control, 'POST', path('archive'), undefined, AJS.I18n.getText('drumbeat.campaign.done.archive'));
    },
    next: next
  };

  // Leads

  var finishing = null;

  function leadOf(control) {
    return control.closest('[data-id]').getAttribute('data-id');
  }

  var leadActions = {
    'pause-lead': function (control) {
      calling(control, 'POST', 'enrollments/' + leadOf(control) + '/pause', {});
    },
    'resume-lead': function (control) {
      calling(control, 'POST', 'enrollments/' + leadOf(control) + '/resume');
    },
    'finish-lead': function (control) {
      finishing = leadOf(control);
      document.querySelector('.drumbeat-finish-name').textContent =
        control.closest('[data-id]').getAttribute('data-name');
      open('drumbeat-finish-dialog');
    },
    'close-finish': function () {
      Drumbeat.closeDialog('drumbeat-finish-dialog');
    }
  };

  function onSubmit(id, handler) {
    var form = Drumbeat.byId(id);
    if (form) {
      form.addEventListener('submit', function (event) {
        event.preventDefault();
        handler(form);
      });
    }
  }

  // Drawing anew

  function isWatched() {
    return (
      document.querySelector('[data-live="true"]') !== null && !document.hidden && openDialogs === 0
    );
  }

  function keepDrawing() {
    window.setInterval(function () {
      if (isWatched()) {
        Drumbeat.refresh(LIVE);
      }
    }, EVERY_MILLIS);
  }

  AJS.toInit(function () {
    if (!document.querySelector('.drumbeat-campaign')) {
      return;
    }
    Drumbeat.onAction(document.body, function (action, control) {
      var known = campaignActions[action] || leadActions[action];
      if (known) {
        known(control);
      }
    });
    onSubmit('drumbeat-resume-form', function () {
      callingFrom(
        'drumbeat-resume-dialog', 'POST', path('resume'), policy(),
        AJS.I18n.getText('drumbeat.campaign.done.resume'));
    });
    onSubmit('drumbeat-finish-form', function (form) {
      callingFrom(
        'drumbeat-finish-dialog', 'POST', 'enrollments/' + finishing + '/finish',
        { reason: form.elements.reason.value });
    });
    keepDrawing();
  });
})();
