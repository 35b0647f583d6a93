/* Stores the sequence of the page, once for each press. Nobody receives it before it is published. */
(function (Sequence) {
  'use strict';

  /** Answers {act}: what the buttons do. */
  function saving(page) {
    let keyed = { body: '', key: '' };
    let isSending = false;
    const conflict = Sequence.conflict(page, send);

    function keyOf(body) {
      const text = JSON.stringify(body);
      if (keyed.body !== text) {
        keyed = { body: text, key: Drumbeat.newKey() };
      }
      return keyed.key;
    }

    function save() {
      if (page.isReadable()) {
        send(page.written());
      }
    }

    /** Pressed twice it is sent once. */
    function send(body) {
      if (isSending) {
        return;
      }
      isSending = true;
      const id = page.id();
      const isNew = id === null;
      page.sending();
      Drumbeat.call(isNew ? 'POST' : 'PUT', page.resource(), body, isNew ? keyOf(body) : undefined).then(function (answer) {
        isSending = false;
        if (answer.ok) {
          done(answer.body, isNew);
        } else if (answer.status === 409 && !isNew) {
          conflict.compare(answer);
        } else {
          page.refuse(answer);
        }
      });
    }

    function done(sequence, isNew) {
      page.adopt(sequence);
      const then = page.then();
      if (then) {
        const url = new URL(then, window.location.href);
        url.searchParams.set('sequenceId', String(sequence.id));
        window.location.assign(url.href);
      } else if (isNew) {
        const query = window.location.search.replace(/([?&])template=[^&]*&?/, '$1');
        window.location.replace(Drumbeat.page('sequences/' + sequence.id) + query);
      } else {
        page.sayState();
        page.isStored();
        Drumbeat.flag('success', AJS.I18n.getText('drumbeat.sequence.saved'));
      }
    }

    function copy() {
      const body = page.written();
      delete body.version;
      body.name = AJS.I18n.getText('drumbeat.sequence.copy-of', body.name || '').slice(0, 200);
      body.steps.forEach(function (step) {
        delete step.id;
      });
      Drumbeat.call('POST', 'sequences', body, keyOf(body)).then(function (answer) {
        if (answer.ok) {
          page.leave();
          window.location.assign(Drumbeat.page('sequences/' + answer.body.id));
        } else {
          page.refuse(answer);
        }
      });
    }

    return {
      act: Object.assign(
        {
          save: save,
          'copy-sequence': copy
        },
        conflict.act
      )
    };
  }

  Sequence.saving = saving;
})(window.DrumbeatSequence);
