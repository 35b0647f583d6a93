/* The published versions of the sequence: who, when, why, what differs, and the way back. */
(function (Sequence) {
  'use strict';

  var PAGE = 10;

  function cell(content) {
    var made = Drumbeat.element('td');
    made.append(content);
    return made;
  }

  function named(number) {
    return AJS.I18n.getText('drumbeat.versions.number', number);
  }

  /** Of one sequence; calls reverted(sequence) when a version became the draft. */
  Sequence.versions = function (id, isEditable, reverted) {
    var section = Drumbeat.byId('versions');
    var rows = Drumbeat.byId('drumbeat-versions-rows');
    var older = section.querySelector('[data-action="older-versions"]');

    function button(action, label, number) {
      var made = Drumbeat.element('button', 'aui-button', label);
      made.type = 'button';
      made.setAttribute('data-action', action);
      made.setAttribute('data-number', String(number));
      made.setAttribute('aria-label', label + ' – ' + named(number));
      return made;
    }

    function row(version, isNewest) {
      var made = Drumbeat.element('tr');
      made.setAttribute('data-id', 'version-' + version.version);
      var head = Drumbeat.element('th', '', named(version.version));
      head.scope = 'row';
      var buttons = Drumbeat.element('div', 'aui-buttons');
      buttons.append(button('compare-draft', AJS.I18n.getText('drumbeat.versions.compare'), version.version));
      if (version.version > 1) {
        buttons.append(button('compare-before', AJS.I18n.getText('drumbeat.versions.compare-before'), version.version));
      }
      if (isEditable && !isNewest) {
        buttons.append(button('restore-version', AJS.I18n.getText('drumbeat.versions.restore'), version.version));
      }
      made.append(
        head,
        cell(new Date(version.publishedAt).toLocaleString()),
        cell(Drumbeat.element('bdi', '', version.publishedByName || AJS.I18n.getText('drumbeat.versions.app'))),
        cell(Drumbeat.element('bdi', '', version.note || '')),
        cell(version.apply === 'running' ? AJS.I18n.getText('drumbeat.versions.apply.running') : AJS.I18n.getText('drumbeat.versions.apply.new')),
        cell(String(version.stepCount)),
        cell(buttons)
      );
      return made;
    }

    function read(startAt) {
      return Drumbeat.call('GET', 'sequences/' + id + '/versions?maxResults=' + PAGE + '&startAt=' + startAt).then(function (answer) {
        if (!answer.ok) {
          return;
        }
        if (startAt === 0) {
          rows.replaceChildren();
        }
        answer.body.values.forEach(function (version, index) {
          rows.append(row(version, startAt + index === 0));
        });
        section.hidden = answer.body.total === 0;
        older.hidden = answer.body.isLast;
      });
    }

    function steps(number) {
      var path = 'sequences/' + id + (number === null ? '' : '/versions/' + number);
      return Drumbeat.call('GET', path);
    }

    /** Null is the draft as it is stored. */
    function compare(one, other) {
      return Promise.all([steps(one), steps(other)]).then(function (answers) {
        var refused = answers.find(function (answer) {
          return !answer.ok;
        });
        if (refused) {
          Drumbeat.flag('error', Drumbeat.messages(refused).join(' '));
          return;
        }
        var labels = [one, other].map(function (number) {
          return number === null ? AJS.I18n.getText('drumbeat.versions.draft') : named(number);
        });
        Sequence.difference(Drumbeat.byId('drumbeat-difference-rows'), labels, answers[0].body.steps, answers[1].body.steps);
        Drumbeat.openDialog('drumbeat-difference-dialog');
      });
    }

    function revert(number) {
      return Drumbeat.call('POST', 'sequences/' + id + '/revert', number === null ? {} : { number: number }).then(function (answer) {
        if (answer.ok) {
          reverted(answer.body);
        } else {
          Drumbeat.flag('error', Drumbeat.messages(answer).join(' '));
        }
      });
    }

    Drumbeat.onAction(section, function (action, pressed) {
      var number = Number(pressed.getAttribute('data-number'));
      if (action === 'compare-draft') {
        compare(number, null);
      } else if (action === 'compare-before') {
        compare(number - 1, number);
      } else if (action === 'restore-version' && Sequence.isUnsaved()) {
        Drumbeat.flag('warning', AJS.I18n.getText('drumbeat.publish.save-first'));
      } else if (action === 'restore-version') {
        revert(number);
      } else if (action === 'older-versions') {
        read(rows.children.length);
      }
    });
    Drumbeat.onAction(Drumbeat.byId('drumbeat-difference-dialog'), function () {
      Drumbeat.closeDialog('drumbeat-difference-dialog');
    });

    return {
      read: function () {
        return read(0);
      },
      compare: compare,
      revert: revert
    };
  };
})(window.DrumbeatSequence);
