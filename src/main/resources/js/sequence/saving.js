/* Stores the sequence of the page, once for each press, and tells first whom that touches. */
(function (Sequence) {
  'use strict';

  const DIALOG = 'drumbeat-touch-dialog';

  /** Answers {act, touches}: what the buttons do, and whether anybody is under way. */
  function saving(page) {
    let use = { campaigns: 0, leads: 0 };
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
      if (!page.isReadable()) {
        return;
      }
      if (page.id() !== null && use.leads > 0 && page.isChanged()) {
        Drumbeat.openDialog(DIALOG);
        return;
      }
      send(page.written());
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

    function askUse() {
      Drumbeat.call('GET', page.resource() + '/use').then(function (answer) {
        if (answer.ok) {
          use = answer.body;
          const text = AJS.I18n.getText('drumbeat.sequence.touches', use.leads, use.campaigns);
          Drumbeat.byId('drumbeat-sequence-touches').textContent = text;
          Drumbeat.byId('drumbeat-touch-text').textContent = text;
          page.sayState();
        }
      });
    }

    if (page.id() !== null) {
      askUse();
    }
    return {
      touches: function () {
        return use.campaigns > 0;
      },
      act: Object.assign(
        {
          save: save,
          'copy-sequence': copy,
          'close-touch': function () {
            Drumbeat.closeDialog(DIALOG);
          },
          'save-touch': function () {
            Drumbeat.closeDialog(DIALOG);
            send(page.written());
          }
        },
        conflict.act
      )
    };
  }

  Sequence.saving = saving;
})(window.DrumbeatSequence);
