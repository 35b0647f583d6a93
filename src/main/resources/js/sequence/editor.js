/* The page of one sequence: what is on it, whether that is stored, and who does what. */
(function (Sequence) {
  'use strict';

  let root;
  let form;
  let checks;
  let list;
  let refused;
  let preview;
  let outlook;
  let kept;
  let saving;
  let publishing;
  /** As it was read or stored last. */
  let stored;
  /** What is on the page when nothing was changed, and what was there when it was sent. */
  let untouched = '';
  let sent = { content: '', cards: [] };
  let isEditable;

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

  function id() {
    return stored.id || null;
  }

  function account() {
    const chosen = form.elements.sendingConfigId.value;
    return chosen === '' ? null : Number(chosen);
  }

  function written() {
    const sequence = {
      name: checks.text('name'),
      description: checks.text('description'),
      sendingConfigId: account(),
      steps: list.values()
    };
    return id() === null ? sequence : Object.assign({ version: stored.version }, sequence);
  }

  function contentOf(sequence) {
    return JSON.stringify(Object.assign({}, sequence, { version: 0 }));
  }

  function isChanged() {
    return isEditable && contentOf(written()) !== untouched;
  }

  Sequence.isUnsaved = isChanged;

  function say(text) {
    Drumbeat.byId('drumbeat-sequence-state').textContent = text;
  }

  function sayState() {
    const changed = isChanged();
    if (changed) {
      say(AJS.I18n.getText('drumbeat.sequence.state.changed'));
    } else {
      say(id() === null ? '' : AJS.I18n.getText('drumbeat.sequence.state.saved'));
    }
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

  /** The subject that a step answers: that of the last step before it which begins a thread. */
  function threadSubject(index) {
    return list
      .values()
      .slice(0, index)
      .filter(function (step) {
        return step.kind !== 'task';
      })
      .reduce(function (subject, step, place) {
        return place === 0 || step.thread === 'new' ? step.subject : subject;
      }, null);
  }

  /** What is to be done is looked at as a mail would be: its summary as the subject. */
  function asMail(task) {
    return { subject: task.summary, text: task.description || task.summary, thread: 'new' };
  }

  function chosenMail() {
    const card = list.chosen();
    if (!card) {
      return null;
    }
    const step = card.isTask() ? asMail(card.value()) : card.said();
    return {
      step: step,
      threadSubject: threadSubject(list.cards().indexOf(card)),
      campaignName: checks.text('name'),
      mailAccountId: account()
    };
  }

  /** Beside the mail that was looked at. */
  function warn(texts) {
    if (list.chosen()) {
      list.chosen().showWarnings(texts);
    }
  }

  function show(sequence, open) {
    form.elements.name.value = sequence.name || '';
    form.elements.description.value = sequence.description || '';
    form.elements.sendingConfigId.value = sequence.sendingConfigId ? String(sequence.sendingConfigId) : '';
    list.show(sequence.steps || [], open || 0);
  }

  /** Takes the page as it is for that stored sequence. */
  function isUntouched(sequence) {
    stored = sequence;
    untouched = contentOf(written());
    kept.forget();
  }

  /** The sequence was stored; what was typed since it was sent is not. */
  function adopt(sequence) {
    const isWrittenOn = contentOf(written()) !== sent.content;
    stored = sequence;
    sequence.steps.forEach(function (step, index) {
      sent.cards[index].storedAs(step);
    });
    root.querySelector('h1 bdi').textContent = sequence.name;
    if (isWrittenOn) {
      untouched = '';
    } else {
      isUntouched(sequence);
    }
  }

  function offer(text, label, sequence) {
    kept.offer(text, label, function () {
      show(sequence);
      changed();
    });
  }

  function offerKept() {
    const found = kept.find();
    if (found && isEditable && contentOf(found.sequence) !== untouched) {
      const text = AJS.I18n.getText('drumbeat.sequence.kept', new Date(found.at).toLocaleString());
      offer(text, AJS.I18n.getText('drumbeat.sequence.restore'), found.sequence);
    }
  }

  function resource() {
    return id() === null ? 'sequences' : 'sequences/' + id();
  }

  /** What those who store the sequence may know and do of the page. */
  function page() {
    return {
      id: id,
      resource: resource,
      list: function () {
        return list;
      },
      stored: function () {
        return stored;
      },
      then: function () {
        return root.getAttribute('data-then');
      },
      written: written,
      isChanged: isChanged,
      /** Whether everything that is typed can be read; goes to what cannot. */
      isReadable: function () {
        refused.clear();
        return !refused.isMistyped();
      },
      show: show,
      changed: changed,
      sayState: sayState,
      isStored: function () {
        publishing.stored();
      },
      sending: function () {
        sent = { content: contentOf(written()), cards: list.cards().slice() };
        sent.cards.forEach(function (card) {
          card.sending();
        });
        say(AJS.I18n.getText('drumbeat.sequence.state.saving'));
      },
      refuse: function (answer) {
        refused.show(answer);
        say(AJS.I18n.getText('drumbeat.sequence.state.refused'));
      },
      adopt: adopt,
      untouched: isUntouched,
      basedOn: function (sequence) {
        stored = sequence;
      },
      /** Nothing here is missed any more. */
      leave: function () {
        kept.forget();
        untouched = contentOf(written());
      },
      offer: offer
    };
  }

  function start() {
    root = Drumbeat.byId('drumbeat-sequence');
    form = Drumbeat.byId('drumbeat-sequence-form');
    checks = Drumbeat.formOf(form);
    stored = JSON.parse(root.getAttribute('data-sequence'));
    isEditable = root.getAttribute('data-editable') === 'true';
    kept = Sequence.kept(id() === null ? 'new' : String(id()), written);
    preview = Sequence.preview(Drumbeat.byId('drumbeat-preview'), chosenMail, warn);
    list = Sequence.steps(Drumbeat.byId('drumbeat-steps'), isEditable, changed, function () {
      Sequence.address({ step: list.chosen() ? String(list.cards().indexOf(list.chosen()) + 1) : '' });
      Drumbeat.byId('drumbeat-preview-test').hidden = Boolean(list.chosen() && list.chosen().isTask());
      preview.soon();
    });
    refused = Sequence.refused(form, checks, list);
    outlook = Sequence.outlook(list);
    show(stored, Sequence.openStep());
    untouched = contentOf(written());
    saving = Sequence.saving(page());
    offerKept();
    outlook.soon();
    sayState();
    listen();
    if (id() !== null) {
      publishing = Sequence.publishing(id(), isEditable, function (sequence) {
        show(sequence);
        isUntouched(sequence);
        changed();
      });
    }
  }

  function act(action) {
    const does = Object.assign(
      {
        add: list.addMail,
        'add-task': list.addTask,
        'copy-request': function () {
          Drumbeat.copyRequest(id() === null ? 'POST' : 'PUT', resource(), written());
        }
      },
      saving.act
    );
    if (does[action]) {
      does[action]();
    }
  }

  function listen() {
    // Dialogs leave the page's element when they open.
    [root.querySelector('header'), root.querySelector('main'), 'drumbeat-changes-dialog'].forEach(
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
