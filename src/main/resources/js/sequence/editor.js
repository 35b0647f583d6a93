/* The page of one sequence: reads it, stores it, and loses nothing in between. */
(function (Sequence) {
  'use strict';

  let root;
  let form;
  let checks;
  let list;
  let preview;
  let outlook;
  let kept;
  let id;
  /** As it was read or stored last. */
  let stored;
  /** What is on the page when nothing was changed. */
  let untouched = '';
  let sending = { body: '', key: '' };
  let use = { campaigns: 0, leads: 0 };
  let isEditable;

  /** Puts values into the address of the page, which stays the same page. */
  Sequence.address = function (values) {
    const url = new URL(window.location.href);
    Object.keys(values).forEach(function (name) {
      if (values[name]) {
        url.searchParams.set(name, values[name]);
      } else {
        url.searchParams.delete(name);
      }
    });
    window.history.replaceState(null, '', url.pathname + url.search + url.hash);
  };

  /** The word of the page for a value of a select. */
  Sequence.wordOf = function (name, value) {
    const select =
      name === 'account'
        ? form.elements.sendingConfigId
        : Drumbeat.byId('drumbeat-step-template').content.querySelector('[data-name="' + name + '"]');
    const option = Array.from(select.options).find(function (each) {
      return each.value === (value === null || value === undefined ? '' : String(value));
    });
    return option ? option.textContent : String(value);
  };

  function written() {
    const sequence = {
      name: checks.text('name'),
      description: checks.text('description'),
      sendingConfigId: form.elements.sendingConfigId.value === '' ? null : Number(form.elements.sendingConfigId.value),
      steps: list.values()
    };
    return id === null ? sequence : Object.assign({ version: stored.version }, sequence);
  }

  function content() {
    return JSON.stringify(Object.assign(written(), { version: 0 }));
  }

  function isChanged() {
    return isEditable && content() !== untouched;
  }

  function sayState() {
    const changed = isChanged();
    Drumbeat.byId('drumbeat-sequence-state').textContent = changed
      ? AJS.I18n.getText('drumbeat.sequence.state.changed')
      : id === null
        ? ''
        : AJS.I18n.getText('drumbeat.sequence.state.saved');
    Drumbeat.byId('drumbeat-sequence-touches').hidden = !changed || use.campaigns === 0;
  }

  function changed() {
    sayState();
    preview.soon();
    outlook.soon();
    if (isChanged()) {
      kept.soon();
    } else {
      kept.forget();
    }
  }

  // Preview

  /** The subject that a step answers: that of the last step before it which begins a thread. */
  function threadSubject(index) {
    return list
      .values()
      .slice(0, index)
      .reduce(function (subject, step, place) {
        return place === 0 || step.thread === 'new' ? step.subject : subject;
      }, null);
  }

  function chosenMail() {
    const card = list.chosen();
    if (!card) {
      return null;
    }
    const step = card.value();
    delete step.id;
    return {
      step: step,
      threadSubject: threadSubject(list.cards().indexOf(card)),
      campaignName: checks.text('name'),
      mailAccountId: form.elements.sendingConfigId.value === '' ? null : Number(form.elements.sendingConfigId.value)
    };
  }

  // Storing

  function show(sequence, open) {
    form.elements.name.value = sequence.name || '';
    form.elements.description.value = sequence.description || '';
    form.elements.sendingConfigId.value = sequence.sendingConfigId ? String(sequence.sendingConfigId) : '';
    list.show(sequence.steps || [], open || 0);
  }

  function adopt(sequence) {
    stored = sequence;
    sequence.steps.forEach(function (step, index) {
      list.cards()[index].identifyAs(step.id);
    });
    untouched = content();
    kept.forget();
  }

  function keyOf(body) {
    const text = JSON.stringify(body);
    if (sending.body !== text) {
      sending = { body: text, key: Drumbeat.newKey() };
    }
    return sending.key;
  }

  function clearErrors() {
    checks.clear();
    list.cards().forEach(function (card) {
      card.clearErrors();
    });
  }

  /** Errors of steps by the place of the step: {1: {html: '…'}}; the others stay in the answer. */
  function split(answer) {
    const steps = {};
    const others = {};
    const errors = (answer.body && answer.body.errors) || {};
    Object.keys(errors).forEach(function (name) {
      const found = /^steps\[(\d+)]\.(.+)$/.exec(name);
      if (found) {
        steps[found[1]] = Object.assign(steps[found[1]] || {}, { [found[2]]: errors[name] });
      } else {
        others[name] = errors[name];
      }
    });
    return { steps: steps, others: others };
  }

  function showErrors(answer) {
    const found = split(answer);
    const places = Object.keys(found.steps);
    const messages = (answer.body && answer.body.errorMessages) || [];
    if (!places.length || messages.length || Object.keys(found.others).length) {
      checks.showErrors({ status: answer.status, body: answer.body && { errorMessages: messages, errors: found.others } });
    }
    let first = null;
    places.forEach(function (place) {
      const card = list.cards()[Number(place)];
      const input = card.showErrors(found.steps[place]);
      first = first || (input && { card: card, input: input });
    });
    if (first) {
      list.choose(first.card);
      if (!form.querySelector('.drumbeat-about [aria-invalid="true"]')) {
        first.input.focus();
      }
    }
    Drumbeat.byId('drumbeat-sequence-state').textContent = AJS.I18n.getText('drumbeat.sequence.state.refused');
  }

  function isMistyped() {
    const wrong = list
      .cards()
      .map(function (card) {
        return { card: card, input: card.mistyped() };
      })
      .find(function (each) {
        return each.input;
      });
    if (wrong) {
      list.choose(wrong.card);
      wrong.input.focus();
    }
    return Boolean(wrong);
  }

  function save() {
    clearErrors();
    if (isMistyped()) {
      return;
    }
    if (id !== null && use.leads > 0 && isChanged()) {
      Drumbeat.openDialog('drumbeat-touch-dialog');
      return;
    }
    send(written());
  }

  let isSending = false;

  /** Pressed twice it is sent once. */
  function send(body) {
    if (isSending) {
      return Promise.resolve();
    }
    isSending = true;
    const isNew = id === null;
    Drumbeat.byId('drumbeat-sequence-state').textContent = AJS.I18n.getText('drumbeat.sequence.state.saving');
    return Drumbeat.call(isNew ? 'POST' : 'PUT', isNew ? 'sequences' : 'sequences/' + id, body, isNew ? keyOf(body) : undefined).then(
      function (answer) {
        isSending = false;
        if (answer.ok) {
          done(answer.body, isNew);
        } else if (answer.status === 409 && !isNew) {
          compare(answer);
        } else {
          showErrors(answer);
        }
      }
    );
  }

  function done(sequence, isNew) {
    id = sequence.id;
    adopt(sequence);
    const then = root.getAttribute('data-then');
    if (then) {
      const url = new URL(then, window.location.href);
      url.searchParams.set('sequenceId', String(id));
      window.location.assign(url.href);
      return;
    }
    if (isNew) {
      window.location.replace(Drumbeat.page('sequences/' + id) + window.location.search.replace(/([?&])template=[^&]*&?/, '$1'));
      return;
    }
    root.querySelector('h1 bdi').textContent = sequence.name;
    sayState();
    Drumbeat.flag('success', AJS.I18n.getText('drumbeat.sequence.saved'));
  }

  // Somebody else stored it meanwhile

  let theirs = null;

  function compare(refused) {
    Drumbeat.call('GET', 'sequences/' + id).then(function (answer) {
      if (!answer.ok) {
        showErrors(answer.status === 404 ? answer : refused);
        return;
      }
      theirs = answer.body;
      if (Sequence.changes.show(stored, theirs, written())) {
        sayState();
        Drumbeat.openDialog('drumbeat-changes-dialog');
      } else {
        send(Sequence.changes.over(theirs, written()));
      }
    });
  }

  function keepMine() {
    Drumbeat.closeDialog('drumbeat-changes-dialog');
    const mine = Sequence.changes.over(theirs, written());
    mine.steps.forEach(function (step, index) {
      list.cards()[index].identifyAs(step.id || null);
    });
    stored = theirs;
    send(mine);
  }

  function takeTheirs() {
    const mine = Sequence.changes.over(theirs, written());
    Drumbeat.closeDialog('drumbeat-changes-dialog');
    show(theirs);
    adopt(theirs);
    changed();
    kept.offer(AJS.I18n.getText('drumbeat.sequence.theirs-loaded'), AJS.I18n.getText('drumbeat.sequence.back-to-mine'), function () {
      show(mine);
      changed();
    });
  }

  function offerKept() {
    const found = kept.find();
    if (found && isEditable && JSON.stringify(Object.assign(found.sequence, { version: 0 })) !== untouched) {
      kept.offer(
        AJS.I18n.getText('drumbeat.sequence.kept', new Date(found.at).toLocaleString()),
        AJS.I18n.getText('drumbeat.sequence.restore'),
        function () {
          show(found.sequence);
          changed();
        }
      );
    }
  }

  // Who is touched

  function askUse() {
    if (id === null) {
      return;
    }
    Drumbeat.call('GET', 'sequences/' + id + '/use').then(function (answer) {
      if (answer.ok) {
        use = answer.body;
        const text = AJS.I18n.getText('drumbeat.sequence.touches', use.leads, use.campaigns);
        Drumbeat.byId('drumbeat-sequence-touches').textContent = text;
        Drumbeat.byId('drumbeat-touch-text').textContent = text;
        sayState();
      }
    });
  }

  function copySequence() {
    const body = written();
    delete body.version;
    body.name = AJS.I18n.getText('drumbeat.sequence.copy-of', body.name || '').slice(0, 200);
    body.steps.forEach(function (step) {
      delete step.id;
    });
    Drumbeat.call('POST', 'sequences', body, keyOf(body)).then(function (answer) {
      if (answer.ok) {
        kept.forget();
        untouched = content();
        window.location.assign(Drumbeat.page('sequences/' + answer.body.id));
      } else {
        showErrors(answer);
      }
    });
  }

  function act(action) {
    if (action === 'save') {
      save();
    } else if (action === 'add') {
      list.add();
    } else if (action === 'copy-sequence') {
      copySequence();
    } else if (action === 'copy-request') {
      Drumbeat.copyRequest(id === null ? 'POST' : 'PUT', id === null ? 'sequences' : 'sequences/' + id, written());
    } else if (action === 'close-changes') {
      Drumbeat.closeDialog('drumbeat-changes-dialog');
    } else if (action === 'keep-mine') {
      keepMine();
    } else if (action === 'take-theirs') {
      takeTheirs();
    } else if (action === 'close-touch') {
      Drumbeat.closeDialog('drumbeat-touch-dialog');
    } else if (action === 'save-touch') {
      Drumbeat.closeDialog('drumbeat-touch-dialog');
      send(written());
    }
  }

  function start() {
    root = Drumbeat.byId('drumbeat-sequence');
    form = Drumbeat.byId('drumbeat-sequence-form');
    checks = Drumbeat.formOf(form);
    stored = JSON.parse(root.getAttribute('data-sequence'));
    id = stored.id || null;
    isEditable = root.getAttribute('data-editable') === 'true';
    kept = Sequence.kept(id === null ? 'new' : String(id), written);
    preview = Sequence.preview(Drumbeat.byId('drumbeat-preview'), chosenMail);
    list = Sequence.steps(Drumbeat.byId('drumbeat-steps'), isEditable, changed, function () {
      Sequence.address({ step: list.chosen() ? String(list.cards().indexOf(list.chosen()) + 1) : '' });
      preview.soon();
    });
    outlook = Sequence.outlook(list);
    const open = Number(new URLSearchParams(window.location.search).get('step') || '1') - 1;
    show(stored, open);
    untouched = content();
    offerKept();
    askUse();
    outlook.soon();
    sayState();
    // Dialogs leave the page's element when they open.
    [root.querySelector('header'), root.querySelector('main'), 'drumbeat-changes-dialog', 'drumbeat-touch-dialog'].forEach(
      function (part) {
        Drumbeat.onAction(typeof part === 'string' ? Drumbeat.byId(part) : part, act);
      }
    );
    form.addEventListener('submit', function (event) {
      event.preventDefault();
    });
    form.querySelector('.drumbeat-about').addEventListener('input', changed);
    window.addEventListener('beforeunload', function (event) {
      if (isChanged()) {
        kept.now();
        event.preventDefault();
        event.returnValue = '';
      }
    });
  }

  AJS.toInit(start);
})(window.DrumbeatSequence);
