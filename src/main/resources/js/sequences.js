/* The list of sequences: copies and deletes them through REST. */
(function () {
  'use strict';

  const DIALOG = 'drumbeat-delete-dialog';
  const PART = '#drumbeat-sequences-list';
  let deleted = null;
  const copies = new Map();

  function complain(answer) {
    Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
  }

  function keyOf(id) {
    if (!copies.has(id)) {
      copies.set(id, Drumbeat.newKey());
    }
    return copies.get(id);
  }

  function copyOf(sequence) {
    return {
      name: AJS.I18n.getText('drumbeat.sequence.copy-of', sequence.name).slice(0, 200),
      description: sequence.description || null,
      sendingConfigId: sequence.sendingConfigId || null,
      steps: sequence.steps.map(function (step) {
        const copied = Object.assign({}, step);
        delete copied.id;
        return copied;
      })
    };
  }

  function copy(id) {
    Drumbeat.call('GET', 'sequences/' + id).then(function (read) {
      if (!read.ok) {
        complain(read);
        return;
      }
      Drumbeat.call('POST', 'sequences', copyOf(read.body), keyOf(id)).then(function (made) {
        if (made.ok) {
          window.location.assign(Drumbeat.page('sequences/' + made.body.id));
        } else {
          complain(made);
        }
      });
    });
  }

  function dialog(selector) {
    return Drumbeat.byId(DIALOG).querySelector(selector);
  }

  function askToDelete(row) {
    deleted = row.getAttribute('data-id');
    dialog('.drumbeat-delete-name').textContent = row.getAttribute('data-name');
    dialog('.drumbeat-delete-refused').replaceChildren();
    dialog('[data-action="confirm-delete"]').disabled = false;
    Drumbeat.openDialog(DIALOG);
  }

  function confirmDelete() {
    Drumbeat.call('DELETE', 'sequences/' + deleted).then(function (answer) {
      if (answer.ok) {
        Drumbeat.closeDialog(DIALOG);
        Drumbeat.flag('success', AJS.I18n.getText('drumbeat.sequences.deleted'));
        Drumbeat.refresh(PART);
      } else if (answer.status === 409) {
        refuse(answer);
      } else {
        Drumbeat.closeDialog(DIALOG);
        complain(answer);
      }
    });
  }

  /** Says who uses it, with links to those campaigns that the reader may see. */
  function refuse(refused) {
    Drumbeat.call('GET', 'sequences/' + deleted + '/use').then(function (answer) {
      const message = Drumbeat.element('div', 'aui-message aui-message-warning');
      message.appendChild(Drumbeat.element('p', '', Drumbeat.messages(refused).join(' ')));
      if (answer.ok && answer.body.visible.length) {
        message.appendChild(users(answer.body.visible));
      }
      dialog('.drumbeat-delete-refused').replaceChildren(message);
      dialog('[data-action="confirm-delete"]').disabled = true;
      dialog('[data-action="close"]').focus();
    });
  }

  function users(campaigns) {
    const list = Drumbeat.element('ul');
    campaigns.forEach(function (campaign) {
      const item = Drumbeat.element('li');
      const link = Drumbeat.element('a');
      link.href = Drumbeat.page('campaigns/' + campaign.id);
      link.appendChild(Drumbeat.element('bdi', '', campaign.name));
      item.appendChild(link);
      list.appendChild(item);
    });
    return list;
  }

  function act(action, control) {
    const row = control.closest('tr');
    if (action === 'copy') {
      copy(row.getAttribute('data-id'));
    } else if (action === 'delete') {
      askToDelete(row);
    } else if (action === 'confirm-delete') {
      confirmDelete();
    } else if (action === 'close') {
      Drumbeat.closeDialog(DIALOG);
    }
  }

  AJS.toInit(function () {
    // The dialog leaves the page's element when it opens.
    Drumbeat.onAction(document.querySelector('#drumbeat-sequences main'), act);
    Drumbeat.onAction(Drumbeat.byId(DIALOG), act);
  });
})();
