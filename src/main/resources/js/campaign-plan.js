/* The plan of a campaign: it is saved by itself, foretold after each change, and launched here. */
AJS.$(function () {
  'use strict';

  var WAIT = 600;

  var root = Drumbeat.byId('drumbeat-plan');
  if (!root) {
    return;
  }

  var isLaunched = flagOf('launched');
  var isOver = flagOf('over');
  var box = Drumbeat.byId('drumbeat-plan-message');
  var form = DrumbeatPlan.formOf(Drumbeat.byId('drumbeat-plan-form'), root);
  var panel = DrumbeatPlan.forecastOf(root, form, root.getAttribute('data-zone'));
  var forecastPanel = isLaunched || isOver ? null : panel;
  var preview = DrumbeatPlan.previewOf(root);
  var conflict = DrumbeatPlan.conflictOf(form, box);
  var saved = root.querySelector('[data-role="saved"]');
  var retry = root.querySelector('[data-action="retry"]');

  var plan = JSON.parse(root.getAttribute('data-plan'));
  var stored = plan.id && !flagOf('copy') ? plan : null;
  var base = null;
  var forecast = null;
  var steps = [];
  var timer = null;
  var busy = false;
  var wantsLaunch = false;
  var isKept = true;
  var dirty = false;
  var createKey = Drumbeat.newKey();
  var launchKey = Drumbeat.newKey();
  var goalTouched = stored !== null;

  function flagOf(name) {
    return root.getAttribute('data-' + name) === 'true';
  }

  // The way to the editor of sequences and back

  function addressWithoutSequence() {
    var query = new URLSearchParams(window.location.search);
    query.delete('sequenceId');
    return query.toString();
  }

  function leadBack(link) {
    var here = stored ? '/campaigns/' + stored.id : '/campaigns/new?' + addressWithoutSequence();
    var address = new URL(link.href, window.location.href);
    address.searchParams.set('then', here);
    link.href = address.href;
    if (!stored) {
      keepUnsaved();
    }
  }

  /** The sequence that was just written, or that the address names. */
  function chooseWritten() {
    var id = new URLSearchParams(window.location.search).get('sequenceId');
    var select = form.all('sequenceId')[0];
    if (!id || isLaunched || isOver || select.value === id) {
      return;
    }
    select.value = id;
    if (select.value === id) {
      changed();
    }
  }

  // What was not saved survives a log-in that ran out, in this tab

  function storageKey() {
    return 'drumbeat.plan.' + (stored ? stored.id : 'new?' + addressWithoutSequence());
  }

  function keepUnsaved() {
    window.sessionStorage.setItem(storageKey(), JSON.stringify(form.draft(false)));
  }

  function forgetUnsaved() {
    window.sessionStorage.removeItem(storageKey());
  }

  function restore() {
    var kept = window.sessionStorage.getItem(storageKey());
    if (kept && !isLaunched && !isOver) {
      form.fill(JSON.parse(kept));
      Drumbeat.flag('info', AJS.I18n.getText('drumbeat.plan.restored'));
      changed();
    }
  }

  // Saving

  function say(text, canRetry) {
    saved.textContent = text;
    retry.hidden = !canRetry;
    saved.parentNode.classList.toggle('drumbeat-not-saved', Boolean(canRetry));
  }

  function changed() {
    dirty = true;
    isKept = false;
    form.show();
    panel.sentences(null);
    keepUnsaved();
    if (stored || form.isEnough()) {
      say(AJS.I18n.getText('drumbeat.plan.saving'), false);
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(save, WAIT);
  }

  function save() {
    window.clearTimeout(timer);
    if (busy || isOver || (!stored && !form.isEnough())) {
      if (!stored && !busy) {
        say(AJS.I18n.getText('drumbeat.plan.not-enough'), false);
      }
      return Promise.resolve(false);
    }
    var other = isOfOtherKind() ? stored : null;
    if (other && !form.isEnough()) {
      say(AJS.I18n.getText('drumbeat.plan.not-enough'), false);
      return Promise.resolve(false);
    }
    busy = true;
    dirty = false;
    say(AJS.I18n.getText('drumbeat.plan.saving'), false);
    var body = form.draft(isLaunched);
    if (stored && !other) {
      body.version = stored.version;
    }
    var call = stored && !other
      ? Drumbeat.call('PUT', 'campaigns/' + stored.id, body)
      : Drumbeat.call('POST', 'campaigns', body, other ? otherKey() : createKey);
    return call.then(function (answer) {
      busy = false;
      form.clear();
      if (answer.ok) {
        if (other) {
          takeThePlaceOf(other);
        }
        keep(answer.body);
      } else {
        refused(answer);
      }
      return answer.ok;
    });
  }

  /** The kind of a campaign is fixed once it is stored, so a draft of the other kind is made. */
  function isOfOtherKind() {
    return stored !== null && stored.state === 'draft' && form.chosen('kind') !== stored.kind;
  }

  /** For this body and no other. */
  function otherKey() {
    createKey = Drumbeat.newKey();
    return createKey;
  }

  function isAudienceKnown() {
    return Boolean(plan.audience && (plan.audience.jql || plan.audience.filterId));
  }

  function takeThePlaceOf(other) {
    Drumbeat.call('DELETE', 'campaigns/' + other.id);
    stored = null;
    createKey = Drumbeat.newKey();
  }

  function keep(campaign) {
    var isNew = !stored;
    var hadSequence = stored && stored.sequenceId;
    if (isNew) {
      forgetUnsaved();
    }
    stored = campaign;
    base = campaign;
    if (isNew) {
      window.history.replaceState(null, '', Drumbeat.page('campaigns/' + campaign.id));
      window.document.title = campaign.name;
    }
    (document.querySelector('h1 bdi') || document.querySelector('h1')).textContent = campaign.name;
    if (dirty) {
      save();
      return;
    }
    isKept = true;
    forgetUnsaved();
    say(AJS.I18n.getText('drumbeat.plan.saved'), false);
    if (forecastPanel) {
      forecastPanel.wait();
      (hadSequence === campaign.sequenceId ? Promise.resolve() : loadSteps()).then(foretell);
    }
  }

  /** Nothing typed is lost, and nobody else's change is overwritten unasked. */
  function refused(answer) {
    wantsLaunch = false;
    // The same key would answer the same refusal of a body that is changed by then.
    createKey = Drumbeat.newKey();
    if (answer.status === 409 && stored) {
      askWhoseStays(answer);
      return;
    }
    var isWrong = answer.status === 400;
    var elsewhere = isWrong ? form.showErrors(answer) : Drumbeat.messages(answer);
    say(
      isWrong && !elsewhere.length
        ? AJS.I18n.getText('drumbeat.plan.not-saved.errors')
        : AJS.I18n.getText('drumbeat.plan.not-saved', elsewhere.join(' ')),
      true
    );
  }

  function askWhoseStays(answer) {
    Drumbeat.call('GET', 'campaigns/' + stored.id).then(function (current) {
      if (!current.ok || current.body.version === stored.version) {
        say(AJS.I18n.getText('drumbeat.plan.not-saved', Drumbeat.messages(answer).join(' ')), true);
        return;
      }
      say(AJS.I18n.getText('drumbeat.plan.not-saved.conflict'), false);
      conflict.show(
        base,
        current.body,
        function () {
          forgetUnsaved();
          if (current.body.state !== base.state) {
            window.location.reload();
            return;
          }
          form.fill(current.body);
          keep(current.body);
        },
        function () {
          stored = current.body;
          base = current.body;
          save();
        }
      );
    });
  }

  // The forecast

  function loadSteps() {
    return Drumbeat.call('GET', 'sequences/' + stored.sequenceId).then(function (answer) {
      steps = answer.ok && stored.kind === 'sequence' ? answer.body.steps : [];
      var edit = root.querySelector('[data-role="edit-sequence"]');
      edit.href = Drumbeat.page('sequences/' + stored.sequenceId);
      edit.hidden = stored.kind !== 'sequence';
    });
  }

  function foretell() {
    var version = stored.version;
    return Drumbeat.call('GET', 'campaigns/' + stored.id + '/forecast').then(function (answer) {
      if (!answer.ok || stored.version !== version) {
        return;
      }
      forecast = answer.body;
      forecastPanel.draw(forecast);
      forecastPanel.steps(forecast, steps);
      preview.update(stored, forecast);
      showActions();
      proposeGoal();
      if (wantsLaunch && isKept && button('launch').getAttribute('aria-disabled') === 'false') {
        askToLaunch();
      }
    });
  }

  /** Every tenth lead is a goal to begin with. */
  function proposeGoal() {
    if (!goalTouched && forecast.audience.expected > 0) {
      goalTouched = true;
      form.set('goal.target', Math.max(1, Math.round(forecast.audience.expected / 10)));
      changed();
    }
  }

  function button(action) {
    return root.querySelector('[data-action="' + action + '"]');
  }

  function enable(action, isOn) {
    button(action).setAttribute('aria-disabled', String(!isOn));
  }

  function showActions() {
    var isBlocked = forecast.blockers.length > 0;
    enable('launch', flagOf('may-launch') && !isBlocked && stored.state === 'draft');
    enable('test', stored.mailAccountIds.length > 0 && forecast.steps.length > 0);
    button('discard').hidden = stored.state !== 'draft';
    if (flagOf('may-launch')) {
      Drumbeat.byId('drumbeat-launch-why').textContent = isBlocked
        ? AJS.I18n.getText('drumbeat.plan.blocked')
        : stored.state === 'draft'
          ? ''
          : AJS.I18n.getText('drumbeat.plan.waits');
    }
  }

  // Actions

  function askToLaunch() {
    wantsLaunch = !isKept || stored.version !== forecast.version;
    if (wantsLaunch) {
      // What is launched is what stands on the page, so that is saved and foretold first.
      save();
      return;
    }
    var dialog = Drumbeat.byId('drumbeat-launch-dialog');
    dialog.querySelector('[data-role="launch-error"]').textContent = '';
    dialog.querySelector('[data-role="launch-text"]').textContent = forecast.firstMailAt
      ? AJS.I18n.getText(
          'drumbeat.plan.launch.text',
          forecastPanel.people(forecast),
          DrumbeatPlan.time.moment(forecast.firstMailAt, root.getAttribute('data-zone'))
        ) + (root.getAttribute('data-hold') ? ' ' + root.getAttribute('data-hold') : '')
      : AJS.I18n.getText('drumbeat.plan.launch.nobody');
    askForNumber(dialog);
    Drumbeat.openDialog('drumbeat-launch-dialog');
  }

  /** What touches many people asks for their number, so that nobody launches it by accident. */
  function askForNumber(dialog) {
    var above = Number(root.getAttribute('data-confirm-above'));
    dialog.querySelector('[data-role="launch-number"]').hidden = forecastPanel.peopleNumber(forecast) <= above;
    dialog.querySelector('[data-role="launch-number-label"]').textContent = AJS.I18n.getText(
      'drumbeat.plan.launch.type',
      String(above)
    );
    Drumbeat.byId('drumbeat-launch-number').value = '';
  }

  function isNumberRight(dialog) {
    return (
      dialog.querySelector('[data-role="launch-number"]').hidden ||
      Drumbeat.byId('drumbeat-launch-number').value.replace(/\D/g, '') === String(forecastPanel.peopleNumber(forecast))
    );
  }

  function launch(pressed) {
    var dialog = Drumbeat.byId('drumbeat-launch-dialog');
    if (!isNumberRight(dialog)) {
      dialog.querySelector('[data-role="launch-error"]').textContent = AJS.I18n.getText('drumbeat.plan.launch.typed-wrong');
      Drumbeat.byId('drumbeat-launch-number').focus();
      return;
    }
    pressed.disabled = true;
    Drumbeat.call('POST', 'campaigns/' + stored.id + '/launch', {}, launchKey).then(function (answer) {
      pressed.disabled = false;
      if (!answer.ok) {
        launchKey = Drumbeat.newKey();
        dialog.querySelector('[data-role="launch-error"]').textContent =
          Drumbeat.messages(answer).join(' ');
        return;
      }
      Drumbeat.closeDialog('drumbeat-launch-dialog');
      window.location.assign(Drumbeat.page('campaigns/' + stored.id));
    });
  }

  function test(pressed) {
    pressed.setAttribute('aria-disabled', 'true');
    Drumbeat.call('POST', 'campaigns/' + stored.id + '/test', { email: root.getAttribute('data-email') }, Drumbeat.newKey()).then(
      function (answer) {
        pressed.setAttribute('aria-disabled', 'false');
        var sent = answer.ok && answer.body.result === 'sent';
        Drumbeat.flag(
          sent ? 'success' : 'error',
          sent
            ? AJS.I18n.getText('drumbeat.plan.test.sent', root.getAttribute('data-email'))
            : answer.ok
              ? answer.body.detail
              : Drumbeat.messages(answer).join(' ')
        );
      }
    );
  }

  function discard() {
    Drumbeat.call('DELETE', 'campaigns/' + stored.id).then(function (answer) {
      if (answer.ok) {
        forgetUnsaved();
        window.location.assign(Drumbeat.page('campaigns'));
      } else {
        Drumbeat.closeDialog('drumbeat-discard-dialog');
        Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
      }
    });
  }

  function copyRequest() {
    var body = form.draft(isLaunched);
    if (stored) {
      body.version = stored.version;
    }
    Drumbeat.copyRequest(stored ? 'PUT' : 'POST', 'campaigns' + (stored ? '/' + stored.id : ''), body);
  }

  [root, Drumbeat.byId('drumbeat-launch-dialog'), Drumbeat.byId('drumbeat-discard-dialog')].forEach(function (part) {
    Drumbeat.onAction(part, act);
  });

  function act(action, pressed) {
    switch (action) {
      case 'retry':
        save();
        break;
      case 'launch':
        askToLaunch();
        break;
      case 'confirm-launch':
        launch(pressed);
        break;
      case 'close-launch':
        Drumbeat.closeDialog('drumbeat-launch-dialog');
        break;
      case 'test':
        test(pressed);
        break;
      case 'discard':
        Drumbeat.openDialog('drumbeat-discard-dialog');
        break;
      case 'confirm-discard':
        discard();
        break;
      case 'close-discard':
        Drumbeat.closeDialog('drumbeat-discard-dialog');
        break;
      case 'copy-request':
        copyRequest();
        break;
      case 'replace-windows':
        form.replaceWindows();
        changed();
        break;
    }
  }

  Drumbeat.byId('drumbeat-plan-form').addEventListener('input', function (event) {
    goalTouched = goalTouched || event.target.name === 'goal.target' || event.target.name === 'goal';
    changed();
  });
  Drumbeat.byId('drumbeat-plan-form').addEventListener('submit', function (event) {
    event.preventDefault();
    save();
  });

  if (flagOf('copy')) {
    plan.name = AJS.I18n.getText('drumbeat.campaign.copy-of', plan.name).slice(0, 100);
    plan.scheduledAt = null;
  }
  form.fill(plan);
  base = stored;
  if (!stored) {
    chooseTheOnlySequence();
  }
  restore();
  chooseWritten();
  Drumbeat.byId('drumbeat-launch-dialog')
    .querySelector('form')
    .addEventListener('submit', function (event) {
      event.preventDefault();
      Drumbeat.byId('drumbeat-launch-dialog').querySelector('[data-action="confirm-launch"]').click();
    });
  root.querySelectorAll('[data-role="write"]').forEach(function (link) {
    link.addEventListener('click', function () {
      leadBack(link);
    });
  });
  panel.sentences(null);
  if (forecastPanel) {
    if (stored) {
      forecastPanel.wait();
      loadSteps().then(foretell);
    } else if (!dirty && (isAudienceKnown() || flagOf('copy'))) {
      save();
    } else if (!dirty) {
      say(AJS.I18n.getText('drumbeat.plan.not-enough'), false);
    }
  }

  function chooseTheOnlySequence() {
    var select = form.all('sequenceId')[0];
    if (select.options.length === 2 && select.value === '') {
      select.selectedIndex = 1;
    }
  }
});
