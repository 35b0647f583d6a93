/* The dialogs that pause a run and that stop some of them for good. */
(function () {
  'use strict';

  const element = Drumbeat.element;
  const made = {};

  /** A small dialog with a form, made once: {form, fields, box, title}. */
  function dialog(id, action, submit) {
    if (!made[id]) {
      made[id] = build(id, action);
    }
    made[id].submit = submit;
    return made[id];
  }

  function build(id, action) {
    const parts = {};
    const section = element('section', 'aui-dialog2 aui-dialog2-small aui-layer');
    section.id = id;
    section.setAttribute('role', 'dialog');
    section.setAttribute('aria-modal', 'true');
    section.setAttribute('aria-labelledby', id + '-title');
    section.setAttribute('data-aui-modal', 'true');
    section.hidden = true;
    section.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        Drumbeat.closeDialog(id);
      }
    });
    parts.title = element('h1', 'aui-dialog2-header-main');
    parts.title.id = id + '-title';
    const header = element('header', 'aui-dialog2-header');
    header.appendChild(parts.title);
    parts.form = element('form', 'aui top-label');
    parts.form.noValidate = true;
    parts.message = element('div', 'drumbeat-form-message');
    parts.message.setAttribute('role', 'alert');
    parts.box = element('div');
    parts.form.append(parts.message, parts.box);
    parts.form.addEventListener('submit', function (event) {
      event.preventDefault();
      parts.submit();
    });
    const content = element('div', 'aui-dialog2-content');
    content.appendChild(parts.form);
    section.append(header, content, footer(id, action, parts));
    document.body.appendChild(section);
    parts.fields = Drumbeat.formOf(parts.form);
    return parts;
  }

  function footer(id, action, parts) {
    const foot = element('footer', 'aui-dialog2-footer');
    const actions = element('div', 'aui-dialog2-footer-actions');
    parts.done = Drumbeat.button(action, function () {
      parts.submit();
    });
    parts.done.id = id + '-submit';
    parts.done.classList.add('aui-button-primary');
    const cancel = Drumbeat.button(AJS.I18n.getText('drumbeat.enroll.cancel'), function () {
      Drumbeat.closeDialog(id);
    });
    cancel.classList.add('aui-button-link');
    actions.append(parts.done, cancel);
    foot.appendChild(actions);
    return foot;
  }

  /** Whose run it is, and through what. */
  function about(run) {
    const made = element('p');
    made.append(element('bdi', '', run.campaign), document.createTextNode(' '));
    made.appendChild(element('bdi', 'drumbeat-detail', run.lead));
    return made;
  }

  // Pausing

  const PAUSE = 'drumbeat-pause-dialog';

  function untilField(parts, run) {
    const group = element('div', 'field-group');
    const label = element('label', '', AJS.I18n.getText('drumbeat.panel.pause.until'));
    label.htmlFor = PAUSE + '-until';
    const input = element('input', 'text medium-field');
    input.type = 'datetime-local';
    input.name = 'until';
    input.id = PAUSE + '-until';
    const hint = element('div', 'description', AJS.I18n.getText('drumbeat.panel.pause.hint'));
    group.append(label, input, hint);
    parts.box.replaceChildren(about(run), group);
    return input;
  }

  /** Without an offset, so that it is one of the reader's zone. */
  function moment(parts, input) {
    if (input.validity.badInput) {
      parts.fields.fieldError('until', AJS.I18n.getText('drumbeat.panel.pause.incomplete'));
      parts.fields.focusFirstError();
      return undefined;
    }
    return input.value === '' ? null : input.value;
  }

  function pause(run, onDone) {
    const parts = dialog(PAUSE, AJS.I18n.getText('drumbeat.panel.pause'), function () {
      parts.fields.clear();
      const until = moment(parts, input);
      if (until === undefined) {
        return;
      }
      const body = until === null ? {} : { until: until };
      parts.done.disabled = true;
      Drumbeat.call('POST', 'enrollments/' + run.id + '/pause', body).then(function (answer) {
        parts.done.disabled = false;
        if (!answer.ok) {
          parts.fields.showErrors(answer);
          return;
        }
        Drumbeat.closeDialog(PAUSE);
        Drumbeat.flag('success', AJS.I18n.getText('drumbeat.panel.paused'));
        onDone();
      });
    });
    parts.fields.clear();
    const input = untilField(parts, run);
    parts.title.textContent = AJS.I18n.getText('drumbeat.panel.pause.title');
    Drumbeat.openDialog(PAUSE);
    input.focus();
  }

  // Stopping

  const STOP = 'drumbeat-stop-dialog';

  function choices(runs) {
    const list = element('div', 'drumbeat-stop-choices');
    runs.forEach(function (run) {
      list.appendChild(runs.length === 1 ? about(run) : choice(run));
    });
    return list;
  }

  function choice(run) {
    const row = element('div', 'checkbox');
    const input = element('input', 'checkbox');
    input.type = 'checkbox';
    input.checked = true;
    input.name = 'run';
    input.value = run.id;
    input.id = STOP + '-' + run.id;
    const label = element('label');
    label.htmlFor = input.id;
    label.append.apply(label, about(run).childNodes);
    row.append(input, label);
    return row;
  }

  function chosen(parts, runs) {
    return runs
      .map(function (run) {
        return run.id;
      })
      .filter(function (id) {
        return runs.length === 1 || parts.form.querySelector('#' + STOP + '-' + id).checked;
      });
  }

  function stopAll(ids) {
    return Promise.all(
      ids.map(function (id) {
        return Drumbeat.call('POST', 'enrollments/' + id + '/finish', {});
      })
    );
  }

  function stop(runs, onDone, onClosed) {
    const parts = dialog(STOP, AJS.I18n.getText('drumbeat.panel.stop'), function () {
      parts.fields.clear();
      const ids = chosen(parts, runs);
      if (!ids.length) {
        parts.fields.message(AJS.I18n.getText('drumbeat.panel.stop.choose'));
        return;
      }
      parts.done.disabled = true;
      stopAll(ids).then(function (answers) {
        parts.done.disabled = false;
        const failed = answers.filter(function (answer) {
          return !answer.ok;
        });
        if (failed.length) {
          parts.fields.message(Drumbeat.messages(failed[0]).join(' '));
          onDone();
          return;
        }
        Drumbeat.closeDialog(STOP);
        Drumbeat.flag('success', AJS.I18n.getText('drumbeat.panel.stopped', ids.length));
        onDone();
      });
    });
    parts.fields.clear();
    parts.box.replaceChildren(
      element('p', '', AJS.I18n.getText('drumbeat.panel.stop.meaning')),
      choices(runs)
    );
    parts.title.textContent = AJS.I18n.getText('drumbeat.panel.stop.title');
    Drumbeat.openDialog(STOP, onClosed);
    parts.done.focus();
  }

  Drumbeat.runDialogs = { pause: pause, stop: stop };
})();
