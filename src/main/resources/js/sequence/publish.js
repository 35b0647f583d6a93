/* Says which version is in force and how the draft differs, and publishes it. */
(function (Sequence) {
  'use strict';

  var DIALOG = 'drumbeat-publish-dialog';
  var id;
  var isEditable;
  var outlook = null;
  var versions;
  var form;

  function bar() {
    return Drumbeat.byId('drumbeat-version-bar');
  }

  function sentence() {
    if (!outlook.published) {
      return AJS.I18n.getText('drumbeat.publish.none-yet');
    }
    return outlook.changed
      ? AJS.I18n.getText('drumbeat.publish.differs', outlook.published, outlook.differences.length)
      : AJS.I18n.getText('drumbeat.publish.in-force', outlook.published);
  }

  function button(action, label, primary) {
    var made = Drumbeat.element('button', 'aui-button' + (primary ? ' aui-button-primary' : ''), label);
    made.type = 'button';
    made.setAttribute('data-action', action);
    return made;
  }

  function draw() {
    var text = bar().querySelector('p');
    var buttons = bar().querySelector('.aui-buttons');
    text.textContent = sentence();
    buttons.replaceChildren();
    if (isEditable && outlook.changed) {
      buttons.append(button('publish', AJS.I18n.getText('drumbeat.publish.action'), true));
    }
    if (outlook.published && outlook.changed) {
      buttons.append(button('show-draft', AJS.I18n.getText('drumbeat.publish.show')));
      if (isEditable) {
        buttons.append(button('discard', AJS.I18n.getText('drumbeat.publish.discard')));
      }
    }
    bar().hidden = false;
  }

  function read() {
    return Drumbeat.call('GET', 'sequences/' + id + '/publish').then(function (answer) {
      if (answer.ok) {
        outlook = answer.body;
        draw();
      }
      return answer;
    });
  }

  function kind(difference) {
    if (difference.kind === 'added') {
      return AJS.I18n.getText('drumbeat.versions.kind.added');
    }
    if (difference.kind === 'removed') {
      return AJS.I18n.getText('drumbeat.versions.kind.removed');
    }
    return difference.moved
      ? AJS.I18n.getText('drumbeat.versions.kind.moved', difference.placeBefore)
      : AJS.I18n.getText('drumbeat.versions.kind.changed');
  }

  function what(difference) {
    var place = difference.place || difference.placeBefore;
    var made = Drumbeat.element('li', '', AJS.I18n.getText('drumbeat.sequence.step', place) + ' – ' + kind(difference));
    if (difference.subject) {
      made.append(': ', Drumbeat.element('bdi', '', difference.subject));
    }
    return made;
  }

  function waiting(line) {
    var at = line.place
      ? AJS.I18n.getText('drumbeat.publish.waiting', line.leads, line.place)
      : AJS.I18n.getText('drumbeat.publish.waiting-gone', line.leads);
    var then = '';
    if (!line.nextStepId) {
      then = AJS.I18n.getText('drumbeat.publish.through');
    } else if (line.nextStepId !== line.stepId) {
      then = AJS.I18n.getText('drumbeat.publish.moved', line.nextPlace);
    } else if (line.otherTime) {
      then = AJS.I18n.getText('drumbeat.publish.other-time');
    }
    return Drumbeat.element('li', '', at + (then ? ' ' + then : ''));
  }

  function radio(name, value, label) {
    var made = Drumbeat.element('div', 'radio');
    var input = Drumbeat.element('input', 'radio');
    input.type = 'radio';
    input.name = name;
    input.value = value;
    input.id = 'drumbeat-publish-' + name + '-' + value;
    input.checked = value === outlook.proposal;
    var text = Drumbeat.element('label', '', label);
    text.htmlFor = input.id;
    made.append(input, text);
    return made;
  }

  function group(name, legend, lines) {
    var made = Drumbeat.element('fieldset', 'group drumbeat-publish-campaign');
    var title = Drumbeat.element('legend');
    title.append(Drumbeat.element('bdi', '', legend));
    var list = Drumbeat.element('ul');
    lines.forEach(function (line) {
      list.append(waiting(line));
    });
    made.append(
      title,
      radio(name, 'running', AJS.I18n.getText('drumbeat.publish.running')),
      radio(name, 'new', AJS.I18n.getText('drumbeat.publish.new'))
    );
    if (lines.length) {
      made.append(list);
    }
    return made;
  }

  function fill() {
    var whats = Drumbeat.byId('drumbeat-publish-what');
    whats.replaceChildren.apply(whats, outlook.differences.map(what));
    var groups = outlook.campaigns.map(function (campaign) {
      return group('campaign-' + campaign.id, campaign.name, campaign.waiting);
    });
    if (outlook.others) {
      groups.push(group('others', AJS.I18n.getText('drumbeat.publish.others', outlook.others.campaigns), outlook.others.waiting));
    }
    var box = Drumbeat.byId('drumbeat-publish-campaigns');
    box.replaceChildren.apply(box, groups);
    Drumbeat.byId('drumbeat-publish-advice').textContent = !groups.length
      ? AJS.I18n.getText('drumbeat.publish.nobody')
      : outlook.proposal === 'running'
        ? AJS.I18n.getText('drumbeat.publish.advice.running')
        : AJS.I18n.getText('drumbeat.publish.advice.new');
    var adds = outlook.differences.some(function (difference) {
      return difference.kind === 'added';
    });
    Drumbeat.byId('drumbeat-publish-finished').hidden = !groups.length || !adds || !outlook.published;
    Drumbeat.byId(DIALOG).querySelector('[data-action="show-draft"]').hidden = !outlook.published;
  }

  function open() {
    read().then(function (answer) {
      if (!answer.ok) {
        Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
        return;
      }
      form.clear();
      fill();
      if (Object.keys(outlook.errors).length) {
        form.showErrors({ status: 400, body: { errorMessages: Object.values(outlook.errors) } });
      }
      Drumbeat.openDialog(DIALOG);
    });
  }

  function chosen(name) {
    var input = Drumbeat.byId(DIALOG).querySelector('input[name="' + name + '"]:checked');
    return input ? input.value : outlook.proposal;
  }

  function body() {
    var made = { version: outlook.version, apply: chosen('others'), campaigns: {} };
    outlook.campaigns.forEach(function (campaign) {
      made.campaigns[campaign.id] = chosen('campaign-' + campaign.id);
    });
    if (form.text('note')) {
      made.note = form.text('note');
    }
    if (!Drumbeat.byId('drumbeat-publish-finished').hidden && form.field('continue').checked) {
      made.continueFinished = { maxAgeDays: form.number('continueFinished.maxAgeDays') };
    }
    return made;
  }

  var isSending = false;

  function publish() {
    form.clear();
    if (isSending || form.isMistyped()) {
      return;
    }
    isSending = true;
    Drumbeat.call('POST', 'sequences/' + id + '/publish', body()).then(function (answer) {
      isSending = false;
      if (!answer.ok) {
        form.showErrors(answer);
        return;
      }
      Drumbeat.closeDialog(DIALOG);
      form.field('note').value = '';
      Drumbeat.flag('success', AJS.I18n.getText('drumbeat.publish.done', answer.body.published));
      refresh();
    });
  }

  function refresh() {
    return Promise.all([read(), versions.read()]).then(function () {
      if (Drumbeat.isFocusLost()) {
        bar().focus();
      }
    });
  }

  function act(action) {
    if (action === 'publish') {
      if (Sequence.isUnsaved()) {
        Drumbeat.flag('warning', AJS.I18n.getText('drumbeat.publish.save-first'));
      } else {
        open();
      }
    } else if (action === 'show-draft') {
      versions.compare(outlook.published, null);
    } else if (action === 'discard') {
      Drumbeat.openDialog('drumbeat-discard-dialog');
    } else if (action === 'confirm-discard') {
      Drumbeat.closeDialog('drumbeat-discard-dialog');
      versions.revert(null);
    } else if (action === 'close-discard') {
      Drumbeat.closeDialog('drumbeat-discard-dialog');
    } else if (action === 'confirm-publish') {
      publish();
    } else if (action === 'close-publish') {
      Drumbeat.closeDialog(DIALOG);
    }
  }

  /** Begins for the sequence of that id; reverted(sequence) shows what became the draft again. */
  Sequence.publishing = function (sequenceId, editable, reverted) {
    id = sequenceId;
    isEditable = editable;
    form = Drumbeat.formOf(Drumbeat.byId('drumbeat-publish-form'));
    versions = Sequence.versions(id, isEditable, function (sequence) {
      reverted(sequence);
      Drumbeat.flag('success', AJS.I18n.getText('drumbeat.versions.restored'));
      refresh();
    });
    [bar(), Drumbeat.byId(DIALOG), Drumbeat.byId('drumbeat-discard-dialog')].forEach(function (part) {
      Drumbeat.onAction(part, act);
    });
    Drumbeat.byId('drumbeat-publish-form').addEventListener('submit', function (event) {
      event.preventDefault();
      publish();
    });
    refresh();
    return { stored: read };
  };
})(window.DrumbeatSequence);
